"""A window becomes as large as it is told, on every system."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from kiosk.demo.checkout.stage import Stage
from kiosk.demo.checkout.states import STATES
from kiosk.demo.checkout.windows import WINDOWS, WindowStage


def test_the_station_has_no_height_for_a_width(stage: Stage) -> None:
    """On Windows Qt makes a window that has one as high as its layout wishes in the scale of the size before.
    `tests/e2e/test_windows_window.py` shows it there; here there is only the question to ask."""
    STATES["main"](stage)
    layout = stage.window.layout()
    assert layout is not None
    assert layout.hasHeightForWidth(), "else the question would be idle"
    assert not stage.window.hasHeightForWidth()


@pytest.mark.parametrize("name", WINDOWS)
def test_windows_without_a_station_have_none(qapp: QApplication, name: str) -> None:
    stage = WindowStage("light", "zh_TW", name)
    assert not stage.show().hasHeightForWidth()
    stage.close()
