"""A campaign moved in time, for demos and rehearsals: every day in it, so many days later."""

from __future__ import annotations

import dataclasses
from datetime import date, timedelta
from typing import Any

from kiosk.domain.campaigns.model import Campaign


def shifted(campaign: Campaign, days: int) -> Campaign:
    """The campaign with every date and phase `days` later (earlier when negative). Weekdays and days of the month in
    rules stay what they are."""
    moved = _moved(campaign, timedelta(days=days))
    assert isinstance(moved, Campaign)
    return moved


def _moved(value: Any, by: timedelta) -> Any:
    if isinstance(value, date):  # and so datetimes
        return value + by
    if isinstance(value, tuple):
        return tuple(_moved(item, by) for item in value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        changed = {field.name: _moved(getattr(value, field.name), by) for field in dataclasses.fields(value)}
        return dataclasses.replace(value, **changed)
    return value
