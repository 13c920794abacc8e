"""Done, or undone again: read from two metres, with the receipt beside it."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QLabel

from kiosk.application.campaigns.outcomes import RewardView
from kiosk.application.documents.outcomes import PrintDesk
from kiosk.application.sales.outcomes import Redemption, SaleView
from kiosk.domain.documents.printers import PrintSetup, ReceiptPolicy
from kiosk.ui.context import Ui
from kiosk.ui.i18n import spaced, translate
from kiosk.ui.measure import held
from kiosk.ui.widgets.basics import Button, ElidedText, FitText, LinkRow, Panel, Text, column, restyle, row
from kiosk.ui.words.codes import customer_word
from kiosk.ui.words.rewards import combined, joined, received, reward_sentence, reward_short, reward_word, to_hand_over

MOST_WON = 4
"""Rewards that are named; the receipt beside has all of them."""


class SuccessPanel(Panel):
    """The verdict of a confirmation.

    Signals:
        painted(): it has been on screen.
        receipt_pressed(): the receipt's number was pressed.
    """

    painted = Signal()
    receipt_pressed = Signal()

    def __init__(self, ui: Ui) -> None:
        super().__init__(ui, "success")
        space = ui.theme.space
        self._redemption: Redemption | None = None
        self._announce = False
        self._came_back: int | None = None
        self._printing = PrintDesk(PrintSetup())
        lines = column(self, margins=(space["xxl"], space["l"], space["xxl"], space["l"]), gap=space["s"])
        head = row(gap=space["l"])
        self._sign = QLabel()
        held(self._sign, width=84, height=84)
        self.verdict = Text("verdict", "on_ok")
        held(self.verdict, height=84)
        head.addWidget(self._sign)
        head.addWidget(self.verdict)
        head.addStretch(1)
        lines.addLayout(head)
        lines.addStretch(1)
        self.caption = Text("lead", "on_ok")
        self.total = FitText(ui, ("total", "headline", "title"), "on_ok")
        held(self.total, height=74)
        self.saved = Text("lead", "on_ok")
        self.name = ElidedText("lead", "on_ok")
        above = row(gap=space["l"])
        above.addWidget(self.caption)
        above.addStretch(1)
        above.addWidget(self.saved)
        lines.addLayout(above)
        lines.addWidget(self.total)
        lines.addWidget(self.name)
        self.won = Text("line_strong", "on_ok", wrap=True)
        lines.addWidget(self.won)
        lines.addStretch(1)
        self._note = note = Panel(ui, "success_note")
        inside = column(note, margins=(space["l"], 2, 2, space["s"]), gap=0)
        self.receipt = LinkRow("strong", "on_ok")
        self.receipt.setObjectName("done_receipt")
        self.receipt.clicked.connect(self.receipt_pressed)
        self.state = Text("body", "on_ok", wrap=True)
        inside.addWidget(self.state)
        lines.addWidget(note)
        lines.addSpacing(space["s"])
        self.paper = Button("ghost_success", "strong", key="Ctrl P")
        self.paper.setObjectName("print_receipt")
        numbered = row(gap=space["m"])
        numbered.addWidget(self.receipt, 1)
        numbered.addWidget(self.paper)
        inside.insertLayout(0, numbered)
        files = row(gap=space["m"])
        self.pdf = Button("ghost_success", "strong", key="F11")
        self.pdf.setObjectName("save_pdf")
        self.text = Button("ghost_success", "strong", key="F12")
        self.text.setObjectName("save_text")
        self.why = Button("ghost_success", "strong", key="F1")
        self.why.setObjectName("why_done")
        files.addWidget(self.why, 1)
        files.addWidget(self.pdf, 1)
        files.addWidget(self.text, 1)
        lines.addLayout(files)
        self.next = Button("on_success", "action", key="Enter", rank="action")
        self.next.setObjectName("next")
        lines.addWidget(self.next)
        self.retheme()
        self.retranslate()

    def show_redemption(self, redemption: Redemption, *, files: bool) -> None:
        """Show it and say when it was painted. `files`: receipts can be saved."""
        self._redemption, self._came_back = redemption, None
        self._announce = True
        self._dress()
        self.pdf.setVisible(files)
        self.text.setVisible(files)
        self.retranslate()
        self._say_aloud()
        self.update()

    def show_printing(self, desk: PrintDesk) -> None:
        """Whether there is a printer for receipts, and when it prints them."""
        self._printing = desk
        self._say_paper()

    def _say_paper(self) -> None:
        desk = self._printing
        if not desk.prints_receipts:
            self.paper.say(translate("Recent", "QR code"))
        elif desk.setup.receipts is ReceiptPolicy.ALWAYS:
            self.paper.say(translate("Printing", "Print again"))
        else:
            self.paper.say(translate("Recent", "Print"))
        self.paper.setVisible(desk.setup.receipts is not ReceiptPolicy.NEVER or not desk.prints_receipts)

    def show_undone(self, redemption: Redemption, came_back: int) -> None:
        """The sale on screen was voided or goods of it came back: never "done" any more. `redemption` as it is now;
        `came_back`: minor units to give back."""
        self._redemption, self._came_back = redemption, came_back
        self._dress()
        self.retranslate()
        self._say_aloud()

    def _say_aloud(self) -> None:
        said = (self.verdict, self.caption, self.total, self.name)
        self.ui.voice.say(self, *(part.text() for part in said), now=True)

    @property
    def undone(self) -> bool:
        """Whether what is shown was undone."""
        return self._came_back is not None

    def _dress(self) -> None:
        """Green is for what stands."""
        restyle(self, role="undone" if self.undone else "success")
        restyle(self._note, role="undone_note" if self.undone else "success_note")
        for button in (self.pdf, self.text, self.why, self.paper):
            button.set_kind("ghost_undone" if self.undone else "ghost_success")
        self.retheme()

    def retheme(self) -> None:
        name = "alert" if self.undone else "check"
        self._sign.setPixmap(self.ui.icons.pixmap(name, "on_ok", 84, self.devicePixelRatioF()))

    def retranslate(self) -> None:
        i18n = self.ui.i18n
        self.verdict.setText(translate("Success", "Done"))
        self.caption.setText(translate("Success", "To pay"))
        self._say_paper()
        self.pdf.say(translate("Success", "PDF"))
        self.text.say(translate("Success", "Text"))
        self.why.say(translate("Success", "Why?"))
        self.next.say(translate("Success", "Next customer"))
        if self._redemption is None:
            return
        sale = self._redemption.sale
        if self._came_back is not None:
            self._say_undone(sale, self._came_back)
            return
        if sale.due < 0:
            self.caption.setText(translate("Success", "To give back"))
        self.total.setText(i18n.money(abs(sale.due), sale.currency))
        saved, by_voucher = sale.amount - sale.total, sale.net - sale.due
        words = [translate("Success", "Saved {money}").format(money=i18n.money(saved, sale.currency))] if saved else []
        if by_voucher:
            paid = i18n.money(by_voucher, sale.currency)
            words.append(translate("Success", "By voucher {money}").format(money=paid))
        if sale.for_back:
            back = i18n.money(sale.for_back, sale.currency)
            words.append(translate("Success", "Exchanged {money}").format(money=back))
        self.saved.setText(spaced(" · ".join(words)))
        self.saved.setVisible(bool(words))
        gifts = [i18n.text(line.gift) for line in sale.lines if line.gift is not None]
        given = to_hand_over(sale.rewards)
        gifts += [reward_short(one, i18n) for one in combined(given)]
        if gifts:
            self.name.setText(spaced(translate("Success", "Hand over: {gifts}").format(gifts=joined(gifts))))
        else:
            self.name.setText(customer_word(sale.masked_name) if sale.masked_name is not None else "")
        self.name.setVisible(bool(self.name.text()))
        self._show_won(tuple(one for one in received(sale.rewards) if one not in given))
        self.receipt.say(
            translate("Success", "Receipt {number} · {time}").format(number=sale.receipt, time=i18n.time(sale.at))
        )
        self.state.setText(
            translate("Success", "Recorded on this terminal; goes to HQ as soon as it is reached.")
            if self._redemption.offline
            else translate("Success", "Recorded on this terminal and on its way to HQ.")
        )

    def _say_undone(self, sale: SaleView, came_back: int) -> None:
        i18n = self.ui.i18n
        whole = sale.voided_at is not None
        self.verdict.setText(translate("Success", "Voided") if whole else translate("Success", "Goods came back"))
        onto = sum(value for _coupon, value in sale.back_on_vouchers)
        money = came_back - onto
        self.caption.setText(translate("Success", "To give back") if money >= 0 else translate("Success", "To pay"))
        self.total.setText(i18n.money(abs(money), sale.currency))
        paid = i18n.money(onto, sale.currency)
        self.saved.setText(spaced(translate("Success", "Back on the voucher {money}").format(money=paid)))
        self.saved.setVisible(onto > 0)
        gifts = [i18n.text(line.gift) for line in sale.lines if line.gift is not None] if whole else []
        given = to_hand_over(sale.rewards)
        gifts += [reward_short(one, i18n) for one in combined(given)]
        self.name.setText(
            spaced(translate("Success", "Take back: {gifts}").format(gifts=joined(gifts))) if gifts else ""
        )
        self.name.setVisible(bool(gifts))
        rest = reward_sentence((one for one in sale.rewards if one not in given), i18n, back=True)
        self.won.setText(spaced(translate("Success", "Taken back by itself: {rewards}").format(rewards=rest)))
        self.won.setVisible(bool(rest))
        self.receipt.say(
            translate("Success", "Receipt {number} · {time}").format(number=sale.receipt, time=i18n.time(sale.at))
        )
        self.state.setText(
            translate("Success", "This sale counts no more. Its coupons can be used again.")
            if whole
            else spaced(
                translate("Success", "{left} is left of the sale.").format(
                    left=i18n.money(sale.total - sale.returned, sale.currency)
                )
            )
        )

    def _show_won(self, rewards: tuple[RewardView, ...]) -> None:
        words = [reward_word(one, self.ui.i18n) for one in combined(rewards)]
        if len(words) > MOST_WON:
            more = len(words) - MOST_WON + 1
            words = [*words[: MOST_WON - 1], translate("Success", "%n more on the receipt", None, more)]
        self.won.setText(spaced(translate("Success", "Received: {rewards}").format(rewards=joined(words))))
        self.won.setVisible(bool(words))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._announce:
            self._announce = False
            QTimer.singleShot(0, self.painted.emit)
