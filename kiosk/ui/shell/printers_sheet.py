"""The printers of this terminal: those that are set up, those that were found, and what goes where."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.application.documents.outcomes import PrintDesk, PrinterView
from kiosk.application.ports.printing import FoundPrinter
from kiosk.domain.documents.printers import ReceiptPolicy
from kiosk.ui.context import Ui
from kiosk.ui.i18n import aloud, spaced, translate
from kiosk.ui.shell.overlay import Sheet
from kiosk.ui.widgets.basics import ElidedText, ListArea, Pill, RowButton, Text, column, row
from kiosk.ui.widgets.choice import Choice
from kiosk.ui.words.printing import language_word, paper_word, policy_word, trouble_word

STALE_MINUTES = (5, 15, 30, 60, 120, 480, 0)
HIGH = 440
"""Design pixels of the list."""


class PrinterRow(RowButton):
    """A printer that is set up, one that was found, or another thing to do."""

    def __init__(self, ui: Ui, name: str, title: Callable[[], str], note: Callable[[], str]) -> None:
        super().__init__(60)
        self.setObjectName(name)
        space = ui.theme.space
        self._title, self._note = title, note
        lines = column(self, margins=(space["m"], 3, space["m"], 3), gap=0)
        self.title, self.note, self.state = ElidedText("strong"), ElidedText("caption", "ink2"), Pill("line")
        head = row(gap=space["m"])
        head.addWidget(self.title, 1)
        head.addWidget(self.state)
        self.state.hide()
        lines.addLayout(head, 1)
        lines.addWidget(self.note, 1)
        self.seal()
        self.retranslate()

    def retranslate(self) -> None:
        """Its words again."""
        self.title.setText(self._title())
        self.note.setText(self._note())
        self.note.setVisible(bool(self.note.text()))
        self.setAccessibleName(aloud(self.title.text(), self.note.text()))


class PrintersSheet(Sheet):
    """Printers and what can be added on the left, what holds for all of them on the right.

    Signals:
        printer_wanted(str): this one (id) shall be changed.
        new_wanted(FoundPrinter or None): add this one, or one by its address.
        routes_wanted(): which document goes where.
        changed(PrintSetup): other settings.
    """

    wide = True
    printer_wanted = Signal(str)
    new_wanted = Signal(object)
    routes_wanted = Signal()
    changed = Signal(object)

    def __init__(self, ui: Ui, desk: PrintDesk) -> None:
        super().__init__(ui)
        self.desk = desk
        self.setup = desk.setup
        self.rows: list[PrinterRow] = []
        sides = row(gap=ui.theme.space["xl"])
        sides.addLayout(self._built_list(), 5)
        sides.addLayout(self._built_rest(), 5)
        self.body.addLayout(sides, 1)
        self.retranslate()

    def _built_list(self) -> QVBoxLayout:
        space = self.ui.theme.space
        self._area = ListArea(space["xs"], right=space["s"])
        self._area.prefer(HIGH)
        for view in self.desk.printers:
            printer = view.printer
            line = PrinterRow(self.ui, f"printer_{printer.id}", partial(str, printer.name), partial(_about, view))
            line.clicked.connect(partial(self.printer_wanted.emit, printer.id))
            self._add(line)
        by_hand = PrinterRow(self.ui, "printer_new", _by_address, str)
        by_hand.clicked.connect(partial(self.new_wanted.emit, None))
        self._add(by_hand)
        left = column(gap=space["s"])
        left.addWidget(self._area, 1)
        return left

    def _built_rest(self) -> QVBoxLayout:
        space = self.ui.theme.space
        right = column(gap=space["s"])
        self.policy = Choice(
            self.ui, "print_policy", _policy_label, tuple(ReceiptPolicy), policy_word, self.setup.receipts
        )
        self.stale = Choice(
            self.ui, "print_stale", _stale_label, STALE_MINUTES, self._minutes, self.setup.stale_minutes
        )
        self.routes = PrinterRow(self.ui, "print_routes", _routes_label, str)
        self.routes.clicked.connect(self.routes_wanted)
        for choice in (self.policy, self.stale):
            choice.tells.changed.connect(self._on_choice)
            right.addWidget(choice)
        right.addWidget(self.routes)
        self.hint = Text("body", "ink2", wrap=True)
        right.addWidget(self.hint)
        right.addStretch(1)
        return right

    def _add(self, line: PrinterRow) -> None:
        self._area.rows.insertWidget(len(self.rows), line)
        self.rows.append(line)

    def show_found(self, found: tuple[FoundPrinter, ...]) -> None:
        """Printers on this machine's ports, without those that are set up."""
        known = {printer.address for printer in self.setup.printers}
        for at, one in enumerate(found):
            if one.address in known:
                continue
            line = PrinterRow(self.ui, f"printer_found_{at}", partial(str, one.name), partial(_found_note, one))
            line.clicked.connect(partial(self.new_wanted.emit, one))
            self._add(line)
        self.retranslate()

    def start_focus(self) -> QWidget:
        return self.rows[0]

    def retranslate(self) -> None:
        self.title.setText(translate("Printing", "Printers"))
        self.close_button.say(translate("Sheet", "Close"))
        for line in (*self.rows, self.routes):
            line.retranslate()
        for choice in (self.policy, self.stale):
            choice.retranslate()
        for line, view in zip(self.rows, self.desk.printers, strict=False):
            line.state.setVisible(view.trouble is not None)
            if view.trouble is not None:
                line.state.set("warn", trouble_word(view.trouble))
        self.hint.setText(
            translate(
                "Printing",
                "A printer of the network is added by its address; printers on this computer’s ports are found.",
            )
        )

    def _on_choice(self) -> None:
        self.setup = replace(self.setup, receipts=self.policy.value, stale_minutes=self.stale.value)
        self.changed.emit(self.setup)

    def _minutes(self, minutes: int) -> str:
        if not minutes:
            return translate("Printing", "never too old")
        if minutes % 60 == 0:
            return translate("Printing", "%n hour(s)", None, minutes // 60)
        return translate("Printing", "%n minute(s)", None, minutes)


def _about(view: PrinterView) -> str:
    printer = view.printer
    return spaced(f"{language_word(printer.language)} · {paper_word(printer.paper)} · {printer.address}")


def _found_note(found: FoundPrinter) -> str:
    return translate("Printing", "Found: {address}. Press to add it.").format(address=found.address)


def _by_address() -> str:
    return translate("Printing", "Add a printer by its address")


def _policy_label() -> str:
    return translate("Printing", "Receipts")


def _stale_label() -> str:
    return translate("Printing", "Too old after")


def _routes_label() -> str:
    return translate("Printing", "Which document goes where")
