"""What German type needs beyond what the layout engine does by itself."""

from __future__ import annotations

import math
import re

from markupsafe import Markup, escape

from ..charts.labels import width
from ..german.orthography import fixed_spaces

_NUMBER_THEN_WORD = re.compile(r"(?<![\w.,])(\d{1,3}) (?=[^\W\d_])")
_BRACKETS_IN_A_ROW = re.compile(r"(?:\([A-ZÄÖÜ][\w-]*: [^()]*\)(?: (?=\([A-ZÄÖÜ][\w-]*: ))?){2,}")
_OTHER_DIRECTION = re.compile("[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc]")
_BLANKS, _PARTS = re.compile(r"(\s+)"), re.compile(r"(?<=[-/–])")
_NO_WORD = re.compile(r"://|\w[@.][a-z]{2}|_\w*_|\w[=&?]\w")  # an address, the name of a file
_MAY_END = Markup("“ <wbr>(")  # Unicode would never end a line there
# What is longer may have to be broken.
_WHOLE = r"(?<![^\W\d_])([^\W\d_]{7,40})"
_LAST_WORD = re.compile(rf"{_WHOLE}([^\w<>]*)$")
_SHORT_END = r"((?:<[^<>]*>)*[^ <>]{1,6}(?:<[^<>]*>)*[^\w\s<>]*)$"
_BEFORE_SHORT_END = re.compile(rf" {_SHORT_END}")
_WORD_BEFORE_IT = re.compile(rf"{_WHOLE}\u00a0{_SHORT_END}")


def together(text: str) -> str:
    """Return `text` with short numbers bound to the word that follows them: „12 Treffen“ stays on one line.

    Two brackets in a row become one: „(Veranstalter: LSB; Ort: Hannover)“.
    """
    bound = _NUMBER_THEN_WORD.sub("\\1\u00a0", text)
    return _BRACKETS_IN_A_ROW.sub(lambda found: found[0].replace(") (", "; "), bound)


def isolated(text: str, points: float = math.inf) -> Markup:
    """Return a typed text for HTML; one that runs from right to left turns round nothing but itself.

    In a cell that is `points` wide only words that do not fit into it may be hyphenated. An address or the name of a
    file never is: nobody would know which hyphen is theirs.
    """
    shown = Markup("").join(_word(word, points) for word in _BLANKS.split(text)).replace("“ (", _MAY_END)
    return Markup("<bdi>{}</bdi>").format(shown) if _OTHER_DIRECTION.search(text) else shown


def _word(word: str, points: float) -> Markup:
    if _NO_WORD.search(word):
        return Markup('<span class="ganz">{}</span>').format(word)
    if points == math.inf or width(word) <= points:
        return escape(word)
    hyphenated = Markup('<span class="trennbar">{}</span>')
    return Markup("").join(
        hyphenated.format(part) if width(part) > points else escape(part) for part in _PARTS.split(word)
    )


def unbroken_end(html: str) -> str:
    """Return a paragraph whose last line holds more than a syllable or one short word.

    Its last word is not hyphenated; a short one stays with the one before, which is not hyphenated then.
    """
    bound = _bound_end(html)
    if bound != html:
        return _WORD_BEFORE_IT.sub('<span class="ganz">\\1</span>\u00a0\\2', bound)
    return _LAST_WORD.sub(r'<span class="ganz">\1</span>\2', html)


def in_line(text: str) -> Markup:
    """Return a name or title that stands by itself: „e. V.“ stays whole and with the word before."""
    return Markup(_bound_end(str(isolated(fixed_spaces(text)))))  # noqa: S704 - escaped by `isolated`


def _bound_end(html: str) -> str:
    return _BEFORE_SHORT_END.sub("\u00a0\\1", html)


def ranges(numbers: tuple[int, ...]) -> str:
    """Return whole numbers as compact ranges: (5, 6, 7, 9, 12) -> „5–7, 9, 12“."""
    parts: list[list[int]] = []
    for number in sorted(set(numbers)):
        if parts and number == parts[-1][-1] + 1:
            parts[-1] = [parts[-1][0], number]
        else:
            parts.append([number])
    joined = ("\u2013" if part[-1] - part[0] > 1 else ", " for part in parts)
    return ", ".join(
        str(part[0]) if len(part) == 1 else f"{part[0]}{by}{part[1]}" for part, by in zip(parts, joined, strict=True)
    )
