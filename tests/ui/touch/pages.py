"""A page of fields as the self-service station has them, in a window of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.ui.comfort import Comfort
from kiosk.ui.context import Ui
from kiosk.ui.i18n import I18n
from kiosk.ui.theme import load_theme
from kiosk.ui.widgets.basics import Button, ListArea, column
from kiosk.ui.widgets.touch.dock import KeyboardDock
from kiosk.ui.widgets.touch.field import TouchField
from kiosk.ui.widgets.touch.keyboard import TouchKeyboard
from kiosk.ui.widgets.touch.layouts import FieldKind
from kiosk.ui.widgets.touch.moving import KeypadWalk
from kiosk.ui.widgets.touch.reach import ReachSpace
from kiosk.ui.window import Window

PORTRAIT, LANDSCAPE = (1080, 1920), (1920, 1080)

LABELS = {
    FieldKind.NAME: "姓名 Name",
    FieldKind.WORDS: "想說的話 Words",
    FieldKind.EMAIL: "電子郵件 E-mail",
    FieldKind.PHONE: "手機號碼 Phone",
    FieldKind.DIGITS: "驗證碼 Code",
}


class Page(Window):
    """Fields of every kind, a button above and one below, and the keyboard."""

    def __init__(self, ui: Ui) -> None:
        super().__init__()
        self.ui = ui
        self.setObjectName("root")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.fields: dict[FieldKind, TouchField] = {}
        root = column(self)
        self.reach = ReachSpace(ui)
        root.addWidget(self.reach)
        self.area = ListArea(32)
        inner = QWidget()
        self.body = column(inner, margins=(56, 56, 56, 56), gap=32)
        self.top, self.bottom = Button("", "s_button"), Button("primary", "s_button")
        self.top.say("Back")
        self.bottom.say("Go on")
        self.body.addWidget(self.top)
        for kind, label in LABELS.items():
            long = kind is FieldKind.WORDS
            field = TouchField(ui, f"field_{kind}", kind, longest=500 if long else 40, lines=3 if long else 1)
            field.ask(label, "…")
            self.body.addWidget(field)
            self.fields[kind] = field
        self.body.addWidget(self.bottom)
        self.area.rows.insertWidget(0, inner)
        root.addWidget(self.area, 1)
        self.dock = KeyboardDock(ui, self.area)
        root.addWidget(self.dock)
        self.walk = KeypadWalk(self)
        self.unhandled: list[int] = []

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.unhandled.append(event.key())

    @property
    def keyboard(self) -> TouchKeyboard:
        return self.dock.keyboard

    def focus(self, kind: FieldKind) -> TouchField:
        """Touch a field."""
        self.fields[kind].edit.setFocus(Qt.FocusReason.MouseFocusReason)
        settle()
        return self.fields[kind]

    def tap(self, *signs: str) -> None:
        """Press keys of the keyboard, one after the other."""
        for sign in signs:
            self.keyboard.key(sign).click()

    def choose(self, text: str) -> None:
        """Press an offer, turning pages until it is there."""
        offers = self.keyboard.offers
        while text not in offers.shown():
            on = offers.buttons()[-2]
            assert on.objectName() == "offers_on"
            on.click()
        offers.buttons()[offers.shown().index(text)].click()

    def press(self, key: Qt.Key, text: str = "") -> None:
        """A key of a keypad or a keyboard, to whatever has the focus."""
        target = QApplication.focusWidget() or self
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(target, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text))

    def type(self, text: str) -> None:
        """Type on a hardware keyboard."""
        for sign in text:
            self.press(Qt.Key(ord(sign.upper())) if ord(sign) < 128 else Qt.Key.Key_unknown, sign)


MakePage = Callable[..., Page]


def settle() -> None:
    """Whatever is due on the event loop."""
    for _ in range(4):
        QApplication.processEvents()


@contextmanager
def shown(
    language: str = "zh_TW",
    size: tuple[int, int] = PORTRAIT,
    comfort: Comfort | None = None,
    make: Callable[[Ui], Window] = Page,
) -> Iterator[Window]:
    """A page in a window. Calm, so that nothing is on its way while it is looked at."""
    theme = load_theme("light")
    ui = Ui(theme, I18n(theme, language))
    page = make(ui)
    ui.dress(page)
    page.resize(*size)
    page.show()
    page.activateWindow()
    ui.set_comfort(comfort or Comfort(calm=True))
    settle()
    yield page
    page.hide()
    page.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
