"""Charts: figures to SVG with a text alternative."""
