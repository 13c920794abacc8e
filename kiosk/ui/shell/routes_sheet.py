"""Which document goes to which printer."""

from __future__ import annotations

from functools import partial

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kiosk.domain.documents.blocks import DocumentKind
from kiosk.domain.documents.printers import PrintSetup
from kiosk.domain.documents.routing import route
from kiosk.ui.context import Ui
from kiosk.ui.i18n import spaced, translate
from kiosk.ui.shell.overlay import Sheet
from kiosk.ui.widgets.basics import ListArea, Text
from kiosk.ui.widgets.choice import Choice
from kiosk.ui.words.printing import document_word

HIGH = 440
KINDS = tuple(kind for kind in DocumentKind if kind is not DocumentKind.TEST_PAGE)


class RoutesSheet(Sheet):
    """A line for each document. "" is the printer whose paper suits best.

    Signals:
        changed(PrintSetup): other settings.
    """

    wide = True
    changed = Signal(object)

    def __init__(self, ui: Ui, setup: PrintSetup) -> None:
        super().__init__(ui)
        self.setup = setup
        space = ui.theme.space
        self.what = Text("body", "ink2", wrap=True)
        self.body.addWidget(self.what)
        self._area = ListArea(space["xs"], right=space["s"])
        self._area.prefer(HIGH)
        ids = ("", *(printer.id for printer in setup.printers))
        self.choices: dict[DocumentKind, Choice[str]] = {}
        for at, kind in enumerate(KINDS):
            choice = Choice(
                ui,
                f"route_{kind}",
                partial(document_word, kind),
                ids,
                partial(self._printer_word, kind),
                setup.routes.get(kind, ""),
            )
            choice.tells.changed.connect(self._on_changed)
            self.choices[kind] = choice
            self._area.rows.insertWidget(at, choice)
        self.body.addWidget(self._area, 1)
        self.retranslate()

    def start_focus(self) -> QWidget:
        return self.choices[KINDS[0]]

    def retranslate(self) -> None:
        self.title.setText(translate("Printing", "Which document goes where"))
        self.close_button.say(translate("Sheet", "Close"))
        self.what.setText(translate("Printing", "Without a choice a document goes where the paper suits it."))
        for choice in self.choices.values():
            choice.retranslate()

    def _printer_word(self, kind: DocumentKind, printer: str) -> str:
        chosen = self.setup.printer(printer)
        if chosen is not None:
            return chosen.name
        found = route(replace(self.setup, routes={}), kind)
        if found is None:
            return translate("Printing", "no printer")
        return spaced(translate("Printing", "by paper: {printer}").format(printer=found.name))

    def _on_changed(self) -> None:
        routes = {kind: choice.value for kind, choice in self.choices.items() if choice.value}
        self.setup = replace(self.setup, routes=routes)
        self.changed.emit(self.setup)
