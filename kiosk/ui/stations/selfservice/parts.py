"""Parts of the self-service pages: read standing, pressed with fingers."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QGridLayout, QLabel, QLayout, QPushButton, QSizePolicy, QWidget

from kiosk.ui.context import Ui
from kiosk.ui.i18n import aloud
from kiosk.ui.measure import held, px, respace, spaced_out
from kiosk.ui.widgets.basics import Button, ElidedText, Text, column, row


class Slab(QPushButton):
    """A large button with a layout of its own inside, as high as what is in it. `seal` once it is built."""

    def __init__(self, name: str, kind: str = "s_tile") -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("kind", kind)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAutoDefault(False)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def seal(self) -> None:
        """Clicks on what is inside are clicks on the slab."""
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() in (QEvent.Type.Polish, QEvent.Type.StyleChange):
            design = self.property("design")
            # what is inside says how high it is, not the style sheet's least height for buttons
            self.setMinimumHeight(px(design[3]) if design else 0)
        return handled

    def hasHeightForWidth(self) -> bool:
        layout = self.layout()
        return layout is not None and layout.hasHeightForWidth()

    def heightForWidth(self, width: int) -> int:
        layout = self.layout()
        return max(layout.totalHeightForWidth(width), self.minimumHeight()) if layout is not None else -1

    def sizeHint(self) -> QSize:
        layout = self.layout()
        return layout.totalSizeHint() if layout is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        layout = self.layout()
        return layout.totalMinimumSize() if layout is not None else super().minimumSizeHint()


class Tile(Slab):
    """A way on from home: a sign, what it is, what is to be known of it."""

    def __init__(self, name: str, pressed: Callable[[], None]) -> None:
        super().__init__(name)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.sign = picture_label(64)
        self.sign.setProperty("role", "s_sign")
        self.title = ElidedText("s_strong")
        self.note = ElidedText("s_note", "ink2")
        self._line = line = row(self, margins=(18, 12, 18, 12), gap=16)
        words = column(gap=2)
        words.addStretch(1)
        words.addWidget(self.title)
        words.addWidget(self.note)
        words.addStretch(1)
        line.addWidget(self.sign)
        line.addLayout(words, 1)
        self.clicked.connect(pressed)
        self.seal()

    def say(self, ui: Ui, icon: str, title: str, note: str) -> None:
        """Its words. `icon`: a stem of resources/icons."""
        put_icon(ui, self.sign, icon, "jade_ink", 40)
        self.title.setText(title)
        self.note.setText(note)
        self.note.setVisible(bool(note))
        self.setAccessibleName(aloud(title, note))

    def flatten(self, flat: bool) -> None:
        """Without the sign, where there is little room."""
        self.sign.setVisible(not flat)
        respace(self._line, (22, 8, 22, 8) if flat else (18, 12, 18, 12), 16)


class Line(Slab):
    """A line of a list: what, what is to be known of it, a figure at the end. Pressed, it leads on; or it is only
    read (`pressed` None), and no stop for the focus."""

    def __init__(self, name: str, pressed: Callable[[], None] | None = None) -> None:
        super().__init__(name)
        line = row(self, margins=(32, 20, 32, 20), gap=20)
        words = column(gap=4)
        self.title = Text("s_strong", wrap=True)
        self.note = Text("s_note", "ink2", wrap=True)
        words.addStretch(1)
        words.addWidget(self.title)
        words.addWidget(self.note)
        words.addStretch(1)
        self.end = Text("s_strong", "jade")
        line.addLayout(words, 1)
        line.addWidget(self.end)
        self._arrow = Text("s_lead", "ink3", text="›")
        line.addWidget(self._arrow)
        self._arrow.setVisible(pressed is not None)
        if pressed is None:
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        else:
            self.clicked.connect(pressed)
        self.seal()

    def say(self, title: str, note: str = "", end: str = "", *, tone: str = "jade") -> None:
        """Its words."""
        self.title.setText(title)
        self.note.setText(note)
        self.note.setVisible(bool(note))
        self.end.setText(end)
        self.end.set_tone(tone)
        self.end.setVisible(bool(end))
        self.setAccessibleName(aloud(title, note, end))


class Box(QFrame):
    """A card with lines in it."""

    def __init__(self, role: str = "s_card", *, edge: int = 36, gap: int = 12) -> None:
        super().__init__()
        self.setProperty("role", role)
        self.lines = column(self, margins=(edge, edge - 4, edge, edge - 4), gap=gap)


class Grid(QWidget):
    """Widgets in so many columns, each as wide as the others."""

    def __init__(self, gap: int) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        spaced_out(self._grid, (0, 0, 0, 0), gap)
        self._parts: list[QWidget] = []
        self._columns = 0

    def fill(self, parts: Iterable[QWidget], columns: int, gap: int) -> None:
        """Put these in, in `columns`; parts that were there before and are not now are hidden."""
        parts = list(parts)
        respace(self._grid, (0, 0, 0, 0), gap)
        if parts == self._parts and columns == self._columns:
            return
        for part in self._parts:
            self._grid.removeWidget(part)
            part.setVisible(part in parts)
        for at in range(max(columns, self._columns)):
            self._grid.setColumnStretch(at, int(at < columns))
        for at, part in enumerate(parts):
            self._grid.addWidget(part, at // columns, at % columns)
            part.setVisible(True)
        self._parts, self._columns = parts, columns


class Sides(QWidget):
    """Two halves: below each other where the window is high, beside each other where it is wide."""

    def __init__(self, gap: int = 24, *, stretch: tuple[int, int] = (1, 1)) -> None:
        super().__init__()
        self._layout = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        spaced_out(self._layout, (0, 0, 0, 0), gap)
        self.first, self.second = QWidget(), QWidget()
        self._stretch = stretch
        self._layout.addWidget(self.first)
        self._layout.addWidget(self.second)

    def arrange(self, portrait: bool, grows: int = 1) -> None:
        """`grows`: which half takes the room that is left in portrait (0 or 1)."""
        direction = QBoxLayout.Direction.TopToBottom if portrait else QBoxLayout.Direction.LeftToRight
        self._layout.setDirection(direction)
        for at, half in enumerate((self.first, self.second)):
            share = int(at == grows) if portrait else self._stretch[at]
            self._layout.setStretchFactor(half, share)


def button(kind: str, name: str, pressed: Callable[[], None], style: str = "s_button") -> Button:
    """A button of the self-service station: s_primary, s_second, s_pill, s_end, s_link."""
    made = Button(kind, style)
    made.setObjectName(name)
    made.clicked.connect(pressed)
    return made


def picture_label(side: int) -> QLabel:
    """A label for an icon of so many design pixels."""
    label = QLabel()
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    held(label, width=side, height=side)
    return label


def put_icon(ui: Ui, label: QLabel, name: str, tone: str, side: int) -> None:
    """An icon into it."""
    label.setPixmap(ui.icons.pixmap(name, tone, side, label.devicePixelRatioF()))


def add_all(layout: QLayout, parts: Iterable[QWidget]) -> None:
    """Several widgets, in order."""
    for part in parts:
        layout.addWidget(part)
