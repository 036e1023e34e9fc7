"""What every room stands on, and no step of the run: facts about text and names. It imports nothing of ours."""
