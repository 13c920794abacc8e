"""The last sales with their receipts."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kiosk.application.checkout_api import CheckoutApi
from kiosk.application.sales.outcomes import SaleView
from kiosk.application.sync.outcomes import TerminalInfo
from kiosk.ui.context import Ui
from kiosk.ui.documents.receipt_paper import ReceiptPaper
from kiosk.ui.i18n import has_decimals, translate
from kiosk.ui.shell.overlay import OnScan, Sheet
from kiosk.ui.tasks import TaskRunner
from kiosk.ui.widgets.basics import Button, ElidedText, ListArea, Pill, RowButton, Text, column, row
from kiosk.ui.words.codes import customer_word, returned_word

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
        elif sale.returned:
            self.state.set("line", returned_word(sale, i18n))
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
