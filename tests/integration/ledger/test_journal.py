"""The journal: facts, their chain, transactions, epochs."""

from __future__ import annotations

import json
import math
import threading
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from kiosk.adapters.db.ledger import LedgerTransaction, SqlLedger
from kiosk.adapters.db.verify import rebuild, verify
from kiosk.application.ports.faults import LedgerDamaged, LedgerFault, LedgerLocked, WrongKey
from kiosk.domain.coupons.facts import OP_SETTLED, RIGHTS_CHANGED
from kiosk.domain.facts import ProjectionError
from kiosk.domain.journal import facts, hlc
from kiosk.domain.journal.kinds import SETTING_CHANGED, TERMINAL_STARTED
from kiosk.domain.sales.facts import SALE_COMPLETED
from kiosk.domain.scan.facts import SCAN_REFUSED
from kiosk.domain.staff.facts import STAFF_PIN_FAILED
from tests.fakes import ManualClock
from tests.integration.ledger.samples import IDENTITY, KEY, enrolled, facts_in, open_at, raw, sale_body, sell


def test_a_fact_carries_when_who_and_what(ledger: SqlLedger, clock: ManualClock) -> None:
    clock.advance(5_000)
    ledger.run(lambda tx: tx.set_meta("clock_off_ms", "-250"))
    fact = ledger.run(lambda tx: tx.append(SCAN_REFUSED, "s-7", {"code": "expired"}))
    assert (fact.epoch, fact.seq, fact.actor, fact.body) == (1, 2, "s-7", {"code": "expired"})
    assert (fact.at, fact.off, fact.boot, fact.mono) == (clock.now, -250, "boot-1", 6_000)
    assert fact.corrected_ms == clock.now - 250
    stored = ledger.run(lambda tx: tx.facts_after(1, 1, 10))
    assert facts.decode(stored[0][1]) == fact


def test_the_chain_runs_from_genesis_to_the_head(ledger: SqlLedger) -> None:
    for number in range(5):
        sell(ledger, f"x{number}", f"c{number}")
    rows = ledger.run(lambda tx: tx.facts_after(1, 0, 100))
    assert [seq for seq, _raw, _hash in rows] == [1, 2, 3, 4, 5, 6]
    previous = facts.genesis("d-01", 1)
    for seq, data, chained in rows:
        previous = facts.link(previous, seq, data)
        assert previous == chained
    assert (ledger.head.epoch, ledger.head.seq, ledger.head.hash) == (1, 6, previous)
    assert ledger.run(lambda tx: tx.hash_at("d-01", 1, 6)) == previous
    assert ledger.run(lambda tx: tx.hash_at("d-01", 1, 0)) == facts.genesis("d-01", 1)
    assert ledger.run(lambda tx: tx.hash_at("d-01", 1, 7)) is None


def test_the_head_is_the_same_after_opening_again(ledger: SqlLedger, path: Path) -> None:
    sell(ledger, "x1", "c1")
    head = ledger.head
    ledger.close()
    again = open_at(path)
    assert again.head == head
    assert again.run(lambda tx: tx.identity()) == IDENTITY
    again.close()


def test_nothing_is_journalled_before_enrolment(path: Path) -> None:
    ledger = open_at(path)
    with pytest.raises(LedgerDamaged):
        ledger.run(lambda tx: tx.append(TERMINAL_STARTED, "system", {}))
    assert ledger.run(lambda tx: tx.identity()) is None
    assert ledger.head.seq == 0
    ledger.close()


class Interrupted(Exception):
    pass


def _state(path: Path) -> list[Any]:
    connection = raw(path)
    tables = ("fact", "sale", "coupon_use", "op", "coupon_right", "pin_failure", "staff", "meta")
    try:
        return [connection.execute(f"SELECT * FROM {table}").fetchall() for table in tables]
    finally:
        connection.close()


def test_what_raises_leaves_nothing_behind(ledger: SqlLedger, path: Path) -> None:
    sell(ledger, "x1", "c1")
    before, head = _state(path), ledger.head

    def work(tx: LedgerTransaction) -> None:
        tx.append(SALE_COMPLETED, "s-1", sale_body("x2", 2, "c2"))
        tx.set_meta("acked", "2")
        tx.drop_meta("store")
        tx.put_staff([("s-1", 1, "{}")], [])
        assert tx.meta("acked") == "2"
        assert tx.meta("store") is None
        raise Interrupted

    with pytest.raises(Interrupted):
        ledger.run(work)
    assert (_state(path), ledger.head) == (before, head)
    assert ledger.run(lambda tx: (tx.meta("acked"), tx.meta("store"), tx.sale("x2"))) == ("0", "N01", None)
    sell(ledger, "x3", "c3")
    assert verify(path, KEY).sound


