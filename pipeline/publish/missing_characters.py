"""Which characters of a report its typefaces lack, and where somebody typed them.

Known before anything is printed, so that it stands in the protocol; the renderer replaces them (`glyphs`).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import asdict

from ..base.marks import plain
from ..base.problems import Problem, problem
from ..base.records import Tables
from ..base.settings import FILE, Settings
from ..narrative.chapter import Chapter
from .pdf import fonts
from .pdf.glyphs import printable
from .provenance import in_words

_USUAL = re.compile(
    r"[\x00-\u017f\u2013\u2014\u2018-\u201a\u201c-\u201e\u2026\u20ac]*"
)  # the typefaces have all that can be seen of it
_UNSEEN = ("Cc", "Cf", "Mn", "Me", "Sk")  # nobody misses these by themselves
_NOT_PRINTED = {("netzwerk", "institution")}
_MOST = 6  # so many places are named


def check(tables: Tables, chapters: Iterable[Chapter], settings: Settings) -> tuple[Problem, ...]:
    """Return one note that names the characters which the PDF cannot show and their rows; () where there are none."""
    ours = _lacking(_texts([asdict(settings.organisation), asdict(settings.bericht)]))
    told = _lacking(_texts([asdict(chapter) for chapter in chapters]))
    rows: dict[str, set[int]] = {character: set() for character in (*ours, *told)}
    for i, text in cells(tables):
        for character in _lacking([text]):
            rows.setdefault(character, set()).add(i)
    for i, text in _answers(tables) if told else ():
        for character in told.keys() & set(text):
            rows[character].add(i)
    return (_note(rows, ours, tables),) if rows else ()


def _lacking(texts: Iterable[str]) -> dict[str, None]:
    """Return the characters of the texts that can be seen, but not printed, in their order."""
    strange = "".join(plain(text) for text in texts if not _USUAL.fullmatch(text))
    missing = printable(strange, fonts.characters())[1] if not _USUAL.fullmatch(strange) else ""
    seen = (character for character in strange if character in missing)
    return dict.fromkeys(character for character in seen if unicodedata.category(character) not in _UNSEEN)


def _texts(value: object) -> Iterator[str]:
    """Yield every text in nested lists and dictionaries."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from _texts(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from _texts(part)


def cells(tables: Tables) -> Iterator[tuple[int, str]]:
    """Yield every text that may be printed, with the id of its row; answers are no cells."""
    for table, frame in tables.frames.items():
        for column in frame.columns:
            if (table, column) not in _NOT_PRINTED:
                for i, value in zip(frame.index.tolist(), frame[column].tolist(), strict=True):
                    yield from ((i, text) for text in _texts(value))


def _answers(tables: Tables) -> Iterator[tuple[int, str]]:
    """Yield what people answered; few of these texts are printed, so a character must be met in the report first."""
    for survey in tables.surveys:
        for column in survey.answers.columns:
            for i, value in zip(survey.answers.index.tolist(), survey.answers[column].tolist(), strict=True):
                yield from ((i, text) for text in _texts(value))


def _note(rows: dict[str, set[int]], ours: dict[str, None], tables: Tables) -> Problem:
    together: dict[tuple[tuple[int, ...], bool], list[str]] = {}
    for character, found in rows.items():
        together.setdefault((tuple(sorted(found)), character in ours), []).append(_shown(character))
    named = []
    for (ids, in_settings), characters in list(together.items())[:_MOST]:
        places = [*in_words(tables.where(ids)), *([FILE] if in_settings else [])]
        named.append(", ".join(characters) + (f" ({'; '.join(places)})" if places else ""))
    if len(together) > _MOST:
        named.append("und andere")
    first = next(iter(tables.where({i for some in rows.values() for i in some})), None)
    return problem(
        "zeichen-fehlt",
        file=first.file if first else FILE if ours else "",
        sheet=first.sheet if first else None,
        row=first.rows[0] if first and first.rows else None,
        value="".join(rows),
        characters="; ".join(named),
    )


def _shown(character: str) -> str:
    code = f"U+{ord(character):04X}"
    return code if unicodedata.category(character) in ("Co", "Cn") else f"„{character}“"
