"""Rewards as coupons: ids that follow from the reward, templates, validity by the store's wall clock."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.campaigns.check_coupons import coupon_findings
from kiosk.domain.campaigns.coupons import MOST_COUPONS, coupon_ids, coupons_of, template_id, template_of, units_made
from kiosk.domain.campaigns.localtime import minutes
from kiosk.domain.campaigns.model import Campaign
from kiosk.domain.campaigns.rewards import Reward, RewardKind
from kiosk.domain.coupons.deal import Exclusive, Stage
from kiosk.domain.coupons.model import BenefitKind, OfflinePolicy, WeekWindow
from tests.unit.campaigns.conftest import plan
from tests.unit.campaigns.stage import campaign

COUPONS = """
stock:
  - {id: mug, name: NAME, value: 150, quantity: 5}
coupons:
  - {id: fixed, name: NAME, off: 50, min_spend: 199, valid_days: 3, stores: [xinyi], group: cash, with: [gift]}
  - {id: tenth, name: NAME, percent: 10, most: 200, categories: [snacks], until: 2026-06-10, offline_limit: 80}
  - {id: ladder, name: NAME, off: 30, spend: 300, each: true}
  - {id: mug, name: NAME, gift: mug, valid_days: 400}
rules:
  - {id: one, name: NAME, when: purchased, give: [{coupon: fixed}]}
"""


def wall(text: str) -> int:
    return minutes(datetime.fromisoformat(text))


def made() -> Campaign:
    return campaign(COUPONS)


def reward(ref: str, **changes: object) -> Reward:
    given_one = Reward("test/one/T1/5/0", "test", "one", "T1/5", "m1", RewardKind.COUPON, ref, 1)
    return given_one._replace(**{"wall": wall("2026-03-10 12:30"), **changes})  # type: ignore[arg-type]


def test_every_kind_of_benefit_becomes_a_template() -> None:
    whole = made()
    fixed, tenth, ladder, mug = (template_of(whole, spec) for spec in whole.coupons)
    assert (fixed.id, fixed.benefit.kind, fixed.benefit.off, fixed.min_spend) == (
        "test/fixed",
        BenefitKind.FIXED,
        5_000,
        19_900,
    )
    assert (fixed.stack_group, fixed.stacks_with, fixed.stores, fixed.categories) == (
        "cash",
        ("gift",),
        ("xinyi",),
        None,
    )
    assert (tenth.benefit.kind, tenth.benefit.rate_bp, tenth.benefit.cap, tenth.categories) == (
        BenefitKind.PERCENT,
        1_000,
        20_000,
        ("snacks",),
    )
    assert (tenth.offline, tenth.offline_limit) == (OfflinePolicy.ACCEPT_WITH_MANAGER, 8_000)
    assert fixed.offline is OfflinePolicy.REFUSE
    assert (ladder.benefit.kind, ladder.benefit.spend, ladder.benefit.each) == (BenefitKind.THRESHOLD, 30_000, True)
    assert (mug.benefit.kind, mug.benefit.value) == (BenefitKind.GIFT, 15_000)
    assert {one.campaign for one in (fixed, tenth, ladder, mug)} == {""}


def test_a_coupon_is_good_to_the_end_of_its_last_day_by_the_stores_clock() -> None:
    whole = made()
    until = wall("2026-03-13")
    (coupon,) = coupons_of(reward("fixed", until=until), whole, "Asia/Taipei")
    assert coupon.not_before == datetime(2026, 3, 10, 4, 30, tzinfo=UTC)
    assert coupon.expires == datetime(2026, 3, 12, 16, 0, tzinfo=UTC)
    assert (coupon.member, coupon.template) == ("m1", "test/fixed")
    (without_end,) = coupons_of(reward("ladder"), whole, "Asia/Taipei")
    assert without_end.expires == datetime(2026, 6, 30, 16, 0, tzinfo=UTC)  # the campaign's end


def test_a_provisional_coupon_is_not_good_before_it_settles() -> None:
    settles = wall("2026-03-12")
    (coupon,) = coupons_of(reward("fixed", until=wall("2026-03-13"), settles=settles), made(), "UTC")
    assert coupon.not_before == datetime(2026, 3, 12, tzinfo=UTC)
    (never,) = coupons_of(reward("fixed", until=settles - 1440, settles=settles), made(), "UTC")
    assert never.expires == never.not_before


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Etc/GMT+12", "Asia/Taipei", "America/New_York"])
def test_a_template_is_good_whenever_one_of_its_coupons_is(zone: str) -> None:
    whole = made()
    for spec in whole.coupons:
        template = template_of(whole, spec)
        first = reward(spec.id, wall=minutes(whole.starts))
        last_day = whole.ends - timedelta(minutes=1)
        until = minutes(last_day.replace(hour=0, minute=0)) + (spec.valid_days or 1) * 1440
        last = reward(spec.id, wall=minutes(last_day), until=until if spec.valid_days else 0)
        assert coupons_of(first, whole, zone)[0].not_before >= template.valid_from
        assert coupons_of(last, whole, zone)[0].expires <= template.valid_until or spec.until is not None


def test_as_many_coupons_as_the_quantity_says_and_no_flood() -> None:
    three = coupon_ids(reward("fixed", quantity=3))
    assert len(set(three)) == 3
    assert coupon_ids(reward("fixed", quantity=1)) == three[:1]  # a smaller quantity keeps the first ones
    assert len(coupon_ids(reward("fixed", quantity=10**12))) == MOST_COUPONS
    assert coupon_ids(reward("fixed", quantity=0)) == ()
    assert coupon_ids(reward("mug", kind=RewardKind.GIFT)) == ()
    assert coupons_of(reward("unheard-of"), made(), "UTC") == ()


@given(st.lists(st.text(min_size=1, max_size=200), min_size=2, max_size=5, unique=True))
def test_ids_follow_from_the_reward_and_fit_where_ids_go(names: list[str]) -> None:
    ids = [coupon_ids(reward("fixed", id=name)) for name in names]
    assert ids == [coupon_ids(reward("fixed", id=name, wall=7, member="other")) for name in names]
    assert len({one for made_of in ids for one in made_of}) == len(names)
    assert all(len(one) <= 64 and one.isascii() and one.isprintable() for made_of in ids for one in made_of)


def test_long_names_make_templates_with_ids_that_fit() -> None:
    long = template_id("c" * 64, "s" * 64)
    assert len(long) == 64
    assert long != template_id("c" * 64, "s" * 63 + "t")


@pytest.mark.parametrize("name", ["holiday", "mini-program", "product-welfare", "referral-party"])
def test_the_plans_coupons_are_templates(name: str) -> None:
    whole = plan(name)
    ids = [template_of(whole, spec).id for spec in whole.coupons]
    assert ids == [f"{name}/{spec.id}" for spec in whole.coupons]


ALL_THAT_TEMPLATES_KNOW = """
coupons:
  - {id: card, name: NAME, value: 500, valid_days: 365}
  - {id: week, name: NAME, off: 20, uses: 3, per_member: 6, per_member_day: 1, weekdays: [5], times: [22:00-02:00]}
  - {id: later, name: NAME, off: 20, from: 2026-03-20, valid_days: 2, reusable: false}
  - {id: weekend, name: NAME, off: 20, weekdays: [6, 7]}
