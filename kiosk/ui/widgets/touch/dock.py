"""Where the keyboard on the screen is: below a page, as long as somebody types into one of its fields."""

from __future__ import annotations

from PySide6.QtCore import QAbstractAnimation, QEasingCurve, QPoint, QPropertyAnimation, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QSizePolicy, QWidget

from kiosk.ui.context import Ui
from kiosk.ui.measure import px
from kiosk.ui.widgets.basics import Panel
from kiosk.ui.widgets.touch.field import TouchField
from kiosk.ui.widgets.touch.keyboard import TouchKeyboard, field_of


class KeyboardDock(Panel):
    """The place of the keyboard, to be laid out right below a page; nothing while it is not wanted.

    It opens when a field of the page gets the focus and moves up from below. The page gives its room, so the field is
    never covered; where it lies in a scroll area it is scrolled into sight, with its label and its problem.

    Signals:
        opened(bool): the keyboard is up, or put away.
    """

    opened = Signal(bool)

    def __init__(self, ui: Ui, page: QWidget) -> None:
        super().__init__(ui)
        self.setObjectName("keyboard_dock")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(0)
        self._page = page
        self._keyboard: TouchKeyboard | None = None
        self._slide: QPropertyAnimation | None = None
        self._reveal = QTimer(self)
        self._reveal.setSingleShot(True)
        self._reveal.setInterval(0)
        self._reveal.timeout.connect(self._on_reveal)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)
        self.hide()

    @property
    def is_open(self) -> bool:
        """Whether the keyboard is up."""
        return not self.isHidden()

    @property
    def keyboard(self) -> TouchKeyboard:
        """The keyboard; made when it is first wanted."""
        if self._keyboard is None:
            self._keyboard = TouchKeyboard(self.ui)
            self._keyboard.setParent(self)
            self._keyboard.done.connect(self._on_done)
            self._keyboard.layout_changed.connect(self._fit)
            self._keyboard.show()
        return self._keyboard

    def put_away(self) -> None:
        """Take the keyboard off; what is being composed is written down."""
        if self._keyboard is not None:
            self._serve(None)
        if self.is_open:
            self.hide()
            self.setFixedHeight(0)
            self.opened.emit(False)

    def forget(self) -> None:
        """Put it away, and nothing of what somebody typed or chose is left."""
        if self._keyboard is not None:
            self._keyboard.typist.forget()
        self.put_away()
        if self._keyboard is not None:
            self._keyboard.reset()

    def open_for(self, field: TouchField) -> None:
        """Bring the keyboard up for a field."""
        _ = self.keyboard
        self._serve(field)
        self._fit()
        if not self.is_open:
            self.show()
            self._slide_in()
            self.opened.emit(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()
        self._place()

    def retheme(self) -> None:
        if self.is_open:
            self._fit()

    def _serve(self, field: TouchField | None) -> None:
        before = self.keyboard.field
        if before is field:
            return
        self.keyboard.serve(field)
        if before is not None:
            before.problem_changed.disconnect(self._reveal.start)
            if field is None and before.edit.hasFocus():
                before.edit.clearFocus()  # touched again, it brings the keyboard up again
        if field is not None:
            field.problem_changed.connect(self._reveal.start)

    def _fit(self) -> None:
        if self._keyboard is not None and self._keyboard.field is not None:
            self.setFixedHeight(self._keyboard.fit(self.width(), self.window().height()))
            self._place()
            self._reveal.start()

    def _place(self) -> None:
        if self._keyboard is not None and not self._sliding():
            self._keyboard.setGeometry(0, 0, self.width(), self.height())
        elif self._keyboard is not None:
            self._keyboard.resize(self.width(), self.height())

    def _sliding(self) -> bool:
        return self._slide is not None and self._slide.state() == QAbstractAnimation.State.Running

    def _slide_in(self) -> None:
        duration = self.ui.moving(self.ui.theme.duration["show"])
        if self._keyboard is None or not duration:
            return
        if self._slide is None:
            self._slide = QPropertyAnimation(self._keyboard, b"pos", self)
            self._slide.setEasingCurve(QEasingCurve.Type.OutCubic)
            self._slide.finished.connect(self._place)
        self._slide.setDuration(duration)
        self._slide.setStartValue(QPoint(0, self.height()))
        self._slide.setEndValue(QPoint(0, 0))
        self._slide.start()

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is None or (self._keyboard is not None and self._keyboard.isAncestorOf(new)):
            return
        if new.window() is not self.window():
            return
        field = field_of(new) if self._page.isAncestorOf(new) else None
        if field is not None and new is field.edit:
            self.open_for(field)
        elif self.is_open:
            self.put_away()

    def _on_done(self, field: TouchField) -> None:
        fields = [one for one in self._page.findChildren(TouchField) if one.isVisible() and one.isEnabled()]
        at = fields.index(field) if field in fields else len(fields)
        if at + 1 < len(fields):
            fields[at + 1].edit.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.put_away()
            field.entered.emit()

    def _on_reveal(self) -> None:
        field = self._keyboard.field if self._keyboard is not None else None
        if field is None:
            return
        above = self.parentWidget()
        if above is not None and (column := above.layout()) is not None:
            column.activate()
        parent = field.parentWidget()
        while parent is not None:
            if isinstance(parent, QScrollArea):
                inner = parent.widget()
                if inner is not None and (lines := inner.layout()) is not None:
                    lines.activate()
                parent.ensureWidgetVisible(field, 0, px(self.ui.theme.space["l"]))
            parent = parent.parentWidget()
