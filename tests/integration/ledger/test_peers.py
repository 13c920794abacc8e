"""Journals of other terminals in a ledger: in order or not at all, counted once, nothing of one's own touched."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from kiosk.adapters.db.ledger import LedgerTransaction, SqlLedger
from kiosk.adapters.db.memory import memory_ledger
from kiosk.adapters.db.peers import Anchor, PeerBatch, PeerRefused
from kiosk.adapters.db.tables import DERIVED
from kiosk.adapters.db.verify import rebuild, verify
from kiosk.application.ports.ledger import Identity
from kiosk.domain.campaigns.facts import LEASE_CHANGED, REWARDS_DECIDED
from kiosk.domain.journal import facts
from kiosk.domain.sales.facts import SALE_COMPLETED, SALE_RETURNED, SALE_VOIDED
from tests.fakes import ManualClock
from tests.integration.ledger.samples import KEY, live, open_at, raw, sale_body, sell

PEER = "d-02"
OF_PEERS = ("peer_sale", "peer_member_fact", "peer_count")


def peer_ledger(device: str = PEER, clock: ManualClock | None = None) -> SqlLedger:
    """Another terminal's own ledger."""
    ledger = memory_ledger(KEY, clock or ManualClock(), threaded=False)
    ledger.run(lambda tx: tx.begin_epoch(Identity(device, "N01-2", "N01", 1, "https://hq.example"), "enrolled"))
    return ledger


@pytest.fixture
def peer() -> Iterator[SqlLedger]:
    ledger = peer_ledger()
    yield ledger
    ledger.close()


def batch(peer: SqlLedger, epoch: int | None = None, first: int = 1, count: int = 1_000) -> PeerBatch:
    """Facts of the peer's journal, as it would send them."""

    def read(tx: LedgerTransaction) -> PeerBatch:
        identity = tx.identity()
        assert identity is not None
        of = epoch or tx.head.epoch
        rows = tx.facts_after(of, first - 1, count)
        last = rows[-1][2] if rows else tx.hash_at(identity.device, of, first - 1)
        assert last is not None
        return PeerBatch(identity.device, of, first, tuple(row[1] for row in rows), last)

    return peer.run(read)


def begin_epoch(peer: SqlLedger, epoch: int) -> None:
    """The peer was restored: what HQ had not acknowledged is carried into a new epoch."""

    def begin(tx: LedgerTransaction) -> None:
        identity = tx.identity()
        assert identity is not None
        tx.begin_epoch(replace(identity, epoch=epoch), "restored")

    peer.run(begin)


def take(ledger: SqlLedger, given: PeerBatch) -> None:
    ledger.run(lambda tx: tx.append_of_peer(given))


def refused(ledger: SqlLedger, given: PeerBatch) -> tuple[str, int, int]:
    """How the ledger refuses a batch; nothing of it may stay."""
    before = held(ledger, given.device)
    with pytest.raises(PeerRefused) as caught:
        take(ledger, given)
    assert held(ledger, given.device) == before
    return caught.value.code, caught.value.epoch, caught.value.seq


def held(ledger: SqlLedger, device: str = PEER) -> tuple[tuple[int, int], list[tuple[int, bytes, bytes]]]:
    head = ledger.run(lambda tx: tx.peer_head(device))
    return head, list(ledger.run(lambda tx: tx.peer_facts_after(device, max(1, head[0]), 0, 1_000)))


def decided(ledger: SqlLedger, *takes: tuple[str, int], member: str = "m-1") -> None:
    body = {"member": member, "takes": [list(one) for one in takes], "coupons": [], "rights": ["c-9"]}
    ledger.run(lambda tx: tx.append(REWARDS_DECIDED, "s-1", body))


def own_state(path: Path) -> dict[str, list[Any]]:
    """Everything in the file that is not of peers."""
    connection = raw(path)
    names = ["fact", "meta", *(t.name for t in DERIVED if t.name not in OF_PEERS)]
    rows = {name: connection.execute(f'SELECT * FROM "{name}"').fetchall() for name in names}
    connection.close()
    rows["sale_key"] = [row for row in rows["sale_key"] if row[1] == ""]  # (transaction, device, …)
    return rows


def sound(ledger: SqlLedger, path: Path) -> None:
    """The file verifies, and its state is what its facts make; asked while it is in use."""
    report = verify(path, KEY)
    assert report.problem is None
    assert rebuild(path, KEY).differences == {}


