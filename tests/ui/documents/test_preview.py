"""A document on the screen."""

from __future__ import annotations

import numpy as np
import pytest
import zxingcpp
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kiosk.domain.documents.blocks import Qr, Text
from kiosk.domain.documents.paper import A4, BADGE, ROLL_80
from kiosk.ui.context import Ui
from kiosk.ui.documents.pictures import grey_values
from kiosk.ui.documents.preview import DocumentView
from kiosk.ui.i18n import I18n
from kiosk.ui.theme import load_theme
from tests.ui.documents.samples import document, everything

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")  # offscreen's own


@pytest.fixture
def view(qapp: QApplication, qtbot: QtBot) -> DocumentView:
    theme = load_theme("light")
    made = DocumentView(Ui(theme, I18n(theme, "en")))
    qtbot.addWidget(made)
    made.resize(420, 600)
    made.show()
    return made


def content(view: DocumentView) -> QWidget:
    found = view.widget()
    assert found is not None
    return found


def shown(view: DocumentView) -> QImage:
    QApplication.processEvents()
    return view.viewport().grab().toImage()


def ink(view: DocumentView) -> int:
    return int((grey_values(shown(view).convertToFormat(QImage.Format.Format_Grayscale8)) < 90).sum())


def test_a_document_fills_the_width_and_is_scrolled(view: DocumentView) -> None:
    view.show_document(everything(), ROLL_80)
    assert view.pages == 1
    page = content(view)
    QApplication.processEvents()
    assert page.width() == view.viewport().width()
    assert view.verticalScrollBar().isVisible()
    assert page.height() > 2 * view.viewport().height()
    first = ink(view)
    assert first > 500
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert ink(view) > 100
    view.show_document(everything("en"), ROLL_80)
    assert bar.value() == 0


def test_what_is_painted_piece_by_piece_is_what_is_painted_at_once(view: DocumentView) -> None:
    view.show_document(everything(), ROLL_80)
    QApplication.processEvents()
    page = content(view)
    whole = page.grab().toImage()
    for top in range(0, page.height() - 50, 173):
        part = page.grab(page.rect().adjusted(0, top, 0, top + 50 - page.height())).toImage()
        assert part == whole.copy(0, top, page.width(), 50)


def test_pages_stand_below_each_other_and_follow_the_window(view: DocumentView) -> None:
    view.show_document(document(*[Text(str(at)) for at in range(150)]), A4)
    assert view.pages > 2
    narrow = content(view).height()
    view.resize(700, 600)
    QApplication.processEvents()
    assert content(view).height() > narrow


def test_pages_settle_whether_or_not_there_is_a_bar(view: DocumentView) -> None:
    """A bar that comes makes the view narrower, and so the page shorter: it must not go again for that."""
    view.show_document(everything(), ROLL_80)
    page = content(view)
    for more in range(-40, 40):
        view.resize(420, page.height() + more)
        QApplication.processEvents()
        assert page.width() == 420 - view.verticalScrollBar().sizeHint().width()
        assert view.verticalScrollBar().isVisible() is (page.height() > view.viewport().height())


def test_its_symbol_can_be_scanned_from_the_screen(view: DocumentView) -> None:
    view.show_document(document(Qr("KT1:0123456789", mm=30)), BADGE)
    grey = grey_values(shown(view).convertToFormat(QImage.Format.Format_Grayscale8))
    assert [code.text for code in zxingcpp.read_barcodes(np.ascontiguousarray(grey))] == ["KT1:0123456789"]


def test_nothing_is_shown_of_nothing(view: DocumentView) -> None:
    view.show_document(document(Text("x")), A4)
    view.show_document(None, A4)
    assert view.pages == 0
    assert ink(view) == 0
