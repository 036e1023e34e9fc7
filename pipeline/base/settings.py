"""`bericht.toml`, checked: every key, its type, its default and what it means.

The dataclasses below are the list of all settings; their fields are the keys of the file, their metadata is the
German explanation that the documentation prints.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import Field, dataclass, field, fields
from pathlib import Path
from typing import Any

from .characters import cleaned
from .problems import Problem, problem
from .suggest import did_you_mean
from .toml_errors import explain
from .toml_values import Number, Reader, Table, Text, Texts, Unexpected, Whole, YesOrNo, one_of

FILE = "bericht.toml"


_COLOUR = Text("#[0-9a-fA-F]{6}", 'eine Farbe wie "#1f5673"')
_ADDRESS = Text("|[!-?A-~]+@[a-zA-Z0-9.-]+", "eine Adresse wie buero@beispiel.de, ohne Namen davor")
_FILE = Text(r"[^\x00-\x1f]{0,200}", "der Name einer Datei")


def _key(about: str, default: Any, reader: Reader = Text()) -> Any:  # noqa: B008 - frozen
    """Return a field that explains itself; mutable defaults are shared safely because nobody changes settings."""
    metadata = {"about": about, "reader": reader}
    if isinstance(default, dict):
        return field(default_factory=lambda: dict(default), metadata=metadata)
    return field(default=default, metadata=metadata)


def _sections(about: str, each: type[Any]) -> Any:
    """Return a field of sections that the association names, `each` of the same shape."""
    return field(default_factory=dict, metadata={"about": about, "each": each})


@dataclass(frozen=True)
class OwnOrganisation:
    """[organisation]: who reports."""

    name: str = _key("voller Name, z. B. „Initiative Region Trier e. V.“", "")
    kurz: str = _key("Kurzform im Fließtext, z. B. „IRT“; sonst der volle Name", "")
    artikel: str = _key(
        "Artikel der Kurzform: die, der, das oder „plural“", "", one_of("", "die", "der", "das", "plural")
    )
    anschrift: tuple[str, ...] = _key("Zeilen der Anschrift im Impressum", (), Texts())
    vertreten_durch: str = _key("wer die Organisation vertritt, im Impressum", "")
    email: str = _key("E-Mail-Adresse im Impressum", "")
    telefon: str = _key("Telefonnummer im Impressum", "")
    internet: str = _key("Internetadresse im Impressum", "")

    @property
    def short(self) -> str:
        """Return the name that running text uses."""
        return self.kurz or self.name


@dataclass(frozen=True)
class ReportSettings:
    """[bericht]: what is reported and how it looks."""

    jahr: int | None = _key("Berichtsjahr; sonst das letzte Jahr, zu dem es Zeilen gibt", None, Whole(1900, 2200))
    titel: str = _key("Titel auf dem Umschlag", "Tätigkeitsbericht")
    untertitel: str = _key("Zeile unter dem Titel", "")
    farbe: str = _key("Akzentfarbe", "#1f5673", _COLOUR)
    logo: str = _key("Bilddatei (PNG oder SVG) im Eingangsordner", "", _FILE)
    bild: str = _key("Bilddatei (JPEG oder PNG) für den Umschlag im Eingangsordner", "", _FILE)
    impressum: tuple[str, ...] = _key("weitere Absätze im Impressum", (), Texts())
    projekte: tuple[str, ...] = _key("Reihenfolge der Kapitel; ungenannte folgen nach dem Alphabet", (), Texts())
    treffen_im_anhang: int = _key("ab so vielen Treffen fasst der Anhang zusammen", 100, Whole(0))
    veranstaltungen_im_text: int = _key("so viele Veranstaltungen je Kapitel und Jahr werden erzählt", 8, Whole(0))
    jahre_im_text: int = _key("so viele Jahre werden erzählt, das Berichtsjahr eingeschlossen", 3, Whole(1))
    initiativen_im_text: int = _key("so viele Initiativen (oder Gruppen davon) werden je Kapitel erzählt", 8, Whole(0))
    treffen_im_text: int = _key("so viele Treffen des Berichtsjahrs werden je Kapitel erzählt", 2, Whole(0))
    druck_sekunden: int = _key("so lange darf das Setzen des PDF dauern", 900, Whole(10))


@dataclass(frozen=True)
class NumberStyle:
    """[sprache]: how numbers and periods are said."""

    zahlwoerter_bis: int = _key("Zahlen bis hierhin stehen im Text als Wort", 12, Whole(0))
    tausenderpunkt_ab: int = _key("ab dieser Zahl steht ein Tausenderpunkt", 1000, Whole(1000))
    runden_ab: int = _key("kleinere Zahlen werden nie gerundet", 20, Whole(2))
    runden_im_satz_ab: int = _key("kleinere Zahlen rundet nur, wer in seinem Text „| rund“ verlangt", 100, Whole(2))
    rund_prozent: float = _key("„rund“ heißt: höchstens so viel Prozent daneben", 2.5, Number(0, 100))
    mehrere_bis: int = _key("„mehrere“ gilt von drei bis hierhin, „zahlreiche“ darüber", 12, Whole(3))
    anfang_bis_monat: int = _key("„Anfang“ des Jahres endet mit diesem Monat", 2, Whole(1, 12))
    mitte_ab_monat: int = _key("„Mitte“ des Jahres beginnt mit diesem Monat", 6, Whole(1, 12))
    mitte_bis_monat: int = _key("„Mitte“ des Jahres endet mit diesem Monat", 7, Whole(1, 12))
    ende_ab_monat: int = _key("„Ende“ des Jahres beginnt mit diesem Monat", 11, Whole(1, 12))
    schritt_zweistellig: int = _key("Zahlen unter 100 werden auf Vielfache davon gerundet", 5, Whole(1))
    schritt_dreistellig: int = _key("Zahlen unter 1000 werden auf Vielfache davon gerundet", 10, Whole(1))


@dataclass(frozen=True)
class Reading:
    """[lesen]: limits that keep a broken or hostile file from hurting."""

    sekunden: int = _key("so lange darf das Lesen einer Datei dauern", 60, Whole(1))
    speicher_mb: int = _key("so viel Arbeitsspeicher darf das Lesen belegen", 1500, Whole(256))
    datei_mb: int = _key("größere Dateien werden nicht gelesen", 100, Whole(1))
    entpackt_mb: int = _key("größer darf der ausgepackte Inhalt nicht sein", 800, Whole(1))
    zeilen: int = _key("so viele Zeilen darf ein Blatt haben", 200_000, Whole(1))
    spalten: int = _key("so viele Spalten darf ein Blatt haben", 2_000, Whole(1))
    jahr_von: int = _key("ältere Daten gelten als Tippfehler", 1950, Whole(1, 9999))
    jahr_bis: int = _key("spätere Daten gelten als Tippfehler", 2100, Whole(1, 9999))


@dataclass(frozen=True)
class SurveySettings:
    """[umfrage]: what may be shown of answers."""

    kleinste_gruppe: int = _key("kleinere Gruppen werden nicht gezeigt", 5, Whole(2))
    gruppen: tuple[str, ...] = _key("Fragen, nach denen aufgegliedert wird (Wortlaut oder Anfang)", (), Texts())
    zitate: int = _key("so viele offene Antworten werden wörtlich gezeigt", 3, Whole(0))
    fragen_im_text: int = _key("so viele Fragen je Umfrage bekommen ein Diagramm, der Rest eine Tabelle", 20, Whole(0))


@dataclass(frozen=True)
class Mail:
    """[post]: who gets mail, and which server takes it. The password is never written down here."""

    server: str = _key("Postausgangsserver, z. B. „smtp.beispiel.de“; ohne ihn wird nichts verschickt", "")
    port: int | None = _key("Port; sonst 587 bei starttls, 465 bei tls, 25 bei keine", None, Whole(1, 65_535))
    sicherheit: str = _key("starttls, tls oder keine", "starttls", one_of("starttls", "tls", "keine"))
    benutzer: str = _key("Anmeldename; das Kennwort steht in der Umgebung als BERICHT_SMTP_PASSWORT", "")
    absender: str = _key("Adresse, von der die Post kommt", "", _ADDRESS)
    vorstand: tuple[str, ...] = _key("wer den freigegebenen Bericht bekommt", (), Texts(_ADDRESS))
    geschaeftsstelle: tuple[str, ...] = _key(
        "wer das Prüfprotokoll bekommt, wenn Tabellen nicht stimmen", (), Texts(_ADDRESS)
    )
    hoechstens_mb: float = _key("größere Nachrichten gehen ohne Anhang, mit einem Verweis", 10, Number(0))
    link: str = _key("Adresse oder Ordner, unter dem der Ausgangsordner zu erreichen ist", "")


@dataclass(frozen=True)
class Night:
    """[nachtlauf]: when the service makes the report by itself."""

    zeit: str = _key(
        "Zeitpunkte in Cron-Schreibweise (Minute Stunde Tag Monat Wochentag), nicht zwischen 2 und 3 Uhr", "30 3 * * *"
    )
    zeitzone: str = _key("Zeitzone dazu", "Europe/Berlin")
    ruhe_minuten: float = _key("so lange muss eine Datei unverändert sein, bevor sie gelesen wird", 2, Number(0, 60))


@dataclass(frozen=True)
class OwnList:
    """[listen.…]: a list of the office's own; what the sheet „Listen“ says in its columns."""

    liste: str = _key("Name des Blattes oder der Datei, ohne Jahr; sonst der Name des Abschnitts", "")
    eintrag: str = _key("was eine Zeile ist, mit Artikel und Mehrzahl: „der Einsatz, Einsätze“", "")
    datum: str = _key("Überschrift der Spalte mit dem Datum oder dem Jahr", "")
    gliedern_nach: tuple[str, ...] = _key("Überschriften, nach deren Werten gezählt wird", (), Texts())
    zusammenzaehlen: tuple[str, ...] = _key("Überschriften der Spalten, die zusammengezählt werden", (), Texts())
    einzeln: str = _key("Überschrift der Spalte, nach der ein Eintrag heißt", "")
    kapitel: str = _key("Projekt, in dessen Kapitel die Liste gehört", "")
    vertraulich: bool | None = _key("true: keine Zeile und keine kleine Zahl erscheint irgendwo", None, YesOrNo())


