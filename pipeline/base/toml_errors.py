"""What people get wrong in a TOML file, told from the line and from what the parser says, with the remedy."""

from __future__ import annotations

import re
from tomllib import TOMLDecodeError

# What the line looks like (or "" for any), what the parser says, what to do; the first that fits counts.
_MISTAKES: tuple[tuple[str, str, str], ...] = (
    ("", "Cannot (overwrite|declare)", "Ein Abschnitt oder eine Angabe steht zweimal da; fassen Sie beides zusammen."),
    (r".*[=\[,]\s*[„“”‚‘’»«]", "Invalid value", 'Nehmen Sie gerade Anführungszeichen: "…".'),
    (r"\[[^\]\"]*[^\x00-\x7f]", "", "Abschnitte heißen ohne Umlaut, zum Beispiel [woerter]."),
    (r"\[", "end of a table", "Abschnitte stehen in eckigen Klammern, zum Beispiel [organisation]."),
    (
        r"(?![A-Za-z0-9_.-]+\s*=)(?P<key>[^\"'=#\[\]:]+)=",
        "",
        'Links vom Gleichheitszeichen brauchen Wörter mit Umlaut oder Leerzeichen Anführungszeichen: "{key}" = …',
    ),
    (r"[^=]*:", "Expected '='", "Zwischen Namen und Wert gehört ein Gleichheitszeichen, kein Doppelpunkt."),
    (r"[^=]*=\s*-?\d+,\d", "", "Schreiben Sie Zahlen mit Punkt statt Komma: 1.5."),
    (r"[^=]*=\s*[^\W\d]", "Invalid value", 'Rechts vom Gleichheitszeichen brauchen Texte Anführungszeichen: "…".'),
    ("", r"hex value|Unescaped", "Schreiben Sie statt jedes „\\“ zwei, oder einen einfachen Schrägstrich „/“."),
    ("", "Unclosed array", "Zwischen die Texte einer Liste gehört ein Komma, an ihr Ende eine eckige Klammer."),
    ("", "Unterminated|Illegal character '\\\\n'", "Am Ende eines Textes fehlt das Anführungszeichen."),
)
_PLACE = re.compile(r"line (\d+), column (\d+)")
_ANY = "Prüfen Sie die genannte Zeile; häufig fehlt ein Anführungszeichen oder eine eckige Klammer."


def line_of(error: TOMLDecodeError, text: str) -> int:
    """Return the line where the file cannot be understood, the one behind the last if something is missing there."""
    place = _PLACE.search(str(error))
    return int(place[1]) if place else text.count("\n") + 1


def explain(error: TOMLDecodeError, text: str) -> tuple[str, str]:
    """Return in German where the file cannot be understood, and what to do about it."""
    message = str(error)
    place = _PLACE.search(message)
    line = text.splitlines()[int(place[1]) - 1].strip() if place else ""
    where = f"Zeile {place[1]}, Spalte {place[2]} ist nicht zu verstehen" if place else "am Ende fehlt etwas"
    if not place and "Cannot" in message:
        where = "eine Angabe steht zweimal da"
    for looks, parser, remedy in _MISTAKES:
        match = re.match(looks, line)
        if match and re.search(parser, message) and (line or not looks):
            return where, remedy.format(**{name: key.strip() for name, key in match.groupdict().items()})
    return where, _ANY
