"""The print spooler of Windows, which is handed jobs as they are (winspool.h)."""

from __future__ import annotations

import ctypes
import sys
from ctypes import wintypes

from kiosk.domain.documents.printers import Reached, Sent, Trouble

assert sys.platform == "win32"

_SPOOLER = ctypes.WinDLL("winspool.drv", use_last_error=True)
_STATUS = {
    0x10: Trouble.PAPER_OUT,
    0x40_0000: Trouble.COVER_OPEN,
    0x80: Trouble.UNREACHABLE,
    0x1000: Trouble.UNREACHABLE,
    0x2 | 0x8 | 0x40 | 0x10_0000: Trouble.FAULT,
}
"""PRINTER_STATUS_… of winspool.h: paper out, door open, offline, not available; error, jam, paper problem, somebody
has to come."""


class _Document(ctypes.Structure):
    _fields_ = (("name", wintypes.LPCWSTR), ("file", wintypes.LPCWSTR), ("kind", wintypes.LPCWSTR))


def trouble_of_queue(queue: str) -> Trouble | None:
    """What Windows says of a queue."""
    handle = wintypes.HANDLE()
    if not _SPOOLER.OpenPrinterW(queue, ctypes.byref(handle), None):
        return Trouble.UNREACHABLE
    try:
        status, needed = wintypes.DWORD(), wintypes.DWORD()
        told = _SPOOLER.GetPrinterW(handle, 6, ctypes.byref(status), ctypes.sizeof(status), ctypes.byref(needed))
        if not told:
            return None
        return next((trouble for bits, trouble in _STATUS.items() if status.value & bits), None)
    finally:
        _SPOOLER.ClosePrinter(handle)


def spooled(queue: str, data: bytes) -> Sent:
    """Hand a job over as it is (RAW)."""
    handle = wintypes.HANDLE()
    if not _SPOOLER.OpenPrinterW(queue, ctypes.byref(handle), None):
        return Sent(Reached.NOTHING, Trouble.UNREACHABLE)
    try:
        if not _SPOOLER.StartDocPrinterW(handle, 1, ctypes.byref(_Document("kiosk", None, "RAW"))):
            return Sent(Reached.NOTHING, Trouble.FORBIDDEN if ctypes.get_last_error() == 5 else Trouble.FAULT)
        taken = 0
        while taken < len(data):
            written = wintypes.DWORD()
            piece = data[taken : taken + 65_536]
            if not _SPOOLER.WritePrinter(handle, piece, len(piece), ctypes.byref(written)) or not written.value:
                _SPOOLER.AbortPrinter(handle)
                return Sent(Reached.PART, Trouble.FAULT)
            taken += written.value
        return Sent(Reached.ALL) if _SPOOLER.EndDocPrinter(handle) else Sent(Reached.PART, Trouble.FAULT)
    finally:
        _SPOOLER.ClosePrinter(handle)
