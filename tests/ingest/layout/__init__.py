"""Tests of `ingest.layout`."""
