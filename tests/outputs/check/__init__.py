"""Tests of `outputs.check`."""
