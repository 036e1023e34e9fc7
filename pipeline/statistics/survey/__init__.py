"""Answers to distributions."""
