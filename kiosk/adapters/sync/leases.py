"""This terminal's shares of what campaigns give away: fetched, topped up, kept alive and given back (sync.md).

Every exchange has an id that is in the ledger before HQ is asked: after a lost answer, or a crash, the same is asked
again and comes to the same. What came is journalled as `lease.changed`; what is given back is journalled *before* HQ is
told, so that nothing is in two hands at any time.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from kiosk.adapters.db.ledger import LedgerTransaction, SqlLedger
from kiosk.adapters.db.reference import SqlReference
from kiosk.adapters.sync.client import HqClient, HqRefused
from kiosk.adapters.sync.lease_answers import NUMBER, journal_share, next_op, op_id, verified
from kiosk.adapters.sync.points import PointsSeen, drop_claim, drop_claimed, open_claim, request_of, settle_claim
from kiosk.application.ports.ledger import Identity
from kiosk.application.sync import lease_trust
from kiosk.domain.campaigns.compiled import Edition
from kiosk.domain.campaigns.coupon_gifts import kept_for_coupons
from kiosk.domain.campaigns.limit_keys import newest_key
from kiosk.domain.campaigns.localtime import minutes, wall_minutes
from kiosk.domain.campaigns.model import Campaign
from kiosk.domain.campaigns.points import member_of_key, takes_points
from kiosk.domain.campaigns.share_sizes import ShareSize, share_sizes
from kiosk.domain.slips.model import share_key
from kiosk.domain.time import Clock
from kiosk.protocol.wire import messages as m

log = logging.getLogger(__name__)

AHEAD_MIN = 24 * 60
"""Minutes before its start for which shares of a campaign are fetched: it may begin while HQ is out of reach."""
ASK_AGAIN_MS, ASK_LAST_MS = 60_000, 15 * 60_000
"""Until HQ is asked again for what it had nothing more of, twice as long each time; and after it refused."""
MOST_OPS = 8
"""Exchanges in one round."""

_OPEN = "lease_op"


@dataclass(frozen=True, slots=True)
class _Op:
    """An exchange that was begun; `ask`: acquire, renew or release."""

    op: str
    ask: str
    quantities: Mapping[str, int]


class LeaseKeeper:
    """Keeps the shares. On the sync's thread only."""

    def __init__(
        self, ledger: SqlLedger, reference: SqlReference, client: HqClient, clock: Clock, points: PointsSeen
    ) -> None:
        """`points`: of whom shares are wanted."""
        self._ledger = ledger
        self._reference = reference
        self._client = client
        self._clock = clock
        self._points = points
        self._sizes: dict[tuple[str, int], Mapping[str, ShareSize]] = {}
        self._waits: dict[str, tuple[int, int]] = {}  # by key: not before, and how long it was
        self._pause_until_ms = 0

    def round(self) -> None:
        """Do what is due. Raises HqUnreachable, and HqRefused when the session is over."""
        if self._clock.mono_ms() < self._pause_until_ms:
            return
        self._settle_claim()
        editions = self._reference.editions()  # read here, so that the ledger's thread need not wait for it
        for _ in range(MOST_OPS):
            op = self._ledger.run(lambda tx: self._next(tx, editions))
            if op is None or not self._settle(op):
                return

    def _settle_claim(self) -> None:
        """A claim of points whose answer was lost: HQ says the same again."""
        claim = self._ledger.run(open_claim)
        if claim is None:
            return
        asked_ms = self._clock.mono_ms()
        try:
            answer = self._client.claim_share(request_of(claim))
        except HqRefused as error:
            if error.status in (401, 403):
                raise
            log.warning("HQ refused a claim of points: %s", error.problem)
            self._ledger.run(lambda tx: drop_claim(tx, claim.op))
            return
        if answer is not None:
            self._ledger.run(lambda tx: verified(tx, self._reference, claim.op, answer))
            self._ledger.run(lambda tx: settle_claim(tx, self._clock, answer, asked_ms))

    def held(self) -> bool:
        """Whether there is anything to give back."""
        return self._ledger.run(lambda tx: bool(tx.shares()) or tx.meta(_OPEN) is not None)

    def give_back(self) -> None:
        """Give everything back (the program ends in good order). Raises as `round`."""

        def all_of_it(tx: LedgerTransaction) -> _Op | None:
            return _open_op(tx) or self._release(tx, {key: left for key, left in tx.shares().items() if left > 0})

        for _ in range(2):  # what was begun before, then the rest
            op = self._ledger.run(all_of_it)
            if op is None or not self._settle(op):
                return

    # --- what is due ---------------------------------------------------------------------------------

    def _next(self, tx: LedgerTransaction, editions: Sequence[Edition]) -> _Op | None:
        identity = tx.identity()
        if identity is None:
            return None
        held = tx.shares()
        wanted = self._wanted(tx, identity, editions)
        if not held and not wanted and tx.meta(_OPEN) is None:
            return None
        begun = _open_op(tx)
        if begun is not None:
            return begun
        if held and lease_trust.renewal_due(tx.meta(lease_trust.UNTIL), self._clock.boot_id(), self._clock.mono_ms()):
            return _begin(tx, "renew", {})
        over = {key: left for key, left in held.items() if left > 0 and key not in wanted}
        if over:
            return self._release(tx, over)
        mono = self._clock.mono_ms()
        short = {
            key: size.share - max(0, held.get(key, 0))
            for key, size in wanted.items()
            if held.get(key, 0) < size.low and self._waits.get(key, (0, 0))[0] <= mono
        }
        return _begin(tx, "acquire", short) if short else None

    def _release(self, tx: LedgerTransaction, quantities: Mapping[str, int]) -> _Op | None:
        if not quantities:
            return None
        op = _begin(tx, "release", quantities)
        journal_share(tx, op.op, {key: -quantity for key, quantity in quantities.items()})
        return op

    def _wanted(
        self, tx: LedgerTransaction, identity: Identity, editions: Sequence[Edition]
    ) -> Mapping[str, ShareSize]:
        """What this terminal should have shares of: everything of campaigns that run here, or will soon, and of
        those that are over the gifts for coupons that are still good."""
        store = self._reference.store(identity.store)
        if store is None:
            return {}
        now = self._clock.now_ms() + int(tx.meta("clock_off_ms") or 0)
        wall = wall_minutes(now, store.zone)
        known = {(edition.campaign.id, edition.campaign.version) for edition in editions}
        self._sizes = {key: sizes for key, sizes in self._sizes.items() if key in known}
        wanted: dict[str, ShareSize] = {}
        points = False
        for edition in editions:  # versions in rising order: the last one in force says
            in_force = edition.since <= now and (edition.until is None or now < edition.until)
            if in_force and _runs(edition.campaign, store.id, wall):
                wanted |= self._sizes_of(edition.campaign)
                points = points or takes_points(edition.campaign)
            elif in_force and _at(edition.campaign, store.id):
                sizes = self._sizes_of(edition.campaign)
                wanted |= {key: sizes[key] for key in kept_for_coupons(edition.campaign, wall) if key in sizes}
        if points:
            wanted |= self._points.wanted()
        # for books of paper slips that are made here while HQ is away
        rules = [rule for rule in self._reference.slip_rules() if rule.share]
        wanted |= {share_key(rule.id): ShareSize(rule.share, max(1, rule.share // 2)) for rule in rules}
        return wanted

    def _sizes_of(self, campaign: Campaign) -> Mapping[str, ShareSize]:
        key = (campaign.id, campaign.version)
        if key not in self._sizes:
            self._sizes[key] = share_sizes(campaign)
        return self._sizes[key]

    # --- asking --------------------------------------------------------------------------------------

    def _settle(self, op: _Op) -> bool:
        """Ask, and journal what comes of it. False when HQ refused, or did not take all. Raises HqUnreachable, and
        HqRefused when the session is over."""
        asked_ms = self._clock.mono_ms()
        try:
            answer = self._client.lease(op.ask, m.LeaseRequest(op=op.op, quantities=dict(op.quantities)))
        except HqRefused as error:
            if error.status in (401, 403):
                raise
            log.warning("HQ refused %s of shares: %s", op.ask, error.problem)
            self._ledger.run(lambda tx: tx.drop_meta(_OPEN))
            self._pause_until_ms = asked_ms + ASK_AGAIN_MS
            return False
        self._ledger.run(lambda tx: verified(tx, self._reference, op.op, answer))
        if op.ask == "acquire":
            self._note_waits(op, answer, asked_ms)
        # what was called back since, HQ has back with the rest (`give_back_called`); below zero: HQ took it back before
        came = {key: count for key, count in answer.granted.items() if count < 0 or (count and key in op.quantities)}
        if op.ask == "release":
            # HQ does not take what it believes to be used (a void it has not heard of): that stays here
            kept = {key: quantity - answer.granted.get(key, 0) for key, quantity in op.quantities.items()}
            came = {key: quantity for key, quantity in kept.items() if quantity > 0}

        def keep(tx: LedgerTransaction) -> None:
            # may be below zero: what HQ has taken back is told with the next answer
            if came:
                journal_share(tx, op.op, came)
            if op.ask != "release":
                tx.set_meta(lease_trust.UNTIL, lease_trust.good_for(self._clock.boot_id(), asked_ms, answer.ttl))
            tx.drop_meta(_OPEN)

        self._ledger.run(keep)
        return op.ask != "release" or not came

    def _note_waits(self, op: _Op, answer: m.LeaseAnswer, asked_ms: int) -> None:
        for key in op.quantities:
            if answer.granted.get(key, 0) > 0:
                self._waits.pop(key, None)
            else:
                wait = min(ASK_LAST_MS, max(ASK_AGAIN_MS, 2 * self._waits.get(key, (0, 0))[1]))
                self._waits[key] = (asked_ms + wait, wait)


def forget_shares(tx: LedgerTransaction, now_ms: int) -> None:
    """The ledger is an older one: what was given away since is known to nobody, so nothing more is given away of what
    it says is left, and nothing of it goes back to HQ. New exchanges get numbers that were never used."""
    left = {key: -quantity for key, quantity in tx.shares().items()}
    number = max(int(tx.meta(NUMBER) or 0), now_ms // 1000)
    tx.set_meta(NUMBER, str(number))
    if left:
        journal_share(tx, op_id(tx, number), left)
    tx.drop_meta(_OPEN)
    claim = open_claim(tx)
    if claim is not None:
        drop_claim(tx, claim.op)
    tx.drop_meta(lease_trust.UNTIL)


def _begin(tx: LedgerTransaction, ask: str, quantities: Mapping[str, int]) -> _Op:
    op = _Op(next_op(tx), ask, quantities)
    _remember(tx, op)
    return op


def _remember(tx: LedgerTransaction, op: _Op) -> None:
    tx.set_meta(_OPEN, json.dumps({"op": op.op, "ask": op.ask, "quantities": dict(op.quantities)}))


def give_back_called(tx: LedgerTransaction, deleted: Sequence[str]) -> None:
    """HQ calls shares of points back, as rows that go from this terminal's rights: what is left of them leaves the
    ledger before HQ is told that they came back (`rights.changed`, which follows). What was asked for and has not come
    does not count any more."""
    keys = {row for row in deleted if member_of_key(row) is not None}
    left = {key: -share for key in sorted(keys) if (share := tx.shared(f"|{key}"))}
    if left:
        journal_share(tx, "called back", left)
    drop_claimed(tx, keys)
    begun = _open_op(tx)
    if begun is not None and keys & begun.quantities.keys():
        _remember(tx, replace(begun, quantities={key: n for key, n in begun.quantities.items() if key not in keys}))


def _open_op(tx: LedgerTransaction) -> _Op | None:
    kept = tx.meta(_OPEN)
    if kept is None:
        return None
    body: dict[str, Any] = json.loads(kept)
    # begun, perhaps, by a program that named limits otherwise
    quantities = {newest_key(key): quantity for key, quantity in body["quantities"].items()}
    return _Op(body["op"], body["ask"], quantities)


def _at(campaign: Campaign, store: str) -> bool:
    return not campaign.stores or store in campaign.stores


def _runs(campaign: Campaign, store: str, wall: int) -> bool:
    """Whether a campaign gives anything at this store now or soon."""
    if not _at(campaign, store):
        return False
    starts = min(minutes(phase.starts) for phase in campaign.phases)
    ends = max(minutes(phase.ends) for phase in campaign.phases)
    return starts - AHEAD_MIN <= wall < ends
