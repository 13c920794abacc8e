"""Who are you? Hold up a code, or say your phone number, or become a member."""

from __future__ import annotations

from functools import partial

from kiosk.application.guests.visitor_outcomes import Gathering
from kiosk.ui.i18n import translate
from kiosk.ui.stations.selfservice.by_phone import CardScreen, PhoneScreen
from kiosk.ui.stations.selfservice.events.listed import EventsScreen
from kiosk.ui.stations.selfservice.flow import Flow
from kiosk.ui.stations.selfservice.joining import begin_registration
from kiosk.ui.stations.selfservice.looking import LookingScreen
from kiosk.ui.stations.selfservice.parts import Sides, button
from kiosk.ui.stations.selfservice.viewfinder import Viewfinder
from kiosk.ui.widgets.basics import Text, column


class IdentifyScreen(LookingScreen):
    """The camera's picture, and the other ways."""

    name = "identify"

    def __init__(self, flow: Flow) -> None:
        super().__init__(flow)
        column(self).addWidget(sides := Sides(32, stretch=(6, 5)))
        self._sides = sides
        seen = column(sides.first, gap=16)
        self.camera = Viewfinder(self.ui)
        self.camera.hinted.connect(self._on_hint)
        self.hint = Text("s_lead", wrap=True)
        seen.addWidget(self.camera, 1)
        seen.addWidget(self.hint)
        ways = column(sides.second, gap=20)
        self.where = Text("s_body", "ink2", wrap=True)
        self.others = Text("s_strong", wrap=True)
        self.phone = button("s_second", "identify_phone", self._on_phone, "s_lead")
        self.card = button("s_second", "identify_card", self._on_card, "s_lead")
        self.register = button("s_second", "identify_register", self._on_register, "s_lead")
        self.events = button("s_second", "identify_events", self._on_events, "s_lead")
        self.events.hide()
        for part in (self.where, self.others, self.phone, self.card, self.register, self.events):
            ways.addWidget(part)
        ways.addStretch(1)
        self.retranslate()

    def heading(self) -> str:
        return translate("SelfService", "Who are you?")

    def arrange(self, portrait: bool) -> None:
        self._sides.arrange(portrait, grows=0)

    def retranslate(self) -> None:
        self.where.setText(translate("SelfService", "Your code is in our app, on your welcome slip, or on your card."))
        self.others.setText(translate("SelfService", "Without a code:"))
        self.phone.say(translate("SelfService", "My phone number"))
        self.card.say(translate("SelfService", "My card number"))
        self.register.say(translate("SelfService", "Become a member"))
        self.events.say(translate("SelfService", "Events: sign up, or tell us how it was"))
        self.camera.tell()

    def shown(self) -> None:
        self.ask(partial(self.flow.api.gatherings, None), self._on_gatherings)

    def _on_gatherings(self, found: tuple[Gathering, ...]) -> None:
        self.events.setVisible(bool(found))

    def _on_events(self) -> None:
        self.flow.go(lambda: EventsScreen(self.flow))

    def _on_hint(self, words: str) -> None:
        self.hint.setText(words)
        self.ui.voice.say(self.camera, words)

    def _on_phone(self) -> None:
        self.flow.go(lambda: PhoneScreen(self.flow))

    def _on_card(self) -> None:
        self.flow.go(lambda: CardScreen(self.flow, self.flow.scan))

    def _on_register(self) -> None:
        begin_registration(self.flow)
