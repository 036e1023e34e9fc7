"""Read the wording in `templates/sentences/` and check it: every mistake is a problem with file and line.

A file holds ``[[satz]]`` and ``[[baustein]]`` entries. A sentence says what it is for (`fuer`), what it needs
(`braucht`) and reads like ``"{{ format | nominativ }} [fand|fanden:anzahl] {{ ort }} statt"``: in square brackets
stands the finite verb, so that a sentence may begin with something else („Ferner fand …“). A building block (`name`)
can be named in sentences like a word; the first block of a name whose needs are met is used, else it is empty.

Patterns are Jinja2 expressions with names and filters only: no calls, no attributes, no arithmetic, no loops.
"""

from __future__ import annotations

import inspect
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import StrictUndefined, TemplateSyntaxError, nodes
from jinja2.sandbox import SandboxedEnvironment

from ..base.problems import Problem, problem
from .filters import FORMS
from .phrases import Words
from .roles import ROLES

OTHERS = ("umfrage.toml",)  # wording of another shape, read elsewhere
_ALLOWED = (nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Filter, nodes.Const, nodes.CondExpr)
_VERB = re.compile(r"\[([^\[\]|:]+)(?:\|([^\[\]|:]+))?(?::(\w+))?\]")
_NAMED = re.compile(r"^\s*name\s*=\s*[\"'](\w+)[\"']", re.MULTILINE)
_KEYS = {
    "satz": {"fuer", "braucht", "ohne", "text", "auftakt", "nur", "rang"},
    "baustein": {"name", "braucht", "ohne", "text"},
}


@dataclass(frozen=True)
class Pattern:
    """One sentence or building block.

    `before`, `verb` and `after` are the sentence around its finite verb (`verb` None: a building block or a sentence
    that keeps its order); `number` names the word that the verb agrees with. `names` are all words in it.
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


def load(templates: Path) -> tuple[Patterns, tuple[Problem, ...]]:
    """Return all patterns below `templates` and every mistake found in them."""
    problems: list[Problem] = []
    sentences: dict[str, list[Pattern]] = {role: [] for role in ROLES}
    blocks: dict[str, list[Pattern]] = {}
    general: dict[str, Any] = {}
    raw = list(_raw(templates / "sentences", problems))
    block_names = _block_names(templates / "sentences")
    for file, kind, entry, line in raw:
        if kind not in _KEYS:
            general[kind] = entry
            continue
        mistake = _Mistakes(file, line, str(entry.get("text", "")), problems)
        pattern = _pattern(kind, entry, block_names, mistake)
        if pattern is not None and kind == "satz":
            sentences[pattern.role].append(pattern)
        elif pattern is not None:
            blocks.setdefault(pattern.role, []).append(pattern)
    _check_blocks(sentences, blocks, problems)
    for role, found in sentences.items():
        if not found and not problems:
            problems.append(problem("satzmuster-fehlt", file="templates/sentences", role=role))
    wording = general.get("allgemein", {})
    return (
        Patterns(
            {role: tuple(found) for role, found in sentences.items()},
            {name: tuple(found) for name, found in blocks.items()},
            tuple(str(word) for word in wording.get("verbindungen", ())),
            {str(name): str(title) for name, title in general.get("titel", {}).items()},
            str(wording.get("zugehoerig", "")),
        ),
        tuple(problems),
    )


@dataclass(frozen=True)
class _Mistakes:
    """Where a pattern stands, and what was wrong with patterns so far."""

    file: str
    line: int
    text: str
    problems: list[Problem]

    def add(self, reason: str, remedy: str = "Vergleichen Sie mit den Sätzen daneben.") -> None:
        """Note a mistake."""
        self.problems.append(
            problem("satzmuster-falsch", file=self.file, row=self.line, value=self.text, reason=reason, remedy=remedy)
        )


def _raw(folder: Path, problems: list[Problem]) -> Iterator[tuple[str, str, Mapping[str, Any], int]]:
    """Yield file, kind, entry and line of every entry of every file."""
    for path in sorted(folder.glob("*.toml")):
        if path.name in OTHERS:
            continue
        file = f"templates/sentences/{path.name}"
        text = path.read_text(encoding="utf-8")
        try:
            given = tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            found = re.search(r"line (\d+)", str(error))
            line = int(found[1]) if found else text.count("\n") + 1
            reason = "Hier ist die Datei kein gültiges TOML"
            remedy = "Häufig fehlt ein Anführungszeichen oder eine Klammer."
            problems.append(problem("satzmuster-falsch", file=file, row=line, reason=reason, remedy=remedy))
            continue
        lines = _lines(text)
        for kind, entries in given.items():
            if kind in _KEYS and isinstance(entries, list):
                for entry, line in zip(entries, lines[kind], strict=True):
                    yield file, kind, entry, line
            else:
                yield file, kind, entries, 1


def _block_names(folder: Path) -> set[str]:
    """Return the names of all building blocks, those of files that cannot be read, too: they are there all the same."""
    return {name for path in folder.glob("*.toml") for name in _NAMED.findall(path.read_text(encoding="utf-8"))}


def _lines(text: str) -> dict[str, list[int]]:
    """Return the line of each entry's text (or of its beginning where it has none), by kind."""
    found: dict[str, list[int]] = {kind: [] for kind in _KEYS}
    kind = ""
    for number, line in enumerate(text.splitlines(), start=1):
        header = re.match(r"\s*\[\[\s*(\w+)\s*\]\]", line)
        if header:
            kind = header[1]
            found.setdefault(kind, []).append(number)
        elif kind and re.match(r"\s*text\s*=", line):
            found[kind][-1] = number
    return found


