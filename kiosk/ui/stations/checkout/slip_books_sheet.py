"""The books of paper slips, for a manager: what became of each, what is out and its worst case, printing, declaring."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.application.checkout_api import CheckoutApi
from kiosk.application.slips.outcomes import BookView, SlipBooks, SlipSheet
from kiosk.application.staff.outcomes import Approval, ApprovalNeeded
from kiosk.domain.refusals import Refusal
from kiosk.domain.slips.code import code_of
from kiosk.domain.slips.model import Declared
from kiosk.domain.staff.actors import Staff
from kiosk.ui.context import Ui
from kiosk.ui.i18n import aloud, spaced, translate
from kiosk.ui.shell.overlay import Sheet
from kiosk.ui.stations.checkout.keyed import KeyedField, beside_keypad
from kiosk.ui.tasks import TaskRunner
from kiosk.ui.widgets.basics import Button, ElidedText, RowButton, Text, column, row
from kiosk.ui.widgets.keypad import press_in
from kiosk.ui.widgets.pick_list import PickList
from kiosk.ui.words.refusals import in_full, refusal_words
from kiosk.ui.words.surroundings import Surroundings

_LINE = 64
_LINES = 3


class BookRow(RowButton):
    """One book: what it is good for, its numbers, what is out."""

    def __init__(self, ui: Ui) -> None:
        super().__init__(_LINE)
        space = ui.theme.space
        line = row(self, margins=(space["l"], 4, space["l"], 4), gap=space["m"])
        words = column(gap=0)
        self.name = ElidedText("strong")
        self.about = ElidedText("caption", "ink2")
        words.addStretch(1)
        words.addWidget(self.name)
        words.addWidget(self.about)
        words.addStretch(1)
        self.worst = Text("strong")
        line.addLayout(words, 1)
        line.addWidget(self.worst)
        self.seal()

    def show_book(self, view: BookView, ui: Ui) -> None:
        """Show one."""
        state, book, i18n = view.state, view.book, ui.i18n
        last = code_of(book.id, book.last).partition("-")[2]
        self.setObjectName(f"book_{book.id}")
        self.name.setText(f"{i18n.text(view.name)} · {code_of(book.id, book.first)}–{last}")
        about = translate("Slips", "{used} used, {unused} unused, {lost} lost, {open} out").format(
            used=i18n.number(state.used),
            unused=i18n.number(state.unused),
            lost=i18n.number(state.lost),
            open=i18n.number(state.open),
        )
        until = translate("Slips", "good through {day}").format(day=i18n.last_day(book.until))
        self.about.setText(spaced(f"{about} · {until}"))
        self.worst.setText(i18n.money(state.worst))
        self.setAccessibleName(aloud(self.name.text(), self.about.text(), self.worst.text()))


class SlipBooksSheet(Sheet):
    """Choose a book, print it, say what became of numbers; make one out of this terminal's share.

    Signals:
        print_wanted(SlipSheet): write this one.
        stop_wanted(): stop writing.
        approval_needed(ApprovalNeeded): a manager must stand by.
        refused(Refusal): it was not done.
        faulted(Exception): it could not be recorded.
    """

    wide = True
    print_wanted = Signal(object)
    stop_wanted = Signal()
    approval_needed = Signal(object)
    refused = Signal(object)
    faulted = Signal(object)

    def __init__(
        self,
        ui: Ui,
        api: CheckoutApi,
        tasks: TaskRunner,
        actor: Staff,
        approval: Approval | None,
        around: Surroundings,
        *,
        printing: bool = True,
    ) -> None:
        """`printing`: there is a folder for what is printed."""
        super().__init__(ui)
        self._api, self._tasks, self._actor, self._approval, self._around = api, tasks, actor, approval, around
        self._found: SlipBooks | None = None
        self._refusal: Refusal | None = None
        self._done, self._whole = 0, 0
        self._said = ""
        self._busy = False
        space = ui.theme.space
        self.total = Text("lead", wrap=True)
        self.body.addWidget(self.total)
        self.list = PickList(ui, self._made, self._write, gap=space["s"], right=space["s"])
        self.list.prefer(_LINE * _LINES)
        self.list.tells.chosen.connect(self._on_chosen)
        self.body.addWidget(self.list, 1)
        left = column(gap=space["s"])
        numbers = row(gap=space["m"])
        self.first, self.last = KeyedField(ui, "slips_first", 8), KeyedField(ui, "slips_last", 8)
        numbers.addWidget(self.first)
        numbers.addWidget(self.last)
        left.addLayout(numbers)
        said = row(gap=space["m"])
        self.unused, self.lost = Button("", "strong", key="F5"), Button("", "strong", key="F6")
        self.print = Button("", "strong", key="F11")
        for button, name, work in (
            (self.unused, "slips_unused", self._on_unused),
            (self.lost, "slips_lost", self._on_lost),
        ):
            button.setObjectName(name)
            button.clicked.connect(work)
            said.addWidget(button)
        left.addLayout(said)
        self.print.setObjectName("slips_print")
        self.print.clicked.connect(self._on_print)
        left.addWidget(self.print)
        self._printing = printing
        making = row(gap=space["m"])
        self.count = KeyedField(ui, "slips_count", 4)
        self.make = Button("", "strong", key="F8")
        self.make.setObjectName("slips_make")
        self.make.clicked.connect(self._on_make)
        making.addWidget(self.count)
        making.addWidget(self.make, 1, Qt.AlignmentFlag.AlignBottom)
        left.addLayout(making)
        left.addStretch(1)
        self.keypad, self.problem = beside_keypad(self.body, ui, left, self._on_key, pin=True)
        self.news = Text("body", "ink2", wrap=True)
        self.body.addWidget(self.news)
        self.fields = (self.first, self.last, self.count)
        for part in self.fields:
            part.edited.connect(self._on_edited)
        self.retranslate()
        tasks.run(api.slip_books, self._on_books, self._on_fault)

    def start_focus(self) -> QWidget:
        return self.first.field

    # --- words -------------------------------------------------------------------------------------------------------

    @property
    def chosen(self) -> BookView | None:
        """The book that is meant."""
        books = self._found.books if self._found is not None else ()
        return books[self.list.at] if 0 <= self.list.at < len(books) else None

    def retranslate(self) -> None:
        i18n, found = self.ui.i18n, self._found
        self.title.setText(translate("Slips", "Books of paper slips"))
        self.close_button.say(translate("Sheet", "Close"))
        self.total.setText(self._total())
        self.first.say(translate("Slips", "From number"))
        self.last.say(translate("Slips", "To number"))
        self.unused.say(translate("Slips", "Unused"))
        self.lost.say(translate("Slips", "Lost"))
        writing = self._whole > 0
        self.print.say(
            translate("Slips", "Stop ({done} of {all})").format(
                done=i18n.number(self._done), all=i18n.number(self._whole)
            )
            if writing
            else translate("Slips", "Print as PDF")
        )
        rules = found.rules if found is not None else ()
        rule = rules[0] if rules else None
        self.count.say(translate("Slips", "New book: slips"))
        self.make.say(
            spaced(
                translate("Slips", "Make: {name}, up to {left}").format(
                    name=i18n.text(rule.name), left=i18n.number(rule.left)
                )
            )
            if rule is not None and rule.left
            else translate("Slips", "No book can be made here now")
            if rule is not None
            else translate("Slips", "Only HQ makes books")
        )
        view = self.chosen
        for button in (self.unused, self.lost):
            button.setEnabled(view is not None and not self._busy)
        self.print.setVisible(self._printing)
        self.print.setEnabled(writing or (view is not None and view.printable))
        self.make.setEnabled(rule is not None and rule.left > 0 and not self._busy)
        problem = in_full(refusal_words(self._refusal, self._around)) if self._refusal is not None else ""
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        self.news.setText(self._said)
        self.news.setVisible(bool(self._said) and not problem)
        if found is not None:
            self.list.show_items(len(found.books), self.list.at)

    def _total(self) -> str:
        if self._found is None:
            return ""
        if not self._found.books:
            return translate("Slips", "No book of slips is known here. HQ makes one for the store.")
        said = translate("Slips", "All that is out can still cost {worst} at most.")
        return spaced(said.format(worst=self.ui.i18n.money(self._found.worst)))

    def _made(self) -> BookRow:
        return BookRow(self.ui)

    def _write(self, line: BookRow, at: int) -> None:
        assert self._found is not None
        line.show_book(self._found.books[at], self.ui)

    # --- what comes --------------------------------------------------------------------------------------------------

    def _on_books(self, found: SlipBooks) -> None:
        self._found = found
        self.list.show_items(len(found.books), self.list.at)
        self._suggest()
        self.retranslate()

    def _suggest(self) -> None:
        """The first numbers that are out: after a drill, most likely those that were not used."""
        view = self.chosen
        first, last = view.open_numbers[0] if view is not None and view.open_numbers else ("", "")
        self.first.field.setText(str(first))
        self.last.field.setText(str(last))

    def _on_chosen(self, _at: int) -> None:
        self._refusal = None
        self._suggest()
        self.retranslate()

    def _on_edited(self) -> None:
        self._refusal = None
        self.retranslate()

    def _on_key(self, key: str) -> None:
        focused = QApplication.focusWidget()
        part = next((one for one in self.fields if one.field is focused), self.first)
        press_in(part.field, key)
        part.edited.emit()

    def own_key(self, event: QKeyEvent) -> bool:
        button = {
            Qt.Key.Key_F5: self.unused,
            Qt.Key.Key_F6: self.lost,
            Qt.Key.Key_F11: self.print,
            Qt.Key.Key_F8: self.make,
        }.get(Qt.Key(event.key()))
        if button is None:
            return False
        if button.isEnabled() and button.isVisible():
            button.click()
        return True

    def step(self, event: QKeyEvent) -> bool:
        return self.list.step(event)

    # --- what is done ------------------------------------------------------------------------------------------------

    def _on_unused(self) -> None:
        self._declare(Declared.UNUSED)

    def _on_lost(self) -> None:
        self._declare(Declared.LOST)

    def _declare(self, what: Declared) -> None:
        view, first, last = self.chosen, _number(self.first), _number(self.last)
        if view is None or self._busy:
            return
        self._busy = True
        work = partial(self._api.declare_slips, view.book.id, first, last, what, self._actor, self._approval)
        self._tasks.run(work, self._on_answer, self._on_fault)

    def _on_make(self) -> None:
        rules = self._found.rules if self._found is not None else ()
        if not rules or self._busy:
            return
        self._busy = True
        work = partial(self._api.make_slip_book, rules[0].id, _number(self.count), self._actor, self._approval)
        self._tasks.run(work, self._on_answer, self._on_fault)

    def _on_answer(self, answer: BookView | ApprovalNeeded | Refusal) -> None:
        self._busy = False
        if isinstance(answer, BookView):
            self._refusal = None
            self.count.field.clear()
            self._tasks.run(self._api.slip_books, self._on_books, self._on_fault)
        elif isinstance(answer, ApprovalNeeded):
            self.approval_needed.emit(answer)
        else:
            self._refusal = answer
            self.retranslate()
            self.refused.emit(answer)
            self.ui.voice.say(self, self.problem.text(), now=True)

    def _on_print(self) -> None:
        if self._whole:
            self.stop_wanted.emit()
            return
        view = self.chosen
        if view is not None:
            self._tasks.run(partial(self._api.slip_sheet, view.book.id), self._on_sheet, self._on_fault)

    def _on_sheet(self, sheet: SlipSheet | Refusal) -> None:
        if isinstance(sheet, Refusal):
            self._on_answer(sheet)
            return
        self.show_progress(0, sheet.book.count)
        self.print_wanted.emit(sheet)

    def show_progress(self, done: int, whole: int) -> None:
        """So many slips are painted; of none: nothing is being written."""
        self._done, self._whole = done, whole
        self.retranslate()

    def show_written(self, words: str) -> None:
        """What became of it."""
        self._said = words
        self.show_progress(0, 0)
        self.ui.voice.say(self, words, now=True)

    def _on_fault(self, fault: Exception) -> None:
        self._busy = False
        self.retranslate()
        self.faulted.emit(fault)


def _number(part: KeyedField) -> int:
    text = part.text()
    return int(text) if text.isascii() and text.isdecimal() else -1
