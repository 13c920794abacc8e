"""The shell: one table of actions for keys, footer and buttons; stations that are changed; threads that do not wait."""

from __future__ import annotations

import threading
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QObject, Qt, QThread
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QPushButton

from kiosk.application.ports.coupons import Claim
from kiosk.application.ports.faults import LedgerFull
from kiosk.demo.checkout.stage import Stage
from kiosk.demo.journal_states import AUDITOR_NUMBER
from kiosk.demo.store.people import PIN
from kiosk.domain.journal.kinds import SETTING_CHANGED
from kiosk.domain.sales.facts import SALE_COMPLETED
from kiosk.domain.staff.roles import Permission
from kiosk.domain.stations import StationRole
from kiosk.ui.shell.actions import ALT, CTRL, ENTER, Action, ActionTable, bind
from kiosk.ui.shell.fault_page import FaultSheet
from kiosk.ui.shell.overlay import Sheet
from kiosk.ui.shell.signin.sheets import ApprovalSheet
from kiosk.ui.shell.switch import StationSheet
from kiosk.ui.stations.checkout.machine import Phase
from kiosk.ui.widgets.basics import Button, KeyCap
from tests.ui.hands import ENTER as RETURN
from tests.ui.hands import ESC, facts, notice, phase_of, press, sheet_of

F9 = Qt.Key.Key_F9


def pressed(
    key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier, *, held: bool = False
) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key, modifier, "", held)


# --- actions ---------------------------------------------------------------------------------------------------------


def test_a_key_does_what_its_action_says() -> None:
    done: list[str] = []
    on = [True]
    table = ActionTable(
        [
            Action(lambda: done.append("f3"), (Qt.Key.Key_F3,)),
            Action(lambda: done.append("alt 1"), (Qt.Key.Key_1,), ALT),
            Action(lambda: done.append("1"), (Qt.Key.Key_1,)),
            Action(lambda: done.append("first"), ENTER, enabled=lambda: on[0], repeats=False),
            Action(lambda: done.append("second"), ENTER),
        ]
    )
    assert table.press(pressed(Qt.Key.Key_F3))
    assert table.press(pressed(Qt.Key.Key_1, ALT))
    assert table.press(pressed(Qt.Key.Key_1, Qt.KeyboardModifier.KeypadModifier))
    assert not table.press(pressed(Qt.Key.Key_1, CTRL))
    assert not table.press(pressed(Qt.Key.Key_F4))
    assert table.press(pressed(Qt.Key.Key_Enter))
    assert table.press(pressed(Qt.Key.Key_Return, held=True))  # held down: taken, and nothing done
    on[0] = False
    assert table.press(pressed(Qt.Key.Key_Return, held=True))
    assert done == ["f3", "alt 1", "1", "first", "second"]


@pytest.mark.parametrize(
    ("action", "cap"),
    [
        (Action(lambda: None, (Qt.Key.Key_F12,)), "F12"),
        (Action(lambda: None, ENTER), "Enter"),
        (Action(lambda: None, (Qt.Key.Key_F9,), CTRL), "Ctrl F9"),
        (Action(lambda: None, (Qt.Key.Key_0,), ALT), "Alt 0"),
        (Action(lambda: None, (Qt.Key.Key_1,), ALT, caption="Alt 1–9"), "Alt 1–9"),
        (Action(lambda: None), ""),
    ],
)
def test_what_stands_on_the_key_cap(action: Action, cap: str) -> None:
    assert action.cap == cap


def test_a_button_does_and_names_the_same(qapp: QApplication) -> None:
    done: list[str] = []
    action = Action(lambda: done.append("x"), (Qt.Key.Key_F4,))
    capped, chip = Button("", key="F1"), Button("chip")
    chip.say("By category")
    for button in (capped, chip):
        bind(button, action)
        button.click()
    assert done == ["x", "x"]
    assert [cap.text() for cap in capped.findChildren(KeyCap)] == ["F4"]
    assert chip.text() == "By category  F4"
    chip.say("Otherwise")
    assert chip.text() == "Otherwise  F4"


def test_the_footer_and_the_buttons_name_the_keys_that_work(stage: Stage) -> None:
    stage.sign_in()
    caps = [cap.text() for key in stage.window.footer.keys for cap in key.findChildren(KeyCap)]
    assert caps == [
        *("F3", "Ctrl N", "F4", "F5", "F6", "F7", "F8", "Esc", "F9", "F10", "F1", "Ctrl F5", "F2", "Ctrl K"),
        *("Ctrl B", "Alt 1–9"),
    ]
    known = {action.cap for action in stage.checkout.actions()}
    shown = {
        cap.text() for button in stage.checkout.page.findChildren(QPushButton) for cap in button.findChildren(KeyCap)
    }
    assert {cap for cap in shown if not cap.startswith("Alt")} <= known


# --- stations --------------------------------------------------------------------------------------------------------


def role_of(stage: Stage) -> StationRole:
    return stage.window.station.role


def change(stage: Stage, pin: str = PIN) -> None:
    """Ctrl F9, the other station, the manager's PIN."""
    stage.key(F9, modifiers=CTRL)
    stage.type("1")
    stage.type(pin)
    stage.key(RETURN)


