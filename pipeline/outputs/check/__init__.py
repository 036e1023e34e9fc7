"""The check, for people: protocol and marked copies."""
