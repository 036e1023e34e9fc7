"""Finances."""
