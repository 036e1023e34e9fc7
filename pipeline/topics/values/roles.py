"""What the sentences about entered values are for, and what they may name."""

from __future__ import annotations

from ...narrative.phrases import Number, Title, Words
from ...narrative.roles import Roles

ROLES: Roles = {
    "wert": {
        "name": Title, "wert": Number, "vorjahr": Number, "gestiegen": Words, "gesunken": Words, "mehrere": Words,
    },
    "werttrend": {
        "name": Title, "menge": Words, "seit": Words, "erster": Number, "wert": Number, "punkte": Words,
        "gestiegen": Words, "gesunken": Words, "gleich": Words, "unveraendert": Words, "weitere": Words,
    },
}  # fmt: skip
