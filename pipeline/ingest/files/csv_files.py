"""csv and tsv: encoding and separator as the text itself tells them, all cells as text."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator

_SEPARATORS = ";\t,|"
_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_CODE_PAGES = ("cp1252", "mac_roman", "cp850")  # Windows in Germany, the old Mac, DOS
_UMLAUT = re.compile(r"(?<=[A-Za-z])(?:[äöü](?=[a-z])|ß)")
_MOST_LINES = 500  # of one cell; a longer one lacks its end
_FEW_LINES = 5  # of a cell; more that all look like rows are rows

Row = list[str]


def read_rows(path: str) -> Iterator[tuple[Row, bool]]:
    """Yield the rows of a file, each with whether all its quotation marks close."""
    with open(path, "rb") as file:
        text = decoded(file.read())
    first, _, rest = text.partition("\n")
    hint = first.strip().strip('"')
    if hint.lower().startswith("sep=") and len(hint) == 5:
        separator, text = hint[4], rest  # Excel's own hint, which it does not show as a row
    else:
        separator = separator_of(text)
    csv.field_size_limit(2**30)
    yield from _rows(text, separator)


def is_text(start: bytes) -> bool:
    """Tell whether a file that begins like this can be text."""
    return start.startswith((b"\xff\xfe", b"\xfe\xff")) or not (b"\0" in start or start.startswith(b"%PDF"))


def is_tabular(path: str) -> bool:
    """Tell whether most lines of a file are cut into equally many cells by tabs or semicolons, as no prose is."""
    with open(path, "rb") as file:
        text = decoded(file.read())
    return max(_evenness(text, separator) for separator in "\t;")[0] > 0.5


def decoded(data: bytes) -> str:
    """Return text from UTF-8 or UTF-16 with its mark, plain UTF-8, or the code page in which most umlauts are right."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        texts = (data.decode(page, errors="replace") for page in _CODE_PAGES)
        return max(texts, key=lambda text: len(_UMLAUT.findall(text)))


def separator_of(text: str) -> str:
    r"""Return the separator that cuts the first lines into the most even rows.

    >>> separator_of("Datum;Ort\n1.1.2017;Trier, Mitte")
    ';'
    """
    return max(_SEPARATORS, key=lambda separator: _evenness(text, separator))


def _evenness(text: str, separator: str) -> tuple[float, int]:
    """Return how many of the first rows are equally wide, as a share, and how wide; 0 where nothing is separated."""
    reader = csv.reader(io.StringIO(text[:50_000], newline=""), delimiter=separator)
    widths = [len(row) for row, _ in zip(reader, range(100), strict=False) if any(row)]
    if not widths or max(widths) < 2:
        return 0.0, 0
    width, times = Counter(w for w in widths if w > 1).most_common(1)[0]
    return times / len(widths), width


def _rows(text: str, separator: str) -> Iterator[tuple[Row, bool]]:
    """Yield the rows and whether each was read as it stands.

    A quotation mark that is never closed would swallow all rows up to the next one; its line is read by itself.
    """
    lines = io.StringIO(text, newline="").readlines()
    _, width = _evenness(text, separator)
    done = 0

    def rest() -> Iterator[str]:
        at = done
        while at < len(lines) and at - done < _MOST_LINES:
            yield lines[at]
            at += 1

    while done < len(lines):
        start, reader = done, csv.reader(rest(), delimiter=separator, strict=True)
        try:
            for row in reader:
                read = start + reader.line_num
                if read - done > _FEW_LINES and any(_swallowed_rows(cell, separator, width) for cell in row):
                    break
                yield _unwrapped(row, separator, width), True
                done = read
        except csv.Error:  # more text behind a closing quotation mark, or none that closes
            pass
        if done < len(lines):
            yield _mended(lines[done], separator, width, start + reader.line_num == done + 1)
            done += 1


def _unwrapped(row: Row, separator: str, width: int) -> Row:
    """Return a row that stands in one pair of quotation marks, as Excel writes a line with quotes in one cell."""
    inner = next(csv.reader(row, delimiter=separator), row) if len(row) == 1 else row
    return inner if len(inner) == width else row


def _swallowed_rows(cell: str, separator: str, width: int) -> bool:
    """Tell whether the lines within a cell are cut by separators just as the rows of the file are."""
    inner = cell.splitlines()[1:-1]
    return width > 2 and len(inner) >= _FEW_LINES and all(line.count(separator) == width - 1 for line in inner)


def _mended(line: str, separator: str, width: int, alone: bool) -> tuple[Row, bool]:
    """Return one line with a quotation mark out of place as a row; it is whole if it ends there and is `width` wide."""
    line = line.rstrip("\r\n")
    without_last = re.sub(rf'^(.*(?:^|{re.escape(separator)}))"', r"\1", line, count=1, flags=re.DOTALL)
    bare = next(csv.reader([line], delimiter=separator, quoting=csv.QUOTE_NONE))
    ways = [next(csv.reader([text], delimiter=separator)) for text in ([line] if alone else []) + [without_last]]
    ways.append([cell.strip().strip('"') for cell in bare])
    fits = next((i for i, row in enumerate(ways) if len(row) == width), 0 if alone else len(ways) - 1)
    return ways[fits], alone and fits == 0
