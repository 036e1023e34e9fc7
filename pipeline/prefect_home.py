"""How Prefect behaves here unless the administrator's environment says otherwise.

To be called before Prefect is imported: it reads its settings at import.
"""

from __future__ import annotations

import os

from .fingerprint import ROOT

_UNLESS_SET = {
    "PREFECT_HOME": str(ROOT / ".prefect"),  # nothing in the user's home, everything gone with the folder
    "PREFECT_SERVER_ALLOW_EPHEMERAL_MODE": "true",
    "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": "300",  # a first start lays out the database; 20 s is too short
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "DO_NOT_TRACK": "1",
    "PREFECT_LOGGING_LEVEL": "WARNING",  # our own messages are German and say what matters
}


def prepare() -> None:
    """Set Prefect's environment, leaving alone what is set already."""
    for name, value in _UNLESS_SET.items():
        os.environ.setdefault(name, value)
