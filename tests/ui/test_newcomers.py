"""A new member at the till: by scanner and keyboard, by finger, with nonsense in every field, with HQ away; the open
sale is kept, and nothing is half done."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from kiosk.application.ports.faults import LedgerFull
from kiosk.demo.checkout.newcomer_states import (
    NAME,
    PHONE,
    agree,
    fill_in,
    open_newcomer,
    publish_newcomers,
    register,
    write,
)
from kiosk.demo.checkout.stage import Stage
from kiosk.demo.store.newcomers import RIGHT
from kiosk.demo.store.printers import COUNTER, set_up
from kiosk.domain.documents.facts import DOCUMENT_QUEUED
from kiosk.domain.documents.printers import ReceiptPolicy
from kiosk.domain.members.facts import MEMBER_REGISTERED
from kiosk.domain.sales.facts import SALE_COMPLETED
from kiosk.domain.scan.events import ScanEvent, ScanSource, Symbology
from kiosk.ui.customer.views import CustomerView, MemberCode
from kiosk.ui.stations.checkout.newcomer_sheet import NewcomerSheet
from kiosk.ui.stations.checkout.welcome_sheet import WelcomeSheet
from tests.ui.hands import DOWN, ENTER, ESC, nothing_open, notice, press, visit_of, words_in

MakeStage = Callable[..., Stage]
CTRL = Qt.KeyboardModifier.ControlModifier
A_KEY_S, A_THOUGHT_S = 0.28, 1.35
"""A key of an average typist, and the pause before what has to be thought of: the keystroke-level model (Card, Moran,
Newell, 1983)."""
A_SCAN_S = 1.5
"""A code that is held out."""
IN_PINYIN = "linxiaoan" + "1" * 3
"""The name's letters, and the digits that choose its characters."""


def sheet(stage: Stage) -> NewcomerSheet:
    found = stage.window.overlay.sheet
    assert isinstance(found, NewcomerSheet), found
    return found


def welcome(stage: Stage) -> WelcomeSheet:
    found = stage.window.overlay.sheet
    assert isinstance(found, WelcomeSheet), found
    return found


def bodies(stage: Stage) -> list[dict[str, object]]:
    return [dict(fact.body) for fact in stage.store.facts(MEMBER_REGISTERED)]


def focused(stage: Stage) -> str:
    widget = stage.window.focusWidget()
    return widget.objectName() if widget is not None else ""


# --- the quick way ---------------------------------------------------------------------------------------------------


def test_scan_phone_name_enter_in_eight_acts_and_the_pack_is_in_the_price(stage: Stage) -> None:
    publish_newcomers(stage)
    stage.sign_in()
    stage.type("520")  # the open sale
    # keys that are pressed, whether one has to think before (or to listen), and what is done
    acts: list[tuple[int, bool, Callable[[], None]]] = [
        (2, True, lambda: stage.key(Qt.Key.Key_N, modifiers=CTRL)),
        (0, False, lambda: stage.scan("I:m1")),
        (len(PHONE), True, lambda: stage.type(PHONE)),  # whole: the name is next
        (len(IN_PINYIN), True, lambda: write_here(stage, NAME)),
        (1, False, lambda: stage.key(ENTER)),
        (1, False, lambda: stage.key(ENTER)),  # membership: agrees
        (1, True, lambda: stage.key(Qt.Key.Key_2, "2")),  # offers: no
        (1, False, lambda: stage.key(ENTER)),
    ]
    for _keys, _thinks, act in acts:
        act()
    assert len(acts) <= 8
    keys, thoughts = sum(one[0] for one in acts), sum(one[1] for one in acts)
    assert (keys, thoughts) == (28, 4)
    assert keys * A_KEY_S + thoughts * A_THOUGHT_S + A_SCAN_S <= 15
    (body,) = bodies(stage)
    assert body["other"] == "m1"
    assert body["how"] == "invite"
    assert body["consents"] == [["service", "1"]]
    assert isinstance(stage.window.overlay.sheet, WelcomeSheet)
    stage.key(ENTER)
    assert nothing_open(stage)
    visit = visit_of(stage)
    assert visit.member is not None
    assert visit.member.id == body["member"]
    assert stage.checkout.flow.amount.minor == 52_000
    assert visit.quote.total == 44_000  # 80 off
    stage.key(ENTER)
    (sale,) = stage.store.facts(SALE_COMPLETED)
    assert sale.body["member"] == body["member"]


