"""The ledger: an append-only journal of facts and the state derived from it, in one encrypted SQLite file.

One process owns it (file lock), one thread writes it. `run` is one transaction: facts and state together, durable
(WAL, synchronous=FULL) before it returns.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

import sqlcipher3.dbapi2 as sqlcipher
from filelock import FileLock, Timeout

from kiosk.adapters.db import state, witness
from kiosk.adapters.db.as_stored import as_stored
from kiosk.adapters.db.cipher import Disk, RealDisk, driver, open_engine, translated_faults
from kiosk.adapters.db.state import Connection
from kiosk.adapters.db.tables import epoch_and_seq, place
from kiosk.application.ports.coupons import HeldRight, OpenOp
from kiosk.application.ports.faults import LedgerDamaged, LedgerFault, LedgerLocked
from kiosk.application.ports.ledger import RESTORED, Identity
from kiosk.application.ports.sales import StoredSale
from kiosk.domain.coupons.model import PastUse
from kiosk.domain.journal import facts, hlc
from kiosk.domain.journal.facts import Fact, FactKind
from kiosk.domain.staff.roles import StaffMember
from kiosk.domain.time import Clock
from kiosk.protocol.rows import decode_row

T = TypeVar("T")

log = logging.getLogger(__name__)

STAMPS_MOVED = "stamps_moved"
"""Key of the setting that says that stamps were left out since the last restore."""
STAMPS_LEFT_OUT = 1_000 << hlc.COUNTER_BITS
"""A second of the stamps' clock, and far more stamps than a backup is behind."""

IDENTITY_KEYS = ("device", "terminal_name", "store", "hq_url")


@dataclass(frozen=True, slots=True)
class Head:
    """Where the chain ends. `hlc` is the highest stamp so far."""

    epoch: int
    seq: int
    hash: bytes
    hlc: int


class SqlLedger:
    """`application.ports.Ledger` over SQLCipher. Use `open_ledger`, which migrates first."""

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
        """Do `work` in one transaction and wait until it is durable. Raises LedgerFault, or what `work` raises."""
        if self._thread is None:
            return self._run(work)
        return self._thread.submit(self._run, work).result()

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


def read_head(connection: Connection) -> Head:
    """The end of the chain in the file."""
    row = connection.execute("SELECT place, hash, hlc FROM fact ORDER BY place DESC LIMIT 1").fetchone()
    if row is None:
        return Head(0, 0, b"", 0)
    key, chained, stamp = row
    epoch, seq = epoch_and_seq(key)
    # facts carried into an epoch keep their stamps, which are older than the one it began with
    began = connection.execute(
        "SELECT hlc FROM fact WHERE place > ? ORDER BY place LIMIT 1", (place(epoch, 0),)
    ).fetchone()
    return Head(epoch, seq, bytes(chained), max(stamp, began[0]))


