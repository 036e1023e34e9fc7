"""Income and expenses (Finanzen)."""
