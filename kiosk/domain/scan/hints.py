"""What helps a code that the camera sees and cannot read yet."""

from __future__ import annotations

from enum import StrEnum


class ScanHint(StrEnum):
    """What whoever holds the code can do."""

    CLOSER = "closer"  # its modules are smaller than the camera's pixels can hold apart
    TILT = "tilt"  # it mirrors a lamp
    HOLD_STILL = "hold_still"  # it is blurred, or moves
