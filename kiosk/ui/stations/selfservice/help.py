"""Help: somebody of the store is called."""

from __future__ import annotations

from kiosk.ui.i18n import translate
from kiosk.ui.stations.selfservice.flow import Flow, Screen
from kiosk.ui.stations.selfservice.parts import Box, button
from kiosk.ui.widgets.basics import Text, column


class HelpScreen(Screen):
    """Where to find somebody."""

    name = "help"

    def __init__(self, flow: Flow, about: str) -> None:
        """`about`: the page that help was asked for at."""
        super().__init__(flow)
        self.about = about
        lines = column(self, gap=24)
        lines.addStretch(1)
        box = Box("s_note")
        self.title = Text("s_lead", wrap=True)
        self.text = Text("s_body", wrap=True)
        box.lines.addWidget(self.title)
        box.lines.addWidget(self.text)
        lines.addWidget(box)
        self.on = button("s_primary", "help_on", flow.back)
        lines.addWidget(self.on)
        lines.addStretch(2)
        self.retranslate()

    def heading(self) -> str:
        return translate("SelfService", "Help")

    def retranslate(self) -> None:
        self.title.setText(translate("SelfService", "Please go to the checkout: our staff will gladly help."))
        self.text.setText(translate("SelfService", "Or press “End” first, so that nobody sees what is yours."))
        self.on.say(translate("SelfService", "Go on by myself"))
