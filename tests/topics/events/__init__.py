"""Tests of the events' topic."""
