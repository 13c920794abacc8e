"""A field to search by, with keys on the screen for those who have no keyboard at hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from kiosk.ui.context import Ui
from kiosk.ui.i18n import translate
from kiosk.ui.measure import held, px
from kiosk.ui.widgets.basics import Button, ElidedText, Panel, column, row

if TYPE_CHECKING:  # read when somebody first types Chinese, never at the start
    from kiosk.domain.typing.composing import Candidate, Composition

LINES = ("1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm-/.")
"""Digits, the letters of pinyin and names, and what stands in numbers of receipts, days and amounts."""


class LetterPad(Panel):
    """Digits and Latin letters, and Chinese by sound: pinyin, or zhuyin on the places that keyboards in Taiwan have it.
    What is composed stands above the keys until a character is chosen for it.

    Signals:
        pressed(str): a sign, characters that were chosen, or one of BACK, CLEAR.
    """

    BACK, CLEAR, METHOD = "back", "clear", "method"
    pressed = Signal(str)

    def __init__(self, ui: Ui) -> None:
        super().__init__(ui)
        lines = column(self, gap=ui.theme.space["xs"])
        self._keys: dict[str, Button] = {}
        self._composition: Composition | None = None
        self._offers: tuple[Candidate, ...] = ()
        self._wrote = False
        self.composed: _Composed | None = None
        self._lines = lines
        self._digits = Panel(ui)
        for at, signs in enumerate(LINES):
            line = row(self._digits if at == 0 else None, gap=ui.theme.space["xs"])
            names = [*signs, *((self.BACK,) if at == 2 else ())]
            for name in names:
                line.addWidget(self._made(name), 1)
            if at == 0:
                lines.addWidget(self._digits)
            else:
                lines.addLayout(line)
        last = row(gap=ui.theme.space["xs"])
        last.addWidget(self._made(self.METHOD), 2)
        last.addWidget(self._made(" "), 3)
        for name in (",", ":", self.CLEAR):
            last.addWidget(self._made(name), 1)
        lines.addLayout(last)
        self.retheme()
        self.retranslate()

    def _made(self, name: str) -> Button:
        key = Button("key", "strong" if len(name) == 1 else "body")
        key.setObjectName(f"letter_{'space' if name == ' ' else name}")
        key.setProperty("dense", True)
        key.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keyboard has them all; the focus stays in the field
        held(key, least_width=44)
        key.clicked.connect(self._on_clicked)
        self._keys[name] = key
        return key

    def key(self, name: str) -> Button:
        """One of the keys."""
        return self._keys[name]

    def retheme(self) -> None:
        self._keys[self.BACK].setIcon(self.ui.icons.icon("backspace", "ink2", 24))
        self._keys[self.BACK].setIconSize(QSize(px(24), px(24)))

    def retranslate(self) -> None:
        method = self._composition.method if self._composition is not None else None
        zhuyin = self._sounds()
        for name, key in self._keys.items():
            if len(name) == 1:
                key.say(zhuyin.get(name, name))
        self._keys[" "].say(translate("Keypad", "Blank"))
        self._keys[self.BACK].setAccessibleName(translate("Keypad", "Delete one sign"))
        self._keys[self.CLEAR].say(translate("Keypad", "Clear"))
        self._keys[self.METHOD].say({None: "ABC", "pinyin": "拼音", "zhuyin": "注音"}[method])
        self._keys[self.METHOD].setAccessibleName(translate("Keypad", "Letters, pinyin or zhuyin"))
        if self._composition is not None and self._composing:
            self._compose(self._composition.typed)  # signs are offered in the language's script

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._composing:
            self._compose("")
        self._wrote = False

    # --- by sound ----------------------------------------------------------------------------------------------------

    @property
    def _composing(self) -> bool:
        return self._composition is not None and bool(self._composition.typed)

    def _sounds(self) -> Mapping[str, str]:
        """What a key says by the method in use."""
        if self._composition is None or self._composition.method != "zhuyin":
            return {}
        from kiosk.ui.widgets.touch.layouts import DACHEN

        return {**DACHEN, ":": DACHEN[";"]}

    def _next_method(self) -> None:
        """Letters, then the sounds of the language in use, then the other ones."""
        from kiosk.domain.typing.composing import Composition, Method

        self._finish()
        order = [None, Method.ZHUYIN, Method.PINYIN]
        if self.ui.i18n.language == "zh_CN":
            order = [None, Method.PINYIN, Method.ZHUYIN]
        now = self._composition.method if self._composition is not None else None
        method = order[(order.index(now) + 1) % len(order)]
        self._composition = Composition(method) if method is not None else None
        if self.composed is None:
            self.composed = _Composed(self.ui)
            self.composed.chosen.connect(self._choose)
            self._lines.insertWidget(0, self.composed)
        self.composed.setVisible(method is not None)
        # where sounds are spelt with letters, digits give their place to what may be meant
        self._digits.setVisible(method is not Method.PINYIN)
        if method is not None:
            self._compose("")
        self.retranslate()

    def _compose(self, typed: str) -> None:
        assert self._composition is not None
        from kiosk.domain.typing.characters import Place
        from kiosk.ui.widgets.touch.table import characters
        from kiosk.ui.widgets.touch.typist import SCRIPTS

        self._composition = replace(self._composition, typed=typed)
        place = Place.GIVEN if self._wrote else Place.SURNAME
        script = SCRIPTS.get(self.ui.i18n.language)
        self._offers = self._composition.candidates(characters(), script, place) if typed else ()
        if self.composed is not None:
            shown = self._composition.shown(characters()) if typed else ""
            self.composed.show_offers(shown, [one.text for one in self._offers])

    def _choose(self, at: int) -> None:
        if self._composition is None or not 0 <= at < len(self._offers):
            self._finish()
            return
        offer = self._offers[at]
        rest = self._composition.choose(offer).typed
        self._wrote = True
        self.pressed.emit(offer.text)
        self._compose(rest)

    def _finish(self) -> None:
        """Write down what is still being composed, as it was typed."""
        if self._composition is not None and self._composition.typed:
            typed = self._composition.typed
            self._compose("")
            self.pressed.emit(typed)

    def _sound(self, name: str) -> bool:
        """Whether a key was one of the method's."""
        if self._composition is None:
            return False
        typed = self._composition.typed
        if name == self.BACK and typed:
            self._compose(typed[:-1])
        elif name == self.CLEAR:
            self._wrote = False
            self._compose("")
            return False
        elif name == " " and typed:
            toned = self._composition.add("ˉ")
            if self._composition.method == "zhuyin" and typed[-1] not in "ˉˊˇˋ˙":
                self._compose(toned.typed)
            else:
                self._choose(0)
        elif len(name) == 1:
            more = self._composition.add(self._sounds().get(name, name))
            if more is self._composition:
                self._finish()
                return False
            self._compose(more.typed)
        else:
            return False
        return True

    def _on_clicked(self) -> None:
        sender = self.sender()
        name = next((name for name, key in self._keys.items() if key is sender), "")
        if name == self.METHOD:
            self._next_method()
        elif name and not self._sound(name):
            self.pressed.emit(name)


