"""Facts of documents."""

from __future__ import annotations

from typing import Any

from kiosk.domain.journal.registry import Body, Kind


class Printed(Body, frozen=True, kw_only=True):
    """Free."""


RECEIPT_PRINTED = Kind("receipt.printed", owner="documents", body=Printed, says="none")

KINDS: tuple[Kind[Any], ...] = (RECEIPT_PRINTED,)
