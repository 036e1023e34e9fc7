"""Blank workbooks for staff: the headings that the reader knows, explained, with lists to choose from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from ..base.schema import EXPLANATION, Column, ColumnKind, TableSchema, TableSchemas
from ..base.settings import Settings
from .sheets import cell_name

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
    "betrag": 14,
    "absatz": 60,
    "wortlaut": 60,
    "text": 28,
}
_FORMATS: Mapping[ColumnKind, str] = {
    "datum": "dd.mm.yyyy",
    "bis": "dd.mm.yyyy",
    "jahr": "0",
    "zahl": "#,##0.##",
    "betrag": "#,##0.00",
}

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


def write_templates(folder: Path, settings: Settings, tables: TableSchemas) -> list[Path]:
    """Write a blank workbook for each table that the folder does not have yet; return those written."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for table in tables.values():
        path = folder / f"{table.title}.xlsx"
        if not path.exists():
            _write_table(path, table, _choices(table, settings, tables))
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


def _write_table(path: Path, table: TableSchema, choices: Mapping[str, Sequence[str]]) -> None:
    made = _Book(path)
    sheet = made.book.add_worksheet(table.title)
    sheet.freeze_panes(1, 0)
    for place, column in enumerate(table.columns):
        number = {"num_format": _FORMATS[column.kind]} if column.kind in _FORMATS else {}
        sheet.set_column(place, place, _WIDTHS.get(column.kind, 22), made.book.add_format(number | {"valign": "top"}))
        sheet.write(0, place, column.heading, made.head)
        sheet.write_comment(0, place, column.about, {"author": ""})
        if column.example is not None:
            sheet.write(1, place, column.example, made.book.add_format(number | made.example))
        if column.name in choices:
            words = choices[column.name]
            sheet.data_validation(1, place, _ROWS, place, _pick(words, list(choices).index(column.name)))
    needed = {name: "ja" if len(need) == 1 else "eine davon" for need in table.needs for name in need}
    columns = [(column.heading, needed.get(column.name, ""), column.about) for column in table.columns]
    lists = {table.column(name).heading: words for name, words in choices.items()}
    made.explain(f"{table.title}: {table.about}.", columns, lists)
    made.book.close()


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


def _choices(table: TableSchema, settings: Settings, tables: TableSchemas) -> dict[str, list[str]]:
    """Return column -> words to choose from, those of the settings first; columns without any are left out."""
    projects = settings.bericht.projekte
    every = [word for one in tables.values() for column in _kinds(one) for word in column.usual]
    before = {"projekt": projects} | {c.name: _own_kinds(c.usual, every, settings) for c in _kinds(table)}
    after = {"kapitel": projects}
    choices = {c.name: (*before.get(c.name, ()), *c.usual, *after.get(c.name, ())) for c in table.columns}
    return {name: list(dict.fromkeys(words)) for name, words in choices.items() if words}


def _kinds(table: TableSchema) -> list[Column]:
    """Return the columns of which [arten] speaks: kinds of what takes place."""
    return [column for column in table.columns if table.occasions and column.kind == "art"]


def _own_kinds(usual: Sequence[str], every: Sequence[str], settings: Settings) -> tuple[str, ...]:
    """Return the kinds of the settings that are like the usual ones, and those of which nothing tells what they are."""
    kinds = dict.fromkeys((*settings.arten, *settings.arten.values()))
    return tuple(
        kind for kind in kinds if _is_one_of(kind, usual, settings.arten) or not _is_one_of(kind, every, settings.arten)
    )


def _is_one_of(kind: str, usual: Sequence[str], parents: Mapping[str, str]) -> bool:
    """Tell whether a kind or one above it is a usual one or a compound of it."""
    ends = tuple(word.casefold() for word in usual)
    above = (kind, parents.get(kind, ""), parents.get(parents.get(kind, ""), ""))
    return any(word.casefold().endswith(ends) for word in above if word)
