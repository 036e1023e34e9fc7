"""The example association: made again byte for byte, clean for every program, and true to the facts it shows."""

from __future__ import annotations

import re
import zipfile
from collections import Counter
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
from odf.opendocument import load as load_ods
from odf.table import Table

from pipeline.base.figures import Figures
from pipeline.base.marks import Run
from pipeline.base.problems import Severity
from pipeline.base.settings import load
from pipeline.topics.survey.counting.counting import count as count_survey
from tests.example import data, lists, meetings, survey
from tests.example.sheet import NOTICE
from tests.example.workdays import easter, is_workday
from tests.make_example import INPUTS, make
from tests.steps import count, read, write


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("beispiel")
    make(folder)
    return folder


def contents(path: Path) -> dict[str, bytes]:
    """Return what a file holds; of a packed one its members, because not every zlib packs alike."""
    if not zipfile.is_zipfile(path):
        return {path.name: path.read_bytes()}
    with zipfile.ZipFile(path) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def test_the_inputs_are_what_the_script_makes(made: Path) -> None:
    assert sorted(path.name for path in INPUTS.iterdir()) == sorted(path.name for path in made.iterdir())
    for path in made.iterdir():
        assert contents(INPUTS / path.name) == contents(path), path.name


def test_making_again_gives_the_same_bytes(made: Path, tmp_path: Path) -> None:
    make(tmp_path)
    for path in made.iterdir():
        assert (tmp_path / path.name).read_bytes() == path.read_bytes(), path.name


@pytest.mark.parametrize("name", sorted(path.name for path in INPUTS.glob("*.xlsx")))
def test_workbooks_have_frozen_headings_filters_and_the_notice(made: Path, name: str) -> None:
    book = openpyxl.load_workbook(made / name)
    assert NOTICE in (book.properties.description or "")
    for sheet in book.worksheets:
        assert sheet.freeze_panes
        assert sheet.auto_filter.ref
        assert sheet.sheet_state == "visible"


def test_the_open_document_loads(made: Path) -> None:
    book = load_ods(made / "Netzwerk.ods")
    assert [str(sheet.getAttribute("name")) for sheet in book.spreadsheet.getElementsByType(Table)] == [
        "Integration",
        "Mobilität",
    ]


def test_the_csv_is_what_a_german_excel_saves(made: Path) -> None:
    raw = (made / "Partner.csv").read_bytes()
    assert "Eifelkreis Bitburg-Prüm" in raw.decode("cp1252")
    assert raw.count(b"\r\n") == raw.count(b"\n")


def test_nobody_meets_on_a_holiday() -> None:
    days = [row[0] for sheet in [*meetings.integration(), *meetings.mobility()] for row in sheet.rows]
    assert [day for day in days if not (isinstance(day, date) and is_workday(day))] == []


def test_events_fall_on_no_sunday_or_holiday() -> None:
    fair = date(2017, 5, 20)  # the one Saturday
    days = {row[place] for row in lists.events()[0].rows for place in (0, 1)} - {None, fair}
    assert [day for day in days if not (isinstance(day, date) and is_workday(day))] == []


@pytest.mark.parametrize(("year", "sunday"), [(2015, (4, 5)), (2016, (3, 27)), (2017, (4, 16)), (2018, (4, 1))])
def test_easter(year: int, sunday: tuple[int, int]) -> None:
    assert easter(year) == date(year, *sunday)


def test_meetings_bear_out_what_the_source_says() -> None:
    rows = [row for sheet in meetings.integration() for row in sheet.rows]
    days = sorted(row[0] for row in rows if isinstance(row[0], date))
    assert abs(len(rows) - 140) <= 140 * 0.025
    assert (days[0].year, days[0].month) == (2015, 7)
    assert (days[-1].year, days[-1].month) == (2017, 10)
    kinds = Counter(str(row[1]) for row in rows)
    assert set(kinds) == set(meetings.KINDS.values())


def test_the_network_bears_out_what_the_source_says() -> None:
    integration = lists.network()[0].rows
    assert abs(len(integration) - 200) <= 200 * 0.025
    assert 70 < sum(row[2] == "Arbeitsmarktmonitor" for row in integration) < 80


