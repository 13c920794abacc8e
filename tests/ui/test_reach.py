"""What a hand, a finger and who listens to the screen can reach. The law over every state is in
`reach_law.py`, and `test_screens.py` holds every state to it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication

from kiosk.demo.checkout.stage import Stage
from kiosk.demo.checkout.states import STATES
from kiosk.demo.checkout.windows import WINDOWS, WindowStage
from kiosk.demo.journal_states import JOURNAL_STATES
from kiosk.domain.stations import StationRole
from kiosk.domain.texts import LANGUAGES
from kiosk.ui.shell.ask import AskSheet
from kiosk.ui.shell.enrolment import EnrolmentWindow
from kiosk.ui.stations.checkout.coupon_panel import CouponCard
from tests.ui.conftest import MakeStage
from tests.ui.hands import ENTER, ESC, F3, F6, notice, press, sheet_of, visit_of
from tests.ui.reach_law import keyless, nameless, shown
from tests.ui.screen_law import small_targets


@pytest.mark.parametrize("language", LANGUAGES)
def test_targets_do_not_shrink_with_the_language(make_stage: MakeStage, language: str) -> None:
    stage = make_stage(language=language)
    stage.basket()
    assert small_targets(stage.window) == []


def test_a_small_target_would_be_found(stage: Stage) -> None:
    stage.basket()
    stage.window.header.clerk.setFixedHeight(40)
    stage.settle()
    assert small_targets(stage.window) != []


@pytest.mark.parametrize("name", WINDOWS)
def test_windows_without_a_station_are_within_reach(qapp: QApplication, name: str) -> None:
    stage = WindowStage("light", "zh_TW", name)
    window = stage.show()
    assert keyless(window) == []
    assert nameless(window) == []
    stage.close()


def test_a_terminal_is_enrolled_by_fingers_alone(qapp: QApplication) -> None:
    stage = WindowStage("light", "en", "enrolment")
    window = stage.show()
    assert isinstance(window, EnrolmentWindow)
    for name in (
        *("enrol_address_keys", *(f"letter_{sign}" for sign in "hq.tw:8443"), "enrol_address_keys"),
        *("enrol_code_keys", *(f"letter_{sign}" for sign in "abcd-1234")),
        "enrol_go",
    ):
        button = next(one for one in window.findChildren(QAbstractButton, name) if one.isVisible())
        button.click()
    while stage.tasks.pending:
        QApplication.processEvents()
    assert (window.page.address.text(), window.page.code.text()) == ("hq.tw:8443", "abcd-1234")
    assert window.page.problem.isVisible(), "HQ was asked and does not know the code"
    stage.close()


def test_the_journal_is_within_reach(make_stage: MakeStage) -> None:
    stage = make_stage(role=StationRole.JOURNAL)
    JOURNAL_STATES["journal"](stage)
    assert keyless(stage.window) == []


# --- every key has a finger's way ------------------------------------------------------------------------------------


@pytest.mark.parametrize("state", ["empty", "main", "done"])
def test_every_action_that_has_a_name_can_be_pressed(make_stage: MakeStage, state: str) -> None:
    stage = make_stage()
    STATES[state](stage)
    # what has a caption of its own only tells of keys; coupons are pressed in their list
    named = [one for one in stage.window.station.actions() if one.label is not None and not one.caption]
    footer = stage.window.footer
    pressed = {key.action for key in footer.keys if key.isVisible()}
    if footer.more.isVisible():  # a sheet has the others
        pressed |= set(footer.hidden)
    assert set(named) <= pressed


def test_a_finger_locks_and_abandons(stage: Stage) -> None:
    stage.basket()
    press(stage, "foot_Esc")
    assert isinstance(sheet_of(stage), AskSheet)
    press(stage, "ask_yes")
    assert visit_of(stage).member is None
    press(stage, "foot_F10")
    assert stage.window.actor is None


# --- below a sheet ---------------------------------------------------------------------------------------------------


def test_nothing_below_a_sheet_can_be_reached(stage: Stage) -> None:
    stage.basket()
    used = {widget for widget in shown(stage.window) if widget.isEnabled()}
    stage.key(F6)
    sheet = sheet_of(stage)
    assert sheet is not None
    outside = [
        one for one in shown(stage.window) if one.isEnabled() and not sheet.isAncestorOf(one) and one is not sheet
    ]
    assert all(one.focusPolicy() == Qt.FocusPolicy.NoFocus for one in outside)
    assert not any(isinstance(one, QAbstractButton) for one in outside)
    stage.key(ESC)
    assert {widget for widget in shown(stage.window) if widget.isEnabled()} >= used
    assert QApplication.focusWidget() is stage.checkout.page


def test_escape_closes_one_sheet_at_a_time_and_leaves_the_sale(stage: Stage) -> None:
    stage.basket()
    stage.key(F3)
    stage.key(ESC)
    assert sheet_of(stage) is None
    assert stage.checkout.flow.amount.text == "462"


# --- what is said aloud ----------------------------------------------------------------------------------------------


@pytest.fixture
def said(stage: Stage) -> list[tuple[str, bool]]:
    heard: list[tuple[str, bool]] = []
    stage.window.ui.voice.said.connect(lambda text, now: heard.append((text, now)))
    return heard


def test_a_success_is_announced(stage: Stage, said: list[tuple[str, bool]]) -> None:
    stage.basket()
    stage.key(ENTER)
    assert any("NT$379" in text and now for text, now in said)


def test_a_refusal_is_announced_with_what_to_do(stage: Stage, said: list[tuple[str, bool]]) -> None:
    stage.basket()
    stage.scan("R:forged")
    card = stage.checkout.page.side.refusal
    text, now = said[-1]
    assert now
    assert card.title.text() in text
    assert card.next_step.text() in text


def test_notices_sheets_and_choices_are_announced(stage: Stage, said: list[tuple[str, bool]]) -> None:
    stage.sign_in()
    stage.key(ENTER)
    assert said[-1] == (notice(stage), True)
    stage.key(F6)
    sheet = sheet_of(stage)
    assert sheet is not None
    assert (sheet.title.text(), False) in said
    stage.key(Qt.Key.Key_Down)
    assert "S02-02-000005" in said[-1][0]


def test_a_wrong_pin_is_announced(stage: Stage, said: list[tuple[str, bool]]) -> None:
    STATES["sign_in_wrong"](stage)
    assert (stage.window.sign_in.entry.problem.text(), True) in said


# --- coupons that cannot be used -------------------------------------------------------------------------------------


def test_tab_reaches_unusable_coupons_which_say_why(stage: Stage) -> None:
    stage.basket()
    cards = [card for card in stage.checkout.page.coupons.cards if card.isVisible()]
    unusable = [card for card in cards if not card.usable]
    assert unusable
    reached = set()
    for _ in range(40):
        stage.key(Qt.Key.Key_Tab)
        reached.add(QApplication.focusWidget())
    assert set(cards) <= reached
    before = stage.checkout.flow.visit
    for card in unusable:
        assert isinstance(card, CouponCard)
        assert card.accessibleDescription() == card.note.text()
        assert "不能用" in card.accessibleName()
        card.click()
        stage.settle()
    assert stage.checkout.flow.visit == before


# --- what is missing, what the button does ---------------------------------------------------------------------------


def test_enter_on_an_empty_sale_says_what_is_missing(stage: Stage) -> None:
    stage.sign_in()
    stage.key(ENTER)
    assert "沒有金額" in notice(stage)
    assert "會員" in notice(stage)
    assert not stage.checkout.page.side.refusal_shown
    stage.scan("M:m1")
    stage.key(ENTER)
    assert "還沒有金額" in notice(stage)


def test_the_button_says_what_it_will_do(stage: Stage) -> None:
    button = stage.checkout.page.quote.confirm
    stage.sign_in()
    stage.type("100")
    assert button.words() == "記錄交易"
    stage.scan("M:m1")
    stage.type("00")
    used = sum(not line.rule for line in visit_of(stage).quote.lines)
    assert used
    assert button.words() == f"核銷 {used} 張券"
