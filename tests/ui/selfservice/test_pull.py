"""A list is pulled with a finger; what is pressed without pulling is pressed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea, QVBoxLayout, QWidget

from kiosk.ui.stations.selfservice.pull import Pull


class Listed(QScrollArea):
    """Thirty buttons of which a few are seen."""

    def __init__(self) -> None:
        super().__init__()
        self.resize(300, 300)
        inner = QWidget()
        lines = QVBoxLayout(inner)
        self.pressed: list[int] = []
        for at in range(30):
            button = QPushButton(str(at))
            button.clicked.connect(lambda _checked=False, at=at: self.pressed.append(at))
            lines.addWidget(button)
        self.setWidget(inner)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.pull = Pull(self)


@pytest.fixture
def listed(qapp: QApplication) -> Iterator[Listed]:
    made = Listed()
    made.show()
    qapp.processEvents()
    yield made
    made.deleteLater()
    qapp.sendPostedEvents(made, QEvent.Type.DeferredDelete)


def _pull(listed: Listed, begin: int, *path: int) -> None:
    handle = listed.windowHandle()
    QTest.mousePress(handle, Qt.MouseButton.LeftButton, pos=QPoint(50, begin))
    for y in path:
        QTest.mouseMove(handle, QPoint(50, y))
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=QPoint(50, path[-1] if path else begin))


def test_pulled_up_it_moves_and_presses_nothing(listed: Listed) -> None:
    _pull(listed, 200, 180, 120, 60)
    assert listed.verticalScrollBar().value() == 140
    assert listed.pressed == []
    _pull(listed, 60, 100, 290)
    assert listed.verticalScrollBar().value() == 0
    assert listed.pressed == []


def test_a_press_that_trembles_is_a_press_also_after_a_pull(listed: Listed) -> None:
    _pull(listed, 200, 150)
    listed.verticalScrollBar().setValue(0)
    button = listed.findChildren(QPushButton)[2]
    where = button.mapTo(listed, button.rect().center()).y()
    _pull(listed, where, where + 4)
    assert listed.pressed == [2]
    assert listed.verticalScrollBar().value() == 0


def test_what_lies_over_the_list_does_not_pull_it(listed: Listed) -> None:
    over = QWidget(listed)
    over.setGeometry(0, 0, 300, 300)
    over.show()
    over.raise_()
    _pull(listed, 200, 100)
    assert listed.verticalScrollBar().value() == 0


def test_a_list_that_is_seen_whole_stays(listed: Listed) -> None:
    listed.resize(300, 2_000)
    QApplication.processEvents()
    _pull(listed, 200, 100)
    assert listed.pressed == [] or listed.verticalScrollBar().maximum() == 0