def write_here(stage: Stage, text: str) -> None:
    """An input method writes where the focus is."""
    field = stage.window.focusWidget()
    assert isinstance(field, QLineEdit)
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(field, event)
    stage.settle()


def test_the_facts_hold_nothing_of_the_person(stage: Stage) -> None:
    register(stage)
    said = repr(bodies(stage))
    for secret in (NAME, PHONE, PHONE[1:], NAME[0]):
        assert secret not in said


def test_without_anybody_who_recommends(stage: Stage) -> None:
    register(stage, referrer="")
    (body,) = bodies(stage)
    assert "other" not in body


def test_by_finger_alone(stage: Stage) -> None:
    publish_newcomers(stage)
    stage.sign_in()
    press(stage, "newcomer", stage.window)
    press(stage, "new_keys")
    for digit in PHONE:
        press(stage, f"letter_{digit}")
    for letter in "lin":
        press(stage, f"letter_{letter}")
    press(stage, "new_keys")
    press(stage, "consent_service_yes")
    press(stage, "consent_marketing_no")
    press(stage, "new_go")
    assert len(bodies(stage)) == 1
    press(stage, "welcome_go")
    assert nothing_open(stage)


def test_the_footer_and_an_invitation_on_an_empty_till_open_it(stage: Stage) -> None:
    publish_newcomers(stage)
    stage.sign_in()
    press(stage, "foot_Ctrl N")
    sheet(stage)
    stage.key(ESC)
    stage.scan("I:m3")
    assert "王" in sheet(stage).referrer.means.text()
    stage.key(ESC)
    stage.type("520")
    stage.scan("I:m3")  # of a sale that is open it says whose recommendation it is
    assert nothing_open(stage)


def test_the_member_at_the_till_may_be_who_recommends_and_keeps_the_sale(stage: Stage) -> None:
    publish_newcomers(stage)
    stage.basket()
    stage.key(Qt.Key.Key_N, modifiers=CTRL)
    press(stage, "new_referrer_extra")
    fill_in(stage, referrer="")
    agree(stage)
    stage.key(ENTER)
    (body,) = bodies(stage)
    assert (body["other"], body["how"]) == ("m1", "pass")
    stage.key(ENTER)
    visit = visit_of(stage)
    assert visit.member is not None
    assert visit.member.id == "m1"
    assert stage.checkout.flow.amount.minor == 46_200


def test_the_new_one_instead_and_the_sale_before_can_be_taken_back(stage: Stage) -> None:
    publish_newcomers(stage)
    stage.basket()
    stage.key(Qt.Key.Key_N, modifiers=CTRL)
    fill_in(stage, referrer="")
    agree(stage)
    stage.key(ENTER)
    press(stage, "welcome_take")
    visit = visit_of(stage)
    assert visit.member is not None
    assert visit.member.id == bodies(stage)[0]["member"]
    assert stage.checkout.flow.shelf.there is not None


# --- who is a member already -----------------------------------------------------------------------------------------


def test_a_member_already_is_shown_masked_and_taken_into_the_sale(stage: Stage) -> None:
    open_newcomer(stage, amount="300")
    stage.type("0933555128")
    shown = words_in(sheet(stage))
    assert "李*" in shown
    assert "0933***128" in shown
    assert "李梅" not in shown
    stage.key(ENTER)
    assert nothing_open(stage)
    visit = visit_of(stage)
    assert visit.member is not None
    assert visit.member.id == "m2"
    assert stage.checkout.flow.amount.minor == 30_000
    assert bodies(stage) == []


def test_another_phone_and_it_is_nobody(stage: Stage) -> None:
    open_newcomer(stage)
    stage.type("0933555128")
    write(stage, "new_phone", PHONE)
    assert not sheet(stage)._known


# --- consents, and children ------------------------------------------------------------------------------------------


def test_nobody_is_registered_before_each_consent_was_asked(stage: Stage) -> None:
    open_newcomer(stage)
    fill_in(stage)
    assert focused(stage) == "consent_service_yes"
    stage.key(Qt.Key.Key_Tab)
    sheet(stage).submit()
    stage.settle()
    assert bodies(stage) == []
    stage.key(Qt.Key.Key_3, "3")  # does not
    stage.key(Qt.Key.Key_1, "1")
    stage.key(ENTER)
    assert bodies(stage) == []
    assert sheet(stage).problem.isVisible()  # without it there is no membership


