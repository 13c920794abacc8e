"""Goods of a sale come back line by line: by keyboard, by mouse, in three languages; and the paper of it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from kiosk.application.sales.outcomes import Returned
from kiosk.demo.checkout.return_states import RETURN_STATES, part_of_newest, sold_articles
from kiosk.demo.checkout.stage import Stage
from kiosk.domain.campaigns.happenings import Item
from kiosk.domain.documents.blocks import Pair
from kiosk.domain.texts import LANGUAGES
from kiosk.ui.stations.checkout.undo_papers import return_paper
from kiosk.ui.stations.checkout.void_sheet import VoidSheet
from tests.ui.conftest import MakeStage
from tests.ui.hands import notice, sales, undone
from tests.ui.screen_law import problems

ENTER = Qt.Key.Key_Return
_CHINESE = ["4710088430014 × 2", "4710088430021 × 1"]
_TEA = {"zh_TW": "茶品 8 折", "zh_CN": "茶品 8 折", "en": "20% off tea"}
_NAMES = {"zh_TW": _CHINESE, "zh_CN": _CHINESE, "en": ["2 × 4710088430014", "1 × 4710088430021"]}


def sheet_of(stage: Stage) -> VoidSheet:
    sheet = stage.window.overlay.sheet
    assert isinstance(sheet, VoidSheet)
    return sheet


def click(stage: Stage, button: QAbstractButton) -> None:
    assert button.isVisible()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=button.rect().center())
    stage.settle()


def test_articles_come_back_by_keyboard_for_what_the_rest_leaves(stage: Stage) -> None:
    RETURN_STATES["goods_back"](stage)
    sheet = sheet_of(stage)
    assert [line.pieces for line in sheet.goods.lines] == [2, 1, 0, 0]
    assert [line.paid.text() for line in sheet.goods.lines[:1]] == ["NT$200 × 3 · 實付 NT$418"]
    assert sheet.goods.reasons == [("茶品 8 折", "− NT$152"), ("金卡會員日", "− NT$38"), ("滿 400 減 60", "− NT$60")]
    assert "NT$510" in sheet.go.words()
    stage.key(ENTER)
    (fact,) = undone(stage)
    assert (fact.body["amount"], fact.body["reason"]) == (510_00, "goods_returned")
    assert [(row["sku"], row["pieces"]) for row in fact.body["items"]] == [("4710088430014", 2), ("4710088430021", 1)]
    assert "NT$510" in notice(stage)
    part_of_newest(stage)
    assert [line.goods.left for line in sheet_of(stage).goods.lines] == [1, 2, 1]


def test_articles_come_back_by_mouse_and_nothing_is_no_return(stage: Stage) -> None:
    sold_articles(stage)
    part_of_newest(stage)
    sheet = sheet_of(stage)
    assert not sheet.go.isEnabled()
    tea = sheet.goods.lines[0]
    for button in (tea.more, tea.row, tea.more, tea.more, tea.less):
        click(stage, button)
    assert tea.count.text() == "2 / 3"
    for _ in range(3):
        click(stage, tea.less)
    assert not sheet.go.isEnabled()
    click(stage, tea.more)
    assert problems(stage.window) == []
    click(stage, sheet.go)
    assert [row["pieces"] for row in undone(stage)[0].body["items"]] == [1]


def test_amounts_of_categories_by_the_keys_on_the_screen(stage: Stage) -> None:
    RETURN_STATES["categories_back"](stage)
    sheet = sheet_of(stage)
    assert sheet.goods.lines[0].amount.text() == "150"
    for key in ("clear", "2", "0", "1"):
        click(stage, sheet.goods.keypad.key(key))
    assert "不超過剩下的金額" in sheet.problem.text()
    assert not sheet.go.isEnabled()
    click(stage, sheet.goods.keypad.key("back"))
    stage.key(Qt.Key.Key_Down)
    stage.type("120")
    stage.key(ENTER)
    (fact,) = undone(stage)
    assert fact.body["by_category"] == [["food", 20_00], ["tea", 120_00]]
    assert fact.body["left"]["goods"] == 360_00


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("state", sorted(RETURN_STATES))
def test_the_sheet_fits_the_smallest_screen(make_stage: MakeStage, state: str, language: str) -> None:
    stage = make_stage("light", language)
    stage.window.resize(1024, 600)
    RETURN_STATES[state](stage)
    assert problems(stage.window) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_paper_says_what_came_back_and_why_it_is_less(stage: Stage, language: str) -> None:
    txn = sold_articles(stage)
    back = Returned(items=(Item("4710088430014", "", 2, -1), Item("4710088430021", "", 1, -1)))
    clerk = stage.window.actor
    assert clerk is not None
    voided = stage.api.return_goods(txn, back, "goods_returned", clerk)
    terminal = stage.api.terminal()
    paper = return_paper(voided, back, clerk.name, sales(stage)[0].at, terminal, language)  # type: ignore[arg-type]
    said = [(block.left, block.right.replace("\xa0", "")) for block in paper.blocks if isinstance(block, Pair)]
    money = [right for _left, right in said]
    assert [name for name, right in said if right in ("NT$400", "NT$360")] == _NAMES[language]
    less = next(right for name, right in said if name == _TEA[language])
    assert "152" in less
    assert money.index("NT$400") < money.index(less) < money.index("NT$510")
