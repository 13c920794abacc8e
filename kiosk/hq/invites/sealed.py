"""What a form carries from one step to the next: no cookie, nothing kept at HQ before a phone is proved.

A form's token says that HQ made the form, for this invitation, a while ago at most; without one nothing is done, so no
other site sends a form in somebody's name. What was typed travels sealed (AES-256-GCM) in the next form: nobody changes
it on the way, and nobody reads it in a phone's history.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
from typing import TypeVar

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from kiosk.hq.context import Context

T = TypeVar("T")

FORM_MS = 2 * 3_600_000
"""How long a form may lie open."""
SEALED_MS = 30 * 60_000
"""How long somebody may take for the code."""
MOST_CHARS = 24_000
_NONCE = 12
_MAC = 16


def form_token(context: Context, about: str) -> str:
    """For a form of the invitation `about`."""
    at = context.clock.now_ms()
    return f"{at:x}.{_mac(context, f'{at:x}/{about}')}"


def is_ours(context: Context, token: str, about: str) -> bool:
    """Whether HQ made this form for the invitation, not too long ago."""
    at, _, mac = token.partition(".")
    if len(at) > 12 or not hmac.compare_digest(mac.encode(), _mac(context, f"{at}/{about}").encode()):
        return False
    return 0 <= context.clock.now_ms() - int(at, 16) <= FORM_MS


def seal(context: Context, value: object, about: str) -> str:
    """`value` as a text that only HQ opens, for the invitation `about` alone."""
    nonce = context.random.bytes(_NONCE)
    head = context.clock.now_ms().to_bytes(8, "big")
    box = AESGCM(_key(context, "seal")).encrypt(nonce, msgspec.json.encode(value), head + about.encode())
    return base64.urlsafe_b64encode(head + nonce + box).decode().rstrip("=")


def opened(context: Context, text: str, about: str, kind: type[T]) -> T | None:
    """What was sealed; None for what was not, was changed, is another invitation's, or is too old."""
    if len(text) > MOST_CHARS:
        return None
    try:
        whole = base64.urlsafe_b64decode(text.encode() + b"=" * (-len(text) % 4))
        head, nonce, box = whole[:8], whole[8 : 8 + _NONCE], whole[8 + _NONCE :]
        plain = AESGCM(_key(context, "seal")).decrypt(nonce, box, head + about.encode())
        value = msgspec.json.decode(plain, type=kind)
    except (binascii.Error, ValueError, InvalidTag, msgspec.MsgspecError):
        return None
    return value if 0 <= context.clock.now_ms() - int.from_bytes(head, "big") <= SEALED_MS else None


def _mac(context: Context, text: str) -> str:
    return hmac.digest(_key(context, "form"), text.encode(errors="surrogatepass"), hashlib.sha256).hex()[: 2 * _MAC]


def _key(context: Context, what: str) -> bytes:
    return hmac.digest(context.challenge_secret, f"invite/{what}".encode(), hashlib.sha256)
