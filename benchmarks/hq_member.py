"""How long HQ takes for one more sale of a member with a long history, and how long it keeps others from writing while
the first campaign is published over the sales of years.

    python -m benchmarks.hq_member [--quick] [--json FILE]

One process, HQ's own wire without sockets. Members' lengths take turns, so that what else the machine does hits all
alike: ratios count. `push` is what HQ does with the facts, `whole` is that and the member's rewards counted anew.
Publishing: every time a transaction that writes is open, from its beginning to its commit, is measured.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from benchmarks.common import write_json
from kiosk.adapters.clock import SystemClock
from kiosk.demo.chain.build import build_demo
from kiosk.domain.journal import facts
from kiosk.domain.journal.facts import Fact
from kiosk.domain.sales.facts import SALE_COMPLETED
from kiosk.hq.headquarters import Headquarters
from kiosk.hq.store.database import Database, Tx
from kiosk.protocol import signed_texts
from kiosk.protocol.wire import encoding as wire
from kiosk.protocol.wire import messages as m

BATCH = 200
LENGTHS = (10, 100, 1_000, 8_000)
NAME = "{zh_TW: 規則, zh_CN: 规则, en: Rule}"


class Chance:
    """Ids from the system."""

    def bytes(self, count: int) -> bytes:
        """Random bytes."""
        import secrets

        return secrets.token_bytes(count)

    def uniform(self, low: float, high: float) -> float:
        """The middle."""
        return (low + high) / 2


class Vault(dict[str, bytes]):
    """Keys in memory."""

    def put(self, name: str, secret: bytes) -> None:
        """Keep a key."""
        self[name] = secret


class Timed(Database):
    """Notes how long each writing transaction was open, in seconds."""

    def __init__(self, where: Path) -> None:
        super().__init__(where)
        self.held: list[float] = []

    @contextmanager
    def write(self) -> Iterator[Tx]:
        """As HQ's, with a watch. It begins when the transaction does."""
        whole: AbstractContextManager[Tx] = super().write()
        with whole as tx:
            began = time.perf_counter()
            try:
                yield tx
                tx.finish()
            finally:
                self.held.append(time.perf_counter() - began)


class Till:
    """A terminal that tells of sales."""

    def __init__(self, hq: Headquarters, store: str) -> None:
        self._hq, self._headers = hq, {"content-type": wire.MSGPACK}
        key = Ed25519PrivateKey.generate()
        code = hq.enroll_code(store)
        assert code is not None
        request = m.EnrollRequest(code=code, public_key=key.public_key().public_bytes_raw(), app_version="bench")
        self.device = self._ask("/v1/enroll", request, m.EnrollAnswer).device
        nonce = self._ask("/v1/session/challenge", m.ChallengeRequest(device=self.device), m.ChallengeAnswer).nonce
        proof = key.sign(signed_texts.session(self.device, nonce))
        opened = m.SessionRequest(device=self.device, nonce=nonce, signature=proof)
        token = self._ask("/v1/session", opened, m.SessionAnswer).token
        self._headers["authorization"] = f"Bearer {token}"
        self.seq, self._hash = 0, facts.genesis(self.device, 1)
        self._stamp = SystemClock().now_ms() << 16

    def _ask(self, path: str, message: msgspec.Struct, kind: type[Any]) -> Any:
        answer = self._hq.wire.handle("POST", path, self._headers, wire.encode(message))
        if answer.status != 200:
            raise SystemExit(f"{path} answered {answer.status}")
        return wire.decode(answer.body, kind, answer.headers["content-type"])

    def tells(self, members: Sequence[str], *, queue: int) -> float:
        """Push a sale of each of these; `queue`: as if so many facts were to come. Gives the seconds it took."""
        before, first, raw = self._hash, self.seq + 1, []
        now = SystemClock().now_ms()
        for member in members:
            self.seq, self._stamp = self.seq + 1, self._stamp + 1
            body = {"txn": f"{self.device[-6:]}-{self.seq}", "receipt": f"R{self.seq}", "member": member}
            body |= {"amount": 50_000, "total": 50_000, "currency": "TWD", "coupons": [], "lines": []}  # type: ignore[dict-item]
            one = Fact(1, self.seq, SALE_COMPLETED, self._stamp, now, 0, "boot", now, "s-101", body)
            raw.append(facts.encode(one))
            self._hash = facts.link(self._hash, self.seq, raw[-1])
        request = m.PushRequest(
            device=self.device,
            epoch=1,
            first=first,
            prev_hash=before,
            last_hash=self._hash,
            facts=tuple(raw),
            health=m.Health(app_version="bench", queue=queue),
        )
        began = time.perf_counter()
        self._ask("/v1/push", request, m.PushAnswer)
        return time.perf_counter() - began


