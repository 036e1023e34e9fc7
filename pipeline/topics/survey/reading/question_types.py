"""The type of a question, found from its answers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, time
from itertools import pairwise

from ....base.records import QuestionKind
from ....german.nothing import kind_of_nothing
from ....ingest.cells.personal import has_personal_data
from ....ingest.sheets import Cell, as_typed
from .free_text import REST, TYPED, are_remarks, are_written, is_dash, typed_by_one
from .ordinal_options import ordered
from .scales import GRADES, Scale, is_beside, numbered_scale, wording_of
from .tools import QuestionHeading, tidy

AnswerCell = str | int | float | bool | None

_NUMBER = re.compile(r"(?:ca\.?\s?|etwa\s|circa\s|rund\s)?(-?\d+(?:[.,]\d+)?)\s*%?", re.IGNORECASE)
_MOST_WORDS = 0.2  # of the answers may be words where the others are numbers
_DAY = re.compile(r"((?:19|20)\d\d)-\d\d-\d\d(?:[ T][\d:.]+)?|\d{1,2}\.\s?\d{1,2}\.\s?((?:19|20)\d\d)")
_MOST_OPTIONS = 25  # lists to tick are hardly longer; what has more different answers is free text
_LONGEST_OPTION = 160  # a sentence with a subordinate clause; what is longer was not there to be ticked
_LONGEST_LIST = 2000  # of several options in one cell


@dataclass(frozen=True)
class Type:
    """What a question is: its kind, its options where they are known already, what was assumed, what separates."""

    kind: QuestionKind
    options: tuple[str, ...] = ()
    assumed: tuple[str, ...] = ()
    scale: Scale | None = None
    separator: str = ""


def tidied(cells: Iterable[Cell]) -> tuple[AnswerCell, ...]:
    """Return raw cells as answers: one line of text, a number, a date as ISO text, or None."""
    known: dict[object, AnswerCell] = {}
    found = []
    for cell in cells:
        key = (type(cell), cell)  # 1, 1.0 and True are equal and yet typed differently
        if key not in known:
            known[key] = _tidied(cell)
        found.append(known[key])
    return tuple(found)


def without_dashes(cells: Sequence[AnswerCell]) -> tuple[AnswerCell, ...]:
    """Return answers without „-“, which says that there is none unless there is only one other answer („x“)."""
    dashes = {cell for cell in cells if isinstance(cell, str) and is_dash(cell)}
    if len({cell for cell in cells if cell is not None} - dashes) < 2:
        return tuple(cells)
    return tuple(None if cell in dashes else cell for cell in cells)


def _tidied(cell: Cell) -> AnswerCell:
    match cell:
        case None:
            return None
        case bool():
            return "Ja" if cell else "Nein"
        case int() | float():
            return cell
        case date():
            return cell.isoformat()[:10]
        case time():
            return as_typed(cell)
        case _:
            text = tidy(str(cell))
            return None if not text or kind_of_nothing(text, "antwort") == "unanswered" else text


def as_number(answer: AnswerCell) -> float | None:
    """Return an answer as a number if it is one and nothing else."""
    if isinstance(answer, str):
        found = _NUMBER.fullmatch(answer.strip())
        return float(found[1].replace(",", ".")) if found else None
    return None if answer is None else float(answer)


def as_year(answer: AnswerCell) -> int | None:
    """Return the year of an answer that is a date; the day would tell too much."""
    found = _DAY.fullmatch(answer) if isinstance(answer, str) else None
    return int(found[1] or found[2]) if found else None


def label(answer: AnswerCell) -> str:
    """Return an answer as the label of an option: without the number of its place."""
    text = f"{answer:g}" if isinstance(answer, float) else str(answer)
    return re.sub(r"^\(?\d{1,2}\)?\s*[-–=:.)]\s*(?=[A-Za-zÄÖÜäöü])", "", text)


def type_of(heading: QuestionHeading, answers: Iterable[AnswerCell], separator: str | None = "") -> Type:
    """Return the type of a question; `separator` is what the tool puts between several choices (see `Tool`)."""
    given = Counter(answers)  # distinct answers are few: everything below looks at each once
    seen = [answer for answer in given if answer is not None and not is_beside(str(answer))]
    if not seen:
        return Type("offen")
    if all(as_year(answer) for answer in seen):
        return Type("datum")
    poles = numbered_scale(f"{heading.stem} {heading.item}", [str(answer) for answer in seen])
    if poles:
        return Type("zustimmung", scale=poles)
    numbers = {answer: as_number(answer) for answer in seen}
    known = {number for number in numbers.values() if number is not None}
    words = [str(answer) for answer, number in numbers.items() if number is None]
    if asks_for_grade(heading) and all(grade_of(answer) for answer in seen):
        return Type("note", assumed=("Bei Noten zählen „+“ und „-“ nicht.",) if words else ())
    if not words:
        return _type_of_numbers(known)
    without = sum(given[answer] for answer in seen if numbers[answer] is None)
    if len(known) > 2 and without <= _MOST_WORDS * sum(given[answer] for answer in seen):
        quoted = ", ".join(f"„{word}“" for word in words[:3] if not has_personal_data(word))
        assumed = f"Antworten, die keine Zahl sind, zählen nicht mit{f' ({quoted})' if quoted else ''}."
        return replace(_type_of_numbers(known), assumed=(assumed,))
    count: Counter[str] = Counter()
    for answer in seen:
        count[label(answer)] += given[answer]
    if wording_of(count):
        return Type("zustimmung")
    if {text.casefold() for text in count} <= set(GRADES):
        return Type("note")
    if len({text.casefold() for text in count}) <= 2 and {yes_or_no(text) for text in count} <= {"ja", "nein"}:
        return Type("ja-nein")
    if are_remarks(heading.stem) or any(map(has_personal_data, count)):
        return Type("offen")  # even where texts repeat: an option is nothing that somebody wrote
    return _type_of_texts(count, separator, f"{heading.stem} {heading.item}")


def yes_or_no(text: str) -> str:
    """Return „ja“ or „nein“ for an answer that begins so in German or English, else its first word."""
    word = re.split(r"[\s,.:;!–-]", text.casefold(), maxsplit=1)[0]
    return {"yes": "ja", "no": "nein", "y": "ja", "n": "nein"}.get(word, word)


def asks_for_grade(heading: QuestionHeading) -> bool:
    """Tell whether a question asks for a Schulnote."""
    return bool(re.search(r"(?i)schulnote|\bnoten?\b|\bgrade\b", f"{heading.stem} {heading.item}"))


def grade_of(answer: AnswerCell) -> int | None:
    """Return the grade that an answer gives: 2 for „2“, „2-“ and „gut“."""
    if str(answer).casefold() in GRADES:
        return GRADES.index(str(answer).casefold()) + 1
    found = re.fullmatch(r"([1-6])(\.0)?\s?[+-]?", str(answer))
    return int(found[1]) if found else None


def _type_of_numbers(values: set[float]) -> Type:
    if len(values) > 1 and values <= set(range(1, 8)):
        return Type(
            "zahl", assumed=("Die Zahlen haben keine benannten Enden und zählen deshalb als Zahl, nicht als Skala.",)
        )
    return Type("zahl")


def is_code(text: str) -> bool:
    """Tell whether an answer is the code of an option and not its words."""
    return bool(re.fullmatch(r"[A-Za-z]{1,4}\d{1,4}|-oth-", text))


def _type_of_texts(count: Counter[str], separator: str | None, question: str) -> Type:
    """Tell choices from open text: choices repeat and are short."""
    if max(map(len, count)) > _LONGEST_LIST:
        return Type("offen")
    between = "" if separator is None else _separator(count, separator)
    if between:
        return Type("mehrfach", separator=between)
    if are_written(question, count):
        return Type("offen")
    number = sum(count.values())
    coded = all(map(is_code, count))
    repeated = sum(n for n in count.values() if n > 1)
    short = _mean_length(count) <= 80 and max(map(len, count)) <= _LONGEST_OPTION
    if coded or (short and len(count) <= max(2, min(_MOST_OPTIONS, number / 2)) and repeated >= 0.6 * number):
        typed = frozenset[str]() if coded else typed_by_one(count, number)
        if typed and not ordered(count):
            return Type("einfach", options=(*by_frequency(count, count.keys() - typed), REST), assumed=(TYPED,))
        return Type("einfach", options=tuple(sorted(count, key=_code)) if coded else ())
    frequent = [text for text, n in count.items() if n >= max(3, number / 50)]
    if short and 2 <= len(frequent) <= _MOST_OPTIONS and sum(count[text] for text in frequent) >= 0.8 * number:
        assumed = "Antworten, die fast niemand sonst gegeben hat, zählen als „Sonstiges“."
        return Type("einfach", options=(*by_frequency(count, frequent), "Sonstiges"), assumed=(assumed,))
    return Type("offen")


def _code(text: str) -> tuple[bool, str, int]:
    letters = text.rstrip("0123456789")
    return (text == "-oth-", letters, int(text[len(letters) :] or 0))


def by_frequency(count: Mapping[str, int], among: Iterable[str] | None = None) -> tuple[str, ...]:
    """Return labels, the most frequent first, equals by the alphabet."""
    return tuple(sorted(count if among is None else among, key=lambda text: (-count[text], text)))


def _separator(count: Counter[str], known: str) -> str:
    """Return what stands between several choices in one cell, or "" if each cell holds one."""
    for separator in (known,) if known else (";", ","):
        in_cells = choices(count, separator)
        if all(len(found) <= 1 for found in in_cells.values()):
            continue
        options = _options(in_cells, count)
        again = sum(number for number in options.values() if number > 1)
        few = len(options) <= max(4, min(_MOST_OPTIONS, 0.7 * len(count))) or separator == ";" == known
        if again >= 0.8 * sum(options.values()) and few and _mean_length(options) <= 80:
            return separator
    return ""


def _options(in_cells: Mapping[str, Sequence[str]], count: Mapping[str, int]) -> Counter[str]:
    options: Counter[str] = Counter()
    for text, found in in_cells.items():
        for option in found:
            options[option] += count[text]
    return options


def _mean_length(texts: Iterable[str]) -> float:
    lengths = [len(text) for text in texts]
    return sum(lengths) / max(1, len(lengths))


def choices(texts: Iterable[str], separator: str) -> dict[str, list[str]]:
    """Return the choices that stand in each of the cells' texts.

    Separators in brackets are kept. Google Forms joins with a comma while its options may hold commas: pieces that
    never stand but side by side („Spiel, Spaß und Sport“) are one option.
    """
    pattern = re.compile(rf"\s*{re.escape(separator)}\s*(?![^()]*\))")
    found = {text: [piece for piece in pattern.split(text) if piece] for text in texts}
    return found if separator != "," else _together(found)


def _together(found: dict[str, list[str]]) -> dict[str, list[str]]:
    """Join neighbours of which neither ever stands without the other, in two different cells at least."""
    while True:
        alone = Counter(piece for pieces in found.values() for piece in pieces)
        pairs = Counter(pair for pieces in found.values() for pair in pairwise(pieces))
        capitals = sum(piece[:1].isupper() for piece in alone) > len(alone) / 2
        joined = {
            pair
            for pair, number in pairs.items()
            if number == alone[pair[0]] == alone[pair[1]] and (number >= 2 or (capitals and pair[1][:1].islower()))
        }
        if not joined:
            return found
        first = min(joined)
        found = {text: _joined(pieces, first) for text, pieces in found.items()}


def _joined(pieces: list[str], pair: tuple[str, str]) -> list[str]:
    for place in range(len(pieces) - 1):
        if (pieces[place], pieces[place + 1]) == pair:
            return [*pieces[:place], ", ".join(pair), *pieces[place + 2 :]]
    return pieces
