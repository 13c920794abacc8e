"""A terminal's use cases, of all stations."""

from __future__ import annotations

from kiosk.application.draws.claim_service import ClaimService
from kiosk.application.draws.stage_service import StageService
from kiosk.application.draws.tickets import TicketService
from kiosk.application.draws.wheel_service import WheelService
from kiosk.application.guests.service import GuestService
from kiosk.application.guests.visitor_service import VisitorService
from kiosk.application.journal.service import JournalService
from kiosk.application.members.service import MembersService
from kiosk.application.registration.service import RegistrationService
from kiosk.application.sales.charge_service import ChargeService
from kiosk.application.sales.service import SalesService
from kiosk.application.selfservice.service import OwnService
from kiosk.application.shell_service import ShellService
from kiosk.application.slips.service import SlipsService


class CheckoutService(
    ShellService,
    SalesService,
    ChargeService,
    MembersService,
    JournalService,
    SlipsService,
    ClaimService,
    RegistrationService,
    OwnService,
    StageService,
    TicketService,
    WheelService,
    GuestService,
    VisitorService,
):
    """Implements `CheckoutApi`, `JournalApi`, `SelfServiceApi`, `StageApi`, `DeskStationApi` over a `Context`. Callable
    from any thread but the ledger's own."""
