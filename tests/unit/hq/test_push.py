"""Pushing facts: order, repetition, forks, gaps, unreadable bodies."""

from __future__ import annotations

import threading
from pathlib import Path

import msgspec
import pytest
from sqlalchemy import select, update

from kiosk.domain.journal import facts
from kiosk.domain.journal.facts import Fact
from kiosk.hq.headquarters import Headquarters
from kiosk.hq.ports import HqSettings
from kiosk.hq.store.schema import fact
from kiosk.protocol.wire.messages import Health, Problem, PushAnswer, PushResult
from tests.unit.hq.rig import Terminal, TestClock, headquarters, read


def test_facts_arrive_as_they_were_made_and_are_acknowledged(hq: Headquarters) -> None:
    till = Terminal.enrolled(hq)
    for number in range(5):
        till.sale(f"t{number}", f"c{number}")
    answer = till.push()
    assert (answer.acked, answer.hash) == (5, till.chain[-1][1])
    assert answer.results == ()
    assert hq.facts(till.device, 1) == [raw for raw, _ in till.chain]
    assert [(use.coupon, use.txn, use.state) for use in hq.redemptions()] == [
        (f"c{number}", f"t{number}", "counts") for number in range(5)
    ]


def test_the_same_push_twice_changes_nothing(hq: Headquarters) -> None:
    till = Terminal.enrolled(hq)
    till.sale("t1", "c1")
    till.sale("t2", "c2")
    request = till.batch(1, 2)
    first = till.ok("/v1/push", request, PushAnswer)
    assert till.ok("/v1/push", request, PushAnswer) == first
    assert len(hq.redemptions()) == 2
    assert len(hq.facts(till.device, 1)) == 2


def test_a_batch_that_overlaps_what_hq_has_adds_the_rest(hq: Headquarters) -> None:
    till = Terminal.enrolled(hq)
    for number in range(6):
        till.sale(f"t{number}", f"c{number}")
    till.ok("/v1/push", till.batch(1, 4), PushAnswer)
    assert till.ok("/v1/push", till.batch(2, 6), PushAnswer).acked == 6
    assert till.ok("/v1/push", till.batch(2, 3), PushAnswer).acked == 6
    assert hq.facts(till.device, 1) == [raw for raw, _ in till.chain]


def test_a_batch_without_facts_tells_health_only(hq: Headquarters) -> None:
    till = Terminal.enrolled(hq)
    request = msgspec.structs.replace(till.batch(1, 0), health=Health(app_version="9", queue=0))
    assert till.ok("/v1/push", request, PushAnswer).acked == 0
    assert hq.terminals()[0].seen_at == hq.context.clock.now_ms()


def test_a_gap_says_what_hq_has(hq: Headquarters) -> None:
    till = Terminal.enrolled(hq)
    for number in range(4):
        till.sale(f"t{number}", f"c{number}")
    till.ok("/v1/push", till.batch(1, 1), PushAnswer)
    refused = till.push_refused(till.batch(3, 4))
    assert (refused.problem, refused.acked, refused.hash) == ("gap", 1, till.chain[0][1])
    assert refused.reenroll_code is None
    assert len(hq.facts(till.device, 1)) == 1


def test_a_batch_whose_own_hashes_are_wrong_is_no_fork(hq: Headquarters) -> None:
    till = Terminal.enrolled(hq)
    till.sale("t1", "c1")
    request = till.batch(1, 1)
    flipped = bytearray(request.facts[0])
    flipped[-3] ^= 1
    refused = till.push_refused(msgspec.structs.replace(request, facts=(bytes(flipped),)))
    assert (refused.problem, refused.acked) == ("chain", 0)
    assert till.ok("/v1/push", request, PushAnswer).acked == 1


@pytest.mark.parametrize("shared", [0, 1, 2])
def test_another_history_is_a_fork_and_quarantines_the_device(hq: Headquarters, shared: int) -> None:
    till = Terminal.enrolled(hq)
    for number in range(3):
        till.sale(f"t{number}", f"c{number}")
    till.push()
    del till.chain[shared:]  # yesterday's disk
    for number in range(shared, 4):
        till.sale(f"u{number}", f"c{number + 4}")
    for first in {1, shared + 1, 4}:
        refused = till.push_refused(till.batch(first, 4))
        assert (refused.problem, refused.acked, refused.epoch) == ("fork", 3, 1)
        assert refused.reenroll_code is not None
    assert hq.terminals()[0].state == "quarantined"
    assert len(hq.facts(till.device, 1)) == 3
    assert {use.txn for use in hq.redemptions()} == {"t0", "t1", "t2"}


