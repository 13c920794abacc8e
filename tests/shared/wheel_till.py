"""A till with a wheel: leases as HQ signs them, the terminal's secrets, its own key, and a beacon's rounds."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kiosk.adapters.keys.code_signer import DeviceCodeSigner
from kiosk.application.draws.wheel_outcomes import SpinWay, Spun
from kiosk.application.sales.outcomes import Visit
from kiosk.application.service import CheckoutService
from kiosk.domain.draws.batch import Prize
from kiosk.domain.draws.beacon import QUICKNET, Round
from kiosk.domain.draws.encoding import jcs, signed_bytes
from kiosk.domain.draws.sealed import Tapes
from kiosk.domain.draws.wheel import Lease, opening_body, tape, tape_root, tape_seed, terminal_commitment
from kiosk.domain.draws.wheel_facts import WHEEL_CLOSED, WHEEL_OPENED, WheelClosed, WheelOpened, Why
from kiosk.domain.journal.facts import Fact
from kiosk.domain.refusals import Refusal
from kiosk.domain.staff.actors import Customer
from kiosk.domain.tokens import TokenKind
from kiosk.protocol import signed_texts
from kiosk.protocol.rows import KeyRow, TerminalRow
from kiosk.protocol.tokens.cose import key_id_of
from tests.shared.till import HQ, LONG_AGO, Till

DEVICE = Ed25519PrivateKey.from_private_bytes(bytes([7]) * 32)
VOUCHER = Ed25519PrivateKey.from_private_bytes(bytes([9]) * 32)
"""HQ's key that vouches for terminals: it signs no rules."""
CUSTOMER = Customer()
DAY_S = 86_400

WHEEL = """
draws: [{id: grand, name: NAME, at: "20:00", days: [2026-03-31],
  prizes: [{code: phone, name: NAME, count: 1, value: 9000}]}]
mall: [{id: a-spin, name: NAME}]
wheels:
  - id: lucky
    name: NAME
    tickets: {draw: grand, count: 2}
    prizes:
      - {code: cash, name: NAME, count: 40, packets: {budget: 400, least: 1, most: 88}}
      - {code: mug, name: NAME, count: 20, value: 90}
      - {code: thanks, name: NAME, count: 40, thanks: true}
stock: [{id: mug, name: NAME, value: 90, quantity: 1000}]
rules:
  - {id: daily, name: NAME, when: seen, give: [{spins: lucky}], limits: [{most: 1, per: [member, day]}]}
  - id: bought
    name: NAME
    when: purchased
    give: [{spins: {wheel: lucky, count: 3}}, {tickets: {draw: grand, count: 3}}]
  - {id: spin-points, name: NAME, when: {event: points_spent, ref: a-spin, points: 50}, give: [{spins: lucky}]}
  - id: w-cash
    name: NAME
    when: {event: spun, ref: lucky, part: cash}
    give: [{rebate: {percent: 100}}]
    on_void: keep
  - {id: w-mug, name: NAME, when: {event: spun, ref: lucky, part: mug}, give: [{gift: mug}], on_void: keep}
  - {id: w-thanks, name: NAME, when: {event: spun, ref: lucky, part: thanks}, give: [{points: 2}], on_void: keep}
  - {id: w-grand, name: NAME, when: {event: won, ref: grand}, give: [{points: 1}]}
"""
"""A spin a day, three with each purchase, for 50 points, or for two tickets of a draw."""


def secret_of(wheel: str, seq: int) -> bytes:
    """What the terminal commits itself to before the lease of that number."""
    return hashlib.sha256(f"{wheel}/{seq}".encode()).digest()


