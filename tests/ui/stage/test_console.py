"""The operator's console: an evening by the keyboard alone, what the room sees meanwhile, and how it goes on after the
program was gone."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kiosk.application.draws import stage_list
from kiosk.application.draws.stage_outcomes import StageView
from kiosk.application.sync.outcomes import TerminalInfo
from kiosk.demo import stage_states as states
from kiosk.demo.checkout.stage import Stage
from kiosk.demo.store.people import PIN
from kiosk.domain.draws.batch import grouped
from kiosk.domain.draws.facts import VoidReason
from kiosk.domain.draws.stage import Phase
from kiosk.domain.draws.stage_facts import Shown
from kiosk.domain.draws.verify import verify
from kiosk.domain.progress import Cancelled, Progress
from kiosk.domain.scan.events import ScanEvent, ScanSource, Symbology
from kiosk.protocol.draws.bls import beacon_signature_is_good
from kiosk.protocol.draws.signatures import signature_is_good
from kiosk.ui.customer.second_screen import AUTO, SecondScreen
from kiosk.ui.documents.document_files import DocumentFiles
from kiosk.ui.shell.handheld import HandheldScanner
from kiosk.ui.shell.overlay import Sheet
from kiosk.ui.stage.draws.scenes import (
    AlternateCalled,
    BeaconAwaited,
    DiceThrown,
    DrawVoid,
    ListFixed,
    PrizeAnnounced,
    WinnersBoard,
    WinnersRoll,
)
from kiosk.ui.stage.scene import Poster, Scene
from kiosk.ui.stations.stage.long_work import ProgressSheet
from kiosk.ui.stations.stage.settings import ListRead
from kiosk.ui.stations.stage.show import Pace
from kiosk.ui.stations.stage.station import StageStation
from kiosk.ui.words.documents.draw_notices import notice_document, notice_of
from tests.ui.stage.conftest import MakeConsole
from tests.unit.domain.documents.papers import texts

ENTER, TAB, ESC = Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Escape


def scene(stage: Stage) -> Scene:
    """What the room sees now."""
    return stage.big.big.scene


def winners(stage: Stage) -> int:
    """How many the room sees now that rolled together."""
    shown = scene(stage)
    assert isinstance(shown, WinnersRoll)
    return len(shown.winners)


def rolls(stage: Stage) -> bool:
    return stage.big.big.rolling


def pace(stage: Stage) -> Pace:
    return stage.big.desk.pace


def scanned(stage: Stage, text: str) -> None:
    stage.window.on_scan(ScanEvent(text, Symbology.QR, ScanSource.CAMERA, None, None, 0.0))
    stage.settle()


def test_an_evening_by_the_keyboard_alone(make_console: MakeConsole) -> None:
    stage = make_console()
    assert isinstance(scene(stage), Poster)
    states.frozen(stage, count=40)
    assert isinstance(scene(stage), ListFixed)

    stage.key(ENTER)  # the field of a witness has the focus
    assert states.view_of(stage).phase is Phase.DICE
    stage.key(ENTER)
    assert isinstance(scene(stage), DiceThrown)
    stage.type(states.DICE[:5])
    stage.key(Qt.Key.Key_Backspace)
    assert states.view_of(stage).throws == (3, 1, 4, 1)
    stage.type(states.DICE[4:])
    assert states.view_of(stage).phase is Phase.ENVELOPES
    for value in (states.HQS, states.WITNESSES):
        scanned(stage, value.hex())
    assert states.view_of(stage).phase is Phase.READY
    stage.key(ENTER)
    assert isinstance(scene(stage), PrizeAnnounced)
    seen = []
    for _ in range(3):
        stage.key(ENTER)  # roll
        assert rolls(stage)
        stage.key(ENTER)  # come to rest
        assert not rolls(stage)
        seen.append(winners(stage))
        stage.key(ENTER)  # next prize, or the board
    assert seen == [1, 2, 12]
    assert isinstance(scene(stage), WinnersBoard)
    stage.key(Qt.Key.Key_F12)
    (name,) = stage.files
    report = verify(
        json.loads(stage.files[name]), signature_is_good=signature_is_good, beacon_is_good=beacon_signature_is_good
    )
    assert report.good, report


def test_one_at_a_time_and_all_at_once(make_console: MakeConsole) -> None:
    stage = make_console()
    states.drawn(stage, count=40)
    stage.key(Qt.Key.Key_F7)  # everything
    assert pace(stage) is Pace.ALL
    stage.key(Qt.Key.Key_F7)
    assert pace(stage) is Pace.ONE
    for shown in range(1, 4):
        while not rolls(stage):
            stage.key(ENTER)
        states.rest(stage)
        assert states.view_of(stage).revealed == shown
        assert winners(stage) == 1
    stage.key(Qt.Key.Key_F7)
    stage.key(Qt.Key.Key_F7)
    while not rolls(stage):
        stage.key(ENTER)
    states.rest(stage)
    assert states.view_of(stage).revealed == 15


def test_the_console_does_not_name_a_winner_before_the_room_has_seen_them(make_console: MakeConsole) -> None:
    stage = make_console()
    states.drawn(stage, count=40)
    stage.key(ENTER)
    assert stage.big.page.winner is None
    assert stage.big.page.step.list.count == 0
    states.rest(stage)
    assert stage.big.page.winner is not None


def test_two_people_sign_before_an_alternate_comes_in(make_console: MakeConsole) -> None:
    stage = make_console()
    states.all_shown(stage, count=40)
    before = states.view_of(stage).prizes[0].winners[0]
    stage.key(Qt.Key.Key_F6)
    stage.key(Qt.Key.Key_1, "1")
    stage.type(PIN)
    stage.key(ENTER)
    stage.type("1" + PIN)  # somebody else
    stage.key(ENTER)
    view = states.view_of(stage)
    assert view.prizes[0].winners[0].entrant != before.entrant
    assert isinstance(scene(stage), AlternateCalled)
    stage.key(ENTER)
    stage.key(Qt.Key.Key_F5)
    assert isinstance(scene(stage), WinnersBoard)


def test_a_draw_is_called_off_by_two(make_console: MakeConsole) -> None:
    stage = make_console()
    states.published(stage, count=40)
    stage.key(Qt.Key.Key_F8)
    stage.key(Qt.Key.Key_5, "5")
    stage.type(PIN)
    stage.key(ENTER)
    stage.type("1" + PIN)
    stage.key(ENTER)
    assert states.view_of(stage).voided == "envelope_missing"
    assert isinstance(scene(stage), DrawVoid)


@pytest.mark.parametrize("until", ["throwing", "drawn", "one_shown"])
def test_after_a_restart_the_room_sees_the_same(make_console: MakeConsole, until: str) -> None:
    stage = make_console()
    getattr(states, until)(stage, *([] if until in ("throwing", "one_shown") else [None, 40]))
    view, before = states.view_of(stage), scene(stage)

    again = StageStation(stage.window.shell, stage.api, stage.big._settings)
    actor = stage.window.actor
    assert actor is not None
    again.begin(actor)
    stage.settle()

    assert again.desk.view == view
    shown = again.big.scene
    if isinstance(before, WinnersRoll):
        assert isinstance(shown, WinnersBoard)
        assert shown.prizes[0].winners == before.winners
    elif not (isinstance(before, DiceThrown) and not view.throws):
        assert shown == before
    again.page.deleteLater()
    again.big.deleteLater()


def test_a_rehearsal_cannot_be_taken_for_the_draw(make_console: MakeConsole) -> None:
    stage = make_console()
    states.all_shown(stage, states.plan(rehearsal=True), 40)
    assert stage.big.page.strip.isVisible()
    rehearsed = states.room_of(stage, (960, 540)).grab().toImage()
    stage.key(ESC)
    states.all_shown(stage, count=40)
    assert not stage.big.page.strip.isVisible()
    real = states.room_of(stage, (960, 540)).grab().toImage()
    reds = [
        sum(image.pixelColor(x, 300).red() > image.pixelColor(x, 300).blue() for x in range(0, 960, 10))
        for image in (rehearsed, real)
    ]
    assert reds[0] == 0
    assert reds[1] == 96
    assert rehearsed.pixelColor(480, 2).name() == "#ffe14d"


def test_a_wrong_code_says_why_and_nothing_is_lost(make_console: MakeConsole) -> None:
    stage = make_console()
    states.published(stage, states.plan(beacon=True), 40)
    stage.key(ENTER)
    assert isinstance(scene(stage), BeaconAwaited)
    scanned(stage, "https://elsewhere.example/")
    assert "信標" in stage.window.notices.text.text()
    assert states.view_of(stage).phase is Phase.AWAITED


def test_the_form_reads_what_people_write(make_console: MakeConsole, tmp_path: Path) -> None:
    stage = make_console()
    states.STAGE_STATES["stage_plan"](stage)
    panel = stage.big.page.plan
    plan = panel.plan()
    assert [(one.name, one.count) for one in plan.prizes] == [("65 吋智慧電視", 1), ("智慧音箱", 2), ("保溫杯", 12)]
    assert not plan.beacon
    panel.show_list(tmp_path / "guests.xlsx", ListRead(states.people(3), left_out=2))
    assert "guests.xlsx" in panel.counted.text()
    assert len(panel.entrants()) == 27
    states.press(stage, "plan_seal_0")
    stage.key(ENTER)
    states.press(stage, "plan_seal_1")
    stage.key(ESC)
    commitments = panel.plan().commitments
    assert commitments is not None
    assert all(len(one) == 64 for one in commitments)
    states.press(stage, "plan_freeze")
    assert states.view_of(stage).entrants == 27


def test_a_badge_signs_as_a_pin_does(make_console: MakeConsole) -> None:
    stage = make_console()
    states.all_shown(stage, count=40)
    before = states.view_of(stage).prizes[0].winners[0]
    stage.key(Qt.Key.Key_F6)
    stage.key(Qt.Key.Key_2, "2")
    stage.type(PIN)
    stage.key(ENTER)
    stage.scan("S:1001")
    now = states.view_of(stage).prizes[0].winners[0]
    assert now.entrant != before.entrant
    assert stage.window.overlay.sheet is None


@pytest.mark.qt_log_ignore(r"does not support raise\(\)")  # Qt's offscreen platform
def test_with_one_screen_the_stage_lies_over_the_console_when_asked(make_console: MakeConsole) -> None:
    stage = make_console()
    states.published(stage, count=40)
    second = SecondScreen(stage.big.big, stage.window, AUTO)
    stage.big.on_second(second)
    second.place()
    told: list[bool] = []
    second.placed.connect(told.append)
    assert not second.seen
    stage.key(Qt.Key.Key_F11)
    assert second.covers
    stage.key(ESC)
    assert not second.seen
    assert states.view_of(stage).phase is Phase.DICE, "it only put the stage away"
    stage.key(Qt.Key.Key_F11)
    second.use(False)
    assert told == [True, False, True, False]
    assert not stage.big.big.isVisible()


def test_paper_has_the_fingerprint_before_the_draw_and_after_it_the_winners_whom_the_room_saw(
    make_console: MakeConsole, tmp_path: Path
) -> None:
    stage = make_console()
    stage.big._papers._papers._files = DocumentFiles(tmp_path)
    states.frozen(stage, count=40)
    stage.key(Qt.Key.Key_P, modifiers=Qt.KeyboardModifier.ControlModifier)
    assert list(tmp_path.iterdir()) == [], "nothing is said before it is published"
    states.press(stage, "draw_go")
    stage.key(Qt.Key.Key_P, modifiers=Qt.KeyboardModifier.ControlModifier)
    (saved,) = tmp_path.iterdir()
    assert saved.read_bytes().startswith(b"%PDF")
    before, terminal = states.view_of(stage), stage.api.terminal()
    said = paper(before, terminal)
    assert grouped(before.fingerprint) in said
    assert grouped(before.fingerprint, 64) in said
    assert any(before.address in line for line in said)

    states.all_shown(stage, count=40)
    view = states.view_of(stage)
    board = paper(view, terminal)
    assert grouped(view.fingerprint) in board
    for prize in view.prizes:
        for winner in prize.winners:
            assert winner.name in board
            assert str(winner.ticket + 1) in board
    whole = paper(replace(view, shown=Shown.FULL), terminal)
    assert not any(one.name in whole for prize in view.prizes for one in prize.winners), "whole names were for the room"


def paper(view: StageView, terminal: TerminalInfo) -> list[str]:
    return list(texts(notice_document(notice_of(view, terminal, view.frozen_at), "zh_TW", terminal).blocks))


def over(stage: Stage) -> Sheet | None:
    """What lies over the page."""
    return stage.window.overlay.sheet


def planning(stage: Stage) -> bool:
    return stage.big.page.planning


def test_reading_a_long_list_can_be_stopped_and_leaves_nothing(make_console: MakeConsole) -> None:
    stage = make_console()

    def endless(_file: Path, _currency: str, progress: Progress) -> ListRead:
        while progress(1, 100_000):
            pass
        raise Cancelled

    stage.big._settings = replace(stage.big._settings, read_list=endless)
    states._signed_in(stage)
    stage.key(Qt.Key.Key_F4)
    stage.big.read_list(Path("guests.xlsx"))
    assert isinstance(over(stage), ProgressSheet)
    stage.key(ESC)
    assert over(stage) is None
    assert planning(stage)
    assert stage.big.page.plan.entrants() == ()


def test_freezing_can_be_stopped_and_the_form_is_still_there(
    make_console: MakeConsole, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage = make_console()
    monkeypatch.setattr(stage_list, "PIECE", 1)
    states._planning(stage)
    panel = stage.big.page.plan
    stage.big._on_plan(states.plan(), panel.entrants())
    sheet = over(stage)
    assert isinstance(sheet, ProgressSheet)
    sheet.stop.click()
    stage.settle()
    assert over(stage) is None
    assert planning(stage)
    assert len(panel.entrants()) == 24
    assert stage.api.stage_draws() == ()
    stage.big._on_plan(states.plan(), panel.entrants())
    stage.settle()
    assert states.view_of(stage).entrants == 24
    assert not planning(stage)


def test_a_void_list_is_corrected_at_the_console(make_console: MakeConsole) -> None:
    stage = make_console()
    states.published(stage, count=40)
    first = states.view_of(stage)
    stage.big.desk.void(VoidReason.WRONG_LIST, *states.signatures(stage))
    stage.settle()
    assert isinstance(scene(stage), DrawVoid)
    states.press(stage, "draw_go")
    panel = stage.big.page.plan
    assert planning(stage)
    assert panel.name.text() == first.title
    assert [(one.name, one.count) for one in panel.plan().prizes] == [(one.name, one.count) for one in first.prizes]
    assert not panel.plan().beacon, "chance comes from where it did"
    panel.people.field.setPlainText("王小明\n林志同\n陳美麗 2")
    for field, sealed in zip(panel.commitments, states.plan().commitments or (), strict=True):
        field.field.setText(sealed)
    states.press(stage, "plan_freeze")
    second = states.view_of(stage)
    assert (second.draw, second.seq, second.entrants) == (first.draw, 2, 3)
    states.press(stage, "draw_go")
    shown = scene(stage)
    assert isinstance(shown, ListFixed)
    assert shown.around.version == 2


QUICK, SLOW = (0.004,), (0.045, 0.09, 0.06, 0.075)


@pytest.mark.parametrize(
    ("code", "gaps", "end"),
    # not a few digits at a hand's pace without an Enter, which may be typed ones
    [
        *((code, gaps, "\r") for code in ("1234123412341", "1234") for gaps in (QUICK, SLOW)),
        ("1234123412341", QUICK, ""),
        ("1234123412341", SLOW, ""),
        ("1234", QUICK, ""),
    ],
)
def test_a_code_throws_no_dice(
    make_console: MakeConsole, qapp: QApplication, code: str, gaps: tuple[float, ...], end: str
) -> None:
    stage = make_console()
    states.frozen(stage, count=40)
    stage.key(ENTER)
    stage.key(ENTER)
    stage.type("31")
    now = 100.0
    handheld = HandheldScanner(clock=lambda: now, key_clock=lambda _: now)
    handheld.install(qapp)
    for at, char in enumerate(f"{code}{end}"):
        now += gaps[at % len(gaps)]
        QTest.keyClick(stage.window.windowHandle(), ENTER if char == "\r" else Qt.Key(ord(char)))
    handheld.settle()
    stage.settle()
    handheld.remove(qapp)
    assert states.view_of(stage).throws == (3, 1)


def test_no_die_of_a_quick_hand_is_lost(make_console: MakeConsole) -> None:
    """What is keyed in while the ledger is still at work comes next."""
    stage = make_console()
    states.frozen(stage, count=40)
    stage.key(ENTER)
    stage.key(ENTER)
    for char in "314156":
        QTest.keyClick(stage.window.windowHandle(), Qt.Key(ord(char)))
    QTest.keyClick(stage.window.windowHandle(), Qt.Key.Key_Backspace)
    stage.settle()
    assert states.view_of(stage).throws == (3, 1, 4, 1, 5)
