"""„Herkunft der Zahlen“ and „Methodik“: where each printed figure comes from and how it was counted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ..base.figures import Figure
from ..base.records import SourceRows, Tables
from ..german.calendar import MONTHS
from .typography import ranges

MOST_RANGES = 40  # more than these are not read by anybody


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
    those of a survey all come from the same rows. `charts` are the keys of the charts whose numbers begin here.
    """

    title: str
    first: str
    entries: tuple[Entry, ...]
    sources: tuple[str, ...] = ()
    values: bool = True
    charts: tuple[str, ...] = ()


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


@dataclass(frozen=True)
class _Sort:
    """Figures that share one line: what their keys look like, which parts of them make the line, its title.

    `title` may take parts of the first label by `short`, which also cuts the labels down to what tells the figures
    apart; `order` are the parts of the key by which they stand, those without such a part (sums) last.
    """

    key: re.Pattern[str]
    line: str
    title: str
    short: re.Pattern[str]
    order: tuple[int, ...] = ()


_ALL = re.compile("")  # nothing to cut
_SORTS = (
    _Sort(
        re.compile(r"(.+)\.\d{4}-\d\d-\d\d(?:-\d+)?\.(?:teilnehmer|hoechstens)"),
        r"\1.tag",
        "Teilnehmer einzelner Termine",
        re.compile(r"Teilnehmer \w+ \w+ (?:am|im) "),
    ),
    _Sort(
        re.compile(r"(.+)\.(\d{4}-\d\d)(?:\.art\.(.+))?\.anzahl"),
        r"\1.monat",
        r"\1 Monat für Monat",
        re.compile(r"(\w+) (?:\(Art: (?P<was>.+)\) )?im "),
        (2, 3),
    ),
    _Sort(
        re.compile(r"(.+\.partner)(?:\.art\.(.+))?\.anzahl"),
        r"\1",
        "Beteiligte Organisationen",
        re.compile(r"beteiligte Organisationen(?: \(Art: (?P<was>.+)\))?"),
        (2,),
    ),
    _Sort(
        re.compile(r"(.+?)(?:\.(\d{4}))?\.(art|format)\.([^.]+)\.anzahl"),
        r"\1.\3",
        r"\1 nach \2",
        re.compile(r"(.+?) \((Art|Format): (?P<was>.+?)\)(?: (?=im)|$)"),
        (4, 2),
    ),
    _Sort(
        re.compile(r"(.+\.initiativen)\.([^.\d][^.]*)\.anzahl"),
        r"\1.art",
        r"\1 nach Art",
        re.compile(r"(\w+) \(Art: (?P<was>.+)\)"),
    ),
    _Sort(
        re.compile(r"(.+\.netzwerk)(?:\.(.+))?\.(?:teilnehmer|institutionen)"),
        r"\1",
        "Netzwerk",
        re.compile(r" im Netzwerk"),
        (2,),
    ),
    _Sort(
        re.compile(r"(.+\.veranstaltungen)(?:\.(\d{4}))?\.teilnehmer"),
        r"\1.teilnehmer",
        "Teilnehmer der Veranstaltungen",
        re.compile(r"Teilnehmer der Veranstaltungen "),
        (2,),
    ),
    _Sort(
        re.compile(r"(.+\.(?:treffen|veranstaltungen|initiativen))(?:\.(\d{4}(?:-q\d)?))?\.(?:anzahl|zeitraum)"),
        r"\1",
        r"\1",
        re.compile(r"(\w+),? "),
        (2,),
    ),
    _Sort(re.compile(r"(umfrage\.[^.]+\.[^.]+)\..+"), r"\1", "", _ALL),
)
_LAST = "~"  # behind every letter and digit


def origins(
    figures: Iterable[Figure],
    tables: Tables,
    chapters: Mapping[str, str] | None = None,
    drawn: Mapping[str, Iterable[str]] | None = None,
) -> tuple[Subject, ...]:
    """Return the annex: subject by subject, in the order in which figures are met.

    A subject is called as its chapter is (`chapters`: titles by how keys begin), else as its labels begin.
    `drawn` are the keys of the figures in each chart's drawing.
    """
    groups: dict[str, dict[tuple[str, _Sort | None], list[Figure]]] = {}
    for figure in figures:
        first, second, *_ = (*figure.key.split("."), "")
        title = (chapters or {}).get(f"{first}.{second}") or (chapters or {}).get(first, figure.subject)
        title = figure.subject if _of_survey(figure) else title
        groups.setdefault(title or "Weitere Zahlen", {}).setdefault(_line_of(figure), []).append(figure)
    subjects = [
        Subject(subject, tuple(_origin(sort, found, tables) for (_, sort), found in lines.items()))
        for subject, lines in groups.items()
    ]
    subjects.sort(key=lambda subject: _of_survey(subject.lines[0].entries[0].figure))
    return tuple(_with_charts(subjects, drawn or {}))


