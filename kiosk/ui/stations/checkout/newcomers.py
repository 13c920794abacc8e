"""New members at the till: opens the sheet, has them registered, takes them into the open sale, prints the slip."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kiosk.application.checkout_api import CheckoutApi
from kiosk.application.documents.outcomes import NotPrinted, Queued
from kiosk.application.sync.outcomes import Link, TerminalInfo
from kiosk.domain.documents.blocks import DocumentKind
from kiosk.domain.documents.printers import ReceiptPolicy
from kiosk.domain.documents.routing import route
from kiosk.domain.refusals import Refusal, RefusalCode
from kiosk.domain.scan.events import ScanEvent
from kiosk.domain.staff.actors import Staff
from kiosk.domain.staff.roles import Permission
from kiosk.domain.time import instant
from kiosk.domain.tokens import TokenKind
from kiosk.ui.customer.views import MemberCode
from kiosk.ui.i18n import spaced, translate
from kiosk.ui.shell.messages import Level
from kiosk.ui.shell.sounds import Sound
from kiosk.ui.shell.station import Shell
from kiosk.ui.stations.checkout.flow import CheckoutFlow
from kiosk.ui.stations.checkout.machine import Phase
from kiosk.ui.words.printing import trouble_word, what_to_do
from kiosk.ui.words.refusals import in_a_sentence, refusal_words
from kiosk.ui.words.surroundings import Surroundings

if TYPE_CHECKING:
    from kiosk.application.registration.outcomes import (
        AlreadyMember,
        CodeSent,
        Invite,
        NewMember,
        PaperForm,
        Registered,
    )
    from kiosk.ui.stations.checkout.newcomer_draft import Draft
    from kiosk.ui.stations.checkout.newcomer_sheet import NewcomerSheet
    from kiosk.ui.stations.checkout.welcome_sheet import WelcomeSheet

# What only a newcomer needs is imported when one comes, as the checkout's sheets are.

_INVITE = f"{TokenKind.INVITE.value}:"


@dataclass(frozen=True, slots=True)
class Made:
    """Somebody who was registered here a moment ago. `phone`: as typed, for a code; `language`: theirs."""

    registered: Registered
    language: str
    phone: str


class Newcomers(QObject):
    """Between the sheets. What is being recorded goes on here, whatever is closed meanwhile.

    Signals:
        customer_sees(CustomerView): the newcomer's code or invitation; None: the sale again.
        form_registered(Registered): of a paper form somebody is a member now.
    """

    customer_sees = Signal(object)
    form_registered = Signal(object)

    def __init__(
        self,
        shell: Shell,
        api: CheckoutApi,
        flow: CheckoutFlow,
        around: Callable[[], Surroundings],
    ) -> None:
        super().__init__()
        self._shell, self._api, self._flow, self._around = shell, api, flow, around
        self._terminal: TerminalInfo | None = None
        self._draft: Draft | None = None
        self._sent: tuple[NewMember, Draft] | None = None
        self._made: Made | None = None
        self._invite: Invite | None = None

    def show_terminal(self, terminal: TerminalInfo) -> None:
        """Who this terminal is, for what is printed."""
        self._terminal = terminal

    def forget(self) -> None:
        """Nothing of a customer stays when somebody else works, or nobody."""
        self._draft = self._made = self._invite = None

    # --- the sheet ---------------------------------------------------------------------------------------------------

    def open(self) -> None:
        """Ctrl N"""
        self._open_sheet()

    def takes(self, event: ScanEvent) -> bool:
        """Whether an invitation was scanned while nobody and nothing was at the till: somebody wants to be a member.
        In a sale it says whose recommendation the purchase is."""
        text = event.text.strip().upper()
        invites = text.startswith(_INVITE) or (text.startswith(("HTTPS://", "HTTP://")) and f"/{_INVITE}" in text)
        return invites and (self._flow.empty or self._flow.phase is Phase.DONE)

    def take(self, event: ScanEvent) -> None:
        """That invitation."""
        sheet = self._open_sheet()
        if sheet is not None:
            sheet.take(event)

    def open_form(self, form: PaperForm) -> None:
        """A paper form is keyed in."""
        self._draft = None
        sheet = self._open_sheet()
        if sheet is not None:
            sheet.use_form(form)

    def _open_sheet(self) -> NewcomerSheet | None:
        from kiosk.ui.stations.checkout.newcomer_draft import KEPT_MS, Draft
        from kiosk.ui.stations.checkout.newcomer_sheet import NewcomerSheet

        actor, shell, flow = self._flow.actor, self._shell, self._flow
        if actor is None or flow.confirm_pending or self._sent is not None:
            return None
        if not actor.may(Permission.SERVE):
            self._say_no(Refusal(RefusalCode.NOT_PERMITTED))
            return None
        now = shell.clock.mono_ms()
        if self._draft is None or now - self._draft.touched > KEPT_MS:
            self._draft = Draft(touched=now)
        visit = flow.visit if flow.phase is Phase.ENTRY else None
        at_till = visit.member if visit is not None else None
        sheet = NewcomerSheet(shell.ui, self._api, shell.tasks, shell.clock, self._draft, at_till, self._around)
        sheet.register_wanted.connect(self._register)
        sheet.known_chosen.connect(self._on_known)
        sheet.refused.connect(self._on_refused)
        sheet.attention.connect(self._on_attention)
        sheet.faulted.connect(shell.messages.fault)
        shell.overlay.open(sheet)
        return sheet

    def _sheet(self) -> NewcomerSheet | None:
        from kiosk.ui.stations.checkout.newcomer_sheet import NewcomerSheet

        sheet = self._shell.overlay.sheet
        return sheet if isinstance(sheet, NewcomerSheet) else None

    def _on_known(self, member: str) -> None:
        """They are a member already: into the sale, unless somebody else's is open."""
        self._draft = None
        self._take_in(member)

    def _take_in(self, member: str) -> None:
        if self._flow.phase is Phase.DONE or not self._other:
            self._flow.choose_member(member)
        else:
            self._shell.messages.notice(
                lambda: translate("Newcomer", "The open sale is another member’s and stays theirs."), Level.ATTENTION
            )

    @property
    def _other(self) -> str:
        """The masked name of the member whose sale is open."""
        visit = self._flow.visit
        if self._flow.phase is not Phase.ENTRY or visit is None or visit.member is None:
            return ""
        return visit.member.masked_name or translate("Newcomer", "the member at the till")

    # --- registering -------------------------------------------------------------------------------------------------

    def _register(self, new: NewMember) -> None:
        actor, draft = self._flow.actor, self._draft
        if actor is None or draft is None or self._sent is not None:
            return
        self._sent = (new, draft)
        # a code is HQ's to look at
        run = self._shell.tasks.ask_hq if new.code is not None else self._shell.tasks.run
        run(partial(self._api.register, new, actor), self._on_answer, self._on_fault)

    def _on_answer(self, answer: Registered | AlreadyMember | Refusal) -> None:
        from kiosk.application.registration.outcomes import Registered

        sent, self._sent = self._sent, None
        assert sent is not None
        if not isinstance(answer, Registered):
            sheet = self._sheet()
            if sheet is not None:
                sheet.show_answer(answer)
            return
        self._draft = None
        self._shell.sounds.play(Sound.OK)
        if self._flow.actor is None:
            return  # behind the lock there is nobody to tell
        if sent[0].form is not None:
            self.form_registered.emit(answer)  # of a pile of forms nobody is at the till
            return
        self._made = Made(answer, sent[0].language, sent[0].phone)
        other = self._other
        if not other:
            self._flow.choose_member(answer.member)
        self._welcome(other)
        if self._printable and self._shell.printing.desk.setup.receipts is ReceiptPolicy.ALWAYS:
            self.print_slip()

    def _on_fault(self, fault: Exception) -> None:
        self._sent = None
        sheet = self._sheet()
        if sheet is not None:
            sheet.show_answer(None)
        self._shell.messages.fault(fault)

    # --- welcome -----------------------------------------------------------------------------------------------------

    def _welcome(self, other: str) -> None:
        from kiosk.ui.stations.checkout.welcome_sheet import WelcomeSheet

        made = self._made
        assert made is not None
        codes = self._api.sync_status().link is Link.ONLINE
        sheet = WelcomeSheet(self._shell.ui, made.registered, other=other, slip=self._printable, codes=codes)
        sheet.slip_wanted.connect(self.print_slip)
        sheet.invite_wanted.connect(self._on_invite_wanted)
        sheet.proof_wanted.connect(self._on_proof_wanted)
        sheet.take_wanted.connect(self._on_take_wanted)
        sheet.done.connect(self._on_done)
        self._shell.overlay.open(sheet)
        one = made.registered
        self.customer_sees.emit(MemberCode(one.masked_name, one.pass_token or one.card_no, one.gifts))

    def _welcome_sheet(self) -> WelcomeSheet | None:
        from kiosk.ui.stations.checkout.welcome_sheet import WelcomeSheet

        sheet = self._shell.overlay.sheet
        return sheet if isinstance(sheet, WelcomeSheet) else None

    def _tell(self, words: Callable[[], str], level: Level = Level.INFO) -> None:
        sheet = self._welcome_sheet()
        if sheet is not None:
            sheet.show_news(spaced(words()))
        else:
            self._shell.messages.notice(lambda: spaced(words()), level)

    def _on_take_wanted(self) -> None:
        if self._made is not None:
            self._flow.abandon()
            self._flow.choose_member(self._made.registered.member)

    def _on_done(self) -> None:
        self._made = None
        self.customer_sees.emit(None)

    # --- the slip ----------------------------------------------------------------------------------------------------

    @property
    def _printable(self) -> bool:
        return route(self._shell.printing.desk.setup, DocumentKind.WELCOME_SLIP) is not None

    def print_slip(self) -> None:
        """The welcome slip of who was registered last; a second one is a copy and says so."""
        made, terminal, actor = self._made, self._terminal, self._flow.actor
        if made is None or terminal is None or actor is None:
            return
        work = partial(_queue_slip, self._api, made, terminal, actor, instant(self._shell.clock.now_ms()))
        self._shell.tasks.run(work, self._on_slip)

    def _on_slip(self, answer: Queued | NotPrinted) -> None:
        if isinstance(answer, NotPrinted):
            self._tell(lambda: translate("Newcomer", "No printer is set up for welcome slips: show them the code."))
        elif answer.trouble is not None:
            trouble = answer.trouble
            self._tell(
                lambda: translate("Newcomer", "The slip waits for {printer}: {trouble}. {do}").format(
                    printer=answer.printer, trouble=trouble_word(trouble), do=what_to_do(trouble)
                )
            )
        else:
            self._tell(lambda: translate("Newcomer", "The slip goes to {printer}.").format(printer=answer.printer))
        self._shell.printing.look_soon()

    # --- invitation and proof ----------------------------------------------------------------------------------------

    def _on_invite_wanted(self) -> None:
        if self._made is not None:
            self._shell.tasks.run(partial(self._api.invite, self._made.registered.member), self._on_invite)

    def _on_invite(self, answer: Invite | Refusal) -> None:
        made = self._made
        if made is None:
            return
        if isinstance(answer, Refusal):
            self._say_no(answer)
            return
        code = MemberCode(made.registered.masked_name, answer.link or answer.token, invites=True)
        self.customer_sees.emit(code)
        self._tell(lambda: translate("Newcomer", "Their invitation is on the customer’s screen."))

    def _on_proof_wanted(self) -> None:
        made = self._made
        if made is None:
            return
        self.prove(made.registered.member, made.registered.masked_name, partial(self._api.send_code, made.phone))

    def prove(self, member: str, name: str, send: Callable[[str], CodeSent | Refusal]) -> None:
        """Prove a member's phone. `name`: masked; `send`: sends a code in a language, and waits for HQ."""
        from kiosk.ui.stations.checkout.phone_proof_sheet import PhoneProofSheet

        actor, shell = self._flow.actor, self._shell
        if actor is None:
            return
        language = self._made.language if self._made is not None else shell.ui.i18n.language
        sheet = PhoneProofSheet(
            shell.ui, self._api, shell.tasks, actor, member, name, partial(send, language), self._around
        )
        sheet.proved.connect(self._on_proved)
        sheet.closed.connect(self._on_proof_closed)
        sheet.refused.connect(self._on_refused)
        sheet.faulted.connect(shell.messages.fault)
        shell.overlay.open(sheet)

    def _on_proof_closed(self) -> None:
        if self._made is not None:  # not now: back to what is told them
            self._welcome("")

    def _on_proved(self, member: str) -> None:
        self._shell.sounds.play(Sound.OK)
        self._flow.price_again()  # points that waited for it
        made = self._made
        if made is not None and made.registered.member == member:
            self._made = replace(made, registered=replace(made.registered, provisional=False))
            self._welcome("")
            self._tell(lambda: translate("Newcomer", "The phone is proved."))
        else:
            self._shell.overlay.close_sheet()
            self._shell.messages.notice(lambda: translate("Newcomer", "The phone is proved."))

    # --- what is heard -----------------------------------------------------------------------------------------------

    def _on_refused(self, _refusal: Refusal) -> None:
        self._shell.sounds.play(Sound.REFUSED)

    def _on_attention(self) -> None:
        self._shell.sounds.play(Sound.ATTENTION)

    def _say_no(self, refusal: Refusal) -> None:
        self._shell.sounds.play(Sound.REFUSED)
        self._shell.messages.notice(lambda: in_a_sentence(refusal_words(refusal, self._around())), Level.ATTENTION)


def _queue_slip(
    api: CheckoutApi, made: Made, terminal: TerminalInfo, actor: Staff, at: datetime
) -> Queued | NotPrinted:
    from kiosk.ui.stations.checkout.member_papers import welcome_slip
    from kiosk.ui.words.documents.sales import copy_words

    document = welcome_slip(made.registered, terminal, actor.name, at, made.language)
    about = made.registered.member
    return api.queue_document(document, actor, about=about, copy_words=copy_words(made.language))
