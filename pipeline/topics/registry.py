"""All topics: the only place that lists them.

A topic is a folder beside this file. `table.toml` says what its lists look like; `topic.py`, where there is one, says
what is checked, counted, told, drawn and listed of them. Both are read when they are first asked for: the blank
workbooks need the tables and nothing else.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pathlib import Path

from ..base.records import Tables
from ..base.schema import TableSchema, read_columns, read_table
from ..base.settings import Settings
from ..charts.drawing import Drawing
from ..ingest.tables import Repertoire
from ..narrative.report import Content
from ..narrative.section import Lead
from ..statistics.counting import Counting
from .topic import Topic

# In the order in which a sheet that could be several of them is taken for one, and in which figures are listed.
FOLDERS = ("meetings", "events", "network", "initiatives", "partners", "values", "texts")

_HERE = Path(__file__).parent


@cache
def tables() -> dict[str, TableSchema]:
    """Return every table by its name."""
    shared = read_columns(_HERE / "common_columns.toml")
    schemas = (read_table(_HERE / folder / "table.toml", shared) for folder in FOLDERS)
    return {schema.name: schema for schema in schemas}


@cache
def topics() -> tuple[Topic, ...]:
    """Return every topic of which anything is checked, counted or told, in the order of the folders."""
    folders = (folder for folder in FOLDERS if (_HERE / folder / "topic.py").exists())
    return tuple(import_module(f"{__package__}.{folder}.topic").TOPIC for folder in folders)


def counted() -> tuple[Counting, ...]:
    """Return what is counted of every topic."""
    return tuple(topic.counting for topic in topics() if topic.counting)


def told(tables: Tables, settings: Settings, year: int) -> Content:
    """Return what the chapters of projects tell: of every topic, and that there was a survey."""
    from .partners.language import language
    from .survey.text.mention import section

    surveys = [survey for survey in tables.surveys if survey.gets_chapter(year, settings.umfrage.kleinste_gruppe)]
    return Content(
        sections=(*(topic.section for topic in topics() if topic.section), section(surveys)),
        leads=leads(),
        language=lambda relation: language(tables, settings, relation),
    )


def drawn() -> tuple[Drawing, ...]:
    """Return what is drawn of every topic."""
    return tuple(topic.drawing for topic in topics() if topic.drawing)


def leads() -> tuple[Lead, ...]:
    """Return the figures that lead."""
    return tuple(lead for topic in topics() for lead in topic.leads)


def repertoire() -> Repertoire:
    """Return what reading has to recognise."""
    from .survey.reading.exports import read_surveys

    checks = {topic.table.name: topic.contradictions for topic in topics() if topic.contradictions}
    return Repertoire(tables(), checks, read_surveys)
