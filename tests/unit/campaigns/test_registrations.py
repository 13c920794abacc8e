"""Registrations: phones that are not proved, referrals that somebody looks at, HQ's words, one person with two cards,
and persons that are forgotten. Whatever comes of them is the same wherever, and in whatever order, the facts arrive."""

from __future__ import annotations

import random
from datetime import timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.domain.campaigns.fold import Fold
from kiosk.domain.campaigns.happenings import Happening, HappeningKind
from kiosk.domain.campaigns.judged_again import reckon
from kiosk.domain.campaigns.shared import Shared, whole_quantities
from kiosk.domain.facts import happening_of
from tests.unit.campaigns.stage import Stage, campaign, nonzero, same_everywhere, view
from tests.unit.campaigns.test_laws import events_of
from tests.unit.campaigns.test_recall import Till

RULES = """
coupons:
  - {id: welcome, name: NAME, off: 50, valid_days: 7}
  - {id: thanks, name: NAME, off: 20, valid_days: 7}
stock: [{id: mug, name: NAME, value: 99, quantity: 9}]
experiences: [{id: care, name: NAME, cost: 5}]
rules:
  - {id: pack, name: NAME, when: registered, give: [{coupon: welcome}, {points: 100}], on_void: keep}
  - {id: friend-in, name: NAME, when: referred, give: [{points: 20}]}
  - {id: bought, name: NAME, when: {event: referee_bought, amount: 200}, give: [{points: 200}, {coupon: thanks}],
     hold_days: 7}
  - {id: two, name: NAME, when: {event: referee_bought, amount: 200, n: 2}, give: [{experience: care}]}
  - {id: base, name: NAME, when: purchased, give: [{points_per: {amount: 10, points: 1}}]}
  - {id: first, name: NAME, when: first_purchase, give: [{coupon: thanks}]}
  - {id: third, name: NAME, when: {event: purchased, n: 3}, give: [{points: 30}]}
  - {id: seen, name: NAME, when: checked_in, give: [{points: 5}]}
"""
PLAN = campaign(RULES)
WHO = ("R", "Q", "A", "B", "C")


def here(stage: Stage, member: str) -> tuple[int, int]:
    """Points that may be spent, and those that wait."""
    state = stage.state(member)
    return state.points_at(stage.wall), state.points_waiting(stage.wall)


def given_by(stage: Stage, member: str) -> list[str]:
    return sorted(f"{one.rule}:{one.kind}" for one in stage.state(member).rewards.values())


def stage_with(*known: str) -> Stage:
    stage = Stage(PLAN).at("2026-03-09 09:00")
    for name in known:
        stage.known(name, joined_day=1)
    return stage


def registers(stage: Stage, who: str, by: str = "", *, device: str = "T1", **more: Any) -> str:
    """As a till writes it today; gives what it is called."""
    body = {"person": "00", **({"other": by} if by else {}), **more}
    stage.happens("member.registered", who, device=device, **body)
    return made(stage)


def made(stage: Stage) -> str:
    """The last fact that was no decision."""
    device, fact = [one for one in stage.facts if one[1].kind != "rewards.decided"][-1]
    return f"{device}/{fact.hlc:x}"


def says(stage: Stage, verdict: str, who: str) -> None:
    stage.happens("registration.reviewed", who, device="hq", verdict=verdict, reason="r", by="p")


def merges(stage: Stage, stays: str, goes: str, of_member: str = "", of_other: str = "") -> None:
    rests: dict[str, Any] = {"of_member": [of_member] if of_member else [], "of_other": [of_other] if of_other else []}
    stage.happens("members.merged", stays, device="hq", other=goes, why="same_phone", **rests)


# -- a phone that is not proved ---------------------------------------------------------------------------------------


def test_points_for_an_unproved_phone_wait_on_both_sides_and_coupons_do_not() -> None:
    stage = stage_with("R")
    registers(stage, "A", "R")
    assert here(stage, "A") == (0, 100)
    assert here(stage, "R") == (0, 20)
    assert stage.state("A").things == {"coupon:welcome": 1}
    stage.buys("A", 50)
    assert here(stage, "A") == (5, 100)  # what was bought is no part of it
    stage.happens("phone.proved", "A")
    assert (here(stage, "A"), here(stage, "R")) == ((105, 0), (20, 0))
    same_everywhere(stage)


