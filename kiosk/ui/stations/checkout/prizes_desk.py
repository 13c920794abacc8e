"""Opens the sheet of prizes, and carries out what is pressed in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kiosk.application.checkout_api import CheckoutApi
from kiosk.application.documents.outcomes import NotPrinted, Queued
from kiosk.application.draws.claim_outcomes import ClaimView
from kiosk.application.draws.wheel_outcomes import ReceiptCheck, ReceiptVerdict
from kiosk.application.sync.outcomes import TerminalInfo
from kiosk.domain.documents.blocks import DocumentKind
from kiosk.domain.documents.routing import route
from kiosk.domain.draws.claims import Standing, wheel_claim
from kiosk.domain.refusals import Refusal, RefusalCode
from kiosk.domain.scan.events import ScanEvent
from kiosk.domain.staff.actors import Staff
from kiosk.domain.staff.roles import Permission
from kiosk.ui.customer.views import Signing
from kiosk.ui.i18n import spaced, translate
from kiosk.ui.shell.messages import Level
from kiosk.ui.shell.sounds import Sound
from kiosk.ui.shell.station import Shell
from kiosk.ui.stations.checkout.flow import CheckoutFlow
from kiosk.ui.words.refusals import in_a_sentence, refusal_words
from kiosk.ui.words.surroundings import Surroundings

if TYPE_CHECKING:
    from kiosk.ui.stations.checkout.sign_sheet import SignSheet

_PREFIX = "KD1:"
_LINK = "/d/"


class PrizesDesk(QObject):
    """Of the member at the till, of a slip that was scanned, or all that are due.

    Signals:
        receipt_read(str): a draw's receipt for which nothing is handed over here; its code.
        customer_sees(CustomerView): the customer's screen shows it, before all else; None: no more.
    """

    receipt_read = Signal(str)
    customer_sees = Signal(object)

    def __init__(self, shell: Shell, api: CheckoutApi, flow: CheckoutFlow, around: Callable[[], Surroundings]) -> None:
        super().__init__()
        self._shell, self._api, self._flow, self._around = shell, api, flow, around
        self._terminal: TerminalInfo | None = None
        self._code = self._seen = ""
        self._signs: SignSheet | None = None
        self._turn = 0

    def show_terminal(self, terminal: TerminalInfo) -> None:
        """Who this terminal is, for what is printed."""
        self._terminal = terminal

    def open(self) -> None:
        """Ctrl G"""
        member = self._flow.visit.member if self._flow.visit is not None else None
        if member is not None:
            self._open(member=member.id, named=member.masked_name)
        else:
            self._open()

    def look(self) -> None:
        """Somebody came to the till: whoever has a prize to get is told so, once."""
        member = self._flow.visit.member if self._flow.visit is not None else None
        known = member.id if member is not None else ""
        if known != self._seen:
            self._seen = known
            if known:
                self._shell.tasks.run(partial(self._api.claims_of, known), self._on_claims)

    def _on_claims(self, claims: tuple[ClaimView, ...]) -> None:
        count = sum(not one.over and not one.late for one in claims)
        if count and all(one.member == self._seen for one in claims):
            self._shell.messages.notice(
                lambda: translate("Prizes", "This member has %n prize(s) to get: Ctrl G.", None, count)
            )

    def takes(self, event: ScanEvent) -> bool:
        """Whether a code is a draw's receipt."""
        text = event.text.strip()
        return text[: len(_PREFIX)].upper() == _PREFIX or (text[:4].lower() == "http" and _LINK in text.lower())

    def take(self, event: ScanEvent) -> None:
        """A result slip was scanned: its prize, if one is to be handed over for it."""
        self._code = event.text.strip()
        self._shell.tasks.run(partial(self._find, self._code), self._on_found)

    def _find(self, text: str) -> ClaimView | Refusal | str:
        """What can be said without asking anybody; the id of a claim that only HQ can know of."""
        checked = self._api.check_receipt(text)
        if isinstance(checked, Refusal):
            return checked
        if not isinstance(checked, ReceiptCheck) or not checked.wheel or checked.verdict is ReceiptVerdict.FALSE:
            return Refusal(RefusalCode.PRIZE_UNKNOWN)
        claim = wheel_claim(checked.draw, checked.index)
        found = self._api.claim(claim)
        unknown = isinstance(found, Refusal) and found.code is RefusalCode.PRIZE_UNKNOWN
        return claim if unknown else found

    def _on_found(self, found: ClaimView | Refusal | str) -> None:
        if isinstance(found, str):
            self._shell.messages.notice(lambda: translate("Prizes", "Won elsewhere: headquarters is asked…"))
            self._shell.tasks.ask_hq(partial(self._api.find_claim, found), self._on_found)
        elif isinstance(found, Refusal) and found.code is RefusalCode.PRIZE_OFFLINE:
            self._shell.sounds.play(Sound.REFUSED)
            self._shell.messages.notice(
                lambda: translate(
                    "Prizes",
                    "This slip is another terminal’s, and headquarters cannot be asked: hand nothing over yet.",
                ),
                Level.ATTENTION,
            )
        elif isinstance(found, Refusal):
            self.receipt_read.emit(self._code)
        else:
            self._open(member=found.member, named=found.member_name, claim=found.id, receipt=True)

    def _open(self, *, member: str = "", named: str = "", claim: str = "", receipt: bool = False) -> None:
        actor = self._flow.actor
        if actor is None:
            return
        if not actor.may(Permission.SERVE):
            self._say_no(Refusal(RefusalCode.NOT_PERMITTED))
            return
        from kiosk.ui.stations.checkout.prizes_sheet import PrizesSheet

        shell = self._shell
        prints = route(shell.printing.desk.setup, DocumentKind.FULFILMENT_NOTE) is not None
        sheet = PrizesSheet(
            shell.ui,
            self._api,
            shell.tasks,
            actor,
            self._around,
            member=member,
            named=named,
            claim=claim,
            receipt=receipt,
            prints=prints,
        )
        sheet.print_wanted.connect(partial(self._print, actor))
        sheet.send_wanted.connect(partial(self._ask_address, actor, named))
        sheet.sign_wanted.connect(partial(self._ask_signature, actor, named))
        sheet.done.connect(self._on_done)
        sheet.refused.connect(self._on_refused)
        sheet.faulted.connect(shell.messages.fault)
        shell.overlay.open(sheet)

    def _ask_signature(self, actor: Staff, named: str, claim: ClaimView) -> None:
        from kiosk.ui.stations.checkout.sign_sheet import SignSheet

        shell = self._shell
        sheet = SignSheet(shell.ui, self._api, shell.tasks, actor, claim, self._around)
        sheet.wanted.connect(partial(self._want_signature, claim))
        sheet.over.connect(self._on_signs_no_more)
        sheet.done.connect(partial(self._on_signed, named))
        sheet.refused.connect(self._on_refused)
        sheet.faulted.connect(shell.messages.fault)
        shell.overlay.open(sheet)
        self._signs = sheet
        self._want_signature(claim)

    def _want_signature(self, claim: ClaimView) -> None:
        """An empty field on the customer's screen; each time another one."""
        self._turn += 1
        self.customer_sees.emit(Signing(claim.member_name, claim.name, self._turn))

    def _on_signs_no_more(self) -> None:
        self._signs = None
        self.customer_sees.emit(None)

    def customer_signed(self, strokes: Sequence[Sequence[tuple[int, int]]]) -> None:
        """The customer draws on their own screen."""
        if self._signs is not None:
            self._signs.show_strokes(strokes)

    def _on_signed(self, named: str, claim: ClaimView) -> None:
        self._on_done(claim)
        self._open(member=claim.member if named else "", named=named, claim=claim.id)

    def _ask_address(self, actor: Staff, named: str, claim: ClaimView) -> None:
        from kiosk.ui.stations.checkout.address_sheet import AddressSheet

        shell = self._shell
        sheet = AddressSheet(shell.ui, self._api, shell.tasks, actor, claim, self._around)
        sheet.done.connect(partial(self._on_sent, named))
        sheet.refused.connect(self._on_refused)
        sheet.faulted.connect(shell.messages.fault)
        shell.overlay.open(sheet)

    def _on_sent(self, named: str, claim: ClaimView) -> None:
        self._shell.sounds.play(Sound.OK)
        self._shell.messages.notice(lambda: translate("Prizes", "Recorded: headquarters sends the prize."))
        self._open(member=claim.member if named else "", named=named, claim=claim.id)

    def _on_done(self, claim: ClaimView) -> None:
        self._shell.sounds.play(Sound.OK)
        said = {
            Standing.HANDED: lambda: translate("Prizes", "Recorded: the prize is handed over."),
            Standing.FORFEITED: lambda: translate("Prizes", "Recorded: it goes on by the published rule."),
        }.get(claim.standing)
        if said is not None:
            self._shell.messages.notice(said)

    def _on_refused(self, _refusal: Refusal) -> None:
        self._shell.sounds.play(Sound.REFUSED)

    def _print(self, actor: Staff, claim: ClaimView) -> None:
        terminal = self._terminal
        if terminal is not None:
            work = partial(_queue, self._api, claim, terminal, self._shell.ui.i18n.language, actor)
            self._shell.tasks.run(work, self._on_queued)

    def _on_queued(self, answer: Queued | NotPrinted) -> None:
        if isinstance(answer, Queued):
            self._shell.messages.notice(
                lambda: spaced(translate("Prizes", "The note goes to {printer}.").format(printer=answer.printer))
            )
            self._shell.printing.look_soon()

    def _say_no(self, refusal: Refusal) -> None:
        self._shell.sounds.play(Sound.REFUSED)
        self._shell.messages.notice(lambda: in_a_sentence(refusal_words(refusal, self._around())), Level.ATTENTION)


def _queue(
    api: CheckoutApi, claim: ClaimView, terminal: TerminalInfo, language: str, actor: Staff
) -> Queued | NotPrinted:
    from kiosk.ui.stations.checkout.prize_papers import handover_note
    from kiosk.ui.words.documents.sales import copy_words

    document = handover_note(claim, terminal, actor.name, language, claim.ended)
    return api.queue_document(document, actor, about=claim.id, copy_words=copy_words(language))