def test_a_journal_is_taken_as_its_own_ledger_has_it(ledger: SqlLedger, peer: SqlLedger, path: Path) -> None:
    sell(peer, "x1", "c1")
    sell(peer, "x2")
    take(ledger, batch(peer, count=2))
    take(ledger, batch(peer, first=3))
    assert held(ledger) == ((1, 3), list(peer.run(lambda tx: tx.facts_after(1, 0, 10))))
    assert verify(path, KEY).peer_facts == 3
    sound(ledger, path)


def test_what_peers_do_is_seen_in_histories_and_counts(ledger: SqlLedger, peer: SqlLedger, path: Path) -> None:
    third = peer_ledger("d-03")
    for other in (peer, third):
        sell(other, "x1", "c1")
        decided(other, ("total:spring/gift#0", 2), ("|stock:spring/mug", 3))
        other.run(lambda tx: tx.append(LEASE_CHANGED, "system", {"op": "l", "quantities": {"stock:a/b": 7}}))
        take(ledger, batch(other))
    decided(ledger, ("total:spring/gift#0", 1))
    seen = ledger.run(lambda tx: tx.member_facts_of_peers("m-1"))
    assert sorted((device, fact.kind) for device, fact in seen) == [
        ("d-02", "rewards.decided"),
        ("d-02", "sale.completed"),
        ("d-03", "rewards.decided"),
        ("d-03", "sale.completed"),
    ]
    assert [fact.hlc for _device, fact in seen] == sorted(fact.hlc for _device, fact in seen)
    assert ledger.run(lambda tx: tx.shared("limit:spring/gift/total")) == 5
    # a peer gives of its own leases
    assert ledger.run(lambda tx: tx.shared("|stock:spring/mug")) == 0
    assert ledger.run(lambda tx: tx.shares()) == {}
    assert sorted((device, sale.txn) for device, sale in ledger.run(lambda tx: tx.sales_of_peers(9))) == [
        ("d-02", "x1"),
        ("d-03", "x1"),
    ]
    sound(ledger, path)
    third.close()


def test_a_peers_void_and_return_follow_its_sale(ledger: SqlLedger, peer: SqlLedger, path: Path) -> None:
    sell(peer, "x1", "c1")
    sell(peer, "x2")
    take(ledger, batch(peer))
    # another's and ours have the same names, and are other sales
    third = peer_ledger("d-03")
    sell(third, "x2", "c5")
    sell(third, "x1", "c4")
    take(ledger, batch(third))
    sell(ledger, "x1", "c2")
    peer.run(lambda tx: tx.append(SALE_VOIDED, "s-2", {"txn": "x1", "reason": "wrong_amount"}))
    back = {"txn": "x2", "amount": 250, "reason": "broken", "member": "m-1"}
    peer.run(lambda tx: tx.append(SALE_RETURNED, "s-2", back))
    take(ledger, batch(peer, first=4))
    sales = {(device, sale.txn): sale for device, sale in ledger.run(lambda tx: tx.sales_of_peers(9))}
    assert {key: (sale.returned, sale.void_reason, sale.voided_by) for key, sale in sales.items()} == {
        ("d-02", "x1"): (0, "wrong_amount", "s-2"),
        ("d-02", "x2"): (250, None, None),
        ("d-03", "x1"): (0, None, None),
        ("d-03", "x2"): (0, None, None),
    }
    seen = [(device, fact.kind) for device, fact in ledger.run(lambda tx: tx.member_facts_of_peers("m-1"))]
    assert sorted(seen) == [("d-02", "sale.completed"), ("d-02", "sale.returned"), *[("d-03", "sale.completed")] * 2]
    third.close()
    own = ledger.run(lambda tx: tx.sale("x1"))
    assert own is not None
    assert own.voided_at_ms is None
    sound(ledger, path)


def test_nothing_of_ones_own_moves(ledger: SqlLedger, path: Path, clock: ManualClock) -> None:
    live(ledger, clock, random.Random(3), 80)
    before, head, numbered = own_state(path), ledger.head, ledger.run(lambda tx: tx.last_receipt())
    told: list[None] = []
    ledger.on_append(lambda: told.append(None))
    other_clock = ManualClock()
    peer = peer_ledger(clock=other_clock)
    live(peer, other_clock, random.Random(4), 200)
    epochs = peer.run(lambda tx: tx.head.epoch)
    assert epochs > 1
    for epoch in range(1, epochs + 1):
        if (given := batch(peer, epoch)).facts:
            take(ledger, given)
    assert own_state(path) == before
    assert ledger.head == head
    assert ledger.run(lambda tx: tx.last_receipt()) == numbered
    assert told == []
    assert ledger.run(lambda tx: tx.peer_head(PEER)) == (peer.head.epoch, peer.head.seq)
    assert ledger.run(lambda tx: tx.sales_of_peers(1_000)) != []
    sound(ledger, path)
    peer.close()


