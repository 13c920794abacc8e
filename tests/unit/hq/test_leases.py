"""Shares of stock, budgets and totals: never more than there is, the same answer to the same op, back when unused."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

import msgspec
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from kiosk.domain.campaigns.rewards import RewardKind
from kiosk.hq.headquarters import Headquarters
from kiosk.hq.ports import HqSettings
from kiosk.hq.store import schema
from kiosk.protocol.wire.messages import LeaseAnswer, LeaseRequest
from tests.unit.hq.campaign_rig import (
    decides,
    document,
    last_stamp,
    member,
    published,
    pushes,
    quantities,
    reward,
    with_members,
)
from tests.unit.hq.rig import Terminal, TestClock, headquarters, read

RULES = """
budget:
  - {id: gifts, name: NAME, amount: 1000}
stock:
  - {id: mug, name: NAME, value: 150, quantity: QUANTITY}
  - {id: phone, name: NAME, value: 9000, quantity: 1}
draws:
  - {id: big, name: NAME, at: "20:00", prizes: [{code: phone, name: NAME, count: 1, value: 9000}]}
rules:
  - {id: mug, name: NAME, when: purchased, give: [{gift: mug}], limits: [{most: 200}], budget: gifts}
  - {id: phone, name: NAME, when: {event: won, ref: big, part: phone}, give: [{gift: phone}]}
"""
MUG, PHONE, BUDGET, TOTAL = "stock:autumn/mug", "stock:autumn/phone", "budget:autumn/gifts", "limit:autumn/mug/total"
HOUR = 3_600_000
DAY_S = 24 * 3600


def rules(mugs: int = 100) -> str:
    return RULES.replace("QUANTITY", str(mugs))


@pytest.fixture
def chain(hq: Headquarters) -> Headquarters:
    published(hq, rules())
    return hq


def lease(till: Terminal, what: str, op: str, **wanted: int) -> LeaseAnswer:
    keys = {
        {"mug": MUG, "phone": PHONE, "budget": BUDGET, "total": TOTAL}.get(key, key): n for key, n in wanted.items()
    }
    return till.ok(f"/v1/leases/{what}", LeaseRequest(op=op, quantities=keys), LeaseAnswer)


def takes(till: Terminal, count: int, key: str = MUG) -> None:
    """Journal that so many mugs of the terminal's share were given (below zero: came back)."""
    first = last_stamp(till) + 1
    given = [reward(till, "m1", "mug", first + n, RewardKind.GIFT, "mug", 1) for n in range(abs(count))]
    given = [one._replace(takes=((f"|{key}", 1),)) for one in given]
    decides(till, "m1", *(given if count > 0 else ()), back=() if count > 0 else given, takes=[[f"|{key}", count]])


def row(hq: Headquarters, key: str) -> tuple[int, int]:
    """(the whole, what is left)."""
    with hq.database.read() as tx:
        found = tx.execute(
            select(schema.quantity.c.whole, schema.quantity.c.left).where(schema.quantity.c.key == key)
        ).one()
        return found.whole, found.left


def out(hq: Headquarters, key: str) -> int:
    with hq.database.read() as tx:
        return int(tx.execute(select(func.sum(schema.lease.c.granted)).where(schema.lease.c.key == key)).scalar() or 0)


def test_an_edition_brings_its_quantities_and_hq_keeps_a_share(chain: Headquarters) -> None:
    assert quantities(rules()) == {MUG: 100, PHONE: 1, BUDGET: 100_000, TOTAL: 200}
    assert row(chain, MUG) == (100, 90)
    assert row(chain, BUDGET) == (100_000, 90_000)
    assert row(chain, PHONE) == (1, 0)  # a prize of a draw: no terminal ever gives it


def test_a_terminal_gets_a_part_of_what_is_left_signed(chain: Headquarters) -> None:
    one = Terminal.enrolled(chain)
    Terminal.enrolled(chain, "s2")
    answer = lease(one, "acquire", "op1", mug=50, total=3, budget=10**6, phone=1, unheard=5)
    # two terminals: a quarter of what is left, or what was asked for
    assert answer.granted == {MUG: 22, TOTAL: 3, BUDGET: 22_500, PHONE: 0, "unheard": 0}
    assert (answer.op, answer.fence, answer.ttl) == ("op1", 1, DAY_S)
    key = next(key for key in one.rows("chain/keys").values() if key["key_id"] == answer.key_id.hex())
    said = msgspec.json.encode(dict(sorted(answer.granted.items())))
    text = f"lease/{one.device}/op1/1/{DAY_S}/".encode() + said
    Ed25519PublicKey.from_public_bytes(bytes.fromhex(key["public"])).verify(answer.signature, text)


