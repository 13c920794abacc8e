"""The shell's use cases behind one interface: what a window can do before its station is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.application.documents.service import DocumentsService
from kiosk.application.help.service import HelpService
from kiosk.application.staff.service import StaffService
from kiosk.application.terminal.service import TerminalService

if TYPE_CHECKING:
    from kiosk.application.sales.offline_loss import OfflineLoss
    from kiosk.application.staff.outcomes import BadgeRead
    from kiosk.domain.scan.events import ScanEvent


class ShellService(StaffService, TerminalService, DocumentsService, HelpService):
    """Implements `ShellApi`. What only some days want is imported then: a window waits for this module."""

    def badge_of(self, event: ScanEvent) -> BadgeRead | None:
        """Whose badge was scanned where nothing else counts."""
        from kiosk.application.sales.scan import badge_at_the_door

        return self._context.ledger.run(lambda tx: badge_at_the_door(self._context, tx, event))

    def offline_loss(self) -> OfflineLoss:
        """What may be lost without HQ, at most."""
        from kiosk.application.sales.offline_loss import offline_loss

        return self._context.ledger.run(lambda tx: offline_loss(self._context, tx))
