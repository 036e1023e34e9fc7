"""Publish: everything to HTML, PDF and the files beside them."""
