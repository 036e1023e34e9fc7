"""„Herkunft der Zahlen“ and „Methodik“: where each printed figure comes from and how it was counted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..ingest.records import SourceRows, Tables, source_rows
from ..statistics.figures import Figure, Figures
from .typography import ranges


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
class Origin:
    """One line of „Herkunft der Zahlen“: figures that were counted from the same rows of one subject."""

    figures: tuple[Figure, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True)
class Method:
    """One sentence of „Methodik“ and the figures that were counted that way."""

    sentence: str
    labels: tuple[str, ...]


def origins(figures: Iterable[Figure], tables: Tables) -> tuple[Origin, ...]:
    """Return the lines of the annex; neighbours with the same rows and the same beginning of the key share one."""
    lines: list[tuple[tuple[str, tuple[int, ...]], list[Figure]]] = []
    for figure in figures:
        same = (figure.key.rpartition(".")[0], figure.rows)
        if lines and lines[-1][0] == same and figure.key.startswith("umfrage."):
            lines[-1][1].append(figure)
        else:
            lines.append((same, [figure]))
    return tuple(
        Origin(tuple(group), tuple(in_words(place) for place in source_rows(tables.sources, rows)))
        for (_, rows), group in lines
    )


def in_words(place: SourceRows) -> str:
    """Return where rows stand: „Treffen.xlsx, Blatt „2017“, Zeilen 5–9, 12“."""
    word = "Zeile" if len(place.rows) == 1 else "Zeilen"
    sheet = f", Blatt „{place.sheet}“" if place.sheet else ""
    return f"{place.file}{sheet}, {word} {ranges(place.rows)}"


def methods(figures: Sequence[Figure]) -> tuple[Method, ...]:
    """Return each way of counting once, with the labels of what was counted so."""
    by_sentence: dict[str, dict[str, None]] = {}
    for figure in figures:
        if figure.method:
            by_sentence.setdefault(figure.method, {})[figure.label] = None
    return tuple(Method(sentence, tuple(labels)) for sentence, labels in by_sentence.items())
