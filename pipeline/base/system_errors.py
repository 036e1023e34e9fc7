"""What a machine can do to a run, in German: no space, no rights, a broken disk."""

from __future__ import annotations

import errno
from pathlib import Path

_SENTENCES = {
    errno.ENOSPC: "In {where} ist kein Platz mehr.",
    errno.EDQUOT: "In {where} ist das Kontingent erschöpft.",
    errno.EROFS: "In {where} kann nicht geschrieben werden (nur lesbar eingebunden).",
    errno.EACCES: "In {where} fehlen die Rechte.",
    errno.EPERM: "In {where} fehlen die Rechte.",
    errno.EIO: "In {where} meldet der Datenträger Fehler.",
}


def explain_system_error(error: BaseException) -> str:
    """Return what the administrator has to know, "" if the error is not the machine's.

    Libraries wrap the system's error, and the process that prints hands it on as text.
    """
    cause: BaseException | None = error
    while cause:
        if isinstance(cause, OSError) and cause.errno in _SENTENCES:
            where = f"„{Path(cause.filename).parent}“" if cause.filename else "dem Ausgangsordner"
            return _SENTENCES[cause.errno].format(where=where)
        cause = cause.__cause__ or cause.__context__
    for number, sentence in _SENTENCES.items():
        if f"[Errno {number}]" in str(error):
            return sentence.format(where="dem Ausgangsordner")
    return ""
