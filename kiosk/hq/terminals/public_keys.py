"""Public keys of terminals, in the bucket `chain/terminals`: with HQ's word for each, so that other terminals believe
what they sign. A key goes with its device, and is withdrawn with it, or when another takes its place.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import select

from kiosk.domain.time import instant
from kiosk.domain.tokens import SigningKey, TrustedKey
from kiosk.hq.context import Context
from kiosk.hq.rows.buckets import Bucket
from kiosk.hq.rows.publish import RowChange, all_rows, publish, rows_from
from kiosk.hq.store.database import Tx
from kiosk.hq.store.schema import CHAIN, device
from kiosk.hq.terminals.queries import REVOKED
from kiosk.hq.tokens import keys
from kiosk.protocol import signed_texts
from kiosk.protocol.key_trust import is_vouched_for
from kiosk.protocol.rows import TerminalRow
from kiosk.protocol.tokens.cose import key_id_of
from kiosk.protocol.tokens.key_ring import terminal_key

TERMINALS = Bucket(CHAIN, "terminals")


def row_id(row: TerminalRow) -> str:
    """A key's own row: a device that gets another key has another row, too."""
    return f"{key_id_of(bytes.fromhex(row.public)).hex()}/{row.device}"


def tell(context: Context, tx: Tx, device_id: str | None = None) -> None:
    """Publish what terminals' keys are now, of one device or of all: new ones, withdrawn ones, and HQ's word for each
    by a key of its own that is not withdrawn."""
    there = {row_id(row): row for row in all_rows(tx, TERMINALS, TerminalRow)}
    now = context.clock.now_ms()
    wanted = dict(there)
    query = select(device.c.device, device.c.store, device.c.name, device.c.public_key, device.c.state)
    query = query.add_columns(device.c.revoked_at)
    for one in tx.execute(query if device_id is None else query.where(device.c.device == device_id)):
        gone = instant(one.revoked_at or now) if one.state == REVOKED else None
        row = TerminalRow(one.device, one.store, one.name, bytes(one.public_key).hex(), gone)
        for name, other in there.items():
            if other.device == one.device and other.public != row.public and other.revoked_at is None:
                wanted[name] = replace(other, revoked_at=instant(now), signature="")
        before = there.get(row_id(row))
        if before is None or replace(before, signed_by="", signature="") != row:
            wanted[row_id(row)] = row
    known = keys.key_rows(tx)
    bare = {name: row for name, row in wanted.items() if row != there.get(name) or not is_vouched_for(row, known)}
    if bare:
        by = keys.signing(context, tx)
        publish(tx, (RowChange(TERMINALS, name, _vouched_for(row, by)) for name, row in bare.items()), now)


def _vouched_for(row: TerminalRow, by: SigningKey) -> TerminalRow:
    return replace(row, signed_by=by.key_id.hex(), signature=keys.sign(by, signed_texts.terminal(row)).hex())


def rows_of(tx: Tx, key_id: bytes) -> Sequence[TerminalRow]:
    """Rows of terminals' keys with this id, those that were withdrawn among them."""
    return rows_from(tx, TERMINALS, f"{key_id.hex()}/", TerminalRow)


def trusted(tx: Tx, key_id: bytes) -> Sequence[TrustedKey]:
    """The same, as keys to read codes by."""
    return [terminal_key(row) for row in rows_of(tx, key_id)]
