"""The checkout's use cases behind one interface (`checkout_api.CheckoutApi`)."""

from __future__ import annotations

from kiosk.application.members.service import MembersService
from kiosk.application.sales.service import SalesService
from kiosk.application.staff.service import StaffService
from kiosk.application.terminal.service import TerminalService


class CheckoutService(SalesService, MembersService, StaffService, TerminalService):
    """Implements `CheckoutApi` over a `Context`. Callable from any thread but the ledger's own."""
