"""The initiatives as a table in the annex."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ...narrative.cell_texts import NOTHING, when
from ..annex import Annex, AnnexScope, Group, by_date, in_order, short_names


@dataclass(frozen=True)
class InitiativeLine:
    """One initiative as a table prints it; `parties` are its addressee and who else took part."""

    when: str
    kind: str
    subject: str
    parties: str


def _names(scope: AnnexScope) -> dict[str, Any]:
    """Return the initiatives of all projects up to the end of the year, project by project."""
    short = short_names(scope.tables)

    def initiative(row: Any) -> InitiativeLine:
        names = [short.get(name, name) for name in (row.adressat, *row.beteiligte) if name]
        return InitiativeLine(when(row), row.art or NOTHING, row.gegenstand or NOTHING, ", ".join(names) or NOTHING)

    groups = (
        Group(title, tuple(initiative(row) for row in by_date(frame)))
        for title, frame in in_order(scope, "initiativen")
    )
    return {"alle_initiativen": tuple(groups)}


ANNEX = Annex(
    "anhang-initiativen", "Initiativen", 40, "chapters/anhang/initiativen.html.j2", _names, "alle_initiativen"
)
