"""Partner organisations (Partner)."""
