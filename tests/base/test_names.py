"""Names: one identity for all their spellings, and one form in keys."""

from __future__ import annotations

from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.base.names import folded, identity, project_identity, slug, term_identity, visible


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # blanks and signs
        ("IHK Musterstadt", "IHK-Musterstadt"), ("IHK Musterstadt", "IHK  Musterstadt "),
        ("IHK Musterstadt", "IHK\u00a0Musterstadt"), ("IHK Musterstadt", "IHK\u202fMusterstadt"),
        ("IHK Musterstadt", "IHK\nMusterstadt"), ("IHK Musterstadt", "IHK – Musterstadt"),
        ("IHK Musterstadt", "IHK\u2011Musterstadt"), ("IHK Musterstadt", "IHK\u2212Musterstadt"),
        ("A-B-Haus", "AB Haus"), ("Verein „Brücke“", "Verein Brücke"), ('Verein "Brücke"', "Verein »Brücke«"),
        ("Rock’n’Roll-Club", "Rock'n'Roll Club"), ("Haus (Mitte)", "Haus Mitte"), ("St. Anna", "St.Anna"),
        ("Haus & Grund", "Haus und Grund"), ("Jung + Alt", "Jung & Alt"), ("Haus/Hof", "Haus / Hof"),
        # invisible characters
        ("Förderverein", "Förder\u00adverein"), ("Förderverein", "\ufeffFörderverein"),
        ("Förderverein", "Förder\u200bverein"), ("Förderverein", "\u200eFörderverein\u200f"),
        ("Förderverein", "Förder\u2060verein"), ("Förderverein", "\u2067Förderverein\u2069"),
        # letters
        ("Förderverein", "FÖRDERVEREIN"), ("Förderverein", "Foerderverein"), ("Förderverein", "Fo\u0308rderverein"),
        ("Straße", "Strasse"), ("STRAẞE", "straße"), ("Café Lux", "Cafe Lux"), ("Café Lux", "Cafe\u0301 Lux"),
        ("Ærø", "Aero"), ("Łódź", "Lodz"), ("Ọ̀yọ́", "Oyo"), ("Ａ１", "A1"), ("Oﬃzin", "Offizin"),
        ("中文 Haus", "中文-haus"),
        # articles
        ("die IHK Musterstadt", "IHK Musterstadt"),
        ("Der Kreis Nord", "Kreis Nord"), ("Dem Kreis Nord", "den Kreis Nord"),
        ("des Kreises", "das Kreises"), ("„Die Brücke“", "Brücke"),
        # legal forms
        ("Seebund e. V.", "Seebund"), ("Seebund e.V.", "Seebund"),
        ("Seebund eV", "Seebund"), ("Seebund E.V.", "Seebund"),
        ("SEEBUND E. V.", "Seebund"), ("Seebund, e.\u00a0V.", "Seebund"), ("Seebund (e. V.)", "Seebund"),
        ("der Seebund e. V.", "Seebund"), ("Seebund e. V. i. G.", "Seebund"), ("Seebund – e.V.", "Seebund"),
        ("Seebund e. V. Nord", "Seebund Nord"),
        ("Alba gGmbH", "Alba"), ("Alba GmbH", "Alba gGmbH"), ("Alba gemeinnützige GmbH", "Alba"), ("Alba-GmbH", "Alba"),
        ("Alba GmbH & Co. KG", "Alba"), ("Alba GmbH Nord", "Alba Nord"), ("Alba UG (haftungsbeschränkt)", "Alba"),
        ("Alba gUG", "Alba"), ("Alba eG", "Alba"), ("Alba e. G.", "Alba"), ("Alba AG", "Alba"), ("Alba KG", "Alba"),
        ("Alba GbR", "Alba"), ("Werke Musterstadt AöR", "Werke Musterstadt"),
        ("Seestiftung d. b. R.", "Seestiftung"), ("Gesellschaft für Wege mbH", "Gesellschaft für Wege"),
    ],
)  # fmt: skip
def test_spellings_of_one_name_share_an_identity(one: str, other: str) -> None:
    assert identity(one) == identity(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("AG Wandern", "Wandern"), ("Wander-AG", "Wander"), ("AG", "KG"), ("AG Wandern", "KG Wandern"),
        ("UG Wandern", "Wandern"), ("eG Wandern", "Wandern"), ("GmbH-Beratung", "Beratung"), ("e. V. Meier", "Meier"),
        ("Ev. Kirche Musterstadt", "Kirche Musterstadt"), ("Kath. und ev. Pfarrei", "Kath. und Pfarrei"),
        ("Stadt Musterstadt", "Kreis Musterstadt"), ("Musterstadt", "Stadt Musterstadt"),
        ("Bürgerstiftung", "Bürger"), ("Stiftung Wald", "Wald"), ("Verein Wald", "Wald"), ("Wald Stiftung", "Wald"),
        ("Haus und Hof", "Haushof"), ("Kultur und Politik", "Kulturpolitik"), ("Haus & Hof", "Haushof"),
        ("Büro", "Buro"), ("Schule 1", "Schule 2"), ("Schule I", "Schule II"), ("Kreis Ost", "Kreis West"),
        ("Die", "Der"), ("Derby", "By"), ("Dienst", "Nst"), ("Verein der Freunde", "Verein Freunde"), ("Nerv", "Ner"),
        ("Reeg", "Re"), ("Montag", "Mont"), ("中文", "文中"), ("***", "**"), ("Haus", ""), ("Markt 50", "Markt 5"),
        ("カ", "ガ"),
    ],
)  # fmt: skip
def test_different_names_have_different_identities(one: str, other: str) -> None:
    assert identity(one) != identity(other)


