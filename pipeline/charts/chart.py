"""What leaves the room `charts`: a picture, its finding, and its text alternative."""

from __future__ import annotations

from dataclasses import dataclass

from ..base.keys import Key
from ..base.marks import runs


@dataclass(frozen=True)
class Chart:
    """One drawn chart.

    `key` says whose it is and to which topic it belongs (``integration.treffen``, ``integration.netzwerk``,
    ``gesamt.jahr``, ``umfrage.<kurz>.<question key>``). `finding` is one German sentence, the caption's first;
    `shows` says what is drawn, n and source; both may hold printed figures (`base.marks`). `alternative`
    is what a reader who cannot see it is told (plain text). `svg` can stand inline in HTML: no ids that could clash, no
    scripts, no foreignObject; the numbers written in it are marked like those in texts. `width` is in millimetres on
    the printed page. One that is drawn `once` is left out where another project has the same.
    """

    key: Key
    finding: str
    shows: str
    alternative: str
    svg: str
    width: float
    once: bool = False

    @property
    def drawn(self) -> tuple[str, ...]:
        """Return the keys of the figures that the drawing prints, in its order."""
        return tuple(run.figure for run in runs(self.svg) if run.figure)
