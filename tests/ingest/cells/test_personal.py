"""Nobody's address, number or account stands in what is printed; days, hours and sums stay."""

from __future__ import annotations

import pytest

from pipeline.ingest.cells.personal import has_personal_data, is_contact, without_personal_data


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Anmeldung: x@y.de", "Anmeldung: …"),
        ("x (at) y.de", "…"),
        ("Tel. +49 651 123", "Tel. …"),
        ("(0651) 123456", "…"),
        ("Büro (Tel. 0651/12 34-0), Zimmer 3", "Büro (Tel. …), Zimmer 3"),
        ("0171.1234567 oder 0651.12.34.56", "… oder …"),
        ("+49 (0)651 123456.", "…."),
        ("06 51 / 12 34 56", "…"),
        ("Spende an DE89 3704 0044 0532 0130 00, danke", "Spende an …, danke"),
        ("de89370400440532013000", "…"),
        ("CH93 0076 2011 6238 5295 7", "…"),
    ],
)
def test_what_reaches_somebody_is_taken_out(text: str, left: str) -> None:
    assert without_personal_data(text) == left
    assert has_personal_data(text)


@pytest.mark.parametrize(
    "text",
    ["Am 01.02.2017 kamen 1500, 2016/2017 nur 500", "01.–03.05.2024", "01./02.06.2024", "08.00–10.00 Uhr",
     "04/2024–06/2024", "08 – 10 / 14 – 16 Uhr", "05.06. und 07.06.24", "0,50 Euro", "01067 Dresden", "1999 2000 2001",
     "07.05.2024 - 28.05.2024", "09.30-11.00 und 14.00-16.30", "Raum 0.12.345", "Treffen (at) Rathaus", "007",
     "AB12 dass wird hier mehr Text sein"],
)  # fmt: skip
def test_days_hours_and_sums_stay(text: str) -> None:
    assert without_personal_data(text) == text
    assert not has_personal_data(text)


@pytest.mark.parametrize(("text", "is_one"), [("a@b.de", True), ("0651 123456", True), ("Büro 0651 123456", False)])
def test_a_cell_that_is_only_a_contact_is_known(text: str, is_one: bool) -> None:
    assert is_contact(text) is is_one
