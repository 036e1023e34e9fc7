"""What WeasyPrint 70 leaves to those who want PDF/UA and PDF/A at once. Its version is pinned for this file's sake.

Nothing here is imported by the parent process; pydyf and WeasyPrint are imported where they are needed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from io import BytesIO
from typing import Any
from unicodedata import combining

# PDF/UA says in the metadata that it is PDF/UA; PDF/A wants every foreign property described. WeasyPrint writes
# one or the other.
_ACCESSIBLE = b"""
<rdf:Description xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" rdf:about="" pdfuaid:part="1"/>
<rdf:Description xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
  xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"
  rdf:about=""><pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
  <pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
  <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
  <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
  <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
  <pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
  <pdfaProperty:category>internal</pdfaProperty:category>
  <pdfaProperty:description>Part of ISO 14289 to which the document conforms</pdfaProperty:description>
  </rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
</rdf:RDF>"""


def finish(pdf: Any, link_titles: Mapping[str, str]) -> None:
    """Make the PDF/A a PDF/UA as well and tell screen readers where its links lead."""
    import pydyf

    for item in pdf.objects:
        extra = getattr(item, "extra", {})
        if extra.get("Type") == "/Metadata":
            item.compress = False
            item.stream = [part.replace(b"</rdf:RDF>", _ACCESSIBLE) for part in item.stream]
        if extra.get("Subtype") == "/Image":
            extra["Interpolate"] = "false"  # PDF/A leaves smoothing to nobody
        if isinstance(item, dict) and item.get("S") == "/TH" and "Scope" not in item["A"]:
            item["A"]["Scope"] = _scope(item, pdf)
        if isinstance(item, dict) and item.get("Subtype") == "/Link" and "Dest" in item:
            title = link_titles.get(item["Dest"].string)
            if title:
                item["Contents"] = pydyf.String(title)


def _scope(head: Any, pdf: Any) -> str:
    """Return what a table's head cell is the head of: a cell of the head or across all columns, of those below it."""
    row = _parent(head, pdf)
    of_columns = "ColSpan" in head["A"] or _parent(row, pdf)["S"] == "/THead"
    return "/Column" if of_columns else "/Row"


def _parent(element: Any, pdf: Any) -> Any:
    return pdf.objects[int(element["P"].split()[0])]


MOSTLY_EMPTY = 0.45  # of a page's height, its upper margin included: a chapter that ends above leaves room for the next
_PAGE = 297 * 96 / 25.4  # the height of A4 in the units of the layout


def run_chapters_on() -> None:
    """Let a chapter begin below the one before it where that leaves most of its last page empty.

    Style sheets can ask for a new page or not, but not for one only where the last is nearly empty.
    """
    from weasyprint.layout import block

    original = block.block_level_page_break

    def page_break(before: Any, after: Any) -> str:
        result: str = original(before, after)
        if result != "page" or not (_is_chapter(before) and _is_chapter(after)):
            return result
        return "auto" if before.border_box_y() + before.border_height() < MOSTLY_EMPTY * _PAGE else result

    block.block_level_page_break = page_break


def _is_chapter(box: Any) -> bool:
    return box.element is not None and "kapitel" in box.element.get("class", "").split()


def let_blanks_hang() -> None:
    """Let a text that fills its line but for its last blank stay whole.

    WeasyPrint 70 leaves the first word of such a text alone in its line. A link has to follow the blank, so that any
    number in a paragraph may do it.
    """
    from weasyprint.layout import inline

    split = inline.split_first_line

    def split_hanging(text: str, style: Any, context: Any, room: float | None, *args: Any, **kwargs: Any) -> Any:
        result = split(text, style, context, room, *args, **kwargs)
        resumes = result[2]
        if room is None or resumes is None or not text.endswith(" ") or style["white_space"] != "normal":
            return result
        without = split(text.rstrip(" "), style, context, room, *args, **kwargs)
        fits = without[2] is None and without[3] <= room
        return split(text, style, context, None, *args, **kwargs) if fits else result

    inline.split_first_line = split_hanging


def tell_letters_from_their_marks() -> None:
    """Let a reader of the PDF find each letter and each combining mark under the glyph that draws it.

    Where a letter and its mark are two glyphs of one cluster, WeasyPrint 70 gives the first of them no text at all,
    which PDF/A forbids, and the second that of both.
    """
    from weasyprint.pdf import fonts

    begin = fonts.Font.__init__

    def begin_with_letters(font: Any, *args: Any, **kwargs: Any) -> None:
        begin(font, *args, **kwargs)
        font.to_unicode = _TextOfGlyphs(font)

    fonts.Font.__init__ = begin_with_letters


class _TextOfGlyphs(dict[int, str]):
    """The text of each glyph of a font; that of letters with marks as the font has it."""

    def __init__(self, font: Any) -> None:
        super().__init__()
        self._font = font

    def __setitem__(self, glyph: int, text: str) -> None:
        if not text or any(map(combining, text)):
            text = self._in_the_font.get(glyph, text or _NOTHING)
        super().__setitem__(glyph, text)

    @cached_property
    def _in_the_font(self) -> dict[int, str]:
        from fontTools.ttLib import TTFont

        font = TTFont(BytesIO(self._font.file_content), fontNumber=self._font.index)
        letters = sorted(font.getBestCmap().items(), reverse=True)  # the plainest of those that share a glyph is last
        return {font.getGlyphID(name): chr(letter) for letter, name in letters}


_NOTHING = "\u200b"  # of a glyph that no letter has; PDF/A wants a text for each


def separate_streams_clearly() -> None:
    """End a stream whose last byte is a carriage return with a line end that no reader can take for a part of it.

    pydyf writes a line feed after the data; together with that last byte it reads as one line end, and strict readers
    then find the stream one byte shorter than it says. One stream in 256 is like that.
    """
    import pydyf

    written = pydyf.Stream.data.fget

    def data(stream: Any) -> bytes:
        text: bytes = written(stream)
        end = b"\nendstream"
        return text[: -len(end)] + b"\r" + end if text.endswith(b"\r" + end) else text

    pydyf.Stream.data = property(data)


def look_pages_up() -> None:
    """Let a page's reference be looked up by its number.

    pydyf lists the references of all pages anew for every element of the structure tree: pages times elements.
    """
    import pydyf

    pydyf.PDF.page_references = property(lambda pdf: _PageReferences(pdf.pages["Kids"]))


class _PageReferences:
    """The references of pages by their number; `kids` are three words for each of them."""

    def __init__(self, kids: Sequence[Any]) -> None:
        self._kids = kids

    def __getitem__(self, page: int) -> bytes:
        return b"%d 0 R" % self._kids[3 * page]
