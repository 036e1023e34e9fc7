"""Which organisations took part in a project, and of which kind they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from ..settings import Organisation
from .dated import Naming
from .figures import Figure, key_part
from .kinds import NOT_GIVEN, usual_names
from .methods import METHODS


@dataclass(frozen=True)
class Directory:
    """The organisations of the list „Partner“, and the association itself, which is nobody's partner.

    `full` is the key part of an organisation's name by the key part of its name or short form, `kinds` its kind by
    the key part of its name.
    """

    full: dict[str, str]
    kinds: dict[str, str]
    own: frozenset[str]

    @cached_property
    def spelled(self) -> dict[str, str]:
        """How each kind is usually spelled, by its key part."""
        return usual_names(self.kinds.values())


def directory(partner: pd.DataFrame, organisation: Organisation) -> Directory:
    """Return the directory from the frame „partner“ and the association's own names."""
    rows = list(zip(partner["name"], partner["kurzform"], partner["art"], strict=True))
    return Directory(
        full={key_part(name): key_part(full or short) for full, short, _ in rows for name in (short, full) if name},
        kinds={key_part(full or short): kind for full, short, kind in rows if kind},
        own=frozenset(key_part(name) for name in (organisation.name, organisation.kurz) if name),
    )


def partners(frames: Iterable[tuple[pd.DataFrame, str]], known: Directory, key: str, subject: str) -> Iterator[Figure]:
    """Yield how many different organisations took part, in all and by kind.

    `frames` are the project's lists with the column that names organisations. Nothing without organisations.
    """
    rows: dict[str, list[int]] = {}
    parts: dict[str, str] = {}
    for frame, column in frames:
        for i, names in zip(frame.index.tolist(), frame[column], strict=True):
            for name in names:
                if name not in parts:
                    part = key_part(name)
                    parts[name] = known.full.get(part, part)
            for part in dict.fromkeys(parts[name] for name in names if name):
                if part not in known.own:
                    rows.setdefault(part, []).append(i)
    if not rows:
        return
    naming = Naming(f"{key}.partner", subject, "Partner", "Organisationen")
    yield _organisations(naming, "anzahl", "beteiligte Organisationen", rows.values(), "partner")
    by_kind: dict[str, list[list[int]]] = {}
    for part, ids in rows.items():
        by_kind.setdefault(key_part(known.kinds.get(part, NOT_GIVEN)), []).append(ids)
    for kind, found in by_kind.items():
        what = f"beteiligte Organisationen (Art: {known.spelled.get(kind, NOT_GIVEN)})"
        yield _organisations(naming, f"art.{kind}.anzahl", what, found, "partnerart")


def _organisations(naming: Naming, part: str, what: str, rows: Iterable[Sequence[int]], method: str) -> Figure:
    found = list(rows)
    return Figure(
        key=f"{naming.key}.{part}",
        label=naming.label(what),
        value=len(found),
        unit=naming.unit,
        rows=tuple(sorted({i for group in found for i in group})),
        method=METHODS[method],
        subject=naming.subject,
    )
