"""Clocks around midnight and clock changes, baskets that cannot be, numbers that nobody means."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.domain.campaigns.check import check
from kiosk.domain.campaigns.discounts import basket_of
from kiosk.domain.campaigns.happenings import HappeningKind, Item
from kiosk.domain.campaigns.localtime import shown, wall_minutes
from kiosk.domain.campaigns.offers import candidates
from kiosk.domain.campaigns.rehearse import rehearse
from kiosk.domain.campaigns.rewards import Outcome
from kiosk.domain.campaigns.synthetic import synthetic
from kiosk.domain.coupons.pricing import best
from kiosk.domain.facts import happening_of
from kiosk.domain.findings import Severity
from kiosk.domain.journal.facts import Fact
from kiosk.domain.time import millis
from kiosk.protocol.campaigns.file import CampaignFileError, read_campaign
from tests.unit.campaigns.conftest import CAMPAIGNS
from tests.unit.campaigns.stage import Stage, campaign, got, same_everywhere

# -- clocks -----------------------------------------------------------------------------------------------------------

DAILY = "rules: [{id: r, name: NAME, when: purchased, give: [{points: 1}], limits: [{most: 1, per: [member, day]}]}]"
YEAR = "phases: [{id: p, kind: main, name: NAME, starts: 2026-01-01 00:00, ends: 2027-01-01 00:00}]\n"


def test_a_day_ends_at_midnight_on_the_stores_wall() -> None:
    stage = Stage(campaign(DAILY))
    points = []
    for moment in ("2026-03-10 00:00", "2026-03-10 23:59", "2026-03-11 00:00", "2026-03-11 23:59"):
        stage.at(moment).buys("A", 100)
        points.append(stage.points("A"))
    assert points == [1, 1, 2, 2]
    same_everywhere(stage)


def test_a_fact_belongs_to_the_day_of_hqs_clock_not_of_a_wrong_one() -> None:
    half_past_midnight = millis(datetime(2026, 3, 10, 16, 30, tzinfo=UTC))  # 00:30 on the 11th in Taipei
    body = {"txn": "X", "member": "A", "amount": 100, "total": 100, "coupons": []}
    for slow, day in ((None, 11), (-3_600_000, 10), (86_400_000, 12)):
        fact = Fact(1, 1, "sale.completed", 1, half_past_midnight, slow, "b", 0, "lin", body)
        happening = happening_of(fact, "T1", lambda _: ("s", "Asia/Taipei"))
        assert happening is not None
        assert shown(happening.wall).day == day


@pytest.mark.parametrize(
    ("zone", "days"),
    [("Europe/Berlin", ("2026-03-29", "2026-10-25")), ("America/New_York", ("2026-03-08", "2026-11-01"))],
)
def test_the_days_of_23_and_25_hours_are_days(zone: str, days: tuple[str, str]) -> None:
    for day in days:
        stage = Stage(campaign(DAILY, phases=YEAR), zone=zone)
        midnight = stage.at(f"{day} 00:00").ms
        seen = set()
        for quarter in range(26 * 4):
            at = midnight + quarter * 900_000
            happening = stage.probe("A", kind=HappeningKind.PURCHASED, at=at, wall=wall_minutes(at, zone), amount=100)
            if shown(happening.wall).date().isoformat() == day:
                stage.fold.add(
                    happening._replace(id=f"e{quarter}", txn=f"X{quarter}", order=(quarter, "T1", 1, quarter, 0))
                )
                seen.add(quarter)
        assert len(seen) in (23 * 4, 25 * 4)
        assert stage.state("A").points == 1
        assert len(stage.state("A").purchases) == len(seen)


@pytest.mark.parametrize(
    ("moment", "open_"),
    [("21:59", False), ("22:00", True), ("23:59", True), ("00:00", True), ("01:59", True), ("02:00", False)],
)
def test_hours_run_past_midnight(moment: str, open_: bool) -> None:
    text = "rules: [{id: r, name: NAME, when: purchased, if: {times: [22:00-02:00]}, give: [{points: 1}]}]"
    stage = Stage(campaign(text)).at(f"2026-03-10 {moment}")
    assert bool(stage.buys("A", 100)) is open_


def test_phases_and_dates_begin_and_end_to_the_minute() -> None:
    text = (
        "rules:\n  - {id: r, name: NAME, when: purchased, if: {phases: [main]}, give: [{points: 1}]}\n"
        "  - {id: d, name: NAME, when: purchased, if: {dates: [{since: 2026-03-09, until: 2026-03-09}]},"
        " give: [{points: 10}]}\n"
    )
    stage = Stage(campaign(text))
    given = {}
    for moment in ("2026-03-07 23:59", "2026-03-08 00:00", "2026-03-09 00:00", "2026-03-09 23:59", "2026-03-10 00:00"):
        given[moment[8:]] = sorted(quantity for _, _, quantity in got(stage.at(moment).buys("A", 100)))
    assert given == {"07 23:59": [], "08 00:00": [1], "09 00:00": [1, 10], "09 23:59": [1, 10], "10 00:00": [1]}
    assert got(stage.at("2026-05-31 23:59").buys("A", 100)) == [("points", "", 1)]
    assert stage.at("2026-06-01 00:00").buys("A", 100) == []
    stage.at("2026-07-01 00:00").buys("A", 100)
    assert stage.why_not("r") == (Outcome.NOT_MET, "period")


def test_a_clock_that_ran_ahead_and_was_put_back_gives_nothing_twice() -> None:
    stage = Stage(campaign(DAILY))
    for moment in ("2026-03-10 12:00", "2026-03-11 12:00", "2026-03-10 12:30", "2026-03-11 13:00"):
        stage.at(moment).buys("A", 100)
    assert stage.points("A") == 2
    assert stage.state("A").spent(0, 1 << 60) == 400_00
    same_everywhere(stage)


# -- baskets ----------------------------------------------------------------------------------------------------------

DISCOUNTS = """
stock: [{id: s, name: NAME, value: 1, quantity: 2}]
rules:
  - {id: a, name: NAME, when: basket, give: [{discount: {off: 30, group: x, with: ["*"]}}]}
  - {id: b, name: NAME, when: basket, give: [{discount: {percent: 10, categories: [tea], group: x, with: ["*"]}}]}
  - {id: c, name: NAME, when: basket, give: [{discount: {off: 5, spend: 20, each: true, group: x, with: ["*"]}}]}
  - {id: d, name: NAME, when: basket, give: [{discount: {price: 4, items: [cup], group: x, with: ["*"]}}]}
  - {id: e, name: NAME, when: basket, give: [{discount: {buy: 1, free: 1, group: x, with: ["*"]}}]}
  - {id: f, name: NAME, when: basket, give: [{discount: {price: 0, pieces: 2, stock: s, group: x, with: ["*"]}}]}
  - {id: g, name: NAME, when: basket, give: [{discount: {off: 1, for_points: 1, group: x, with: ["*"]}}]}
