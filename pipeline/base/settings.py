"""`bericht.toml`, checked: every key, its type, its default and what it means.

The dataclasses below are the list of all settings; their fields are the keys of the file, their metadata is the
German explanation that the documentation prints.
"""

from __future__ import annotations

import math
import re
import tomllib
import typing
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, Field, dataclass, field, fields
from pathlib import Path
from typing import Any

from .problems import Problem, problem
from .suggest import did_you_mean
from .toml_errors import explain

FILE = "bericht.toml"


@dataclass(frozen=True)
class _Texts:
    """Which texts a setting takes: a pattern, and what it asks for in German."""

    pattern: str
    wanted: str


def _one_of(*words: str) -> _Texts:
    return _Texts("|".join(words), f"einer der Werte: {', '.join(filter(None, words))}")


_ANY = _Texts("(?s:.*)", "")
_COLOUR = _Texts("#[0-9a-fA-F]{6}", 'eine Farbe wie "#1f5673"')
_ADDRESS = _Texts("|[!-?A-~]+@[a-zA-Z0-9.-]+", "eine Adresse wie buero@beispiel.de, ohne Namen davor")
_FILE = _Texts(r"[^\x00-\x1f]{0,200}", "der Name einer Datei")


def _key(
    about: str, default: Any = MISSING, texts: _Texts = _ANY, *, low: float = -math.inf, high: float = 1_000_000
) -> Any:
    """Return a field that explains itself; mutable defaults are shared safely because nobody changes settings.

    A text, or each of a list, is one of `texts`; a number lies from `low` to `high`.
    """
    metadata = {"about": about, "texts": texts, "low": low, "high": high}
    if isinstance(default, dict):
        return field(default_factory=lambda: dict(default), metadata=metadata)
    return field(default=default, metadata=metadata)


@dataclass(frozen=True)
class OwnOrganisation:
    """[organisation]: who reports."""

    name: str = _key("voller Name, z. B. „Initiative Region Trier e. V.“", "")
    kurz: str = _key("Kurzform im Fließtext, z. B. „IRT“; sonst der volle Name", "")
    artikel: str = _key(
        "Artikel der Kurzform: die, der, das oder „plural“", "", _one_of("", "die", "der", "das", "plural")
    )
    anschrift: tuple[str, ...] = _key("Zeilen der Anschrift im Impressum", ())
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

    jahr: int | None = _key("Berichtsjahr; sonst das letzte Jahr, zu dem es Zeilen gibt", None, low=1900, high=2200)
    titel: str = _key("Titel auf dem Umschlag", "Tätigkeitsbericht")
    untertitel: str = _key("Zeile unter dem Titel", "")
    farbe: str = _key("Akzentfarbe", "#1f5673", _COLOUR)
    logo: str = _key("Bilddatei (PNG oder SVG) im Eingangsordner", "", _FILE)
    bild: str = _key("Bilddatei (JPEG oder PNG) für den Umschlag im Eingangsordner", "", _FILE)
    impressum: tuple[str, ...] = _key("weitere Absätze im Impressum", ())
    projekte: tuple[str, ...] = _key("Reihenfolge der Kapitel; ungenannte folgen nach dem Alphabet", ())
    treffen_im_anhang: int = _key("ab so vielen Treffen fasst der Anhang zusammen", 100, low=0)
    veranstaltungen_im_text: int = _key("so viele Veranstaltungen je Kapitel und Jahr werden erzählt", 8, low=0)
    jahre_im_text: int = _key("so viele Jahre werden erzählt, das Berichtsjahr eingeschlossen", 3, low=1)
    initiativen_im_text: int = _key("so viele Initiativen (oder Gruppen davon) werden je Kapitel erzählt", 8, low=0)
    treffen_im_text: int = _key("so viele Treffen des Berichtsjahrs werden je Kapitel erzählt", 2, low=0)
    druck_sekunden: int = _key("so lange darf das Setzen des PDF dauern", 900, low=10)


