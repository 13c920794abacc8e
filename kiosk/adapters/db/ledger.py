"""The ledger: an append-only journal of facts and the state derived from it, in one encrypted SQLite file.

One process owns it (file lock), one thread writes it. `run` is one transaction: facts and state together, durable
(WAL, synchronous=FULL) before it returns.
"""

from __future__ import annotations

import hashlib
import logging
import threading
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import sqlcipher3.dbapi2 as sqlcipher
from filelock import FileLock, Timeout

from kiosk.adapters.db import peers, peers_over, witness
from kiosk.adapters.db.as_stored import as_stored
from kiosk.adapters.db.cipher import Disk, RealDisk, driver, open_engine, translated_faults
from kiosk.adapters.db.journal import Head, chain, read_head
from kiosk.adapters.db.journal_pages import JournalPages
from kiosk.adapters.db.layout import Connection, epoch_and_seq, place
from kiosk.adapters.db.peers import Anchor, PeerBatch, PeerRefused
from kiosk.adapters.db.state.campaigns import CampaignRows
from kiosk.adapters.db.state.charges import ChargeRows
from kiosk.adapters.db.state.claims import PrizeRows
from kiosk.adapters.db.state.coupons import CouponRows
from kiosk.adapters.db.state.documents import DocumentsRows
from kiosk.adapters.db.state.guests import GuestRows
from kiosk.adapters.db.state.help import HelpRows
from kiosk.adapters.db.state.peers import PeerRows
from kiosk.adapters.db.state.registration import RegistrationRows
from kiosk.adapters.db.state.remarks import RemarkRows
from kiosk.adapters.db.state.sales import SalesRows
from kiosk.adapters.db.state.slips import SlipRows
from kiosk.adapters.db.state.staff import StaffRows
from kiosk.adapters.db.state.stage_draws import StageDrawRows
from kiosk.adapters.db.state.wheels import WheelRows
from kiosk.adapters.db.tables import moved, project, project_of_peer
from kiosk.application.ports.faults import LedgerClosed, LedgerDamaged, LedgerFault, LedgerLocked
from kiosk.application.ports.ledger import RESTORED, Identity, LedgerTx
from kiosk.domain.facts import ProjectionError
from kiosk.domain.journal import facts, hlc
from kiosk.domain.journal.facts import Fact
from kiosk.domain.journal.kinds import EPOCH_BEGAN
from kiosk.domain.time import Clock
from kiosk.protocol.wire.limits import PUSH_BYTES

T = TypeVar("T")

log = logging.getLogger(__name__)

STAMPS_MOVED = "stamps_moved"
"""Key of the setting that says that stamps were left out since the last restore."""
STAMPS_LEFT_OUT = 1_000 << hlc.COUNTER_BITS
"""A second of the stamps' clock, and far more stamps than a backup is behind; up to thirty more, by chance: the same
backup may be restored twice."""
_MORE_LEFT_OUT = 30_000

IDENTITY_KEYS = ("device", "terminal_name", "store", "hq_url")


