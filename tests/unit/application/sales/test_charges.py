"""Vouchers of value that are sold at the till: spent here at once without HQ, topped up, and taken back while whole."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from kiosk.application.ports.coupons import Claim
from kiosk.application.ports.lookups import Told
from kiosk.application.sales.charge_outcomes import CardFound, Charged, ChargeWanted
from kiosk.application.sales.outcomes import CouponAdded, Redemption
from kiosk.application.staff.outcomes import Approval, ApprovalNeeded
from kiosk.application.sync.outcomes import Link
from kiosk.domain.coupons.model import Benefit, BenefitKind, Sold
from kiosk.domain.refusals import Refusal, RefusalCode
from kiosk.domain.scan.events import ScanEvent, ScanSource, Symbology
from kiosk.domain.tokens import CouponClaims
from tests.shared.till import CLERK, LONG_AGO, MANAGER, Till

POINTS = "rules:\n  - {id: each, name: NAME, when: purchased, give: [{points_per: {amount: 10, points: 1}}]}\n"
SOLD = Sold(100_00, 2000_00, LONG_AGO, LONG_AGO + timedelta(days=700), (500_00, 1000_00), 365)


@pytest.fixture
def cards(till: Till) -> Till:
    till.has_template("gift", benefit=Benefit(BenefitKind.VALUE, value=500_00), sold=SOLD)
    return till


def card(till: Till, name: str = "p-aaaaaaaaaa-00001") -> str:
    """A printed card of HQ's, on which nothing is."""
    return till.code(CouponClaims, id=name, template="gift", worth=0)


def find(till: Till, code: str) -> CardFound | Refusal:
    return till.service.find_card(ScanEvent(code, Symbology.QR, ScanSource.HANDHELD, None, None, 0.0))


def charged(till: Till, value: int, code: str = "", **changes: Any) -> Charged:
    wanted = ChargeWanted(till.service.new_charge(), "gift", value)
    if code:
        found = find(till, code)
        assert isinstance(found, CardFound)
        wanted = replace(wanted, coupon=found.coupon, left=found.left, until=found.until)
    done = till.service.charge(replace(wanted, **changes), CLERK)
    assert isinstance(done, Charged), done
    return done


def pays(till: Till, code: str, amount: int) -> int:
    """Minor units that the voucher pays of a sale."""
    added = till.scans(code, replace(till.service.new_visit(), amount=amount))
    assert isinstance(added, CouponAdded), added
    sold = till.service.confirm(added.visit, CLERK)
    assert isinstance(sold, Redemption), sold
    return sold.sale.total - sold.sale.due


def refused(answer: object) -> RefusalCode:
    assert isinstance(answer, Refusal), answer
    return answer.code


def test_a_printed_card_is_empty_until_it_is_sold_and_then_pays_here_without_hq(cards: Till) -> None:
    code = card(cards)
    assert refused(cards.scans(code)) is RefusalCode.VOUCHER_EMPTY
    found = find(cards, code)
    assert isinstance(found, CardFound)
    assert (found.blank, found.left, found.most) == (True, 0, 2000_00)
    sold = charged(cards, 500_00, code).charge
    assert (sold.first, sold.left, sold.receipt) == (True, 500_00, "N01-1-V00001")
    assert pays(cards, code, 300_00) == 300_00
    topped = charged(cards, 100_00, code).charge
    assert (topped.first, topped.left) == (False, 300_00)
    again = find(cards, code)
    assert isinstance(again, CardFound)
    assert (again.left, [units for _at, units in again.used]) == (300_00, [300_00])
    assert pays(cards, code, 900_00) == 300_00
    assert refused(cards.scans(code)) is RefusalCode.ALREADY_USED_HERE


def test_no_campaign_counts_it(cards: Till) -> None:
    cards.publishes(POINTS)
    charged(cards, 500_00, card(cards))
    assert cards.kinds().count("sale.completed") == 0
    assert cards.points("m-1") == 0
    cards.buys("m-1", 100_00)
    assert cards.points("m-1") == 10


@pytest.mark.parametrize(
    ("value", "code"),
    [
        (99_00, RefusalCode.VOUCHER_AMOUNT),
        (2000_01, RefusalCode.VOUCHER_AMOUNT),
        (150_50, RefusalCode.VOUCHER_AMOUNT),
        (0, RefusalCode.VOUCHER_AMOUNT),
        (500_00, RefusalCode.VOUCHER_UNSIGNED),
    ],
)
def test_what_is_not_sold(cards: Till, value: int, code: RefusalCode) -> None:
    assert refused(cards.service.charge(ChargeWanted("t", "gift", value), CLERK)) is code
    assert "voucher.charged" not in cards.kinds()