def _environment() -> SandboxedEnvironment:
    environment = SandboxedEnvironment(undefined=StrictUndefined, autoescape=False)
    environment.filters = {name: function for name, (function, _) in FORMS.items()}
    return environment


def _pattern(kind: str, entry: Mapping[str, Any], blocks: set[str], mistake: _Mistakes) -> Pattern | None:
    unknown = sorted(set(entry) - _KEYS[kind])
    role = str(entry.get("fuer" if kind == "satz" else "name", ""))
    if unknown:
        mistake.add(f"Die Angabe „{unknown[0]}“ ist nicht bekannt", f"Möglich sind: {', '.join(sorted(_KEYS[kind]))}.")
        return None
    if not isinstance(entry.get("text"), str):
        mistake.add("Es fehlt die Angabe „text“")
        return None
    if kind == "satz" and role not in ROLES:
        mistake.add(f"Für „{role}“ gibt es keine Sätze", f"Möglich sind: {', '.join(ROLES)}.")
        return None
    parts = _VERB.split(entry["text"])
    if len(parts) not in (1, 5):
        mistake.add("Ein Satz hat genau ein Verb in eckigen Klammern")
        return None
    if kind == "satz" and len(parts) == 1 and entry.get("auftakt", True):
        remedy = (
            "Schreiben Sie z. B. [fand], oder „auftakt = false“, wenn der Satz immer so beginnen soll, wie er dasteht."
        )
        mistake.add("Dem Satz fehlt das Verb in eckigen Klammern", remedy)
        return None
    before, one, many, number, after = parts if len(parts) == 5 else (parts[0], None, None, None, "")
    names = _names(role if kind == "satz" else "", before + " \u0003 " + after, blocks, mistake)
    if names is None:
        return None
    words = _known(role) if kind == "satz" else _any_role()
    needs = frozenset(entry.get("braucht", ()))
    without = frozenset(entry.get("ohne", ()))
    for name in sorted((needs | without | ({number} if number else set())) - set(words)):
        mistake.add(f"Die Angabe „{name}“ gibt es hier nicht", f"Möglich sind: {', '.join(sorted(words))}.")
        return None
    if many and not number:
        mistake.add("Bei zwei Verbformen muss stehen, wonach sie sich richten, z. B. [fand|fanden:anzahl]")
        return None
    unneeded = sorted(n for n in names - needs if n in words and words[n] is not Words)
    if unneeded:
        mistake.add(f"„{unneeded[0]}“ steht im Satz, aber nicht unter „braucht“", "Ergänzen Sie es dort.")
        return None
    return Pattern(
        role=role,
        needs=needs | ({number} if number else set()),
        without=without,
        before=before,
        verb=(one, many or one) if one else None,
        after=after or "",
        number=number or "",
        names=names,
        opener=bool(entry.get("auftakt", True)),
        only=tuple(str(word).lower() for word in entry.get("nur", ())),
        rank=int(entry.get("rang", 1)),
        place=f"{mistake.file}:{mistake.line}",
    )


