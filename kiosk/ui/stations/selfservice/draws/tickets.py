"""A member's draw tickets: a code for each published list that has some, and paper where there is a printer."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kiosk.application.draws.tickets import TicketPaper
from kiosk.domain.documents.draw_ticket import DrawTicket, numbers
from kiosk.domain.refusals import Refusal
from kiosk.ui.i18n import spaced, translate
from kiosk.ui.stations.selfservice.flow import Flow, Screen
from kiosk.ui.stations.selfservice.lists import ListScreen
from kiosk.ui.stations.selfservice.papers import print_tickets
from kiosk.ui.stations.selfservice.parts import Line, Sides, button
from kiosk.ui.widgets.basics import Text, column
from kiosk.ui.widgets.qr_view import QrView
from kiosk.ui.words.refusals import in_a_sentence, refusal_words

QR_SIDE = 400


def numbers_words(ticket: DrawTicket) -> str:
    """The tickets' numbers, as they stand on paper."""
    return spaced(translate("Wheels", "No. {numbers}").format(numbers=numbers(ticket)))


class TicketsScreen(ListScreen):
    """The newest draw first. HQ is asked: it has what proves a ticket."""

    name = "draw_tickets"

    def __init__(self, flow: Flow) -> None:
        super().__init__(flow)
        self._papers: tuple[TicketPaper, ...] = ()
        self._refusal: Refusal | None = None
        self._asked = False
        self.retranslate()

    def heading(self) -> str:
        return translate("Wheels", "My draw tickets")

    def shown(self) -> None:
        visit = self.flow.session.visit
        if visit is not None:
            self.ask(partial(self.flow.api.draw_tickets, visit), self._on_found, hq=True)

    def _on_found(self, answer: tuple[TicketPaper, ...] | Refusal) -> None:
        self._asked = True
        if isinstance(answer, Refusal):
            self._refusal = answer
        else:
            self._papers = answer
        self.retranslate()

    def retranslate(self) -> None:
        self.say_above(translate("Wheels", "Each code proves that your tickets are in the published list."))
        if self._refusal is not None:
            none = in_a_sentence(refusal_words(self._refusal, self.flow.around()))
        elif self._asked:
            none = translate("Wheels", "No list with your tickets is published yet. You find them here after that.")
        else:
            none = translate("SelfService", "One moment…")
        self.put(self._lines(), none=none)

    def _lines(self) -> Iterator[QWidget]:
        i18n, now = self.ui.i18n, self.flow.around().now
        for at, paper in enumerate(self._papers):
            line = Line(f"tickets_{at}", partial(self._open, paper))
            drawn = translate("Wheels", "drawn {when}").format(when=i18n.when(paper.ticket.at, now))
            line.say(spaced(i18n.text(paper.ticket.draw)), spaced(drawn), numbers_words(paper.ticket))
            yield line

    def _open(self, paper: TicketPaper) -> None:
        self.flow.go(lambda: TicketScreen(self.flow, paper))


class TicketScreen(Screen):
    """The code of the tickets in one list."""

    name = "draw_ticket"

    def __init__(self, flow: Flow, paper: TicketPaper) -> None:
        super().__init__(flow)
        self._paper = paper
        column(self).addWidget(sides := Sides(24, stretch=(4, 6)))
        self._sides = sides
        left = column(sides.first, gap=12)
        left.addStretch(1)
        left.addWidget(QrView(paper.ticket.code, QR_SIDE), 0, Qt.AlignmentFlag.AlignHCenter)
        left.addStretch(1)
        right = column(sides.second, gap=12)
        right.addStretch(1)
        self.draw = Text("s_title", wrap=True)
        self.numbers = Text("s_lead", "jade", wrap=True)
        self.about = Text("s_body", wrap=True)
        self.fingerprint = Text("s_note", "ink2", wrap=True)
        self.print = button("s_pill", "ticket_print", self._print, "s_strong")
        self.printed = Text("s_note", "ink2", wrap=True)
        for part in (self.draw, self.numbers, self.about, self.fingerprint, self.print, self.printed):
            right.addWidget(part)
        right.addStretch(1)
        self.printed.hide()
        self.retranslate()

    def heading(self) -> str:
        return translate("Wheels", "My draw tickets")

    def start_focus(self) -> QWidget:
        return self.print

    def arrange(self, portrait: bool) -> None:
        self._sides.arrange(portrait, grows=0)

    def retranslate(self) -> None:
        i18n, ticket = self.ui.i18n, self._paper.ticket
        self.draw.setText(spaced(i18n.text(ticket.draw)))
        self.numbers.setText(numbers_words(ticket))
        self.about.setText(
            translate(
                "Wheels", "Take a photo of this code: with it anybody can check that these tickets are in the list."
            )
        )
        words = translate("Wheels", "Fingerprint of the list: {fingerprint}")
        self.fingerprint.setText(words.format(fingerprint=ticket.fingerprint))
        self.fingerprint.setVisible(bool(ticket.fingerprint))
        self.print.say(translate("Wheels", "Print it"))

    def _print(self) -> None:
        print_tickets(self, self._paper, self.printed, self.print)