def test_the_same_again_changes_nothing(ledger: SqlLedger, peer: SqlLedger, path: Path) -> None:
    decided(peer, ("total:spring/gift#0", 2))
    sell(peer, "x1", "c1")
    take(ledger, batch(peer))
    before = held(ledger)
    for again in (batch(peer), batch(peer, first=2), batch(peer, count=2), batch(peer, first=4)):
        take(ledger, again)
    assert held(ledger) == before
    sell(peer, "x2")
    take(ledger, batch(peer))  # what is new comes behind what is known
    assert held(ledger)[0] == (1, 4)
    assert ledger.run(lambda tx: tx.shared("limit:spring/gift/total")) == 2
    sound(ledger, path)


def test_a_gap_is_refused(ledger: SqlLedger, peer: SqlLedger) -> None:
    for number in range(4):
        sell(peer, f"x{number}")
    assert refused(ledger, batch(peer, first=2)) == ("gap", 1, 0)
    take(ledger, batch(peer, count=2))
    assert refused(ledger, batch(peer, first=4)) == ("gap", 1, 2)
    assert refused(ledger, replace(batch(peer), first=0)) == ("gap", 1, 2)


def test_a_fork_is_refused(ledger: SqlLedger, peer: SqlLedger) -> None:
    sell(peer, "x1")
    take(ledger, batch(peer))
    twin = peer_ledger()
    sell(twin, "y1")
    assert refused(ledger, batch(twin)) == ("fork", 1, 1)
    sell(twin, "y2")
    # its bytes would go on from ours, its hash says that they do not
    assert refused(ledger, batch(twin, first=3)) == ("fork", 1, 2)
    twin.close()


@pytest.mark.parametrize(
    "spoil",
    [
        lambda raws: (raws[0], b"{}"),
        lambda raws: (raws[0], raws[0]),
        lambda raws: (raws[1],),
        lambda raws: (raws[0].replace(b"epoch.began", b"sale.voided"), raws[1]),
        lambda raws: (raws[0].replace(b'"device":"d-02"', b'"device":"d-04"'), raws[1]),
        lambda raws: (raws[0], raws[1].replace(b'"txn":"x1"', b'"txo":"x1"')),
        lambda raws: (raws[0], raws[1].replace(b'"hlc":', b'"hlc":9999999999')),
        lambda raws: (raws[0], raws[1].replace(b'"at":', b'"at":9999999999999999')),
        lambda raws: (raws[0].replace(b'"reason"', b'"previous":7,"reason"'), raws[1]),
    ],
)
def test_what_cannot_be_read_is_refused(
    ledger: SqlLedger, peer: SqlLedger, spoil: Callable[[tuple[bytes, ...]], tuple[bytes, ...]]
) -> None:
    sell(peer, "x1")
    good = batch(peer)
    spoilt = spoil(good.facts)
    assert spoilt != good.facts
    chained = facts.genesis(PEER, 1)
    for seq, one in enumerate(spoilt, start=1):
        chained = facts.link(chained, seq, one)
    assert refused(ledger, replace(good, facts=spoilt, last_hash=chained))[0] == "unreadable"
    assert ledger.run(lambda tx: tx.sales_of_peers(9)) == []
    take(ledger, good)


def test_nobody_else_writes_ones_own_journal(ledger: SqlLedger) -> None:
    sell(ledger, "x1")
    assert refused(ledger, batch(ledger))[0] == "fork"
    fresh = memory_ledger(KEY, ManualClock(), threaded=False)
    assert refused(fresh, batch(ledger))[0] == "fork"  # nor any before one knows which that is
    fresh.close()


