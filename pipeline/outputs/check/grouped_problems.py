"""One cause is one message: what a check says of many cells in the same words is said once, with a list of the cells.

For people only. Programs get every problem, and marked copies carry it to every cell.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ...base.problems import Problem, Severity
from ...german.enumerations import shortened

_MOST_VALUES = 5  # so many further cells are quoted, of the rest the place is enough
_MOST_PLACES = 40  # some three lines of „C7, C9, …“; the marked copy shows them all
_LONGEST_VALUE = 40  # letters of a cell that are quoted, enough to find it by


@dataclass(frozen=True)
class ProblemGroup:
    """Problems of one file that differ in nothing but their place and what was typed there."""

    problems: tuple[Problem, ...]

    @property
    def first(self) -> Problem:
        """The one that is shown in full."""
        return self.problems[0]

    @property
    def elsewhere(self) -> str:
        """Where else it was found: „Ebenso in 28 weiteren Zellen: D3 („viele“), D4 und D6–D31.“; "" if nowhere."""
        first = self.first
        here = [p for p in self.problems[1:] if p.sheet == first.sheet]
        sheets: dict[str, list[Problem]] = {}
        for problem in self.problems[1:]:
            if problem.sheet != first.sheet:
                sheets.setdefault(problem.sheet or "", []).append(problem)
        parts = [_here(here, first.value)] if here else []
        if sheets:
            named = [f"„{name}“{_in_brackets(problems, first.value)}" for name, problems in sheets.items()]
            on = "auf Blatt " if len(named) == 1 else f"auf {len(named)} weiteren Blättern: "
            parts.append(on + shortened(named, _MOST_PLACES))
        return f"Ebenso {'; '.join(parts)}." if parts else ""

    @property
    def in_words(self) -> str:
        """What is wrong, as terminals and letters show it: where, what, where else, what to do."""
        first = self.first
        lines = (f"{first.severity.upper()}: {first.place}", first.message, self.elsewhere, f"→ {first.advice}")
        return "\n  ".join(filter(None, lines))


def group_problems(problems: Iterable[Problem]) -> tuple[ProblemGroup, ...]:
    """Return the problems brought together by their cause, in the order in which the causes first appear."""
    groups: dict[tuple[str, ...], list[Problem]] = {}
    for one in problems:
        key = (one.file, one.code, one.severity, _kind_of_place(one), _gist(one, one.message), _gist(one, one.advice))
        groups.setdefault(key, []).append(one)
    return tuple(ProblemGroup(tuple(same)) for same in groups.values())


def counted(problems: Iterable[Problem]) -> Counter[Severity]:
    """Return how many causes of each severity there are: as many messages as people get to read."""
    return Counter(cause.first.severity for cause in group_problems(problems))


def tally(problems: Iterable[Problem]) -> str:
    """Return how many messages of which severity people get to read: „1 Fehler, 2 Warnungen“."""
    counts = counted(problems)
    parts = [f"{counts[s]} {one if counts[s] == 1 else many}" for s, (one, many) in _NAMES.items() if counts[s]]
    return ", ".join(parts) or "nichts zu beanstanden"


_NAMES = {
    Severity.ERROR: ("Fehler", "Fehler"),
    Severity.WARNING: ("Warnung", "Warnungen"),
    Severity.NOTE: ("Hinweis", "Hinweise"),
}


def _gist(problem: Problem, text: str) -> str:
    """Return what a problem says, whatever its place and whatever was typed there."""
    typed = ((f"„{problem.value}“", "„…“"), (problem.value, "…")) if problem.value else ()
    places = ((f"Zelle {problem.cell}", "Zelle …"), (f"Zeile {problem.row}", "Zeile …"), (f"„{problem.sheet}“", "„…“"))
    for words, instead in (*typed, *places):
        if words:
            text = text.replace(words, instead)
    return text


def _kind_of_place(problem: Problem) -> str:
    return "Zelle" if problem.cell else "Zeile" if problem.row else ""


def _here(problems: Sequence[Problem], first_value: str | None) -> str:
    """Return further places on the same sheet."""
    kind = _kind_of_place(problems[0])
    if not kind:
        return f"bei {shortened([_quoted(p.value) for p in problems], _MOST_PLACES)}"
    if len(problems) == 1:
        return f"in {kind} {_listed(problems, first_value)}"
    return f"in {len(problems)} weiteren {kind}n: {_listed(problems, first_value)}"


def _in_brackets(problems: Sequence[Problem], first_value: str | None) -> str:
    """Return the places on another sheet, "" where a problem is about a sheet as a whole."""
    kind = _kind_of_place(problems[0])
    if not kind:
        return ""
    before = "" if kind == "Zelle" else "Zeile " if len(problems) == 1 else "Zeilen "
    return f" ({before}{_listed(problems, first_value)})"


def _listed(problems: Sequence[Problem], first_value: str | None) -> str:
    """Return places as people write them; of what was typed there, the first few that say something new are quoted."""
    known = {first_value}
    quoted: list[str] = []
    rest: list[str] = []
    for one in problems:
        if one.value and one.value not in known and len(quoted) < _MOST_VALUES:
            known.add(one.value)
            quoted.append(f"{_place(one)} ({_quoted(one.value)})")
        else:
            rest.append(_place(one))
    return shortened([*quoted, *_runs(rest)], _MOST_PLACES)


def _place(problem: Problem) -> str:
    return problem.cell or str(problem.row)


def _runs(places: Iterable[str]) -> Iterator[str]:
    """Yield cells or rows, those that follow each other as „D6–D31“."""
    by_column: dict[str, set[int]] = {}
    for place in places:
        column = place.rstrip("0123456789")
        by_column.setdefault(column, set()).add(int(place[len(column) :]))
    for column, rows in by_column.items():
        runs: list[list[int]] = []
        for row in sorted(rows):
            if runs and row == runs[-1][-1] + 1:
                runs[-1].append(row)
            else:
                runs.append([row])
        for run in runs:
            yield from ([f"{column}{run[0]}–{column}{run[-1]}"] if len(run) > 2 else [f"{column}{row}" for row in run])


def _quoted(value: str | None) -> str:
    text = " ".join((value or "…").split())
    return f"„{text if len(text) <= _LONGEST_VALUE else text[:_LONGEST_VALUE] + ' …'}“"
