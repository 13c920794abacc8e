"""A witness beside the ledger: the newest fact known to be durable, in `ledger.db-head`.

The chain cannot show that its own end is missing. That happens: SQLite drops everything behind the first damaged frame
of a WAL without a word, and someone may put an older file in place. So after every commit the head is noted here. It
is written after the commit is durable and is not synced itself, so it can only be older than the ledger, never newer:
a witness of facts that the ledger does not have means that acknowledged facts are gone.
"""

from __future__ import annotations

import hashlib
import logging
import re
from dataclasses import dataclass
from pathlib import Path
from typing import IO

log = logging.getLogger(__name__)

SUFFIX = "-head"
_FIELDS = re.compile(rb"([0-9]{12,18}) ([0-9]{12,18}) ([0-9a-f]{64})")
_LONGEST = 256
"""Bytes of a witness; what is longer says nothing."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A fact that was durable."""

    epoch: int
    seq: int
    hash: bytes


class Witness:
    """Writes what was seen. A witness that cannot be written only stays behind: no sale fails for it."""

    def __init__(self, ledger: Path) -> None:
        self._path = path_of(ledger)
        self._file: IO[bytes] | None = None

    def note(self, seen: Seen) -> None:
        """The ledger now has this fact."""
        try:
            new = self._file is None
            if self._file is None:
                self._file = self._path.open("r+b" if self._path.exists() else "w+b", buffering=0)
            self._file.seek(0)
            self._file.write(_encoded(seen))
            if new:  # whatever lay there before
                self._file.truncate()
        except OSError as error:
            log.warning("the ledger's witness cannot be written: %s", error)
            self.close()

    def close(self) -> None:
        """Close the file."""
        if self._file is not None:
            self._file.close()
            self._file = None


def path_of(ledger: Path) -> Path:
    """Where the witness of a ledger lies."""
    return ledger.with_name(ledger.name + SUFFIX)


def read(ledger: Path) -> Seen | None:
    """What was seen; None when there is no witness or it cannot be read (then it says nothing)."""
    path = path_of(ledger)
    try:
        if not path.is_file():  # what is no file may never end
            return None
        with path.open("rb") as file:
            data = file.read(_LONGEST)
    except OSError:
        return None
    fields, _, digest = data.rstrip(b"\n").rpartition(b" ")
    if hashlib.sha256(fields).hexdigest()[:16].encode() != digest:
        return None
    said = _FIELDS.fullmatch(fields)
    return None if said is None else Seen(int(said[1]), int(said[2]), bytes.fromhex(said[3].decode("ascii")))


def _encoded(seen: Seen) -> bytes:
    fields = f"{seen.epoch:012d} {seen.seq:012d} {seen.hash.hex()}".encode("ascii")
    return fields + b" " + hashlib.sha256(fields).hexdigest()[:16].encode("ascii") + b"\n"
