"""Who types into a field for the keyboard on the screen: signs, characters chosen by sound, deleting, moving."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QApplication, QLineEdit

from kiosk.domain.typing.characters import Place, Script
from kiosk.domain.typing.composing import Candidate, Composition, Method
from kiosk.domain.typing.syllables import LETTERS
from kiosk.ui.widgets.touch.layouts import DACHEN, MAIL_ENDINGS, FieldKind, accented
from kiosk.ui.widgets.touch.table import characters
from kiosk.ui.widgets.touch.text_area import TextArea, units

SCRIPTS = {"zh_TW": Script.TRADITIONAL, "zh_CN": Script.SIMPLIFIED}
"""By language; in any other both are offered."""


class Typed(Protocol):
    """A field as the typist knows it."""

    kind: FieldKind
    edit: QLineEdit | TextArea


class Typist(QObject):
    """Types into one field at a time. What is being composed stands in the field, underlined, until a character is
    chosen for it; it is never lost: whatever ends the composing first writes down the letters themselves.

    Signals:
        changed(): what is composed, or what is offered, is something else.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._field: Typed | None = None
        self.composition: Composition | None = None
        """None while letters are written as they are."""
        self.language = "zh_TW"
        self._offers: tuple[Candidate, ...] = ()

    @property
    def field(self) -> Typed | None:
        """Where it types."""
        return self._field

    @property
    def composing(self) -> bool:
        """Whether there are signs that no character was chosen for."""
        return self.composition is not None and bool(self.composition.typed)

    def take(self, field: Typed | None) -> None:
        """Type into another field, or none, from now on."""
        if field is not self._field:
            self.finish()
            if self._field is not None:
                self._field.edit.textChanged.disconnect(self._on_text)
                self._field.edit.cursorPositionChanged.disconnect(self._on_text)
            self._field = field
            if field is not None:
                field.edit.textChanged.connect(self._on_text)
                field.edit.cursorPositionChanged.connect(self._on_text)
            self._look()

    def use(self, method: Method | None) -> None:
        """Compose by this method; None: write letters as they are."""
        self.finish()
        self.composition = None if method is None else Composition(method)
        self._look()

    def write(self, sign: str) -> None:
        """A sign of a key: composed where the method knows it, else written."""
        if self.composition is not None:
            if sign == " " and self.composing:
                self.choose(0)
                return
            more = self.composition.add(sign)
            if more is not self.composition:
                self._compose(more)
                return
            if self.composing and (sign in LETTERS or sign in DACHEN.values()):
                return  # no room for more: nothing is lost, nothing is mixed up
            self.finish()
        self._insert(sign)

    def choose(self, at: int) -> None:
        """One of the offers."""
        if not 0 <= at < len(self._offers):
            self.finish()
            return
        offer = self._offers[at]
        if self.composition is not None and self.composing:
            if not self._room(offer.text):
                return  # it stays as it was typed: to be deleted, or room to be made
            rest = self.composition.choose(offer)
            self._drop()
            self._insert(offer.text)
            self._compose(rest)
        elif self._field is not None:
            for _ in range(offer.signs):
                self._press(Qt.Key.Key_Backspace)
            self._insert(offer.text)

    def delete(self) -> None:
        """The sign before the caret, or the selection; while composing the last sign that was typed."""
        if self.composition is not None and self.composing:
            self._compose(self.composition.delete())
        else:
            self._press(Qt.Key.Key_Backspace)

    def clear(self) -> None:
        """Everything in the field."""
        if self._field is not None:
            self._drop()
            self._field.edit.selectAll()
            self._press(Qt.Key.Key_Backspace)

    def step(self, by: int) -> None:
        """The caret, one character on (1) or back (-1)."""
        self.finish()
        self._press(Qt.Key.Key_Right if by > 0 else Qt.Key.Key_Left)

    def finish(self) -> None:
        """Write down what is still being composed, as it was typed."""
        if self.composition is not None and self.composing:
            typed = self.composition.typed
            self._drop()
            self._insert(typed)

    def forget(self) -> None:
        """Let what is being composed go."""
        self._drop()
        self._look()

    def offers(self) -> Sequence[Candidate]:
        """What may be meant: characters; in Latin, letters with accents; in an address, how it may end."""
        return self._offers

    def press(self, event: QKeyEvent) -> bool:
        """A key of a hardware keyboard. False when the field takes it as it is."""
        if self.composition is None or event.modifiers() & (
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        ):
            return False
        key, text = event.key(), event.text()
        if self.composing and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.finish()
        elif self.composing and key == Qt.Key.Key_Escape:
            self._compose(Composition(self.composition.method))
        elif self.composing and key == Qt.Key.Key_Backspace:
            self.delete()
        elif self.composition.method is Method.PINYIN and self.composing and text in "123456789" and text:
            self.choose(int(text) - 1)
        elif self.composing and text == " ":
            if not self._first_tone():
                self.choose(0)
        else:
            return self._composes(text)
        return True

    def _first_tone(self) -> bool:
        """The space bar says the first tone of a syllable that has none, as on keyboards in Taiwan."""
        if self.composition is None or self.composition.method is not Method.ZHUYIN:
            return False
        if self.composition.typed[-1] in "ˉˊˇˋ˙":
            return False
        self._compose(self.composition.add("ˉ"))
        return True

    def _composes(self, text: str) -> bool:
        if self.composition is None or len(text) != 1:
            return False
        sign = DACHEN.get(text, text) if self.composition.method is Method.ZHUYIN else text
        more = self.composition.add(sign)
        if more is not self.composition:
            self._compose(more)
            return True
        if text.isprintable():
            self.finish()
        return False

    def _on_text(self) -> None:
        self._look()
        self.changed.emit()

    def _compose(self, composition: Composition) -> None:
        self.composition = composition
        self._send("", composition.shown(characters()) if composition.typed else "")
        self._look()
        self.changed.emit()

    def _drop(self) -> None:
        if self.composition is not None and self.composing:
            self.composition = Composition(self.composition.method)
            self._send("", "")

    def _look(self) -> None:
        self._offers = self._offered()

    def _offered(self) -> tuple[Candidate, ...]:
        if self._field is None:
            return ()
        edit = self._field.edit
        if self.composition is not None:
            if not self.composing:
                return ()
            place = Place.WORDS
            if self._field.kind is FieldKind.NAME:
                place = Place.GIVEN if edit.cursorPosition() else Place.SURNAME
            return self.composition.candidates(characters(), SCRIPTS.get(self.language), place)
        before = edit.text()[: edit.cursorPosition()]
        if self._field.kind is FieldKind.EMAIL:
            return tuple(Candidate(one, 0) for one in MAIL_ENDINGS) if before and "@" not in edit.text() else ()
        if self._field.kind in (FieldKind.NAME, FieldKind.WORDS) and before:
            return tuple(Candidate(one, 1) for one in accented(before[-1]))
        return ()

    def _room(self, text: str) -> bool:
        """Whether the field has room for it: Qt counts in units of UTF-16."""
        edit = self._field.edit if self._field is not None else None
        return edit is not None and units(edit.text()) - units(edit.selectedText()) + units(text) <= edit.maxLength()

    def _insert(self, text: str) -> None:
        if text and self._field is not None:
            self._send(text, "")

    def _send(self, commit: str, preedit: str) -> None:
        if self._field is None:
            return
        attributes = []
        if preedit:
            underlined = QTextCharFormat()
            underlined.setFontUnderline(True)
            kind = QInputMethodEvent.AttributeType.TextFormat
            attributes = [QInputMethodEvent.Attribute(kind, 0, len(preedit), underlined)]
        event = QInputMethodEvent(preedit, attributes)
        if commit:
            event.setCommitString(commit)
        QApplication.sendEvent(self._field.edit, event)

    def _press(self, key: Qt.Key) -> None:
        if self._field is not None:
            event = QKeyEvent(QKeyEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier)
            QApplication.sendEvent(self._field.edit, event)
