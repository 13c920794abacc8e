"""What stands in place of members in the sheet that finds them while nobody is listed: what they are found by."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy

from kiosk.ui.context import Ui
from kiosk.ui.i18n import translate
from kiosk.ui.measure import spaced_out
from kiosk.ui.widgets.basics import Panel, Text, column, row

_WAYS = 4


class FindHints(Panel):
    """Nobody is listed: nothing was typed yet, or nobody has what was typed."""

    def __init__(self, ui: Ui) -> None:
        super().__init__(ui, "well")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        space = ui.theme.space
        lines = column(self, margins=(space["xl"], space["l"], space["xl"], space["l"]), gap=space["m"])
        lines.addStretch(1)
        self._sign = QLabel()
        self._sign.setAlignment(Qt.AlignmentFlag.AlignCenter)
        lines.addWidget(self._sign)
        self.headline = Text("lead", wrap=True)
        self.headline.setAlignment(Qt.AlignmentFlag.AlignCenter)
        lines.addWidget(self.headline)
        middle = row(gap=0)
        grid = QGridLayout()
        spaced_out(grid, (0, 0, 0, 0), space["l"], space["s"])
        self.ways = [(Text("strong", "ink2"), Text("body", "ink2", wrap=True)) for _ in range(_WAYS)]
        for at, (name, how) in enumerate(self.ways):
            name.setAlignment(Qt.AlignmentFlag.AlignTop)
            grid.addWidget(name, at, 0)
            grid.addWidget(how, at, 1)
        grid.setColumnStretch(1, 1)
        middle.addStretch(1)
        middle.addLayout(grid, 6)
        middle.addStretch(1)
        lines.addLayout(middle)
        self.keys = Text("caption", "ink2", wrap=True)
        self.keys.setAlignment(Qt.AlignmentFlag.AlignCenter)
        lines.addWidget(self.keys)
        lines.addStretch(1)
        self.retheme()
        self.retranslate()

    def retheme(self) -> None:
        self._sign.setPixmap(self.ui.icons.pixmap("search", "ink3", 32, self.devicePixelRatioF()))

    def retranslate(self) -> None:
        self.headline.setText(translate("Find", "What members are found by"))
        said = (
            (
                translate("Find", "Phone"),
                translate("Find", "the last four digits, or the whole number, however it is written"),
            ),
            (translate("Find", "Card"), translate("Find", "the whole number")),
            (
                translate("Find", "Name"),
                translate("Find", "any part of it; pinyin or its initials too"),
            ),
            (
                translate("Find", "Other stores"),
                translate("Find", "HQ is asked for a whole phone or card number"),
            ),
        )
        for (name, how), words in zip(self.ways, said, strict=True):
            name.setText(words[0])
            how.setText(words[1])
        self.keys.setText(translate("Find", "↑ ↓ choose, Enter takes the chosen one, Alt and a digit one at once"))