MOST_OFFERS = 7


class _Composed(Panel):
    """What is composed, and what may be meant by it.

    Signals:
        chosen(int): one was pressed, by its place among all of them.
    """

    chosen = Signal(int)

    def __init__(self, ui: Ui) -> None:
        super().__init__(ui)
        line = row(self, gap=ui.theme.space["xs"])
        self.typed = ElidedText("strong", "ink2")
        line.addWidget(self.typed, 5)
        self._texts: Sequence[str] = ()
        self._first = 0
        self.offers = [self._key(f"offered_{at}") for at in range(MOST_OFFERS)]
        self.more = self._key("offered_more")
        for key in (*self.offers, self.more):
            line.addWidget(key, 2 if key is not self.more else 1)
            key.clicked.connect(self._on_clicked)
        self.show_offers("", ())

    def _key(self, name: str) -> Button:
        key = Button("key", "strong")
        key.setObjectName(name)
        key.setProperty("dense", True)
        key.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        held(key, least_width=44)
        return key

    def show_offers(self, typed: str, texts: Sequence[str]) -> None:
        """These, from the first page on."""
        self._texts, self._first = texts, 0
        self.typed.setText(typed)
        self._show()

    def _show(self) -> None:
        shown = self._texts[self._first : self._first + MOST_OFFERS]
        for at, key in enumerate(self.offers):
            key.say(shown[at] if at < len(shown) else "")
            key.setEnabled(at < len(shown))
        self.more.say("›")
        self.more.setAccessibleName(translate("Keypad", "More characters"))
        self.more.setEnabled(len(self._texts) > MOST_OFFERS)

    def _on_clicked(self) -> None:
        sender = self.sender()
        if sender is self.more:
            self._first = self._first + MOST_OFFERS if self._first + MOST_OFFERS < len(self._texts) else 0
            self._show()
            return
        at = next((at for at, key in enumerate(self.offers) if key is sender), -1)
        if at >= 0:
            self.chosen.emit(self._first + at)


