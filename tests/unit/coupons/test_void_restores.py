"""A void gives back exactly what its sale took: uses of coupons counted over the real projection of facts."""

from __future__ import annotations

from collections import Counter

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from kiosk.domain.coupons.facts import CouponUsed
from kiosk.domain.coupons.judge import judge, member_room
from kiosk.domain.coupons.model import Basket, PastUse
from kiosk.domain.coupons.pricing import Candidate, best
from kiosk.domain.facts import changes
from kiosk.domain.journal.facts import Fact
from kiosk.domain.refusals import RefusalCode
from kiosk.domain.sales.facts import SALE_COMPLETED, SALE_VOIDED, SaleRecorded, SaleVoided
from kiosk.domain.time import millis
from tests.unit.coupons.samples import CAMPAIGN, NOW, STORE, coupon, template

TWICE = template("T1", uses_per_coupon=2, stacks_with=("*",))
DAILY = template("T2", uses_per_member_day=3, stacks_with=("T1", "T2"))
WALLET: list[Candidate] = [(coupon("A", "T1"), TWICE), (coupon("B", "T1"), TWICE)] + [
    (coupon(f"D{index}", "T2"), DAILY) for index in range(5)
]


class Till(RuleBasedStateMachine):
    """Sales and voids in any order, in a ledger that knows nothing but facts."""

    def __init__(self) -> None:
        super().__init__()
        self.facts: list[Fact] = []
        self.uses: dict[str, list[CouponUsed]] = {}
        self.standing: dict[str, Counter[str]] = {}

    def record(self, kind: str, body: dict[str, object]) -> None:
        seq = len(self.facts) + 1
        now = millis(NOW)
        fact = Fact(1, seq, kind, now << 16, now, 0, "boot", seq, "clerk-7", body)
        self.facts.append(fact)
        for change in changes(fact):
            if isinstance(change, SaleRecorded):
                self.uses[change.txn] = []
            elif isinstance(change, CouponUsed):
                self.uses[change.txn].append(change)
            elif isinstance(change, SaleVoided):
                del self.uses[change.txn]

    def past(self) -> list[PastUse]:
        return [
            PastUse(use.coupon, use.template, use.member, NOW, STORE.id, "till", use.actor, use.txn)
            for uses in self.uses.values()
            for use in uses
        ]

    def usable(self, basket: Basket) -> list[Candidate]:
        past = self.past()
        return [
            (coupon, template)
            for coupon, template in WALLET
            if judge(
                coupon,
                template,
                campaign=CAMPAIGN,
                store=STORE,
                member_id="M1",
                basket=basket,
                now=NOW,
                uses_here=[use for use in past if use.coupon == coupon.id],
                member_uses=past,
            )
            is None
        ]

    @rule(amount=st.integers(1, 300_00))
    def sell(self, amount: int) -> None:
        basket = Basket(amount)
        room = member_room(DAILY, member_uses=self.past(), now=NOW, zone=STORE.zone)
        assert room is not None
        pricing = best(basket, self.usable(basket), unit=100, room={DAILY.id: room})
        txn = f"X{len(self.facts)}"
        rows = [
            {
                "id": line.coupon.id,
                "template": line.template.id,
                "member": "M1",
                "value": line.off,
                "right": "held",
            }
            for line in pricing.lines
        ]
        self.record(
            SALE_COMPLETED,
            {"txn": txn, "amount": amount, "total": pricing.total, "coupons": rows},
        )
        self.standing[txn] = Counter(line.coupon.id for line in pricing.lines)

    @precondition(lambda self: self.standing)
    @rule(data=st.data())
    def void(self, data: st.DataObject) -> None:
        txn = data.draw(st.sampled_from(sorted(self.standing)))
        before = Counter(use.coupon for use in self.past())
        freed = self.standing.pop(txn)
        self.record(SALE_VOIDED, {"txn": txn, "reason": "wrong_amount"})
        assert Counter(use.coupon for use in self.past()) + freed == before

    @invariant()
    def uses_are_those_of_the_sales_that_stand(self) -> None:
        expected: Counter[str] = sum(self.standing.values(), Counter())
        assert Counter(use.coupon for use in self.past()) == expected
        assert all(count <= 2 for count in expected.values())
        assert sum(count for ident, count in expected.items() if ident.startswith("D")) <= 3

    @invariant()
    def a_freed_coupon_is_usable_and_a_spent_one_is_not(self) -> None:
        basket = Basket(500_00)
        usable = {coupon.id for coupon, _ in self.usable(basket)}
        uses = Counter(use.coupon for use in self.past())
        assert usable >= {ident for ident in ("A", "B") if uses[ident] < 2}
        spent = [candidate for candidate in WALLET[:2] if uses[candidate[0].id] == 2]
        for one, kind in spent:
            refusal = judge(
                one,
                kind,
                campaign=CAMPAIGN,
                store=STORE,
                member_id="M1",
                basket=basket,
                now=NOW,
                uses_here=self.past(),
            )
            assert refusal is not None
            assert refusal.code is RefusalCode.ALREADY_USED_HERE


TestTill = Till.TestCase
TestTill.settings = settings(max_examples=40, stateful_step_count=12, deadline=None)
