"""Whether a sheet whose headings could make a table is meant as one: what speaks for it, what against it.

An office keeps much beside the tables we know: holidays, cash, keys, to-do lists. None of it belongs in a report.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import PurePosixPath

from .headings import Match, Texts, heading_key
from .schema import Table
from .sheets import Sheet

# --- names ------------------------------------------------------------------------------------------------


def sheet_is_named(table: Table, sheet: Sheet) -> bool:
    """Tell whether a sheet is named like a table."""
    return sounds_like(table, sheet.name)


def file_is_named(table: Table, sheet: Sheet) -> bool:
    """Tell whether a sheet's file is named like a table."""
    return sounds_like(table, PurePosixPath(sheet.file).stem)


def is_named(table: Table, sheet: Sheet) -> bool:
    """Tell whether a sheet or its file is named like a table."""
    return sheet_is_named(table, sheet) or file_is_named(table, sheet)


def is_called(table: Table, sheet: Sheet) -> bool:
    """Tell whether the names say that a sheet is a table; the file's says nothing of one that is named otherwise."""
    return sheet_is_named(table, sheet) or (file_is_named(table, sheet) and not is_named_otherwise(sheet))


def wants_to_be(table: Table, sheet: Sheet) -> bool:
    """Tell whether a sheet's own name, or its file's if it has none, promises a table."""
    return sheet_is_named(table, sheet) or (not has_own_name(sheet) and file_is_named(table, sheet))


@cache
def sounds_like(table: Table, name: str) -> bool:
    """Tell whether a name holds a usual name of a table."""
    key = heading_key(name)
    return any(heading_key(word) in key for word in (table.title, *table.names))


_OTHER_NAMES = re.compile(
    r"""(?x)(?:urlaubs?|dienst|schicht|raum|hallen|belegungs?|haushalts|schlüssel|anmelde|teilnehmer|telefon|adress|
    kontakt|inventar|spenden|miet|aufgaben|wunsch|pack|check|stunden)(?:liste|plan|pläne|planung|belegung|zettel|nummern)
    |urlaub|todos?|aufgaben|inventar|spenden|vermietung(?:en)?|belegung|(?:fahrt|reise)kosten|fahrtenbuch|kasse|
    kassenbuch|buchungen|presse|pressespiegel|haushalt|finanzen|budget|mitarbeiter|mitarbeitende|personal|adressen|
    kontakte|geburtstage|protokoll|beschlüsse|arbeitszeit(?:en)?|rechnungen|fördermittel|schlüssel|anmeldungen|
    passwörter|zugangsdaten|krankmeldungen|abwesenheit(?:en)?|kündigungen|zählerstände|wartung|ausleihe|post(?:ein|aus)gang
    """
)
_FILLERS = re.compile(r"liste|übersicht|plan|unsere|alle|neu|alt|und|der|die|das|kopie|version|final")


def is_named_otherwise(sheet: Sheet) -> bool:
    """Tell whether the sheet, or the file if the sheet has no name of its own, is called like another kind of table."""
    name = sheet.name if has_own_name(sheet) else PurePosixPath(sheet.file).stem
    words = re.findall(r"[a-zäöüß]{2,}", name.lower().replace("to-do", "todo"))
    told = [word for word in words if not _FILLERS.fullmatch(word)]
    return bool(told) and all(map(_OTHER_NAMES.fullmatch, told))


_MONTHS = r"jan\w*|feb\w*|mär\w*|apr\w*|mai|jun\w*|jul\w*|aug\w*|sep\w*|okt\w*|nov\w*|dez\w*"
_NO_NAME = re.compile(rf"(?i)(?:tabelle|sheet|blatt|liste|übersicht|jahr|{_MONTHS}|quartal|\w{{1,2}})?[\W_]*[\d\W_]*")


def has_own_name(sheet: Sheet) -> bool:
    """Tell whether somebody named a sheet: „Tabelle1“, „2017“, „März“ are no names."""
    return _NO_NAME.fullmatch(sheet.name) is None


# --- headings ---------------------------------------------------------------------------------------------

