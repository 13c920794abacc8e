"""Events: those that want to hear how it was, those to sign up for, and what campaigns offer beside them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtWidgets import QWidget

from kiosk.application.campaigns.outcomes import ActionKind
from kiosk.application.guests.visitor_outcomes import Gathering, Place
from kiosk.ui.i18n import translate
from kiosk.ui.stations.selfservice.events.gathering import GatheringScreen
from kiosk.ui.stations.selfservice.events.opinion import OpinionScreen
from kiosk.ui.stations.selfservice.events.words import left_words, place_word, where_words
from kiosk.ui.stations.selfservice.flow import Flow
from kiosk.ui.stations.selfservice.looking import LookingScreen
from kiosk.ui.stations.selfservice.offers import OffersScreen
from kiosk.ui.stations.selfservice.parts import Line, Sides
from kiosk.ui.stations.selfservice.viewfinder import Viewfinder
from kiosk.ui.widgets.basics import Text, column


class EventsScreen(OffersScreen):
    """Events to sign up for, and those that were."""

    name = "events"
    kinds = (ActionKind.SIGN_UP, ActionKind.VOTE)

    def __init__(self, flow: Flow) -> None:
        self._gatherings: tuple[Gathering, ...] = ()
        super().__init__(flow)

    def heading(self) -> str:
        return translate("SelfService", "Events")

    def shown(self) -> None:
        self.ask(partial(self.flow.api.gatherings, self.flow.session.visit), self._on_found)

    def _on_found(self, found: tuple[Gathering, ...]) -> None:
        self._gatherings = found
        self.retranslate()

    def lines(self) -> Iterator[QWidget]:
        i18n = self.ui.i18n
        for one in self._gatherings:
            line = Line(f"gathering_{one.event.id}", partial(open_gathering, self.flow, one))
            if one.asks and (one.came or not one.guest):
                note = translate("SelfService", "How did you like it?")
                end, tone = ("✓" if one.said else "★"), "gold"
            else:
                note = " · ".join(part for part in (where_words(one.event, i18n), left_words(one)) if part)
                end, tone = place_word(one), "jade" if one.place is Place.SURE else "gold"
            line.say(i18n.text(one.event.names), note, end, tone=tone)
            yield line
        yield from super().lines()


def open_gathering(flow: Flow, one: Gathering) -> None:
    """On to an event: how it was for who came, else whether to come."""
    if one.asks and not one.guest:
        flow.go(lambda: TicketScreen(flow, one))
    elif one.asks and one.came:
        flow.go(lambda: OpinionScreen(flow, one))
    else:
        flow.go(lambda: GatheringScreen(flow, one))


def on_ticket(flow: Flow, one: Gathering) -> None:
    """A ticket was held up: once its event has begun, its guest is asked how it is."""
    flow.go(lambda: (OpinionScreen if one.asks else GatheringScreen)(flow, one))


class TicketScreen(LookingScreen):
    """Who says how it was? Hold up your ticket. (The code is judged as every other.)"""

    name = "ticket"

    def __init__(self, flow: Flow, gathering: Gathering) -> None:
        super().__init__(flow)
        self._gathering = gathering
        column(self).addWidget(sides := Sides(32, stretch=(6, 5)))
        self._sides = sides
        self.camera = Viewfinder(self.ui)
        column(sides.first).addWidget(self.camera, 1)
        told = column(sides.second, gap=20)
        self.title, self.about = Text("s_title", wrap=True), Text("s_lead", wrap=True)
        self.note = Text("s_body", "ink2", wrap=True)
        for part in (self.title, self.about, self.note):
            told.addWidget(part)
        told.addStretch(1)
        self.retranslate()

    def heading(self) -> str:
        return translate("SelfService", "How was it?")

    def arrange(self, portrait: bool) -> None:
        self._sides.arrange(portrait, grows=0)

    def retranslate(self) -> None:
        self.title.setText(self.ui.i18n.text(self._gathering.event.names))
        self.about.setText(translate("SelfService", "Hold up the ticket or the badge you had."))
        self.note.setText(translate("SelfService", "Members can hold up their code instead, and choose “Events”."))
        self.camera.tell()
