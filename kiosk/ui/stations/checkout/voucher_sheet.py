"""Vouchers of value at the checkout: what is on one, sell one, top one up, take a sale of one back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kiosk.application.checkout_api import CheckoutApi
from kiosk.application.sales.charge_outcomes import CardFound, Charged, ChargeView, ChargeWanted, VoucherKind
from kiosk.domain.money import plain
from kiosk.domain.refusals import Refusal
from kiosk.domain.scan.events import ScanEvent
from kiosk.domain.staff.actors import Staff
from kiosk.domain.texts import LocalText
from kiosk.domain.time import last_moment
from kiosk.ui.context import Ui
from kiosk.ui.customer.views import Charging
from kiosk.ui.i18n import spaced, translate
from kiosk.ui.shell.overlay import OnScan, Sheet
from kiosk.ui.stations.checkout.amount import typed_minor
from kiosk.ui.stations.checkout.keyed import KeyedField, beside_keypad, foot
from kiosk.ui.tasks import TaskRunner
from kiosk.ui.widgets.basics import Button, Text, column, row
from kiosk.ui.widgets.keypad import press_in
from kiosk.ui.words.refusals import in_full, refusal_words
from kiosk.ui.words.surroundings import Surroundings
from kiosk.ui.words.vouchers import all_charged_words, card_words

_MOST_AMOUNTS = 4
_MOST_AT_ONCE = 10
"""New vouchers that are sold in one go."""
_LISTED = 20
"""Charges, the newest first, of which one may be taken back here."""
_SEEN = 4
"""Of a voucher's code so many signs, the last ones, are shown to who stands there."""


