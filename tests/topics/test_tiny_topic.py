"""A topic is one folder: nothing else in the program has to name it, and each topic keeps to itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import xlsxwriter

from pipeline.base.figures import Figures
from pipeline.base.fingerprint import ROOT
from pipeline.base.records import Tables
from pipeline.base.settings import OwnOrganisation, Settings
from pipeline.charts import drawing
from pipeline.charts.chart import Chart
from pipeline.ingest import tables as ingest
from pipeline.narrative import report
from pipeline.narrative.chapter import Chapter
from pipeline.outputs.export_tables import tidy_tables
from pipeline.publish.content import Content
from pipeline.publish.document import Document, compose
from pipeline.report import TEMPLATES
from pipeline.statistics import counting
from pipeline.topics import registry
from pipeline.topics.topic import Topic, Topics
from tests.topics.tiny.topic import TOPIC as TINY

YEAR = 2023
SETTINGS = Settings(organisation=OwnOrganisation(name="Stadtmuseum Lindenau e. V.", kurz="Stadtmuseum"))
ROWS = (
    ("Datum", "Ausstellung", "Raum"),
    ("12.03.2022", "Alte Karten", "Galerie"),
    ("05.02.2023", "Hüte", "Galerie"),
    ("14.05.2023", "Uhren", "Keller"),
    ("03.09.2023", "Münzen", "Foyer"),
    ("17.09.2023", "Kannen", "Galerie"),
    ("01.11.2023", "Fächer", "Foyer"),
)


@dataclass(frozen=True)
class Made:
    """What every step of a run made of the tiny topic's one sheet."""

    tables: Tables
    figures: Figures
    chapters: tuple[Chapter, ...]
    charts: tuple[Chart, ...]
    document: Document


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """Run the steps of `report.py`, handed the tiny topic beside the program's own."""
    inputs = tmp_path_factory.mktemp("museum")
    with xlsxwriter.Workbook(inputs / "Museum.xlsx") as book:
        sheet = book.add_worksheet("Ausstellungen")
        for place, row in enumerate(ROWS):
            sheet.write_row(place, 0, row)
    topics = Topics((*registry.topics().each, TINY))
    tables = ingest.read(inputs, SETTINGS, topics.repertoire())
    figures = counting.count(tables, SETTINGS, YEAR, topics.counting)
    content = topics.content(tables, SETTINGS, YEAR, TEMPLATES)
    chapters, problems = report.write(tables, figures, SETTINGS, YEAR, content)
    assert (tables.problems, problems) == ((), ())
    charts = drawing.draw(tables, figures, SETTINGS, YEAR, topics.drawings)
    document = compose(Content(SETTINGS, YEAR, tables, figures, topics, chapters, charts))
    return Made(tables, figures, chapters, charts, document)


def test_its_rows_are_read_and_balanced(made: Made) -> None:
    (line,) = made.tables.balance
    assert (line.table, line.read, line.used) == ("ausstellungen", 6, 6)


def test_its_figures_are_counted(made: Made) -> None:
    counted = {key: figure.value for key, figure in made.figures.items() if figure.key.topic == "ausstellungen"}
    assert counted["allgemein.ausstellungen.anzahl"] == 6
    assert counted["allgemein.ausstellungen.2023.anzahl"] == counted["gesamt.ausstellungen.2023.anzahl"] == 5
    assert counted["allgemein.ausstellungen.raum.galerie.anzahl"] == 3


def test_it_is_among_the_lists_that_make_the_rhythm_of_the_year(made: Made) -> None:
    method = made.figures["gesamt.termine.2023-02.anzahl"].method
    assert method.startswith("Jeder Eintrag der Listen „Treffen“, „Veranstaltungen“ und „Ausstellungen“ zählt einmal")


def test_its_section_is_written(made: Made) -> None:
    (chapter,) = made.chapters
    (section,) = chapter.sections
    assert (section.name, section.title) == ("ausstellungen", "Was zu sehen war")
    (paragraph,) = section.paragraphs
    assert "".join(run.text for run in paragraph.runs) == "Im Jahr 2023 waren fünf Ausstellungen zu sehen."


