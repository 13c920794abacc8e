"""Campaigns on the screen: what to say, the price, what was won."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from kiosk.adapters.printing.receipt_text import write_text
from kiosk.application.sales.outcomes import SaleView
from kiosk.demo.checkout.stage import Stage
from kiosk.demo.checkout.states import STATES
from kiosk.demo.store.clock import NOW
from kiosk.domain.campaigns.rewards import RewardKind
from kiosk.domain.texts import LANGUAGES, LocalText
from kiosk.ui.documents.receipt_files import ReceiptFiles
from kiosk.ui.stations.checkout.actions_sheet import ActionsSheet
from kiosk.ui.stations.checkout.proof import ProofSheet
from kiosk.ui.stations.checkout.quote_panel import QuotePanel
from kiosk.ui.stations.checkout.sales_sheets import RecentSheet
from kiosk.ui.stations.checkout.void_sheet import VoidSheet
from kiosk.ui.words.receipts import reward_texts
from tests.ui.conftest import HeardSounds, MakeStage
from tests.ui.hands import (
    ENTER,
    ESC,
    F5,
    F6,
    F7,
    F8,
    agree,
    nothing_open,
    press,
    visit_of,
    words_in,
)
from tests.ui.samples import MOONCAKE, TERMINAL, reward

# --- what the clerk says ---------------------------------------------------------------------------------------------


def test_the_nearest_rewards_are_to_be_said(stage: Stage) -> None:
    stage.sign_in()
    say = stage.checkout.page.say
    assert say.isHidden()
    stage.scan("M:m1")
    stage.type("462")
    assert say.isVisible()
    assert say.nearest.text() == "再買 NT$21，送「月餅兌換券」"
    assert (say.progress.value(), say.until.text()) == (94, "到 12/12")
    assert [line.text() for line in say.others] == [
        "簽到第 6 天，滿 7 天送「帆布環保袋」",
        "再 2 次，送「晴雨傘」",
    ]
    largest = stage.window.ui.theme.type
    shown = [largest[str(line.property("type"))].px for line in (say.nearest, *say.others)]
    assert shown[0] > max(shown[1:])
    stage.type("00")
    assert "月餅" not in words_in(say), "what the sale already brings is not near any more"
    stage.key(ESC)
    agree(stage)
    assert say.isHidden()


def test_nothing_is_written_again_that_has_not_changed(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    stage.basket()
    page = stage.checkout.page
    written: list[str] = []
    monkeypatch.setattr(page.say, "retranslate", lambda: written.append("say"))
    monkeypatch.setattr(page.member, "retranslate", lambda: written.append("member"))
    page.show_visit()
    assert written == []
    stage.type("9")
    assert written.count("say") <= 1


def test_who_was_long_away_is_welcomed_and_their_coupon_is_pointed_out(stage: Stage) -> None:
    STATES["wake_up"](stage)
    page = stage.checkout.page
    assert (page.say.wake.pill.text(), page.say.wake.words.text()) == ("歡迎回來", "好久不見。")
    assert (page.say.brought.pill.text(), page.say.brought.words.text()) == ("剛獲得", "「為您保留：滿 199 折 50」")
    assert page.member.birthday.isVisible()
    visit = visit_of(stage)
    page.say.show_member(visit.member, NOW, ())
    assert page.say.brought.isHidden()
    assert page.say.wake.words.text() == "為您保留：滿 199 折 50"
    notes = {card.coupon: card.note for card in page.coupons.cards if card.isVisible()}
    kept = next(coupon.id for coupon in visit.coupons if coupon.name.zh_TW == "為您保留：滿 199 折 50")
    assert notes[kept].text().startswith("剩 2 天 · 到 11/23")
    assert notes[kept].property("tone") == "warn"
    assert notes["c61"].property("tone") == "ink2"


def test_points_held_and_gifts_owed_are_shown(stage: Stage) -> None:
    stage.sign_in()
    stage.scan("M:m1")
    assert stage.checkout.page.member.points.name.text() == "積分 · 待入帳 120"
    stage.scan("K:m3")
    page = stage.checkout.page
    assert page.member.points.name.text() == "積分"
    assert (page.say.owed.pill.text(), page.say.owed.words.text()) == ("待交付", "任選禮品一份  F5")


def test_gifts_for_being_here_are_handed_over(stage: Stage) -> None:
    stage.basket()
    gift = reward("sample", RewardKind.GIFT, name=LocalText("試用裝", "试用装", "Sample"))
    later = replace(gift, provisional_until=NOW + timedelta(days=7))
    say = stage.checkout.page.say
    say.show_member(visit_of(stage).member, NOW, (gift, gift, later))
    assert say.owed.words.text() == "「試用裝」2 份"
    assert say.brought.words.text() == "「試用裝」", "what is not settled stays in the store"


def test_a_stranger_gets_nothing_said_and_services_as_far_as_they_go(stage: Stage) -> None:
    STATES["stranger"](stage)
    assert stage.checkout.page.say.isHidden()
    assert stage.checkout.page.side.services.isEnabled()
    assert "憑其優惠券" in stage.checkout.page.member.about.text()
    member = stage.checkout.flow.visit.member.id  # type: ignore[union-attr]
    stage.key(F5)
    sheet = stage.window.overlay.sheet
    assert isinstance(sheet, ActionsSheet)
    words = words_in(sheet)
    assert "所得獎勵由總部入帳。" in words
    assert "請至會員所屬門市辦理" in words
    assert member not in words


# --- the price -------------------------------------------------------------------------------------------------------


def lines_of(quote: QuotePanel) -> list[tuple[str, str]]:
    return [(line.name.text(), line.amount.text()) for line in quote.lines if line.isVisible()]


def test_a_campaigns_discount_stands_beside_coupons_with_their_campaign(stage: Stage) -> None:
    STATES["platinum"](stage)
    assert lines_of(stage.checkout.page.quote) == [
        ("鉑金禮遇 92 折 · 活動", "− NT$70"),
        ("滿 400 減 60 · 老友新鄰", "− NT$60"),
        ("可得", "+ 75 積分、抽獎券 1 張、「月餅兌換券」"),
    ]
    left = {card.coupon: card.note.text() for card in stage.checkout.page.coupons.cards if card.isVisible()}
    assert left["c32"] == "不可與「鉑金禮遇 92 折」併用。", "the campaign’s discount is named"


def test_choosing_coupons_by_hand_leaves_the_campaigns_alone(stage: Stage) -> None:
    STATES["platinum"](stage)
    stage.key(Qt.Key.Key_1, "1", Qt.KeyboardModifier.AltModifier)
    assert visit_of(stage).chosen == ()
    assert [line.coupon for line in visit_of(stage).quote.lines] == ["old-friends/platinum"]


@pytest.mark.parametrize("way", ["key", "mouse"])
def test_points_pay(stage: Stage, way: str) -> None:
    stage.basket()
    quote = stage.checkout.page.quote
    assert quote.points.text() == "3,400 積分折抵 NT$34  F7"

    def toggle() -> None:
        if way == "key":
            stage.key(F7)
        else:
            press(stage, "points")

    toggle()
    assert quote.total.text() == "NT$345"
    assert quote.points.isChecked()
    assert ("積分折抵：3,400 積分", "− NT$34") in lines_of(quote)
    toggle()
    assert quote.total.text() == "NT$379"
    assert not quote.points.isChecked()


def test_without_points_there_is_nothing_to_pay_with(stage: Stage) -> None:
    stage.sign_in()
    stage.type("462")
    assert not stage.checkout.page.quote.points.isVisible()
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
    for key in ("9", "key_clear", "5", "9", "key_back", "6", "7", "8"):
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
    flow = stage.checkout.flow
    flow.key_amount("0")
    flow.use_points(True)
    stage.settle()
    assert visit_of(stage).amount == 462000
    assert visit_of(stage).use_points
    assert any(line.points for line in visit_of(stage).quote.lines)


# --- what was won ----------------------------------------------------------------------------------------------------


def test_the_success_and_the_paper_say_what_was_won(stage: Stage) -> None:
    STATES["done_rewards"](stage)
    page = stage.checkout.page
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
    redemption = stage.checkout.flow.redemption
    assert redemption is not None
    sale = replace(redemption.sale, rewards=gifts)
    stage.checkout.page.success.show_redemption(replace(redemption, sale=sale), files=True)
    success = stage.checkout.page.success
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
    SaleView("t-6", "S02-02-000006", NOW, "林雅婷", 18000, 12000, "TWD", (), "李*"),
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
    assert "You receive\n92 points\ncoupon “Mooncake voucher”\n(credited 28 Nov)\nGold for 3 months\n" in texts["en"]
    assert "本次獲得\n92 積分\n優惠券「月餅兌換券」（11/28 入\n帳）\n金卡 3 個月\n" in texts["zh_TW"]
    assert "本次获得" in texts["zh_CN"]
    assert stage.i18n.language == "zh_TW", "the screen stays as it was"
    assert stage.checkout.page.quote.confirm.words() == "記錄交易"
    assert files.save_pdf(SALE, TERMINAL, "en").read_bytes().startswith(b"%PDF-")
    voided = replace(SALE, voided_at=NOW, voided_by="許志豪")
    back = files.save_text(voided, TERMINAL, "en").read_text(encoding="utf-8")
    assert "Taken back\n92 points\n340 points paid are given back\n" in back
    assert reward_texts(replace(SALE, rewards=()), "Asia/Taipei") == ()
