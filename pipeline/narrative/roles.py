"""What sentences are for, and which words the patterns of each role may name.

A role is what a sentence is for; the names are German because editors of `templates/sentences/` use them. Every topic
declares its own; here stand those of no single topic.
"""

from __future__ import annotations

from collections.abc import Mapping

from .phrases import Number, Words
from .template_language import Names

Roles = Mapping[str, Names]

ROLES: Roles = {
    "zusammenfassung": {
        "jahr": Words, "veranstaltungen": Number, "treffen": Number, "teilnehmer": Number,
        "netzwerk": Number, "initiativen": Number, "projekt": Words,
    },
}  # fmt: skip
