"""Prizes at the checkout: found, a document looked at, handed over once, declined; the note to sign."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from kiosk.application.draws.wheel_outcomes import ReceiptCheck, ReceiptVerdict
from kiosk.application.ports.prizes import Leave
from kiosk.demo.checkout.prize_states import MUG, PRIZE_STATES, TELEVISION, TRIP, win
from kiosk.demo.checkout.stage import Stage
from kiosk.demo.store.printers import COUNTER, set_up
from kiosk.domain.documents.facts import DOCUMENT_QUEUED
from kiosk.domain.draws.claim_facts import CLAIM_ADDRESSED, CLAIM_CHECKED, CLAIM_FORFEITED, CLAIM_HANDED, CLAIM_SHIPPED
from kiosk.domain.refusals import Refusal, RefusalCode
from kiosk.domain.remarks.strokes import strokes_of
from kiosk.ui.customer.screen import CustomerScreen
from kiosk.ui.customer.views import Signing
from kiosk.ui.stations.checkout.address_sheet import AddressSheet
from kiosk.ui.stations.checkout.draw_receipt_sheet import DrawReceiptSheet
from kiosk.ui.stations.checkout.prizes_sheet import PrizesSheet
from kiosk.ui.stations.checkout.sign_sheet import SignSheet
from kiosk.ui.widgets.sign_field import SignField
from tests.ui.hands import ENTER, notice, press

CTRL = Qt.KeyboardModifier.ControlModifier


def sheet(stage: Stage) -> PrizesSheet:
    found = stage.window.overlay.sheet
    assert isinstance(found, PrizesSheet), found
    return found


def opened(stage: Stage, member: str = "M:m1") -> PrizesSheet:
    stage.sign_in()
    win(stage)
    if member:
        stage.scan(member)
    stage.key(Qt.Key.Key_G, modifiers=CTRL)
    return sheet(stage)


def said(stage: Stage, kind: str) -> list[Any]:
    return [fact.body for fact in stage.store.facts(kind)]


def test_without_a_member_all_that_are_due_are_there_the_most_urgent_first(stage: Stage) -> None:
    found = opened(stage, "")
    assert len(found.rows) == 4
    assert found.claim is not None
    assert found.claim.id == TRIP


def test_who_comes_to_the_till_is_told_of_their_prize_and_services_lead_there(stage: Stage) -> None:
    stage.sign_in()
    win(stage)
    stage.scan("M:m1")
    assert "Ctrl G" in notice(stage)
    stage.key(Qt.Key.Key_F5)
    press(stage, "actions_prizes")
    assert len(sheet(stage).rows) == 2


def test_a_document_first_then_it_is_handed_over_with_the_tax(stage: Stage) -> None:
    found = opened(stage)
    assert not found.go.isEnabled()
    stage.key(ENTER)
    assert said(stage, CLAIM_HANDED) == []
    stage.key(Qt.Key.Key_F4)
    assert said(stage, CLAIM_CHECKED) == [{"claim": TELEVISION}]
    assert "2,599" in found.tax.text()
    stage.key(ENTER)
    assert said(stage, CLAIM_HANDED) == [{"claim": TELEVISION, "how": "paper", "tax": 259_900}]
    assert not found.go.isVisible()
    assert notice(stage)


def test_who_lives_abroad_pays_more(stage: Stage) -> None:
    found = opened(stage)
    press(stage, "prize_abroad")
    stage.key(Qt.Key.Key_F4)
    assert "5,198" in found.tax.text()
    press(stage, "prize_abroad")
    assert [body.get("resident", True) for body in said(stage, CLAIM_CHECKED)] == [False, True]


def test_what_nobody_wants_goes_on_when_it_is_pressed_twice(stage: Stage) -> None:
    opened(stage)
    stage.key(Qt.Key.Key_Down)
    stage.key(Qt.Key.Key_F8)
    assert said(stage, CLAIM_FORFEITED) == []
    stage.key(Qt.Key.Key_F8)
    assert said(stage, CLAIM_FORFEITED) == [{"claim": MUG, "reason": "declined"}]


def test_a_draws_prize_waits_for_hq(stage: Stage) -> None:
    PRIZE_STATES["prizes_offline"](stage)
    found = sheet(stage)
    assert found.problem.isVisible()
    assert said(stage, CLAIM_HANDED) == []
    stage.store.leave = Leave(Refusal(RefusalCode.PRIZE_ELSEWHERE, {"terminal": "S02-K9"}))
    stage.key(ENTER)
    assert "S02-K9" in found.problem.text()
    stage.store.leave = Leave()
    stage.key(ENTER)
    assert [body["claim"] for body in said(stage, CLAIM_HANDED)] == [TRIP]
    assert said(stage, CLAIM_SHIPPED) == []


def test_the_note_is_printed(stage: Stage) -> None:
    set_up(stage.store.context, printers=(COUNTER,))
    stage.window.printing.look()
    stage.settle()
    opened(stage)
    stage.key(Qt.Key.Key_F6)
    queued = said(stage, DOCUMENT_QUEUED)
    assert [(body["document"], body["about"]) for body in queued] == [("fulfilment_note", TELEVISION)]


def test_a_result_slip_opens_its_prize_and_proves_it(stage: Stage, monkeypatch: Any) -> None:
    def check(_text: str) -> ReceiptCheck:
        lease, j = MUG.removeprefix("w/").rsplit("/", 1)
        return ReceiptCheck(ReceiptVerdict.GOOD, (), wheel=True, draw=lease, index=int(j), size=50)

    monkeypatch.setattr(stage.api, "check_receipt", check)
    stage.sign_in()
    win(stage)
    stage.scan("KD1:XYZ")
    found = sheet(stage)
    assert found.claim is not None
    assert found.claim.id == MUG
    stage.key(ENTER)
    assert [(body["claim"], body["how"]) for body in said(stage, CLAIM_HANDED)] == [(MUG, "receipt")]


def test_a_slip_without_a_prize_is_only_checked(stage: Stage) -> None:
    stage.sign_in()
    stage.scan("KD1:NOTHING")
    assert isinstance(stage.window.overlay.sheet, DrawReceiptSheet)


def test_what_is_to_be_sent_is_hqs_and_the_address_is_asked_for_once(stage: Stage) -> None:
    PRIZE_STATES["prizes_address"](stage)
    asked = stage.window.overlay.sheet
    assert isinstance(asked, AddressSheet)
    assert not asked.go.isEnabled()
    stage.type("x")
    stage.key(ENTER)
    assert asked.problem.text()
    stage.type("yz, 1 High Street")
    stage.key(ENTER)
    (body,) = said(stage, CLAIM_ADDRESSED)
    assert "High" not in str(body)
    found = sheet(stage)
    assert found.claim is not None
    assert found.claim.sent
    assert not found.go.isVisible()
    assert not found.decline.isVisible()
    stage.key(ENTER)
    assert said(stage, CLAIM_HANDED) == []


def test_the_winner_signs_on_their_own_screen(stage: Stage) -> None:
    with customers_screen(stage) as screen:
        PRIZE_STATES["prizes_document"](stage)
        stage.key(Qt.Key.Key_F5)
        signing = stage.window.overlay.sheet
        assert isinstance(signing, SignSheet)
        view = screen.view
        assert isinstance(view, Signing)
        assert view.member == "陳*麗"
        stroke(screen)
        assert len(signing.field.strokes) == 1
        stage.key(Qt.Key.Key_F4)
        again = screen.view
        assert isinstance(again, Signing)
        assert (again.turn > view.turn, signing.field.strokes) == (True, [])
        stroke(screen)
        stage.key(ENTER)
        assert [body["how"] for body in said(stage, CLAIM_HANDED)] == ["screen"]
        assert not isinstance(screen.view, Signing)
        assert [one for one in screen.findChildren(SignField) if one.isVisible()] == []


def test_whoever_does_not_sign_is_asked_no_more(stage: Stage) -> None:
    with customers_screen(stage) as screen:
        PRIZE_STATES["prizes_document"](stage)
        stage.key(Qt.Key.Key_F5)
        shown = screen.view
        assert isinstance(shown, Signing)
        for _ in range(2):  # a notice lies above
            stage.key(Qt.Key.Key_Escape)
        assert screen.view != shown
        assert said(stage, CLAIM_HANDED) == []


@contextmanager
def customers_screen(stage: Stage) -> Iterator[CustomerScreen]:
    """The customer's screen beside the till."""
    screen = CustomerScreen(stage.window.ui)
    screen.resize(1280, 720)
    stage.checkout.customer_sees.connect(screen.show_view)
    screen.signed.connect(stage.checkout.prizes.customer_signed)
    screen.show()
    yield screen
    screen.close()
    screen.deleteLater()


