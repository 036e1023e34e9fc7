"""Headings: what one means, and how well a row of them fits a table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ...base.names import folded
from ...base.schema import Column, TableSchema, TableSchemas
from ...base.settings import Settings
from ..cells.spelling import distance
from .compounds import MEANS_OTHERWISE, heads, people_rank
from .parts import is_part, no_whole, without_whole

_WIDEST = 60  # with more headings a sheet is a survey or a data dump, and slips of the finger are not looked for

# Position of a column -> what stands above it, the likelier reading first („TN anwesend“, „anwesend“, „TN“).
Texts = Mapping[int, Sequence[str]]


@dataclass(frozen=True)
class Heading:
    """One heading as it stands on the sheet, its position in columns, and which column of the table it means."""

    typed: str
    place: int
    column: Column | None = None
    guessed: bool = False  # nearly right, read all the same


@lru_cache(maxsize=10_000)
def heading_key(typed: str) -> str:
    r"""Return what is compared of a heading: „Wochen-\ntag “ and „WOCHENTAG“ are the same.

    A heading is no name: an article or a legal form in it is a word like any other, one without letters („#“) means
    nothing, and what stands beside it in another script is no part of it.
    """
    return re.sub("[^a-z0-9]", "", folded(typed))


# What stands in brackets or after a colon, and „m/w/d“.
_REMARK = re.compile(r"(?s)\([^()]*\)|\[[^\[\]]*\]|:.*$|\b[mwdfx](?:/[mwdfx]){1,2}\b")
_BETWEEN = re.compile(r"\s*[/,|]\s*|\s+(?:bzw\.?|beziehungsweise|oder|und|sowie|&|\+)\s+")


@lru_cache(maxsize=10_000)
def ways_of(typed: str) -> Mapping[str, str]:
    """Return key -> text of what a heading may mean, the likeliest first: all of it, without remarks, its parts.

    The parts of „Datum/Uhrzeit“ are two. A remark that makes it another thing is no mere remark: „Datum (Anmeldung)“.
    """
    bare, remarks = _REMARK.sub(" ", typed), " ".join(_REMARK.findall(typed))
    ways: tuple[str, ...] = (typed, bare, *_BETWEEN.split(bare), without_whole(typed))
    if MEANS_OTHERWISE.search(remarks):
        ways = (typed,)
    texts: dict[str, str] = {}
    for words in ways:
        texts.setdefault(heading_key(words), words)
    return {key: words for key, words in texts.items() if key}


def keys_of(typed: str) -> tuple[str, ...]:
    """Return the keys of what a heading may mean, the likeliest first."""
    return tuple(ways_of(typed))


Meanings = Mapping[str, tuple[tuple[Column, int], ...]]


def meanings(table: TableSchema, settings: Settings) -> Meanings:
    """Return heading key -> columns it may mean, with their rank among the synonyms; those of the settings go first."""
    more = {heading_key(name): columns for name, columns in settings.spalten.items()}.get(heading_key(table.name), {})
    extra = {heading_key(name): synonyms for name, synonyms in more.items()}
    found: dict[str, list[tuple[Column, int]]] = {}
    for column in table.columns:
        own = (*extra.get(heading_key(column.name), ()), *extra.get(heading_key(column.heading), ()))
        for rank, word in enumerate((*own, column.heading, *column.synonyms), start=-len(own)):
            entry = found.setdefault(heading_key(word), [])
            if all(known is not column for known, _ in entry):
                entry.append((column, rank - (rank < 0)))  # before those of people who came
    return {key: tuple(columns) for key, columns in found.items()}


_NO_SLIPS = frozenset(("betrag", "leistung", "leistungen", "projektor"))  # words of their own, near to headings


def near_key(typed: str, known: Iterable[str]) -> str | None:
    """Return the known heading key from which a heading differs only by a slip of the finger, if there is exactly one.

    Nobody slips on the first letter, also not of a further word, or in a whole word: „Teilnehmer w“ are not all
    „Teilnehmer“, „Teilnehmer max.“ are not „Teilnehmer ca.“, and „Anzahl Vers.“ is not „Anzahl Pers.“.
    """
    key, words = heading_key(typed), [heading_key(word) for word in typed.split()]
    if len(key) < 4 or is_number_of_row(key) or key in _NO_SLIPS:
        return None
    allowed = 1 if len(key) < 9 else 2
    more_general = {"".join(words[:i] + words[i + 1 :]) for i in range(len(words))}
    alike = (other for other in known if len(other) >= 4 and other[0] == key[0] and other not in more_general)
    alike = (other for other in alike if all(word[:2] in other for word in words[1:]))
    short = [word for word in words if len(word) < 4]
    near = [
        other
        for other in alike
        if (slips := distance(key, other, allowed)) <= allowed and (slips < 2 or all(word in other for word in short))
    ]
    return near[0] if len(near) == 1 else None


def is_number_of_row(key: str) -> bool:
    """Tell whether a heading speaks of a running number, which no other column could mean: „Sitzung Nr.“."""
    return key.endswith(("nr", "nummer", "id"))


def known_keys(tables: TableSchemas) -> frozenset[str]:
    """Return the keys of all headings of the tables that are known without settings."""
    return frozenset(key for table in tables.values() for key in meanings(table, Settings()))


@dataclass(frozen=True)
class Match:
    """How well one header row fits one table."""

    table: TableSchema
    headings: tuple[Heading, ...]
    doubles: tuple[Heading, ...]

    @property
    def names(self) -> frozenset[str]:
        """The columns that are there."""
        return frozenset(h.column.name for h in self.headings if h.column is not None)

    @property
    def complete(self) -> bool:
        """Whether nothing needed is missing."""
        return all(any(name in self.names for name in need) for need in self.table.needs)

    @property
    def fit(self) -> tuple[int, int]:
        """How well the headings fit: columns found and whether one marks the table, columns found by their own name."""
        own = (_is_called(h.typed, heading_key(h.column.heading)) for h in self.headings if h.column is not None)
        return len(self.names) + self.marked, sum(own)

    @property
    def marked(self) -> bool:
        """Whether a heading marks the table: „Eintritt“, „erwartete Gäste“."""
        marks = tuple(map(heading_key, self.table.marks))
        keys = {key for h in (*self.headings, *self.doubles) for key in keys_of(h.typed)} if marks else set()
        return any(mark in keys or any(mark in key for key in keys if people_rank(key) is not None) for mark in marks)

    @property
    def telling(self) -> int:
        """How many of the headings tell this table from others."""
        return sum(h.column is not None and not h.column.common for h in self.headings)

    @property
    def missing(self) -> tuple[str, ...]:
        """The needed headings that are not there, alternatives together."""
        lacking = (need for need in self.table.needs if not any(name in self.names for name in need))
        return tuple(" oder ".join(f"„{self.table.column(name).heading}“" for name in need) for need in lacking)


def _is_called(typed: str, key: str) -> bool:
    """Tell whether a key is one of those of a heading, whatever occasion it speaks of."""
    return any(key == one or heads(words, frozenset((key,))) for one, words in ways_of(typed).items())


class Headings:
    """All headings that one association may use: `words` in lower case, `keys` as `heading_key` compares them."""

    def __init__(self, settings: Settings, tables: TableSchemas) -> None:
        self.tables = tables
        self._meanings = {table.name: meanings(table, settings) for table in tables.values()}
        self.keys = frozenset(key for known in self._meanings.values() for key in known)
        self._heads = {name: frozenset(known) for name, known in self._meanings.items() if tables[name].occasions}
        every = frozenset().union(*self._heads.values())
        self._others = {name: every - known for name, known in self._heads.items()}
        own = (word for columns in settings.spalten.values() for words in columns.values() for word in words)
        ours = (word for table in tables.values() for c in table.columns for word in (c.heading, *c.synonyms))
        self.words = frozenset(word.lower() for word in (*own, *ours))

    def meanings_of(self, table: TableSchema) -> Meanings:
        """Return heading key -> columns of the table it may mean."""
        return self._meanings[table.name]

    def match(self, table: TableSchema, texts: Texts) -> Match:
        """Return which headings mean which columns, exactly or by a slip of the finger."""
        pairs = sorted(
            (part, rank, way, place, column.name)
            for place, ways in texts.items()
            for way, words in enumerate(ways)
            for part, rank, column in self._readings(table, words)
        )
        parts = self._parts(table, texts, pairs)
        counts = {column.name for column in table.columns if column.kind == "anzahl"}
        pairs = [pair for pair in pairs if pair[-1] not in counts or pair[-2] not in parts]
        taken: dict[int, str] = {}
        doubles: dict[int, str] = {}
        for *_, place, name in pairs:
            if place not in taken and name not in taken.values():
                taken[place] = name
        for *_, place, name in pairs:
            if place not in taken:
                doubles.setdefault(place, name)
        whole = {place: ways for place, ways in texts.items() if place not in parts}
        guessed = self._guess(table, whole, taken, doubles) if taken and len(texts) <= _WIDEST else {}
        names = taken | guessed
        headings = tuple(
            Heading(ways[0], place, table.column(names[place]) if place in names else None, place in guessed)
            for place, ways in sorted(texts.items())
            if place not in doubles
        )
        beside = tuple(Heading(texts[p][0], p, table.column(name)) for p, name in doubles.items())
        return Match(table, headings, beside)

    def is_known(self, typed: str) -> bool:
        """Tell whether a text is a heading of any table."""
        key = heading_key(typed)
        if key in self.keys or people_rank(key) is not None:
            return True
        return any(heads(typed, known) for known in self._heads.values())

    def _readings(self, table: TableSchema, typed: str) -> Iterator[tuple[int, int, Column]]:
        """Yield which columns a heading may mean, with how loosely it is read and with the rank among such headings.

        An occasion that is itself a heading of another table speaks of that only, but for days and places:
        „Sitzungsthema“ is no theme of events.
        """
        known, of_occasions = self._meanings[table.name], self._heads.get(table.name, frozenset())
        counts = next((column for column in table.columns if column.kind == "anzahl"), None)
        for part, (key, words) in enumerate(ways_of(typed).items()):
            yield from ((part, rank, column) for column, rank in known.get(key, ()))
            if counts is not None and (rank_of_people := people_rank(key)) is not None:
                yield part, rank_of_people, counts
            for head, occasion in heads(words, of_occasions):
                if counts is not None and (rank_of_people := people_rank(head)) is not None:
                    yield part, rank_of_people, counts
                elsewhere = occasion in self._others[table.name]
                columns = ((c, rank) for c, rank in known[head] if c.common or not elsewhere)
                yield from ((part, rank, c) for c, rank in columns if c.kind not in ("anzahl", "absatz"))

    def _parts(self, table: TableSchema, texts: Texts, pairs: Iterable[tuple[int, int, int, int, str]]) -> set[int]:
        """Return the columns that hold a part of the people, though their headings could mean all."""
        counts = {column.name for column in table.columns if column.kind == "anzahl"}
        found = [(part, place) for part, *_, place, name in pairs if name in counts]
        exact = {place for part, place in found if not part}
        women = {place for place in exact if texts[place][0].strip().endswith("rinnen")}
        if women and len(exact) == len(women) + 1:
            exact = set()  # „Besucherinnen | Besucher“
        return no_whole((place, texts[place][0]) for place in {place for _, place in found} - exact)

    def _guess(
        self, table: TableSchema, texts: Texts, taken: Mapping[int, str], doubles: Mapping[int, str]
    ) -> dict[int, str]:
        guessed: dict[int, str] = {}
        known = self._meanings[table.name]
        for place, ways in texts.items():
            if place in taken or place in doubles or len(ways[0]) > 40:
                continue
            near = near_key(ways[0], known)
            if near is not None:
                column, _ = known[near][0]
                name = column.name
                if column.kind == "anzahl" and is_part(ways[0]):
                    continue
                if name not in taken.values() and name not in guessed.values():
                    guessed[place] = name
        return guessed
