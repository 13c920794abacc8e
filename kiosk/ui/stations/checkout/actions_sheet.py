"""For this member: what can be done beside the sale, what it brings, why not now; and what was won."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kiosk.application.campaigns.outcomes import MemberAction
from kiosk.application.checkout_api import CheckoutApi
from kiosk.application.draws.claim_outcomes import ClaimView
from kiosk.application.sales.outcomes import Acted, Visit
from kiosk.domain.refusals import Refusal, RefusalCode
from kiosk.domain.staff.actors import Staff
from kiosk.ui.context import Ui
from kiosk.ui.i18n import aloud, translate
from kiosk.ui.shell.overlay import Sheet
from kiosk.ui.stations.checkout.action_detail import SCORES, ActionDetail, price_of, title_of
from kiosk.ui.stations.checkout.flow import CheckoutFlow
from kiosk.ui.stations.checkout.proof import prove
from kiosk.ui.tasks import TaskRunner
from kiosk.ui.widgets.basics import Button, ElidedText, KeyCap, ListArea, Pill, RowButton, Text, column, row
from kiosk.ui.words.campaigns import action_words, later_words, whose_words
from kiosk.ui.words.refusals import refusal_words
from kiosk.ui.words.rewards import reward_sentence
from kiosk.ui.words.surroundings import Surroundings

ROWS_AT_ONCE = 6


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


class ActionsSheet(Sheet):
    """The list on the left, the chosen action on the right.

    Signals:
        acted(Acted): something was done.
        refused(Refusal): it was not.
        file_wanted(), prizes_wanted(): the member's file, and what they won and have to get.
        draw_wanted(): a draw.
    """

    file_wanted = Signal()
    prizes_wanted = Signal()
    draw_wanted = Signal()
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
        self.file = Button("", "strong", key="Ctrl M")
        self.file.setObjectName("actions_file")
        self.file.clicked.connect(self.file_wanted)
        self.draw = Button("", "strong", key="Ctrl D")
        self.draw.setObjectName("actions_draw")
        self.draw.clicked.connect(self.draw_wanted)
        head.addWidget(self.draw)
        head.addWidget(self.file)
        self.body.addLayout(head)
        self._due = 0
        self.prizes = Button("", "strong", key="Ctrl G")
        self.prizes.setObjectName("actions_prizes")
        self.prizes.clicked.connect(self.prizes_wanted)
        self.body.addWidget(self.prizes)
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
            if visit.member is not None:
                self._tasks.run(partial(self._api.claims_of, visit.member.id), self._on_claims)

    def _on_claims(self, claims: tuple[ClaimView, ...]) -> None:
        self._due = sum(not one.over for one in claims)
        self.retranslate()

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
        self.file.say(translate("Actions", "Member’s file"))
        self.draw.say(translate("Wheels", "Draws"))
        self.prizes.say(translate("Actions", "%n prize(s) to hand over", None, self._due))
        self.prizes.setVisible(self._due > 0)
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
        wanted = {Qt.Key.Key_M: self.file_wanted, Qt.Key.Key_D: self.draw_wanted}.get(Qt.Key(event.key()))
        if wanted is not None and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            wanted.emit()
            return True
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