def _with_charts(subjects: Iterable[Subject], drawn: Mapping[str, Iterable[str]]) -> Iterator[Subject]:
    """Yield the subjects, each chart noted at the first line that tells of its numbers."""
    waiting = {chart: set(keys) for chart, keys in drawn.items()}
    for subject in subjects:
        lines = []
        for line in subject.lines:
            told = {entry.figure.key for entry in line.entries}
            here = tuple(chart for chart, keys in waiting.items() if keys & told)
            for chart in here:
                del waiting[chart]
            lines.append(replace(line, charts=here))
        yield replace(subject, lines=tuple(lines))


def _of_survey(figure: Figure) -> bool:
    return figure.key.startswith("umfrage.")


def _line_of(figure: Figure) -> tuple[str, _Sort | None]:
    """Return what figures of one line have in common, and their sort."""
    for sort in _SORTS:
        if found := sort.key.fullmatch(figure.key):
            return found.expand(sort.line), sort
    return figure.key, None


def _place(figure: Figure, sort: _Sort | None) -> tuple[str, ...]:
    found = sort.key.fullmatch(figure.key) if sort else None
    return (*(found[part] or _LAST for part in sort.order), figure.key) if sort and found else (figure.key,)


def _origin(sort: _Sort | None, figures: Sequence[Figure], tables: Tables) -> Origin:
    first = figures[0].key
    figures = sorted(figures, key=lambda figure: _place(figure, sort))
    labels = [figure.what for figure in figures]
    title, short = _named(sort, labels)
    if len({figure.rows for figure in figures}) == 1:
        entries = tuple(Entry(*both) for both in zip(figures, short, strict=True))
        values = len(entries) == 1 or not _of_survey(figures[0])
        return Origin(title, first, entries, in_words(tables.where(figures[0].rows)), values)
    told, whole = _told([tables.where(figure.rows) for figure in figures])
    rows = [frozenset(figure.rows) for figure in figures]
    for place in range(1, len(figures)):
        told[place] = _as_before(rows, place) or told[place]
    return Origin(title, first, tuple(Entry(*parts) for parts in zip(figures, short, told, strict=True)), whole)


def _named(sort: _Sort | None, labels: Sequence[str]) -> tuple[str, list[str]]:
    """Return the title of a line and what each of its figures is called in it."""
    if len(labels) == 1:
        return labels[0], list(labels)
    if sort is None or sort.short is _ALL:
        shared = _beginning(labels)
        return shared.rstrip(" ,:"), [label[len(shared) :].strip() or "insgesamt" for label in labels]
    found = sort.short.search(labels[0])
    title = found.expand(sort.title) if found else sort.title
    return title, [_cut(sort.short, label) for label in labels]


def _cut(pattern: re.Pattern[str], label: str) -> str:
    """Return a label without what all have in common: „Gespräch, März“ of „Treffen (Art: Gespräch) im März“."""
    found = pattern.search(label)
    if not found:
        return label
    kind = found.groupdict().get("was") or ""
    rest = (label[: found.start()] + label[found.end() :]).strip(" ,")
    return ", ".join(filter(None, (kind, rest))) or "insgesamt"


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
    numbers = _numbers(place)
    return numbers if "Zeilen" in numbers else f"{'Zeile' if len(place.rows) == 1 else 'Zeilen'} {numbers}"


def _numbers(place: SourceRows) -> str:
    """Return the rows as ranges; a very long list is cut, the attached figures hold it whole."""
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


_DETAIL = re.compile(
    rf" (im Jahr \d{{4}}|bis Ende \d{{4}}|im \d\. Quartal \d{{4}}|im (?:{'|'.join(MONTHS)}) \d{{4}}"
    r"|am \d+\.\s\w+ \d{4}|\d{4}|\(.+\))(?=$| )"
)


def _what(figure: Figure) -> str:
    """Return what was counted, without whose, when and which; for a survey its title."""
    return figure.subject if _of_survey(figure) else _DETAIL.sub("", figure.what)
