"""Calls for help at HQ: told to the store's terminals, whoever tells first, and to nobody else."""

from __future__ import annotations

from typing import Any

from kiosk.domain.help.facts import HELP_ANSWERED, HELP_CALLED, HELP_ENDED
from kiosk.domain.help.model import KEPT_MS
from kiosk.hq.headquarters import Headquarters
from tests.unit.hq.rig import Terminal, TestClock


def rows(terminal: Terminal, store: str = "s1") -> dict[str, Any]:
    return dict(terminal.rows(f"store/{store}/help"))


def called(kiosk: Terminal, call: str = "h-1") -> None:
    kiosk.fact(HELP_CALLED, {"call": call, "terminal": "s1-K1"})
    kiosk.push()


def test_a_call_reaches_its_store_and_the_answer_comes_back(hq: Headquarters) -> None:
    kiosk, till, there = Terminal.enrolled(hq), Terminal.enrolled(hq), Terminal.enrolled(hq, "s2")
    called(kiosk)
    row = rows(till)["h-1"]
    assert (row["terminal"], row["device"]) == ("s1-K1", kiosk.device)
    assert "answered" not in row or row["answered"] is None
    assert rows(there, "s2") == {}
    till.fact(HELP_ANSWERED, {"call": "h-1"})
    till.push()
    assert rows(kiosk)["h-1"]["answered"] is not None


def test_an_answer_that_comes_before_its_call_is_known_with_it(hq: Headquarters) -> None:
    kiosk, till = Terminal.enrolled(hq), Terminal.enrolled(hq)
    till.fact(HELP_ANSWERED, {"call": "h-1"})
    till.push()
    assert rows(till) == {}
    called(kiosk)
    kiosk.fact(HELP_ENDED, {"call": "h-1"})
    kiosk.push()
    row = rows(till)["h-1"]
    assert row["answered"] is not None
    assert row["ended"] is not None


def test_old_calls_are_not_told_any_longer(hq: Headquarters, clock: TestClock) -> None:
    kiosk, till = Terminal.enrolled(hq), Terminal.enrolled(hq)
    called(kiosk)
    clock.now += KEPT_MS
    for terminal in (kiosk, till):
        terminal.open_session()
    called(kiosk, "h-2")
    assert set(rows(till)) == {"h-2"}


def test_a_rebuild_agrees(hq: Headquarters) -> None:
    kiosk, till = Terminal.enrolled(hq), Terminal.enrolled(hq)
    called(kiosk)
    till.fact(HELP_ANSWERED, {"call": "h-1"})
    till.push()
    assert hq.check() == []
