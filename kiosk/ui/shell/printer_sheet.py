"""One printer: its name, its address, how it is spoken to; a look at it and a test page."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.application.documents.outcomes import PrinterView
from kiosk.domain.documents.paper import PAPERS
from kiosk.domain.documents.printers import CodePage, Language, Printer, PrintSetup, Trouble
from kiosk.ui.context import Ui
from kiosk.ui.i18n import spaced, translate
from kiosk.ui.shell.overlay import Sheet
from kiosk.ui.shell.print_watch import trouble_sentence
from kiosk.ui.widgets.basics import Button, ListArea, Text, column, row
from kiosk.ui.widgets.choice import Choice
from kiosk.ui.widgets.letter_pad import TypedField
from kiosk.ui.words.printing import code_page_word, language_word, paper_word, yes_word

HIGH = 440
"""Design pixels of the list of settings."""
DPIS = (180, 203, 300, 600)
OFFSETS = tuple(range(-100, 101, 5))
"""Tenths of a millimetre."""
LABELS = (None, 100, 250, 500, 1_000, 2_000)
WARN_AT = (5, 10, 20, 50, 100)


class PrinterSheet(Sheet):
    """Nothing is kept before `keep`; a test page keeps it first.

    Signals:
        kept(Printer): these settings.
        test_wanted(Printer): the same, and a test page.
        removed(str): this one (id) goes.
        look_wanted(Printer): how is it? The answer comes to `show_look`.
    """

    wide = True
    kept = Signal(object)
    test_wanted = Signal(object)
    removed = Signal(str)
    look_wanted = Signal(object)

    def __init__(self, ui: Ui, printer: Printer, setup: PrintSetup, *, waiting: int = 0) -> None:
        """`waiting`: how many documents go with it when it is removed."""
        super().__init__(ui)
        self._printer, self._setup, self._waiting = printer, setup, waiting
        self._told: Callable[[], str] = str
        self._tone = "ink2"
        self._asked = False
        sides = row(gap=ui.theme.space["xl"])
        sides.addLayout(self._built_fields(), 4)
        sides.addLayout(self._built_choices(), 5)
        self.body.addLayout(sides, 1)
        self.body.addLayout(self._built_buttons())
        self.retranslate()

    def _built_fields(self) -> QVBoxLayout:
        space = self.ui.theme.space
        left = column(gap=space["s"])
        self.name_word, self.address_word = Text("caption", "ink2"), Text("caption", "ink2")
        self.name = TypedField(self.ui, "printer_name")
        self.address = TypedField(self.ui, "printer_address", longest=200)
        self.name.field.setText(self._printer.name)
        self.address.field.setText(self._printer.address)
        for word, field in ((self.name_word, self.name), (self.address_word, self.address)):
            field.edited.connect(self._on_edited)
            left.addWidget(word)
            left.addWidget(field)
        self.name.pad_shown.connect(self._on_name_pad)
        self.address.pad_shown.connect(self._on_address_pad)
        self.forms = Text("caption", "ink2", wrap=True)
        self.told = Text("strong", wrap=True)
        left.addWidget(self.forms)
        left.addWidget(self.told)
        left.addStretch(1)
        return left

    def _built_choices(self) -> QVBoxLayout:
        ui, one = self.ui, self._printer
        others = ("", *(other.id for other in self._setup.printers if other.id != one.id))
        choices: list[Choice[Any]] = [
            Choice(ui, "set_language", _label_language, tuple(Language), language_word, one.language),
            Choice(ui, "set_paper", _label_paper, tuple(paper.name for paper in PAPERS), paper_word, one.paper),
            Choice(ui, "set_dpi", _label_dpi, DPIS, str, one.dpi),
            Choice(ui, "set_code_page", _label_code_page, tuple(CodePage), code_page_word, one.code_page),
            Choice(ui, "set_cuts", _label_cuts, (True, False), yes_word, one.cuts),
            Choice(ui, "set_drawer", _label_drawer, (False, True), yes_word, one.drawer),
            Choice(ui, "set_tells", _label_tells, (True, False), yes_word, one.tells),
            Choice(ui, "set_fallback", _label_fallback, others, self._other_word, one.fallback),
            Choice(ui, "set_left", _label_left, OFFSETS, _millimetres, one.left),
            Choice(ui, "set_top", _label_top, OFFSETS, _millimetres, one.top),
            Choice(ui, "set_labels", _label_labels, LABELS, self._labels_word, one.labels),
            Choice(ui, "set_warn_at", _label_warn, WARN_AT, str, one.warn_at),
        ]
        self.choices = {choice.objectName().removeprefix("set_"): choice for choice in choices}
        space = ui.theme.space
        self._area = ListArea(space["xs"], right=space["s"])
        self._area.prefer(HIGH)
        for at, choice in enumerate(choices):
            choice.tells.changed.connect(self._on_edited)
            self._area.rows.insertWidget(at, choice)
        right = column()
        right.addWidget(self._area, 1)
        return right

    def _built_buttons(self) -> Any:
        buttons = row(gap=self.ui.theme.space["m"])
        self.keep = Button("primary", "strong", key="Enter")
        self.test = Button("", "strong", key="F5")
        self.look = Button("", "strong", key="F4")
        self.remove = Button("danger", "strong", key="F8")
        for button, name, does in (
            (self.keep, "printer_keep", self.enter),
            (self.test, "printer_test", self._on_test),
            (self.look, "printer_look", self._on_look),
            (self.remove, "printer_remove", self._on_remove),
        ):
            button.setObjectName(name)
            button.clicked.connect(does)
            buttons.addWidget(button, 1)
        return buttons

    def start_focus(self) -> QWidget:
        return self.name.field

    @property
    def printer(self) -> Printer:
        """As it is keyed in now."""
        chosen = {name: choice.value for name, choice in self.choices.items()}
        return replace(self._printer, name=self.name.text(), address=self.address.text(), **chosen)

    @property
    def complete(self) -> bool:
        """It has a name and an address."""
        return bool(self.name.text() and self.address.text())

    # --- words -------------------------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        known = self._setup.printer(self._printer.id) is not None
        self.title.setText(self._printer.name if known else translate("Printing", "A new printer"))
        self.close_button.say(translate("Sheet", "Close"))
        self.name_word.setText(translate("Printing", "Name"))
        self.address_word.setText(translate("Printing", "Address"))
        self.name.ask(translate("Printing", "as people call it, e.g. Counter"))
        self.address.ask(translate("Printing", "e.g. {address}").format(address="tcp://192.168.1.50:9100"))
        self.forms.setText(
            translate(
                "Printing", "Network: {tcp} · serial port: {serial} · USB: {usb} · this computer’s: {system}"
            ).format(tcp="tcp://…:9100", serial="serial:COM3@9600", usb="device:/dev/usb/lp0", system="system:…")
        )
        for choice in self.choices.values():
            choice.retranslate()
        self.keep.say(translate("Printing", "Keep"))
        self.test.say(translate("Printing", "Test page"))
        self.look.say(translate("Printing", "Look"))
        self.remove.say(translate("Printing", "Really remove") if self._asked else translate("Printing", "Remove"))
        self.remove.setVisible(known)
        for button in (self.keep, self.test, self.look):
            button.setEnabled(self.complete)
        escpos = self.choices["language"].value is Language.ESCPOS
        for name in ("code_page", "cuts", "drawer"):
            self.choices[name].setVisible(escpos)
        self.choices["warn_at"].setVisible(self.choices["labels"].value is not None)
        self.told.setText(spaced(self._told()))
        self.told.set_tone(self._tone)
        self.told.setVisible(bool(self.told.text()))

    def _other_word(self, printer: str) -> str:
        other = self._setup.printer(printer)
        return other.name if other is not None else translate("Printing", "nobody")

    def _labels_word(self, labels: int | None) -> str:
        return translate("Printing", "not counted") if labels is None else self.ui.i18n.number(labels)

    def _tell(self, words: Callable[[], str], tone: str) -> None:
        self._told, self._tone = words, tone
        self.retranslate()
        self.ui.voice.say(self, self.told.text())

    # --- what is done ------------------------------------------------------------------------------------------------

    def _on_edited(self) -> None:
        self._told, self._asked = str, False
        self.retranslate()

    def _on_name_pad(self, shown: bool) -> None:
        if shown:
            self.address.close_pad()
        self._area.setVisible(not shown)  # the keys have its room meanwhile

    def _on_address_pad(self, shown: bool) -> None:
        if shown:
            self.name.close_pad()
        self._area.setVisible(not shown)

    def enter(self) -> None:
        if self.complete:
            self.kept.emit(self.printer)

    def _on_test(self) -> None:
        self.test_wanted.emit(self.printer)

    def _on_look(self) -> None:
        self._tell(lambda: translate("Printing", "It is asked how it is…"), "ink2")
        self.look_wanted.emit(self.printer)

    def show_look(self, trouble: Trouble | None) -> None:
        """How it is."""
        if trouble is None:
            self._tell(lambda: translate("Printing", "It is well, or cannot tell. Print a test page."), "success")
        else:
            view = PrinterView(self.printer, trouble)
            self._tell(partial(trouble_sentence, view), "warn")

    def show_no_address(self) -> None:
        """Nobody understands the address."""
        self._tell(lambda: translate("Printing", "This is no printer’s address."), "warn")

    def show_test(self) -> None:
        """A test page is on its way."""
        self._tell(lambda: translate("Printing", "Kept; the test page is on its way."), "success")

    def _on_remove(self) -> None:
        if self._asked:
            self.removed.emit(self._printer.id)
            return
        self._asked = True

        def words() -> str:
            if not self._waiting:
                return translate("Printing", "The printer goes from this terminal.")
            return translate(
                "Printing", "The printer goes, and %n document(s) that wait for it are withdrawn.", None, self._waiting
            )

        self._tell(words, "warn")

    def own_key(self, event: QKeyEvent) -> bool:
        button = {Qt.Key.Key_F4: self.look, Qt.Key.Key_F5: self.test, Qt.Key.Key_F8: self.remove}.get(
            Qt.Key(event.key())
        )
        if button is None:
            return False
        if button.isEnabled() and button.isVisible() and not event.isAutoRepeat():
            button.click()
        return True


def _millimetres(tenths: int) -> str:
    return f"{tenths / 10:+.1f} mm" if tenths else "0 mm"


def _label_language() -> str:
    return translate("Printing", "Printer language")


def _label_paper() -> str:
    return translate("Printing", "Paper")


def _label_dpi() -> str:
    return translate("Printing", "Dots per inch")


def _label_code_page() -> str:
    return translate("Printing", "Chinese")


def _label_cuts() -> str:
    return translate("Printing", "Cuts the paper")


def _label_drawer() -> str:
    return translate("Printing", "Opens a cash drawer")


def _label_tells() -> str:
    return translate("Printing", "Answers when asked")


def _label_fallback() -> str:
    return translate("Printing", "Stands in when it cannot")


def _label_left() -> str:
    return translate("Printing", "Move to the right")


def _label_top() -> str:
    return translate("Printing", "Move down")


def _label_labels() -> str:
    return translate("Printing", "Labels left on the roll")


def _label_warn() -> str:
    return translate("Printing", "Warn from so many labels on")
