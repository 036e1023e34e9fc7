"""The command `bericht`."""
