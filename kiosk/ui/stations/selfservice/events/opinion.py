"""How likely would you recommend it? 0 to 10, then words."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from kiosk.application.guests.visitor_outcomes import Gathering
from kiosk.domain.guests.opinion import MOST
from kiosk.domain.refusals import Refusal
from kiosk.domain.remarks.remark import LONGEST
from kiosk.ui.i18n import translate
from kiosk.ui.shell.sounds import Sound
from kiosk.ui.stations.selfservice.fields import FieldScreen
from kiosk.ui.stations.selfservice.flow import Flow, Screen
from kiosk.ui.stations.selfservice.parts import Box, Grid, button
from kiosk.ui.widgets.basics import Text, column, row

SCORES = range(MOST + 1)


class OpinionScreen(Screen):
    """The score."""

    name = "opinion"

    def __init__(self, flow: Flow, gathering: Gathering) -> None:
        super().__init__(flow)
        self._gathering = gathering
        self.score: int | None = None
        lines = column(self, gap=24)
        lines.addStretch(1)
        self.title, self.question = Text("s_title", wrap=True), Text("s_lead", wrap=True)
        self.again = Text("s_body", "ink2", wrap=True)
        self.grid = Grid(16)
        self.scores = [button("s_second", f"score_{one}", partial(self._choose, one), "s_title") for one in SCORES]
        for made in self.scores:
            made.setCheckable(True)
            made.setParent(self.grid)
        ends = row(gap=16)
        self.least, self.most = Text("s_body", "ink2"), Text("s_body", "ink2")
        ends.addWidget(self.least)
        ends.addStretch(1)
        ends.addWidget(self.most)
        for part in (self.title, self.question, self.again, self.grid):
            lines.addWidget(part)
        lines.addLayout(ends)
        self.go = button("s_primary", "opinion_go", self._go, "s_lead")
        lines.addWidget(self.go)
        lines.addStretch(2)
        self.retranslate()

    def heading(self) -> str:
        return translate("SelfService", "How was it?")

    def arrange(self, portrait: bool) -> None:
        self.grid.fill(self.scores, 6 if portrait else MOST + 1, 16)

    def retranslate(self) -> None:
        self.title.setText(self.ui.i18n.text(self._gathering.event.names))
        self.question.setText(
            translate("SelfService", "How likely are you to recommend this event to a friend or colleague?")
        )
        self.again.setText(translate("SelfService", "You have answered already. Another answer takes its place."))
        self.again.setVisible(self._gathering.said)
        self.least.setText(translate("SelfService", "0: not at all"))
        self.most.setText(translate("SelfService", "10: certainly"))
        for score, made in enumerate(self.scores):
            made.say(str(score))
            made.setAccessibleName(translate("SelfService", "{n} of {most}").format(n=score, most=MOST))
        self.go.say(translate("SelfService", "Go on"))
        self.go.setEnabled(self.score is not None)

    def _choose(self, score: int) -> None:
        self.score = score
        for at, made in enumerate(self.scores):
            made.setChecked(at == score)
        self.retranslate()

    def _go(self) -> None:
        flow, gathering, score = self.flow, self._gathering, self.score
        if score is not None:
            flow.instead(lambda: OpinionWordsScreen(flow, gathering, score))


class OpinionWordsScreen(FieldScreen):
    """What they would like to say beside it; then it is said."""

    name = "opinion_words"
    longest: ClassVar[int] = LONGEST
    optional: ClassVar[bool] = True

    def __init__(self, flow: Flow, gathering: Gathering, score: int) -> None:
        self._gathering, self._score = gathering, score
        super().__init__(flow)

    def heading(self) -> str:
        return self.ui.i18n.text(self._gathering.event.names)

    def label(self) -> str:
        return translate("SelfService", "What would you like to tell us?")

    def about(self) -> str:
        return translate("SelfService", "In your own words, or leave it out. Only the organizer reads it.")

    def answered(self, text: str) -> None:
        self._say(text)

    def skipped(self) -> None:
        self._say("")

    def _say(self, text: str) -> None:
        if self.waits:
            return
        self.busy(True)
        one = self._gathering
        work = partial(self.flow.api.say_opinion, one.event.id, one.guest, self._score, text, self.flow.actor)
        self.ask(work, self._on_said)

    def _on_said(self, why: Refusal | None) -> None:
        self.busy(False)
        if why is not None:
            self.refuse(why)
            return
        flow = self.flow
        flow.shell.sounds.play(Sound.OK)
        flow.begin_at(lambda: ThanksScreen(flow))


class ThanksScreen(Screen):
    """It is durable."""

    name = "thanks"

    def __init__(self, flow: Flow) -> None:
        super().__init__(flow)
        lines = column(self, gap=24)
        lines.addStretch(2)
        box = Box("s_good", gap=16)
        self.title, self.text = Text("s_title", "jade_ink", wrap=True), Text("s_body", wrap=True)
        box.lines.addWidget(self.title)
        box.lines.addWidget(self.text)
        lines.addWidget(box)
        self.on = button("s_primary", "thanks_on", flow.done)
        lines.addWidget(self.on)
        lines.addStretch(1)
        self.retranslate()

    def heading(self) -> str:
        return translate("SelfService", "Done")

    def shown(self) -> None:
        self.ui.voice.say(self, self.title.text(), now=True)

    def retranslate(self) -> None:
        self.title.setText(translate("SelfService", "Thank you for your answer!"))
        self.text.setText(
            translate("SelfService", "Until the event is closed you can answer again, here or on your phone.")
        )
        self.on.say(translate("SelfService", "Good"))
