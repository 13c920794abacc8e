"""A manager sets the printers up: one sheet leads to the next, and back."""

from __future__ import annotations

from dataclasses import replace as replace_view
from datetime import datetime
from functools import partial

from msgspec.structs import replace
from PySide6.QtCore import QObject

from kiosk.application.documents.outcomes import NotPrinted, PrintDesk, PrinterView, Queued
from kiosk.application.ports.printing import FoundPrinter
from kiosk.application.shell_api import ShellApi
from kiosk.application.staff.outcomes import Approval
from kiosk.domain.documents.paper import ROLL_80
from kiosk.domain.documents.printers import Language, Printer, PrintSetup, Trouble
from kiosk.domain.documents.test_page import TestPage, lay_out
from kiosk.domain.staff.actors import Staff
from kiosk.domain.staff.roles import Role
from kiosk.domain.time import instant
from kiosk.ui.shell.messages import Level
from kiosk.ui.shell.overlay import Sheet
from kiosk.ui.shell.printer_sheet import PrinterSheet
from kiosk.ui.shell.printers_sheet import PrintersSheet
from kiosk.ui.shell.routes_sheet import RoutesSheet
from kiosk.ui.shell.sounds import Sound
from kiosk.ui.shell.station import Shell
from kiosk.ui.words.documents.store import printer_test_words
from kiosk.ui.words.printing import language_word, paper_word, why_not_words


class PrintSetupDesk(QObject):
    """Opens the sheets and has changed what they say, under the manager who gave their PIN."""

    def __init__(self, shell: Shell, approval: Approval) -> None:
        super().__init__()
        self._shell, self._approval = shell, approval
        self._desk = PrintDesk(PrintSetup())
        self._sheet: PrinterSheet | None = None
        self._found: FoundPrinter | None = None

    def begin(self) -> None:
        """The list of printers, as they are now."""
        self._shell.tasks.run(partial(self._shell.api.print_desk, jobs=False), self._on_desk)

    def _on_desk(self, desk: PrintDesk) -> None:
        self._desk = desk
        self._show_printers()

    def _show_printers(self) -> None:
        sheet = PrintersSheet(self._shell.ui, self._desk)
        sheet.printer_wanted.connect(self._on_printer_wanted)
        sheet.new_wanted.connect(self._on_new_wanted)
        sheet.routes_wanted.connect(self._on_routes_wanted)
        sheet.changed.connect(self._change)
        self._shell.overlay.open(sheet)
        # ports may answer slowly, and searches and PINs must not wait for them
        self._shell.tasks.ask_hq(self._shell.api.found_printers, sheet.show_found)

    def _open(self, sheet: Sheet) -> None:
        """Above the list, which comes back when it is put away."""
        self._shell.overlay.open(sheet)
        sheet.closed.connect(self._show_printers)

    def _on_routes_wanted(self) -> None:
        sheet = RoutesSheet(self._shell.ui, self._desk.setup)
        sheet.changed.connect(self._change)
        self._open(sheet)

    def _on_printer_wanted(self, printer: str) -> None:
        view = next(one for one in self._desk.printers if one.printer.id == printer)
        self._show_printer(view.printer, view.waiting)

    def _on_new_wanted(self, found: FoundPrinter | None) -> None:
        self._found = found
        self._shell.tasks.run(self._shell.api.new_printer_id, self._on_new_id)

    def _on_new_id(self, printer_id: str) -> None:
        found = self._found
        language = found.language if found is not None and found.language is not None else Language.ESCPOS
        if found is not None and found.address.startswith("system:"):
            language = Language.SYSTEM
        name, address = (found.name[:40], found.address) if found is not None else ("", "")
        self._show_printer(Printer(printer_id, name, language, address, ROLL_80.name), 0)

    def _show_printer(self, printer: Printer, waiting: int) -> None:
        sheet = PrinterSheet(self._shell.ui, printer, self._desk.setup, waiting=waiting)
        sheet.kept.connect(self._on_kept)
        sheet.test_wanted.connect(self._on_test_wanted)
        sheet.removed.connect(self._on_removed)
        sheet.look_wanted.connect(self._on_look_wanted)
        self._sheet = sheet
        self._open(sheet)

    # --- what is changed ---------------------------------------------------------------------------------------------

    def _change(self, setup: PrintSetup) -> None:
        self._use(setup)
        work = partial(self._shell.api.set_up_printing, setup, self._approval.staff)
        self._shell.tasks.run(work, self._on_changed)

    def _on_changed(self, setup: PrintSetup) -> None:
        self._use(setup)
        self._shell.printing.look_soon()

    def _use(self, setup: PrintSetup) -> None:
        known = {view.printer.id: view for view in self._desk.printers}
        views = (
            replace_view(known.get(printer.id, PrinterView(printer)), printer=printer) for printer in setup.printers
        )
        self._desk = PrintDesk(setup, tuple(views))

    def _with(self, printer: Printer) -> PrintSetup:
        """The setup with this printer in its place, or at the end."""
        setup = self._desk.setup
        if setup.printer(printer.id) is None:
            return replace(setup, printers=(*setup.printers, printer))
        return replace(setup, printers=tuple(printer if one.id == printer.id else one for one in setup.printers))

    def _on_kept(self, printer: Printer) -> None:
        self._change(self._with(printer))
        self._shell.sounds.play(Sound.OK)
        self._close()

    def _on_removed(self, printer: str) -> None:
        setup = self._desk.setup
        self._change(replace(setup, printers=tuple(one for one in setup.printers if one.id != printer)))
        self._shell.sounds.play(Sound.OK)
        self._close()

    def _close(self) -> None:
        if self._sheet is not None:
            self._sheet.close_sheet()

    # --- a look, and a test page -------------------------------------------------------------------------------------

    def _on_look_wanted(self, printer: Printer) -> None:
        self._shell.tasks.ask_hq(partial(self._shell.api.ask_printer, printer), self._on_look, self._on_no_address)

    def _on_look(self, trouble: Trouble | None) -> None:
        if self._shell.overlay.sheet is self._sheet and self._sheet is not None:
            self._sheet.show_look(trouble)

    def _on_no_address(self, fault: Exception) -> None:
        if not isinstance(fault, ValueError):
            self._shell.messages.fault(fault)
        elif self._shell.overlay.sheet is self._sheet and self._sheet is not None:
            self._sheet.show_no_address()

    def _on_test_wanted(self, printer: Printer) -> None:
        api, ui = self._shell.api, self._shell.ui
        self._change(self._with(printer))
        manager = Staff(self._approval.staff, self._approval.name, Role.MANAGER)
        now = instant(self._shell.clock.now_ms())
        work = partial(_test_page, api, printer, ui.i18n.language, now, manager)
        self._shell.tasks.run(work, self._on_test)

    def _on_test(self, answer: Queued | NotPrinted) -> None:
        if isinstance(answer, NotPrinted):
            self._shell.messages.notice(partial(why_not_words, answer.why), Level.ATTENTION)
        elif self._shell.overlay.sheet is self._sheet and self._sheet is not None:
            self._sheet.show_test()


def _test_page(api: ShellApi, printer: Printer, language: str, now: datetime, manager: Staff) -> Queued | NotPrinted:
    """On the database's thread."""
    terminal, paper, speaks = api.terminal(), paper_word(printer.paper), language_word(printer.language)
    page = TestPage(terminal.store_name, terminal.zone, now, printer.name, paper, printer.dpi, speaks)
    document = lay_out(page, printer_test_words(language, terminal.currency), terminal.brand)
    return api.queue_document(document, manager, printer=printer.id)
