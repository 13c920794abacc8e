"""The checkout's sheets that ask: find a member, amounts by category."""

from __future__ import annotations

import unicodedata
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from kiosk.application.checkout_api import CheckoutApi
from kiosk.application.members.outcomes import MembersFound, MemberView
from kiosk.domain.money import exponent
from kiosk.ui.context import Ui
from kiosk.ui.i18n import translate
from kiosk.ui.shell.overlay import OnScan, Sheet
from kiosk.ui.stations.checkout.amount import AmountEntry, typed_minor
from kiosk.ui.stations.checkout.member_panel import TIER_PILL
from kiosk.ui.tasks import TaskRunner
from kiosk.ui.widgets.basics import Button, ElidedText, KeyCap, ListArea, Pill, RowButton, Text, row
from kiosk.ui.words.codes import category_word, segment_word, tier_word, vouched_word

WHOLE_NUMBER = 8
"""Characters from which on a text may be a whole number, which HQ can be asked for."""


class FoundMember(RowButton):
    """One member of the result."""

    def __init__(self, ui: Ui) -> None:
        super().__init__(60)
        space = ui.theme.space
        self.member = ""
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        line = row(self, margins=(space["l"], 6, space["l"], 6), gap=space["m"])
        self.name = ElidedText("lead")
        self.phone = Text("body", "ink2")
        self.tier = Pill("gold")
        self.cap = KeyCap("")
        line.addWidget(self.name, 1)
        line.addWidget(self.phone)
        line.addWidget(self.tier)
        line.addWidget(self.cap)
        self.seal()

    def show_member(self, member: MemberView, number: int) -> None:
        """Show the `number`th member of the result (from 1)."""
        self.member = member.id
        self.setObjectName(f"found_{member.id}")
        self.name.setText(member.masked_name)
        home = vouched_word(member.vouched) or segment_word(member.segment)
        self.phone.setText(f"{member.masked_phone} · {home}")
        self.tier.set(TIER_PILL[member.tier], tier_word(member.tier))
        self.cap.setText("Enter" if number == 1 else f"Alt {number}")
        self.cap.setVisible(number <= 9)
        self.setAccessibleName(f"{member.masked_name} {self.phone.text()}")


