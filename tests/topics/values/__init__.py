"""Tests of the values that staff entered."""