def test_events_bear_out_what_the_source_says() -> None:
    rows = [record for record in data.records("veranstaltungen.txt") if record["Projekt"] == "Integration"]
    first_year = [record for record in rows if record["Datum"].startswith("2015")]
    assert first_year
    assert all(record["Datum"] >= "2015-07-01" for record in first_year)
    assert 150 < int(first_year[-1]["Teilnehmerzahl"]) < 160
    themes = {theme for record in first_year[:-1] for theme in record["Themen"].split("; ")}
    assert themes == {"Arbeit", "Ausbildung", "Sprache"}
    together = [date.fromisoformat(record["Datum"]) for record in rows if "Himmeroder Forum" in record["Veranstalter"]]
    first, last = together
    assert (last.year - first.year) * 12 + last.month - first.month == 17  # as its title says
    assert last.isoformat() == max(record["Datum"] for record in rows)


def test_every_survey_answer_is_one_that_was_offered() -> None:
    rows = survey.answers()
    assert len(rows) == survey.ANSWERS
    assert len({row[0] for row in rows}) == survey.ANSWERS
    agreement = {cell for row in rows for cell in row[3:8]}
    assert agreement <= {*survey.AGREEMENT, survey.UNSURE, ""}
    assert {row[11] for row in rows} - {""} <= {1, 2, 3, 4, 5, 6}


def test_no_cell_holds_an_address_or_a_telephone_number(made: Path) -> None:
    texts = [(made / "Partner.csv").read_bytes().decode("cp1252"), (made / "bericht.toml").read_text(encoding="utf-8")]
    workbooks = [*made.glob("*.xlsx")]
    assert workbooks
    for path in workbooks:
        for sheet in openpyxl.load_workbook(path).worksheets:
            cells = (cell for row in sheet.iter_rows(values_only=True) for cell in row)
            texts += [str(cell) for cell in cells if cell is not None and not isinstance(cell, datetime)]
    assert [text for text in texts if re.search(r"\w@\w|\+49|\b0\d{2,5}[ /-]\d{3,}", text)] == []


def test_the_inputs_read_without_a_warning_and_without_losing_a_row() -> None:
    settings, problems = load(INPUTS)
    tables = read(INPUTS, settings)
    assert {(p.severity, p.code) for p in (*problems, *tables.problems)} <= {(Severity.NOTE, "umfrage-gelesen")}
    not_kept = {"finanzen", "listen"}  # the example has none of these
    assert {name for name, frame in tables.frames.items() if frame.empty} == not_kept
    assert sum(balance.set_aside for balance in tables.balance) == 0
    assert [len(one.answers) for one in tables.surveys] == [survey.ANSWERS]
    kinds = {question.kind for question in tables.surveys[0].questions}
    assert kinds == {"zustimmung", "note", "ja-nein", "einfach", "mehrfach", "offen"}
    known = {name for column in ("name", "kurzform") for name in tables["partner"][column] if name}
    named = {one for cell in tables["treffen"]["beteiligte"] for one in cell}
    named |= {one for cell in tables["veranstaltungen"]["veranstalter"] for one in cell}
    assert named - known == set()


