"""Letters: written, noted, sent."""
