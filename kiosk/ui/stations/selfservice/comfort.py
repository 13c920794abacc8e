"""Larger letters, more contrast, lower, calmer: as whoever stands here likes it, until they go."""

from __future__ import annotations

from kiosk.ui.i18n import translate
from kiosk.ui.stations.selfservice.flow import Flow, Screen
from kiosk.ui.stations.selfservice.parts import button
from kiosk.ui.stations.selfservice.scroll import Scroll
from kiosk.ui.widgets.basics import column
from kiosk.ui.widgets.touch.comfort_panel import ComfortPanel


class ComfortScreen(Screen):
    """The choices."""

    name = "comfort"

    def __init__(self, flow: Flow) -> None:
        super().__init__(flow)
        lines = column(self, gap=20)
        self.list = Scroll(self.ui)
        self.list.fill([ComfortPanel(self.ui)])
        self.good = button("s_primary", "comfort_good", flow.back)
        lines.addWidget(self.list, 1)
        lines.addWidget(self.good)
        self.retranslate()

    def heading(self) -> str:
        return translate("SelfService", "As you like it")

    def retranslate(self) -> None:
        self.good.say(translate("SelfService", "Good"))
