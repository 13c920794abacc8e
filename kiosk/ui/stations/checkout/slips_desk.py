"""Opens the sheets of paper slips, and carries out what was decided in them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kiosk.application.checkout_api import CheckoutApi
from kiosk.application.slips.outcomes import SlipBooked, SlipSheet, Written
from kiosk.application.staff.outcomes import Approval, ApprovalNeeded
from kiosk.domain.refusals import Refusal, RefusalCode
from kiosk.domain.scan.events import ScanEvent
from kiosk.domain.staff.actors import Staff
from kiosk.domain.staff.roles import Permission
from kiosk.domain.tokens import TokenKind
from kiosk.ui.i18n import spaced, translate
from kiosk.ui.shell.messages import Level
from kiosk.ui.shell.overlay import OnScan
from kiosk.ui.shell.signin.sheets import ApprovalSheet
from kiosk.ui.shell.sounds import Sound
from kiosk.ui.shell.station import Shell
from kiosk.ui.stations.checkout.news import Changed, News
from kiosk.ui.stations.checkout.settings import CheckoutSettings
from kiosk.ui.stations.checkout.slips_memory import SlipsMemory
from kiosk.ui.words.refusals import in_a_sentence, refusal_words
from kiosk.ui.words.surroundings import Surroundings

if TYPE_CHECKING:
    from kiosk.ui.documents.slip_printing import SlipPrinting
    from kiosk.ui.stations.checkout.slip_books_sheet import SlipBooksSheet
    from kiosk.ui.stations.checkout.slips_sheet import SlipsSheet

# The sheets are imported when one is opened, as the checkout's others are.


_PREFIX = f"{TokenKind.PAPER_SLIP.value}:"


class SlipsDesk(QObject):
    """Between the sheets: what one of them began goes on when a manager's PIN was given in another.

    Signals:
        forms_wanted(): registration forms on paper.
    """

    forms_wanted = Signal()

    def __init__(
        self,
        shell: Shell,
        api: CheckoutApi,
        settings: CheckoutSettings,
        news: News,
        actor: Callable[[], Staff | None],
        around: Callable[[], Surroundings],
    ) -> None:
        super().__init__()
        self._shell, self._api, self._settings, self._news = shell, api, settings, news
        self._actor, self._around = actor, around
        self._memory = SlipsMemory()
        self._written: Written | None = None
        self._approval: Approval | None = None
        self._printing: SlipPrinting | None = None

    def forget(self) -> None:
        """Somebody else works: nothing of what was keyed in is theirs."""
        self._memory = SlipsMemory()
        self._approval = None

    # --- keying in ---------------------------------------------------------------------------------------------------

    def open(self) -> None:
        """Ctrl K"""
        actor = self._actor()
        if actor is None:
            return
        if not actor.may(Permission.KEY_IN_SLIPS):
            self._say_no(Refusal(RefusalCode.NOT_PERMITTED))
            return
        self._open_sheet(actor)

    def takes(self, event: ScanEvent) -> bool:
        """Whether a code is a slip's: it is for no sale that is being made."""
        return event.text.strip()[: len(_PREFIX)].upper() == _PREFIX

    def take(self, event: ScanEvent) -> None:
        """A slip was scanned while nobody keyed any in: it is the first."""
        self.open()
        sheet = self._shell.overlay.sheet
        if sheet is not None and sheet.on_scan is OnScan.TAKE:
            sheet.take(event)

    def _open_sheet(self, actor: Staff) -> SlipsSheet:
        from kiosk.ui.stations.checkout.slips_sheet import SlipsSheet

        shell = self._shell
        sheet = SlipsSheet(shell.ui, self._api, shell.tasks, shell.clock, actor, self._memory, self._around)
        sheet.booked.connect(self._on_booked)
        sheet.refused.connect(self._on_refused)
        sheet.attention.connect(self._on_attention)
        sheet.approval_needed.connect(self._on_approval_needed)
        sheet.faulted.connect(shell.messages.fault)
        sheet.books_wanted.connect(self.open_books)
        sheet.forms_wanted.connect(self.forms_wanted)
        shell.overlay.open(sheet)
        return sheet

    def _on_booked(self, _slip: SlipBooked) -> None:
        self._shell.sounds.play(Sound.OK)
        self._news.say(Changed.SALES | Changed.PRICE)

    def _on_refused(self, _refusal: Refusal) -> None:
        self._shell.sounds.play(Sound.REFUSED)

    def _on_attention(self) -> None:
        self._shell.sounds.play(Sound.ATTENTION)

    def _on_approval_needed(self, needed: ApprovalNeeded, written: Written) -> None:
        self._written = written
        sheet = self._approval_sheet(needed)
        sheet.approved.connect(self._on_approved)
        self._shell.overlay.open(sheet)
        self._shell.sounds.play(Sound.ATTENTION)

    def _approval_sheet(self, needed: ApprovalNeeded) -> ApprovalSheet:
        shell = self._shell
        sheet = ApprovalSheet(
            shell.ui,
            self._api,
            shell.tasks,
            shell.clock,
            Permission.MANAGE_SLIPS,
            lambda: in_a_sentence(refusal_words(needed.refusal, self._around())),
        )
        sheet.refused.connect(self._on_refused)
        return sheet

    def _on_approved(self, approval: Approval) -> None:
        actor = self._actor()
        if actor is not None and self._written is not None:
            work = partial(self._api.key_in_slip, self._written, actor, approval)
            self._shell.tasks.run(work, self._on_answer)

    def _on_answer(self, answer: SlipBooked | ApprovalNeeded | Refusal) -> None:
        actor = self._actor()
        if actor is None:
            return
        if isinstance(answer, SlipBooked):
            self._memory.booked(answer)
            self._open_sheet(actor)
            self._on_booked(answer)
            return
        sheet = self._open_sheet(actor)
        sheet.show_refused(answer.refusal if isinstance(answer, ApprovalNeeded) else answer)

    # --- books -------------------------------------------------------------------------------------------------------

    def open_books(self) -> None:
        """A manager's: somebody else's PIN opens them for once."""
        actor = self._actor()
        if actor is None:
            return
        if actor.may(Permission.MANAGE_SLIPS):
            self._open_books(None)
            return
        shell = self._shell
        sheet = ApprovalSheet(
            shell.ui,
            self._api,
            shell.tasks,
            shell.clock,
            Permission.MANAGE_SLIPS,
            lambda: translate("Slips", "Books of slips are a manager’s: printing, numbers that are unused or lost."),
        )
        sheet.refused.connect(self._on_refused)
        sheet.approved.connect(self._open_books)
        shell.overlay.open(sheet)

    def _open_books(self, approval: Approval | None) -> None:
        from kiosk.ui.stations.checkout.slip_books_sheet import SlipBooksSheet

        actor, shell = self._actor(), self._shell
        if actor is None:
            return
        folder = self._settings.slips
        around = self._around()
        sheet = SlipBooksSheet(shell.ui, self._api, shell.tasks, actor, approval, around, printing=folder is not None)
        sheet.print_wanted.connect(self._on_print_wanted)
        sheet.stop_wanted.connect(self._on_stop_wanted)
        sheet.refused.connect(self._on_refused)
        sheet.faulted.connect(shell.messages.fault)
        shell.overlay.open(sheet)

    def _sheet(self) -> SlipBooksSheet | None:
        from kiosk.ui.stations.checkout.slip_books_sheet import SlipBooksSheet

        sheet = self._shell.overlay.sheet
        return sheet if isinstance(sheet, SlipBooksSheet) else None

    def _on_print_wanted(self, book: SlipSheet) -> None:
        folder = self._settings.slips
        if folder is None:
            return
        if self._printing is None:
            from kiosk.ui.documents.slip_printing import SlipPrinting

            self._printing = SlipPrinting(folder)
            self._printing.progress.connect(self._on_progress)
            self._printing.written.connect(self._on_written)
            self._printing.stopped.connect(self._on_stopped)
            self._printing.failed.connect(self._on_failed)
        self._printing.begin(book, self._shell.ui.i18n.language)

    def _on_stop_wanted(self) -> None:
        if self._printing is not None:
            self._printing.stop()

    def _on_progress(self, done: int, whole: int) -> None:
        sheet = self._sheet()
        if sheet is not None:
            sheet.show_progress(done, whole)

    def _on_written(self, path: Path) -> None:
        self._tell(lambda: spaced(translate("Slips", "The book is in {file}.").format(file=path.name)))
        self._shell.sounds.play(Sound.OK)

    def _on_stopped(self) -> None:
        self._tell(lambda: translate("Slips", "Stopped: there is no file."))

    def _on_failed(self, fault: Exception) -> None:
        if not isinstance(fault, OSError):
            self._shell.messages.fault(fault)
        self._tell(lambda: translate("Slips", "The book could not be saved. Check the folder and the disk."))

    def _tell(self, words: Callable[[], str]) -> None:
        sheet = self._sheet()
        if sheet is not None:
            sheet.show_written(words())
        else:
            self._shell.messages.notice(words)

    def _say_no(self, refusal: Refusal) -> None:
        self._shell.sounds.play(Sound.REFUSED)
        self._shell.messages.notice(lambda: in_a_sentence(refusal_words(refusal, self._around())), Level.ATTENTION)