def test_a_terminal_of_an_older_program_asks_and_is_answered_by_its_names(chain: Headquarters) -> None:
    till = Terminal.enrolled(chain)
    old = "total:autumn/mug#0"
    asked = lease(till, "acquire", "op1", **{old: 9})
    assert asked.granted == {old: 9}
    before = row(chain, TOTAL)
    assert lease(till, "release", "op2", **{old: 4}).granted == {old: 4}
    assert row(chain, TOTAL) == (before[0], before[1] + 4)


def test_the_last_ones_go_one_by_one_until_nothing_is_left(chain: Headquarters) -> None:
    till = Terminal.enrolled(chain)
    got = [lease(till, "acquire", f"op{n}", mug=100).granted[MUG] for n in range(12)]
    assert got == [45, 22, 11, 6, 3, 1, 1, 1, 0, 0, 0, 0]
    assert row(chain, MUG) == (100, 0)


def test_the_same_op_gets_the_same_answer_while_its_time_goes_on(chain: Headquarters, clock: TestClock) -> None:
    till = Terminal.enrolled(chain)
    first = lease(till, "acquire", "op1", mug=10)
    clock.now += HOUR // 2
    again = lease(till, "acquire", "op1", mug=99)
    assert (again.granted, again.fence, again.ttl) == (first.granted, first.fence, DAY_S - 1800)
    assert out(chain, MUG) == 20  # HQ's ten and the terminal's
    assert lease(till, "renew", "op2").ttl == DAY_S
    assert lease(till, "renew", "op2").fence == 2


def test_what_is_given_back_is_there_for_others(chain: Headquarters) -> None:
    till = Terminal.enrolled(chain)
    lease(till, "acquire", "op1", mug=20)
    takes(till, 5)
    pushes(till)
    assert lease(till, "release", "op2", mug=99, phone=1).granted == {MUG: 15, PHONE: 0}
    assert row(chain, MUG) == (100, 85)
    assert lease(till, "release", "op3", mug=1).granted == {MUG: 0}


def test_unused_shares_come_back_after_their_time_and_the_grace(chain: Headquarters, clock: TestClock) -> None:
    lost, other = Terminal.enrolled(chain), Terminal.enrolled(chain, seed=8)
    lease(lost, "acquire", "op1", mug=20)
    takes(lost, 3)
    pushes(lost)
    clock.now += 96 * HOUR
    other.open_session()
    lease(other, "renew", "r1")
    assert row(chain, MUG) == (100, 70)
    clock.now += 1
    lease(other, "renew", "r2")
    assert row(chain, MUG) == (100, 87)
    # it comes after all, and learns that its shares are gone
    lost.open_session()
    assert lease(lost, "renew", "op2").granted == {MUG: -17}
    assert lease(lost, "renew", "op3").granted == {}
    assert lease(lost, "acquire", "op4", mug=2).granted == {MUG: 2}


def test_a_lost_terminals_shares_come_back_at_once(chain: Headquarters) -> None:
    lost = Terminal.enrolled(chain)
    lease(lost, "acquire", "op1", mug=20)
    takes(lost, 3)
    pushes(lost)
    chain.revoke_device(lost.device)
    assert row(chain, MUG) == (100, 87)


def test_what_was_used_without_telling_comes_out_of_the_rest(chain: Headquarters, clock: TestClock) -> None:
    late = Terminal.enrolled(chain)
    lease(late, "acquire", "op1", mug=20)
    clock.now += 97 * HOUR
    late.open_session()
    assert row(chain, MUG) == (100, 70)
    takes(late, 6)
    pushes(late)
    assert lease(late, "renew", "op2").granted == {MUG: -14}
    assert row(chain, MUG) == (100, 84)


def test_a_void_at_another_till_gives_the_piece_to_that_till(chain: Headquarters) -> None:
    one, two = Terminal.enrolled(chain), Terminal.enrolled(chain, seed=8)
    lease(one, "acquire", "op1", mug=5)
    takes(one, 5)
    pushes(one)
    takes(two, -1)
    pushes(two)
    assert lease(two, "release", "op1", mug=9).granted == {MUG: 1}
    assert row(chain, MUG) == (100, 86)


def test_a_new_version_changes_the_whole_by_the_difference(chain: Headquarters) -> None:
    till = Terminal.enrolled(chain)
    lease(till, "acquire", "op1", mug=40)
    published(chain, rules(150), version=2)
    assert row(chain, MUG) == (150, 100)
    published(chain, rules(20), version=3)  # less than is out: nothing more goes
    assert row(chain, MUG) == (20, -30)
    assert lease(till, "acquire", "op2", mug=40).granted == {MUG: 0}
    assert lease(till, "release", "op3", mug=35).granted == {MUG: 35}
    assert lease(till, "acquire", "op4", mug=40).granted == {MUG: 2}


