"""What any station may ask of its terminal: who it is, and how HQ is reached."""

from __future__ import annotations

from collections.abc import Callable
from zoneinfo import ZoneInfo

from kiosk.application.context import Context, here
from kiosk.application.ports.ledger import LedgerTx
from kiosk.application.sync.outcomes import SyncStatus, TerminalInfo
from kiosk.application.terminal.stations import switch_station
from kiosk.domain.lockdown.facts import LOCKDOWN_OPENED
from kiosk.domain.lockdown.ways import Way
from kiosk.domain.stations import StationRole
from kiosk.domain.time import last_moment


class TerminalService:
    """Implements `TerminalApi`."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def terminal(self) -> TerminalInfo:
        """Who this terminal is."""
        return self._context.ledger.run(self._terminal)

    def _terminal(self, tx: LedgerTx) -> TerminalInfo:
        identity, store = here(self._context, tx)
        now = self._context.now()
        running = [c for c in self._context.reference.campaigns() if c.starts <= now < c.ends and not c.withdrawn]
        ruled = {campaign.id: campaign.theme or "" for campaign in self._context.campaigns(tx).in_force()}
        # one with rules is what the clerk talks about
        campaign = min(running, key=lambda c: (c.id not in ruled, c.ends, c.id), default=None)
        zone = ZoneInfo(store.zone)
        today = now.astimezone(zone).date()
        return TerminalInfo(
            device=identity.device,
            name=identity.terminal_name,
            store=store.id,
            store_name=store.name,
            zone=store.zone,
            currency=store.currency,
            brand=self._context.reference.brand(),
            campaign=campaign.name if campaign else None,
            theme=ruled.get(campaign.id, "") if campaign else "",
            day=(today - campaign.starts.astimezone(zone).date()).days + 1 if campaign else None,
            days=(last_moment(campaign.ends).astimezone(zone).date() - campaign.starts.astimezone(zone).date()).days + 1
            if campaign
            else None,
            stores=tuple((row.id, row.name) for row in self._context.reference.stores()),
        )

    def switch_station(self, station: StationRole, approved_by: str) -> None:
        """This terminal shows another station from now on."""
        self._context.ledger.run(lambda tx: switch_station(tx, station, approved_by))

    def open_door(self, way: Way, approved_by: str) -> None:
        """A manager goes this way through the door of a station that is for customers."""
        body = {"way": way.value, "approved_by": approved_by}
        work: Callable[[LedgerTx], object] = lambda tx: tx.append(LOCKDOWN_OPENED, approved_by, body)  # noqa: E731
        self._context.ledger.run(work)

    def sync_status(self) -> SyncStatus:
        """For the badge."""
        return self._context.sync_status()
