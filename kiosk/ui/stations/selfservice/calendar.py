"""My check-ins: the month, today's, and make-up cards for what was missed (M07)."""

from __future__ import annotations

from functools import partial

from kiosk.application.campaigns.outcomes import ActionKind
from kiosk.ui.i18n import spaced, translate
from kiosk.ui.stations.selfservice.acting import ActingScreen, of_kind
from kiosk.ui.stations.selfservice.days import Month, streak_words
from kiosk.ui.stations.selfservice.flow import Flow
from kiosk.ui.stations.selfservice.parts import Box, Sides, button
from kiosk.ui.widgets.basics import Text, column


class CalendarScreen(ActingScreen):
    """The month on one side, what can be done on the other."""

    name = "calendar"

    def __init__(self, flow: Flow) -> None:
        super().__init__(flow)
        column(self).addWidget(sides := Sides(24, stretch=(6, 4)))
        self._sides = sides
        box = Box(gap=12)
        self.month = Month()
        box.lines.addWidget(self.month)
        box.lines.addStretch(1)
        column(sides.first).addWidget(box)
        right = column(sides.second, gap=20)
        self.streak = Text("s_lead", wrap=True)
        self.today = button("s_primary", "calendar_today", partial(self._do, ActionKind.CHECK_IN))
        self.make_up = button("s_second", "calendar_make_up", partial(self._do, ActionKind.MAKE_UP))
        self.cards = Text("s_note", "ink2", wrap=True)
        for part in (self.streak, self.today, self.make_up, self.cards):
            right.addWidget(part)
        right.addStretch(1)
        self.retranslate()

    def heading(self) -> str:
        return translate("SelfService", "My check-ins")

    def arrange(self, portrait: bool) -> None:
        self._sides.arrange(portrait, grows=1)

    def session_changed(self) -> None:
        self.retranslate()

    def retranslate(self) -> None:
        mine = self.flow.session.mine
        days = mine.days if mine is not None else None
        if mine is None or days is None:
            return
        self.month.show_days(days)
        self.streak.setText(streak_words(days, self.ui.i18n) or translate("SelfService", "Begin today!"))
        done = days.done_today
        self.today.say(
            translate("SelfService", "Checked in today ✓") if done else translate("SelfService", "Check in today")
        )
        self.today.setEnabled(not done)
        make_up = of_kind(mine, ActionKind.MAKE_UP)
        self.make_up.setVisible(bool(make_up))
        self.cards.setVisible(bool(make_up))
        if make_up:
            missed = int(make_up[0].ref) if make_up[0].ref.isdecimal() else 1
            words = (
                translate("SelfService", "Make up for yesterday")
                if missed == 1
                else translate("SelfService", "Make up for %n day(s) ago", None, missed)
            )
            self.make_up.say(spaced(words))
            self.cards.setText(spaced(translate("SelfService", "You have %n make-up card(s).", None, days.cards)))

    def _do(self, kind: ActionKind) -> None:
        found = of_kind(self.flow.session.mine, kind)
        if found and found[0].refusal is None:
            self.do(found[0])
