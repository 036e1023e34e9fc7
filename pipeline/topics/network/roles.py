"""What the sentences about the network are for, and what they may name."""

from __future__ import annotations

from ...narrative.phrases import Listed, Number, Title, Words
from ...narrative.roles import Roles

ROLES: Roles = {
    "netzwerk": {
        "teilnehmer": Number, "institutionen": Number, "haupt_und_ehrenamtlich": Words, "ehrenamtlich": Words,
        "hauptamtlich": Words, "viele": Words, "alle_mit_institution": Words, "projekt": Words, "schwerpunkt": Words,
    },
    "netzwerk_gruppen": {"gruppen": Listed, "gruppe": Title},
}  # fmt: skip
