"""One event: what it is, whether a place is left, how one stands to it; and the way onto its list."""

from __future__ import annotations

from PySide6.QtCore import Qt

from kiosk.application.guests.visitor_outcomes import Gathering, Place
from kiosk.ui.i18n import translate
from kiosk.ui.stations.selfservice.events.giving_up import ask_to_give_up
from kiosk.ui.stations.selfservice.events.signing_up import begin_sign_up
from kiosk.ui.stations.selfservice.events.words import left_words, place_words, when_words
from kiosk.ui.stations.selfservice.flow import Flow, Screen
from kiosk.ui.stations.selfservice.parts import Box, Sides, button
from kiosk.ui.widgets.basics import Text, column
from kiosk.ui.widgets.qr_view import QrView

QR_SIDE = 300


class GatheringScreen(Screen):
    """What it is, and Yes."""

    name = "gathering"

    def __init__(self, flow: Flow, gathering: Gathering) -> None:
        super().__init__(flow)
        self.gathering = gathering
        column(self).addWidget(sides := Sides(24))
        self._sides = sides
        box = Box(gap=14)
        self.title, self.when = Text("s_title", wrap=True), Text("s_lead", wrap=True)
        self.place, self.left = Text("s_body", wrap=True), Text("s_body", "gold", wrap=True)
        for part in (self.title, self.when, self.place, self.left):
            box.lines.addWidget(part)
        left = column(sides.first)
        left.addStretch(1)
        left.addWidget(box)
        left.addStretch(1)
        right = column(sides.second, gap=24)
        right.addStretch(1)
        self.standing, self.about = Text("s_strong", wrap=True), Text("s_body", wrap=True)
        right.addWidget(self.standing)
        right.addWidget(self.about)
        self.code = QrView(gathering.code, QR_SIDE) if gathering.code else None
        if self.code is not None:
            right.addWidget(self.code, 0, Qt.AlignmentFlag.AlignHCenter)
        self.go = button("s_primary", "gathering_go", self._go, "s_lead")
        right.addWidget(self.go)
        self.give_up = button("s_second", "gathering_give_up", self._give_up)
        right.addWidget(self.give_up)
        right.addStretch(1)
        self.retranslate()

    def heading(self) -> str:
        return translate("SelfService", "Events")

    def arrange(self, portrait: bool) -> None:
        self._sides.arrange(portrait, grows=0)

    def retranslate(self) -> None:
        one, i18n = self.gathering, self.ui.i18n
        self.title.setText(i18n.text(one.event.names))
        self.when.setText(when_words(one.event, i18n))
        self.place.setText(one.event.place)
        self.place.setVisible(bool(one.event.place))
        self.left.setText(left_words(one))
        self.left.setVisible(bool(self.left.text()) and one.place is Place.NONE)
        if one.place is Place.NONE:
            standing = ""
            about = translate("SelfService", "You can sign up here; nobody has to be a member.")
            if not one.open:
                about = translate("SelfService", "Nobody can sign up for it here any more. Our staff will gladly help.")
        else:
            standing, about = place_words(one, i18n, online=False)
        self.standing.setText(standing)
        self.standing.setVisible(bool(standing))
        self.about.setText(about)
        self.go.setVisible(one.place is Place.NONE and one.open)
        self.go.setEnabled(not self.waits)
        waits = one.left is not None and one.left <= 0
        words = translate("SelfService", "Join the waiting list") if waits else translate("SelfService", "Sign up")
        self.go.say(translate("SelfService", "One moment…") if self.waits else words)
        self.give_up.setVisible(bool(one.key))
        self.give_up.setEnabled(not self.waits)
        self.give_up.say(translate("SelfService", "I cannot come"))

    def _go(self) -> None:
        begin_sign_up(self, self.gathering)

    def _give_up(self) -> None:
        ask_to_give_up(self, self.gathering)
