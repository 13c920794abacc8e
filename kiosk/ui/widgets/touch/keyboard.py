"""The keyboard on the screen of a self-service station."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QStackedWidget, QWidget

from kiosk.domain.typing.composing import Method
from kiosk.ui.context import Ui
from kiosk.ui.i18n import translate
from kiosk.ui.measure import px
from kiosk.ui.widgets.basics import Button, Panel, column, restyle, row
from kiosk.ui.widgets.touch.field import TouchField
from kiosk.ui.widgets.touch.keys import KeyRows, least_side
from kiosk.ui.widgets.touch.layouts import LAYOUTS, PADS, Act, FieldKind, Layout
from kiosk.ui.widgets.touch.moving import ARROWS, ENTER, KEYS, next_one, place_of
from kiosk.ui.widgets.touch.offers import OfferGrid, Offers
from kiosk.ui.widgets.touch.table import characters
from kiosk.ui.widgets.touch.text_area import TextArea
from kiosk.ui.widgets.touch.typist import Typist

LEAST_KEY, KEY, PAD_KEY = 72, 84, 96
"""Pixels of a key's height: at least, and what is wanted where there is room, also for digits."""

SHARE = 0.5
"""Of the window's height that the keyboard takes, unless its keys were too small."""


class TouchKeyboard(Panel):
    """Keys for one field at a time, which keeps the focus. By keypad: down from the field into the keys, arrows from
    key to key, Enter presses, Esc goes back to the field.

    Signals:
        done(TouchField): whoever types has done with it.
        layout_changed(): other keys are shown.
    """

    done = Signal(object)
    layout_changed = Signal()

    def __init__(self, ui: Ui) -> None:
        super().__init__(ui, "touch_keyboard")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        space = ui.theme.space
        lines = column(self, margins=(space["l"], space["m"], space["l"], space["l"]), gap=space["s"])
        self.typist = Typist()
        self.offers = Offers(ui)
        self.grid = OfferGrid(ui)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.grid)
        self._rows: dict[Layout, KeyRows] = {}
        self._holders: dict[Layout, QWidget] = {}
        self.layout_now = Layout.DIGITS
        self._chosen: Layout | None = None
        self._lit: Button | None = None
        self._field: TouchField | None = None
        self._reading = QTimer(self)
        """So that the first key waits for no file."""
        self._reading.setSingleShot(True)
        self._reading.setInterval(0)
        self._reading.timeout.connect(characters)
        lines.addWidget(self.offers)
        lines.addWidget(self._stack, 1)
        self.typist.changed.connect(self._on_changed)
        self.offers.chosen.connect(self._on_offer)
        self.offers.all_wanted.connect(self._on_all_wanted)
        self.grid.chosen.connect(self._on_offer)
        self.grid.left.connect(self._show_keys)
        self._show_layout(Layout.DIGITS)

    @property
    def field(self) -> TouchField | None:
        """Where it types."""
        return self._field

    @property
    def lit(self) -> Button | None:
        """The key that Enter would press, for who moves about by arrows."""
        return self._lit

    def key(self, sign: str) -> Button:
        """A key of the layout that is shown. KeyError when there is none."""
        return self._rows[self.layout_now].key(sign)

    def serve(self, field: TouchField | None) -> None:
        """Type into this field from now on; None: into none."""
        if field is self._field:
            return
        if self._field is not None:
            self.typist.take(None)
            self._field.typist = None
            self._field.edit.removeEventFilter(self)
            self._field.edit.setProperty(KEYS, None)
        self._light(None)
        self._field = field
        if field is not None:
            self.typist.language = self.ui.i18n.language
            field.edit.installEventFilter(self)
            field.edit.setProperty(KEYS, "up")
            field.typist = self.typist
            self.typist.take(field)
            self._show_layout(self._first_layout(field.kind))

    def fit(self, width: int, room: int) -> int:
        """Be as high as it should be in so much width and a window of such a height, in logical pixels; that height."""
        pad = self.layout_now in PADS
        lines = len(LAYOUTS[self.layout_now]) + (not pad)
        margins = self.layout()
        assert margins is not None
        edges = margins.contentsMargins()
        gap = px(self.ui.theme.space["s"])
        other = edges.top() + edges.bottom() + gap * (lines - 1)
        key = max(least_side(self.ui), min(px(PAD_KEY if pad else KEY), int((room * SHARE - other) / lines)))
        look = self._rows[self.layout_now].fit(width - edges.left() - edges.right(), key)
        self.grid.lines = len(LAYOUTS[self.layout_now])
        self.offers.fit(look)
        self.grid.fit(look)
        self.setFixedHeight(lines * key + other)
        return lines * key + other

    def reset(self) -> None:
        """As for somebody new: what was chosen before is forgotten."""
        self._chosen = None
        self.typist.forget()
        self.offers.forget()
        self.grid.forget()

    def _first_layout(self, kind: FieldKind) -> Layout:
        fixed = {FieldKind.PHONE: Layout.PHONE, FieldKind.DIGITS: Layout.DIGITS, FieldKind.EMAIL: Layout.EMAIL}
        if kind in fixed:
            return fixed[kind]
        by_language = {"zh_TW": Layout.ZHUYIN, "zh_CN": Layout.PINYIN}
        return self._chosen or by_language.get(self.ui.i18n.language, Layout.LATIN)

    def _show_layout(self, layout: Layout) -> None:
        self._light(None)
        if layout not in self._rows:
            rows = KeyRows(self.ui, layout)
            rows.pressed.connect(self._on_key)
            holder = QWidget()
            line = row(holder)
            line.addWidget(rows, 100)
            if layout in PADS:
                line.insertStretch(0, 1)
                line.addStretch(1)
            self._stack.addWidget(holder)
            self._rows[layout], self._holders[layout] = rows, holder
        self.layout_now = layout
        self.offers.setVisible(layout not in PADS)
        method = {Layout.ZHUYIN: Method.ZHUYIN, Layout.PINYIN: Method.PINYIN}.get(layout)
        self.typist.use(method)
        modes = {Layout.ZHUYIN: Act.TO_ZHUYIN, Layout.PINYIN: Act.TO_PINYIN, Layout.SIGNS: Act.TO_SIGNS}
        marks = [modes.get(layout, Act.TO_LATIN)]
        if layout in (Layout.CAPITALS, Layout.EMAIL_CAPITALS):
            marks.append(Act.SHIFT)
        self._rows[layout].mark(*marks)
        if method is not None:
            self._reading.start()
        self._show_keys()
        self._on_changed()
        self.layout_changed.emit()

    def retranslate(self) -> None:
        self.setAccessibleName(translate("TouchKeyboard", "Keys on the screen"))
        self.typist.finish()
        self.typist.language = self.ui.i18n.language
        if self._field is not None:
            self._show_layout(self._first_layout(self._field.kind))

    # --- what is pressed ---------------------------------------------------------------------------------------------

    def _on_key(self, sign: str) -> None:
        changes = {
            Act.TO_ZHUYIN: Layout.ZHUYIN,
            Act.TO_PINYIN: Layout.PINYIN,
            Act.TO_LATIN: Layout.LATIN,
            Act.TO_SIGNS: Layout.SIGNS,
        }
        shifts = {
            Layout.LATIN: Layout.CAPITALS,
            Layout.CAPITALS: Layout.LATIN,
            Layout.EMAIL: Layout.EMAIL_CAPITALS,
            Layout.EMAIL_CAPITALS: Layout.EMAIL,
        }
        if sign in changes:
            layout = changes[Act(sign)]
            if layout is not Layout.SIGNS:
                self._chosen = layout
            self._show_layout(layout)
        elif sign == Act.SHIFT:
            self._show_layout(shifts[self.layout_now])
        elif sign == Act.DELETE:
            self.typist.delete()
        elif sign == Act.CLEAR:
            self.typist.clear()
        elif sign in (Act.LEFT, Act.RIGHT):
            self.typist.step(1 if sign == Act.RIGHT else -1)
        elif sign == Act.DONE:
            self._done()
        else:
            self.typist.write(sign)
            if self.layout_now is Layout.CAPITALS and sign.isalpha():
                self._show_layout(Layout.LATIN)

    def _done(self) -> None:
        self.typist.finish()
        if self._field is not None:
            self.done.emit(self._field)

    def _on_offer(self, at: int) -> None:
        self.typist.choose(at)
        self._show_keys()

    def _on_all_wanted(self, wanted: bool) -> None:
        if not wanted:
            self._show_keys()
            return
        self._light(None)
        self.grid.show_offers(
            [(at, one.text) for at, one in enumerate(self.offers.offers) if self.offers.drawable(one.text)]
        )
        self._stack.setCurrentWidget(self.grid)

    def _show_keys(self) -> None:
        if self._stack.currentWidget() is self.grid:
            self._light(None)
        self.offers.close_all()
        self._stack.setCurrentWidget(self._holders[self.layout_now])

    def _on_changed(self) -> None:
        offers = self.typist.offers()
        if self._lit is not None and self._lit.objectName().startswith("offer"):
            self._light(None)
        self.offers.show_offers(offers, "" if offers else self._hint())
        if self._stack.currentWidget() is self.grid:
            self._show_keys()

    def _hint(self) -> str:
        if self.typist.composing:
            return translate("TouchKeyboard", "Nothing is spelt like this.")
        return {
            Layout.ZHUYIN: translate("TouchKeyboard", "By sound: ㄔㄣˊ → 陳"),
            Layout.PINYIN: translate("TouchKeyboard", "By sound: chen → 陈"),
        }.get(self.layout_now, "")

    # --- by keypad ---------------------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseButtonPress:
            self.typist.finish()
            self._light(None)
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._walk(event) or self.typist.press(event)
        return False

    def buttons(self) -> list[Button]:
        """What can be pressed now."""
        offers = self.offers.buttons() if self.offers.isVisible() else []
        grid = self._stack.currentWidget() is self.grid
        return offers + (self.grid.buttons() if grid else self._rows[self.layout_now].buttons())

    def _walk(self, event: QKeyEvent) -> bool:
        way = ARROWS.get(Qt.Key(event.key()))
        if self._lit is None:
            edit = self._field.edit if self._field is not None else None
            if way != (0, 1) or (isinstance(edit, TextArea) and not edit.at_edge(True)):
                return False
            offers = self.offers.buttons() if self.offers.isVisible() else []
            self._light(offers[0] if offers else self.buttons()[0])
            return True
        if event.key() in ENTER:
            if not event.isAutoRepeat():
                self._lit.click()
            return True
        if event.key() == Qt.Key.Key_Escape:
            self._light(None)
            return True
        if way is None:
            self._light(None)
            return False
        goal = next_one(place_of(self._lit), (key for key in self.buttons() if key is not self._lit), way)
        if isinstance(goal, Button):
            self._light(goal)
        elif way == (0, -1):
            self._light(None)
        return True

    def _light(self, key: Button | None) -> None:
        if self._lit is not None:
            restyle(self._lit, lit="false")
        self._lit = key
        if self._field is not None:
            self._field.edit.setProperty(KEYS, "up" if key is None else "lit")
        if key is not None:
            restyle(key, lit="true")
            self.ui.voice.say(key, key.accessibleName() or key.words())


def field_of(widget: QWidget | None) -> TouchField | None:
    """The field that a widget is part of."""
    while widget is not None:
        if isinstance(widget, TouchField):
            return widget
        widget = widget.parentWidget()
    return None


def focused_field() -> TouchField | None:
    """The field that has the focus."""
    return field_of(QApplication.focusWidget())