@dataclass(frozen=True)
class Settings:
    """All settings of one association."""

    organisation: OwnOrganisation = field(default_factory=OwnOrganisation)
    bericht: ReportSettings = field(default_factory=ReportSettings)
    sprache: NumberStyle = field(default_factory=NumberStyle)
    lesen: Reading = field(default_factory=Reading)
    umfrage: SurveySettings = field(default_factory=SurveySettings)
    post: Mail = field(default_factory=Mail)
    nachtlauf: Night = field(default_factory=Night)
    arten: Mapping[str, str] = _key(
        'Art oder Format -> übergeordnete Art, z. B. "Koordinierungstreffen" = "Treffen"', {}, Table(Text())
    )
    spalten: Mapping[str, Mapping[str, tuple[str, ...]]] = _key(
        "weitere Überschriften je Tabelle und Spalte", {}, Table(Table(Texts()))
    )
    tabellen: Mapping[str, str] = _key(
        "„Datei.xlsx/Blatt“ -> Tabelle, wo die Überschriften zwei zulassen", {}, Table(Text())
    )
    listen: Mapping[str, OwnList] = _sections("eigene Listen, je Liste ein Abschnitt wie [listen.einsaetze]", OwnList)
    woerter: Mapping[str, str] = _key(
        'Substantiv -> Artikel und Plural, z. B. "Stammtisch" = "der, Stammtische"', {}, Table(Text())
    )


