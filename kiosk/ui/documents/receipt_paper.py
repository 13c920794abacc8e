"""The receipt as it looks on paper, on the screen."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QVBoxLayout

from kiosk.application.sales.outcomes import SaleView
from kiosk.application.sales.receipt import receipt_of_back
from kiosk.application.sync.outcomes import TerminalInfo
from kiosk.ui.context import Ui
from kiosk.ui.i18n import has_decimals, spaced, translate
from kiosk.ui.widgets.basics import ElidedText, Panel, Text, column, row, rule
from kiosk.ui.words.codes import void_reason_word
from kiosk.ui.words.rewards import points_name, received, reward_lines
from kiosk.ui.words.vouchers import voucher_words


class PaperLine:
    """A name and a value on one line, in a layout of their own. What comes off is red, as on the page. Hidden, it takes
    no room."""

    def __init__(self, lines: QVBoxLayout, style: str = "caption", tone: str = "ink2", *, at: int = -1) -> None:
        self._tone = tone
        self.name = ElidedText(style, tone)
        self.value = Text(style, tone)
        self.value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        line = row(gap=12)
        line.addWidget(self.name, 1)
        line.addWidget(self.value)
        lines.insertLayout(at, line)

    def say(self, name: str, value: str) -> None:
        """Show both."""
        self.name.setText(name)
        self.value.setText(value)
        self.value.set_tone("red" if value.startswith("−") else self._tone)
        self.show(True)

    def show(self, shown: bool) -> None:
        """Show the line or not."""
        self.name.setVisible(shown)
        self.value.setVisible(shown)


class ReceiptPaper(Panel):
    """One sale, line by line. Its lines are made once and written anew for each sale: widgets made while the paper is
    on screen would be polished and laid out one by one.

    Signals:
        pressed(): it was clicked.
    """

    pressed = Signal()

    def __init__(self, ui: Ui) -> None:
        super().__init__(ui, "paper")
        space = ui.theme.space
        self._sale: SaleView | None = None
        self._terminal: TerminalInfo | None = None
        lines = column(self, margins=(space["xl"], space["l"], space["xl"], space["l"]), gap=6)
        self._lines = lines
        self._store = ElidedText("lead", "ink")
        self._store.setAlignment(Qt.AlignmentFlag.AlignCenter)
        lines.addWidget(self._store)
        self._when = PaperLine(lines)
        self._receipt = PaperLine(lines)
        self._member_word = Text("caption", "ink2")
        self._member = ElidedText("caption", "ink2")
        self._member.setAlignment(Qt.AlignmentFlag.AlignRight)
        member = row(gap=12)
        member.addWidget(self._member_word)
        member.addWidget(self._member, 1)
        lines.addLayout(member)
        self._rules = (rule(), rule(), rule())
        lines.addWidget(self._rules[0])
        self._goods = PaperLine(lines, "body", "ink")
        self._first_benefit = lines.count()
        self._benefits: list[PaperLine] = []
        lines.addWidget(self._rules[1])
        self._to_pay = PaperLine(lines, "lead", "ink")
        self._saved = PaperLine(lines, "strong", "jade")
        self._returned = PaperLine(lines, "strong", "ink")
        self._won = Text("caption_strong", "ink2")
        lines.addWidget(self._won)
        self._rewards: list[ElidedText] = []
        lines.addWidget(self._rules[2])
        self._voided = Text("strong", "red", wrap=True)
        self._void_reason = Text("body", "ink2", wrap=True)
        lines.addWidget(self._voided)
        lines.addWidget(self._void_reason)
        lines.addStretch(1)
        self.retranslate()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self.rect().contains(event.position().toPoint()):
            self.pressed.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def show_sale(self, sale: SaleView | None, terminal: TerminalInfo | None) -> None:
        """Show a sale made at this terminal."""
        self._sale, self._terminal = sale, terminal
        self.retranslate()

    def retranslate(self) -> None:
        sale = self._sale
        if sale is None:
            self._blank()
            return
        self._show_head(sale)
        self._show_prices(sale)
        self._show_rewards(sale)
        self._show_void(sale)

    def _blank(self) -> None:
        for line in (
            self._when,
            self._receipt,
            self._goods,
            *self._benefits,
            self._to_pay,
            self._saved,
            self._returned,
        ):
            line.show(False)
        for reward in self._rewards:
            reward.hide()
        for part in (
            self._won,
            self._store,
            self._member_word,
            self._member,
            *self._rules,
            self._voided,
            self._void_reason,
        ):
            part.hide()

    def _show_head(self, sale: SaleView) -> None:
        i18n, terminal = self.ui.i18n, self._terminal
        self._store.setVisible(terminal is not None)
        if terminal is not None:
            self._store.setText(i18n.text(terminal.store_name))
            self._when.say(f"{i18n.day(sale.at)} {i18n.time(sale.at)}", terminal.name)
        else:
            self._when.show(False)
        self._receipt.say(translate("Receipt", "Receipt {number}").format(number=sale.receipt), sale.clerk)
        self._member_word.setText(translate("Receipt", "Member"))
        self._member.setText(sale.masked_name or "")
        for part in (self._member_word, self._member):
            part.setVisible(bool(sale.masked_name))

    def _show_prices(self, sale: SaleView) -> None:
        i18n = self.ui.i18n
        full = has_decimals(
            [sale.amount, sale.returned, sale.for_back, *(line.off for line in sale.lines)], sale.currency
        )
        self._rules[0].show()
        self._goods.say(translate("Receipt", "Goods"), i18n.money(sale.amount, sale.currency, full=full))
        shown: list[tuple[str, str]] = []
        for line in sale.lines:
            name = points_name(i18n.text(line.name), line.points, i18n)
            if line.gift is not None:
                shown.append((name, i18n.text(line.gift)))
            if line.off or line.gift is None:
                shown.append((name, i18n.money(-line.off, sale.currency, full=full)))
        for one in receipt_of_back(sale):
            name = translate("Receipt", "Exchanged: {n} × {name}").format(n=f"{one.pieces:,}", name=one.name)
            shown.append((name, i18n.money(-one.money, sale.currency, full=full)))
        for voucher in sale.vouchers:
            name = voucher_words(i18n.text(voucher.name), voucher.left, i18n)
            shown.append((name, i18n.money(-voucher.off, sale.currency, full=full)))
        while len(self._benefits) < len(shown):
            at = self._first_benefit + len(self._benefits)
            self._benefits.append(PaperLine(self._lines, "body", "ink", at=at))
        for at, benefit in enumerate(self._benefits):
            if at < len(shown):
                benefit.say(*shown[at])
            else:
                benefit.show(False)
        self._rules[1].show()
        to_pay = translate("Receipt", "To pay") if sale.due >= 0 else translate("Receipt", "Paid out")
        self._to_pay.say(to_pay, i18n.money(abs(sale.due), sale.currency, full=full))
        if sale.amount > sale.total:
            saved = i18n.money(sale.amount - sale.total, sale.currency, full=full)
            self._saved.say(translate("Receipt", "Saved"), saved)
        else:
            self._saved.show(False)
        if sale.returned:
            self._returned.say(
                translate("Receipt", "Goods returned"), i18n.money(-sale.returned, sale.currency, full=full)
            )
        else:
            self._returned.show(False)

    def _show_rewards(self, sale: SaleView) -> None:
        """What the sale brought, or what its void took back."""
        voided = sale.voided_at is not None
        shown = reward_lines(sale.rewards if voided else received(sale.rewards), self.ui.i18n, back=voided)
        self._won.setText(translate("Receipt", "Taken back") if voided else translate("Receipt", "You receive"))
        self._won.setVisible(bool(shown))
        while len(self._rewards) < len(shown):
            reward = ElidedText("body", "ink")
            self._lines.insertWidget(self._lines.indexOf(self._won) + 1 + len(self._rewards), reward)
            self._rewards.append(reward)
        for at, reward in enumerate(self._rewards):
            reward.setText(shown[at] if at < len(shown) else "")
            reward.setVisible(at < len(shown))

    def _show_void(self, sale: SaleView) -> None:
        i18n, voided = self.ui.i18n, sale.voided_at is not None
        if sale.voided_at is not None:
            words = translate("Receipt", "Voided {time} by {clerk}")
            self._voided.setText(spaced(words.format(time=i18n.time(sale.voided_at), clerk=sale.voided_by or "?")))
            self._void_reason.setText(void_reason_word(sale.void_reason) if sale.void_reason else "")
        self._rules[2].setVisible(voided)
        self._voided.setVisible(voided)
        self._void_reason.setVisible(voided and bool(sale.void_reason))
