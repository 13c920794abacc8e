"""States of the checkout that campaigns bring about: what is given, paid with points, explained, done for a member."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt

from kiosk.demo.checkout.stage import Stage

MASCOT_FROM_END = 7
"""Rows below the one of a gift that is gone, in the list of reasons."""


def _platinum(stage: Stage) -> None:
    stage.sign_in()
    stage.scan("K:m3")
    stage.type("880")
    stage.frame()


def _wake_up(stage: Stage) -> None:
    stage.sign_in()
    stage.scan("M:m6")
    stage.type("230")


def _points(stage: Stage) -> None:
    stage.basket()
    stage.key(Qt.Key.Key_F7)


def _proof(stage: Stage) -> None:
    _platinum(stage)
    stage.key(Qt.Key.Key_F7)
    stage.type("12")


def _done_rewards(stage: Stage) -> None:
    stage.sign_in()
    stage.scan("M:m1")
    stage.type("1280")
    stage.key(Qt.Key.Key_F7)
    stage.key(Qt.Key.Key_Return)


def _explain(stage: Stage) -> None:
    stage.basket()
    stage.key(Qt.Key.Key_F1)


def _explain_open(stage: Stage) -> None:
    _platinum(stage)
    stage.key(Qt.Key.Key_F1)
    stage.key(Qt.Key.Key_End)
    for _ in range(MASCOT_FROM_END):
        stage.key(Qt.Key.Key_Up)
    stage.key(Qt.Key.Key_Return)


def _explain_sale(stage: Stage) -> None:
    _explain_one(stage, 2)


def _explain_voided(stage: Stage) -> None:
    _explain_one(stage, 3)


def _explain_one(stage: Stage, place: int) -> None:
    stage.sign_in()
    stage.key(Qt.Key.Key_F6)
    for _ in range(place):
        stage.key(Qt.Key.Key_Down)
    stage.key(Qt.Key.Key_F1)
    stage.key(Qt.Key.Key_End)
    stage.key(Qt.Key.Key_Return)


def _actions(stage: Stage) -> None:
    stage.basket()
    stage.key(Qt.Key.Key_F5)


def _actions_mall(stage: Stage) -> None:
    _actions(stage)
    stage.type("4")


def _actions_survey(stage: Stage) -> None:
    _actions(stage)
    stage.type("7")
    stage.type("4")


def _actions_refused(stage: Stage) -> None:
    _actions(stage)
    stage.type("9")


def _actions_won(stage: Stage) -> None:
    _actions_mall(stage)
    stage.key(Qt.Key.Key_Return)


def _actions_proof(stage: Stage) -> None:
    _platinum(stage)
    stage.key(Qt.Key.Key_F5)
    stage.type("9")


def _voided_rewards(stage: Stage) -> None:
    stage.basket()
    stage.key(Qt.Key.Key_Return)
    stage.key(Qt.Key.Key_Escape)
    stage.key(Qt.Key.Key_F8)
    stage.type("1")
    stage.key(Qt.Key.Key_Return)


CAMPAIGN_STATES: dict[str, Callable[[Stage], None]] = {
    "platinum": _platinum,
    "wake_up": _wake_up,
    "points": _points,
    "proof": _proof,
    "done_rewards": _done_rewards,
    "explain": _explain,
    "explain_open": _explain_open,
    "explain_sale": _explain_sale,
    "explain_voided": _explain_voided,
    "actions": _actions,
    "actions_mall": _actions_mall,
    "actions_survey": _actions_survey,
    "actions_refused": _actions_refused,
    "actions_won": _actions_won,
    "actions_proof": _actions_proof,
    "voided_rewards": _voided_rewards,
}
"""Name → how to get there from a freshly opened window."""
