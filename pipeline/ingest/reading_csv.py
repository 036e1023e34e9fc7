"""Text files with separators: encoding and separator found out, cells as text."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator

_SEPARATORS = ";\t,|"
_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def read_text(path: str) -> Iterator[list[str]]:
    """Yield the rows of a csv or tsv file."""
    with open(path, "rb") as file:
        text = decoded(file.read())
    first, _, rest = text.partition("\n")
    if first.strip().strip('"').lower().startswith("sep=") and len(first.strip().strip('"')) == 5:
        separator, text = first.strip().strip('"')[4], rest  # Excel's own hint, which it does not show as a row
    else:
        separator = separator_of(text)
    csv.field_size_limit(2**30)
    yield from csv.reader(io.StringIO(text, newline=""), delimiter=separator)


def is_text(start: bytes) -> bool:
    """Tell whether a file that begins like this can be text."""
    return b"\0" not in start or start.startswith((b"\xff\xfe", b"\xfe\xff"))


def decoded(data: bytes) -> str:
    """Return text from UTF-8 or UTF-16 with its mark, plain UTF-8, or what Windows writes in Germany."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def separator_of(text: str) -> str:
    r"""Return the separator that cuts the first lines into the most even rows.

    >>> separator_of("Datum;Ort\n1.1.2017;Trier, Mitte")
    ';'
    """
    sample = text[:50_000]

    def evenness(separator: str) -> tuple[float, int]:
        reader = csv.reader(io.StringIO(sample, newline=""), delimiter=separator)
        widths = [len(row) for row, _ in zip(reader, range(100), strict=False) if any(row)]
        if not widths or max(widths) < 2:
            return 0.0, 0
        width, times = Counter(w for w in widths if w > 1).most_common(1)[0]
        return times / len(widths), width

    return max(_SEPARATORS, key=evenness)