def test_arrows_walk_through_the_answers(stage: Stage) -> None:
    open_newcomer(stage)
    fill_in(stage)
    stage.key(Qt.Key.Key_Right)
    assert focused(stage) == "consent_service_child"
    stage.key(DOWN)
    assert focused(stage) == "consent_service_no"


def test_a_child_needs_a_guardian(stage: Stage) -> None:
    open_newcomer(stage)
    fill_in(stage)
    stage.key(Qt.Key.Key_2, "2")
    assert focused(stage) == "new_guardian"
    write_here(stage, "林怡君")
    stage.key(ENTER)
    assert focused(stage) == "new_guardian_phone"
    stage.type("0912000518")
    stage.key(ENTER)
    stage.key(Qt.Key.Key_2, "2")
    stage.key(ENTER)
    (body,) = bodies(stage)
    assert body["guardian"] is True


def test_consents_are_read_in_the_customers_language_and_so_are_messages(stage: Stage) -> None:
    open_newcomer(stage)
    press(stage, "new_language_en")
    assert "I agree that the company" in words_in(sheet(stage))
    fill_in(stage)
    agree(stage)
    stage.key(ENTER)
    member = str(bodies(stage)[0]["member"])
    kept = stage.store.ledger.run(lambda tx: tx.person(member))
    assert kept is not None
    assert b'"language":"en"' in kept.data


# --- the code --------------------------------------------------------------------------------------------------------


def test_a_code_proves_the_phone_and_can_be_skipped(stage: Stage) -> None:
    open_newcomer(stage)
    stage.type(PHONE)
    stage.key(Qt.Key.Key_F4)
    write(stage, "new_code", "000000")
    fill_rest(stage)
    assert bodies(stage) == []
    assert sheet(stage).problem.isVisible()
    write(stage, "new_code", RIGHT)
    stage.key(ENTER)
    (body,) = bodies(stage)
    assert body["proved"] is True
    assert not welcome(stage)._made.provisional


def fill_rest(stage: Stage) -> None:
    write(stage, "new_name", NAME)
    stage.key(ENTER)
    agree(stage)
    stage.key(ENTER)


def test_a_code_that_never_comes_is_skipped(stage: Stage) -> None:
    open_newcomer(stage)
    stage.type(PHONE)
    stage.key(Qt.Key.Key_F4)
    write(stage, "new_name", NAME)
    stage.key(ENTER)
    assert focused(stage) == "new_code"
    press(stage, "new_code_extra")
    agree(stage)
    stage.key(ENTER)
    assert bodies(stage)[0].get("proved", False) is False


def test_proved_afterwards_from_the_welcome(stage: Stage) -> None:
    register(stage)
    stage.key(Qt.Key.Key_F4)
    write(stage, "phone_code", RIGHT)
    stage.key(ENTER)
    assert not welcome(stage).provisional.isVisible()
    assert not welcome(stage).proof.isVisible()


# --- HQ away, and the network lost in the middle ---------------------------------------------------------------------


def test_offline_the_pack_is_there_at_once_and_no_code_is_offered(stage: Stage) -> None:
    stage.store.offline()
    open_newcomer(stage, amount="520")
    stage.type(PHONE)
    assert not sheet(stage).phone.extra.isVisible()
    fill_rest(stage)
    assert welcome(stage).provisional.isVisible()
    assert not welcome(stage).proof.isVisible()
    stage.key(ENTER)
    assert visit_of(stage).quote.total == 44_000


def test_the_network_goes_after_the_code_was_sent(stage: Stage) -> None:
    open_newcomer(stage)
    stage.type(PHONE)
    stage.key(Qt.Key.Key_F4)
    stage.store.offline()
    write(stage, "new_code", RIGHT)
    fill_rest(stage)
    (body,) = bodies(stage)
    assert body.get("proved", False) is False  # nobody could say so; it can be made good