def test_a_campaign_that_is_over_or_elsewhere_shares_nothing(hq: Headquarters) -> None:
    published(hq, rules() + "stores: [s2]\n")
    here, there = Terminal.enrolled(hq), Terminal.enrolled(hq, "s2")
    assert lease(here, "acquire", "op1", mug=5).granted == {MUG: 0}
    assert lease(there, "acquire", "op1", mug=5).granted == {MUG: 5}
    hq.withdraw_campaign("autumn")
    assert lease(there, "acquire", "op2", mug=5).granted == {MUG: 0}


@pytest.mark.parametrize(
    "request_",
    [
        LeaseRequest(op=""),
        LeaseRequest(op="x" * 65),
        LeaseRequest(op="a", quantities={MUG: -1}),
        LeaseRequest(op="a", quantities={MUG: 2**60}),
        LeaseRequest(op="a", quantities={"": 1}),
        LeaseRequest(op="a", quantities={str(n): 1 for n in range(2_001)}),
    ],
)
def test_malformed_requests_are_400(chain: Headquarters, request_: LeaseRequest) -> None:
    till = Terminal.enrolled(chain)
    for what in ("acquire", "renew", "release"):
        assert till.call("POST", f"/v1/leases/{what}", request_).status == 400
    assert till.call("POST", "/v1/leases/acquire", LeaseRequest(op="a"), authorization="Bearer x").status == 401


def test_terminals_at_once_never_get_more_than_there_is(tmp_path: Path) -> None:
    hq = headquarters(tmp_path, TestClock())
    published(hq, rules(40))
    tills = [Terminal.enrolled(hq, store, seed=seed) for seed in range(3) for store in ("s1", "s2")]
    got: list[int] = []

    def ask(till: Terminal) -> None:
        got.extend(lease(till, "acquire", f"op{n}", mug=40).granted[MUG] for n in range(12))

    threads = [threading.Thread(target=ask, args=(till,)) for till in tills]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sum(got) == 36
    assert hq.verify() == []
    hq.database.close()


STEP = st.one_of(
    st.tuples(st.sampled_from(["acquire", "release"]), st.integers(0, 2), st.integers(0, 60)),
    st.tuples(st.just("renew"), st.integers(0, 2), st.just(0)),
    st.tuples(st.just("take"), st.integers(0, 2), st.integers(-3, 20)),
    st.tuples(st.just("wait"), st.just(0), st.sampled_from([1, 30, 120])),
    st.tuples(st.just("again"), st.integers(0, 2), st.just(0)),
    st.tuples(st.just("edition"), st.just(0), st.integers(100, 200)),
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(STEP, max_size=25))
def test_whatever_happens_what_terminals_have_and_what_is_left_is_the_whole(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, int, int]]
) -> None:
    """The law: terminals that spend no more than they were given never give away more than there is."""
    clock = TestClock()
    hq = headquarters(tmp_path_factory.mktemp("hq"), clock, HqSettings())
    published(hq, rules())
    with_members(hq, member("m1"))
    tills = [Terminal.enrolled(hq, seed=seed) for seed in range(3)]
    has, good, spent, version = [0, 0, 0], [0, 0, 0], 0, 1
    last: dict[int, tuple[str, str, int, Any]] = {}
    for number, (what, who, count) in enumerate(steps):
        till = tills[who]
        if what == "wait":
            clock.now += count * HOUR
        elif what == "edition":
            version += 1
            hq.publish_campaign(document(rules(count), version=version))
        elif what == "take":
            # by the terminal's own reckoning, within the time of its shares
            used = min(count, has[who]) if clock.now < good[who] else 0
            if used:
                takes(till, used)
                has[who], spent = has[who] - used, spent + used
                till.open_session()
                pushes(till)
        elif what == "again":
            if who in last:
                what, op, count, before = last[who]
                till.open_session()
                assert lease(till, what, op, mug=count).granted == before
        else:
            till.open_session()
            # a terminal hands back no more than it has
            wanted = max(0, min(count, has[who])) if what == "release" else count
            answer = lease(till, what, f"op{number}", mug=wanted)
            sign = -1 if what == "release" else 1
            has[who] += sign * answer.granted.get(MUG, 0)
            good[who] = clock.now + answer.ttl * 1000
            last[who] = (what, f"op{number}", wanted, answer.granted)
        whole, left = row(hq, MUG)
        assert left + out(hq, MUG) == whole
        assert left >= 0
        assert spent + sum(max(0, has[at]) for at in range(3) if clock.now < good[at]) <= whole
    assert hq.verify() == []
    hq.database.close()


def test_a_response_of_another_kind_is_none(chain: Headquarters) -> None:
    till = Terminal.enrolled(chain)
    response = till.call("GET", "/v1/leases/acquire")
    assert response.status == 405
    assert read(till.call("POST", "/v1/leases/renew", LeaseRequest(op="r")), LeaseAnswer).granted == {}