def test_an_approval_settles_what_a_proof_does_and_asking_does_not() -> None:
    stage = stage_with("R")
    registers(stage, "A", "R")
    says(stage, "asked", "A")
    assert (here(stage, "A"), here(stage, "R")) == ((0, 100), (0, 20))
    says(stage, "approved", "A")
    assert (here(stage, "A"), here(stage, "R")) == ((100, 0), (20, 0))
    same_everywhere(stage)


def test_who_proved_the_phone_at_once_waits_for_nothing() -> None:
    stage = stage_with("R")
    registers(stage, "A", "R", proved=True)
    assert (here(stage, "A"), here(stage, "R")) == ((100, 0), (20, 0))


# -- somebody looks at it first ---------------------------------------------------------------------------------------


def test_a_held_referral_gives_the_referrer_nothing_and_the_friend_what_is_theirs() -> None:
    stage = stage_with("R")
    registers(stage, "A", "R", held=["phone_family"], proved=True)
    stage.buys("A", 300)
    assert given_by(stage, "R") == []
    assert stage.state("R").referees == {}
    assert here(stage, "A") == (130, 0)
    says(stage, "approved", "A")
    assert given_by(stage, "R") == ["bought:coupon", "bought:points", "friend-in:points"]
    assert here(stage, "R") == (20, 200)  # the purchase's hold period runs from the purchase
    same_everywhere(stage)
    stage.tomorrow(7).at(f"{stage.now:%Y-%m-%d} 00:00")
    assert here(stage, "R") == (220, 0)


def test_a_return_in_the_hold_period_claws_back_what_a_held_referral_had_settled() -> None:
    stage = stage_with("R")
    registers(stage, "A", "R", held=["too_many"], proved=True)
    says(stage, "approved", "A")
    stage.buys("A", 300, "X")
    assert "bought:points" in given_by(stage, "R")
    stage.tomorrow(3).returns("X", 150)
    assert given_by(stage, "R") == ["friend-in:points"]
    same_everywhere(stage)


def test_first_purchases_before_the_approval_and_after_count_once() -> None:
    stage = stage_with("R")
    registers(stage, "A", "R", held=["household"])
    stage.buys("A", 300)
    says(stage, "approved", "A")
    stage.buys("A", 300)
    assert given_by(stage, "R").count("bought:points") == 1


# -- rejected ---------------------------------------------------------------------------------------------------------


def test_a_rejected_registration_and_its_referral_are_as_if_they_had_never_been() -> None:
    stage = stage_with("R")
    registers(stage, "A", "R", proved=True)
    stage.buys("A", 300)
    says(stage, "rejected", "A")
    assert given_by(stage, "R") == []
    assert given_by(stage, "A") == ["base:points", "first:coupon"]  # also what a rule keeps when a sale is undone
    assert stage.state("R").referees == {}
    same_everywhere(stage)
    says(stage, "approved", "A")
    assert given_by(stage, "R") == ["bought:coupon", "bought:points", "friend-in:points"]
    assert given_by(stage, "A") == ["base:points", "first:coupon", "pack:coupon", "pack:points"]
    same_everywhere(stage)


def test_what_is_void_by_hqs_word_is_told_from_what_was_given_too_much() -> None:
    stage = stage_with("R")
    one = registers(stage, "A", "R", proved=True)
    two = registers(stage, "B", "R", proved=True)
    stage.buys("B", 300)
    before = [one for one in map(as_told, stage.facts) if one is not None]
    merges(stage, "A", "B", one, two)
    told = [*before, as_told(next(one for one in stage.facts if one[1].kind == "members.merged"))]
    shared = Shared(lambda _: "", {}, {})
    found = reckon(stage.engine, shared, "A", told, None, 64)
    assert found is not None
    pack = [key for key in found.journalled.rewards if "/pack/" in key]
    assert len(pack) == 4
    assert sorted(found.void) == sorted(key for key in pack if two in key)
    assert found.kept == frozenset()
    assert {one.id for one in found.effect.taken_back} == found.void
    again = reckon(stage.engine, shared, "R", told, None, 64)
    assert again is not None
    assert [one.rpartition("/")[0] for one in again.void] == [f"test/friend-in/{two}+referee_registered"]


def as_told(row: tuple[str, Any]) -> Any:
    return happening_of(row[1], row[0], lambda _: ("xinyi", "Asia/Taipei"))


def test_a_ladder_stands_on_the_friends_that_count() -> None:
    stage = stage_with("R")
    for friend in "AB":
        registers(stage, friend, "R", proved=True)
        stage.buys(friend, 250)
    assert "two:experience" in given_by(stage, "R")
    says(stage, "rejected", "A")
    assert "two:experience" not in given_by(stage, "R")
    registers(stage, "C", "R", proved=True)
    stage.buys("C", 250)
    assert "two:experience" in given_by(stage, "R")
    same_everywhere(stage)


