"""A page that asks for one thing to be typed, with the keyboard on the screen below it."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from kiosk.domain.refusals import Refusal
from kiosk.domain.registration.names import LONGEST_NAME, NameRead
from kiosk.domain.registration.phones import PhoneRead
from kiosk.ui.i18n import translate
from kiosk.ui.measure import respace
from kiosk.ui.shell.sounds import Sound
from kiosk.ui.stations.selfservice.acting import refused
from kiosk.ui.stations.selfservice.flow import Flow, Screen
from kiosk.ui.stations.selfservice.parts import button
from kiosk.ui.stations.selfservice.scroll import Scroll
from kiosk.ui.widgets.basics import Text, column, row
from kiosk.ui.widgets.touch.field import TouchField
from kiosk.ui.widgets.touch.layouts import FieldKind
from kiosk.ui.words.registration import name_problem_words, phone_problem_words


class FieldScreen(Screen):
    """Subclasses say what is asked (`label`, `about`), and what becomes of the answer (`answered`)."""

    kind: ClassVar[FieldKind] = FieldKind.WORDS
    longest: ClassVar[int] = 60
    optional: ClassVar[bool] = False
    """It may be left out."""

    def __init__(self, flow: Flow, text: str = "") -> None:
        super().__init__(flow)
        self.list = Scroll(self.ui, gap=20, keys=False)
        column(self).addWidget(self.list)
        self.told = Text("s_body", "ink2", wrap=True)
        self.field = TouchField(self.ui, f"{self.name}_field", self.kind, longest=self.longest)
        if text:
            self.field.set_text(text)
        self.field.entered.connect(self._go)
        self.field.edited.connect(self.edited)
        ways = QWidget()
        line = row(ways, gap=20)
        self.skip = button("s_second", f"{self.name}_skip", self.skipped)
        self.go = button("s_primary", f"{self.name}_go", self._go)
        line.addWidget(self.skip, 1)
        line.addWidget(self.go, 2)
        self.list.fill([self.told, self.field, ways])
        self.retranslate()

    # --- what subclasses say -----------------------------------------------------------------------------------------

    def label(self) -> str:
        """What is wanted."""
        return ""

    def hint(self) -> str:
        """An example."""
        return ""

    def about(self) -> str:
        """What for."""
        return ""

    def may_skip(self) -> bool:
        """Whether it can be left out now."""
        return self.optional

    def answered(self, text: str) -> None:
        """The answer; `self.field.show_problem` when it is none."""

    def skipped(self) -> None:
        """It is left out."""

    def edited(self) -> None:
        """Another text stands there."""

    # -----------------------------------------------------------------------------------------------------------------

    def start_focus(self) -> QWidget:
        return self.field.edit

    def arrange(self, portrait: bool) -> None:
        respace(self.list.rows, (0, 0, 0, 0), 20 if portrait else 8)  # half of the window is the keyboard's

    def retranslate(self) -> None:
        self.told.setText(self.about())
        self.told.setVisible(bool(self.about()))
        self.field.ask(self.label(), self.hint())
        self.skip.say(translate("SelfService", "Leave it out"))
        self.skip.setVisible(self.may_skip())
        self.go.say(translate("SelfService", "One moment…") if self.waits else translate("SelfService", "Go on"))
        self.go.setEnabled(not self.waits)

    def _go(self) -> None:
        if self.waits:
            return
        text = self.field.text()
        if not text and self.may_skip():
            self.skipped()
        else:
            self.answered(text)

    def busy(self, busy: bool) -> None:
        """An answer is on its way."""
        self.waits = busy
        self.retranslate()

    def refuse(self, refusal: Refusal) -> None:
        """Say why not."""
        self.flow.shell.sounds.play(Sound.REFUSED)
        self.flow.say(refused(self.flow, refusal))

    def retire(self) -> None:
        super().retire()
        self.field.forget()


class NameField(FieldScreen):
    """A question for somebody's name."""

    kind: ClassVar[FieldKind] = FieldKind.NAME
    longest: ClassVar[int] = LONGEST_NAME

    def answered(self, text: str) -> None:
        self.ask(partial(self.flow.api.read_name, text), self._on_read)

    def _on_read(self, read: NameRead) -> None:
        if read.problem is not None:
            self.field.show_problem(name_problem_words(read.problem))
            return
        self.keep(read.name)

    def keep(self, name: str) -> None:
        """It is one."""
        raise NotImplementedError


class PhoneField(FieldScreen):
    """A question for somebody's phone."""

    kind: ClassVar[FieldKind] = FieldKind.PHONE

    def answered(self, text: str) -> None:
        self.ask(partial(self.flow.api.read_phone, text), self._on_read)

    def _on_read(self, read: PhoneRead) -> None:
        if read.problem is not None:
            self.field.show_problem(phone_problem_words(read.problem))
            return
        self.keep(read.e164)

    def keep(self, phone: str) -> None:
        """It is one (E.164)."""
        raise NotImplementedError
