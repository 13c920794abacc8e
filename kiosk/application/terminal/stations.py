"""Which station this terminal shows: the settings' one, or the one that a manager chose since."""

from __future__ import annotations

from kiosk.application.ports.ledger import LedgerTx
from kiosk.domain.journal.kinds import SETTING_CHANGED
from kiosk.domain.stations import StationRole

STATION, CONFIGURED = "station", "station_configured"
"""Keys of the ledger's settings: what this terminal shows, and what its settings said then."""


def station_of(tx: LedgerTx, configured: StationRole) -> StationRole:
    """What this terminal shows. A manager's choice holds until the settings say something else than they did when it
    was made: whoever changed it last decides."""
    if tx.meta(CONFIGURED) != configured.value:
        tx.set_meta(STATION, configured.value)
        tx.set_meta(CONFIGURED, configured.value)
    kept = tx.meta(STATION)
    # another version of the program may have known other stations
    return StationRole(kept) if kept in tuple(StationRole) else configured


def switch_station(tx: LedgerTx, station: StationRole, approved_by: str) -> None:
    """Show another one from now on. Journalled under who approved it; not when it is the present one."""
    before = tx.meta(STATION)
    if before == station.value:
        return
    body = {"setting": "station", "before": before, "after": station.value, "approved_by": approved_by}
    tx.append(SETTING_CHANGED, approved_by, body)
    tx.set_meta(STATION, station.value)
