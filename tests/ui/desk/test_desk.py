"""The event desk by scanner, keyboard and finger: who comes in, who does not, and that nobody comes in by chance."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit

from kiosk.application.ports.ledger import LedgerTx
from kiosk.application.sync.outcomes import Link, SyncStatus
from kiosk.demo import desk_states as states
from kiosk.demo.checkout.stage import Stage
from kiosk.demo.store import party
from kiosk.demo.store.newcomers import RIGHT
from kiosk.demo.store.people import PIN
from kiosk.domain.guests.verdict import VerdictKind
from kiosk.domain.registration.policy import DEFAULT_POLICY
from kiosk.domain.scan.events import CameraStatus
from kiosk.domain.scan.hints import ScanHint
from kiosk.protocol.rows import REGISTRATION_ID
from kiosk.ui.shell.signin.sheets import ApprovalSheet
from kiosk.ui.stations.desk.chart import BARS, STEP, floor, last_hour
from kiosk.ui.stations.desk.flow import Place
from kiosk.ui.stations.desk.guest_sheet import GuestSheet
from kiosk.ui.stations.desk.list_sheet import ListSheet
from kiosk.ui.stations.desk.question_parts import day_of
from kiosk.ui.stations.desk.top import together_words
from kiosk.ui.stations.desk.walk_in_sheet import WalkInSheet
from kiosk.ui.widgets.basics import Text
from kiosk.ui.words.guests import VERDICTS
from tests.ui.desk.conftest import MakeDesk
from tests.ui.hands import notice, sheet_of
from tests.ui.test_bursts import FAST, UNEVEN, Wedge

KEY = Qt.Key
ENTER, ESC = KEY.Key_Return, KEY.Key_Escape
IN, OUT, UNDONE = "guest.signed_in", "guest.left", "guest.undone"


def count(stage: Stage, kind: str) -> int:
    """How many facts of a kind this desk wrote since it was opened."""
    return len(stage.store.facts(kind))


def says(stage: Stage) -> VerdictKind | None:
    """What the card says."""
    verdict = stage.desk.flow.verdict
    return verdict.kind if verdict is not None else None


def place_of(stage: Stage) -> Place:
    """What is worked on."""
    assert stage.desk.flow.place is not None
    return stage.desk.flow.place


def badges(stage: Stage) -> list[str]:
    """What stands on the badges that were queued, in their order."""
    jobs = [str(fact.body["job"]) for fact in stage.store.facts("document.queued")]

    def read(tx: LedgerTx) -> list[str]:
        return [(tx.kept_document(job) or b"").decode() for job in jobs]

    return stage.store.context.ledger.run(read)


def write(stage: Stage, field: str, text: str) -> None:
    """Type into a field of the open sheet."""
    sheet = sheet_of(stage)
    assert sheet is not None
    found = sheet.findChild(QLineEdit, field)
    assert isinstance(found, QLineEdit)
    found.setFocus()
    stage.type(text)


def heard(stage: Stage) -> list[str]:
    """From now on, what is said aloud."""
    said: list[str] = []
    stage.window.ui.voice.said.connect(lambda text, now: said.append(text))
    return said


@pytest.fixture
def desk(make_desk: MakeDesk) -> Stage:
    """With the party open."""
    stage = make_desk()
    states.opened(stage)
    return stage


@pytest.fixture
def wedge(desk: Stage, qapp: QApplication) -> Iterator[Wedge]:
    """A scanner that is a keyboard, at that desk."""
    made = Wedge(desk)
    made.handheld.install(qapp)
    yield made
    made.handheld.remove(qapp)


def test_a_ticket_lets_in_once_and_every_verdict_is_said(desk: Stage) -> None:
    said = heard(desk)
    states.scan(desk, party.ticket("林大同"))
    card = desk.desk.page.verdict
    assert (says(desk), card.face.name, card.face.colour) == (VerdictKind.WELCOME, "林大同", "guest_in")
    assert count(desk, IN) == 1, "what is green is durable"
    assert any("林大同" in text for text in said)
    states.scan(desk, party.ticket("林大同"))
    assert says(desk) is VerdictKind.ALREADY_IN
    assert "林雅婷" in card.notes.text()
    states.scan(desk, party.ticket("何立文"))
    assert says(desk) is VerdictKind.BLOCKED
    assert party.WHY_BLOCKED in card.notes.text()
    states.scan(desk, party.ticket("張惠芬"))
    assert says(desk) is VerdictKind.WAITING_LIST
    assert count(desk, IN) == 1
    assert "B-08" in desk.desk.page.list.lines[0].accessibleName()
    desk.key(ESC)
    assert card.idle


def test_verdicts_are_told_apart_by_colour_symbol_word_and_sound() -> None:
    looks = [VERDICTS[kind] for kind in VerdictKind]
    assert len({(look.colour, look.icon) for look in looks}) == len(looks)
    kinds = VerdictKind
    first = [kinds.WELCOME, kinds.ALREADY_IN, kinds.NOT_TODAY, kinds.NOT_THIS_SESSION, kinds.NOT_ON_LIST]
    first += [kinds.BLOCKED, kinds.ANSWER_FIRST]
    assert len({VERDICTS[kind].colour for kind in first}) == len(first)
    assert len({VERDICTS[kind].sound for kind in first}) == len(first) - 1, (
        "another day and another session sound alike"
    )


def test_typing_finds_and_enter_signs_in_whoever_is_marked_and_nobody_else(desk: Stage) -> None:
    page = desk.desk.page
    desk.key(ENTER)
    desk.type("b-")
    rows = [guest.name for guest in desk.desk.flow.result.rows]
    assert "林大同" in rows
    desk.key(KEY.Key_Down)
    chosen = page.marked
    assert chosen is not None
    assert chosen.name == rows[1]
    desk.key(ENTER)
    assert (page.text, says(desk)) == ("", VerdictKind.WELCOME)
    desk.key(ENTER)
    desk.key(ENTER)
    assert count(desk, IN) == 1, "an Enter too many lets nobody in"
    # an Enter ahead of the answer, and one that is an input method's
    page.field.setText("王")
    page.typed.edited.emit()
    desk.desk.go()
    assert count(desk, IN) == 1
    desk.settle()
    QApplication.sendEvent(page.field, QInputMethodEvent("wang", []))
    desk.desk.go()
    assert count(desk, IN) == 1
    QApplication.sendEvent(page.field, QInputMethodEvent("", []))
    desk.settle()
    row = next(line for line in page.list.lines if line.isVisible())
    row.deed.click()
    desk.settle()
    assert count(desk, IN) == 2


@pytest.mark.parametrize("gaps", [FAST, UNEVEN])
def test_a_burst_is_a_scan_and_never_a_choice(desk: Stage, wedge: Wedge, gaps: tuple[float, ...]) -> None:
    states.type_text(desk, "王")
    code = party.ticket("周柏宇")
    wedge.send(code.upper() + "\r", gaps)  # the keys of its letters
    assert wedge.scans == [code]
    assert [arrival.name for arrival in desk.desk.flow.board.arrivals] == ["周柏宇"]
    states.type_text(desk, "王")
    wedge.send("4\r" if gaps is FAST else "4567\r", gaps)
    assert count(desk, IN) == 1


def test_undo_wants_a_reason_and_the_ticket_is_good_again(desk: Stage) -> None:
    desk.key(KEY.Key_F8)
    assert sheet_of(desk) is None
    states.scan(desk, party.ticket("林大同"))
    desk.key(KEY.Key_F8)
    for _ in range(2):
        desk.key(ESC)
    assert count(desk, UNDONE) == 0
    desk.key(KEY.Key_F8)
    desk.key(KEY.Key_3, "3")
    (undone,) = desk.store.facts(UNDONE)
    assert undone.body["reason"] == "did_not_enter"
    assert desk.desk.flow.board.counts.came == 0
    states.scan(desk, party.ticket("林大同"))
    assert says(desk) is VerdictKind.WELCOME


def test_companions_leaving_and_coming_again(desk: Stage) -> None:
    states.scan(desk, party.ticket("林大同"))
    desk.key(KEY.Key_F6)
    assert desk.desk.flow.board.counts.inside == 2
    desk.key(KEY.Key_F7)
    assert desk.desk.page.verdict.face.colour == "guest_out"
    states.scan(desk, party.ticket("林大同"))
    assert (says(desk), count(desk, OUT)) == (VerdictKind.GOODBYE, 1)
    assert (desk.desk.flow.board.counts.inside, desk.desk.flow.board.counts.came) == (0, 2)
    desk.key(KEY.Key_F7)
    states.scan(desk, party.ticket("林大同"))
    assert says(desk) is VerdictKind.WELCOME


def test_a_walk_in_by_keyboard_alone(desk: Stage) -> None:
    states.type_text(desk, "宋安娜")
    desk.key(KEY.Key_F2)
    desk.type("0912000517")
    sheet = sheet_of(desk)
    assert isinstance(sheet, WalkInSheet)
    assert sheet.referrer.focused, "a whole mobile number: nobody has to say that it is whole"
    desk.scan("M:m1")
    assert "陳" in sheet.referrer.means.text()
    assert count(desk, IN) == 0
    desk.key(ENTER)
    assert sheet_of(desk) is None
    assert desk.desk.page.verdict.face.name == "宋安娜"
    (added,) = desk.store.facts("guest.added")
    assert added.body["referrer"] == "m1"
    assert "宋安娜" not in str(added.body)
    # who is on the list is offered instead
    desk.key(KEY.Key_F2)
    desk.type("x")
    desk.key(ENTER)
    desk.type("0928111222")
    sheet = sheet_of(desk)
    assert isinstance(sheet, WalkInSheet)
    desk.key(KEY.Key_F2)
    assert (sheet_of(desk) is sheet, count(desk, IN)) == (True, 1), "somebody has to say who it is"
    sheet.known.click()
    desk.settle()
    assert desk.desk.page.verdict.face.name == "林大同"
    # or it is somebody else
    desk.key(KEY.Key_F2)
    desk.type("x")
    desk.key(ENTER)
    desk.type("0928111222")
    desk.key(KEY.Key_F3)
    desk.key(KEY.Key_F2)
    assert sheet_of(desk) is None
    assert desk.store.facts("guest.added")[-1].body["despite"] == ["choose"]


def test_questions_are_answered_by_digits_before_somebody_comes_in(make_desk: MakeDesk) -> None:
    stage = make_desk()
    states.opened(stage, party.TALK, "pm")
    states.scan(stage, party.ticket("鄭凱文", party.TALK))
    assert (says(stage), count(stage, IN)) == (VerdictKind.ANSWER_FIRST, 0)
    stage.key(ENTER)
    stage.key(ENTER)
    assert count(stage, IN) == 0
    stage.key(KEY.Key_1, "1")
    stage.key(KEY.Key_2, "2")
    stage.key(ENTER)
    assert (says(stage), count(stage, IN)) == (VerdictKind.WELCOME, 1)
    (answered,) = stage.store.facts("guest.answered")
    assert answered.body["answers"]["meal"] == "veg"
    states.scan(stage, party.ticket("李梅", party.TALK))
    assert says(stage) is VerdictKind.NOT_THIS_SESSION
    button = stage.window.findChild(QAbstractButton, "verdict_first")
    assert isinstance(button, QAbstractButton)
    button.click()
    stage.settle()
    assert sheet_of(stage) is not None, "asked once more"
    assert count(stage, IN) == 1


def test_a_group_comes_in_at_once(desk: Stage) -> None:
    states.type_text(desk, "晨星")
    desk.key(KEY.Key_F5)
    desk.key(KEY.Key_Down)
    desk.key(KEY.Key_Space, " ")
    desk.key(ENTER)
    assert count(desk, IN) == 3


def test_an_event_is_made_on_the_spot_and_worked_on(make_desk: MakeDesk) -> None:
    stage = make_desk()
    stage.sign_in()
    assert not stage.desk.page.field.isEnabled()
    stage.key(KEY.Key_F4)
    stage.key(KEY.Key_F2)
    stage.type("FLEA")
    for _ in range(4):
        stage.key(ENTER)
    assert place_of(stage).event.names.en == "FLEA"
    assert sheet_of(stage) is None


def test_the_chart_is_the_last_hour() -> None:
    now = datetime(2026, 11, 21, 6, 28, tzinfo=UTC)
    assert last_hour((), now) == ()
    slots = last_hour(((floor(now) - STEP, 4), (floor(now) - 40 * STEP, 9)), now)
    assert (len(slots), slots[-1], slots[-2]) == (BARS, (floor(now), 0), (floor(now) - STEP, 4))
    assert last_hour(((floor(now) - 40 * STEP, 9),), now)[-1] == (floor(now) - 40 * STEP, 9)


def test_who_is_reached_is_said_in_one_badge(desk: Stage) -> None:
    away = SyncStatus(Link.OFFLINE, datetime(2026, 11, 21, tzinfo=UTC), 3, datetime(2026, 11, 21, tzinfo=UTC))
    assert together_words(away, 4) == ("warn", "總部離線 · 4 桌互通中")
    assert "單機" in together_words(away, 0)[1]
    desk.window.on_sync_status(away)
    desk.desk.show_desks(4)
    assert "4 桌" in desk.desk.page.top.badge.text()


def test_a_day_is_read_as_people_write_it() -> None:
    assert [day_of(text) for text in ("2026-2-3", "20260203", "2026/02/30", "soon")] == ["2026-02-03"] * 2 + ["", ""]


def test_a_file_is_shown_before_it_is_taken_and_taken_by_enter(desk: Stage) -> None:
    states.list_read(desk)
    sheet = sheet_of(desk)
    assert isinstance(sheet, ListSheet)
    said = " ".join(text.text() for text in sheet.findChildren(Text))
    assert "big5" in said
    assert "紅包袋" in said
    assert "同一人重複" in said
    before = desk.desk.flow.board.counts.guests_expected
    desk.key(ENTER)
    assert count(desk, "guests.listed") == 0, "an Enter ahead of the screen takes nothing"
    desk.clock.move(500)
    desk.key(ENTER)
    assert count(desk, "guests.listed") == 1
    assert "7" in sheet.head.text()
    desk.key(ENTER)
    assert sheet_of(desk) is None
    assert desk.desk.flow.board.counts.guests_expected > before
    desk.type("E-02")
    desk.key(ENTER)
    assert desk.desk.page.verdict.face.name == "葉子豪"


def test_somebody_is_blocked_with_a_reason_and_let_in_again_by_a_manager(desk: Stage) -> None:
    states.type_text(desk, "林大同")
    desk.key(KEY.Key_F3)
    desk.key(KEY.Key_F4)
    desk.key(ENTER)
    assert count(desk, "guest.blocked") == 0, "not without a reason"
    desk.type("noisy")
    desk.key(ENTER)
    (blocked,) = desk.store.facts("guest.blocked")
    assert blocked.body["reason"] == "noisy"
    assert "林大同" in notice(desk)
    desk.key(ESC)
    states.scan(desk, party.ticket("林大同"))
    assert says(desk) is VerdictKind.BLOCKED
    assert "noisy" in desk.desk.page.verdict.notes.text()
    desk.key(KEY.Key_F3)
    desk.key(KEY.Key_F4)
    assert isinstance(sheet_of(desk), ApprovalSheet)
    desk.type(PIN)
    desk.key(ENTER)
    assert count(desk, "guest.unblocked") == 1
    assert desk.desk.page.verdict.idle, "the card does not say any more what is not so"
    states.scan(desk, party.ticket("林大同"))
    assert says(desk) is VerdictKind.WELCOME


def test_whoever_tells_the_desk_that_they_do_not_come_is_not_expected(desk: Stage) -> None:
    expected = desk.desk.flow.board.counts.expected
    states.type_text(desk, "林大同")
    desk.key(KEY.Key_F3)
    desk.key(KEY.Key_F8)
    assert count(desk, "guest.withdrawn") == 1
    assert "林大同" in notice(desk)
    desk.key(ESC)
    states.scan(desk, party.ticket("林大同"))
    assert says(desk) is VerdictKind.CANCELLED
    assert desk.desk.flow.board.counts.expected < expected
    desk.key(KEY.Key_F3)
    desk.key(KEY.Key_F8)
    assert desk.desk.page.verdict.idle, "the card does not say any more what is not so"
    states.scan(desk, party.ticket("林大同"))
    assert says(desk) is VerdictKind.WELCOME
    assert desk.desk.flow.board.counts.expected == expected


def test_the_badge_has_the_name_that_is_wished_for_and_no_fact_has_it(desk: Stage) -> None:
    states.type_text(desk, "林大同")
    desk.key(KEY.Key_F3)
    write(desk, "guest_called", "TOM")
    desk.key(ENTER)
    assert (says(desk), desk.desk.page.verdict.face.name) == (VerdictKind.WELCOME, "林大同")
    desk.key(KEY.Key_P, modifiers=Qt.KeyboardModifier.ControlModifier)
    desk.key(KEY.Key_F3)
    write(desk, "guest_called", "DT")
    desk.key(ENTER)
    assert [next(name for name in ("TOM", "DT", "林大同") if name in badge) for badge in badges(desk)] == [
        "TOM",
        "TOM",
        "DT",
    ]
    assert not any("TOM" in str(fact.body) for fact in desk.store.facts())
    states.scan(desk, party.ticket("周柏宇"))
    assert "周柏宇" in badges(desk)[-1]


def test_questions_of_afterwards_are_answered_in_the_file(desk: Stage) -> None:
    states.scan(desk, party.ticket("林大同"))
    for _ in range(2):
        desk.key(KEY.Key_F3)
        desk.key(KEY.Key_F2)
        desk.key(ENTER)
        assert count(desk, "guest.answered") == 0, "nobody has to answer"
    desk.key(KEY.Key_F3)
    desk.key(KEY.Key_F2)
    desk.key(KEY.Key_2, "2")
    desk.key(KEY.Key_1, "1")
    desk.key(ENTER)
    (answered,) = desk.store.facts("guest.answered")
    assert answered.body["answers"] == {"meal": "veg", "again": "yes"}
    desk.key(KEY.Key_F3)
    desk.key(KEY.Key_F2)
    assert isinstance(sheet_of(desk), GuestSheet), "nothing is open any more"


def test_a_walk_in_becomes_a_member_in_the_same_step_and_only_by_saying_so(desk: Stage) -> None:
    desk.key(KEY.Key_F2)
    desk.type("ANNA")
    desk.key(KEY.Key_F4)
    sheet = sheet_of(desk)
    assert isinstance(sheet, WalkInSheet)
    assert sheet.phone.focused, "members have a phone"
    desk.type("0912000517")
    desk.scan("M:m1")
    desk.key(KEY.Key_F4)
    desk.key(ENTER)
    desk.key(ENTER)
    assert count(desk, "member.registered") == count(desk, IN) == 0, "an Enter agrees to nothing"
    desk.key(KEY.Key_2, "2")
    desk.key(ENTER)
    assert count(desk, "member.registered") == 0, "without the consent that is needed nobody is a member"
    desk.key(KEY.Key_1, "1")
    desk.key(ENTER)
    assert count(desk, "member.registered") == 0, "each is answered"
    desk.key(KEY.Key_2, "2")
    desk.key(ENTER)
    assert sheet_of(desk) is None
    (registered,) = desk.store.facts("member.registered")
    (added,) = desk.store.facts("guest.added")
    assert (added.body["how"], added.body["member"]) == ("member", registered.body["member"])
    assert (says(desk), count(desk, IN)) == (VerdictKind.WELCOME, 1)
    assert "會員" in desk.desk.page.verdict.notes.text()
    # and the way back: a guest alone
    desk.key(KEY.Key_F2)
    desk.type("BEN")
    desk.key(ENTER)
    desk.type("0912000518")
    desk.key(KEY.Key_F4)
    desk.key(KEY.Key_F4)
    desk.key(KEY.Key_F2)
    assert (count(desk, "member.registered"), count(desk, IN)) == (1, 2)


def test_a_guardian_agrees_for_a_child_and_is_named(desk: Stage) -> None:
    desk.key(KEY.Key_F2)
    desk.type("ANNA")
    desk.key(ENTER)
    desk.type("0912000517")
    desk.key(KEY.Key_F4)
    desk.key(KEY.Key_3, "3")
    desk.key(KEY.Key_2, "2")
    sheet = sheet_of(desk)
    assert isinstance(sheet, WalkInSheet)
    assert sheet.joining.guardian.focused
    desk.key(ENTER)
    assert count(desk, "member.registered") == 0, "nobody is named"
    desk.type("MUM")
    desk.key(ENTER)
    assert sheet.joining.guardian_phone.focused
    desk.key(ENTER)
    assert count(desk, "member.registered") == 0, "nor has a phone"
    desk.type("0912000999")
    desk.key(ENTER)
    (registered,) = desk.store.facts("member.registered")
    assert registered.body["guardian"] is True
    assert "MUM" not in str(registered.body)
    assert count(desk, IN) == 1


def test_a_code_from_the_phone_is_asked_for_where_hq_wants_one(desk: Stage) -> None:
    desk.store.publish("registration", REGISTRATION_ID, replace(DEFAULT_POLICY, code_needed=True))
    desk.key(KEY.Key_F2)
    desk.type("ANNA")
    desk.key(ENTER)
    desk.type("0912000517")
    desk.key(KEY.Key_F4)
    desk.key(KEY.Key_1, "1")
    desk.key(KEY.Key_2, "2")
    desk.key(ENTER)
    assert count(desk, "member.registered") == 0
    sheet = sheet_of(desk)
    assert isinstance(sheet, WalkInSheet)
    assert sheet.joining.code.focused
    desk.key(ENTER)
    desk.type("111111")
    desk.key(ENTER)
    assert (count(desk, "member.registered"), count(desk, IN)) == (0, 0), "another code"
    sheet.joining.code.field.clear()
    desk.type(RIGHT)
    desk.key(ENTER)
    assert (count(desk, "member.registered"), count(desk, IN)) == (1, 1)


def test_what_would_help_a_code_that_is_seen_is_said_at_the_desk(make_desk: MakeDesk) -> None:
    stage = make_desk(size=(1024, 768))
    states.opened(stage)
    hint, devices = stage.desk.page.top.hint, stage.window.devices
    assert not hint.isVisible()
    said: dict[tuple[str, ScanHint], str] = {}
    for language in ("zh_TW", "zh_CN", "en"):
        stage.window.ui.i18n.set_language(language)
        for one in ScanHint:
            devices.on_hint(one)
            QApplication.processEvents()  # lays out
            assert hint.isVisible()
            assert hint.width() >= hint.sizeHint().width(), "nothing of it is cut off"
            said[language, one] = hint.text()
    assert len(set(said.values())) == len(said)
    devices.on_hint(None)
    assert not hint.isVisible()
    devices.on_hint(ScanHint.TILT)
    devices.on_camera_status(CameraStatus.LOST)
    assert not hint.isVisible()
