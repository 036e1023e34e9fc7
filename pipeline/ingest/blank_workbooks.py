"""Blank workbooks for staff: the headings that the reader knows, explained, with lists to choose from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..settings import Settings
from .schema import EXAMPLES, EXPLANATION, TABLES, Column, ColumnKind, Table
from .sheets import Cell

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

    def explain(self, about: str, columns: Sequence[tuple[str, str, str]]) -> None:
        """Add the sheet that says what belongs where."""
        sheet = self.book.add_worksheet("Erläuterung")
        sheet.set_column(0, 0, 24)
        sheet.set_column(1, 1, 10)
        sheet.set_column(2, 2, 80)
        sheet.write_row(0, 0, [EXPLANATION], self.title)
        sheet.write(1, 0, about)
        for row, advice in enumerate(_ADVICE, start=3):
            sheet.write(row, 0, advice)
        top = 4 + len(_ADVICE)
        sheet.write_row(top, 0, ["Spalte", "nötig", "was hineingehört"], self.head)
        for row, words in enumerate(columns, start=top + 1):
            sheet.write_row(row, 0, words, self.text)


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
            sheet.data_validation(1, place, _ROWS, place, _pick(choices[column.name]))
    needed = {name: "ja" if len(need) == 1 else "eine davon" for need in table.needs for name in need}
    words = [(column.heading, needed.get(column.name, ""), column.about) for column in table.columns]
    made.explain(f"{table.title}: {table.about}.", words)
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


def _pick(words: Sequence[str]) -> dict[str, Any]:
    """Return a list to choose from that lets other words pass."""
    return {"validate": "list", "source": list(words), "show_error": False}


_LONGEST = 255  # of all words of a list, as Excel has it


def _choices(table: Table, settings: Settings) -> dict[str, list[str]]:
    """Return column -> words to choose from; columns without any are left out."""
    projects = list(settings.bericht.projekte)
    kinds = list(dict.fromkeys((*settings.arten, *settings.arten.values())))
    known: dict[str, list[str]] = {
        "projekt": projects,
        "artikel": ["die", "der", "das", "plural"],
        "engagement": ["hauptamtlich", "ehrenamtlich"],
        "kapitel": ["Vorwort", "Ausblick", *projects],
    }
    if table.name in ("treffen", "veranstaltungen"):
        known |= {"art": kinds, "format": kinds}
    return {column.name: words for column in table.columns if (words := _fitting(known, column))}


def _fitting(known: Mapping[str, list[str]], column: Column) -> list[str]:
    words = [word for word in known.get(column.name, []) if "," not in word]
    while len(",".join(words)) > _LONGEST:
        words.pop()
    return words
