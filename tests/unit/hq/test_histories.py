"""Facts become events of the home stores of everybody they touch, whatever arrives first."""

from __future__ import annotations

import itertools
from pathlib import Path
from typing import Any

import msgspec
import pytest

from kiosk.domain.campaigns.facts import CHECK_IN_DONE
from kiosk.domain.members.facts import MEMBER_REGISTERED, MEMBER_SEEN
from kiosk.domain.sales.facts import SALE_RETURNED, SALE_VOIDED
from kiosk.hq.campaigns.commands import publish_campaign
from kiosk.hq.headquarters import Headquarters
from kiosk.hq.journal import admission
from kiosk.hq.projections import histories
from kiosk.hq.put_rows import put_rows
from kiosk.hq.rebuild.catch_up import CatchUp
from kiosk.protocol.rows import EventRow, decode_row
from kiosk.protocol.wire.messages import PushAnswer
from tests.unit.hq.campaign_rig import buys, document, member, published, pushes, with_members
from tests.unit.hq.rig import Terminal, TestClock, headquarters, put

NO_RULES = "rules: []\n"


@pytest.fixture
def chain(hq: Headquarters) -> Headquarters:
    """Two members of s1, one of s2, and a campaign."""
    published(hq, NO_RULES)
    with_members(hq, member("m1"), member("m2"), member("m3", "s2"))
    return hq


def events(till: Terminal) -> dict[str, EventRow]:
    found = till.rows(f"store/{till.store}/events")
    return {row_id: decode_row(msgspec.json.encode(row), EventRow) for row_id, row in found.items()}


def whose(till: Terminal) -> list[tuple[str, ...]]:
    return [row.members for row in events(till).values()]


def test_before_the_first_campaign_nobody_needs_histories(hq: Headquarters) -> None:
    till = Terminal.enrolled(hq)
    buys(till, "m1", "x1")
    pushes(till)
    assert events(till) == {}


def test_the_first_campaign_tells_what_had_arrived_before(hq: Headquarters) -> None:
    with_members(hq, member("m1"), member("m3", "s2"))
    till = Terminal.enrolled(hq)
    for number in range(3):
        buys(till, "m1", f"x{number}", other="m3")
    till.void("x1")
    till.fact("nobody.knows", {})
    pushes(till)
    published(hq, NO_RULES)
    assert len(whose(till)) == 4
    assert len(whose(Terminal.enrolled(hq, "s2"))) == 4


def test_stores_are_told_in_steps_that_others_can_pass_and_hear_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A history is longer than a step; another till pushes in between, and HQ's process is another at every step."""
    heard = []
    for at_once in (1, 3, 200):
        monkeypatch.setattr(histories, "_SETTLED_AT_ONCE", at_once)
        (tmp_path / str(at_once)).mkdir()
        hq = headquarters(tmp_path / str(at_once))
        with_members(hq, member("m1"), member("m3", "s2"))
        one, two = Terminal.enrolled(hq), Terminal.enrolled(hq, seed=8)
        for number in range(7):
            shared: dict[str, Any] = {"other": "m3"} if number == 4 else {}
            buys(one, "m1" if number % 3 else "m3", f"x{number}", **shared)
        one.void("x1")
        one.push()
        with hq.database.write() as tx:
            publish_campaign(hq.context, tx, document(NO_RULES))
        steps = 0
        while CatchUp(hq.context).step():
            steps += 1
            if steps == 4:
                buys(two, "m1", "y1")
                two.push()
        tills = [Terminal.enrolled(hq, store, seed=9) for store in ("s1", "s2")]
        heard.append([{row_id: sorted(row.members) for row_id, row in events(till).items()} for till in tills])
        assert steps > 12 // at_once
        assert hq.verify() == []
        hq.database.close()
    assert heard == [heard[0]] * 3
    assert [len(rows) for rows in heard[0]] == [6, 4]


def test_an_event_carries_the_fact_and_where_it_happened(chain: Headquarters) -> None:
    till = Terminal.enrolled(chain)
    stamp = buys(till, "m1", "x1")
    pushes(till)
    ((row_id, row),) = events(till).items()
    assert row_id == f"{till.device}/{stamp:x}"
    assert (row.device, row.store, row.zone, row.members) == (till.device, "s1", "Asia/Taipei", ("m1",))
    assert row.fact.encode() == till.chain[0][0]


def test_every_store_whose_member_is_touched_is_told(chain: Headquarters) -> None:
    here, there = Terminal.enrolled(chain), Terminal.enrolled(chain, "s2")
    buys(here, "m1", "x1", other="m3", referrer="m2")
    buys(here, "m3", "x2")
    pushes(here)
    assert whose(here) == [("m1", "m2")]
    assert whose(there) == [("m3",), ("m3",)]
    assert {row.store for row in events(there).values()} == {"s1"}


def test_somebody_of_whom_hq_has_no_row_is_at_home_where_they_were(chain: Headquarters) -> None:
    there = Terminal.enrolled(chain, "s2")
    there.fact(CHECK_IN_DONE, {"member": "m9"})
    pushes(there)
    assert whose(there) == [("m9",)]
    chain.publish([put("s1", "members", "m9", member("m9"))])
    assert whose(Terminal.enrolled(chain)) == [("m9",)]


def test_whoever_moves_takes_their_history_along(chain: Headquarters) -> None:
    here, there = Terminal.enrolled(chain), Terminal.enrolled(chain, "s2")
    buys(here, "m1", "x1", other="m3")
    here.void("x1")
    pushes(here)
    assert whose(there) == [("m3",), ("m3",)]
    chain.publish([put("s1", "members", "m1", None), put("s2", "members", "m1", member("m1", "s2"))])
    assert [set(members) for members in whose(there)] == [{"m1", "m3"}] * 2


