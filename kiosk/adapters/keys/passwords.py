"""PIN hashing with argon2id (RFC 9106)."""

from __future__ import annotations

from dataclasses import dataclass

from argon2 import PasswordHasher, Type
from argon2.exceptions import InvalidHashError, VerificationError, VerifyMismatchError


@dataclass(frozen=True, slots=True)
class Argon2Cost:
    """Cost of one hash: `passes`, `memory_kib`, `lanes`."""

    passes: int
    memory_kib: int
    lanes: int


STORE_PC = Argon2Cost(passes=2, memory_kib=32 * 1024, lanes=1)
"""About 55 ms on one slow core.

RFC 9106's second choice (3 passes, 64 MiB, 4 lanes) took 170 ms on the same machine, with a queue waiting;
this is scaled down from it and stays above OWASP's least (2 passes, 19 MiB, 1 lane). No cost saves a
four-digit PIN from who holds the hash: the encrypted ledger and the growing delay do.
"""


class BadPinHash(ValueError):
    """What is stored is not an argon2 hash."""


class Argon2PinHasher:
    """Hashes and verifies PINs. May be shared between threads; verifying takes tens of milliseconds, so never
    on the GUI thread."""

    def __init__(self, cost: Argon2Cost = STORE_PC) -> None:
        self._hasher = PasswordHasher(
            time_cost=cost.passes, memory_cost=cost.memory_kib, parallelism=cost.lanes, type=Type.ID
        )

    def hash_pin(self, pin: str) -> str:
        """The hash with its parameters and a fresh salt, in PHC string form."""
        return self._hasher.hash(pin)

    def verify_pin(self, encoded: str, pin: str) -> bool:
        """True when `pin` is the one that was hashed. Raises BadPinHash when `encoded` is no argon2 hash."""
        try:
            return self._hasher.verify(encoded, pin)
        except VerifyMismatchError:
            return False
        except (InvalidHashError, VerificationError) as fault:
            raise BadPinHash("not an argon2 hash") from fault
