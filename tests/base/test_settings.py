"""`bericht.toml`: defaults, and mistakes told in German."""

from pathlib import Path

import pytest

from pipeline.base.settings import FILE, Settings, explained, load

NAMED = '[organisation]\nname = "Verein der Freunde"\n'


def loaded(folder: Path, text: str) -> tuple[Settings, list[tuple[str, str]]]:
    (folder / FILE).write_text(text, "utf-8")
    settings, problems = load(folder)
    return settings, [(p.code, f"{p.message} {p.advice}") for p in problems]


def test_the_name_alone_is_enough(tmp_path: Path) -> None:
    settings, problems = loaded(tmp_path, NAMED)
    assert problems == []
    assert settings.organisation.short == "Verein der Freunde"
    assert settings.bericht.jahr is None


def test_a_missing_file_is_a_warning_and_the_folder_names_the_report(tmp_path: Path) -> None:
    folder = tmp_path / "Heimatverein"
    folder.mkdir()
    settings, problems = load(folder)
    assert [(p.code, p.severity) for p in problems] == [("einstellungen-fehlen", "warnung")]
    assert settings.organisation.name == "Heimatverein"


def test_every_kind_of_value_is_read(tmp_path: Path) -> None:
    settings, problems = loaded(
        tmp_path,
        NAMED + 'anschrift = ["Weg 1", "54290 Trier"]\n[bericht]\njahr = 2017\nimpressum = "Ein Satz."\n'
        "[sprache]\nrund_prozent = 3\n"
        '[arten]\nAustausch = "Gespräch"\n[spalten.treffen]\ndatum = ["Wann"]\n',
    )
    assert problems == []
    assert settings.organisation.anschrift == ("Weg 1", "54290 Trier")
    assert settings.bericht.impressum == ("Ein Satz.",)
    assert settings.sprache.rund_prozent == 3.0
    assert settings.arten == {"Austausch": "Gespräch"}
    assert settings.spalten == {"treffen": {"datum": ("Wann",)}}


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (
            'Krötenzaunaktion = "die, Aktionen"',
            'Wörter mit Umlaut oder Leerzeichen Anführungszeichen: "Krötenzaunaktion"',
        ),
        ('Runder Tisch = "der"', 'Anführungszeichen: "Runder Tisch" = …'),
        ("a = „Verein“", 'gerade Anführungszeichen: "…".'),
        ('a = ["x", “y”]', 'gerade Anführungszeichen: "…".'),
        ('a = "1"\na = "2"', "zweimal da"),
        ('[arten]\nx = "1"\n[arten]', "zweimal da"),
        ("[wörter]", "ohne Umlaut"),
        ("[bericht", "in eckigen Klammern"),
        ("a = Verein der Freunde", "Rechts vom Gleichheitszeichen"),
        ('a = "Verein', "fehlt das Anführungszeichen"),
        ('a = ["x" "y"]', "gehört ein Komma"),
        ('a = "C:\\Users"', "statt jedes „\\“ zwei"),
        ("a = 1,5", "mit Punkt statt Komma"),
        ('a: "x"', "kein Doppelpunkt"),
        ("= 1", "häufig fehlt"),
    ],
)
def test_a_file_that_cannot_be_understood_comes_with_the_remedy(tmp_path: Path, line: str, said: str) -> None:
    _, ((code, text),) = loaded(tmp_path, NAMED + line + "\n")
    assert code == "einstellungen-unlesbar"
    assert said in text
    assert "TOML" not in text


def test_a_file_in_another_encoding_is_told_with_the_remedy(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes('[organisation]\nname = "Käse"\n'.encode("cp1252"))
    _, (found,) = load(tmp_path)
    assert "Codierung UTF-8" in found.advice


@pytest.mark.parametrize(
    ("text", "code", "said"),
    [
        (NAMED + "[bericht]\nfarb = 1\n", "einstellung-unbekannt", "Meinten Sie „farbe“?"),
        (NAMED + "[berichte]\n", "einstellung-unbekannt", "Meinten Sie „bericht“?"),
        (NAMED + "[bericht]\nxyzzy = 1\n", "einstellung-unbekannt", "Möglich sind hier: jahr"),
        (NAMED + '[bericht]\njahr = "2017"\n', "einstellung-falsch", "Zahl ohne Anführungszeichen: jahr = 2017."),
        (NAMED + '[bericht]\njahr = "neu"\n', "einstellung-falsch", "„neu“; erwartet wird eine ganze Zahl."),
        (NAMED + "[bericht]\njahr = true\n", "einstellung-falsch", "den Wert true"),
        (NAMED + "[bericht]\njahr = 17\n", "einstellung-falsch", "eine Zahl ab 1900"),
        (NAMED + "[bericht]\njahr = 99999\n", "einstellung-falsch", "eine Zahl bis 2200"),
        (NAMED + "[sprache]\nmitte_ab_monat = 13\n", "einstellung-falsch", "eine Zahl bis 12"),
        (NAMED + "[sprache]\nrund_prozent = nan\n", "einstellung-falsch", "eine Zahl bis 100"),
        (NAMED + "[nachtlauf]\nruhe_minuten = inf\n", "einstellung-falsch", "eine Zahl bis 60"),
        (NAMED + '[bericht]\nlogo = "a\\nb.png"\n', "einstellung-falsch", "der Name einer Datei"),
        (NAMED + '[post]\nvorstand = ["Vorstand <v@b.de>"]\n', "einstellung-falsch", "ohne Namen davor"),
        (NAMED + '[post]\nabsender = "büro"\n', "einstellung-falsch", "eine Adresse wie buero@beispiel.de"),
        (NAMED + '[post]\nserver = "smtp.beispiel.de"\n', "einstellung-fehlt", "absender ="),
        (NAMED + '[bericht]\nfarbe = "rot"\n', "einstellung-falsch", "eine Farbe"),
        (NAMED + 'artikel = "den"\n', "einstellung-falsch", "die, der, das, plural"),
        (NAMED + "[bericht]\nprojekte = 5\n", "einstellung-falsch", "eine Liste von Texten"),
        (NAMED + "[arten]\nAustausch = 5\n", "einstellung-falsch", "bei „Austausch“ ein Text"),
        (NAMED + "[spalten.treffen]\ndatum = 5\n", "einstellung-falsch", "bei „treffen“ bei „datum“ eine Liste"),
        ("bericht = 5\n" + NAMED, "einstellung-falsch", "ein Abschnitt [bericht]"),
        ("[organisation\n", "einstellungen-unlesbar", "Zeile 1, Spalte 14"),
        ('[organisation]\nkurz = "VF"\n', "einstellung-fehlt", "organisation.name"),
    ],
)
def test_a_mistake_is_told_in_german(tmp_path: Path, text: str, code: str, said: str) -> None:
    _, problems = loaded(tmp_path, text)
    assert [found for found, _ in problems] == [code]
    assert said in problems[0][1]


def test_a_file_in_another_encoding_is_told(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes('[organisation]\nname = "Grün"\n'.encode("cp1252"))
    assert "UTF-8" in load(tmp_path)[1][0].message


def test_every_setting_is_explained() -> None:
    assert all(key and about for key, _, about in explained())
