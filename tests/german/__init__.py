"""Tests of the room german."""
