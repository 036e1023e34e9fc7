"""The language of wording: `{{ name }}` and `{{ name | form('word') }}`, checked before anything is filled in.

It is Jinja2 with names, forms (filters) and constant words only: no calls, no attributes, no conditions, no loops.
Chapters and surveys share it; what a text may name, and of what kind each name is, comes from whoever owns the text.
Placeholders in texts by staff are no part of it: they are looked up, never read as a language (`placeholders.py`).
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from jinja2 import StrictUndefined, Template, TemplateSyntaxError, nodes
from jinja2.sandbox import SandboxedEnvironment

from ..base.suggest import did_you_mean
from ..german.grammar import Case
from ..german.lexicon import Lexicon
from .filters import FILTERS, bound

Names = Mapping[str, type]  # what a text may name, and of what kind it is

_ALLOWED = (nodes.Output, nodes.TemplateData, nodes.Name, nodes.Filter, nodes.Const)
_PARSER = SandboxedEnvironment()


@dataclass(frozen=True)
class Mistake:
    """What is wrong with a text and what to do about it, in German."""

    reason: str
    remedy: str = "Vergleichen Sie mit den Sätzen daneben."


def names_in(text: str, names: Names) -> frozenset[str] | Mistake:
    """Return what a text names, or the first mistake in it."""
    try:
        tree = _PARSER.parse(text)
    except TemplateSyntaxError:
        return Mistake("Das Satzmuster ist nicht zu lesen (eine Klammer oder ein senkrechter Strich steht falsch)")
    mistake = next(_mistakes(tree, names), None)
    return mistake or frozenset(node.name for node in tree.find_all(nodes.Name))


def is_ready(kind: type) -> bool:
    """Tell whether values of a kind are text as they are and may stand without a form."""
    return any("__str__" in vars(one) for one in kind.__mro__ if one is not object)


def possible(known: Iterable[str]) -> str:
    """Return the remedy that names everything there is to choose from."""
    listed = ", ".join(known)
    return f"Möglich sind: {listed}." if listed else "Hier wird nichts eingesetzt."


def _nearest(word: str, known: Iterable[str]) -> str:
    return f"{did_you_mean(word, known, '')} {possible(known)}".lstrip()


def _mistakes(tree: nodes.Template, names: Names) -> Iterator[Mistake]:
    if not all(isinstance(node, _ALLOWED) for node in tree.find_all(nodes.Node)):
        yield Mistake("In {{ … }} dürfen nur Namen und Formen stehen, z. B. {{ format | dativ }}")
    for name in sorted({node.name for node in tree.find_all(nodes.Name)} - names.keys()):
        yield Mistake(f"„{name}“ ist hier kein bekannter Name", _nearest(name, sorted(names)))
    for form in tree.find_all(nodes.Filter):
        yield from _filter_mistakes(form, names)
    for output in tree.find_all(nodes.Output):
        for node in output.nodes:
            if isinstance(node, nodes.Name) and not is_ready(names[node.name]):
                yield Mistake(f"„{node.name}“ braucht eine Form", possible(_forms(names[node.name])))


def _filter_mistakes(node: nodes.Filter, names: Names) -> Iterator[Mistake]:
    if node.name not in FILTERS:
        yield Mistake(f"Die Form „{node.name}“ gibt es nicht", _nearest(node.name, FILTERS))
    elif not isinstance(node.node, nodes.Name):
        yield Mistake(f"Vor „{node.name}“ muss ein Name stehen", "Nie eine andere Form.")
    elif node.name not in (forms := _forms(names[node.node.name])):
        yield Mistake(f"„{node.node.name}“ hat keine Form „{node.name}“", possible(forms))
    elif not _fits(FILTERS[node.name][0], node):
        remedy = "Vergleichen Sie mit anderen Sätzen."
        yield Mistake(f"Die Angaben in Klammern nach „{node.name}“ passen nicht", remedy)


def _fits(function: Callable[..., str], node: nodes.Filter) -> bool:
    """Tell whether a form can be called with what stands in its brackets: constant words, cases where it wants them."""
    words = [arg.value for arg in node.args if isinstance(arg, nodes.Const) and isinstance(arg.value, str)]
    if len(words) < len(node.args) or node.kwargs or node.dyn_args or node.dyn_kwargs:
        return False
    signature = inspect.signature(function)
    mine = [one for one in signature.parameters.values() if one.kind is not one.KEYWORD_ONLY]
    try:
        call = signature.replace(parameters=mine).bind("", *words)
    except TypeError:
        return False
    return call.arguments.get("case", Case.NOM.value) in [case.value for case in Case]


def _forms(kind: type) -> Sequence[str]:
    return [name for name, (_, kinds) in FILTERS.items() if issubclass(kind, kinds)] or ["keine"]


@dataclass(frozen=True)
class PatternRenderer:
    """Fills checked texts with values; its forms know the nouns of a lexicon."""

    words: Lexicon

    @cached_property
    def _environment(self) -> SandboxedEnvironment:
        environment = SandboxedEnvironment(undefined=StrictUndefined, autoescape=False)
        environment.filters = bound(self.words)
        return environment

    @cached_property
    def _compiled(self) -> dict[str, Template]:
        return {}

    def render(self, text: str, values: Mapping[str, Any]) -> str:
        """Return a text with its values; raises `UnsayableError` where the grammar of one is not known."""
        if not text.strip():
            return ""
        if text not in self._compiled:
            self._compiled[text] = self._environment.from_string(text)
        return self._compiled[text].render(values)
