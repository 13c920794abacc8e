"""Points that run out: until when they are good, which are spent first, and what voids and late news make of them."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.domain.campaigns.compiled import Edition
from kiosk.domain.campaigns.coupons import coupon_ids
from kiosk.domain.campaigns.engine import Engine
from kiosk.domain.campaigns.fold import Fold
from kiosk.domain.campaigns.happenings import HappeningKind
from kiosk.domain.campaigns.localtime import DAY, shown
from kiosk.domain.campaigns.points_expiry import NEVER, EndOf, Expire, Move, RunsOut, standing
from kiosk.domain.campaigns.rewards import Reward, RewardKind
from kiosk.domain.campaigns.state import MemberState, grant, take_back
from tests.unit.campaigns.stage import Stage, campaign, same_everywhere
from tests.unit.campaigns.test_laws import events_of

PHASES = "phases: [{id: main, kind: main, name: NAME, starts: 2024-01-01 00:00, ends: 2030-01-01 00:00}]\n"
RULES = """
points: {expire: TERMS}
mall: [{id: tea, name: NAME}, {id: pot, name: NAME}]
rules:
  - {id: base, name: NAME, when: purchased, give: [{points_per: {amount: 1, points: 1}}]}
  - {id: tea, name: NAME, when: {event: points_spent, ref: tea, points: 60}, give: [{experience: tea}]}
  - {id: half, name: NAME, when: basket, give: [{discount: {off: 1, for_points: 1, group: p, with: ["*"]}}]}
