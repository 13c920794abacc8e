"""Registrations at HQ: phones that are proved, referrals that wait, reviews, merges and erasures; whatever tills tell,
and whenever, everybody who knows a member comes to the same."""

from __future__ import annotations

import itertools
import os
import random
from collections import Counter
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from kiosk.domain.campaigns.fold import Fold
from kiosk.domain.campaigns.happenings import Happening, HappeningKind
from kiosk.domain.campaigns.known import known_happenings
from kiosk.domain.campaigns.rewards import RewardKind
from kiosk.domain.campaigns.shared import Shared, one_pool
from kiosk.domain.facts import happening_of
from kiosk.domain.journal.facts import decode
from kiosk.domain.members.facts import MEMBER_REGISTERED
from kiosk.domain.members.member import Member
from kiosk.domain.registration.facts import (
    MEMBER_CONSENTED,
    MEMBER_ERASED,
    MEMBERS_MERGED,
    PHONE_PROVED,
    REGISTRATION_REVIEWED,
)
from kiosk.domain.sales.facts import SALE_RETURNED
from kiosk.hq.campaigns import recount, verdicts
from kiosk.hq.campaigns.points import points_of
from kiosk.hq.headquarters import Headquarters
from kiosk.hq.registration.merging import Merged, merge
from kiosk.protocol.rows import EventRow, decode_row
from tests.unit.hq.campaign_rig import buys, decides, last_stamp, member, published, pushes, reward, with_members
from tests.unit.hq.rig import Terminal, TestClock, headquarters

RULES = """
coupons:
  - {id: welcome, name: NAME, off: 50, min_spend: 100, valid_days: 7}
  - {id: thanks, name: NAME, off: 20, min_spend: 100, valid_days: 7}
rules:
  - {id: pack, name: NAME, when: registered, give: [{coupon: welcome}, {points: 100}], on_void: keep}
  - {id: friend-in, name: NAME, when: referred, give: [{points: 20}]}
  - {id: friend-bought, name: NAME, when: {event: referee_bought, amount: 200}, give: [{points: 200}, {coupon: thanks}],
     hold_days: 7}
  - {id: first, name: NAME, when: first_purchase, give: [{coupon: thanks}]}
  - {id: base, name: NAME, when: purchased, give: [{points: 3}]}
"""


@pytest.fixture
def chain(hq: Headquarters) -> Headquarters:
    published(hq, RULES)
    with_members(hq, member("r"), member("q", "s2"))
    return hq


def registers(till: Terminal, who: str, by: str = "", **more: Any) -> str:
    """As a till tells it today; gives what it is called."""
    till.fact(MEMBER_REGISTERED, {"member": who, "person": "00", **({"other": by} if by else {}), **more})
    return f"{till.device}/{last_stamp(till):x}"


def says(hq: Headquarters, verdict: str, who: str) -> None:
    with hq.database.write() as tx:
        body = {"member": who, "verdict": verdict, "reason": "r", "by": "p"}
        verdicts.say(hq.context, tx, REGISTRATION_REVIEWED, body)


def merges(hq: Headquarters, stays: str, goes: str) -> Merged | None:
    with hq.database.write() as tx:
        return merge(hq.context, tx, stays, goes, "same_phone", "p")


def erases(hq: Headquarters, who: str) -> None:
    with hq.database.write() as tx:
        verdicts.say(hq.context, tx, MEMBER_ERASED, {"member": who, "why": "asked", "by": "p"})


def given_to(hq: Headquarters, who: str) -> list[str]:
    return sorted(f"{one.rule}:{one.kind}" for one in hq.rewards() if one.member == who)


def points(hq: Headquarters, who: str) -> int:
    with hq.database.write() as tx:
        return points_of(hq.context, tx, who)


def happenings(hq: Headquarters, who: str) -> list[Happening]:
    with hq.database.write() as tx:
        return recount.fold_of(hq.context, tx).happenings(who)


def passes(till: Terminal, ms: int = 1_000) -> None:
    clock: Any = till.clock
    clock.now += ms


