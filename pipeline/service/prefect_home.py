"""How Prefect behaves here unless the administrator's environment says otherwise.

To be called before Prefect is imported: it reads its settings at import.
"""

from __future__ import annotations

import os

from ..base.fingerprint import ROOT

INPUTS, OUTPUTS = "BERICHT_EINGANG", "BERICHT_AUSGANG"  # the only folders a server's runs may work on, where set
SECRET = "bericht-smtp-passwort"  # noqa: S105 - the name of the block, not its value

_UNLESS_SET = {
    "PREFECT_HOME": str(ROOT / ".prefect"),  # nothing in the user's home, everything gone with the folder
    "PREFECT_SERVER_ALLOW_EPHEMERAL_MODE": "true",
    "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": "300",  # a first start lays out the database; 20 s is too short
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "DO_NOT_TRACK": "1",
    "PREFECT_SERVER_SERVICES_DB_VACUUM_ENABLED": "events,flow_runs,orphans",  # else the database grows for ever
    "PREFECT_SERVER_SERVICES_DB_VACUUM_RETENTION_PERIOD": str(400 * 86400),  # a year of nights, and a bit
    "PREFECT_LOGGING_LEVEL": "WARNING",  # our own messages are German and say what matters
}


def prepare() -> None:
    """Set Prefect's environment, leaving alone what is set already."""
    for name, value in _UNLESS_SET.items():
        os.environ.setdefault(name, value)


def mail_password() -> str:
    """Return the password of the mail server: from the environment, else from Prefect's secret block, else ""."""
    from ..outputs.mail.smtp import PASSWORD

    known = os.environ.get(PASSWORD, "")
    if known or not os.environ.get("PREFECT_API_URL"):
        return known
    from prefect.blocks.system import Secret

    try:
        block = Secret.load(SECRET)
        return str(block.get()) if isinstance(block, Secret) else ""
    except ValueError:  # there is no such block
        return ""