# Every fact of the published chapter by its number, and words that the generated chapter must hold for it.
FACTS = {
    "F1": ("2015 rief der Vorstand der Initiative Region Trier", "neues Projekt ins Leben"),
    "F2": ("Forum von Veranstaltungen und Arbeitskreisen", "Information, Austausch und Abstimmung",
           "ausländische Fach- und Führungskräfte"),
    "F3": ("zweiten Jahreshälfte 2015", "Foren und Informationsveranstaltungen", "Arbeit, Ausbildung und Sprache"),
    "F4": (
        "Jahresabschluss",
        "Gemeinschaftsveranstaltung",
        "Lernende",
        "HWK Trier",
        "IHK Trier",
        "Arbeitsagentur Trier",
        "„Perspektiven für Flüchtlinge in der Region Trier“",
    ),
    "F5": ("Über 150 Gäste", "Podiumsdiskussion mit Ministerpräsidentin Dreyer und Experten"),
    "F6": ("Himmeroder Forum", "Unternehmer und junge Flüchtlinge", "gelungene Integrationsbeispiele", "Probleme"),
    "F7": (
        "Betriebe von Handel bis Handwerk",
        "„Wie kommen Flüchtlinge in der Region Trier in Ausbildung und Arbeit?“",
    ),
    "F8": (
        "Experten-Fachgespräch",
        "Stadt Trier",
        "„Wege in Ausbildung und Arbeit für unbegleitete minderjährige und junge volljährige Flüchtlinge“",
    ),
    "F9": ("rund 200 Teilnehmer", "haupt- oder ehrenamtlich"),
    "F10": ("Arbeitsmarktmonitor der Arbeitsagentur", "Kommunikationsinstrument", "über 70 Teilnehmer"),
    "F11": (
        "von Mitte 2015 bis Herbst 2017",
        "rund 140 Treffen, Gespräche sowie Arbeitskreis- und Veranstaltungsteilnahmen",
    ),
    "F12": (
        "Vorstand der IRT initiierte",
        "eine Vereinbarung zwischen der Stadt Trier",
        "Trier-Saarburg",
        "Bernkastel-Wittlich",
        "Bitburg-Prüm",
        "Vulkaneifel",
        "Handwerkskammer Trier",
        "Industrie- und Handelskammer Trier",
        "zur Integration von Flüchtlingen in den Arbeits- und Ausbildungsmarkt",
    ),
    "F13": ("mehrere Schreiben an die Landesregierung", "Probleme", "Lösungsmöglichkeiten"),
    "F14": ("Ministerpräsidentin Dreyer attestierte der IRT ausdrücklich ihr besonderes Engagement",),
    "F15": ("Anfang 2017", "Koordinierungstreffen zur Flüchtlingsarbeit", "in der IHK Trier"),
    "F16": (
        "Kammern, ADD, Arbeitsagentur Trier, BAMF, Kreishandwerkerschaft, Caritas, DRK und",
        "Stadt Trier",
    ),
    "F17": ("im Februar", "Austausch", "Wirtschaftskammern", "Berufsbildenden Schule Gewerbe und Technik Trier",
            "Pilotklassen 18+ in der Region Trier"),
    "F18": ("in Prüm", "Fachforum", "Sprache und Mobilität", "Eifelkreis Bitburg-Prüm und seine"),
    "F19": (
        "KAUSA-Servicestelle, die bei der HWK Trier angesiedelt ist,",
        "„Wie klappt die Ausbildung von Migranten? – Unternehmer beraten Unternehmer“",
    ),
    "F20": (
        "„17 Monate später! Ist die Integration von Flüchtlingen gelungen?“",
        "rundete",
        "den Veranstaltungszyklus ab",
    ),
    "F21": ("haupt- und ehrenamtlichen Integrationsakteuren der Region Trier", "Umfrage", "87 Antworten"),
}  # fmt: skip


# Figure -> how the published chapter says it, and so must ours.
COUNTED = {
    "integration.veranstaltungen.2015-12-10.teilnehmer": "Über 150",
    "integration.netzwerk.teilnehmer": "rund 200",
    "integration.netzwerk.arbeitsmarktmonitor.teilnehmer": "über 70",
    "integration.treffen.zeitraum": "von Mitte 2015 bis Herbst 2017",
    "integration.treffen.anzahl": "rund 140",
    "integration.initiativen.schreiben.anzahl": "mehrere",
}


@pytest.fixture(scope="module")
def runs() -> list[Run]:
    """Return the runs of the chapter INTEGRATION, generated from the workbooks."""
    settings, _ = load(INPUTS)
    tables = read(INPUTS, settings)
    counted = [figure for one in tables.surveys for figure in count_survey(one, settings)[1]]
    figures = Figures([*count(tables, settings, 2017).values(), *counted])
    chapters, problems = write(tables, figures, settings, 2017, INPUTS.parent / "templates")
    assert problems == ()
    found = next(one for one in chapters if one.key == "integration")
    return [run for section in found.sections for part in section.paragraphs for run in (*part.runs, Run("\n"))]


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u00ad", "")


@pytest.mark.parametrize("fact", FACTS)
def test_the_chapter_holds_every_fact_of_the_published_one(runs: list[Run], fact: str) -> None:
    told = plain("".join(run.text for run in runs)).casefold()
    assert [words for words in FACTS[fact] if words.casefold() not in told] == []


@pytest.mark.parametrize("key", COUNTED)
def test_what_the_source_counts_is_counted_here_too(runs: list[Run], key: str) -> None:
    printed = [plain(run.text).casefold() for run in runs if run.figure == key]
    assert any(COUNTED[key].casefold() in text for text in printed), printed
