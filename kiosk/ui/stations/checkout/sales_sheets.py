"""Sales that were made, with their receipts: the newest first, page by page, or by what is known of one."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.application.checkout_api import CheckoutApi
from kiosk.application.sales.outcomes import SalePlace, SalesFound, SaleView
from kiosk.application.sync.outcomes import TerminalInfo
from kiosk.ui.context import Ui
from kiosk.ui.documents.receipt_paper import ReceiptPaper
from kiosk.ui.i18n import aloud, has_decimals, spaced, translate
from kiosk.ui.shell.overlay import OnScan, Sheet
from kiosk.ui.tasks import TaskRunner
from kiosk.ui.widgets.basics import Button, ElidedText, ListArea, Pill, RowButton, Text, column, row
from kiosk.ui.widgets.letter_pad import TypedField
from kiosk.ui.widgets.pick_list import PickList
from kiosk.ui.words.codes import customer_word, returned_word
from kiosk.ui.words.lists import shown_of
from kiosk.ui.words.surroundings import Surroundings

TALL, LOW = 420, 150
"""Design pixels of the list: alone, and below the keys on the screen."""


class SaleRow(RowButton):
    """One sale of the list."""

    def __init__(self, ui: Ui) -> None:
        super().__init__(60)
        space = ui.theme.space
        self._ui = ui
        lines = column(self, margins=(space["m"], 3, space["m"], 3), gap=0)
        self.name = ElidedText("strong")
        self.receipt = ElidedText("caption", "ink2")
        self.state = Pill("line")
        self.total = Text("strong")
        self.total.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        for left, right in ((self.name, self.total), (self.receipt, self.state)):
            line = row(gap=space["m"])
            line.addWidget(left, 1)
            line.addWidget(right)
            lines.addLayout(line, 1)
        self.seal()

    def show_sale(self, sale: SaleView, around: Surroundings, *, full: bool) -> None:
        """Show it in a line; `full`: with decimals."""
        i18n = self._ui.i18n
        self.setObjectName(f"sale_{sale.txn}")
        self.name.setText(customer_word(sale.masked_name))
        today = i18n.local(sale.at).date() == i18n.local(around.now).date()
        when = i18n.time(sale.at) if today else i18n.when(sale.at, around.now)
        self.receipt.setText(f"{when} · {sale.receipt}")
        if sale.voided_at is not None:
            self.state.set("red", translate("Recent", "voided"))
        elif sale.returned:
            self.state.set("line", returned_word(sale, i18n))
        elif sale.elsewhere:
            self.state.set("info", sale.elsewhere)
        elif sale.sent:
            self.state.set("jade", translate("Recent", "at HQ"))
        else:
            self.state.set("warn", translate("Recent", "waiting"))
        self.total.setText(i18n.money(sale.net, sale.currency, full=full))
        self.total.set_tone("ink3" if sale.voided_at is not None else "ink")
        said = (self.name.text(), self.receipt.text(), self.total.text(), self.state.text())
        self.setAccessibleName(aloud(*said))


class RecentSheet(Sheet):
    """Sales on the left, the receipt of one on the right. The focus stays in the field: arrows choose in the list, and
    typing goes on.

    Signals:
        void_wanted(SaleView): void this one.
        exchange_wanted(SaleView): goods of it come back with another sale.
        why_wanted(SaleView): say why it brought what it brought.
        pdf_wanted(SaleView), text_wanted(SaleView): save its receipt.
        print_wanted(SaleView): print it, or show its code.
    """

    wide = True
    on_scan = OnScan.CLOSE
    void_wanted = Signal(object)
    exchange_wanted = Signal(object)
    why_wanted = Signal(object)
    pdf_wanted = Signal(object)
    text_wanted = Signal(object)
    print_wanted = Signal(object)

    def __init__(
        self,
        ui: Ui,
        api: CheckoutApi,
        tasks: TaskRunner,
        terminal: TerminalInfo | None,
        around: Callable[[], Surroundings],
        *,
        page: int,
        files: bool,
        paper: bool = False,
        wanted: SaleView | None = None,
    ) -> None:
        """`page`: sales asked for at once. `files`: receipts can be saved; `paper`: printed. `wanted`: the sale to open
        with, as from its receipt."""
        super().__init__(ui)
        self._api, self._tasks, self._terminal, self._around, self._page = api, tasks, terminal, around, page
        self._on_paper = paper
        self._sales: tuple[SaleView, ...] = ()
        self._found = SalesFound()
        self._asked: str | None = None
        self._loading = False
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(150)
        self._later.timeout.connect(self._search)
        sides = row(gap=ui.theme.space["xl"])
        sides.addLayout(self._built_list(), 5)
        sides.addLayout(self._built_receipt(), 4)
        self.body.addLayout(sides, 1)
        for button in (self.pdf, self.text):
            button.setVisible(files)
        if wanted is not None:
            self.field.setText(wanted.receipt)
        self.retranslate()
        self._search()

    def _built_list(self) -> QVBoxLayout:
        space = self.ui.theme.space
        left = column(gap=space["s"])
        self.typed = TypedField(self.ui, "sales_field")
        self.field = self.typed.field
        self.typed.edited.connect(self._on_edited)
        self.typed.entered.connect(self._on_return)
        self.state = Text("caption", "ink2", wrap=True)
        self.list = PickList(self.ui, self._made, self._write, gap=space["xs"], right=space["s"])
        self.list.prefer(TALL)
        self.typed.pad_shown.connect(self._on_pad)
        self.list.tells.chosen.connect(self._show_sale)
        self.list.tells.ended.connect(self._want_older)
        self.older = Button("", "strong")
        self.older.setObjectName("sales_older")
        self.older.clicked.connect(self._want_older)
        self.list.put_below(self.older)
        for part in (self.typed, self.state):
            left.addWidget(part)
        left.addWidget(self.list, 1)
        return left

    def _built_receipt(self) -> QVBoxLayout:
        space = self.ui.theme.space
        right = column(gap=space["m"])
        self.paper = ReceiptPaper(self.ui)
        slip = ListArea(0)  # long receipts are scrolled
        slip.rows.insertWidget(0, self.paper, 1)
        slip.prefer(TALL)
        right.addWidget(slip, 1)
        files_row = row(gap=space["s"])
        self.pdf = Button("", "strong", key="F11")
        self.pdf.setObjectName("recent_pdf")
        self.text = Button("", "strong", key="F12")
        self.text.setObjectName("recent_text")
        self.print = Button("", "strong", key="Ctrl P")
        self.print.setObjectName("recent_print")
        self.print.clicked.connect(self._on_print)
        for button in (self.pdf, self.text):
            files_row.addWidget(button, 1)
        self.pdf.clicked.connect(self._on_pdf)
        self.text.clicked.connect(self._on_text)
        self.why = Button("", "strong", key="F1")
        self.why.setObjectName("recent_why")
        self.why.clicked.connect(self._on_why)
        first = row(gap=space["s"])
        first.addWidget(self.print, 1)
        first.addWidget(self.why)
        right.addLayout(first)
        right.addLayout(files_row)
        self.there = Text("caption", "ink2", wrap=True)
        right.addWidget(self.there)
        self.void = Button("danger", "strong", key="F8")
        self.void.setObjectName("recent_void")
        self.void.clicked.connect(self._on_void)
        self.exchange = Button("", "strong", key="F9")
        self.exchange.setObjectName("recent_exchange")
        self.exchange.clicked.connect(self._on_exchange)
        last = row(gap=space["s"])
        last.addWidget(self.exchange, 1)
        last.addWidget(self.void, 1)
        right.addLayout(last)
        return right

    def start_focus(self) -> QWidget:
        return self.field

    @property
    def rows(self) -> list[SaleRow]:
        """The rows that were made, hidden ones too."""
        return self.list.lines

    @property
    def sale(self) -> SaleView | None:
        """The one whose receipt is shown."""
        return self._sales[self.list.at] if self.list.at < len(self._sales) else None

    # --- words -------------------------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        self.title.setText(translate("Recent", "Sales"))
        self.close_button.say(translate("Sheet", "Close"))
        self.typed.ask(translate("Recent", "Receipt, member, amount or day"))
        self.state.setText(self._state())
        self.older.say(translate("Recent", "Show older sales"))
        self.older.setVisible(len(self._sales) < self._found.total)
        self.print.say(translate("Recent", "Print") if self._on_paper else translate("Recent", "QR code"))
        self.pdf.say(translate("Recent", "PDF"))
        self.text.say(translate("Recent", "Text"))
        self.void.say(translate("Recent", "Void sale"))
        self.exchange.say(translate("Recent", "Exchange"))
        self.why.say(translate("Recent", "Why?"))
        self.list.show_items(len(self._sales), self.list.at)
        self._show_sale()

    def _state(self) -> str:
        if self._asked is None or self._asked != self.typed.text():
            return translate("Recent", "Searching…") if self.typed.text() else translate("Recent", "Loading…")
        if not self._sales and self.typed.text():
            said = translate("Recent", "No sale here has “{text}”.").format(text=self._asked)
        elif not self._sales:
            said = translate("Recent", "No sale on this terminal yet.")
        else:
            total = self._found.total
            said = shown_of(len(self._sales), total, self.ui.i18n) or translate("Recent", "%n sale(s)", None, total)
        if self._found.narrow:
            more = translate("Recent", "Of so many members not all were looked at: type more of the name.")
            said = _with_more(said, more)
        if not self._found.others:
            said = _with_more(said, translate("Recent", "Sales of other tills are not known here."))
        return spaced(said)

    def _made(self) -> SaleRow:
        return SaleRow(self.ui)

    def _write(self, line: SaleRow, at: int) -> None:
        full = has_decimals((sale.net for sale in self._sales), self.ui.i18n.currency)
        line.show_sale(self._sales[at], self._around(), full=full)

    def _show_sale(self) -> None:
        sale = self.sale
        there = sale is not None and bool(sale.elsewhere)
        self.paper.setVisible(sale is not None)
        self.paper.show_sale(sale, self._terminal)
        self.void.setEnabled(sale is not None and sale.voided_at is None and not there)
        self.exchange.setEnabled(self.void.isEnabled() and sale is not None and sale.net > 0)
        self.why.setEnabled(sale is not None and not there)
        for button in (self.print, self.pdf, self.text):
            button.setEnabled(sale is not None)
        if sale is not None:
            words = translate("Recent", "Made at {terminal}: it is voided there, and its goods are exchanged there.")
            self.there.setText(spaced(words.format(terminal=sale.elsewhere)))
        self.there.setVisible(there)

    def _on_pad(self, shown: bool) -> None:
        self.list.prefer(LOW if shown else TALL)

    # --- searching ---------------------------------------------------------------------------------------------------

    def _on_edited(self) -> None:
        self.retranslate()
        self._later.start()

    def _on_return(self) -> None:
        self._later.stop()
        self._search()

    def _search(self) -> None:
        text = self.typed.text()
        if text != self._asked:
            self._ask(text, None, self._on_found)

    def _want_older(self) -> None:
        if self._sales and len(self._sales) < self._found.total and not self._loading:
            last = self._sales[-1]
            self._loading = True
            self._ask(self._asked or "", SalePlace(last.at, last.txn), self._on_older)

    def _ask(self, text: str, after: SalePlace | None, then: Callable[[tuple[str, SalesFound]], None]) -> None:
        self._tasks.run(partial(_find, self._api, text, self._page, after), then)

    def _on_found(self, answer: tuple[str, SalesFound]) -> None:
        text, found = answer
        if text == self.typed.text():  # else an answer to what is typed now is on its way
            self._asked, self._found, self._sales = text, found, found.sales
            self.list.at = 0
            self.retranslate()
            self.list.verticalScrollBar().setValue(0)
            self.ui.voice.say(self, self.state.text())

    def _on_older(self, answer: tuple[str, SalesFound]) -> None:
        text, found = answer
        self._loading = False
        if text == self._asked:
            self._found = found
            self._sales += found.sales
            self.retranslate()

    # --- keys --------------------------------------------------------------------------------------------------------

    def own_key(self, event: QKeyEvent) -> bool:
        button = {
            Qt.Key.Key_F1: self.why,
            Qt.Key.Key_F8: self.void,
            Qt.Key.Key_F9: self.exchange,
            Qt.Key.Key_F11: self.pdf,
            Qt.Key.Key_F12: self.text,
        }.get(Qt.Key(event.key()))
        if event.key() == Qt.Key.Key_P and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            button = self.print
        if button is None:
            return self.typed.take(event)
        if button.isVisible():
            button.click()
        return True

    def step(self, event: QKeyEvent) -> bool:
        return self.list.step(event)

    def _on_void(self) -> None:
        if self.sale is not None and self.void.isEnabled():
            self.void_wanted.emit(self.sale)

    def _on_exchange(self) -> None:
        if self.sale is not None and self.exchange.isEnabled():
            self.exchange_wanted.emit(self.sale)

    def _on_why(self) -> None:
        if self.sale is not None and self.why.isEnabled():
            self.why_wanted.emit(self.sale)

    def _on_print(self) -> None:
        if self.sale is not None:
            self.print_wanted.emit(self.sale)

    def _on_pdf(self) -> None:
        if self.sale is not None:
            self.pdf_wanted.emit(self.sale)

    def _on_text(self) -> None:
        if self.sale is not None:
            self.text_wanted.emit(self.sale)


def _find(api: CheckoutApi, text: str, page: int, after: SalePlace | None) -> tuple[str, SalesFound]:
    return text, api.find_sales(text, page, after)


def _with_more(said: str, more: str) -> str:
    """A sentence after what was said: a number, or a sentence itself."""
    if said.endswith((".", "。")):
        return translate("Recent", "{said} {more}").format(said=said, more=more)
    return f"{said} · {more}"
