"""The wording of the survey chapter, from `templates/sentences/umfrage.toml`: a mistake is a problem with its line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from ....base.fingerprint import ROOT
from ....base.marks import mark
from ....base.problems import Problem
from ....german import quantities
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

# What each entry may name.
_ENTRIES: Mapping[str, tuple[str, ...]] = {
    "methode.antworten_text": ("zahl", "vollstaendig", "teilweise"),
    "methode.ruecklauf_text": ("anteil", "eingeladen"),
    "methode.hinweis": (),
    "stufen.zustimmung": ("eher",),
    "stufen.zufriedenheit": ("eher",),
    "stufen.sonst": ("stufen",),
    "kurz.beteiligung": ("zahl", "anteil", "eingeladen"),
    "kurz.eine_antwort": (),
    "kurz.ohne_antwort": (),
    "kurz.befund": ("frage", "anteil", "stufen", "gegenanteil", "gegenstufen"),
    "kurz.genannt": ("frage", "anteil", "stufen"),
    "kurz.zahl": ("frage", "mitte"),
    **{
        f"saetze.{place}_{kind}": ("name", "namen", "wert", *more)
        for kind, more in {
            "zustimmung": ("aussage",),
            "sonst": ("aussage",),
            "zahl": (),
            "note": (),
            "ja_nein": ("antwort",),
        }.items()
        for place in ("vorn", "hinten", "gleich")
    },
    "saetze.nah_zustimmung": ("unten", "oben", "aussage"),
    "saetze.nah_sonst": ("unten", "oben", "aussage"),
    "saetze.nah_ja_nein": ("unten", "oben", "antwort"),
    "saetze.skala": ("anteil", "aussage", "gegenanteil", "gegenaussage"),
    "saetze.note": ("mittel", "anteil"),
    "saetze.auswahl": ("antwort", "antworten", "anteil"),
    "saetze.mehrfach": ("antwort", "antworten", "anteil"),
    "saetze.rang": ("antwort", "antworten", "mittel", "anteil"),
    "saetze.zahl": ("unten", "mitte", "oben"),
    "saetze.datum": ("antwort", "antworten", "anteil"),
    "saetze.jahre": ("antwort", "antworten", "anteil"),
    "saetze.gehaeuft": ("anteil", "wert"),
    "saetze.ohne_antwort": ("anteil",),
    "saetze.ohne_antwort_bei": ("fragen",),
    "saetze.ohne_antwort_bei_vielen": (),
    "saetze.ohne_antwort_bei_allen": (),
    "saetze.frueher": ("jahr", "frueher", "stufen"),
    "saetze.frueher_note": ("jahr", "frueher"),
    "saetze.frueher_zahl": ("jahr", "frueher"),
    "saetze.offen": ("anzahl",),
    "saetze.offen_ohne_zitat": ("anzahl",),
    "saetze.sonstiges": ("frage", "anzahl"),
    "saetze.zu_wenige": ("grenze", "fragen"),
    "saetze.ohne_gruppen": ("grenze", "nach", "fragen"),
    "saetze.uebrige": (),
    "tabellen.kleine_gruppen": ("grenze",),
    "tabellen.kleine_zellen": ("grenze",),
    **{
        f"methode.{name}": ()
        for name in (
            "titel", "befragt_von", "befragte", "weg", "zeitraum", "antworten", "ruecklauf", "unbekannt",
            "ohne_befragt_von", "ohne_befragte", "ohne_weg", "ohne_zeitraum", "ohne_ruecklauf",
        )
    },
    **{
        f"tabellen.{name}": ()
        for name in (
            "titel", "antwort", "aussage", "aussagen", "anzahl", "anteil", "antworten", "nach", "mittelwert", "median",
            "mittlerer_rang", "erster_platz", "ohne_antwort", "mehrfach",
        )
    },
}  # fmt: skip

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
