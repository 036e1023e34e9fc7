"""Write an OpenDocument spreadsheet by hand: odfpy's XML depends on what the process wrote before."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from tests.example.sheet import CREATED, NOTICE, Cell, Sheet

_MIMETYPE = "application/vnd.oasis.opendocument.spreadsheet"
_NAMES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for short, name in (
        ("office", "office"), ("table", "table"), ("text", "text"), ("style", "style"), ("config", "config"),
        ("fo", "xsl-fo-compatible"), ("meta", "meta"), ("manifest", "manifest"),
    )
) + ' xmlns:dc="http://purl.org/dc/elements/1.1/"'  # fmt: skip


def write_ods(path: Path, sheets: Sequence[Sheet]) -> None:
    """Write sheets with column widths, bold headings that stay in view, and filter buttons."""
    files = {
        "content.xml": _content(sheets),
        "styles.xml": f'<office:document-styles {_NAMES} office:version="1.2"/>',
        "settings.xml": _settings(sheets),
        "meta.xml": f'<office:document-meta {_NAMES} office:version="1.2"><office:meta>'
        f"<dc:title>{escape(path.stem)}</dc:title><dc:description>{escape(NOTICE)}</dc:description>"
        "</office:meta></office:document-meta>",
    }
    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="{kind}"/>'
        for name, kind in (("/", _MIMETYPE), *((name, "text/xml") for name in files))
    )
    files["META-INF/manifest.xml"] = f'<manifest:manifest {_NAMES} manifest:version="1.2">{entries}</manifest:manifest>'
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr(_member("mimetype", zipfile.ZIP_STORED), _MIMETYPE)
        for name, body in files.items():
            packed.writestr(_member(name, zipfile.ZIP_DEFLATED), f'<?xml version="1.0" encoding="UTF-8"?>\n{body}')


def _member(name: str, packing: int) -> zipfile.ZipInfo:
    member = zipfile.ZipInfo(name, CREATED.timetuple()[:6])
    member.compress_type = packing
    member.external_attr = 0o644 << 16
    return member


def _content(sheets: Sequence[Sheet]) -> str:
    widths = sorted({column.width for sheet in sheets for column in sheet.columns})
    styles = "".join(
        f'<style:style style:name="breit{width}" style:family="table-column">'
        f'<style:table-column-properties style:column-width="{width * 0.2:.1f}cm"/></style:style>'
        for width in widths
    )
    bold = (
        '<style:style style:name="fett" style:family="table-cell"><style:text-properties fo:font-weight="bold"/>'
        "</style:style>"
    )
    filters = "".join(_filter(sheet, number) for number, sheet in enumerate(sheets))
    return (
        f'<office:document-content {_NAMES} office:version="1.2">'
        f"<office:automatic-styles>{styles}{bold}</office:automatic-styles>"
        f"<office:body><office:spreadsheet>{''.join(map(_table, sheets))}"
        f"<table:database-ranges>{filters}</table:database-ranges>"
        "</office:spreadsheet></office:body></office:document-content>"
    )


def _table(sheet: Sheet) -> str:
    columns = "".join(f'<table:table-column table:style-name="breit{column.width}"/>' for column in sheet.columns)
    above = [_row([sheet.title], bold=True), _row([NOTICE]), _row([None])] if sheet.title else []
    rows = [*above, _row([column.heading for column in sheet.columns], bold=True), *map(_row, sheet.rows)]
    return f"<table:table table:name={quoteattr(sheet.name)}>{columns}{''.join(rows)}</table:table>"


def _row(cells: Sequence[Cell], bold: bool = False) -> str:
    return f"<table:table-row>{''.join(_cell(cell, bold) for cell in cells)}</table:table-row>"


def _cell(value: Cell, bold: bool) -> str:
    if value is None or value == "":
        return "<table:table-cell/>"
    style = ' table:style-name="fett"' if bold else ""
    kind = "string"
    if isinstance(value, (int, float, Decimal)):
        kind = f'float" office:value="{value}'
    text = escape(str(value))
    return f'<table:table-cell{style} office:value-type="{kind}"><text:p>{text}</text:p></table:table-cell>'


def _filter(sheet: Sheet, number: int) -> str:
    """Return the range of filter buttons, named as LibreOffice names those that belong to a sheet."""
    last = chr(ord("A") + len(sheet.columns) - 1)
    area = f"'{sheet.name}'.A{sheet.header_row}:'{sheet.name}'.{last}{sheet.header_row + len(sheet.rows)}"
    return (
        f"<table:database-range table:name={quoteattr('Filter_' + sheet.name)}"
        f' table:target-range-address="{escape(area)}" table:display-filter-buttons="true"/>'
    )


def _settings(sheets: Sequence[Sheet]) -> str:
    """Return the view in which the rows down to the headings stay in place."""
    frozen = 2  # LibreOffice's number for a split that does not move
    views = "".join(
        f"<config:config-item-map-entry config:name={quoteattr(sheet.name)}>"
        + "".join(
            f'<config:config-item config:name="{name}" config:type="{kind}">{value}</config:config-item>'
            for name, kind, value in (
                ("HorizontalSplitMode", "short", 0),
                ("VerticalSplitMode", "short", frozen),
                ("HorizontalSplitPosition", "int", 0),
                ("VerticalSplitPosition", "int", sheet.header_row),
                ("ActiveSplitRange", "short", 2),
                ("PositionLeft", "int", 0),
                ("PositionRight", "int", 0),
                ("PositionTop", "int", 0),
                ("PositionBottom", "int", sheet.header_row),
            )
        )
        + "</config:config-item-map-entry>"
        for sheet in sheets
    )
    return (
        f'<office:document-settings {_NAMES} xmlns:ooo="http://openoffice.org/2004/office" office:version="1.2">'
        '<office:settings><config:config-item-set config:name="ooo:view-settings">'
        '<config:config-item-map-indexed config:name="Views"><config:config-item-map-entry>'
        '<config:config-item config:name="ViewId" config:type="string">view1</config:config-item>'
        f'<config:config-item-map-named config:name="Tables">{views}</config:config-item-map-named>'
        "</config:config-item-map-entry></config:config-item-map-indexed></config:config-item-set>"
        "</office:settings></office:document-settings>"
    )
