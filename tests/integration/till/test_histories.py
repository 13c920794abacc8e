"""Tills that do anything in any order, on a terminal that dies at any commit: what was said stays true."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import dataclass, field

import pytest

from kiosk.application.till.outcomes import TillNo, TillOutcome, TillRefused, TillState, TillTransaction
from kiosk.domain.sales.facts import SALE_COMPLETED, SALE_VOIDED
from tests.integration.till.rig import CAKE, SOAP, TEA, TillRig
from tests.simulation.surroundings import Crash

IDS = ("T1", "T2", "T3", "T4")
STEPS = 90
DYING = 0.25


@dataclass
class Story:
    """What a till may rely on, by its ids."""

    rig: TillRig
    chance: random.Random
    sold: dict[str, TillTransaction] = field(default_factory=dict)
    """Paid, as the terminal said (or says, when it died before it could)."""
    undone: set[str] = field(default_factory=set)
    said: Counter[str] = field(default_factory=Counter)

    def step(self) -> None:
        till = self.chance.choice(IDS)
        what = self.chance.choice((self._put, self._pay, self._pay, self._cancel, self._ask))
        if self.chance.random() < DYING:
            disk = self.rig.shop.till.disk
            disk.fuse, disk.after = self.chance.randrange(8), self.chance.random() < 0.5
        try:
            what(till)
            self.rig.shop.till.disk.fuse = -1
        except Crash:
            self.said["died"] += 1
            self.rig.restart()
            self._look(till)
        for known in IDS:
            self._check(known, self.rig.bridge.state(known))

    def _look(self, till: str) -> None:
        """What a till does that heard no answer."""
        found = self.rig.bridge.state(till)
        if found.state is TillState.PAID and till not in self.sold:
            self.sold[till] = found
            self.said["sold unheard"] += 1
        if found.state is TillState.CANCELLED:
            self.undone.add(till)

    def _check(self, till: str, found: TillTransaction) -> None:
        if till in self.undone:
            assert found.state is TillState.CANCELLED
        elif till in self.sold:
            assert found == self.sold[till]
        else:
            assert found.state in (TillState.OPEN, TillState.UNKNOWN)

    def _put(self, till: str) -> None:
        items = self.chance.choice(((TEA,), (TEA, CAKE), (TEA, CAKE, SOAP)))
        self._done(till, self.rig.bridge.put(till, self.rig.basket(*items)), TillState.OPEN)

    def _pay(self, till: str) -> None:
        visit = self.rig.bridge.state(till).visit
        due = visit.quote.total if visit is not None else 95_000
        total = due if self.chance.random() < 0.8 else due + 1
        outcome = self.rig.bridge.paid(till, total)
        self._done(till, outcome, TillState.PAID)
        if isinstance(outcome, TillTransaction):
            assert outcome.sale is not None
            assert outcome.sale.total == total
            self.sold.setdefault(till, outcome)

    def _cancel(self, till: str) -> None:
        self._done(till, self.rig.bridge.cancelled(till), TillState.CANCELLED)
        if till in self.sold:
            self.undone.add(till)

    def _ask(self, till: str) -> None:
        self.said[str(self.rig.bridge.state(till).state)] += 1

    def _done(self, till: str, outcome: TillOutcome, wanted: TillState) -> None:
        if isinstance(outcome, TillTransaction):
            assert outcome.state is wanted
            self.said[str(wanted)] += 1
            return
        self.said[str(outcome.no)] += 1
        self._refused(till, outcome)

    def _refused(self, till: str, no: TillRefused) -> None:
        match no.no:
            case TillNo.ALREADY_PAID:
                assert till in self.sold
                assert till not in self.undone
            case TillNo.ALREADY_CANCELLED:
                assert till in self.undone
            case TillNo.PRICE_CHANGED | TillNo.PUT_AGAIN:
                assert till not in self.sold
            case _:
                raise AssertionError(no)


@pytest.mark.parametrize("seed", range(5))
def test_what_a_till_was_told_stays_true(rig: TillRig, seed: int) -> None:
    for number in range(3):
        rig.coupon(f"c{number}")  # each can be used by one of the four transactions, until it is undone
    story = Story(rig, random.Random(seed))
    for _ in range(STEPS):
        story.step()
    made = Counter(fact.body["till"] for fact in rig.facts(SALE_COMPLETED))
    assert made == Counter(story.sold.keys())
    used: Counter[str] = Counter()
    undone = {fact.body["txn"] for fact in rig.facts(SALE_VOIDED)}
    for fact in rig.facts(SALE_COMPLETED):
        if fact.body["txn"] not in undone:
            used.update(row["id"] for row in fact.body["coupons"])
    assert not [coupon for coupon, times in used.items() if times > 1]
    while rig.shop.till.service.sync_status().queue:
        rig.shop.till.engine.round()
    assert sorted(use.coupon for use in rig.shop.world.hq.redemptions()) == sorted(used)
    assert story.said["died"] >= 3, story.said