@pytest.mark.parametrize(
    ("kind", "body", "error"),
    [
        (SALE_COMPLETED, {"txn": "x"}, ProjectionError),
        (SALE_COMPLETED, sale_body("x", 1) | {"number": None}, ProjectionError),
        (SALE_COMPLETED, sale_body("x", 1) | {"coupons": None}, ProjectionError),
        (SALE_COMPLETED, sale_body("x", 2**70), OverflowError),
        (RIGHTS_CHANGED, {"grant": [{"coupon": "c"}], "revoke": []}, ProjectionError),
        (OP_SETTLED, {}, ProjectionError),
        (STAFF_PIN_FAILED, {}, ProjectionError),
        (SETTING_CHANGED, {"value": math.nan}, ValueError),
        (SETTING_CHANGED, {"value": object()}, TypeError),
        (SETTING_CHANGED, [1], facts.FactError),
    ],
)
def test_an_unreadable_body_is_not_journalled(
    ledger: SqlLedger, path: Path, kind: str, body: Any, error: type[Exception]
) -> None:
    before, head = _state(path), ledger.head
    with pytest.raises(error):
        ledger.run(lambda tx: tx.append(kind, "s-1", body))
    assert (_state(path), ledger.head) == (before, head)
    sell(ledger, "x1", "c1")
    assert verify(path, KEY).sound


def test_state_follows_what_is_stored_not_what_was_meant(ledger: SqlLedger, path: Path) -> None:
    # JSON turns tuples into lists and keys into text; a rebuild sees only that
    body = sale_body("x1", 1, "c1") | {"lines": ({"a": 1},), "extra": {10: "a", 9: "b"}}
    fact = ledger.run(lambda tx: tx.append(SALE_COMPLETED, "s-1", body))
    sale = ledger.run(lambda tx: tx.sale("x1"))
    assert sale is not None
    assert sale.document == fact.body == json.loads(json.dumps(body))
    assert rebuild(path, KEY).differences == {}


def test_a_receipt_number_is_given_once(ledger: SqlLedger) -> None:
    sell(ledger, "x1")
    with pytest.raises(LedgerFault):
        ledger.run(lambda tx: tx.append(SALE_COMPLETED, "s-1", sale_body("x2", 1)))
    with pytest.raises(LedgerFault):
        ledger.run(lambda tx: tx.append(SALE_COMPLETED, "s-1", sale_body("x1", 2)))
    assert ledger.run(lambda tx: [sale.txn for sale in tx.recent_sales(9)]) == ["x1"]


def test_receipt_numbers_go_on_after_what_failed_and_after_opening_again(ledger: SqlLedger, path: Path) -> None:
    assert [sell(ledger, "x1"), sell(ledger, "x2")] == [1, 2]

    def given_up(tx: LedgerTransaction) -> None:
        tx.append(SALE_COMPLETED, "s-1", sale_body("x3", 3))
        assert tx.last_receipt() == 3
        raise Interrupted

    with pytest.raises(Interrupted):
        ledger.run(given_up)
    assert ledger.run(lambda tx: tx.last_receipt()) == 2
    # what the projector refuses does not count either
    with pytest.raises(LedgerFault):
        ledger.run(lambda tx: tx.append(SALE_COMPLETED, "s-1", sale_body("x1", 7)))
    assert ledger.run(lambda tx: tx.last_receipt()) == 2
    ledger.run(lambda tx: tx.append(SALE_COMPLETED, "s-1", sale_body("x9", 9)))
    ledger.run(lambda tx: tx.append(SALE_COMPLETED, "s-1", sale_body("x5", 5)))
    assert ledger.run(lambda tx: tx.last_receipt()) == 9
    ledger.run(lambda tx: tx.begin_epoch(replace(IDENTITY, epoch=2), "restored"))
    assert ledger.run(lambda tx: tx.last_receipt()) == 9
    ledger.close()
    again = open_at(path)
    assert sell(again, "x10") == 10
    again.close()


def test_stamps_grow_whatever_the_clock_does(ledger: SqlLedger, clock: ManualClock, path: Path) -> None:
    stamps = []
    for jump in (0, -86_400_000, 1, 0, 5, 86_400_000 * 400, -86_400_000 * 800):
        clock.now += jump
        stamps.append(ledger.run(lambda tx: tx.append(SCAN_REFUSED, "s-1", {"code": "x"})).hlc)
    assert stamps == sorted(set(stamps))
    assert verify(path, KEY).sound


