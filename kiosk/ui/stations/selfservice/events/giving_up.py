"""Whoever signed up and cannot come gives the place up: asked once, and said what became of it."""

from __future__ import annotations

from functools import partial

from kiosk.application.guests.visitor_outcomes import Gathering, Place
from kiosk.domain.refusals import Refusal
from kiosk.ui.i18n import translate
from kiosk.ui.shell.sounds import Sound
from kiosk.ui.stations.selfservice.acting import refused
from kiosk.ui.stations.selfservice.flow import Flow, Screen
from kiosk.ui.stations.selfservice.layer import Answer, Saying
from kiosk.ui.stations.selfservice.parts import Box, button
from kiosk.ui.widgets.basics import Text, column


def ask_to_give_up(screen: Screen, gathering: Gathering) -> None:
    """Whether they mean it; a touch beside it keeps the place."""
    flow = screen.flow

    def text() -> str:
        if gathering.place is Place.WAITING:
            return translate("SelfService", "You are taken off the waiting list.")
        return translate("SelfService", "Somebody else gets it, and it cannot be taken back. You can sign up anew.")

    def yes() -> None:
        flow.hush()
        _give_up(screen, gathering)

    flow.say(
        Saying(
            "give_up",
            lambda: translate("SelfService", "Give your place up?"),
            text,
            (
                Answer("keep", lambda: translate("SelfService", "No, I come"), flow.hush, "s_primary"),
                Answer("give_up", lambda: translate("SelfService", "Yes, I cannot come"), yes),
            ),
            flow.hush,
        ),
        screen,
    )


def _give_up(screen: Screen, gathering: Gathering) -> None:
    if screen.waits:
        return
    screen.waits = True
    screen.retranslate()
    flow = screen.flow

    def on_done(answer: Gathering | Refusal) -> None:
        screen.waits = False
        screen.retranslate()
        if isinstance(answer, Refusal):
            flow.shell.sounds.play(Sound.REFUSED)
            flow.say(refused(flow, answer))
            return
        flow.shell.sounds.play(Sound.OK)
        flow.begin_at(lambda: GivenUpScreen(flow, answer))

    screen.ask(partial(flow.api.give_up, gathering.event.id, gathering.guest, gathering.key, flow.actor), on_done)


class GivenUpScreen(Screen):
    """It is durable."""

    name = "given_up"

    def __init__(self, flow: Flow, gathering: Gathering) -> None:
        super().__init__(flow)
        self._gathering = gathering
        lines = column(self, gap=24)
        lines.addStretch(2)
        box = Box("s_note", gap=16)
        self.title, self.named, self.text = (Text(role, wrap=True) for role in ("s_title", "s_strong", "s_body"))
        for part in (self.title, self.named, self.text):
            box.lines.addWidget(part)
        lines.addWidget(box)
        self.on = button("s_primary", "given_up_on", flow.done)
        lines.addWidget(self.on)
        lines.addStretch(1)
        self.retranslate()

    def heading(self) -> str:
        return translate("SelfService", "Events")

    def shown(self) -> None:
        self.ui.voice.say(self, self.title.text(), now=True)

    def retranslate(self) -> None:
        self.title.setText(translate("SelfService", "You are off the list"))
        self.named.setText(self.ui.i18n.text(self._gathering.event.names))
        self.text.setText(
            translate("SelfService", "Thank you for telling us: somebody else can come. Your code is good no longer.")
        )
        self.on.say(translate("SelfService", "Good"))
