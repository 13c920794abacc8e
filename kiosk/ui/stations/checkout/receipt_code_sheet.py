"""The code of a receipt on the screen, where there is no paper."""

from __future__ import annotations

from PySide6.QtCore import Qt

from kiosk.application.sales.outcomes import SaleView
from kiosk.ui.context import Ui
from kiosk.ui.i18n import translate
from kiosk.ui.shell.overlay import OnScan, Sheet
from kiosk.ui.widgets.basics import Text
from kiosk.ui.widgets.qr_view import QrView

SIDE = 300


class ReceiptCodeSheet(Sheet):
    """To be photographed by the customer, or scanned at another till, which finds the sale by it; with a `page`, to be
    opened on the customer's phone."""

    on_scan = OnScan.CLOSE

    def __init__(self, ui: Ui, sale: SaleView, page: str = "") -> None:
        super().__init__(ui)
        self._sale, self._page = sale, page
        self.code = QrView(page or sale.txn, SIDE)
        self.body.addWidget(self.code, 0, Qt.AlignmentFlag.AlignHCenter)
        self.number = Text("lead")
        self.number.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.body.addWidget(self.number)
        self.what = Text("body", "ink2", wrap=True)
        self.body.addWidget(self.what)
        self.retranslate()

    def retranslate(self) -> None:
        self.title.setText(translate("Printing", "Receipt as QR code"))
        self.close_button.say(translate("Sheet", "Close"))
        self.code.setAccessibleName(translate("Printing", "The receipt’s QR code"))
        self.number.setText(translate("Receipt", "Receipt {number}").format(number=self._sale.receipt))
        self.what.setText(
            translate("Printing", "The customer’s phone opens the receipt; it stays there for 30 days.")
            if self._page
            else translate(
                "Printing", "The customer takes a photograph of it: any till of the store finds the sale by it."
            )
        )
