"""Draw tickets on paper: what proves to a customer that they are in a published list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from kiosk.application.context import Context, here
from kiosk.application.draws.receipts import draws_address, receipt_link
from kiosk.application.sales.outcomes import Visit
from kiosk.domain.documents.draw_ticket import DrawTicket
from kiosk.domain.draws.batch import grouped
from kiosk.domain.refusals import Refusal, RefusalCode


@dataclass(frozen=True, slots=True)
class TicketPaper:
    """What is printed of a member's tickets in one list. `about`: which, for the print queue."""

    about: str
    ticket: DrawTicket


class TicketApi(Protocol):
    """Draw tickets of the visit's member."""

    def draw_tickets(self, visit: Visit) -> tuple[TicketPaper, ...] | Refusal:
        """What can be printed, the newest draw first; empty where no list that is published has tickets of theirs. Asks
        HQ (bounded wait). Refusal: nobody is known, or HQ does not answer."""


class TicketService:
    """Implements `TicketApi`."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def draw_tickets(self, visit: Visit) -> tuple[TicketPaper, ...] | Refusal:
        """What can be printed."""
        context, member = self._context, visit.member
        if member is None:
            return Refusal(RefusalCode.MEMBER_UNKNOWN)
        held = context.tickets.held_tickets(member.id)
        if held is None:
            return Refusal(RefusalCode.HQ_OFFLINE)
        _, store = context.ledger.run(lambda tx: here(context, tx))
        now, address = context.now(), draws_address(context)
        return tuple(
            TicketPaper(
                f"{one.draw}/{one.seq}",
                DrawTicket(
                    store=store.name,
                    zone=store.zone,
                    draw=one.name,
                    first=one.first,
                    count=one.count,
                    at=one.at,
                    issued=now,
                    code=receipt_link(context, one.code) or one.code,
                    member=member.masked_name,
                    fingerprint=grouped(one.mh),
                    check_at=address,
                ),
            )
            for one in held
        )