def test_stamps_still_grow_after_facts_were_carried_and_the_program_restarted(path: Path) -> None:
    clock = ManualClock()
    ledger = enrolled(path, clock)
    sell(ledger, "x1", "c1")
    clock.now += 60_000
    ledger.run(lambda tx: tx.begin_epoch(replace(IDENTITY, epoch=2), "restored"))
    highest = ledger.head.hlc
    ledger.close()
    # the newest row is the carried sale, whose stamp is a minute older than the epoch's first
    clock.now -= 30_000
    again = open_at(path, clock)
    assert again.head.hlc == highest
    assert again.run(lambda tx: tx.last_stamp()) == highest
    assert again.run(lambda tx: tx.append(SCAN_REFUSED, "s-1", {"code": "x"})).hlc > highest
    assert hlc.milliseconds(highest) == clock.now + 30_000
    again.close()


def test_a_new_epoch_carries_what_hq_does_not_have(ledger: SqlLedger, path: Path) -> None:
    for number in range(1, 6):
        sell(ledger, f"x{number}", f"c{number}")
    ledger.run(lambda tx: tx.set_meta("acked", "3"))
    old = facts_in(path)
    end = ledger.head
    ledger.run(lambda tx: tx.begin_epoch(replace(IDENTITY, epoch=4), "restored"))
    new = [facts.decode(row[3]) for row in facts_in(path)[len(old) :]]
    assert facts_in(path)[: len(old)] == old
    assert [(fact.epoch, fact.seq) for fact in new] == [(4, 1), (4, 2), (4, 3), (4, 4)]
    assert new[0].body["previous"] == {"epoch": 1, "seq": 3, "last": 6, "hash": end.hash.hex()}
    assert [fact.body["txn"] for fact in new[1:]] == ["x3", "x4", "x5"]
    carried = facts.decode(old[3][3])
    assert new[1] == replace(carried, epoch=4, seq=2)
    place = ledger.run(lambda tx: {sale.txn: (sale.epoch, sale.seq) for sale in tx.recent_sales(9)})
    assert place == {"x1": (1, 2), "x2": (1, 3), "x3": (4, 2), "x4": (4, 3), "x5": (4, 4)}
    assert ledger.run(lambda tx: (tx.meta("epoch"), tx.meta("acked"))) == ("4", "0")
    assert verify(path, KEY).sound
    assert rebuild(path, KEY).differences == {}


@pytest.mark.parametrize("epoch", [0, 1])
def test_an_epoch_never_comes_again(ledger: SqlLedger, path: Path, epoch: int) -> None:
    before = _state(path)
    with pytest.raises(LedgerFault):
        ledger.run(lambda tx: tx.begin_epoch(replace(IDENTITY, epoch=epoch), "restored"))
    assert _state(path) == before


def test_one_process_owns_a_ledger(ledger: SqlLedger, path: Path) -> None:
    with pytest.raises(LedgerLocked):
        open_at(path)
    sell(ledger, "x1")
    ledger.close()
    open_at(path).close()


def test_a_failed_opening_gives_the_lock_back(path: Path) -> None:
    enrolled(path).close()
    wrong = bytes(32)
    from kiosk.adapters.db.migrate import open_ledger

    for _ in range(2):
        with pytest.raises(WrongKey):
            open_ledger(path, wrong, ManualClock())
    with pytest.raises(WrongKey):
        open_ledger(path, b"short", ManualClock())
    open_at(path).close()


def test_many_threads_one_chain(path: Path) -> None:
    ledger = enrolled(path, threaded=True)
    appended: list[int] = []
    ledger.on_append(lambda: appended.append(ledger.head.seq))

    def work(name: str) -> None:
        for number in range(20):
            sell(ledger, f"{name}-{number}", f"c-{name}-{number}")

    threads = [threading.Thread(target=work, args=(f"t{n}",)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert ledger.head.seq == 81
    assert appended == list(range(2, 82))
    numbers = ledger.run(lambda tx: [sale.document["number"] for sale in tx.recent_sales(100)])
    assert numbers == list(range(80, 0, -1))
    ledger.close()
    ledger.close()
    assert verify(path, KEY).sound
    assert rebuild(path, KEY).differences == {}


def test_listeners_hear_of_facts_only(ledger: SqlLedger) -> None:
    heard: list[int] = []
    ledger.on_append(lambda: heard.append(ledger.head.seq))
    ledger.run(lambda tx: tx.set_meta("acked", "1"))
    ledger.run(lambda tx: tx.recent_sales(5))
    assert heard == []
    sell(ledger, "x1")
    assert heard == [2]
