"""Tests of `outputs.mail`."""
