"""Tests of the room narrative."""
