"""Something does not go on: said calmly, with a way on."""

from __future__ import annotations

from kiosk.ui.i18n import translate
from kiosk.ui.shell.messages import FaultReport
from kiosk.ui.stations.selfservice.flow import Flow, Screen
from kiosk.ui.stations.selfservice.parts import Box, button
from kiosk.ui.widgets.basics import Text, column, row


class TroubleScreen(Screen):
    """A fault. What support needs stands small below."""

    name = "trouble"

    def __init__(self, flow: Flow, report: FaultReport) -> None:
        super().__init__(flow)
        self._report = report
        lines = column(self, gap=24)
        lines.addStretch(2)
        box = Box("s_trouble")
        self.text = Text("s_lead", wrap=True)
        self.text2 = Text("s_body", wrap=True)
        self.code = Text("s_note", "ink2", wrap=True)
        for part in (self.text, self.text2, self.code):
            box.lines.addWidget(part)
        lines.addWidget(box)
        answers = row(gap=20)
        self.again = button("s_primary", "trouble_again", flow.home)
        self.over = button("s_second", "trouble_end", flow.end)
        answers.addWidget(self.again, 1)
        answers.addWidget(self.over, 1)
        lines.addLayout(answers)
        lines.addStretch(1)
        self.retranslate()

    def heading(self) -> str:
        return translate("SelfService", "One moment, please")

    def retranslate(self) -> None:
        self.text.setText(translate("SelfService", "Something does not work here at the moment."))
        self.text2.setText(
            translate("SelfService", "What was confirmed is kept. Try again, or ask our staff: they see this code.")
        )
        self.code.setText(self._report.details)
        self.again.say(translate("SelfService", "Try again"))
        self.over.say(translate("SelfService", "End"))
