"""Desks in one process: real ledgers in memory, real conversations, and a network that does what a test says."""

from __future__ import annotations

import random
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any, Protocol

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kiosk.adapters.db.ledger import LedgerTransaction, SqlLedger
from kiosk.adapters.db.memory import memory_ledger
from kiosk.adapters.lan.exchange import Conversation, Exchange, first_words
from kiosk.adapters.lan.trust import Trust
from kiosk.application.ports.ledger import Identity
from kiosk.domain.campaigns.facts import REWARDS_DECIDED
from kiosk.protocol import signed_texts
from kiosk.protocol.lan import LENGTH_BYTES, Frame, packed, unpacked
from tests.fakes import KEY, ManualClock

STORE = "N01"
OF_PEERS = ("peer_sale", "peer_member_fact", "peer_count")


def key_of(device: str) -> Ed25519PrivateKey:
    """The key of a desk of that name."""
    return Ed25519PrivateKey.from_private_bytes(device.encode().ljust(32, b"-")[:32])


class Vouched(Trust):
    """HQ has vouched for these, and for nobody else."""

    def __init__(self, devices: Iterable[str]) -> None:
        self.devices = set(devices)

    def holds(self, device: str, signature: bytes, text: bytes) -> bool | None:
        if device not in self.devices:
            return None
        return signed_texts.holds(key_of(device).public_key().public_bytes_raw(), signature, text)

    def knows(self, device: str) -> bool:
        return device in self.devices

    def name_of(self, device: str) -> str:
        return device.upper()


class Desk:
    """A desk with its ledger."""

    def __init__(self, device: str, trust: Trust, clock: ManualClock | None = None) -> None:
        self.device, self.trust = device, trust
        self.clock = clock or ManualClock()
        self.ledger: SqlLedger = memory_ledger(KEY, self.clock, threaded=False)
        self.ledger.run(lambda tx: tx.begin_epoch(Identity(device, device, STORE, 1, "https://hq.example"), "enrolled"))
        self.exchange = self.started()
        self.told = 0

    def started(self) -> Exchange:
        """The program starts (again)."""
        self.exchange = Exchange(self.ledger, self.device, self.trust, key_of(self.device).sign, self.clock)
        return self.exchange

    def tell(self, count: int = 1, *, pad: int = 0) -> None:
        """Journal so many facts, each of which counts one of a limit. `pad`: bytes that make each longer."""
        for _ in range(count):
            self.told += 1
            body: dict[str, Any] = {
                "member": f"m-{self.told % 5}",
                "takes": [["total:spring/gift#0", 1]],
                "coupons": [],
                "rights": ["x" * pad] if pad else [],
            }
            self.clock.advance(1_000)
            self.ledger.run(lambda tx, body=body: tx.append(REWARDS_DECIDED, "s-1", body))  # type: ignore[misc]

    def set_back(self, epoch: int, acked: int) -> None:
        """It goes on in a new epoch, with what HQ has not acknowledged."""

        def begin(tx: LedgerTransaction) -> None:
            identity = tx.identity()
            assert identity is not None
            tx.set_meta("acked", str(acked))
            tx.begin_epoch(replace(identity, epoch=epoch), "restored")

        self.ledger.run(begin)

    def counted(self) -> int:
        """Facts of all desks, as this one counts them."""
        return self.ledger.run(lambda tx: tx.shared("limit:spring/gift/total"))

    def heads(self) -> dict[str, tuple[int, int, bytes]]:
        """Up to where every journal is here."""
        return {device: (place.epoch, place.seq, place.hash) for device, place in self.exchange.places().items()}

    def of_peers(self) -> dict[str, list[Any]]:
        """State that follows from other desks' facts."""
        return self.ledger.run(
            lambda tx: {n: tx._connection.execute(f"SELECT * FROM {n}").fetchall() for n in OF_PEERS}
        )

    def close(self) -> None:
        self.ledger.close()


class Speaks(Protocol):
    """Whoever takes part."""

    device: str
    exchange: Exchange


class Wire:
    """A connection of two desks, whose frames are bytes; `fate` says for each how often it arrives and whether it
    overtakes others."""

    def __init__(self, one: Speaks, other: Speaks, fate: Callable[[], tuple[int, bool]] = lambda: (1, False)) -> None:
        self.ends = (one, other)
        self.fate = fate
        self.talk = (Conversation(one.exchange, other.device), Conversation(other.exchange, one.device))
        self.flying: tuple[deque[bytes], deque[bytes]] = (deque(), deque())
        self.sent = 0
        self.told_all()

    def told_all(self) -> None:
        """A second is over: both say what they have."""
        for side in (0, 1):
            self.send(side, first_words(self.talk[side]))

    def send(self, side: int, frames: Sequence[Frame]) -> None:
        """From this side to the other."""
        for frame in frames:
            self.sent += 1
            times, overtakes = self.fate()
            for _ in range(times):
                line = self.flying[side]
                (line.appendleft if overtakes else line.append)(packed(frame))

    def step(self) -> bool:
        """One frame each way, and what comes of it; False when nothing is on its way."""
        moved = False
        for side in (0, 1):
            self.send(side, self.talk[side].more())
        for side in (0, 1):
            if self.flying[side]:
                moved = True
                frame = unpacked(self.flying[side].popleft()[LENGTH_BYTES:])
                self.send(1 - side, self.talk[1 - side].heard(frame))
        return moved

    def end(self) -> None:
        """The connection is cut."""
        for talk in self.talk:
            talk.ended()


def settle(wires: Sequence[Wire], *, most: int = 3_000) -> None:
    """Until nothing moves any more."""
    for _ in range(most):
        if not sum(wire.step() for wire in wires):
            return
    raise AssertionError("they never come to rest")


def desks_of(*devices: str) -> list[Desk]:
    trust = Vouched(devices)
    return [Desk(device, trust) for device in devices]


def whims(rng: random.Random) -> Callable[[], tuple[int, bool]]:
    """A network that loses, repeats and reorders."""
    return lambda: (rng.choice((0, 1, 1, 1, 2, 3)), rng.random() < 0.3)
