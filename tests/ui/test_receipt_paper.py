"""The receipt on the screen: one paper, written anew for every sale."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from kiosk.application.sales.outcomes import AppliedLine, SaleView
from kiosk.demo.store.clock import NOW
from kiosk.domain.texts import LocalText
from kiosk.ui.context import Ui
from kiosk.ui.documents.receipt_paper import ReceiptPaper
from kiosk.ui.i18n import I18n
from kiosk.ui.theme import load_theme
from kiosk.ui.widgets.basics import ElidedText
from tests.ui.samples import TERMINAL

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")  # offscreen's own


@pytest.fixture
def ui(qapp: QApplication) -> Ui:
    theme = load_theme("light")
    i18n = I18n(theme, "en")
    i18n.set_store("Asia/Taipei", "TWD")
    return Ui(theme, i18n)


def line(name: str, off: int, gift: str | None = None) -> AppliedLine:
    words = LocalText(name, name, name)
    return AppliedLine(name, name, words, off, None if gift is None else LocalText(gift, gift, gift))


PLAIN = SaleView("t1", "R-1", NOW, "Ann", 46_200, 46_200, "TWD", (), None)
RICH = replace(
    PLAIN, receipt="R-2", total=40_000, lines=(line("Two", 5_000, "Mug"), line("One", 1_200)), masked_name="C*n"
)
VOIDED = replace(RICH, receipt="R-3", voided_at=NOW, voided_by="Bob", void_reason="other: wrong till")


def shown(paper: ReceiptPaper) -> list[str]:
    """What can be read, from top to bottom, left to right."""
    labels = [label for label in paper.findChildren(QLabel) if label.isVisible() and label.text()]
    return [label.text() for label in sorted(labels, key=lambda one: (one.geometry().center().y(), one.x()))]


def test_each_sale_leaves_nothing_of_the_one_before(ui: Ui, qtbot: QtBot) -> None:
    fresh: dict[str, list[str]] = {}
    for sale in (PLAIN, RICH, VOIDED):
        paper = ReceiptPaper(ui)
        qtbot.addWidget(paper)
        paper.show_sale(sale, TERMINAL)
        paper.resize(360, 600)
        paper.show()
        QApplication.processEvents()
        fresh[sale.receipt] = shown(paper)
    # the paper of the last one is written again and again
    for sale in (RICH, PLAIN, VOIDED, PLAIN, RICH):
        paper.show_sale(sale, TERMINAL)
        QApplication.processEvents()
        assert shown(paper) == fresh[sale.receipt]
    paper.show_sale(None, None)
    QApplication.processEvents()
    assert shown(paper) == []


def test_a_receipt_reads_from_the_goods_to_what_was_saved(ui: Ui, qtbot: QtBot) -> None:
    paper = ReceiptPaper(ui)
    qtbot.addWidget(paper)
    paper.resize(360, 600)
    paper.show()
    paper.show_sale(VOIDED, None)
    QApplication.processEvents()
    assert shown(paper)[:5] == ["Receipt R-3", "Ann", "Member", "C*n", "Goods"]
    words = shown(paper)
    order = ["NT$462", "Mug", "− NT$50", "− NT$12", "NT$400", "NT$62"]
    assert [words.index(one) for one in order] == sorted(words.index(one) for one in order)
    assert any("Bob" in one for one in words[words.index("NT$62") :])


def test_a_name_that_was_cut_is_whole_in_the_tool_tip_and_another_one_is_not(qtbot: QtBot) -> None:
    name = ElidedText()
    qtbot.addWidget(name)
    name.resize(60, 20)
    name.show()
    name.setText("a very long name of a very long coupon")
    assert name.toolTip() == name.text()
    name.setText("short")
    assert name.toolTip() == ""