def test_a_full_disk_registers_nobody_and_the_same_again_registers_once(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_newcomer(stage)
    fill_in(stage)
    agree(stage)
    real = stage.api.register

    def full(*_args: object) -> object:
        raise LedgerFull("no room")

    monkeypatch.setattr(stage.api, "register", full)
    stage.key(ENTER)
    assert bodies(stage) == []
    monkeypatch.setattr(stage.api, "register", real)
    stage.key(ESC)
    stage.key(Qt.Key.Key_N, modifiers=CTRL)
    assert sheet(stage).name.text() == NAME  # nothing has to be typed again
    stage.key(ENTER)
    assert len(bodies(stage)) == 1


def test_pressed_twice_is_one_member(stage: Stage) -> None:
    open_newcomer(stage)
    fill_in(stage)
    agree(stage)
    for _ in range(5):
        target = stage.window.focusWidget() or stage.window
        QApplication.sendEvent(target, QKeyEvent(QEvent.Type.KeyPress, ENTER, Qt.KeyboardModifier.NoModifier))
    stage.settle()
    assert len(bodies(stage)) == 1


# --- nonsense --------------------------------------------------------------------------------------------------------


def test_no_phone_that_is_none(stage: Stage) -> None:
    open_newcomer(stage)
    for phone in ("", "abc", "12", "0912", "+99912345678901234", "😀", "０９１２x", "\u202e0912"):
        assert not sheet(stage).problem.isVisible(), phone
        write(stage, "new_phone", phone)
        write(stage, "new_name", NAME)
        sheet(stage).phone.focus()
        stage.key(ENTER)
        assert bodies(stage) == [], phone
        assert sheet(stage).problem.isVisible(), phone
        stage.key(Qt.Key.Key_F8)


@pytest.mark.parametrize(
    "phone", ["0912-000-517", "+886 912 000 517", "００９１２０００５１７"[2:], "(09)12 000517", "Tel: 0912000517"]
)
def test_a_phone_however_it_is_typed_or_pasted(stage: Stage, phone: str) -> None:
    open_newcomer(stage)
    write(stage, "new_phone", phone)
    fill_rest(stage)
    assert len(bodies(stage)) == 1


def test_no_name_that_is_none(stage: Stage) -> None:
    open_newcomer(stage)
    for name in ("", "   ", "\u200b", "0912345678", "字" * 501, "\t"):
        write(stage, "new_phone", PHONE)
        write(stage, "new_name", name)
        stage.key(ENTER)
        assert bodies(stage) == [], name
        assert focused(stage) == "new_name", name
        stage.key(Qt.Key.Key_F8)
        assert focused(stage) != "new_name", name


@pytest.mark.parametrize(
    "name", ["李", "𠮷野", "Ann-Marie O’Neill", "王😀", "محمد", "字" * 500, "<script>alert(1)</script>", "Ñ" * 40]
)
def test_any_name_that_is_one(stage: Stage, name: str) -> None:
    open_newcomer(stage)
    write(stage, "new_phone", PHONE)
    write(stage, "new_name", name)
    stage.key(ENTER)
    agree(stage)
    stage.key(ENTER)
    assert len(bodies(stage)) == 1
    assert name not in words_in(welcome(stage)) or len(name) < 2


@pytest.mark.parametrize(
    ("birthday", "kept"),
    [("1214", "12-14"), ("12/14", "12-14"), ("19901214", "12-14"), ("12月14日", "12-14"), ("2月3日", "02-03")],
)
def test_a_birthday_as_people_write_it(stage: Stage, birthday: str, kept: str) -> None:
    open_newcomer(stage)
    fill_in(stage)
    write(stage, "new_birthday", birthday)
    sheet(stage)._go_on()
    agree(stage)
    stage.key(ENTER)
    member = str(bodies(stage)[0]["member"])
    row = stage.store.reference.member(member)
    assert row is not None
    assert row.birthday == kept


@pytest.mark.parametrize(
    ("field", "text"),
    [("new_birthday", "13-45"), ("new_birthday", "soon"), ("new_email", "a"), ("new_email", "a@b"), ("new_email", ";")],
)
def test_what_is_optional_is_right_or_left_out(stage: Stage, field: str, text: str) -> None:
    open_newcomer(stage)
    fill_in(stage)
    write(stage, field, text)
    sheet(stage)._go_on()
    agree(stage)
    stage.key(ENTER)
    assert bodies(stage) == []
    assert sheet(stage).problem.isVisible()
    write(stage, field, "")
    sheet(stage).submit()
    stage.settle()
    assert len(bodies(stage)) == 1


def test_whatever_is_scanned_is_never_typed(stage: Stage) -> None:
    open_newcomer(stage)
    for text in ("4711000123457", "https://a.example/", "KC1:XX", "HELLO", "KI1:BROKEN", " " * 30, "\x00"):
        assert not sheet(stage).problem.isVisible(), text
        write(stage, "new_name", NAME)
        sheet(stage).name.focus()
        stage.window.on_scan(ScanEvent(text, Symbology.UNKNOWN, ScanSource.HANDHELD, None, None, 0.0))
        stage.settle()
        assert sheet(stage).name.text() == NAME, text
        assert sheet(stage)._draft.referrer is None, text
        assert sheet(stage).problem.isVisible(), text
        stage.key(Qt.Key.Key_F8)


def test_a_card_and_a_phone_name_who_recommends_too(stage: Stage) -> None:
    open_newcomer(stage)
    stage.scan("K:m3")
    assert "王*明" in sheet(stage).referrer.means.text()
    press(stage, "new_referrer_extra")
    write(stage, "new_referrer", "0922333444")
    sheet(stage).referrer.focus()
    stage.key(ENTER)
    assert "陳*麗" in sheet(stage).referrer.means.text()


# --- what outlasts the sheet, and what does not ----------------------------------------------------------------------


def test_esc_and_back_within_five_minutes_and_nothing_for_the_next_clerk(stage: Stage) -> None:
    open_newcomer(stage)
    fill_in(stage)
    stage.key(ESC)
    stage.key(Qt.Key.Key_N, modifiers=CTRL)
    assert sheet(stage).name.text() == NAME
    stage.key(ESC)
    stage.clock.move(6 * 60_000)
    stage.key(Qt.Key.Key_N, modifiers=CTRL)
    assert sheet(stage).name.text() == ""
    write(stage, "new_name", NAME)
    stage.key(ESC)
    stage.key(Qt.Key.Key_F10)
    stage.key(ESC)
    stage.sign_in(2)
    stage.key(Qt.Key.Key_N, modifiers=CTRL)
    assert sheet(stage).name.text() == ""


def test_f8_empties_everything(stage: Stage) -> None:
    open_newcomer(stage)
    fill_in(stage)
    agree(stage)
    stage.key(Qt.Key.Key_F8)
    assert sheet(stage).name.text() == sheet(stage).phone.text() == ""
    assert sheet(stage)._draft.referrer is None
    fill_in(stage, phone="0912000519", name="何大同")
    agree(stage)
    stage.key(ENTER)
    assert len(bodies(stage)) == 1


# --- what is shown and printed ---------------------------------------------------------------------------------------


def test_the_customer_sees_the_code_then_the_invitation_then_the_sale_again(stage: Stage) -> None:
    seen: list[CustomerView] = []
    stage.checkout.customer_sees.connect(seen.append)
    register(stage)
    code = seen[-1]
    assert isinstance(code, MemberCode)
    assert (code.member, code.invites) == ("林*安", False)
    stage.key(Qt.Key.Key_F6)
    code = seen[-1]
    assert isinstance(code, MemberCode)
    assert code.invites
    assert "KI1:" in code.code
    stage.key(ENTER)
    assert not isinstance(seen[-1], MemberCode)


def test_the_slip_is_printed_where_there_is_a_printer(stage: Stage) -> None:
    set_up(stage.store.context, printers=(COUNTER,))
    stage.window.printing.look()
    stage.settle()
    register(stage)
    assert [fact.body["document"] for fact in stage.store.facts(DOCUMENT_QUEUED)] == []
    stage.key(Qt.Key.Key_F11)
    stage.key(Qt.Key.Key_F11)
    queued = [fact.body for fact in stage.store.facts(DOCUMENT_QUEUED)]
    assert [body["document"] for body in queued] == ["welcome_slip"] * 2
    assert queued[1]["copy"] == 1


def test_the_slip_comes_by_itself_where_receipts_do(stage: Stage) -> None:
    set_up(stage.store.context, policy=ReceiptPolicy.ALWAYS, printers=(COUNTER,))
    stage.window.printing.look()
    stage.settle()
    register(stage)
    (fact,) = stage.store.facts(DOCUMENT_QUEUED)
    assert fact.body["document"] == "welcome_slip"
    assert COUNTER.name in words_in(welcome(stage))


def test_who_is_held_is_told_why(stage: Stage) -> None:
    register(stage, referrer="I:m2", phone="0933555129")
    assert welcome(stage).tell.isVisible()
    assert welcome(stage).tell.text()


def test_an_auditor_registers_nobody(stage: Stage) -> None:
    stage.sign_in(5)
    stage.key(Qt.Key.Key_N, modifiers=CTRL)
    assert nothing_open(stage)
    assert notice(stage)