@given(st.text())
def test_composed_and_decomposed_letters_are_the_same(text: str) -> None:
    for of in (identity, term_identity, project_identity, slug, folded, visible):
        assert len({of(normalize(form, text)) for form in ("NFC", "NFD")}) == 1


@given(st.text(min_size=1))
def test_what_holds_a_letter_or_digit_has_an_identity(text: str) -> None:
    if any(sign.isalnum() for sign in visible(text)):
        assert identity(text)
        assert term_identity(text)
        assert project_identity(text)
        assert slug(text) != "allgemein" or "allgemein" in text.lower()


@given(st.text(alphabet="aäDderV. -G\u0308\u00ad", min_size=1).filter(lambda text: "a" in text))
def test_case_and_invisible_characters_never_matter(text: str) -> None:
    assert identity(text) == identity(text.lower()) == identity("\ufeff".join(text))


@pytest.mark.parametrize("name", ["der", "die", "AG", "e. V.", "GmbH", "e. V", "Die AG", "***", "„“", "中文", "\u0308"])
def test_no_name_is_lost(name: str) -> None:
    assert identity(name)


@pytest.mark.parametrize("nothing", ["", "  ", "\u200b", "\ufeff \n"])
def test_nothing_has_no_identity(nothing: str) -> None:
    assert identity(nothing) == ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Projekt „Brücke“", "Brücke"), ("Projekt: Brücke", "brücke"), ("Projekt Brücke", "BRUECKE"),
        ("das Projekt „Brücke“", "Brücke"), ("Im Projekt – Brücke", "Brücke"), ("Projekt", "projekt "),
        ("Pro\u00adjekt Brücke", "Bru\u0308cke"), ("Seebund e. V.", "Seebund"), ("Garten-AG", "Garten AG"),
    ],
)  # fmt: skip
def test_the_word_project_and_quotation_marks_are_no_part_of_its_name(one: str, other: str) -> None:
    assert project_identity(one) == project_identity(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Projekt", ""), ("Projektphase", "Phase"), ("Garten AG", "Garten"), ("Projekt 1", "Projekt 2")]
)
def test_different_projects_stay_apart(one: str, other: str) -> None:
    assert project_identity(one) != project_identity(other)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Sitzung", "Sitzung AG", False), ("Haus im EG", "Haus im", False), ("das Fest", "Fest", True),
        ("Gespräch", "Gespra\u0308ch", True), ("Treffen", "Treffen -", True),
    ],
)  # fmt: skip
def test_a_word_has_no_short_legal_form(one: str, other: str, same: bool) -> None:
    assert (term_identity(one) == term_identity(other)) is same


@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("Öffentlicher Verkehr", "oeffentlicher-verkehr"),
        ("O\u0308ffentlicher Verkehr", "oeffentlicher-verkehr"),
        ("Öffent\u00adlicher\u00a0Verkehr", "oeffentlicher-verkehr"),
        ("  A & B ", "a-b"),
        ("Café", "caf"),
        ("Seebund e. V.", "seebund-e-v"),
        ("", "allgemein"),
        ("  ", "allgemein"),
        ("\u200b", "allgemein"),
        ("中文", "u4e2d-u6587"),
        ("***", "u2a-u2a-u2a"),
    ],
)
def test_every_name_has_a_form_of_its_own_in_keys(name: str, part: str) -> None:
    assert slug(name) == part


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("IHK-Süd", "IHK\u2011Su\u0308d", True), ("IHK Süd", "IHK\u00a0Süd\u200b", True), ("IHK Süd", "IHK-Süd", False),
        ("IHK Süd", "ihk Süd", False), ("Rock’n’Roll", "Rock'n'Roll", True), ("Haus", "Haus e. V.", False),
    ],
)  # fmt: skip
def test_what_a_reader_sees(one: str, other: str, same: bool) -> None:
    assert (visible(one) == visible(other)) is same
