"""A headquarters with a clock, chance and keys of the test's own, and terminals that speak the wire to it."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kiosk.domain.coupons.facts import RIGHTS_CHANGED
from kiosk.domain.coupons.model import Benefit, BenefitKind, Coupon, CouponTemplate
from kiosk.domain.journal import facts
from kiosk.domain.journal.facts import Fact
from kiosk.domain.sales.facts import SALE_COMPLETED, SALE_VOIDED
from kiosk.domain.stores import CampaignHeader, Store
from kiosk.domain.texts import LocalText
from kiosk.domain.time import Clock, millis
from kiosk.hq.headquarters import Headquarters
from kiosk.hq.ports import HqSettings
from kiosk.hq.rows.buckets import Bucket
from kiosk.hq.rows.publish import RowChange
from kiosk.hq.store.database import Database
from kiosk.hq.store.schema import CHAIN
from kiosk.hq.wire.app import WireResponse
from kiosk.protocol.rows import CouponRow, terminal_buckets
from kiosk.protocol.wire import encoding as wire
from kiosk.protocol.wire.messages import (
    ChallengeAnswer,
    ChallengeRequest,
    EnrollAnswer,
    EnrollRequest,
    PullAnswer,
    PullRequest,
    PushAnswer,
    PushRefused,
    PushRequest,
    RedeemAnswer,
    RedeemRequest,
    SessionAnswer,
    SessionRequest,
)

T = TypeVar("T", bound=msgspec.Struct)
NOON = datetime(2026, 10, 1, 4, 0, tzinfo=UTC)  # noon in Taipei
NOON_MS = millis(NOON)
STORES = ("s1", "s2")


class TestClock:
    """Stands still until told."""

    __test__ = False

    def __init__(self, now: int = NOON_MS) -> None:
        self.now = now

    def now_ms(self) -> int:
        return self.now

    def mono_ms(self) -> int:
        return self.now

    def boot_id(self) -> str:
        return "boot"


class SeededChance:
    """The same bytes in every run."""

    def __init__(self, seed: int = 1) -> None:
        self._random = random.Random(seed)

    def bytes(self, count: int) -> bytes:
        return self._random.randbytes(count)

    def uniform(self, low: float, high: float) -> float:
        return self._random.uniform(low, high)


class MemoryVault(dict[str, bytes]):
    """Private keys of a test."""

    def put(self, name: str, secret: bytes) -> None:
        self[name] = secret


def words(text: str) -> LocalText:
    return LocalText(text, text, text)


def template(name: str = "t1", **changes: Any) -> CouponTemplate:
    base = CouponTemplate(
        id=name,
        name=words("折"),
        campaign="k1",
        benefit=Benefit(BenefitKind.FIXED, off=10_000),
        valid_from=NOON - timedelta(days=10),
        valid_until=NOON + timedelta(days=10),
    )
    return replace(base, **changes)


def coupon(name: str, *, template: str = "t1", **changes: Any) -> Coupon:
    fields: dict[str, Any] = {
        "not_before": NOON - timedelta(days=1),
        "expires": NOON + timedelta(days=5),
        "member": "m1",
        **changes,
    }
    return Coupon(name, template, **fields)


def put(place: str, subject: str, row_id: str, row: object | None) -> RowChange:
    return RowChange(Bucket(place, subject), row_id, row)


def headquarters(folder: Path, clock: TestClock | None = None, settings: HqSettings | None = None) -> Headquarters:
    """Two stores, one campaign, one single-use template and coupons c0 … c9 of members of s1."""
    database, secrets = _freshly_made()
    path = folder / "hq.db"
    path.write_bytes(database)
    vault = MemoryVault(secrets)
    return Headquarters(Database(path), clock or TestClock(), SeededChance(2), vault, folder / "snapshots", settings)


@cache
def _freshly_made() -> tuple[bytes, dict[str, bytes]]:
    """The database and the keys with which every test begins, made once."""
    with tempfile.TemporaryDirectory() as name:
        folder, vault = Path(name), MemoryVault()
        hq = Headquarters(Database(folder / "hq.db"), TestClock(), SeededChance(), vault, folder)
        _fill(hq)
        hq.database.close()
        return (folder / "hq.db").read_bytes(), dict(vault)


def _fill(hq: Headquarters) -> None:
    changes = [put(CHAIN, "stores", name, Store(name, words(name), "Asia/Taipei", "TWD", "r")) for name in STORES]
    campaign = CampaignHeader("k1", words("k"), NOON - timedelta(days=20), NOON + timedelta(days=20))
    changes += [put(CHAIN, "campaigns", "k1", campaign), put(CHAIN, "templates", "t1", template())]
    changes += [put("s1", "coupons", f"c{n}", CouponRow(coupon(f"c{n}"), "KC1:")) for n in range(10)]
    hq.publish(changes)


@dataclass
class Terminal:
    """A terminal in a test: its key, its chain, its session."""

    hq: Headquarters
    clock: Clock
    key: Ed25519PrivateKey
    device: str = ""
    store: str = ""
    epoch: int = 0
    chain: list[tuple[bytes, bytes]] = field(default_factory=list)
    token: str = ""
    acked: int = 0
    fast: int = 0  # how far its clock goes before HQ's, in ms

    @classmethod
    def enrolled(
        cls, hq: Headquarters, store: str = "s1", *, seed: int = 7, clock: TestClock | None = None
    ) -> Terminal:
        """A terminal that took part and opened a session."""
        made = cls.machine(hq, clock or hq.context.clock, seed=f"{store}{seed}")
        code = hq.enroll_code(store)
        assert code is not None
        made.take_part(made.ok("/v1/enroll", made.enroll_request(code), EnrollAnswer))
        made.open_session()
        return made

    @classmethod
    def machine(cls, hq: Headquarters, clock: Clock, *, seed: str = "machine") -> Terminal:
        """A machine that was not enrolled yet."""
        return cls(hq, clock, Ed25519PrivateKey.from_private_bytes(random.Random(seed).randbytes(32)))

    @property
    def public_key(self) -> bytes:
        return self.key.public_key().public_bytes_raw()

    def enroll_request(self, code: str, **more: Any) -> EnrollRequest:
        return EnrollRequest(code=code, public_key=self.public_key, app_version="1.0", **more)

    def take_part(self, answer: EnrollAnswer) -> None:
        self.device, self.store, self.epoch = answer.device, answer.store, answer.epoch
        self.chain, self.acked = [], 0

    def start_over(self, code: str, common: int = 0) -> None:
        """Re-enrol with a new, empty epoch."""
        proof = self.key.sign(b"re-enroll/" + self.device.encode() + b"/" + code.encode())
        request = self.enroll_request(code, device=self.device, signature=proof, common_seq=common)
        self.take_part(self.ok("/v1/enroll", request, EnrollAnswer))
        self.open_session()

    def open_session(self) -> SessionAnswer:
        challenge = self.ok("/v1/session/challenge", ChallengeRequest(device=self.device), ChallengeAnswer)
        proof = self.key.sign(b"session/" + self.device.encode() + b"/" + challenge.nonce)
        request = SessionRequest(device=self.device, nonce=challenge.nonce, signature=proof)
        answer = self.ok("/v1/session", request, SessionAnswer)
        self.token = answer.token
        return answer

    # --- the wire -----------------------------------------------------------------------------------------

    def call(self, method: str, path: str, message: msgspec.Struct | None = None, **headers: str) -> WireResponse:
        sent = {"authorization": f"Bearer {self.token}", "content-type": wire.MSGPACK, **headers}
        return self.hq.wire.handle(method, path, sent, b"" if message is None else wire.encode(message))

    def ok(self, path: str, message: msgspec.Struct, kind: type[T]) -> T:
        response = self.call("POST", path, message)
        assert response.status == 200, response
        return read(response, kind)

    # --- facts --------------------------------------------------------------------------------------------

    def fact(self, kind: str, body: Mapping[str, Any], *, hlc: int | None = None, actor: str = "s-1") -> int:
        """Journal a fact; its seq."""
        seq = len(self.chain) + 1
        now = self.clock.now_ms() + self.fast
        made = Fact(self.epoch, seq, kind, hlc or (now << 16) + seq, now, -self.fast, "b", now, actor, body)
        return self.raw(facts.encode(made))

    def carry(self, data: bytes) -> int:
        """Journal a fact of an epoch before anew, as a terminal does that is not sure of it."""
        return self.raw(facts.encode(replace(facts.decode(data), epoch=self.epoch, seq=len(self.chain) + 1)))

    def raw(self, data: bytes) -> int:
        """Journal bytes as they are."""
        seq = len(self.chain) + 1
        before = self.chain[-1][1] if self.chain else facts.genesis(self.device, self.epoch)
        self.chain.append((data, facts.link(before, seq, data)))
        return seq

    def sale(
        self,
        txn: str,
        *coupons: str,
        right: str = "held",
        op: str | None = None,
        hlc: int | None = None,
        member: str = "m1",
    ) -> int:
        """Journal a sale with these coupons of template t1."""
        rows = [
            {"id": name, "template": "t1", "member": member, "value": 10_000, "right": right, "op": op}
            for name in coupons
        ]
        body = {"txn": txn, "receipt": "R1", "member": member, "amount": 50_000, "total": 40_000, "currency": "TWD"}
        return self.fact(SALE_COMPLETED, {**body, "coupons": rows, "lines": []}, hlc=hlc)

    def void(self, txn: str) -> int:
        return self.fact(SALE_VOIDED, {"txn": txn, "reason": "wrong_amount"})

    def batch(self, first: int, last: int) -> PushRequest:
        before = self.chain[first - 2][1] if first > 1 else facts.genesis(self.device, self.epoch)
        return PushRequest(
            device=self.device,
            epoch=self.epoch,
            first=first,
            prev_hash=before,
            last_hash=self.chain[last - 1][1] if last >= first else before,
            facts=tuple(data for data, _ in self.chain[first - 1 : last]),
        )

    def push(self) -> PushAnswer:
        """Push what HQ has not acknowledged."""
        answer = self.ok("/v1/push", self.batch(self.acked + 1, len(self.chain)), PushAnswer)
        self.acked = answer.acked
        return answer

    def push_refused(self, request: PushRequest) -> PushRefused:
        response = self.call("POST", "/v1/push", request)
        assert response.status == 409, response
        return read(response, PushRefused)

    # --- rows and claims ----------------------------------------------------------------------------------

    def pull(self, bucket: str, cursor: int = 0, limit: int = 500) -> PullAnswer | None:
        """One page of one bucket; None when nothing is new."""
        request = PullRequest(device=self.device, cursors={bucket: cursor}, limit=limit)
        response = self.call("POST", "/v1/pull", request)
        if response.status == 204:
            return None
        assert response.status == 200, response
        return read(response, PullAnswer)

    def rows(self, bucket: str) -> dict[str, Any]:
        """A bucket's rows as JSON, after every page."""
        found: dict[str, Any] = {}
        cursor = 0
        while (answer := self.pull(bucket, cursor)) is not None:
            for row in answer.pages[0].rows:
                found.pop(row.id, None)
                if row.data is not None:
                    found[row.id] = msgspec.json.decode(row.data)
            cursor = answer.pages[0].cursor
        return found

    @property
    def rights_bucket(self) -> str:
        return f"device/{self.device}/rights"

    @property
    def buckets(self) -> Sequence[str]:
        return terminal_buckets(self.store, self.device)

    def give_back(self, *coupons: str) -> None:
        """Journal and push that these rights were given back."""
        self.fact(RIGHTS_CHANGED, {"grant": [], "revoke": list(coupons)})
        self.push()

    def claim_raw(self, op: str, name: str, txn: str, template: str = "t1") -> WireResponse:
        request = RedeemRequest(op=op, coupon=name, template=template, txn=txn, value=10_000)
        return self.call("POST", "/v1/ops/redeem", request)

    def claim(self, op: str, name: str, txn: str) -> RedeemAnswer:
        response = self.claim_raw(op, name, txn)
        assert response.status == 200, response
        return read(response, RedeemAnswer)

    def ask(self, op: str) -> WireResponse:
        return self.call("GET", f"/v1/ops/{op}")


def read(response: WireResponse, kind: type[T]) -> T:
    return wire.decode(
        response.body, kind, response.headers["content-type"], encoding=response.headers.get("content-encoding")
    )
