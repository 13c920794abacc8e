"""Shares of members' points: which are wanted, and asking HQ for one while a customer waits (sync.md, "Points")."""

from __future__ import annotations

import json
import logging
import threading
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace

from kiosk.adapters.db.ledger import LedgerTransaction, SqlLedger
from kiosk.adapters.db.reference import SqlReference
from kiosk.adapters.sync.client import HqClient, HqRefused
from kiosk.adapters.sync.lease_answers import journal_share, next_op, verified
from kiosk.adapters.sync.transport import HqUnreachable
from kiosk.application.ports.coupons import Claim
from kiosk.application.ports.points import PointsAtHq
from kiosk.application.sync import lease_trust
from kiosk.domain.campaigns.points import points_key
from kiosk.domain.campaigns.share_sizes import ShareSize
from kiosk.domain.refusals import Refusal, RefusalCode
from kiosk.domain.time import Clock
from kiosk.protocol.wire import limits
from kiosk.protocol.wire import messages as m

log = logging.getLogger(__name__)

KEPT_MS = 24 * 3_600_000
"""So long after a visit a share of the member's points is kept here; then it goes back to HQ."""
MOST_MEMBERS = 200
LIMITED_MS = 60_000
"""So long after HQ had no more to give, points are paid within the share."""
ASK_AGAIN_S = 0.4
_LEAST_S = 0.2
_OPEN = "points_claim"


class PointsSeen:
    """Members who were at this till lately, with their points, and those of whom HQ has no more to give. Used from any
    thread; forgotten with the program: then their shares go back to HQ."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._seen: dict[str, tuple[int, int]] = {}
        self._limited: dict[str, int] = {}

    def note(self, member: str, points: int) -> None:
        """Somebody is here."""
        with self._lock:
            self._seen.pop(member, None)
            self._seen[member] = (self._clock.mono_ms(), points)
            while len(self._seen) > MOST_MEMBERS:
                del self._seen[next(iter(self._seen))]

    def limit(self, member: str) -> None:
        """HQ gave what it had."""
        with self._lock:
            self._limited[member] = self._clock.mono_ms() + LIMITED_MS

    def limited(self, member: str) -> bool:
        """Whether it did so a moment ago."""
        with self._lock:
            until = self._limited.get(member)
            if until is not None and until <= self._clock.mono_ms():
                del self._limited[member]
                until = None
            return until is not None

    def wanted(self) -> Mapping[str, ShareSize]:
        """The shares that this terminal should have: as much as HQ gives, topped up when a quarter is left."""
        oldest = self._clock.mono_ms() - KEPT_MS
        with self._lock:
            for member in [name for name, (at, _points) in self._seen.items() if at <= oldest]:
                del self._seen[member]
            return {
                points_key(member): ShareSize(points, -(-points // 4))
                for member, (_at, points) in self._seen.items()
                if points > 0
            }


@dataclass(frozen=True, slots=True)
class OpenClaim:
    """A claim that was begun. `dropped`: the share was called back meanwhile, so what comes of it does not count."""

    op: str
    key: str
    points: int
    dropped: bool = False


class HqPoints(PointsAtHq):
    """Asks over the claims' connection, on the thread that may wait for HQ."""

    def __init__(
        self,
        ledger: SqlLedger,
        reference: SqlReference,
        client: HqClient,
        token: Callable[[], str | None],
        clock: Clock,
        wait: Callable[[float], object],
        seen: PointsSeen,
        *,
        answer_s: float = limits.CLAIM_ANSWER_MS / 1000,
    ) -> None:
        """`wait`: waits so many seconds. `answer_s`: seconds that HQ has for one answer."""
        self._ledger = ledger
        self._reference = reference
        self._client = client
        self._token = token
        self._clock = clock
        self._wait = wait
        self._seen = seen
        self._answer_s = answer_s

    def seen(self, member: str, points: int) -> None:
        """A share of theirs is fetched with the next round."""
        self._seen.note(member, points)

    def limited(self, member: str) -> bool:
        """Whether HQ has no more to give."""
        return self._seen.limited(member)

    def claim(self, member: str, points: int) -> Claim | None:
        """Ask HQ. None: no answer in time."""
        token = self._token()
        if token is None:
            return None
        self._client.token = token
        begun = self._ledger.run(lambda tx: _begin(tx, points_key(member), points))
        if begun is None:
            return None  # one is open; the sync settles it
        deadline = self._clock.mono_ms() + limits.CLAIM_RECALL_MS
        asked_ms = self._clock.mono_ms()
        try:
            answer = self._client.claim_share(request_of(begun), timeout_s=self._answer_s)
            while answer is None and self._clock.mono_ms() < deadline:
                self._wait(ASK_AGAIN_S)
                left = max(_LEAST_S, min(self._answer_s, (deadline - self._clock.mono_ms()) / 1000))
                asked_ms = self._clock.mono_ms()
                answer = self._client.claim_share(request_of(begun), timeout_s=left)
            if answer is None:  # HQ still waits for another terminal; what comes of it, the sync hears
                self._seen.limit(member)
                return Claim(False, Refusal(RefusalCode.POINTS_ELSEWHERE))
            self._ledger.run(lambda tx: verified(tx, self._reference, begun.op, answer))
        except HqUnreachable as error:
            log.info("points without an answer: %s", error)
            return None
        except HqRefused as error:
            log.info("HQ refused a claim of points: %s", error.problem)
            self._ledger.run(lambda tx: drop_claim(tx, begun.op))
            return None
        got = self._ledger.run(lambda tx: settle_claim(tx, self._clock, answer, asked_ms))
        if got >= points:
            return Claim(True)
        self._seen.limit(member)
        holder = answer.holders.get(begun.key)
        return Claim(False, Refusal(RefusalCode.POINTS_ELSEWHERE, {"terminal": holder} if holder else {}))


