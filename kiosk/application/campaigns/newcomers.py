"""Members who registered here and whom HQ has not told of yet: their row, made of the person in the ledger."""

from __future__ import annotations

import logging

from kiosk.application.ports.registration import KeptPerson
from kiosk.domain.members.member import Member
from kiosk.domain.registration.person import member_row, person_of
from kiosk.domain.time import instant

log = logging.getLogger(__name__)


def newcomer_row(kept: KeptPerson | None, store: str) -> Member | None:
    """The row as HQ will publish it; None for nobody, and for bytes that cannot be read."""
    if kept is None:
        return None
    try:
        return member_row(person_of(kept.data), store, instant(kept.at_ms))
    except ValueError as error:
        log.warning("a newcomer cannot be read: %s", error)
        return None
