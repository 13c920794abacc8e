"""A store and the campaign rows it needs to judge a coupon."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from kiosk.domain.texts import LocalText


@dataclass(frozen=True, slots=True)
class Store:
    """One store of the chain. `zone` is an IANA name; `currency` ISO 4217; `region` is what regional coupons name."""

    id: str
    name: LocalText
    zone: str
    currency: str
    region: str


@dataclass(frozen=True, slots=True)
class CampaignHeader:
    """What the checkout needs to know of a campaign: it runs from `starts` to `ends` (UTC, end excluded)."""

    id: str
    name: LocalText
    starts: datetime
    ends: datetime
    withdrawn: bool = False
