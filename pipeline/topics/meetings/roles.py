"""What the sentences about meetings are for, and what they may name."""

from __future__ import annotations

from ...narrative.phrases import Bodies, Counted, KindPhrase, Number, Parties, Phrases, Subject, Words
from ...narrative.roles import Roles
from ...narrative.template_language import Names

_MEETING: Names = {
    "art": KindPhrase,
    "gremium": KindPhrase,  # the one body that met: „der Beirat“
    "eigene": Parties,
    "thema": Subject,
    "ort": Words,
    "ort_genannt": Words,
    "wann": Words,
    "beteiligte": Parties,
    "viele": Words,  # there where more than three took part
    "teilnehmer": Number,
}

ROLES: Roles = {
    "treffen_gesamt": {
        "zeitraum": Words, "anzahl": Number, "arten": Phrases, "arten_gezaehlt": Counted, "haeufigste": Counted,
        "gremien": Bodies, "art": KindPhrase, "projekt": Words, "ein_jahr": Words,
    },
    "treffen_jahr": {"jahr": Words, "anzahl": Number, "vorjahr": Number, "vorher": Words, "keines": Words},
    "treffen": _MEETING,
    "treffen_danach": _MEETING,
}  # fmt: skip
