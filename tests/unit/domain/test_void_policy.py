"""Voids within policy and beyond."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from kiosk.domain.sales.void_policy import BeyondPolicy, VoidPolicy, beyond_policy
from kiosk.domain.staff.roles import PERMISSIONS, Role

SOLD = datetime(2026, 9, 22, 15, 50, tzinfo=UTC)  # 23:50 in Taipei
MINUTE = timedelta(minutes=1)


def reasons(**changes: Any) -> tuple[BeyondPolicy, ...]:
    case: dict[str, Any] = {
        "permissions": PERMISSIONS[Role.CLERK],
        "staff": "lin",
        "sold_by": "lin",
        "sold_at": SOLD,
        "amount": 462_00,
        "now": SOLD + 5 * MINUTE,
        "zone": "Asia/Taipei",
    }
    return beyond_policy(**(case | changes))


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, ()),
        ({"now": SOLD}, ()),
        ({"staff": "wang"}, (BeyondPolicy.OTHER_CLERK,)),
        ({"now": SOLD + 10 * MINUTE}, (BeyondPolicy.OTHER_DAY,)),  # midnight in Taipei
        ({"now": SOLD + 15 * MINUTE, "zone": "UTC"}, ()),
        ({"now": SOLD + 15 * MINUTE + timedelta(milliseconds=1), "zone": "UTC"}, (BeyondPolicy.TOO_LATE,)),
        ({"amount": 3_000_00}, ()),
        ({"amount": 3_000_01}, (BeyondPolicy.TOO_LARGE,)),
        ({"amount": 3_000_01, "policy": VoidPolicy(limit=None)}, ()),
        ({"now": SOLD + 2 * MINUTE, "policy": VoidPolicy(within=MINUTE)}, (BeyondPolicy.TOO_LATE,)),
        ({"now": SOLD - MINUTE}, (BeyondPolicy.CLOCK_BACKWARDS,)),
        ({"permissions": PERMISSIONS[Role.AUDITOR]}, (BeyondPolicy.NOT_PERMITTED,)),
        (
            {"staff": "wang", "now": SOLD + timedelta(days=1), "amount": 9_000_00},
            (BeyondPolicy.OTHER_CLERK, BeyondPolicy.OTHER_DAY, BeyondPolicy.TOO_LATE, BeyondPolicy.TOO_LARGE),
        ),
        (
            {
                "permissions": PERMISSIONS[Role.MANAGER],
                "staff": "chief",
                "now": SOLD + timedelta(days=9),
                "amount": 9_000_00,
            },
            (),
        ),
    ],
)
def test_beyond_policy(changes: dict[str, Any], expected: tuple[BeyondPolicy, ...]) -> None:
    assert reasons(**changes) == expected
