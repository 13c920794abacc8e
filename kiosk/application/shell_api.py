"""What the window around every station may ask for: who this terminal is, who works, which station it shows.

Called on the database's thread (ui/tasks.py), like every use case. Expected answers are returned, an exception is a
fault.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from kiosk.application.documents.api import DocumentsApi
from kiosk.application.help.api import HelpApi
from kiosk.application.staff.api import StaffApi
from kiosk.application.staff.outcomes import BadgeRead
from kiosk.application.terminal.api import TerminalApi
from kiosk.domain.scan.events import ScanEvent

if TYPE_CHECKING:
    from kiosk.application.sales.offline_loss import OfflineLoss


class ShellApi(StaffApi, TerminalApi, DocumentsApi, HelpApi, Protocol):
    """Use cases of the shell."""

    def badge_of(self, event: ScanEvent) -> BadgeRead | None:
        """Whose badge was scanned where nothing else counts; None for any other code. What is refused (a forged badge)
        is journalled."""

    def offline_loss(self) -> OfflineLoss:
        """What may be lost without HQ, at most, by the rules in force."""
