"""One thing that can be had or done: what it brings, what it costs, what is missing; and the button."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from kiosk.application.campaigns.member_actions import needs
from kiosk.application.campaigns.outcomes import MemberAction
from kiosk.domain.refusals import Refusal, RefusalCode
from kiosk.domain.remarks.remark import LONGEST
from kiosk.ui.i18n import I18n, spaced, translate
from kiosk.ui.stations.selfservice.acting import ActingScreen
from kiosk.ui.stations.selfservice.fields import FieldScreen
from kiosk.ui.stations.selfservice.flow import Flow
from kiosk.ui.stations.selfservice.parts import Box, Sides, button
from kiosk.ui.widgets.basics import Button, Text, column, row
from kiosk.ui.words.campaigns import action_words
from kiosk.ui.words.refusals import refusal_words
from kiosk.ui.words.rewards import reward_lines

SCORES = range(1, 6)


def points_words(points: int, i18n: I18n) -> str:
    """“800 points”."""
    return spaced(translate("SelfService", "{n} point(s)", None, points).format(n=i18n.number(points)))


def named(action: MemberAction, i18n: I18n) -> Refusal | None:
    """Why not; what is gone is named as the list names it."""
    refusal = action.refusal
    if refusal is None or "name" not in refusal.args:
        return refusal
    return Refusal(refusal.code, {**refusal.args, "name": action_words(action, i18n).title})


class OfferScreen(ActingScreen):
    """What it is, and Yes."""

    name = "offer"

    def __init__(self, flow: Flow, action: MemberAction) -> None:
        super().__init__(flow)
        self.action = action
        column(self).addWidget(sides := Sides(24))
        self._sides = sides
        box = Box(gap=14)
        self.campaign = Text("s_note", "ink2", wrap=True)
        self.title = Text("s_title", wrap=True)
        self.price = Text("s_lead", "gold", wrap=True)
        self.brings = Text("s_body", "jade", wrap=True)
        self.missing = Text("s_strong", "red", wrap=True)
        self.reason = Text("s_body", wrap=True)
        for part in (self.campaign, self.title, self.price, self.brings):
            box.lines.addWidget(part)
        left = column(sides.first)
        left.addStretch(1)
        left.addWidget(box)
        left.addStretch(1)
        right = column(sides.second, gap=24)
        right.addStretch(1)
        self.middle = column(gap=16)
        right.addLayout(self.middle)
        right.addWidget(self.missing)
        right.addWidget(self.reason)
        self.go = button("s_primary", "offer_go", self._go, "s_lead")
        right.addWidget(self.go)
        self.retranslate()

    def arrange(self, portrait: bool) -> None:
        self._sides.arrange(portrait, grows=0)

    def heading(self) -> str:
        return action_words(self.action, self.ui.i18n).kind

    @property
    def ready(self) -> bool:
        """Whether it can be done now."""
        return self.action.refusal is None and not self.waits and self.flow.actor.may(needs(self.action))

    def act(self) -> None:
        """Do it."""
        self.do(self.action)

    def busy_changed(self) -> None:
        self.retranslate()

    def _go(self) -> None:
        if self.ready:
            self.act()

    def retranslate(self) -> None:
        action, i18n, member = self.action, self.ui.i18n, self.flow.session.member
        words = action_words(action, i18n)
        self.campaign.setText(i18n.text(action.campaign))
        self.title.setText(words.title)
        price = ""
        if action.points and member is not None:
            after = translate("SelfService", "{price}; {n} stay with you afterwards")
            price = points_words(action.points, i18n)
            if member.points >= action.points:
                price = spaced(after.format(price=price, n=i18n.number(member.points - action.points)))
        self.price.setText(price)
        self.price.setVisible(bool(price))
        brings = reward_lines(action.rewards, i18n)
        self.brings.setText(spaced(translate("SelfService", "You get: {gifts}").format(gifts=", ".join(brings))))
        self.brings.setVisible(bool(brings))
        self._show_missing()
        alone = self.flow.actor.may(needs(action))
        self.go.setVisible(alone and (action.refusal is None or action.refusal.code is not RefusalCode.ALREADY_DONE))
        self.go.say(translate("SelfService", "One moment…") if self.waits else words.button)
        self.go.setEnabled(self.ready)

    def _show_missing(self) -> None:
        refusal = named(self.action, self.ui.i18n)
        if refusal is not None:
            words = refusal_words(refusal, self.flow.around())
            self.missing.setText(words.title)
            self.reason.setText(f"{words.reason}\n{words.next_step}")
        elif not self.flow.actor.may(needs(self.action)):
            self.missing.setText("")
            self.reason.setText(
                translate("SelfService", "Show it to our staff at the checkout when it is done: they enter it for you.")
            )
        else:
            self.missing.setText("")
            self.reason.setText("")
        self.missing.setVisible(bool(self.missing.text()))
        self.reason.setVisible(bool(self.reason.text()))


class SurveyScreen(OfferScreen):
    """How did you like it, from 1 to 5?"""

    name = "survey"

    def __init__(self, flow: Flow, action: MemberAction) -> None:
        self.score = 0
        self.scores: list[Button] = []
        super().__init__(flow, action)
        self.question = Text("s_lead", wrap=True)
        self.middle.addWidget(self.question)
        line = row(gap=16)
        for score in SCORES:
            made = button("s_second", f"score_{score}", partial(self._choose, score), "s_title")
            made.setCheckable(True)
            made.say(str(score))
            self.scores.append(made)
            line.addWidget(made, 1)
        self.middle.addLayout(line)
        ends = row(gap=16)
        self.least, self.most = Text("s_note", "ink2"), Text("s_note", "ink2")
        ends.addWidget(self.least)
        ends.addStretch(1)
        ends.addWidget(self.most)
        self.middle.addLayout(ends)
        self.retranslate()

    @property
    def ready(self) -> bool:
        return super().ready and self.score in SCORES

    def act(self) -> None:
        self.flow.instead(lambda: RemarkScreen(self.flow, self.action, self.score))

    def _choose(self, score: int) -> None:
        self.score = score
        for at, made in enumerate(self.scores, 1):
            made.setChecked(at == score)
        self.retranslate()

    def retranslate(self) -> None:
        super().retranslate()
        if not self.scores:
            return
        done = self.action.refusal is not None
        self.question.setText(translate("SelfService", "How satisfied are you?"))
        self.least.setText(translate("SelfService", "1: not at all"))
        self.most.setText(translate("SelfService", "5: very much"))
        for score, made in enumerate(self.scores, 1):
            made.setEnabled(not done and not self.waits)
            made.setAccessibleName(translate("SelfService", "{n} of 5").format(n=score))


class RemarkScreen(FieldScreen, ActingScreen):
    """What they would like to say beside the score; then it is answered."""

    name = "remark"
    longest: ClassVar[int] = LONGEST
    optional: ClassVar[bool] = True

    def __init__(self, flow: Flow, action: MemberAction, score: int) -> None:
        self._action, self._score = action, score
        super().__init__(flow)

    def heading(self) -> str:
        return action_words(self._action, self.ui.i18n).kind

    def label(self) -> str:
        return translate("SelfService", "What would you like to tell us?")

    def about(self) -> str:
        return translate("SelfService", "In your own words, or leave it out. Only our headquarters reads it.")

    def answered(self, text: str) -> None:
        self.do(self._action, self._score, text)

    def skipped(self) -> None:
        self.do(self._action, self._score)

    def busy_changed(self) -> None:
        self.skip.setEnabled(not self.waits)
        self.retranslate()
