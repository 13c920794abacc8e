"""What CUPS says of a queue and of what it was given last. Qt does not tell: a job for a queue that takes none is lost
without a word there.

The system's own library is asked (libcups 2, by ctypes); where there is none, nothing is known.
"""

from __future__ import annotations

import ctypes
import sys
from dataclasses import dataclass
from functools import lru_cache

from kiosk.domain.documents.printers import Trouble

_STOPPED, _PROCESSING = "5", "4"
"""`printer-state` (RFC 8011, 5.4.11)."""
_FIRST_ERROR = 0x0400
"""IPP's status codes below it are successes (RFC 8011, appendix B)."""
_REASONS = (
    (("media-empty", "media-needed", "media-out"), Trouble.PAPER_OUT),
    (("cover-open", "door-open", "interlock-open"), Trouble.COVER_OPEN),
    (("offline", "connecting-to-device", "timed-out", "shutdown"), Trouble.UNREACHABLE),
    (("media-low",), Trouble.PAPER_LOW),
)
"""Beginnings of `printer-state-reasons` (RFC 8011, 5.4.12; PWG 5100.9), the worst first."""


class _Option(ctypes.Structure):
    _fields_ = (("name", ctypes.c_char_p), ("value", ctypes.c_char_p))


class _Dest(ctypes.Structure):
    _fields_ = (
        ("name", ctypes.c_char_p),
        ("instance", ctypes.c_char_p),
        ("is_default", ctypes.c_int),
        ("num_options", ctypes.c_int),
        ("options", ctypes.POINTER(_Option)),
    )


@dataclass(frozen=True, slots=True)
class Queue:
    """A queue as CUPS tells of it. `reasons`: why it is in its state."""

    accepts: bool
    state: str
    reasons: tuple[str, ...]

    @property
    def trouble(self) -> Trouble | None:
        """Why it prints nothing. What an idle queue says of its paper is from its last job, and may be long past."""
        if not self.accepts:
            return Trouble.FAULT
        if self.state in (_STOPPED, _PROCESSING):
            for beginnings, trouble in _REASONS:
                if any(reason.startswith(beginnings) for reason in self.reasons):
                    return trouble
        return Trouble.FAULT if self.state == _STOPPED else None


@lru_cache(maxsize=1)
def _library() -> ctypes.CDLL | None:
    if sys.platform != "linux":
        return None
    try:
        cups = ctypes.CDLL("libcups.so.2")
    except OSError:
        return None
    cups.cupsGetNamedDest.restype = ctypes.POINTER(_Dest)
    cups.cupsGetNamedDest.argtypes = (ctypes.c_void_p, ctypes.c_char_p, ctypes.c_char_p)
    cups.cupsFreeDests.argtypes = (ctypes.c_int, ctypes.POINTER(_Dest))
    cups.cupsFreeDests.restype = None
    cups.cupsLastErrorString.restype = ctypes.c_char_p
    return cups


def queue(name: str) -> Queue | None:
    """What CUPS says of a queue now; None: it says nothing, or there is no CUPS. Waits for it."""
    cups = _library()
    if cups is None:
        return None
    found = cups.cupsGetNamedDest(None, name.encode("utf-8", "replace"), None)
    if not found:
        return None
    try:
        dest = found.contents
        said = {
            (dest.options[at].name or b"").decode("utf-8", "replace"): (dest.options[at].value or b"").decode(
                "utf-8", "replace"
            )
            for at in range(dest.num_options)
        }
    finally:
        cups.cupsFreeDests(1, found)
    reasons = tuple(reason for reason in said.get("printer-state-reasons", "").split(",") if reason != "none")
    return Queue(said.get("printer-is-accepting-jobs", "true") != "false", said.get("printer-state", ""), reasons)


def refused() -> str:
    """Why CUPS did not take what this thread gave it last; "" when it took it, or there is no CUPS."""
    cups = _library()
    if cups is None or cups.cupsLastError() < _FIRST_ERROR:
        return ""
    return (cups.cupsLastErrorString() or b"?").decode("utf-8", "replace")