def test_what_a_peer_carried_into_a_new_epoch_counts_once(ledger: SqlLedger, peer: SqlLedger, path: Path) -> None:
    decided(peer, ("total:spring/gift#0", 2))
    peer.run(lambda tx: tx.set_meta("acked", "2"))
    decided(peer, ("total:spring/gift#0", 4))
    sell(peer, "x1", "c1")
    take(ledger, batch(peer, count=3))  # the sale is only seen in the new epoch
    begin_epoch(peer, 3)
    decided(peer, ("total:spring/gift#0", 8))
    take(ledger, batch(peer))
    assert ledger.run(lambda tx: tx.shared("limit:spring/gift/total")) == 14
    kinds = [fact.kind for _, fact in ledger.run(lambda tx: tx.member_facts_of_peers("m-1"))]
    assert kinds == ["rewards.decided", "rewards.decided", "sale.completed", "rewards.decided"]
    assert len(ledger.run(lambda tx: tx.sales_of_peers(9))) == 1
    sound(ledger, path)
    # the epoch before is over: what is known of it is, and nothing comes to it
    take(ledger, batch(peer, epoch=1, count=3))
    assert refused(ledger, batch(peer, epoch=1)) == ("fork", 1, 3)


def test_an_epoch_comes_after_what_was_not_carried_into_it(ledger: SqlLedger, peer: SqlLedger) -> None:
    sell(peer, "x1")
    sell(peer, "x2")
    peer.run(lambda tx: tx.set_meta("acked", "3"))
    begin_epoch(peer, 2)
    assert refused(ledger, batch(peer)) == ("gap", 0, 0)
    take(ledger, batch(peer, epoch=1, count=2))
    assert refused(ledger, batch(peer)) == ("gap", 1, 2)
    take(ledger, batch(peer, epoch=1))
    take(ledger, batch(peer))
    assert ledger.run(lambda tx: tx.peer_head(PEER)) == (2, 1)


def test_no_epoch_is_left_out(ledger: SqlLedger, peer: SqlLedger, path: Path) -> None:
    """Also where nothing of the one in between has to be here: all of it was carried on."""
    for epoch in (2, 3):
        begin_epoch(peer, epoch)
    take(ledger, batch(peer, epoch=1))
    assert refused(ledger, batch(peer, epoch=3)) == ("gap", 1, 1)
    take(ledger, batch(peer, epoch=2))
    take(ledger, batch(peer, epoch=3))
    sound(ledger, path)
    ledger.close()
    connection = raw(path)
    connection.execute("DELETE FROM peer_fact WHERE epoch = 2")
    connection.close()
    assert "before its epoch 3 are missing" in str(verify(path, KEY).problem)


def test_cursors_are_kept_by_peer_device_and_epoch(ledger: SqlLedger, path: Path) -> None:
    sell(ledger, "x1")
    ledger.run(lambda tx: tx.set_peer_cursor("d-02", "d-01", 1, 2))
    ledger.run(lambda tx: tx.set_peer_cursor("d-03", "d-01", 1, 1))
    ledger.run(lambda tx: tx.set_peer_cursor("d-02", "d-02", 4, 70))
    ledger.close()
    again = open_at(path)
    asked = [("d-02", "d-01", 1), ("d-03", "d-01", 1), ("d-02", "d-02", 4), ("d-02", "d-01", 2)]
    assert [again.run(lambda tx, of=of: tx.peer_cursor(*of)) for of in asked] == [2, 1, 70, 0]  # type: ignore[misc]
    again.run(lambda tx: tx.set_peer_cursor("d-02", "d-01", 1, 0))
    assert again.run(lambda tx: tx.peer_cursor("d-02", "d-01", 1)) == 0
    assert verify(path, KEY).sound
    again.run(lambda tx: tx.set_peer_cursor("d-03", "d-01", 1, 3))
    assert "more than there are here" in str(verify(path, KEY).problem)
    again.close()


@pytest.mark.parametrize(
    ("damage", "problem"),
    [
        ("UPDATE peer_fact SET raw = CAST(replace(CAST(raw AS TEXT), 'x1', 'x7') AS BLOB)", "breaks at fact 2"),
        ("UPDATE peer_fact SET hash = zeroblob(32) WHERE epoch = 2 AND seq = 2", "breaks at fact 2"),
        ("DELETE FROM peer_fact WHERE epoch = 1 AND seq = 2", "breaks at fact 2"),
        ("DELETE FROM peer_fact WHERE epoch = 1", "before its epoch 2 are missing"),
        ("DELETE FROM peer_fact WHERE epoch = 1 AND seq > 2", "before its epoch 2 are missing"),
        ("UPDATE peer_fact SET hlc = hlc + 1 WHERE epoch = 2 AND seq = 2", "filed under what it is not"),
        ("UPDATE peer_fact SET device = 'd-07'", "breaks at fact 1"),
        ("UPDATE peer_fact SET device = 'd-01'", "this terminal's own journal"),
    ],
)
def test_verify_sees_what_was_done_to_a_peers_journal(
    ledger: SqlLedger, peer: SqlLedger, path: Path, damage: str, problem: str
) -> None:
    _two_epochs(ledger, peer)
    ledger.close()
    assert verify(path, KEY).sound
    connection = raw(path)
    connection.execute(damage)
    connection.close()
    assert problem in str(verify(path, KEY).problem)


