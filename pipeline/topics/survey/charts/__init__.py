"""Results to drawings."""
