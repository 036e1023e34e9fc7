"""What the sentences that mention a survey in another chapter are for, and what they may name."""

from __future__ import annotations

from ....narrative.phrases import Number, Parties, PeopleOrThings, Title, Words
from ....narrative.roles import Roles

ROLES: Roles = {
    "umfrage": {
        "titel": Title, "benannt": Title, "von": Parties, "befragte": PeopleOrThings, "antworten": Number,
        "wann": Words, "ruecklauf": Number, "projekt": Words,
    },
}  # fmt: skip
