"""The wording of the survey chapter, from `templates/sentences/umfrage.toml`: a mistake is a problem with its line."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ....base.problems import Problem, problem
from ....german.orthography import fixed_spaces, sentence

TEMPLATES = Path(__file__).resolve().parents[4] / "templates"
FILE = "umfrage.toml"

_PLACEHOLDER = re.compile(r"\{\{\s*(\w*)\s*\}\}")

# What each list of sentences may name; entries that are no list are plain words.
_SENTENCES: Mapping[str, tuple[str, ...]] = {
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
}
_WORDS: Mapping[str, tuple[str, ...]] = {
    "methode": (
        "titel", "befragt_von", "befragte", "weg", "zeitraum", "antworten", "ruecklauf", "unbekannt",
        "ohne_befragt_von", "ohne_befragte", "ohne_weg", "ohne_zeitraum", "ohne_ruecklauf",
    ),
    "tabellen": (
        "titel", "antwort", "aussage", "aussagen", "anzahl", "anteil", "antworten", "nach", "mittelwert", "median",
        "mittlerer_rang", "erster_platz", "ohne_antwort", "mehrfach",
    ),
}  # fmt: skip


@dataclass(frozen=True)
class SurveyWording:
    """Sentences and words by section and name („saetze.skala“)."""

    sentences: Mapping[str, tuple[str, ...]]
    words: Mapping[str, str]

    def word(self, name: str) -> str:
        """Return the word or title called `name`."""
        return self.words[name]

    def part(self, name: str, /, **given: str) -> str:
        """Return a part of a sentence: the first under `name` whose needs are met, "" if there is none."""
        return _filled(next((p for p in self.sentences[name] if _needs(p) <= given.keys()), ""), given)

    def form(self, name: str, place: int, given: Mapping[str, str]) -> str:
        """Return the part of a sentence under `name` that stands at `place`, the last if there are fewer."""
        patterns = self.sentences[name]
        return _filled(patterns[min(place, len(patterns) - 1)], given)

    def say(self, name: str, /, **given: str) -> str:
        """Return the first sentence under `name` whose needs are met."""
        return sentence(self.part(name, **given))


def _filled(pattern: str, given: Mapping[str, str]) -> str:
    return fixed_spaces(_PLACEHOLDER.sub(lambda found: given[found[1]], pattern))


def _needs(pattern: str) -> set[str]:
    return set(_PLACEHOLDER.findall(pattern))


@cache
def load(templates: Path = TEMPLATES) -> SurveyWording:
    """Return the wording in `templates`; what is missing or wrong there is as the program brings it."""
    own = _wording(_raw(TEMPLATES))
    if templates == TEMPLATES or check(templates):
        return own
    given = _wording(_raw(templates))
    return SurveyWording({**own.sentences, **given.sentences}, {**own.words, **given.words})


def _raw(templates: Path) -> Mapping[str, Mapping[str, object]]:
    return tomllib.loads((templates / "sentences" / FILE).read_text(encoding="utf-8"))


def _wording(raw: Mapping[str, Mapping[str, object]]) -> SurveyWording:
    sentences, words = {}, {}
    for section, entries in raw.items():
        for name, value in entries.items():
            if isinstance(value, list):
                sentences[f"{section}.{name}"] = tuple(map(str, value))
            else:
                words[f"{section}.{name}"] = str(value)
    return SurveyWording(sentences, words)


def check(templates: Path) -> tuple[Problem, ...]:
    """Return what is wrong with the wording in `templates`."""
    text = (templates / "sentences" / FILE).read_text(encoding="utf-8")
    file = f"templates/sentences/{FILE}"
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"line (\d+)", str(error))
        row = int(found[1]) if found else text.count("\n") + 1
        remedy = "Häufig fehlt ein Anführungszeichen oder eine Klammer."
        reason = "Hier ist die Datei kein gültiges TOML"
        return (problem("satzmuster-falsch", file=file, row=row, reason=reason, remedy=remedy),)
    return tuple(
        problem("satzmuster-falsch", file=file, row=_row(text, name), value=name, reason=reason, remedy=remedy)
        for name, reason, remedy in _mistakes(raw)
    )


def _mistakes(raw: Mapping[str, object]) -> list[tuple[str, str, str]]:
    """Return name, reason and remedy of each mistake."""
    found = []
    known = {**_SENTENCES, **{f"{section}.{word}": () for section, words in _WORDS.items() for word in words}}
    for name, words in known.items():
        section, _, entry = name.partition(".")
        entries = raw.get(section)
        value = entries.get(entry) if isinstance(entries, Mapping) else None
        is_list = name in _SENTENCES
        texts = value if is_list else [value]
        if not value or not isinstance(texts, list) or not all(isinstance(text, str) for text in texts):
            what = "eine Liste von Sätzen" if is_list else "ein Wort in Anführungszeichen"
            found.append((name, f"Unter „{name}“ wird {what} erwartet", "Vergleichen Sie mit den Zeilen daneben."))
            continue
        for pattern in texts:
            for unknown in sorted(_needs(pattern) - set(words)):
                possible = f"Möglich sind: {', '.join(words)}." if words else "Hier wird nichts eingesetzt."
                found.append((name, f"„{unknown}“ gibt es in „{name}“ nicht", possible))
    return found


def _row(text: str, name: str) -> int:
    """Return the line where an entry stands, the first if it is missing."""
    section, _, entry = name.partition(".")
    within = ""
    for number, line in enumerate(text.splitlines(), start=1):
        header = re.match(r"\s*\[(\w+)\]", line)
        within = header[1] if header else within
        if within == section and re.match(rf"\s*{entry}\s*=", line):
            return number
    return 1
