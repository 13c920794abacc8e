"""A fact that cannot be carried out is kept, acknowledged and reported, and harms nothing but itself."""

from __future__ import annotations

import json
from collections.abc import Sequence

import msgspec
import pytest
import sqlcipher3.dbapi2
from sqlalchemy import Column, Integer, MetaData, String, Table
from sqlalchemy.exc import OperationalError

from kiosk.domain.sales.facts import SALE_COMPLETED
from kiosk.hq.context import Caller
from kiosk.hq.headquarters import Headquarters
from kiosk.hq.journal.reading import ReadFact
from kiosk.hq.projections.projection import Projection, Run
from kiosk.hq.projections.registry import PROJECTIONS
from kiosk.hq.store.schema import CHAIN
from kiosk.protocol.wire.messages import PushAnswer
from tests.unit.hq.campaign_rig import buys, member, published, pushes, with_members
from tests.unit.hq.rig import Terminal

_SEEN = Table("seen", MetaData(), Column("store", String(64), primary_key=True), Column("count", Integer))


def breaking(hq: Headquarters, *, at: str, fault: Exception | None = None, mended: bool = False) -> None:
    """HQ gets a read model that breaks over the sale `at`, after it has written."""

    def apply(run: Run, _origin: Caller, facts: Sequence[ReadFact]) -> None:
        for one in facts:
            run.tx.insert_new(_SEEN, [{"store": one.fact.body["txn"], "count": 1}])
            if one.fact.body["txn"] == at and not mended:
                raise fault or KeyError(at)

    model = Projection("seen", 1, frozenset({SALE_COMPLETED}), (_SEEN,), apply)
    object.__setattr__(hq.context, "projections", (*PROJECTIONS, model))
    with hq.database.write() as tx:
        _SEEN.create(tx.connection, checkfirst=True)


def seen(hq: Headquarters) -> list[str]:
    with hq.database.read() as tx:
        return sorted(row.store for row in tx.execute(_SEEN.select()))


def told(answer: PushAnswer) -> list[tuple[int, str, object]]:
    return [(one.seq, one.kind, one.detail.get("reason")) for one in answer.results]


def test_what_breaks_a_projection_is_kept_reported_and_alone(
    hq: Headquarters, caplog: pytest.LogCaptureFixture, allowed_warnings: list[str]
) -> None:
    allowed_warnings.append('"fault"')
    breaking(hq, at="t2")
    till = Terminal.enrolled(hq)
    for txn, name in (("t1", "c1"), ("t2", "c2"), ("t3", "c3")):
        till.sale(txn, name)
    answer = till.push()
    assert (answer.acked, told(answer)) == (3, [(2, "unread", "fault:KeyError")])
    assert seen(hq) == ["t1", "t3"]
    assert {one.txn for one in hq.redemptions()} == {"t1", "t3"}
    assert set(till.rows("store/s1/spent")) == {"c1/t1", "c3/t3"}
    (line,) = [json.loads(record.message) for record in caplog.records if '"fault"' in record.message]
    assert (line["error"], line["fact"]) == ("KeyError", f"s1/{till.device}/1/2")
    (left,) = hq.left_out()
    assert (left.device, left.seq, left.kind, left.reason) == (till.device, 2, SALE_COMPLETED, "fault:KeyError")
    assert msgspec.json.decode(till.call("GET", "/healthz").body)["unread"] == 1
    assert till.call("POST", "/v1/push", till.batch(1, 3)).status == 200  # told again, it is known
    assert len(hq.facts(till.device, 1)) == 3
    assert hq.check() == []


def test_a_mended_program_tries_again_when_it_derives_anew(hq: Headquarters, allowed_warnings: list[str]) -> None:
    allowed_warnings.append('"fault"')
    breaking(hq, at="t2")
    till = Terminal.enrolled(hq)
    till.sale("t1", "c1")
    till.sale("t2", "c2")
    till.push()
    hq.rebuild()
    assert [one.reason for one in hq.left_out()] == ["fault:KeyError"]
    assert (seen(hq), hq.check()) == (["t1"], [])
    breaking(hq, at="t2", mended=True)
    hq.rebuild()
    assert hq.left_out() == []
    assert {one.txn for one in hq.redemptions()} == {"t1", "t2"}
    assert (seen(hq), hq.check()) == (["t1", "t2"], [])
    object.__setattr__(hq.context, "projections", PROJECTIONS)


def test_that_the_database_does_not_answer_is_no_facts_fault(hq: Headquarters, allowed_warnings: list[str]) -> None:
    allowed_warnings.append('"fault"')
    breaking(
        hq, at="t1", fault=OperationalError("", {}, sqlcipher3.dbapi2.OperationalError("database or disk is full"))
    )
    till = Terminal.enrolled(hq)
    till.sale("t1", "c1")
    assert till.call("POST", "/v1/push", till.batch(1, 1)).status == 507
    assert (hq.left_out(), hq.facts(till.device, 1)) == ([], [])
    object.__setattr__(hq.context, "projections", PROJECTIONS)


def test_a_sale_is_told_once(hq: Headquarters) -> None:
    """Two tills, and two sales, never have one id: the second is nobody's."""
    published(hq)
    with_members(hq, member("m1"), member("m2"))
    till, other = Terminal.enrolled(hq), Terminal.enrolled(hq, "s2")
    buys(till, "m1", "x1")
    buys(till, "m2", "x1")
    assert told(pushes(till)) == [(2, "unread", "sale_known")]
    buys(other, "m1", "x1", total=1)
    assert told(pushes(other)) == [(1, "unread", "sale_known")]
    assert [row["members"] for row in till.rows("store/s1/events").values() if row["device"] != "hq"] == [["m1"]]
    assert hq.check() == []


def test_two_facts_of_a_device_never_have_one_stamp(hq: Headquarters) -> None:
    published(hq)
    with_members(hq, member("m1"))
    till = Terminal.enrolled(hq)
    stamp = buys(till, "m1", "x1")
    pushes(till)
    till.fact("task.done", {"member": "m1", "ref": "wheel", "value": 9}, hlc=stamp)
    assert told(pushes(till)) == [(2, "unread", "stamp_known")]
    till.fact("check_in.done", {"member": "m2"}, hlc=stamp)
    till.fact("scan.refused", {"code": "not_ours"}, hlc=stamp)
    assert told(pushes(till)) == [(3, "unread", "stamp_known"), (4, "unread", "stamp_known")]
    assert [row["members"] for row in till.rows("store/s1/events").values() if row["device"] != "hq"] == [["m1"]]
    assert CHAIN not in {one.store for one in hq.left_out()}


def test_what_only_rehearsals_make_says_nothing(hq: Headquarters) -> None:
    published(hq)
    with_members(hq, member("m1"))
    till = Terminal.enrolled(hq)
    till.fact("member.known", {"member": "m1", "points": 100_000, "tier": "diamond"})
    assert told(pushes(till)) == [(1, "unread", "never_journalled")]
    assert till.rows("store/s1/events") == {}


def test_a_right_that_no_column_holds_is_left_out(hq: Headquarters) -> None:
    """SQLite stores any length, PostgreSQL faults."""
    till = Terminal.enrolled(hq)
    till.sale("x1", "c1", right="r" * 17)
    till.sale("x2", "c2", right="slip")
    assert told(till.push())[:1] == [(1, "unread", "bad_right")]
