"""Outputs: what is written to disk – archive, releases, changes, figures."""