@pytest.mark.parametrize(
    ("damage", "table"),
    [
        ("UPDATE peer_count SET value = value + 1", "peer_count"),
        ("DELETE FROM peer_member_fact WHERE member = 'm-1'", "peer_member_fact"),
        ("UPDATE peer_sale SET returned = 1", "peer_sale"),
    ],
)
def test_rebuild_sees_what_was_done_to_the_state(
    ledger: SqlLedger, peer: SqlLedger, path: Path, damage: str, table: str
) -> None:
    _two_epochs(ledger, peer)
    ledger.close()
    connection = raw(path)
    connection.execute(damage)
    connection.close()
    assert set(rebuild(path, KEY).differences) == {table}


def _two_epochs(ledger: SqlLedger, peer: SqlLedger) -> None:
    sell(peer, "x1", "c1")
    decided(peer, ("total:spring/gift#0", 2))
    peer.run(lambda tx: tx.set_meta("acked", "3"))
    take(ledger, batch(peer))
    begin_epoch(peer, 2)
    sell(peer, "x2")
    take(ledger, batch(peer))


def test_rebuild_equals_live_whatever_arrives_when(ledger: SqlLedger, path: Path, clock: ManualClock) -> None:
    rng = random.Random(11)
    clocks = {device: ManualClock() for device in ("d-02", "d-03", "d-04")}
    others = {device: peer_ledger(device, clocks[device]) for device in clocks}
    for device, other in others.items():
        live(other, clocks[device], rng, 120)
        decided(other, ("total:spring/gift#0", 1))
    for _ in range(80):
        device = rng.choice(sorted(others))
        epoch, seq = ledger.run(lambda tx, of=device: tx.peer_head(of))  # type: ignore[misc]
        known = [n for n in range(1, others[device].head.epoch + 1) if batch(others[device], n).facts]
        at = epoch or 1
        rest = batch(others[device], at, first=seq + 1, count=rng.randrange(1, 40))
        if not rest.facts:
            later = [n for n in known if n > at]
            if not later:
                continue
            rest = batch(others[device], later[0], count=rng.randrange(1, 40))
        take(ledger, rest)
        live(ledger, clock, rng, 2)
    sound(ledger, path)
    for device, other in others.items():
        assert ledger.run(lambda tx, of=device: tx.peer_head(of)) == (other.head.epoch, other.head.seq)  # type: ignore[misc]
        other.close()
    assert ledger.run(lambda tx: tx.shared("limit:spring/gift/total")) == 3


def test_receipts_numbers_of_peers_are_not_ours(ledger: SqlLedger, peer: SqlLedger) -> None:
    body = sale_body("x1", 900)
    peer.run(lambda tx: tx.append(SALE_COMPLETED, "s-1", body))
    take(ledger, batch(peer))
    assert sell(ledger, "y1") == 1
    assert ledger.run(lambda tx: tx.sale_numbered(900)) is None
    assert ledger.run(lambda tx: tx.uses_of_member("m-1", "t-1")) == []


# --- a journal that begins in the middle -----------------------------------------------------------------


def anchor(peer: SqlLedger, seq: int, epoch: int = 1) -> Anchor:
    """A place of the peer's journal; whose signature it is nobody asks here."""
    chained = peer.run(lambda tx: tx.hash_at(PEER, epoch, seq))
    assert chained is not None
    return Anchor(PEER, epoch, seq, chained, bytes(64))


