"""Tests mirror the package: one behaviour a test, tables of cases, real files."""
