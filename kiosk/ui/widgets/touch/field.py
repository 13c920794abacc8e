"""A field of a page that a customer fills in: what is wanted, what was typed, what is wrong with it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QLabel, QLineEdit

from kiosk.ui.context import Ui
from kiosk.ui.i18n import aloud
from kiosk.ui.widgets.basics import Panel, Text, column, restyle, row
from kiosk.ui.widgets.touch.layouts import FieldKind
from kiosk.ui.widgets.touch.text_area import TextArea
from kiosk.ui.widgets.touch.typist import Typist


class TouchField(Panel):
    """Label, text and problem, one below the other. The keyboard on the screen comes with the focus (`KeyboardDock`);
    a keyboard on the counter types into it just so.

    Signals:
        edited(): another text stands there.
        entered(): Enter, or the keyboard's last key.
        problem_changed(): what is wrong with it is said, or no more.
    """

    edited = Signal()
    entered = Signal()
    problem_changed = Signal()

    def __init__(self, ui: Ui, name: str, kind: FieldKind, *, longest: int = 40, lines: int = 1) -> None:
        """`name`: the object name of what is typed into. `lines`: shown at a time, for words."""
        super().__init__(ui)
        self.kind = kind
        space = ui.theme.space
        below = column(self, gap=space["s"])
        self.label = Text("s_strong", wrap=True)
        self.edit: QLineEdit | TextArea
        if lines == 1:
            self.edit = line = QLineEdit()
            line.setMaxLength(longest)
            line.setDragEnabled(False)
            line.returnPressed.connect(self.entered)
        else:
            self.edit = TextArea(lines, longest)
        self.edit.setObjectName(name)
        self.edit.setProperty("type", "s_lead" if lines == 1 else "s_body")
        self.edit.setProperty("touch", "true")
        self.edit.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.edit.setAcceptDrops(False)
        # the system's own keyboard must not come up beside ours
        self.edit.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.edit.textEdited.connect(self._on_edited)
        self.problem = Panel(ui)
        beside = row(self.problem, gap=space["s"])
        self._sign = QLabel()
        self._words = Text("s_note", "red", wrap=True)
        beside.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        beside.addWidget(self._words, 1)
        self.problem.hide()
        below.addWidget(self.label)
        below.addWidget(self.edit)
        below.addWidget(self.problem)
        self.typist: Typist | None = None
        """Who types into it while the keyboard is up."""
        self.setFocusProxy(self.edit)
        self.retheme()

    def ask(self, label: str, hint: str = "") -> None:
        """What is wanted, and an example that stands there while nothing does."""
        self.label.setText(label)
        self.edit.setPlaceholderText(hint)
        self._name()

    def text(self) -> str:
        """What was typed, without blanks around; what is still being composed is written down first."""
        if self.typist is not None:
            self.typist.finish()
        return self.edit.text().strip()

    def set_text(self, text: str) -> None:
        """Put a text there."""
        if self.typist is not None:
            self.typist.forget()
        self.edit.setText(text)

    def forget(self) -> None:
        """Nothing of what was typed is left: no text, nothing to undo, nothing half composed."""
        self.set_text("")
        self.show_problem("")

    def show_problem(self, words: str) -> None:
        """What is wrong with it; "" when nothing is."""
        if words == self._words.text():
            return
        self._words.setText(words)
        self.problem.setVisible(bool(words))
        restyle(self.edit, wrong="true" if words else "false")
        self._name()
        if words:
            self.ui.voice.say(self.edit, words, now=True)
        self.problem_changed.emit()

    def retheme(self) -> None:
        side = round(self.ui.theme.type_px("s_note") / self.ui.theme.scale)
        self._sign.setPixmap(self.ui.icons.pixmap("alert", "red", side, self.devicePixelRatioF()))
        # as high as a line of the words, so that it stands beside the first
        self._sign.setFixedHeight(QFontMetrics(self.ui.theme.font(self.ui.i18n.language, "s_note")).height())

    def _name(self) -> None:
        self.edit.setAccessibleName(self.label.text())
        self.edit.setAccessibleDescription(aloud(self._words.text(), self.edit.placeholderText()))

    def _on_edited(self) -> None:
        if not self.problem.isHidden():
            self.show_problem("")
        self.edited.emit()
