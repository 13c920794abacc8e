"""When a clerk may void a sale alone, and when somebody who may approve voids has to stand by."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from kiosk.domain.staff.roles import Permission


class BeyondPolicy(StrEnum):
    """Why a void needs an approval. Stable codes, written into facts."""

    NOT_PERMITTED = "not_permitted"  # the role may not void at all
    OTHER_CLERK = "other_clerk"
    OTHER_DAY = "other_day"
    TOO_LATE = "too_late"
    TOO_LARGE = "too_large"
    CLOCK_BACKWARDS = "clock_backwards"  # the sale lies in the future: its age is unknown


@dataclass(frozen=True, slots=True)
class VoidPolicy:
    """What a clerk may void alone. `limit`: minor units of goods, None for no limit."""

    within: timedelta = timedelta(minutes=15)
    limit: int | None = 300_000


DEFAULT_VOID_POLICY = VoidPolicy()


def beyond_policy(
    *,
    permissions: Collection[Permission],
    staff: str,
    sold_by: str,
    sold_at: datetime,
    amount: int,
    now: datetime,
    zone: str,
    policy: VoidPolicy = DEFAULT_VOID_POLICY,
) -> tuple[BeyondPolicy, ...]:
    """Every reason for which `staff`, who has these `permissions`, may not void the sale alone; empty: they may.

    `sold_by` made the sale of `amount` minor units of goods at `sold_at`. Instants are aware; "the same day" is a day
    of the store's `zone` (IANA). Who may approve voids needs nobody else.
    """
    if Permission.APPROVE_VOID in permissions:
        return ()
    info = ZoneInfo(zone)
    reasons = (
        (BeyondPolicy.NOT_PERMITTED, Permission.VOID_OWN not in permissions),
        (BeyondPolicy.OTHER_CLERK, staff != sold_by),
        (BeyondPolicy.OTHER_DAY, now.astimezone(info).date() != sold_at.astimezone(info).date()),
        (BeyondPolicy.TOO_LATE, now - sold_at > policy.within),
        (BeyondPolicy.TOO_LARGE, policy.limit is not None and amount > policy.limit),
        (BeyondPolicy.CLOCK_BACKWARDS, now < sold_at),
    )
    return tuple(reason for reason, holds in reasons if holds)
