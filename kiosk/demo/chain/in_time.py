"""A campaign's file moved in time, so that a demonstration finds it running."""

from __future__ import annotations

import re
from datetime import date, timedelta

from kiosk.domain.campaigns.model import Campaign, PhaseKind
from kiosk.hq.rows.editions import campaign_in

INTO_MAIN = 5
"""Days of the main phase that are over in a demonstration."""

__all__ = ["INTO_MAIN", "campaign_in", "moved", "running", "versioned"]

_DAY = re.compile(r"(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)")
_VERSION = re.compile(r"^version:[ \t]*\d+", re.MULTILINE)


def moved(document: str, days: int) -> str:
    """The file with every day in it so many days later (earlier when negative), and nothing else changed."""
    return _DAY.sub(lambda found: _later(found[0], days), document)


def running(document: str, today: date, into: int = INTO_MAIN) -> str:
    """The file moved so that `today` is the day `into` days after the main phase began (its last day, if it is
    shorter). Raises CampaignFileError."""
    begins, days = _main_phase(campaign_in(document))
    return moved(document, (today - begins).days - min(into, days - 1))


def versioned(document: str, version: int) -> str:
    """The file with another version."""
    return _VERSION.sub(f"version: {version}", document, count=1)


def _later(text: str, days: int) -> str:
    try:
        return (date.fromisoformat(text) + timedelta(days=days)).isoformat()
    except (ValueError, OverflowError):  # digits that are no day
        return text


def _main_phase(campaign: Campaign) -> tuple[date, int]:
    """When it begins, and how many days it has."""
    phases = sorted(campaign.phases, key=lambda phase: (phase.kind is not PhaseKind.MAIN, phase.starts))
    first = phases[0]
    return first.starts.date(), max(1, (first.ends.date() - first.starts.date()).days)