class SqlLedger:
    """`application.ports.ledger.Ledger` over SQLCipher. Use `open_ledger`, which migrates first."""

    def __init__(
        self,
        path: Path | None,
        key: bytes,
        clock: Clock,
        *,
        prepare: Callable[[], None],
        disk: Disk | None = None,
        threaded: bool = True,
    ) -> None:
        """Takes the file's lock, has it prepared (migrated), opens it. Raises LedgerFault. `path` None: `disk` keeps it
        in memory, where nothing else can reach it. `threaded=False` works in the caller's thread, for the
        deterministic simulator."""
        self._clock = clock
        self._lock = _locked(path) if path is not None else None
        try:
            prepare()
            self._engine = open_engine(path or Path(), key, disk=disk or RealDisk())
            try:
                self._pooled = self._engine.connect()
                self._db = driver(self._pooled)
                self._head, self._settings = self._read()
            except BaseException:
                self._engine.dispose()
                raise
        except BaseException:
            self._unlock()
            raise
        self._receipt: int | None = None
        self._undone = 0
        # after a fault nobody knows what the file holds until it is read again
        self._uncertain = False
        self._witness = witness.Witness(path) if path is not None else None
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="ledger") if threaded else None
        self._listeners: list[Callable[[], None]] = []
        self._closed = threading.Event()

    @property
    def head(self) -> Head:
        """The end of the chain as last committed; may be read from any thread."""
        return self._head

    def on_append(self, listener: Callable[[], None]) -> None:
        """Call `listener` (on the ledger's thread) after every transaction that journalled something. It must neither
        raise nor call `run`: the transaction is durable already, and its thread is this one."""
        self._listeners.append(listener)

    def run(self, work: Callable[[LedgerTransaction], T]) -> T:
        """Do `work` in one transaction and wait until it is durable. Raises LedgerFault, LedgerClosed, or what `work`
        raises."""
        return self._on_its_thread(partial(self._run, work))

    def scrub(self) -> None:
        """Leave nothing of what was erased in the file that goes along with the ledger's. Raises LedgerFault,
        LedgerClosed."""
        self._on_its_thread(self._scrub)

    def _on_its_thread(self, work: Callable[[], T]) -> T:
        if self._thread is None:
            return work()
        try:
            done = self._thread.submit(work)
        except RuntimeError as ended:
            raise LedgerClosed from ended
        return done.result()

    def _scrub(self) -> None:
        with translated_faults():
            self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def close(self) -> None:
        """Finish what runs, close the file, give the lock back. Safe to call twice."""
        if self._closed.is_set():
            return
        self._closed.set()
        if self._thread is not None:
            self._thread.shutdown(wait=True)
        self._pooled.close()
        self._engine.dispose()
        if self._witness is not None:
            self._witness.close()
        self._unlock()

    def _unlock(self) -> None:
        if self._lock is not None:
            self._lock.release()

    def _run(self, work: Callable[[LedgerTransaction], T]) -> T:
        with translated_faults():
            if self._uncertain:
                self._head, self._settings = self._read()
                self._receipt = None
                self._uncertain = False
            transaction = LedgerTransaction(
                self._db, self._head, self._settings, self._receipt, self._clock, self._undone
            )
            try:
                self._db.execute("BEGIN IMMEDIATE")
                result = work(transaction)
                self._db.commit()
            except (sqlcipher.Error, OSError):
                # whether a failed commit reached the disk is for the disk to say
                self._uncertain = True
                self._undo()
                raise
            except BaseException:
                self._undo()
                raise
        appended = transaction.head != self._head
        self._head, self._settings, self._receipt = transaction.head, transaction.settings, transaction.receipt
        if appended:
            if self._witness is not None:
                self._witness.note(witness.Seen(self._head.epoch, self._head.seq, self._head.hash))
            for listener in self._listeners:
                listener()
        return result

    def _undo(self) -> None:
        """Roll back; a disk that fails here as well must not hide why we are here."""
        self._undone += 1
        try:
            self._db.rollback()
        except (sqlcipher.Error, OSError) as error:
            log.warning("the rollback failed too: %s", error)
            self._uncertain = True

    def _read(self) -> tuple[Head, dict[str, str]]:
        with translated_faults():
            return read_head(self._db), dict(self._db.execute("SELECT key, value FROM meta"))


def _locked(path: Path) -> FileLock:
    """The ledger's lock, taken. Raises LedgerFault."""
    lock = FileLock(path.with_suffix(".lock"), timeout=0)
    with translated_faults():
        try:
            lock.acquire()
        except Timeout as error:
            raise LedgerLocked(f"another program is using {path.name}") from error
    return lock


