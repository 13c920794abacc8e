"""What opens above the desk's page: somebody is added, looked at, undone; another event, a list from a file."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Slot

from kiosk.application.desk_api import DeskStationApi
from kiosk.application.guests.outcomes import EventView, GuestView, Verdict, WalkIn
from kiosk.application.staff.outcomes import Approval
from kiosk.domain.guests.event import Event
from kiosk.domain.guests.facts import How, UndoReason
from kiosk.domain.guests.verdict import VerdictKind
from kiosk.domain.refusals import Refusal
from kiosk.domain.scan.events import CameraStatus
from kiosk.domain.staff.roles import Permission
from kiosk.domain.time import instant
from kiosk.ui.i18n import spaced, translate
from kiosk.ui.shell.ask import AskSheet, AskWords
from kiosk.ui.shell.messages import Level
from kiosk.ui.shell.reason_sheet import ReasonSheet
from kiosk.ui.shell.signin.sheets import ApprovalSheet
from kiosk.ui.shell.sounds import Sound
from kiosk.ui.shell.station import Shell
from kiosk.ui.stations.desk.badges import Badges
from kiosk.ui.stations.desk.board_sheets import CountsSheet, DoublesSheet
from kiosk.ui.stations.desk.events_sheet import EventsSheet
from kiosk.ui.stations.desk.faces import Around
from kiosk.ui.stations.desk.flow import DeskFlow, Place
from kiosk.ui.stations.desk.group_sheet import GroupSheet
from kiosk.ui.stations.desk.guest_file import GuestFile
from kiosk.ui.stations.desk.lists import GuestLists
from kiosk.ui.stations.desk.new_event_sheet import NewEventSheet
from kiosk.ui.stations.desk.page import DeskPage
from kiosk.ui.stations.desk.questions_sheet import QuestionsSheet
from kiosk.ui.stations.desk.settings import DeskSettings
from kiosk.ui.stations.desk.walk_in_sheet import WalkInSheet
from kiosk.ui.words.guests import VERDICTS, undo_word
from kiosk.ui.words.surroundings import Surroundings


class Errands(QObject):
    """Opens sheets and hands on what they answer."""

    def __init__(
        self,
        shell: Shell,
        api: DeskStationApi,
        settings: DeskSettings,
        flow: DeskFlow,
        page: DeskPage,
        badges: Badges,
        around: Callable[[], Around | None],
        surroundings: Callable[[], Surroundings],
    ) -> None:
        super().__init__()
        self._shell, self._api, self._settings = shell, api, settings
        self._flow, self._page = flow, page
        self._around, self._surroundings = around, surroundings
        self.camera: CameraStatus | None = None
        """What the camera does now."""
        self._asked = ""
        self.file = GuestFile(shell, api, flow, badges, around)
        self.lists = GuestLists(shell, api, lambda: flow.actor)
        self.lists.refused.connect(flow.refused)
        self.lists.taken.connect(flow.look)
        flow.grouped.connect(self._on_group)
        flow.events_listed.connect(self._on_events)
        flow.added.connect(self._on_added)
        flow.made.connect(self._on_made)
        flow.told.connect(self._on_told)

    # --- which event -------------------------------------------------------------------------------------------------

    @Slot()
    def choose_event(self) -> None:
        """F4: another event or session."""
        sheet = EventsSheet(self._shell.ui, self._flow.events, self._flow.place)
        sheet.chosen.connect(self._on_place)
        sheet.new_wanted.connect(self.make_event)
        sheet.list_wanted.connect(self.read_list)
        self._shell.overlay.open(sheet)
        self._flow.list_events()

    @Slot()
    def _on_events(self) -> None:
        sheet = self._shell.overlay.sheet
        if isinstance(sheet, EventsSheet):
            sheet.show_events(self._flow.events)

    @Slot()
    def read_list(self) -> None:
        """Guests from a file."""
        place = self._flow.place
        if place is not None:
            self._shell.overlay.close_sheet()
            self.lists.choose(place.event.id)

    @Slot(object)
    def _on_place(self, place: Place) -> None:
        self._flow.open(place)

    @Slot()
    def make_event(self) -> None:
        """An event on the spot."""
        now = self._settings.clock.now_ms()
        sheet = NewEventSheet(self._shell.ui, self._settings.fresh_id(), instant(now), self._surroundings)
        sheet.wanted.connect(self._on_event_wanted)
        self._shell.overlay.open(sheet)

    @Slot(object)
    def _on_event_wanted(self, event: Event) -> None:
        self._flow.make(event)

    @Slot(object)
    def _on_made(self, answer: EventView | Refusal) -> None:
        sheet = self._shell.overlay.sheet
        if isinstance(sheet, NewEventSheet):
            sheet.show_answer(answer)

    # --- who is not on the list --------------------------------------------------------------------------------------

    @Slot()
    def add(self) -> None:
        """F2: with what was typed."""
        place, verdict = self._flow.place, self._flow.verdict
        if place is None or not place.event.walk_ins:
            return
        typed = self._page.text
        if not typed and verdict is not None and verdict.kind is VerdictKind.NOT_ON_LIST:
            typed = verdict.phone or (verdict.named if verdict.member else "")
        walk_in = verdict.walk_in if verdict is not None and not self._page.text else ""
        sheet = WalkInSheet(
            self._shell.ui,
            self._api,
            self._shell.tasks,
            place.event,
            typed,
            walk_in or self._settings.fresh_id(),
            self._surroundings,
        )
        sheet.wanted.connect(self._on_walk_in)
        sheet.known_chosen.connect(self._on_known)
        sheet.refused.connect(self._on_refused)
        self._shell.overlay.open(sheet)

    @Slot(object)
    def _on_walk_in(self, who: WalkIn) -> None:
        self._flow.add(who)

    @Slot(object)
    def _on_added(self, answer: Verdict | Refusal) -> None:
        sheet = self._shell.overlay.sheet
        if isinstance(sheet, WalkInSheet):
            sheet.show_answer(answer if isinstance(answer, Refusal) else None)

    @Slot(str)
    def _on_known(self, guest: str) -> None:
        self._flow.sign_in(guest, how=How.PHONE)

    @Slot()
    def _on_refused(self) -> None:
        self._shell.sounds.play(Sound.REFUSED)

    # --- before the doors open ---------------------------------------------------------------------------------------

    @Slot()
    def drill(self) -> None:
        """Ctrl T: is everything ready?"""
        place, actor = self._flow.place, self._flow.actor
        if place is not None and actor is not None:
            from kiosk.ui.stations.desk.drill_sheet import DrillSheet  # once a day

            sheet = DrillSheet(self._shell.ui, self._api, self._shell.tasks, place.event.id, actor, self.camera)
            sheet.refused.connect(self._flow.refused)
            self._shell.overlay.open(sheet)
            sheet.begin()

    # --- one guest ---------------------------------------------------------------------------------------------------

    @Slot()
    def look(self) -> None:
        """F3: the marked guest, else whom the card is about."""
        verdict = self._flow.verdict or self._flow.last
        guest = self._page.looked_at if self._page.text or self._page.choosing else ""
        if not guest and verdict is not None and verdict.guest is not None:
            guest = verdict.guest.id
        if guest or self._page.looked_at:
            self.file.look(guest or self._page.looked_at)

    @Slot()
    def badge(self) -> None:
        """Ctrl P: the badge of whoever came last, once more."""
        last = self._flow.last
        if last is not None and last.guest is not None:
            self.file.print_badge(last.guest)

    # --- groups, questions -------------------------------------------------------------------------------------------

    @Slot()
    def group(self) -> None:
        """F5: those of the marked guest's company or table."""
        guest = self._page.marked
        if guest is None and self._flow.verdict is not None:
            guest = self._flow.verdict.guest
        if guest is None:
            self._shell.messages.notice(lambda: translate("Desk", "Find one of the group first, then F5."))
        else:
            self._flow.group(guest)

    @Slot(object)
    def _on_group(self, answer: tuple[GuestView, tuple[GuestView, ...]]) -> None:
        sheet = GroupSheet(self._shell.ui, *answer)
        sheet.chosen.connect(self._on_group_chosen)
        self._shell.overlay.open(sheet)

    @Slot(object)
    def _on_group_chosen(self, guests: tuple[str, ...]) -> None:
        self._flow.sign_group_in(guests)

    @Slot()
    def ask_now(self) -> None:
        """What the card asks."""
        if self._flow.verdict is not None:
            self.ask(self._flow.verdict)

    def ask(self, verdict: Verdict) -> None:
        """The questions that are open."""
        if verdict.guest is None or not verdict.questions:
            return
        sheet = QuestionsSheet(self._shell.ui, verdict.guest.name, verdict.questions)
        self._asked = verdict.guest.id
        sheet.answered.connect(self._on_answered)
        self._shell.overlay.open(sheet)

    @Slot(object)
    def _on_answered(self, answers: dict[str, str]) -> None:
        self._flow.answer(self._asked, answers)

    # --- all the same, and not after all ------------------------------------------------------------------------------

    @Slot()
    def let_in(self) -> None:
        """Let in whom the verdict keeps out: asked once, and by a manager where only one may say so."""
        verdict = self._flow.verdict
        if verdict is None or verdict.guest is None or not verdict.sets_aside:
            return
        name, word = verdict.guest.name, VERDICTS[verdict.kind].word

        def why() -> str:
            words = translate("Desk", "{name} comes in although the desk says: {verdict}. It is written down.")
            return spaced(words.format(name=name, verdict=word()))

        if verdict.manager:
            sheet = ApprovalSheet(
                self._shell.ui,
                self._shell.api,
                self._shell.tasks,
                self._shell.clock,
                Permission.LET_IN,
                why,
            )
            sheet.approved.connect(self._on_approved)
            sheet.refused.connect(self._on_refused)
            self._shell.overlay.open(sheet)
            return

        def words() -> AskWords:
            return AskWords(
                translate("Desk", "Let in all the same?"),
                why(),
                translate("Desk", "Let in"),
                translate("Desk", "No"),
            )

        self._shell.overlay.open(
            AskSheet(self._shell.ui, self._shell.clock, words, partial(self._flow.let_in, verdict))
        )

    @Slot(object)
    def _on_approved(self, approval: Approval) -> None:
        if self._flow.verdict is not None:
            self._flow.let_in(self._flow.verdict, approval)

    @Slot()
    def undo(self) -> None:
        """F8: the newest sign-in of this desk did not happen."""
        last = self._flow.last
        if last is None or last.guest is None or not last.ref:
            self._shell.messages.notice(
                lambda: translate("Desk", "Nothing of this desk to take back."), Level.ATTENTION
            )
            return
        guest, ref = last.guest, last.ref

        def title() -> str:
            return spaced(translate("Desk", "Take {name} back?").format(name=guest.name))

        def text() -> str:
            words = translate("Desk", "Signed in {time}. The reason is written down; the ticket is good again.")
            return spaced(words.format(time=self._shell.ui.i18n.time(last.at)))

        def chosen(reason: UndoReason) -> None:
            self._flow.undo(ref, reason.value)

        self._shell.overlay.open(ReasonSheet(self._shell.ui, title, text, tuple(UndoReason), undo_word, chosen))

    # --- what all desks know -----------------------------------------------------------------------------------------

    @Slot()
    def show_doubles(self) -> None:
        """Ctrl D: what came in twice."""
        if self._flow.board.doubles:
            self._shell.overlay.open(DoublesSheet(self._shell.ui, self._flow.board.doubles, self._around))

    @Slot()
    def show_photos(self) -> None:
        """Ctrl O: what guests have sent."""
        place, actor = self._flow.place, self._flow.actor
        if place is not None and actor is not None and place.event.photos is not None:
            from kiosk.ui.stations.desk.photos_sheet import PhotosSheet  # most events have none

            sheet = PhotosSheet(self._shell.ui, self._api, self._shell.tasks, place.event.id, actor)
            sheet.refused.connect(self._flow.refused)
            self._shell.overlay.open(sheet)
            sheet.begin()

    @Slot()
    def show_counts(self) -> None:
        """Ctrl I: every figure."""
        if self._flow.place is not None:
            self._shell.overlay.open(CountsSheet(self._shell.ui, self._flow.board, self._around))

    @Slot()
    def _on_told(self) -> None:
        sheet = self._shell.overlay.sheet
        if isinstance(sheet, CountsSheet):
            sheet.show_board(self._flow.board)
