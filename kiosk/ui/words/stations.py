"""What stations are called."""

from __future__ import annotations

from kiosk.domain.stations import StationRole
from kiosk.ui.i18n import translate


def station_word(role: StationRole) -> str:
    """A station in the language in use."""
    return {
        StationRole.CHECKOUT: translate("Station", "Checkout"),
        StationRole.JOURNAL: translate("Station", "Journal"),
        StationRole.SELF_SERVICE: translate("Station", "Self-service"),
        StationRole.STAGE: translate("Station", "Stage"),
        StationRole.EVENT_DESK: translate("Station", "Event desk"),
    }[role]
