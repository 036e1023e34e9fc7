"""The wording of the survey chapter, from `templates/sentences/umfrage.toml`: a mistake is a problem with its line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from ....base.fingerprint import ROOT
from ....base.marks import mark
from ....base.problems import Problem
from ....german import quantities
from ....ingest.word_lists import word_lists
from ....narrative.phrases import Number, Words
from ....narrative.template_language import Mistake, Names, names_in
from ....narrative.wording_files import A_TEXT, WordingFile, read, variants

TEMPLATES = ROOT / "templates"
FILE = "umfrage.toml"


@dataclass(frozen=True)
class Answers(Number):
    """How many answered or were asked; it stands in digits where no form is asked for."""

    def __str__(self) -> str:
        return mark(self.figure.key, quantities.stated(self.figure, self.wording, words=False))


_COUNTS = frozenset({"zahl", "eingeladen", "vollstaendig", "teilweise", "anzahl"})  # the rest are finished words

# What each entry may name, by section and name.
_ENTRIES: Mapping[str, tuple[str, ...]] = {
    f"{section}.{name}": tuple(names)
    for section, entries in word_lists(Path(__file__).with_name("entries.toml")).items()
    for name, names in entries.items()
}

# Texts by section and name („saetze.skala“), each with what it names.
SurveyWording = Mapping[str, tuple[tuple[str, frozenset[str]], ...]]


def load(templates: Path = TEMPLATES) -> tuple[SurveyWording, tuple[Problem, ...]]:
    """Return the wording in `templates` without what is wrong in it, and every mistake."""
    file = read(templates / "sentences" / FILE)
    if isinstance(file, Problem):
        return {}, (file,)
    checked = {name: tuple(_checked(file, name)) for name in _ENTRIES}
    return (
        {name: tuple(text for text in texts if not isinstance(text, Problem)) for name, texts in checked.items()},
        tuple(text for texts in checked.values() for text in texts if isinstance(text, Problem)),
    )


def check(templates: Path) -> tuple[Problem, ...]:
    """Return what is wrong with the wording in `templates`."""
    return load(templates)[1]


def _checked(file: WordingFile, name: str) -> Iterator[tuple[str, frozenset[str]] | Problem]:
    place = tuple(name.split("."))
    texts = variants(file.value(place))
    if not texts:
        yield file.problem(Mistake(f"Unter „{name}“ wird {A_TEXT} erwartet"), place, name)
    known: Names = {word: Answers if word in _COUNTS else Words for word in _ENTRIES[name]}
    for text in texts:
        names = names_in(text, known)
        yield file.problem(names, place, text) if isinstance(names, Mistake) else (text, names)