def load(folder: Path) -> tuple[Settings, tuple[Problem, ...]]:
    """Return the settings of the association in `folder` and what is wrong with them; defaults where nothing is set."""
    path = folder / FILE
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        return _named_after(folder), (problem("einstellungen-fehlen", file=FILE),)
    except UnicodeDecodeError:
        remedy = "Öffnen Sie sie im Editor und speichern Sie sie mit der Codierung UTF-8."
        return Settings(), _unreadable("sie ist nicht als UTF-8 gespeichert", remedy)
    except OSError as error:
        reason = "es fehlt das Leserecht" if isinstance(error, PermissionError) else f"Systemfehler {error.errno}"
        return Settings(), _unreadable(reason, "Bitten Sie Ihre Systembetreuung, die Datei lesbar zu machen.")
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return Settings(), _unreadable(*explain(error, text))
    settings, problems = _build(Settings, content, "")
    if not settings.organisation.name and not problems:
        example = '[organisation] mit der Zeile name = "Name Ihrer Organisation".'
        problems.append(problem("einstellung-fehlt", file=FILE, key="organisation.name", example=example))
    if settings.post.server and not settings.post.absender:
        example = '[post] mit der Zeile absender = "buero@beispiel.de".'
        problems.append(problem("einstellung-fehlt", file=FILE, key="post.absender", example=example))
    return settings, tuple(problems)


