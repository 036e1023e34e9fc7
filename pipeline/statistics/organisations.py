"""Which organisations a name means: those of the list „Partner“, and the association itself."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from ..base.names import identity
from ..base.settings import OwnOrganisation
from .kinds import usual_names


@dataclass(frozen=True)
class Directory:
    """The organisations of the list „Partner“, and the association itself, which is nobody's partner.

    `full` is the identity of an organisation's name by the identity of its name or short form, `kinds` its kind by the
    identity of its name, `own` are the identities of all names of the association.
    """

    full: dict[str, str]
    kinds: dict[str, str]
    own: frozenset[str]

    @cached_property
    def spelled(self) -> dict[str, str]:
        """How each kind is usually spelled, by its slug."""
        return usual_names(self.kinds.values())


def directory(partner: pd.DataFrame, organisation: OwnOrganisation) -> Directory:
    """Return the directory from the frame „partner“ and the association's own names."""
    rows = list(zip(partner["name"], partner["kurzform"], partner["art"], strict=True))
    own = {identity(name) for name in (organisation.name, organisation.kurz) if name}
    listed = [{identity(name) for name in (full, short) if name} for full, short, _ in rows]
    return Directory(
        full={identity(name): identity(full or short) for full, short, _ in rows for name in (short, full) if name},
        kinds={identity(full or short): kind for full, short, kind in rows if kind},
        own=frozenset(own.union(*(names for names in listed if own & names))),
    )
