"""`kiosk run` on Windows: a real window of the system, over an encrypted ledger, in step with HQ, made smaller and
closed as a person does it."""

from __future__ import annotations

import ctypes
import os
import struct
import subprocess
import sys
from typing import Any

import pytest

from kiosk.adapters.db.verify import verify
from kiosk.processes import program
from tests.e2e.hands import Wait
from tests.e2e.shop import ROOT, Shop

pytestmark = pytest.mark.skipif(sys.platform != "win32", reason="looks for a window of Windows")

_CLOSE = 0x10
_LEAST_WIDTH = 640
_NO_MOVE = 0x2 | 0x4 | 0x10  # nor another place in the pile, nor the focus
_SIZES = ((1100, 650), (1000, 560), (1200, 740))
"""With the frame. A page as high as its layout wishes at the new width would not fit into any of them."""


def test_it_opens_a_window_of_any_size_and_ends_when_that_is_closed(shop: Shop, wait: Wait) -> None:
    around = {name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM"}
    command = [*program(), "run", "--data", str(shop.settings.data_dir), "--language", "en"]
    found: list[int] = []
    became: list[tuple[int, int]] = []

    def opened() -> bool:
        found[:] = _windows()
        return bool(found) or running.poll() is not None

    with (
        (shop.folder / "run.log").open("wb") as log,
        subprocess.Popen(command, stdout=log, stderr=log, cwd=ROOT, env=around) as running,
    ):
        wait(opened)
        if found:
            became = [_resized(found[0], *size) for size in _SIZES]
            _post_close(found[0])
        code = running.wait()
    said = (shop.folder / "run.log").read_text("utf-8", errors="replace")
    assert found, said
    assert code == 0, said
    assert tuple(became) == _SIZES
    report = verify(shop.settings.ledger_path, shop.key())
    assert report.sound, report.problem


def _windows() -> list[int]:
    """Visible windows of Qt that are as large as a page."""
    found: list[int] = []
    user = _user()

    def look(window: int, _more: int) -> bool:
        kind = ctypes.create_unicode_buffer(200)
        user.GetClassNameW(ctypes.c_void_p(window), kind, 200)
        visible = user.IsWindowVisible(ctypes.c_void_p(window))
        if visible and _size(window)[0] >= _LEAST_WIDTH and kind.value.startswith("Qt"):
            found.append(window)
        return True

    call: Any = vars(ctypes)["WINFUNCTYPE"](ctypes.c_bool, ctypes.c_void_p, ctypes.c_void_p)
    user.EnumWindows(call(look), None)
    return found


def _size(window: int) -> tuple[int, int]:
    box = ctypes.create_string_buffer(16)
    _user().GetWindowRect(ctypes.c_void_p(window), box)
    left, top, right, bottom = struct.unpack("4i", box.raw)
    return right - left, bottom - top


def _resized(window: int, width: int, height: int) -> tuple[int, int]:
    """What it is after it was told to become so large."""
    _user().SetWindowPos(ctypes.c_void_p(window), None, 0, 0, width, height, _NO_MOVE)
    return _size(window)


def _post_close(window: int) -> None:
    assert _user().PostMessageW(ctypes.c_void_p(window), _CLOSE, None, None)


def _user() -> Any:
    return vars(ctypes)["WinDLL"]("user32")
