"""Between draws: what a room sees of today's event. Every desk that this terminal hears of is in it, over HQ or the
hall's network."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QImage

from kiosk.application.guests.api import DeskApi
from kiosk.application.guests.outcomes import Arrival, DeskState
from kiosk.application.sync.outcomes import TerminalInfo
from kiosk.domain.documents.blocks import Frame
from kiosk.domain.guests.event import Event, TagLook
from kiosk.domain.texts import LocalText
from kiosk.ui.i18n import translate
from kiosk.ui.shell.station import Shell
from kiosk.ui.stage.backdrop import Backdrop
from kiosk.ui.stage.guests.layout import ACROSS, ROWS
from kiosk.ui.stage.guests.scenes import Arrivals, Came, Programme, ProgrammePart, Sponsors
from kiosk.ui.stage.scene import Scene
from kiosk.ui.words.documents.campaign_rules import frame_of

LOOK_MS = 1_000
MOST = 4 * ACROSS * ROWS
"""Sign-ins that are asked for: some of them are undone, or of people whom the room has seen."""
_LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)
_NOBODY = LocalText("", "", "")


@dataclass(frozen=True, slots=True)
class Seen:
    """Today's event as this terminal has heard it; None: there is none."""

    event: Event | None = None
    state: DeskState | None = None
    arrivals: tuple[Arrival, ...] = ()

    @property
    def name(self) -> LocalText:
        """What it is called."""
        return self.event.names if self.event is not None else _NOBODY


class EventBackdrop(Backdrop):
    """Looks at today's event while the room looks at it."""

    def __init__(self, shell: Shell, api: DeskApi) -> None:
        super().__init__()
        self._shell, self._api = shell, api
        self._seen = Seen()
        self._season = Frame.NONE
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self._look)

    def begin(self) -> None:
        self._timer.start()
        self._shell.tasks.run(self._shell.api.terminal, self._on_terminal)
        self._look()

    def rest(self) -> None:
        self._timer.stop()

    @Slot()
    def _look(self) -> None:
        self._shell.tasks.run(partial(_look_at, self._api, self._seen), self._on_seen)

    @Slot(object)
    def _on_terminal(self, terminal: TerminalInfo) -> None:
        self._season = frame_of(terminal.theme) if terminal.theme else Frame.NONE
        self.changed.emit()

    @Slot(object)
    def _on_seen(self, seen: Seen) -> None:
        if seen != self._seen:
            self._seen = seen
            self.changed.emit()


class ArrivalsBackdrop(EventBackdrop):
    """A welcome, the counter, and the wall of who came. Names come as the event shows them in a room."""

    def word(self) -> str:
        return translate("Footer", "Arrivals")

    def scene(self) -> Scene:
        event, state = self._seen.event, self._seen.state
        if event is None or state is None:
            return Arrivals(self._seen.name, self._season)
        honoured = {tag.id for tag in event.tags if tag.look is TagLook.VIP}
        here = [one for one in self._seen.arrivals if not (one.undone or one.double or one.plus or one.zone)]
        came = [Came(one.stage_name, one.seat, not honoured.isdisjoint(one.tags), one.people) for one in here]
        newest, before = (came[0], tuple(came[1 : 1 + ACROSS * ROWS])) if came else (None, ())
        return Arrivals(event.names, self._season, state.counts.came, state.counts.expected, newest, before)


class ProgrammeBackdrop(EventBackdrop):
    """What goes on, and what comes."""

    def word(self) -> str:
        return translate("Footer", "Programme")

    def scene(self) -> Scene:
        event = self._seen.event
        if event is None:
            return Programme(self._seen.name, self._season)
        parts = sorted(event.sessions, key=lambda one: (one.starts, one.ends, one.id))
        shown = tuple(ProgrammePart(one.names, one.starts, one.ends) for one in parts)
        return Programme(event.names, self._season, shown, event.zone)


class SponsorsBackdrop(EventBackdrop):
    """Whom to thank. `signs` reads their pictures; it is asked when the room begins to look."""

    def __init__(self, shell: Shell, api: DeskApi, signs: Callable[[], tuple[QImage, ...]]) -> None:
        super().__init__(shell, api)
        self._read = signs
        self._signs: tuple[QImage, ...] = ()

    def word(self) -> str:
        return translate("Footer", "Thanks")

    def begin(self) -> None:
        super().begin()
        self._shell.tasks.run(self._read, self._on_signs)

    def scene(self) -> Scene:
        return Sponsors(self._seen.name, self._season, self._signs)

    @Slot(object)
    def _on_signs(self, signs: tuple[QImage, ...]) -> None:
        self._signs = signs
        self.changed.emit()


def any_event(_event: Event) -> bool:
    """Whichever."""
    return True


def of_today(api: DeskApi, wanted: Callable[[Event], bool] = any_event) -> Event | None:
    """Of several events today (of those that are `wanted`) the one to which somebody came last."""
    found = [view.event for view in api.events() if view.today and not view.over and wanted(view.event)]
    came = [max((one.at for one in api.arrivals(event.id, 0, 1)), default=_LONG_AGO) for event in found]
    return found[came.index(max(came))] if found else None


def _look_at(api: DeskApi, before: Seen) -> Seen:
    event = of_today(api)
    if event is None:
        return Seen()
    state = api.desk_state(event.id)
    if not isinstance(state, DeskState):
        return Seen(event)
    known = before.event == event and before.state is not None and before.state.heard == state.heard
    return Seen(event, state, before.arrivals if known else api.arrivals(event.id, 0, MOST))
