"""Write the chapters of the report: texts by staff, one chapter per project."""

from __future__ import annotations

from pathlib import Path

from ..german.quantities import in_figures
from ..ingest.records import Tables
from ..problems import Problem
from ..settings import Settings
from ..statistics.figures import Figures, key_part
from ..statistics.printed import mark, runs
from .chapter import Chapter, Paragraph, Section

_PROJECT_TABLES = ("treffen", "veranstaltungen", "netzwerk", "initiativen")
_GLANCE = ("treffen.{year}.anzahl", "veranstaltungen.{year}.anzahl", "veranstaltungen.{year}.teilnehmer",
           "netzwerk.teilnehmer")  # fmt: skip


def write(
    tables: Tables, figures: Figures, settings: Settings, year: int, templates: Path
) -> tuple[tuple[Chapter, ...], tuple[Problem, ...]]:
    """Return the chapters of the report for `year` in their order, and what was wrong with texts and templates."""
    projects = _projects(tables, settings)
    chapters = [_project(name, tables, figures, year) for name in projects]
    keys = {key_part(name) for name in projects}
    texts = [_text(name, tables) for name in dict.fromkeys(tables["texte"]["kapitel"]) if key_part(name) not in keys]
    return tuple(texts + chapters), ()


def _projects(tables: Tables, settings: Settings) -> list[str]:
    found = {str(name) for table in _PROJECT_TABLES for name in tables[table]["projekt"] if name}
    ordered = [name for name in settings.bericht.projekte if name in found]
    return ordered + sorted(found.difference(ordered))


def _text(name: str, tables: Tables) -> Chapter:
    rows = tables["texte"][tables["texte"]["kapitel"] == name].sort_values("reihenfolge", kind="stable")
    paragraphs = tuple(Paragraph(runs(str(text))) for text in rows["text"])
    return Chapter(key_part(name), "text", name, (Section("text", "", paragraphs),))


def _project(name: str, tables: Tables, figures: Figures, year: int) -> Chapter:
    key = key_part(name)
    glance = tuple(k for part in _GLANCE if (k := f"{key}.{part.format(year=year)}") in figures)
    sections = []
    for table in _PROJECT_TABLES:
        part = f"{key}.{table}.{'teilnehmer' if table == 'netzwerk' else 'anzahl'}"
        if part in figures:
            line = f"{figures[part].label}: {mark(part, in_figures(figures[part]))}."
            sections.append(Section(table, table.title(), (Paragraph(runs(line)),)))
    return Chapter(key, "projekt", name, tuple(sections), None, glance)
