"""Tests of the nightly operation."""
