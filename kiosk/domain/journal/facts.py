"""Facts: what happened at a terminal, chained so that nobody can edit them quietly (sync.md).

A fact is identified by (device, epoch, seq), seq without gaps from 1 in each epoch. Its bytes are made once, stored,
and sent as stored. hash_n = SHA256(hash_{n-1} || u64be(seq) || bytes); hash_0 is `genesis(device, epoch)`.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import msgspec


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact. `at`: raw wall clock, ms since 1970; `off`: HQ's clock minus ours in ms when it happened (None: never
    met HQ); `mono`: monotonic ms within `boot`; `actor`: staff id or "system"; `body`: JSON-ready, no floats."""

    epoch: int
    seq: int
    kind: str
    hlc: int
    at: int
    off: int | None
    boot: str
    mono: int
    actor: str
    body: Mapping[str, Any]

    @property
    def corrected_ms(self) -> int:
        """Time of the fact by HQ's clock as far as it was known, ms since 1970."""
        return self.at + (self.off or 0)


HASH_BYTES = 32
"""Of a chain's hash: SHA-256's."""


class FactError(ValueError):
    """Bytes that are no fact."""


# made once: json.dumps would make one for every fact
_ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def encode(fact: Fact) -> bytes:
    """The fact's bytes: UTF-8 JSON with sorted keys and no spaces.

    A text may hold half a surrogate pair (a keyboard's broken character, something scanned), which UTF-8 cannot write:
    it becomes the JSON escape that stands for it.
    """
    record = {
        "epoch": fact.epoch,
        "seq": fact.seq,
        "kind": fact.kind,
        "hlc": fact.hlc,
        "at": fact.at,
        "off": fact.off,
        "boot": fact.boot,
        "mono": fact.mono,
        "actor": fact.actor,
        "body": fact.body,
    }
    return _ENCODER.encode(record).encode(errors="backslashreplace")


_quick = msgspec.json.Decoder().decode
_patient = json.JSONDecoder().decode


def _read(raw: bytes) -> Any:
    """As `json.loads`, three times as fast where it can be: half a surrogate pair and numbers beyond all bounds, which
    facts may hold, are read by the standard library alone."""
    try:
        return _quick(raw)
    except (msgspec.MsgspecError, RecursionError):
        return _patient(raw.decode())


def decode(raw: bytes) -> Fact:
    """The fact behind `raw`. Raises FactError."""
    try:
        record = _read(raw)
        if not isinstance(record["body"], dict):
            raise TypeError("the body is no object")
        return Fact(
            epoch=int(record["epoch"]),
            seq=int(record["seq"]),
            kind=str(record["kind"]),
            hlc=int(record["hlc"]),
            at=int(record["at"]),
            off=None if record["off"] is None else int(record["off"]),
            boot=str(record["boot"]),
            mono=int(record["mono"]),
            actor=str(record["actor"]),
            body=record["body"],
        )
    except (KeyError, TypeError, ValueError, OverflowError, RecursionError) as error:
        raise FactError(f"not a fact: {error}") from error


def genesis(device: str, epoch: int) -> bytes:
    """hash_0 of a chain: 32 bytes that bind it to its device and epoch."""
    return hashlib.sha256(f"kiosk/genesis/{device}/{epoch}".encode()).digest()


def link(previous: bytes, seq: int, raw: bytes) -> bytes:
    """hash_n from hash_{n-1}, the sequence number and the fact's bytes."""
    return hashlib.sha256(previous + seq.to_bytes(8, "big") + raw).digest()


def first_break(device: str, epoch: int, chain: Iterable[tuple[int, bytes, bytes]]) -> int | None:
    """Where a stored chain of (seq, bytes, hash), in order from seq 1, stops agreeing with itself; None if it holds."""
    previous = genesis(device, epoch)
    for expected, (seq, raw, stored) in enumerate(chain, start=1):
        if seq != expected:
            return expected
        previous = link(previous, seq, raw)
        if previous != stored:
            return seq
    return None