# -- one person with two cards ----------------------------------------------------------------------------------------


def two_offline(stage: Stage) -> tuple[str, str]:
    """The same phone at two stores, with two referrers."""
    one = registers(stage, "A", "R", device="T1")
    stage.buys("A", 90, device="T1")
    two = registers(stage, "B", "Q", device="T2")
    stage.buys("B", 400, device="T2")
    return one, two


def test_who_registered_first_stays_and_nothing_is_granted_twice() -> None:
    stage = stage_with("R", "Q")
    merges(stage, "A", "B", *two_offline(stage))
    assert given_by(stage, "A") == ["base:points", "base:points", "first:coupon", "pack:coupon", "pack:points"]
    assert stage.state("B").id == "A"  # the old card finds who stays
    assert sorted(amount for _, _, amount in stage.state("A").purchases) == [90_00, 400_00]
    same_everywhere(stage)


def test_of_two_referrers_the_first_counts_and_the_other_is_told() -> None:
    stage = stage_with("R", "Q")
    merges(stage, "A", "B", *two_offline(stage))
    assert given_by(stage, "R") == ["friend-in:points"]  # the first purchase was below the threshold
    assert given_by(stage, "Q") == []
    told = [one for one in stage.fold.happenings("Q") if one.kind is HappeningKind.REFEREE_REGISTERED]
    assert [(one.other, one.part) for one in told] == [("A", "already_referred")]
    assert (stage.state("R").referees, stage.state("Q").referees) == ({"A": True}, {})
    stage.buys("B", 300, device="T2")  # by the old card: no first purchase any more
    assert given_by(stage, "R") == ["friend-in:points"]
    same_everywhere(stage)


def test_a_second_card_of_who_was_a_member_before_journals_began_brings_nothing() -> None:
    stage = stage_with("R", "A")
    two = registers(stage, "B", "R")
    merges(stage, "A", "B", "", two)
    assert given_by(stage, "A") == []
    assert given_by(stage, "R") == []
    told = [one.part for one in stage.fold.happenings("R") if one.kind is HappeningKind.REFEREE_REGISTERED]
    assert told == ["already_member"]
    same_everywhere(stage)


def test_who_was_recommended_by_themselves_was_not() -> None:
    stage = stage_with()
    one = registers(stage, "A", proved=True)
    two = registers(stage, "B", "A", proved=True)
    assert "friend-in:points" in given_by(stage, "A")
    merges(stage, "A", "B", one, two)
    assert given_by(stage, "A") == ["pack:coupon", "pack:points"]
    same_everywhere(stage)


def test_a_chain_of_merges_ends_with_the_first() -> None:
    stage = stage_with("R", "Q")
    one, two = two_offline(stage)
    three = registers(stage, "C", "Q", device="T3")
    merges(stage, "B", "C", two, three)
    merges(stage, "A", "B", one, two)
    assert stage.state("C").id == "A"
    assert given_by(stage, "A").count("pack:coupon") == 1
    assert given_by(stage, "Q") == []
    same_everywhere(stage)


def test_when_the_first_registration_was_rejected_the_second_counts() -> None:
    stage = stage_with("R", "Q")
    one, two = two_offline(stage)
    merges(stage, "A", "B", one, two)
    says(stage, "rejected", "A")
    assert given_by(stage, "A").count("pack:coupon") == 1
    assert (given_by(stage, "R"), given_by(stage, "Q")) == ([], ["friend-in:points"])
    same_everywhere(stage)


def test_a_merge_rests_on_the_registrations_of_both() -> None:
    stage = stage_with("R", "Q")
    one, _two = two_offline(stage)
    merges(stage, "A", "B", one, "T9/ff")
    assert stage.state("B").id == "B"
    assert "pack:coupon" in given_by(stage, "B")


def test_the_proof_of_either_card_is_the_persons() -> None:
    stage = stage_with("R")
    one = registers(stage, "A", "R")
    two = registers(stage, "B")
    stage.happens("phone.proved", "B")
    merges(stage, "A", "B", one, two)
    assert (here(stage, "A"), here(stage, "R")) == ((100, 0), (20, 0))


# -- erased -----------------------------------------------------------------------------------------------------------


