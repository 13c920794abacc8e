"""The event desk as a station: one page that is always listening, and what opens above it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal, Slot

from kiosk.application.desk_api import DeskStationApi
from kiosk.application.guests.outcomes import GuestView, Undone, Verdict
from kiosk.application.staff.outcomes import BadgeRead
from kiosk.application.sync.outcomes import SyncStatus, TerminalInfo
from kiosk.domain.guests.event import Standing
from kiosk.domain.guests.verdict import VerdictKind
from kiosk.domain.refusals import Refusal
from kiosk.domain.scan.events import CameraStatus, ScanEvent
from kiosk.domain.scan.hints import ScanHint
from kiosk.domain.staff.actors import Staff
from kiosk.domain.staff.roles import Permission
from kiosk.domain.stations import StationRole
from kiosk.domain.time import instant
from kiosk.ui.i18n import spaced, translate
from kiosk.ui.shell.actions import CTRL, ENTER, Action
from kiosk.ui.shell.messages import Level
from kiosk.ui.shell.sounds import Sound
from kiosk.ui.shell.station import Shell, Station
from kiosk.ui.stations.desk.badges import Badges
from kiosk.ui.stations.desk.errands import Errands
from kiosk.ui.stations.desk.faces import Around, idle_face, leaving_face, verdict_face
from kiosk.ui.stations.desk.flow import DeskFlow
from kiosk.ui.stations.desk.page import DeskPage
from kiosk.ui.stations.desk.settings import DeskSettings
from kiosk.ui.stations.desk.verdict_card import Deed
from kiosk.ui.words.guests import VERDICTS
from kiosk.ui.words.refusals import in_full, refusal_words
from kiosk.ui.words.surroundings import Audience, Surroundings


class DeskStation(Station):
    """Signs guests in.

    Signals:
        verdict_painted(): the newest verdict has been on screen.
    """

    role = StationRole.EVENT_DESK
    needs = Permission.GREET
    verdict_painted = Signal()
    page: DeskPage

    def __init__(self, shell: Shell, api: DeskStationApi, settings: DeskSettings) -> None:
        super().__init__()
        self._shell, self._settings = shell, settings
        self.flow = DeskFlow(api, shell.tasks, settings, shell.messages.fault)
        self.page = DeskPage(shell.ui, self.around)
        self.badges = Badges(shell, api, lambda: self.flow.actor)
        self._badge_failed = False
        self.errands = Errands(shell, api, settings, self.flow, self.page, self.badges, self.around, self.surroundings)
        self._stay = QTimer(self)
        self._stay.setSingleShot(True)
        self._stay.setInterval(settings.stays_ms or 1)
        self._stay.timeout.connect(self._on_stayed)
        self._wire()
        self._show_card()

    def _wire(self) -> None:
        flow, page = self.flow, self.page
        flow.opened.connect(self._on_opened)
        flow.found.connect(self._on_found)
        flow.told.connect(self._on_told)
        flow.judged.connect(self._on_judged)
        flow.taken_back.connect(self._on_taken_back)
        flow.changed.connect(self._on_changed)
        flow.refused.connect(self.show_refusal)
        flow.badge_read.connect(self._on_badge_read)
        self.badges.failed.connect(self._on_badge_failed)
        self.badges.queued.connect(flow.look)
        page.edited.connect(flow.search)
        page.chosen.connect(self._on_chosen)
        page.add_wanted.connect(self.errands.add)
        page.top.event_pressed.connect(self.errands.choose_event)
        page.top.doubles_pressed.connect(self.errands.show_doubles)
        page.top.counts_pressed.connect(self.errands.show_counts)
        page.verdict.pressed.connect(self._on_deed)
        page.verdict.painted.connect(self.verdict_painted)
        self._shell.ui.i18n.changed.connect(self._on_language)

    # --- what the shell wants to know --------------------------------------------------------------------------------

    def actions(self) -> tuple[Action, ...]:
        key, shell, errands = Qt.Key, self._shell.actions, self.errands
        return (
            Action(self.go, ENTER, repeats=False),
            Action(
                errands.add, (key.Key_F2,), label=lambda: translate("Footer", "Add"), enabled=self._adds, repeats=False
            ),
            Action(errands.look, (key.Key_F3,), label=lambda: translate("Footer", "Guest"), enabled=self._open),
            Action(errands.choose_event, (key.Key_F4,), label=lambda: translate("Footer", "Event")),
            Action(errands.group, (key.Key_F5,), label=lambda: translate("Footer", "Group"), enabled=self._open),
            Action(
                self.companion,
                (key.Key_F6,),
                label=lambda: translate("Footer", "+1"),
                enabled=self._open,
                repeats=False,
            ),
            Action(
                self.flow.turn,
                (key.Key_F7,),
                label=lambda: translate("Footer", "Leaving"),
                enabled=self._exits,
                repeats=False,
            ),
            Action(errands.undo, (key.Key_F8,), label=lambda: translate("Footer", "Undo"), enabled=self._open),
            Action(
                errands.show_counts,
                (key.Key_I,),
                CTRL,
                label=lambda: translate("Footer", "Counts"),
                enabled=self._open,
            ),
            Action(
                errands.drill,
                (key.Key_T,),
                CTRL,
                label=lambda: translate("Footer", "Drill"),
                enabled=self._open,
                repeats=False,
            ),
            Action(
                errands.show_photos,
                (key.Key_O,),
                CTRL,
                label=lambda: translate("Footer", "Photos"),
                enabled=self._photos,
            ),
            Action(errands.show_doubles, (key.Key_D,), CTRL, enabled=self._open),
            Action(errands.badge, (key.Key_P,), CTRL, enabled=self._open),
            shell.clerk,
            shell.lock,
            replace(shell.language, modifier=CTRL),
            Action(self.escape, (key.Key_Escape,), label=lambda: translate("Footer", "Clear")),
            replace(shell.station, label=lambda: translate("Footer", "Station")),
            shell.printing,
            shell.help,
        )

    def _open(self) -> bool:
        return self.flow.place is not None

    def _photos(self) -> bool:
        return self.flow.place is not None and self.flow.place.event.photos is not None

    def _adds(self) -> bool:
        return self.flow.place is not None and self.flow.place.event.walk_ins

    def _exits(self) -> bool:
        return self.flow.place is not None and self.flow.place.event.exits

    def around(self) -> Around | None:
        """What words about guests need; None without an event."""
        place = self.flow.place
        if place is None:
            return None
        now = instant(self._settings.clock.now_ms())
        left = self.flow.board.labels_left
        return Around(self._shell.ui.i18n, place.event, now, self.flow.last, left, self._badge_failed)

    def surroundings(self) -> Surroundings:
        """What words about refusals need."""
        now = instant(self._settings.clock.now_ms())
        return Surroundings(self._shell.ui.i18n, now, audience=Audience.VOLUNTEER)

    def on_scan(self, event: ScanEvent) -> bool:
        if self.flow.place is None:
            return False
        self.flow.scan(event)
        return True

    def busy(self) -> bool:
        return False

    def settling(self) -> bool:
        return self.flow.writing > 0

    def clear(self) -> None:
        self.page.clear_search()
        self.flow.search("")
        self.flow.forget_verdict()
        self.badges.forget()
        self._show_card()

    def leave_to(self, staff: Staff) -> None:
        """Counts and arrivals are everybody's: only what was typed goes."""
        self.clear()

    # --- what the shell tells ----------------------------------------------------------------------------------------

    def begin(self, staff: Staff) -> None:
        self.flow.begin(staff)
        self.page.start()

    def leave(self) -> None:
        self.flow.rest()
        self.clear()

    def retry(self) -> None:
        if self.flow.actor is not None:
            self.flow.begin(self.flow.actor)

    def show_terminal(self, terminal: TerminalInfo) -> None:
        self.page.top.show_desk(terminal.name)
        self.badges.terminal = terminal

    def show_status(self, status: SyncStatus) -> None:
        self.page.top.show_status(status)

    def show_camera(self, status: CameraStatus) -> None:
        self.errands.camera = status
        if status is not CameraStatus.READY:
            self.page.top.show_hint(None)

    def show_hint(self, hint: ScanHint | None) -> None:
        self.page.top.show_hint(hint)

    def show_desks(self, desks: int) -> None:
        """How many desks hold together over the hall's network; 0: there is none."""
        self.page.top.show_desks(desks)
        self.flow.look()

    def show_refusal(self, refusal: Refusal) -> None:
        self._shell.sounds.play(Sound.REFUSED)
        self._shell.messages.notice(lambda: in_full(refusal_words(refusal, self.surroundings())), Level.ATTENTION)

    # --- what is done ------------------------------------------------------------------------------------------------

    @Slot()
    def go(self) -> None:
        """Enter: the marked guest comes in; without one, the questions that the card asks. Nothing else is ever done by
        it: an Enter too many must not let anybody in."""
        page, verdict = self.page, self.flow.verdict
        if page.composing:
            return
        marked = page.marked
        if marked is not None:
            self._on_chosen(marked.id)
        elif not page.text and verdict is not None and verdict.kind is VerdictKind.ANSWER_FIRST:
            self.errands.ask(verdict)

    @Slot()
    def escape(self) -> None:
        """Esc: what was typed, then the verdict."""
        if self.page.text or self.page.choosing:
            self.page.clear_search()
            self.flow.search("")
        elif self.flow.leaving and self.flow.verdict is None:
            self.flow.turn()
        else:
            self.flow.forget_verdict()
            self._show_card()
        self.page.start()

    @Slot()
    def companion(self) -> None:
        """F6: one more with whoever came last."""
        last = self.flow.last
        if last is not None and last.guest is not None and last.kind is VerdictKind.WELCOME:
            self.flow.companion(last.guest.id)

    @Slot(str)
    def _on_chosen(self, guest: str) -> None:
        self.flow.sign_in(guest)

    @Slot(object)
    def _on_deed(self, deed: Deed) -> None:
        done: dict[Deed, Callable[[], None]] = {
            Deed.COMPANION: self.companion,
            Deed.UNDO: self.errands.undo,
            Deed.ADD: self.errands.add,
            Deed.ANSWER: self.errands.ask_now,
            Deed.LET_IN: self.errands.let_in,
            Deed.FILE: self.errands.look,
        }
        done[deed]()

    # --- answers -----------------------------------------------------------------------------------------------------

    @Slot()
    def _on_opened(self) -> None:
        self.page.clear_search()
        self.page.top.show_place(self.flow.place)
        self.page.show_board(self.flow.board)
        self._show_card()
        self.page.start()

    @Slot()
    def _on_found(self) -> None:
        self.page.show_found(self.flow.result, answered=self.flow.answered)

    @Slot()
    def _on_told(self) -> None:
        before = len(self.page.board.doubles)
        self.page.show_board(self.flow.board)
        fresh = len(self.flow.board.doubles) - before
        if fresh > 0 and before >= 0:
            self._shell.sounds.play(Sound.ATTENTION)
            self._shell.messages.notice(
                lambda: translate("Desk", "%n ticket(s) signed in twice, at two desks.", None, fresh),
                Level.ATTENTION,
            )

    @Slot(object)
    def _on_judged(self, verdict: Verdict) -> None:
        self._shell.sounds.play(Sound(VERDICTS[verdict.kind].sound))
        if verdict.kind is VerdictKind.CHOOSE:
            self.page.show_choices(verdict.choices)
            self.flow.search("")
        elif verdict.kind is not VerdictKind.NOT_ON_LIST:
            self.page.clear_search()
            self.flow.search("")
        self._badge_failed = False
        place, guest = self.flow.place, verdict.guest
        if verdict.badge and place is not None and guest is not None:
            self.badges.print(place.event.id, guest.id, guest.name)
        self._show_card(announce=True)
        self.page.start()

    @Slot()
    def _on_badge_failed(self) -> None:
        self._badge_failed = True
        self._show_card()

    @Slot(object)
    def _on_taken_back(self, undone: Undone) -> None:
        self._show_card()
        self._shell.sounds.play(Sound.OUT)
        self._shell.messages.notice(partial(_undone_words, undone))

    @Slot(object)
    def _on_changed(self, guest: GuestView) -> None:
        self._shell.sounds.play(Sound.OK)
        verdict = self.flow.verdict
        about = verdict is not None and verdict.guest is not None and verdict.guest.id == guest.id
        if verdict is not None and about and _is_outdated(verdict.kind, guest):
            self.flow.forget_verdict()  # what the card says of them is not so any more
            self._show_card()

    @Slot(object)
    def _on_badge_read(self, badge: BadgeRead) -> None:
        self.badge_read.emit(badge)

    @Slot(str)
    def _on_language(self, _language: str) -> None:
        self._show_card()

    @Slot()
    def _on_stayed(self) -> None:
        verdict = self.flow.verdict
        if verdict is not None and verdict.kind in (VerdictKind.WELCOME, VerdictKind.GOODBYE):
            self.flow.forget_verdict()
            self._show_card()

    def _show_card(self, *, announce: bool = False) -> None:
        around, verdict = self.around(), self.flow.verdict
        self._stay.stop()
        if verdict is not None and around is not None:
            self.page.verdict.show_face(verdict_face(verdict, around), announce=announce)
            if self._settings.stays_ms:
                self._stay.start()
        elif self.flow.leaving:
            self.page.verdict.show_face(leaving_face())
        else:
            self.page.verdict.show_face(idle_face(around))


def _is_outdated(kind: VerdictKind, guest: GuestView) -> bool:
    """Whether a verdict says something else of a guest than what stands against them now."""
    if (kind is VerdictKind.BLOCKED) != (guest.standing == Standing.BLOCKED):
        return True
    return not guest.came and (kind is VerdictKind.CANCELLED) != (guest.standing == Standing.CANCELLED)


def _undone_words(undone: Undone) -> str:
    words = translate("Desk", "Taken back: {name} is not signed in.").format(name=undone.guest.name)
    if undone.gave:
        words += translate("Desk", " What they were given stays theirs.")
    return spaced(words)
