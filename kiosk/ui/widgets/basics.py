"""Small parts of every page. They choose their look by properties; the style sheet does the rest."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from kiosk.ui.context import Ui
from kiosk.ui.measure import held, px, spaced_out


def restyle(widget: QWidget, **properties: Any) -> None:
    """Set properties that the style sheet selects on, and have them looked at again when one changed."""
    changed = False
    for name, value in properties.items():
        if widget.property(name) != value:
            widget.setProperty(name, value)
            changed = True
    if changed:
        widget.style().unpolish(widget)
        widget.style().polish(widget)
        widget.update()


def clear(layout: QLayout) -> None:
    """Take everything out of a layout and let it go."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            clear(inner)


def set_share(bar: QProgressBar, percent: int) -> None:
    """Fill a bar. By itself it would paint at once, with everything below it, instead of with the rest."""
    if percent != bar.value():
        bar.setUpdatesEnabled(False)
        bar.setValue(percent)
        bar.setUpdatesEnabled(True)


class Text(QLabel):
    """Words in a type style and a colour token. Plain text: what comes from outside is never taken for markup."""

    def __init__(self, style: str = "body", tone: str = "ink", *, wrap: bool = False, text: str = "") -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("type", style)
        self.setProperty("tone", tone)
        self.setWordWrap(wrap)
        if wrap:
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.MinimumExpanding)

    def set_tone(self, tone: str) -> None:
        """Another colour."""
        restyle(self, tone=tone)


class ElidedText(Text):
    """A name or other data of unknown length: cut with an ellipsis when it must be, whole in the tool tip."""

    def __init__(self, style: str = "body", tone: str = "ink", text: str = "") -> None:
        super().__init__(style, tone, text=text)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(24)

    def minimumSizeHint(self) -> QSize:
        return QSize(24, super().minimumSizeHint().height())

    def setText(self, text: str) -> None:
        """Write it."""
        if text != self.text():
            super().setText(text)
            self._tell_whole()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell_whole()

    def _tell_whole(self) -> None:
        whole = self.fontMetrics().horizontalAdvance(self.text()) <= self.contentsRect().width()
        tip = "" if whole else self.text()
        if tip != self.toolTip():
            self.setToolTip(tip)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        shown = QFontMetrics(self.font()).elidedText(
            self.text(), Qt.TextElideMode.ElideRight, self.contentsRect().width()
        )
        painter.drawText(self.contentsRect(), int(self.alignment() | Qt.AlignmentFlag.AlignVCenter), shown)


class FitText(Text):
    """A figure that must be read whole: written in the largest of several type styles that has room."""

    def __init__(self, ui: Ui, styles: tuple[str, ...], tone: str = "ink") -> None:
        super().__init__(styles[0], tone)
        self._ui, self._styles, self._style = ui, styles, styles[0]
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def setText(self, text: str) -> None:
        """Write it."""
        if text != self.text():
            super().setText(text)
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        # another language may have other letters for the same text, a figure for one
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.LanguageChange):
            self._fit()

    def sizeHint(self) -> QSize:
        # as high as its largest style, so that nothing moves when a digit more needs a smaller one
        return QSize(super().sizeHint().width(), round(1.3 * self._ui.theme.type_px(self._styles[0])))

    def _fit(self) -> None:
        fitting = (style for style in self._styles if self._width(style) <= self.contentsRect().width())
        fits = next(fitting, self._styles[-1])
        if fits != self._style:
            self._style = fits
            restyle(self, type=fits)

    def _width(self, style: str) -> int:
        font = self._ui.theme.font(self._ui.i18n.language, style)
        return QFontMetrics(font).horizontalAdvance(self.text())


class Pill(QLabel):
    """A short state in a soft colour: jade, gold, red, warn, info or line."""

    def __init__(self, kind: str = "line", text: str = "") -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("pill", kind)
        self.setProperty("type", "caption_strong")
        held(self, height=28)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def set(self, kind: str, text: str) -> None:
        """Another state."""
        self.setText(text)
        restyle(self, pill=kind)