"""
HUGE = 10**14
"""10^12 of a currency in minor units."""
amounts = st.sampled_from([-500, 0, 1, 99, 100, 2000, 12_345, HUGE])
pieces = st.sampled_from([-1, 0, 1, 2, 3, 10**12])
names = st.sampled_from(["tea", "cake", "", "no such thing"])
goods = st.lists(st.builds(Item, st.sampled_from(["cup", "pot", ""]), names, pieces, amounts), max_size=4)


@given(amounts, st.lists(st.tuples(names, amounts), max_size=3), goods, st.sampled_from([-5, 0, 7, HUGE]))
@settings(max_examples=200, deadline=None)
def test_any_basket_has_a_price_that_adds_up(
    amount: int, parts: list[tuple[str, int]], items: list[Item], points: int
) -> None:
    stage = STAGE
    happening = stage.probe(
        "A", amount=amount, categories=tuple(parts), items=tuple(items), detail={"use_points": True}
    )
    state = stage.state("A")
    state.points = points
    basket = basket_of(happening)
    assert sum(line.cost for line in basket.whole()) >= basket.amount >= 0
    found = best(basket, candidates(stage.engine, happening, state, stage.fold.shared), unit=100)
    assert 0 <= found.total == found.amount - sum(line.off for line in found.lines) <= max(0, amount)
    assert all(line.off > 0 for line in found.lines)


STAGE = Stage(campaign(DISCOUNTS))


def test_more_goods_than_the_total_and_less_make_nothing_negative() -> None:
    stage = Stage(campaign(DISCOUNTS))
    cup = Item("cup", "tea", 1000, 100_00)
    for total in (1, 10, 10**12):
        happening = stage.probe("A", amount=total * 100, items=(cup,))
        found = best(
            basket_of(happening), candidates(stage.engine, happening, stage.state("A"), stage.fold.shared), unit=100
        )
        assert 0 <= found.total <= total * 100


# -- numbers ----------------------------------------------------------------------------------------------------------

PLANS = {path.stem: path.read_text(encoding="utf-8") for path in sorted(CAMPAIGNS.glob("*.yaml"))}
NUMBER = re.compile(r"(?<=[ \[])\d+(?=[,}\]\n])")
SPOTS = [(name, found.span()) for name, text in PLANS.items() for found in NUMBER.finditer(text)]


@given(st.sampled_from(SPOTS), st.sampled_from(["0", "1", "36600", "9999999999999"]))
@settings(max_examples=100, deadline=None)
def test_what_check_lets_pass_can_be_run(spot: tuple[str, tuple[int, int]], number: str) -> None:
    """Any number of a plan may be anything: the file is refused, or it runs."""
    name, (start, end) = spot
    text = PLANS[name][:start] + number + PLANS[name][end:]
    try:
        changed = read_campaign(text.encode()).campaign
    except CampaignFileError:
        return
    if any(finding.severity is Severity.ERROR for finding in check(changed)):
        return
    assert rehearse(changed, synthetic(changed, 60)).members > 0
