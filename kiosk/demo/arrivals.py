"""The demo's last visit: guests arrive at an event. The terminal becomes an event desk; they come by ticket, by a typed
name and from the street, HQ is stopped meanwhile, and what the desk showed has to be what HQ holds when it is back."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt

from kiosk.demo import asked
from kiosk.demo.invitations import EVENT, FIRST, PHONE, SECOND, TYPED, WALK_IN, Arrivals
from kiosk.demo.play import Play, Until
from kiosk.demo.switching import become
from kiosk.domain.guests.verdict import VerdictKind
from kiosk.domain.stations import StationRole
from kiosk.ui.stations.desk.station import DeskStation
from kiosk.ui.stations.desk.walk_in_sheet import WalkInSheet

if TYPE_CHECKING:
    from kiosk.application.guests.outcomes import Verdict
    from kiosk.station import Station


def arrive(play: Play, station: Station, hq: Any, referrer: str, found: Arrivals) -> Iterator[Until]:
    """By camera and keyboard. `hq`: stopped and started again on the way; `referrer`: a member's card number."""
    yield from become(play, StationRole.EVENT_DESK)
    window = play.window
    desk = window.made(StationRole.EVENT_DESK)
    assert isinstance(desk, DeskStation)
    flow = desk.flow
    yield Until("the event is open", lambda: flow.place is not None and flow.board.counts.expected > 0)
    print(f"  desk     {flow.board.counts.expected} people are expected", flush=True)

    def says(kind: VerdictKind, name: str) -> Until:
        def shown() -> bool:
            verdict = flow.verdict
            return verdict is not None and verdict.kind is kind and _name(verdict) == name and not flow.writing

        return Until(f"{name}: {kind}", shown)

    yield from _ticket(play, found, FIRST, says(VerdictKind.WELCOME, FIRST), "desk-welcome")
    play.type("wxm")
    yield Until(
        "they are found by their initials", lambda: play.keys_done and any(one.name == TYPED for one in _rows(desk))
    )
    while desk.page.marked is not None and desk.page.marked.name != TYPED:
        at = desk.page.list.at
        play.press(Qt.Key.Key_Down)
        yield Until("the next row is marked", lambda at=at: play.keys_done and desk.page.list.at != at)  # type: ignore[misc]
    yield play.at_rest()
    play.picture("desk-search")
    play.type("\r")
    yield says(VerdictKind.WELCOME, TYPED)
    print(f"  arrived  {TYPED} by three letters", flush=True)
    hq.stop()
    yield Until("the desk noticed that HQ is away", lambda: not play.in_step() and _away(play))
    yield from _ticket(play, found, SECOND, says(VerdictKind.WELCOME, SECOND), "desk-offline")
    play.press(Qt.Key.Key_F6)
    yield Until("their companion is in", lambda: flow.board.counts.came == 4)
    yield from _ticket(play, found, FIRST, says(VerdictKind.ALREADY_IN, FIRST), "desk-already-in")
    yield from _walk_in(play, referrer, found, says(VerdictKind.WELCOME, WALK_IN))
    yield from _undone(play, desk)
    found.came = flow.board.counts.came
    hq.start_again()
    station.terminal.service.drill_mend()  # met again at once
    yield Until("the desk is in step with HQ again", play.in_step)
    yield play.at_rest()
    play.picture("desk-in-step")


def _ticket(play: Play, found: Arrivals, name: str, shown: Until, picture: str) -> Iterator[Until]:
    play.hold_up(found.tickets[name], picture)
    yield shown
    play.take_away()
    print(f"  scanned  {shown.what}", flush=True)
    yield play.at_rest()
    play.picture(picture)


def _walk_in(play: Play, referrer: str, found: Arrivals, shown: Until) -> Iterator[Until]:
    begun = time.monotonic()
    play.press(Qt.Key.Key_F2)
    yield Until("the form of a walk-in", lambda: _form(play) is not None)
    play.type(f"{WALK_IN}\r{PHONE}")
    yield Until("who recommends them is next", lambda: play.keys_done and _at_referrer(play))
    play.hold_up(referrer, "desk-referrer")
    yield Until("who recommends them is known", lambda: _referrer(play) != "")
    play.take_away()
    print(f"  friend   {_referrer(play)} by camera", flush=True)
    play.picture("desk-walk-in")
    play.type("\r")
    yield shown
    found.seconds = time.monotonic() - begun
    print(f"  walk-in  {WALK_IN} in {found.seconds:.1f} s", flush=True)


def _undone(play: Play, desk: DeskStation) -> Iterator[Until]:
    """The walk-in went away again."""
    play.press(Qt.Key.Key_F8)
    yield Until("a reason is asked for", lambda: play.keys_done and play.sheet_shown)
    play.type("3")
    yield Until("the sign-in was taken back", lambda: any(one.undone for one in desk.flow.board.arrivals))
    print("  undone   the walk-in did not go in", flush=True)


def _form(play: Play) -> WalkInSheet | None:
    sheet = play.window.overlay.sheet
    return sheet if isinstance(sheet, WalkInSheet) else None


def _at_referrer(play: Play) -> bool:
    form = _form(play)
    return form is not None and form.referrer.focused


def _referrer(play: Play) -> str:
    form = _form(play)
    return form.referrer.means.text() if form is not None else ""


def _name(verdict: Verdict) -> str:
    return verdict.guest.name if verdict.guest is not None else ""


def _rows(desk: DeskStation) -> tuple[Any, ...]:
    return desk.flow.result.rows if desk.page.marked is not None else ()


def _away(play: Play) -> bool:
    from kiosk.application.sync.outcomes import Link

    return play.link_is(Link.OFFLINE)


def held(hq: Path, found: Arrivals) -> bool:
    """Whether HQ holds as many people as the desk showed, and nobody twice; says so."""
    answer = asked.call(["hq", "events", "attendance", EVENT, "--json", "--data", str(hq)])
    came: Mapping[str, Any] = json.loads(answer.stdout) if answer.stdout else {}
    if came.get("arrived") == found.came and came.get("doubles") == []:
        print(f"HQ holds {found.came} arrivals, as the desk showed them.")
        return True
    print(f"FAILED: the desk showed {found.came} arrivals, HQ holds {came} {answer.stderr}", file=sys.stderr)
    return False