def test_no_more_is_on_it_than_its_kind_allows_and_none_is_sold_after_its_end(cards: Till) -> None:
    code = card(cards)
    charged(cards, 1500_00, code)
    assert refused(till_charge(cards, code, 501_00)) is RefusalCode.VOUCHER_AMOUNT
    assert isinstance(till_charge(cards, code, 500_00), Charged)
    cards.has_template("gift", benefit=Benefit(BenefitKind.VALUE, value=500_00), sold=replace(SOLD, until=LONG_AGO))
    assert cards.service.voucher_kinds() == ()
    assert refused(till_charge(cards, card(cards, "p-aaaaaaaaaa-00002"), 500_00)) is RefusalCode.VOUCHER_NOT_SOLD
    assert pays(cards, code, 900_00) == 900_00


def till_charge(till: Till, code: str, value: int) -> Charged | Refusal:
    found = find(till, code)
    assert isinstance(found, CardFound)
    wanted = ChargeWanted(till.service.new_charge(), "gift", value, found.coupon, found.left, found.until)
    return till.service.charge(wanted, CLERK)


def test_the_same_twice_is_sold_once(cards: Till) -> None:
    one = charged(cards, 500_00, card(cards), txn="same")
    assert charged(cards, 500_00, card(cards), txn="same") == one
    assert cards.kinds().count("voucher.charged") == 1


def test_it_is_taken_back_while_it_is_whole_and_refused_when_part_of_it_is_used(cards: Till) -> None:
    code = card(cards)
    first = charged(cards, 500_00, code).charge
    assert pays(cards, code, 100_00) == 100_00
    no = cards.service.void_charge(first.txn, "customer_changed_mind", CLERK)
    assert isinstance(no, Refusal)
    assert (no.code, no.args) == (RefusalCode.VOUCHER_USED, {"need": 500_00, "have": 400_00})
    second = charged(cards, 200_00, code).charge
    assert isinstance(cards.service.void_charge(second.txn, "customer_changed_mind", CLERK), Charged)
    assert refused(cards.service.void_charge(second.txn, "wrong_amount", CLERK)) is RefusalCode.ALREADY_VOIDED
    assert pays(cards, code, 900_00) == 400_00
    cards.clock.advance(3_600_000)
    whole = charged(cards, 1000_00, card(cards, "p-aaaaaaaaaa-00002")).charge
    cards.clock.advance(3_600_000)
    assert isinstance(cards.service.void_charge(whole.txn, "training", CLERK), ApprovalNeeded)
    assert isinstance(cards.service.void_charge(whole.txn, "training", CLERK, Approval("s-2", "張志豪")), Charged)
    assert refused(cards.service.void_charge("nothing", "training", MANAGER)) is RefusalCode.SALE_UNKNOWN


def test_where_the_right_went_elsewhere_hq_is_asked_before_it_is_paid_back(cards: Till) -> None:
    code = card(cards)
    sold = charged(cards, 500_00, code).charge
    cards.loses(sold.coupon)
    assert refused(cards.service.void_charge(sold.txn, "training", CLERK)) is RefusalCode.HQ_OFFLINE
    cards.answer = Claim(False, Refusal(RefusalCode.VOUCHER_SHORT, {"have": 100_00, "need": 500_00}))
    assert refused(cards.service.void_charge(sold.txn, "training", CLERK)) is RefusalCode.VOUCHER_USED
    cards.answer = Claim(True)
    assert isinstance(cards.service.void_charge(sold.txn, "training", CLERK), Charged)
    assert cards.open_claims() == []


def test_with_hq_all_that_is_on_it_counts_and_without_only_what_was_put_on_it_here(cards: Till) -> None:
    code = card(cards)
    cards.link, cards.told = Link.ONLINE, Told(left=300_00)
    charged(cards, 200_00, code)
    added = cards.scans(code, replace(cards.service.new_visit(), amount=450_00))
    assert isinstance(added, CouponAdded)
    assert (added.coupon.left, added.visit.quote.due) == (500_00, 0)
    cards.link = Link.OFFLINE
    assert pays(cards, code, 450_00) == 200_00


def test_a_code_of_a_terminals_that_says_it_is_worth_something_is_no_coupon_of_another_kind(cards: Till) -> None:
    cards.has_template("own")
    assert refused(cards.scans(cards.code(CouponClaims, id="x", template="own", worth=0))) is RefusalCode.WRONG_KIND


def test_several_are_sold_all_or_none_and_the_same_again_is_the_same(cards: Till) -> None:
    names = [f"p-aaaaaaaaaa-0000{n}" for n in (1, 2, 3)]
    codes = [card(cards, name) for name in names]
    wanted = [ChargeWanted(cards.service.new_charge(), "gift", 500_00, name) for name in names]
    wrong = [*wanted[:2], replace(wanted[2], value=1)]
    assert refused(cards.service.charge_all(wrong, CLERK)) is RefusalCode.VOUCHER_AMOUNT
    assert cards.service.recent_charges() == ()
    done = cards.service.charge_all(wanted, CLERK)
    assert not isinstance(done, Refusal)
    assert [one.charge.receipt for one in done] == [f"N01-1-V0000{n}" for n in (1, 2, 3)]
    assert cards.service.charge_all(wanted, CLERK) == done
    assert [pays(cards, code, 200_00) for code in codes] == [200_00] * 3