experiences: [{id: tea, name: NAME}]
"""


def _midnight(day: str) -> int:
    return date.fromisoformat(day).toordinal() * DAY


def shop(terms: str) -> Stage:
    return Stage(campaign(RULES.replace("TERMS", terms), phases=PHASES))


@pytest.mark.parametrize(
    ("expire", "earned", "last"),
    [
        (Expire(days=1), "2026-03-10", "2026-03-10"),
        (Expire(days=365), "2026-03-10", "2027-03-09"),
        (Expire(days=365), "2024-02-29", "2025-02-27"),
        (Expire(days=366), "2023-02-28", "2024-02-28"),
        (Expire(months=12), "2026-03-10", "2027-03-10"),
        (Expire(months=12), "2024-02-29", "2025-02-28"),
        (Expire(months=1), "2026-01-31", "2026-02-28"),
        (Expire(end_of=EndOf.YEAR), "2026-12-31", "2026-12-31"),
        (Expire(end_of=EndOf.YEAR), "2027-01-01", "2027-12-31"),
        (Expire(months=12, end_of=EndOf.YEAR), "2026-01-01", "2027-12-31"),
        (Expire(end_of=EndOf.MONTH), "2024-02-01", "2024-02-29"),
        (Expire(days=30, end_of=EndOf.MONTH), "2026-12-03", "2027-01-31"),
    ],
)
def test_a_point_is_good_to_the_end_of_its_last_day(expire: Expire, earned: str, last: str) -> None:
    until = expire.until(date.fromisoformat(earned).toordinal())
    assert shown(until - 1).date() == date.fromisoformat(last)
    assert until % DAY == 0


def test_beyond_all_calendars_points_never_run_out() -> None:
    assert Expire(days=10**7).until(date(2026, 1, 1).toordinal()) == NEVER
    assert Expire(months=12, end_of=EndOf.YEAR).until(date(9999, 6, 1).toordinal()) == NEVER


def test_the_oldest_are_spent_first_and_the_rest_runs_out_at_midnight() -> None:
    stage = shop("{days: 30}").at("2026-03-01 10:00")
    stage.buys("A", 100)
    stage.at("2026-03-20 10:00").buys("A", 50)
    stage.happens("points.spent", "A", ref="tea", value=60)
    assert stage.points("A") == 90
    assert stage.state("A").points_ahead(stage.wall) == (
        RunsOut(_midnight("2026-03-31"), 40),
        RunsOut(_midnight("2026-04-19"), 50),
    )
    assert stage.at("2026-03-30 23:59").points("A") == 90
    assert stage.at("2026-03-31 00:00").points("A") == 50
    assert stage.at("2026-04-19 00:00").points("A") == 0
    same_everywhere(stage)


def test_points_that_ran_out_pay_for_nothing() -> None:
    stage = shop("{end_of: year}").at("2026-12-31 23:50")
    stage.buys("A", 100)
    assert stage.candidates("A", 500, points=True)
    stage.at("2027-01-01 00:00")
    assert not stage.candidates("A", 500, points=True)
    assert not stage.happens("points.spent", "A", ref="tea", value=60)
    assert stage.why_not("tea")[1] == "points"


def test_a_void_after_expiry_owes_what_was_spent_of_it_and_no_more() -> None:
    stage = shop("{days: 30}").at("2026-03-01 10:00")
    stage.buys("A", 100, "S1")
    stage.buys("B", 100, "S2")
    stage.at("2026-03-05 10:00").buys_at_best("A", 60, "S3", points=True)
    assert stage.points("A") == 40
    stage.at("2026-05-01 10:00")
    assert (stage.points("A"), stage.points("B")) == (0, 0)
    stage.voids("S1")
    stage.voids("S2")
    assert (stage.points("A"), stage.points("B")) == (-60, 0)
    stage.buys("A", 200)
    assert stage.points("A") == 140, "the next points make up for the debt"
    same_everywhere(stage)


def test_points_given_back_are_as_old_as_they_were() -> None:
    stage = shop("{days: 30}").at("2026-03-01 10:00")
    stage.buys("A", 100, "S1")
    stage.buys_at_best("A", 80, "S2", points=True)
    stage.at("2026-03-20 10:00").voids("S2")
    assert stage.points("A") == 100
    assert stage.at("2026-03-31 00:00").points("A") == 0
    same_everywhere(stage)


def test_points_of_a_sale_told_late_are_as_old_as_the_sale() -> None:
    """A terminal was out of reach for a month: what it gave has run out by now, but for what was spent meanwhile."""
    stage = shop("{days: 30}").at("2026-03-01 10:00")
    stage.buys("A", 100, "S1", device="T2")
    stage.at("2026-03-10 10:00").buys("A", 40, "S2", device="T1")
    stage.happens("points.spent", "A", ref="tea", value=60, device="T1")
    happenings = events_of(stage)
    late = [one for one in happenings if one.device == "T2"]
    fold = Fold(stage.engine)
    fold.add_all(one for one in happenings if one.device != "T2")
    assert fold.member("A").points_at(stage.wall) == 40, "nobody who knows only T1 would have let 60 go"
    fold.add_all(late)
    wall = stage.at("2026-04-02 10:00").wall
    assert fold.member("A").points_at(wall) == stage.points("A") == 40


def test_new_terms_hold_for_points_given_from_then_on() -> None:
    old = campaign(RULES.replace("points: {expire: TERMS}\n", ""), phases=PHASES)
    new = replace(campaign(RULES.replace("TERMS", "{days: 1}"), phases=PHASES), version=2)
    stage = Stage(old)
    since = stage.at("2026-03-10 00:00").ms
    stage.engine = Engine([Edition(old, 0, since), Edition(new, since, None)])
    stage.fold._engine = stage.engine
    stage.at("2026-03-09 10:00").buys("A", 100)
    stage.at("2026-03-10 10:00").buys("A", 30)
    assert stage.points("A") == 130
    assert stage.at("2026-03-11 00:00").points("A") == 100


MOVES = st.lists(
    st.tuples(st.integers(0, 20), st.booleans(), st.sampled_from([5, 10, 15, 30, NEVER]), st.integers(1, 9)),
    max_size=14,
)


@given(MOVES, st.integers(-5, 9), st.integers(0, 40))
@settings(max_examples=300, deadline=None)
def test_what_stands_is_what_pieces_tell_one_by_one(
    rows: list[tuple[int, bool, int, int]], opening: int, wall: int
) -> None:
    """A second reckoning, point by point: each is a coin with a date, the soonest goes first, debts are paid first."""
    moves = sorted(Move(*row) for row in rows)
    found = standing(opening, moves, wall)
    coins, debt, gone = [NEVER] * max(0, opening), max(0, -opening), 0
    for now in range(wall + 1):
        for move in [*(move for move in moves if move.wall == now), Move(now, True, NEVER, 0)]:
            gone += sum(coin <= now for coin in coins)
            coins = [coin for coin in coins if coin > now]
            for _ in range(move.points):
                if move.paid and coins:
                    coins.remove(min(coins))
                elif move.paid:
                    debt += 1
                elif debt:
                    debt -= 1
                else:
                    coins.append(move.until)
    assert found.gone == gone
    assert sum(one.points for one in found.ahead) == sum(coin < NEVER for coin in coins)
    assert [one.until for one in found.ahead] == sorted({coin for coin in coins if coin < NEVER})


@given(MOVES, st.randoms(use_true_random=False), st.integers(0, 40))
@settings(max_examples=100, deadline=None)
def test_the_order_in_which_it_is_told_changes_nothing(
    rows: list[tuple[int, bool, int, int]], rng: random.Random, wall: int
) -> None:
    rewards = [
        Reward(
            f"r{index}", "c", "r", "e", "A", RewardKind.POINTS, "", -points if paid else points, wall=at, until=until
        )
        for index, (at, paid, until, points) in enumerate(rows)
    ]
    straight, shuffled = MemberState("A", points=7), MemberState("A", points=7)
    for reward in rewards:
        grant(straight, reward)
    rng.shuffle(rewards)
    for index, reward in enumerate(rewards):
        grant(shuffled, reward)
        if index % 3 == 0:  # taken back, and given again
            take_back(shuffled, reward.id)
            grant(shuffled, reward)
    for at in range(wall, wall + 20, 3):
        assert shuffled.points_at(at) == straight.points_at(at)
        assert shuffled.points_ahead(at) == straight.points_ahead(at)


SOON = """
points: {expire: {days: 30}}
coupons: [{id: c, name: NAME, off: 5, valid_days: 10}]
rules:
  - {id: base, name: NAME, when: purchased, give: [{points_per: {amount: 1, points: 1}}]}
  - {id: pack, name: NAME, when: first_purchase, give: [{coupon: c}]}
  - {id: remind, name: NAME, when: seen, if: {expiring: {within_days: 3, points: 50}}, give: [{tickets: d}]}
  - {id: hurry, name: NAME, when: seen, if: {expiring: {within_days: 3, coupons: 1}}, give: [{points: 1}]}
draws: [{id: d, name: NAME, at: "20:00", prizes: [{code: a, name: NAME, count: 1, value: 1}]}]
"""


def test_who_has_points_or_coupons_that_run_out_soon_can_be_told() -> None:
    stage = Stage(campaign(SOON, phases=PHASES)).at("2026-03-01 10:00")
    coupon = next(one for one in stage.buys("A", 60, "S1") if one.kind is RewardKind.COUPON)

    def reminded(day: str, rule: str) -> bool:
        probe = stage.at(f"{day} 12:00").probe("A", kind=HappeningKind.SEEN)
        return any(one.rule == rule for one in stage.fold.quote(probe).rewards)

    days = ("2026-03-06", "2026-03-07", "2026-03-10", "2026-03-11")
    assert [reminded(day, "hurry") for day in days] == [False, True, True, False]
    days = ("2026-03-26", "2026-03-27", "2026-03-30", "2026-03-31")
    assert [reminded(day, "remind") for day in days] == [False, True, True, False]
    used = [{"id": coupon_ids(coupon)[0], "template": "test/c", "value": 500, "right": "held"}]
    stage.at("2026-03-08 10:00").buys("A", 5, "S2", coupons=used)
    assert not reminded("2026-03-09", "hurry"), "it was used"
