"""Tests of `command`."""
