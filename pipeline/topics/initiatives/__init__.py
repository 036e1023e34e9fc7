"""Political initiatives (Initiativen)."""
