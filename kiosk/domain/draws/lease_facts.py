"""Facts of HQ's journal about leases of wheels: one was signed, and thereby public before its tape could be known; what
a lost terminal had of one was given back."""

from __future__ import annotations

from typing import Any

from kiosk.domain.journal.registry import Body, Kind

_OWNER = "draws"


class WheelLeased(Body, frozen=True, kw_only=True):
    """`body`: the lease as canonical text, which HQ's key `key_id` signed (`signature`, both hex)."""

    lease: str
    device: str
    store: str
    campaign: str
    wheel: str
    body: str
    key_id: str
    signature: str


class WheelReturned(Body, frozen=True, kw_only=True):
    """`by`: a person at HQ, as the computer there knows them."""

    lease: str
    by: str


WHEEL_LEASED = Kind("wheel.leased", owner=_OWNER, body=WheelLeased, says="none; only HQ journals it")
WHEEL_RETURNED = Kind(
    "wheel.returned",
    owner=_OWNER,
    body=WheelReturned,
    says="none; what nobody told of is in HQ's reserve again; only HQ journals it",
)

KINDS: tuple[Kind[Any], ...] = (WHEEL_LEASED, WHEEL_RETURNED)