class KeyCap(QLabel):
    """The key that does the same as the thing beside it."""

    def __init__(self, key: str, role: str = "kbd") -> None:
        super().__init__(key)
        self.setProperty("role", role)
        self.setProperty("type", "caption")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        held(self, height=24)
        held(self, least_width=24)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


class Panel(QFrame):
    """A part of a page that knows its words. Subclasses say them in `retranslate` and paint nothing of a skin outside
    `retheme`."""

    def __init__(self, ui: Ui, role: str | None = None) -> None:
        super().__init__()
        self.ui = ui
        if role is not None:
            self.setProperty("role", role)
        ui.theme_changed.connect(self._on_theme_changed)

    def retranslate(self) -> None:
        """Say every word again."""

    def retheme(self) -> None:
        """Renew icons and whatever is painted by hand."""

    def _on_theme_changed(self) -> None:
        self.retheme()
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()


WORDS_ON = {
    "primary": "on_jade",
    "danger": "on_red",
    "on_success": "ok_deep",
    "ghost_success": "on_ok",
    "ghost_undone": "on_ok",
    "on_verdict": "guest_unknown",
    "ghost_verdict": "on_guest",
    "on_ask": "guest_ask",
    "ghost_ask": "on_guest_ask",
}
"""Colour of the words on each kind of button."""


CAP_ON = {"primary": "kbd_on", "danger": "kbd_danger", "ghost_success": "kbd_success", "ghost_undone": "kbd_undone"}
"""Look of the key cap on each kind of button that is on."""


class Button(QPushButton):
    """A button of a kind (primary, danger, chip, key, plain, …) with its key cap. Reached by Tab, not by a click:
    a click must not move the focus away from where the keyboard is."""

    def __init__(self, kind: str = "", style: str = "strong", key: str = "", rank: str = "") -> None:
        super().__init__()
        if rank:
            self.setProperty("rank", rank)
        if kind:
            self.setProperty("kind", kind)
        self.setProperty("type", style)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAutoDefault(False)
        self._style = style
        self._key = ""
        self._cap: KeyCap | None = None
        self._words: Text | None = None
        if key:
            self._build_cap(key)

    def _build_cap(self, key: str) -> None:
        kind = self.property("kind") or ""
        self._words = Text(self._style, WORDS_ON.get(kind, "ink"))
        self._words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._cap = KeyCap(key, CAP_ON.get(kind, "kbd"))
        cap_row = QHBoxLayout(self)
        side = 20 if self.property("rank") else 12
        # a plain button's cap stands where its column ends
        spaced_out(cap_row, (side, 0, 4 if kind == "plain" else side, 0), 12)
        cap_row.addStretch(1)
        cap_row.addWidget(self._words)
        cap_row.addWidget(self._cap)
        cap_row.addStretch(1)

    def set_kind(self, kind: str) -> None:
        """Another kind of button."""
        restyle(self, kind=kind)
        if self._cap is not None:
            restyle(self._cap, role=CAP_ON.get(kind, "kbd"))

    def name_key(self, key: str) -> None:
        """Which key does the same: on the cap, or behind the words of a button without one."""
        if self._cap is not None:
            self._cap.setText(key)
        else:
            said = self.text().removesuffix(self._key)
            self._key = f"  {key}"
            self.setText(said + self._key)

    def fit_key(self, room: int) -> None:
        """Name the key behind the words where both fit into so many logical pixels, else the words alone."""
        if self._cap is None and self._key:
            said = self.text().removesuffix(self._key)
            beside = 0 if said != self.text() else self.fontMetrics().horizontalAdvance(self._key)
            self.setText(said + self._key if self.sizeHint().width() + beside <= room else said)

    def say(self, text: str) -> None:
        """The button's words."""
        if self._words is None:
            self.setText(text + self._key)
        else:
            self._words.setText(text)
            self.setAccessibleName(text)
            self.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.EnabledChange and self._words is not None:
            kind, on = self.property("kind") or "", self.isEnabled()
            self._words.set_tone(WORDS_ON.get(kind, "ink") if on else "ink2")
            if self._cap is not None and kind in CAP_ON:
                restyle(self._cap, role=CAP_ON[kind] if on else "kbd")

    def words(self) -> str:
        """What the button says."""
        return self.text() if self._words is None else self._words.text()

    def sizeHint(self) -> QSize:
        layout = self.layout()
        hint = super().sizeHint()
        if layout is None:
            return hint
        return QSize(max(hint.width(), layout.sizeHint().width()), hint.height())

    def minimumSizeHint(self) -> QSize:
        layout = self.layout()
        hint = super().minimumSizeHint()
        return hint if layout is None else QSize(layout.sizeHint().width(), hint.height())