def test_its_chart_is_drawn(made: Made) -> None:
    assert [chart.key.text for chart in made.charts] == ["gesamt.jahr", "allgemein.ausstellungen"]
    assert "Ausstellungen je Monat im Jahr 2023" in made.charts[0].alternative
    assert "Galerie 3" in made.charts[1].alternative


# What of the topic stands in both editions, and how it looks there.
PARTS = {
    "the section": ">Was zu sehen war</h",
    "the chart": 'id="abbildung-allgemein.ausstellungen"',
    "the annex": 'id="anhang-ausstellungen"',
    "its table": "<td>Münzen</td><td>Foyer</td>",
    "the way to it": 'href="#anhang-ausstellungen"',
    "the leading figure": 'href="#herkunft-gesamt.ausstellungen.2023.anzahl"',
    "where numbers come from": 'id="herkunft-allgemein.ausstellungen.2023.anzahl"',
    "how they were counted": "Jeder Eintrag der Liste „Ausstellungen“ zählt einmal",
    "what the cover shows": "Ausstellungen in jeden Monat des Jahres 2023 fielen",
}


@pytest.mark.parametrize("part", PARTS)
def test_it_stands_in_the_report(made: Made, part: str) -> None:
    for html in (made.document.html, made.document.screen):
        assert PARTS[part] in html


def test_its_numbers_lead_to_their_rows(made: Made) -> None:
    assert "Ausstellungen im Jahr 2023: Museum.xlsx, Blatt „Ausstellungen“, Zeilen 3–7" in made.document.screen


def test_it_is_handed_on_as_a_table(made: Made) -> None:
    (table,) = tidy_tables(made.tables)
    assert table.name == "Ausstellungen"
    assert [title for title, _ in table.columns][:4] == ["Datum", "Projekt", "Ausstellung", "Raum"]
    assert [row[2:4] for row in table.rows] == [row[1:] for row in ROWS[1:]]


def test_nobody_else_names_it() -> None:
    texts = {path: path.read_text("utf-8") for folder in ("pipeline", "templates") for path in texts_below(folder)}
    assert len(texts) > 200
    assert [path for path, text in texts.items() if "ausstellungen" in text] == []


def texts_below(folder: str) -> Iterator[Path]:
    return (path for path in (ROOT / folder).rglob("*") if path.suffix in (".py", ".toml", ".j2", ".json", ".css"))


EACH = registry.topics().each

# What a topic may be known by, and must share with no other.
NAMES: dict[str, Callable[[Topic], list[str]]] = {
    "table": lambda topic: [topic.table.name],
    "title": lambda topic: [topic.table.title],
    "section": lambda topic: [topic.section.name] if topic.section else [],
    "place of the section": lambda topic: [str(topic.section.place)] if topic.section else [],
    "role of sentences": lambda topic: [*topic.section.roles] if topic.section else [],
    "leading figure": lambda topic: [lead.key(YEAR).text for lead in topic.leads],
    "place of a leading figure": lambda topic: [str(lead.place) for lead in topic.leads],
    "anchor": lambda topic: [topic.annex.anchor] if topic.annex else [],
    "title of the annex": lambda topic: [topic.annex.title] if topic.annex else [],
    "place of the annex": lambda topic: [str(topic.annex.place)] if topic.annex else [],
    "file of wording": lambda topic: [path.as_posix() for path in topic.wording],
}


@pytest.mark.parametrize("what", NAMES)
def test_no_two_topics_share_a_name(what: str) -> None:
    counted = Counter(name for topic in (*EACH, TINY) for name in NAMES[what](topic))
    assert [name for name, times in counted.items() if times > 1] == []


@pytest.mark.parametrize("topic", EACH, ids=[topic.table.name for topic in EACH])
def test_the_facets_of_a_topic_are_about_its_table(topic: Topic) -> None:
    name = topic.table.name
    assert topic.counting is None or topic.counting.table == name
    assert topic.section is None or topic.section.table == name
    assert topic.drawing is None or topic.drawing.rhythm is None or topic.drawing.rhythm.table == name
    assert {lead.topic for lead in topic.leads} <= {name}
    assert topic.annex is None or ((topic.annex.folder or TEMPLATES) / topic.annex.template).is_file()
    assert all(path.is_file() for path in topic.wording)
