"""A file of guests: how far it is read, what was understood of it, what taking it would change, what was done."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QProgressBar, QWidget

from kiosk.application.guests.import_list import ListPreview, ListTaken
from kiosk.domain.lists.guests import LeftOut, SheetRead, Understood
from kiosk.domain.time import Clock
from kiosk.ui.context import Ui
from kiosk.ui.i18n import spaced, translate
from kiosk.ui.measure import held
from kiosk.ui.shell.ask import BOUNCE_MS
from kiosk.ui.shell.overlay import Sheet
from kiosk.ui.widgets.basics import Button, ListArea, Panel, Text, clear, column, row, set_share
from kiosk.ui.words.read_lists import column_word, doubt_words, repair_words, trouble_words, why_words

MOST_LEFT_OUT = 60
"""Rows that are left out and shown one by one."""
MOST_SAMPLES = 5
TALL = 400


class Stage(StrEnum):
    """How far it is."""

    READING = "reading"
    READ = "read"
    TAKING = "taking"
    DONE = "done"


class ListSheet(Sheet):
    """Signals:
    stop_wanted(): while it is read or taken.
    take_wanted(bool): take what was read; whether who is not in it is cancelled.
    again_wanted(): another file.
    """

    stop_wanted = Signal()
    take_wanted = Signal(bool)
    again_wanted = Signal()
    wide = True

    def __init__(self, ui: Ui, file: str, clock: Clock) -> None:
        super().__init__(ui)
        space = ui.theme.space
        self._file, self._clock = file, clock
        self._since = clock.mono_ms()
        self._stage = Stage.READING
        self._done = self._total = 0
        self.preview: ListPreview | None = None
        self._taken: ListTaken | None = None
        self.head = Text("lead", wrap=True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 100)
        held(self.bar, height=14)
        self.area = ListArea(space["s"], right=space["s"])
        self.area.prefer(TALL)
        self.whole = Button("answer", "strong", rank="large")
        self.whole.setObjectName("list_whole")
        self.whole.setCheckable(True)
        self.whole.clicked.connect(self._on_whole)
        self.again = Button("", "strong", rank="action")
        self.again.setObjectName("list_again")
        held(self.again, least_width=132)
        self.again.clicked.connect(self.again_wanted)
        self.go = Button("primary", "action", key="Enter", rank="action")
        self.go.setObjectName("list_go")
        self.go.clicked.connect(self.enter)
        for part in (self.head, self.bar):
            self.body.addWidget(part)
        self.body.addWidget(self.area, 1)
        self.body.addWidget(self.whole)
        foot = row(gap=space["m"])
        foot.addWidget(self.again)
        foot.addWidget(self.go, 1)
        self.body.addLayout(foot)
        self._show()

    def start_focus(self) -> QWidget:
        return self

    # --- what is told ------------------------------------------------------------------------------------------------

    def show_progress(self, done: int, total: int) -> None:
        """So far."""
        self._done, self._total = done, total
        set_share(self.bar, min(100, done * 100 // total) if total else 0)
        self._say_head()

    def show_preview(self, preview: ListPreview) -> None:
        """It was read."""
        self.preview, self._stage = preview, Stage.READ
        self._since = self._clock.mono_ms()
        self._show()
        self.ui.voice.say(self, self.head.text(), now=True)

    def show_taken(self, taken: ListTaken) -> None:
        """It was taken, or some of it."""
        self._taken, self._stage = taken, Stage.DONE
        self._show()
        self.ui.voice.say(self, self.head.text(), now=True)

    @Slot()
    def _on_whole(self) -> None:
        self.go.say(self._main())

    # --- keys --------------------------------------------------------------------------------------------------------

    @Slot()
    def enter(self) -> None:
        """Take it; at the end, close. Not by the Enter of somebody who was ahead of the screen."""
        if self._clock.mono_ms() - self._since < BOUNCE_MS:
            return
        if self._stage is Stage.READ and self._changes():
            self._stage = Stage.TAKING
            self._done = self._total = 0
            self._show()
            self.take_wanted.emit(self.whole.isChecked() and self._gone() > 0)
        elif self._stage in (Stage.READ, Stage.DONE):
            self.close_sheet()

    def close_sheet(self) -> None:
        if self._stage in (Stage.READING, Stage.TAKING):
            self.stop_wanted.emit()
        if self._stage is not Stage.TAKING:  # what was taken until then is said first
            super().close_sheet()

    # --- words -------------------------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        self._show()

    def _changes(self) -> int:
        plan = self.preview.plan if self.preview is not None else None
        if plan is None:
            return 0
        return len(plan.new) + len(plan.changed) + (self._gone() if self.whole.isChecked() else 0)

    def _gone(self) -> int:
        plan = self.preview.plan if self.preview is not None else None
        return len(plan.gone) if plan is not None else 0

    def _show(self) -> None:
        stage = self._stage
        busy = stage in (Stage.READING, Stage.TAKING)
        self.title.setText(spaced(translate("GuestList", "Guests from {file}").format(file=self._file)))
        self.close_button.say(translate("GuestList", "Stop") if busy else translate("Sheet", "Close"))
        self._say_head()
        self.bar.setVisible(busy)
        self.area.setVisible(stage is Stage.READ)
        self.whole.setVisible(stage is Stage.READ and self._gone() > 0)
        words = translate("GuestList", "This is the whole list: %n who are not in it are cancelled", None, self._gone())
        self.whole.say(words)
        self.again.setVisible(stage is Stage.READ)
        self.again.say(translate("GuestList", "Another file"))
        self.go.setVisible(not busy)
        self.go.say(self._main())
        if stage is Stage.READ:
            self._show_read()

    def _main(self) -> str:
        if self._stage is Stage.READ and self._changes():
            return translate("GuestList", "Take %n guest(s)", None, self._changes())
        return translate("Sheet", "Close")

    def _say_head(self) -> None:
        number = self.ui.i18n.number
        if self._stage in (Stage.READING, Stage.TAKING):
            words = (
                translate("GuestList", "Reading") if self._stage is Stage.READING else translate("GuestList", "Taking")
            )
            if self._total:
                words += f" · {number(self._done)} / {number(self._total)}"
            self.head.setText(words)
        elif self._stage is Stage.DONE and self._taken is not None:
            taken = self._taken
            words = translate("GuestList", "{new} new, {changed} changed, {gone} cancelled.")
            said = words.format(new=number(taken.new), changed=number(taken.changed), gone=number(taken.cancelled))
            if taken.stopped:
                said += "\n" + translate(
                    "GuestList", "Stopped: %n left; take the list again to go on.", None, taken.left
                )
            self.head.setText(spaced(said))
        elif self.preview is not None:
            self.head.setText(spaced(_summary(self.preview, self.ui)))

    def _show_read(self) -> None:
        clear(self.area.rows)
        preview = self.preview
        if preview is not None and preview.understood is not None:
            understood = preview.understood
            for title, lines in self._parts(understood):
                if lines:
                    self.area.rows.addWidget(_card(self.ui, title, lines))
        self.area.rows.addStretch(1)

    def _parts(self, understood: Understood) -> Iterator[tuple[str, list[str]]]:
        number = self.ui.i18n.number
        yield translate("GuestList", "How it was read"), [_file_line(understood), *_sheet_lines(understood)]
        guests = understood.guests[:MOST_SAMPLES]
        samples = [
            " · ".join(filter(None, (one.name, one.phone, one.table, f"+{one.plus_ones}" if one.plus_ones else "")))
            for one in guests
        ]
        yield translate("GuestList", "The first guests"), samples
        repaired = [f"{number(count)} · {repair_words(one)}" for one, count in understood.repairs().items()]
        yield translate("GuestList", "Phones that were repaired"), repaired
        doubts = [f"{number(count)} · {doubt_words(one)}" for one, count in understood.doubts().items()]
        yield translate("GuestList", "To look at"), doubts
        left = [_left_out_line(one) for one in understood.left_out[:MOST_LEFT_OUT]]
        more = len(understood.left_out) - len(left)
        if more > 0:
            left.append(translate("GuestList", "and %n more", None, more))
        title = translate("GuestList", "%n row(s) left out", None, len(understood.left_out))
        yield title, left


def _card(ui: Ui, title: str, lines: list[str]) -> Panel:
    space = ui.theme.space
    card = Panel(ui, "well")
    inside = column(card, margins=(space["l"], space["m"], space["l"], space["m"]), gap=2)
    inside.addWidget(Text("strong", text=title))
    inside.addWidget(Text("body", "ink2", wrap=True, text="\n".join(lines)))
    return card


def _summary(preview: ListPreview, ui: Ui) -> str:
    number = ui.i18n.number
    if preview.trouble is not None:
        return trouble_words(preview.trouble)
    plan = preview.plan
    if plan is None:
        return ""
    words = translate("GuestList", "{new} new, {changed} changed, {same} as before. Nothing is taken yet.")
    said = words.format(new=number(len(plan.new)), changed=number(len(plan.changed)), same=number(plan.same))
    if plan.more_than_quota:
        said += "\n" + translate("GuestList", "%n more than there are places.", None, plan.more_than_quota)
    return said


def _file_line(understood: Understood) -> str:
    separators = {"\t": translate("GuestList", "tab"), ",": ",", ";": ";", "|": "|"}
    parts = [understood.kind.upper(), understood.encoding]
    if understood.separator:
        shown = separators.get(understood.separator, understood.separator)
        parts.append(translate("GuestList", "separated by {sign}").format(sign=shown))
    if understood.broken_characters:
        parts.append(translate("GuestList", "%n sign(s) could not be read", None, understood.broken_characters))
    return " · ".join(part for part in parts if part)


def _sheet_lines(understood: Understood) -> Iterator[str]:
    for one in understood.sheets:
        yield from _lines_of(one)


def _lines_of(one: SheetRead) -> Iterator[str]:
    name = f"{one.name}: " if one.name else ""
    if one.why is not None:
        yield f"{name}{why_words(one.why)}"
        return
    if one.heading_row:
        where = translate("GuestList", "headings in row {n}").format(n=one.heading_row)
    else:
        where = translate("GuestList", "no headings: told by what the columns hold")
    yield spaced(name + translate("Desk", "%n guest(s)", None, one.taken) + f" · {where}")
    yield " · ".join(f"{' '.join(said.split())} → {column_word(column)}" for said, column in one.matched)
    if one.answers:
        asked = " · ".join(" ".join(said.split()) for said, _ in one.answers)
        yield translate("GuestList", "answers to the event’s questions: {columns}").format(columns=asked)
    if one.table:
        yield translate("GuestList", "The sheet’s name is the table")
    if one.unused:
        unused = " · ".join(" ".join(said.split()) for said in one.unused)
        yield translate("GuestList", "not used: {columns}").format(columns=unused)


def _left_out_line(one: LeftOut) -> str:
    where = f"{one.sheet} {one.row}".strip()
    said = f"{where} · {why_words(one.why)}"
    if one.of:
        said += f" ({one.of_sheet or ''}{one.of})"
    return f"{said}: {one.text}" if one.text else said
