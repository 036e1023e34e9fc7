"""What never leaves a survey: who answered, from where and when, and names in free texts."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable
from pathlib import Path

from ..word_lists import pattern_of, word_lists
from . import personal as contacts
from .persons import TITLES, without_people

_WORDS = word_lists(Path(__file__).with_name("privacy.toml"))

# Columns about the answering and not of it. They are dropped before anything is counted.
_PARADATA = re.compile(rf"(?i)^{pattern_of(_WORDS['ueber_das_antworten']['woerter'])}$")
_PERSONAL = re.compile(
    rf"""(?ix) ^(ihre?|dein|deine|mein|your|der|die|das)?\s*
    ( (vor|nach|familien|zu|ruf|haus)?name(\s*(und|,|/|&)\s*(vor|nach)?name)?\d*(\s+des\s+kindes)?
    | name\s+(des|der|ihres|ihrer|deines|deiner|eures|eurer)\s+\w+
    | wie\s+hei(ß|ss)(en|t)\s+(sie|du|ihr|ihre|dein|deine)\b.*
    | {pattern_of(_WORDS["wer_geantwortet_hat"]["woerter"])}
    )\s*[:*?]?$""",
)
_ROLE = re.compile(rf"(?i)^{pattern_of(_WORDS['rollen']['woerter'])}\s*[:*]?$")
_WHOSE = r"\b(?:ihre?[mnrs]?|deine?[mnrs]?|eure?[mnrs]?|your)\s+(?:(?:vollständige|genaue|private|eigene)[nrs]?\s+)?"
_NUMBERS = pattern_of(_WORDS["angaben"]["nummern"])
_ASKS_FOR_NUMBER = re.compile(rf"(?i)^{_NUMBERS}\b|{_WHOSE}(?:{_NUMBERS}|konto-?nummer)\b")
_ASKS_WHO = re.compile(
    rf"""(?ix) {_WHOSE} (?: (?:vor|nach|zu|familien|ruf)?-?\s?(?:und\s+)?(?:vor|nach|zu)?namen?
      | {pattern_of(_WORDS["angaben"]["woerter"])} ) \b
    | ^(?:vor-?\s?(?:und\s+)?(?:nach|zu)?|nach|zu|familien)?namen?\b(?!\s+(?:unser|ist|finden))
    | ^(?:in|an|unter)\s+welche[mnrs]?\s+(?:stra(?:ß|ss)e|adresse|anschrift|e-?mail\S*|telefon\S*|nummer)\b
    | ^kontakt(?:daten)?\b | ^ansprechpartner | ^wer\s+sind\s+sie\b | \bausgefüllt\s+von\b
    | ^wer\s+hat\s+(?:den|diesen)\s+(?:frage)?bogen\s+ausgefüllt""",
)
_IP = re.compile(
    r"(?<![\w.])(?:\d{1,3}\.){3}\d{1,3}(?![\w.])|(?<![\w:])(?:[0-9a-f]{1,4}:){3,7}[0-9a-f]{1,4}(?![\w:])", re.I
)
_WEB = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_HANDLE = re.compile(r"(?<!\w)@\w[\w.]+")
_NAME = r"(?:(?:von|van|de|zu|der)\s+)*[A-ZÄÖÜ][\wäöüß]+(?:[-\s][A-ZÄÖÜ][\wäöüß]+)?"
_ADDRESSED = re.compile(rf"\b(Frau|Herrn?|Hr\.|Fr\.|Dr\.|Prof\.)\s+(?:(?:Dr\.|Prof\.)\s+)*{_NAME}")
_INTRODUCED = re.compile(rf"\b([Mm]ein Name ist|[Ii]ch heiße|[Gg]ez\.|(?:[LV]?G|[Gg]rüße?n?),?)\s+{_NAME}")
REMOVED = "[…]"
_REMOVED_TWICE = re.compile(r"\[…\](?:[\s,]*\[…\])+")


def is_paradata(heading: str) -> bool:
    """Tell whether a column is about the answering (time, page, language) and not an answer."""
    return bool(_PARADATA.match(re.sub(r"\s*\([^()]*\)$", "", heading.strip())))


def is_role(heading: str) -> bool:
    """Tell whether a heading says what somebody is, above whose name it often stands: „Mitglied“, „Teilnehmer/in“."""
    return bool(_ROLE.match(re.sub(r"[*_:/-]+(?=in)", "", heading.strip())))


def is_personal(heading: str, texts: Iterable[str] = ()) -> bool:
    """Tell whether a column says who answered, by its heading or because most of its cells do."""
    if _PERSONAL.match(heading.strip()) or _ASKS_FOR_NUMBER.search(heading.strip()):
        return True
    answers = [text.strip() for text in texts if text]
    different = set(answers)
    if _ASKS_WHO.search(heading.strip()) and 2 * len(different) >= len(answers):  # „Stimmt Ihre Adresse?“: all alike
        return True
    addresses = sum(contacts.is_contact(text) or bool(_IP.fullmatch(text)) for text in different)
    return bool(different) and addresses * 2 >= len(different)


_WORD = re.compile(r"[A-ZÄÖÜ][\w’'-]{2,}")


def names_people(heading: str) -> bool:
    """Tell whether a personal column holds people's names, not places or numbers."""
    return bool(re.search(r"(?i)name|hei(ß|ss)|ansprech|person|unterschrift", heading))


def names_in(text: str) -> frozenset[str]:
    """Return the words of a personal cell that may be somebody's name."""
    return frozenset(word for word in _WORD.findall(text) if word.casefold() not in TITLES)


def without_personal_data(text: str, names: Container[str] = (), people: Container[str] = ()) -> str:
    """Return a free text with addresses, numbers and names replaced by „[…]“.

    `names` are words of those known from columns of the same survey, `people` full names from other lists. Names that
    nothing gives away stay: the chapter shows few texts, and the office reads them before the board does.
    """
    text = without_people(text, people, REMOVED)
    for pattern in (_WEB, _IP):
        text = pattern.sub(REMOVED, text)
    text = _HANDLE.sub(REMOVED, contacts.without_personal_data(text, REMOVED))
    text = _ADDRESSED.sub(lambda match: f"{match[1]} {REMOVED}", text)
    text = _INTRODUCED.sub(lambda match: f"{match[1]} {REMOVED}", text)
    text = _WORD.sub(lambda match: REMOVED if match[0] in names else match[0], text)
    return _REMOVED_TWICE.sub(REMOVED, text)