def two_offline(hq: Headquarters) -> tuple[Terminal, Terminal]:
    """The same person at two stores with two referrers, neither knowing of the other."""
    here, there = Terminal.enrolled(hq), Terminal.enrolled(hq, "s2")
    registers(here, "a", "r", proved=True)
    passes(there)
    registers(there, "b", "q", proved=True)
    buys(there, "b", "x1", 30_000)
    passes(there)
    buys(here, "a", "x2", 30_000)
    pushes(there)
    pushes(here)
    with_members(hq, member("a"), member("b", "s2"))
    return here, there


def test_points_wait_for_the_proof_of_the_phone_here_and_there(chain: Headquarters) -> None:
    till = Terminal.enrolled(chain)
    registers(till, "a", "q")
    pushes(till)
    assert given_to(chain, "a") == ["pack:coupon", "pack:points"]
    assert (points(chain, "a"), points(chain, "q")) == (0, 0)
    till.fact(PHONE_PROVED, {"member": "a"})
    pushes(till)
    assert (points(chain, "a"), points(chain, "q")) == (100, 20)
    assert chain.check() == []


def test_a_held_referral_waits_for_an_approval_and_then_for_the_purchase(chain: Headquarters) -> None:
    till = Terminal.enrolled(chain)
    registers(till, "a", "r", held=["too_many"], proved=True)
    pushes(till)
    says(chain, "approved", "a")
    assert given_to(chain, "r") == ["friend-in:points"]
    buys(till, "a", "x1", 25_000)
    pushes(till)
    assert given_to(chain, "r") == ["friend-bought:coupon", "friend-bought:points", "friend-in:points"]
    till.fact(SALE_RETURNED, {"v": 2, "txn": "x1", "amount": 10_000, "reason": "back"})
    pushes(till)
    assert [one.ref for one in chain.overruns()] == []
    assert given_to(chain, "r") == ["friend-in:points"]


def test_a_rejected_registration_takes_its_rewards_back_and_an_approval_gives_them_again(chain: Headquarters) -> None:
    till = Terminal.enrolled(chain)
    registers(till, "a", "r", proved=True)
    buys(till, "a", "x1", 25_000)
    pushes(till)
    before = (given_to(chain, "a"), given_to(chain, "r"))
    says(chain, "rejected", "a")
    assert given_to(chain, "a") == ["base:points", "first:coupon"]
    assert given_to(chain, "r") == []
    assert (points(chain, "a"), points(chain, "r")) == (3, 0)
    gone = [row["coupon"]["id"] for row in till.rows("store/s1/coupons").values() if row["coupon"].get("revoked_at")]
    assert len(gone) == 2  # the pack's, and the referrer's
    says(chain, "approved", "a")
    assert (given_to(chain, "a"), given_to(chain, "r")) == before
    assert not [row for row in till.rows("store/s1/coupons").values() if row["coupon"].get("revoked_at")]
    assert chain.check() == []
    assert chain.overruns() == []


def test_what_a_till_tells_late_of_a_rejected_registration_comes_back_too(chain: Headquarters) -> None:
    till = Terminal.enrolled(chain)
    registers(till, "a", "r", proved=True)
    pushes(till)
    says(chain, "rejected", "a")
    buys(till, "a", "x1", 25_000)
    pushes(till)
    assert given_to(chain, "r") == []
    assert given_to(chain, "a") == ["base:points", "first:coupon"]


def test_of_two_registrations_the_first_stays_whoever_is_named_first(chain: Headquarters) -> None:
    two_offline(chain)
    assert merges(chain, "b", "a") == Merged("a", "b")
    assert merges(chain, "a", "b") is None
    assert merges(chain, "a", "nobody") is None
    assert given_to(chain, "a") == ["base:points", "base:points", "first:coupon", "pack:coupon", "pack:points"]
    assert given_to(chain, "b") == []
    assert given_to(chain, "r") == ["friend-bought:coupon", "friend-bought:points", "friend-in:points"]
    assert given_to(chain, "q") == []
    assert points(chain, "a") == 106
    assert chain.check() == []
    assert chain.overruns() == []


