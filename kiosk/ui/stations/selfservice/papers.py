"""What the station prints for a customer: the welcome slip, an invitation to hand on, what a draw brought."""

from __future__ import annotations

from functools import partial

from kiosk.application.documents.outcomes import NotPrinted, Queued, WhyNot
from kiosk.application.draws.tickets import TicketPaper
from kiosk.application.draws.wheel_outcomes import Spun
from kiosk.application.registration.outcomes import Invite, Registered
from kiosk.application.selfservice_api import SelfServiceApi
from kiosk.domain.documents import draw_ticket, invite_card, result_slip, welcome_slip
from kiosk.domain.documents.blocks import Document
from kiosk.domain.documents.brand import Brand
from kiosk.domain.staff.actors import Customer
from kiosk.domain.texts import LocalText
from kiosk.ui.i18n import translate
from kiosk.ui.stations.selfservice.flow import Flow, Screen
from kiosk.ui.widgets.basics import Button, Text
from kiosk.ui.words.documents.draws import draw_ticket_words, result_slip_words
from kiosk.ui.words.documents.members import invite_card_words, welcome_slip_words
from kiosk.ui.words.documents.sales import copy_words
from kiosk.ui.words.rewards import reward_lines


def print_welcome(screen: Screen, new: Registered, told: Text, pressed: Button) -> None:
    """The welcome slip; `told` says what becomes of it."""
    document = _welcome(screen.flow, new)
    if document is not None:
        _print(screen, document, new.member, told, pressed)


def print_invite(screen: Screen, invite: Invite, told: Text, pressed: Button) -> None:
    """A card to hand to a friend."""
    document, member = _invitation(screen.flow, invite), screen.flow.session.member
    if document is not None and member is not None:
        _print(screen, document, member.id, told, pressed)


def print_result(screen: Screen, spun: Spun, told: Text, pressed: Button) -> None:
    """The slip of a result, which proves it."""
    flow = screen.flow
    pressed.setEnabled(False)
    terminal, language, currency = flow.terminal, flow.ui.i18n.language, flow.ui.i18n.currency
    if terminal is not None:
        work = partial(_queue_result, flow.api, spun, terminal.brand, language, currency, flow.actor)
        screen.ask(work, partial(_on_queued, told))


def print_tickets(screen: Screen, paper: TicketPaper, told: Text, pressed: Button) -> None:
    """A draw's tickets, with the code that proves them."""
    terminal, i18n = screen.flow.terminal, screen.flow.ui.i18n
    if terminal is not None:
        words = draw_ticket_words(i18n.language, i18n.currency)
        _print(screen, draw_ticket.lay_out(paper.ticket, words, terminal.brand), paper.about, told, pressed)


def _queue_result(
    api: SelfServiceApi, spun: Spun, brand: Brand | None, language: str, currency: str, actor: Customer
) -> Queued | NotPrinted:
    slip = api.result_slip(spun.lease, spun.j)
    if slip is None:
        return NotPrinted(WhyNot.NO_PRINTER)
    document = result_slip.lay_out(slip, result_slip_words(language, currency), brand)
    return api.queue_document(document, actor, about=f"{spun.lease}/{spun.j}", copy_words=copy_words(language))


def _welcome(flow: Flow, new: Registered) -> Document | None:
    terminal, i18n = flow.terminal, flow.ui.i18n
    if terminal is None:
        return None
    gifts = tuple(LocalText(line, line, line) for line in reward_lines(new.gifts, i18n))
    slip = welcome_slip.WelcomeSlip(
        terminal.store_name, terminal.zone, flow.around().now, new.masked_name, new.pass_token or new.card_no, gifts
    )
    return welcome_slip.lay_out(slip, welcome_slip_words(i18n.language, i18n.currency), terminal.brand)


def _invitation(flow: Flow, invite: Invite) -> Document | None:
    terminal, member, i18n = flow.terminal, flow.session.member, flow.ui.i18n
    if terminal is None or member is None:
        return None
    card = invite_card.InviteCard(
        terminal.store_name,
        terminal.zone,
        member.masked_name,
        invite.link or invite.token,
        invite.until,
        invite.campaign_name,
    )
    return invite_card.lay_out(card, invite_card_words(i18n.language, i18n.currency), terminal.brand)


def _print(screen: Screen, document: Document, about: str, told: Text, pressed: Button) -> None:
    flow = screen.flow
    pressed.setEnabled(False)
    work = partial(flow.api.queue_document, document, flow.actor, about=about)
    screen.ask(work, partial(_on_queued, told))


def _on_queued(told: Text, answer: Queued | NotPrinted) -> None:
    told.setText(printed_words(answer))
    told.show()


def printed_words(answer: Queued | NotPrinted) -> str:
    """What becomes of a paper, and what to do where none comes."""
    if isinstance(answer, NotPrinted):
        return translate("SelfService", "There is no printer here: please take a photo of the screen.")
    if answer.trouble is not None:
        return translate("SelfService", "The printer has a problem: take a photo of the screen, or ask our staff.")
    return translate("SelfService", "It comes out of the printer now.")
