"""Tests of `topics.survey.reading`."""
