"""What a push holds and for how long: what publishes nothing never numbers rows; the others do it last."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event, select

from kiosk.domain.campaigns.rewards import RewardKind
from kiosk.domain.coupons.facts import OP_SETTLED
from kiosk.hq.context import Caller
from kiosk.hq.headquarters import Headquarters
from kiosk.hq.rows.buckets import Bucket
from kiosk.hq.rows.publish import RowChange, publish
from kiosk.hq.store import schema
from kiosk.hq.store.database import Tx
from kiosk.hq.store.schema import CHAIN
from kiosk.hq.wire import push
from kiosk.protocol.rows import CouponRow, SpentRow, decode_row
from kiosk.protocol.wire.messages import PullAnswer, PullRequest
from tests.unit.hq.campaign_rig import buys, decides, member, published, pushes, reward, with_members
from tests.unit.hq.rig import NOON, Terminal, coupon, headquarters, put, read


@contextmanager
def statements(hq: Headquarters) -> Iterator[list[str]]:
    """Everything that is asked of the database meanwhile."""
    heard: list[str] = []

    def hear(_connection: Any, _cursor: Any, statement: str, *_more: Any) -> None:
        heard.append(" ".join(statement.split()))

    event.listen(hq.database.engine, "before_cursor_execute", hear)
    try:
        yield heard
    finally:
        event.remove(hq.database.engine, "before_cursor_execute", hear)


def numbering(heard: list[str]) -> list[int]:
    """Where the revision's row was asked for or written."""
    return [at for at, statement in enumerate(heard) if "revision" in statement and "FROM published" not in statement]


def writes(heard: list[str]) -> list[int]:
    return [at for at, statement in enumerate(heard) if statement.startswith(("INSERT", "UPDATE", "DELETE"))]


def test_facts_that_publish_nothing_do_not_take_the_revisions_lock(hq: Headquarters) -> None:
    till = Terminal.enrolled(hq)
    till.sale("t1")
    till.void("t1")
    till.fact("receipt.printed", {"receipt": "R1"})
    till.fact(OP_SETTLED, {"op": "o1", "verdict": "abandoned"})
    till.fact("nobody.knows", {})
    with statements(hq) as heard:
        till.push()
    assert numbering(heard) == []
    assert any("INSERT INTO fact" in statement for statement in heard)


def test_a_decision_that_brings_no_coupon_numbers_only_the_history(hq: Headquarters) -> None:
    published(hq)
    with_members(hq, member("m1"))
    till = Terminal.enrolled(hq)
    stamp = buys(till, "m1", "x1")
    assert stamp
    limit = "limit:autumn/points/member.day"
    given = reward(till, "m1", "points", stamp, RewardKind.POINTS, "", 10)._replace(takes=((limit, 1),))
    decides(till, "m1", given, takes=[[limit, 1]])
    with statements(hq) as heard:
        pushes(till)
    first = numbering(heard)[0]
    # nothing of the push is left to do but to number its rows; what follows are transactions of their own
    push_ends = next(at for at, statement in enumerate(heard) if at > first and statement.startswith("UPDATE revision"))
    named = ("published", "bucket", "revision")
    assert all(
        any(f" {name} " in f"{heard[at]} " for name in named) for at in writes(heard) if first <= at <= push_ends
    )


def test_rows_are_numbered_after_everything_else_was_written(hq: Headquarters) -> None:
    till = Terminal.enrolled(hq)
    till.sale("t1", "c1")
    with statements(hq) as heard:
        till.push()
    first = numbering(heard)[0]
    named = ("published", "bucket", "revision")
    late = [heard[at] for at in writes(heard) if at >= first]
    assert late
    assert all(any(f" {name} " in f"{statement} " for name in named) for statement in late), late


def held_by(hq: Headquarters, till: Terminal) -> tuple[list[str], list[str]]:
    """What a push holds before the end, and what it asks the database for at the end."""
    caller = Caller(till.store, till.device, till.epoch, "active")
    with hq.database.write() as tx:
        answer = push.push(hq.context, tx, caller, till.batch(till.acked + 1, len(till.chain)))
        assert answer.status == 200
        held = list(tx.held)
        with statements(hq) as heard:
            tx.finish()
    till.acked = len(till.chain)
    return held, heard


def test_pushes_of_different_stores_hold_nothing_in_common_but_a_shared_coupon(hq: Headquarters) -> None:
    hq.publish([put("s2", "coupons", "z1", CouponRow(coupon("z1", member="m3"), "KC1:"))])
    here, there = Terminal.enrolled(hq), Terminal.enrolled(hq, "s2")
    here.sale("t1", "c1")
    there.sale("t2", "z1")
    first, numbers = held_by(hq, here)
    second, _ = held_by(hq, there)
    assert first == ["store/s1", "coupon/c1"]
    assert second == ["store/s2", "coupon/z1"]
    assert numbering(numbers)
    there.sale("t3", "c1", right="accepted")
    third, _ = held_by(hq, there)
    assert set(first) & set(third) == {"coupon/c1"}


def test_a_void_holds_what_its_sale_used(hq: Headquarters) -> None:
    till, other = Terminal.enrolled(hq), Terminal.enrolled(hq, seed=8)
    till.sale("t1", "c1", "c2")
    till.push()
    other.void("t1")
    held, _ = held_by(hq, other)
    assert held == ["store/s1", "coupon/c1", "coupon/c2"]