class LedgerTransaction(
    SalesRows,
    CouponRows,
    ChargeRows,
    CampaignRows,
    StaffRows,
    DocumentsRows,
    SlipRows,
    RegistrationRows,
    RemarkRows,
    HelpRows,
    WheelRows,
    StageDrawRows,
    PrizeRows,
    GuestRows,
    PeerRows,
    JournalPages,
    LedgerTx,
):
    """One open transaction: the journal here, each capability's state by its own rows."""

    def __init__(
        self,
        connection: Connection,
        head: Head,
        settings: Mapping[str, str],
        receipt: int | None,
        clock: Clock,
        undone: int = 0,
    ) -> None:
        """`settings`, `receipt`: as the capabilities' rows take them. `undone`: transactions undone before this."""
        super().__init__(connection, settings, receipt)
        self._clock = clock
        self.head = head
        self._undone = undone

    @property
    def undone(self) -> int:
        return self._undone

    def append(self, kind: str, actor: str, body: Mapping[str, Any]) -> Fact:
        if self.head.epoch < 1:
            raise LedgerDamaged("nothing can be journalled before the terminal is enrolled")
        now, boot, mono = self._clock.now_ms(), self._clock.boot_id(), self._clock.mono_ms()
        offset = self.meta("clock_off_ms")
        record = {
            "epoch": self.head.epoch,
            "seq": self.head.seq + 1,
            "kind": str(kind),
            "hlc": hlc.tick(self._last_stamp(), now, self._salt(f"{now} {boot} {mono}")),
            "at": now,
            "off": int(offset) if offset is not None else None,
            "boot": boot,
            "mono": mono,
            "actor": actor,
            "body": body,
        }
        # what was stored is carried out, not what was meant: a rebuild has nothing else
        raw, fact = as_stored(record)
        self._store(fact, raw)
        project(self._connection, fact)
        self._note_receipt(fact)
        return fact

    def _salt(self, moment: str) -> int:
        """What tells this machine's next fact from a copy's: what it journalled before, and when it is."""
        return int.from_bytes(hashlib.sha256(self.head.hash + moment.encode()).digest()[:4], "big")

    def _last_stamp(self) -> int:
        """What the next stamp comes after. Facts are known by their stamps everywhere: after a restore the first leaves
        room for those that were made since the backup, or two facts might have the same."""
        if RESTORED not in self.settings or STAMPS_MOVED in self.settings:
            return self.head.hlc
        self.set_meta(STAMPS_MOVED, "1")
        # what tells one restore from another
        now = f"{self.settings[RESTORED]} {self._clock.now_ms()} {self._clock.mono_ms()} {self._clock.boot_id()}"
        more = int.from_bytes(hashlib.sha256(now.encode()).digest()[:8], "big") % _MORE_LEFT_OUT
        return self.head.hlc + STAMPS_LEFT_OUT + (more << hlc.COUNTER_BITS)

    def _store(self, fact: Fact, raw: bytes | None = None) -> None:
        raw = facts.encode(fact) if raw is None else raw
        chained = facts.link(self.head.hash, fact.seq, raw)
        self._connection.execute(
            "INSERT INTO fact (place, kind, hlc, bytes, hash) VALUES (?, ?, ?, ?, ?)",
            (place(fact.epoch, fact.seq), fact.kind, fact.hlc, raw, chained),
        )
        self.head = Head(fact.epoch, fact.seq, chained, max(fact.hlc, self.head.hlc))

    def begin_epoch(self, identity: Identity, reason: str) -> None:
        """Start the epoch HQ gave. Facts of the epoch before that HQ has not acknowledged are carried into it: the old
        rows stay where they are, untouched, and no longer count (their copies do). Raises LedgerFault for an epoch
        that is not newer than the present one."""
        before, acked = self.head, int(self.meta("acked") or 0)
        if identity.epoch <= before.epoch:
            raise LedgerFault(f"epoch {identity.epoch} cannot follow epoch {before.epoch}")
        for key in IDENTITY_KEYS:
            self.set_meta(key, getattr(identity, key))
        self.set_meta("epoch", str(identity.epoch))
        self.set_meta("acked", "0")
        self.head = Head(identity.epoch, 0, facts.genesis(identity.device, identity.epoch), before.hlc)
        body: dict[str, Any] = {"reason": reason, "device": identity.device, "store": identity.store}
        if before.epoch:
            body |= {"previous": {"epoch": before.epoch, "seq": acked, "last": before.seq, "hash": before.hash.hex()}}
        self.append(EPOCH_BEGAN, "system", body)
        if before.epoch:
            for _seq, raw, _hash in list(chain(self._connection, before.epoch, after=acked)):
                self._carry(facts.decode(raw))

    def _carry(self, fact: Fact) -> None:
        if fact.kind == EPOCH_BEGAN:
            return
        carried = replace(fact, epoch=self.head.epoch, seq=self.head.seq + 1)
        self._store(carried)
        moved(self._connection, fact, carried)

    def append_of_peer(self, batch: PeerBatch, signature: bytes = b"") -> None:
        """Take facts of another terminal's journal and carry out what they change here; what is here already is passed
        over. The end of this terminal's own journal stays where it is. `signature`: of that terminal, over the chain up
        to the batch's end, for whoever is handed the batch from here. Raises PeerRefused; nothing of the transaction
        stays then."""
        self._not_ours(batch.device, batch.epoch)
        for fact in peers.append(self._connection, batch):
            try:
                project_of_peer(self._connection, batch.device, fact)
            except (ProjectionError, OverflowError) as error:
                raise PeerRefused("unreadable", fact.epoch, fact.seq - 1, str(error)) from error
        if signature and batch.facts:
            last = batch.first + len(batch.facts) - 1
            peers.add_mark(self._connection, batch.device, batch.epoch, last, signature, PUSH_BYTES)

    def begin_peer(self, anchor: Anchor, *, leap: bool) -> None:
        """Keep a place after which another terminal's journal may be begun. `leap`: facts between what is here and that
        place are passed over. Raises PeerRefused."""
        self._not_ours(anchor.device, anchor.epoch)
        peers.add_anchor(self._connection, anchor, leap=leap)

    def note_peers_at_hq(self, is_told: Callable[[str, str, str, int], bool]) -> None:
        """Keep how far HQ has others' journals: it tells of this word (event, guest, device, stamp)."""
        peers_over.note_told(self._connection, is_told)

    def forget_peers(self, now_ms: int) -> Sequence[str]:
        """Forget others' journals that nobody needs any more; gives whose."""
        return peers_over.forget_over(self._connection, now_ms)

    def _not_ours(self, device: str, epoch: int) -> None:
        identity = self.identity()
        if identity is None or device == identity.device:
            raise PeerRefused("fork", epoch, 0, "this terminal alone writes its own journal")

    def facts_after(self, epoch: int, seq: int, limit: int) -> Sequence[tuple[int, bytes, bytes]]:
        return list(chain(self._connection, epoch, after=seq, limit=limit))

    def hash_at(self, device: str, epoch: int, seq: int) -> bytes | None:
        """The chain's hash after `seq` (0: genesis); None when there is no such fact."""
        if seq == 0:
            return facts.genesis(device, epoch)
        row = self._connection.execute("SELECT hash FROM fact WHERE place = ?", (place(epoch, seq),)).fetchone()
        return bytes(row[0]) if row else None

    def oldest_after(self, epoch: int, seq: int) -> int | None:
        """Raw wall time (ms) of the first fact after `seq`, None when there is none."""
        row = self.facts_after(epoch, seq, 1)
        return facts.decode(row[0][1]).at if row else None

    def epoch_after(self, epoch: int) -> int | None:
        """The next epoch of this terminal's journal that has facts."""
        row = self._connection.execute(
            "SELECT place FROM fact WHERE place >= ? ORDER BY place LIMIT 1", (place(epoch + 1, 0),)
        ).fetchone()
        return epoch_and_seq(row[0])[0] if row else None

    def seq_before(self, epoch: int, last: int, most: int, stamp: int) -> int:
        """The newest fact that is older than `stamp` among an epoch's `most` facts up to `last`; the place before them
        if none is."""
        least = max(0, last - most)
        row = self._connection.execute(
            "SELECT place FROM fact WHERE place > ? AND place <= ? AND hlc < ? ORDER BY place DESC LIMIT 1",
            (place(epoch, least), place(epoch, last), stamp),
        ).fetchone()
        return epoch_and_seq(row[0])[1] if row else least

    def identity(self) -> Identity | None:
        known = self.settings
        try:
            device, name, store, url = (known[key] for key in IDENTITY_KEYS)
            return Identity(device, name, store, int(known["epoch"]), url)
        except KeyError:
            return None

    def last_stamp(self) -> int:
        return self.head.hlc
