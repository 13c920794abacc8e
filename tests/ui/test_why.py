"""Why a sale costs and brings what it does (F1)."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from kiosk.application.campaigns.outcomes import CheckView, RuleExplained
from kiosk.application.sales.outcomes import Explained, LeftOut
from kiosk.demo.checkout.stage import Stage
from kiosk.demo.checkout.states import STATES
from kiosk.demo.store.clock import NOW
from kiosk.domain.campaigns.rewards import Outcome, RewardKind
from kiosk.domain.refusals import Refusal, RefusalCode
from kiosk.domain.texts import LocalText
from kiosk.ui.stations.checkout.explain_sheet import (
    ROWS_AT_FIRST,
    ROWS_AT_ONCE,
    Entry,
    ExplainSheet,
    entries_of,
)
from kiosk.ui.stations.checkout.machine import Phase
from tests.ui.hands import (
    DOWN,
    ENTER,
    ESC,
    F1,
    F6,
    UP,
    explain_of,
    is_open,
    press,
    visit_of,
    words_in,
)
from tests.ui.samples import CAMPAIGN, FEAST, MOONCAKE, reward

# --- why -------------------------------------------------------------------------------------------------------------


def rows(sheet: ExplainSheet) -> list[Entry]:
    return [row.entry for row in sheet.rows]


def test_why_begins_with_the_price_and_then_what_was_given(stage: Stage) -> None:
    stage.basket()
    stage.key(F1)
    sheet = explain_of(stage)
    entries = rows(sheet)
    names = [entry.name for entry in entries]
    assert names[:5] == ["金卡會員日", "滿 400 減 60", "茶品 8 折", "新品試用裝", "生日券"]
    assert [entry.state for entry in entries[:5]] == ["已計入", "已計入", "未使用", "未使用", "未使用"]
    assert entries[4].note == "不可與「滿 400 減 60」併用。"
    states = [entry.state for entry in entries[5:]]
    order = ["已給", "差一點", "累計中", "已達上限", "已送完", "未符合"]
    assert sorted(states, key=order.index) == states
    assert next(entry for entry in entries if entry.name == "滿 400 送月餅券").note == "消費 NT$379，需滿 NT$400"
    assert names[-1] == "整個活動", "what is not running comes last"
    assert "消費 · 今天 14:26\n" in words_in(sheet)
    assert visit_of(stage).txn not in words_in(sheet)


def test_why_by_keyboard(stage: Stage) -> None:
    stage.basket()
    stage.key(F1)
    sheet = explain_of(stage)
    assert sheet.rows[0].button.hasFocus()
    for _ in range(4):
        stage.key(DOWN)
    assert sheet.rows[4].button.hasFocus()
    stage.key(ENTER)
    assert is_open(sheet.rows[4])
    assert "不可併用：不可與「滿 400 減 60」併用。" in words_in(sheet.rows[4])
    stage.key(Qt.Key.Key_Left)
    assert not is_open(sheet.rows[4])
    stage.key(Qt.Key.Key_Right)
    assert is_open(sheet.rows[4])
    stage.key(Qt.Key.Key_Space, " ")
    assert not is_open(sheet.rows[4])
    stage.key(Qt.Key.Key_End)
    assert sheet.rows[-1].button.hasFocus()
    assert sheet.rows[-1].button.visibleRegion().boundingRect().height() > 40, "the list has scrolled"
    stage.key(ENTER)
    details = [label for label in sheet.rows[-1].findChildren(QLabel) if label.isVisible()]
    assert details[-1].visibleRegion().boundingRect().height() > 10, "what was opened can be read"
    stage.key(Qt.Key.Key_Home)
    assert sheet.rows[0].button.hasFocus()
    stage.key(UP)
    stage.key(Qt.Key.Key_PageDown)
    assert sheet.rows[6].button.hasFocus()
    stage.key(ESC)
    assert stage.window.overlay.sheet is None
    assert stage.checkout.page.hasFocus()


def test_why_by_mouse(stage: Stage) -> None:
    STATES["platinum"](stage)
    assert stage.checkout.page.quote.why.text() == "2 項未用：為什麼  F1"
    press(stage, "why")
    sheet = explain_of(stage)
    at = next(at for at, row in enumerate(sheet.rows) if row.entry.name == "滿 800 現折 50")
    assert sheet.rows[at].entry.note == "不可與「鉑金禮遇 92 折」併用。", (
        "a discount that is no coupon has its reason too"
    )
    press(stage, f"entry_{at}")
    assert is_open(sheet.rows[at])
    press(stage, f"entry_{at}")
    assert not is_open(sheet.rows[at])
    press(stage, "sheet_close")
    assert stage.window.overlay.sheet is None


def test_every_check_is_behind_a_rule(stage: Stage) -> None:
    STATES["explain_open"](stage)
    sheet = explain_of(stage)
    opened = [row for row in sheet.rows if row.open]
    assert [row.entry.name for row in opened] == ["限量公仔"]
    assert [words for _tone, words in opened[0].entry.details] == [
        "✓ 階段：主活動期",
        "✓ 消費 NT$750（滿 NT$100）",
        "✓ 上限：每位會員 1 次，已用 0 次",
        "✗ 這裡已無庫存：限量公仔",
    ]
    assert "✓ 消費 NT$750（滿 NT$100）" in words_in(sheet)
    stage.i18n.set_language("en")
    stage.settle()
    assert "✓ bought for NT$750 (from NT$100)" in words_in(sheet), "open rows stay open in another language"


def test_why_of_a_sale_among_the_last_ones(stage: Stage) -> None:
    stage.sign_in()
    stage.key(F6)
    for _ in range(3):
        stage.key(DOWN)
    press(stage, "recent_why")
    sheet = explain_of(stage)
    assert sheet.voided.isVisible()
    assert sheet.rows[-1].entry.name == "依據流水 2 筆"
    stage.key(Qt.Key.Key_End)
    stage.key(ENTER)
    assert "消費 · 流水第 25 筆" in words_in(sheet)
    assert "d-01" not in words_in(sheet), "no number of ours but the receipt's"
    stage.key(ESC)
    stage.key(F6)
    stage.key(F1)
    assert "S02-02-000006" in explain_of(stage).about.text()


def test_why_of_the_sale_just_made(stage: Stage) -> None:
    STATES["done_rewards"](stage)
    press(stage, "why_done")
    assert any(entry.name == "積分折抵：3,400 積分" for entry in rows(explain_of(stage)))
    stage.key(ESC)
    assert stage.checkout.flow.phase is Phase.DONE


def test_a_sale_that_is_not_known_any_more_says_so(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    stage.sign_in()
    stage.key(F6)
    monkeypatch.setattr(stage.api, "explain_sale", lambda txn: Refusal(RefusalCode.SALE_UNKNOWN))
    stage.key(F1)
    assert explain_of(stage).about.text() == "找不到交易：這台終端沒有這筆交易。"
    assert explain_of(stage).rows == []


def test_two_hundred_rules_are_shown_a_few_at_a_time(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    check = CheckView("weekdays", False, 6, (3,))
    names = [LocalText(f"規則 {n}", f"规则 {n}", f"Rule {n}") for n in range(200)]
    rules = tuple(RuleExplained(CAMPAIGN, name, name.en, Outcome.NOT_MET, (check,)) for name in names)
    monkeypatch.setattr(stage.api, "explain_visit", lambda visit: Explained("t", "purchased", NOW, rules))
    stage.basket()
    stage.key(F1)
    sheet = explain_of(stage)
    assert len(sheet.rows) == ROWS_AT_FIRST - 1, "and a heading"
    assert sheet.more.isVisible()
    stage.key(Qt.Key.Key_End)
    assert len(sheet.rows) == 2 * ROWS_AT_FIRST - 1, "who goes on gets more"
    press(stage, "entries_more")
    before = len(sheet.rows)
    stage.key(Qt.Key.Key_End)
    assert len(sheet.rows) == 200 > before
    assert not sheet.more.isVisible()
    stage.key(Qt.Key.Key_End)
    assert sheet.rows[199].button.hasFocus()
    assert not sheet.rows[199].button.visibleRegion().isEmpty()
    sheet._begin(iter(rows(sheet)))
    sheet._make_rows()
    assert len(sheet.rows) == ROWS_AT_ONCE, "one turn of the event loop"


def test_what_gave_something_comes_before_what_did_not(stage: Stage) -> None:
    given = RuleExplained(FEAST, CAMPAIGN, "r", Outcome.GRANTED, (), (reward("points", RewardKind.POINTS, 5),))
    unmet = RuleExplained(CAMPAIGN, CAMPAIGN, "r", Outcome.NOT_MET, (CheckView("member", False),))
    left = LeftOut("x9", Refusal(RefusalCode.NO_BENEFIT))
    closed = RuleExplained(MOONCAKE, None, "*", Outcome.NOT_MET, (CheckView("in_force", False),))
    explained = Explained("t", "purchased", NOW, (closed, unmet, given, closed), left_out=(left,))
    entries = list(entries_of(explained, stage.checkout.page.surroundings()))
    headings = [entry.name for entry in entries if entry.heading]
    assert headings == ["價格", "團圓年味", "老友新鄰", "月餅兌換券"]
    assert len(entries) == len(headings) + 4, "why a campaign is not running is said once"
    assert entries[1].name == "一張優惠券", "an id is nobody's to read"
