"""Texts by staff (Texte)."""
