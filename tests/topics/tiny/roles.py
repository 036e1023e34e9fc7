"""What the sentence about exhibitions may name."""

from __future__ import annotations

from pipeline.narrative.phrases import Number, Words
from pipeline.narrative.roles import Roles

ROLES: Roles = {"ausstellungen": {"jahr": Words, "anzahl": Number}}