def test_what_a_till_gave_by_a_clock_far_ahead_comes_back_too(chain: Headquarters) -> None:
    here, there = Terminal.enrolled(chain), Terminal.enrolled(chain, "s2")
    registers(here, "a", proved=True)
    pushes(here)
    there.fast = 400 * 86_400_000
    registers(there, "b", proved=True)
    stamp = last_stamp(there)
    pack = [reward(there, "b", "pack", stamp, kind, ref, 1) for kind, ref in ((RewardKind.COUPON, "welcome"),)]
    decides(there, "b", *pack)
    pushes(there)
    with_members(chain, member("a"), member("b", "s2"))
    merges(chain, "a", "b")
    assert given_to(chain, "a") == ["pack:coupon", "pack:points"]
    rows = there.rows("store/s2/coupons") | here.rows("store/s1/coupons")
    standing = [name for name, row in rows.items() if not row["coupon"].get("revoked_at")]
    assert len([name for name in standing if rows[name]["coupon"]["template"].endswith("welcome")]) == 1


def test_the_other_referrer_is_told_that_somebody_was_first(chain: Headquarters) -> None:
    two_offline(chain)
    merges(chain, "a", "b")
    told = [one for one in happenings(chain, "q") if one.kind is HappeningKind.REFEREE_REGISTERED]
    assert [(one.other, one.part) for one in told] == [("a", "already_referred")]


def test_the_old_card_finds_who_stays_and_their_coupons_move(chain: Headquarters) -> None:
    here, there = two_offline(chain)
    merges(chain, "a", "b")
    assert there.rows("store/s2/members")["b"]["merged_into"] == "a"
    assert here.rows("store/s1/members")["a"].get("merged_into", "") == ""
    standing = [row["coupon"] for row in here.rows("store/s1/coupons").values() if not row["coupon"].get("revoked_at")]
    assert {one["member"] for one in standing} - {"m1"} == {"a", "r"}
    left = [row["coupon"] for row in there.rows("store/s2/coupons").values() if not row["coupon"].get("revoked_at")]
    assert not [one for one in left if one["member"] == "b"]


def test_of_two_equal_coupons_the_used_one_stays_and_the_other_goes(chain: Headquarters) -> None:
    here, there = two_offline(chain)
    pack = [row["coupon"] for row in there.rows("store/s2/coupons").values() if row["coupon"]["member"] == "b"]
    (welcome,) = [one["id"] for one in pack if one["template"].endswith("welcome")]
    there.sale("x3", welcome, right="held", member="b")
    pushes(there)
    merges(chain, "a", "b")
    assert given_to(chain, "a").count("pack:coupon") == 1
    rows = here.rows("store/s1/coupons") | there.rows("store/s2/coupons")
    standing = {name for name, row in rows.items() if not row["coupon"].get("revoked_at")}
    assert len([name for name in standing if rows[name]["coupon"]["template"].endswith("welcome")]) == 1
    assert welcome in standing
    for till in (here, there):
        till.fact("member.seen", {"member": "a" if till is here else "b"})
        pushes(till)
    assert given_to(chain, "a").count("pack:coupon") == 1  # counted again: the same


def test_what_is_told_of_the_other_card_later_counts_for_who_stays(chain: Headquarters) -> None:
    here, there = two_offline(chain)
    merges(chain, "a", "b")
    buys(there, "b", "x3", 10_000)
    pushes(there)
    assert points(chain, "a") == 109
    assert points(chain, "b") == 0
    rows = [decode_row(msgspec.json.encode(row), EventRow) for row in here.rows("store/s1/events").values()]
    mine = [one for one in rows if one.device == there.device]
    assert mine
    assert all("a" in one.members for one in mine)


def test_a_chain_of_merges_is_one_person(chain: Headquarters) -> None:
    here, there = two_offline(chain)
    passes(there)
    registers(there, "c", "q", proved=True)
    buys(there, "c", "x4", 30_000)
    pushes(there)
    with_members(chain, member("c", "s2"))
    merges(chain, "b", "c")
    merges(chain, "c", "a")
    assert given_to(chain, "a").count("pack:coupon") == 1
    assert given_to(chain, "a").count("base:points") == 3
    assert given_to(chain, "q") == []
    assert [there.rows("store/s2/members")[one]["merged_into"] for one in "bc"] == ["a", "a"]
    assert chain.check() == []
    del here


