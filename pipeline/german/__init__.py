"""German: grammar, numbers and periods; a leaf that every room may ask."""
