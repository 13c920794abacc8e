"""A campaign with a wheel, a beacon of the test's own, and a terminal's side of a lease, as a test plays it."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import msgspec

from kiosk.demo.beacon import DemoBeacon
from kiosk.domain.campaigns.facts import WHEEL_SPUN
from kiosk.domain.draws.wheel import Lease, lease_of, opening_body, tape, tape_root, tape_seed, terminal_commitment
from kiosk.domain.draws.wheel_facts import WHEEL_CLOSED, WHEEL_OPENED
from kiosk.domain.draws.wheel_stock import read_code
from kiosk.hq.headquarters import Headquarters
from kiosk.protocol.draws.signatures import sign_body
from kiosk.protocol.wire.messages import WheelAsk, WheelLeased
from tests.unit.hq.rig import NOON_MS, Terminal

CAMPAIGN, WHEEL = "autumn", "lucky"
RULES = """
wheels:
  - id: lucky
    name: NAME
    prizes:
      - {code: grand, name: NAME, count: GRAND, value: 500}
      - {code: mug, name: NAME, count: 9, value: 50}
      - {code: thanks, name: NAME, count: 90, thanks: true}
rules:
  - {id: daily, name: NAME, when: seen, give: [{spins: lucky}], limits: [{most: 1, per: [member, day]}]}
  - {id: mug, name: NAME, when: {event: spun, ref: lucky, part: mug}, give: [{points: 10}]}
"""
RELAY = "http://127.0.0.1:9"


def rules(grand: int = 1) -> str:
    """100 slots, of which `grand` + 9 are prizes."""
    return RULES.replace("GRAND", str(grand))


@cache
def beacon(genesis: int = NOON_MS // 1000 - 3_600) -> DemoBeacon:
    """A chain of the tests' own."""
    return DemoBeacon(b"tests", genesis)


def goes_by(hq: Headquarters, made: DemoBeacon, relays: Sequence[str] = (RELAY,)) -> None:
    """HQ goes by this beacon."""
    hq.wheels.set_beacon({"relays": list(relays), "chain": made.chain.body()}, "test")


def comes_out(hq: Headquarters, made: DemoBeacon, lease: Lease) -> bool:
    """The round that a lease waits for, as somebody keys it in at HQ."""
    return hq.wheels.put_round(lease.beacon.round, made.signature(lease.beacon.round))


@dataclass
class Tape:
    """A lease at a terminal in a test, its tape known."""

    till: Terminal
    op: str
    nt: bytes
    answer: WheelLeased
    codes: list[str] = field(default_factory=list)
    used: int = 0

    @property
    def lease(self) -> Lease:
        return lease_of(msgspec.json.decode(self.answer.body))

    @property
    def id(self) -> str:
        return self.lease.lease_id

    def opened(self, made: DemoBeacon, **changes: Any) -> Tape:
        """The round is out: build the tape, and journal what is published of it."""
        lease, signature = self.lease, made.signature(self.lease.beacon.round)
        self.codes = tape(lease.counts, tape_seed(lease.hash(), self.nt, signature))
        root = tape_root(lease.lease_id, self.codes, self.nt)
        body = {
            "lease": self.id,
            "op": self.op,
            "campaign": CAMPAIGN,
            "wheel": WHEEL,
            "body": self.answer.body,
            "key_id": self.answer.key_id.hex(),
            "signature": self.answer.signature.hex(),
            "beacon": signature.hex(),
            "root": root.hex(),
            "root_signature": sign_body(self.till.key, opening_body(lease, root)).hex(),
            "size": lease.size,
        }
        self.till.fact(WHEEL_OPENED, body | changes)
        return self

    def spins(self, count: int = 1, *, member: str = "m1") -> Tape:
        """The next slots are taken."""
        for _ in range(count):
            self.spin(self.used, member=member)
            self.used += 1
        return self

    def spin(self, j: int, *, member: str = "m1", code: str = "") -> int:
        """Journal that slot j is taken; gives the fact's seq."""
        part, amount = read_code(code or self.codes[j])
        body = {"member": member, "ref": WHEEL, "part": part, "amount": amount, "lease": self.id, "j": j}
        return self.till.fact(WHEEL_SPUN, body)

    def closed(self, why: str = "over", **changes: Any) -> Tape:
        """Journal the closing."""
        self.till.fact(WHEEL_CLOSED, {"lease": self.id, "nt": self.nt.hex(), "used": self.used, "why": why} | changes)
        return self


def secret(op: str) -> bytes:
    """The test's own nT of an exchange."""
    return hashlib.sha256(op.encode()).digest()


def asks(till: Terminal, op: str, want: int = 20, *, wheel: str = WHEEL, nt: bytes | None = None) -> Any:
    """The whole answer of HQ."""
    commitment = terminal_commitment(nt or secret(op))
    request = WheelAsk(op=op, campaign=CAMPAIGN, wheel=wheel, commitment=commitment, want=want)
    return till.call("POST", "/v1/wheels/ask", request)


def leased(till: Terminal, op: str, want: int = 20) -> Tape:
    """A lease."""
    nt = secret(f"{till.device}/{op}")
    commitment = terminal_commitment(nt)
    request = WheelAsk(op=op, campaign=CAMPAIGN, wheel=WHEEL, commitment=commitment, want=want)
    return Tape(till, op, nt, till.ok("/v1/wheels/ask", request, WheelLeased))
