"""The checkout's sheets that ask: find a member, amounts by category."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from datetime import date, datetime, time
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from kiosk.application.checkout_api import CheckoutApi
from kiosk.application.members.outcomes import MembersFound, MemberView
from kiosk.ui.context import Ui
from kiosk.ui.i18n import aloud, spaced, translate
from kiosk.ui.measure import held, spaced_out
from kiosk.ui.shell.overlay import OnScan, Sheet
from kiosk.ui.stations.checkout.amount import entry_of, typed_minor
from kiosk.ui.stations.checkout.find_hints import FindHints
from kiosk.ui.stations.checkout.member_panel import TIER_PILL
from kiosk.ui.tasks import TaskRunner
from kiosk.ui.widgets.basics import Button, ElidedText, KeyCap, Pill, RowButton, Text, column, row
from kiosk.ui.widgets.keypad import Keypad, press_in
from kiosk.ui.widgets.letter_pad import TypedField
from kiosk.ui.widgets.pick_list import PickList
from kiosk.ui.words.codes import category_word, segment_word, tier_word, vouched_word
from kiosk.ui.words.lists import shown_of
from kiosk.ui.words.surroundings import Surroundings

WHOLE_NUMBER = 8
"""Characters from which on a text may be a whole number, which HQ can be asked for."""


TALL, LOW = 350, 150
"""Design pixels of the list: alone, and below the keys on the screen."""


class FoundMember(RowButton):
    """One member of the result: what tells those of one name apart stands below it."""

    def __init__(self, ui: Ui) -> None:
        super().__init__(64)
        space = ui.theme.space
        self.member = ""
        line = row(self, margins=(space["l"], 4, space["l"], 4), gap=space["m"])
        words = column(gap=0)
        self.name = ElidedText("lead")
        self.about = ElidedText("caption", "ink2")
        words.addStretch(1)
        words.addWidget(self.name)
        words.addWidget(self.about)
        words.addStretch(1)
        self.phone = Text("body", "ink2")
        self.tier = Pill("gold")
        self.cap = KeyCap("")
        line.addLayout(words, 1)
        line.addWidget(self.phone)
        line.addWidget(self.tier)
        line.addWidget(self.cap)
        self.seal()

    def show_member(self, member: MemberView, number: int, around: Surroundings) -> None:
        """Show the `number`th member of the result (from 1)."""
        self.member = member.id
        self.setObjectName(f"found_{member.id}")
        self.name.setText(member.masked_name)
        self.phone.setText(member.masked_phone)
        home = around.stores.get(member.home, "")
        vouched = vouched_word(member.vouched)
        last = translate("Find", "no purchase yet")
        if member.last_bought is not None:
            last = spaced(translate("Find", "last bought {day}").format(day=day_of(member.last_bought, around)))
        parts = (home, vouched, last, "" if vouched else segment_word(member.segment))
        self.about.setText(" · ".join(part for part in parts if part))
        self.tier.set(TIER_PILL[member.tier], tier_word(member.tier))
        self.cap.setText(f"Alt {number}")
        self.cap.setVisible(number <= 9)
        said = (member.masked_name, self.phone.text(), self.about.text(), self.tier.text())
        self.setAccessibleName(aloud(*said))


def day_of(day: date, around: Surroundings) -> str:
    """A day, with its year when it is another than this one."""
    at = datetime.combine(day, time(12), around.i18n.zone)
    return around.i18n.short_day(at) if day.year == around.i18n.local(around.now).year else around.i18n.day(at)


class FindMemberSheet(Sheet):
    """By phone digits, card number or part of a name; one character is enough to begin. The focus stays in the field:
    arrows choose in the list, and typing goes on.

    Signals:
        chosen(str): a member's id.
    """

    chosen = Signal(str)
    on_scan = OnScan.CLOSE
    wide = True

    def __init__(self, ui: Ui, api: CheckoutApi, tasks: TaskRunner, around: Callable[[], Surroundings]) -> None:
        super().__init__(ui)
        self._api, self._tasks, self._around = api, tasks, around
        self._result = MembersFound()
        self._found: tuple[MemberView, ...] = ()
        self._asked = ""
        self._answered = False
        self._pad = False
        self._elsewhere = ""
        """What HQ is being asked for; one question at a time."""
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(120)
        self._later.timeout.connect(self._search)
        self.typed = TypedField(ui, "find_field")
        self.field = self.typed.field
        self.typed.edited.connect(self._on_edited)
        self.typed.entered.connect(self._on_return)
        self.body.addWidget(self.typed)
        self.state = Text("body", "ink2", wrap=True)
        self.body.addWidget(self.state)
        self.list = PickList(self.ui, self._made, self._write, gap=ui.theme.space["s"], right=ui.theme.space["s"])
        self.list.prefer(TALL)
        self.typed.pad_shown.connect(self._on_pad)
        self.list.tells.pressed.connect(self._choose)
        self.body.addWidget(self.list, 1)
        self.hints = FindHints(ui)
        held(self.hints, least_height=TALL)
        self.body.addWidget(self.hints, 1)
        self.retranslate()

    def start_focus(self) -> QWidget:
        return self.field

    @property
    def rows(self) -> list[FoundMember]:
        """The rows that were made, hidden ones too."""
        return self.list.lines

    def _made(self) -> FoundMember:
        return FoundMember(self.ui)

    def _write(self, line: FoundMember, at: int) -> None:
        line.show_member(self._found[at], at + 1, self._around())

    def retranslate(self) -> None:
        self.title.setText(translate("Find", "Find member"))
        self.close_button.say(translate("Sheet", "Close"))
        self.typed.ask(translate("Find", "Phone digits, card number or part of the name"))
        typed = bool(self.typed.text())
        self.state.setText(self._state())
        self.list.show_items(len(self._found), self.list.at)
        hints = not (self._found or self._pad or (typed and not self._answered))
        self.hints.setVisible(hints)
        self.list.setVisible(not hints)

    def _state(self) -> str:
        if not self.typed.text():
            return translate("Find", "Members who fit appear here while you type.")
        if not self._answered:
            return translate("Find", "Searching…")
        if self._result.digits_needed:
            return translate("Find", "Of a phone at least %n digit(s), please.", None, self._result.digits_needed)
        if not self._found:
            words = translate("Find", "No member has “{text}”. Check the digits, or ask for the phone number.")
            return words.format(text=self._asked)
        return shown_of(len(self._found), self._result.total, self.ui.i18n) or translate(
            "Find", "%n member(s) found", None, len(self._found)
        )

    def own_key(self, event: QKeyEvent) -> bool:
        number = event.key() - Qt.Key.Key_0
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and 1 <= number <= len(self._found):
            self._choose(number - 1)
            return True
        return self.typed.take(event)

    def step(self, event: QKeyEvent) -> bool:
        return self.list.step(event)

    def _on_pad(self, shown: bool) -> None:
        self._pad = shown
        self.list.prefer(LOW if shown else TALL)
        self.retranslate()

    def _on_edited(self) -> None:
        self._answered = False
        self.list.at = 0
        self.retranslate()
        self._later.start()

    def _search(self) -> None:
        text = self.typed.text()
        if text:
            self._asked = text
            narrow = unicodedata.normalize("NFKC", text)  # full-width digits are digits
            self._tasks.run(partial(self._api.find_members, narrow), self._on_found)
        else:
            self._take(MembersFound())

    def _on_found(self, found: MembersFound) -> None:
        if self._asked == self.typed.text():
            self._answered = True
            self._take(found)
            if not self._elsewhere:
                self._ask_hq(self._asked)

    def _take(self, found: MembersFound) -> None:
        self._result, self._found = found, found.members
        self.retranslate()
        self.ui.voice.say(self, self.state.text())

    def _ask_hq(self, text: str) -> None:
        """Whoever is at home in another store, in HQ's own time: typing goes on."""
        if len(text) < WHOLE_NUMBER:
            return
        self._elsewhere = text
        narrow = unicodedata.normalize("NFKC", text)
        self._tasks.ask_hq(partial(self._api.find_elsewhere, narrow), self._on_elsewhere)

    def _on_elsewhere(self, found: tuple[MemberView, ...] | None) -> None:
        text, self._elsewhere = self._elsewhere, ""
        asked = self.typed.text()
        if text != asked:
            if self._answered:
                self._ask_hq(asked)
            return
        if found and self._answered:
            listed = {member.id for member in self._found}
            self._found += tuple(member for member in found if member.id not in listed)
            self.retranslate()

    def _on_return(self) -> None:
        if self._answered and self._found:
            self._choose(self.list.at)
        else:
            self._later.stop()
            self._search()

    def _choose(self, at: int) -> None:
        self.chosen.emit(self._found[at].id)
        self.close_sheet()


