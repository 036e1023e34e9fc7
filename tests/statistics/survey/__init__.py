"""Tests of counting surveys."""