_AGAINST = frozenset(
    map(
        heading_key,
        (
            "km", "Kilometer", "gefahrene km", "Betrag", "Betrag in Euro", "Betrag (€)", "Summe in Euro", "Einnahme",
            "Einnahmen", "Ausgabe", "Ausgaben", "Soll", "Haben", "Saldo", "Konto", "IBAN", "Beleg", "Belegnummer",
            "Beleg-Nr.", "Buchungstext", "Rechnung", "Rechnungsnummer", "Spender", "Spenderin", "Spende", "Gehalt",
            "Stunden", "Arbeitsstunden", "Std.", "Stundensatz", "Urlaubstage", "Resturlaub", "Mieter", "Mieterin",
            "Medium", "Zeitung", "Ausgabe/Seite", "fällig", "fällig am", "Frist", "bis wann", "zu erledigen bis",
            "erledigt", "erledigt am", "Erledigt?", "Beschluss", "TOP", "Priorität", "zuständig", "verantwortlich",
            "Durchwahl", "Kennzeichen", "Seriennummer", "Inventarnummer", "Anschaffung", "Bestand", "Lagerort",
            "bewilligt am", "Bewilligung", "Fördersumme", "Passwort", "ausgeliehen an", "zurück am",
        ),
    )
)  # fmt: skip
_OF_PEOPLE = frozenset(
    map(
        heading_key,
        ("Vorname", "Familienname", "Geburtsdatum", "Geburtstag", "Geb.-Datum", "Geburtsjahr", "Anmeldedatum",
         "Mitgliedsnummer"),
    )
)  # fmt: skip
_SAY_LITTLE = frozenset(
    map(
        heading_key,
        ("Was", "Wer", "Wo", "Wann", "Anlass", "Grund", "Inhalt", "Typ", "Name", "Dokument", "An", "mit", "Autor",
         "Betreff", "Bezeichnung", "Beschreibung"),
    )
)  # fmt: skip


def speaks_against(match: Match, texts: Texts) -> tuple[str, ...]:
    """Return those of the headings that tell of another kind of table than the one they match."""
    if not {"datum", "name"} & match.names:
        return ()
    keys = _AGAINST if "teilnehmerzahl" in match.names else _AGAINST | _OF_PEOPLE
    return tuple(words for ways in texts.values() for words in ways if heading_key(words) in keys)


def doubt(sheet: Sheet, match: Match, texts: Texts, title: str) -> str:
    """Return in German why a sheet is not read as a table unless somebody says that it is one; "" if nothing is wrong.

    A number of people beside a title or theme makes a list of events whatever else it tells; two headings that could
    stand in no other table outweigh one that speaks against. A sheet with a name of its own must say more; `title`
    stands above the table.
    """
    if is_called(match.table, sheet) or sounds_like(match.table, title):
        return ""
    known = [h for h in match.headings if h.column is not None]
    little = {place for place, ways in texts.items() if any(heading_key(words) in _SAY_LITTLE for words in ways)}
    own = [h for h in known if not h.column.common and h.place not in little]  # type: ignore[union-attr]
    telling = sum(h.column.kind != "anzahl" for h in own)  # type: ignore[union-attr]
    if ("teilnehmerzahl" in match.names and telling) or telling > 2:
        return ""
    against = speaks_against(match, texts)
    if against and telling < 2:
        shown = " und ".join(f"„{' '.join(typed.split())}“" for typed in against[:2])
        return f"Sie nennt aber auch {shown}"
    half = len(known) * 2 >= len(match.headings)
    if not has_own_name(sheet):
        return "" if half or own else _NOTHING_TELLS
    if is_named_otherwise(sheet) or match.table.name in ("partner", "initiativen", "netzwerk"):
        perfect = len(known) == len(match.headings) and telling > 1
    else:
        perfect = (len(known) == len(match.headings) > 2 and telling > 0) or (half and telling > 1)
    return "" if perfect else _NAME_SAYS_OTHERWISE


_NOTHING_TELLS = "Die meisten Überschriften sind aber unbekannt"
_NAME_SAYS_OTHERWISE = "Der Name des Blattes sagt es aber nicht, und die Überschriften könnten auch anderes bedeuten"
