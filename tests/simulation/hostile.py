"""A terminal of another store with a key of its own, in the hands of somebody who means harm: it tells of what others
told, word for word or broken, as its own, and forges facts about other stores' members, coupons and shares, with stamps
of any time. Nothing of it may stop HQ or an honest till, or change anything beyond its own store."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy import select

from kiosk.domain.campaigns.facts import REWARDS_DECIDED, decision_in
from kiosk.domain.coupons.facts import RIGHTS_CHANGED
from kiosk.domain.facts import KINDS
from kiosk.domain.journal import facts
from kiosk.domain.journal.facts import Fact
from kiosk.domain.journal.hlc import COUNTER_BITS
from kiosk.domain.journal.kinds import EPOCH_BEGAN
from kiosk.domain.sales.facts import SALE_COMPLETED, SALE_VOIDED
from kiosk.hq.campaigns import recount
from kiosk.hq.rows.buckets import Bucket
from kiosk.hq.rows.publish import all_rows
from kiosk.hq.store.schema import CHAIN, redemption, sale
from kiosk.hq.store.schema import fact as fact_row
from kiosk.protocol import signed_texts
from kiosk.protocol.rows import RevocationRow
from kiosk.protocol.wire import encoding as wire
from kiosk.protocol.wire import messages as m
from tests.poison.bodies import COUPONS, MEMBERS, TXNS, broken, sound
from tests.simulation.invariants import Violation

if TYPE_CHECKING:
    from tests.simulation.run import Run
    from tests.simulation.world import World

STORE = "banqiao"
_HEARD = 40
_FORGED = 0.3
_MS = 1 << COUNTER_BITS
_STAMPS = (*(0, 1, 1 << 20) * 3, 400 * 86_400_000 * _MS, -400 * 86_400_000 * _MS, 2**61)
"""What is added to a stamp: far in the past and in the future, too."""

_OFTEN = (REWARDS_DECIDED, RIGHTS_CHANGED, SALE_COMPLETED, SALE_VOIDED)
_KINDS = [str(kind) for kind in KINDS if kind != EPOCH_BEGAN] + [*_OFTEN] * 8


class Hostile:
    """It knows every journal as far as HQ does; what HQ answers, it looks at only to go on."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._key = Ed25519PrivateKey.from_private_bytes(random.Random(f"{world.seed}/hostile").randbytes(32))
        code = world.hq.enroll_code(STORE, name="stolen")
        assert code is not None
        public = self._key.public_key().public_bytes_raw()
        answer = self._ask("/v1/enroll", m.EnrollRequest(code=code, public_key=public, app_version="sim"))
        self.device = wire.decode(answer.body, m.EnrollAnswer, answer.headers["content-type"]).device
        self._hash, self._seq = facts.genesis(self.device, 1), 0
        self._open: m.PushRequest | None = None
        self.told = 0

    def _ask(self, path: str, message: Any, **headers: str) -> Any:
        sent = {"content-type": wire.MSGPACK, **headers}
        return self._world.hand_over("POST", path, sent, wire.encode(message))

    def _session(self) -> str:
        answer = self._ask("/v1/session/challenge", m.ChallengeRequest(device=self.device))
        nonce = wire.decode(answer.body, m.ChallengeAnswer, answer.headers["content-type"]).nonce
        proof = self._key.sign(signed_texts.session(self.device, nonce))
        opened = self._ask("/v1/session", m.SessionRequest(device=self.device, nonce=nonce, signature=proof))
        return wire.decode(opened.body, m.SessionAnswer, opened.headers["content-type"]).token

    def tell(self, dice: random.Random) -> int:
        """Push a few facts in one batch, first what may have been lost. Gives how many. Raises HqUnreachable,
        and Violation when HQ does not keep and acknowledge them."""
        if self._open is None:
            self._open = self._batch(dice)
        self._push(self._open)
        told = len(self._open.facts)
        self._hash, self._seq, self._open = self._open.last_hash, self._seq + told, None
        self.told += told
        return told

    def _batch(self, dice: random.Random) -> m.PushRequest:
        said = self._heard()
        raw, before, seq = [], self._hash, self._seq
        for one in dice.sample(said, min(len(said), dice.randint(1, 6))):
            seq += 1
            kind, body = one.kind, one.body
            if dice.random() < _FORGED:
                kind = dice.choice(_KINDS)
                body = self._forged(dice, sound(dice, kind))
            elif dice.random() < 0.7:
                body = broken(dice, dict(one.body))
            stamp = max(0, min(2**63 - 1, one.hlc + dice.choice(_STAMPS)))
            made = Fact(1, seq, kind, stamp, one.at, 0, "boot", seq, "s-1", body)
            raw.append(facts.encode(made))
            before = facts.link(before, seq, raw[-1])
        return m.PushRequest(
            device=self.device,
            epoch=1,
            first=self._seq + 1,
            prev_hash=self._hash,
            last_hash=before,
            facts=tuple(raw),
            health=m.Health(app_version="sim", queue=0),
        )

    def _heard(self) -> list[Fact]:
        """What terminals told HQ lately: ids that nobody was told nobody can know."""
        found: list[Fact] = []
        with self._world.hq.database.read() as tx:
            for terminal in self._world.terminals.values():
                newest = select(fact_row.c.raw).where(fact_row.c.device == terminal.device)
                newest = newest.order_by(fact_row.c.epoch.desc(), fact_row.c.seq.desc()).limit(_HEARD)
                found += [facts.decode(bytes(raw)) for raw in tx.execute(newest).scalars()]
        return found

    def _forged(self, dice: random.Random, value: Any) -> Any:
        """The same about members, coupons and sales that there are, in campaigns that there are, and much of it."""
        match value:
            case dict():
                return {self._forged(dice, key): self._forged(dice, part) for key, part in value.items()}
            case list() | tuple():
                return [self._forged(dice, part) for part in value]
            case bool():
                return value
            case int():
                return value if dice.random() < 0.8 else dice.choice((1, 1_000, 10**6))
            case str() if value in MEMBERS:
                return dice.choice(self._world.chain.members).id
            case str() if value in COUPONS:
                return dice.choice(self._world.chain.coupons[:30]).coupon.id
            case str() if value in TXNS and (known := self._sales()):
                return dice.choice(known)
            case str():
                return value.replace("autumn", dice.choice(("few", "points"))).replace("second", "third")
        return value

    def _sales(self) -> list[str]:
        with self._world.hq.database.read() as tx:
            return sorted(tx.execute(select(sale.c.txn)).scalars())

    def check_changed_nothing(self, run: Run) -> None:
        """When everything has come together: other stores' coupons are as honest people left them, their uses count,
        and their members have what honest tills and HQ gave them."""
        world, at_home = run.world, {one.id for one in run.everybody() if one.home_store != STORE}
        theirs = {row.coupon.id for row in run.coupons.values() if row.coupon.member in at_home}
        with world.hq.database.read() as tx:
            gone = {row.coupon for row in all_rows(tx, Bucket(CHAIN, "revocations"), RevocationRow)}
            fold = recount.fold_of(world.hq.context, tx)
            held = {reward: member for member in at_home for reward in fold.member(member).rewards}
            told = tx.execute(select(fact_row.c.raw).where(fact_row.c.device != self.device)).scalars()
            decided = [one for raw in told if (one := decision_in(facts.decode(bytes(raw)))) is not None]
        if revoked := (gone & theirs) - run.revoked:
            raise Violation(f"a hostile terminal had {sorted(revoked)} of other stores revoked")
        given = {reward.id for one in decided for reward in one.rewards()}
        if invented := held.keys() - given:
            raise Violation(f"a hostile terminal gave {held[min(invented)]} {sorted(invented)[:3]}")
        for lost in world.hq.conflicts(closed=True):
            honest = lost.what == "coupon" and lost.device != self.device and lost.winner_device == self.device
            if honest and self._by_right(lost.coupon, lost.txn):
                raise Violation(f"{lost.coupon} was used by right in {lost.txn}; the hostile use {lost.winner_txn} won")

    def _by_right(self, coupon: str, txn: str) -> bool:
        mine = (redemption.c.coupon == coupon) & (redemption.c.txn == txn) & (redemption.c.device != self.device)
        with self._world.hq.database.read() as tx:
            return tx.execute(select(redemption.c["right"]).where(mine)).scalar() in ("held", "claimed")

    def _push(self, request: m.PushRequest) -> None:
        answer = self._ask("/v1/push", request, authorization=f"Bearer {self._session()}")
        if answer.status != 200:
            raise Violation(f"HQ answered {answer.status} to facts in a correct chain: {answer.body[:200]!r}")
        acked, last = wire.decode(answer.body, m.PushAnswer, answer.headers["content-type"]).acked, request.first - 1
        if acked != last + len(request.facts):
            raise Violation(f"HQ acknowledged {acked - last} of {len(request.facts)} facts in a correct chain")
