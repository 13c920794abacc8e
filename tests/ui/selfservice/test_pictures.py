"""Pictures of the attract loop: read from a folder, of the campaign after which they are named."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from kiosk.demo.checkout.stage import Stage
from kiosk.demo.selfservice.states import attract_picture
from kiosk.stage_files import read_pictures
from kiosk.ui.customer.posters import slides
from kiosk.ui.stations.selfservice.attract import AttractScreen


def picture(colour: str) -> QImage:
    image = QImage(400, 300, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    return image


def test_pictures_come_by_their_names_and_what_is_none_is_passed_over(tmp_path: Path, qapp: QApplication) -> None:
    for name in ("b.png", "a.jpg", "c.png"):
        assert picture("red").save(str(tmp_path / name))
    (tmp_path / "notes.txt").write_text("no picture", encoding="utf-8")
    found = read_pictures(tmp_path, 2, 100)
    assert [(name, max(image.width(), image.height())) for name, image in found] == [("a", 100), ("b", 100)]
    assert read_pictures(tmp_path / "none", 2, 100) == []


def test_each_campaign_takes_turns_with_each_of_its_pictures(station: Stage) -> None:
    attract_picture(station)
    flow = station.selfservice.flow
    screen = flow.screen
    assert isinstance(screen, AttractScreen)
    first = flow.posters[0]
    other = replace(first, campaign=f"{first.campaign}-2")
    tea, cake, hall = picture("red"), picture("green"), picture("blue")
    named = [(first.campaign, tea), (f"{other.campaign}-b", cake), ("hall", hall)]
    assert slides([first, other], named) == [(first, tea), (other, cake), (None, hall)]
    assert slides([first, other], named[:1]) == [(first, tea), (other, None)]
    assert slides([], []) == [(None, None)]
    assert slides([], named[2:]) == [(None, hall)]
    flow.pictures = [("hall", hall)]
    count = len(flow.posters) + 1
    seen = []
    for _ in range(count):
        seen.append(screen.poster)
        screen._on_turn()
    assert seen == [*flow.posters, None]
