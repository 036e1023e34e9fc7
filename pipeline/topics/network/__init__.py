"""The network: institutions and people (Netzwerk)."""
