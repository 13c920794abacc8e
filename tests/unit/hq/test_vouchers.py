"""Vouchers of value at HQ: rights and claims to money, and what comes back; no minor unit is paid twice."""

from __future__ import annotations

from typing import Any

from kiosk.domain.coupons.charge_facts import VOUCHER_CHARGED
from kiosk.domain.coupons.model import Benefit, BenefitKind, Coupon
from kiosk.domain.sales.facts import SALE_COMPLETED, SALE_RETURNED
from kiosk.hq.headquarters import Headquarters
from kiosk.hq.store.schema import CHAIN
from kiosk.protocol.rows import CouponRow
from kiosk.protocol.wire.messages import LookupAnswer, LookupRequest, RedeemAnswer, RedeemRequest
from tests.unit.hq.rig import NOON_MS, Terminal, TestClock, coupon, put, read, template


def issued(hq: Headquarters, name: str = "v1", **changes: Any) -> Coupon:
    made = coupon(name, template="gift", **changes)
    gift = template("gift", benefit=Benefit(BenefitKind.VALUE, value=500), campaign="")
    hq.publish([put(CHAIN, "templates", "gift", gift), put("s1", "coupons", name, CouponRow(made, "KC1:"))])
    return made


def pays(till: Terminal, txn: str, value: int, *, right: str = "held", op: str | None = None, name: str = "v1") -> None:
    row = {"id": name, "template": "gift", "value": value, "right": right, "op": op, "name": {}, "left": 0}
    body = {"txn": txn, "amount": 900, "total": 900, "currency": "TWD", "coupons": [], "vouchers": [row]}
    till.fact(SALE_COMPLETED, body)
    till.push()


def comes_back(till: Terminal, txn: str, value: int, name: str = "v1") -> None:
    till.fact(SALE_RETURNED, {"txn": txn, "amount": value, "vouchers": [{"id": name, "value": value}], "v": 2})
    till.push()


def claims(till: Terminal, op: str, txn: str, value: int, name: str = "v1") -> RedeemAnswer:
    request = RedeemRequest(op=op, coupon=name, template="gift", txn=txn, value=value)
    response = till.call("POST", "/v1/ops/redeem", request)
    assert response.status == 200, response
    return read(response, RedeemAnswer)


def left(till: Terminal, name: str = "v1") -> int | None:
    request = LookupRequest(coupon=name, template="gift", txn="asked")
    return till.ok("/v1/members/lookup", request, LookupAnswer).left


def right(till: Terminal, name: str = "v1") -> int | None:
    row = till.rows(till.rights_bucket).get(name)
    return None if row is None else int(row["uses"])


def test_its_home_has_the_right_to_all_of_it(hq: Headquarters) -> None:
    one, two = Terminal.enrolled(hq, "s1"), Terminal.enrolled(hq, "s1", seed=8)
    issued(hq)
    assert (right(one), right(two)) == (500, None)
    pays(one, "t1", 300)
    assert left(two) == 200
    assert [row["units"] for row in two.rows("store/s1/spent").values()] == [300]
    pays(one, "t2", 200)
    assert left(two) == 0


def test_another_till_claims_what_it_takes_and_the_rest_goes_home(hq: Headquarters) -> None:
    one, two = Terminal.enrolled(hq, "s1"), Terminal.enrolled(hq, "s2")
    issued(hq)
    pays(one, "t1", 100)
    asked = RedeemRequest(op="o1", coupon="v1", template="gift", txn="t2", value=250)
    assert two.call("POST", "/v1/ops/redeem", asked).status == 202
    one.give_back("v1")
    assert read(two.ask("o1"), RedeemAnswer).verdict == "granted"
    refused = claims(one, "o2", "t3", 200)
    assert (refused.code, refused.args) == ("voucher_short", {"need": 200, "have": 150})
    pays(two, "t2", 250, right="claimed", op="o1")
    assert right(one) == 250  # 150, and the 100 that its own ledger counts
    assert left(one) == 150


def test_a_claim_of_nothing_or_less_takes_nothing(hq: Headquarters) -> None:
    issued(hq, member=None)
    till = Terminal.enrolled(hq, "s1")
    assert claims(till, "o1", "t1", -100).code == "voucher_short"
    pays(till, "t2", -400)
    assert left(till) == 500


def test_what_comes_back_is_on_it_again_once_and_never_more_than_it_paid(hq: Headquarters) -> None:
    till = Terminal.enrolled(hq, "s1")
    issued(hq)
    pays(till, "t1", 300)
    comes_back(till, "t1", 120)
    assert left(till) == 320
    comes_back(till, "t1", 400)
    assert left(till) == 500
    till.void("t1")
    till.push()
    assert left(till) == 500


