"""Help: somebody of the store is called, and it is said who comes."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer

from kiosk.application.help.outcomes import HelpCall
from kiosk.ui.i18n import spaced, translate
from kiosk.ui.stations.selfservice.flow import Flow, Screen
from kiosk.ui.stations.selfservice.parts import Box, button
from kiosk.ui.widgets.basics import Text, column, restyle

LOOK_EVERY_MS = 2000


class HelpScreen(Screen):
    """Calls as soon as it is shown."""

    name = "help"

    def __init__(self, flow: Flow, page: str) -> None:
        """`page`: the one that help was asked for at."""
        super().__init__(flow)
        self._page = page
        self.call: HelpCall | None = None
        lines = column(self, gap=24)
        lines.addStretch(2)
        self.box = Box("s_note")
        self.title = Text("s_lead", wrap=True)
        self.text = Text("s_body", wrap=True)
        self.box.lines.addWidget(self.title)
        self.box.lines.addWidget(self.text)
        lines.addWidget(self.box)
        self.on = button("s_primary", "help_on", flow.back)
        self.done = button("s_second", "help_done", self._done)
        lines.addWidget(self.on)
        lines.addWidget(self.done)
        lines.addStretch(1)
        self._look = QTimer(self)
        self._look.setInterval(LOOK_EVERY_MS)
        self._look.timeout.connect(self.look)
        self.retranslate()

    def heading(self) -> str:
        return translate("SelfService", "Help")

    def shown(self) -> None:
        self.ask(partial(self.flow.api.call_help, self.flow.actor, self._page), self._on_call)
        self._look.start()

    def look(self) -> None:
        """How the call stands now."""
        if self.call is not None:
            self.ask(partial(self.flow.api.help_standing, self.call.call), self._on_call)

    def _on_call(self, call: HelpCall | None) -> None:
        if call is None or call == self.call:
            return
        self.call = self.flow.help_call = call
        self.retranslate()
        self.ui.voice.say(self, self.title.text(), now=True)

    def _done(self) -> None:
        self.flow.end_help()
        self.flow.back()

    def retranslate(self) -> None:
        call, i18n = self.call, self.ui.i18n
        self.on.say(translate("SelfService", "Go on meanwhile"))
        self.done.say(translate("SelfService", "I do not need help any more"))
        role, text = "s_note", ""
        if call is None:
            title = translate("SelfService", "One moment…")
        elif call.answered_by:
            role = "s_good"
            title = spaced(translate("SelfService", "{name} is on the way to you.").format(name=call.answered_by))
            if call.answered_at is not None:
                text = spaced(translate("SelfService", "since {time}").format(time=i18n.time(call.answered_at)))
        elif call.heard:
            title = translate("SelfService", "Our staff are called: please wait here.")
            text = spaced(translate("SelfService", "called at {time}").format(time=i18n.time(call.since)))
        else:
            title = translate("SelfService", "Please go to the checkout: our staff will gladly help.")
            text = translate("SelfService", "The network is down: nobody can be called from here. Press “End” first.")
        self.title.setText(title)
        self.text.setText(text)
        self.text.setVisible(bool(text))
        restyle(self.box, role=role)

    def retire(self) -> None:
        super().retire()
        self._look.stop()
