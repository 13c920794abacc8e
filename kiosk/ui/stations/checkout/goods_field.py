"""Which goods of a sale come back: a line for each article, with its pieces, or for each category, with an amount."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from kiosk.application.sales.outcomes import GoodsSold, Refund, Returned
from kiosk.domain.campaigns.happenings import Item
from kiosk.ui.context import Ui
from kiosk.ui.i18n import aloud, spaced, translate
from kiosk.ui.measure import held
from kiosk.ui.stations.checkout.amount import typed_minor
from kiosk.ui.widgets.basics import Button, ElidedText, ListArea, Panel, RowButton, Text, clear, column, row
from kiosk.ui.widgets.keypad import Keypad, press_in
from kiosk.ui.words.goods import goods_word, less_word

_LINE = 64
_ROWS = 5
"""Lines that are seen at once where the window has room for them."""
_WHY, _PAIR = 84, 2


class GoodsLine(Panel):
    """One row of the sale's goods.

    Signals:
        changed(): another number of pieces, or another amount.
    """

    changed = Signal()

    def __init__(self, ui: Ui, goods: GoodsSold, currency: str) -> None:
        super().__init__(ui)
        self.goods, self._currency = goods, currency
        self.pieces = 0
        space = ui.theme.space
        line = row(self, gap=space["s"])
        self.row = RowButton(_LINE - 8)
        said = column(self.row, margins=(space["l"], 0, space["l"], 0), gap=0)
        self.name, self.paid = ElidedText("strong"), ElidedText("caption", "ink2")
        said.addStretch(1)
        said.addWidget(self.name)
        said.addWidget(self.paid)
        said.addStretch(1)
        self.row.seal()
        line.addWidget(self.row, 1)
        self.less, self.count, self.more = Button("key"), Text("lead"), Button("key")
        self.amount = QLineEdit()
        if goods.sku:
            self.row.clicked.connect(partial(self.step, 1))
            self.less.clicked.connect(partial(self.step, -1))
            self.more.clicked.connect(partial(self.step, 1))
            self.count.setAlignment(Qt.AlignmentFlag.AlignCenter)
            held(self.count, least_width=72)
            for key in (self.less, self.more):
                key.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the row has it, and the keyboard plus and minus
                held(key, least_width=56)
            for part in (self.less, self.count, self.more):
                line.addWidget(part)
        else:
            self.row.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.row.clicked.connect(self._on_row)
            self.amount.setProperty("type", "body")
            self.amount.setAlignment(Qt.AlignmentFlag.AlignRight)
            self.amount.setMaxLength(11)
            self.amount.setInputMethodHints(Qt.InputMethodHint.ImhFormattedNumbersOnly)
            self.amount.textEdited.connect(self.changed)
            held(self.amount, least_width=140)
            line.addWidget(self.amount)
        self.retranslate()

    def _on_row(self) -> None:
        self.amount.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def minor(self) -> int | None:
        """Minor units of a category that come back; None for what is no amount, or more than is left."""
        typed = typed_minor(self.amount.text(), self._currency)
        return typed if typed is not None and typed <= self.goods.left else None

    @property
    def focused(self) -> QWidget:
        """Where the keyboard goes."""
        return self.row if self.goods.sku else self.amount

    def step(self, by: int) -> None:
        """One piece more, or less."""
        self.set_pieces(self.pieces + by)

    def set_pieces(self, pieces: int) -> None:
        """So many pieces, as far as they are there."""
        self.pieces = max(0, min(pieces, self.goods.left))
        self.retranslate()
        self.changed.emit()

    def retranslate(self) -> None:
        goods, i18n = self.goods, self.ui.i18n
        name = goods_word(goods.sku, goods.category)
        self.name.setText(name)
        money = partial(i18n.money, currency=self._currency)
        price = f"{money(goods.price)} × {goods.pieces}" if goods.sku else money(goods.price)
        said = translate("Goods", "{price} · paid {paid}").format(price=price, paid=money(goods.paid))
        if not goods.sku and goods.left < goods.price:
            said = translate("Goods", "{left} of it left").format(left=money(goods.left))
        self.paid.setText(spaced(said))
        self.row.setAccessibleName(aloud(name, self.paid.text()))
        self.count.setText(f"{self.pieces} / {goods.left}")
        self.less.say("−")
        self.more.say("+")
        self.less.setAccessibleName(translate("Goods", "One piece less of {name}").format(name=name))
        self.more.setAccessibleName(translate("Goods", "One piece more of {name}").format(name=name))
        self.amount.setAccessibleName(
            translate("Goods", "Price of the goods of {name} that come back").format(name=name)
        )


class GoodsField(Panel):
    """All rows, what is paid back for those that are chosen, and why that is less than they cost.

    Signals:
        changed(): something else comes back.
    """

    changed = Signal()

    def __init__(self, ui: Ui, goods: tuple[GoodsSold, ...], currency: str) -> None:
        super().__init__(ui)
        self._currency = currency
        self._refund: Refund | None = None
        space = ui.theme.space
        sides = row(self, gap=space["xl"])
        lines, beside = column(gap=space["s"]), column(gap=space["s"])
        sides.addLayout(lines, 3)
        sides.addLayout(beside, 2)
        self.ask = Text("strong")
        self.area = ListArea(0, right=ui.theme.space["m"], line=_LINE)
        self.lines = [GoodsLine(ui, one, currency) for one in goods if one.left > 0]
        for at, line in enumerate(self.lines):
            held(line, height=_LINE)
            line.changed.connect(self.changed)
            self.area.rows.insertWidget(at, line)
        self.area.prefer(_LINE * min(_ROWS, max(1, len(self.lines))))
        self.keypad = Keypad(ui, rescan=False)
        self.keypad.pressed.connect(self._on_key)
        self.keypad.lend_to_field()
        self.price, self.because = Text("strong"), Text("caption", "ink2")
        self.why = ListArea(0, right=space["m"])
        self.why.prefer(_WHY)
        lines.addWidget(self.ask)
        lines.addWidget(self.area)
        beside.addWidget(self.price)
        beside.addWidget(self.because)
        beside.addWidget(self.why)
        beside.addWidget(self.keypad)
        self.keypad.setHidden(all(line.goods.sku for line in self.lines))
        self.retranslate()

    @property
    def back(self) -> Returned | None:
        """What comes back; None when that is nothing, or cannot be."""
        items = tuple(
            Item(line.goods.sku, line.goods.category, line.pieces, line.goods.price)
            for line in self.lines
            if line.goods.sku and line.pieces
        )
        parts = [(line.goods.category, line.minor) for line in self.lines if not line.goods.sku]
        if any(part is None for _name, part in parts):
            return None
        by_category = tuple((name, part) for name, part in parts if part)
        return Returned(by_category=by_category, items=items) if items or by_category else None

    @property
    def unreadable(self) -> bool:
        """Whether an amount is none, or more than is left."""
        return any(line.minor is None for line in self.lines if not line.goods.sku)

    def show_refund(self, refund: Refund | None) -> None:
        """What would be paid back for what is chosen; None: it is being asked, or nothing is."""
        self._refund = refund
        self.retranslate()

    def start_focus(self) -> QWidget:
        """The first line's."""
        return self.lines[0].focused if self.lines else self

    def own_key(self, event: QKeyEvent) -> bool:
        """Arrows go from line to line, plus and minus count pieces; a digit is so many pieces."""
        at = next((at for at, line in enumerate(self.lines) if line.isAncestorOf(self._focus())), 0)
        if not self.lines:
            return False
        line, key = self.lines[at], Qt.Key(event.key())
        number = event.key() - Qt.Key.Key_0
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            to = self.lines[(at + (1 if key is Qt.Key.Key_Down else -1)) % len(self.lines)]
            to.focused.setFocus(Qt.FocusReason.OtherFocusReason)
            self.area.ensureWidgetVisible(to)
        elif line.goods.sku and key in (Qt.Key.Key_Plus, Qt.Key.Key_Minus):
            line.step(1 if key is Qt.Key.Key_Plus else -1)
        elif line.goods.sku and 0 <= number <= 9:
            line.set_pieces(number)
        else:
            return False
        return True

    def _focus(self) -> QWidget:
        window = self.window()
        return window.focusWidget() or window

    def _on_key(self, key: str) -> None:
        """A key on the screen, for the amount in focus."""
        focus = self._focus()
        line = next((one for one in self.lines if one.amount is focus), None)
        line = line or next(one for one in self.lines if not one.goods.sku)
        press_in(line.amount, key)
        line.amount.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def memento(self) -> list[tuple[int, str]]:
        """What is chosen, to be put back."""
        return [(line.pieces, line.amount.text()) for line in self.lines]

    def restore(self, memento: list[tuple[int, str]]) -> None:
        """Choose that again."""
        for line, (pieces, amount) in zip(self.lines, memento, strict=True):
            line.amount.setText(amount)
            line.set_pieces(pieces)

    def retranslate(self) -> None:
        i18n, refund = self.ui.i18n, self._refund
        self.ask.setText(translate("Goods", "What comes back?"))
        money = partial(i18n.money, currency=self._currency)
        self.price.setText(
            spaced(translate("Goods", "By the price tags: {money}").format(money=money(refund.price))) if refund else ""
        )
        less = refund.less if refund is not None else ()
        self.because.setText(translate("Goods", "The rest has less of:") if less else "")
        clear(self.why.rows)
        for one in less:
            line = QWidget()
            said = row(line, gap=self.ui.theme.space["s"])
            said.addWidget(ElidedText("body", text=less_word(one, i18n.language)), 1)
            said.addWidget(Text("body", text=money(-one.off, sign=True)))
            self.why.rows.addWidget(line)
        self.why.rows.addStretch(1)

    @property
    def reasons(self) -> list[tuple[str, str]]:
        """Why less is paid back, as it is shown."""
        found = [one.findChildren(Text) for one in self.why.findChildren(QWidget) if one.layout() is not None]
        return [(parts[0].text(), parts[1].text()) for parts in found if len(parts) == _PAIR]
