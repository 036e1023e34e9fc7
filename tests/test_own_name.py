"""The association is itself, however a list spells it: read, counted and written from real files."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from pipeline.base.associations import Association
from pipeline.report import Order, make
from tests.ingest.drop import Rows, xlsx

SETTINGS = """[organisation]
name = "Initiative Region Nordheide e. V."
kurz = "IRN"
artikel = "die"

[bericht]
jahr = 2024
"""
SPELLINGS = (
    "Initiative Region Nordheide",
    "Initiative Region Nordheide e.V.",
    "die Initiative Region Nordheide",
    "Initiative-Region Nordheide eV",
    "irn",
)
DECOMPOSED = (
    "Bu\u0308ndnis Su\u0308d e. V.",
    "Bündnis Süd",
    "BUENDNIS SÜD",
    "Bündnis\u00a0Süd e.V.",
    "Bu\u0308ndnis-Süd",
)
PARTNERS = ("IHK Nordheide", "HWK Nordheide", "Kreis Nordheide", "IHK-Nordheide", "die IHK Nordheide")


def events(own: tuple[str, ...]) -> Rows:
    titles = ("Wege", "Obst", "Bienen", "Moore", "Wälder")
    rows = zip(range(1, 6), titles, own, PARTNERS, strict=True)
    head = ["Datum", "Titel", "Format", "Veranstalter"]
    return [head, *([f"{month:02}.03.2024", title, "Vortrag", f"{us}; {them}"] for month, title, us, them in rows)]


@pytest.mark.parametrize(
    ("settings", "own", "short"),
    [
        (SETTINGS, SPELLINGS, "IRN"),
        (SETTINGS.replace("Initiative Region Nordheide", "Bündnis Süd").replace("IRN", "BüSü"), DECOMPOSED, "BüSü"),
    ],
)
@pytest.mark.parametrize("listed", [False, True])
def test_the_association_is_never_its_own_partner(
    tmp_path: Path, settings: str, own: tuple[str, ...], short: str, listed: bool
) -> None:
    inputs = tmp_path / "inputs"
    sheets = {"Veranstaltungen": events(own)}
    if listed:
        sheets["Partner"] = [["Name", "Art"], [own[0], "Verein"], ["IHK Nordheide", "Kammer"]]
    xlsx(inputs / "Liste.xlsx", sheets)
    (inputs / "bericht.toml").write_text(settings, "utf-8")
    outcome = make(Order(Association("", inputs, tmp_path / "outputs")))
    figures = json.loads((outcome.folder / "kennzahlen.json").read_text("utf-8"))["figures"]
    assert {f["key"]: f["value"] for f in figures}["allgemein.partner.anzahl"] == 3
    page = (outcome.folder / "Taetigkeitsbericht-2024.html").read_text("utf-8")
    paragraphs = [re.sub("<[^>]+>", "", found) for found in re.findall(r"(?s)<p[ >].*?</p>", page)]
    told = " ".join(" ".join(text for text in paragraphs if "Nordheide" in text and "Vortr" in text).split())
    assert short in told
    for other in {*own, "IHK-Nordheide"} - {"irn", "Bündnis Süd"}:
        assert other not in told
    assert [p.value for p in outcome.problems if p.code == "schreibweisen-organisation"] == (
        [] if listed else ["IHK-Nordheide"]
    )
