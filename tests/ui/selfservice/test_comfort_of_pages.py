"""A session of somebody who cannot use a screen as others do: by keypad, spoken, larger, and forgotten afterwards."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from kiosk.demo.checkout.stage import Stage
from kiosk.demo.selfservice.states import home, tap
from kiosk.ui.comfort import Comfort, Letters
from kiosk.ui.stations.selfservice.station import SelfServiceStation
from tests.ui.selfservice.comfort_law import press


def flow_of(stage: Stage) -> SelfServiceStation:
    station = stage.window.station
    assert isinstance(station, SelfServiceStation)
    return station


def shown(stage: Stage) -> str:
    screen = flow_of(stage).flow.screen
    return "" if screen is None else screen.name


def test_arrows_enter_back_and_help_are_enough(station: Stage) -> None:
    home(station)
    for arrow in (Qt.Key.Key_Down, Qt.Key.Key_Right) * 30:
        focused = QApplication.focusWidget()
        if focused is not None and focused.objectName() == "tile_points":
            break
        press(arrow)
    press(Qt.Key.Key_Return)
    station.settle()
    assert shown(station) == "points"
    press(Qt.Key.Key_F1)
    station.settle()
    assert shown(station) == "help"
    press(Qt.Key.Key_Escape)
    station.settle()
    press(Qt.Key.Key_Escape)
    station.settle()
    assert shown(station) == "home"


def test_every_page_says_what_it_is(station: Stage) -> None:
    said: list[str] = []
    station.window.ui.voice.said.connect(lambda words, _now: said.append(words))
    home(station)
    tap(station, "tile_points")
    screen = flow_of(station).flow.screen
    assert screen is not None
    assert screen.heading() in said


def test_what_somebody_wanted_goes_with_them(station: Stage) -> None:
    home(station)
    tap(station, "comfort", "letters_largest", "comfort_contrast")
    ui = station.window.ui
    assert ui.comfort.letters is Letters.LARGEST
    tap(station, "comfort_good", "end")
    station.settle()
    assert ui.comfort == Comfort()
    assert ui.theme.name == "light"
    assert all(not key.property("lit") for key in station.window.findChildren(QPushButton))
