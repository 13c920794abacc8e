"""A greeting card as a code that the customer's phone opens."""

from __future__ import annotations

from PySide6.QtCore import Qt

from kiosk.ui.context import Ui
from kiosk.ui.i18n import translate
from kiosk.ui.shell.overlay import OnScan, Sheet
from kiosk.ui.widgets.basics import Text
from kiosk.ui.widgets.qr_view import QrView

SIDE = 300


class CardCodeSheet(Sheet):
    """To be scanned by the customer."""

    on_scan = OnScan.CLOSE

    def __init__(self, ui: Ui, address: str) -> None:
        super().__init__(ui)
        self.code = QrView(address, SIDE)
        self.body.addWidget(self.code, 0, Qt.AlignmentFlag.AlignHCenter)
        self.what = Text("body", "ink2", wrap=True)
        self.body.addWidget(self.what)
        self.retranslate()

    def retranslate(self) -> None:
        self.title.setText(translate("Card", "The card on their phone"))
        self.close_button.say(translate("Sheet", "Close"))
        self.code.setAccessibleName(translate("Card", "The card’s QR code"))
        self.what.setText(
            translate("Card", "The customer scans it and saves the card. It stays there for 30 days, with its photo.")
        )
