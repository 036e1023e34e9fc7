"""Read the patterns of sentences and check them: every mistake is a problem with file and line.

A file holds ``[[satz]]`` and ``[[baustein]]`` entries. A sentence says what it is for (`fuer`), what it needs
(`braucht`) and reads like ``"{{ format | nominativ }} [fand|fanden:anzahl] {{ ort }} statt"``: in square brackets
stands the finite verb, so that a sentence may begin with something else („Ferner fand …“). A building block (`name`)
can be named in sentences like a word; the first block of a name that can be said is used, else it is empty.
A `text` may be a list: each is a pattern of its own. What may stand in braces, `template_language` says.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..base.problems import Problem, problem
from .phrases import Words
from .roles import Roles
from .template_language import Mistake, Names, is_ready, names_in, possible
from .wording_files import A_TEXT, WordingFile, read, variants

_VERB = re.compile(r"\[([^\[\]|:]+)(?:\|([^\[\]|:]+))?(?::(\w+))?\]")
_NO_VERB = "Schreiben Sie z. B. [fand], oder „auftakt = false“, wenn der Satz immer so beginnen soll, wie er dasteht."
_SECTIONS: Mapping[str, type] = {"satz": list, "baustein": list, "titel": dict, "allgemein": dict}
_KEYS = {
    "satz": ("auftakt", "braucht", "fuer", "nur", "ohne", "rang", "text"),
    "baustein": ("braucht", "name", "ohne", "text"),
}
_TEXT = (str, "ein Text in Anführungszeichen")
_LIST = (list, "eine Liste in eckigen Klammern")
# What an entry's key may hold, and how to say so.
_VALUES: Mapping[str, tuple[type, str]] = {
    "fuer": _TEXT,
    "name": _TEXT,
    "braucht": _LIST,
    "ohne": _LIST,
    "nur": _LIST,
    "auftakt": (bool, "true oder false"),
    "rang": (int, "eine ganze Zahl"),
}


@dataclass(frozen=True)
class Pattern:
    """One sentence or building block.

    `before`, `verb` and `after` are the sentence around its finite verb (`verb` None: a building block or a sentence
    that keeps its order); `number` names the word that the verb agrees with. `names` are all words in it. `role` is
    what a sentence is for, of a building block its name.
    """

    role: str
    needs: frozenset[str]
    without: frozenset[str]
    before: str
    verb: tuple[str, str] | None
    after: str
    number: str
    names: frozenset[str]
    opener: bool
    only: tuple[str, ...]
    rank: int
    place: str

    @property
    def identity(self) -> str:
        """Return what tells the pattern apart from others: its text."""
        return f"{self.before}[{self.verb}]{self.after}"


@dataclass(frozen=True)
class Patterns:
    """All patterns by role, all building blocks by name, the connectives and the titles of sections."""

    sentences: Mapping[str, tuple[Pattern, ...]]
    blocks: Mapping[str, tuple[Pattern, ...]]
    connectives: tuple[str, ...]
    titles: Mapping[str, str]
    relation: str


def load(sources: Iterable[Path], roles: Roles) -> tuple[Patterns, tuple[Problem, ...]]:
    """Return all patterns for `roles` in files and folders of files, and every mistake in them.

    Where a file cannot be read, the others are not judged: what it brings would seem to be missing in them.
    """
    paths = [path for source in sources for path in (sorted(source.glob("*.toml")) if source.is_dir() else [source])]
    contents = [read(path) for path in paths]
    files = [content for content in contents if isinstance(content, WordingFile)]
    problems = [content for content in contents if isinstance(content, Problem)]
    problems = problems or [mistake for file in files for mistake in _section_problems(file)]
    entries = [] if problems else [entry for file in files for entry in _entries(file)]
    blocks = {entry.role for entry in entries if entry.kind == "baustein"}
    checked = [(entry.kind, pattern) for entry in entries for pattern in _patterns(entry, roles, blocks)]
    problems += [pattern for _, pattern in checked if isinstance(pattern, Problem)]
    patterns = [(kind, pattern) for kind, pattern in checked if isinstance(pattern, Pattern)]
    sentences, named = (
        {role: tuple(one for kind, one in patterns if (kind, one.role) == (wanted, role)) for role in known}
        for wanted, known in (("satz", roles), ("baustein", blocks))
    )
    if not problems:
        missing = (role for role, some in sentences.items() if not some)
        problems = [problem("satzmuster-fehlt", file="templates/sentences", role=role) for role in missing]
    general = _merged(files, "allgemein")
    connectives = tuple(map(str, general.get("verbindungen", ())))
    titles = {name: str(title) for name, title in _merged(files, "titel").items()}
    return Patterns(sentences, named, connectives, titles, str(general.get("zugehoerig", ""))), tuple(problems)


def _merged(files: Iterable[WordingFile], section: str) -> dict[str, Any]:
    return {name: value for file in files for name, value in file.sections.get(section, {}).items()}


def _section_problems(file: WordingFile) -> Iterator[Problem]:
    """Yield sections that nothing would read."""
    for name, value in file.sections.items():
        if name not in _SECTIONS:
            remedy = possible(f"[[{known}]]" if kind is list else f"[{known}]" for known, kind in _SECTIONS.items())
            yield file.problem(Mistake(f"Den Abschnitt „{name}“ gibt es nicht", remedy), (name, 0), name)
        elif not isinstance(value, _SECTIONS[name]) or not all(isinstance(one, dict) for one in _listed(value)):
            brackets = f"[[{name}]]" if _SECTIONS[name] is list else f"[{name}]"
            mistake = Mistake(f"„{name}“ ist hier kein Abschnitt", f"Die Zeile darüber muss {brackets} heißen.")
            yield file.problem(mistake, (name,), name)


def _listed(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


@dataclass(frozen=True)
class _Entry:
    """One entry of a file: a „satz“ or „baustein“, and which of them it is."""

    file: WordingFile
    kind: str
    number: int
    values: Mapping[str, Any]

    @property
    def role(self) -> str:
        """Return what a sentence is for, or the name of a building block."""
        return str(self.values.get("fuer" if self.kind == "satz" else "name", ""))

    def words(self, key: str) -> frozenset[str]:
        """Return a list of names."""
        return frozenset(map(str, self.values.get(key, ())))


def _entries(file: WordingFile) -> Iterator[_Entry]:
    for kind in _KEYS:
        for number, values in enumerate(file.sections.get(kind, ())):
            yield _Entry(file, kind, number, values)


def _patterns(entry: _Entry, roles: Roles, blocks: Collection[str]) -> Iterator[Pattern | Problem]:
    """Yield a pattern for each variant of an entry, or what is wrong with it."""
    place = (entry.kind, entry.number, "text")
    mistake = next(_entry_mistakes(entry, roles), None)
    if mistake:
        yield entry.file.problem(mistake, place, str(entry.values.get("text", "")))
        return
    names = roles[entry.role] if entry.kind == "satz" else {name: of[name] for of in roles.values() for name in of}
    for text in variants(entry.values["text"]):
        pattern = _pattern(entry, text, names, dict.fromkeys(blocks, Words))
        yield entry.file.problem(pattern, place, text) if isinstance(pattern, Mistake) else pattern


def _entry_mistakes(entry: _Entry, roles: Roles) -> Iterator[Mistake]:
    keys = _KEYS[entry.kind]
    for key in sorted(entry.values.keys() - keys):
        yield Mistake(f"Die Angabe „{key}“ ist nicht bekannt", possible(sorted(keys)))
    for key in entry.values.keys() & _VALUES.keys():
        types, expected = _VALUES[key]
        if not isinstance(entry.values[key], types):
            yield Mistake(f"Unter „{key}“ wird {expected} erwartet")
    if not variants(entry.values.get("text")):
        yield Mistake(f"Unter „text“ wird {A_TEXT} erwartet")
    if entry.kind == "satz" and entry.role not in roles:
        yield Mistake(f"Für „{entry.role}“ gibt es keine Sätze", possible(roles))


def _pattern(entry: _Entry, text: str, known: Names, blocks: Names) -> Pattern | Mistake:
    parts = _VERB.split(text)
    if len(parts) not in (1, 5):
        return Mistake("Ein Satz hat genau ein Verb in eckigen Klammern")
    before, one, many, number, after = parts if len(parts) == 5 else (text, None, None, None, "")
    opener = bool(entry.values.get("auftakt", True))
    if entry.kind == "satz" and not one and opener:
        return Mistake("Dem Satz fehlt das Verb in eckigen Klammern", _NO_VERB)
    names: frozenset[str] = frozenset()
    for part in (before, after):
        result = names_in(part, {**known, **blocks})
        if isinstance(result, Mistake):
            return result
        names |= result
    needs = entry.words("braucht") | ({number} if number else set())
    for name in sorted((needs | entry.words("ohne")) - known.keys()):
        return Mistake(f"Die Angabe „{name}“ gibt es hier nicht", possible(sorted(known)))
    if many and not number:
        return Mistake("Bei zwei Verbformen muss stehen, wonach sie sich richten, z. B. [fand|fanden:anzahl]")
    for name in sorted(name for name in names - entry.words("braucht") if name in known and not is_ready(known[name])):
        return Mistake(f"„{name}“ steht im Satz, aber nicht unter „braucht“", "Ergänzen Sie es dort.")
    if entry.kind == "baustein" and names & blocks.keys():  # one level is enough, and no circle can come of it
        return Mistake(
            f"Der Baustein „{entry.role}“ nennt einen anderen Baustein", "Schreiben Sie dessen Wortlaut aus."
        )
    return Pattern(
        role=entry.role,
        needs=needs,
        without=entry.words("ohne"),
        before=before,
        verb=(one, many or one) if one else None,
        after=after,
        number=number or "",
        names=names,
        opener=opener,
        only=tuple(str(word).lower() for word in entry.values.get("nur", ())),
        rank=entry.values.get("rang", 1),
        place=f"{entry.file.path.name}:{entry.file.line((entry.kind, entry.number, 'text'))}",
    )
