"""Columns that say who answered, when or by which device, known by what stands in them whatever they are called."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import datetime, time

from ....ingest.cells.privacy import is_role
from ....ingest.sheets import Cell, as_typed, holds
from .question_types import as_number, yes_or_no
from .scales import is_beside, wording_of
from .tools import asks

_FEWEST = 5  # cells of which a column of numbers or times can be told from answers that look alike by chance
_MOST = 0.8  # of the cells; somebody may have typed something else
_HUGE = 10**6  # a number of people, hours or euros is rarely as large, and then it is round
_STAMP = re.compile(r"\d{1,4}[-./]\d{1,2}[-./]\d{1,4}[T ,]+(?!00:00)\d{1,2}:\d\d")
_TOKEN = re.compile(r"(?=.*\d)(?=.*[a-zA-Z-])[0-9A-Za-z]+(?:-[0-9A-Za-z]+)*")
_LONG_TOKEN = 16  # signs; a uuid has 36, what people write in one word is shorter or has no digits
_GIVEN = r"[A-ZÄÖÜ][a-zäöüßéèáç’'-]+(?:-[A-ZÄÖÜ][a-zäöüß]+)?|[A-ZÄÖÜ]\."
_NAME = re.compile(
    rf"(?:(?:Frau|Herrn?|Dr\.|Prof\.)\s+)*(?P<first>{_GIVEN})(?P<comma>,?)\s+(?:(?:von|van|de|der|zu|vom)\s+)*"
    r"(?:[A-ZÄÖÜ]\.\s+)?(?P<last>[A-ZÄÖÜ][\w’'-]+)"
)
_ACCOUNT = re.compile(r"[a-z][a-z-]*\.[a-z][a-z.-]*\d{0,4}")  # „sehr_gut“ is how Kobo writes an option
_WHOM = re.compile(r"(?i)(?:(?:von|mit|bei|durch|an)\s+)?(?:wer|wem|wen|wessen|who|whom)\b")


def tells_of_respondent(heading: str, cells: Sequence[Cell]) -> bool:
    """Tell whether the cells of a column are names, accounts, times, tokens or seeds instead of answers.

    A question may be answered with a date, a number or with two words that look like a name; what merely has a
    heading is left out where its cells look like that, and so are names where a question asks for somebody.
    """
    filled = [cell for cell in cells if holds(cell)]
    texts = [as_typed(cell).strip() for cell in filled]
    if not filled:
        return False
    if _most(_is_token, texts) or _most(_is_account, texts):
        return True
    people = _are_names([text for text in texts if text not in heading])  # an option's own name is no person's
    if asks(heading) and not (_WHOM.match(heading) and people):
        return False
    return people or _is_role(heading, texts) or (len(filled) >= _FEWEST and _are_technical(filled, texts))


def _most(test: Callable[[str], bool], texts: Sequence[str]) -> bool:
    return sum(map(test, texts)) >= _MOST * len(texts)


def _is_token(text: str) -> bool:
    return len(text) >= _LONG_TOKEN and _TOKEN.fullmatch(text) is not None


def _is_account(text: str) -> bool:
    return _ACCOUNT.fullmatch(text) is not None


def _are_technical(filled: Sequence[Cell], texts: Sequence[str]) -> bool:
    """Tell whether cells are times of day, or seeds: huge numbers that nobody rounded and hardly any of them twice."""
    if all(isinstance(cell, datetime) and cell.time() != time() for cell in filled) or _most(_is_stamp, texts):
        return True
    numbers = [number for text in texts if (number := as_number(text)) is not None]
    return (
        len(numbers) >= _MOST * len(texts)
        and len(set(numbers)) >= 0.9 * len(numbers)
        and sum(abs(number) >= _HUGE and number % 100 != 0 for number in numbers) >= 0.5 * len(numbers)
    )


def _is_stamp(text: str) -> bool:
    return _STAMP.match(text) is not None


def _are_names(texts: Sequence[str]) -> bool:
    """Tell whether most answers are two capitalised words that could be somebody's name.

    „Haus Nord“, „Haus Süd“ and „Freier Träger“, „Kirchlicher Träger“ share a word, as names rarely do.
    """
    said = [text for text in texts if not is_beside(text)]
    names = [match for text in dict.fromkeys(said) if (match := _NAME.fullmatch(text))]
    given = {match[0] for match in names}
    if not names or sum(text in given for text in said) < 0.5 * len(said) or wording_of(given):
        return False
    alike = min(len({match[part] for match in names}) for part in ("first", "last"))
    return len(names) < 2 or alike > 0.6 * len(names) or any(match["comma"] for match in names)


def _is_role(heading: str, texts: Sequence[str]) -> bool:
    """Tell whether a heading such as „Mitglied“ or „Teilnehmer/in“ stands above people, not above „ja“ and „nein“."""
    answers = {text for text in texts if not is_beside(text)}
    plain = {yes_or_no(text) for text in answers} <= {"ja", "nein", "0", "1", "x"} or wording_of(answers)
    return is_role(heading) and bool(answers) and not plain
