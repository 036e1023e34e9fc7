"""The roles of all topics together, and the files with the patterns for them."""

from __future__ import annotations

from pathlib import Path

from ..narrative import roles
from .events.roles import ROLES as EVENTS
from .initiatives.roles import ROLES as INITIATIVES
from .meetings.roles import ROLES as MEETINGS
from .network.roles import ROLES as NETWORK
from .survey.text.roles import ROLES as SURVEY
from .survey.text.wording import FILE as SURVEY_WORDING
from .values.roles import ROLES as VALUES

ROLES: roles.Roles = {**VALUES, **EVENTS, **MEETINGS, **NETWORK, **INITIATIVES, **SURVEY, **roles.ROLES}


def sources(templates: Path) -> list[Path]:
    """Return the files of patterns below `templates`; the chapter of a survey has wording of another shape."""
    return sorted(path for path in (templates / "sentences").glob("*.toml") if path.name != SURVEY_WORDING)