def test_a_manager_changes_the_station_without_a_restart(stage: Stage) -> None:
    stage.sign_in(4)
    change(stage)
    assert role_of(stage) is StationRole.JOURNAL
    assert stage.window.actor is not None  # a manager may work at both
    assert stage.journal.page.isVisible()
    assert stage.window.windowTitle() == "流水"
    assert "流水" in notice(stage)
    assert [action.cap for action in stage.journal.actions() if action.label is not None][-1] == "Ctrl F9"
    (fact,) = facts(stage, SETTING_CHANGED)
    assert (fact.actor, fact.body["after"]) == ("1010", "journal")
    change(stage)
    assert role_of(stage) is StationRole.CHECKOUT
    assert stage.checkout.page.isVisible()


def test_who_may_not_work_at_the_other_station_is_signed_out(stage: Stage) -> None:
    stage.sign_in(1)
    change(stage)
    assert stage.window.actor is None
    assert stage.window.sign_in.isVisible()
    stage.key(ESC)
    stage.sign_in(AUDITOR_NUMBER)
    assert stage.journal.page.isVisible()


def test_the_station_can_be_changed_while_nobody_is_signed_in(stage: Stage) -> None:
    change(stage)
    assert role_of(stage) is StationRole.JOURNAL
    assert stage.window.actor is None
    stage.sign_in(AUDITOR_NUMBER)
    assert stage.window.actor is not None


def test_a_wrong_pin_changes_nothing(stage: Stage) -> None:
    stage.sign_in()
    change(stage, "9999")
    sheet = sheet_of(stage)
    assert isinstance(sheet, ApprovalSheet)
    assert sheet.entry.problem.text()
    stage.key(ESC)
    stage.key(ESC)
    assert role_of(stage) is StationRole.CHECKOUT
    assert facts(stage, SETTING_CHANGED) == []


def test_an_open_sale_is_asked_about_and_not_lost(stage: Stage) -> None:
    stage.basket()
    stage.key(F9, modifiers=CTRL)
    sheet = sheet_of(stage)
    assert isinstance(sheet, StationSheet)
    assert sheet.warning.isVisible()
    stage.key(ESC)
    assert stage.checkout.busy()
    stage.key(F9, modifiers=CTRL)
    press(stage, "station_journal", sheet_of(stage))
    stage.type(PIN)
    stage.key(RETURN)
    assert role_of(stage) is StationRole.JOURNAL
    assert stage.checkout.flow.empty
    assert facts(stage, SALE_COMPLETED) == []


def test_without_an_open_sale_there_is_no_warning(stage: Stage) -> None:
    stage.sign_in()
    press(stage, "station")
    sheet = sheet_of(stage)
    assert isinstance(sheet, StationSheet)
    assert not sheet.warning.isVisible()


def test_a_basket_that_comes_meanwhile_is_asked_about(stage: Stage) -> None:
    stage.sign_in()
    stage.key(F9, modifiers=CTRL)
    stage.type("1")
    visit = stage.api.price(replace(stage.api.new_visit(), amount=46_200, till="POS-1"))
    stage.checkout.flow.basket_arrived(visit)
    stage.settle()
    stage.type(PIN)
    stage.key(RETURN)
    sheet = sheet_of(stage)
    assert isinstance(sheet, StationSheet)
    assert sheet.warning.isVisible()
    assert role_of(stage) is StationRole.CHECKOUT


# --- threads ---------------------------------------------------------------------------------------------------------


class Gathered(QObject):
    """Answers of tasks, on the GUI thread."""

    def __init__(self) -> None:
        super().__init__()
        self.taken: list[object] = []

    def take(self, answer: object) -> None:
        assert QThread.currentThread() is self.thread()
        self.taken.append(answer)


class SlowHq:
    """Answers a claim when it is told to."""

    def __init__(self) -> None:
        self.asked, self.answer = threading.Event(), threading.Event()

    def claim(self, *_: object) -> Claim | None:
        self.asked.set()
        assert self.answer.wait(30)
        return None


def test_searches_and_pins_answer_while_hq_is_asked(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    hq = SlowHq()
    monkeypatch.setattr(stage.store, "claim", hq.claim)
    stage.basket()
    used = stage.checkout.flow.visit
    assert used is not None
    for line in used.quote.lines:
        stage.store.take_right(line.coupon)
    stage.checkout.flow.confirm()
    try:
        assert hq.asked.wait(30)
        assert phase_of(stage) is Phase.CONFIRMING
        names = Gathered()
        stage.tasks.run(lambda: stage.api.find_members("陳"), names.take)
        stage.tasks.run(lambda: stage.api.approve("1010", PIN, Permission.APPROVE_VOID), names.take)
        while len(names.taken) < 2:
            QApplication.processEvents()
        assert phase_of(stage) is Phase.CONFIRMING  # HQ has not answered yet
        assert stage.checkout.settling()
    finally:
        hq.answer.set()
    stage.settle()
    assert phase_of(stage) is not Phase.CONFIRMING


def test_a_void_that_cannot_be_recorded_is_said_once(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[Sheet | None] = []

    def full(*_: object) -> None:
        raise LedgerFull("no space left")

    stage.sign_in()
    monkeypatch.setattr(stage.api, "void", full)
    stage.window.overlay.opened.connect(lambda: opened.append(stage.window.overlay.sheet))
    stage.key(Qt.Key.Key_F8)
    stage.type("2")
    stage.key(RETURN)
    assert [isinstance(sheet, FaultSheet) for sheet in opened] == [False, True]
