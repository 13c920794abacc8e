"""What of a journal another desk is sent next: the terminal's own, or one that it hands on.

A desk that knows nothing of a journal does not get all of it (ADR 23). Of one's own it gets what may matter to an event
that runs: facts of the last days, and those that HQ has not acknowledged. `beginning` says where that is; the place is
signed (`Begin`), so that a third desk can pass the journal on from there.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from kiosk.adapters.db import peers
from kiosk.adapters.db.ledger import LedgerTransaction
from kiosk.domain.journal import facts, hlc
from kiosk.protocol import signed_texts
from kiosk.protocol.lan import BATCH_FACTS, Begin, Facts, Place
from kiosk.protocol.wire.limits import PUSH_BYTES

DAYS = 3
"""An event's: older facts come to other desks by HQ alone."""
FACTS_MOST = 20_000
"""So many facts of a journal are told to a desk that has none of them, or is further behind; some minutes' work."""
STEP = 1_000
"""Beginnings lie on multiples of this: a new one is not signed and kept with every fact."""

_Row = tuple[int, bytes, bytes]
Sign = Callable[[bytes], bytes]


class Journal(Protocol):
    """A journal that can be handed on."""

    def last(self) -> Place:
        """Its end here."""

    def hash(self, epoch: int, seq: int) -> bytes | None:
        """The chain's hash there; None when it is not here."""

    def beginning(self, after: Place | None) -> Begin | None:
        """Where a desk may begin that has it up to `after`, or nothing of it (None). None: at its first fact."""

    def epoch_after(self, epoch: int) -> int | None:
        """The next epoch that has facts."""

    def first_fact(self, epoch: int) -> bytes | None:
        """An epoch's first fact; None when it is not here."""

    def batch(self, epoch: int, after: int, until: int | None) -> Facts | None:
        """The next facts of an epoch, those after `until` left out where that can be; None when there are none."""


def next_piece(journal: Journal, have: Place | None) -> Begin | Facts | None:
    """What to send to a desk that has the journal up to `have` (None: nothing of it); None when there is nothing that
    it could take."""
    last = journal.last()
    if have is None:
        return journal.beginning(None) or journal.batch(1, 0, None)
    if have.epoch == last.epoch:
        if last.seq - have.seq > FACTS_MOST and (begin := _later(journal, have)):
            return begin
        return journal.batch(have.epoch, have.seq, None) or _later(journal, have)
    following = journal.epoch_after(have.epoch)
    raw = journal.first_fact(following) if following is not None else None
    if following is None or raw is None:
        return journal.batch(have.epoch, have.seq, None) or _later(journal, have)
    epoch, needed = peers.before(facts.decode(raw))
    if epoch != have.epoch or needed - have.seq > FACTS_MOST:
        return _later(journal, have)
    if have.seq >= needed:
        return journal.batch(following, 0, None)
    return journal.batch(have.epoch, have.seq, needed) or _later(journal, have)


def _later(journal: Journal, have: Place) -> Begin | None:
    """A beginning that lies behind what the other has."""
    begin = journal.beginning(have)
    return begin if begin is not None and (begin.epoch, begin.seq) > (have.epoch, have.seq) else None


