"""The enrolment page, by keyboard and by mouse, with whatever is typed and whatever HQ answers."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.application.ports.faults import LedgerFull
from kiosk.application.sync.enrolment import EnrolmentRefusal
from kiosk.domain.texts import LANGUAGES
from kiosk.ui.context import Ui
from kiosk.ui.i18n import I18n
from kiosk.ui.shell.enrolment import EnrolmentWindow, refusal_text
from kiosk.ui.tasks import TaskRunner
from kiosk.ui.theme import load_theme
from tests.ui.screen_law import problems

ADDRESS, CODE = "hq.example.com", "abcd-1234"


class Hq:
    """An EnrolPort that answers what it is told to, when it is told to."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, str]] = []
        self.answer: EnrolmentRefusal | Exception | None = None
        self.open = threading.Event()
        self.open.set()

    def __call__(self, address: str, code: str) -> EnrolmentRefusal | None:
        self.asked.append((address, code))
        self.open.wait()
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer


class Desk:
    """The window, its fields and the one who types."""

    def __init__(self) -> None:
        theme = load_theme("light")
        self.i18n = I18n(theme, "en")
        self.hq, self.tasks, self.done = Hq(), TaskRunner(), 0
        self.window = EnrolmentWindow(Ui(theme, self.i18n), self.tasks, self.hq)
        self.page = self.window.page
        self.window.enrolled.connect(self._on_enrolled)
        self.window.show()
        self.window.activateWindow()
        self.settle()

    def _on_enrolled(self) -> None:
        self.done += 1

    def settle(self) -> None:
        for _ in range(3):
            QApplication.processEvents()
            while self.tasks.pending and self.hq.open.is_set():
                QApplication.processEvents()

    def keys(self, *keys: str | Qt.Key) -> None:
        for key in keys:
            target = QApplication.focusWidget() or self.window
            if isinstance(key, str):
                QTest.keyClicks(target, key)
            else:
                QTest.keyClick(target, key)
        self.settle()

    def close(self) -> None:
        self.hq.open.set()
        self.window.close()
        self.tasks.close()
        self.window.deleteLater()
        self.i18n.remove()


@pytest.fixture
def desk(qapp: QApplication) -> Iterator[Desk]:
    made = Desk()
    yield made
    made.close()


def test_by_keyboard_alone(desk: Desk) -> None:
    desk.keys(ADDRESS, Qt.Key.Key_Return, CODE, Qt.Key.Key_Return)
    assert desk.hq.asked == [("https://hq.example.com", "ABCD-1234")]
    assert desk.done == 1


def test_by_mouse_and_paste(desk: Desk) -> None:
    QApplication.clipboard().setText(" ｈｔｔｐｓ：／／hq.example.com/ ")
    desk.page.address.paste()
    desk.page.code.setFocus()
    QApplication.clipboard().setText("ａｂｃｄ－１２３４\n")
    desk.page.code.paste()
    QTest.mouseClick(desk.page.go, Qt.MouseButton.LeftButton)
    desk.settle()
    assert desk.hq.asked == [("https://hq.example.com", "ABCD-1234")]


def test_a_storm_of_enter_asks_once(desk: Desk) -> None:
    desk.hq.open.clear()
    desk.page.address.setText(ADDRESS)
    desk.page.code.setText(CODE)
    desk.keys(*[Qt.Key.Key_Return] * 8)
    assert desk.page.go.words() == "Connecting…"
    assert not desk.page.go.isEnabled()
    desk.hq.open.set()
    desk.settle()
    assert len(desk.hq.asked) == 1
    assert desk.done == 1


NO_ADDRESSES = ["", "   ", "h q", "ftp://hq", "https://", "https://a@b", "\u202ehq", "hq\x00", "😀" * 300]


@pytest.mark.parametrize("typed", NO_ADDRESSES)
def test_what_is_no_address_is_said_so(desk: Desk, typed: str) -> None:
    desk.page.address.setText(typed)
    desk.page.code.setText(CODE)
    desk.page.submit()
    assert "no address" in desk.page.problem.text()
    assert desk.page.address.hasFocus()
    assert desk.hq.asked == []
    assert problems(desk.window) == []
    desk.page.address.selectAll()
    desk.keys("h")
    assert not desk.page.problem.isVisible()


def test_what_is_missing_is_said(desk: Desk) -> None:
    desk.page.submit()
    assert desk.page.problem.text() == "Key in HQ’s address and the code first."
    desk.page.address.setText(ADDRESS)
    desk.page.submit()
    assert "the code first" in desk.page.problem.text()
    assert desk.page.code.hasFocus()


@pytest.mark.parametrize("refusal", EnrolmentRefusal)
def test_every_no_of_hq_has_words_in_every_language(desk: Desk, refusal: EnrolmentRefusal) -> None:
    desk.hq.answer = refusal
    desk.keys(ADDRESS, Qt.Key.Key_Return, CODE, Qt.Key.Key_Return)
    assert desk.done == 0
    said = set()
    for _ in LANGUAGES:
        assert desk.page.problem.text() == refusal_text(refusal)
        said.add(desk.page.problem.text())
        desk.settle()
        assert problems(desk.window) == []
        desk.keys(Qt.Key.Key_F2)
    assert len(said) == len(LANGUAGES)
    desk.hq.answer = None
    desk.keys(Qt.Key.Key_Return)
    assert desk.done == 1


@pytest.mark.parametrize(
    ("fault", "words"), [(LedgerFull("x"), "The disk of this terminal is full"), (ValueError("x"), "unexpected")]
)
def test_a_fault_says_what_to_do(desk: Desk, fault: Exception, words: str, qtbot: QtBot) -> None:
    desk.hq.answer = fault
    desk.keys(ADDRESS, Qt.Key.Key_Return, CODE, Qt.Key.Key_Return)
    assert words in desk.page.problem.text()
    assert desk.page.go.isEnabled()


def test_the_language_is_chosen_by_mouse(desk: Desk) -> None:
    QTest.mouseClick(desk.window.languages["zh_TW"], Qt.MouseButton.LeftButton)
    desk.settle()
    assert desk.page.title.text() == "設定這台終端"
    assert [language for language, button in desk.window.languages.items() if button.isChecked()] == ["zh_TW"]
