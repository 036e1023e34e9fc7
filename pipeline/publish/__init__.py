"""Publish: everything to HTML and PDF."""