def test_a_quarantined_device_starts_over_and_what_it_carries_counts_once(hq: Headquarters) -> None:
    till = Terminal.enrolled(hq)
    till.sale("t1", "c1")
    till.sale("t2", "c2")
    till.push()
    del till.chain[1:]
    till.fast += 1_000
    till.sale("t3", "c3")
    carried = [data for data, _link in till.chain]
    code = till.push_refused(till.batch(2, 2)).reenroll_code
    assert code is not None
    till.start_over(code, common=1)
    assert (till.epoch, till.open_session().acked) == (2, 0)
    # the new epoch carries everything of which the terminal is not sure, also what HQ has from the old one
    for data in carried:
        till.carry(data)
    till.sale("t4", "c4")
    answer = till.push()
    assert (answer.acked, answer.results) == (3, ())
    assert [use.txn for use in hq.redemptions()] == ["t1", "t2", "t3", "t4"]
    assert len(hq.facts(till.device, 1)) == 2
    assert hq.conflicts() == []


def test_an_old_epoch_is_told_the_current_one(hq: Headquarters) -> None:
    till = Terminal.enrolled(hq)
    till.sale("t1", "c1")
    old = till.batch(1, 1)
    code = hq.enroll_code("s1", for_device=till.device)
    assert code is not None
    till.start_over(code)
    refused = till.push_refused(old)
    assert (refused.problem, refused.epoch, refused.acked) == ("epoch", 2, 0)
    assert refused.hash == facts.genesis(till.device, 2)
    assert refused.reenroll_code is not None
    assert hq.terminals()[0].state == "active"


def _made(*, seq: int = 1, kind: str = "x", hlc: int = 1, at: int = 1, actor: str = "s", **body: object) -> bytes:
    return facts.encode(Fact(1, seq, kind, hlc, at, None, "b", 1, actor, body))


_INFINITE = b'{"actor":"","at":0,"body":{},"boot":"","epoch":1,"hlc":1e999,"kind":"x","mono":0,"off":null,"seq":1}'
_SURROGATE = b'{"actor":"\\ud800","at":1,"body":{},"boot":"b","epoch":1,"hlc":1,"kind":"x","mono":1,"off":null,"seq":1}'


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"\xff\xfe not text",
        b"[1,2]",
        b'{"kind":"sale.completed"}',
        b"[" * 30_000,
        _INFINITE,
        _SURROGATE,
        _made(seq=99),  # not its place
        _made(hlc=2**70),
        _made(at=2**60),
        _made(actor="s" * 500),
        _made(kind="sale.completed", txn="t"),
        _made(kind="sale.completed", txn="t", amount=2**80, total=1, coupons=[]),
        _made(kind="sale.completed", txn="t", member=[1], amount=1, total=1, coupons=[]),
        _made(kind="sale.voided", txn="a\0b", reason="r"),
    ],
)
def test_what_hq_cannot_read_is_kept_acknowledged_and_reported(hq: Headquarters, raw: bytes) -> None:
    till = Terminal.enrolled(hq)
    till.raw(raw)
    till.sale("t2", "c2")
    answer = till.push()
    assert answer.acked == 2
    assert [(result.seq, result.kind) for result in answer.results] == [(1, "unread")]
    assert hq.facts(till.device, 1)[0] == raw
    assert [use.txn for use in hq.redemptions()] == ["t2"]


def test_a_kind_hq_does_not_know_is_no_fault(hq: Headquarters) -> None:
    till = Terminal.enrolled(hq)
    till.fact("weather.changed", {"to": "rain"})
    assert till.push().results == ()


