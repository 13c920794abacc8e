"""Where other desks may be: typed by hand, found on the network, or told of by a desk that talks to them."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from kiosk.domain.lan.addresses import Address

AGAIN_MS, UNWELCOME_MS = 700, 30_000
"""Between two calls to an address: where nobody answered, and where somebody did who is nobody to talk to."""
MOST = 128
FAILURES_MOST = 20
"""So often in a row nobody answers at an address that nobody typed; then it is forgotten."""


@dataclass(slots=True)
class _Target:
    device: str = ""
    typed: bool = False
    next_ms: int = 0
    failures: int = 0
    calling: bool = False
    itself: bool = False
    unwelcome: bool = False


class Addresses:
    """Whom to call, and when. Used on the network's thread; times are monotonic ms."""

    def __init__(self, typed: Iterable[Address]) -> None:
        self._targets = {address: _Target(typed=True) for address in typed}

    def found(self, address: Address, device: str) -> None:
        """Somebody may be there. `device`: who, if that was said."""
        target = self._targets.get(address)
        if target is None:
            if len(self._targets) >= MOST:
                return
            target = self._targets[address] = _Target()
        if device and not target.typed:
            target.device = device

    def to_call(self, now_ms: int, linked: Collection[str]) -> list[Address]:
        """Addresses whose turn it is; they count as being called."""
        due = [
            address
            for address, target in self._targets.items()
            if not (target.calling or target.itself or target.device in linked) and target.next_ms <= now_ms
        ]
        for address in due:
            self._targets[address].calling = True
        return due

    def is_at(self, address: Address, device: str) -> None:
        """It was reached, and is that."""
        if (target := self._targets.get(address)) is not None:
            target.device, target.failures, target.calling, target.next_ms = device, 0, False, 0

    def not_reached(self, address: Address, now_ms: int, *, unwelcome: bool = False, itself: bool = False) -> None:
        """Nobody answered there, or nobody to talk to, or this terminal itself."""
        target = self._targets.get(address)
        if target is None:
            return
        target.calling, target.itself, target.unwelcome = False, itself, unwelcome
        target.next_ms = now_ms + (UNWELCOME_MS if unwelcome else AGAIN_MS)
        target.failures += 1
        if not target.typed:
            if not itself:
                target.device = ""
            if target.failures >= FAILURES_MOST:
                del self._targets[address]

    def hurry(self) -> None:
        """The network has changed: whoever did not answer is called again now."""
        for target in self._targets.values():
            if not target.unwelcome:
                target.next_ms = 0