def request_of(claim: OpenClaim) -> m.LeaseRequest:
    """What HQ is asked."""
    return m.LeaseRequest(op=claim.op, quantities={claim.key: claim.points}, claim=True)


def _begin(tx: LedgerTransaction, key: str, points: int) -> OpenClaim | None:
    if open_claim(tx) is not None or tx.identity() is None:
        return None
    claim = OpenClaim(next_op(tx), key, points)
    _keep(tx, claim)
    return claim


def _keep(tx: LedgerTransaction, claim: OpenClaim) -> None:
    body = {"op": claim.op, "key": claim.key, "points": claim.points, "dropped": claim.dropped}
    tx.set_meta(_OPEN, json.dumps(body))


def open_claim(tx: LedgerTransaction) -> OpenClaim | None:
    """The claim that was begun and not settled: its answer was lost, or the program died."""
    kept = tx.meta(_OPEN)
    return None if kept is None else OpenClaim(**json.loads(kept))


def drop_claim(tx: LedgerTransaction, op: str) -> None:
    """It came to nothing."""
    claim = open_claim(tx)
    if claim is not None and claim.op == op:
        tx.drop_meta(_OPEN)


def settle_claim(tx: LedgerTransaction, clock: Clock, answer: m.LeaseAnswer, asked_ms: int) -> int:
    """Take what HQ granted into the share, once, whoever hears the answer. Gives how much came."""
    claim = open_claim(tx)
    if claim is None or claim.op != answer.op:
        return answer.granted.get(next(iter(answer.granted), ""), 0)  # the sync heard the same answer first
    came = {key: quantity for key, quantity in answer.granted.items() if quantity}
    if claim.dropped:
        # what was called back while HQ was asked, HQ has back with the rest
        came.pop(claim.key, None)
    if came:
        journal_share(tx, claim.op, came)
    tx.set_meta(lease_trust.UNTIL, lease_trust.good_for(clock.boot_id(), asked_ms, answer.ttl))
    tx.drop_meta(_OPEN)
    return came.get(claim.key, 0)


def drop_claimed(tx: LedgerTransaction, keys: Collection[str]) -> None:
    """These shares are called back: of a claim that is open, nothing comes."""
    claim = open_claim(tx)
    if claim is not None and claim.key in keys:
        _keep(tx, replace(claim, dropped=True))
