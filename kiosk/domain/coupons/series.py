"""Coupons that HQ issues in numbered series, for whoever holds the paper. A coupon's id names its series and number."""

from __future__ import annotations

import base64
import hashlib

MOST = 100_000
"""Coupons of one series."""
LONGEST_NAME = 64
_MARK = "p-"
_STEM = len(_MARK) + 10


def stem_of(series: str) -> str:
    """With what the ids of a series begin; its whole withdrawal is told under that name."""
    return _MARK + base64.b32encode(hashlib.sha256(series.encode()).digest()).decode().lower()[: _STEM - len(_MARK)]


def coupon_id(series: str, number: int) -> str:
    """The id of a series' coupon; numbers count from 1."""
    return f"{stem_of(series)}-{number:05d}"


def stem_in(coupon: str) -> str | None:
    """The stem of the series that a coupon's id names; None for other coupons."""
    stem, dash, number = coupon[:_STEM], coupon[_STEM : _STEM + 1], coupon[_STEM + 1 :]
    return stem if stem.startswith(_MARK) and dash == "-" and number.isascii() and number.isdigit() else None
