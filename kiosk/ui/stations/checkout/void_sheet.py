"""The checkout's sheet that undoes a sale: all of it, or the part that comes back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

import shiboken6
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget

from kiosk.application.checkout_api import CheckoutApi
from kiosk.application.sales.outcomes import VOID_REASONS, Refund, Returned, ReturnInSale, SaleView, Voided
from kiosk.application.staff.outcomes import Approval, ApprovalNeeded
from kiosk.domain.refusals import Refusal, RefusalCode
from kiosk.domain.staff.actors import Staff
from kiosk.ui.context import Ui
from kiosk.ui.i18n import I18n, spaced, translate
from kiosk.ui.shell.overlay import Sheet
from kiosk.ui.stations.checkout.amount import typed_minor
from kiosk.ui.stations.checkout.goods_field import GoodsField
from kiosk.ui.tasks import TaskRunner
from kiosk.ui.widgets.basics import Button, KeyCap, Panel, RowButton, Text, column, row
from kiosk.ui.widgets.keypad import Keypad, press_in
from kiosk.ui.widgets.letter_pad import TypedField
from kiosk.ui.words.codes import customer_word, void_reason_word
from kiosk.ui.words.refusals import in_full, refusal_words
from kiosk.ui.words.rewards import reward_sentence
from kiosk.ui.words.surroundings import Surroundings

PART_REASON = "goods_returned"
"""Why part of a sale comes back, unless the clerk says otherwise."""


@dataclass(frozen=True, slots=True)
class Undo:
    """What shall be undone and why: all of a sale, or the goods that come `back`."""

    txn: str
    reason: str
    back: Returned | None = None

    def ask(
        self, api: CheckoutApi, actor: Staff, approval: Approval | None = None
    ) -> Voided | ApprovalNeeded | Refusal:
        """Do it, if it may be done."""
        if self.back is None:
            return api.void(self.txn, self.reason, actor, approval)
        return api.return_goods(self.txn, self.back, self.reason, actor, approval)


def left_of(sale: SaleView) -> int:
    """Minor units, as paid, that have not come back."""
    return sale.total - sale.returned


def undone_words(voided: Voided, undo: Undo, i18n: I18n) -> str:
    """What was done, for a notice: how much came back, and what was taken back for it."""
    sale = voided.sale
    left = i18n.money(left_of(sale), sale.currency)
    if undo.back is None:
        money = i18n.money(sale.by_void, sale.currency)
        words = translate("Notice", "Voided: {money}. Its coupons can be used again.").format(money=money)
    else:
        back = i18n.money(voided.refund.amount if voided.refund is not None else 0, sale.currency)
        words = translate("Notice", "{money} came back; {left} is left of the sale.").format(money=back, left=left)
    onto = sum(value for _coupon, value in sale.back_on_vouchers)
    if onto:
        came = left_of(sale) if undo.back is None else voided.refund.amount if voided.refund is not None else 0
        text = translate("Notice", "{words} {onto} of it is on the voucher again; give back {money}.")
        words = text.format(
            words=words, onto=i18n.money(onto, sale.currency), money=i18n.money(came - onto, sale.currency)
        )
    rewards = reward_sentence(sale.rewards, i18n, back=True)
    if rewards:
        words = translate("Notice", "{voided} Taken back: {rewards}.").format(voided=words, rewards=rewards)
    return spaced(words)


def _refund_for(api: CheckoutApi, txn: str, back: Returned) -> tuple[Returned, Refund | Refusal]:
    """What comes back, and what is paid back for it."""
    return back, api.refund(txn, back)


class BackField(Panel):
    """How much comes back: a field for the keyboard, keys for fingers.

    Signals:
        changed(): something was keyed in.
    """

    changed = Signal()

    def __init__(self, ui: Ui, currency: str) -> None:
        super().__init__(ui)
        self._currency = currency
        lines = column(self, gap=ui.theme.space["s"])
        self.ask = Text("strong")
        self.field = QLineEdit()
        self.field.setProperty("type", "lead")
        self.field.setObjectName("void_amount")
        self.field.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.field.setMaxLength(11)
        self.field.setInputMethodHints(Qt.InputMethodHint.ImhFormattedNumbersOnly)
        self.field.textEdited.connect(self.changed)
        self.keypad = Keypad(ui, rescan=False)
        self.keypad.pressed.connect(self._on_key)
        self.keypad.lend_to_field()
        for part in (self.ask, self.field, self.keypad):
            lines.addWidget(part)
        lines.addStretch(1)
        self.retranslate()

    @property
    def minor(self) -> int | None:
        """Minor units; 0 when nothing was keyed in, None when it is no amount."""
        return typed_minor(self.field.text(), self._currency)

    def retranslate(self) -> None:
        self.ask.setText(translate("Void", "How much comes back, as paid?"))
        self.field.setAccessibleName(self.ask.text())

    def _on_key(self, key: str) -> None:
        press_in(self.field, key)
        self.changed.emit()


class VoidSheet(Sheet):
    """Undo a sale, or take part of it back: why?

    Signals:
        voided(Voided, Undo): durable.
        approval_needed(ApprovalNeeded, Undo): a manager must stand by; what is to be done comes along.
        refused(Refusal): it was not done.
        exchanged(ReturnInSale): it comes back with the sale at the till; nothing is recorded yet.
        faulted(Exception): it could not be recorded.
    """

    wide = True
    exchanged = Signal(object)
    voided = Signal(object, object)
    approval_needed = Signal(object, object)
    refused = Signal(object)
    faulted = Signal(object)

    def __init__(
        self,
        ui: Ui,
        api: CheckoutApi,
        tasks: TaskRunner,
        sale: SaleView,
        actor: Staff,
        around: Surroundings,
        *,
        exchange: bool = False,
    ) -> None:
        """`exchange`: opened for goods that come back with another sale."""
        super().__init__(ui)
        self._api, self._tasks = api, tasks
        self._sale, self._actor, self._around = sale, actor, around
        self._part = self._exchange = False
        self._reason = ""
        self._refusal: Refusal | None = None
        self._busy = False
        self._refund: Refund | None = None
        self._asked_for: Returned | None = None
        self._undo = Undo(sale.txn, "")
        self.what = Text("lead", wrap=True)
        self.effect = Text("body", "ink2", wrap=True)
        self.manager = Text("strong", "warn", wrap=True)
        for text in (self.what, self.effect, self.manager):
            self.body.addWidget(text)
        self._build_extent()
        self._build_answers()
        self.problem = Text("body", "red", wrap=True)
        self.body.addWidget(self.problem)
        self.go = Button("danger", "lead", key="Enter", rank="large")
        self.go.setObjectName("void_go")
        self.go.clicked.connect(self._submit)
        self.body.addWidget(self.go)
        if exchange and left_of(sale) > 0:
            self._begin(part=True, exchange=True)
        self.retranslate()

    def _build_extent(self) -> None:
        """All of it, or a part."""
        self.all, self._all_words = self._choice("void_all", "")
        self.part, self._part_words = self._choice("void_part", "F4")
        self.all.clicked.connect(self._on_all)
        self.part.clicked.connect(self._on_part)
        self.swap, self._swap_words = self._choice("void_exchange", "F9")
        self.swap.clicked.connect(self._on_swap)
        extent = row(gap=self.ui.theme.space["xl"])
        extent.addWidget(self.all, 1)
        extent.addWidget(self.part, 1)
        extent.addWidget(self.swap, 1)
        self.body.addLayout(extent)

    def _build_answers(self) -> None:
        """Why, and how much of it."""
        space = self.ui.theme.space
        self.ask = Text("strong")
        self.reasons: dict[str, RowButton] = {}
        self._words: dict[str, Text] = {}
        for at, reason in enumerate(VOID_REASONS):
            choice, self._words[reason] = self._choice(f"reason_{reason}", str(at + 1))
            choice.clicked.connect(self._on_reason)
            self.reasons[reason] = choice
        self.written = TypedField(self.ui, "void_other", longest=80)
        self.other = self.written.field
        self.other.setProperty("type", "body")
        self.written.edited.connect(self._on_edited)
        self.written.pad_shown.connect(self._on_pad)
        self.back = BackField(self.ui, self._sale.currency)
        self.back.changed.connect(self._on_edited)
        self.goods = GoodsField(self.ui, self._sale.goods, self._sale.currency)
        self.goods.changed.connect(self._on_goods)
        self._sides = row(gap=space["xl"])
        self._columns = (column(gap=space["s"]), column(gap=space["s"]))
        for side in self._columns:
            self._sides.addLayout(side, 1)
        self._below = column(gap=0)
        self.body.addLayout(self._sides)
        self.body.addLayout(self._below)
        self._arrange()

    def _arrange(self) -> None:
        """The reasons in two columns, or in one beside the amount; goods that come back need no other."""
        left, right = self._columns
        for lines in (left, right, self._below):
            while lines.count():
                lines.takeAt(0)
        reasons = list(self.reasons.values())
        half = len(reasons) if self._part else -(-len(reasons) // 2)
        for part in (self.ask, *reasons[:half]):
            left.addWidget(part)
        if self._part:
            left.addStretch(1)
            right.addWidget(self.back)
            if not self._keys_open:
                right.addWidget(self.written)
            right.addStretch(1)
        else:
            right.addStretch(1)
            for part in reasons[half:]:
                right.addWidget(part)
            self._below.addWidget(self.back)  # hidden: a part has it
        self._below.addWidget(self.goods)
        if not self._part or self._keys_open:
            self._below.addWidget(self.written)

    def _choice(self, name: str, key: str) -> tuple[RowButton, Text]:
        space = self.ui.theme.space
        choice = RowButton(self.ui.theme.size["target"] + 2)
        choice.setCheckable(True)
        choice.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        choice.setObjectName(name)
        line = row(choice, margins=(space["l"], 0, space["l"], 0))
        words = Text("body")
        line.addWidget(words, 1)
        if key:
            line.addWidget(KeyCap(key))
        choice.seal()
        return choice, words

    @property
    def _by_goods(self) -> bool:
        """Whether it is known what the sale was of, so that goods come back, not an amount."""
        return bool(self._sale.goods)

    def start_focus(self) -> QWidget:
        if not self._part:
            return next(iter(self.reasons.values()))
        return self.goods.start_focus() if self._by_goods else self.back.field

    def retranslate(self) -> None:
        sale, i18n = self._sale, self.ui.i18n
        left = i18n.money(left_of(sale), sale.currency)
        self.title.setText(translate("Void", "Exchange") if self._exchange else translate("Void", "Void a sale"))
        self.close_button.say(translate("Sheet", "Close"))
        what = translate("Void", "{money} · {time} · {name}").format(
            money=i18n.money(sale.total, sale.currency),
            time=i18n.time(sale.at),
            name=customer_word(sale.masked_name),
        )
        if self._part or sale.returned:
            what = translate("Void", "{sale} · {left} is left").format(sale=what, left=left)
        self.what.setText(spaced(what))
        problem = self._problem()
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        # On a small screen there is no room for everything: what is wrong comes first.
        self.effect.setText(spaced(self._effect()))
        self.manager.setText(translate("Void", "A manager’s PIN will be needed."))
        self.manager.setVisible(sale.void_needs_manager and not (self._part and problem))
        for choice, words, text, checked in (
            (self.all, self._all_words, translate("Void", "The whole sale"), not self._part),
            (self.part, self._part_words, translate("Void", "Only part comes back"), self._part and not self._exchange),
            (self.swap, self._swap_words, translate("Void", "Goods are exchanged"), self._exchange),
        ):
            words.setText(text)
            choice.setAccessibleName(text)
            choice.setChecked(checked)
        self.part.setEnabled(left_of(sale) > 0)
        self.swap.setEnabled(left_of(sale) > 0)
        self.ask.setText(translate("Void", "Why?"))
        for reason, choice in self.reasons.items():
            self._words[reason].setText(void_reason_word(reason))
            choice.setAccessibleName(self._words[reason].text())
            choice.setChecked(reason == self._reason)
            for cap in choice.findChildren(KeyCap):
                cap.setVisible(not self._part)  # digits are the amount's then
        self.written.ask(translate("Void", "A few words"))
        self.written.setVisible(self._reason == "other" and not self._exchange)
        self._make_room()
        self.go.say(self._go_words())
        self.go.setEnabled(self._ready() and not self._busy)

    def _effect(self) -> str:
        if self._exchange:
            return translate(
                "Void",
                "It comes off the sale at the till, on one receipt; both are recorded when that sale is confirmed.",
            )
        if self._part:
            return translate(
                "Void",
                "Its coupons stay used. Rewards are counted again for what is left; what is too much is taken back.",
            )
        effect = translate("Void", "Its coupons can be used again at once. The void stays in the journal.")
        back = reward_sentence(self._sale.rewards, self.ui.i18n, back=True)
        if back:
            effect = translate("Void", "{effect} Taken back: {rewards}.").format(effect=effect, rewards=back)
        return effect

    def _problem(self) -> str:
        if self._refusal is not None:
            return in_full(refusal_words(self._refusal, self._around))
        if self._part and self._by_goods and self.goods.unreadable:
            return translate("Void", "Digits and a point only, please, and no more than is left.")
        if self._part and not self._by_goods and self.back.minor is None:
            return translate("Void", "Digits and a point only, please.")
        return ""

    def _go_words(self) -> str:
        if self._busy:
            return translate("Void", "Recording…")
        if not self._part:
            return translate("Void", "Void")
        refund = self._refund.amount if self._refund is not None else 0
        back = refund if self._by_goods else self.back.minor or 0
        money = self.ui.i18n.money(back, self._sale.currency)
        if self._exchange:
            return translate("Void", "Take {money} off the new sale").format(money=money)
        onto = sum(value for _id, value in self._refund.vouchers) if self._refund is not None and self._by_goods else 0
        if onto:
            cash = self.ui.i18n.money(back - onto, self._sale.currency)
            return translate("Void", "Take back {money}, {cash} of it in money").format(money=money, cash=cash)
        return translate("Void", "Take back {money}").format(money=money)

    def keys_memento(self) -> Callable[[], None]:
        """Makes the reason and how much comes back what they are now again."""
        return partial(self._restore, self._reason, self.back.field.text(), self.goods.memento())

    def _restore(self, reason: str, back: str, goods: list[tuple[int, str]]) -> None:
        if shiboken6.isValid(self) and not self._busy:
            self.back.field.setText(back)
            self.goods.restore(goods)
            self._reason = reason
            self.retranslate()

    def own_key(self, event: QKeyEvent) -> bool:
        number = event.key() - Qt.Key.Key_0
        if event.key() == Qt.Key.Key_F4:
            self._take(not self._part or self._exchange)
        elif event.key() == Qt.Key.Key_F9:
            self._take(True, exchange=True)
        elif self._part and self._by_goods:
            return self.goods.own_key(event)
        elif self._part and 0 <= number <= 9:
            # Keyed in while a reason has the focus: the keyboard's digits are the amount wherever it is.
            self.back.field.setFocus(Qt.FocusReason.OtherFocusReason)
            self.back.field.insert(str(number))
            self._on_edited()
        elif 1 <= number <= len(VOID_REASONS):
            self._choose(VOID_REASONS[number - 1])
        else:
            return False
        return True

    def step(self, event: QKeyEvent) -> bool:
        by = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if by is None:
            return False
        if self._part and self._by_goods:
            return self.goods.own_key(event)
        at = VOID_REASONS.index(self._reason) if self._reason else -min(by, 0) - 1
        self._choose(VOID_REASONS[(at + by) % len(VOID_REASONS)])
        return True

    def presses(self, button: QAbstractButton) -> bool:
        return not isinstance(button, RowButton)  # a stray Enter gives no reason, and a second one must not void

    def enter(self) -> None:
        self._submit()

    def _on_all(self) -> None:
        self._take(False)

    def _on_part(self) -> None:
        self._take(True)

    def _on_swap(self) -> None:
        self._take(True, exchange=True)

    def _take(self, part: bool, *, exchange: bool = False) -> None:
        """All of it or a part, or a part in exchange."""
        other = (part, exchange) != (self._part, self._exchange)
        if other and not self._busy and (not part or self.part.isEnabled()):
            self._begin(part=part, exchange=exchange)
        self.retranslate()
        self.start_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _begin(self, *, part: bool, exchange: bool) -> None:
        """A part has its usual reason, an exchange no other; all of it always wants one said."""
        usual = self._by_goods or exchange or self._exchange
        self._part, self._exchange = part, exchange
        self._reason = (PART_REASON if usual else self._reason or PART_REASON) if part else ""
        self._refusal = None
        self._arrange()

    def _on_pad(self, _shown: bool) -> None:
        self._arrange()
        self.retranslate()

    @property
    def _keys_open(self) -> bool:
        """Words are keyed in on the screen."""
        return self.written.keys.isChecked() and self._reason == "other"

    def _make_room(self) -> None:
        """While words are keyed in on the screen, the keys have the room of what was answered already."""
        keys = self._keys_open
        for part in (self.all, self.part, self.swap):
            part.setVisible(not keys)
        wanted: tuple[QWidget, ...] = (self.ask, *self.reasons.values())
        for choice in wanted:
            choice.setVisible(not keys and not (self._part and (self._by_goods or self._exchange)))
        self.back.setVisible(self._part and not keys and not self._by_goods)
        self.goods.setVisible(self._part and not keys and self._by_goods)
        self.effect.setVisible(not keys and not (self._part and (bool(self._problem()) or self._reason == "other")))

    def _on_edited(self) -> None:
        self._refusal = None
        self.retranslate()

    def _on_goods(self) -> None:
        """Other goods come back: what is paid back for them is asked."""
        self._refusal, self._refund = None, None
        self._asked_for = back = self.goods.back
        self.goods.show_refund(None)
        self.retranslate()
        if back is not None:
            self._tasks.run(partial(_refund_for, self._api, self._sale.txn, back), self._on_refund, self._on_fault)

    def _on_refund(self, found: tuple[Returned, Refund | Refusal]) -> None:
        back, answer = found
        if back is not self._asked_for:
            return  # something else comes back by now
        if isinstance(answer, Refusal):
            self._refuse(answer)
            return
        self._refund = answer
        self.goods.show_refund(answer)
        self.retranslate()

    def _choose(self, reason: str) -> None:
        self._reason = reason
        self._refusal = None
        self.retranslate()
        (self.other if reason == "other" else self.reasons[reason]).setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_reason(self) -> None:
        for reason, choice in self.reasons.items():
            if choice is self.sender():
                self._choose(reason)

    def _ready(self) -> bool:
        reason = bool(self._reason) and (self._reason != "other" or bool(self.other.text().strip()))
        if self._part and self._by_goods:
            return reason and self._refund is not None
        return reason and (not self._part or bool(self.back.minor))

    def _asked(self) -> Undo:
        reason = f"other: {self.other.text().strip()}" if self._reason == "other" else self._reason
        if self._part and self._by_goods and self._asked_for is not None and self._refund is not None:
            return Undo(self._sale.txn, reason, replace(self._asked_for, amount=self._refund.amount))
        return Undo(self._sale.txn, reason, Returned(self.back.minor or 0) if self._part else None)

    def _submit(self) -> None:
        if not self._ready() or self._busy:
            return
        undo, left = self._asked(), left_of(self._sale)
        if undo.back is not None and (undo.back.amount or 0) > left:
            # Said before a manager is called for nothing; the journal's own answer would be the same.
            self._refuse(Refusal(RefusalCode.RETURN_TOO_LARGE, {"have": left, "need": undo.back.amount or 0}))
            return
        self._busy, self._undo = True, undo
        self.retranslate()
        if self._exchange and undo.back is not None:
            work = partial(self._api.exchange, undo.txn, undo.back)
            self._tasks.run(work, self._on_exchange, self._on_fault)
            return
        self._tasks.run(partial(undo.ask, self._api, self._actor), self._on_answer, self._on_fault)

    def _on_answer(self, answer: Voided | ApprovalNeeded | Refusal) -> None:
        self._busy = False
        if isinstance(answer, Voided):
            self.voided.emit(answer, self._undo)
            self.close_sheet()
        elif isinstance(answer, ApprovalNeeded):
            self.approval_needed.emit(answer, self._undo)
        else:
            self._refuse(answer)

    def _on_exchange(self, answer: ReturnInSale | Refusal) -> None:
        self._busy = False
        if isinstance(answer, Refusal):
            self._refuse(answer)
        else:
            self.exchanged.emit(answer)
            self.close_sheet()

    def _refuse(self, refusal: Refusal) -> None:
        self._refusal = refusal
        self.refused.emit(refusal)
        self.retranslate()
        self.ui.voice.say(self, self.problem.text(), now=True)

    def _on_fault(self, fault: Exception) -> None:
        self._busy = False
        self.retranslate()
        self.faulted.emit(fault)