class CategorySheet(Sheet):
    """How much of the amount falls on the goods that some coupons are limited to.

    Signals:
        chosen(object): tuple of (category, minor units), only those above zero.
    """

    chosen = Signal(object)

    def __init__(self, ui: Ui, categories: tuple[str, ...], known: tuple[tuple[str, int], ...], amount: int) -> None:
        super().__init__(ui)
        self._amount = amount
        self._categories = categories
        self.hint = Text("body", "ink2", wrap=True)
        self.body.addWidget(self.hint)
        grid = QGridLayout()
        spaced_out(grid, (0, 0, 0, 0), ui.theme.space["l"], ui.theme.space["m"])
        self._labels: dict[str, Text] = {}
        self.fields: dict[str, QLineEdit] = {}
        values = dict(known)
        for at, category in enumerate(categories):
            self._labels[category] = Text("strong")
            field = QLineEdit()
            field.setProperty("type", "lead")
            field.setObjectName(f"category_{category}")
            field.setAlignment(Qt.AlignmentFlag.AlignRight)
            field.setMaxLength(11)
            field.setInputMethodHints(Qt.InputMethodHint.ImhFormattedNumbersOnly)
            field.setText(self._as_text(values.get(category, 0)))
            field.textEdited.connect(self._check)
            field.returnPressed.connect(self._accept)
            self.fields[category] = field
            grid.addWidget(self._labels[category], at, 0)
            grid.addWidget(field, at, 1)
        grid.setColumnStretch(1, 1)
        self.body.addLayout(grid)
        self.keypad = Keypad(ui, rescan=False)
        self.keypad.pressed.connect(self._on_key)
        self.keypad.lend_to_field()
        self.body.addWidget(self.keypad)
        self._last = next(iter(self.fields.values()))
        self.problem = Text("body", "red", wrap=True)
        self.body.addWidget(self.problem)
        self.accept = Button("primary", "lead", key="Enter", rank="large")
        self.accept.setObjectName("categories_accept")
        self.accept.clicked.connect(self._accept)
        self.body.addWidget(self.accept)
        self._check()

    def start_focus(self) -> QWidget:
        return next(iter(self.fields.values()), self.accept)

    def retranslate(self) -> None:
        self.title.setText(translate("Categories", "Amount by category"))
        self.close_button.say(translate("Sheet", "Close"))
        self.hint.setText(
            translate("Categories", "How much of {amount} falls on these goods?").format(
                amount=self.ui.i18n.money(self._amount)
            )
            if self._amount
            else translate("Categories", "How much of the purchase falls on these goods?")
        )
        self.accept.say(translate("Categories", "Apply"))
        for category, label in self._labels.items():
            label.setText(category_word(category))
            self.fields[category].setAccessibleName(label.text())
        self.problem.setText(self._problem())
        self.problem.setVisible(bool(self._problem()))

    def _as_text(self, minor: int) -> str:
        entry = entry_of(self.ui.i18n.currency)
        entry.set_minor(minor)
        return entry.text

    def _value(self, text: str) -> int | None:
        return typed_minor(text, self.ui.i18n.currency)

    def _problem(self) -> str:
        values = [self._value(field.text()) for field in self.fields.values()]
        if None in values:
            return translate("Categories", "Digits and a point only, please.")
        if self._amount and sum(value or 0 for value in values) > self._amount:
            return translate("Categories", "Together more than the amount of {amount}.").format(
                amount=self.ui.i18n.money(self._amount)
            )
        return ""

    def _on_key(self, key: str) -> None:
        """A key on the screen: for the field that has the focus, or had it last."""
        focused = self.focusWidget()
        field = next((one for one in self.fields.values() if one is focused), self._last)
        self._last = field
        press_in(field, key)
        self._check()

    def _check(self) -> None:
        self.accept.setEnabled(not self._problem())
        self.retranslate()

    def _accept(self) -> None:
        if self._problem():
            return
        parts = ((category, self._value(field.text()) or 0) for category, field in self.fields.items())
        self.chosen.emit(tuple((category, minor) for category, minor in parts if minor))
        self.close_sheet()
