"""What Prefect's page shows of a run: progress, a summary, the problems as a table and the way to the PDF.

Nothing from the tables: problems are named by their kind and place, the words are in the protocol.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from uuid import UUID

from prefect.artifacts import (
    create_link_artifact,
    create_markdown_artifact,
    create_progress_artifact,
    create_table_artifact,
    update_progress_artifact,
)

from ..base.associations import Association
from ..base.catalogue import CATALOGUE
from ..base.names import slug
from ..outputs.check.grouped_problems import group_problems, tally
from ..report import STEPS, Outcome, P, R, RunStep
from .correspondence import Sent
from .health import in_words

MOST_SHOWN = 200  # rows of a table on Prefect's page, which shows all of them at once


class Progress:
    """A way to run steps that tells Prefect's page how far the run is."""

    def __init__(self, association: Association, step: RunStep) -> None:
        self._step = step
        self._done = 0
        artifact = create_progress_artifact(0.0, key=_key("fortschritt", association), description="Beginn")
        self._artifact = artifact if isinstance(artifact, UUID) else None

    def run(self, title: str, step: Callable[P, R], /, *args: P.args, **kwargs: P.kwargs) -> R:
        """Run a step and note that it is done."""
        result = self._step(title, step, *args, **kwargs)
        self._done += 1
        self._show(min(99.0, round(100 * self._done / STEPS)), title)
        return result

    def done(self) -> None:
        """Note that all is done."""
        self._show(100.0, "fertig")

    def _show(self, percent: float, title: str) -> None:
        if self._artifact:
            update_progress_artifact(self._artifact, percent, title)


def publish(association: Association, outcome: Outcome, sent: Sent) -> None:
    """Publish the summary, the problems and the link to the report of one association."""
    summary = _summary(association.called(), outcome, sent)
    create_markdown_artifact(summary, _key("uebersicht", association), "Wie der Lauf endete")
    rows = [
        {
            "Was": CATALOGUE[cause.first.code].title,
            "Wie schwer": cause.first.severity.value,
            "Datei": cause.first.file,
            "Blatt": cause.first.sheet or "",
            "Zelle": cause.first.cell or "",
            "Stellen": len(cause.problems),
        }
        for cause in group_problems(outcome.problems)[:MOST_SHOWN]
    ]
    create_table_artifact(rows, _key("probleme", association), "Was in den Tabellen aufgefallen ist")
    if outcome.pdf:
        create_link_artifact(
            address(association, outcome.pdf), "Bericht öffnen", _key("bericht", association), "Der Bericht"
        )


def address(association: Association, path: Path) -> str:
    """Return where readers find a file of the outputs: below the link of the settings, else in the file system."""
    link = association.settings().post.link
    if "://" in link:
        return f"{link.rstrip('/')}/{path.relative_to(association.outputs).as_posix()}"
    return path.resolve().as_uri()


def publish_night(ended: Mapping[str, str]) -> None:
    """Publish how the night ended for every association."""
    rows = [{"Organisation": name, "Ergebnis": result} for name, result in ended.items()]
    create_table_artifact(rows, "nachtlauf", "Wie der Nachtlauf für jede Organisation endete")


def _summary(called: str, outcome: Outcome, sent: Sent) -> str:
    lines = [
        f"# {called} {outcome.folder.name}",
        in_words(outcome),
        f"Prüfprotokoll: {tally(outcome.problems)} (`{outcome.protocol}`)",
        *(f"Brief `{letter.key}`: {letter.state}" for letter in sent.letters),
        *sent.hindrances,
    ]
    return "\n\n".join(lines)


def _key(what: str, association: Association) -> str:
    return f"{what}-{slug(association.called())}"
