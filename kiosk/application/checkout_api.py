"""What the checkout station may ask for: what its capabilities offer, together. `service.CheckoutService` does it.

The screen calls these on the database thread (ui/tasks.py), never on its own. Expected answers are returned; an
exception is a fault (disk full, ledger damaged), which ui/shell/messages.py shows as a clear page.
"""

from __future__ import annotations

from typing import Protocol

from kiosk.application.draws.claim_api import ClaimApi
from kiosk.application.draws.tickets import TicketApi
from kiosk.application.draws.wheel_api import WheelApi
from kiosk.application.members.api import MembersApi
from kiosk.application.registration.api import RegistrationApi
from kiosk.application.sales.api import SalesApi
from kiosk.application.sales.charge_api import ChargeApi
from kiosk.application.shell_api import ShellApi
from kiosk.application.slips.api import SlipsApi


class CheckoutApi(
    SalesApi, ChargeApi, MembersApi, SlipsApi, RegistrationApi, WheelApi, TicketApi, ClaimApi, ShellApi, Protocol
):
    """Use cases of the checkout station. Another station's interface inherits what that one needs."""