def _named_after(folder: Path) -> Settings:
    return Settings(organisation=OwnOrganisation(name=folder.resolve().name))


def _unreadable(reason: str, remedy: str) -> tuple[Problem, ...]:
    return (problem("einstellungen-unlesbar", file=FILE, reason=reason, remedy=remedy),)


def _build(shape: type[Any], content: Mapping[str, Any], path: str) -> tuple[Any, list[Problem]]:
    """Return `shape` filled from a section, and what does not fit."""
    known = {key.name: key for key in fields(shape)}
    values: dict[str, Any] = {}
    problems: list[Problem] = []
    for name, value in content.items():
        key = f"{path}.{name}" if path else name
        if name not in known:
            problems.append(_unknown(key, name, known))
            continue
        try:
            values[name], more = _read(known[name], value, key)
            problems += more
        except Unexpected as error:
            problems.append(_wrong(key, value, str(error)))
    return shape(**values), problems


def _read(known: Field[Any], value: Any, key: str) -> tuple[Any, list[Problem]]:
    """Return a value as its field wants it, and what of a section does not fit; raise `Unexpected`."""
    if "each" in known.metadata:
        return _read_each(known.metadata["each"], value, key)
    section = _section_of(known)
    if section is None:
        return known.metadata["reader"].read(value, known.name), []
    if not isinstance(value, Mapping):
        raise Unexpected(f"ein Abschnitt [{key}]")
    return _build(section, value, key)


def _read_each(shape: type[Any], value: Any, key: str) -> tuple[dict[str, Any], list[Problem]]:
    if not isinstance(value, Mapping) or not all(isinstance(one, Mapping) for one in value.values()):
        raise Unexpected(f"je Eintrag ein Abschnitt wie [{key}.beispiel]")
    parts = {cleaned(name): _build(shape, one, f"{key}.{name}") for name, one in value.items()}
    return {name: one for name, (one, _) in parts.items()}, [said for _, more in parts.values() for said in more]


def _section_of(known: Field[Any]) -> Any:
    """Return the dataclass of a section whose keys are ours, None for a single key or a section of free words."""
    return None if {"reader", "each"} & known.metadata.keys() else known.default_factory


def _unknown(key: str, name: str, known: Mapping[str, object]) -> Problem:
    suggestion = did_you_mean(name, known, f"Möglich sind hier: {', '.join(known)}.")
    return problem("einstellung-unbekannt", file=FILE, key=key, suggestion=suggestion)


def _wrong(key: str, value: object, expected: str) -> Problem:
    return problem("einstellung-falsch", file=FILE, key=key, value=_as_typed(value), expected=expected)


def _as_typed(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"„{value}“" if isinstance(value, str) else str(value)


def explained() -> Iterator[tuple[str, str, str]]:
    """Yield key, default and German explanation of every setting, for the documentation."""
    for section in fields(Settings):
        shape = _section_of(section)
        if shape is None:
            yield section.name, "", section.metadata["about"]
            for key in fields(section.metadata["each"]) if "each" in section.metadata else ():
                yield f"{section.name}.….{key.name}", "", key.metadata["about"]
            continue
        for key in fields(shape):
            shown = "" if key.default in (None, "", ()) else str(key.default)
            yield f"{section.name}.{key.name}", shown, key.metadata["about"]
