"""A list that is longer than its place: pulled with a finger, or moved by two large keys beside it."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from kiosk.ui.context import Ui
from kiosk.ui.i18n import translate
from kiosk.ui.stations.selfservice.parts import button
from kiosk.ui.stations.selfservice.pull import Pull
from kiosk.ui.widgets.basics import Panel, clear, column, row


class Scroll(Panel):
    """Lines go into `rows`; the keys come when there is more than is seen."""

    def __init__(self, ui: Ui, gap: int = 16, *, keys: bool = True, pulled: bool = True) -> None:
        """`keys` False: the list is scrolled by what has the focus in it. `pulled` False: not by a finger."""
        super().__init__(ui)
        self._with_keys = keys
        line = row(self, gap=16)
        self._area = QScrollArea()
        self._area.setProperty("role", "s_scroll")
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        inner = QWidget()
        self.rows = column(inner, gap=gap)
        self.rows.addStretch(1)
        self._area.setWidget(inner)
        line.addWidget(self._area, 1)
        self._keys = QWidget()
        beside = column(self._keys, gap=16)
        self.up = button("s_pill", "scroll_up", self._page_up)
        self.down = button("s_pill", "scroll_down", self._page_down)
        beside.addStretch(1)
        beside.addWidget(self.up)
        beside.addWidget(self.down)
        line.addWidget(self._keys)
        self._keys.hide()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._show_keys)
        bar = self._area.verticalScrollBar()
        bar.rangeChanged.connect(self._on_range)
        bar.valueChanged.connect(self._on_moved)
        self._pull = Pull(self._area) if pulled else None
        self.retranslate()

    def fill(self, lines: list[QWidget]) -> None:
        """These lines and no others."""
        self._area.verticalScrollBar().setValue(0)
        clear(self.rows)
        for line in lines:
            self.rows.addWidget(line)
        self.rows.addStretch(1)

    def hold(self, page: QWidget) -> None:
        """This alone, as high as there is room, or as it has to be."""
        while self.rows.takeAt(0) is not None:
            pass
        self.rows.addWidget(page, 1)

    def to_top(self) -> None:
        """Show how it begins."""
        self._area.verticalScrollBar().setValue(0)

    def show_line(self, line: QWidget) -> None:
        """Have it in view."""
        self._area.ensureWidgetVisible(line)

    def retranslate(self) -> None:
        self.up.say("▲")
        self.down.say("▼")
        self.up.setAccessibleName(translate("SelfService", "Further up"))
        self.down.setAccessibleName(translate("SelfService", "Further down"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._on_moved()

    def _page_up(self) -> None:
        self._move(-1)

    def _page_down(self) -> None:
        self._move(1)

    def _move(self, by: int) -> None:
        bar = self._area.verticalScrollBar()
        bar.setValue(bar.value() + by * max(1, bar.pageStep() - bar.pageStep() // 8))

    def _on_range(self) -> None:
        # not now: while the layout is at work, keys that come make it narrower, and it would be asked again within
        self._later.start()
        self._on_moved()

    def _show_keys(self) -> None:
        self._keys.setVisible(self._area.verticalScrollBar().maximum() > 0 and self._with_keys)

    def _on_moved(self) -> None:
        bar = self._area.verticalScrollBar()
        self.up.setEnabled(bar.value() > bar.minimum())
        self.down.setEnabled(bar.value() < bar.maximum())
