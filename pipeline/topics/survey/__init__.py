"""Surveys (Umfragen): a wing of its own."""
