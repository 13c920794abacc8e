"""The receipt as it looks on paper, on the screen."""

from __future__ import annotations

from PySide6.QtCore import Qt

from kiosk.application.outcomes import SaleView, TerminalInfo
from kiosk.ui.context import Ui
from kiosk.ui.i18n import has_decimals, spaced, translate
from kiosk.ui.widgets.basics import ElidedText, Panel, Text, clear, column, row, rule
from kiosk.ui.words import void_reason_word


class ReceiptPaper(Panel):
    """One sale, line by line."""

    def __init__(self, ui: Ui) -> None:
        super().__init__(ui, "paper")
        space = ui.theme.space
        self._sale: SaleView | None = None
        self._terminal: TerminalInfo | None = None
        self._lines = column(self, margins=(space["xl"], space["l"], space["xl"], space["l"]), gap=6)

    def show_sale(self, sale: SaleView | None, terminal: TerminalInfo | None) -> None:
        """Show a sale made at this terminal."""
        self._sale, self._terminal = sale, terminal
        self.retranslate()

    def retranslate(self) -> None:
        clear(self._lines)
        sale, terminal, i18n = self._sale, self._terminal, self.ui.i18n
        if sale is None:
            return
        if terminal is not None:
            store = ElidedText("lead", "ink", i18n.text(terminal.store_name))
            store.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self._lines.addWidget(store)
            self._pair(f"{i18n.day(sale.at)} {i18n.time(sale.at)}", terminal.name)
        self._pair(translate("Receipt", "Receipt {number}").format(number=sale.receipt), sale.clerk)
        if sale.masked_name:
            name = ElidedText("caption", "ink2", sale.masked_name)
            name.setAlignment(Qt.AlignmentFlag.AlignRight)
            pair = row(gap=12)
            pair.addWidget(Text("caption", "ink2", text=translate("Receipt", "Member")))
            pair.addWidget(name, 1)
            self._lines.addLayout(pair)
        self._lines.addWidget(rule())
        full = has_decimals([sale.amount, *(line.off for line in sale.lines)], sale.currency)
        goods = i18n.money(sale.amount, sale.currency, full=full)
        self._pair(translate("Receipt", "Goods"), goods, tone="ink", style="body")
        for line in sale.lines:
            if line.gift is not None:
                self._pair(i18n.text(line.name), i18n.text(line.gift), tone="ink", style="body")
            if line.off or line.gift is None:
                self._pair(
                    i18n.text(line.name), i18n.money(-line.off, sale.currency, full=full), tone="ink", style="body"
                )
        self._lines.addWidget(rule())
        self._pair(
            translate("Receipt", "To pay"), i18n.money(sale.total, sale.currency, full=full), tone="ink", style="lead"
        )
        if sale.amount > sale.total:
            self._pair(
                translate("Receipt", "Saved"),
                i18n.money(sale.amount - sale.total, sale.currency, full=full),
                tone="jade",
                style="strong",
            )
        if sale.voided_at is not None:
            self._lines.addWidget(rule())
            words = translate("Receipt", "Voided {time} by {clerk}")
            by = spaced(words.format(time=i18n.time(sale.voided_at), clerk=sale.voided_by or "?"))
            self._lines.addWidget(Text("strong", "red", wrap=True, text=by))
            if sale.void_reason:
                self._lines.addWidget(Text("body", "ink2", wrap=True, text=void_reason_word(sale.void_reason)))
        self._lines.addStretch(1)

    def _pair(self, name: str, value: str, *, tone: str = "ink2", style: str = "caption") -> None:
        line = row(gap=12)
        line.addWidget(ElidedText(style, tone, name), 1)
        amount = Text(style, tone, text=value)
        amount.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(amount)
        self._lines.addLayout(line)