class WheelTill(Till):
    """Everything of a till, and what a wheel takes."""

    def __init__(self, folder: Path | None = None, **options: Any) -> None:
        super().__init__(folder, **options)
        self.secrets: dict[str, bytes] = {}
        self.tapes: dict[str, list[str]] = {}
        """What HQ, and everybody else, may not know: the slots of each lease."""
        seed = DEVICE.private_bytes_raw
        self.context = replace(self.context, tapes=Tapes(self._secret), signer=DeviceCodeSigner(seed))
        self.service = CheckoutService(self.context)
        vouching = VOUCHER.public_key().public_bytes_raw().hex()
        kinds = tuple(kind.value for kind in TokenKind)
        self.put("chain/keys", "bb", KeyRow("bb", vouching, LONG_AGO, datetime(2099, 1, 1, tzinfo=UTC), None, kinds))
        self._terminal(None)

    def _terminal(self, revoked_at: datetime | None) -> None:
        public = DEVICE.public_key().public_bytes_raw()
        row = TerminalRow("d-01", "N01", "N01-1", public.hex(), revoked_at, signed_by="bb")
        row = replace(row, signature=VOUCHER.sign(signed_texts.terminal(row)).hex())
        self.put("chain/terminals", f"{key_id_of(public).hex()}/d-01", row)

    def withdraws_the_key(self) -> None:
        """HQ takes the terminal out of service, now."""
        self._terminal(self.context.now())

    def _secret(self, op: str) -> bytes:
        return self.secrets[op]

    def opens(
        self,
        counts: Mapping[str, int],
        *,
        campaign: str = "test",
        wheel: str = "lucky",
        lasts_s: int = 30 * DAY_S,
        seq: int = 1,
        acked: bool = True,
    ) -> str:
        """A lease comes, its round is out, its root is published; gives its id."""
        op, nt = f"w-{seq}", secret_of(wheel, seq)
        beacon = hashlib.sha384(nt).digest()
        now = self.clock.now // 1000
        lease = Lease(
            campaign=campaign,
            lease_id=f"{wheel}.{seq}",
            terminal="d-01",
            seq=seq,
            counts=tuple(Prize(code, n) for code, n in counts.items()),
            commit_terminal=terminal_commitment(nt).hex(),
            beacon=Round(QUICKNET.hash, 1000 + seq),
            valid_from=now - 60,
            valid_to=now + lasts_s,
            rules_hash=bytes(32).hex(),
        )
        self.secrets[op] = nt
        codes = self.tapes[lease.lease_id] = tape(lease.counts, tape_seed(lease.hash(), nt, beacon))
        root = tape_root(lease.lease_id, codes, nt)
        said = WheelOpened(
            lease=lease.lease_id,
            op=op,
            campaign=campaign,
            wheel=wheel,
            body=jcs(lease.body()).decode(),
            key_id="aa",
            signature=HQ.sign(signed_bytes(lease.body())).hex(),
            beacon=beacon.hex(),
            root=root.hex(),
            root_signature=DEVICE.sign(signed_bytes(opening_body(lease, root))).hex(),
            size=lease.size,
        )
        fact = self.ledger.run(lambda tx: tx.append(WHEEL_OPENED, "system", WHEEL_OPENED.write(said)))
        if acked:
            self.hq_has(fact)
        return lease.lease_id

    def hq_has(self, fact: Fact) -> None:
        """HQ acknowledged the journal up to a fact."""
        self.ledger.run(lambda tx: tx.set_meta("acked", str(fact.seq)))

    def closes(self, lease: str, why: Why = Why.EXPIRED) -> None:
        """The sync closes a lease."""

        def close(tx: Any) -> None:
            held = tx.wheel_lease(lease)
            said = WheelClosed(lease=lease, nt=self.secrets[held.op].hex(), used=held.used, why=why)
            tx.append(WHEEL_CLOSED, "system", WHEEL_CLOSED.write(said))

        self.ledger.run(close)

    def stands(self, who: str) -> Visit:
        """A member who has proven who they are stands at the terminal."""
        return self._proven(who)

    def spins(
        self, who: str, way: SpinWay = SpinWay.FREE, *, campaign: str = "test", wheel: str = "lucky"
    ) -> Spun | Refusal:
        """They spin."""
        self.clock.advance(1_000)
        return self.service.spin(self.stands(who), campaign, wheel, way, CUSTOMER)