def campaign() -> str:
    """Ten points a sale, five times a day; a coupon for each tenth sale."""
    day = datetime.now(UTC).date()
    first, last = day - timedelta(days=3), day + timedelta(days=30)
    return f"""
format: 1
id: bench
version: 1
jurisdiction: TW
currency: TWD
name: {NAME}
summary: {NAME}
terms: {NAME}
organiser: {{name: {NAME}, contact: 0800-000-123}}
phases:
  - {{id: main, kind: main, name: {NAME}, starts: {first} 00:00, ends: {last} 00:00}}
coupons:
  - {{id: ten, name: {NAME}, off: 10, valid_days: 30}}
rules:
  - {{id: points, name: {NAME}, when: purchased, give: [{{points: 10}}], limits: [{{most: 5, per: [member, day]}}]}}
  - {{id: tenth, name: {NAME}, when: {{event: purchased, n: 10, every: true}}, give: [{{coupon: ten}}]}}
"""


def _hq(folder: Path, members: int) -> tuple[Headquarters, Timed, list[str]]:
    database = Timed(folder / "hq.db")
    hq = Headquarters(database, SystemClock(), Chance(), Vault(), folder)
    chain = build_demo(hq, lambda pin: f"bench:{pin}", seed=1, members=members)
    return hq, database, [row.id for row in chain.members if row.home_store == "xinyi"]


def member_push(folder: Path, lengths: Sequence[int], times: int) -> list[dict[str, Any]]:
    """One more sale of members with so many sales, in milliseconds."""
    hq, _database, members = _hq(folder, 60)
    hq.publish_campaign(campaign())
    till = Till(hq, "xinyi")
    people = dict(zip(lengths, members, strict=False))
    for length, member in people.items():
        for done in range(0, length, BATCH):
            till.tells([member] * min(BATCH, length - done), queue=10**6)
        till.tells([member], queue=0)  # counted once, with all it has
    spent: dict[tuple[int, str], list[float]] = {}
    for _ in range(times):
        for length, member in people.items():
            spent.setdefault((length, "push"), []).append(1000 * till.tells([member], queue=10**6))
            spent.setdefault((length, "whole"), []).append(1000 * till.tells([member], queue=0))
    hq.database.close()
    base = {what: statistics.median(spent[lengths[0], what]) for what in ("push", "whole")}
    rows = []
    for length in lengths:
        push, whole = (statistics.median(spent[length, what]) for what in ("push", "whole"))
        row = {"sales before": length, "push ms": round(push, 1), "whole ms": round(whole, 1)}
        rows.append(row | {"push ×": round(push / base["push"], 2), "whole ×": round(whole / base["whole"], 2)})
        print(rows[-1], flush=True)
    return rows


def publishing(folder: Path, sales: int) -> dict[str, Any]:
    """The first campaign over so many sales, a tenth of them of one card: how long others wait for the writer."""
    hq, database, members = _hq(folder, 600)
    till = Till(hq, "xinyi")
    told = [members[0] if at % 10 == 0 else members[at % len(members)] for at in range(sales)]
    for done in range(0, sales, BATCH):
        till.tells(told[done : done + BATCH], queue=10**6)
    usual = statistics.median(database.held[-50:])
    database.held.clear()
    began = time.perf_counter()
    hq.publish_campaign(campaign())
    whole, held = time.perf_counter() - began, sorted(database.held)
    hq.database.close()
    found = {
        "sales": sales,
        "whole s": round(whole, 1),
        "transactions": len(held),
        "longest s": round(held[-1], 3),
        "p99 s": round(held[int(len(held) * 0.99)], 3),
        "a push of 200 s": round(usual, 3),
        "longest in pushes": round(held[-1] / usual, 1),
    }
    print(found, flush=True)
    return found


def main(argv: Sequence[str] | None = None) -> dict[str, Any]:
    """Print the figures and return them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="up to 1,000 sales of a member; 8,000 sales in all")
    parser.add_argument("--json", type=Path, metavar="FILE")
    args = parser.parse_args(argv)
    figures: dict[str, Any] = {}
    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as two:
        figures["publishing"] = publishing(Path(two), 8_000 if args.quick else 80_000)
        figures["members"] = member_push(Path(one), LENGTHS[:3] if args.quick else LENGTHS, 3 if args.quick else 7)
    write_json(args.json, figures)
    return figures


if __name__ == "__main__":
    main()
