"""What the clerk should say: rewards within reach, the nearest in the largest type; gifts that wait; a welcome back."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QProgressBar, QSizePolicy

from kiosk.application.campaigns.outcomes import NearReward, RewardView
from kiosk.application.members.outcomes import MemberView
from kiosk.domain.members.member import Segment
from kiosk.ui.context import Ui
from kiosk.ui.i18n import spaced, translate
from kiosk.ui.measure import held
from kiosk.ui.widgets.basics import ElidedText, Panel, Pill, Text, column, restyle, row, set_share
from kiosk.ui.words.rewards import combined, joined, near_words, reward_short, to_hand_over

MOST_NEAR = 3
SOON_DAYS = 3
"""A coupon that ends within so many days is pointed out."""


class Note(Panel):
    """A pill and what it is about, in one line."""

    def __init__(self, ui: Ui) -> None:
        super().__init__(ui)
        line = row(self, gap=ui.theme.space["s"])
        self.pill = Pill("gold")
        self.words = ElidedText("body", "ink")
        line.addWidget(self.pill)
        line.addWidget(self.words, 1)

    def say(self, kind: str, state: str, words: str) -> None:
        """Show both."""
        self.pill.set(kind, state)
        self.words.setText(words)


class Headline(ElidedText):
    """A sentence in the largest of several type styles that has room for it; cut only when none has."""

    def __init__(self, ui: Ui, styles: tuple[str, ...]) -> None:
        super().__init__(styles[0], "ink")
        self._ui, self._styles = ui, styles
        held(self, height=round(1.4 * ui.theme.type[styles[0]].px))

    def setText(self, text: str) -> None:
        """Write it."""
        if text != self.text():
            super().setText(text)
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.contentsRect().width()
        fitting = (style for style in self._styles if self._width(style) <= room)
        restyle(self, type=next(fitting, self._styles[-1]))
        self._tell_whole()

    def _width(self, style: str) -> int:
        font = self._ui.theme.font(self._ui.i18n.language, style)
        return QFontMetrics(font).horizontalAdvance(self.text())


class SayPanel(Panel):
    """At most three rewards within reach, then what else concerns this member. Hidden when there is nothing to say."""

    def __init__(self, ui: Ui) -> None:
        super().__init__(ui, "say")
        space = ui.theme.space
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._shown: tuple[object, ...] = ()
        self._member: MemberView | None = None
        self._now: datetime | None = None
        self._brought: tuple[RewardView, ...] = ()
        lines = column(self, margins=(18, space["m"], 18, space["m"]), gap=space["xs"])
        self.nearest = Headline(ui, ("lead", "line_strong", "strong"))
        lines.addWidget(self.nearest)
        below = row(gap=space["m"])
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.until = Text("caption", "ink2")
        below.addWidget(self.progress, 1)
        below.addWidget(self.until)
        lines.addLayout(below)
        self.others = [ElidedText("body", "ink2") for _ in range(MOST_NEAR - 1)]
        for other in self.others:
            lines.addWidget(other)
        self.brought, self.owed, self.wake = Note(ui), Note(ui), Note(ui)
        for note in (self.brought, self.owed, self.wake):
            lines.addWidget(note)
        self.hide()

    def show_member(self, member: MemberView | None, now: datetime, brought: tuple[RewardView, ...] = ()) -> None:
        """Show what there is to say to a member. `brought`: what being here has just given them. The same again changes
        nothing."""
        said = (member.id, member.near, member.owed, member.segment, member.coupons) if member is not None else ()
        shown = (*said, brought, self.ui.i18n.local(now).date())
        if shown == self._shown:
            return
        self._shown, self._member, self._now, self._brought = shown, member, now, brought
        self.retranslate()

    def retranslate(self) -> None:
        member, now = self._member, self._now
        if member is None or now is None or not member.known:
            self.hide()
            return
        near = member.near[:MOST_NEAR]
        self._show_near(near, now)
        gifts = to_hand_over(self._brought)
        self._show_brought(tuple(one for one in self._brought if one not in gifts))
        self._show_owed(gifts, member.owed)
        back = member.segment is Segment.DORMANT
        if back:
            self._show_wake(member, now)
        self.wake.setVisible(back)
        self.setVisible(bool(near or self._brought or member.owed or back))

    def _show_near(self, near: tuple[NearReward, ...], now: datetime) -> None:
        for part in (self.nearest, self.until, self.progress):
            part.setVisible(bool(near))
        for at, line in enumerate(self.others):
            shown = at + 1 < len(near)
            line.setText(near_words(near[at + 1], self.ui.i18n, now).text if shown else "")
            line.setVisible(shown)
        if not near:
            return
        words = near_words(near[0], self.ui.i18n, now)
        self.nearest.setText(words.text)
        self.until.setText(words.until)
        self.until.setVisible(bool(words.until))
        set_share(self.progress, words.share)
        self.progress.setVisible(words.share > 0)
        self.setAccessibleName(translate("Say", "To say: {words}").format(words=words.text))

    def _show_brought(self, brought: tuple[RewardView, ...]) -> None:
        self.brought.setVisible(bool(brought))
        if brought:
            given = joined(reward_short(one, self.ui.i18n) for one in combined(brought))
            self.brought.say("jade", translate("Say", "Just received"), spaced(given))

    def _show_owed(self, gifts: tuple[RewardView, ...], choices: tuple[RewardView, ...]) -> None:
        """Gifts to hand over now, and those that are to be chosen first."""
        self.owed.setVisible(bool(gifts or choices))
        things = joined(reward_short(one, self.ui.i18n) for one in (*combined(gifts), *choices))
        self.owed.say("red", translate("Say", "To hand over"), spaced(things) + ("  F5" if choices else ""))

    def _show_wake(self, member: MemberView, now: datetime) -> None:
        i18n = self.ui.i18n
        kept = [one for one in member.coupons if 0 <= self.ui.i18n.days_left(one.expires, now) <= SOON_DAYS]
        told = {one.name for one in self._brought}  # what was just received is told already
        names = [i18n.text(one.name) for one in kept if one.name not in told]
        words = joined(names) or translate("Say", "It has been a while.")
        self.wake.say("warn", translate("Say", "Welcome back"), spaced(words))
