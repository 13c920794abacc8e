"""What keeps HQ from storing anything, told apart: who runs it has something else to do about each."""

from __future__ import annotations

import errno
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Trouble:
    """An answer of 5xx: what cannot be done now, and may be tried again."""

    status: int
    code: str
    words: str


DISK_FULL = Trouble(507, "disk_full", "HQ's disk is full: nothing was stored; make room, then it goes on by itself")
READ_ONLY = Trouble(503, "read_only", "HQ's database can only be read: look at the rights of its folder")
DISK_FAULT = Trouble(503, "disk_fault", "HQ's disk does not work: nothing was stored")
DAMAGED = Trouble(503, "damaged", "HQ's database is damaged: stop HQ and restore the backup")
UNAVAILABLE = Trouble(503, "unavailable", "HQ's database does not answer")

_SAID = (
    # SQLite's words (sqlite3.c, sqlite3ErrStr), then PostgreSQL's
    ("disk is full", DISK_FULL),
    ("readonly database", READ_ONLY),
    ("disk i/o error", DISK_FAULT),
    ("malformed", DAMAGED),
    ("not a database", DAMAGED),
    ("unable to open", DISK_FAULT),
    ("no space left", DISK_FULL),
    ("read-only transaction", READ_ONLY),
)
_NUMBERS = {
    errno.ENOSPC: DISK_FULL,
    errno.EDQUOT: DISK_FULL,
    112: DISK_FULL,  # Windows' ERROR_DISK_FULL
    errno.EROFS: READ_ONLY,
    errno.EACCES: READ_ONLY,
    errno.EPERM: READ_ONLY,
    errno.EIO: DISK_FAULT,
    errno.EMFILE: UNAVAILABLE,
    errno.ENFILE: UNAVAILABLE,
}


def trouble_of(error: BaseException) -> Trouble | None:
    """What a fault of the database or of a file comes from; None when it is none of these."""
    inner = getattr(error, "orig", None) or error
    if isinstance(inner, OSError):
        return _NUMBERS.get(getattr(inner, "winerror", None) or inner.errno or 0)
    said = str(inner).lower()
    for words, trouble in _SAID:
        if words in said:
            return trouble
    return UNAVAILABLE if type(inner).__name__ == "OperationalError" else None
