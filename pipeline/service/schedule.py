"""When the nights are due, as Prefect reckons it. Importing this imports Prefect."""

from __future__ import annotations

import asyncio
from datetime import datetime
from zoneinfo import ZoneInfo

from prefect.server.schemas.schedules import CronSchedule

from ..base.settings import Night


def next_night(night: Night, after: datetime) -> datetime:
    """Return when the first night after a moment begins; raise ValueError or KeyError if the settings name none."""
    schedule = CronSchedule(cron=night.zeit, timezone=night.zeitzone)
    dates = asyncio.run(schedule.get_dates(2, start=after.astimezone(ZoneInfo(night.zeitzone))))
    return next(date for date in dates if date > after)
