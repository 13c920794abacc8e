"""What the self-service station may ask for: what its capabilities offer, together. Actor: `Customer`, channel
self_service."""

from __future__ import annotations

from typing import Protocol

from kiosk.application.draws.claim_api import ClaimApi
from kiosk.application.draws.tickets import TicketApi
from kiosk.application.draws.wheel_api import WheelApi
from kiosk.application.guests.visitor_service import VisitorApi
from kiosk.application.registration.api import RegistrationApi
from kiosk.application.sales.api import SalesApi
from kiosk.application.selfservice.api import OwnApi
from kiosk.application.shell_api import ShellApi


class SelfServiceApi(SalesApi, OwnApi, RegistrationApi, WheelApi, TicketApi, ClaimApi, VisitorApi, ShellApi, Protocol):
    """Use cases of the self-service station."""
