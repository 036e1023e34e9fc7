"""What an office keeps besides the tables we know: headings and names that tell of something else."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from .headings import Match, Texts, heading_key
from .sheets import Sheet

# A table with one of these columns is no list of ours unless its name says so.
_HEADINGS = frozenset(
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
            "bewilligt am", "Bewilligung", "Fördersumme",
        ),
    )
)  # fmt: skip
# A list of people who signed up; with a number of people in each row it is one of events all the same.
_OF_PEOPLE = frozenset(
    map(
        heading_key,
        ("Vorname", "Familienname", "Geburtsdatum", "Geburtstag", "Geb.-Datum", "Geburtsjahr", "Anmeldedatum",
         "Mitgliedsnummer"),
    )
)  # fmt: skip
_SAY_LITTLE = frozenset(map(heading_key, ("Was", "Wer", "Anlass", "Grund", "Inhalt", "Typ", "Name", "Dokument", "An",
                                          "mit", "Autor")))  # fmt: skip
_NAMES = re.compile(
    r"(?i)urlaub|dienstplan|schichtplan|to.?do|aufgaben|inventar|spende|vermietung|mietliste|belegung|raumplan|"
    r"fahrtkosten|reisekosten|kasse|buchung|presse|haushaltsplan|finanz|budget|mitarbeiter|mitarbeitende|personal|"
    r"adress|telefon|kontakt|geburtstag|protokoll|beschl[uü]ss|stundenzettel|stundenliste|arbeitszeit|rechnung|"
    r"fördermittel|schlüssel|anmeldung|wunschliste|packliste|checkliste"
)


def speaks_against(match: Match, texts: Texts) -> tuple[str, ...]:
    """Return those of the headings that tell of another kind of table than the one they match."""
    if not {"datum", "name"} & match.names:
        return ()
    keys = _HEADINGS if "teilnehmerzahl" in match.names else _HEADINGS | _OF_PEOPLE
    return tuple(words for ways in texts.values() for words in ways if heading_key(words) in keys)


def says_little(match: Match) -> bool:
    """Tell whether most headings are unknown and the others could stand in any table."""
    known = [heading for heading in match.headings if heading.column is not None]
    telling = (h for h in known if not h.column.common and heading_key(h.typed) not in _SAY_LITTLE)  # type: ignore[union-attr]
    return len(known) * 2 < len(match.headings) and not any(telling)


def is_named_otherwise(sheet: Sheet) -> bool:
    """Tell whether the sheet, or the file if the sheet has no name of its own, is called like another kind of table."""
    return _NAMES.search(sheet.name if has_own_name(sheet) else PurePosixPath(sheet.file).stem) is not None


_MONTHS = r"jan\w*|feb\w*|mär\w*|apr\w*|mai|jun\w*|jul\w*|aug\w*|sep\w*|okt\w*|nov\w*|dez\w*"
_NO_NAME = re.compile(rf"(?i)(?:tabelle|sheet|blatt|liste|übersicht|jahr|{_MONTHS}|q|quartal)?[\W_]*[\d\W_]*")


def has_own_name(sheet: Sheet) -> bool:
    """Tell whether somebody named a sheet: „Tabelle1“, „2017“, „März“ are no names."""
    return _NO_NAME.fullmatch(sheet.name) is None
