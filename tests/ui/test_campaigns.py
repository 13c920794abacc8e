"""Campaigns at the checkout: what the clerk says, what the price holds, why, and what can be done for a member."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton, QWidget

from kiosk.adapters.printing.receipt_text import write_text
from kiosk.application.campaigns.outcomes import ActionKind, CheckView, RuleExplained
from kiosk.application.sales.outcomes import Explained, LeftOut, Visit
from kiosk.demo.checkout.campaigns import CAMPAIGN, FEAST, MOONCAKE, reward
from kiosk.demo.checkout.states import STATES, Stage
from kiosk.demo.checkout.store import NOW, TERMINAL, DemoApi
from kiosk.domain.campaigns.rewards import Outcome, RewardKind
from kiosk.domain.refusals import Refusal, RefusalCode
from kiosk.domain.texts import LANGUAGES, LocalText
from kiosk.ui.documents.receipt_files import ReceiptFiles
from kiosk.ui.stations.checkout.actions_sheet import ActionsSheet
from kiosk.ui.stations.checkout.explain_sheet import (
    ROWS_AT_FIRST,
    ROWS_AT_ONCE,
    Entry,
    EntryRow,
    ExplainSheet,
    entries_of,
)
from kiosk.ui.stations.checkout.flow import Phase
from kiosk.ui.stations.checkout.proof import ProofSheet
from kiosk.ui.stations.checkout.quote_panel import QuotePanel
from kiosk.ui.stations.checkout.sales_sheets import RecentSheet
from kiosk.ui.stations.checkout.void_sheet import VoidSheet
from kiosk.ui.words.receipts import reward_texts
from kiosk.ui.words.refusals import refusal_words
from tests.ui.conftest import HeardSounds, MakeStage

ENTER, ESC, F1, F5, F6, F7, F8 = (
    Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_F1, Qt.Key.Key_F5, Qt.Key.Key_F6, Qt.Key.Key_F7, Qt.Key.Key_F8,
)  # fmt: skip
DOWN, UP = Qt.Key.Key_Down, Qt.Key.Key_Up


def press(stage: Stage, name: str) -> None:
    """Click a button by its object name, where it is on the screen."""
    sheet = stage.window.overlay.sheet
    button = (sheet if sheet is not None else stage.window).findChild(QAbstractButton, name)
    assert button is not None, name
    assert button.isVisible(), name
    QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=QPoint(button.width() // 2, button.height() // 2))
    stage.settle()


def words_in(widget: QWidget) -> str:
    """Everything that can be read there, from top to bottom, left to right."""
    labels: list[QLabel | QPushButton] = [*widget.findChildren(QLabel), *widget.findChildren(QPushButton)]
    shown = [label for label in labels if label.isVisible() and label.text()]

    def place(label: QWidget) -> tuple[int, int]:
        middle = label.mapTo(widget, label.rect().center())
        return middle.y(), middle.x()

    return "\n".join(label.text() for label in sorted(shown, key=place))


def visit_of(stage: Stage) -> Visit:
    assert stage.window.flow.visit is not None
    return stage.window.flow.visit


def nothing_open(stage: Stage) -> bool:
    return stage.window.overlay.sheet is None


def is_open(row: EntryRow) -> bool:
    return row.open


def actions_of(stage: Stage) -> ActionsSheet:
    sheet = stage.window.overlay.sheet
    assert isinstance(sheet, ActionsSheet)
    return sheet


def explain_of(stage: Stage) -> ExplainSheet:
    sheet = stage.window.overlay.sheet
    assert isinstance(sheet, ExplainSheet)
    return sheet


# --- what the clerk says ---------------------------------------------------------------------------------------------


def test_the_nearest_rewards_are_to_be_said(stage: Stage) -> None:
    stage.sign_in()
    say = stage.window.page.say
    assert say.isHidden()
    stage.scan("M:m1")
    stage.type("462")
    assert say.isVisible()
    assert say.nearest.text() == "再買 NT$38，送「月餅兌換券」"
    assert (say.progress.value(), say.until.text()) == (92, "到 12/12")
    assert [line.text() for line in say.others] == [
        "簽到第 6 天，滿 7 天送抽獎券 2 張",
        "再邀 1 位好友，送任選禮品一份",
    ]
    largest = stage.window.ui.theme.type
    shown = [largest[str(line.property("type"))].px for line in (say.nearest, *say.others)]
    assert shown[0] > max(shown[1:])
    stage.type("00")
    assert "月餅" not in words_in(say), "what the sale already brings is not near any more"
    stage.key(ESC)
    assert say.isHidden()


def test_nothing_is_written_again_that_has_not_changed(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    stage.basket()
    page = stage.window.page
    written: list[str] = []
    monkeypatch.setattr(page.say, "retranslate", lambda: written.append("say"))
    monkeypatch.setattr(page.member, "retranslate", lambda: written.append("member"))
    page.show_visit()
    assert written == []
    stage.type("9")
    assert written.count("say") <= 1


def test_who_was_long_away_is_welcomed_and_their_coupon_is_pointed_out(stage: Stage) -> None:
    STATES["wake_up"](stage)
    page = stage.window.page
    assert (page.say.wake.pill.text(), page.say.wake.words.text()) == ("歡迎回來", "好久不見")
    assert (page.say.brought.pill.text(), page.say.brought.words.text()) == ("剛獲得", "「為您保留：滿 199 折 50」")
    assert page.member.birthday.isVisible()
    visit = visit_of(stage)
    page.say.show_member(visit.member, NOW, ())
    assert page.say.brought.isHidden()
    assert page.say.wake.words.text() == "為您保留：滿 199 折 50"
    notes = {card.coupon: card.note for card in page.coupons.cards if card.isVisible()}
    assert notes["c7"].text().startswith("剩 2 天 · 到 11/23")
    assert notes["c7"].property("tone") == "warn"
    assert notes["c6"].property("tone") == "ink2"


def test_points_held_and_gifts_owed_are_shown(stage: Stage) -> None:
    stage.sign_in()
    stage.scan("M:m1")
    assert stage.window.page.member.points.name.text() == "積分 · 暫記 120"
    stage.scan("M:m3")
    page = stage.window.page
    assert page.member.points.name.text() == "積分"
    assert (page.say.owed.pill.text(), page.say.owed.words.text()) == ("待領", "任選禮品一份  F5")


def test_gifts_for_being_here_are_handed_over(stage: Stage) -> None:
    stage.basket()
    gift = reward("sample", RewardKind.GIFT, name=LocalText("試用裝", "试用装", "Sample"))
    later = replace(gift, provisional_until=NOW + timedelta(days=7))
    say = stage.window.page.say
    say.show_member(visit_of(stage).member, NOW, (gift, gift, later))
    assert say.owed.words.text() == "「試用裝」2 份"
    assert say.brought.words.text() == "「試用裝」", "what is not settled stays in the store"


def test_a_stranger_gets_nothing_said(stage: Stage) -> None:
    STATES["stranger"](stage)
    assert stage.window.page.say.isHidden()
    assert not stage.window.page.side.services.isEnabled()
    stage.key(F5)
    assert stage.window.overlay.sheet is None
    assert "會員碼" in stage.window.notices.text.text()


# --- the price -------------------------------------------------------------------------------------------------------


def lines_of(quote: QuotePanel) -> list[tuple[str, str]]:
    return [(line.name.text(), line.amount.text()) for line in quote.lines if line.isVisible()]


def test_a_campaigns_discount_stands_beside_coupons_with_their_campaign(stage: Stage) -> None:
    STATES["platinum"](stage)
    assert lines_of(stage.window.page.quote) == [
        ("滿 400 減 60 · 老友新鄰", "− NT$60.00"),
        ("鉑金禮遇 92 折 · 活動", "− NT$65.60"),
        ("可得", "+ 75 積分、抽獎券 1 張、「月餅兌換券」"),
    ]
    left = {card.coupon: card.note.text() for card in stage.window.page.coupons.cards if card.isVisible()}
    assert left["c2"] == "不可與「鉑金禮遇 92 折」同用。", "the campaign’s discount is named"


def test_choosing_coupons_by_hand_leaves_the_campaigns_alone(stage: Stage) -> None:
    STATES["platinum"](stage)
    stage.key(Qt.Key.Key_1, "1", Qt.KeyboardModifier.AltModifier)
    assert visit_of(stage).chosen == ()
    assert [line.coupon for line in visit_of(stage).quote.lines] == ["old-friends/platinum"]


@pytest.mark.parametrize("way", ["key", "mouse"])
def test_points_pay(stage: Stage, way: str) -> None:
    stage.basket()
    quote = stage.window.page.quote
    assert quote.points.text() == "3,400 積分折抵 NT$34  F7"

    def toggle() -> None:
        if way == "key":
            stage.key(F7)
        else:
            press(stage, "points")

    toggle()
    assert quote.total.text() == "NT$344.90"
    assert quote.points.isChecked()
    assert ("積分折抵：3,400 積分", "− NT$34.00") in lines_of(quote)
    toggle()
    assert quote.total.text() == "NT$378.90"
    assert not quote.points.isChecked()


def test_without_points_there_is_nothing_to_pay_with(stage: Stage) -> None:
    stage.sign_in()
    stage.type("462")
    assert not stage.window.page.quote.points.isVisible()
    stage.key(F7)
    assert not visit_of(stage).use_points
    assert "積分" in stage.window.notices.text.text()


def test_who_shows_no_code_proves_it_by_their_phone(make_stage: MakeStage) -> None:
    sounds = HeardSounds()
    stage = make_stage(sounds=sounds)
    STATES["platinum"](stage)
    stage.key(F7)
    sheet = stage.window.overlay.sheet
    assert isinstance(sheet, ProofSheet)
    assert sheet.proof.field.hasFocus()
    stage.type("12")
    stage.key(ENTER)
    assert not nothing_open(stage), "two digits prove nothing"
    stage.type("34")
    stage.key(ENTER)
    assert sheet.proof.problem.isVisible()
    assert sheet.proof.field.text() == ""
    assert sounds.heard[-1] == "refused"
    stage.type("5678")
    stage.key(ENTER)
    assert nothing_open(stage)
    visit = visit_of(stage)
    assert visit.use_points
    assert visit.member is not None
    assert visit.member.proven
    assert any(line.points for line in visit.quote.lines)


def test_the_proof_by_touch(stage: Stage) -> None:
    STATES["platinum"](stage)
    press(stage, "points")
    for key in ("9", "key_clear", "9", "9", "key_back", "6", "7", "8"):
        press(stage, key if key.startswith("key_") else f"key_{key}")
    press(stage, "proof_go")
    assert nothing_open(stage)
    assert visit_of(stage).use_points


def test_full_width_digits_are_digits(stage: Stage) -> None:
    STATES["platinum"](stage)
    stage.key(F7)
    sheet = stage.window.overlay.sheet
    assert isinstance(sheet, ProofSheet)
    sheet.proof.field.setText("５６７８")
    sheet.proof.field.textEdited.emit("５６７８")
    press(stage, "proof_go")
    assert visit_of(stage).use_points


def test_points_asked_for_while_a_price_is_on_its_way_are_not_lost(stage: Stage) -> None:
    stage.basket()
    flow = stage.window.flow
    flow.key_amount("0")
    flow.use_points(True)
    stage.settle()
    assert visit_of(stage).amount == 462000
    assert visit_of(stage).use_points
    assert any(line.points for line in visit_of(stage).quote.lines)


# --- what was won ----------------------------------------------------------------------------------------------------


def test_the_success_and_the_paper_say_what_was_won(stage: Stage) -> None:
    STATES["done_rewards"](stage)
    page = stage.window.page
    assert page.success.won.text() == "獲得：112 積分、「每晚八點抽獎」抽獎券 1 張、優惠券「月餅兌換券」"
    paper = words_in(page.paper)
    assert "本次獲得\n112 積分" in paper
    assert "積分折抵：3,400 積分" in paper
    assert "− 3,400 積分" not in paper, "what was paid stands in the price"


def test_many_rewards_are_counted(stage: Stage) -> None:
    names = [LocalText(f"禮{n}", f"礼{n}", f"G{n}") for n in range(7)]
    gifts = tuple(reward("mooncake", RewardKind.GIFT, name=name) for name in names)
    stage.basket()
    stage.key(ENTER)
    redemption = stage.window.flow.redemption
    assert redemption is not None
    sale = replace(redemption.sale, rewards=gifts)
    stage.window.page.success.show_redemption(replace(redemption, sale=sale), files=True)
    success = stage.window.page.success
    assert success.name.text() == "請交付：「禮 0」、「禮 1」、「禮 2」、「禮 3」、「禮 4」、「禮 5」、「禮 6」"
    assert success.won.isHidden()
    held = tuple(replace(gift, provisional_until=NOW) for gift in gifts)
    success.show_redemption(replace(redemption, sale=replace(sale, rewards=held)), files=True)
    assert success.won.text() == "獲得：禮品「禮 0」、禮品「禮 1」、禮品「禮 2」、另有 4 項，見收據"
    assert success.name.text() == "陳*麗"


def test_a_void_says_what_is_taken_back(stage: Stage) -> None:
    stage.basket()
    stage.key(ENTER)
    stage.key(ESC)
    stage.key(F8)
    sheet = stage.window.overlay.sheet
    assert isinstance(sheet, VoidSheet)
    assert "收回：37 積分、「每晚八點抽獎」抽獎券 1 張。" in sheet.effect.text()
    stage.type("1")
    stage.key(ENTER)
    assert "收回：37 積分、「每晚八點抽獎」抽獎券 1 張。" in stage.window.notices.text.text()
    stage.key(F6)
    recent = stage.window.overlay.sheet
    assert isinstance(recent, RecentSheet)
    assert "已收回\n37 積分" in words_in(recent.paper)


SALE = replace(
    DemoApi().sales[0],
    rewards=(
        reward("points", RewardKind.POINTS, 46),
        reward("points", RewardKind.POINTS, 46),
        reward("points", RewardKind.POINTS, -340, ref="paid"),
        reward("mooncake", RewardKind.COUPON, name=MOONCAKE, provisional_until=NOW + timedelta(days=7)),
        reward("platinum", RewardKind.TIER, 3, ref="gold"),
    ),
)


def test_receipts_have_the_rewards_in_the_customers_language(stage: Stage, tmp_path: Path) -> None:
    files = ReceiptFiles(tmp_path, write_text)
    texts = {language: files.save_text(SALE, TERMINAL, language).read_text(encoding="utf-8") for language in LANGUAGES}
    assert (
        "You receive\n  92 points\n  coupon “Mooncake voucher”\n  (settles 28 Nov)\n  Gold for 3 months\n"
        in texts["en"]
    )
    assert "本次獲得\n  92 積分\n  優惠券「月餅兌換券」（11/28 入\n  帳）\n  金卡 3 個月\n" in texts["zh_TW"]
    assert "本次获得" in texts["zh_CN"]
    assert stage.i18n.language == "zh_TW", "the screen stays as it was"
    assert stage.window.page.quote.confirm.words() == "確認核銷"
    assert files.save_pdf(SALE, TERMINAL, "en").read_bytes().startswith(b"%PDF-")
    voided = replace(SALE, voided_at=NOW, voided_by="許志豪")
    back = files.save_text(voided, TERMINAL, "en").read_text(encoding="utf-8")
    assert "Taken back\n  92 points\n  340 points paid are given back\n" in back
    assert reward_texts(replace(SALE, rewards=()), "Asia/Taipei") == ()


# --- why -------------------------------------------------------------------------------------------------------------


def rows(sheet: ExplainSheet) -> list[Entry]:
    return [row.entry for row in sheet.rows]


def test_why_begins_with_the_price_and_then_what_was_given(stage: Stage) -> None:
    stage.basket()
    stage.key(F1)
    sheet = explain_of(stage)
    entries = rows(sheet)
    names = [entry.name for entry in entries]
    assert names[:5] == ["滿 400 減 60", "金卡會員日", "生日券", "茶品 8 折", "新品試用裝"]
    assert [entry.state for entry in entries[:5]] == ["已計入", "已計入", "未使用", "未使用", "未使用"]
    assert entries[2].note == "不可與「滿 400 減 60」同用。"
    states = [entry.state for entry in entries[5:]]
    order = ["已給", "差一點", "已達上限", "已送完", "未符合"]
    assert sorted(states, key=order.index) == states
    assert next(entry for entry in entries if entry.name == "滿 500 送月餅券").note == "消費 NT$462，需滿 NT$500"
    assert names[-1] == "整個活動", "what is not running comes last"
    assert "消費 · 今天 14:26 · S02-000482" in words_in(sheet)


def test_why_by_keyboard(stage: Stage) -> None:
    stage.basket()
    stage.key(F1)
    sheet = explain_of(stage)
    assert sheet.rows[0].button.hasFocus()
    stage.key(DOWN)
    stage.key(DOWN)
    assert sheet.rows[2].button.hasFocus()
    stage.key(ENTER)
    assert is_open(sheet.rows[2])
    assert "不可同用：不可與「滿 400 減 60」同用。" in words_in(sheet.rows[2])
    stage.key(Qt.Key.Key_Left)
    assert not is_open(sheet.rows[2])
    stage.key(Qt.Key.Key_Right)
    assert is_open(sheet.rows[2])
    stage.key(Qt.Key.Key_Space, " ")
    assert not is_open(sheet.rows[2])
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
    assert stage.window.page.hasFocus()


def test_why_by_mouse(stage: Stage) -> None:
    STATES["platinum"](stage)
    assert stage.window.page.quote.why.text() == "2 項未用：為什麼  F1"
    press(stage, "why")
    sheet = explain_of(stage)
    at = next(at for at, row in enumerate(sheet.rows) if row.entry.name == "滿 1,000 現折 100")
    assert sheet.rows[at].entry.note == "滿 NT$1,000 可用，還差 NT$120。", (
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
        "✓ 階段：爆發期",
        "✓ 消費 NT$880（滿 NT$100）",
        "✗ 這裡已無庫存：限量公仔",
    ]
    assert "✓ 消費 NT$880（滿 NT$100）" in words_in(sheet)
    stage.i18n.set_language("en")
    stage.settle()
    assert "✓ bought for NT$880 (from NT$100)" in words_in(sheet), "open rows stay open in another language"


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
    assert "消費 · sale.completed · d-01/1/0478" in words_in(sheet)
    stage.key(ESC)
    stage.key(F6)
    stage.key(F1)
    assert "S02-000481" in explain_of(stage).about.text()


def test_why_of_the_sale_just_made(stage: Stage) -> None:
    STATES["done_rewards"](stage)
    press(stage, "why_done")
    assert any(entry.name == "積分折抵：3,400 積分" for entry in rows(explain_of(stage)))
    stage.key(ESC)
    assert stage.window.flow.phase is Phase.DONE


def test_a_sale_that_is_not_known_any_more_says_so(stage: Stage) -> None:
    stage.sign_in()
    stage.key(F6)
    stage.api.sales.clear()
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
    entries = list(entries_of(explained, stage.window.page.surroundings()))
    headings = [entry.name for entry in entries if entry.heading]
    assert headings == ["價格", "團圓年味", "老友新鄰", "月餅兌換券"]
    assert len(entries) == len(headings) + 4, "why a campaign is not running is said once"
    assert entries[1].name == "x9", "what has no name is shown by its id"


# --- for this member -------------------------------------------------------------------------------------------------


def test_a_check_in_by_keyboard(make_stage: MakeStage) -> None:
    sounds = HeardSounds()
    stage = make_stage(sounds=sounds)
    stage.basket()
    stage.key(F5)
    sheet = actions_of(stage)
    assert sheet.rows[0].hasFocus()
    assert sheet.action is not None
    assert sheet.action.kind is ActionKind.CHECK_IN
    stage.key(ENTER)
    assert stage.api.journal[-1] == "act check_in  0"
    assert sheet.detail.title.text() == "完成：今日簽到"
    assert sheet.detail.rewards.text() == "+ 5 積分"
    assert sounds.heard[-1] == "ok"
    assert sheet.about.text() == "陳*麗 · 3,485 積分"
    assert visit_of(stage).amount == 46200, "the sale goes on"
    assert visit_of(stage).member is not None
    assert visit_of(stage).member.streak_days == 7  # type: ignore[union-attr]
    stage.key(ENTER)
    assert [line for line in stage.api.journal if line.startswith("act")] == ["act check_in  0"], "once is enough"
    stage.key(DOWN)
    stage.key(UP)
    assert sheet.detail.refused.text() == "已經做過"
    assert not sheet.detail.go.isEnabled()
    stage.key(ESC)
    assert stage.window.page.hasFocus()


def test_goods_for_points_by_mouse(stage: Stage) -> None:
    stage.basket()
    press(stage, "actions")
    press(stage, "action_mall_cup")
    sheet = actions_of(stage)
    assert (sheet.detail.title.text(), sheet.detail.price.text()) == ("雙層隨行杯", "需 800 積分")
    press(stage, "action_go")
    assert sheet.detail.title.text() == "完成：雙層隨行杯"
    assert stage.window.page.member.points.value.text() == "2,680"


def test_what_cannot_be_done_says_why(stage: Stage) -> None:
    STATES["actions_refused"](stage)
    detail = actions_of(stage).detail
    gone = Refusal(RefusalCode.REWARD_GONE, {"name": "限量公仔"})
    words = refusal_words(gone, stage.window.page.surroundings())
    assert (detail.refused.text(), detail.reason.text(), detail.next_step.text()) == (
        words.title, words.reason, words.next_step,
    )  # fmt: skip
    assert not detail.go.isEnabled()
    stage.key(ENTER)
    assert not any(line.startswith("act") for line in stage.api.journal)


def test_a_survey_wants_its_score(stage: Stage) -> None:
    stage.basket()
    stage.key(F5)
    press(stage, "action_survey_taste")
    sheet = actions_of(stage)
    assert not sheet.detail.go.isEnabled()
    stage.key(ENTER)
    stage.type("4")
    assert sheet.detail.score == 4
    assert sheet.action is not None
    assert sheet.action.kind is ActionKind.SURVEY, "a digit is the answer, not another row"
    press(stage, "score_5")
    assert [button.isChecked() for button in sheet.detail.scores] == [False, False, False, False, True]
    stage.key(ENTER)
    assert stage.api.journal[-1] == "act survey taste 5"


def test_a_gift_is_chosen_once(stage: Stage) -> None:
    STATES["platinum"](stage)
    stage.key(F5)
    stage.type("4")
    stage.key(ENTER)
    sheet = actions_of(stage)
    assert stage.api.journal[-1] == "act choose umbrella 0"
    assert sheet.detail.rewards.text() == "+ 禮品「晴雨傘」"
    stage.type("3")
    assert sheet.detail.refused.text() == "已經做過"


def test_points_are_spent_by_the_member_alone(stage: Stage) -> None:
    STATES["actions_proof"](stage)
    sheet = actions_of(stage)
    assert sheet.detail.proof.field.hasFocus()
    assert not sheet.detail.go.isVisible()
    stage.type("1111")
    stage.key(ENTER)
    assert sheet.detail.proof.problem.isVisible()
    stage.type("9678")
    stage.key(ENTER)
    assert not sheet.detail.proof.isVisible()
    assert sheet.detail.go.isEnabled()
    assert sheet.rows[5].hasFocus()
    stage.key(ENTER)
    assert stage.api.journal[-1] == "act mall cup 0"


def test_what_changed_meanwhile_is_said(stage: Stage) -> None:
    stage.basket()
    stage.key(F5)
    stage.api.done["m1"] = {"check_in:"}
    stage.key(ENTER)
    sheet = actions_of(stage)
    assert sheet.detail.refused.text() == "已經做過"
    stage.type("2")
    assert sheet.detail.title.text() == "補簽昨天"
    stage.key(ENTER)
    assert sheet.detail.title.text() == "完成：補簽昨天"


def test_deposits_are_taken_first(stage: Stage) -> None:
    stage.basket()
    stage.key(F5)
    press(stage, "action_deposit_feast")
    assert actions_of(stage).detail.price.text() == "請先向客人收取 NT$100。"
    assert actions_of(stage).detail.go.words() == "已收定金"


def test_without_campaigns_there_is_nothing_to_do(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stage.api, "actions", lambda visit: ())
    stage.basket()
    stage.key(F5)
    sheet = actions_of(stage)
    assert sheet.none.text() == "目前的活動沒有可在這裡辦理的項目。"
    assert sheet.none.isVisible()
    assert not sheet.detail.isVisible()
    stage.key(ENTER)
    stage.key(DOWN)
    stage.key(ESC)
    assert stage.window.overlay.sheet is None


def test_nothing_is_done_for_a_visit_that_was_put_aside(stage: Stage) -> None:
    stage.basket()
    flow = stage.window.flow
    answers: list[object] = []

    class Listener(QWidget):
        def hear(self, answer: object) -> None:
            answers.append(answer)

    listener = Listener()
    flow.run_errand(lambda visit, actor: stage.api.prove(visit, "9444"), listener.hear)
    flow.run_errand(lambda visit, actor: stage.api.prove(visit, "9444"), listener.hear)
    flow.clear()
    stage.settle()
    assert answers == []
    assert flow.visit is not None
    assert flow.visit.member is None
    stage.scan("M:m1")
    flow.run_errand(lambda visit, actor: stage.api.prove(visit, "9444"), listener.hear)
    stage.settle()
    assert len(answers) == 1
    listener.deleteLater()


@pytest.mark.parametrize("state", ["explain_open", "actions_mall", "actions_proof", "proof"])
def test_tab_reaches_everything(make_stage: MakeStage, state: str) -> None:
    stage = make_stage()
    STATES[state](stage)
    sheet = stage.window.overlay.sheet
    assert sheet is not None
    actions = {
        button
        for button in sheet.findChildren(QAbstractButton)
        if button.isVisible() and button.isEnabled() and button.focusPolicy() != Qt.FocusPolicy.NoFocus
    }
    reached = set()
    for _ in range(len(actions) + 6):
        stage.key(Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        assert focused is not None
        assert sheet.isAncestorOf(focused)
        reached.add(focused)
    assert {button.objectName() for button in actions - reached} == set()