def _in_the_middle(ledger: SqlLedger, peer: SqlLedger) -> None:
    """Facts 4 to 6 of an epoch, 9 and 10 of it behind a leap, and a second epoch; signed at their ends."""
    for number in range(9):
        sell(peer, f"x{number}")
    ledger.run(lambda tx: tx.begin_peer(anchor(peer, 3), leap=False))
    ledger.run(lambda tx: tx.append_of_peer(batch(peer, first=4, count=3), b"s" * 64))
    ledger.run(lambda tx: tx.begin_peer(anchor(peer, 8), leap=True))
    ledger.run(lambda tx: tx.append_of_peer(batch(peer, first=9), b"s" * 64))
    peer.run(lambda tx: tx.set_meta("acked", "9"))
    begin_epoch(peer, 2)
    ledger.run(lambda tx: tx.append_of_peer(batch(peer), b"s" * 64))


def test_a_journal_is_begun_at_an_anchor_and_leaps_to_another(ledger: SqlLedger, peer: SqlLedger, path: Path) -> None:
    _in_the_middle(ledger, peer)
    assert [sale.txn for _device, sale in ledger.run(lambda tx: tx.sales_of_peers(99))] == [
        "x8",
        "x7",
        "x4",
        "x3",
        "x2",
    ]
    assert ledger.run(lambda tx: tx.peer_head(PEER)) == (2, 2)
    assert verify(path, KEY).peer_facts == 7
    sound(ledger, path)
    take(ledger, batch(peer, epoch=1, first=4))  # what was passed over is passed over again
    assert refused(ledger, batch(peer, epoch=1, first=2, count=1))[0] == "gap"
    assert verify(path, KEY).peer_facts == 7


def test_an_anchor_that_does_not_fit_is_refused(ledger: SqlLedger, peer: SqlLedger) -> None:
    for number in range(9):
        sell(peer, f"x{number}")
    take(ledger, batch(peer, count=4))
    for seq, leap, chained, code in (
        (6, False, None, "gap"),
        (3, True, bytes(32), "fork"),
        (0, True, bytes(32), "fork"),
    ):
        spoilt = anchor(peer, seq) if chained is None else replace(anchor(peer, seq), hash=chained)
        with pytest.raises(PeerRefused, match=code):
            ledger.run(lambda tx, spoilt=spoilt, leap=leap: tx.begin_peer(spoilt, leap=leap))  # type: ignore[misc]
    ledger.run(lambda tx: tx.begin_peer(anchor(peer, 3), leap=False))  # where it lies in what is here
    assert [one.seq for one in ledger.run(lambda tx: tx.peer_anchors(PEER))] == [3]
    own = anchor(peer, 3)
    with pytest.raises(PeerRefused, match="fork"):
        peer.run(lambda tx: tx.begin_peer(own, leap=True))


def test_marks_that_lie_close_together_are_thinned_out(ledger: SqlLedger, peer: SqlLedger) -> None:
    for number in range(130):
        sell(peer, f"x{number}")
    for seq in range(1, 132):
        ledger.run(lambda tx, seq=seq: tx.append_of_peer(batch(peer, first=seq, count=1), bytes([seq]) * 64))  # type: ignore[misc]
    raw = ledger._db.execute("SELECT seq FROM peer_mark ORDER BY seq").fetchall()
    seqs = [seq for (seq,) in raw]
    assert seqs[0] == 1
    assert seqs[-1] == 131
    assert len(seqs) < 8
    assert all(later - earlier <= 50 for earlier, later in pairwise(seqs))
    assert ledger.run(lambda tx: tx.peer_mark(PEER, 1, 131, 100)) is None


@pytest.mark.parametrize(
    ("damage", "problem"),
    [
        ("DELETE FROM peer_anchor WHERE seq = 3", "breaks at fact 1"),
        ("DELETE FROM peer_anchor WHERE seq = 8", "breaks at fact 7"),
        ("UPDATE peer_anchor SET hash = zeroblob(32) WHERE seq = 3", "breaks at fact 4"),
        ("UPDATE peer_anchor SET seq = 5 WHERE seq = 3", "breaks at fact 1"),
        ("DELETE FROM peer_fact WHERE seq = 4", "breaks at fact 1"),
        ("DELETE FROM peer_fact WHERE epoch = 1 AND seq = 10", "is signed for and is not there"),
    ],
)
def test_verify_sees_what_was_done_to_anchors_and_marks(
    ledger: SqlLedger, peer: SqlLedger, path: Path, damage: str, problem: str
) -> None:
    _in_the_middle(ledger, peer)
    ledger.close()
    assert verify(path, KEY).sound
    connection = raw(path)
    connection.execute(damage)
    connection.close()
    assert problem in str(verify(path, KEY).problem)
