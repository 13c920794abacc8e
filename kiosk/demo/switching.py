"""The demo's terminal becomes another station, as a manager does it: Ctrl F9, a digit, a PIN."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt

from kiosk.demo.play import Play, Until
from kiosk.domain.stations import StationRole
from kiosk.ui.shell.signin.sheets import ApprovalSheet
from kiosk.ui.shell.switch import StationSheet

MANAGER, PIN = "s-101", "2469"


def become(play: Play, role: StationRole) -> Iterator[Until]:
    """By keyboard."""
    window = play.window
    play.press(Qt.Key.Key_F9, Qt.KeyboardModifier.ControlModifier)
    yield Until("stations to choose from", lambda: isinstance(window.overlay.sheet, StationSheet))
    sheet = window.overlay.sheet
    assert isinstance(sheet, StationSheet)
    names = [line.objectName() for line in sheet.rows]
    play.type(str(names.index(f"station_{role.value}") + 1))
    yield Until("a manager’s PIN is asked for", lambda: isinstance(window.overlay.sheet, ApprovalSheet))
    play.type(PIN + "\r")
    yield Until(f"the terminal is a {role.value}", lambda: play.keys_done and window.station.role is role)
    yield play.at_rest()
