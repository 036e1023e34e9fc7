"""Statistics: tables to figures."""
