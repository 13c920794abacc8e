"""The checkout's sheets about sales that were made: the last ones with their receipts, and the void."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from kiosk.application.checkout_api import VOID_REASONS, CheckoutApi
from kiosk.application.outcomes import Actor, Approval, ApprovalNeeded, SaleView, TerminalInfo, Voided
from kiosk.domain.refusals import Refusal
from kiosk.ui.checkout.receipt_paper import ReceiptPaper
from kiosk.ui.context import Ui
from kiosk.ui.i18n import has_decimals, spaced, translate
from kiosk.ui.refusal_words import Surroundings, in_full, refusal_words
from kiosk.ui.reward_words import reward_sentence
from kiosk.ui.tasks import TaskRunner
from kiosk.ui.widgets.basics import Button, ElidedText, KeyCap, ListArea, Pill, RowButton, Text, column, row
from kiosk.ui.widgets.overlay import OnScan, Sheet
from kiosk.ui.words import customer_word, void_reason_word

ROWS_AT_ONCE = 6
"""Rows made in one turn of the event loop: twenty at once would hold up the screen for longer than 50 ms."""


class SaleRow(RowButton):
    """One sale of the list."""

    def __init__(self, ui: Ui) -> None:
        super().__init__(48)
        space = ui.theme.space
        self._ui = ui
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        line = row(self, margins=(space["m"], 4, space["m"], 4), gap=space["m"])
        self.time = Text("strong")
        self.name = ElidedText("body", "ink2")
        self.state = Pill("line")
        self.total = Text("strong")
        self.total.setMinimumWidth(88)  # so that the states stand below each other
        self.total.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self.time)
        line.addWidget(self.name, 1)
        line.addWidget(self.state)
        line.addWidget(self.total)
        self.seal()

    def show_sale(self, sale: SaleView, *, full: bool) -> None:
        """Show it in a line; `full`: with decimals."""
        i18n = self._ui.i18n
        self.setObjectName(f"sale_{sale.txn}")
        self.time.setText(i18n.time(sale.at))
        self.name.setText(customer_word(sale.masked_name))
        if sale.voided_at is not None:
            self.state.set("red", translate("Recent", "voided"))
        elif sale.sent:
            self.state.set("jade", translate("Recent", "at HQ"))
        else:
            self.state.set("warn", translate("Recent", "waiting"))
        self.total.setText(i18n.money(sale.total, sale.currency, full=full))
        self.total.set_tone("ink3" if sale.voided_at is not None else "ink")
        self.setAccessibleName(f"{self.time.text()} {self.name.text()} {self.total.text()} {self.state.text()}")


class RecentSheet(Sheet):
    """The last sales on the left, the receipt of one on the right.

    Signals:
        void_wanted(SaleView): void this one.
        why_wanted(SaleView): say why it brought what it brought.
        pdf_wanted(SaleView), text_wanted(SaleView): save its receipt.
    """

    wide = True
    on_scan = OnScan.CLOSE
    void_wanted = Signal(object)
    why_wanted = Signal(object)
    pdf_wanted = Signal(object)
    text_wanted = Signal(object)

    def __init__(
        self, ui: Ui, api: CheckoutApi, tasks: TaskRunner, terminal: TerminalInfo | None, *, limit: int, files: bool
    ) -> None:
        super().__init__(ui)
        space = ui.theme.space
        self._terminal = terminal
        self._sales: tuple[SaleView, ...] = ()
        self._at = 0
        self._loaded = False
        sides = row(gap=space["xl"])
        area = ListArea(space["xs"], right=space["s"])
        area.setMinimumHeight(520)
        self._area = area
        self._list = area.rows
        self.none = Text("body", "ink2", wrap=True)
        self._list.insertWidget(0, self.none)
        sides.addWidget(area, 5)
        right = column(gap=space["m"])
        self.paper = ReceiptPaper(ui)
        right.addWidget(self.paper, 1)
        files_row = row(gap=space["s"])
        self.pdf = Button("", "strong", key="F11")
        self.pdf.setObjectName("recent_pdf")
        self.text = Button("", "strong", key="F12")
        self.text.setObjectName("recent_text")
        for button in (self.pdf, self.text):
            files_row.addWidget(button, 1)
        self.pdf.clicked.connect(self._on_pdf)
        self.text.clicked.connect(self._on_text)
        self.why = Button("", "strong", key="F1")
        self.why.setObjectName("recent_why")
        self.why.clicked.connect(self._on_why)
        right.addLayout(files_row)
        self.void = Button("danger", "strong", key="F8")
        self.void.setObjectName("recent_void")
        self.void.clicked.connect(self._on_void)
        last = row(gap=space["s"])
        last.addWidget(self.why)
        last.addWidget(self.void, 1)
        right.addLayout(last)
        sides.addLayout(right, 4)
        self.body.addLayout(sides)
        for button in (self.pdf, self.text):
            button.setVisible(files)
        self.rows: list[SaleRow] = []
        self._more = QTimer(self)
        self._more.setSingleShot(True)
        self._more.setInterval(0)
        self._more.timeout.connect(self._show_rows)
        self.retranslate()
        tasks.run(partial(api.recent_sales, limit), self._on_sales)

    def start_focus(self) -> QWidget:
        return self.rows[self._at] if self.rows and self._sales else self.close_button

    def _on_sales(self, sales: tuple[SaleView, ...]) -> None:
        self._sales = sales
        self._loaded = True
        self._at = 0
        self.retranslate()
        if self.isVisible():
            self.start_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def sale(self) -> SaleView | None:
        """The one whose receipt is shown."""
        return self._sales[self._at] if self._sales else None

    def retranslate(self) -> None:
        self.title.setText(translate("Recent", "Last sales on this terminal"))
        self.close_button.say(translate("Sheet", "Close"))
        self.none.setText(
            translate("Recent", "No sale on this terminal yet.") if self._loaded else translate("Recent", "Loading…")
        )
        self.none.setVisible(not self._sales)
        self.pdf.say(translate("Recent", "PDF"))
        self.text.say(translate("Recent", "Text"))
        self.void.say(translate("Recent", "Void this sale"))
        self.why.say(translate("Recent", "Why?"))
        self._show_rows()
        self._show_sale()

    def _show_rows(self) -> None:
        for _ in range(min(ROWS_AT_ONCE, len(self._sales) - len(self.rows))):
            line = SaleRow(self.ui)
            line.clicked.connect(self._on_row)
            self._list.insertWidget(len(self.rows), line)
            self.rows.append(line)
        if len(self.rows) < len(self._sales):
            self._more.start()
        full = has_decimals((sale.total for sale in self._sales), self.ui.i18n.currency)
        for at, line in enumerate(self.rows):
            if at < len(self._sales):
                line.show_sale(self._sales[at], full=full)
                line.setChecked(at == self._at)
            line.setVisible(at < len(self._sales))

    def _show_sale(self) -> None:
        sale = self.sale
        self.paper.setVisible(sale is not None)
        self.paper.show_sale(sale, self._terminal)
        self.void.setEnabled(sale is not None and sale.voided_at is None)
        for button in (self.pdf, self.text, self.why):
            button.setEnabled(sale is not None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self._sales:
            step = 1 if key == Qt.Key.Key_Down else -1
            self._select(min(len(self.rows) - 1, max(0, self._at + step)))
        elif key == Qt.Key.Key_F8:
            self._on_void()
        elif key == Qt.Key.Key_F1:
            self._on_why()
        elif key == Qt.Key.Key_F11 and self.pdf.isVisible():
            self._on_pdf()
        elif key == Qt.Key.Key_F12 and self.text.isVisible():
            self._on_text()
        else:
            event.ignore()

    def _select(self, at: int) -> None:
        self._at = at
        self.retranslate()
        self.rows[at].setFocus(Qt.FocusReason.OtherFocusReason)
        self._area.ensureWidgetVisible(self.rows[at])

    def _on_row(self) -> None:
        for at, line in enumerate(self.rows):
            if line is self.sender():
                self._select(at)

    def _on_void(self) -> None:
        if self.sale is not None and self.sale.voided_at is None:
            self.void_wanted.emit(self.sale)

    def _on_why(self) -> None:
        if self.sale is not None:
            self.why_wanted.emit(self.sale)

    def _on_pdf(self) -> None:
        if self.sale is not None:
            self.pdf_wanted.emit(self.sale)

    def _on_text(self) -> None:
        if self.sale is not None:
            self.text_wanted.emit(self.sale)


class VoidSheet(Sheet):
    """Undo a sale: why?

    Signals:
        voided(Voided): durable.
        approval_needed(ApprovalNeeded, SaleView, str): a manager must stand by; the reason chosen comes along.
        refused(Refusal): it was not voided.
        faulted(Exception): it could not be recorded.
    """

    voided = Signal(object)
    approval_needed = Signal(object, object, str)
    refused = Signal(object)
    faulted = Signal(object)

    def __init__(
        self, ui: Ui, api: CheckoutApi, tasks: TaskRunner, sale: SaleView, actor: Actor, around: Surroundings
    ) -> None:
        super().__init__(ui)
        space = ui.theme.space
        self._api, self._tasks = api, tasks
        self._sale, self._actor, self._around = sale, actor, around
        self._reason = ""
        self._refusal: Refusal | None = None
        self._busy = False
        self.what = Text("lead", wrap=True)
        self.effect = Text("body", "ink2", wrap=True)
        self.body.addWidget(self.what)
        self.body.addWidget(self.effect)
        self.manager = Text("strong", "warn", wrap=True)
        self.body.addWidget(self.manager)
        self.ask = Text("strong")
        self.body.addWidget(self.ask)
        self.reasons: dict[str, RowButton] = {}
        self._words: dict[str, Text] = {}
        choices = column(gap=space["s"])
        for at, reason in enumerate(VOID_REASONS):
            choice = RowButton(ui.theme.size["target"] + 2)
            choice.setCheckable(True)
            choice.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            choice.setObjectName(f"reason_{reason}")
            line = row(choice, margins=(space["l"], 0, space["l"], 0))
            words = Text("body")
            line.addWidget(words, 1)
            line.addWidget(KeyCap(str(at + 1)))
            choice.seal()
            choice.clicked.connect(self._on_reason)
            self.reasons[reason] = choice
            self._words[reason] = words
            choices.addWidget(choice)
        self.body.addLayout(choices)
        self.other = QLineEdit()
        self.other.setProperty("type", "body")
        self.other.setObjectName("void_other")
        self.other.setMaxLength(80)
        self.other.textEdited.connect(self.retranslate)
        self.other.returnPressed.connect(self._submit)
        self.body.addWidget(self.other)
        self.problem = Text("body", "red", wrap=True)
        self.body.addWidget(self.problem)
        self.go = Button("danger", "lead", key="Enter", rank="large")
        self.go.setObjectName("void_go")
        self.go.clicked.connect(self._submit)
        self.body.addWidget(self.go)
        self.retranslate()

    def start_focus(self) -> QWidget:
        return next(iter(self.reasons.values()))

    def retranslate(self) -> None:
        sale, i18n = self._sale, self.ui.i18n
        self.title.setText(translate("Void", "Void a sale"))
        self.close_button.say(translate("Sheet", "Close"))
        self.what.setText(
            translate("Void", "{money} · {time} · {name}").format(
                money=i18n.money(sale.total, sale.currency),
                time=i18n.time(sale.at),
                name=customer_word(sale.masked_name),
            )
        )
        effect = translate("Void", "Its coupons can be used again at once. The void stays in the journal.")
        back = reward_sentence(sale.rewards, i18n, back=True)
        if back:
            effect += " " + translate("Void", "Taken back: {rewards}.").format(rewards=back)
        self.effect.setText(spaced(effect))
        self.manager.setText(translate("Void", "A manager’s PIN will be needed."))
        self.manager.setVisible(sale.void_needs_manager)
        self.ask.setText(translate("Void", "Why?"))
        for reason, choice in self.reasons.items():
            self._words[reason].setText(void_reason_word(reason))
            choice.setAccessibleName(self._words[reason].text())
            choice.setChecked(reason == self._reason)
        self.other.setPlaceholderText(translate("Void", "A few words"))
        self.other.setVisible(self._reason == "other")
        problem = ""
        if self._refusal is not None:
            problem = in_full(refusal_words(self._refusal, self._around))
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        self.go.say(translate("Void", "Recording…") if self._busy else translate("Void", "Void"))
        self.go.setEnabled(self._ready() and not self._busy)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        number = event.key() - Qt.Key.Key_0
        if 1 <= number <= len(VOID_REASONS):
            self._choose(VOID_REASONS[number - 1])
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            at = VOID_REASONS.index(self._reason) if self._reason else -1
            step = 1 if event.key() == Qt.Key.Key_Down else -1
            self._choose(VOID_REASONS[(at + step) % len(VOID_REASONS)])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._submit()
        else:
            event.ignore()

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
        return bool(self._reason) and (self._reason != "other" or bool(self.other.text().strip()))

    def _full_reason(self) -> str:
        return f"other: {self.other.text().strip()}" if self._reason == "other" else self._reason

    def _submit(self) -> None:
        if self._ready() and not self._busy:
            self.submit(None)

    def submit(self, approval: Approval | None) -> None:
        """Void it, with a manager's approval or without."""
        self._busy = True
        self.retranslate()
        work = partial(self._api.void, self._sale.txn, self._full_reason(), self._actor, approval)
        self._tasks.run(work, self._on_answer, self._on_fault)

    def _on_answer(self, answer: Voided | ApprovalNeeded | Refusal) -> None:
        self._busy = False
        if isinstance(answer, Voided):
            self.voided.emit(answer)
            self.close_sheet()
        elif isinstance(answer, ApprovalNeeded):
            self.approval_needed.emit(answer, self._sale, self._full_reason())
        else:
            self._refusal = answer
            self.refused.emit(answer)
            self.retranslate()

    def _on_fault(self, fault: Exception) -> None:
        self._busy = False
        self.retranslate()
        self.faulted.emit(fault)
        self._tasks.faulted.emit(fault)
