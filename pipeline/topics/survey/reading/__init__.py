"""Survey exports and hand-made tables to one kind of survey."""