def test_of_an_erased_referrer_what_is_pending_lapses_and_what_is_given_stays() -> None:
    stage = stage_with("R")
    registers(stage, "A", "R", proved=True)
    stage.buys("A", 300, "X")
    registers(stage, "B", "R")
    assert here(stage, "R") == (20, 220)
    stage.happens("member.erased", "R", device="hq", why="asked", by="p")
    assert here(stage, "R") == (20, 0)
    assert given_by(stage, "R") == ["friend-in:points"]
    stage.happens("phone.proved", "B")
    stage.buys("B", 300)
    stage.tomorrow(8)
    assert here(stage, "R") == (20, 0)
    stage.voids("X")
    assert here(stage, "R") == (20, 0)
    same_everywhere(stage)


def test_an_erased_member_keeps_the_history_by_id_and_is_given_nothing_new() -> None:
    stage = stage_with("R")
    registers(stage, "A", "R", proved=True)
    stage.happens("member.erased", "A", device="hq", why="asked", by="p")
    stage.buys("A", 300)
    stage.checks_in("A")
    assert given_by(stage, "A") == ["pack:coupon", "pack:points"]
    assert [amount for _, _, amount in stage.state("A").purchases] == [300_00]
    assert given_by(stage, "R") == ["friend-in:points"]
    same_everywhere(stage)


# -- laws -------------------------------------------------------------------------------------------------------------

person = st.sampled_from(WHO)
step = st.one_of(
    st.tuples(st.just("register"), st.sampled_from("ABC"), person, st.sampled_from(["", "", "held"]), st.booleans()),
    st.tuples(st.just("register"), st.sampled_from("ABC"), person, st.sampled_from(["", "", "held"]), st.booleans()),
    st.tuples(st.just("buy"), person, st.sampled_from([90, 250, 400])),
    st.tuples(st.just("buy"), person, st.sampled_from([90, 250, 400])),
    st.tuples(st.just("prove"), person),
    st.tuples(st.just("say"), st.sampled_from("ABC"), st.sampled_from(["approved", "rejected", "rejected", "asked"])),
    st.tuples(st.just("merge"), st.sampled_from("ABC"), person),
    st.tuples(st.just("erase"), person),
    st.tuples(st.just("check_in"), person),
    st.tuples(st.just("void"), st.integers(0, 5)),
    st.tuples(st.just("return"), st.integers(0, 5), st.sampled_from([50, 200])),
    st.tuples(st.just("later"), st.sampled_from([1, 60, 24 * 60, 8 * 24 * 60])),
)
stories = st.lists(step, min_size=2, max_size=16)


def play(stage: Stage, story: list[tuple[Any, ...]], *, devices: int = 1) -> Stage:
    """Everybody is registered once, and buys only as a member; of two to be merged the earlier stays."""
    stage.at("2026-03-09 09:00")
    for name in ("R", "Q"):
        stage.known(name, joined_day=1)
    registered: dict[str, str] = {}
    sale = 0
    for index, (what, *how) in enumerate(story):
        device = f"T{index % devices}"
        stage.now += timedelta(seconds=1)
        who = how[0]
        if what == "register" and who not in registered:
            by = how[1] if how[1] != who and how[1] in {"R", "Q", *registered} else ""
            more = {"held": ["phone_family"]} if how[2] and by else {}
            registered[who] = registers(stage, who, by, device=device, proved=how[3], **more)
        elif what == "void":
            stage.happens("sale.voided", "", txn=f"S{who}", device=device)
        elif what == "return":
            stage.happens("sale.returned", "", txn=f"S{who}", amount=how[1] * 100, device=device)
        elif what == "later":
            stage.now += timedelta(minutes=who)
        elif who not in ("R", "Q") and who not in registered:
            continue
        elif what == "buy":
            stage.happens("sale.completed", who, txn=f"S{sale}", total=how[1] * 100, device=device)
            sale += 1
        elif what == "prove":
            stage.happens("phone.proved", who, device=device)
        elif what == "say":
            says(stage, how[1], who)
        elif what == "merge" and how[1] != who and (how[1] in registered or how[1] in ("R", "Q")):
            order = [*registered]
            stays, goes = sorted((who, how[1]), key=lambda name: order.index(name) if name in order else -1)
            merges(stage, stays, goes, registered.get(stays, ""), registered[goes])
        elif what == "erase":
            stage.happens("member.erased", who, device="hq", why="asked", by="p")
        elif what == "check_in":
            stage.checks_in(who, device=device)
    return stage