@dataclass(frozen=True)
class NumberStyle:
    """[sprache]: how numbers and periods are said."""

    zahlwoerter_bis: int = _key("Zahlen bis hierhin stehen im Text als Wort", 12, low=0)
    tausenderpunkt_ab: int = _key("ab dieser Zahl steht ein Tausenderpunkt", 1000, low=1000)
    runden_ab: int = _key("kleinere Zahlen werden nie gerundet", 20, low=2)
    runden_im_satz_ab: int = _key("kleinere Zahlen rundet nur, wer in seinem Text „| rund“ verlangt", 100, low=2)
    rund_prozent: float = _key("„rund“ heißt: höchstens so viel Prozent daneben", 2.5, low=0, high=100)
    mehrere_bis: int = _key("„mehrere“ gilt von drei bis hierhin, „zahlreiche“ darüber", 12, low=3)
    anfang_bis_monat: int = _key("„Anfang“ des Jahres endet mit diesem Monat", 2, low=1, high=12)
    mitte_ab_monat: int = _key("„Mitte“ des Jahres beginnt mit diesem Monat", 6, low=1, high=12)
    mitte_bis_monat: int = _key("„Mitte“ des Jahres endet mit diesem Monat", 7, low=1, high=12)
    ende_ab_monat: int = _key("„Ende“ des Jahres beginnt mit diesem Monat", 11, low=1, high=12)
    schritt_zweistellig: int = _key("Zahlen unter 100 werden auf Vielfache davon gerundet", 5, low=1)
    schritt_dreistellig: int = _key("Zahlen unter 1000 werden auf Vielfache davon gerundet", 10, low=1)


@dataclass(frozen=True)
class Reading:
    """[lesen]: limits that keep a broken or hostile file from hurting."""

    sekunden: int = _key("so lange darf das Lesen einer Datei dauern", 60, low=1)
    speicher_mb: int = _key("so viel Arbeitsspeicher darf das Lesen belegen", 1500, low=256)
    datei_mb: int = _key("größere Dateien werden nicht gelesen", 100, low=1)
    entpackt_mb: int = _key("größer darf der ausgepackte Inhalt nicht sein", 800, low=1)
    zeilen: int = _key("so viele Zeilen darf ein Blatt haben", 200_000, low=1)
    spalten: int = _key("so viele Spalten darf ein Blatt haben", 2_000, low=1)
    jahr_von: int = _key("ältere Daten gelten als Tippfehler", 1950, low=1, high=9999)
    jahr_bis: int = _key("spätere Daten gelten als Tippfehler", 2100, low=1, high=9999)


@dataclass(frozen=True)
class SurveySettings:
    """[umfrage]: what may be shown of answers."""

    kleinste_gruppe: int = _key("kleinere Gruppen werden nicht gezeigt", 5, low=2)
    gruppen: tuple[str, ...] = _key("Fragen, nach denen aufgegliedert wird (Wortlaut oder Anfang)", ())
    zitate: int = _key("so viele offene Antworten werden wörtlich gezeigt", 3, low=0)
    fragen_im_text: int = _key("so viele Fragen je Umfrage bekommen ein Diagramm, der Rest eine Tabelle", 20, low=0)


@dataclass(frozen=True)
class Mail:
    """[post]: who gets mail, and which server takes it. The password is never written down here."""

    server: str = _key("Postausgangsserver, z. B. „smtp.beispiel.de“; ohne ihn wird nichts verschickt", "")
    port: int | None = _key("Port; sonst 587 bei starttls, 465 bei tls, 25 bei keine", None, low=1, high=65_535)
    sicherheit: str = _key("starttls, tls oder keine", "starttls", _one_of("starttls", "tls", "keine"))
    benutzer: str = _key("Anmeldename; das Kennwort steht in der Umgebung als BERICHT_SMTP_PASSWORT", "")
    absender: str = _key("Adresse, von der die Post kommt", "", _ADDRESS)
    vorstand: tuple[str, ...] = _key("wer den freigegebenen Bericht bekommt", (), _ADDRESS)
    geschaeftsstelle: tuple[str, ...] = _key("wer das Prüfprotokoll bekommt, wenn Tabellen nicht stimmen", (), _ADDRESS)
    hoechstens_mb: float = _key("größere Nachrichten gehen ohne Anhang, mit einem Verweis", 10, low=0)
    link: str = _key("Adresse oder Ordner, unter dem der Ausgangsordner zu erreichen ist", "")


@dataclass(frozen=True)
class Night:
    """[nachtlauf]: when the service makes the report by itself."""

    zeit: str = _key(
        "Zeitpunkte in Cron-Schreibweise (Minute Stunde Tag Monat Wochentag), nicht zwischen 2 und 3 Uhr", "30 3 * * *"
    )
    zeitzone: str = _key("Zeitzone dazu", "Europe/Berlin")
    ruhe_minuten: float = _key("so lange muss eine Datei unverändert sein, bevor sie gelesen wird", 2, low=0, high=60)


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
        'Art oder Format -> übergeordnete Art, z. B. "Koordinierungstreffen" = "Treffen"', {}
    )
    spalten: Mapping[str, Mapping[str, tuple[str, ...]]] = _key("weitere Überschriften je Tabelle und Spalte", {})
    tabellen: Mapping[str, str] = _key("„Datei.xlsx/Blatt“ -> Tabelle, wo die Überschriften zwei zulassen", {})
    woerter: Mapping[str, str] = _key('Substantiv -> Artikel und Plural, z. B. "Stammtisch" = "der, Stammtische"', {})


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
        given = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return Settings(), _unreadable(*explain(error, text))
    problems: list[Problem] = []
    settings = _build(Settings, given, "", problems)
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


