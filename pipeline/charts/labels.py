"""Labels that fit: how wide text is, where it breaks, and where it has to end."""

from __future__ import annotations

SIZE = 8.5  # points

# Advance widths of Source Sans Regular in thousandths of its size, to the nearest ten above.
_WIDTHS = {
    character: units
    for units, characters in {
        210: " \u00a0",
        260: "|',.:;ijIl‚‘’·",
        310: "!f()[]{}-",
        350: "°t/\\r",
        430: '"*?sz„“»«',
        480: "xcçvyJY–",
        510: "FL#$+0123456789<=>^_aegk~äéèáà€§×X",
        540: "VESATZ`houöüÄ",
        560: "bnñdpq",
        590: "CPRKßB",
        640: "&DGUÜ",
        660: "HNOQÖ",
        740: "wM",
        800: "W—",
        850: "½%m@",
        950: "…",
    }.items()
    for character in characters
}
_UNKNOWN, _FOREIGN = 700, 1000  # a letter that Europe writes; one that our typefaces have not, or the box for it


def width(text: str, size: float = SIZE) -> float:
    """Return how many points wide `text` is at most."""
    return (
        sum(_WIDTHS.get(character, _UNKNOWN if character < "\u0530" else _FOREIGN) for character in text) * size / 1000
    )


def wrapped(text: str, room: float, *, lines: int = 2, suffix: str = "") -> str:
    """Return `text` and `suffix` in at most so many lines of `room` points, broken at blanks.

    What does not fit ends in „…“; the suffix (a date) is never cut.
    """
    found: list[str] = []
    words = text.replace("|", "/").split()
    while words and len(found) < lines:
        line = words.pop(0)
        while words and width(f"{line} {words[0]}") <= room:
            line += f" {words.pop(0)}"
        found.append(line)
    if not found:
        return suffix.strip()
    if words:
        found[-1] += f" {' '.join(words)}"
    if suffix and len(found) < lines and width(found[-1] + suffix) > room:
        start, blank, last = found[-1].rpartition(" ")  # a date alone in a line says nothing
        end = [start, last + suffix] if blank and width(last + suffix) <= room else [found[-1], suffix.strip()]
        return "\n".join(shortened(line, room) for line in (*found[:-1], *end))
    return "\n".join(
        [*(shortened(line, room) for line in found[:-1]), shortened(found[-1], room - width(suffix)) + suffix]
    )


def shortened(text: str, room: float) -> str:
    """Return `text` cut to `room` points, the cut marked by „…“; unchanged if it fits."""
    if width(text) <= room:
        return text
    while text and width(text + " …") > room:
        text = text[:-1]
    whole, blank, _ = text.rpartition(" ")
    return f"{(whole if blank and len(whole) > len(text) / 2 else text).rstrip(' ,;:–-')} …"
