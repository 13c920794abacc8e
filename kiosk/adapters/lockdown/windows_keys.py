"""Keys of Windows' own, kept from it while a station for customers is on the screen: a hook below every window.

Ctrl Alt Del is nobody's but Windows'; so is Win L. Keyboard Filter takes those (docs/kiosk-lockdown.md). The hook is
called on the thread that set it, which has to handle its messages: the GUI's.
"""

from __future__ import annotations

import ctypes
import sys
from typing import Any

_TAB, _ESCAPE, _SPACE, _F4 = 0x09, 0x1B, 0x20, 0x73
_WIN, _APPS, _SLEEP, _LAUNCH = frozenset({0x5B, 0x5C}), 0x5D, 0x5F, range(0xA6, 0xB8)
"""Browser keys, volume keys and keys that start programs."""
_CONTROL, _SHIFT = 0x11, 0x10
_ALT_DOWN = 0x20
_LOW_LEVEL = 13


def belongs_to_windows(key: int, *, alt: bool, control: bool) -> bool:
    """Whether Windows would do something with the key. `key`: a virtual key code; `alt`, `control`: held meanwhile."""
    if key in _WIN or key in _LAUNCH or key in (_APPS, _SLEEP):
        return True
    if alt and key in (_TAB, _ESCAPE, _SPACE, _F4):
        return True
    return control and key == _ESCAPE  # also with Shift: the task manager


class _Key(ctypes.Structure):
    """KBDLLHOOKSTRUCT."""

    _fields_ = (
        ("key", ctypes.c_uint32),
        ("scan", ctypes.c_uint32),
        ("flags", ctypes.c_uint32),
        ("time", ctypes.c_uint32),
        ("extra", ctypes.c_size_t),
    )


class SystemKeys:
    """Keeps keys from the system between `hold` and `release`. Elsewhere than on Windows it does nothing: there it is
    the desktop, or its absence, that decides."""

    def __init__(self) -> None:
        self._hook: Any = None
        self._call: Any = None

    def hold(self) -> bool:
        """From now on. False where nothing is kept."""
        if sys.platform == "win32":
            if self._hook is not None:
                return True
            user: Any = ctypes.WinDLL("user32", use_last_error=True)
            result = ctypes.c_ssize_t
            kind: Any = ctypes.WINFUNCTYPE(result, ctypes.c_int, ctypes.c_size_t, ctypes.c_void_p)
            user.SetWindowsHookExW.restype = ctypes.c_void_p
            user.SetWindowsHookExW.argtypes = (ctypes.c_int, kind, ctypes.c_void_p, ctypes.c_uint32)
            user.CallNextHookEx.restype = result
            user.CallNextHookEx.argtypes = (ctypes.c_void_p, ctypes.c_int, ctypes.c_size_t, ctypes.c_void_p)
            user.GetAsyncKeyState.restype = ctypes.c_short

            def look(code: int, what: int, where: int) -> int:
                if code == 0:
                    key = ctypes.cast(where, ctypes.POINTER(_Key)).contents
                    control = bool(user.GetAsyncKeyState(_CONTROL) & 0x8000)
                    if belongs_to_windows(key.key, alt=bool(key.flags & _ALT_DOWN), control=control):
                        return 1
                return int(user.CallNextHookEx(None, code, what, where))

            self._call = kind(look)  # as long as the hook stands, or Windows calls what is not there any more
            self._hook = user.SetWindowsHookExW(_LOW_LEVEL, self._call, None, 0)
            return self._hook is not None
        else:  # noqa: RET505  (so that the type checker passes over what is not of its platform)
            return False

    def release(self) -> None:
        """The system has its keys again."""
        if sys.platform == "win32" and self._hook is not None:
            user: Any = ctypes.WinDLL("user32", use_last_error=True)
            user.UnhookWindowsHookEx(ctypes.c_void_p(self._hook))
            self._hook = self._call = None
