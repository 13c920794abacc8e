"""HQ's signing keys: the private halves in the vault, the public ones in the bucket `chain/keys`.

Campaigns are signed by a key of their own: whoever gets hold of one key makes either coupons or rules, not both.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kiosk.domain.time import instant, millis
from kiosk.domain.tokens import HQ_PURPOSES, SigningKey, TokenKind
from kiosk.hq.context import Context
from kiosk.hq.rows.buckets import Bucket
from kiosk.hq.rows.publish import RowChange, all_rows, publish
from kiosk.hq.store.database import Tx
from kiosk.hq.store.schema import CHAIN
from kiosk.protocol import signed_texts
from kiosk.protocol.campaigns.purpose import PURPOSE as CAMPAIGN
from kiosk.protocol.rows import KeyRow
from kiosk.protocol.tokens.cose import key_id_of, public_of, signing_key
from kiosk.protocol.wire.messages import HqKey

KEYS = Bucket(CHAIN, "keys")
ACCEPTED = timedelta(days=3 * 365)
TOKENS = tuple(sorted(kind.value for kind in HQ_PURPOSES))
CAMPAIGNS = (CAMPAIGN,)
_VAULT = "hq-signing-"


def new_key(context: Context, tx: Tx, purposes: tuple[str, ...] = TOKENS) -> SigningKey:
    """Make a key, keep its private half in the vault and publish the other: from now on HQ signs with it what
    `purposes` says. The key that signs tokens so far vouches for it; the very first one for itself."""
    before = _current(context, tx, TOKENS)
    private = context.random.bytes(32)
    public = public_of(private)
    key = signing_key(private)
    context.vault.put(_VAULT + key.key_id.hex(), private)
    now = context.clock.now_ms()
    began = instant(now)
    row = KeyRow(
        key_id=key_id_of(public).hex(),
        public=public.hex(),
        # terminals whose clock is a little behind must believe it at once
        not_before=began - timedelta(days=1),
        not_after=began + ACCEPTED,
        purposes=purposes,
    )
    publish(tx, [RowChange(KEYS, row.key_id, _vouched_for(row, before or key))], now)
    return key


def sign_rows(context: Context, tx: Tx) -> None:
    """Vouch for keys that an earlier version published."""
    bare = [row for row in key_rows(tx) if not row.signature or (row.revoked_at is not None and not row.revocation)]
    if bare:
        by = signing(context, tx)
        now = context.clock.now_ms()
        publish(tx, [RowChange(KEYS, row.key_id, _vouched_for(row, by)) for row in bare], now)


def _vouched_for(row: KeyRow, by: SigningKey) -> KeyRow:
    """The row with what another key says of it."""
    signer = by.key_id.hex()
    if not row.signature:
        row = replace(row, signed_by=signer, signature=sign(by, signed_texts.key(row)).hex())
    if row.revoked_at is not None and not row.revocation:
        text = signed_texts.key_withdrawal(row.key_id, row.revoked_at)
        row = replace(row, revoked_by=signer, revocation=sign(by, text).hex())
    return row


def signing(context: Context, tx: Tx, purposes: tuple[str, ...] = TOKENS) -> SigningKey:
    """The key HQ signs with: the newest good one whose private half is in the vault. Made when there is none."""
    return _current(context, tx, purposes) or new_key(context, tx, purposes)


def signing_slips(context: Context, tx: Tx) -> SigningKey:
    """The key that signs paper slips: that of all tokens."""
    return _signing_kind(context, tx, TokenKind.PAPER_SLIP)


def signing_receipts(context: Context, tx: Tx) -> SigningKey:
    """The key that signs tickets of draws: that of all tokens."""
    return _signing_kind(context, tx, TokenKind.DRAW_RECEIPT)


def signing_event_tickets(context: Context, tx: Tx) -> SigningKey:
    """The key that signs tickets of events: that of all tokens."""
    return _signing_kind(context, tx, TokenKind.EVENT_TICKET)


def _signing_kind(context: Context, tx: Tx, kind: TokenKind) -> SigningKey:
    """A key from before there was such a token may not sign it: then another follows it."""
    key = signing(context, tx)
    row = next(one for one in key_rows(tx) if one.key_id == key.key_id.hex())
    return key if kind in row.purposes else new_key(context, tx)


def _current(context: Context, tx: Tx, purposes: tuple[str, ...], *, but: str = "") -> SigningKey | None:
    """The newest good one, other than `but`."""
    now = instant(context.clock.now_ms())
    good = [
        row
        for row in key_rows(tx)
        if row.revoked_at is None
        and row.key_id != but
        and row.not_before <= now < row.not_after
        and (CAMPAIGN in row.purposes) == (purposes == CAMPAIGNS)
    ]
    for row in reversed(good):
        private = context.vault.get(_VAULT + row.key_id)
        if private is not None:
            return SigningKey(bytes.fromhex(row.key_id), private)
    return None


def revoke_key(context: Context, tx: Tx, key_id: str) -> bool:
    """Withdraw a key: none of its tokens is accepted from now on. False if there is no such key."""
    now = context.clock.now_ms()
    for row in key_rows(tx):
        if row.key_id == key_id:
            # the last thing it does is to vouch for its successor, whose word its withdrawal is
            by = _current(context, tx, TOKENS, but=key_id) or new_key(context, tx)
            gone = _vouched_for(replace(row, revoked_at=instant(now), revoked_by="", revocation=""), by)
            publish(tx, [RowChange(KEYS, key_id, gone)], now)
            return True
    return False


def key_rows(tx: Tx) -> list[KeyRow]:
    """All keys HQ ever published, the newest last."""
    return list(all_rows(tx, KEYS, KeyRow))


def messages(tx: Tx) -> tuple[HqKey, ...]:
    """The keys as an enrolling terminal gets them."""
    return tuple(
        HqKey(
            key_id=bytes.fromhex(row.key_id),
            public=bytes.fromhex(row.public),
            not_before=millis(row.not_before),
            not_after=millis(row.not_after),
            revoked_at=None if row.revoked_at is None else millis(row.revoked_at),
            purposes=row.purposes,
        )
        for row in key_rows(tx)
    )


def sign(key: SigningKey, data: bytes) -> bytes:
    """Ed25519 (RFC 8032) over `data`."""
    return Ed25519PrivateKey.from_private_bytes(key.private).sign(data)
