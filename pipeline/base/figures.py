"""A Figure is a number that knows its rows."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import TypeVar, overload

from .keys import TOTAL, Key
from .keys import project_slug as project_slug
from .period import Period

_T = TypeVar("_T")
Value = int | Decimal | Period | None


@dataclass(frozen=True)
class Label:
    """What a figure is called, in parts, so that nobody has to cut it out of the whole.

    „Integration: Treffen (Art: Gespräch) im August 2017“: `subject`, `what` was counted, `by` which column and `which`
    value of it, `when` with the preposition (`at`) that a list of times leaves out. `part` stands last, behind a comma:
    „Zeitraum“, the answer to a question. `note` tells twins apart. In a line with others, titled `line`, the figure is
    called by what they do not share: `among` is its name there where they count different things.
    """

    what: str
    subject: str = ""
    by: str = ""
    which: str = ""
    at: str = ""
    when: str = ""
    note: str = ""
    part: str = ""
    among: str = ""
    line: str = ""

    def __str__(self) -> str:
        """Return the whole label: „Integration: Treffen im Jahr 2017“."""
        return f"{self.subject}: {self.text}" if self.subject else self.text

    @property
    def text(self) -> str:
        """The label without the subject: „Treffen im Jahr 2017“."""
        return self._behind(self.what)

    @property
    def counted(self) -> str:
        """What was counted, without whose, which and when: „Treffen“, „Treffen, Zeitraum“."""
        return ", ".join(filter(None, (self.what, self.part)))

    @property
    def title(self) -> str:
        """How the figure and those that share its line are called together: „Treffen nach Art“."""
        return self.line or (f"{self.what} nach {self.by}" if self.by else self.what)

    @property
    def short(self) -> str:
        """What the figure is called in such a line: „Gespräch, im Jahr 2017“, „insgesamt“."""
        if self.among:
            return self._behind(self.among)
        return ", ".join(filter(None, (self.which, f"{self.when}{self.note}", self.part))) or "insgesamt"

    def _behind(self, what: str) -> str:
        which = f"({self.by}: {self.which})" if self.by else ""
        said = " ".join(filter(None, (what, which, self.at, self.when)))
        return ", ".join(filter(None, (f"{said}{self.note}", self.part)))


@dataclass(frozen=True)
class Figure:
    """One number of the report.

    `value` is None where nothing is known; `at_least` says that it is a lower bound; `unit` is a German word
    („Treffen“, „Teilnehmer“, „%“, „Euro“, „Zeitraum“); `rows` are the ids of the records it was counted from;
    `method` is one German sentence for the annex „Methodik“: how it was counted. `approximate` marks a single
    number that somebody typed with „ca.“. `line` names the figures of its topic that share a line of „Herkunft der
    Zahlen“ with it, None leaves that to the key. `ours` says that it is the association's, not that of what it does
    outside of projects.
    """

    key: Key
    label: Label
    value: Value
    unit: str = ""
    at_least: bool = False
    approximate: bool = False
    rows: tuple[int, ...] = ()
    method: str = ""
    line: str | None = None
    ours: bool = False

    @property
    def group(self) -> tuple[bool, str, str, str]:
        """What figures of one line of „Herkunft der Zahlen“ have in common; words of labels have no say in it."""
        key = self.key
        line = self.line
        if line is None:
            time = key.time
            line = "tag" if time and time.day else "monat" if time and time.month else key.by
        return (key.survey, key.subject, key.topic, line)


class Figures(Mapping[str, Figure]):
    """All figures of a report by the text of their keys, in the order in which they were counted.

    `broken_off` are topics that know but a part of the report year and the whole one before.
    """

    def __init__(self, figures: Iterable[Figure] = (), broken_off: Collection[str] = ()) -> None:
        self.broken_off = frozenset(broken_off)
        self._by_key: dict[str, Figure] = {}
        for figure in figures:
            if figure.key.text in self._by_key:
                raise ValueError(f"two figures share the key {figure.key}")
            self._by_key[figure.key.text] = figure

    def __getitem__(self, key: Key | str) -> Figure:
        return self._by_key[str(key)]

    def __contains__(self, key: object) -> bool:
        return str(key) in self._by_key

    @overload
    def get(self, key: Key | str, /) -> Figure | None: ...
    @overload
    def get(self, key: Key | str, /, default: Figure | _T) -> Figure | _T: ...
    def get(self, key: Key | str, /, default: object = None) -> object:
        """Return the figure with a key, or with a key's text; `default` where nobody counted it."""
        return self._by_key.get(str(key), default)

    def year_before(self, key: Key) -> Figure | None:
        """Return the figure with which that of a year is compared; None where nobody counted like for like."""
        return None if key.topic in self.broken_off or not key.year else self.get(key.in_year(key.year - 1))

    def __iter__(self) -> Iterator[str]:
        return iter(self._by_key)

    def __len__(self) -> int:
        return len(self._by_key)

    @cached_property
    def projects(self) -> tuple[str, ...]:
        """The projects that have figures, each once."""
        subjects = (figure.key.subject for figure in self.values() if not figure.key.survey)
        return tuple(subject for subject in dict.fromkeys(subjects) if subject != TOTAL)

    @cached_property
    def topics(self) -> frozenset[str]:
        """What the projects' figures were counted from."""
        return frozenset(figure.key.topic for figure in self.values() if not figure.key.survey)

    def called(self, project: str) -> str:
        """Return what labels call a project, "" for nobody."""
        labels = (figure.label.subject for figure in self.values() if figure.key.subject == project)
        return next(filter(None, labels), "")

    @cached_property
    def by_row(self) -> dict[str, dict[int, Figure]]:
        """The figures of single rows with a date, by what they tell („teilnehmer“) and the id of the row.

        Every project asks for them, so they are looked for once.
        """
        found: dict[str, dict[int, Figure]] = {}
        for figure in self.values():
            if len(figure.rows) == 1 and figure.key.time and figure.key.time.day:
                found.setdefault(figure.key.measure, {})[figure.rows[0]] = figure
        return found
