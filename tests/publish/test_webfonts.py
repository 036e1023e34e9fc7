"""The page for the screen carries its typefaces: all it needs, little more, the same bytes every time."""

from __future__ import annotations

import base64
import re
from html import unescape
from io import BytesIO
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from pipeline.publish import webfonts
from pipeline.publish.document import Document
from pipeline.publish.pdf import fonts

_FACE = re.compile(
    r'@font-face \{ font-family: "([^"]+)"; font-style: (\w+); font-weight: (\d+); '
    r'src: url\("data:font/woff2;base64,([^"]+)"\) format\("woff2"\); \}'
)


def faces(html: str) -> dict[tuple[str, str, int], TTFont]:
    return {
        (family, style, int(weight)): TTFont(BytesIO(base64.b64decode(data)))
        for family, style, weight, data in _FACE.findall(html)
    }


def letters(html: str) -> set[int]:
    text = re.sub(r"<(style|script).*?</\1>|<[^>]*>", "", html, flags=re.DOTALL)
    return set(map(ord, unescape(text))) & fonts.characters()


def test_every_character_of_the_page_is_in_its_typefaces(document: Document) -> None:
    found = faces(webfonts.embedded(document.screen))
    assert {(family, weight) for family, _, weight in found} == {
        ("Source Serif Pro", 400), ("Source Serif Pro", 600),
        ("Source Sans Pro", 300), ("Source Sans Pro", 400), ("Source Sans Pro", 600), ("Source Sans Pro", 700),
    }  # fmt: skip
    for (_, _, weight), font in found.items():
        assert font.flavor == "woff2"
        assert {"cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name", "OS/2", "post"} <= set(font.keys())
        assert "SIL Open Font License" in font["name"].getDebugName(13)
        wanted = set(b"0123456789") if weight == 700 else letters(document.screen)
        assert wanted & letters(document.screen) <= set(font.getBestCmap())


@pytest.mark.parametrize(("text", "style"), [("<p>a</p>", "normal"), ("<p><em>a</em></p>", "italic")])
def test_italics_come_where_there_are_any(text: str, style: str) -> None:
    assert (("Source Serif Pro", style, 400) in faces(webfonts.rules(text))) is True
    assert (("Source Serif Pro", "italic", 400) in faces(webfonts.rules(text))) is (style == "italic")


def test_it_grows_the_page_by_less_than_two_hundred_kilobytes_even_with_every_letter() -> None:
    everything = "".join(map(chr, sorted(fonts.characters() & set(range(0x20, 0x250)))))
    assert len(webfonts.rules(f"<p><em>{everything}</em><strong>")) < 200_000


def test_the_same_page_gets_the_same_bytes_and_nothing_else_changes(document: Document) -> None:
    once = webfonts.embedded(document.screen)
    assert webfonts.embedded(document.screen) == once
    before, after = document.screen.split("</head>")
    assert once.startswith(before)
    assert once.endswith(after)


def test_the_written_page_has_them(folder: Path) -> None:
    assert len(faces((folder / "Taetigkeitsbericht-2021.html").read_text("utf-8"))) == 6
