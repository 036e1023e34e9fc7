"""What a setting may hold: one small reader for each type of value, which says in German what it expects instead."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Protocol

from .characters import cleaned


class Unexpected(ValueError):
    """A value is not what its reader takes; the message says in German what that would be."""


class Reader(Protocol):
    """Reads the value of the setting `key`; raises `Unexpected` if it cannot be one."""

    def read(self, value: object, key: str) -> Any:
        """Return the value as the program uses it."""


@dataclass(frozen=True)
class Text:
    """A text of a pattern; `wanted` says in German what the pattern asks for."""

    pattern: str = "(?s:.*)"
    wanted: str = ""

    def read(self, value: object, key: str) -> str:
        """Return the text."""
        if not isinstance(value, str):
            raise Unexpected("ein Text in Anführungszeichen")
        text = cleaned(value)
        if not re.fullmatch(self.pattern, text):
            raise Unexpected(self.wanted)
        return text


def one_of(*words: str) -> Text:
    """Return the reader of one of some words."""
    return Text("|".join(words), f"einer der Werte: {', '.join(filter(None, words))}")


@dataclass(frozen=True)
class Texts:
    """A list of texts; one text is a list of one."""

    each: Text = Text()

    def read(self, value: object, key: str) -> tuple[str, ...]:
        """Return the texts."""
        items = [value] if isinstance(value, str) else value
        if not isinstance(items, list) or not all(isinstance(item, str) for item in items):
            raise Unexpected('eine Liste von Texten, z. B. ["eins", "zwei"]')
        return tuple(self.each.read(item, key) for item in items)


@dataclass(frozen=True)
class Number:
    """A number within bounds."""

    low: float
    high: float = 1_000_000
    kind: ClassVar[type[float]] = float
    name: ClassVar[str] = "eine Zahl"

    def read(self, value: object, key: str) -> float:
        """Return the number."""
        if isinstance(value, str) and re.fullmatch(r"\s*\d+\s*", value):
            raise Unexpected(f"{self.name} ohne Anführungszeichen: {key} = {value.strip()}")
        if isinstance(value, bool) or not isinstance(value, (int, self.kind)):
            raise Unexpected(self.name)
        if not self.low <= value <= self.high:
            raise Unexpected(f"eine Zahl ab {self.low:g}" if value < self.low else f"eine Zahl bis {self.high:.15g}")
        return self.kind(value)


class Whole(Number):
    """A whole number within bounds."""

    kind: ClassVar[type[float]] = int
    name: ClassVar[str] = "eine ganze Zahl"


class YesOrNo:
    """true or false."""

    def read(self, value: object, key: str) -> bool:
        """Return what was said."""
        if not isinstance(value, bool):
            raise Unexpected("true oder false, ohne Anführungszeichen")
        return value


@dataclass(frozen=True)
class Table:
    """A section whose keys are words of the association's own."""

    values: Reader

    def read(self, value: object, key: str) -> dict[str, Any]:
        """Return the section."""
        if not isinstance(value, Mapping):
            raise Unexpected(f"ein Abschnitt [{key}]")
        items = {}
        for name, item in value.items():
            try:
                items[cleaned(name)] = self.values.read(item, key)
            except Unexpected as error:
                raise Unexpected(f"bei „{name}“ {error}") from error
        return items
