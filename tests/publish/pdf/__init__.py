"""Tests of `publish.pdf`."""
