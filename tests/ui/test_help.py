"""Calls for help on the clerk's screen: they flash until somebody says that they go there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt

from kiosk.demo.checkout.help_states import call
from kiosk.demo.checkout.stage import Stage
from kiosk.demo.store.clock import NOW
from kiosk.domain.help.facts import HELP_ANSWERED
from tests.ui.conftest import HeardSounds
from tests.ui.hands import notice, press

MakeStage = Callable[..., Stage]
CTRL = Qt.KeyboardModifier.ControlModifier


def strip_words(stage: Stage) -> str:
    assert stage.window.help.strip.isVisible()
    return stage.window.help.strip.text.text()


def test_who_calls_and_since_when_is_said_and_heard(make_stage: MakeStage) -> None:
    sounds = HeardSounds()
    stage = make_stage(sounds=sounds)
    stage.sign_in()
    sounds.heard.clear()
    call(stage)
    assert "S02-K1" in strip_words(stage)
    assert "14:26" in strip_words(stage)
    assert sounds.heard == ["attention"]
    call(stage)  # told again: no news
    assert sounds.heard == ["attention"]


def test_it_flashes_in_two_looks(stage: Stage) -> None:
    stage.sign_in()
    call(stage)
    strip = stage.window.help.strip
    looks = []
    for _ in range(4):
        looks.append(strip.property("role"))
        stage.window.help._on_blink()
    assert looks == ["alarm", "caution", "alarm", "caution"]


def test_ctrl_h_says_who_goes_there_and_the_strip_is_gone(stage: Stage) -> None:
    stage.basket()
    call(stage)
    stage.key(Qt.Key.Key_H, modifiers=CTRL)
    (fact,) = stage.store.facts(HELP_ANSWERED)
    assert (fact.actor, fact.body["call"]) == ("1001", "h-1")
    assert not stage.window.help.strip.isVisible()
    assert "S02-K1" in notice(stage)
    assert stage.checkout.flow.amount.minor == 46_200  # the open sale goes on
    stage.key(Qt.Key.Key_H, modifiers=CTRL)
    assert len(stage.store.facts(HELP_ANSWERED)) == 1


def test_by_mouse_and_the_next_call_stays(stage: Stage) -> None:
    stage.sign_in()
    call(stage)
    call(stage, "h-2", name="S02-K2")
    press(stage, "help_go", stage.window)
    assert "S02-K2" in strip_words(stage)
    assert len(stage.store.facts(HELP_ANSWERED)) == 1


def test_a_colleague_was_first(stage: Stage) -> None:
    stage.sign_in()
    call(stage)
    first = stage.window.help.calls
    call(stage, answered_by="1002", answered=NOW)
    assert not stage.window.help.strip.isVisible()
    stage.window.help._calls = first  # pressed before that was told
    stage.window.help.answer()
    stage.settle()
    assert "周建宏" in notice(stage)
    assert stage.store.facts(HELP_ANSWERED) == []


def test_nobody_signed_in_is_told_to_sign_in(stage: Stage) -> None:
    call(stage)
    press(stage, "help_go", stage.window)
    assert notice(stage)
    assert stage.store.facts(HELP_ANSWERED) == []
    stage.sign_in()
    stage.key(Qt.Key.Key_H, modifiers=CTRL)
    assert len(stage.store.facts(HELP_ANSWERED)) == 1


def test_minutes_are_counted_and_a_call_that_is_too_old_goes(stage: Stage) -> None:
    stage.sign_in()
    call(stage)
    stage.clock.move(3 * 60_000)
    stage.window.help.tick()
    assert "3" in strip_words(stage).replace("14:26", "")
    stage.clock.move(30 * 60_000)
    stage.window.help.look()
    stage.settle()
    assert not stage.window.help.strip.isVisible()
