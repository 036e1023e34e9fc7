"""The last pass over a sentence: quotation marks, blanks, the first letter, the full stop."""

from __future__ import annotations

import re

from .calendar import MONTHS

NO_BREAK = "\u00a0"

_OUTER = '„“”"«»'
_FIXED_SPACES = (
    (re.compile(r"(\d) (%|€|Euro\b|km\b|m²|kg\b)"), rf"\1{NO_BREAK}\2"),
    (re.compile(r"\b(z|d|u|i|o)\. ?(B|h|a|d|R|ä|U)\."), rf"\1.{NO_BREAK}\2."),
    (re.compile(r"\b(e)\. ?(V|G)\."), rf"\1.{NO_BREAK}\2."),
    (re.compile(rf"(\d\.) ({'|'.join(MONTHS)}|Jahrhundert|Etappe|Klasse|Stufe|Teil|Platz)"), rf"\1{NO_BREAK}\2"),
    (re.compile(r"\b(ab|Klasse|Klassen|Stufe|Teil|Nr\.) (?=\d)"), rf"\1{NO_BREAK}"),
)
_QUOTED = re.compile(r"(„[^“]*“)")
_START, _MIDDLE, _END = "\ue000", "\ue001", "\ue002"  # the private characters around a printed figure


def quote(title: str) -> str:
    """Return a title in „…“, once only; quotation marks inside it become ‚…‘."""
    inner = " ".join(title.split())
    if len(inner) > 1 and inner[0] in _OUTER and inner[-1] in _OUTER and not any(c in _OUTER for c in inner[1:-1]):
        inner = inner[1:-1].strip()
    return f"„{_nested(inner)}“"


def _nested(text: str) -> str:
    """Turn pairs of outer quotation marks inside a title into inner ones."""
    marks = 0
    turned = []
    for c in text:
        if c in _OUTER:
            turned.append("‚" if marks % 2 == 0 else "‘")
            marks += 1
        else:
            turned.append(c)
    return "".join(turned)


def fixed_spaces(text: str) -> str:
    """Return the text with no-break spaces where a line must not end: „z. B.“, „5. März“, „20 %“."""
    for pattern, replacement in _FIXED_SPACES:
        text = pattern.sub(replacement, text)
    return text


def capitalised(text: str) -> str:
    """Return the text with its first letter in upper case, behind opening quotation marks and printed figures."""
    at = 0
    while at < len(text) and text[at] in f"„‚({_START}":
        at = text.index(_MIDDLE, at) + 1 if text[at] == _START else at + 1
    return text[:at] + text[at : at + 1].upper() + text[at + 1 :]


def sentence(text: str) -> str:
    """Return a finished sentence: single blanks, a capital first letter, one mark at its end.

    What stands in quotation marks is left as it was typed.
    """
    parts = _QUOTED.split(text.strip(" \t\n,"))
    text = "".join(part if place % 2 else _tidy(part) for place, part in enumerate(parts))
    return capitalised(fixed_spaces(ended(text)))


def ended(text: str) -> str:
    """Return a text with a full stop where nothing else ends it."""
    text = text.strip()
    return text if not text or text.rstrip(_END)[-1] in ".!?:…" else f"{text}."


def _tidy(text: str) -> str:
    text = re.sub(r"[ \t\n]+", " ", text)
    text = re.sub(r" +([,.;:!?])", r"\1", text)
    text = re.sub(r'"([^"]+)"', r"„\1“", text)
    text = re.sub(r"\b([Vv])on dem (?=[A-ZÄÖÜ])", r"\1om ", text)
    text = text.replace(") (", "; ")  # „(Veranstalter: …) (Ort: …)“
    text = re.sub(r",(?:\s*,)+", ",", text)
    return re.sub(r",([.!?])", r"\1", text)
