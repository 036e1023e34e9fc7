"""Tables, figures and settings for tests, from as little as a test needs to say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import pandas as pd

from pipeline.base.records import Count, Survey, Tables
from pipeline.topics import registry

# Every column with what stands in it when a test says nothing; a list of our own, against which the reader is held.
COLUMNS: dict[str, dict[str, Any]] = {
    "treffen": {
        "datum": None, "bis": None, "genau": "tag", "projekt": "", "art": "", "thema": "", "ort": "",
        "beteiligte": (), "teilnehmerzahl": None, "berichtstext": "",
    },
    "veranstaltungen": {
        "datum": None, "bis": None, "genau": "tag", "projekt": "", "format": "", "titel": "", "themen": (),
        "programm": "", "ort": "", "veranstalter": (), "zielgruppe": "", "mitwirkende": (), "teilnehmerzahl": None,
        "berichtstext": "",
    },
    "netzwerk": {"projekt": "", "gruppe": "", "institution": "", "person": False, "engagement": ""},
    "initiativen": {
        "datum": None, "bis": None, "genau": "tag", "projekt": "", "art": "", "beteiligte": (), "adressat": "",
        "gegenstand": "", "initiator": "",
    },
    "partner": {"name": "", "kurzform": "", "artikel": "", "dativ": "", "gehoert_zu": "", "art": ""},
    "werte": {"bezeichnung": "", "jahr": 0, "wert": None, "einheit": "", "projekt": ""},
    "texte": {"kapitel": "", "abschnitt": "", "reihenfolge": 0, "text": ""},
    "listen": {
        "liste": "", "eintrag": "", "datum_spalte": "", "gliedern": "", "zusammenzaehlen": "", "einzeln": "",
        "kapitel": "", "vertraulich": "",
    },
}  # fmt: skip


def tables(surveys: Sequence[Survey] = (), **rows: Sequence[Mapping[str, Any]]) -> Tables:
    """Return `Tables` with the given rows: ``tables(treffen=[{"datum": date(2017, 3, 1), "art": "Treffen"}])``.

    A whole number for teilnehmerzahl becomes an exact `Count`. Rows stand in „<Table>.xlsx“, sheet „Tabelle1“, from 2.
    """
    frames, places, next_id = {}, [], 1
    for table, columns in COLUMNS.items():
        given = list(rows.get(table, ()))
        filled = [columns | {name: _value(name, value) for name, value in row.items()} for row in given]
        ids = range(next_id, next_id + len(filled))
        next_id += len(filled)
        frame = pd.DataFrame(
            {name: pd.Series([row[name] for row in filled], index=ids, dtype=object) for name in columns}
        )
        for name in ("datum", "bis"):
            if name in columns:
                frame[name] = pd.to_datetime(frame[name]).astype("datetime64[s]")
        for name in ("jahr", "reihenfolge"):
            if name in columns:
                frame[name] = frame[name].astype("int64")
        frame.index.name = "id"
        frames[table] = frame
        places += [(i, f"{table.title()}.xlsx", "Tabelle1", row) for row, i in enumerate(ids, start=2)]
    unknown = set(rows) - set(COLUMNS)
    assert not unknown, unknown
    sources = pd.DataFrame(places, columns=["id", "file", "sheet", "row"]).set_index("id")
    return Tables(frames=frames, sources=sources, surveys=tuple(surveys), schemas=registry.tables())


def _value(name: str, value: Any) -> Any:
    if name == "teilnehmerzahl" and isinstance(value, int):
        return Count("genau", value, value, str(value))
    if name in ("datum", "bis") and isinstance(value, str):
        return date.fromisoformat(value)
    return tuple(value) if isinstance(value, list) else value
