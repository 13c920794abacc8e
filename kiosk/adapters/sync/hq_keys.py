"""HQ's keys as this terminal believes them, and which keys of terminals were withdrawn. They lie in the ledger:
`ref.db` can be fetched anew, trust cannot."""

from __future__ import annotations

import logging
import threading
from collections.abc import Collection, Iterable, Sequence

import msgspec

from kiosk.adapters.db.ledger import LedgerTransaction, SqlLedger
from kiosk.adapters.db.reference import SqlReference
from kiosk.domain.time import instant
from kiosk.protocol.key_trust import is_vouched_for, judge
from kiosk.protocol.row_reader import read_row
from kiosk.protocol.rows import KeyRow, TerminalRow
from kiosk.protocol.wire import messages as m

log = logging.getLogger(__name__)

BELIEVED = "hq_keys"
"""Under this name in the ledger: a JSON list of rows."""
WITHDRAWN = "terminals_withdrawn"
"""The same: ids of rows of `chain/terminals`."""
KEYS, TERMINALS = "chain/keys", "chain/terminals"


class HqKeys:
    """What `reference` gives as HQ's keys from now on, whatever rows it was sent. Thread-safe."""

    def __init__(self, ledger: SqlLedger, reference: SqlReference) -> None:
        self._ledger = ledger
        self._lock = threading.Lock()
        self._said: set[tuple[str, str]] = set()
        self._keys = ledger.run(_noted)
        self._withdrawn = frozenset(
            msgspec.json.decode(ledger.run(lambda tx: tx.meta(WITHDRAWN)) or "[]", type=list[str])
        )
        if self._keys is None and ledger.run(lambda tx: tx.identity()) is not None:
            # enrolled by an earlier version: what it was told so far is what it believes
            known = reference.token_keys()
            self._keys = tuple(known) or None
            if known:
                ledger.run(lambda tx: _note(tx, known))
        reference.believe(self.believed, self.withdrawn)

    def believed(self) -> Sequence[KeyRow] | None:
        """The keys; None where none were ever told."""
        return self._keys

    def withdrawn(self) -> Collection[str]:
        """Ids of rows of terminals' keys that HQ took back: an old row, sent again, brings none of them back."""
        return self._withdrawn

    def begin(self, tx: LedgerTransaction, told: Iterable[m.HqKey]) -> None:
        """At the enrolment: what HQ says there is believed."""
        keys = tuple(map(_row, told))
        _note(tx, keys)
        with self._lock:
            self._keys = keys

    def hear(self, bucket: str, rows: Iterable[tuple[str, str]]) -> None:
        """HQ's feed says so of keys, if the bucket is of keys: (id, JSON)."""
        if bucket == KEYS:
            self._hear_keys(rows)
        elif bucket == TERMINALS:
            self._hear_terminals(rows)

    def _hear_terminals(self, rows: Iterable[tuple[str, str]]) -> None:
        gone = set()
        for row_id, data in rows:
            row = read_row(data, TerminalRow, row_id).row if row_id not in self._withdrawn else None
            if row is not None and row.revoked_at is not None and is_vouched_for(row, self._keys or ()):
                gone.add(row_id)
        with self._lock:
            if gone - self._withdrawn:
                self._withdrawn |= gone
                said = msgspec.json.encode(sorted(self._withdrawn)).decode()
                self._ledger.run(lambda tx: tx.set_meta(WITHDRAWN, said))

    def _hear_keys(self, rows: Iterable[tuple[str, str]]) -> None:
        told = [reading.row for row_id, data in rows if (reading := read_row(data, KeyRow, row_id)).row is not None]
        with self._lock:
            if self._keys is None:
                return
            heard = judge(self._keys, filter(None, told))
            if heard.keys != self._keys:
                self._ledger.run(lambda tx: _note(tx, heard.keys))
                self._keys = heard.keys
        for key_id, why in heard.left_out:
            if (key_id, why) not in self._said:
                self._said.add((key_id, why))
                log.warning("HQ's key %s is not believed: %s; it is not as HQ sent it", key_id, why)


def _noted(tx: LedgerTransaction) -> tuple[KeyRow, ...] | None:
    said = tx.meta(BELIEVED)
    return None if said is None else msgspec.json.decode(said, type=tuple[KeyRow, ...])


def _note(tx: LedgerTransaction, keys: Iterable[KeyRow]) -> None:
    tx.set_meta(BELIEVED, msgspec.json.encode(tuple(keys)).decode())


def _row(told: m.HqKey) -> KeyRow:
    return KeyRow(
        key_id=told.key_id.hex(),
        public=told.public.hex(),
        not_before=instant(told.not_before),
        not_after=instant(told.not_after),
        revoked_at=None if told.revoked_at is None else instant(told.revoked_at),
        purposes=told.purposes,
    )
