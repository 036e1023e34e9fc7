"""Write the workbooks of the example association again: `python -m tests.make_example [DIR]`.

They are made up around the facts of one published chapter; every file says so. The same program writes the same bytes.
"""

from __future__ import annotations

import sys
from pathlib import Path

from .example import events, initiatives, meetings, network, partners, survey, texts
from .example.writing import write_csv, write_ods, write_xlsx

INPUTS = Path(__file__).parent.parent / "inputs"
SETTINGS = Path(__file__).parent / "example" / "bericht.toml"


def make(folder: Path) -> None:
    """Write all files of the example association into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "bericht.toml").write_bytes(SETTINGS.read_bytes())
    write_csv(folder / "Partner.csv", partners.sheet())
    write_xlsx(folder / "Treffen_Integration.xlsx", meetings.integration())
    write_xlsx(folder / "Mobilitaet.xlsx", meetings.mobility())
    write_xlsx(folder / "Veranstaltungen.xlsx", [events.sheet()])
    write_xlsx(folder / "Initiativen.xlsx", [initiatives.sheet()])
    write_ods(folder / "Netzwerk.ods", network.sheets())
    write_xlsx(folder / "Texte_und_Werte.xlsx", texts.sheets())
    write_xlsx(folder / "Umfrage_2017.xlsx", survey.sheets())


if __name__ == "__main__":
    make(Path(sys.argv[1]) if len(sys.argv) > 1 else INPUTS)