def _known(role: str) -> dict[str, type]:
    return ROLES[role]


def _any_role() -> dict[str, type]:
    return {name: kind for words in ROLES.values() for name, kind in words.items()}


def _names(role: str, text: str, blocks: set[str], mistake: _Mistakes) -> frozenset[str] | None:
    """Return the words that a pattern names, None after noting what is wrong with it."""
    try:
        tree = _environment().parse(text)
    except TemplateSyntaxError as error:
        mistake.add(f"Das Satzmuster ist nicht zu lesen ({_reason(error)})")
        return None
    for node in _walk(tree):
        if not isinstance(node, _ALLOWED):
            mistake.add("In {{ … }} dürfen nur Namen und Formen stehen, z. B. {{ format | dativ }}")
            return None
    words = (_known(role) if role else _any_role()) | dict[str, type](dict.fromkeys(blocks, Words))
    names = {node.name for node in tree.find_all(nodes.Name)}
    for name in sorted(names - set(words)):
        mistake.add(f"„{name}“ ist hier kein bekannter Name", f"Möglich sind: {', '.join(sorted(words))}.")
        return None
    for filtered in tree.find_all(nodes.Filter):
        wrong = _wrong_filter(filtered, words)
        if wrong:
            mistake.add(*wrong)
            return None
    for output in tree.find_all(nodes.Output):
        for shown in output.nodes:
            if isinstance(shown, nodes.Name) and words[shown.name] is not Words:
                mistake.add(
                    f"„{shown.name}“ braucht eine Form", f"Möglich sind: {', '.join(_forms(words[shown.name]))}."
                )
                return None
    return frozenset(names)


def _wrong_filter(filtered: nodes.Filter, words: Mapping[str, type]) -> tuple[str, str] | None:
    """Return what is wrong with `name | filter` and what to do, None if nothing is."""
    if filtered.name not in FORMS:
        return f"Die Form „{filtered.name}“ gibt es nicht", f"Möglich sind: {', '.join(FORMS)}."
    function, kinds = FORMS[filtered.name]
    if not isinstance(filtered.node, nodes.Name):
        return (
            f"Vor „{filtered.name}“ muss ein Name stehen",
            "Nie eine andere Form.",
        )
    kind = words[filtered.node.name]
    if kind not in kinds:
        return f"„{filtered.node.name}“ hat keine Form „{filtered.name}“", f"Möglich sind: {', '.join(_forms(kind))}."
    given = [arg for arg in filtered.args if isinstance(arg, nodes.Const) and isinstance(arg.value, str)]
    simple = len(given) == len(filtered.args) and not filtered.kwargs
    try:
        inspect.signature(function).bind_partial("", *(arg.value for arg in given))
    except TypeError:
        simple = False
    if not simple:
        return f"Die Angaben in Klammern nach „{filtered.name}“ passen nicht", "Vergleichen Sie mit anderen Sätzen."
    return None


def _forms(kind: type) -> list[str]:
    return [name for name, (_, kinds) in FORMS.items() if kind in kinds] or ["keine"]


def _reason(error: TemplateSyntaxError) -> str:
    message = str(error.message)
    if message.startswith("No filter named"):
        return f"die Form {message.split(chr(39))[1]!r} gibt es nicht".replace("'", "„", 1).replace("'", "“")
    return "eine Klammer oder ein senkrechter Strich steht falsch"


def _walk(node: nodes.Node) -> Iterator[nodes.Node]:
    yield node
    for child in node.iter_child_nodes():
        yield from _walk(child)


def _check_blocks(
    sentences: Mapping[str, Sequence[Pattern]], blocks: Mapping[str, Sequence[Pattern]], problems: list[Problem]
) -> None:
    """Note blocks that name other blocks: one level is enough, and no circle can come of it."""
    for name, found in blocks.items():
        for pattern in found:
            if pattern.names & set(blocks):
                file, _, line = pattern.place.rpartition(":")
                reason = f"Der Baustein „{name}“ nennt einen anderen Baustein"
                remedy = "Schreiben Sie dessen Wortlaut aus."
                problems.append(problem("satzmuster-falsch", file=file, row=int(line), reason=reason, remedy=remedy))
