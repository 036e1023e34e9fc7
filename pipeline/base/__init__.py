"""What every room stands on, and no step of the run: contracts, settings, plumbing. It imports nothing of ours."""
