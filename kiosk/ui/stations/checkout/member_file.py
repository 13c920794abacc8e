"""Opens a member's file, and carries out what is pressed in it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kiosk.application.checkout_api import CheckoutApi
from kiosk.application.documents.outcomes import NotPrinted, Queued
from kiosk.application.members.outcomes import MemberView
from kiosk.application.sync.outcomes import Link, TerminalInfo
from kiosk.domain.documents.blocks import DocumentKind
from kiosk.domain.documents.routing import route
from kiosk.domain.refusals import Refusal, RefusalCode
from kiosk.domain.staff.actors import Staff
from kiosk.domain.staff.roles import Permission
from kiosk.ui.customer.views import MemberCode
from kiosk.ui.i18n import spaced, translate
from kiosk.ui.shell.ask import AskSheet, AskWords
from kiosk.ui.shell.messages import Level
from kiosk.ui.shell.sounds import Sound
from kiosk.ui.shell.station import Shell
from kiosk.ui.stations.checkout.flow import CheckoutFlow
from kiosk.ui.stations.checkout.machine import Phase
from kiosk.ui.stations.checkout.newcomers import Newcomers
from kiosk.ui.words.refusals import in_a_sentence, refusal_words
from kiosk.ui.words.surroundings import Surroundings

if TYPE_CHECKING:
    from kiosk.application.registration.outcomes import Consented, Invite
    from kiosk.ui.stations.checkout.member_file_sheet import MemberFileSheet


class MemberFile(QObject):
    """Of the member at the till.

    Signals:
        customer_sees(CustomerView): their invitation; None: the sale again.
    """

    customer_sees = Signal(object)

    def __init__(
        self,
        shell: Shell,
        api: CheckoutApi,
        flow: CheckoutFlow,
        newcomers: Newcomers,
        around: Callable[[], Surroundings],
    ) -> None:
        super().__init__()
        self._shell, self._api, self._flow, self._newcomers = shell, api, flow, newcomers
        self._around = around
        self._terminal: TerminalInfo | None = None
        self._on_paper = False

    def show_terminal(self, terminal: TerminalInfo) -> None:
        """Who this terminal is, for what is printed."""
        self._terminal = terminal

    def _who(self) -> tuple[Staff, MemberView] | None:
        visit, actor = self._flow.visit, self._flow.actor
        if actor is None or visit is None or visit.member is None or self._flow.phase is not Phase.ENTRY:
            return None
        return actor, visit.member

    def open(self) -> None:
        """Ctrl M"""
        who = self._who()
        if who is None:
            self._shell.messages.notice(
                lambda: translate("Notice", "Scan a member code first, or find the member (F3).")
            )
            return
        actor, member = who
        if not actor.may(Permission.SERVE):
            self._say_no(Refusal(RefusalCode.NOT_PERMITTED))
            return
        from kiosk.ui.stations.checkout.member_file_sheet import MemberFileSheet

        shell = self._shell
        online = self._api.sync_status().link is Link.ONLINE
        sheet = MemberFileSheet(
            shell.ui, self._api, shell.tasks, actor, member, codes=online, prints=lambda: self._prints
        )
        sheet.proof_wanted.connect(self._on_proof_wanted)
        sheet.invite_wanted.connect(self._on_invite_wanted)
        sheet.card_wanted.connect(self._on_card_wanted)
        sheet.end_wanted.connect(self._on_end_wanted)
        sheet.consented.connect(self._on_consented)
        sheet.refused.connect(self._say_no)
        sheet.faulted.connect(shell.messages.fault)
        sheet.closed.connect(self._on_closed)
        shell.overlay.open(sheet)

    def _sheet(self) -> MemberFileSheet | None:
        from kiosk.ui.stations.checkout.member_file_sheet import MemberFileSheet

        sheet = self._shell.overlay.sheet
        return sheet if isinstance(sheet, MemberFileSheet) else None

    def _on_closed(self) -> None:
        self.customer_sees.emit(None)

    # --- the phone ---------------------------------------------------------------------------------------------------

    def _on_proof_wanted(self) -> None:
        who = self._who()
        if who is not None:
            member = who[1]
            self._newcomers.prove(member.id, member.masked_name, partial(self._api.send_code_to, member.id))

    # --- consents ----------------------------------------------------------------------------------------------------

    def _on_end_wanted(self, purpose: str) -> None:
        who = self._who()
        if who is None:
            return
        name = who[1].masked_name

        def words() -> AskWords:
            return AskWords(
                spaced(translate("Ask", "End the membership of {name}?").format(name=name)),
                translate(
                    "Ask", "Headquarters erases name, phone and birthday. Points and coupons are lost. It stays so."
                ),
                translate("Ask", "Yes, end it"),
                translate("Ask", "No, stay a member"),
            )

        self._shell.sounds.play(Sound.ATTENTION)
        self._shell.overlay.open(AskSheet(self._shell.ui, self._shell.clock, words, partial(self._end, purpose)))

    def _end(self, purpose: str) -> None:
        who = self._who()
        if who is not None:
            actor, member = who
            work = partial(self._api.consent, member.id, purpose, False, actor)
            self._shell.tasks.run(work, self._on_ended)

    def _on_ended(self, answer: Consented | Refusal) -> None:
        if isinstance(answer, Refusal):
            self._say_no(answer)
        else:
            self._on_consented(answer)

    def _on_consented(self, answer: Consented) -> None:
        self._shell.sounds.play(Sound.OK)
        self._shell.messages.notice(
            lambda: (
                translate("File", "Passed on: headquarters erases them.")
                if answer.ends
                else translate("File", "Noted, and told to headquarters.")
            )
        )

    # --- the invitation ----------------------------------------------------------------------------------------------

    @property
    def _prints(self) -> bool:
        return route(self._shell.printing.desk.setup, DocumentKind.INVITE_CARD) is not None

    def _on_invite_wanted(self) -> None:
        self._ask_invite(on_paper=False)

    def _on_card_wanted(self) -> None:
        self._ask_invite(on_paper=True)

    def _ask_invite(self, *, on_paper: bool) -> None:
        who = self._who()
        if who is not None:
            self._on_paper = on_paper
            self._shell.tasks.run(partial(self._api.invite, who[1].id), self._on_invite)

    def _on_invite(self, answer: Invite | Refusal) -> None:
        who, terminal = self._who(), self._terminal
        if who is None or terminal is None:
            return
        if isinstance(answer, Refusal):
            self._say_no(answer)
            return
        actor, member = who
        if self._on_paper:
            language = self._shell.ui.i18n.language
            work = partial(_queue, self._api, answer, member.masked_name, terminal, language, actor, member.id)
            self._shell.tasks.run(work, self._on_queued)
            return
        self.customer_sees.emit(MemberCode(member.masked_name, answer.link or answer.token, invites=True))
        self._shell.messages.notice(lambda: translate("Newcomer", "Their invitation is on the customer’s screen."))

    def _on_queued(self, answer: Queued | NotPrinted) -> None:
        if isinstance(answer, Queued):
            self._shell.messages.notice(
                lambda: spaced(translate("File", "The invitation goes to {printer}.").format(printer=answer.printer))
            )
            self._shell.printing.look_soon()

    def _say_no(self, refusal: Refusal) -> None:
        self._shell.sounds.play(Sound.REFUSED)
        self._shell.messages.notice(lambda: in_a_sentence(refusal_words(refusal, self._around())), Level.ATTENTION)


def _queue(
    api: CheckoutApi, invite: Invite, name: str, terminal: TerminalInfo, language: str, actor: Staff, member: str
) -> Queued | NotPrinted:
    from kiosk.ui.stations.checkout.member_papers import invitation
    from kiosk.ui.words.documents.sales import copy_words

    document = invitation(invite, name, terminal, language)
    return api.queue_document(document, actor, about=member, copy_words=copy_words(language))
