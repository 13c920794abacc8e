"""Key in registration forms, one after the other: scan the form, then the person as on paper; a manager prints new
ones."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kiosk.application.checkout_api import CheckoutApi
from kiosk.application.registration.outcomes import FormNamed, PaperForm
from kiosk.domain.refusals import Refusal
from kiosk.domain.registration.forms import MOST_FORMS
from kiosk.domain.scan.events import ScanEvent
from kiosk.domain.slips.said import day_said
from kiosk.ui.context import Ui
from kiosk.ui.i18n import spaced, translate
from kiosk.ui.shell.overlay import OnScan, Sheet
from kiosk.ui.stations.checkout.keyed import KeyedField
from kiosk.ui.tasks import TaskRunner
from kiosk.ui.widgets.basics import Button, Text, row
from kiosk.ui.widgets.keypad import Keypad, press_in
from kiosk.ui.words.refusals import in_full, refusal_words
from kiosk.ui.words.surroundings import Surroundings


@dataclass(slots=True)
class FormsMemory:
    """What stays from one form to the next: the set, the day, how many were keyed in."""

    set_id: str = ""
    day: date | None = None
    count: int = 0


class FormsSheet(Sheet):
    """The number, and the day written on it.

    Signals:
        form_named(PaperForm): key it in.
        print_wanted(int): print so many new ones.
        refused(Refusal), attention(): for the ears.
        faulted(Exception): it could not be looked up.
    """

    on_scan = OnScan.TAKE
    form_named = Signal(object)
    print_wanted = Signal(int)
    refused = Signal(object)
    attention = Signal()
    faulted = Signal(object)

    def __init__(
        self,
        ui: Ui,
        api: CheckoutApi,
        tasks: TaskRunner,
        today: date,
        memory: FormsMemory,
        around: Callable[[], Surroundings],
    ) -> None:
        super().__init__(ui)
        self._api, self._tasks, self._today, self._memory, self._around = api, tasks, today, memory, around
        self._refusal: Refusal | None = None
        self._missing = ""
        self._busy = False
        space = ui.theme.space
        self.how = Text("body", "ink2", wrap=True)
        self.body.addWidget(self.how)
        fields = row(gap=space["m"])
        self.number, self.day = KeyedField(ui, "form_number", 64), KeyedField(ui, "form_day", 12)
        self.count = KeyedField(ui, "form_count", 3)
        for part in (self.number, self.day):
            fields.addWidget(part, 1)
            part.edited.connect(self._on_edited)
        self.body.addLayout(fields)
        self.problem = Text("body", "red", wrap=True)
        self.body.addWidget(self.problem)
        self.done = Text("body", "ink2", wrap=True)
        self.body.addWidget(self.done)
        self.keypad = Keypad(ui, rescan=False)
        self.keypad.pressed.connect(self._on_key)
        self.keypad.lend_to_field()
        self.body.addWidget(self.keypad)
        foot = row(gap=space["m"])
        foot.addWidget(self.count, 1)
        self.print = Button("", "strong", key="F11", rank="large")
        self.print.setObjectName("form_print")
        self.print.clicked.connect(self._on_print)
        self.go = Button("primary", "lead", key="Enter", rank="large")
        self.go.setObjectName("form_go")
        self.go.clicked.connect(self.submit)
        foot.addWidget(self.print, 1)
        self.body.addLayout(foot)
        self.body.addWidget(self.go)
        self.day.field.setText((memory.day or today).isoformat())
        self.count.field.setText("10")
        self.retranslate()

    def start_focus(self) -> QWidget:
        return self.number.field

    def retranslate(self) -> None:
        self.title.setText(translate("Forms", "Key in registration forms"))
        self.close_button.say(translate("Sheet", "Close"))
        self.how.setText(translate("Forms", "Scan the form’s code, or key in its number; then everything as on paper."))
        self.number.say(translate("Forms", "Form number"), translate("Forms", "Scan or key in"))
        self.day.say(translate("Forms", "Day written"), "")
        self.count.say(translate("Forms", "New forms"), "")
        self.print.say(translate("Forms", "Print"))
        self.go.say(translate("Forms", "Key in this form"))
        self.go.setEnabled(not self._busy)
        problem = in_full(refusal_words(self._refusal, self._around())) if self._refusal is not None else self._missing
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        count = self._memory.count
        self.done.setText(spaced(translate("Forms", "%n form(s) keyed in.", None, count)) if count else "")
        self.done.setVisible(bool(count) and not problem)

    def _on_edited(self) -> None:
        self._refusal, self._missing = None, ""
        self.retranslate()

    def _on_key(self, key: str) -> None:
        focused = self.focusWidget()
        part = next((one for one in (self.number, self.day, self.count) if one.field is focused), self.number)
        press_in(part.field, key)
        part.edited.emit()

    def own_key(self, event: QKeyEvent) -> bool:
        if event.key() != Qt.Key.Key_F11:
            return False
        self._on_print()
        return True

    def take(self, event: ScanEvent) -> None:
        """A form's code."""
        self.number.field.setText(event.text.strip())
        self.submit()

    def enter(self) -> None:
        self.submit()

    def _written(self) -> date | None:
        found = day_said(self.day.text(), self._today)
        return found if found is not None and found <= self._today else None

    def submit(self) -> None:
        """Look whether it can be keyed in."""
        self._refusal = None
        if self._busy:
            return
        if not self.number.text():
            self._miss(translate("Forms", "Which form? Scan its code, or key in its number."), self.number)
        elif self._written() is None:
            self._miss(translate("Forms", "What day is written on it? Not one that is still to come."), self.day)
        else:
            self._busy = True
            work = partial(self._api.name_form, self.number.text(), self._memory.set_id)
            self._tasks.run(work, self._on_named, self._on_fault)

    def _miss(self, words: str, part: KeyedField) -> None:
        self._missing = words
        self.retranslate()
        part.focus()
        self.attention.emit()
        self.ui.voice.say(self, words, now=True)

    def _on_named(self, answer: FormNamed | Refusal) -> None:
        self._busy = False
        if isinstance(answer, Refusal):
            self._refusal = answer
            self.retranslate()
            self.number.focus()
            self.refused.emit(answer)
            self.ui.voice.say(self, self.problem.text(), now=True)
            return
        self._memory.set_id, self._memory.day = answer.set_id, self._written()
        self.form_named.emit(PaperForm(answer.number, self._memory.day))

    def _on_print(self) -> None:
        text = self.count.text()
        count = int(text) if text.isascii() and text.isdecimal() else 0
        if 1 <= count <= MOST_FORMS:
            self.print_wanted.emit(count)
        else:
            words = translate("Forms", "1 to {most} forms at once.").format(most=self.ui.i18n.number(MOST_FORMS))
            self._miss(spaced(words), self.count)

    def show_news(self, words: str) -> None:
        """What became of the print."""
        self._missing = ""
        self.done.setText(words)
        self.done.setVisible(True)
        self.ui.voice.say(self, words)

    def _on_fault(self, fault: Exception) -> None:
        self._busy = False
        self.retranslate()
        self.faulted.emit(fault)
