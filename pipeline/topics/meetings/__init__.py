"""Meetings (Treffen)."""
