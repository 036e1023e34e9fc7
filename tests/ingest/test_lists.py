"""Lists in one cell: what separates, and what stays whole."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.ingest.lists import Names, split_organisations, split_people, split_themes

KNOWN = Names.of(["Schule für Gewerbe und Technik", "Meier, Schulze & Co.", "Industrie- und Handelskammer"])


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Stadt Trier", ["Stadt Trier"]),
        ("IHK; HWK", ["IHK", "HWK"]),
        ("IHK, HWK", ["IHK", "HWK"]),
        ("IHK\nHWK", ["IHK", "HWK"]),
        ("IHK,\nHWK\n", ["IHK", "HWK"]),
        ("- IHK\n- HWK", ["IHK", "HWK"]),
        ("IHK und HWK", ["IHK", "HWK"]),
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


def test_people_are_separated() -> None:
    assert split_people("Ministerpräsidentin Dreyer und Experten") == ("Ministerpräsidentin Dreyer", "Experten")


@given(st.text())
def test_nothing_typed_crashes_and_no_part_is_blank(typed: str) -> None:
    for split in (split_organisations, split_themes, split_people):
        assert all(part.strip() for part in split(typed, KNOWN))


@given(st.lists(st.sampled_from(["Stadt Trier", "IHK", "Caritas", "Schule für Gewerbe und Technik"]), unique=True))
def test_what_is_joined_by_semicolons_comes_apart_again(names: list[str]) -> None:
    assert list(split_organisations("; ".join(names), KNOWN)) == names
