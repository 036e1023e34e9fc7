"""What a machine can do to a run, in German: no space, no rights, a broken disk."""

from __future__ import annotations

import errno
from pathlib import Path

_SENTENCES = {
    errno.ENOSPC: "In „{where}“ ist kein Platz mehr.",
    errno.EDQUOT: "In „{where}“ ist das Kontingent erschöpft.",
    errno.EROFS: "In „{where}“ kann nicht geschrieben werden (nur lesbar eingebunden).",
    errno.EACCES: "In „{where}“ fehlen die Rechte.",
    errno.EIO: "In „{where}“ meldet der Datenträger Fehler.",
}


def of_the_machine(error: BaseException) -> str:
    """Return what the administrator has to know, "" if the error is not the machine's."""
    if not isinstance(error, OSError) or error.errno not in _SENTENCES:
        return ""
    where = Path(error.filename).parent if error.filename else "dem Ausgangsordner"
    return _SENTENCES[error.errno].format(where=where)
