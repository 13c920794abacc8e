"""HQ's signing keys: the private halves in the vault, the public ones in the bucket `chain/keys`.

Campaigns are signed by a key of their own: whoever gets hold of one key makes either coupons or rules, not both.
"""

from __future__ import annotations

from datetime import timedelta

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kiosk.domain.time import instant, millis
from kiosk.domain.tokens import HQ_PURPOSES, SigningKey
from kiosk.hq.context import Context
from kiosk.hq.rows.buckets import Bucket
from kiosk.hq.rows.publish import RowChange, all_rows, publish
from kiosk.hq.store.database import Tx
from kiosk.hq.store.schema import CHAIN
from kiosk.protocol.campaigns.signature import PURPOSE as CAMPAIGN
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
    `purposes` says."""
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
    publish(tx, [RowChange(KEYS, row.key_id, row)], now)
    return key


def signing(context: Context, tx: Tx, purposes: tuple[str, ...] = TOKENS) -> SigningKey:
    """The key HQ signs with: the newest good one whose private half is in the vault. Made when there is none."""
    now = instant(context.clock.now_ms())
    good = [
        row
        for row in key_rows(tx)
        if row.revoked_at is None
        and row.not_before <= now < row.not_after
        and (CAMPAIGN in row.purposes) == (purposes == CAMPAIGNS)
    ]
    for row in reversed(good):
        private = context.vault.get(_VAULT + row.key_id)
        if private is not None:
            return SigningKey(bytes.fromhex(row.key_id), private)
    return new_key(context, tx, purposes)


def revoke_key(context: Context, tx: Tx, key_id: str) -> bool:
    """Withdraw a key: none of its tokens is accepted from now on. False if there is no such key."""
    now = context.clock.now_ms()
    for row in key_rows(tx):
        if row.key_id == key_id:
            revoked = KeyRow(row.key_id, row.public, row.not_before, row.not_after, instant(now), row.purposes)
            publish(tx, [RowChange(KEYS, key_id, revoked)], now)
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