class VoucherSheet(Sheet):
    """A new voucher, or the card that was scanned; then the amount, Enter.

    Signals:
        charged(ChargeView): durable.
        undo_wanted(ChargeView): this one is to be taken back.
        customer_sees(Charging): what the customer may see of it; None: nothing yet.
        refused(Refusal): it was not done.
        faulted(Exception): it could not be recorded.
    """

    wide = True
    on_scan = OnScan.TAKE
    charged = Signal(object)
    undo_wanted = Signal(object)
    customer_sees = Signal(object)
    refused = Signal(object)
    faulted = Signal(object)

    def __init__(
        self,
        ui: Ui,
        api: CheckoutApi,
        tasks: TaskRunner,
        actor: Staff,
        around: Callable[[], Surroundings],
        *,
        several: bool,
    ) -> None:
        """`several`: new vouchers may be sold in one go, for each is printed."""
        super().__init__(ui)
        self._api, self._tasks, self._actor, self._around = api, tasks, actor, around
        self._kinds: tuple[VoucherKind, ...] = ()
        self._at = 0
        self._card: CardFound | None = None
        self._charges: tuple[ChargeView, ...] = ()
        self._chosen = 0
        self._done: tuple[ChargeView, ...] = ()
        self._refusal: Refusal | None = None
        self._txns: tuple[str, ...] = ()
        self._several, self._count = several, 1
        self._busy = False
        space = ui.theme.space
        self.how = Text("body", "ink2", wrap=True)
        self.body.addWidget(self.how)
        left = column(gap=space["m"])
        self.what = Text("lead", wrap=True)
        self.known = Text("body", "ink2", wrap=True)
        self.other = Button("plain", "strong", key="F4")
        self.other.setObjectName("voucher_other")
        self.other.clicked.connect(self.another)
        self.many = Button("plain", "strong", key="F7")
        self.many.setObjectName("voucher_many")
        self.many.clicked.connect(self._on_many)
        self.amount = KeyedField(ui, "voucher_amount", 14)
        self.amount.edited.connect(self._on_edited)
        amounts = row(gap=space["s"])
        self.amounts = [Button("chip", "strong") for _ in range(_MOST_AMOUNTS)]
        for at, button in enumerate(self.amounts):
            button.setObjectName(f"voucher_amount_{at}")
            button.clicked.connect(partial(self._on_amount, at))
            amounts.addWidget(button, 1)
        for part in (self.what, self.known):
            left.addWidget(part)
        choices = row(gap=space["s"])
        choices.addWidget(self.other)
        choices.addWidget(self.many)
        choices.addStretch(1)
        left.addLayout(choices)
        left.addLayout(amounts)
        left.addWidget(self.amount)
        left.addStretch(1)
        self.keypad, self.problem = beside_keypad(self.body, ui, left, self._on_key)
        self.said = Text("strong", "jade", wrap=True)
        self.body.addWidget(self.said)
        self.undo = Button("plain", "strong", key="F8")
        self.undo.setObjectName("voucher_undo")
        self.undo.clicked.connect(self._on_undo)
        self.older = Button("plain", "strong", key="F6")
        self.older.setObjectName("voucher_older")
        self.older.clicked.connect(self._on_older)
        self.of = Text("caption", "ink2", wrap=True)
        self.body.addWidget(self.of)
        line, self.go = foot(ui, self.undo, self.older, name="voucher_go", work=self.submit)
        self.body.addLayout(line)
        self.retranslate()
        tasks.run(api.voucher_kinds, self._on_kinds, self._on_fault)
        tasks.run(partial(api.recent_charges, _LISTED), self._on_recent, self._on_fault)

    def start_focus(self) -> QWidget:
        return self.amount.field

    # --- what stands there -------------------------------------------------------------------------------------------

    @property
    def _kind(self) -> VoucherKind | None:
        if self._card is not None:
            return self._card.kind
        return self._kinds[self._at] if self._kinds else None

    def _minor(self) -> int | None:
        return typed_minor(self.amount.text(), self.ui.i18n.currency)

    def retranslate(self) -> None:
        i18n, kind, card = self.ui.i18n, self._kind, self._card
        self.title.setText(translate("VoucherSheet", "Vouchers"))
        self.close_button.say(translate("Sheet", "Close"))
        self.how.setText(translate("VoucherSheet", "Scan a voucher to see what is on it, to sell it or to top it up."))
        if kind is None:
            self.what.setText(translate("VoucherSheet", "No vouchers are sold here now."))
            self.known.setText("")
        elif card is not None:
            self.what.setText(i18n.text(kind.name))
            self.known.setText(card_words(card, i18n))
        else:
            self.what.setText(spaced(translate("VoucherSheet", "New: {name}").format(name=i18n.text(kind.name))))
            self.known.setText(self._new_words(kind))
        self.other.say(
            translate("VoucherSheet", "A new voucher instead")
            if card is not None
            else translate("VoucherSheet", "Another kind")
        )
        self.other.setVisible(card is not None or len(self._kinds) > 1)
        self.many.setVisible(self._may_be_many(kind))
        self.many.say(translate("VoucherSheet", "How many: {n}").format(n=self._count))
        offered = kind.amounts[:_MOST_AMOUNTS] if kind is not None else ()
        for at, button in enumerate(self.amounts):
            button.setVisible(at < len(offered))
            if at < len(offered):
                button.setText(i18n.money(offered[at]))
        paid = translate("VoucherSheet", "Amount that is paid")
        each = translate("VoucherSheet", "Amount that is paid for each")
        self.amount.say(each if self._wanted > 1 else paid, self._hint(kind))
        self.amount.setVisible(kind is not None)
        minor = self._minor()
        self.amount.mean(i18n.money(minor) if minor else "")
        self.go.say(self._go_words(minor))
        self.go.setEnabled(not self._busy and kind is not None)
        last = self._last
        self.undo.say(translate("VoucherSheet", "Take it back"))
        self.older.say(translate("VoucherSheet", "One before"))
        self.of.setText(self._of(last) if last is not None else "")
        for part in (self.undo, self.of):
            part.setVisible(last is not None)
        self.older.setVisible(len(self._charges) > 1)
        self.problem.setText(in_full(refusal_words(self._refusal, self._around())) if self._refusal else "")
        self.problem.setVisible(self._refusal is not None)
        self.said.setText(all_charged_words(self._done, i18n) if self._done else "")
        self.said.setVisible(bool(self._done) and self._refusal is None)
        self._tell_customer()

    @property
    def _last(self) -> ChargeView | None:
        """The one that F8 takes back: the last that stands, or one before it."""
        return self._charges[self._chosen] if self._chosen < len(self._charges) else None

    def _of(self, charge: ChargeView) -> str:
        i18n = self.ui.i18n
        text = translate("VoucherSheet", "To take back: {name}, {money}, receipt {number} of {time}")
        return spaced(
            text.format(
                name=i18n.text(charge.name),
                money=i18n.money(charge.value, charge.currency),
                number=charge.receipt,
                time=i18n.when(charge.at, self._around().now),
            )
        )

    def _on_older(self) -> None:
        """The one before; after the oldest the last again."""
        if self._charges and not self._busy:
            self._chosen = (self._chosen + 1) % len(self._charges)
            self._done = ()
            self.retranslate()

    def _may_be_many(self, kind: VoucherKind | None) -> bool:
        return self._several and self._card is None and kind is not None and kind.prints

    def _on_many(self) -> None:
        """One more of them; after the most one again."""
        if not self._busy and self._may_be_many(self._kind):
            self._count = self._count % _MOST_AT_ONCE + 1
            self._txns, self._refusal, self._done = (), None, ()
            self.retranslate()

    def _tell_customer(self) -> None:
        """What is being paid for, as long as it is; then what was."""
        kind, card = self._kind, self._card
        currency = self.ui.i18n.currency
        if self._done:
            done, paid = self._done[-1], sum(one.value for one in self._done)
            back, name = done.voided_at is not None, _so_many(len(self._done), done.name)
            code = done.coupon[-_SEEN:] if len(self._done) == 1 else ""
            self.customer_sees.emit(Charging(done.currency, name, code, paid, done.left, done.first, True, back))
        elif kind is None or (card is None and not self._minor()):
            self.customer_sees.emit(None)
        else:
            code, left = (card.coupon[-_SEEN:], card.left) if card is not None else ("", 0)
            minor = self._minor() or 0
            first, count = card is None or card.blank, self._wanted
            name = _so_many(count, kind.name)
            self.customer_sees.emit(Charging(currency, name, code, count * minor, left + minor, first))

    @property
    def _wanted(self) -> int:
        """How many are sold."""
        return self._count if self._may_be_many(self._kind) else 1

    def _new_words(self, kind: VoucherKind) -> str:
        if not kind.prints:
            return translate("VoucherSheet", "Scan a printed card: this terminal cannot make a new one.")
        text = translate("VoucherSheet", "Its code stands on the receipt. Good until {day}.")
        return spaced(text.format(day=self.ui.i18n.day(last_moment(kind.until))))

    def _hint(self, kind: VoucherKind | None) -> str:
        if kind is None:
            return ""
        i18n, most = self.ui.i18n, kind.most if self._card is None else self._card.most
        text = translate("VoucherSheet", "{least} to {most}")
        return text.format(least=i18n.money(kind.least), most=i18n.money(most))

    def _go_words(self, minor: int | None) -> str:
        if self._busy:
            return translate("Slips", "Recording…")
        more = self._card is not None and not self._card.blank
        if not minor:
            return translate("VoucherSheet", "Top up") if more else translate("VoucherSheet", "Sell")
        text = (
            translate("VoucherSheet", "Top up, {money} paid")
            if more
            else translate("VoucherSheet", "Sell {n}, {money} paid")
            if self._wanted > 1
            else translate("VoucherSheet", "Sell, {money} paid")
        )
        return spaced(text.format(n=self._wanted, money=self.ui.i18n.money(self._wanted * minor)))

    def _on_kinds(self, kinds: tuple[VoucherKind, ...]) -> None:
        self._kinds = kinds
        self.retranslate()

    def _on_recent(self, charges: tuple[ChargeView, ...]) -> None:
        self._charges, self._chosen = tuple(one for one in charges if one.voided_at is None), 0
        self.retranslate()

    # --- keys and scans ----------------------------------------------------------------------------------------------

    def _on_key(self, key: str) -> None:
        press_in(self.amount.field, key)
        self.amount.edited.emit()

    def own_key(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_F4:
            self.another()
            return True
        if event.key() == Qt.Key.Key_F6:
            self._on_older()
            return True
        if event.key() == Qt.Key.Key_F7:
            self._on_many()
            return True
        if event.key() == Qt.Key.Key_F8:
            self._on_undo()
            return True
        return False

    def take(self, event: ScanEvent) -> None:
        """A voucher: HQ is asked what is on it."""
        if self._busy:
            return
        self._busy = True
        self._refusal, self._done = None, ()
        self.retranslate()
        self._tasks.ask_hq(partial(self._api.find_card, event), self._on_card, self._on_fault)

    def _on_card(self, answer: CardFound | Refusal) -> None:
        self._busy = False
        if isinstance(answer, Refusal):
            self._refuse(answer)
            return
        self._card, self._txns = answer, ()
        self.retranslate()
        self.ui.voice.say(self, self.known.text(), now=True)
        self.amount.focus()

    def another(self) -> None:
        """A new one in place of the card, or the next kind."""
        if self._busy or not self.other.isVisible():
            return
        if self._card is not None:
            self._card = None
        else:
            self._at = (self._at + 1) % len(self._kinds)
        self._txns, self._refusal, self._done = (), None, ()
        self.retranslate()

    def _on_amount(self, at: int) -> None:
        kind = self._kind
        if kind is not None and at < len(kind.amounts):
            self.amount.field.setText(plain(kind.amounts[at], self.ui.i18n.currency))
            self.amount.edited.emit()

    def _on_edited(self) -> None:
        self._refusal, self._done = None, ()
        self._txns = ()
        self.retranslate()

    # --- selling -----------------------------------------------------------------------------------------------------

    def enter(self) -> None:
        self.submit()

    def submit(self) -> None:
        """Sell it, or say what is missing."""
        kind, minor, card = self._kind, self._minor(), self._card
        if self._busy or kind is None:
            return
        if not minor:
            self.amount.focus()
            return
        # what was asked once is asked under the same names again
        self._txns = self._txns or tuple(self._api.new_charge() for _ in range(self._wanted))
        wanted = [ChargeWanted(txn, kind.template, minor) for txn in self._txns]
        if card is not None:
            wanted = [ChargeWanted(self._txns[0], kind.template, minor, card.coupon, card.left, card.until)]
        self._busy = True
        self.retranslate()
        self._tasks.run(partial(self._api.charge_all, wanted, self._actor), self._on_answer, self._on_fault)

    def _on_answer(self, answer: tuple[Charged, ...] | Refusal) -> None:
        self._busy = False
        if isinstance(answer, Refusal):
            self._refuse(answer)
            return
        self._card, self._txns, self._refusal, self._count = None, (), None, 1
        self._done = tuple(one.charge for one in answer)
        self._charges, self._chosen = (*reversed(self._done), *self._charges), 0
        self.amount.field.setText("")
        self.retranslate()
        self.amount.focus()
        self.ui.voice.say(self, self.said.text(), now=True)
        for charge in self._done:
            self.charged.emit(charge)

    def _on_undo(self) -> None:
        if self._last is not None and not self._busy:
            self.undo_wanted.emit(self._last)

    def show_refused(self, refusal: Refusal) -> None:
        """It was not done after all."""
        self._refuse(refusal)

    def show_undone(self, charge: ChargeView) -> None:
        """It was taken back."""
        self._done = (charge,)
        self.retranslate()

    def _refuse(self, refusal: Refusal) -> None:
        self._refusal, self._done = refusal, ()
        self.retranslate()
        self.refused.emit(refusal)
        self.ui.voice.say(self, self.problem.text(), now=True)

    def _on_fault(self, fault: Exception) -> None:
        self._busy = False
        self.retranslate()
        self.faulted.emit(fault)


def _so_many(count: int, name: LocalText) -> LocalText:
    """A name with how many of it are sold, where they are several."""
    return name if count == 1 else LocalText(*(f"{count} × {said}" for said in (name.zh_TW, name.zh_CN, name.en)))
