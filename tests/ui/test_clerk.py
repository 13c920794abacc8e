"""What clerks do to a till: long numbers, forty coupons, storms of keys, scans at any time, whatever can be pasted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import cycle

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QLabel

from kiosk.application.ports.lookups import Ask
from kiosk.application.sales.outcomes import Redemption, ScanOutcome, Visit
from kiosk.application.staff.outcomes import ApprovalNeeded
from kiosk.demo.checkout.stage import Stage
from kiosk.demo.checkout.states import STATES
from kiosk.demo.store import offers
from kiosk.demo.store.clock import NOW
from kiosk.demo.store.people import MEMBERS, STORE, card_no
from kiosk.domain.coupons.model import Benefit, BenefitKind, Coupon
from kiosk.domain.members.masking import mask_name
from kiosk.domain.members.member import Member
from kiosk.domain.refusals import Refusal, RefusalCode
from kiosk.domain.sales.facts import SALE_COMPLETED
from kiosk.domain.scan.events import ScanEvent, ScanSource, Symbology
from kiosk.domain.staff.actors import Actor
from kiosk.domain.texts import LANGUAGES, LocalText
from kiosk.protocol.rows import SpentRow
from kiosk.ui.i18n import spaced
from kiosk.ui.shell.signin.sheets import ApprovalSheet
from kiosk.ui.stations.checkout.machine import Phase
from kiosk.ui.stations.checkout.sales_sheets import RecentSheet
from kiosk.ui.stations.checkout.sheets import CategorySheet, FindMemberSheet
from kiosk.ui.stations.checkout.void_sheet import VoidSheet
from tests.ui.conftest import HeardSounds, MakeStage
from tests.ui.hands import (
    ENTER,
    ESC,
    F2,
    F3,
    agree,
    facts,
    phase_of,
    sheet_of,
)
from tests.ui.screen_law import problems

NONSENSE = (
    "'; DROP TABLE member; --",
    "%_%",
    "😀👩‍👩‍👧‍👧" * 20,
    "\u202eelpoep fo eman",
    "a\x00b",
    "\u3000",
    "０９３３",
    "-5",
    "x" * 4000,
    "<b>bold</b>",
    "\ud83d",
)
NAMES = ("王", "歐陽*", "阿" * 20, "A" * 20, "Wolfeschlegelsteinhausenbergerdorff", "Ünlü Ğüçlü Öztürkoğlu", "م" * 12)


def whole(label: QLabel) -> bool:
    """Whether all of the words are on the screen."""
    return QFontMetrics(label.font()).horizontalAdvance(label.text()) <= label.contentsRect().width()


# --- amounts ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("digits", ["1", "99999", "1234567.89", "99999999.99", "999999999999999"])
def test_an_amount_is_never_cut(stage: Stage, digits: str) -> None:
    stage.sign_in()
    stage.scan("M:m1")
    stage.type(digits)
    quote, success = stage.checkout.page.quote, stage.checkout.page.success
    assert whole(quote.total)
    assert problems(stage.window) == []
    owed = quote.total.text()
    stage.window.notices.put_away()
    stage.key(ENTER)
    agree(stage)  # some of them are unlikely
    assert success.isVisible()
    assert success.total.text() == owed
    assert whole(success.total)
    assert problems(stage.window) == []


def test_the_largest_type_is_kept_while_there_is_room(stage: Stage) -> None:
    stage.sign_in()
    stage.type("123456")
    assert stage.checkout.page.quote.total.property("type") == "total"
    stage.type("78.99")
    assert stage.checkout.page.quote.total.property("type") == "headline"
    stage.key(ESC)
    agree(stage)
    assert stage.checkout.page.quote.total.property("type") == "total"


def test_amounts_of_one_column_have_their_points_below_each_other(stage: Stage) -> None:
    stage.basket()
    stage.type(".5")
    quote = stage.checkout.page.quote
    assert quote.amount.text() == "NT$462.50"
    assert sorted(line.amount.text() for line in quote.lines[:2]) == ["− NT$23.00", "− NT$60.00"]
    stage.key(Qt.Key.Key_1, "1", Qt.KeyboardModifier.AltModifier)
    stage.key(Qt.Key.Key_2, "2", Qt.KeyboardModifier.AltModifier)
    stage.key(Qt.Key.Key_Delete)
    stage.type("400")
    assert quote.amount.text() == "NT$400"


# --- members ---------------------------------------------------------------------------------------------------------


def forty(stage: Stage) -> None:
    member = registered(stage, MEMBERS[1])
    for at in range(1, 41):
        benefit = Benefit(BenefitKind.FIXED, off=100 * at)
        template = replace(offers.CASH, id=f"t-x{at}", name=LocalText("券", "券", "Coupon"), benefit=benefit)
        stage.store.publish("chain/templates", template.id, template)
        coupon = Coupon(f"x{at}", template.id, NOW - timedelta(days=1), NOW + timedelta(days=9), member.id)
        stage.store.publish(f"store/{STORE}/coupons", coupon.id, offers.coupon_row(coupon))
    stage.sign_in()
    stage.scan(member.card_no)


def registered(stage: Stage, like: Member, **changes: object) -> Member:
    """HQ tells of another member."""
    member = replace(like, id="m40", card_no=card_no(40), **changes)  # type: ignore[arg-type]  # fields by name
    stage.store.publish(f"store/{STORE}/members", member.id, member)
    return member


def test_forty_coupons_are_all_reached_by_keyboard_and_seen(stage: Stage) -> None:
    forty(stage)
    stage.type("9000")
    panel = stage.checkout.page.coupons
    seen = []
    for _ in range(40):
        stage.key(Qt.Key.Key_Down)
        card = QApplication.focusWidget()
        assert card in panel.cards
        assert isinstance(card, type(panel.cards[0]))
        assert not card.visibleRegion().isEmpty()
        assert card.visibleRegion().boundingRect().height() >= card.height() - 1
        seen.append(card.coupon)
    assert len(set(seen)) == 40
    stage.key(Qt.Key.Key_Space)
    assert stage.checkout.flow.visit is not None
    assert stage.checkout.flow.visit.chosen == (seen[-1],)


@pytest.mark.parametrize("name", NAMES)
def test_names_of_every_kind_fit(make_stage: MakeStage, name: str) -> None:
    stage = make_stage("light", "en")
    member = registered(stage, MEMBERS[0], name=name)
    stage.sign_in()
    stage.scan(member.card_no)
    stage.type("462")
    assert problems(stage.window) == []
    assert stage.checkout.page.member.name.text() == mask_name(name)
    stage.key(ENTER)
    assert problems(stage.window) == []
    stage.key(Qt.Key.Key_F6)
    assert problems(stage.window) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_member_of_another_store_has_no_empty_places(make_stage: MakeStage, language: str) -> None:
    stage = make_stage("light", language)
    STATES["stranger"](stage)
    panel = stage.checkout.page.member
    assert (
        panel.name.text()
        == {"zh_TW": "其他門市會員", "zh_CN": "其他门店会员", "en": "Member of another store"}[language]
    )
    assert whole(panel.name)
    assert whole(panel.about)
    assert [part.isVisible() for part in (panel.tier, panel.points, panel.tickets, panel.streak, panel.usable)] == [
        False, False, False, False, True,
    ]  # fmt: skip
    assert not panel.avatar.pixmap().isNull()
    stage.window.toggle_theme()
    stage.key(ENTER)
    assert stage.checkout.page.success.name.text() == panel.name.text()
    stage.key(Qt.Key.Key_F6)
    sheet = sheet_of(stage)
    assert isinstance(sheet, RecentSheet)
    assert sheet.rows[0].name.text() == panel.name.text()
    stage.key(ESC)
    stage.clock.move(1000)
    stage.key(ENTER)
    stage.scan("M:m1")
    assert panel.tier.isVisible()
    assert panel.avatar.text() == "陳"


# --- fields ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("texts", [NONSENSE[::2], NONSENSE[1::2]])
def test_nonsense_in_every_field_is_answered(stage: Stage, texts: Sequence[str]) -> None:
    stage.basket()
    for text in texts:
        put_everywhere(stage, text)


def put_everywhere(stage: Stage, text: str) -> None:
    """Paste it into the fields of three sheets, and put the last away."""
    stage.key(F3)
    sheet = sheet_of(stage)
    assert isinstance(sheet, FindMemberSheet)
    QApplication.clipboard().setText(text)
    sheet.field.paste()
    stage.key(ENTER)
    assert sheet_of(stage) is sheet
    assert sheet.state.text()
    assert problems(stage.window) == []
    stage.key(ESC)
    stage.key(Qt.Key.Key_F4)
    categories = sheet_of(stage)
    assert isinstance(categories, CategorySheet)
    field = next(iter(categories.fields.values()))
    field.selectAll()
    field.paste()
    stage.settle()
    assert problems(stage.window) == []
    if not field.text().strip():
        assert categories.accept.isEnabled()
    else:
        assert not categories.accept.isEnabled()
        assert categories.problem.text()
    stage.key(ESC)
    stage.key(Qt.Key.Key_F8)
    stage.type("6")
    void = sheet_of(stage)
    assert isinstance(void, VoidSheet)
    void.other.paste()
    stage.settle()
    assert len(void.other.text()) <= 80
    assert problems(stage.window) == []
    assert void.go.isEnabled() == bool(void.other.text().strip())
    assert sheet_of(stage) is void
    stage.key(ESC)


def test_full_width_digits_are_digits(stage: Stage) -> None:
    stage.basket()
    stage.key(Qt.Key.Key_F4)
    sheet = sheet_of(stage)
    assert isinstance(sheet, CategorySheet)
    next(iter(sheet.fields.values())).setText("１２０．５")
    stage.key(ENTER)
    assert stage.checkout.flow.visit is not None
    assert stage.checkout.flow.visit.by_category == (("tea", 12_050),)
    stage.key(F3)
    found = sheet_of(stage)
    assert isinstance(found, FindMemberSheet)
    QApplication.clipboard().setText("３４４４")
    found.field.paste()
    stage.key(ENTER)
    assert [row.member for row in found.rows if row.isVisible()] == ["m1"]


# --- scans while something is open -----------------------------------------------------------------------------------


def test_a_scan_waits_while_a_decision_is_open(make_stage: MakeStage) -> None:
    sounds = HeardSounds()
    stage = make_stage(sounds=sounds)
    stage.store.take_right("c1")
    stage.basket()
    stage.key(ENTER)
    sheet = sheet_of(stage)
    assert isinstance(sheet, ApprovalSheet)
    before = stage.checkout.flow.visit
    stage.scan("M:m2")
    assert sheet_of(stage) is sheet
    assert stage.checkout.flow.visit == before
    assert sounds.heard[-1] == "attention"
    assert "再掃一次" in stage.window.notices.text.text()
    assert "滿 400 減 60" in sheet.reason.text()  # what is approved has a name
    stage.key(ESC)  # the notice
    stage.key(ESC)
    stage.scan("M:m2")
    agree(stage)
    assert stage.checkout.flow.visit is not None
    assert stage.checkout.flow.visit.member is not None
    assert stage.checkout.flow.visit.member.id == "m2"


@pytest.mark.parametrize("opener", [F3, Qt.Key.Key_F6])
def test_a_scan_answers_a_list(stage: Stage, opener: Qt.Key) -> None:
    stage.sign_in()
    stage.key(opener)
    assert sheet_of(stage) is not None
    stage.scan("M:m2")
    assert sheet_of(stage) is None
    assert stage.checkout.flow.visit is not None
    assert stage.checkout.flow.visit.member is not None


def test_fifty_scans_in_one_turn_are_dealt_with_in_order(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    scan, scans = stage.api.scan_at_once, []

    def noted(visit: Visit, event: ScanEvent, actor: Actor) -> ScanOutcome | Ask:
        scans.append(event.text)
        return scan(visit, event, actor)

    monkeypatch.setattr(stage.api, "scan_at_once", noted)
    stage.sign_in()
    shown = [stage.store.codes[f"M:m{1 + at % 3}"] for at in range(50)]
    for text in shown:
        stage.window.on_scan(_event(text))
    stage.settle()
    assert scans == shown
    assert stage.checkout.flow.visit is not None
    assert stage.checkout.flow.visit.member is not None
    assert stage.checkout.flow.visit.member.id == "m2"


def _event(text: str) -> ScanEvent:
    return ScanEvent(text, Symbology.QR, ScanSource.HANDHELD, None, None, 0.0)


def test_a_storm_of_keys_and_languages_sells_once(make_stage: MakeStage) -> None:
    stage = make_stage()
    stage.basket()
    for key in (
        ENTER,
        ENTER,
        ESC,
        F2,
        F3,
        F2,
        ESC,
        Qt.Key.Key_F8,
        F2,
        ENTER,
        ESC,
        ESC,
        Qt.Key.Key_F6,
        F2,
        ESC,
        ESC,
    ) * 6:
        stage.key(key)
    assert sheet_of(stage) is None
    assert len(facts(stage, SALE_COMPLETED)) == 1
    assert problems(stage.window) == []


# --- refusals at the confirmation ------------------------------------------------------------------------------------


def test_a_refused_confirmation_prices_again(stage: Stage) -> None:
    stage.basket()
    elsewhere = SpentRow("c1", offers.THRESHOLD.id, "t-9", "d-09", "S01", NOW - timedelta(minutes=1), "m1")
    stage.store.publish(f"store/{STORE}/spent", "c1/t-9", elsewhere)
    stage.key(ENTER)
    refusal = stage.checkout.page.side.refusal.refusal
    assert refusal is not None
    assert refusal.code is RefusalCode.ALREADY_USED_ELSEWHERE
    assert stage.checkout.page.side.refusal_shown
    assert stage.checkout.page.quote.total.text() == "NT$409"
    assert phase_of(stage) is Phase.ENTRY
    stage.key(ENTER)
    assert phase_of(stage) is Phase.DONE


NO_RIGHT = (RefusalCode.RIGHT_ELSEWHERE, RefusalCode.NO_RIGHT_OFFLINE, RefusalCode.RIGHT_UNUSABLE)


@pytest.mark.parametrize("code", NO_RIGHT)
def test_a_coupon_without_a_right_can_be_left_out_as_the_words_say(
    stage: Stage, code: RefusalCode, monkeypatch: pytest.MonkeyPatch
) -> None:
    confirm = stage.api.confirm

    def no_right(visit: Visit, *rest: object) -> Redemption | ApprovalNeeded | Refusal:
        used = [line.coupon for line in visit.quote.lines]
        return Refusal(code, {"coupon": "c1"}) if "c1" in used else confirm(visit, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(stage.api, "confirm", no_right)
    stage.basket()
    stage.key(ENTER)
    card = stage.checkout.page.side.refusal
    assert card.refusal is not None
    assert card.refusal.code is code
    assert card.subject.text() == "滿 400 減 60"
    assert "取消使用" in card.next_step.text()
    stage.key(Qt.Key.Key_1, "1", Qt.KeyboardModifier.AltModifier)
    stage.key(ENTER)
    assert phase_of(stage) is Phase.DONE
    (sale,) = facts(stage, SALE_COMPLETED)
    assert "c1" not in [row["id"] for row in sale.body["coupons"]]


# --- words -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "set_"),
    [
        ("許志豪 的 PIN 碼", "許志豪的 PIN 碼"),
        ("Grace Lin 的 PIN 碼", "Grace Lin 的 PIN 碼"),
        ("在本店收銀 1由周建宏核銷", "在本店收銀 1 由周建宏核銷"),
        ("不可與「滿 400 減 60」併用。", "不可與「滿 400 減 60」併用。"),
        ("Redeemed by 周 建宏 here", "Redeemed by 周建宏 here"),
        ("plain English", "plain English"),
    ],
)
def test_chinese_and_latin_stand_apart(text: str, set_: str) -> None:
    assert spaced(text) == set_
    assert spaced(set_) == set_


# --- screens ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("state", "language"),
    list(zip(["chosen", "categories_used", "void", "recent_voided", "approval"], cycle(LANGUAGES))),
)
def test_a_dark_window_opened_in_a_language_fits_too(make_stage: MakeStage, state: str, language: str) -> None:
    stage = make_stage("dark", language)
    STATES[state](stage)
    assert problems(stage.window) == []


def test_a_high_screen_shows_more_sales(stage: Stage) -> None:
    stage.sign_in()
    side = stage.checkout.page.side
    assert [line.isVisible() for line in side.sales] == [True] * 3 + [False] * 9
    stage.window.resize(1920, 1080)
    stage.settle()
    assert sum(line.isVisible() for line in side.sales) == 5
    assert problems(stage.window) == []
    stage.window.resize(1366, 768)
    stage.settle()
    assert sum(line.isVisible() for line in side.sales) == 3
    assert problems(stage.window) == []