class TypedField(Panel):
    """A text field and, on demand, its keys on the screen.

    Signals:
        edited(): what stands there is another text.
        entered(): Enter.
        pad_shown(bool): the keys were opened or put away.
    """

    edited = Signal()
    entered = Signal()
    pad_shown = Signal(bool)

    def __init__(self, ui: Ui, name: str, *, longest: int = 40, pad_apart: bool = False) -> None:
        """`name`: the field's object name. `pad_apart`: whoever has the field puts its `pad` where there is room."""
        super().__init__(ui)
        lines = column(self, gap=ui.theme.space["s"])
        line = row(gap=ui.theme.space["s"])
        self.field = QLineEdit()
        self.field.setProperty("type", "lead")
        self.field.setObjectName(name)
        self.field.setMaxLength(longest)
        self.field.textEdited.connect(self.edited)
        self.field.returnPressed.connect(self.entered)
        self.keys = Button("", "strong")
        self.keys.setObjectName(f"{name}_keys")
        self.keys.setCheckable(True)
        self.keys.clicked.connect(self._on_keys)
        line.addWidget(self.field, 1)
        line.addWidget(self.keys)
        lines.addLayout(line)
        self.pad = LetterPad(ui)
        self.pad.hide()
        self.pad.pressed.connect(self._on_pressed)
        if not pad_apart:
            lines.addWidget(self.pad)
        self.retranslate()

    def text(self) -> str:
        """What stands there, without blanks around."""
        return self.field.text().strip()

    def close_pad(self) -> None:
        """Put the keys away."""
        if self.keys.isChecked():
            self.keys.setChecked(False)
            self.pad.hide()
            self.pad_shown.emit(False)

    def ask(self, words: str) -> None:
        """What is wanted: shown while the field is empty, and its name for who cannot see it."""
        self.field.setPlaceholderText(words)
        self.field.setAccessibleName(words)

    def retranslate(self) -> None:
        self.keys.say(translate("Keypad", "Keys"))
        self.keys.setAccessibleName(translate("Keypad", "Keys on the screen"))
        self.keys.setToolTip(translate("Keypad", "Keys on the screen"))

    def take(self, event: QKeyEvent) -> bool:
        """A key that was pressed while something else had the focus: text goes on here. False when it is none."""
        text = event.text()
        command = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        erases = event.key() == Qt.Key.Key_Backspace
        if command or not (erases or (text and text.isprintable() and text != " ")):
            return False
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._on_pressed(LetterPad.BACK if erases else text)
        return True

    def _on_keys(self) -> None:
        self.pad.setVisible(self.keys.isChecked())
        self.pad_shown.emit(self.keys.isChecked())
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_pressed(self, name: str) -> None:
        if name == LetterPad.CLEAR:
            self.field.clear()
        elif name == LetterPad.BACK:
            self.field.backspace()
        else:
            self.field.insert(name)
        self.edited.emit()
