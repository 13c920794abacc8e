"""Amounts nobody pays, unknown names, withdrawn and new editions, clock changes, stock that goes between two looks."""

from __future__ import annotations

import dataclasses
from datetime import date

import pytest

from kiosk.domain.campaigns.compiled import Edition
from kiosk.domain.campaigns.engine import Engine
from kiosk.domain.campaigns.fold import Fold
from kiosk.domain.campaigns.happenings import HappeningError, HappeningKind
from kiosk.domain.campaigns.localtime import DAY, months_after, months_before, shown, wall_minutes
from kiosk.domain.campaigns.rewards import Outcome
from kiosk.domain.facts import happening_of
from kiosk.domain.journal.facts import Fact
from tests.unit.campaigns.conftest import plan
from tests.unit.campaigns.stage import Stage, campaign, got, same_everywhere

PER_TEN = "rules: [{id: p, name: NAME, when: purchased, give: [{points_per: {amount: 10, points: 1}}]}]"


@pytest.mark.parametrize(("amount", "points"), [(0, 0), (-500, 0), (9, 0), (10, 1), (10**12, 10**11)])
def test_any_amount_is_borne(amount: int, points: int) -> None:
    stage = Stage(campaign(PER_TEN))
    stage.buys("A", amount, "X")
    assert stage.points("A") == points
    assert stage.state("A").spent(0, 1 << 60) == max(0, amount) * 100
    stage.voids("X")
    assert stage.points("A") == 0
    same_everywhere(stage)


def test_a_return_of_more_than_was_paid_is_a_void_and_a_second_void_nothing() -> None:
    stage = Stage(campaign(PER_TEN))
    stage.buys("A", 100, "X")
    stage.returns("X", 10**9)
    assert stage.points("A") == 0
    for _ in range(2):
        stage.voids("X")
        stage.returns("X", 50)
    stage.voids("never-heard-of")
    stage.buys("A", 100, "X")  # a second copy of the sale's fact
    assert stage.points("A") == 0
    same_everywhere(stage)


@pytest.mark.parametrize(("amounts", "tickets"), [((499, 1), 1), ((1200,), 2), ((400, 1700), 4), ((500, 499), 1)])
def test_a_sale_that_reaches_several_multiples_counts_each(amounts: tuple[int, ...], tickets: int) -> None:
    text = (
        'draws: [{id: d, name: NAME, at: "20:00", prizes: [{code: a, name: NAME, count: 1, value: 1}]}]\n'
        "rules: [{id: r, name: NAME, when: {event: spend_reached, amount: 500, every: true}, give: [{tickets: d}]}]"
    )
    stage = Stage(campaign(text))
    for amount in amounts:
        stage.buys("A", amount)
    assert stage.state("A").tickets == {"d": tickets}
    same_everywhere(stage)


def test_unknown_categories_tasks_and_members_give_nothing_and_break_nothing() -> None:
    stage = Stage(plan("product-welfare")).at("2027-02-13 10:00")
    assert got(stage.buys("A", 500, by_category=[["no-such", 500_00]])) == [("points", "per", 50)]
    assert stage.happens("task.done", "A", ref="no-such") == []
    assert stage.happens("wheel.spun", "A", ref="no-such", part="x") == []
    assert stage.happens("reward.chosen", "A", ref="x", part="no-such") == []
    assert stage.buys("", 500) == []  # nobody
    same_everywhere(stage)


@pytest.mark.parametrize("body", [{"total": "much"}, {"items": [1]}, {"by_category": [["a"]]}, {"offers": [["x", 1]]}])
def test_a_body_that_cannot_be_read_is_named(body: dict[str, object]) -> None:
    fact = Fact(1, 7, "sale.completed", 1, 0, None, "b", 0, "lin", {"txn": "X", "member": "A", **body})
    with pytest.raises(HappeningError, match=r"sale\.completed T1/1/7"):
        happening_of(fact, "T1", lambda _: ("s", "UTC"))


def test_facts_that_are_none_of_a_campaigns_business_are_no_events() -> None:
    assert (
        happening_of(Fact(1, 1, "receipt.printed", 1, 0, None, "b", 0, "x", {}), "T1", lambda _: ("s", "UTC")) is None
    )


def test_a_campaign_withdrawn_between_two_sales_gives_no_more_and_a_new_version_takes_over() -> None:
    old = campaign(PER_TEN)
    new = dataclasses.replace(campaign(PER_TEN.replace("points: 1}}", "points: 3}}")), version=2)
    stage = Stage(old)
    change, end = stage.ms + 60_000, stage.ms + 120_000
    stage.engine = Engine([Edition(old, 0, change), Edition(new, change, end)])
    stage.fold = Fold(stage.engine, trace=True)
    for minute, points in enumerate((10, 30, 0)):
        stage.at(f"2026-03-10 12:0{minute}")
        before = stage.points("A")
        stage.buys("A", 100)
        assert stage.points("A") - before == points
    assert stage.why_not("p") == (Outcome.NOT_MET, "in_force")


