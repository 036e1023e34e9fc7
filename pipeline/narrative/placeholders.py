"""Texts by staff: Markdown emphasis, lists and paragraphs, and placeholders that are looked up by name.

`{{ integration.treffen.anzahl | rund }}` is a name and perhaps one form. It is looked up, not read as the language of
our own wording (`template_language.py`), in which its points would be attributes and the hyphens of other names minus
signs. Values are put in after Markdown was read, so that nothing in a cell can turn into markup.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any, Literal

from markdown_it import MarkdownIt
from markdown_it.token import Token

from ..base.figures import Figure
from ..base.marks import Run, Style, mark, runs
from ..base.period import Period
from ..base.problems import Problem, problem
from ..base.settings import NumberStyle
from ..base.suggest import did_you_mean, nearest
from ..german import periods, quantities
from ..german.numbers import QUALIFIERS
from ..german.orthography import fixed_spaces
from .chapter import Paragraph

_PLACEHOLDER = re.compile(r"\{\{(.*?)\}\}", re.DOTALL)
_BRACES = re.compile(r"(?:\{\{|\}\}).{0,30}", re.DOTALL)  # with a few words by which they can be found
_OPEN, _CLOSE = "\ue010", "\ue011"  # around the number of a value while Markdown is read
_HELD = re.compile(f"{_OPEN}(\\d+){_CLOSE}")
_MARKDOWN = MarkdownIt("zero").enable(["emphasis", "list", "newline", "escape"])

Form = Callable[[Figure, NumberStyle], str]


def _number(form: quantities.Form, *, words: bool = True) -> Form:
    return lambda figure, wording: quantities.stated(figure, wording, form=form, words=words)


def _period(period: Callable[[Period, NumberStyle], str]) -> Form:
    def form(figure: Figure, wording: NumberStyle) -> str:
        return period(figure.value, wording) if isinstance(figure.value, Period) else _number("genau")(figure, wording)

    return form


# Every form that a placeholder may ask for: what it does to a figure.
FORMS: Mapping[str, Form] = {
    "genau": _number("genau", words=False),
    "wort": _number("genau"),
    "rund": _number("rund"),
    "ueber": _number("ueber"),
    "mehrere": _number("mehrere"),
    "wann": _period(periods.within),
    "seit": _period(periods.since_until),
}


@dataclass(frozen=True)
class TextPlace:
    """Where a text stands, as Excel counts it."""

    file: str
    sheet: str | None
    row: int | None
    cell: str | None = None
    column: str = "Text"  # the heading of the column in which the text stands


@dataclass
class PlaceholderNames:
    """Everything that a placeholder may name: figures, and finished words."""

    figures: Mapping[str, Figure]
    wording: NumberStyle
    words: Mapping[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    of_row: tuple[str, ...] = ()  # names that only the row of the text knows: its own columns

    def with_words(self, words: Mapping[str, str], *, of_row: bool = False) -> PlaceholderNames:
        """Return the same names and further words, perhaps those of one row; problems are noted in one place."""
        own = tuple(words) if of_row else self.of_row
        return PlaceholderNames(self.figures, self.wording, {**self.words, **words}, self.problems, own)

    def value(self, typed: str, place: TextPlace) -> str:
        """Return what stands for a placeholder, "" after noting that there is none of this name."""
        name, _, form = (part.strip().lower() for part in typed.partition("|"))
        if form and form not in FORMS:
            remedy = did_you_mean(form, FORMS, "Löschen Sie den Strich und was danach steht.")
            self._note(
                "platzhalter-form-unbekannt", place, typed.strip(), form=form, suggestion=remedy, forms=", ".join(FORMS)
            )
            return ""
        if name in self.words:
            if name in self.of_row and not self.words[name]:
                self._note("platzhalter-leer", place, name)
            return self.words[name]
        figure = self.figures.get(name)
        if figure is None:
            self._note_unknown(typed.strip(), name, place)
            return ""
        default = "seit" if isinstance(figure.value, Period) else "wort"
        return mark(figure.key, FORMS[form or default](figure, self.wording))

    def note_one(self, typed: str, noun: str, place: TextPlace) -> None:
        """Note a 1 before a noun that may have been written for many."""
        self._note("platzhalter-eins", place, typed, noun=noun)

    def check_closed(self, text: str, place: TextPlace) -> None:
        """Note braces that open or close no placeholder; the text would print them as they are."""
        braces = _BRACES.search(_PLACEHOLDER.sub("", text))
        if braces:
            self._note("platzhalter-offen", place, braces[0])

    def _note_unknown(self, typed: str, name: str, place: TextPlace) -> None:
        similar = nearest(name, [*self.words, *self.figures], _SIMILAR)
        everywhere = [word for word in self.words if "." not in word and word not in self.of_row]
        known = [f"In dieser Zeile: {', '.join(self.of_row)}."] if self.of_row else []
        known += [f"Ähnlich heißen: {', '.join(similar[1:])}."] if similar[1:] else []
        known += [f"Überall: {', '.join(everywhere)} und jede Kennzahl (Kennzahlen.xlsx, Spalte „Name“)."]
        remedy = f"Meinten Sie „{similar[0]}“?" if similar else "Prüfen Sie die Schreibweise."
        self._note("platzhalter-unbekannt", place, typed, suggestion=remedy, known=" ".join(known))

    def _note(self, code: str, place: TextPlace, value: str, **words: Any) -> None:
        where: dict[str, Any] = asdict(place)
        self.problems.append(problem(code, **where, value=value, **words))


_SIMILAR = 4  # so many names like the unknown one are named

_QUALIFYING = "|".join(re.escape(word) for word in QUALIFIERS if word != "bis")  # „von 10 bis …“ is a span
_QUALIFIED = re.compile(rf"(?<!\w)(?:{_QUALIFYING})\s*$", re.IGNORECASE)
_QUALIFIER = re.compile(rf"(?:{'|'.join(map(re.escape, sorted({*QUALIFIERS.values()})))}) (?=\d)")
_NOUN = re.compile(r" ([A-ZÄÖÜ]\w+)")
_DATIVE = re.compile(r"\b(?:mit|zu|von|bei|aus|nach|in|an|vor)\s*$", re.IGNORECASE)


def _fitted(placeholder: re.Match[str], names: PlaceholderNames, place: TextPlace) -> str:
    """Return what stands for a placeholder as it fits its sentence: „mehr als 400“, „mit keinen Veranstaltungen“."""
    value = names.value(placeholder[1], place)
    before, after = placeholder.string[: placeholder.start()], placeholder.string[placeholder.end() :]
    parts = runs(value)
    if len(parts) != 1 or not parts[0].figure:
        return value
    shown = parts[0].text
    if _QUALIFIED.search(before):
        shown = _QUALIFIER.sub("", shown, count=1)
    if shown == "eins":  # the noun behind it is staff's own, and no number goes before it
        shown = "1"
        if noun := _NOUN.match(after):
            names.note_one(placeholder[1].strip(), noun[1], place)
    if shown == "keine" and _DATIVE.search(before):
        shown = "keinen"
    return mark(parts[0].figure, shown)


def fill(text: str, names: PlaceholderNames, place: TextPlace) -> str:
    """Return a plain text with its placeholders filled in, figures marked as printed."""
    names.check_closed(text, place)
    return _PLACEHOLDER.sub(lambda placeholder: _fitted(placeholder, names, place), text)


def paragraphs(text: str, names: PlaceholderNames, place: TextPlace) -> tuple[Paragraph, ...]:
    """Return the paragraphs and list items of a text in Markdown with placeholders.

    A placeholder that stands alone in its paragraph may name a whole generated text and becomes its paragraphs.
    """
    names.check_closed(text, place)
    values: list[str] = []

    def hold(placeholder: re.Match[str]) -> str:
        values.append(_fitted(placeholder, names, place))
        return f"{_OPEN}{len(values) - 1}{_CLOSE}"

    source = _PLACEHOLDER.sub(hold, text.replace("\r\n", "\n"))
    blocks: list[Paragraph] = []
    lists: list[Literal["punkt", "nummer"]] = []
    for token in _MARKDOWN.parse(source):
        if token.type in ("bullet_list_open", "ordered_list_open"):
            lists.append("punkt" if token.type == "bullet_list_open" else "nummer")
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            lists.pop()
        elif token.type == "inline":
            blocks += _paragraph(token, lists[-1] if lists else "absatz", values)
    return tuple(blocks)


def _joined(parts: list[Run]) -> tuple[Run, ...]:
    """Return runs with neighbours of one style in one piece."""
    joined: list[Run] = []
    for run in parts:
        if joined and run.figure is None and joined[-1].figure is None and joined[-1].style == run.style:
            joined[-1] = Run(joined[-1].text + run.text, style=run.style)
        else:
            joined.append(run)
    return tuple(joined)


def _paragraph(token: Token, kind: Literal["absatz", "punkt", "nummer"], values: Sequence[str]) -> list[Paragraph]:
    alone = _HELD.fullmatch(token.content.strip())
    if alone and "\n\n" in values[int(alone[1])]:
        return [Paragraph(runs(part), "absatz") for part in values[int(alone[1])].split("\n\n")]
    styled: list[Run] = []
    styles: list[Style] = []
    for child in token.children or []:
        if child.type in ("em_open", "strong_open"):
            styles.append("em" if child.type == "em_open" else "strong")
        elif child.type in ("em_close", "strong_close"):
            styles.pop()
        else:
            plain = "\n" if child.type in ("softbreak", "hardbreak") else child.content
            style: Style = "strong" if "strong" in styles else "em" if "em" in styles else ""
            plain = _HELD.sub(lambda m: values[int(m[1])], plain.replace("\n", " "))
            styled += runs(fixed_spaces(plain), style)
    joined = _joined(styled)
    if not "".join(run.text for run in joined).strip():
        return []
    return [Paragraph(joined, kind)]
