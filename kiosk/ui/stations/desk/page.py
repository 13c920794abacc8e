"""The event desk's page: search and guests on the left, the verdict and arrivals on the right."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from kiosk.application.guests.outcomes import FoundGuests, GuestView
from kiosk.ui.context import Ui
from kiosk.ui.i18n import spaced, translate
from kiosk.ui.measure import Shape, held
from kiosk.ui.stations.desk.chart import ChartPanel
from kiosk.ui.stations.desk.faces import Around, arrival_face, row_face
from kiosk.ui.stations.desk.flow import Board
from kiosk.ui.stations.desk.guest_row import GuestHead, GuestRow
from kiosk.ui.stations.desk.top import TopStrip
from kiosk.ui.stations.desk.verdict_card import VerdictCard
from kiosk.ui.widgets.basics import LinkRow, Panel, Text, column, row
from kiosk.ui.widgets.letter_pad import TypedField
from kiosk.ui.widgets.pick_list import PickList
from kiosk.ui.words.lists import shown_of

SIDE = {Shape.WIDE: 470, Shape.TALL: 404}
"""Design pixels of the verdict's column."""
MOST_TYPED = 60


class DeskPage(QWidget):
    """Shows what the flow knows.

    Signals:
        edited(str): another text is searched by.
        chosen(str): sign this guest (id) in: their button was pressed.
        add_wanted(): somebody who is not on the list.
        shape_changed(): rows hold other columns now.
    """

    edited = Signal(str)
    chosen = Signal(str)
    add_wanted = Signal()

    def __init__(self, ui: Ui, around: Callable[[], Around | None]) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._ui, self._around = ui, around
        self._found = FoundGuests()
        self._answered = True
        self.board = Board()
        self._choices: tuple[GuestView, ...] = ()
        self._composing = False
        space = ui.theme.space
        outer = column(self, gap=0)
        self.top = TopStrip(ui)
        outer.addWidget(self.top)
        sides = row(margins=(space["xl"], space["m"], space["xl"], space["m"]), gap=space["l"])
        outer.addLayout(sides, 1)
        left = column(gap=space["m"])
        self.typed = TypedField(ui, "desk_search", longest=MOST_TYPED)
        self.field = self.typed.field
        self.field.setProperty("type", "figure")
        self.field.installEventFilter(self)
        self.typed.edited.connect(self._on_edited)
        left.addWidget(self.typed)
        card = Panel(ui, "card")
        lines = column(card, margins=(1, 1, 1, 1), gap=0)
        self.head = GuestHead(ui)
        lines.addWidget(self.head)
        self.list = PickList(ui, self._made, self._write, gap=0)
        self.list.tells.pressed.connect(self._on_pressed)
        lines.addWidget(self.list, 1)
        self.none = Text("body", "ink2", wrap=True)
        self._none = QWidget()
        none = column(self._none, margins=(space["xl"], space["l"], space["xl"], space["l"]), gap=space["s"])
        none.addWidget(self.none)
        none.addStretch(1)
        lines.addWidget(self._none, 1)
        self._foot = QWidget()
        foot = column(self._foot, margins=(space["l"], 0, space["l"], space["xs"]), gap=0)
        self.add = LinkRow("strong", "jade")
        self.add.setObjectName("desk_add")
        self.add.clicked.connect(self.add_wanted)
        foot.addWidget(self.add)
        lines.addWidget(self._foot)
        left.addWidget(card, 1)
        sides.addLayout(left, 1)
        self._side = QWidget()
        right = column(self._side, gap=space["m"])
        self.verdict = VerdictCard(ui)
        self.chart = ChartPanel(ui)
        right.addWidget(self.verdict, 1)
        right.addWidget(self.chart)
        sides.addWidget(self._side)
        ui.theme_changed.connect(self._on_theme_changed)
        self._arrange()
        self.retranslate()

    # --- what is shown -----------------------------------------------------------------------------------------------

    def show_found(self, found: FoundGuests, *, answered: bool) -> None:
        """Who fits what is typed; `answered`: it is the answer to what stands there now. Whoever is marked stays
        marked while another desk's news come in."""
        marked = self.marked
        self._found, self._answered = found, answered
        at = 0
        if answered and marked is not None:
            at = next((at for at, guest in enumerate(found.rows) if guest.id == marked.id), 0)
        self._show_rows(at)

    def show_choices(self, guests: tuple[GuestView, ...]) -> None:
        """A code meant several guests: one of them is chosen."""
        self.field.clear()
        self._choices = guests
        self._show_rows(0)

    def show_board(self, board: Board) -> None:
        """Counts and arrivals of all desks."""
        fresh = board.arrivals != self.board.arrivals and not self._choices
        self.board = board
        self.top.show_state(board)
        around = self._around()
        if around is not None:
            self.chart.show_slots(board.counts.slots, around.now)
        if fresh and not self.text:
            self._show_rows(self.list.at)

    def clear_search(self) -> None:
        """The next guest."""
        self.field.clear()
        self._found, self._answered, self._choices = FoundGuests(), True, ()
        self._show_rows(0)

    @property
    def text(self) -> str:
        """What is searched by."""
        return self.typed.text()

    @property
    def choosing(self) -> bool:
        """One of several guests whom a code meant is chosen."""
        return bool(self._choices)

    def start(self) -> None:
        """The keyboard is the search's."""
        window = self.window()
        if window.isActiveWindow() or window.focusWidget() is None or self.isAncestorOf(window.focusWidget()):
            (self.field if self._around() is not None else self).setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def composing(self) -> bool:
        """An input method holds letters that are not written yet: an Enter is its own."""
        return self._composing

    @property
    def _rows(self) -> tuple[GuestView, ...]:
        """Guests in the table: found, or to be chosen from; none while it shows who came last."""
        return self._found.rows if self.text else self._choices

    @property
    def marked(self) -> GuestView | None:
        """The guest of the marked row, of those who may be signed in; None while the last characters are unanswered."""
        rows = self._rows
        if not rows or not self._answered:
            return None
        return rows[min(self.list.at, len(rows) - 1)]

    @property
    def looked_at(self) -> str:
        """The guest (id) of the marked row, whether found or come just now; "": nobody."""
        if self._rows or self.text:
            marked = self.marked
            return marked.id if marked is not None else ""
        arrivals = self.board.arrivals
        return arrivals[min(self.list.at, len(arrivals) - 1)].guest if arrivals else ""

    def _show_rows(self, at: int) -> None:
        around = self._around()
        listing = bool(self.text or self._choices)
        count = 0 if around is None else len(self._rows) if listing else len(self.board.arrivals)
        self.list.setVisible(bool(count))
        self._none.setVisible(not count)
        self.list.show_items(count, at)
        self.retranslate()

    def _made(self) -> GuestRow:
        line = GuestRow(self._ui)
        line.deed_pressed.connect(self._on_deed)
        return line

    def _write(self, line: GuestRow, at: int) -> None:
        around = self._around()
        if around is None:
            return
        if rows := self._rows:
            guest = rows[at]
            line.setObjectName(f"guest_{guest.id}")
            line.write(row_face(guest, around))
        else:
            arrival = self.board.arrivals[at]
            line.setObjectName(f"arrival_{at}")
            line.write(arrival_face(arrival, around))

    # --- words -------------------------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        """Every word again."""
        around, text = self._around(), self.text
        self.setAccessibleName(translate("Station", "Event desk"))
        if self._ui.shape is Shape.WIDE:
            self.typed.ask(translate("Desk", "Name, pinyin initials, phone, company or seat"))
        else:
            self.typed.ask(translate("Desk", "Name, initials, phone, seat"))
        self.field.setEnabled(around is not None)
        listing = bool(text or self._choices)
        self.head.show_titles(listing=listing)
        self.none.setText(self._none_words(chosen=around is not None))
        self._foot.setVisible(around is not None and around.event.walk_ins)
        words = translate("Desk", "Nobody fits? Add “{text}” (F2) in 15 seconds")
        plain = translate("Desk", "Not on the list? Add them (F2) in 15 seconds")
        self.add.say(spaced(words.format(text=text)) if text else plain)

    def _none_words(self, *, chosen: bool) -> str:
        if not chosen:
            return translate("Desk", "Choose an event first: F4.")
        if not self.text:
            return translate("Desk", "Nobody has come yet. Whoever comes stands here, at whichever desk.")
        if not self._answered:
            return translate("Desk", "Searching…")
        return translate("Desk", "Nobody fits. One character less finds more; a phone’s last digits are enough.")

    @property
    def narrowed(self) -> str:
        """How much of the list is shown, "" when all."""
        return shown_of(len(self._found.rows), self._found.total, self._ui.i18n)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._show_rows(self.list.at)

    @Slot()
    def _on_theme_changed(self) -> None:
        self._arrange()
        for line in self.list.lines:
            line.retheme()

    def _arrange(self) -> None:
        held(self._side, width=SIDE[self._ui.shape])
        self.head.retheme()

    # --- what is done ------------------------------------------------------------------------------------------------

    @Slot()
    def _on_edited(self) -> None:
        self._answered, self._choices = False, ()
        self.edited.emit(self.text)
        self.retranslate()

    @Slot(int)
    def _on_pressed(self, _at: int) -> None:
        pass  # a press on a row marks it; its button signs in

    @Slot()
    def _on_deed(self) -> None:
        line = self.sender()
        for at, one in enumerate(self.list.lines):
            if one is line and self._answered and at < len(self._rows):
                self.list.choose(at)
                self.chosen.emit(self._rows[at].id)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and isinstance(event, QInputMethodEvent):
            self._composing = bool(event.preeditString())
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.list.step(event) or (self._around() is not None and self.typed.take(event)):
            return
        event.ignore()
