"""Texts that terminal and HQ sign for each other with Ed25519, and whether a signature holds: one place for both sides.

Each text begins with what it is for, so that no signature can be used for anything else. Parts are joined by "/";
numbers are decimals, hashes lower-case hex, all UTF-8.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

import msgspec

from kiosk.domain.time import millis
from kiosk.protocol.ed25519 import is_good
from kiosk.protocol.rows import KeyRow, TerminalRow

_CANONICAL = msgspec.json.Encoder(order="sorted")


class NotSigned(ValueError):
    """A signature that proves nothing. The text says why."""


def session(device: str, nonce: bytes) -> bytes:
    """By the device's key: it opens a session, with the nonce HQ gave."""
    return b"session/" + device.encode() + b"/" + nonce


def re_enrolment(device: str, code: str) -> bytes:
    """By the key HQ knows of the device: it goes on in a new epoch, with HQ's single-use code."""
    return b"re-enroll/" + device.encode() + b"/" + code.encode()


def snapshot(bucket: str, cursor: int, rows: int, sha256: str) -> bytes:
    """By HQ: the packed file with this SHA-256 is the bucket at the cursor, with so many rows."""
    return f"snapshot/{bucket}/{cursor}/{rows}/{sha256}".encode()


def lease(device: str, op: str, fence: int, ttl_s: int, granted: Mapping[str, int]) -> bytes:
    """By HQ: what an exchange of shares gave the device, in JSON with sorted keys and no spaces, and for how long."""
    return f"lease/{device}/{op}/{fence}/{ttl_s}/".encode() + _CANONICAL.encode(dict(granted))


def key(row: KeyRow) -> bytes:
    """By a key of HQ that terminals believe already: this is a key of HQ, too. Instants in ms."""
    times = f"{millis(row.not_before)}/{millis(row.not_after)}"
    return f"key/{row.key_id}/{row.public}/{times}/{','.join(row.purposes)}".encode()


def key_withdrawal(key_id: str, at: datetime) -> bytes:
    """By a key of HQ that terminals believe already: this one signs nothing any more. The instant in ms."""
    return f"key-withdrawn/{key_id}/{millis(at)}".encode()


def terminal(row: TerminalRow) -> bytes:
    """By a key of HQ that terminals believe already: this is a terminal's key, until it is withdrawn (in ms; null). A
    JSON list, without spaces: a name may hold anything."""
    withdrawn = None if row.revoked_at is None else millis(row.revoked_at)
    return b"terminal/" + _CANONICAL.encode([row.device, row.store, row.name, row.public, withdrawn])


def desk_hello(role: str, device: str, other: str, nonces: bytes, certificate: bytes) -> bytes:
    """By a device's key, to another desk of its store: it is at this end (`role`: caller or called) of the connection
    whose TLS certificate has this SHA-256, and was asked with these nonces, the caller's first. Whoever stands between
    the two shows them different certificates, and neither signature fits."""
    return f"desk/{role}/{device}/{other}/{nonces.hex()}/{certificate.hex()}".encode()


def journal_mark(device: str, epoch: int, seq: int, chained: bytes) -> bytes:
    """By a device's key: its journal has this hash after that fact, so that another desk can hand it on."""
    return f"journal-mark/{device}/{epoch}/{seq}/{chained.hex()}".encode()


def journal_anchor(device: str, epoch: int, seq: int, chained: bytes) -> bytes:
    """By a device's key: desks that know nothing of its journal may begin after that fact, where it has this hash."""
    return f"journal-anchor/{device}/{epoch}/{seq}/{chained.hex()}".encode()


def holds(public: bytes, signature: bytes, text: bytes) -> bool:
    """Whether `signature` is that of the 32-byte public key over `text`. False for bytes that are no key."""
    return is_good(public, text, signature)


def check_hq(keys: Iterable[KeyRow], key_id: bytes, signature: bytes, text: bytes) -> None:
    """Raises NotSigned unless one of HQ's published keys, which is not revoked, signed `text`."""
    for row in keys:
        if bytes.fromhex(row.key_id) == key_id and row.revoked_at is None:
            if holds(bytes.fromhex(row.public), signature, text):
                return
            raise NotSigned("its signature does not hold")
    raise NotSigned("it is signed by an unknown key")