def world(fold: Fold, wall: int) -> dict[str, Any]:
    found: dict[str, Any] = {member: view(fold.member(member), wall) for member in WHO}
    return found | {"pools": nonzero(fold.shared.pools), "counts": nonzero(fold.shared.counts)}


@given(stories)
@settings(max_examples=60, deadline=None)
def test_the_state_is_the_same_rebuilt_from_the_journal_and_judged_anew(story: list[tuple[Any, ...]]) -> None:
    same_everywhere(play(Stage(PLAN), story))


@given(stories, st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_the_order_of_arrival_changes_nothing(story: list[tuple[Any, ...]], rng: random.Random) -> None:
    stage = play(Stage(PLAN), story, devices=3)
    happenings = events_of(stage)
    rng.shuffle(happenings)
    other = Fold(stage.engine, pool_of=lambda _: "", pools=whole_quantities(PLAN))
    while happenings:
        packet = rng.randrange(1, len(happenings) + 1)
        other.add_all([*happenings[:packet], *happenings[: packet // 2]])
        del happenings[:packet]
    assert world(other, stage.wall) == world(stage.fold, stage.wall)


@given(stories)
@settings(max_examples=60, deadline=None)
def test_what_is_recalled_is_what_was_watched_and_nothing_is_left_to_correct(story: list[tuple[Any, ...]]) -> None:
    stage = play(Stage(PLAN), story)
    facts = [happening_of(fact, device, lambda _: ("xinyi", stage.zone)) for device, fact in stage.facts]
    everything = [one for one in facts if one is not None]
    shared = Shared(stage.fold.shared.pool_of, dict(stage.fold.shared.pools), dict(stage.fold.shared.counts))
    fold = Fold(stage.engine, pool_of=shared.pool_of, load=lambda _member: everything, shared=shared)
    for member in WHO:
        assert view(fold.member(member), stage.wall) == view(stage.state(member), stage.wall), member
        if stage.state(member).id == member:
            found = reckon(stage.engine, shared, member, everything, None, 64)
            assert found is not None
            assert (found.effect.granted, found.effect.taken_back) == ((), ()), member


FAMILY = [("register", "B", "R", "", True), ("register", "A", "B", "", True), ("register", "C", "A", "", False)]


MERGES = st.tuples(st.just("merge"), st.sampled_from("ABC"), person)


@given(
    st.tuples(stories, MERGES).map(lambda two: [*FAMILY, *two[0], two[1]]),
    st.sampled_from("ABC"),
    st.sampled_from([200, 400]),
)
@settings(max_examples=100, deadline=None)
def test_who_is_only_then_found_to_be_another_is_given_what_is_theirs(
    story: list[tuple[Any, ...]], who: str, amount: int
) -> None:
    """A till recalls a buyer, and whoever recommended them after that: only their own past says who they are now."""
    stage = play(Till(PLAN), story)
    if stage.state(who).id != who:
        return
    told = events_of(stage)
    person = {name: stage.state(name).id for name in WHO}
    friends = {(one.member, one.other) for one in told if one.kind is HappeningKind.REGISTERED}

    def load(member: str) -> list[Happening]:
        mine = {name for name in WHO if person[name] == person[member]}
        theirs = {person[name] for name, by in friends if by in mine}
        mine |= {name for name in WHO if person[name] in theirs}
        return [one for one in told if one.kind is not HappeningKind.MERGED or mine & {one.member, one.other}]

    shared = Shared(stage.fold.shared.pool_of, dict(stage.fold.shared.pools), dict(stage.fold.shared.counts))
    fold = Fold(stage.engine, pool_of=shared.pool_of, load=load, shared=shared)
    stage.buys(who, amount, "NEXT")
    for one in events_of(stage)[len(told) :]:
        if one.kind is HappeningKind.PURCHASED:
            fold.add(one)
    for name in WHO:
        assert view(fold.member(name), stage.wall) == view(stage.state(name), stage.wall), name


@given(stories)
@settings(max_examples=40, deadline=None)
def test_nothing_is_granted_twice_and_no_friend_has_two_referrers(story: list[tuple[Any, ...]]) -> None:
    stage = play(Stage(PLAN), story)
    persons = {stage.state(member).id for member in WHO}
    for member in persons:
        rewards = [*stage.state(member).rewards.values()]
        assert len([one for one in rewards if (one.rule, one.kind) == ("pack", "coupon")]) <= 1
        assert len([one for one in rewards if one.rule == "first"]) <= 1
    friends = [friend for member in persons for friend in stage.state(member).referees]
    assert len(friends) == len(set(friends))
    assert set(friends) <= persons
