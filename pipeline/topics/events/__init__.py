"""Events (Veranstaltungen)."""
