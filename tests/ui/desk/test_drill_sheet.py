"""The readiness drill on the screen: to its end it is one fact, ended before it is none."""

from __future__ import annotations

from PySide6.QtCore import Qt

from kiosk.demo import desk_states as states
from kiosk.demo.store import party
from kiosk.domain.guests.drill import Line, Mark
from kiosk.domain.guests.verdict import VerdictKind
from kiosk.ui.stations.desk.drill_sheet import DrillSheet
from tests.ui.desk.conftest import MakeDesk
from tests.ui.hands import sheet_of, words_in

ENTER, ESC = Qt.Key.Key_Return, Qt.Key.Key_Escape
KINDS = ("guest.signed_in", "guest.refused", "drill.run", "print.queued")


def test_a_drill_to_its_end_is_one_fact_and_one_that_is_ended_none(make_desk: MakeDesk) -> None:
    desk = make_desk("en")
    states.drilled(desk)
    assert sheet_of(desk) is not None
    desk.key(ESC)
    assert sheet_of(desk) is None
    assert [len(desk.store.facts(kind)) for kind in KINDS] == [0, 0, 0, 0]

    desk.key(Qt.Key.Key_T, modifiers=Qt.KeyboardModifier.ControlModifier)
    sheet = sheet_of(desk)
    assert isinstance(sheet, DrillSheet)
    assert [sheet.line] == [Line.SCANNER]
    assert [one.line for one in sheet.results] == [line for line in Line if line is not Line.SCANNER]
    states.scan(desk, party.ticket("林大同"))
    assert [sheet.line] == [None]
    assert (sheet.results[-1].mark, sheet.results[-1].code) == (Mark.PASS, "read")
    assert "This one was not signed in" in words_in(sheet)
    assert [len(desk.store.facts(kind)) for kind in KINDS] == [0, 0, 1, 0]
    desk.key(ENTER)
    assert sheet_of(desk) is None
    states.scan(desk, party.ticket("林大同"))
    verdict = desk.desk.flow.verdict
    assert verdict is not None
    assert verdict.kind is VerdictKind.WELCOME


def test_without_a_scanner_the_drill_goes_on(make_desk: MakeDesk) -> None:
    desk = make_desk()
    states.drilled(desk)
    desk.key(ENTER)
    sheet = sheet_of(desk)
    assert isinstance(sheet, DrillSheet)
    assert sheet.results[-1].code == "not_tried"
    assert [sheet.line] == [None]
