"""Values that no list holds (Werte)."""