class OwnJournal(Journal):
    """This terminal's. `sign`: by its device key."""

    def __init__(self, tx: LedgerTransaction, device: str, sign: Sign) -> None:
        self._tx, self._device, self._sign = tx, device, sign

    def last(self) -> Place:
        head = self._tx.head
        return Place(head.epoch, head.seq, head.hash)

    def hash(self, epoch: int, seq: int) -> bytes | None:
        return self._tx.hash_at(self._device, epoch, seq)

    def beginning(self, after: Place | None) -> Begin | None:
        epoch, seq = self._oldest_told()
        if (epoch, seq) == (1, 0):
            return None
        chained = self.hash(epoch, seq)
        assert chained is not None
        text = signed_texts.journal_anchor(self._device, epoch, seq, chained)
        return Begin(self._device, epoch, seq, chained, self._sign(text))

    def _oldest_told(self) -> tuple[int, int]:
        """The place behind which facts are told to whoever has none of them."""
        head = self._tx.head
        oldest = head.hlc - (DAYS * 86_400_000 << hlc.COUNTER_BITS)
        epoch, last, left = head.epoch, head.seq, FACTS_MOST
        acked = int(self._tx.meta("acked") or 0)
        while True:
            seq = min(self._tx.seq_before(epoch, last, left, oldest), acked)
            seq = max(seq, last - left, 0) // STEP * STEP
            before = peers.before(facts.decode(first)) if (first := self.first_fact(epoch)) is not None else (0, 0)
            if seq > 0 or before[0] == 0 or left <= last:
                return epoch, seq
            # of an epoch before, what was not carried into this one
            left -= last
            epoch, last = before
            acked = last

    def epoch_after(self, epoch: int) -> int | None:
        return self._tx.epoch_after(epoch)

    def first_fact(self, epoch: int) -> bytes | None:
        rows = self._tx.facts_after(epoch, 0, 1)
        return rows[0][1] if rows else None

    def batch(self, epoch: int, after: int, until: int | None) -> Facts | None:
        # beyond `until` a set-back ledger may have others than the desks saw; they were carried on
        most = BATCH_FACTS if until is None else min(BATCH_FACTS, until - after)
        rows = _fitting(self._tx.facts_after(epoch, after, most))
        if not rows:
            return None
        seq, _raw, chained = rows[-1]
        text = signed_texts.journal_mark(self._device, epoch, seq, chained)
        return _facts(self._device, epoch, rows, self._sign(text))


class PeerJournal(Journal):
    """Another terminal's, as far as it is here."""

    def __init__(self, tx: LedgerTransaction, device: str) -> None:
        self._tx, self._device = tx, device

    def last(self) -> Place:
        epoch, seq = self._tx.peer_head(self._device)
        chained = self.hash(epoch, seq)
        assert chained is not None
        return Place(epoch, seq, chained)

    def hash(self, epoch: int, seq: int) -> bytes | None:
        return self._tx.peer_hash(self._device, epoch, seq)

    def beginning(self, after: Place | None) -> Begin | None:
        anchors = self._tx.peer_anchors(self._device)
        if after is not None:  # the next that there is: what lies between is not here
            anchors = [one for one in anchors if (one.epoch, one.seq) > (after.epoch, after.seq)][:1]
        if not anchors:
            return None
        one = anchors[-1]
        return Begin(one.device, one.epoch, one.seq, one.hash, one.signature)

    def epoch_after(self, epoch: int) -> int | None:
        return self._tx.peer_epoch_after(self._device, epoch)

    def first_fact(self, epoch: int) -> bytes | None:
        rows = self._tx.peer_facts_after(self._device, epoch, 0, 1)
        return rows[0][1] if rows and rows[0][0] == 1 else None

    def batch(self, epoch: int, after: int, until: int | None) -> Facts | None:
        found = None
        for most in (BATCH_FACTS, 0):  # up to a later mark if that fits, or else to the next
            seq, signature = self._tx.peer_mark(self._device, epoch, after, most) or (0, b"")
            rows = self._tx.peer_facts_after(self._device, epoch, after, seq - after) if seq > after else ()
            if not rows or len(rows) > BATCH_FACTS or (rows[0][0], rows[-1][0]) != (after + 1, seq):
                return None  # not signed, or passed over here, too
            found = _facts(self._device, epoch, rows, signature)
            if _fitting(rows) == rows:
                break
        return found


def _facts(device: str, epoch: int, rows: Sequence[_Row], signature: bytes) -> Facts:
    return Facts(device, epoch, rows[0][0], tuple(raw for _seq, raw, _hash in rows), rows[-1][2], signature)


def _fitting(rows: Sequence[_Row]) -> Sequence[_Row]:
    """As many of them as go at once; one at least."""
    size = 0
    for number, (_seq, raw, _hash) in enumerate(rows):
        size += len(raw)
        if number and size > PUSH_BYTES:
            return rows[:number]
    return rows
