"""Lists in one cell: what separates, and what stays whole."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.ingest.cells.lists import WholeNames, split_organisations, split_people, split_themes

KNOWN = WholeNames.of(["Schule für Gewerbe und Technik", "Meier, Schulze & Co.", "Industrie- und Handelskammer"])


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Stadt Trier", ["Stadt Trier"]),
        ("IHK; HWK", ["IHK", "HWK"]),
        ("IHK, HWK", ["IHK", "HWK"]),
        ("IHK\nHWK", ["IHK", "HWK"]),
        ("IHK,\nHWK\n", ["IHK", "HWK"]),
        ("- IHK\n- HWK", ["IHK", "HWK"]),
        ("1. IHK\n2. HWK\n\n3. DRK", ["IHK", "HWK", "DRK"]),
        ("1) IHK; 2) HWK", ["IHK", "HWK"]),
        ("1. IHK, 2. HWK", ["IHK", "HWK"]),
        ("1. FC Altmark", ["1. FC Altmark"]),
        ("Band „Blech & Co.“, IHK", ["Band „Blech & Co.“", "IHK"]),
        ('Chor "Auf, auf und davon" und Stadt Trier', ['Chor "Auf, auf und davon"', "Stadt Trier"]),
        ("Barmer; 1. FC Altmark", ["Barmer", "1. FC Altmark"]),
        ("Barmer, 1. FC Altmark", ["Barmer", "1. FC Altmark"]),
        ("- 1. FC Altmark\n- Barmer", ["1. FC Altmark", "Barmer"]),
        ("3. Welt-Laden\n8. Mai-Bündnis", ["3. Welt-Laden", "8. Mai-Bündnis"]),
        ("IHK und HWK", ["IHK", "HWK"]),
        ("Stadt\nund Caritas", ["Stadt", "Caritas"]),
        ("Amt für Jugend\nund Familie", ["Amt für Jugend und Familie"]),
        ("Bund für\nNaturschutz\nMinisterium der\nJustiz", ["Bund für Naturschutz", "Ministerium der Justiz"]),
        ("IHK,\nund HWK", ["IHK", "HWK"]),
        ("Stadt Trier, und AWO", ["Stadt Trier", "AWO"]),
        ("Stadt Trier\nu. AWO", ["Stadt Trier", "AWO"]),
        ("AWO und andere", ["AWO"]),
        ("AWO, Caritas, etc.", ["AWO", "Caritas"]),
        ("AWO, Caritas usw.", ["AWO", "Caritas"]),
        ("Stadt Trier u. a.", ["Stadt Trier"]),
        ("Caritas u.a.", ["Caritas"]),
        ("Caritas etc.", ["Caritas"]),
        ("u. a.", []),
        ("Stadt Trier u.a.; AWO u. v. m.", ["Stadt Trier", "AWO"]),
        ("AWO und weitere Partner", ["AWO"]),
        (
            "Ministerium für Arbeit, Soziales und Gesundheit, Stadt Trier",
            ["Ministerium für Arbeit, Soziales und Gesundheit", "Stadt Trier"],
        ),
        ("Verein für Kultur, Sport und Freizeit e. V.", ["Verein für Kultur, Sport und Freizeit e. V."]),
        ("Amt für Jugend, Caritas und AWO", ["Amt für Jugend", "Caritas", "AWO"]),
        ("IHK sowie Stadt Trier", ["IHK", "Stadt Trier"]),
        ("Kammern, ADD, Caritas, DRK und Stadt Trier", ["Kammern", "ADD", "Caritas", "DRK", "Stadt Trier"]),
        ("Schule für Gewerbe und Technik", ["Schule für Gewerbe und Technik"]),
        ("Schule für Gewerbe und Technik und Stadt Trier", ["Schule für Gewerbe und Technik", "Stadt Trier"]),
        ("Fachschule Gewerbe und Technik Trier", ["Fachschule Gewerbe und Technik Trier"]),
        ("Industrie- und Handelskammer und IRT", ["Industrie- und Handelskammer", "IRT"]),
        ("Haupt- und Realschule Mitte", ["Haupt- und Realschule Mitte"]),
        ("IHK, Meier, Schulze & Co.", ["IHK", "Meier, Schulze & Co."]),
        ("Verein für Bildung, e. V., IHK", ["Verein für Bildung, e. V.", "IHK"]),
        ("Stadt Trier (Amt A, Amt B), DRK", ["Stadt Trier (Amt A, Amt B)", "DRK"]),
        ("Stadt Trier, Jugendamt; DRK", ["Stadt Trier, Jugendamt", "DRK"]),
        ("IHK; IHK; ", ["IHK"]),
        ("", []),
    ],
)
def test_organisations_are_separated_but_not_cut(typed: str, meant: list[str]) -> None:
    assert list(split_organisations(typed, KNOWN)) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Sprache und Mobilität", ["Sprache", "Mobilität"]),
        ("Arbeit, Ausbildung und Sprache", ["Arbeit", "Ausbildung", "Sprache"]),
        ("Aus- und Weiterbildung", ["Aus- und Weiterbildung"]),
        ("Vereinbarkeit von Familie und Beruf", ["Vereinbarkeit von Familie und Beruf"]),
    ],
)
def test_themes_are_separated_but_not_cut(typed: str, meant: list[str]) -> None:
    assert list(split_themes(typed)) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Buy now, pay inkasso", ["Buy now, pay inkasso"]),
        ("Kinderarmut & Schulden", ["Kinderarmut & Schulden"]),
        ("Arbeit und Sprache", ["Arbeit und Sprache"]),
        ("Kundgebung gegen die\nAbholzung im Wald", ["Kundgebung gegen die Abholzung im Wald"]),
        ("Der Wald\nbrennt", ["Der Wald brennt"]),
        ("Handy, Kauf,\nKredit", ["Handy, Kauf, Kredit"]),
        ("Mieten in der Innen-\nstadt", ["Mieten in der Innenstadt"]),
        ("Nord-\nund Südstadt", ["Nord- und Südstadt"]),
        ("Arbeit\nSprache", ["Arbeit", "Sprache"]),
        ("sprache\nschrift", ["sprache", "schrift"]),
        ("Mahnwache für den\nErhalt der Klinik", ["Mahnwache für den Erhalt der Klinik"]),
        ("Wohnen ist\nkein Luxus\nMieten runter", ["Wohnen ist kein Luxus", "Mieten runter"]),
        ("Handy,\nKauf, Kredit", ["Handy, Kauf, Kredit"]),
        ("Integrations-\nlotsen", ["Integrationslotsen"]),
        ("Haupt-\nund Ehrenamt", ["Haupt- und Ehrenamt"]),
        ("Anti-\nAtom", ["Anti-Atom"]),
        ("Sport\nMusik", ["Sport", "Musik"]),
        ("sport\nmusik", ["sport", "musik"]),
        ("Bau:\n1. Wege\n2. Stege", ["Bau:", "1. Wege", "2. Stege"]),
        ("Arbeit; Sprache, Schrift\n- Zahl", ["Arbeit", "Sprache, Schrift", "Zahl"]),
        ("Wie wird das\nWetter?", ["Wie wird das Wetter?"]),
        ("Obstbaumschnitt\n für  Anfänger", ["Obstbaumschnitt für Anfänger"]),
        ("Lesen, \nSchreiben", ["Lesen, Schreiben"]),
        ("Garten-\narbeit", ["Gartenarbeit"]),
        ("Haus-\nund Hofarbeit", ["Haus- und Hofarbeit"]),
        ("Main-\nDonau-Fahrt", ["Main-Donau-Fahrt"]),
        ("Mach mit\nSommerfest\nBauplan\nErntedank", ["Mach mit", "Sommerfest", "Bauplan", "Erntedank"]),
    ],
)
def test_one_theme_is_only_cut_where_it_must_be(typed: str, meant: list[str]) -> None:
    assert list(split_themes(typed, one=True)) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Ministerpräsidentin Dreyer und Experten", ["Ministerpräsidentin Dreyer", "Experten"]),
        ("Ida Braun, Kron GmbH", ["Ida Braun (Kron GmbH)"]),
        ("Ida Braun, Kron GmbH, Tom Ott", ["Ida Braun (Kron GmbH)", "Tom Ott"]),
        ("Ida Braun, Kron GmbH und Tom Ott, Ott AG", ["Ida Braun (Kron GmbH)", "Tom Ott (Ott AG)"]),
        ("Ida Braun, Geschäftsführerin der Kron GmbH", ["Ida Braun (Geschäftsführerin der Kron GmbH)"]),
        ("Ida Braun; Kron GmbH", ["Ida Braun", "Kron GmbH"]),
        ("Ida Braun, Bürgermeisterin", ["Ida Braun (Bürgermeisterin)"]),
        ("Ida Braun, Stadträtin Eva Klein", ["Ida Braun", "Stadträtin Eva Klein"]),
        ("Ida Braun, OB Otto Kron", ["Ida Braun", "OB Otto Kron"]),
        ("Ida Braun, Vorsitzende, und Tom Ott", ["Ida Braun (Vorsitzende)", "Tom Ott"]),
        ("Ida Braun, Landrätin, Tom Ott, MdB", ["Ida Braun (Landrätin)", "Tom Ott (MdB)"]),
        ("Prof. Dr. Ida Braun, Universität Trier", ["Prof. Dr. Ida Braun (Universität Trier)"]),
        ("Dr. Braun, Trier", ["Dr. Braun (Trier)"]),
        ("Dr. Braun, Ott, Roth", ["Dr. Braun", "Ott", "Roth"]),
        ("Ida Braun, Tom Ott", ["Ida Braun", "Tom Ott"]),
        ("Ida Braun, stellv. Vorsitzende", ["Ida Braun (stellv. Vorsitzende)"]),
        ("Ministerin Braun, Bürgermeister Ott", ["Ministerin Braun", "Bürgermeister Ott"]),
        ("Ida Braun, Tom Meister", ["Ida Braun", "Tom Meister"]),
        ("Ida Braun, IHK Trier", ["Ida Braun (IHK Trier)"]),
        ("Landrätin Braun, Feuerwehr, Pfarrer Ott", ["Landrätin Braun", "Feuerwehr", "Pfarrer Ott"]),
        ("Ida Braun, Polizei, Tom Ott", ["Ida Braun", "Polizei", "Tom Ott"]),
        ("Tom Ott, Ida Braun, Polizei", ["Tom Ott", "Ida Braun", "Polizei"]),
        ("Ida Braun, Polizei und Tom Ott", ["Ida Braun", "Polizei", "Tom Ott"]),
        ("Bürgermeister Ott, Polizei", ["Bürgermeister Ott", "Polizei"]),
        ("Dr. Braun, Sparkasse Süd", ["Dr. Braun (Sparkasse Süd)"]),
        ("Ida Braun, Polizei; Tom Ott", ["Ida Braun (Polizei)", "Tom Ott"]),
        ("Ida Braun, Polizei, Tom Ott, Feuerwehr", ["Ida Braun (Polizei)", "Tom Ott (Feuerwehr)"]),
        ("drei Musikerinnen und Musiker", ["drei Musikerinnen und Musiker"]),
        ("Schülerinnen und Schüler", ["Schülerinnen und Schüler"]),
        ("12 Kinder und Jugendliche", ["12 Kinder und Jugendliche"]),
        ("Ida Braun und Schüler", ["Ida Braun", "Schüler"]),
        ("Ida Braun, DJ Tom", ["Ida Braun", "DJ Tom"]),
        ("Stadtorchester Trier, Posaunenchor", ["Stadtorchester Trier", "Posaunenchor"]),
        ("Duo Licht und Schatten", ["Duo Licht und Schatten"]),
        ("Chor Harmonie und Ida Braun", ["Chor Harmonie", "Ida Braun"]),
        ("Ida Braun & Band", ["Ida Braun & Band"]),
        ("Ida Braun u. a.", ["Ida Braun"]),
        ("2. Bürgermeister; Ida Braun", ["2. Bürgermeister", "Ida Braun"]),
        ("Kron GmbH, Ott AG", ["Kron GmbH", "Ott AG"]),
        ("Musikverein Harmonie, Kron GmbH", ["Musikverein Harmonie", "Kron GmbH"]),
    ],
)
def test_people_are_separated_and_keep_their_firm(typed: str, meant: list[str]) -> None:
    assert list(split_people(typed)) == meant


@given(st.text())
def test_nothing_typed_crashes_and_no_part_is_blank(typed: str) -> None:
    parts = (split_organisations(typed, KNOWN), split_people(typed, KNOWN), split_themes(typed))
    assert all(part.strip() for found in (*parts, split_themes(typed, one=True)) for part in found)


@given(st.lists(st.sampled_from(["Stadt Trier", "IHK", "Caritas", "Schule für Gewerbe und Technik"]), unique=True))
def test_what_is_joined_by_semicolons_comes_apart_again(names: list[str]) -> None:
    assert list(split_organisations("; ".join(names), KNOWN)) == names