class FindMemberSheet(Sheet):
    """By phone digits, card number or part of a name; one character is enough to begin.

    Signals:
        chosen(str): a member's id.
    """

    chosen = Signal(str)
    on_scan = OnScan.CLOSE

    def __init__(self, ui: Ui, api: CheckoutApi, tasks: TaskRunner) -> None:
        super().__init__(ui)
        self._api, self._tasks = api, tasks
        self._result = MembersFound()
        self._found: tuple[MemberView, ...] = ()
        self._asked = ""
        self._answered = False
        self._elsewhere = ""
        """What HQ is being asked for; one question at a time."""
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(120)
        self._later.timeout.connect(self._search)
        self.field = QLineEdit()
        self.field.setProperty("type", "lead")
        self.field.setObjectName("find_field")
        self.field.setMaxLength(40)
        self.field.textEdited.connect(self._on_edited)
        self.field.returnPressed.connect(self._on_return)
        self.body.addWidget(self.field)
        self.state = Text("body", "ink2", wrap=True)
        self.body.addWidget(self.state)
        area = ListArea(ui.theme.space["s"])
        self._list = area.rows
        area.setMinimumHeight(320)
        self.body.addWidget(area, 1)
        self.rows: list[FoundMember] = []
        self.retranslate()

    def start_focus(self) -> QWidget:
        return self.field

    def retranslate(self) -> None:
        self.title.setText(translate("Find", "Find member"))
        self.close_button.say(translate("Sheet", "Close"))
        self.field.setPlaceholderText(translate("Find", "Phone digits, card number or part of the name"))
        if not self.field.text().strip():
            self.state.setText(translate("Find", "The last four digits of the phone are enough."))
        elif not self._answered:
            self.state.setText(translate("Find", "Searching…"))
        elif self._result.digits_needed:
            self.state.setText(
                translate("Find", "Of a phone at least %n digit(s), please.", None, self._result.digits_needed)
            )
        elif not self._found:
            self.state.setText(
                translate("Find", "No member has “{text}”. Check the digits, or ask for the phone number.").format(
                    text=self._asked
                )
            )
        elif self._result.total > len(self._found):
            self.state.setText(
                translate("Find", "The first {shown} of {total}: type more to narrow it down.").format(
                    shown=len(self._found), total=self._result.total
                )
            )
        else:
            self.state.setText(translate("Find", "%n member(s) found", None, len(self._found)))
        while len(self.rows) < len(self._found):
            found = FoundMember(self.ui)
            found.clicked.connect(self._on_row)
            self._list.insertWidget(len(self.rows), found)
            self.rows.append(found)
        for at, found in enumerate(self.rows):
            if at < len(self._found):
                found.show_member(self._found[at], at + 1)
            found.setVisible(at < len(self._found))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        number = event.key() - Qt.Key.Key_0
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and 1 <= number <= len(self._found):
            self._choose(number - 1)
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self._found:
            self._move(1 if event.key() == Qt.Key.Key_Down else -1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focused = self.focusWidget()
            if isinstance(focused, FoundMember):
                self.chosen.emit(focused.member)
                self.close_sheet()
        else:
            event.ignore()

    def _move(self, step: int) -> None:
        stops: list[QWidget] = [self.field, *self.rows[: len(self._found)]]
        focused = self.focusWidget()
        at = stops.index(focused) if focused in stops else 0
        stops[(at + step) % len(stops)].setFocus(Qt.FocusReason.TabFocusReason)

    def _on_edited(self) -> None:
        self._answered = False
        self.retranslate()
        self._later.start()

    def _search(self) -> None:
        text = self.field.text().strip()
        if text:
            self._asked = text
            narrow = unicodedata.normalize("NFKC", text)  # full-width digits are digits
            self._tasks.run(partial(self._api.find_members, narrow), self._on_found)
        else:
            self._take(MembersFound())

    def _on_found(self, found: MembersFound) -> None:
        if self._asked == self.field.text().strip():
            self._answered = True
            self._take(found)
            if not self._elsewhere:
                self._ask_hq(self._asked)

    def _take(self, found: MembersFound) -> None:
        self._result, self._found = found, found.members
        self.retranslate()

    def _ask_hq(self, text: str) -> None:
        """Whoever is at home in another store, in HQ's own time: typing goes on."""
        if len(text) < WHOLE_NUMBER:
            return
        self._elsewhere = text
        narrow = unicodedata.normalize("NFKC", text)
        self._tasks.ask_hq(partial(self._api.find_elsewhere, narrow), self._on_elsewhere)

    def _on_elsewhere(self, found: tuple[MemberView, ...] | None) -> None:
        text, self._elsewhere = self._elsewhere, ""
        asked = self.field.text().strip()
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
            self._choose(0)
        else:
            self._later.stop()
            self._search()

    def _on_row(self) -> None:
        found = self.sender()
        if isinstance(found, FoundMember):
            self.chosen.emit(found.member)
            self.close_sheet()

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
        grid.setHorizontalSpacing(ui.theme.space["l"])
        grid.setVerticalSpacing(ui.theme.space["m"])
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
        self.problem.setText(self._problem())
        self.problem.setVisible(bool(self._problem()))

    def _as_text(self, minor: int) -> str:
        entry = AmountEntry(exponent(self.ui.i18n.currency))
        entry.set_minor(minor)
        return entry.text

    def _value(self, text: str) -> int | None:
        return typed_minor(text, exponent(self.ui.i18n.currency))

    def _problem(self) -> str:
        values = [self._value(field.text()) for field in self.fields.values()]
        if None in values:
            return translate("Categories", "Digits and a point only, please.")
        if self._amount and sum(value or 0 for value in values) > self._amount:
            return translate("Categories", "Together more than the amount of {amount}.").format(
                amount=self.ui.i18n.money(self._amount)
            )
        return ""

    def _check(self) -> None:
        self.accept.setEnabled(not self._problem())
        self.retranslate()

    def _accept(self) -> None:
        if self._problem():
            return
        parts = ((category, self._value(field.text()) or 0) for category, field in self.fields.items())
        self.chosen.emit(tuple((category, minor) for category, minor in parts if minor))
        self.close_sheet()
