"""Results to a chapter."""
