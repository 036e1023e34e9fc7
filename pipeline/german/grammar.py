"""Articles, endings, agreement and contractions, as tables of cases."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal


class Case(StrEnum):
    """The four cases."""

    NOM = "nominativ"
    GEN = "genitiv"
    DAT = "dativ"
    ACC = "akkusativ"


class Gender(StrEnum):
    """Gender in the singular; the plural has none and counts as a fourth."""

    MASCULINE = "der"
    FEMININE = "die"
    NEUTER = "das"
    PLURAL = "plural"


Article = Literal["der", "ein", "kein", ""]

_M, _F, _N, _P = Gender.MASCULINE, Gender.FEMININE, Gender.NEUTER, Gender.PLURAL
_ORDER = (_M, _F, _N, _P)

# One row per case, the genders in the order above.
_ARTICLES: dict[str, dict[Case, tuple[str, str, str, str]]] = {
    "der": {
        Case.NOM: ("der", "die", "das", "die"),
        Case.GEN: ("des", "der", "des", "der"),
        Case.DAT: ("dem", "der", "dem", "den"),
        Case.ACC: ("den", "die", "das", "die"),
    },
    "ein": {
        Case.NOM: ("ein", "eine", "ein", ""),
        Case.GEN: ("eines", "einer", "eines", ""),
        Case.DAT: ("einem", "einer", "einem", ""),
        Case.ACC: ("einen", "eine", "ein", ""),
    },
    "kein": {
        Case.NOM: ("kein", "keine", "kein", "keine"),
        Case.GEN: ("keines", "keiner", "keines", "keiner"),
        Case.DAT: ("keinem", "keiner", "keinem", "keinen"),
        Case.ACC: ("keinen", "keine", "kein", "keine"),
    },
}

_WEAK = {
    Case.NOM: ("e", "e", "e", "en"),
    Case.GEN: ("en", "en", "en", "en"),
    Case.DAT: ("en", "en", "en", "en"),
    Case.ACC: ("en", "e", "e", "en"),
}
_STRONG = {
    Case.NOM: ("er", "e", "es", "e"),
    Case.GEN: ("en", "er", "en", "er"),
    Case.DAT: ("em", "er", "em", "en"),
    Case.ACC: ("en", "e", "es", "e"),
}
_MIXED = {
    Case.NOM: ("er", "e", "es", "en"),
    Case.GEN: ("en", "en", "en", "en"),
    Case.DAT: ("en", "en", "en", "en"),
    Case.ACC: ("en", "e", "es", "en"),
}
_ENDINGS = {"der": _WEAK, "ein": _MIXED, "kein": _MIXED, "": _STRONG}

_RELATIVE = {
    Case.NOM: ("der", "die", "das", "die"),
    Case.GEN: ("dessen", "deren", "dessen", "deren"),
    Case.DAT: ("dem", "der", "dem", "denen"),
    Case.ACC: ("den", "die", "das", "die"),
}

_CONTRACTIONS = {
    ("in", "dem"): "im", ("an", "dem"): "am", ("zu", "dem"): "zum", ("zu", "der"): "zur", ("von", "dem"): "vom",
    ("bei", "dem"): "beim", ("in", "das"): "ins", ("an", "das"): "ans",
}  # fmt: skip


def article(kind: Article, gender: Gender, case: Case) -> str:
    """Return the article: ``article("der", FEMININE, DAT)`` is „der“; „“ where there is none."""
    return _ARTICLES[kind][case][_ORDER.index(gender)] if kind else ""


def ending(kind: Article, gender: Gender, case: Case) -> str:
    """Return the ending of an adjective after the article `kind`."""
    kind = "" if kind == "ein" and gender is _P else kind
    return _ENDINGS[kind][case][_ORDER.index(gender)]


def relative(gender: Gender, case: Case) -> str:
    """Return the relative pronoun."""
    return _RELATIVE[case][_ORDER.index(gender)]


def possessive(owner: Gender, gender: Gender, case: Case) -> str:
    """Return „sein“ or „ihr“ of the `owner`, inflected for what is owned: „seiner“ Stelle."""
    stem = "sein" if owner in (_M, _N) else "ihr"
    return stem + _ARTICLES["kein"][case][_ORDER.index(gender)].removeprefix("kein")


def contracted(text: str) -> str:
    """Return a text with every preposition and article run together: „bei dem Kreis“ -> „beim Kreis“."""
    for (preposition, said), joined in _CONTRACTIONS.items():
        text = text.replace(f" {preposition} {said} ", f" {joined} ")
    return text


def contract(preposition: str, phrase: str) -> str:
    """Return preposition and phrase, run together where German does: „in“ + „dem Rathaus“ -> „im Rathaus“."""
    first, _, rest = phrase.partition(" ")
    joined = _CONTRACTIONS.get((preposition, first))
    return f"{joined} {rest}" if joined and rest else f"{preposition} {phrase}"
