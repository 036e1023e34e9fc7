"""Chart specifications as files: found, read, checked and filled.

They are plain JSON in `templates/charts/`, the style they share is `stil.json` beside them. A string that is nothing
but `$name` stands for a value: the size of the chart (`$width`, `$height`), the report's type (`$font`), a colour
(every field of `palette.Palette`, e.g. `$accent`, `$tint`, `$ink`), or a parameter of the chart at hand. There is no
other template language.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from ..base.problems import Problem, problem

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"
FOLDER = "charts"
STYLE = "stil.json"  # what all charts share; a specification's own `config` wins

_LOADS = "eine Spezifikation lädt nichts nach („url“)"


class BrokenSpecificationError(ValueError):
    """A chart's specification cannot be used; the message names the file and, where known, the line."""


def check(templates: Path) -> tuple[Problem, ...]:
    """Return what is wrong with the specifications below `templates`, as far as it shows without drawing."""
    return tuple(_problems(templates / FOLDER))


def _problems(folder: Path) -> Iterator[Problem]:
    for path in sorted(folder.glob("*.json")):
        file = f"{folder.parent.name}/{folder.name}/{path.name}"
        try:
            specification = json.loads(path.read_text(encoding="utf-8"))
        except json.JSONDecodeError as error:
            yield problem("diagramm-falsch", file=file, row=error.lineno, reason=f"Zeile {error.lineno} ist kein JSON")
            continue
        except (OSError, UnicodeDecodeError):
            yield problem("diagramm-falsch", file=file, reason="sie ist nicht als Text in UTF-8 zu lesen")
            continue
        if not isinstance(specification, dict):
            yield problem("diagramm-falsch", file=file, reason="sie beginnt nicht mit einer geschweiften Klammer")
        elif _loads(specification):
            yield problem("diagramm-falsch", file=file, reason=_LOADS)


def filled(name: str, templates: Path | None, words: Mapping[str, object]) -> dict[str, object]:
    """Return the specification `name` with the shared style, every `$name` replaced by its value in `words`.

    Raises `BrokenSpecificationError`. What `templates` does not hold is taken from the program's own.
    """
    specification = _fill(_find(f"{name}.json", templates), words)
    style = _fill(_find(STYLE, templates), words)
    return specification | {"config": _over(style, specification.get("config"))}


def _find(name: str, templates: Path | None) -> Path:
    path = (templates or TEMPLATES) / FOLDER / name
    return path if path.exists() else TEMPLATES / FOLDER / name


def _fill(path: Path, words: Mapping[str, object]) -> dict[str, object]:
    def fill(node: object) -> object:
        if isinstance(node, dict):
            return {name: fill(value) for name, value in node.items()}
        if isinstance(node, list):
            return [fill(value) for value in node]
        if isinstance(node, str) and node.startswith("$") and node[1:].isidentifier():
            if node[1:] not in words:
                raise BrokenSpecificationError(f"{path.name}: „{node}“ ist nicht bekannt")
            return words[node[1:]]
        return node

    return {name: fill(value) for name, value in _parsed(path).items()}


def _parsed(path: Path) -> dict[str, object]:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except json.JSONDecodeError as error:
        raise BrokenSpecificationError(f"{path.name}, Zeile {error.lineno}: kein gültiges JSON") from error
    if not isinstance(found, dict):
        raise BrokenSpecificationError(f"{path.name}: erwartet wird eine Spezifikation in geschweiften Klammern")
    if _loads(found):
        raise BrokenSpecificationError(f"{path.name}: {_LOADS}")
    return found


def _loads(node: object) -> bool:
    """Tell whether a specification asks for something from elsewhere."""
    if isinstance(node, dict):
        return "url" in node or any(map(_loads, node.values()))
    return isinstance(node, list) and any(map(_loads, node))


def _over(base: object, changes: object) -> object:
    """Return `base` with `changes` laid over it, key by key."""
    if not (isinstance(base, dict) and isinstance(changes, dict)):
        return base if changes is None else changes
    return base | {key: _over(base.get(key), value) for key, value in changes.items()}
