"""Names: when two of them are the same, and how one stands in a key.

Reading, counting and writing ask here, so that nobody is one organisation for the tables and two for the report.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Letters that Unicode does not take apart into a plain one and its accent.
_PLAIN = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"})
_UMLAUT = re.compile("([aou])[\u0300-\u036f]*?\u0308")
_ACCENTS = re.compile(
    "[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f\U000e0100-\U000e01ef]+"
)
_NO_PART_OF_A_NAME = "™℠"  # Unicode would take them apart into letters
_FILLERS = "\u115f\u1160\u3164\uffa0"  # letters to Unicode, nothing to the eye
_DASHES = "\u2010-\u2015\u2212\u2e3a\u2e3b\ufe58\ufe63\uff0d"


def visible(text: str) -> str:
    """Return what a reader sees of a text, composed: no invisible characters, one kind of blank and of hyphen."""
    shown = "".join(sign for sign in text if sign.isspace() or not is_invisible(sign))
    shown = re.sub("[\u2010\u2011]", "-", shown.replace("’", "'"))
    return unicodedata.normalize("NFC", " ".join(shown.split()))


def is_invisible(sign: str) -> bool:
    """Tell whether a character takes no room: zero-width space, soft hyphen, byte order mark, directional mark."""
    return unicodedata.category(sign) in ("Cf", "Cc") or sign in _FILLERS


def folded(text: str) -> str:
    """Return the letters and digits of a text without case and accents, umlauts spelt out: „Café-Büro“, „CAFEBUERO“.

    "" where there are none.
    """
    return re.sub("[ -]", "", _words(text))


@lru_cache(maxsize=50_000)
def identity(name: str) -> str:
    """Return what all spellings of the name of one organisation have in common.

    Case, accents, blanks and signs do not matter, nor does an article before it or a legal form behind it. Only blanks
    and invisible characters have none: "".
    """
    words = _without_article(_words(name))
    return _joined(_AT_THE_END.sub("", _ANYWHERE.sub("", words)), name)


@lru_cache(maxsize=50_000)
def term_identity(term: str) -> str:
    """Return what all spellings of a word that stands for many things have in common: a kind, a value, a theme.

    A short legal form is none here: the „Garten AG“ of a school is a working group, and not „Garten“.
    """
    return _joined(_ANYWHERE.sub("", _without_article(_words(term))), term)


_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


@lru_cache(maxsize=10_000)
def name_of_list(name: str) -> str:
    """Return what names of one list have in common from year to year: „Einsätze 2024“ and „einsaetze“ are one."""
    return identity(_YEAR.sub(" ", name)) or identity(name)


def without_year(name: str) -> str:
    """Return the name of a list without the year in it, nor the signs around that."""
    return _YEAR.sub(" ", name).strip(" _-–.,") or name


_PROJECT = re.compile(r"(?i)(?:(?:das |im )?projekt\s*[:–-]?\s+)?[„“\"'»«]*(.*\w.*)")


def project_identity(name: str) -> str:
    """Return what spellings of one project have in common: „Projekt „Brücke““ and „Brücke“ are one."""
    title = _PROJECT.match(visible(name))
    return term_identity(title[1] if title else name)


_MOST_SIGNS = 24  # of a name without a letter of ours („東京“): its signs spelt out, each some five letters of the key
_SPELT_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


def slug(name: str) -> str:
    """Return `name` as it stands in keys: „Öffentlicher Verkehr“ -> ``oeffentlicher-verkehr``; "" -> ``allgemein``.

    Other programs rely on it. A name without any letter of ours gets the numbers of its signs: „中文“ ->
    ``u4e2d-u6587``.
    """
    shown = "".join(sign for sign in unicodedata.normalize("NFC", name) if sign.isspace() or not is_invisible(sign))
    part = re.sub(r"[^a-z0-9]+", "-", shown.lower().translate(_SPELT_OUT)).strip("-")
    return part or "-".join(f"u{ord(sign):x}" for sign in shown.strip()[:_MOST_SIGNS]) or "allgemein"


def _words(text: str) -> str:
    """Return the words of a text folded, between them one blank, or one hyphen where there was nothing but hyphens."""
    shown = "".join(
        " " if sign.isspace() else sign for sign in text if sign.isspace() or not is_invisible(sign)
    ).translate(dict.fromkeys(map(ord, _NO_PART_OF_A_NAME), ""))
    shown = re.sub(r"&|(?<=\s)\+(?=\s)", " und ", shown)  # „Haus & Grund“, „Jung + Alt“
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", shown).casefold())
    plain = _ACCENTS.sub("", _UMLAUT.sub(r"\1e", plain)).translate(_PLAIN)
    plain = re.sub(f"(?<=[^\\W_])[-{_DASHES}]+(?=[^\\W_])", "-", plain)
    plain = "".join(sign if sign == "-" or _is_letter(sign) else " " for sign in plain)
    return " ".join(part for part in plain.split() if part.strip("-"))


def _is_letter(sign: str) -> bool:
    """Tell letters, digits and what other scripts write above and below their letters from all else."""
    return sign.isalnum() or unicodedata.category(sign).startswith("M")


def _without_article(words: str) -> str:
    first, blank, rest = words.partition(" ")
    return rest if blank and first in _ARTICLES else words


_ARTICLES = frozenset(("der", "die", "das", "den", "dem", "des"))

# These say nothing but the legal form, wherever they stand behind a name; „ev.“ before more of it is „evangelisch“.
_ANYWHERE = re.compile(
    r"(?<=\S)[ -](?:(?:gemeinnuetzige )?g?gmbh|g ?g m b h|g m b h|e v|ev(?=$| i g$)|eingetragener verein)"
    r"(?: i (?:g|l)$)?(?= |-|$)"
)
# These mean something else elsewhere („AG Wandern“) or as the end of a longer word („Wander-AG“).
_AT_THE_END = re.compile(
    r"(?<=\S)(?: (?:e ?g|eingetragene genossenschaft|g?ug(?: haftungsbeschraenkt)?|g?ag|a g|aktiengesellschaft|"
    r"(?:und )?co kg|kg|kgaa|ohg|e?gbr|mbh|partg(?: ?mbb)?|e k|se|vvag|aoer|kdoer|a d oe r|k ?d ?oe ?r|"
    r"d b r|d oe r|des (?:buergerlichen|oeffentlichen) rechts))+$"
)


def _joined(words: str, name: str) -> str:
    """Return the words as one; of a name without letters its signs, so that two such names stay two."""
    return re.sub("[ -]", "", words) or "".join(unicodedata.normalize("NFKD", visible(name)).casefold().split())
