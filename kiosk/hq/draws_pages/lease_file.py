"""The published file of a closed lease of a wheel: `GET /v1/wheels/<lease>/file`, sealed by HQ."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote, unquote

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy import Row, select

from kiosk.domain.draws.beacon import QUICKNET
from kiosk.domain.draws.encoding import signed_bytes
from kiosk.domain.draws.published import HQ, BeaconSeed, Closing, Signed, TapeRoot, WheelFile, rules_hash
from kiosk.domain.draws.seal import seal
from kiosk.domain.draws.wheel import Lease, opening_body
from kiosk.domain.tokens import SigningKey
from kiosk.hq.context import Context
from kiosk.hq.documents import brand as brands
from kiosk.hq.draws import beacons, leases
from kiosk.hq.draws.leases import State
from kiosk.hq.draws.told_tables import wheel_closing, wheel_opened, wheel_spin
from kiosk.hq.reply import Reply, problem
from kiosk.hq.rows.publish import all_rows
from kiosk.hq.store.database import Tx
from kiosk.hq.terminals.public_keys import TERMINALS
from kiosk.hq.tokens import keys
from kiosk.protocol.campaigns.signature import canonical
from kiosk.protocol.draws.signatures import signature_is_good
from kiosk.protocol.rows import TerminalRow, WheelLeaseRow
from kiosk.protocol.tokens.cose import public_of
from kiosk.protocol.wire import encoding as wire

PATH = "/v1/wheels/"
_FILE = "/file"
_SAID = (State.CLOSED, State.FAULTY)
"""Of these the secret and the spins are known; a lease that does not hold is public all the same, and fails."""


def link(row: WheelLeaseRow | None) -> str:
    """Where the file of a lease is, from HQ's root; "" while it is not closed."""
    return f"v1/wheels/{quote(row.lease, safe='')}{_FILE}" if row is not None and row.state in _SAID else ""


def asked(context: Context, tx: Tx, path: str) -> Reply:
    """The file; 404 while the lease is not closed."""
    name, _, what = unquote(path.removeprefix(PATH)).rpartition("/")
    made = None if what != _FILE[1:] else file_of(context, tx, name)
    if made is None:
        return problem(404, "not_published", "no such lease, or it is not closed yet", context.clock.now_ms())
    return Reply(200, raw=made, content_type=wire.JSON, headers={"cache-control": "no-cache"})


def file_of(context: Context, tx: Tx, name: str) -> bytes | None:
    """The sealed file as JSON; None while something of it is not public."""
    row = leases.rows_of(tx, [name]).get(name)
    if row is None or row.state not in _SAID:
        return None
    opened, closing = _own(tx, wheel_opened, row), _own(tx, wheel_closing, row)
    signature = beacons.signature(tx, row.chain, row.round)
    if opened is None or closing is None or signature is None:
        return None
    lease, key = leases.body_of(row), keys.signing(context, tx)
    file = WheelFile(
        lease=lease,
        signatures=_signatures(context, tx, row, lease, key),
        tape_root=TapeRoot(opened.root, opened.size, _device_key(tx, row, lease, opened), opened.root_signature),
        nt=closing.nt,
        beacon=BeaconSeed(row.round, signature.hex()),
        journal=_spins(tx, row),
        closed=Closing(closing.used, closing.why, (row.closed_at or 0) // 1000),
        rules=_rules(context, tx, row.campaign, lease.rules_hash),
        chain=None if row.chain == QUICKNET.hash else beacons.chain_in_force(tx),
    )
    private = Ed25519PrivateKey.from_private_bytes(key.private)
    return msgspec.json.encode(seal(file.body(), public_of(key.private), private.sign))


def _signatures(context: Context, tx: Tx, row: Row[Any], lease: Lease, key: SigningKey) -> tuple[Signed, ...]:
    """HQ's under the lease as it was granted; where another key signs now, which seals the file, one of that, too."""
    brand = brands.brand(tx)
    name = brand.name.zh_TW if brand is not None else context.settings.issuer
    public, now = _public(tx, row.key_id), public_of(key.private).hex()
    then = Signed(HQ, name, public, row.signature)
    if public == now:
        return (then,)
    return (then, Signed(HQ, name, now, keys.sign(key, signed_bytes(lease.body())).hex()))


def _public(tx: Tx, key_id: str) -> str:
    return next((one.public for one in keys.key_rows(tx) if one.key_id == key_id), "00" * 32)


def _device_key(tx: Tx, row: Row[Any], lease: Lease, opened: Row[Any]) -> str:
    """The key of the lease's terminal that signed the root; it may have had another since."""
    body = opening_body(lease, bytes.fromhex(opened.root)) | {"size": opened.size}
    message, signature = signed_bytes(body), bytes.fromhex(opened.root_signature)
    theirs = [one.public for one in all_rows(tx, TERMINALS, TerminalRow) if one.device == row.device]
    signed = (one for one in theirs if signature_is_good(bytes.fromhex(one), message, signature))
    return next(signed, theirs[-1] if theirs else "00" * 32)


def _spins(tx: Tx, row: Row[Any]) -> list[tuple[int, str, int]]:
    """Every spin of the lease that its terminal told; a slot that was taken twice stands twice, and is found."""
    mine = (wheel_spin.c.lease == row.lease) & (wheel_spin.c.store == row.store) & (wheel_spin.c.device == row.device)
    query = select(wheel_spin.c.j, wheel_spin.c.code, wheel_spin.c.at).where(mine)
    found = tx.execute(query.order_by(wheel_spin.c.j, wheel_spin.c.hlc))
    return [(one.j, one.code, one.at // 1000) for one in found]


def _own(tx: Tx, table: Any, row: Row[Any]) -> Row[Any] | None:
    """What the lease's own terminal said."""
    mine = (table.c.lease == row.lease) & (table.c.store == row.store) & (table.c.device == row.device)
    found: Row[Any] | None = tx.execute(select(table).where(mine)).one_or_none()
    return found


def _rules(context: Context, tx: Tx, campaign: str, wanted: str) -> str:
    """The campaign's rules as they were when the lease was granted, canonical; "" where HQ has them no more."""
    for edition in context.rules.of(tx).editions:
        if edition.campaign.id == campaign and rules_hash(text := canonical(edition.campaign).decode()) == wanted:
            return text
    return ""
