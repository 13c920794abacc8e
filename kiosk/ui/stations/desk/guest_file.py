"""A guest's file: opened, and what is done in it handed on: people, seat, badge, questions, a block."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject, Slot

from kiosk.application.desk_api import DeskStationApi
from kiosk.application.guests.outcomes import GuestView
from kiosk.application.staff.outcomes import Approval
from kiosk.domain.guests.event import Standing
from kiosk.domain.guests.facts import UndoReason
from kiosk.domain.refusals import Refusal
from kiosk.domain.staff.actors import Staff
from kiosk.domain.staff.roles import Permission
from kiosk.ui.i18n import spaced, translate
from kiosk.ui.shell.messages import Level
from kiosk.ui.shell.signin.sheets import ApprovalSheet
from kiosk.ui.shell.sounds import Sound
from kiosk.ui.shell.station import Shell
from kiosk.ui.stations.desk.badges import Badges
from kiosk.ui.stations.desk.block_sheet import BlockSheet
from kiosk.ui.stations.desk.faces import Around
from kiosk.ui.stations.desk.flow import DeskFlow
from kiosk.ui.stations.desk.guest_sheet import GuestSheet
from kiosk.ui.stations.desk.questions_sheet import QuestionsSheet


class GuestFile(QObject):
    """The guest whose file was opened last."""

    def __init__(
        self,
        shell: Shell,
        api: DeskStationApi,
        flow: DeskFlow,
        badges: Badges,
        around: Callable[[], Around | None],
    ) -> None:
        super().__init__()
        self._shell, self._api, self._flow, self._badges, self._around = shell, api, flow, badges, around
        self._guest: GuestView | None = None
        self._tells: Callable[[GuestView], str] | None = None
        """What is said once the change is durable."""
        flow.changed.connect(self._on_changed)
        flow.refused.connect(self._on_refused)

    def look(self, guest: str) -> None:
        """Open the file of this guest, as it stands now."""
        place = self._flow.place
        if place is not None:
            self._shell.tasks.run(partial(self._api.guest, place.event.id, guest), self._on_guest)

    @Slot(object)
    def _on_guest(self, answer: GuestView | Refusal) -> None:
        if isinstance(answer, Refusal):
            self._flow.refused.emit(answer)
            return
        self._guest = answer
        sheet = GuestSheet(self._shell.ui, answer, self._around)
        sheet.sign_in_wanted.connect(self._on_sign_in)
        sheet.leave_wanted.connect(self._on_leave)
        sheet.companion_wanted.connect(self._on_companion)
        sheet.seat_wanted.connect(self._on_seat)
        sheet.badge_wanted.connect(self._on_badge)
        sheet.questions_wanted.connect(self._on_questions)
        sheet.block_wanted.connect(self._on_block)
        sheet.withdraw_wanted.connect(self._on_withdraw)
        sheet.setObjectName(f"file_{answer.id}")
        self._shell.overlay.open(sheet)

    @Slot(int, str)
    def _on_sign_in(self, people: int, called: str) -> None:
        if self._guest is not None:
            self._badges.wish(self._guest.event, self._guest.id, called)
            self._flow.sign_in(self._guest.id, people)

    @Slot()
    def _on_leave(self) -> None:
        if self._guest is not None:
            self._flow.sign_out(self._guest.id)

    @Slot()
    def _on_companion(self) -> None:
        if self._guest is not None:
            self._flow.companion(self._guest.id)

    @Slot(str)
    def _on_seat(self, seat: str) -> None:
        if self._guest is not None:
            self._flow.change(partial(_seat, self._api, self._guest.id, seat))

    # --- the badge ---------------------------------------------------------------------------------------------------

    @Slot(str)
    def _on_badge(self, called: str) -> None:
        if self._guest is not None:
            if called:
                self._badges.wish(self._guest.event, self._guest.id, called)
            self.print_badge(self._guest)

    def print_badge(self, guest: GuestView) -> None:
        """Once more."""
        place = self._flow.place
        if place is not None and place.event.badge:
            self._badges.print(place.event.id, guest.id, guest.name)

    # --- questions ---------------------------------------------------------------------------------------------------

    @Slot()
    def _on_questions(self) -> None:
        guest, place = self._guest, self._flow.place
        if guest is None or place is None:
            return
        asked = tuple(one for one in place.event.questions if one.id in guest.unanswered)
        sheet = QuestionsSheet(self._shell.ui, guest.name, asked, then_in=False)
        sheet.answered.connect(self._on_answered)
        self._shell.overlay.open(sheet)

    @Slot(object)
    def _on_answered(self, answers: dict[str, str]) -> None:
        if self._guest is not None and answers:
            self._flow.change(partial(_answer, self._api, self._guest.id, answers))

    # --- a block -----------------------------------------------------------------------------------------------------

    @Slot()
    def _on_block(self) -> None:
        guest = self._guest
        if guest is None:
            return
        if guest.standing != Standing.BLOCKED:
            sheet = BlockSheet(self._shell.ui, guest.name)
            sheet.wanted.connect(self._on_reason)
            sheet.refused.connect(self._on_not_yet)
            self._shell.overlay.open(sheet)
            return

        def why() -> str:
            words = translate("Guest", "{name} is not blocked any more, at any desk. It is written down.")
            return spaced(words.format(name=guest.name))

        shell = self._shell
        approval = ApprovalSheet(shell.ui, shell.api, shell.tasks, shell.clock, Permission.LET_IN, why)
        approval.approved.connect(self._on_approved)
        approval.refused.connect(self._on_not_yet)
        shell.overlay.open(approval)

    @Slot(str)
    def _on_reason(self, reason: str) -> None:
        if self._guest is not None:
            self._tells = _block_words
            self._flow.change(partial(_block, self._api, self._guest.id, reason))

    @Slot(object)
    def _on_approved(self, approval: Approval) -> None:
        if self._guest is not None:
            self._tells = _block_words
            self._flow.change(partial(_unblock, self._api, self._guest.id, approval))

    # --- whether they come -------------------------------------------------------------------------------------------

    @Slot()
    def _on_withdraw(self) -> None:
        if self._guest is not None:
            self._tells = _coming_words
            self._flow.change(partial(_withdraw, self._api, self._guest))

    @Slot(object)
    def _on_changed(self, guest: GuestView) -> None:
        tells, self._tells = self._tells, None
        if tells is not None:
            self._shell.messages.notice(partial(tells, guest), Level.ATTENTION)

    @Slot()
    def _on_refused(self) -> None:
        self._tells = None

    @Slot()
    def _on_not_yet(self) -> None:
        self._shell.sounds.play(Sound.REFUSED)


def _block_words(guest: GuestView) -> str:
    blocked = guest.standing == Standing.BLOCKED
    words = (
        translate("Guest", "{name} is blocked at every desk.")
        if blocked
        else translate("Guest", "{name} may come in: scan or choose them once more.")
    )
    return spaced(words.format(name=guest.name))


def _coming_words(guest: GuestView) -> str:
    words = (
        translate("Guest", "{name} does not come: their place is free for others.")
        if guest.withdrawn
        else translate("Guest", "{name} comes after all, if a place is left.")
    )
    return spaced(words.format(name=guest.name))


def _withdraw(api: DeskStationApi, guest: GuestView, event: str, actor: Staff) -> GuestView | Refusal:
    """Or the other way round."""
    if not guest.withdrawn:
        return api.withdraw_guest(event, guest.id, actor)
    undone = api.undo_guest(event, guest.withdrawn, UndoReason.OTHER, actor)
    return undone if isinstance(undone, Refusal) else undone.guest


def _seat(api: DeskStationApi, guest: str, seat: str, event: str, actor: Staff) -> GuestView | Refusal:
    return api.seat_guest(event, guest, seat, actor)


def _answer(
    api: DeskStationApi, guest: str, answers: Mapping[str, str], event: str, actor: Staff
) -> GuestView | Refusal:
    return api.answer_guest(event, guest, answers, actor)


def _block(api: DeskStationApi, guest: str, reason: str, event: str, actor: Staff) -> GuestView | Refusal:
    return api.block_guest(event, guest, reason, actor)


def _unblock(api: DeskStationApi, guest: str, approval: Approval, event: str, actor: Staff) -> GuestView | Refusal:
    return api.unblock_guest(event, guest, approval, actor)
