"""What never leaves a survey: who answered, from where and when, and names in free texts."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable

from . import personal as contacts
from .persons import TITLES, without_people

# Headings of columns about the answering and not of it. They are dropped before anything is counted.
_PARADATA = re.compile(
    r"""(?ix) ^(
    id | (?:frage)?bogen(?:[\s-]*(?:nr\.?|nummer))? | \#|nr\.?|lfd\.?\s*nr\.?|nummer|antwort[\s-]*id|response\s*id
  | teilnehmer[\s-]*(id|nr\.?|nummer)|respondent(\s*id)?
  | submitdate|datum\s+abgeschickt|date\s+submitted|lastpage|letzte\s+seite|last\s+page
  | startlanguage|start-?sprache|start\s+language|seed|zufallsstartwert|startdate|datum\s+gestartet|date\s+started
  | datestamp|datum\s+(der\s+)?letzten?\s+(aktivität|aktion)|date\s+last\s+action|refurl|verweis-?url|referrer(\s+url)?
  | token|zugangs(code|schlüssel)|ip([\s-]*adresse|[\s-]*address|addr)?
  | start(zeit|\s*time)|end(zeit|\s*time)|fertigstellungszeit|completion\s+time|zeitstempel|timestamp
  | letzte\s+änderung(szeit)?|last\s+modified\s+time
  | datum|datum\s+der\s+antwort|eingegangen(\s+am)?|ausgefüllt(\s+am)?|erfasst(\s+(am|von))?
  | ist\s+anonym|abgeschlossen|beendet|antwort-quote|beantwortungsdauer.*|sprache|language|laufzeit|dauer|duration
  | dauer\s+für\s+seite.*|interviewtime.*|gesamtzeit.*|total\s+time.*|group\s?time.*|gruppenzeit.*|question\s+time.*
  | fragenzeit.*|browser.*|user\s*agent|gerät|device|betriebssystem|collector(\s*id)?|kanal|punktzahl|score
  | gesamtpunktzahl|quizfeedback
    )$""",
)
_PERSONAL = re.compile(
    r"""(?ix) ^(ihre?|dein|deine|mein|your|der|die|das)?\s*
    ( (vor|nach|familien|zu|ruf|haus)?name(\s*(und|,|/|&)\s*(vor|nach)?name)?\d*(\s+des\s+kindes)?|vor-\s*und\s*nachname
    | (first|last|full|sur)\s?name|e-?mail.*|mail-?adresse|email\s*address
    | telefon.*|tel\.?|handy.*|mobil(nummer|funk.*|telefon)?|phone.*|fax.*
    | (post)?anschrift|adresse|wohnadresse|straße.*|strasse.*|hausnummer|plz(\s*/?\s*ort)?|postleitzahl|wohnort|street
    | geburts(tag|datum)|date\s+of\s+birth|unterschrift|kontakt(daten|adresse|person|möglichkeit)?|ansprechpartner(in)?
    | name\s+(des|der|ihres|ihrer|deines|deiner|eures|eurer)\s+\w+
    | wie\s+hei(ß|ss)(en|t)\s+(sie|du|ihr|ihre|dein|deine)\b.*
    | iban|kontonummer|mitgliedsnummer|mitglieds-?nr\.?|benutzer(name)?|user(\s?name)?|account|kürzel
    )\s*[:*?]?$""",
)
_WHOSE = r"\b(?:ihre?[mnrs]?|deine?[mnrs]?|eure?[mnrs]?|your)\s+(?:(?:vollständige|genaue|private|eigene)[nrs]?\s+)?"
_NUMBERS = r"(?:mitglieds|personal|matrikel|kunden|versicherungs|ausweis)-?\s?(?:nummer|nr\.?)|postleitzahl|plz|iban"
_ASKS_FOR_NUMBER = re.compile(rf"(?i)^(?:{_NUMBERS})\b|{_WHOSE}(?:{_NUMBERS}|konto-?nummer)\b")
_ASKS_WHO = re.compile(
    rf"""(?ix) {_WHOSE} (?: (?:vor|nach|zu|familien|ruf)?-?\s?(?:und\s+)?(?:vor|nach|zu)?namen?
      | e-?mail(?:-?\s?adresse)? | mail-?adresse | telefon(?:nummer)? | handy(?:nummer)? | mobil(?:funk)?nummer
      | rufnummer | (?:post|wohn|haus)?(?:anschrift|adresse) | stra(?:ß|ss)e | kontaktdaten | geburtsdatum
      | unterschrift
      | phone(?:\s+number)? | (?:first|last|full)\s+name | name | address ) \b
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
    return bool(_PARADATA.match(heading.strip()))


def is_personal(heading: str, texts: Iterable[str] = ()) -> bool:
    """Tell whether a column says who answered, by its heading or because most of its cells do."""
    if _PERSONAL.match(heading.strip()) or _ASKS_FOR_NUMBER.search(heading.strip()):
        return True
    given = [text.strip() for text in texts if text]
    seen = set(given)
    if _ASKS_WHO.search(heading.strip()) and 2 * len(seen) >= len(given):  # „Stimmt Ihre Adresse?“ is answered alike
        return True
    telling = sum(contacts.is_contact(text) or bool(_IP.fullmatch(text)) for text in seen)
    return bool(seen) and telling * 2 >= len(seen)


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
    text = _ADDRESSED.sub(lambda found: f"{found[1]} {REMOVED}", text)
    text = _INTRODUCED.sub(lambda found: f"{found[1]} {REMOVED}", text)
    text = _WORD.sub(lambda found: REMOVED if found[0] in names else found[0], text)
    return _REMOVED_TWICE.sub(REMOVED, text)
