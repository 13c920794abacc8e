"""Doing something for oneself: once, durably, and then what it brought."""

from __future__ import annotations

from functools import partial

from kiosk.application.campaigns.outcomes import ActionKind, MemberAction, RewardView
from kiosk.application.sales.outcomes import Acted
from kiosk.application.selfservice.outcomes import Mine
from kiosk.domain.refusals import Refusal, RefusalCode
from kiosk.ui.i18n import I18n, spaced, translate
from kiosk.ui.shell.sounds import Sound
from kiosk.ui.stations.selfservice.flow import Flow, Screen
from kiosk.ui.stations.selfservice.layer import Answer, Saying
from kiosk.ui.stations.selfservice.parts import Box, button
from kiosk.ui.widgets.basics import Text, column
from kiosk.ui.words.campaigns import action_words, later_words
from kiosk.ui.words.refusals import refusal_words
from kiosk.ui.words.rewards import reward_lines

REFUSED = "refused"


class ActingScreen(Screen):
    """A page on which something can be done. A second press while it is being done is nobody's."""

    def do(self, action: MemberAction, value: int = 0, said: str = "") -> None:
        """Do it. What costs points may have to be asked of HQ."""
        visit = self.flow.session.visit
        if self.waits or visit is None:
            return
        self.waits = True
        self.busy_changed()
        work = partial(self.flow.api.act, visit, action, self.flow.actor, value, said)
        self.ask(work, partial(self._on_acted, action), hq=bool(action.points))

    def busy_changed(self) -> None:
        """It is being done, or was."""

    def _on_acted(self, action: MemberAction, answer: Acted | Refusal) -> None:
        self.waits = False
        self.busy_changed()
        if isinstance(answer, Refusal):
            self.flow.shell.sounds.play(Sound.REFUSED)
            self.flow.say(refused(self.flow, answer))
            return
        self.flow.shell.sounds.play(Sound.OK)
        self.flow.session.is_member(answer.visit)
        self.flow.instead(lambda: WonScreen(self.flow, action, answer.rewards))


def of_kind(mine: Mine | None, *kinds: ActionKind) -> list[MemberAction]:
    """Actions of some kinds."""
    return [one for one in mine.actions if one.kind in kinds] if mine is not None else []


_UNUSABLE = frozenset({RefusalCode.FORGED, RefusalCode.UNREADABLE, RefusalCode.NOT_OURS, RefusalCode.KEY_REVOKED})
"""Codes that cannot be used, for reasons that accuse nobody who holds one up in good faith."""


def refused(flow: Flow, refusal: Refusal) -> Saying:
    """Why not, and what to do."""

    def title() -> str:
        if refusal.code in _UNUSABLE:
            return translate("SelfService", "This code cannot be used here")
        return refusal_words(refusal, flow.around()).title

    def text() -> str:
        if refusal.code in _UNUSABLE:
            return translate("SelfService", "Please open it anew in our app and hold it up, or choose another way.")
        words = refusal_words(refusal, flow.around())
        return f"{words.reason}\n{words.next_step}"

    return Saying(
        REFUSED,
        title,
        text,
        (Answer("good", lambda: translate("SelfService", "All right"), flow.hush, "s_primary"),),
        flow.hush,
    )


def done_words(action: MemberAction) -> str:
    """That it is done."""
    return {
        ActionKind.CHECK_IN: lambda: translate("SelfService", "You are checked in for today!"),
        ActionKind.MAKE_UP: lambda: translate("SelfService", "That day counts now!"),
        ActionKind.MALL: lambda: translate("SelfService", "It is yours!"),
        ActionKind.SURVEY: lambda: translate("SelfService", "Thank you for your answer!"),
        ActionKind.SIGN_UP: lambda: translate("SelfService", "You are on the list!"),
        ActionKind.VOTE: lambda: translate("SelfService", "Your vote counts!"),
    }.get(action.kind, lambda: translate("SelfService", "Done!"))()


def about_words(action: MemberAction, i18n: I18n) -> str:
    """What it was about, and where to get it."""
    title = action_words(action, i18n).title if action.name is not None else ""
    if action.kind is ActionKind.MALL:
        words = translate("SelfService", "{name}: our staff at the checkout hand it to you.")
        return spaced(words.format(name=title))
    return title


class WonScreen(Screen):
    """It is durable: what it brought."""

    name = "won"

    def __init__(self, flow: Flow, action: MemberAction, rewards: tuple[RewardView, ...]) -> None:
        super().__init__(flow)
        self._action, self._rewards = action, rewards
        lines = column(self, gap=24)
        lines.addStretch(2)
        box = Box("s_good", gap=16)
        self.title = Text("s_title", "jade_ink", wrap=True)
        self.about = Text("s_body", wrap=True)
        self.brought = [Text("s_lead", wrap=True) for _ in range(6)]
        box.lines.addWidget(self.title)
        box.lines.addWidget(self.about)
        for line in self.brought:
            box.lines.addWidget(line)
        lines.addWidget(box)
        self.on = button("s_primary", "won_on", flow.home)
        lines.addWidget(self.on)
        lines.addStretch(1)
        self.retranslate()

    def heading(self) -> str:
        return translate("SelfService", "Done")

    def shown(self) -> None:
        self.ui.voice.say(self, self.title.text(), *(line.text() for line in self.brought), now=True)

    def retranslate(self) -> None:
        self.title.setText(done_words(self._action))
        about = later_words(self._action) or about_words(self._action, self.ui.i18n)
        self.about.setText(about)
        self.about.setVisible(bool(about))
        paid = bool(self._action.points)
        won = reward_lines([one for one in self._rewards if one.quantity >= 0 or not paid], self.ui.i18n)
        for at, line in enumerate(self.brought):
            line.setText(f"✓  {won[at]}" if at < len(won) else "")
            line.setVisible(bool(line.text()))
        self.on.say(translate("SelfService", "Good"))
