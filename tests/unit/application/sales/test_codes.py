"""Public codes at the till: typed by anybody, with limits, and harmless however often they are typed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.application.sales.outcomes import CodeRead, Redemption, Visit
from kiosk.domain.refusals import Refusal, RefusalCode
from kiosk.domain.scan.facts import SCAN_REFUSED
from tests.shared.till import CLERK, Till

CODES = """
rules:
  - {id: open, name: NAME, for: everyone, when: basket, if: {code: [SUMMER24]}, give: [{discount: {off: 5}}],
     limits: [{most: 2}]}
  - {id: members, name: NAME, when: basket, if: {code: [MEMBER10], tiers: [gold]}, give: [{discount: {percent: 10}}],
     limits: [{most: 1, per: [member]}]}
  - {id: late, name: NAME, for: everyone, when: basket, if: {code: [NIGHT], times: [22:00-23:00]},
     give: [{discount: {off: 7}}], limits: [{most: 9}]}
"""


@pytest.fixture
def codes(till: Till) -> Till:
    till.publishes(CODES)
    return till


def typed(till: Till, text: str, visit: Visit | None = None) -> CodeRead:
    found = till.scans(text, visit or replace(till.service.new_visit(), amount=100_00))
    assert isinstance(found, CodeRead), found
    return found


def refused(till: Till, text: str, visit: Visit | None = None) -> Refusal:
    found = till.scans(text, visit)
    assert isinstance(found, Refusal), found
    return found


def sold(till: Till, visit: Visit) -> Redemption:
    found = till.service.confirm(visit, CLERK)
    assert isinstance(found, Redemption), found
    return found


def test_anybody_has_it_as_often_as_the_limit_says(codes: Till) -> None:
    for _ in range(2):
        read = typed(codes, "ｓｕｍｍｅｒ 24")
        assert (read.why, read.visit.quote.total) == (None, 95_00)
        sold(codes, read.visit)
    gone = typed(codes, "SUMMER24")
    assert gone.visit.quote.total == 100_00
    assert gone.why is not None
    assert gone.why.code == "limit.total"


def test_a_void_gives_it_back(codes: Till) -> None:
    sale = sold(codes, typed(codes, "SUMMER24").visit).sale
    sold(codes, typed(codes, "SUMMER24").visit)
    codes.voids(sale.txn)
    assert typed(codes, "SUMMER24").visit.quote.total == 95_00


def test_what_else_it_needs_is_said(codes: Till) -> None:
    night = typed(codes, "night").why
    assert night is not None
    assert night.code == "times"
    nobody = typed(codes, "member10").why
    assert nobody is not None
    assert nobody.code in ("member", "tiers")


def test_before_there_are_goods_it_is_taken_all_the_same(codes: Till) -> None:
    read = typed(codes, "SUMMER24", codes.service.new_visit())
    assert read.why is None
    assert codes.service.price(replace(read.visit, amount=50_00)).quote.total == 45_00


def test_the_sale_says_which_codes_were_given(codes: Till) -> None:
    sold(codes, typed(codes, "SUMMER24").visit)
    (sale,) = codes.facts("sale.completed")
    assert sale.body["codes"] == ["summer24"]


def test_twice_in_a_sale_counts_once(codes: Till) -> None:
    read = typed(codes, "SUMMER24")
    again = [refused(codes, "summer-24", read.visit).code for _ in range(20)]
    assert set(again) == {RefusalCode.ALREADY_IN_SALE}
    assert typed(codes, "SUMMER24").why is None  # the next customer's: a code that is right is no guess


def test_a_misspelt_one_says_so_and_a_thousand_do_no_harm(codes: Till) -> None:
    first = refused(codes, "SUMER24")
    assert (first.code, first.args) == (RefusalCode.PROMO_UNKNOWN, {"read": "SUMER24"})
    later = [refused(codes, f"GUESS{number}").code for number in range(1_000)]
    assert later[:9] == [RefusalCode.PROMO_UNKNOWN] * 9
    assert set(later[9:]) == {RefusalCode.PROMO_TOO_OFTEN}
    assert len(codes.facts(SCAN_REFUSED)) == 10
    assert refused(codes, "SUMMER24").args == {"seconds": 60}
    codes.clock.advance(60_000)
    assert typed(codes, "SUMMER24").why is None


def test_where_no_campaign_has_codes_a_word_is_not_ours(till: Till) -> None:
    assert refused(till, "SUMMER24").code is RefusalCode.NOT_OURS


def test_a_code_of_a_campaign_that_is_over_or_to_come_says_when(codes: Till) -> None:
    codes.wall("2031-03-10 12:00")
    assert refused(codes, "SUMMER24").code is RefusalCode.CAMPAIGN_OVER
