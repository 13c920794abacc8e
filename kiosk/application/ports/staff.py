"""Who works here, wrong PINs, and how PINs are hashed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from kiosk.domain.staff.roles import StaffMember


class PinHasher(Protocol):
    """argon2id behind a port, so that tests can use cheap parameters."""

    def hash_pin(self, pin: str) -> str:
        """An encoded hash."""

    def verify_pin(self, encoded: str, pin: str) -> bool:
        """Whether `pin` is the one."""


class StaffState(Protocol):
    """Staff as this terminal knows them."""

    def staff(self) -> Sequence[StaffMember]:
        """Staff of this store, as HQ published them."""

    def staff_member(self, staff: str) -> StaffMember | None:
        """One of them."""

    def pin_failures(self, staff: str) -> tuple[int, int | None]:
        """Consecutive wrong PINs and the instant (ms) of the last one."""
