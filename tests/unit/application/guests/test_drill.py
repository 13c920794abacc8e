"""Nothing of a readiness drill counts: not in the journal, not in the counts, not at HQ; ended anywhere it leaves
nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from kiosk.application.guests.drill import Cut
from kiosk.application.guests.service import GuestService
from kiosk.application.ports.drill import DrillTools
from kiosk.application.sync.outcomes import Link, SyncStatus
from kiosk.domain.guests.drill import Line, Mark, Power, Result
from kiosk.domain.guests.verdict import VerdictKind
from kiosk.domain.refusals import Refusal
from kiosk.domain.scan.events import CameraStatus, ScanEvent, ScanSource, Symbology
from kiosk.domain.time import instant
from tests.shared.desk import VOLUNTEER, EventDesk, gala

LOOKED_AT = (Line.POWER, Line.DISK, Line.CAMERA, Line.PRINTER, Line.CLOCK, Line.DATA, Line.QUEUE)


class Switch(DrillTools):
    """A machine on its battery, whose HQ can be parked."""

    def __init__(self) -> None:
        self.parked = False

    def power(self) -> Power:
        return Power(battery=True, percent=20, plugged=False)

    def free_bytes(self) -> int:
        return 5_000_000_000

    def cut(self, for_ms: int) -> bool:
        assert for_ms > 0
        self.parked = True
        return True

    def mend(self) -> None:
        self.parked = False


def everything(desk: EventDesk) -> tuple[Any, ...]:
    """What this desk journalled and knows."""
    journal = desk.ledger.run(lambda tx: tx.facts_after(1, 0, 100_000))
    lists = desk.service.find_guests("gala", "drill"), desk.service.guest("gala", "drill-0")
    return tuple(journal), desk.ledger.head, desk.service.counts("gala"), desk.service.arrivals("gala"), lists


def scan(text: str) -> ScanEvent:
    return ScanEvent(text, Symbology.QR, ScanSource.HANDHELD, None, None, 0.0)


def test_nothing_of_a_drill_counts_wherever_it_is_ended(desk: EventDesk) -> None:
    desk.reads(desk.ticket("g-1"))
    told: list[int] = []
    desk.ledger.on_append(lambda: told.append(1))
    before = everything(desk)
    for line in LOOKED_AT:
        found = desk.service.drill_line("gala", line, CameraStatus.READY)
        assert isinstance(found, Result)
        assert found.line is line
        assert everything(desk) == before
    desk.service.drill_cut()
    judged = desk.service.drill_tickets("gala", VOLUNTEER)
    assert isinstance(judged, Result)
    assert (judged.mark, judged.code, judged.figures["count"]) == (Mark.PASS, "judged", 41)
    desk.service.drill_mend()
    for text, code in ((desk.ticket("g-2"), "read"), ("secret-2", "read"), ("4006381333931", "other")):
        read = desk.service.drill_scan("gala", scan(text))
        assert isinstance(read, Result)
        assert read.code == code
    assert everything(desk) == before
    assert told == [], "nobody was told of a fact"
    assert desk.reads(desk.ticket("g-2")).kind is VerdictKind.WELCOME, "a ticket of the drill is good"


def test_tickets_are_judged_as_if_the_doors_were_open(desk: EventDesk) -> None:
    event = gala(quota=1, badge=True)
    years = timedelta(days=2_000)
    event = replace(event, starts=event.starts + years, ends=event.ends + years)
    desk.put("store/N01/gatherings", "gala", event)
    judged = desk.service.drill_tickets("gala", VOLUNTEER)
    assert isinstance(judged, Result)
    assert judged.mark is Mark.PASS
    assert isinstance(desk.service.drill_tickets("gone", VOLUNTEER), Refusal)


def test_that_it_was_done_is_one_fact(desk: EventDesk) -> None:
    results = (
        Result(Line.DISK, Mark.FAIL, "free"),
        Result(Line.TICKETS, Mark.PASS, "judged", {"p95": 12}),
        Result(Line.SCANNER, Mark.LOOK, "not_tried"),
    )
    before = desk.service.counts("gala")
    desk.service.drill_done("gala", results, VOLUNTEER)
    assert desk.service.counts("gala") == before
    raw = desk.ledger.run(lambda tx: tx.facts_after(1, 0, 100_000))[-1][1]
    assert b"drill.run" in raw
    assert b"disk" in raw


def test_hq_is_parked_and_has_to_tell_again(desk: EventDesk) -> None:
    switch = Switch()
    now = instant(desk.clock.now_ms())
    online = SyncStatus(Link.ONLINE, now, 0, last_sync=now)
    status = [online]
    service = GuestService(replace(desk.context, drill=switch, sync_status=lambda: status[0]))
    power = service.drill_line("gala", Line.POWER)
    assert isinstance(power, Result)
    assert (power.mark, power.figures["percent"]) == (Mark.FAIL, 20)
    before = service.drill_cut()
    assert before == Cut(True, True, online.last_sync)
    assert [switch.parked] == [True]
    before = replace(before, last=service.drill_mend())
    assert [switch.parked] == [False]
    assert service.drill_back(before, wait=True) is None
    late = service.drill_back(before, wait=False)
    assert late is not None
    assert late.mark is Mark.FAIL
    desk.clock.advance(1_000)
    status[0] = replace(online, last_sync=instant(desk.clock.now_ms()), queue=1)
    assert service.drill_back(before, wait=True) is None, "what waited is not there yet"
    status[0] = replace(status[0], queue=0)
    back = service.drill_back(before, wait=True)
    assert back is not None
    assert back.mark is Mark.PASS
    status[0] = replace(online, link=Link.OFFLINE)
    assert service.drill_cut() == Cut(False, False, online.last_sync), "who is away is not cut off"


@pytest.mark.parametrize("line", [Line.TICKETS, Line.CUT, Line.SCANNER])
def test_what_is_done_is_not_looked_at(desk: EventDesk, line: Line) -> None:
    with pytest.raises(ValueError, match="not only looked at"):
        desk.service.drill_line("gala", line)