def _build(shape: type[Any], given: Mapping[str, Any], path: str, problems: list[Problem]) -> Any:
    """Return `shape` filled from `given`, noting what does not fit."""
    known = {f.name: f for f in fields(shape)}
    hints = typing.get_type_hints(shape)
    values = {}
    for name, value in given.items():
        key = f"{path}.{name}" if path else name
        if name not in known:
            problems.append(_unknown(key, name, known))
        elif isinstance(hints[name], type) and hasattr(hints[name], "__dataclass_fields__"):
            if isinstance(value, Mapping):
                values[name] = _build(hints[name], value, key, problems)
            else:
                problems.append(_wrong(key, value, f"ein Abschnitt [{key}]"))
        else:
            fitted, expected = _fit(value, hints[name], known[name])
            if expected:
                problems.append(_wrong(key, value, expected))
            else:
                values[name] = fitted
    return shape(**values)


def _unknown(key: str, name: str, known: Mapping[str, object]) -> Problem:
    suggestion = did_you_mean(name, known, f"Möglich sind hier: {', '.join(known)}.")
    return problem("einstellung-unbekannt", file=FILE, key=key, suggestion=suggestion)


def _wrong(key: str, value: object, expected: str) -> Problem:
    return problem("einstellung-falsch", file=FILE, key=key, value=_as_typed(value), expected=expected)


def _as_typed(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"„{value}“" if isinstance(value, str) else str(value)


_NAMES = {str: "ein Text in Anführungszeichen", int: "eine ganze Zahl", float: "eine Zahl"}


def _fit(value: Any, hint: Any, key: Field[Any]) -> tuple[Any, str]:
    """Return the value as `hint` wants it, and "" or what was expected instead."""
    if hint == tuple[str, ...]:
        value = [value] if isinstance(value, str) else value
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            return None, 'eine Liste von Texten, z. B. ["eins", "zwei"]'
        return (
            (tuple(value), "") if all(_is_wanted(item, key) for item in value) else (None, key.metadata["texts"].wanted)
        )
    if typing.get_origin(hint) is not None and issubclass(typing.get_origin(hint) or object, Mapping):
        return _fit_mapping(value, hint, key)
    kind = next(arg for arg in typing.get_args(hint) or (hint,) if arg is not type(None))
    if isinstance(value, bool) or not isinstance(value, (int, float) if kind is float else kind):
        if kind is not str and isinstance(value, str) and re.fullmatch(r"\s*\d+\s*", value):
            return None, f"{_NAMES[kind]} ohne Anführungszeichen: {key.name} = {value.strip()}"
        return None, _NAMES[kind]
    if isinstance(value, str):
        return (value, "") if _is_wanted(value, key) else (None, key.metadata["texts"].wanted)
    low, high = key.metadata["low"], key.metadata["high"]
    if not low <= value <= high:
        return None, f"eine Zahl ab {low:g}" if value < low else f"eine Zahl bis {high:.15g}"
    return kind(value), ""


def _is_wanted(value: str, key: Field[Any]) -> bool:
    return re.fullmatch(key.metadata["texts"].pattern, value) is not None


def _fit_mapping(value: Any, hint: Any, key: Field[Any]) -> tuple[Any, str]:
    if not isinstance(value, Mapping):
        return None, f"ein Abschnitt [{key.name}]"
    inner = typing.get_args(hint)[1]
    fitted = {}
    for name, item in value.items():
        if inner is str:
            if not isinstance(item, str):
                return None, f"bei „{name}“ ein Text in Anführungszeichen"
            fitted[name] = item
            continue
        part, expected = _fit(item, inner, key)
        if expected:
            return None, f"bei „{name}“ {expected}"
        fitted[name] = part
    return fitted, ""


def explained() -> Iterator[tuple[str, str, str]]:
    """Yield key, default and German explanation of every setting, for the documentation."""
    hints = typing.get_type_hints(Settings)
    for section in fields(Settings):
        shape = hints[section.name]
        if not hasattr(shape, "__dataclass_fields__"):
            yield section.name, "", section.metadata["about"]
            continue
        for key in fields(shape):
            default = key.default if key.default is not MISSING else ""
            shown = "" if default in (None, "", ()) else str(default)
            yield f"{section.name}.{key.name}", shown, key.metadata["about"]