class RowButton(QPushButton):
    """A line of a list that can be pressed, with a layout of its own inside. As wide as the list, `height` design
    pixels high unless `set_row_height` says otherwise."""

    def __init__(self, height: float) -> None:
        super().__init__()
        self._design, self._own = height, 0
        self.setProperty("kind", "row")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    @property
    def _height(self) -> int:
        return self._own or px(self._design)

    def seal(self) -> None:
        """Once the row is built: clicks on what is inside are clicks on the row."""
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Arrows belong to the list: by itself a button would only pass the focus on.
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def set_row_height(self, height: int) -> None:
        """Another height, in logical pixels, until the window has another scale."""
        self._own = height
        self.setFixedHeight(height)

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() in (QEvent.Type.Polish, QEvent.Type.StyleChange):
            self.setFixedHeight(self._height)  # the style sheet's least height for buttons is not meant for rows
        return handled

    def sizeHint(self) -> QSize:
        return QSize(0, self._height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class LinkRow(RowButton):
    """A line of words that leads somewhere when it is pressed."""

    def __init__(self, style: str, tone: str) -> None:
        super().__init__(44)
        self.setProperty("kind", "line")
        line = row(self, gap=8)
        self.words = ElidedText(style, tone)
        self.arrow = Text(style, tone, text="›")
        line.addWidget(self.words, 1)
        line.addWidget(self.arrow)
        self.seal()

    def say(self, text: str) -> None:
        """Its words."""
        self.words.setText(text)
        self.setAccessibleName(text)


LEAST_LIST = 30
"""Design pixels of a list where there is hardly any room: a line, to be scrolled."""


class ListArea(QScrollArea):
    """A list that scrolls down. Keys pass through to the page or sheet, which moves the focus instead of the view.
    `line`: design pixels of each line, where they are all alike and without a gap; then no line is shown in part, since
    half an amount is no amount."""

    def __init__(self, gap: int, *, right: int = 0, line: int = 0) -> None:
        super().__init__()
        self._line = line
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = QWidget()
        self.rows = column(inner, margins=(0, 0, right, 0), gap=gap)
        self.rows.addStretch(1)
        self.setWidget(inner)
        self._preferred = 0

    def prefer(self, height: int) -> None:
        """As high as this, in design pixels, where the window has room for it."""
        self._preferred = height
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width(), px(self._preferred)) if self._preferred else hint

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), px(LEAST_LIST))

    def resizeEvent(self, event: QResizeEvent) -> None:
        if self._line:
            self.verticalScrollBar().setSingleStep(px(self._line))
            self.setViewportMargins(0, 0, 0, self.height() % px(self._line))
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()


def rule() -> QFrame:
    """A thin line between two parts."""
    line = QFrame()
    line.setProperty("role", "rule")
    return line


def column(
    parent: QWidget | None = None, *, margins: tuple[int, int, int, int] = (0, 0, 0, 0), gap: int = 8
) -> QVBoxLayout:
    """A vertical layout; design pixels."""
    layout = QVBoxLayout() if parent is None else QVBoxLayout(parent)
    spaced_out(layout, margins, gap)
    return layout


def row(
    parent: QWidget | None = None, *, margins: tuple[int, int, int, int] = (0, 0, 0, 0), gap: int = 8
) -> QHBoxLayout:
    """A horizontal layout; design pixels."""
    layout = QHBoxLayout() if parent is None else QHBoxLayout(parent)
    spaced_out(layout, margins, gap)
    return layout
