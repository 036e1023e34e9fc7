"""„Herkunft der Zahlen“ and „Methodik“: where each printed figure comes from and how it was counted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ..base.figures import Figure
from ..base.records import SourceRows, Tables
from .typography import ranges

MOST_RANGES = 40  # more than these are not read by anybody


@dataclass(frozen=True)
class OriginEntry:
    """One figure in a line of „Herkunft der Zahlen“; `sources` is empty where the whole line shares one source."""

    figure: Figure
    label: str
    sources: tuple[str, ...] = ()


@dataclass(frozen=True)
class Origin:
    """One line of „Herkunft der Zahlen“: a figure, or many small ones of the same line.

    `first` is the key of the figure that a reader meets first. `values` says whether the single values are told, too;
    those of a survey all come from the same rows. `charts` are the keys of the charts whose numbers begin here.
    """

    title: str
    first: str
    entries: tuple[OriginEntry, ...]
    sources: tuple[str, ...] = ()
    values: bool = True
    charts: tuple[str, ...] = ()


@dataclass(frozen=True)
class OriginSubject:
    """The lines about one project or survey, under its name."""

    title: str
    lines: tuple[Origin, ...]


@dataclass(frozen=True)
class Method:
    """How some figures were counted, in sentences for the annex „Methodik“."""

    labels: tuple[str, ...]
    sentences: tuple[str, ...]


_LAST = "~"  # behind every letter and digit


def origins(
    figures: Iterable[Figure],
    tables: Tables,
    chapters: Mapping[str, str] | None = None,
    drawn: Mapping[str, Iterable[str]] | None = None,
    ours: str = "",
) -> tuple[OriginSubject, ...]:
    """Return the annex: subject by subject, in the order in which figures are met, surveys last.

    A project is called as its chapter is (`chapters`: titles by project), the association itself `ours`, all else as
    its labels begin. `drawn` are the keys of the figures in each chart's drawing.
    """
    groups: dict[tuple[bool, str], dict[tuple[object, ...], list[Figure]]] = {}
    for figure in figures:
        title = _subject(figure, chapters or {}, ours) or "Weitere Zahlen"
        groups.setdefault((figure.key.survey, title), {}).setdefault(figure.group, []).append(figure)
    subjects = [
        OriginSubject(title, tuple(_origin(found, tables) for found in lines.values()))
        for (_, title), lines in sorted(groups.items(), key=lambda group: group[0][0])
    ]
    return tuple(_with_charts(subjects, drawn or {}))


def _subject(figure: Figure, chapters: Mapping[str, str], ours: str) -> str:
    if figure.ours and ours:
        return ours
    return figure.label.subject if figure.key.survey else chapters.get(figure.key.subject, figure.label.subject)


def _with_charts(subjects: Iterable[OriginSubject], drawn: Mapping[str, Iterable[str]]) -> Iterator[OriginSubject]:
    """Yield the subjects, each chart noted at the first line that tells of its numbers."""
    waiting = {chart: set(keys) for chart, keys in drawn.items()}
    for subject in subjects:
        lines = []
        for line in subject.lines:
            told = {entry.figure.key.text for entry in line.entries}
            here = tuple(chart for chart, keys in waiting.items() if keys & told)
            for chart in here:
                del waiting[chart]
            lines.append(replace(line, charts=here))
        yield replace(subject, lines=tuple(lines))


def _place(figure: Figure) -> tuple[str, ...]:
    """Return where a figure stands in its line: times in their order, else kinds, sums behind what they are made of."""
    key = figure.key
    time = str(key.time or _LAST)
    kind = f"{key.by}.{key.which}".strip(".") or _LAST
    return (time, kind, key.text) if key.time and key.time.month else (kind, time, key.text)


def _origin(figures: Sequence[Figure], tables: Tables) -> Origin:
    first = figures[0].key.text
    figures = sorted(figures, key=_place)
    label = figures[0].label
    title, short = (label.title, [f.label.short for f in figures]) if len(figures) > 1 else (label.text, [label.text])
    if len({figure.rows for figure in figures}) == 1:
        entries = tuple(OriginEntry(*both) for both in zip(figures, short, strict=True))
        values = len(entries) == 1 or not figures[0].key.survey
        return Origin(title, first, entries, in_words(tables.where(figures[0].rows)), values)
    told, whole = _told([tables.where(figure.rows) for figure in figures])
    rows = [frozenset(figure.rows) for figure in figures]
    for place in range(1, len(figures)):
        told[place] = _as_before(rows, place) or told[place]
    return Origin(title, first, tuple(OriginEntry(*parts) for parts in zip(figures, short, told, strict=True)), whole)


def _as_before(rows: Sequence[frozenset[int]], place: int) -> tuple[str, ...]:
    """Return how to say that the rows at `place` are those told before it, the last ones or together; () if not."""
    last = rows[place]
    if not last:
        return ()
    if last == rows[place - 1]:
        return ("dieselben Zeilen",)
    together: frozenset[int] = frozenset()
    for number in range(1, place + 1):
        together |= rows[place - number]
        if together == last:
            return ("alle genannten Zeilen" if number == place else "die Zeilen davor zusammen",)
        if not together <= last:
            return ()
    return ()


def _told(places: Sequence[Sequence[SourceRows]]) -> tuple[list[tuple[str, ...]], tuple[str, ...]]:
    """Return where the rows of each figure stand, and what they have in common, said once: the sheet or the file."""
    sheets = {(place.file, place.sheet) for found in places for place in found}
    files = {file for file, _ in sheets}
    if len(sheets) == 1:
        only = next(place for found in places for place in found)
        return [tuple(_numbers(place) for place in found) for found in places], (_sheet(only),)
    if len(files) == 1:
        return [tuple(f"Blatt „{place.sheet}“ {_numbers(place)}" for place in found) for found in places], tuple(files)
    return [in_words(found) for found in places], ()


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
    numbers = _numbers(place)
    return (
        numbers if place.hidden or "Zeilen" in numbers else f"{'Zeile' if len(place.rows) == 1 else 'Zeilen'} {numbers}"
    )


def _numbers(place: SourceRows) -> str:
    """Return the rows as ranges; a very long list is cut, the attached figures hold it whole."""
    if place.hidden:
        return "eine Zeile" if place.hidden == 1 else f"{place.hidden} Zeilen"
    shown = ranges(place.rows).split(", ")
    if len(shown) <= MOST_RANGES:
        return ", ".join(shown)
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


def _what(figure: Figure) -> str:
    """Return what was counted, without whose, when and which; for a survey its title."""
    return figure.label.subject if figure.key.survey else figure.label.counted
