"""What can be done for the member at the till (F5)."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from kiosk.application.campaigns.outcomes import ActionKind
from kiosk.demo.checkout.stage import Stage
from kiosk.demo.checkout.states import STATES
from kiosk.domain.campaigns.facts import CHECK_IN_DONE, POINTS_SPENT, REWARD_CHOSEN, SURVEY_ANSWERED
from kiosk.domain.refusals import Refusal, RefusalCode
from kiosk.ui.words.refusals import refusal_words
from tests.ui.conftest import HeardSounds, MakeStage
from tests.ui.hands import (
    DOWN,
    ENTER,
    ESC,
    F5,
    UP,
    actions_of,
    facts,
    press,
    visit_of,
)

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
    assert [fact.body["member"] for fact in facts(stage, CHECK_IN_DONE)] == ["m1"]
    assert sheet.detail.title.text() == "完成：今日簽到"
    assert sheet.detail.rewards.text() == "+ 5 積分"
    assert sounds.heard[-1] == "ok"
    assert sheet.about.text() == "陳*麗 · 3,485 積分"
    assert visit_of(stage).amount == 46200, "the sale goes on"
    assert visit_of(stage).member is not None
    assert visit_of(stage).member.streak_days == 6  # type: ignore[union-attr]
    stage.key(ENTER)
    assert len(facts(stage, CHECK_IN_DONE)) == 1, "once is enough"
    stage.key(DOWN)
    stage.key(UP)
    assert sheet.detail.refused.text() == "已經做過"
    assert not sheet.detail.go.isEnabled()
    stage.key(ESC)
    assert stage.checkout.page.hasFocus()


def test_goods_for_points_by_mouse(stage: Stage) -> None:
    stage.basket()
    press(stage, "actions")
    press(stage, "action_mall_cup")
    sheet = actions_of(stage)
    assert (sheet.detail.title.text(), sheet.detail.price.text()) == ("雙層隨行杯", "需 800 積分")
    press(stage, "action_go")
    assert sheet.detail.title.text() == "完成：雙層隨行杯"
    assert stage.checkout.page.member.points.value.text() == "2,680"


def test_what_cannot_be_done_says_why(stage: Stage) -> None:
    STATES["actions_refused"](stage)
    detail = actions_of(stage).detail
    gone = Refusal(RefusalCode.REWARD_GONE, {"name": "限量公仔"})
    words = refusal_words(gone, stage.checkout.page.surroundings())
    assert (detail.refused.text(), detail.reason.text(), detail.next_step.text()) == (
        words.title, words.reason, words.next_step,
    )  # fmt: skip
    assert not detail.go.isEnabled()
    stage.key(ENTER)
    assert facts(stage, POINTS_SPENT) == []


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
    (answer,) = facts(stage, SURVEY_ANSWERED)
    assert (answer.body["ref"], answer.body["value"]) == ("taste", 5)


def test_a_gift_is_chosen_once(stage: Stage) -> None:
    STATES["platinum"](stage)
    stage.key(F5)
    stage.type("2")
    stage.key(ENTER)
    sheet = actions_of(stage)
    assert [fact.body["ref"] for fact in facts(stage, REWARD_CHOSEN)] == ["umbrella"]
    assert sheet.detail.rewards.text() == "+ 禮品「晴雨傘」"
    assert not any(row.objectName().startswith("action_choose") and row.isVisible() for row in sheet.rows)


def test_points_are_spent_by_the_member_alone(stage: Stage) -> None:
    STATES["actions_proof"](stage)
    sheet = actions_of(stage)
    assert sheet.detail.proof.field.hasFocus()
    assert not sheet.detail.go.isVisible()
    stage.type("1111")
    stage.key(ENTER)
    assert sheet.detail.proof.problem.isVisible()
    stage.type("5678")
    stage.key(ENTER)
    assert not sheet.detail.proof.isVisible()
    assert sheet.detail.go.isEnabled()
    assert sheet.rows[5].hasFocus()
    stage.key(ENTER)
    assert [fact.body["ref"] for fact in facts(stage, POINTS_SPENT)] == ["cup"]


def test_what_changed_meanwhile_is_said(stage: Stage) -> None:
    stage.basket()
    stage.key(F5)
    clerk = stage.window.actor
    assert clerk is not None
    stage.api.act(visit_of(stage), stage.api.actions(visit_of(stage))[0], clerk)
    stage.key(ENTER)
    sheet = actions_of(stage)
    assert sheet.detail.refused.text() == "已經做過"
    stage.type("2")
    assert sheet.detail.title.text() == "補簽 6 天前"
    stage.key(ENTER)
    assert sheet.detail.title.text() == "完成：補簽 6 天前"


def test_deposits_are_taken_first(stage: Stage) -> None:
    stage.basket()
    stage.key(F5)
    press(stage, "action_deposit_feast")
    assert actions_of(stage).detail.price.text() == "請先向顧客收取 NT$100。"
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
    flow = stage.checkout.flow
    answers: list[object] = []

    class Listener(QWidget):
        def hear(self, answer: object) -> None:
            answers.append(answer)

    listener = Listener()
    flow.run_errand(lambda visit, actor: stage.api.prove(visit, "3444"), listener.hear)
    flow.run_errand(lambda visit, actor: stage.api.prove(visit, "3444"), listener.hear)
    flow.clear()
    stage.settle()
    assert answers == []
    assert flow.visit is not None
    assert flow.visit.member is None
    stage.scan("M:m1")
    flow.run_errand(lambda visit, actor: stage.api.prove(visit, "3444"), listener.hear)
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