def test_an_erased_referrer_keeps_what_is_given_and_loses_what_is_pending(chain: Headquarters) -> None:
    till = Terminal.enrolled(chain)
    registers(till, "a", "r", proved=True)
    buys(till, "a", "x1", 25_000)
    pushes(till)
    erases(chain, "r")
    assert given_to(chain, "r") == ["friend-in:points"]
    assert points(chain, "r") == 20
    rows = [row["coupon"] for row in till.rows("store/s1/coupons").values() if row["coupon"]["member"] == "r"]
    assert [one.get("revoked_at") is not None for one in rows] == [True]
    passes(till)
    registers(till, "b", "r", proved=True)
    buys(till, "b", "x2", 25_000)
    pushes(till)
    assert given_to(chain, "r") == ["friend-in:points"]
    assert given_to(chain, "b") == ["base:points", "first:coupon", "pack:coupon", "pack:points"]
    assert chain.check() == []


# -- a terminal in the wrong hands ------------------------------------------------------------------------------------


def why_not(hq: Headquarters, till: Terminal) -> list[tuple[str, str]]:
    return sorted((str(one.kind), one.reason) for one in hq.left_out() if one.device == till.device)


@pytest.mark.parametrize("campaigns", [True, False])
def test_a_terminal_registers_nobody_of_another_store_and_proves_no_phone_there(
    hq: Headquarters, campaigns: bool
) -> None:
    if campaigns:
        published(hq, RULES)
    with_members(hq, member("r"), member("q", "s2"))
    here, there = Terminal.enrolled(hq), Terminal.enrolled(hq, "s2")
    registers(there, "n", proved=False)
    pushes(there)
    with_members(hq, member("n", "s2"))
    registers(here, "q")
    registers(here, "n", "r", proved=True)
    here.fact(PHONE_PROVED, {"member": "n"})
    here.fact(PHONE_PROVED, {"member": "q"})
    here.fact(MEMBER_CONSENTED, {"member": "q", "purpose": "marketing", "version": "1", "given": True})
    here.fact(MEMBER_CONSENTED, {"member": "q", "purpose": "marketing", "version": "1", "given": False})
    registers(here, "own", "q")
    pushes(here)
    told = [("member.consented", "not_its_member"), *[("member.registered", "not_its_member")] * 2]
    assert why_not(hq, here) == [*told, *[("phone.proved", "not_its_member")] * 2]
    assert hq.check() == []


def test_a_sale_may_name_whoever_recommended_the_person_at_any_time(chain: Headquarters) -> None:
    with_members(chain, member("stranger", "s2"))
    here, there = Terminal.enrolled(chain), Terminal.enrolled(chain, "s2")
    registers(here, "n1", "r")
    registers(there, "n2", "q")
    pushes(here)
    pushes(there)
    merges(chain, "n1", "n2")
    buys(here, "n1", "x1", referrer="q")
    pushes(here)
    says(chain, "rejected", "n2")  # they are two again; the till has not heard of it
    buys(here, "n1", "x2", referrer="q")
    buys(here, "n1", "x3", referrer="stranger")
    pushes(here)
    assert why_not(chain, here) == [("sale.completed", "not_its_member")]
    assert "friend-bought:points" not in given_to(chain, "q")
    assert chain.check() == []


@pytest.mark.parametrize("kind", [REGISTRATION_REVIEWED, MEMBERS_MERGED, MEMBER_ERASED])
def test_hqs_words_are_hqs(chain: Headquarters, kind: str) -> None:
    till = Terminal.enrolled(chain)
    registers(till, "a", "r", proved=True)
    pushes(till)
    till.fact(kind, {"member": "a", "other": "r", "verdict": "rejected"})
    pushes(till)
    assert why_not(chain, till) == [(str(kind), "not_its_word")]
    assert given_to(chain, "r") == ["friend-in:points"]


