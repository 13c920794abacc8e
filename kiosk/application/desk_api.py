"""What the event desk may ask for: what its capabilities offer, together. `service.CheckoutService` does it."""

from __future__ import annotations

from typing import Protocol

from kiosk.application.guests.api import DeskApi
from kiosk.application.registration.api import RegistrationApi
from kiosk.application.shell_api import ShellApi


class DeskStationApi(DeskApi, RegistrationApi, ShellApi, Protocol):
    """Use cases of the event desk."""
