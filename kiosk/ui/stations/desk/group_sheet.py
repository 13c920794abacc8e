"""F5: a group, of one company or one table, signed in at once."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kiosk.application.guests.outcomes import GuestView
from kiosk.ui.context import Ui
from kiosk.ui.i18n import aloud, spaced, translate
from kiosk.ui.shell.overlay import Sheet
from kiosk.ui.widgets.basics import Button, ElidedText, Pill, RowButton, Text, row
from kiosk.ui.widgets.pick_list import PickList


class MemberRow(RowButton):
    """One of the group: comes along, or not."""

    def __init__(self, ui: Ui) -> None:
        super().__init__(56)
        self._ui = ui
        space = ui.theme.space
        line = row(self, margins=(space["l"], 4, space["l"], 4), gap=space["m"])
        self.mark = Pill("jade")
        self.name = ElidedText("line_strong")
        self.about = ElidedText("body", "ink2")
        line.addWidget(self.name, 2)
        line.addWidget(self.about, 2)
        line.addWidget(self.mark)
        self.seal()

    def write(self, guest: GuestView, *, comes: bool) -> None:
        """Who, and whether."""
        self.name.setText(guest.name)
        self.about.setText(" · ".join(part for part in (guest.seat, guest.company) if part))
        if guest.people_in:
            self.mark.set("line", translate("Group", "in already"))
        elif comes:
            self.mark.set("jade", translate("Group", "comes in"))
        else:
            self.mark.set("line", translate("Group", "not now"))
        self.setAccessibleName(aloud(guest.name, self.about.text(), self.mark.text()))


class GroupSheet(Sheet):
    """Signals:
    chosen(tuple): ids of the guests who come in.
    """

    chosen = Signal(object)
    wide = True

    def __init__(self, ui: Ui, guest: GuestView, group: Sequence[GuestView]) -> None:
        super().__init__(ui)
        self._guest, self._group = guest, tuple(group)
        self._out = {one.id for one in group if one.people_in or one.standing not in ("", "expected")}
        self.hint = Text("body", "ink2", wrap=True)
        self.list = PickList(ui, self._made, self._write, gap=ui.theme.space["s"], right=ui.theme.space["s"])
        self.list.prefer(320)
        self.list.tells.pressed.connect(self._toggle)
        self.go = Button("primary", "action", key="Enter", rank="action")
        self.go.setObjectName("group_go")
        self.go.clicked.connect(self.enter)
        self.body.addWidget(self.hint)
        self.body.addWidget(self.list, 1)
        self.body.addWidget(self.go)
        self.list.show_items(len(self._group))
        self.retranslate()

    def start_focus(self) -> QWidget:
        return self.list.lines[0] if self.list.lines else self.go

    def _made(self) -> MemberRow:
        return MemberRow(self.ui)

    def _write(self, line: MemberRow, at: int) -> None:
        guest = self._group[at]
        line.setObjectName(f"group_{at}")
        line.write(guest, comes=guest.id not in self._out)

    @property
    def coming(self) -> tuple[str, ...]:
        """Ids of those who come in."""
        return tuple(one.id for one in self._group if one.id not in self._out)

    def retranslate(self) -> None:
        what = self._guest.company or self._guest.seat or self._guest.name
        self.title.setText(spaced(translate("Group", "Together with {what}").format(what=what)))
        self.close_button.say(translate("Sheet", "Close"))
        self.hint.setText(translate("Group", "Space or a press takes somebody out, or in again."))
        self.go.say(translate("Group", "Sign %n in", None, len(self.coming)))
        self.go.setEnabled(bool(self.coming))
        self.list.show_items(len(self._group), self.list.at)

    def step(self, event: QKeyEvent) -> bool:
        return self.list.step(event)

    def own_key(self, event: QKeyEvent) -> bool:
        if event.key() != Qt.Key.Key_Space or event.isAutoRepeat():
            return False
        self._toggle(self.list.at)
        return True

    def presses(self, button: object) -> bool:
        return not isinstance(button, MemberRow)

    @Slot(int)
    def _toggle(self, at: int) -> None:
        guest = self._group[at]
        if not guest.people_in:
            self._out ^= {guest.id}
            self.retranslate()

    @Slot()
    def enter(self) -> None:
        if coming := self.coming:
            self.close_sheet()
            self.chosen.emit(coming)
