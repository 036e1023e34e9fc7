"""Tests of `topics.survey`."""
