"""What was printed, what waits, what needs a word; and how the printers are."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.application.documents.outcomes import JobView, NotPrinted, PrintDesk, PrinterView, Queued, ShownPaper, WhyNot
from kiosk.application.shell_api import ShellApi
from kiosk.domain.documents.jobs import JobState
from kiosk.domain.documents.printers import PrintSetup
from kiosk.domain.documents.routing import STILL_PRINTS
from kiosk.domain.staff.actors import Staff
from kiosk.ui.context import Ui
from kiosk.ui.documents.preview import DocumentView
from kiosk.ui.i18n import aloud, spaced, translate
from kiosk.ui.shell.overlay import OnScan, Sheet
from kiosk.ui.shell.print_watch import PrintWatch
from kiosk.ui.tasks import TaskRunner
from kiosk.ui.widgets.basics import Button, ElidedText, ListArea, Panel, Pill, RowButton, Text, column, row
from kiosk.ui.widgets.pick_list import PickList
from kiosk.ui.words.documents.sales import copy_words
from kiosk.ui.words.printing import copy_word, document_word, state_word, trouble_word, what_to_do, why_not_words

HIGH = 400
"""Design pixels of both lists."""
_PILLS = {
    JobState.QUEUED: "info",
    JobState.SENT: "info",
    JobState.UNKNOWN: "warn",
    JobState.FAILED: "red",
    JobState.WITHDRAWN: "line",
    JobState.REPLACED: "line",
}
_WITHDRAWABLE = (JobState.QUEUED, JobState.UNKNOWN, JobState.FAILED)


class JobRow(RowButton):
    """One job of the list."""

    def __init__(self, ui: Ui) -> None:
        super().__init__(60)
        space = ui.theme.space
        self._ui = ui
        lines = column(self, margins=(space["m"], 3, space["m"], 3), gap=0)
        self.name = ElidedText("strong")
        self.about = ElidedText("caption", "ink2")
        self.state = Pill("line")
        top = row(gap=space["m"])
        top.addWidget(self.name, 1)
        top.addWidget(self.state)
        lines.addLayout(top, 1)
        lines.addWidget(self.about, 1)
        self.seal()

    def show_job(self, job: JobView) -> None:
        """Show it in two lines."""
        self.setObjectName(f"job_{job.job}")
        parts = [document_word(job.document), job.receipt, copy_word(job.copy) if job.copy else ""]
        self.name.setText(" · ".join(part for part in parts if part))
        self.about.setText(" · ".join(part for part in (self._ui.i18n.time(job.at), job.printer, job.who) if part))
        kind = "warn" if job.old else _PILLS.get(job.state, "jade")
        self.state.set(kind, state_word(job))
        self.setAccessibleName(aloud(self.name.text(), self.state.text(), self.about.text()))


class PrinterCard(Panel):
    """One printer: how it is, what to do, and what is asked about what waits for it.

    Signals:
        print_old(), withdraw_old(): what waits for too long.
        roll(): say how many labels are on the roll.
    """

    print_old = Signal()
    withdraw_old = Signal()
    roll = Signal()

    def __init__(self, ui: Ui, view: PrinterView) -> None:
        super().__init__(ui, "card")
        space = ui.theme.space
        self.view = view
        lines = column(self, margins=(space["m"], space["s"], space["m"], space["s"]), gap=space["xs"])
        head = row(gap=space["m"])
        self.name = ElidedText("strong")
        self.state = Pill("line")
        head.addWidget(self.name, 1)
        head.addWidget(self.state)
        lines.addLayout(head)
        self.note = Text("body", "ink2", wrap=True)
        lines.addWidget(self.note)
        self.print_button = Button("", "strong")
        self.print_button.setObjectName(f"print_old_{view.printer.id}")
        self.print_button.clicked.connect(self.print_old)
        self.withdraw_button = Button("", "strong")
        self.withdraw_button.setObjectName(f"withdraw_old_{view.printer.id}")
        self.withdraw_button.clicked.connect(self.withdraw_old)
        self.roll_button = Button("", "strong")
        self.roll_button.setObjectName(f"roll_{view.printer.id}")
        self.roll_button.clicked.connect(self.roll)
        for button in (self.print_button, self.withdraw_button, self.roll_button):
            lines.addWidget(button)
        self.show_view(view)

    def show_view(self, view: PrinterView) -> None:
        """As it is now."""
        self.view = view
        self.print_button.setVisible(view.old > 0)
        self.withdraw_button.setVisible(view.old > 0)
        self.roll_button.setVisible(view.printer.labels is not None)
        self.retranslate()

    def retranslate(self) -> None:
        view = self.view
        self.name.setText(view.printer.name)
        self.state.set(*self._state())
        self.note.setText(spaced("\n".join(self._notes())))
        self.note.setVisible(bool(self.note.text()))
        self.print_button.say(translate("Printing", "Print the %n old one(s)", None, view.old))
        self.withdraw_button.say(translate("Printing", "Withdraw the %n old one(s)", None, view.old))
        self.roll_button.say(
            translate("Printing", "New roll?") if view.new_roll else translate("Printing", "Roll changed")
        )

    def _state(self) -> tuple[str, str]:
        view = self.view
        if view.trouble is not None:
            return ("warn" if view.trouble in STILL_PRINTS else "red"), trouble_word(view.trouble)
        if view.printing:
            return "info", translate("Printing", "prints")
        return "jade", translate("Printing", "ready")

    def _notes(self) -> list[str]:
        view, said = self.view, []
        if view.trouble is not None:
            said.append(what_to_do(view.trouble))
        if view.stands_in:
            said.append(translate("Printing", "{other} prints meanwhile.").format(other=view.stands_in))
        if view.waiting:
            said.append(translate("Printing", "%n document(s) wait.", None, view.waiting))
        if view.old:
            said.append(translate("Printing", "%n of them wait too long to be printed unasked.", None, view.old))
        if view.printer.labels is not None:
            said.append(translate("Printing", "%n label(s) left on the roll.", None, view.printer.labels))
        return said


class PrintingSheet(Sheet):
    """Jobs on the left, printers on the right, or what stands on the chosen job's paper.

    Signals:
        roll_wanted(PrinterView): say how many labels are on its roll.
    """

    wide = True
    on_scan = OnScan.CLOSE
    roll_wanted = Signal(object)

    def __init__(self, ui: Ui, api: ShellApi, tasks: TaskRunner, watch: PrintWatch, actor: Staff) -> None:
        super().__init__(ui)
        self._api, self._tasks, self._watch, self._actor = api, tasks, watch, actor
        self.desk = PrintDesk(PrintSetup())
        self._jobs: tuple[JobView, ...] = ()
        self._said: Callable[[], str] = str
        self._shown = ""
        self.cards: list[PrinterCard] = []
        sides = row(gap=ui.theme.space["xl"])
        sides.addLayout(self._built_jobs(), 5)
        sides.addLayout(self._built_printers(), 4)
        self.body.addLayout(sides, 1)
        watch.changed.connect(self._load)
        self.retranslate()
        self._load()

    def _built_jobs(self) -> QVBoxLayout:
        space = self.ui.theme.space
        left = column(gap=space["s"])
        self.state = Text("body", "ink2", wrap=True)
        left.addWidget(self.state)
        self.list = PickList(self.ui, self._made, self._write, gap=space["xs"], right=space["s"])
        self.list.prefer(HIGH)
        self.list.tells.chosen.connect(self._show_choice)
        left.addWidget(self.list, 1)
        self.what = Text("strong", wrap=True)
        left.addWidget(self.what)
        buttons = row(gap=space["s"])
        self.came_out = Button("primary", "strong", key="F4")
        self.again = Button("", "strong", key="F5")
        self.withdraw = Button("danger", "strong", key="F8")
        for button, name, does in (
            (self.came_out, "job_came_out", self._on_came_out),
            (self.again, "job_again", self._on_again),
            (self.withdraw, "job_withdraw", self._on_withdraw),
        ):
            button.setObjectName(name)
            button.clicked.connect(does)
            buttons.addWidget(button, 1)
        left.addLayout(buttons)
        return left

    def _built_printers(self) -> QVBoxLayout:
        space = self.ui.theme.space
        right = column(gap=space["s"])
        self._area = ListArea(space["s"], right=space["s"])
        self._area.prefer(HIGH)
        self.none = Text("body", "ink2", wrap=True)
        self._area.rows.insertWidget(0, self.none)
        right.addWidget(self._area, 1)
        self.paper = DocumentView(self.ui)
        self.paper.setObjectName("job_paper")
        self.paper.hide()
        right.addWidget(self.paper, 1)
        self.look = Button("", "strong", key="F6")
        self.look.setObjectName("job_look")
        self.look.clicked.connect(self._on_look)
        right.addWidget(self.look)
        return right

    def start_focus(self) -> QWidget:
        return self.list.line(self.list.at) or self

    @property
    def job(self) -> JobView | None:
        """The chosen one."""
        return self._jobs[self.list.at] if self.list.at < len(self._jobs) else None

    # --- what it shows -----------------------------------------------------------------------------------------------

    def _load(self, _desk: object = None) -> None:
        self._tasks.run(self._api.print_desk, self._on_desk)

    def _on_desk(self, desk: PrintDesk) -> None:
        before, chosen = len(self._jobs), self.job
        asked = {job.job for job in desk.asked}
        self.desk = desk
        self._jobs = (*desk.asked, *(job for job in desk.jobs if job.job not in asked))
        at = next((at for at, job in enumerate(self._jobs) if chosen is not None and job.job == chosen.job), 0)
        self._show_cards(desk.printers)
        self.list.show_items(len(self._jobs), at)
        self.retranslate()
        if not before and self._jobs and not self.isAncestorOf(self.focusWidget() or self):
            self.start_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_cards(self, views: tuple[PrinterView, ...]) -> None:
        if [card.view.printer.id for card in self.cards] != [view.printer.id for view in views]:
            for card in self.cards:
                self._area.rows.removeWidget(card)
                card.hide()
                card.deleteLater()
            self.cards = []
            for at, view in enumerate(views):
                card = PrinterCard(self.ui, view)
                card.print_old.connect(partial(self._on_print_old, card))
                card.withdraw_old.connect(partial(self._on_withdraw_old, card))
                card.roll.connect(partial(self._on_roll, card))
                self._area.rows.insertWidget(at + 1, card)
                self.cards.append(card)
        for card, view in zip(self.cards, views, strict=True):
            card.show_view(view)

    def _made(self) -> JobRow:
        return JobRow(self.ui)

    def _write(self, line: JobRow, at: int) -> None:
        line.show_job(self._jobs[at])

    def retranslate(self) -> None:
        self.title.setText(translate("Printing", "Printing"))
        self.close_button.say(translate("Sheet", "Close"))
        asked = len(self.desk.asked)
        self.state.setText(
            translate("Printing", "%n paper(s) need a word: did they come out?", None, asked)
            if asked
            else translate("Printing", "Papers of today, the newest first.")
            if self._jobs
            else translate("Printing", "Nothing was printed today.")
        )
        self.none.setText(translate("Printing", "No printer is set up. A manager does it with Ctrl F9."))
        self.none.setVisible(not self.desk.printers)
        self.came_out.say(translate("Printing", "It came out"))
        self.withdraw.say(translate("Printing", "Withdraw"))
        self.list.show_items(len(self._jobs), self.list.at)
        self._show_choice()

    def _show_choice(self, _at: int = 0) -> None:
        job = self.job
        state = job.state if job is not None else None
        self.came_out.setEnabled(state is JobState.UNKNOWN)
        self.again.setEnabled(state in (JobState.UNKNOWN, JobState.FAILED))
        self.again.say(
            translate("Printing", "Try again") if state is JobState.FAILED else translate("Printing", "Print again")
        )
        self.withdraw.setEnabled(state in _WITHDRAWABLE)
        self.look.setEnabled(job is not None)
        self.look.say(
            translate("Printing", "Show the printers")
            if self.paper.isVisibleTo(self)
            else translate("Printing", "Show the paper")
        )
        if self.paper.isVisibleTo(self) and job is not None and job.job != self._shown:
            self._show_paper(job)
        self.what.setText(spaced(self._said() or self._what(job)))
        self.what.setVisible(bool(self.what.text()))

    def _what(self, job: JobView | None) -> str:
        if job is None:
            return ""
        if job.state is JobState.UNKNOWN:
            return translate(
                "Printing", "Look at {printer}: is the paper there, and whole? A new print is marked as a copy."
            ).format(printer=job.printer)
        if job.state is JobState.FAILED:
            return translate("Printing", "It could not be brought to the printer, and nothing came out.")
        if job.old:
            return translate("Printing", "It waits too long to be printed unasked: decide beside, at the printer.")
        if job.trouble is not None and job.state is JobState.QUEUED:
            return what_to_do(job.trouble)
        return ""

    def _tell(self, words: Callable[[], str]) -> None:
        self._said = words
        self.retranslate()
        self.ui.voice.say(self, words())
        self._said = str

    # --- the paper ---------------------------------------------------------------------------------------------------

    def _on_look(self) -> None:
        """In the printers' place, or back."""
        if self.job is not None and not self.paper.isVisibleTo(self):
            self._show_paper(self.job)
        else:
            self._show_printers()

    def _show_paper(self, job: JobView) -> None:
        self._shown = job.job
        self._tasks.run(partial(self._api.paper_of, job.job), self._on_paper)

    def _on_paper(self, paper: ShownPaper | None) -> None:
        if paper is not None and paper.job != self._shown:
            return  # another one was chosen meanwhile
        if paper is None:
            self._show_printers()
            self._tell(partial(why_not_words, WhyNot.GONE))
            return
        self.paper.show_document(paper.document, paper.paper)
        self._area.hide()
        self.paper.show()
        self._show_choice()

    def _show_printers(self) -> None:
        self._shown = ""
        self.paper.hide()
        self._area.show()
        self._show_choice()

    # --- what is done ------------------------------------------------------------------------------------------------

    def _on_came_out(self) -> None:
        if self.job is not None:
            self._tasks.run(partial(self._api.came_out, self.job.job, self._actor), self._on_done)

    def _on_withdraw(self) -> None:
        if self.job is not None:
            self._tasks.run(partial(self._api.withdraw_job, self.job.job, self._actor), self._on_done)

    def _on_again(self) -> None:
        job = self.job
        if job is None:
            return
        if job.state is JobState.FAILED:
            self._tasks.run(partial(self._api.try_again, job.job, self._actor), self._on_done)
        else:
            self._tasks.run(partial(_again, self._api, job, self._actor), self._on_queued)

    def _on_print_old(self, card: PrinterCard) -> None:
        view = card.view
        self._tasks.run(partial(self._api.print_old, view.printer.id, view.old_before_ms, self._actor), self._on_done)

    def _on_withdraw_old(self, card: PrinterCard) -> None:
        view = card.view
        work = partial(self._api.withdraw_old, view.printer.id, view.old_before_ms, self._actor)
        self._tasks.run(work, self._on_done)

    def _on_roll(self, card: PrinterCard) -> None:
        self.roll_wanted.emit(card.view)

    def _on_done(self, _done: object) -> None:
        self._watch.look()
        self._load()

    def _on_queued(self, answer: Queued | NotPrinted) -> None:
        if isinstance(answer, NotPrinted):
            self._tell(partial(why_not_words, answer.why))
        self._on_done(answer)

    # --- keys --------------------------------------------------------------------------------------------------------

    def own_key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if self.paper.isVisible() and key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.paper.turn(1 if key == Qt.Key.Key_PageDown else -1)
            return True
        button = {
            Qt.Key.Key_F4: self.came_out,
            Qt.Key.Key_F5: self.again,
            Qt.Key.Key_F6: self.look,
            Qt.Key.Key_F8: self.withdraw,
        }.get(key)
        if button is None:
            return False
        if button.isEnabled() and not event.isAutoRepeat():
            button.click()
        return True

    def step(self, event: QKeyEvent) -> bool:
        return self.list.step(event)


def _again(api: ShellApi, job: JobView, actor: Staff) -> Queued | NotPrinted:
    return api.print_again(job.job, actor, copy_words=copy_words(job.language))
