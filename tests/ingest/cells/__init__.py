"""Tests of `ingest.cells`."""