def test_undoing_a_terminal_undoes_whom_it_registered_and_what_rested_on_that(chain: Headquarters) -> None:
    here, there = Terminal.enrolled(chain), Terminal.enrolled(chain, "s2")
    honest = Terminal.enrolled(chain, "s2", seed=9)
    registers(there, "b", "q", proved=True)  # invented: a has not been here yet
    pushes(there)
    with_members(chain, member("b", "s2"))
    passes(here)
    registers(here, "a", "r", proved=True)
    buys(here, "a", "x1", 30_000)
    pushes(here)
    with_members(chain, member("a"))
    buys(honest, "b", "x2", 10_000)
    pushes(honest)
    before = {who: given_to(chain, who) for who in "ar"}
    assert merges(chain, "a", "b") == Merged("b", "a")
    assert given_to(chain, "r") == []
    assert here.rows("store/s1/members")["a"]["merged_into"] == "b"
    chain.revoke_device(there.device)
    assert chain.undo(there.device)
    assert {who: given_to(chain, who) for who in "ar"} == before
    assert given_to(chain, "q") == []
    assert here.rows("store/s1/members")["a"].get("merged_into", "") == ""
    assert "pack:coupon" not in given_to(chain, "b")
    assert chain.check() == []
    chain.put_back(there.device)
    assert given_to(chain, "r") == []
    assert here.rows("store/s1/members")["a"]["merged_into"] == "b"
    assert chain.check() == []


# -- whatever the order -----------------------------------------------------------------------------------------------


def told_by(hq: Headquarters, stores: tuple[str, ...]) -> dict[str, Fold]:
    """A fold of each store, of what its tills pull and nothing else."""
    found = {}
    for number, store in enumerate(stores):
        till = Terminal.enrolled(hq, store, seed=70 + number)
        rows = [decode_row(msgspec.json.encode(row), EventRow) for row in till.rows(f"store/{store}/events").values()]
        members = [decode_row(msgspec.json.encode(row), Member) for row in till.rows(f"store/{store}/members").values()]

        def load(who: str, rows: list[EventRow] = rows, members: list[Member] = members) -> list[Happening]:
            known = [one for row in members if row.id == who for one in known_happenings(row, "Asia/Taipei")]
            for row in rows:
                if who in row.members:
                    made = happening_of(decode(row.fact.encode()), row.device, lambda _, at=(row.store, row.zone): at)  # type: ignore[misc]
                    known += [made] if made else []
            return known

        with hq.database.read() as tx:
            engine = hq.context.rules.of(tx)
        found[store] = Fold(engine, pool_of=one_pool, load=load, shared=Shared(one_pool, {}, {}))
    return found


WORLDS = int(os.environ.get("KIOSK_REGISTRATION_WORLDS", "2"))
"""`KIOSK_REGISTRATION_WORLDS=500 pytest tests/unit/hq/test_registrations.py` plays more."""
HOME = {"r": "s1", "q": "s2", "a": "s1", "b": "s2", "c": "s2"}