rules: []
"""


def test_hours_uses_and_days_are_the_templates() -> None:
    whole = campaign(ALL_THAT_TEMPLATES_KNOW)
    card, week, later, weekend = (template_of(whole, spec) for spec in whole.coupons)
    assert (card.is_voucher, card.units, card.benefit.value) == (True, 500_00, 500_00)
    assert (week.units, week.uses_per_member, week.uses_per_member_day) == (3, 6, 1)
    assert week.hours == (WeekWindow((5,), time(22), time(2)),)
    assert weekend.hours == (WeekWindow((6, 7), time(), time()),)
    assert (week.reusable, later.reusable) == (True, False)


def test_a_coupon_begins_on_its_first_day_which_counts_as_the_first() -> None:
    whole = campaign(ALL_THAT_TEMPLATES_KNOW)
    (one,) = coupons_of(reward("later", until=wall("2026-03-22 00:00")), whole, "Asia/Taipei")
    assert one.not_before == datetime(2026, 3, 19, 16, tzinfo=UTC)
    assert template_of(whole, whole.coupons[2]).valid_until >= one.expires
    (at_once,) = coupons_of(reward("later", wall=wall("2026-03-21 08:00")), whole, "Asia/Taipei")
    assert at_once.not_before == datetime(2026, 3, 21, 0, tzinfo=UTC)


def test_how_much_a_coupon_that_is_made_is_good_for() -> None:
    whole = campaign(ALL_THAT_TEMPLATES_KNOW)
    assert [units_made(reward(ref), whole) for ref in ("card", "week", "later", "gone")] == [500_00, 3, 1, 0]


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ("value: 5, off: 5", "value"),
        ("value: 5, uses: 2", "uses"),
        ("value: 5, categories: [tea]", "categories"),
        ("value: 20000000", "value"),
        ("off: 5, uses: 0", "uses"),
        ("off: 5, per_member: 1, per_member_day: 1", "per_member_day"),
        ("off: 5, weekdays: [8]", "weekdays"),
        ("off: 5, from: 2026-05-02, until: 2026-05-01", "until"),
        ("off: 5, from: 2199-05-02", "from"),
    ],
)
def test_what_contradicts_itself_is_an_error(fields: str, field: str) -> None:
    found = list(coupon_findings(campaign(f"coupons:\n  - {{id: one, name: NAME, {fields}}}\nrules: []\n")))
    assert f"coupons[0].{field}" in [one.path for one in found]


def test_what_a_benefit_can_say_older_programs_can_reckon() -> None:
    text = """
coupons:
  - {id: fixed, name: NAME, off: 50, min_spend: 199, categories: [tea]}
  - {id: pot, name: NAME, price: 100, items: [pot], pieces: 1, min_spend: 300}
  - {id: but, name: NAME, percent: 20, except: {categories: [books]}, exclusive: sale}
rules: []
"""
    whole = campaign(text)
    fixed, pot, but = (template_of(whole, spec) for spec in whole.coupons)
    assert [one.benefit.kind for one in (fixed, pot, but)] == [BenefitKind.FIXED, BenefitKind.DEAL, BenefitKind.DEAL]
    assert fixed.deal is not None
    assert pot.deal is not None
    assert but.deal is not None
    assert (fixed.deal.off, fixed.deal.least, fixed.deal.stage) == (50_00, 199_00, Stage.COUPONS)
    assert (pot.deal.price, pot.deal.reach.items, pot.deal.pieces, pot.deal.least) == (100_00, ("pot",), 1, 300_00)
    assert (but.deal.rate_bp, but.deal.reach.except_categories, but.deal.exclusive) == (
        2_000,
        ("books",),
        Exclusive.SALE,
    )


@pytest.mark.parametrize(
    "fields", ["buy: 1", "off: 5, price: 5", "percent: 5, pick: {nth: 0}", "price: 5, from_pieces: 3, to_pieces: 2"]
)
def test_goods_that_contradict_each_other_are_an_error(fields: str) -> None:
    assert list(coupon_findings(campaign(f"coupons:\n  - {{id: one, name: NAME, {fields}}}\nrules: []\n")))
