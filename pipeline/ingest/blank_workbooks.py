"""Blank workbooks for staff: the headings that the reader knows, explained, with lists to choose from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from ..base.settings import Settings
from .schema import EXAMPLES, EXPLANATION, TABLES, ColumnKind, Table
from .sheets import Cell, cell_name

if TYPE_CHECKING:
    import xlsxwriter

_CREATED = datetime(2020, 1, 1)  # the same templates are the same bytes
_ROWS = 1000  # so many rows get lists to choose from
_WIDTHS: Mapping[ColumnKind, int] = {
    "datum": 14,
    "bis": 14,
    "anzahl": 15,
    "jahr": 8,
    "zahl": 12,
    "absatz": 60,
    "wortlaut": 60,
    "text": 28,
}
_FORMATS: Mapping[ColumnKind, str] = {"datum": "dd.mm.yyyy", "bis": "dd.mm.yyyy", "jahr": "0", "zahl": "#,##0.##"}

_ADVICE = (
    "Eine Zeile je Eintrag; die Überschriften stehen lassen. Spalten, die Sie nicht brauchen, dürfen leer bleiben.",
    "Die Beispielzeile wird nicht gezählt. Überschreiben oder löschen Sie sie.",
    "Mehrere Organisationen, Themen oder Namen in einer Zelle trennen Sie mit Semikolon.",
    "Die Auswahllisten sind Vorschläge; andere Wörter dürfen Sie tippen.",
    "Was abgesagt wurde, kennzeichnen Sie mit „abgesagt“; es zählt dann nicht mit.",
    "Legen Sie die Datei in den Eingangsordner. „bericht pruefen“ sagt, ob alles verstanden wurde.",
)
_SURVEY_DETAILS = (
    ("Titel", "wie die Umfrage im Bericht heißt"),
    ("Kurzform", "kurzer Name, z. B. Mitglieder 2017"),
    ("Befragt von", "wer gefragt hat"),
    ("Befragte", "wer gefragt wurde, z. B. alle Mitglieder"),
    ("Eingeladen", "wie viele gefragt wurden; daraus ergibt sich der Rücklauf"),
    ("Von", "erster Tag"),
    ("Bis", "letzter Tag"),
    ("Art", "z. B. online oder auf Papier"),
)


def write_templates(folder: Path, settings: Settings) -> list[Path]:
    """Write a blank workbook for each table that the folder does not have yet; return those written."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for table in TABLES.values():
        path = folder / f"{table.title}.xlsx"
        if not path.exists():
            _write_table(path, table, settings)
            written.append(path)
    path = folder / "Umfrage.xlsx"
    if not path.exists():
        _write_survey(path)
        written.append(path)
    return written


_EXPLAINS = "Erläuterung"
_LISTS_BELOW = 4 + len(_ADVICE)  # the row of the heads on the sheet that explains
_FIRST_LIST = 4  # its first column with words to choose from


class _Book:
    """A workbook with the few formats that all of ours share."""

    def __init__(self, path: Path) -> None:
        import xlsxwriter

        self.book: xlsxwriter.Workbook = xlsxwriter.Workbook(str(path), {"default_date_format": "dd.mm.yyyy"})
        self.book.set_properties({"created": _CREATED})
        self.title = self.book.add_format({"bold": True, "font_size": 14})
        self.head = self.book.add_format({"bold": True, "bg_color": "#dfe8ee", "bottom": 1, "valign": "top"})
        self.example = {"font_color": "#6b6b6b", "italic": True, "valign": "top"}
        self.text = self.book.add_format({"text_wrap": True, "valign": "top"})

    def explain(
        self,
        about: str,
        columns: Sequence[tuple[str, str, str]],
        lists: Mapping[str, Sequence[str]] = MappingProxyType({}),
    ) -> None:
        """Add the sheet that says what belongs where and holds the lists to choose from."""
        sheet = self.book.add_worksheet(_EXPLAINS)
        sheet.set_column(0, 0, 24)
        sheet.set_column(1, 1, 10)
        sheet.set_column(2, 2, 80)
        sheet.write_row(0, 0, [EXPLANATION], self.title)
        sheet.write(1, 0, about)
        for row, advice in enumerate(_ADVICE, start=3):
            sheet.write(row, 0, advice)
        sheet.write_row(_LISTS_BELOW, 0, ["Spalte", "nötig", "was hineingehört"], self.head)
        for row, words in enumerate(columns, start=_LISTS_BELOW + 1):
            sheet.write_row(row, 0, words, self.text)
        for place, (heading, choice) in enumerate(lists.items(), start=_FIRST_LIST):
            sheet.set_column(place, place, 26)
            sheet.write(_LISTS_BELOW, place, f"Auswahl „{heading}“", self.head)
            sheet.write_column(_LISTS_BELOW + 1, place, choice)


