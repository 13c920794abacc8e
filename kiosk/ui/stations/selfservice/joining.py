"""Where a registration begins."""

from __future__ import annotations

from functools import partial

from kiosk.application.registration.outcomes import RegistrationDesk
from kiosk.ui.stations.selfservice.flow import Flow
from kiosk.ui.stations.selfservice.newcomer.steps import STEPS
from kiosk.ui.stations.selfservice.registering import Draft, Registering


def begin_registration(flow: Flow, draft: Draft | None = None) -> None:
    """Begin; `draft`: what is known already (a phone and its code, who recommends)."""
    screen = flow.screen
    if screen is not None:
        screen.ask(flow.api.registration_desk, partial(_begin, flow, draft or Draft()))


def _begin(flow: Flow, draft: Draft, desk: RegistrationDesk) -> None:
    Registering(flow, desk, draft, STEPS).on_from("")
