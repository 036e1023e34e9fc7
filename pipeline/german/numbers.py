"""Words for numbers and for how exactly a number is known: what staff type and what the report prints."""

from __future__ import annotations

NUMBER_WORDS = (
    "null", "eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf",
)  # fmt: skip

# What staff type before a number -> how the report says it.
QUALIFIERS = {
    "über": "über", "mehr als": "über", "mindestens": "mindestens", "mind.": "mindestens", "rund": "rund",
    "rd.": "rund", "ca.": "ca.", "ca": "ca.", "circa": "ca.", "etwa": "etwa", "ungefähr": "etwa", "knapp": "knapp",
    "fast": "fast",
    "gut": "gut", "bis zu": "bis zu", "bis": "bis zu",
}  # fmt: skip
