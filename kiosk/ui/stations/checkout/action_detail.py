"""One thing that can be done for this member: what it brings, what is missing, the button; what was won."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QWidget

from kiosk.application.campaigns.outcomes import ActionKind, MemberAction
from kiosk.application.sales.outcomes import Acted
from kiosk.domain.refusals import Refusal, RefusalCode
from kiosk.ui.context import Ui
from kiosk.ui.i18n import I18n, spaced, translate
from kiosk.ui.measure import held
from kiosk.ui.stations.checkout.proof import ProofField
from kiosk.ui.widgets.basics import Button, ElidedText, Panel, Text, column, row
from kiosk.ui.words.campaigns import action_words, later_words
from kiosk.ui.words.refusals import refusal_words
from kiosk.ui.words.rewards import reward_lines
from kiosk.ui.words.surroundings import Surroundings

SCORES = range(1, 6)


def price_of(action: MemberAction, i18n: I18n) -> str:
    """What it costs: points, or a deposit; empty when nothing."""
    if action.points:
        words = translate("Actions", "{n} point(s)", None, action.points)
        return spaced(words.format(n=i18n.number(action.points)))
    return i18n.money(action.amount) if action.amount else ""


def title_of(action: MemberAction, i18n: I18n) -> str:
    """What it is about; a make-up card says for which day."""
    if action.kind is ActionKind.MAKE_UP and action.ref.isdecimal():
        days = int(action.ref)
        when = translate("Actions", "yesterday") if days == 1 else translate("Actions", "%n day(s) ago", None, days)
        return spaced(translate("Actions", "Make-up card for {day}").format(day=when))
    return action_words(action, i18n).title


def named(refusal: Refusal, action: MemberAction | None, i18n: I18n) -> Refusal:
    """What is gone is named as the list names it."""
    if action is None or "name" not in refusal.args:
        return refusal
    return Refusal(refusal.code, {**refusal.args, "name": title_of(action, i18n)})


class ActionDetail(Panel):
    """The chosen action: what it brings, what is missing, the button; afterwards what was won.

    Signals:
        go_pressed(): do it.
        proof_given(str): the last four digits of the member's phone.
    """

    go_pressed = Signal()
    proof_given = Signal(str)

    def __init__(self, ui: Ui) -> None:
        super().__init__(ui, "well")
        space = ui.theme.space
        self._around: Surroundings | None = None
        self._action: MemberAction | None = None
        self._won: Acted | None = None
        self._refusal: Refusal | None = None
        self._busy = False
        self.score = 0
        lines = column(self, margins=(space["l"], space["l"], space["l"], space["l"]), gap=space["s"])
        self.campaign = ElidedText("caption", "ink2")
        head = row(gap=space["s"])
        self._sign = QLabel()
        held(self._sign, width=28, height=28)
        self.title = Text("lead", wrap=True)
        head.addWidget(self._sign)
        head.addWidget(self.title, 1)
        self.price = Text("strong", "gold", wrap=True)
        self.brings = Text("caption_strong", "ink2")
        self.rewards = Text("body", "jade", wrap=True)
        self.refused = Text("strong", "red", wrap=True)
        self.reason = Text("body", "ink", wrap=True)
        self.next_step = Text("body", "ink2", wrap=True)
        lines.addWidget(self.campaign)
        lines.addLayout(head)
        for part in (self.price, self.brings, self.rewards, self.refused, self.reason, self.next_step):
            lines.addWidget(part)
        self.proof = ProofField(ui)
        self.proof.given.connect(self.proof_given)
        lines.addWidget(self.proof)
        self._scores = QWidget()
        scores = row(self._scores, gap=space["s"])
        self.scores: list[Button] = []
        for score in SCORES:
            button = Button("key", "key")
            button.setObjectName(f"score_{score}")
            button.setCheckable(True)
            button.setText(str(score))
            button.clicked.connect(self._on_score)
            self.scores.append(button)
            scores.addWidget(button, 1)
        self.score_hint = Text("caption", "ink2", wrap=True)
        lines.addWidget(self._scores)
        lines.addWidget(self.score_hint)
        lines.addStretch(1)
        self.go = Button("primary", "lead", key="Enter", rank="large")
        self.go.setObjectName("action_go")
        self.go.clicked.connect(self.go_pressed)
        lines.addWidget(self.go)
        self.retheme()

    def show_action(self, action: MemberAction | None, around: Surroundings) -> None:
        """Show one that can be done, or says why not."""
        self._action, self._around, self._won = action, around, None
        self._refusal = action.refusal if action is not None else None
        self.score = 0
        self.proof.clear()
        self.retranslate()

    def show_won(self, action: MemberAction, acted: Acted) -> None:
        """It was done."""
        self._action, self._won, self._refusal = action, acted, None
        self.retranslate()
        self.ui.voice.say(self, self.title.text(), self.rewards.text())

    def show_refusal(self, refusal: Refusal) -> None:
        """It was not done."""
        self._refusal = refusal
        self.retranslate()
        self.ui.voice.say(self, self.refused.text(), self.reason.text(), now=True)

    def show_busy(self, busy: bool) -> None:
        """While it is being recorded."""
        self._busy = busy
        self._show_go()

    def set_score(self, score: int) -> None:
        """The customer's answer, 1 to 5."""
        self.score = score
        self.retranslate()

    @property
    def asks_score(self) -> bool:
        """Whether digits are an answer now."""
        return self._scores.isVisible()

    @property
    def ready(self) -> bool:
        """Whether it can be done now."""
        action = self._action
        if action is None or self._won is not None or self._busy or action.refusal is not None:
            return False
        return not action.asks_score or self.score in SCORES

    def retheme(self) -> None:
        self._sign.setPixmap(self.ui.icons.pixmap("check", "jade", 28, self.devicePixelRatioF()))

    def retranslate(self) -> None:
        action, around, i18n = self._action, self._around, self.ui.i18n
        done = self._won is not None
        for part in (self.campaign, self.title, self.price, self.brings, self.rewards, self.go):
            part.setVisible(action is not None)
        self._sign.setVisible(done)
        self._show_refusal(around)
        asks = action is not None and action.asks_score and not done and action.refusal is None
        self._scores.setVisible(asks)
        self.score_hint.setVisible(asks)
        self.score_hint.setText(translate("Actions", "1 not at all satisfied – 5 very satisfied. Keys 1 to 5."))
        for score, button in zip(SCORES, self.scores, strict=True):
            button.setChecked(score == self.score)
            button.setAccessibleName(translate("Actions", "Score {score}").format(score=score))
        if action is None:
            return
        self.campaign.setText(i18n.text(action.campaign))
        self.title.setText(
            translate("Actions", "Done: {title}").format(title=title_of(action, i18n))
            if done
            else title_of(action, i18n)
        )
        price = price_of(action, i18n)
        if action.points:
            price = translate("Actions", "Costs {price}").format(price=price)
        elif price:
            price = translate("Actions", "Take {price} from the customer first.").format(price=price)
        self.price.setText(spaced(price))
        self.price.setVisible(bool(price) and not done)
        rewards = self._won.rewards if self._won is not None else action.rewards
        words = reward_lines(rewards, i18n)
        self.brings.setText(translate("Actions", "The member receives") if done else translate("Actions", "Brings"))
        words = [] if self.proof.isVisibleTo(self) else words  # its keys need the room
        self.brings.setVisible(bool(words))
        told = "\n".join(f"+ {one}" if not one.startswith("−") else one for one in words) or later_words(action)
        self.rewards.setText(told)
        self.rewards.setVisible(bool(told) and action.refusal is None)
        self._show_go()

    def _show_refusal(self, around: Surroundings | None) -> None:
        proof = self._refusal is not None and self._refusal.code is RefusalCode.MEMBER_NOT_PROVEN
        self.proof.setVisible(proof)
        self.campaign.setVisible(not proof)  # its keys need the room
        shown = self._refusal is not None and around is not None and not proof  # the proof asks for what is missing
        for part in (self.refused, self.reason, self.next_step):
            part.setVisible(shown)
        if self._refusal is not None and around is not None:
            words = refusal_words(named(self._refusal, self._action, self.ui.i18n), around)
            self.refused.setText(words.title)
            self.reason.setText(words.reason)
            self.next_step.setText(words.next_step)

    def _show_go(self) -> None:
        action = self._action
        if action is None:
            return
        words = action_words(action, self.ui.i18n).button
        self.go.say(translate("Actions", "Recording…") if self._busy else words)
        self.go.setEnabled(self.ready)
        self.go.setVisible(self._won is None and not self.proof.isVisibleTo(self))

    def _on_score(self) -> None:
        for score, button in zip(SCORES, self.scores, strict=True):
            if button is self.sender():
                self.set_score(score)