@pytest.mark.parametrize("kind", [SALE_VOIDED, SALE_RETURNED])
def test_undoing_a_sale_belongs_to_everybody_the_sale_belongs_to(chain: Headquarters, kind: str) -> None:
    till = Terminal.enrolled(chain)
    buys(till, "m1", "x1", referrer="m2")
    pushes(till)
    till.fact(kind, {"txn": "x1", "reason": "wrong", "amount": 100})
    pushes(till)
    assert whose(till) == [("m1", "m2")] * 2


def test_every_order_of_arrival_tells_the_same(tmp_path: Path) -> None:
    """A registration, the sale of who registered, its return and its void, from four terminals."""
    seen = set()
    for number, order in enumerate(itertools.islice(itertools.permutations(range(4)), 0, None, 5)):
        folder = tmp_path / str(number)
        folder.mkdir()
        hq = headquarters(folder, TestClock())
        published(hq, NO_RULES)
        with_members(hq, member("m1"), member("m2"))
        tills = [Terminal.enrolled(hq, seed=seed) for seed in range(4)]
        tills[0].fact(MEMBER_REGISTERED, {"member": "m1", "other": "m2"})
        buys(tills[1], "m1", "x1", referrer="m2")
        tills[2].fact(SALE_RETURNED, {"txn": "x1", "amount": 5})
        tills[3].void("x1")
        for place in order:
            pushes(tills[place])
        names = {till.device: str(place) for place, till in enumerate(tills)}
        seen.add(frozenset((names[row.device], frozenset(row.members)) for row in events(tills[0]).values()))
        assert hq.verify() == []
        hq.database.close()
    assert seen == {frozenset((str(place), frozenset({"m1", "m2"})) for place in range(4))}


def test_a_sale_reaches_the_referrer_though_its_terminal_did_not_know_them(chain: Headquarters) -> None:
    here, there = Terminal.enrolled(chain), Terminal.enrolled(chain, "s2")
    here.fact(MEMBER_REGISTERED, {"member": "m1", "other": "m3"})
    pushes(here)
    buys(there, "m1", "x1")
    pushes(there)
    assert whose(there) == [("m3",), ("m3",)]


def test_a_fact_carried_into_a_new_epoch_is_the_same_event(chain: Headquarters) -> None:
    till = Terminal.enrolled(chain)
    stamp = buys(till, "m1", "x1")
    pushes(till)
    code = chain.enroll_code("s1", for_device=till.device)
    assert code is not None
    till.start_over(code)
    till.sale("x1", hlc=stamp)
    pushes(till)
    assert list(events(till)) == [f"{till.device}/{stamp:x}"]


def test_two_facts_of_one_stamp_are_two(chain: Headquarters, monkeypatch: pytest.MonkeyPatch) -> None:
    """As an HQ let in that did not refuse them yet. Whoever recommended the member of one is learned later: it is
    judged again, and the other one stays as it was."""
    monkeypatch.setattr(admission, "_stamps_known", lambda *_: ())
    with_members(chain, member("m4"))
    till, beside = Terminal.enrolled(chain), Terminal.enrolled(chain, "s2")
    for who, other in (("m1", "m2"), ("n1", "m4")):
        till.fact(CHECK_IN_DONE, {"member": who, "other": other}, hlc=1)
        pushes(till)
    beside.fact(MEMBER_REGISTERED, {"member": "n1", "other": "n2"})
    pushes(beside)
    with chain.database.read() as tx:
        found = {one: histories.events_of(tx, one) for one in ("m1", "m2", "m4", "n1")}
    told = {who: [(one.member, one.other) for one in events if one.order[0] == 1] for who, events in found.items()}
    assert told == {"m1": [("m1", "m2")], "m2": [("m1", "m2")], "m4": [("n1", "m4")], "n1": [("n1", "m4")]}
    assert chain.check() == []


def test_a_fact_that_is_no_event_to_anybody_is_kept_and_told_to_nobody(chain: Headquarters) -> None:
    till = Terminal.enrolled(chain)
    buys(till, "m1", "x1", items=[["too", "short"]])
    till.fact(SALE_RETURNED, {"txn": ["x1"], "amount": 1})
    till.fact(CHECK_IN_DONE, {"member": "m1", "zone": "Nowhere/At_All"})
    assert pushes(till).acked == 3
    assert events(till) == {}


def test_a_long_history_is_told_to_the_new_home_bit_by_bit(hq: Headquarters) -> None:
    published(hq)
    with_members(hq, member("m1"), member("m2"))
    till, there = Terminal.enrolled(hq), Terminal.enrolled(hq, "s2")
    for _ in range(450):
        till.fact(MEMBER_SEEN, {"member": "m1"})
    for first in range(1, 450, 150):
        till.acked = till.ok("/v1/push", till.batch(first, first + 149), PushAnswer).acked
    moved = member("m1", "s2")
    with hq.database.write() as tx:
        put_rows(hq.context, tx, [put("s1", "members", "m1", None), put("s2", "members", "m1", moved)])
    assert len(there.rows("store/s2/events")) == 0
    with hq.database.write() as tx:
        assert histories.retell_some(tx, hq.context.clock.now_ms())
    assert len(there.rows("store/s2/events")) == 200
    assert hq.catch_up()  # as the next start of HQ does
    assert len(there.rows("store/s2/events")) == 450
    with hq.database.write() as tx:
        assert not histories.retell_some(tx, hq.context.clock.now_ms())
    hq.publish([put("s2", "members", "m1", None), put("s1", "members", "m1", member("m1"))])
    assert len(till.rows("store/s1/events")) == 450