def stroke(screen: CustomerScreen) -> None:
    """A finger on the customer's screen."""
    field = next(one for one in screen.findChildren(SignField) if one.isVisible())
    middle = field.rect().center()
    QTest.mousePress(field, Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseMove(field, middle + QPoint(60, 30))
    QTest.mouseRelease(field, Qt.MouseButton.LeftButton, pos=middle + QPoint(60, 30))


def test_a_slip_from_elsewhere_is_told_clearly_without_hq(stage: Stage) -> None:
    stage.sign_in()
    stage.checkout.prizes._on_found("w/other.9/3")
    stage.settle()
    assert "結果單" in notice(stage)
    assert stage.window.overlay.sheet is None


def test_the_winner_signs_on_the_screen_and_the_fact_only_commits_to_it(stage: Stage) -> None:
    PRIZE_STATES["prizes_document"](stage)
    stage.key(Qt.Key.Key_F5)
    signing = stage.window.overlay.sheet
    assert isinstance(signing, SignSheet)
    stage.key(ENTER)
    assert said(stage, CLAIM_HANDED) == [], "nobody has signed"
    signing.field.strokes = [[(100, 500), (300, 200), (500, 500)]]
    signing.field.edited.emit()
    stage.key(ENTER)
    (body,) = said(stage, CLAIM_HANDED)
    assert body["how"] == "screen"
    (kept,) = stage.store.ledger.run(lambda tx: tx.remarks_untold(9))
    assert (kept.commitment, kept.member) == (body["signature"], "m1")
    assert strokes_of(kept.text) == (((100, 500), (300, 200), (500, 500)),)
    shown = sheet(stage).claim
    assert shown is not None
    assert (shown.over, shown.how) == (True, "screen")
