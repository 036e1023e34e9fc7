"""Narrative: figures and rows to sentences."""
