"""A member's file at the till: how the registration stands, consents, friends, the invitation."""

from __future__ import annotations

from PySide6.QtCore import Qt

from kiosk.demo.checkout.newcomer_states import NEWCOMER_STATES, open_file, publish_newcomers, write
from kiosk.demo.checkout.stage import Stage
from kiosk.demo.store.newcomers import RIGHT
from kiosk.demo.store.printers import COUNTER, set_up
from kiosk.domain.documents.facts import DOCUMENT_QUEUED
from kiosk.domain.registration.facts import MEMBER_CONSENTED, PHONE_PROVED
from kiosk.ui.customer.views import CustomerView, MemberCode
from kiosk.ui.shell.ask import AskSheet
from kiosk.ui.stations.checkout.member_file_sheet import MemberFileSheet
from tests.ui.hands import ENTER, ESC, agree, nothing_open, notice, press, words_in

CTRL = Qt.KeyboardModifier.ControlModifier


def file(stage: Stage) -> MemberFileSheet:
    found = stage.window.overlay.sheet
    assert isinstance(found, MemberFileSheet), found
    return found


def test_without_a_member_there_is_no_file(stage: Stage) -> None:
    stage.sign_in()
    stage.key(Qt.Key.Key_M, modifiers=CTRL)
    assert nothing_open(stage)
    assert notice(stage)


def test_the_phone_is_proved_now(stage: Stage) -> None:
    open_file(stage)
    assert file(stage).proof.isEnabled()
    stage.key(Qt.Key.Key_F4)
    write(stage, "phone_code", RIGHT)
    stage.key(ENTER)
    assert len(stage.store.facts(PHONE_PROVED)) == 1
    stage.key(Qt.Key.Key_M, modifiers=CTRL)
    assert not file(stage).proof.isEnabled()


def test_offers_are_withdrawn_and_given_at_any_time(stage: Stage) -> None:
    open_file(stage)
    press(stage, "file_consent_marketing")  # they had said no
    press(stage, "file_consent_marketing")
    said = [(fact.body["purpose"], fact.body["given"]) for fact in stage.store.facts(MEMBER_CONSENTED)]
    assert said == [("marketing", True), ("marketing", False)]


def test_who_withdraws_membership_is_asked_and_passed_on(stage: Stage) -> None:
    open_file(stage)
    press(stage, "file_consent_service")
    assert isinstance(stage.window.overlay.sheet, AskSheet)
    stage.key(ESC)
    assert stage.store.facts(MEMBER_CONSENTED) == []
    stage.key(Qt.Key.Key_M, modifiers=CTRL)
    press(stage, "file_consent_service")
    agree(stage)
    (fact,) = stage.store.facts(MEMBER_CONSENTED)
    assert (fact.body["purpose"], fact.body["given"]) == ("service", False)
    assert notice(stage)


def test_friends_and_the_ladder(stage: Stage) -> None:
    NEWCOMER_STATES["member_file_friends"](stage)
    shown = words_in(file(stage))
    assert "林*安" in shown
    assert "3" in shown


def test_the_invitation_is_shown_and_printed(stage: Stage) -> None:
    publish_newcomers(stage)
    set_up(stage.store.context, printers=(COUNTER,))
    stage.window.printing.look()
    stage.settle()
    seen: list[CustomerView] = []
    stage.checkout.customer_sees.connect(seen.append)
    stage.basket()
    stage.key(Qt.Key.Key_M, modifiers=CTRL)
    stage.key(Qt.Key.Key_F6)
    assert isinstance(seen[-1], MemberCode)
    assert seen[-1].invites
    stage.key(Qt.Key.Key_F11)
    (fact,) = stage.store.facts(DOCUMENT_QUEUED)
    assert fact.body["document"] == "invite_card"
    stage.key(ESC)  # the notice
    stage.key(ESC)
    assert not isinstance(seen[-1], MemberCode)
