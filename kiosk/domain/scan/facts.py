"""Facts of scans."""

from __future__ import annotations

from typing import Any

from kiosk.domain.journal.registry import Body, Kind


class ScanRefused(Body, frozen=True, kw_only=True):
    """`code`: of the refusal; never what was scanned."""

    code: str
    source: str
    symbology: str
    coupon: str | None = None


SCAN_REFUSED = Kind("scan.refused", owner="scan", body=ScanRefused, says="none")

KINDS: tuple[Kind[Any], ...] = (SCAN_REFUSED,)
