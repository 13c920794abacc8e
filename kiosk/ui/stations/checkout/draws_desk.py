"""Opens draws at the checkout, and carries out what is pressed in them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kiosk.application.checkout_api import CheckoutApi
from kiosk.application.documents.outcomes import NotPrinted, Queued, WhyNot
from kiosk.application.draws.tickets import TicketPaper
from kiosk.application.draws.wheel_outcomes import Spun
from kiosk.application.sync.outcomes import TerminalInfo
from kiosk.domain.documents.blocks import Frame
from kiosk.domain.refusals import Refusal
from kiosk.domain.staff.actors import Staff
from kiosk.ui.i18n import spaced, translate
from kiosk.ui.shell.messages import Level
from kiosk.ui.shell.sounds import Sound
from kiosk.ui.shell.station import Shell
from kiosk.ui.stations.checkout.flow import CheckoutFlow
from kiosk.ui.stations.checkout.machine import Phase
from kiosk.ui.words.documents.campaign_rules import frame_of
from kiosk.ui.words.refusals import refusal_words
from kiosk.ui.words.surroundings import Surroundings

if TYPE_CHECKING:
    from kiosk.application.draws.wheel_outcomes import WheelView
    from kiosk.domain.documents.brand import Brand


class DrawsDesk(QObject):
    """Wheels for the member at the till.

    Signals:
        customer_sees(CustomerView): the draw; None: the sale again.
    """

    customer_sees = Signal(object)

    def __init__(self, shell: Shell, api: CheckoutApi, flow: CheckoutFlow, around: Callable[[], Surroundings]) -> None:
        super().__init__()
        self._shell, self._api, self._flow, self._around = shell, api, flow, around
        self._terminal: TerminalInfo | None = None

    def show_terminal(self, terminal: TerminalInfo) -> None:
        """Who this terminal is, for what is printed."""
        self._terminal = terminal

    def open(self) -> None:
        """Ctrl D"""
        visit = self._flow.visit
        if visit is None or visit.member is None or self._flow.phase is not Phase.ENTRY:
            self._shell.messages.notice(
                lambda: translate("Notice", "Scan a member code first, or find the member (F3).")
            )
            return
        from kiosk.ui.stations.checkout.draws_sheet import DrawsSheet

        shell = self._shell
        sheet = DrawsSheet(shell.ui, self._api, shell.tasks, self._flow, self._around, self._season)
        sheet.customer_sees.connect(self.customer_sees)
        sheet.heard.connect(shell.sounds.play)
        sheet.refused.connect(self._on_refused)
        sheet.proof_wanted.connect(self._on_proof_wanted)
        sheet.print_wanted.connect(self._on_print_wanted)
        sheet.tickets_wanted.connect(self._on_tickets_wanted)
        sheet.closed.connect(self._on_closed)
        shell.overlay.open(sheet)

    def _season(self, _wheel: WheelView) -> Frame:
        theme = self._terminal.theme if self._terminal is not None else ""
        return frame_of(theme) if theme else Frame.PLAIN

    def _on_closed(self) -> None:
        self.customer_sees.emit(None)

    def _on_refused(self, _refusal: Refusal) -> None:
        self._shell.sounds.play(Sound.REFUSED)

    def _on_proof_wanted(self) -> None:
        from kiosk.ui.stations.checkout.proof import ProofSheet

        sheet = ProofSheet(self._shell.ui, self._api, self._flow)
        sheet.proven.connect(self.open)
        sheet.refused.connect(self._on_refused)
        sheet.closed.connect(self._on_closed)
        self._shell.overlay.open(sheet)

    def _on_print_wanted(self, spun: Spun) -> None:
        actor, terminal, i18n = self._flow.actor, self._terminal, self._shell.ui.i18n
        if actor is not None and terminal is not None:
            work = partial(_queue, self._api, spun, terminal.brand, i18n.language, i18n.currency, actor)
            self._shell.tasks.run(work, self._on_queued)

    def _on_tickets_wanted(self) -> None:
        """HQ has the salts: it is asked while the customer waits."""
        visit = self._flow.visit
        if visit is not None:
            self._shell.tasks.ask_hq(partial(self._api.draw_tickets, visit), self._on_tickets)

    def _on_tickets(self, answer: tuple[TicketPaper, ...] | Refusal) -> None:
        actor, terminal, i18n = self._flow.actor, self._terminal, self._shell.ui.i18n
        if isinstance(answer, Refusal):
            self._on_refused(answer)
            words = refusal_words(answer, self._around())
            self._shell.messages.notice(lambda: f"{words.title} {words.next_step}".strip(), Level.ATTENTION)
        elif not answer:
            self._shell.messages.notice(
                lambda: translate("Wheels", "No list with tickets of theirs is published yet: print them after that."),
                Level.ATTENTION,
            )
        elif actor is not None and terminal is not None:
            work = partial(_queue_tickets, self._api, answer, terminal.brand, i18n.language, i18n.currency, actor)
            self._shell.tasks.run(work, self._on_queued)

    def _on_queued(self, answer: Queued | NotPrinted) -> None:
        if isinstance(answer, Queued):
            self._shell.messages.notice(
                lambda: spaced(translate("Wheels", "The slip goes to {printer}.").format(printer=answer.printer))
            )
            self._shell.printing.look_soon()
        else:
            self._shell.messages.notice(
                lambda: translate("Wheels", "No printer is set up for result slips: the code is on the screen."),
                Level.ATTENTION,
            )


def _queue(
    api: CheckoutApi, spun: Spun, brand: Brand | None, language: str, currency: str, actor: Staff
) -> Queued | NotPrinted:
    from kiosk.domain.documents import result_slip
    from kiosk.ui.words.documents.draws import result_slip_words
    from kiosk.ui.words.documents.sales import copy_words

    slip = api.result_slip(spun.lease, spun.j)
    if slip is None:
        return NotPrinted(WhyNot.GONE)
    document = result_slip.lay_out(slip, result_slip_words(language, currency), brand)
    return api.queue_document(document, actor, about=f"{spun.lease}/{spun.j}", copy_words=copy_words(language))


def _queue_tickets(
    api: CheckoutApi, papers: tuple[TicketPaper, ...], brand: Brand | None, language: str, currency: str, actor: Staff
) -> Queued | NotPrinted:
    """One paper a draw."""
    from kiosk.domain.documents import draw_ticket
    from kiosk.ui.words.documents.draws import draw_ticket_words
    from kiosk.ui.words.documents.sales import copy_words

    answer: Queued | NotPrinted = NotPrinted(WhyNot.GONE)
    for one in papers:
        document = draw_ticket.lay_out(one.ticket, draw_ticket_words(language, currency), brand)
        answer = api.queue_document(document, actor, about=one.about, copy_words=copy_words(language))
        if isinstance(answer, NotPrinted):
            break
    return answer