def test_stock_that_goes_between_display_and_confirmation_is_refused_with_its_name() -> None:
    text = (
        "stock: [{id: mug, name: NAME, value: 9, quantity: 1}]\n"
        "rules: [{id: g, name: NAME, when: purchased, give: [{gift: mug}]}]"
    )
    stage = Stage(campaign(text))
    promised = stage.fold.ask(stage.probe("A", kind=HappeningKind.PURCHASED, amount=100_00))
    assert got(list(promised.rewards)) == [("gift", "mug", 1)]
    assert got(stage.buys("B", 100)) == [("gift", "mug", 1)]
    assert stage.buys("A", 100) == []
    trace = stage.decisions[list(stage.decisions)[-1]].trace[0]
    assert (trace.outcome, trace.checks[-1].code, trace.checks[-1].need) == (Outcome.GONE, "stock", ("mug",))
    same_everywhere(stage)


def test_a_budget_that_is_used_up_gives_no_more() -> None:
    text = (
        "budget: [{id: fun, name: NAME, amount: 25}]\n"
        "rules: [{id: r, name: NAME, when: purchased, give: [{rebate: 10}], budget: fun}]"
    )
    stage = Stage(campaign(text))
    assert [len(stage.buys("A", 100, f"X{number}")) for number in range(3)] == [1, 1, 0]
    assert stage.why_not("r") == (Outcome.GONE, "budget")
    stage.voids("X0")
    assert len(stage.buys("A", 100)) == 1
    same_everywhere(stage)


def test_a_terminal_without_a_lease_gives_nothing_away() -> None:
    text = "rules: [{id: r, name: NAME, when: purchased, give: [{points: 10}], limits: [{most: 5}]}]"
    stage = Stage(campaign(text), pool_of=lambda device: device, pools={})
    assert stage.buys("A", 100) == []
    assert stage.why_not("r") == (Outcome.LIMIT, "limit.total")
    stage.happens("lease.changed", "", quantities={"total:test/r#0": 1})
    assert [len(stage.buys("A", 100)) for _ in range(2)] == [1, 0]
    assert stage.buys("A", 100, device="T2") == []


def test_so_many_a_day_in_a_store_is_counted_without_a_lease() -> None:
    text = "rules: [{id: r, name: NAME, when: purchased, give: [{points: 10}], limits: [{most: 2, per: [store, day]}]}]"
    stage = Stage(campaign(text), pool_of=lambda device: device, pools={})
    gave = [[got(stage.buys(member, 100)) for member in ("m1", "m2", "m3")], [got(stage.tomorrow().buys("m1", 100))]]
    ten = [("points", "", 10)]
    assert gave == [[ten, ten, []], [ten]]


def test_the_hour_that_winter_time_repeats_is_open_twice_and_the_skipped_one_never_comes() -> None:
    text = "rules: [{id: r, name: NAME, when: seen, if: {times: [02:00-03:00]}, give: [{points: 1}]}]"
    phases = "phases: [{id: p, kind: main, name: NAME, starts: 2026-01-01 00:00, ends: 2027-01-01 00:00}]\n"
    stage = Stage(campaign(text, phases=phases), zone="Europe/Berlin")
    half_past_two = 1_792_888_200_000  # 2026-10-25 00:30 UTC is 02:30 there, and so is an hour later
    assert shown(wall_minutes(half_past_two, "Europe/Berlin")).isoformat() == "2026-10-25T02:30:00"
    assert wall_minutes(half_past_two + 3_600_000, "Europe/Berlin") == wall_minutes(half_past_two, "Europe/Berlin")
    for hour, points in enumerate((1, 2, 2)):
        happening = stage.probe("A", kind=HappeningKind.SEEN, id=f"e{hour}", order=(hour + 1, "T1", 1, hour, 0))
        at = half_past_two + hour * 3_600_000
        stage.fold.add(happening._replace(at=at, wall=wall_minutes(at, "Europe/Berlin")))
        assert stage.state("A").points == points


def test_months_end_with_the_month() -> None:
    day = date(2027, 8, 31).toordinal()
    assert shown(months_before(day, 6) * DAY).date().isoformat() == "2027-02-28"
    assert shown(months_after(day, 6) * DAY).date().isoformat() == "2028-02-29"
