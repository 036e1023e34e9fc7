"""Tests of `ingest.rows`."""