# Words to choose from where the association's settings say nothing; the report knows all of them.
_USUAL: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "treffen": {
        "art": (
            "Arbeitskreis", "Austausch", "Besprechung", "Gespräch", "Klausur", "Sitzung", "Treffen", "Versammlung",
            "Videokonferenz", "Vorstandssitzung",
        ),
    },
    "veranstaltungen": {
        "format": (
            "Aktionstag", "Ausstellung", "Empfang", "Exkursion", "Fachforum", "Fachtagung", "Fest", "Fortbildung",
            "Informationsveranstaltung", "Konferenz", "Konzert", "Kurs", "Lesung", "Podiumsdiskussion", "Schulung",
            "Seminar", "Vortrag", "Webinar", "Wettbewerb", "Workshop",
        ),
    },
    "netzwerk": {"engagement": ("hauptamtlich", "ehrenamtlich")},
    "initiativen": {
        "art": (
            "Antrag", "Appell", "Kooperationsvereinbarung", "Petition", "Positionspapier", "Resolution", "Schreiben",
            "Stellungnahme", "Vereinbarung",
        ),
    },
    "partner": {
        "artikel": ("die", "der", "das", "plural"),
        "art": (
            "Behörde", "Bildungseinrichtung", "Hochschule", "Kammer", "Kirche", "Kommune", "Stiftung", "Unternehmen",
            "Verband", "Verein",
        ),
    },
    "werte": {"einheit": ("Euro", "%", "Personen", "Mitglieder", "Stunden")},
    "texte": {"kapitel": ("Vorwort", "Ausblick")},
}  # fmt: skip


def _write_table(path: Path, table: Table, settings: Settings) -> None:
    made = _Book(path)
    sheet = made.book.add_worksheet(table.title)
    sheet.freeze_panes(1, 0)
    choices = _choices(table, settings)
    for place, column in enumerate(table.columns):
        number = {"num_format": _FORMATS[column.kind]} if column.kind in _FORMATS else {}
        sheet.set_column(place, place, _WIDTHS.get(column.kind, 22), made.book.add_format(number | {"valign": "top"}))
        sheet.write(0, place, column.heading, made.head)
        sheet.write_comment(0, place, column.about, {"author": ""})
        _write_example(sheet, place, EXAMPLES[table.name].get(column.name), made.book.add_format(number | made.example))
        if column.name in choices:
            words = choices[column.name]
            sheet.data_validation(1, place, _ROWS, place, _pick(words, list(choices).index(column.name)))
    needed = {name: "ja" if len(need) == 1 else "eine davon" for need in table.needs for name in need}
    columns = [(column.heading, needed.get(column.name, ""), column.about) for column in table.columns]
    lists = {table.column(name).heading: words for name, words in choices.items()}
    made.explain(f"{table.title}: {table.about}.", columns, lists)
    made.book.close()


def _write_example(sheet: Any, place: int, cell: Cell, style: Any) -> None:
    if cell is not None:
        sheet.write(1, place, cell, style)


def _write_survey(path: Path) -> None:
    made = _Book(path)
    sheet = made.book.add_worksheet("Umfrage-Angaben")
    sheet.set_column(0, 0, 22)
    sheet.set_column(1, 1, 50)
    sheet.write_row(0, 0, ["Angabe", "Wert"], made.head)
    for row, (name, about) in enumerate(_SURVEY_DETAILS, start=1):
        sheet.write(row, 0, name)
        sheet.write_comment(row, 1, about, {"author": ""})
    about = (
        "Umfrage: Legen Sie die Ausgabe Ihres Umfragewerkzeugs in den Eingangsordner, oder ergänzen Sie hier ein Blatt "
        "„Antworten“ mit einer Zeile je Antwort und einer Spalte je Frage."
    )
    made.explain(about, [(name, "", about) for name, about in _SURVEY_DETAILS])
    made.book.close()


def _pick(words: Sequence[str], place: int) -> dict[str, Any]:
    """Return a list to choose from, kept on the sheet that explains, that lets other words pass."""
    column = cell_name(0, _FIRST_LIST + place).rstrip("1")
    source = f"='{_EXPLAINS}'!${column}${_LISTS_BELOW + 2}:${column}${_LISTS_BELOW + 1 + len(words)}"
    return {"validate": "list", "source": source, "show_error": False}


def _choices(table: Table, settings: Settings) -> dict[str, list[str]]:
    """Return column -> words to choose from, those of the settings first; columns without any are left out."""
    projects = settings.bericht.projekte
    usual = _USUAL.get(table.name, {})
    own = {column: _own_kinds(words, settings) for column, words in usual.items() if (table.name, column) in _OF_KINDS}
    before: dict[str, Sequence[str]] = {"projekt": projects, **own}
    after: dict[str, Sequence[str]] = {"kapitel": projects}
    found = {
        column.name: [*before.get(column.name, ()), *usual.get(column.name, ()), *after.get(column.name, ())]
        for column in table.columns
    }
    return {name: list(dict.fromkeys(words)) for name, words in found.items() if words}


_OF_KINDS = (("treffen", "art"), ("veranstaltungen", "format"))  # what [arten] speaks of


def _own_kinds(usual: Sequence[str], settings: Settings) -> list[str]:
    """Return the kinds of the settings that are like the usual ones, and those of which nothing tells what they are."""
    every = tuple(word for table, column in _OF_KINDS for word in _USUAL[table][column])
    kinds = dict.fromkeys((*settings.arten, *settings.arten.values()))
    return [
        kind for kind in kinds if _is_one_of(kind, usual, settings.arten) or not _is_one_of(kind, every, settings.arten)
    ]


def _is_one_of(kind: str, usual: Sequence[str], parents: Mapping[str, str]) -> bool:
    """Tell whether a kind or one above it is a usual one or a compound of it."""
    ends = tuple(word.casefold() for word in usual)
    above = (kind, parents.get(kind, ""), parents.get(parents.get(kind, ""), ""))
    return any(word.casefold().endswith(ends) for word in above if word)
