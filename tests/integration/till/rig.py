"""A till beside a terminal of a shop with HQ, all of it real."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from kiosk.application.sales.outcomes import Redemption, Visit
from kiosk.application.till.bridge import TillBridge
from kiosk.application.till.outcomes import (
    TillBasket,
    TillItem,
    TillNo,
    TillOutcome,
    TillRefused,
    TillState,
    TillTransaction,
)
from kiosk.demo.chain.people import card_no
from kiosk.domain.coupons.model import Benefit, BenefitKind, CouponTemplate
from kiosk.domain.journal.facts import Fact
from kiosk.domain.members.member import Member
from kiosk.domain.staff.actors import Staff
from kiosk.hq.rows.buckets import Bucket
from kiosk.protocol.rows import CouponRow
from tests.integration.terminal.shop import Shop
from tests.simulation.invariants import journal
from tests.simulation.world import World

TEA, CAKE, SOAP = (
    TillItem("tea-1", "tea", 2, 20_000),
    TillItem("cake-7", "food", 1, 50_000),
    TillItem("soap-3", "home", 1, 10_000),
)


class TillRig:
    """The bridge of XY01, and a member without any coupons but those that are given here."""

    def __init__(self, world: World, *, threaded: bool = False) -> None:
        self.shop = Shop(world, threaded=threaded)
        self.member = self._guest()
        self.clerk: Staff | None = self.shop.actor
        self.seen = Seen()
        self.bridge = self.new_bridge()

    def _guest(self) -> Member:
        like = self.shop.members[0]
        made = replace(like, id="m-900001", card_no=card_no(900_001), name="林雅婷", phone="+886912345678")
        self.shop.publish(Bucket("xinyi", "members"), made.id, made)
        return made

    def new_bridge(self) -> TillBridge:
        made = TillBridge(self.shop.till.service, self.shop.till.ledger)
        made.staffed_by(lambda: self.clerk)
        made.watched_by(self.seen)
        return made

    def restart(self) -> None:
        """The terminal dies and starts again."""
        self.shop.till.crash()
        self.shop.till.start()
        self.bridge = self.new_bridge()

    def template(self, name: str = "own", **changes: Any) -> CouponTemplate:
        """A coupon of 5,000 off that goes with every other, unless changed."""
        return self.shop.template(name, **({"stack_group": name, "stacks_with": ("*",)} | changes))

    def coupon(self, name: str = "own", **changes: Any) -> CouponRow:
        """Such a coupon of the member."""
        return self.shop.give(self.template(name, **changes), self.member)

    def basket(self, *items: TillItem, **changes: Any) -> TillBasket:
        """Two teas, a cake and a soap (100,000) of the member, unless told otherwise."""
        usual = TillBasket("TWD", items or (TEA, CAKE, SOAP), member=self.member.card_no)
        return replace(usual, **changes)

    def put(self, till: str, basket: TillBasket | None = None) -> TillTransaction:
        return held(self.bridge.put(till, basket or self.basket()))

    def total(self, till: str) -> int:
        """What the quote of an open transaction says."""
        visit = self.bridge.state(till).visit
        assert visit is not None
        return visit.quote.total

    def sold(self, till: str, basket: TillBasket | None = None) -> TillTransaction:
        """Put and paid."""
        self.put(till, basket)
        done = held(self.bridge.paid(till, self.total(till)))
        assert done.state is TillState.PAID
        return done

    def facts(self, kind: str) -> list[Fact]:
        return [fact for fact in journal(self.shop.till) if fact.kind == kind]


class Seen:
    """Watches the till."""

    def __init__(self) -> None:
        self.what: list[tuple[str, str | None]] = []
        self.on_basket: Callable[[], None] = lambda: None

    def basket_arrived(self, visit: Visit) -> None:
        self.what.append(("basket", visit.till))
        self.on_basket()

    def sale_made(self, redemption: Redemption) -> None:
        self.what.append(("sale", redemption.sale.txn))

    def put_aside(self, till: str) -> None:
        self.what.append(("aside", till))


def held(outcome: TillOutcome) -> TillTransaction:
    assert isinstance(outcome, TillTransaction), outcome
    return outcome


def refused(outcome: TillOutcome, no: TillNo) -> TillRefused:
    assert isinstance(outcome, TillRefused), outcome
    assert outcome.no is no
    return outcome


def fixed(off: int) -> Benefit:
    return Benefit(BenefitKind.FIXED, off=off)
