"""The child that prints: HTML to an accessible, archivable PDF."""
