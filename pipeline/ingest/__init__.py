"""Ingest: files to tables."""