class LedgerTransaction:
    """`application.ports.LedgerTx`: one open transaction."""

    def __init__(
        self,
        connection: Connection,
        head: Head,
        settings: Mapping[str, str],
        receipt: int | None,
        clock: Clock,
        undone: int = 0,
    ) -> None:
        """`settings`: the table `meta` as it is; `receipt`: the newest receipt's number, None: not looked up yet. Only
        the owner of the file changes them, so they are kept in memory. `undone`: transactions undone before this."""
        self._connection = connection
        self._clock = clock
        self.head = head
        self.settings = dict(settings)
        self.receipt = receipt
        self.undone = undone

    def append(self, kind: str, actor: str, body: Mapping[str, Any]) -> Fact:
        """Journal a fact and carry out its changes. Raises LedgerDamaged before enrolment, ProjectionError for a body
        that does not fit its kind, ValueError or TypeError for one that is not JSON; nothing of the transaction stays
        then."""
        if self.head.epoch < 1:
            raise LedgerDamaged("nothing can be journalled before the terminal is enrolled")
        now = self._clock.now_ms()
        offset = self.meta("clock_off_ms")
        record = {
            "epoch": self.head.epoch,
            "seq": self.head.seq + 1,
            "kind": str(kind),
            "hlc": hlc.tick(self._last_stamp(), now),
            "at": now,
            "off": int(offset) if offset is not None else None,
            "boot": self._clock.boot_id(),
            "mono": self._clock.mono_ms(),
            "actor": actor,
            "body": body,
        }
        # what was stored is carried out, not what was meant: a rebuild has nothing else
        raw, fact = as_stored(record)
        self._store(fact, raw)
        state.project(self._connection, fact)
        if fact.kind == FactKind.SALE_COMPLETED and self.receipt is not None:
            self.receipt = max(self.receipt, fact.body["number"])
        return fact

    def _last_stamp(self) -> int:
        """What the next stamp comes after. Facts are known by their stamps everywhere: after a restore the first leaves
        room for those that were made since the backup, or two facts might have the same."""
        if RESTORED not in self.settings or STAMPS_MOVED in self.settings:
            return self.head.hlc
        self.set_meta(STAMPS_MOVED, "1")
        return self.head.hlc + STAMPS_LEFT_OUT

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
        self.append(FactKind.EPOCH_BEGAN, "system", body)
        if before.epoch:
            for _seq, raw, _hash in list(chain(self._connection, before.epoch, after=acked)):
                self._carry(facts.decode(raw))

    def _carry(self, fact: Fact) -> None:
        if fact.kind == FactKind.EPOCH_BEGAN:
            return
        carried = replace(fact, epoch=self.head.epoch, seq=self.head.seq + 1)
        self._store(carried)
        state.move_in_histories(self._connection, fact, carried)
        if fact.kind == FactKind.SALE_COMPLETED:
            state.move_sale(self._connection, str(fact.body["txn"]), carried.epoch, carried.seq)

    def facts_after(self, epoch: int, seq: int, limit: int) -> Sequence[tuple[int, bytes, bytes]]:
        """(seq, bytes, hash) of the next facts of an epoch."""
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

    def identity(self) -> Identity | None:
        """Who this terminal is; None before enrolment."""
        known = self.settings
        try:
            device, name, store, url = (known[key] for key in IDENTITY_KEYS)
            return Identity(device, name, store, int(known["epoch"]), url)
        except KeyError:
            return None

    def sale(self, txn: str) -> StoredSale | None:
        """A sale by its transaction id."""
        return state.sale(self._connection, txn)

    def sale_numbered(self, number: int) -> StoredSale | None:
        """A sale by its receipt's number."""
        return state.sale_numbered(self._connection, number)

    def recent_sales(self, limit: int) -> Sequence[StoredSale]:
        """Newest first, voided ones included."""
        return state.recent_sales(self._connection, limit)

    def uses_of_coupon(self, coupon: str) -> Sequence[PastUse]:
        """Uses of a coupon at this terminal that count."""
        return state.uses_of_coupon(self._connection, coupon, *self._here())

    def uses_of_member(self, member: str, template: str) -> Sequence[PastUse]:
        """Uses of a template by a member at this terminal that count."""
        return state.uses_of_member(self._connection, member, template, *self._here())

    def _here(self) -> tuple[str, str]:
        return self.meta("store") or "", self.meta("terminal_name") or ""

    def member_facts(self, member: str) -> Sequence[Fact]:
        """Facts of this terminal in a member's history, in order, without sales that were voided."""
        return state.member_facts(self._connection, member)

    def shared(self, key: str) -> int:
        """What is left of a leased pool ("|" + key) or used up of a limit, 0 when never heard of."""
        return state.shared(self._connection, key)

    def shares(self) -> Mapping[str, int]:
        """What is left of every leased quantity, by its key; nothing that is used up."""
        return state.shares(self._connection)

    def right(self, coupon: str) -> HeldRight | None:
        """The right this terminal holds on a coupon."""
        return state.right(self._connection, coupon)

    def rights(self) -> Mapping[str, HeldRight]:
        """All rights as granted."""
        return state.granted_rights(self._connection)

    def open_ops(self) -> Sequence[OpenOp]:
        """Claims never settled, oldest first."""
        return state.open_ops(self._connection)

    def pin_failures(self, staff: str) -> tuple[int, int | None]:
        """Consecutive wrong PINs and the instant (ms) of the last one."""
        return state.pin_failures(self._connection, staff)

    def last_stamp(self) -> int:
        """The HLC stamp of the newest fact, 0 before the first."""
        return self.head.hlc

    def last_receipt(self) -> int:
        """The number of the newest receipt, 0 before the first."""
        if self.receipt is None:
            self.receipt = state.last_receipt(self._connection)
        return self.receipt

    def meta(self, key: str) -> str | None:
        """A setting of the ledger itself."""
        return self.settings.get(key)

    def set_meta(self, key: str, value: str) -> None:
        """Change one."""
        self._connection.execute(
            "INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            (key, value),
        )
        self.settings[key] = value

    def drop_meta(self, key: str) -> None:
        """Forget one."""
        self._connection.execute("DELETE FROM meta WHERE key = ?", (key,))
        self.settings.pop(key, None)

    def put_staff(self, rows: Sequence[tuple[str, int, str]], deleted: Sequence[str]) -> None:
        """Staff rows (id, revision, JSON) as HQ published them, and ids that are gone."""
        for row in rows:
            self._connection.execute(
                "INSERT INTO staff (id, rev, data) VALUES (?, ?, ?)"
                " ON CONFLICT (id) DO UPDATE SET rev = excluded.rev, data = excluded.data",
                row,
            )
        for staff_id in deleted:
            self._connection.execute("DELETE FROM staff WHERE id = ?", (staff_id,))

    def staff(self) -> Sequence[StaffMember]:
        """Staff of this store, as HQ published them."""
        rows = self._connection.execute("SELECT data FROM staff ORDER BY id")
        return [decode_row(row[0], StaffMember) for row in rows]

    def staff_member(self, staff: str) -> StaffMember | None:
        """One of them."""
        row = self._connection.execute("SELECT data FROM staff WHERE id = ?", (staff,)).fetchone()
        return decode_row(row[0], StaffMember) if row else None


def chain(connection: Connection, epoch: int, *, after: int = 0, limit: int = -1) -> Iterator[tuple[int, bytes, bytes]]:
    """(seq, bytes, hash) of an epoch's facts in order."""
    rows = connection.execute(
        "SELECT place, bytes, hash FROM fact WHERE place > ? AND place < ? ORDER BY place LIMIT ?",
        (place(epoch, after), place(epoch + 1, 0), limit),
    )
    for key, raw, chained in rows:
        yield epoch_and_seq(key)[1], bytes(raw), bytes(chained)


def epochs(connection: Connection) -> Sequence[int]:
    """Every epoch that has facts, in order."""
    found: list[int] = []
    while row := connection.execute(
        "SELECT place FROM fact WHERE place > ? ORDER BY place LIMIT 1",
        (place(found[-1] + 1, 0) if found else -1,),
    ).fetchone():
        found.append(epoch_and_seq(row[0])[0])
    return found