def test_a_share_and_a_limit_are_held_by_name(hq: Headquarters) -> None:
    stock = "stock: [{id: mug, name: NAME, quantity: 40, cost: 5, value: 20}]\n"
    gift = "{id: gift, name: NAME, when: purchased, give: [{gift: mug}], limits: [{most: 9, per: [store]}]}"
    published(hq, f"{stock}rules:\n  - {gift}\n")
    with_members(hq, member("m1"))
    till = Terminal.enrolled(hq)
    limit, share = "limit:autumn/gift/store@s:s1", "d|stock:autumn/mug"
    made = reward(till, "m1", "gift", 1, RewardKind.GIFT, "mug", 1)._replace(takes=((limit, 1), (share, 1)))
    decides(till, "m1", made, takes=[[share, 1], [limit, 1]])
    held, _ = held_by(hq, till)
    assert held == ["store/s1", f"share/{share}", f"share/{limit}"]


def spent(name: str) -> RowChange:
    row = SpentRow(coupon=name, template="t1", txn=name, device="d", store="s1", at=NOON, member=None, conflict=False)
    return RowChange(Bucket("s1", "spent"), name, row)


def test_reading_in_a_transaction_sees_what_it_has_collected(hq: Headquarters) -> None:
    from kiosk.hq.rows.publish import all_rows, published_row, published_rows

    place = Bucket("s1", "spent")
    hq.publish([spent("a"), spent("b")])
    with hq.database.write() as tx:
        publish(tx, [spent("c"), RowChange(place, "a", None)], 0)
        assert published_row(tx, place, "a", SpentRow) is None
        assert published_row(tx, place, "c", SpentRow) is not None
        assert set(published_rows(tx, "spent", ["a", "b", "c"], SpentRow)) == {"b", "c"}
        assert [row.coupon for row in all_rows(tx, place, SpentRow)] == ["b", "c"]
        publish(tx, [RowChange(place, "c", None)], 0)  # put and taken away: nobody is told
    till = Terminal.enrolled(hq)
    assert set(till.rows("store/s1/spent")) == {"b"}


def test_a_reader_sees_all_rows_of_a_transaction_or_none(hq: Headquarters) -> None:
    till = Terminal.enrolled(hq)
    with hq.database.write() as tx:
        publish(tx, [spent("a")], 0)
        assert till.pull("store/s1/spent") is None
        publish(tx, [spent("b")], 0)
    answer = till.pull("store/s1/spent")
    assert answer is not None
    assert [row.id for row in answer.pages[0].rows] == ["a", "b"]


def test_nobody_skips_a_row_of_a_slower_transaction(tmp_path: Path) -> None:
    """Pushes and commands on many threads, and a reader that never looks back: it gets every row."""
    hq = headquarters(tmp_path)
    tills = [Terminal.enrolled(hq, store, seed=seed) for seed in range(2) for store in ("s1", "s2")]
    reader = Terminal.enrolled(hq, seed=50)
    for place, till in enumerate(tills):
        for number in range(12):
            till.sale(f"{place}-{number}", f"c{number % 10}", right="accepted")
    buckets = ("store/s1/spent", "chain/revocations")
    cursors = dict.fromkeys(buckets, 0)
    seen: dict[str, set[int]] = {name: set() for name in buckets}
    done = threading.Event()

    def look() -> bool:
        response = reader.call("POST", "/v1/pull", PullRequest(device=reader.device, cursors=cursors, limit=3))
        if response.status != 200:
            return False
        for page in read(response, PullAnswer).pages:
            assert [row.rev for row in page.rows] == sorted(row.rev for row in page.rows)
            seen[page.bucket] |= {row.rev for row in page.rows}
            cursors[page.bucket] = page.cursor
        return True

    def reads() -> None:
        while not done.is_set():
            look()

    def tells(till: Terminal) -> None:
        while till.acked < len(till.chain):
            answer = till.call("POST", "/v1/push", till.batch(till.acked + 1, till.acked + 1))
            assert answer.status == 200
            till.acked += 1

    writers = [threading.Thread(target=tells, args=(till,)) for till in tills]
    writers += [threading.Thread(target=hq.revoke_coupon, args=(f"r{number}",)) for number in range(12)]
    looking = threading.Thread(target=reads)
    for thread in (looking, *writers):
        thread.start()
    for thread in writers:
        thread.join()
    done.set()
    looking.join()
    while look():
        pass
    for name in buckets:
        whole = Terminal.rows(reader, name)
        with hq.database.read() as tx:
            store, subject = (CHAIN, "revocations") if name.startswith("chain") else ("s1", "spent")
            rows = tx.execute(select(schema.published).filter_by(store=store, subject=subject)).all()
        assert {row.rev for row in rows} <= seen[name]
        assert len(whole) == len([row for row in rows if row.data is not None]) > 0
        assert subject == "revocations" or all(decode_row(row.data, SpentRow) for row in rows)
    assert hq.verify() == []
    hq.database.close()


def test_what_fails_at_the_end_undoes_the_transaction(hq: Headquarters) -> None:
    def breaks(_tx: Tx) -> None:
        raise ValueError("numbering")

    def work() -> None:
        with hq.database.write() as tx:
            publish(tx, [spent("a")], 0)
            tx.at_end("breaks", breaks)

    with pytest.raises(ValueError, match="numbering"):
        work()
    assert Terminal.enrolled(hq).rows("store/s1/spent") == {}


def test_the_first_of_several_stays_whatever_the_order(hq: Headquarters) -> None:
    from kiosk.hq.store.schema import referral

    rows = [{"store": CHAIN, "member": "m1", "referrer": f"r{hlc}", "hlc": hlc, "device": "d"} for hlc in (5, 3, 9)]
    with hq.database.write() as tx:
        for row in rows:
            tx.insert_first(referral, [row], ("hlc", "device"))
        assert tx.execute(referral.select()).one().referrer == "r3"
        tx.execute(referral.delete())
