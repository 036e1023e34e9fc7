"""What identifies a figure: a value with fields, whose text is a contract with other programs and with staff's texts.

Nothing takes a text apart to learn what a figure is about: that stands in the fields.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Self

from .names import slug

TOTAL = "gesamt"  # the subject of the figures over all projects
SURVEYS = "umfrage"  # what the texts of all surveys' keys begin with
_LIKE_A_TIME = r"\d{4}(-q[1-4]|-\d\d(-\d\d(-\d+)?)?)?"


@dataclass(frozen=True, order=True)
class Time:
    """A year, or a quarter, month or day of it; `nth` tells those of one time apart."""

    year: int
    quarter: int = 0
    month: int = 0
    day: int = 0
    nth: int = 1

    def __str__(self) -> str:
        """Return „2017“, „2017-q3“, „2017-08“, „2017-08-24“ or „2017-08-24-2“."""
        quarter = f"-q{self.quarter}" if self.quarter else ""
        month = f"-{self.month:02}" if self.month else ""
        day = f"-{self.day:02}" if self.day else ""
        return f"{self.year}{quarter}{month}{day}" + (f"-{self.nth}" if self.nth > 1 else "")


@dataclass(frozen=True)
class Key:
    """Which number a figure is.

    `subject` is whose: a project, all of them (`TOTAL`) or, where `survey` says so, a survey. `topic` is what list it
    was counted from (of a survey: the question, "" for the survey itself), `measure` what was counted; "" stands for a
    value that has only its name. `time` bounds the rows, None are all up to the report year. `by` is the column that
    breaks a list down and `which` the value taken; a topic that has one column of its own leaves `by` out. `rest` are
    the further parts of a survey's figure: group, answer.
    """

    subject: str
    topic: str = ""
    measure: str = ""
    time: Time | None = None
    by: str = ""
    which: str = ""
    rest: tuple[str, ...] = ()
    survey: bool = False

    @cached_property
    def text(self) -> str:
        """Return the key as files, links and placeholders write it; the time of a value without a measure is last."""
        time = str(self.time) if self.time else ""
        first, last = (time, "") if self.measure else ("", time)
        begin = (SURVEYS,) if self.survey else ()
        parts = (*begin, self.subject, self.topic, first, self.by, self.which, *self.rest, self.measure, last)
        return ".".join(filter(None, parts))

    def __str__(self) -> str:
        """Return the key's text."""
        return self.text

    @property
    def year(self) -> int:
        """Return the year if the figure is one of a whole year, else 0."""
        return self.time.year if self.time and self.time == Time(self.time.year) else 0

    @property
    def is_entered(self) -> bool:
        """Tell whether nothing was counted: somebody entered the value under a name of its own."""
        return bool(self.which) and not self.measure

    def in_year(self, year: int) -> Self:
        """Return the key of the same number of another year."""
        return replace(self, time=Time(year))

    def of(self, subject: str) -> Self:
        """Return the key of the same number of another project."""
        return replace(self, subject=subject)


def project_slug(name: str) -> str:
    """Return the subject of a project's keys; a project called „Gesamt“ keeps out of the way of the totals."""
    part = slug(name)
    return f"projekt-{TOTAL}" if part == TOTAL else part


def apart_from_times(name: str, column: str) -> str:
    """Return the part of keys for a `name` that stands where times stand: „2024“ of the column „art“ is ``art-2024``.

    What is called so anyway gets one more, so that two names never share a part.
    """
    part = slug(name)
    return f"{column}-{part}" if re.fullmatch(f"({column}-)*{_LIKE_A_TIME}", part) else part


def key_of_year(text: str, year: int) -> Key | None:
    """Return the key of a project's figure of one year that a file holds as text; None where it is none."""
    time = Time(year)
    match text.split("."):
        case [subject, topic, which, last] if last == str(time):
            return Key(subject, topic, which=which, time=time)
        case [subject, topic, first, measure] if first == str(time):
            return Key(subject, topic, measure, time)
        case [subject, topic, first, by, measure] if first == str(time):
            return Key(subject, topic, measure, time, by)
        case [subject, topic, first, by, which, measure] if first == str(time):
            return Key(subject, topic, measure, time, by, which)
    return None
