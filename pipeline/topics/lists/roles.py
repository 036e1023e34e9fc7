"""What the sentences about lists of the office's own are for, and what they may name."""

from __future__ import annotations

from ...narrative.phrases import Listed, Number, Parties, Title, Words
from ...narrative.roles import Roles

ROLES: Roles = {
    "liste_jahr": {
        "jahr": Words, "verein": Parties, "verein_akkusativ": Words, "name": Title, "benannt": Words,
        "anzahl": Number, "anzahl_nominativ": Words, "anzahl_akkusativ": Words, "keine": Words,
        "vorjahr": Number, "gestiegen": Words, "gesunken": Words, "gleich": Words, "haeufigste_dativ": Words,
    },
    "liste_bestand": {
        "jahr": Words, "name": Title, "anzahl": Number, "anzahl_nominativ": Words, "vorjahr": Number,
    },
    "liste_haeufigste": {"haeufigste": Listed},
    "liste_gliederung": {"spalte": Words, "vorn": Listed},
    "liste_summen": {"summen": Listed, "ohne": Words},
    "liste_monat": {"monat": Words, "im_monat": Number},
    "liste_groesster": {"eintrag": Title, "mit": Words},
}  # fmt: skip
