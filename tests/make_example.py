"""Write the workbooks of the example association again: `python -m tests.make_example [DIR]`.

They are made up around the facts of one published chapter; every file says so. The same program writes the same bytes.
"""

from __future__ import annotations

import sys
from pathlib import Path

from tests.example import data, lists, meetings, survey
from tests.example.office import write_csv, write_xlsx
from tests.example.opendocument import write_ods

INPUTS = Path(__file__).parent.parent / "inputs"


def make(folder: Path) -> None:
    """Write all files of the example association into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "bericht.toml").write_text(data.text("bericht.toml"), encoding="utf-8", newline="\n")
    write_csv(folder / "Partner.csv", lists.partners())
    write_xlsx(folder / "Treffen_Integration.xlsx", meetings.integration())
    write_xlsx(folder / "Mobilitaet.xlsx", meetings.mobility())
    write_xlsx(folder / "Veranstaltungen.xlsx", lists.events())
    write_xlsx(folder / "Initiativen.xlsx", lists.initiatives())
    write_ods(folder / "Netzwerk.ods", lists.network())
    write_xlsx(folder / "Texte_und_Werte.xlsx", lists.texts_and_figures())
    write_xlsx(folder / "Umfrage_2017.xlsx", survey.sheets())


if __name__ == "__main__":
    make(Path(sys.argv[1]) if len(sys.argv) > 1 else INPUTS)
