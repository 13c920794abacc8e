"""States of the event desk, for pictures and tests."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from msgspec import structs
from PySide6.QtCore import Qt

from kiosk.demo.checkout.stage import Stage
from kiosk.demo.store import party
from kiosk.demo.store.printers import LABELS, set_up
from kiosk.domain.scan.events import ScanEvent, ScanSource, Symbology
from kiosk.domain.stations import StationRole
from kiosk.ui.stations.desk.flow import Place

_KEY = Qt.Key
ARRIVED = ("魏雪梅", "Wendy X. Ma", "周柏宇", "吳曉梅")
"""Who has come by ticket before anything is shown."""


def desk_stage(theme: str = "light", language: str = "zh_TW", size: tuple[int, int] = (1366, 768)) -> Stage:
    """A terminal that is an event desk, nobody signed in."""
    return Stage(theme, language, size, role=StationRole.EVENT_DESK)


def scan(stage: Stage, text: str) -> None:
    """A code, as it stands on the ticket, a second after the one before: of two at once a person says who is meant."""
    stage.clock.move(1_000)
    seen = stage.clock.mono_ms() / 1000
    stage.window.on_scan(ScanEvent(text, Symbology.QR, ScanSource.CAMERA, None, None, seen))
    stage.settle()


def opened(stage: Stage, event: str = party.PARTY, session: str = "") -> None:
    """Somebody works, and this event is open."""
    stage.store.invite()
    set_up(stage.store.context, printers=(structs.replace(LABELS, labels=214),))
    stage.sign_in()
    found = next(one.event for one in stage.desk.flow.events if one.event.id == event)
    stage.desk.flow.open(Place(found, next((one for one in found.sessions if one.id == session), None)))
    stage.settle()


def arrived(stage: Stage) -> None:
    """Some have come, some minutes apart."""
    opened(stage)
    for name in ARRIVED:
        stage.clock.move(180_000)
        scan(stage, party.ticket(name))


def type_text(stage: Stage, text: str) -> None:
    """Into the search."""
    field = stage.desk.page.field
    field.setText(text)
    stage.desk.page.typed.edited.emit()
    stage.settle()


def _found(stage: Stage) -> None:
    arrived(stage)
    scan(stage, party.ticket("林大同"))
    type_text(stage, "wxm")


def _welcome(stage: Stage) -> None:
    arrived(stage)
    scan(stage, party.ticket("陳美麗"))


def _already(stage: Stage) -> None:
    arrived(stage)
    scan(stage, party.ticket("魏雪梅"))


def _not_on_list(stage: Stage) -> None:
    opened(stage)
    stage.scan("M:m5")


def _blocked(stage: Stage) -> None:
    opened(stage)
    scan(stage, party.ticket("何立文"))


def _asked(stage: Stage) -> None:
    opened(stage, party.TALK, "pm")
    scan(stage, party.ticket("鄭凱文", party.TALK))


def _questions(stage: Stage) -> None:
    _asked(stage)
    stage.key(_KEY.Key_Return)
    stage.key(_KEY.Key_1, "1")


def _walk_in(stage: Stage) -> None:
    arrived(stage)
    type_text(stage, "宋安娜")
    stage.key(_KEY.Key_F2)
    stage.type("0912000517")


def _walk_in_same_phone(stage: Stage) -> None:
    """Somebody on the list has that phone."""
    arrived(stage)
    type_text(stage, "宋安娜")
    stage.key(_KEY.Key_F2)
    stage.type("0928111222")
    stage.key(_KEY.Key_F2)


def _walk_in_joins(stage: Stage) -> None:
    _walk_in(stage)
    stage.key(_KEY.Key_F4)
    stage.key(_KEY.Key_F2)
    stage.key(_KEY.Key_1, "1")


def _walk_in_child(stage: Stage) -> None:
    """A guardian agrees."""
    _walk_in(stage)
    stage.key(_KEY.Key_F4)
    stage.key(_KEY.Key_F2)
    stage.key(_KEY.Key_3, "3")
    stage.key(_KEY.Key_2, "2")


def _guest(stage: Stage) -> None:
    _welcome(stage)
    stage.key(_KEY.Key_F3)


def _guest_asked(stage: Stage) -> None:
    _guest(stage)
    stage.key(_KEY.Key_F2)


def _guest_blocked(stage: Stage) -> None:
    _guest(stage)
    stage.key(_KEY.Key_F4)


def _guest_withdrawn(stage: Stage) -> None:
    """They told the desk that they do not come."""
    opened(stage)
    type_text(stage, "林大同")
    stage.key(_KEY.Key_F3)
    stage.key(_KEY.Key_F8)
    stage.key(_KEY.Key_F3)


def _group(stage: Stage) -> None:
    arrived(stage)
    type_text(stage, "晨星")
    stage.key(_KEY.Key_F5)


def _events(stage: Stage) -> None:
    opened(stage)
    stage.key(_KEY.Key_F4)


def _new_event(stage: Stage) -> None:
    _events(stage)
    stage.key(_KEY.Key_F2)


def list_read(stage: Stage) -> None:
    """A file of guests was read, and nothing is taken yet."""
    opened(stage)
    stage.desk.errands.lists.read(party.PARTY, Path("guests.csv"))
    stage.settle()


def drilled(stage: Stage) -> None:
    """The readiness drill, up to the scanner's line."""
    opened(stage)
    stage.key(_KEY.Key_T, modifiers=Qt.KeyboardModifier.ControlModifier)
    stage.settle()


def photos_seen(stage: Stage) -> None:
    """Guests have sent photographs; one waits."""
    arrived(stage)
    stage.store.send_photos()
    stage.key(_KEY.Key_O, modifiers=Qt.KeyboardModifier.ControlModifier)
    stage.settle()


DESK_STATES: dict[str, Callable[[Stage], None]] = {
    "desk_ready": arrived,
    "desk_found": _found,
    "desk_welcome": _welcome,
    "desk_already": _already,
    "desk_not_on_list": _not_on_list,
    "desk_blocked": _blocked,
    "desk_asked": _asked,
    "desk_questions": _questions,
    "desk_walk_in": _walk_in,
    "desk_walk_in_same_phone": _walk_in_same_phone,
    "desk_walk_in_joins": _walk_in_joins,
    "desk_walk_in_child": _walk_in_child,
    "desk_guest": _guest,
    "desk_guest_asked": _guest_asked,
    "desk_guest_blocked": _guest_blocked,
    "desk_guest_withdrawn": _guest_withdrawn,
    "desk_group": _group,
    "desk_events": _events,
    "desk_new_event": _new_event,
    "desk_list": list_read,
    "desk_drill": drilled,
    "desk_photos": photos_seen,
}
"""Name → how to get there from `desk_stage`."""