def test_too_many_facts_and_too_many_bytes_are_413(hq: Headquarters) -> None:
    till = Terminal.enrolled(hq)
    for number in range(201):
        till.fact("x", {"n": number})
    assert till.call("POST", "/v1/push", till.batch(1, 201)).status == 413
    assert till.ok("/v1/push", till.batch(1, 200), PushAnswer).acked == 200
    other = Terminal.enrolled(hq, seed=8)
    for _ in range(2):
        other.fact("x", {"text": "y" * 200_000})
    response = other.call("POST", "/v1/push", other.batch(1, 2))
    assert (response.status, read(response, Problem).type) == (413, "batch_too_large")
    # one fact alone is taken whatever its size, or the queue would stand still for ever
    assert other.ok("/v1/push", other.batch(1, 1), PushAnswer).acked == 1


def test_facts_of_another_device_are_not_taken(hq: Headquarters) -> None:
    one, two = Terminal.enrolled(hq), Terminal.enrolled(hq, seed=8)
    one.sale("t1", "c1")
    assert two.call("POST", "/v1/push", one.batch(1, 1)).status == 403
    assert hq.facts(one.device, 1) == []


def test_concurrent_pushes_of_one_device_store_each_fact_once(hq: Headquarters) -> None:
    till = Terminal.enrolled(hq)
    for number in range(40):
        till.sale(f"t{number}", f"c{number % 10}")
    statuses: list[int] = []

    def send(first: int) -> None:
        statuses.append(till.call("POST", "/v1/push", till.batch(first, 40)).status)

    threads = [threading.Thread(target=send, args=(first,)) for first in (1, 1, 1, 5, 9, 1)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert set(statuses) <= {200, 409}
    assert 200 in statuses
    assert hq.facts(till.device, 1) == [raw for raw, _ in till.chain]


def test_concurrent_pushes_of_many_devices_agree_with_a_serial_run(tmp_path: Path) -> None:
    hq = headquarters(tmp_path, TestClock(), HqSettings())
    tills = [Terminal.enrolled(hq, store, seed=seed) for seed in range(3) for store in ("s1", "s2")]
    for place, till in enumerate(tills):
        for number in range(10):
            till.sale(f"{place}-{number}", f"c{number}", right="accepted")
    threads = [threading.Thread(target=till.push) for till in tills]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    counted = [use for use in hq.redemptions() if use.state == "counts"]
    assert len(counted) == 10
    assert len(hq.conflicts()) == 50
    best = min(tills, key=lambda till: till.device)  # all else is equal
    assert {use.device for use in counted} == {best.device}
    assert hq.verify() == []
    hq.database.close()


def test_verify_finds_a_bucket_that_counts_otherwise(hq: Headquarters) -> None:
    for column in ("rows", "checksum"):
        with hq.database.write() as tx:
            tx.connection.exec_driver_sql(f"UPDATE bucket SET {column} = {column} + 1 WHERE subject = 'templates'")
        assert [(flaw.what, flaw.where) for flaw in hq.verify()] == [("bucket_totals", "chain/templates")]
        with hq.database.write() as tx:
            tx.connection.exec_driver_sql(f"UPDATE bucket SET {column} = {column} - 1 WHERE subject = 'templates'")


def test_verify_finds_one_flipped_byte(hq: Headquarters, tmp_path: Path) -> None:
    till = Terminal.enrolled(hq)
    for number in range(3):
        till.sale(f"t{number}", f"c{number}")
    till.push()
    second = fact.c.seq == 2
    with hq.database.write() as tx:
        raw = bytes(tx.execute(select(fact.c.raw).where(second)).scalar_one())
        tx.execute(update(fact).where(second).values(raw=raw.replace(b"t1", b"t9")))
    assert [(flaw.what, flaw.where) for flaw in hq.verify()] == [("chain_broken", f"{till.device}/1/2")]
    with hq.database.write() as tx:
        tx.execute(update(fact).where(second).values(raw=raw))


def test_a_conflict_is_told_to_who_pushes_it(hq: Headquarters) -> None:
    one, two = Terminal.enrolled(hq), Terminal.enrolled(hq, "s2")
    one.sale("t1", "c1")
    one.push()
    two.sale("t2", "c1", right="accepted")
    (result,) = two.push().results
    assert isinstance(result, PushResult)
    assert (result.seq, result.kind) == (1, "conflict")
    assert result.detail["coupon"] == "c1"
    assert (result.detail["device"], result.detail["store"]) == (one.device, "s1")
