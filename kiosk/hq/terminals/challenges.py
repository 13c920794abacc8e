"""HQ's nonces (`POST /v1/session/challenge`): who asks for one makes HQ write nothing.

A nonce says itself until when it is good, and carries a code (HMAC, RFC 2104) that only HQ can make for it and for one
device. What HQ keeps is which of them opened a session; and, in memory, with which of them somebody failed.
"""

from __future__ import annotations

import hashlib
import hmac

from sqlalchemy import delete, select

from kiosk.domain.ids import Randomness
from kiosk.hq.context import Context
from kiosk.hq.ports import KeyVault
from kiosk.hq.store.database import Tx
from kiosk.hq.store.schema import challenge

_VAULT = "hq-challenge"
_HEAD, _CODE = 16, 16


def secret(vault: KeyVault, random: Randomness) -> bytes:
    """HQ's secret for nonces, made when there is none. Within a writing transaction, so that two processes agree."""
    found = vault.get(_VAULT)
    if found is None:
        found = random.bytes(32)
        vault.put(_VAULT, found)
    return found


def made(context: Context, device: str) -> bytes:
    """A new nonce for `device`: 32 bytes."""
    until = context.clock.now_ms() + context.settings.challenge_ttl
    head = until.to_bytes(8, "big") + context.random.bytes(_HEAD - 8)
    return head + _code(context, device, head)


def good(context: Context, tx: Tx, store: str, device: str, nonce: bytes) -> bool:
    """Whether HQ made this nonce for the device, its time is not over, and nobody has used it."""
    head = nonce[:_HEAD]
    if not hmac.compare_digest(nonce[_HEAD:], _code(context, device, head)) or nonce in context.failed:
        return False
    if int.from_bytes(head[:8], "big") <= context.clock.now_ms():
        return False
    used = (challenge.c.store == store) & (challenge.c.device == device) & (challenge.c.nonce == nonce)
    return tx.execute(select(challenge.c.nonce).where(used)).first() is None


def use(context: Context, tx: Tx, store: str, device: str, nonce: bytes) -> None:
    """It opened a session."""
    now = context.clock.now_ms()
    tx.execute(delete(challenge).where(challenge.c.store == store, challenge.c.expires_at < now))
    until = int.from_bytes(nonce[:8], "big")
    tx.insert_new(challenge, [{"store": store, "device": device, "nonce": nonce, "expires_at": until}])


def issued(context: Context, nonce: bytes) -> int:
    """When HQ made a nonce that is good (ms since 1970)."""
    return int.from_bytes(nonce[:8], "big") - context.settings.challenge_ttl


def _code(context: Context, device: str, head: bytes) -> bytes:
    text = b"challenge/" + head + device.encode(errors="surrogatepass")
    return hmac.digest(context.challenge_secret, text, hashlib.sha256)[:_CODE]
