"""Sheets over the page instead of dialogs: the focus stays inside, Esc closes, nothing ever blocks."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from kiosk.domain.scan.events import ScanEvent
from kiosk.ui.context import Ui
from kiosk.ui.measure import px
from kiosk.ui.shell.actions import ENTER
from kiosk.ui.widgets.basics import Button, Panel, RowButton, Text, column, row


class OnScan(StrEnum):
    """What a scan means while a sheet is open."""

    WAIT = "wait"
    CLOSE = "close"
    PASS = "pass"
    TAKE = "take"


class Sheet(Panel):
    """Something to answer or to look at. Subclasses build into `self.body` and say where the focus starts.

    Keys are the same in all of them: Esc puts the sheet away, Tab stays inside, Enter presses the button that has the
    focus and else is the sheet's (`enter`), arrows move the choice (`step`); what only one sheet has is its `own_key`.

    Signals:
        closed(): the sheet is done or was put away.
    """

    closed = Signal()
    wide = False
    on_scan = OnScan.WAIT
    """WAIT: not before the sheet is answered. CLOSE: the scan is the answer. PASS: it goes on behind the sheet. TAKE:
    it is for the sheet."""

    def __init__(self, ui: Ui) -> None:
        super().__init__(ui, "sheet")
        gap = ui.theme.space
        self.outer = column(self, margins=(gap["xxl"] - 8, gap["xl"], gap["xxl"] - 8, gap["xxl"] - 8), gap=gap["l"])
        head = row(gap=gap["m"])
        self.title = Text("title", wrap=True)
        self.close_button = Button("plain", "caption", key="Esc")
        self.close_button.setObjectName("sheet_close")
        self.close_button.clicked.connect(self.close_sheet)
        head.addWidget(self.title, 1)
        head.addWidget(self.close_button)
        self.outer.addLayout(head)
        self.body = column(gap=gap["m"])
        self.outer.addLayout(self.body)

    def start_focus(self) -> QWidget:
        """Where the focus is when the sheet opens. Never a button that closes it: the Enter of somebody who is ahead of
        the screen would."""
        return self

    def take(self, event: ScanEvent) -> None:
        """A scan, with TAKE."""

    def close_sheet(self) -> None:
        """Put the sheet away."""
        self.closed.emit()

    # --- keys --------------------------------------------------------------------------------------------------------

    def enter(self) -> None:
        """Enter where it presses no button: what the sheet is there for."""

    def step(self, event: QKeyEvent) -> bool:
        """Move the choice. False when the key moves nothing. By itself a sheet moves the focus through its lines."""
        by = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        lines = [one for one in _chain(self) if isinstance(one, RowButton) and one.isVisible() and one.isEnabled()]
        if by is None or not lines:
            return False
        focused = self.focusWidget()
        at = lines.index(focused) + by if focused in lines else 0
        lines[max(0, min(len(lines) - 1, at))].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def own_key(self, event: QKeyEvent) -> bool:
        """A key that means something in this sheet alone. False when it means nothing."""
        return False

    def presses(self, button: QAbstractButton) -> bool:
        """Whether Enter presses the button that has the focus. A line that is chosen already is not chosen again."""
        return not (isinstance(button, RowButton) and button.isChecked())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.own_key(event):
            return
        if event.key() in ENTER:
            if not event.isAutoRepeat():
                self._on_enter()
        elif not self.step(event):
            event.ignore()  # Esc and Tab: the overlay's

    def _on_enter(self) -> None:
        focused = self.focusWidget()
        if isinstance(focused, QAbstractButton) and self.presses(focused):
            focused.click()
        else:
            self.enter()


class Overlay(QWidget):
    """Lies over the whole window while a sheet is open: dims the page, keeps the focus, catches Esc.

    Signals:
        opened(): a sheet is up.
        emptied(): the last sheet is gone; the page has the keyboard again.
    """

    opened = Signal()
    emptied = Signal()

    def __init__(self, ui: Ui, parent: QWidget) -> None:
        super().__init__(parent)
        self._ui = ui
        self._sheet: Sheet | None = None
        self.escapes_first: Callable[[], bool] | None = None
        """Asked before Esc closes a sheet; True: it was for something above, such as a notice."""
        self.covers: tuple[QWidget, ...] = ()
        """The parts of the window that nothing can be done in while a sheet is up."""
        self.hide()
        self._below = parent
        parent.installEventFilter(self)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    @property
    def sheet(self) -> Sheet | None:
        """What is open."""
        return self._sheet

    def open(self, sheet: Sheet) -> None:
        """Show a sheet; one that is open already gives way."""
        if self._sheet is not None:
            self._drop()
        self._sheet = sheet
        sheet.setParent(self)
        sheet.closed.connect(self.close_sheet)
        self.setGeometry(self._below.rect())
        self._cut_off(True)
        self.show()
        self.raise_()
        sheet.show()
        self._place()
        sheet.start_focus().setFocus(Qt.FocusReason.PopupFocusReason)
        self._ui.voice.say(sheet, sheet.title.text())
        self.opened.emit()

    def close_sheet(self) -> None:
        """Put away what is open."""
        if self._sheet is None:
            return
        self._drop()
        self.hide()
        self._cut_off(False)
        self.emptied.emit()

    def _cut_off(self, off: bool) -> None:
        """What lies below is no place for the focus, and for who listens to the screen it is not there to be used."""
        for part in self.covers:
            part.setEnabled(not off)

    def _drop(self) -> None:
        sheet, self._sheet = self._sheet, None
        if sheet is not None:
            sheet.closed.disconnect(self.close_sheet)
            sheet.hide()
            sheet.deleteLater()

    def _place(self) -> None:
        if self._sheet is None:
            return
        size = self._ui.theme.size
        width = min(px(size["sheet_wide" if self._sheet.wide else "sheet"]), self.width() - px(48))
        self._sheet.setFixedWidth(width)
        self._sheet.outer.activate()
        height = (
            self._sheet.heightForWidth(width) if self._sheet.hasHeightForWidth() else self._sheet.sizeHint().height()
        )
        height = min(max(height, self._sheet.minimumHeight()), self.height() - px(16))
        self._sheet.setGeometry((self.width() - width) // 2, (self.height() - height) // 2, width, height)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._below and event.type() == QEvent.Type.Resize:
            self.setGeometry(self._below.rect())
            self._place()
        return False

    def event(self, event: QEvent) -> bool:
        # A sheet that says more (an error, another language) needs another height.
        if event.type() == QEvent.Type.LayoutRequest:
            self._place()
        return super().event(event)

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self._sheet is None or new is None or not self.isVisible():
            return
        if new.window() is self.window() and not self.isAncestorOf(new):
            self._sheet.start_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def focusNextPrevChild(self, forward: bool) -> bool:
        return self._cycle(forward)

    def _cycle(self, forward: bool) -> bool:
        if self._sheet is None:
            return False
        stops = [w for w in _chain(self._sheet) if w.isVisible() and w.isEnabled()]
        if not stops:
            return False
        focused = self.window().focusWidget()  # also while another window is in front
        at = stops.index(focused) if focused in stops else (-1 if forward else 0)
        step = 1 if forward else -1
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        stops[(at + step) % len(stops)].setFocus(reason)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Keys that no field of the sheet wanted end here: the page below must not act on them.
        if event.key() == Qt.Key.Key_Escape and self._sheet is not None:
            if self.escapes_first is None or not self.escapes_first():
                self._sheet.close_sheet()
        elif event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self._cycle(event.key() == Qt.Key.Key_Tab)
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._ui.theme.colour("scrim", 150))
        if self._sheet is not None:
            paint_shadow(painter, self._ui, self._sheet.geometry())


def _chain(sheet: QWidget) -> list[QWidget]:
    """The widgets of a sheet that Tab stops at, in order."""
    stops = []
    widget = sheet.nextInFocusChain()
    while widget is not None and widget is not sheet:
        if sheet.isAncestorOf(widget) and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            stops.append(widget)
        widget = widget.nextInFocusChain()
    return stops


def paint_shadow(painter: QPainter, ui: Ui, around: QRect) -> None:
    """A soft shadow under a raised rectangle, as a few rings: much cheaper than a blur of a large widget."""
    shadow = ui.theme.shadow["sheet"]
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    rings = 6
    for ring in range(rings):
        grow = shadow.blur * (rings - ring) / rings / 2
        painter.setBrush(ui.theme.colour("shadow", shadow.alpha // rings))
        box = QRectF(around).adjusted(-grow, -grow + shadow.drop, grow, grow + shadow.drop)
        painter.drawRoundedRect(box, ui.theme.radius["l"] + grow, ui.theme.radius["l"] + grow)
