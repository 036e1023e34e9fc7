"""A Figure is a number that knows its rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from .names import slug
from .period import Period

Value = int | Decimal | Period | None


@dataclass(frozen=True)
class Figure:
    """One number of the report.

    `value` is None where nothing is known; `at_least` says that it is a lower bound; `unit` is a German word
    („Treffen“, „Teilnehmer“, „%“, „Euro“, „Zeitraum“); `rows` are the ids of the records it was counted from;
    `method` is one German sentence for the annex „Methodik“: how it was counted. `approximate` marks a single
    number that somebody typed with „ca.“. `subject` is whose number it is: what `label` begins with, a project or a
    survey, "" where it is nobody's.
    """

    key: str
    label: str
    value: Value
    unit: str = ""
    at_least: bool = False
    approximate: bool = False
    rows: tuple[int, ...] = ()
    method: str = ""
    subject: str = ""

    @property
    def what(self) -> str:
        """The label without the subject: „Treffen im Jahr 2017“."""
        return self.label.removeprefix(f"{self.subject}: ") if self.subject else self.label


class Figures(Mapping[str, Figure]):
    """All figures of a report by key, in the order in which they were counted."""

    def __init__(self, figures: Iterable[Figure] = ()) -> None:
        self._by_key: dict[str, Figure] = {}
        for figure in figures:
            if figure.key in self._by_key:
                raise ValueError(f"two figures share the key {figure.key}")
            self._by_key[figure.key] = figure

    def __getitem__(self, key: str) -> Figure:
        return self._by_key[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._by_key)

    def __len__(self) -> int:
        return len(self._by_key)

    @cached_property
    def subjects(self) -> tuple[str, ...]:
        """The first parts of the keys, each once: projects, „gesamt“, „umfrage“."""
        return tuple(dict.fromkeys(key.partition(".")[0] for key in self))

    @cached_property
    def by_row(self) -> dict[str, dict[int, Figure]]:
        """The figures of single rows with a date, by what they tell („teilnehmer“) and the id of the row.

        Every project asks for them, so they are looked for once.
        """
        found: dict[str, dict[int, Figure]] = {}
        for key, figure in self.items():
            before, _, what = key.rpartition(".")
            if len(figure.rows) == 1 and _is_day(before.rpartition(".")[2]):
                found.setdefault(what, {})[figure.rows[0]] = figure
        return found


def _is_day(part: str) -> bool:
    return len(part) >= 10 and part[:4].isdigit() and part[4] == "-" and part[5:7].isdigit() and part[7] == "-"


def project_slug(name: str) -> str:
    """Return the first part of a project's keys; a project called „Gesamt“ keeps out of the way of the totals."""
    part = slug(name)
    return "projekt-gesamt" if part == "gesamt" else part
