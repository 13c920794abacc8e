"""How PINs are hashed."""

from __future__ import annotations

from typing import Protocol


class PinHasher(Protocol):
    """argon2id behind a port, so that tests can use cheap parameters."""

    def hash_pin(self, pin: str) -> str:
        """An encoded hash."""

    def verify_pin(self, encoded: str, pin: str) -> bool:
        """Whether `pin` is the one."""
