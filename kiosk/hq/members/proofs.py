"""Whose phones were proved by a one-time code: known for a week, by a keyed hash of the phone."""

from __future__ import annotations

import hashlib
import hmac

from sqlalchemy import select

from kiosk.hq.context import Context
from kiosk.hq.store.database import Tx
from kiosk.hq.store.people import one_time_code
from kiosk.hq.store.schema import CHAIN

KEPT_MS = 7 * 86_400_000


def keyed(context: Context, what: str, text: str) -> str:
    """A hash that HQ alone can make, of something that there is not much of."""
    key = f"{what}/{text}".encode(errors="surrogatepass")
    return hmac.digest(context.challenge_secret, key, hashlib.sha256).hex()


def was_proved(context: Context, tx: Tx, phone: str, asked_by: str | None = None) -> bool:
    """Whether somebody proved this phone (where this one asked) in the last seven days."""
    codes = one_time_code
    mine = (codes.c.store == CHAIN) & (codes.c.who == keyed(context, "phone", phone)) & (codes.c.state == "proved")
    if asked_by is not None:
        mine &= codes.c.asked_by == asked_by
    return tx.execute(select(codes.c.op).where(mine).limit(1)).first() is not None


def is_doubtful(context: Context, tx: Tx, phone: str, at: int) -> bool:
    """Whether a terminal says of a phone that it was proved at `at` (ms), and HQ would know of it and does not."""
    remembered = at > context.clock.now_ms() - KEPT_MS // 2
    return remembered and not was_proved(context, tx, phone)
