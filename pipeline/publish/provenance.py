"""„Herkunft der Zahlen“ and „Methodik“: where each printed figure comes from and how it was counted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ..ingest.records import SourceRows, Tables
from ..statistics.figures import Figure, Figures
from .typography import ranges

MOST_RANGES = 60  # more than these are not read by anybody


class Printed:
    """Which figures a report prints, in the order in which a reader meets them."""

    def __init__(self, figures: Figures) -> None:
        self._figures = figures
        self._keys: dict[str, None] = {}

    def note(self, key: str) -> bool:
        """Note that the figure `key` is printed; tell whether it is for the first time."""
        self._figures[key]  # a figure that nobody counted must not be printed
        first = key not in self._keys
        self._keys[key] = None
        return first

    @property
    def figures(self) -> tuple[Figure, ...]:
        """Return the printed figures."""
        return tuple(self._figures[key] for key in self._keys)


@dataclass(frozen=True)
class Entry:
    """One figure in a line of „Herkunft der Zahlen“; `sources` is empty where the whole line shares one source."""

    figure: Figure
    label: str
    sources: tuple[str, ...] = ()


@dataclass(frozen=True)
class Origin:
    """One line of „Herkunft der Zahlen“: a figure, or many small ones of the same sort.

    `first` is the key of the figure that a reader meets first. `values` says whether the single values are told, too;
    those of a survey all come from the same rows.
    """

    title: str
    first: str
    entries: tuple[Entry, ...]
    sources: tuple[str, ...] = ()
    values: bool = True


@dataclass(frozen=True)
class Subject:
    """The lines about one project or survey, under its name."""

    title: str
    lines: tuple[Origin, ...]


@dataclass(frozen=True)
class Method:
    """How some figures were counted, in sentences for the annex „Methodik“."""

    labels: tuple[str, ...]
    sentences: tuple[str, ...]


# Figures of which a report prints many share one line. What their keys look like, which parts of them make the line,
# and what it is called ("": what its labels begin with).
_GATHERED = (
    (re.compile(r"(.+)\.\d{4}-\d\d-\d\d(?:-\d+)?\.teilnehmer"), r"\1.tag", "Teilnehmer einzelner Termine"),
    (re.compile(r"(.+)\.\d{4}-\d\d(?:\.art\..+)?\.anzahl"), r"\1.monat", "Monat für Monat"),
    (re.compile(r"(.+?)(?:\.\d{4})?\.(art|format)\.([^.]+)\.anzahl"), r"\1.\2.\3", ""),
    (re.compile(r"(umfrage\.[^.]+\.[^.]+)\..+"), r"\1", ""),
)


def origins(
    figures: Iterable[Figure], tables: Tables, chapters: Mapping[str, str] | None = None
) -> tuple[Subject, ...]:
    """Return the annex: subject by subject, in the order in which figures are met.

    A subject is called as its chapter is (`chapters`: titles by the first part of keys), else as its labels begin.
    """
    groups: dict[str, dict[tuple[str, str], list[Figure]]] = {}
    for figure in figures:
        subject = _split(figure.label)[0]
        title = subject if _of_survey(figure) else (chapters or {}).get(figure.key.partition(".")[0], subject)
        groups.setdefault(title or "Weitere Zahlen", {}).setdefault(_line_of(figure), []).append(figure)
    subjects = [
        Subject(subject, tuple(_origin(name, found, tables) for (_, name), found in lines.items()))
        for subject, lines in groups.items()
    ]
    return tuple(sorted(subjects, key=lambda subject: _of_survey(subject.lines[0].entries[0].figure)))


def _of_survey(figure: Figure) -> bool:
    return figure.key.startswith("umfrage.")


def without_subject(label: str) -> str:
    """Return what a figure counts, without whose it is: „Treffen im Jahr 2017“."""
    return _split(label)[1]


def _split(label: str) -> tuple[str, str]:
    """Return whose figure it is ("" for nobody's) and what it counts: „Integration: Treffen (Art: Gespräch)“."""
    subject, colon, what = label.partition(": ")
    return (subject, what) if colon and "(" not in subject else ("", label)


def _line_of(figure: Figure) -> tuple[str, str]:
    """Return what figures of one line have in common, and the line's title."""
    for pattern, line, title in _GATHERED:
        if found := pattern.fullmatch(figure.key):
            return found.expand(line), title
    return figure.key, ""


def _origin(title: str, figures: Sequence[Figure], tables: Tables) -> Origin:
    first = figures[0].key
    figures = sorted(figures, key=lambda figure: figure.key)
    labels = [_split(figure.label)[1] for figure in figures]
    shared = _beginning(labels) if len(labels) > 1 else ""
    short = [label[len(shared) :].strip() or "insgesamt" for label in labels]
    name = labels[0] if len(labels) == 1 else title or shared.rstrip(" ,:")
    if len({figure.rows for figure in figures}) == 1:
        entries = tuple(Entry(*both) for both in zip(figures, short, strict=True))
        values = len(entries) == 1 or not _of_survey(figures[0])
        return Origin(name, first, entries, in_words(tables.where(figures[0].rows)), values)
    told, whole = _told([tables.where(figure.rows) for figure in figures])
    whole_rows = {row for figure in figures[:-1] for row in figure.rows}
    if set(figures[-1].rows) == whole_rows:  # a total comes last, after its parts
        told[-1] = ("alle genannten Zeilen",)
    return Origin(name, first, tuple(Entry(*parts) for parts in zip(figures, short, told, strict=True)), whole)


def _told(places: Sequence[Sequence[SourceRows]]) -> tuple[list[tuple[str, ...]], tuple[str, ...]]:
    """Return where the rows of each figure stand, and what they have in common, said once: the sheet or the file."""
    sheets = {(place.file, place.sheet) for found in places for place in found}
    files = {file for file, _ in sheets}
    if len(sheets) == 1:
        return [tuple(_rows(place) for place in found) for found in places], (_sheet(places[0][0]),)
    if len(files) == 1:
        return [tuple(f"Blatt „{place.sheet}“, {_rows(place)}" for place in found) for found in places], tuple(files)
    return [in_words(found) for found in places], ()


def _beginning(labels: Sequence[str]) -> str:
    """Return what all labels begin with, up to the end of a word; a question is never cut."""
    first, last = min(labels), max(labels)
    same = next((i for i, pair in enumerate(zip(first, last, strict=False)) if len(set(pair)) > 1), len(first))
    common = first[:same]
    if common == first:
        return common
    return common[: common.rfind("“, ") + 3] if "„" in common else common[: common.rfind(" ") + 1]


def in_words(places: Sequence[SourceRows]) -> tuple[str, ...]:
    """Return where rows stand, file by file: „Treffen.xlsx, Blatt „2016“, Zeilen 5–9; Blatt „2017“, Zeile 4“."""
    by_file: dict[str, list[str]] = {}
    for place in places:
        sheet = f"Blatt „{place.sheet}“, " if place.sheet else ""
        by_file.setdefault(place.file, []).append(f"{sheet}{_rows(place)}")
    return tuple(f"{file}, {'; '.join(found)}" for file, found in by_file.items())


def _sheet(place: SourceRows) -> str:
    return f"{place.file}, Blatt „{place.sheet}“" if place.sheet else place.file


def _rows(place: SourceRows) -> str:
    """Return the rows as ranges; a very long list is cut, the attached figures hold it whole."""
    shown = ranges(place.rows).split(", ")
    if len(shown) <= MOST_RANGES:
        return f"{'Zeile' if len(place.rows) == 1 else 'Zeilen'} {', '.join(shown)}"
    return f"{len(place.rows)} Zeilen von {place.rows[0]} bis {place.rows[-1]} (einzeln in Kennzahlen.xlsx)"


def methods(figures: Iterable[Figure]) -> tuple[Method, ...]:
    """Return each way of counting once, with what was counted so; labels without their subject and year."""
    labels: dict[str, dict[str, None]] = {}
    for figure in figures:
        if figure.method:
            labels.setdefault(figure.method, {})[_what(figure)] = None
    together: dict[tuple[str, ...], list[str]] = {}
    for sentence, found in labels.items():
        together.setdefault(tuple(found), []).append(sentence)
    return tuple(Method(found, tuple(sentences)) for found, sentences in together.items())


_DETAIL = re.compile(
    r" (im Jahr \d{4}|bis Ende \d{4}|im \d\. Quartal \d{4}|im \w+ \d{4}|am \d+\.\s\w+ \d{4}|\d{4}|\(.+\))(?=$| )"
)


def _what(figure: Figure) -> str:
    """Return what was counted, without whose, when and which; for a survey its title."""
    subject, what = _split(figure.label)
    return subject if _of_survey(figure) else _DETAIL.sub("", what)


def titles(figures: Iterable[Figure]) -> dict[str, str]:
    """Return what the links from and to each figure's line are called for those who hear them."""
    names = {figure.key: figure.label for figure in figures}
    there = {f"herkunft-{key}": f"Herkunft der Zahl: {label}" for key, label in names.items()}
    return there | {f"zahl-{key}": f"Zurück zum Text: {label}" for key, label in names.items()}
