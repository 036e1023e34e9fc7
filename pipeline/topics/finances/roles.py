"""What the sentences about finances are for, and what they may name."""

from __future__ import annotations

from ...narrative.phrases import Listed, Words
from ...narrative.roles import Roles

ROLES: Roles = {
    "finanzen": {
        "jahr": Words, "einnahmen": Words, "ausgaben": Words, "ueberschuss": Words, "fehlbetrag": Words,
        "ausgeglichen": Words, "unvollstaendig": Words,
    },
    "finanzen_vorjahr": {
        "einnahmen_mehr": Words, "einnahmen_weniger": Words, "einnahmen_gleich": Words, "ausgaben_mehr": Words,
        "ausgaben_weniger": Words, "ausgaben_gleich": Words, "besser": Words, "schlechter": Words,
    },
    "finanzen_bereiche": {
        "einnahmen_bereiche": Listed, "ausgaben_bereiche": Listed, "einnahmen_posten": Listed,
        "ausgaben_posten": Listed,
    },
}  # fmt: skip
