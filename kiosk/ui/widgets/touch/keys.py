"""The keys of one layout, and how large what stands on them is."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QSizePolicy

from kiosk.ui.context import Ui
from kiosk.ui.i18n import translate
from kiosk.ui.measure import px
from kiosk.ui.widgets.basics import Button, Panel, column, restyle, row
from kiosk.ui.widgets.touch.layouts import LAYOUTS, PADS, Act, Layout

LEAST = 72
"""Pixels of what is pressed, in a window where nothing has to be made smaller."""

PAD_WIDTH = 440
"""Of a pad of digits, where its keys are as small as they may be."""

LETTERS = 0.6
"""How much of a key's height a letter takes at most."""

SIGN_STYLES = ("touch_key", "touch_key_2", "touch_key_3", "touch_key_4")
WORD_STYLES = ("touch_word", "touch_word_2", "touch_word_3", "touch_word_4")
"""The largest that fits is taken: keys are as wide as the screen lets them be, however large letters are wanted."""

REPEATED = (Act.DELETE, Act.LEFT, Act.RIGHT)
"""What goes on while it is held."""


@dataclass(frozen=True, slots=True)
class Look:
    """How keys look: height and least width in logical pixels, type of signs and of words."""

    height: int
    least: int
    signs: str
    words: str


def least_side(ui: Ui) -> int:
    """Logical pixels of a key, each way, at least."""
    return math.ceil(LEAST * min(1.0, ui.theme.scale))


def touch_key(name: str, style: str = "touch_key") -> Button:
    """A key of the keyboard: the focus stays in the field."""
    key = Button("touch_key", style)
    key.setObjectName(name)
    key.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    key.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
    return key


class KeyRows(Panel):
    """The keys of one layout.

    Signals:
        pressed(str): a sign, or one of Act.
    """

    pressed = Signal(str)

    def __init__(self, ui: Ui, layout: Layout) -> None:
        super().__init__(ui)
        self._layout = layout
        self._keys: dict[str, Button] = {}
        self._lines: list[list[str]] = []
        gap = ui.theme.space["s"]
        lines = column(self, gap=gap)
        for keys in LAYOUTS[layout]:
            line = row(gap=gap)
            for key in keys:
                word = key.sign in tuple(Act) or key.sign == " "
                made = touch_key(f"key_{key.sign}", "touch_word" if word else "touch_key")
                made.setProperty("word", word)
                made.setAutoRepeat(key.sign in REPEATED)
                made.clicked.connect(self._on_clicked)
                if key.sign == Act.DONE:
                    made.set_kind("touch_done")
                elif word:
                    made.setProperty("quiet", "true")
                line.addWidget(made, round(key.wide * 10))
                self._keys[key.sign] = made
            lines.addLayout(line, 1)
            self._lines.append([key.sign for key in keys])
        self.retheme()
        self.retranslate()

    def key(self, sign: str) -> Button:
        """One of the keys. KeyError when this layout has no such key."""
        return self._keys[sign]

    def buttons(self) -> list[Button]:
        """All of them."""
        return list(self._keys.values())

    def fit(self, width: int, height: int) -> Look:
        """Look as fits into so much width, each key so high, in logical pixels. All keys with signs look alike, and all
        keys with words."""
        if self._layout in PADS:
            width = min(width, PAD_WIDTH * height // LEAST)
            self.setFixedWidth(width)
        gap = px(self.ui.theme.space["s"])
        rooms: dict[str, int] = {}
        for keys in LAYOUTS[self._layout]:
            whole = sum(key.wide for key in keys)
            for key in keys:
                rooms[key.sign] = int((width - gap * (len(keys) - 1)) * key.wide / whole)
        words = [sign for sign, key in self._keys.items() if key.property("word")]
        signs = [sign for sign in self._keys if sign not in words]
        sign_style = self._fitting(SIGN_STYLES, signs, rooms, height)
        word_style = self._fitting(WORD_STYLES, words, rooms, height)
        least = min(least_side(self.ui), min(rooms[sign] for sign in signs))  # a narrow window shows all of them
        side = min(px(32), int(height * 0.4))
        for sign, made in self._keys.items():
            made.setMinimumWidth(least)
            made.setIconSize(QSize(side, side))
            restyle(made, type=word_style if sign in words else sign_style)
        return Look(height, least, sign_style, word_style)

    def _fitting(self, styles: tuple[str, ...], signs: list[str], rooms: dict[str, int], height: int) -> str:
        for style in styles:
            metrics = QFontMetrics(self.ui.theme.font(self.ui.i18n.language, style))
            wide = all(metrics.horizontalAdvance(self._keys[sign].words()) + 12 <= rooms[sign] for sign in signs)
            if wide and self.ui.theme.type_px(style) <= height * LETTERS:
                return style
        return styles[-1]

    def mark(self, *signs: str) -> None:
        """These are on: which kind of keys is in use, and whether capitals are."""
        for sign, key in self._keys.items():
            restyle(key, on="true" if sign in signs else "false")

    def retheme(self) -> None:
        for sign, icon in ((Act.DELETE, "backspace"), (Act.LEFT, "left"), (Act.RIGHT, "right"), (Act.SHIFT, "shift")):
            if sign in self._keys:
                self._keys[sign].setIcon(self.ui.icons.icon(icon, "ink", 32))

    def retranslate(self) -> None:
        names = {
            Act.DELETE: translate("TouchKeyboard", "Delete"),
            Act.LEFT: translate("TouchKeyboard", "Back one sign"),
            Act.RIGHT: translate("TouchKeyboard", "On one sign"),
            Act.SHIFT: translate("TouchKeyboard", "Capitals"),
            Act.TO_ZHUYIN: translate("TouchKeyboard", "Chinese by zhuyin"),
            Act.TO_PINYIN: translate("TouchKeyboard", "Chinese by pinyin"),
            Act.TO_LATIN: translate("TouchKeyboard", "Latin letters"),
            Act.TO_SIGNS: translate("TouchKeyboard", "Digits and signs"),
        }
        said = {
            Act.CLEAR: translate("TouchKeyboard", "Clear"),
            Act.DONE: translate("TouchKeyboard", "Done"),
            # each in its own script, whatever the language
            Act.TO_ZHUYIN: "注音",
            Act.TO_PINYIN: "拼音",
            Act.TO_LATIN: "ABC",
            Act.TO_SIGNS: "12#",
            " ": translate("TouchKeyboard", "Space"),
        }
        for sign, key in self._keys.items():
            if sign in said:
                key.say(said[sign])
            elif sign not in names:
                key.say("ü" if sign == "v" and self._layout is Layout.PINYIN else sign)
            if sign in names:
                key.setAccessibleName(names[Act(sign)])

    def _on_clicked(self) -> None:
        sender = self.sender()
        for sign, key in self._keys.items():
            if key is sender:
                self.pressed.emit(sign)
                return
