"""A field of a form: what is asked, what is typed, what that means."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit

from kiosk.ui.context import Ui
from kiosk.ui.measure import held
from kiosk.ui.widgets.basics import Button, ElidedText, Panel, Text, column, row
from kiosk.ui.widgets.letter_pad import LetterPad


class AskedField(Panel):
    """What is asked, a field below it, what its text means, and (`extra`) one thing to do about it.

    Signals:
        edited(): another text.
        extra_pressed(): the one thing to do.
    """

    edited = Signal()
    extra_pressed = Signal()

    def __init__(self, ui: Ui, name: str, *, longest: int, digits: bool = False) -> None:
        super().__init__(ui)
        lines = column(self, gap=2)
        head = row(gap=ui.theme.space["s"])
        self.ask = Text("caption_strong", "ink2")
        self.means = ElidedText("caption", "ink2")
        self.means.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.extra = Button("chip", "caption_strong")
        self.extra.setObjectName(f"{name}_extra")
        self.extra.clicked.connect(self.extra_pressed)
        held(self.extra, least_height=44)
        head.addWidget(self.ask)
        head.addWidget(self.means, 1)
        head.addWidget(self.extra)
        lines.addLayout(head)
        self.field = QLineEdit()
        self.field.setProperty("type", "lead")
        self.field.setObjectName(name)
        self.field.setMaxLength(longest)
        if digits:
            self.field.setInputMethodHints(Qt.InputMethodHint.ImhFormattedNumbersOnly)
        self.field.textEdited.connect(self.edited)
        lines.addWidget(self.field)
        self.extra.hide()

    def say(self, ask: str, hint: str = "") -> None:
        """What is wanted."""
        self.ask.setText(ask)
        self.field.setPlaceholderText(hint)
        self.field.setAccessibleName(ask)

    def mean(self, words: str, tone: str = "ink2") -> None:
        """What its text is understood as, or what is wrong with it."""
        self.means.setText(words)
        self.means.set_tone(tone)

    def offer(self, words: str) -> None:
        """The one thing to do; "": none."""
        self.extra.say(words)
        self.extra.setVisible(bool(words))

    def text(self) -> str:
        """Without blanks around."""
        return self.field.text().strip()

    def put(self, text: str) -> None:
        """Another text, without its being an edit."""
        if self.field.text() != text:
            self.field.setText(text)

    def press(self, key: str) -> None:
        """A key on the screen."""
        if key == LetterPad.CLEAR:
            self.field.clear()
        elif key == LetterPad.BACK:
            self.field.backspace()
        else:
            self.field.insert(key)
        self.edited.emit()

    def focus(self) -> None:
        """Type here."""
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def focused(self) -> bool:
        """Whether it is typed here now, or would be if the window were in front."""
        return self.window().focusWidget() is self.field
