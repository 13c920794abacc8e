"""`kiosk run` on Windows: a real window of the system, over an encrypted ledger, in step with HQ, closed as a person
closes it."""

from __future__ import annotations

import ctypes
import os
import struct
import subprocess
import sys
from typing import Any

import pytest

from kiosk.adapters.db.verify import verify
from kiosk.hq_process import program
from tests.e2e.hands import Wait
from tests.e2e.shop import ROOT, Shop

pytestmark = pytest.mark.skipif(sys.platform != "win32", reason="looks for a window of Windows")

_CLOSE = 0x10
_LEAST_WIDTH = 640


def test_it_opens_a_window_and_ends_when_that_is_closed(shop: Shop, wait: Wait) -> None:
    around = {name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM"}
    command = [*program(), "run", "--data", str(shop.settings.data_dir), "--language", "en"]
    found: list[int] = []

    def opened() -> bool:
        found[:] = _windows()
        return bool(found) or running.poll() is not None

    with (
        (shop.folder / "run.log").open("wb") as log,
        subprocess.Popen(command, stdout=log, stderr=log, cwd=ROOT, env=around) as running,
    ):
        wait(opened)
        if found:
            _post_close(found[0])
        code = running.wait()
    said = (shop.folder / "run.log").read_text("utf-8", errors="replace")
    assert found, said
    assert code == 0, said
    report = verify(shop.settings.ledger_path, shop.key())
    assert report.sound, report.problem


def _windows() -> list[int]:
    """Visible windows of Qt that are as large as a page."""
    found: list[int] = []
    user, size = _user(), ctypes.create_string_buffer(16)

    def look(window: int, _more: int) -> bool:
        kind = ctypes.create_unicode_buffer(200)
        user.GetClassNameW(ctypes.c_void_p(window), kind, 200)
        user.GetWindowRect(ctypes.c_void_p(window), size)
        left, _top, right, _bottom = struct.unpack("4i", size.raw)
        visible = user.IsWindowVisible(ctypes.c_void_p(window))
        if visible and right - left >= _LEAST_WIDTH and kind.value.startswith("Qt"):
            found.append(window)
        return True

    call: Any = vars(ctypes)["WINFUNCTYPE"](ctypes.c_bool, ctypes.c_void_p, ctypes.c_void_p)
    user.EnumWindows(call(look), None)
    return found


def _post_close(window: int) -> None:
    assert _user().PostMessageW(ctypes.c_void_p(window), _CLOSE, None, None)


def _user() -> Any:
    return vars(ctypes)["WinDLL"]("user32")