class Play:
    """Three tills in two stores tell of newcomers, in packets; HQ reviews, merges and erases."""

    def __init__(self, hq: Headquarters, seed: int) -> None:
        self.hq, self.dice = hq, random.Random(seed)
        self.clock: Any = hq.context.clock
        published(hq, RULES)
        with_members(hq, member("r"), member("q", "s2"))
        self.tills = [Terminal.enrolled(hq, store, seed=at) for at, store in enumerate(("s1", "s1", "s2"))]
        self.registered: list[str] = []
        self.sales: list[tuple[Terminal, str]] = []

    def step(self) -> None:
        self.clock.now += self.dice.choice((1, 1_000, 60_000, 3_600_000))
        till = self.dice.choice(self.tills)
        till.open_session()
        who = self.dice.choice([*self.registered, "r", "q"])
        match self.dice.randrange(12):
            case 0 | 1 | 2:
                self.enrols(till)
            case 3 | 4 | 5:
                txn = f"x{len(self.sales)}"
                self.sales.append((till, txn))
                buys(till, who, txn, self.dice.choice((10_000, 30_000)))
            case 6 if self.sales:
                made, txn = self.dice.choice(self.sales)
                made.void(txn)
            case 7 if till.store == HOME[who]:
                till.fact(PHONE_PROVED, {"member": who})
            case 8 if who in self.registered:
                says(self.hq, self.dice.choice(("approved", "rejected")), who)
            case 9 | 10 if len(self.registered) > 1:
                merges(self.hq, *self.dice.sample(self.registered, 2))
            case 11 if self.dice.random() < 0.3:
                erases(self.hq, who)
        if self.dice.random() < 0.6:
            pushes(till)

    def enrols(self, till: Terminal) -> None:
        new = [one for one in "abc" if HOME[one] == till.store and one not in self.registered]
        if new:
            by = self.dice.choice([*self.registered, "r", "q", ""])
            held = ["too_many"] if by and self.dice.random() < 0.3 else []
            registers(till, new[0], by, held=held, proved=self.dice.random() < 0.5)
            self.registered.append(new[0])
            pushes(till)  # the fact before the row
            with_members(self.hq, member(new[0], HOME[new[0]]))

    def ends(self) -> None:
        for till in self.tills * 2:
            till.open_session()
            pushes(till)


@settings(
    max_examples=WORLDS,
    deadline=None,
    derandomize=True,
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.integers(0, 10_000))
def test_hq_and_the_stores_agree_and_what_is_kept_is_what_all_facts_give(
    tmp_path_factory: pytest.TempPathFactory, seed: int
) -> None:
    hq = headquarters(tmp_path_factory.mktemp("play"), TestClock())
    play = Play(hq, seed)
    for _ in range(25):
        play.step()
    play.ends()
    assert hq.check() == []
    assert hq.verify() == []
    journalled = Counter(one.member for one in hq.rewards())
    stores = told_by(hq, ("s1", "s2"))
    with hq.database.write() as tx:
        fold = recount.fold_of(hq.context, tx)
        for who in ("r", "q", *play.registered):
            state = fold.member(who)
            if state.id != who:
                assert journalled[who] == 0
                continue
            there = stores[HOME[who]].member(who)
            assert (there.id, there.rewards.keys(), there.points, there.held, there.unproved, there.referees) == (
                *(state.id, state.rewards.keys(), state.points, state.held, state.unproved, state.referees),
            ), who
            assert len(state.rewards) == journalled[who]
            packs = [one for one in state.rewards.values() if (one.rule, one.kind) == ("pack", "coupon")]
            assert len(packs) <= 1
    hq.database.close()


def test_every_order_of_arrival_comes_to_the_same(tmp_path: Path) -> None:
    """Two registrations of one person, a sale of each, from four tills, and the merge in between."""
    found = set()
    for number, order in enumerate(itertools.islice(itertools.permutations(range(5)), 0, None, 37)):
        folder = tmp_path / str(number)
        folder.mkdir()
        hq = headquarters(folder, TestClock())
        published(hq, RULES)
        with_members(hq, member("r"), member("q", "s2"))
        tills = [Terminal.enrolled(hq, store, seed=at) for at, store in enumerate(("s1", "s2", "s1", "s2"))]
        registers(tills[0], "a", "r", proved=True)
        passes(tills[1])
        registers(tills[1], "b", "q", proved=True)
        buys(tills[2], "a", "x1", 30_000)
        buys(tills[3], "b", "x2", 10_000)
        for place in order:
            if place == 4:
                merges(hq, "a", "b")
            else:
                pushes(tills[place])
                rows = {0: member("a"), 1: member("b", "s2")}
                with_members(hq, *([rows[place]] if place in rows else []))
        merges(hq, "a", "b")
        for till in tills:
            till.fact("member.seen", {"member": "r" if till.store == "s1" else "q"})
            pushes(till)
        assert hq.check() == []
        found.add(tuple(tuple(given_to(hq, who)) for who in "abrq"))
        hq.database.close()
    assert len(found) == 1, found
