"""What the sentences about initiatives are for, and what they may name."""

from __future__ import annotations

from ...narrative.phrases import Counted, KindPhrase, Listed, Number, Parties, Subject, Words
from ...narrative.roles import Roles
from ...narrative.template_language import Names

_INITIATIVE: Names = {
    "art": KindPhrase,
    "gegenstand": Subject,
    "adressat": Parties,
    "beteiligte": Parties,
    "partner": Parties,  # the one or two others where not many made an agreement
    "initiator": Parties,
    "initiator_genannt": Subject,  # „Vorstand der IRT“
    "wann": Words,
}

ROLES: Roles = {
    "initiativen_auftakt": {"anzahl": Number, "schwerpunkt": Words, "projekt": Words, "auch": Words},
    "initiative": _INITIATIVE,
    "initiativen_gesammelt": {
        **_INITIATIVE, "davon": Counted, "gegenstaende": Listed, "gegenstaende_zitiert": Listed,
    },
    "weitere_initiativen": {"art": KindPhrase, "reihe": KindPhrase, "davon": Counted, "genannt": Words},
}  # fmt: skip
