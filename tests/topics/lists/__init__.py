"""Lists of the office's own."""
