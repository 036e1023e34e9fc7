"""What the sentences about entered values are for, and what they may name."""

from __future__ import annotations

from ...narrative.phrases import Number, Title, Words
from ...narrative.roles import Roles

ROLES: Roles = {
    "wert": {
        "name": Title, "wert": Number, "vorjahr": Number, "gestiegen": Words, "gesunken": Words, "mehrere": Words,
    },
}  # fmt: skip
