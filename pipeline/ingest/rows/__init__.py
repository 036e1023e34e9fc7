"""The rows of a table -> records, each row used or set aside with its reason."""