def test_it_may_be_worth_something_else_than_its_kind(hq: Headquarters) -> None:
    till = Terminal.enrolled(hq, "s1")
    issued(hq, worth=80)
    assert (right(till), left(till)) == (80, 80)
    assert claims(till, "o1", "t1", 81).code == "voucher_short"


def test_paid_twice_on_a_managers_word_the_earlier_one_counts(hq: Headquarters, clock: TestClock) -> None:
    one, two = Terminal.enrolled(hq, "s1"), Terminal.enrolled(hq, "s2")
    issued(hq, member=None)
    pays(one, "t1", 300, right="accepted")
    clock.now += 1_000
    pays(two, "t2", 300, right="accepted")
    clock.now += 1_000
    pays(one, "t3", 200, right="accepted")
    states = {use.txn: use.state for use in hq.redemptions()}
    assert states == {"t1": "counts", "t2": "conflict", "t3": "counts"}
    assert [one.txn for one in hq.conflicts()] == ["t2"]
    assert left(one) == 0


def test_a_terminal_that_was_set_back_has_what_is_left(hq: Headquarters) -> None:
    till = Terminal.enrolled(hq, "s1")
    issued(hq)
    pays(till, "t1", 300)
    code = hq.enroll_code("s1", for_device=till.device)
    assert code is not None
    till.start_over(code)
    assert right(till) == 200


def test_a_use_that_a_void_does_not_give_back_stays_used(hq: Headquarters) -> None:
    till = Terminal.enrolled(hq, "s1")
    kept = {"id": "c1", "template": "t1", "member": "m1", "value": 100, "right": "held", "kept": True}
    rows = [kept, {**kept, "id": "c2", "kept": False}]
    body = {"txn": "t1", "amount": 900, "total": 800, "currency": "TWD", "coupons": rows}
    till.fact(SALE_COMPLETED, body)
    till.void("t1")
    till.push()
    assert [(use.coupon, use.state) for use in hq.redemptions()] == [("c1", "counts")]
    assert right(till, "c1") == 1  # of which its own ledger counts one


def charges(till: Terminal, txn: str, coupon: str, value: int = 300, template: str = "gift") -> None:
    body = {"txn": txn, "coupon": coupon, "template": template, "name": {}, "value": value, "right": {"uses": value}}
    till.fact(VOUCHER_CHARGED, {**body, "since": NOON_MS, "until": NOON_MS + 1_000_000})
    till.push()


def test_what_a_till_says_it_put_on_what_is_no_voucher_gives_it_no_right(hq: Headquarters) -> None:
    one, two = Terminal.enrolled(hq, "s1"), Terminal.enrolled(hq, "s1", seed=8)
    issued(hq)
    charges(two, "v1", "c1", template="t1")
    charges(two, "v2", "unknown", template="none")
    assert (right(one, "c1"), right(two, "c1"), right(two, "unknown")) == (1, None, None)
    charges(two, "v3", "v1")
    charges(two, "v4", "fresh")
    assert (right(one), right(two), right(two, "fresh")) == (500, 300, 300)
    assert left(one) == 800
    assert hq.verify() == []


def test_told_twice_it_is_put_on_it_once(hq: Headquarters) -> None:
    till = Terminal.enrolled(hq, "s1")
    issued(hq)
    charges(till, "t1", "fresh")
    code = hq.enroll_code("s1", for_device=till.device)
    assert code is not None
    till.start_over(code)
    charges(till, "t1", "fresh")
    assert left(till, "fresh") == 300
    assert [one.sold for one in hq.voucher_sums()] == [300]


def test_a_charge_that_another_terminal_tells_again_is_no_more_money(hq: Headquarters) -> None:
    till, thief = Terminal.enrolled(hq, "s1"), Terminal.enrolled(hq, "s2")
    issued(hq)
    times = {"since": NOON_MS, "until": NOON_MS + 86_400_000}
    body = {
        "txn": "x1",
        "number": 1,
        "coupon": "v1",
        "template": "gift",
        "name": {},
        "value": 300,
        "left": 800,
        **times,
    }
    till.fact(VOUCHER_CHARGED, body)
    till.push()
    for again in (thief, till):
        again.fact(VOUCHER_CHARGED, body)
        assert [(one.kind, one.detail) for one in again.push().results] == [("unread", {"reason": "sale_known"})]
    (sums,) = hq.voucher_sums()
    assert (sums.issued, sums.sold, sums.left) == (500, 300, 800)
    assert hq.verify() == []
