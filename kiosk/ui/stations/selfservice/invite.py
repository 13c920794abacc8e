"""My invitation, and how far my friends are."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kiosk.application.registration.outcomes import Invite, Referrals, ReferralStage
from kiosk.application.selfservice_api import SelfServiceApi
from kiosk.domain.refusals import Refusal
from kiosk.ui.i18n import spaced, translate
from kiosk.ui.stations.selfservice.flow import Flow, Screen
from kiosk.ui.stations.selfservice.papers import print_invite
from kiosk.ui.stations.selfservice.parts import Box, Line, Sides, button
from kiosk.ui.stations.selfservice.scroll import Scroll
from kiosk.ui.widgets.basics import Text, clear, column
from kiosk.ui.widgets.qr_view import QrView
from kiosk.ui.words.refusals import refusal_words
from kiosk.ui.words.registration import reason_words, stage_words
from kiosk.ui.words.rewards import reward_sentence
from kiosk.ui.words.surroundings import Audience

QR_SIDE = 330


class InviteScreen(Screen):
    """The code on one side, the friends on the other."""

    name = "invite"

    def __init__(self, flow: Flow) -> None:
        super().__init__(flow)
        self._invite: Invite | Refusal | None = None
        self._friends: Referrals | None = None
        column(self).addWidget(sides := Sides(28, stretch=(4, 6)))
        self._sides = sides
        left = column(sides.first, gap=12)
        self._code = column()
        self.told = Text("s_body", wrap=True)
        self.print = button("s_second", "invite_print", self._print)
        self.printed = Text("s_note", "ink2", wrap=True)
        left.addLayout(self._code)
        for part in (self.told, self.print, self.printed):
            left.addWidget(part)
        left.addStretch(1)
        self.print.hide()
        self.printed.hide()
        self.list = Scroll(self.ui)
        column(sides.second).addWidget(self.list)
        self.retranslate()

    def heading(self) -> str:
        return translate("SelfService", "Invite friends")

    def arrange(self, portrait: bool) -> None:
        self._sides.arrange(portrait, grows=1)

    def shown(self) -> None:
        member = self.flow.session.member
        if member is not None:
            self.ask(partial(_looked_up, self.flow.api, member.id), self._on_found)

    def _on_found(self, answer: tuple[Invite | Refusal, Referrals]) -> None:
        self._invite, self._friends = answer
        clear(self._code)
        if isinstance(self._invite, Invite):
            code = QrView(self._invite.link or self._invite.token, QR_SIDE)
            self._code.addWidget(code, 0, Qt.AlignmentFlag.AlignHCenter)
        self.print.setVisible(isinstance(self._invite, Invite))
        self.retranslate()

    def retranslate(self) -> None:
        self.print.say(translate("SelfService", "Print a card for a friend"))
        self.told.setText(self._about())
        if self._friends is not None:
            self.list.fill([*self._lines(self._friends)])

    def _about(self) -> str:
        if isinstance(self._invite, Refusal):
            why = refusal_words(self._invite, self.flow.around())
            return f"{why.title}\n{why.reason}"
        if self._invite is None:
            return translate("SelfService", "One moment…")
        day = self.ui.i18n.last_day(self._invite.until)
        words = translate("SelfService", "Friends scan this with their phone, until {day}. Both of you are rewarded.")
        return spaced(words.format(day=day))

    def _lines(self, friends: Referrals) -> Iterator[QWidget]:
        i18n = self.ui.i18n
        for at, step in enumerate(friends.ladder):
            line = Line(f"ladder_{at}")
            line.say(
                i18n.text(step.rule),
                spaced(reward_sentence(step.gifts, i18n)),
                "✓" if step.reached else f"{step.have}/{step.need}",
                tone="jade" if step.reached else "gold",
            )
            yield line
        if not friends.friends:
            box = Box("s_note")
            box.lines.addWidget(Text("s_body", wrap=True, text=translate("SelfService", "No friends yet: invite one!")))
            yield box
        for at, friend in enumerate(friends.friends):
            line = Line(f"friend_{at}")
            note = stage_words(friend.stage)
            if friend.reasons:
                note = reason_words(friend.reasons[0], Audience.CUSTOMER)
            elif friend.gifts:
                note = f"{note} · {reward_sentence(friend.gifts, i18n)}"
            day = i18n.short_day(friend.since)
            line.say(friend.masked_name, spaced(note), day, tone=_TONES.get(friend.stage, "ink2"))
            yield line

    def _print(self) -> None:
        if isinstance(self._invite, Invite):
            print_invite(self, self._invite, self.printed, self.print)


_TONES = {ReferralStage.SETTLED: "jade", ReferralStage.BOUGHT: "gold", ReferralStage.HELD: "warn"}


def _looked_up(api: SelfServiceApi, member: str) -> tuple[Invite | Refusal, Referrals]:
    return api.invite(member), api.referrals_of(member)
