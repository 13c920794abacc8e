"""For this member: what can be done beside the sale, what it brings, why not now; and what was won."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QWidget

from kiosk.application.campaigns.outcomes import ActionKind, MemberAction
from kiosk.application.checkout_api import CheckoutApi
from kiosk.application.sales.outcomes import Acted, Visit
from kiosk.domain.refusals import Refusal, RefusalCode
from kiosk.domain.staff.actors import Staff
from kiosk.ui.context import Ui
from kiosk.ui.i18n import I18n, aloud, spaced, translate
from kiosk.ui.measure import held
from kiosk.ui.shell.overlay import Sheet
from kiosk.ui.stations.checkout.flow import CheckoutFlow
from kiosk.ui.stations.checkout.proof import ProofField, prove
from kiosk.ui.tasks import TaskRunner
from kiosk.ui.widgets.basics import Button, ElidedText, KeyCap, ListArea, Panel, Pill, RowButton, Text, column, row
from kiosk.ui.words.campaigns import action_words, later_words, whose_words
from kiosk.ui.words.refusals import refusal_words
from kiosk.ui.words.rewards import reward_lines, reward_sentence
from kiosk.ui.words.surroundings import Surroundings

ROWS_AT_ONCE = 6
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


def _named(refusal: Refusal, action: MemberAction | None, i18n: I18n) -> Refusal:
    """What is gone is named as the list names it."""
    if action is None or "name" not in refusal.args:
        return refusal
    return Refusal(refusal.code, {**refusal.args, "name": title_of(action, i18n)})


class ActionRow(RowButton):
    """One action of the list."""

    def __init__(self, ui: Ui) -> None:
        super().__init__(62)
        space = ui.theme.space
        self._ui = ui
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        line = row(self, margins=(space["l"], 4, space["m"], 4), gap=space["m"])
        words = column(gap=2)
        self.title = ElidedText("strong")
        self.note = ElidedText("caption", "ink2")
        words.addStretch(1)
        words.addWidget(self.title)
        words.addWidget(self.note)
        words.addStretch(1)
        self.price = Pill("gold")
        self.cap = KeyCap("")
        line.addLayout(words, 1)
        line.addWidget(self.price)
        line.addWidget(self.cap)
        self.seal()

    def show_action(self, action: MemberAction, number: int, around: Surroundings) -> None:
        """Show it as the `number`th of the list (from 1)."""
        i18n = self._ui.i18n
        self.setObjectName(f"action_{action.kind}_{action.ref}")
        self.title.setText(title_of(action, i18n))
        possible = action.refusal is None or action.refusal.code is RefusalCode.MEMBER_NOT_PROVEN
        if action.refusal is not None:
            note = refusal_words(action.refusal, around).title
        else:
            note = later_words(action) or reward_sentence(action.rewards, i18n)
        kind = action_words(action, i18n).kind
        self.note.setText(" · ".join(part for part in (kind, note) if part))
        self.title.set_tone("ink" if possible else "ink3")
        self.note.set_tone("ink2" if possible else "ink3")
        price = price_of(action, i18n)
        self.price.set("gold", price)
        self.price.setVisible(bool(price))
        self.cap.setText(str(number))
        self.cap.setVisible(number <= 9)
        self.setAccessibleName(aloud(self.title.text(), self.note.text(), price))


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
        shown = self._refusal is not None and around is not None and not proof  # the proof asks for what is missing
        for part in (self.refused, self.reason, self.next_step):
            part.setVisible(shown)
        if self._refusal is not None and around is not None:
            words = refusal_words(_named(self._refusal, self._action, self.ui.i18n), around)
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


class ActionsSheet(Sheet):
    """The list on the left, the chosen action on the right.

    Signals:
        acted(Acted): something was done.
        refused(Refusal): it was not.
    """

    wide = True
    acted = Signal(object)
    refused = Signal(object)

    def __init__(
        self, ui: Ui, api: CheckoutApi, tasks: TaskRunner, flow: CheckoutFlow, around: Callable[[], Surroundings]
    ) -> None:
        super().__init__(ui)
        space = ui.theme.space
        self._api, self._tasks, self._flow, self._around = api, tasks, flow, around
        self._actions: tuple[MemberAction, ...] = ()
        self._at = 0
        self._loaded = False
        self._doing: MemberAction | None = None
        self.about = ElidedText("body", "ink2")
        self.count = Text("caption", "ink2")
        head = row(gap=space["m"])
        head.addWidget(self.about, 1)
        head.addWidget(self.count)
        self.body.addLayout(head)
        sides = row(gap=space["l"])
        self._area = ListArea(space["xs"], right=space["s"])
        self._area.prefer(560)
        self.none = Text("body", "ink2", wrap=True)
        self._area.rows.insertWidget(0, self.none)
        sides.addWidget(self._area, 5)
        self.detail = ActionDetail(ui)
        self.detail.go_pressed.connect(self._go)
        self.detail.proof_given.connect(self._prove)
        sides.addWidget(self.detail, 4)
        self.body.addLayout(sides, 1)
        self.rows: list[ActionRow] = []
        self._more = QTimer(self)
        self._more.setSingleShot(True)
        self._more.setInterval(0)
        self._more.timeout.connect(self._show_rows)
        self.retranslate()
        self._load()

    def start_focus(self) -> QWidget:
        return self.rows[self._at] if self._at < len(self.rows) and self._actions else self

    @property
    def action(self) -> MemberAction | None:
        """The chosen one."""
        return self._actions[self._at] if self._at < len(self._actions) else None

    def _load(self) -> None:
        visit = self._flow.visit
        if visit is not None:
            self._tasks.run(partial(self._api.actions, visit), self._on_actions)

    def _on_actions(self, actions: tuple[MemberAction, ...]) -> None:
        done, chosen = self._doing, self.action
        self._actions, self._loaded, self._doing = actions, True, None
        keys = [(one.kind, one.ref, one.part) for one in actions]
        wanted = (chosen.kind, chosen.ref, chosen.part) if chosen is not None else None
        self._at = keys.index(wanted) if wanted in keys else 0
        self._show_list()
        if done is None:  # else the pane says what was won
            self.detail.show_action(self.action, self._around())
        if self.isVisible() and not self.detail.proof.isVisible():
            self.start_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        self.title.setText(translate("Actions", "For this member"))
        self.close_button.say(translate("Sheet", "Close"))
        self._show_list()

    def _show_list(self) -> None:
        visit = self._flow.visit
        member = visit.member if visit is not None else None
        self.about.setText(whose_words(member, self.ui.i18n) if member is not None else "")
        self.count.setText(translate("Actions", "%n thing(s) to do", None, len(self._actions)) if self._actions else "")
        self.none.setText(
            translate("Actions", "The campaigns that run offer nothing to do here.")
            if self._loaded
            else translate("Actions", "Looking it up…")
        )
        self.none.setVisible(not self._actions)
        self.detail.setVisible(bool(self._actions))
        self._show_rows()

    def _show_rows(self) -> None:
        for _ in range(min(ROWS_AT_ONCE, len(self._actions) - len(self.rows))):
            line = ActionRow(self.ui)
            line.clicked.connect(self._on_row)
            self._area.rows.insertWidget(len(self.rows), line)
            self.rows.append(line)
        if len(self.rows) < len(self._actions):
            self._more.start()
        around = self._around()
        for at, line in enumerate(self.rows):
            if at < len(self._actions):
                line.show_action(self._actions[at], at + 1, around)
                line.setChecked(at == self._at)
            line.setVisible(at < len(self._actions))

    # --- choosing and doing ------------------------------------------------------------------------------------------

    def own_key(self, event: QKeyEvent) -> bool:
        digit = event.key() - Qt.Key.Key_0
        if self.detail.asks_score and digit in SCORES:
            self.detail.set_score(digit)
        elif 1 <= digit <= min(9, len(self._actions)):
            self._select(digit - 1)
        else:
            return False
        return True

    def step(self, event: QKeyEvent) -> bool:
        by = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if by is None or not self._actions:
            return False
        self._select(max(0, min(len(self.rows) - 1, self._at + by)))
        return True

    def enter(self) -> None:
        self._go()

    def _on_row(self) -> None:
        for at, line in enumerate(self.rows):
            if line is self.sender():
                self._select(at)

    def _select(self, at: int) -> None:
        if self._doing is not None:
            return
        self._at = at
        for index, line in enumerate(self.rows):
            line.setChecked(index == at)
        self.detail.show_action(self.action, self._around())
        self.rows[at].setFocus(Qt.FocusReason.OtherFocusReason)
        self._area.ensureWidgetVisible(self.rows[at])
        if self.detail.proof.isVisible():
            self.detail.proof.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go(self) -> None:
        action = self.action
        if action is None or self._doing is not None or not self.detail.ready:
            return
        self._doing = action
        self.detail.show_busy(True)
        self._flow.run_errand(partial(_act, self._api, action, self.detail.score), self._on_acted)

    def _on_acted(self, answer: Visit | Acted | Refusal) -> None:
        action = self._doing
        self.detail.show_busy(False)
        if isinstance(answer, Acted) and action is not None:
            self.detail.show_won(action, answer)
            self.acted.emit(answer)
            self._load()
        elif isinstance(answer, Refusal):
            self._doing = None
            self.detail.show_refusal(answer)
            self.refused.emit(answer)

    def _prove(self, digits: str) -> None:
        self._flow.run_errand(partial(prove, self._api, digits), self._on_proven)

    def _on_proven(self, answer: Visit | Acted | Refusal) -> None:
        if isinstance(answer, Refusal):
            self.detail.proof.show_wrong()
            self.refused.emit(answer)
        else:
            self._load()


def _act(api: CheckoutApi, action: MemberAction, value: int, visit: Visit, actor: Staff) -> Acted | Refusal:
    return api.act(visit, action, actor, value)
