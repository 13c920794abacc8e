"""What all desks know together, in full: tickets that came in twice, and every count."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtWidgets import QGridLayout

from kiosk.application.guests.outcomes import DoubleView
from kiosk.ui.context import Ui
from kiosk.ui.i18n import translate
from kiosk.ui.measure import spaced_out
from kiosk.ui.shell.overlay import OnScan, Sheet
from kiosk.ui.stations.desk.faces import Around, entered_words
from kiosk.ui.stations.desk.flow import Board
from kiosk.ui.widgets.basics import ElidedText, ListArea, Panel, Text, clear, column


class DoublesSheet(Sheet):
    """Tickets that let somebody in at two desks that did not see each other."""

    wide = True
    on_scan = OnScan.CLOSE

    def __init__(self, ui: Ui, doubles: tuple[DoubleView, ...], around: Callable[[], Around | None]) -> None:
        super().__init__(ui)
        self._doubles, self._around = doubles, around
        self.text = Text("body", "ink2", wrap=True)
        self.area = ListArea(ui.theme.space["s"], right=ui.theme.space["s"])
        self.area.prefer(360)
        self.body.addWidget(self.text)
        self.body.addWidget(self.area, 1)
        self.retranslate()

    def retranslate(self) -> None:
        self.title.setText(translate("Desk", "Signed in twice"))
        self.close_button.say(translate("Sheet", "Close"))
        self.text.setText(
            translate("Desk", "Two desks could not see each other, so one ticket let in two. Only one of them counts.")
        )
        clear(self.area.rows)
        around = self._around()
        if around is None:
            return
        space = self.ui.theme.space
        for double in self._doubles:
            card = Panel(self.ui, "well")
            lines = column(card, margins=(space["l"], space["m"], space["l"], space["m"]), gap=2)
            lines.addWidget(ElidedText("lead", text=double.name))
            if double.walk_ins:
                words = translate("Desk", "Two walk-ins with one phone: both count. If they are one person, undo one.")
                lines.addWidget(Text("strong", "warn", wrap=True, text=words))
            for side in double.sides:
                lines.addWidget(Text("body", wrap=True, text=entered_words(side, around)))
            self.area.rows.addWidget(card)
        self.area.rows.addStretch(1)


class CountsSheet(Sheet):
    """Every figure."""

    wide = True
    on_scan = OnScan.CLOSE

    def __init__(self, ui: Ui, board: Board, around: Callable[[], Around | None]) -> None:
        super().__init__(ui)
        self._board, self._around = board, around
        self.grid = QGridLayout()
        spaced_out(self.grid, (0, 0, 0, 0), ui.theme.space["xl"], ui.theme.space["s"])
        self.grid.setColumnStretch(0, 1)
        self.body.addLayout(self.grid)
        self.retranslate()

    def show_board(self, board: Board) -> None:
        """Others by now."""
        self._board = board
        self.retranslate()

    def retranslate(self) -> None:
        self.title.setText(translate("Desk", "How many there are"))
        self.close_button.say(translate("Sheet", "Close"))
        clear(self.grid)
        for at, (name, figure) in enumerate(self._lines()):
            self.grid.addWidget(ElidedText("body", "ink2", text=name), at, 0)
            self.grid.addWidget(Text("lead", text=figure), at, 1)

    def _lines(self) -> Iterator[tuple[str, str]]:
        counts, around, i18n = self._board.counts, self._around(), self.ui.i18n

        def of(came: int, expected: int) -> str:
            return f"{i18n.number(came)} / {i18n.number(expected)}" if expected else i18n.number(came)

        yield translate("Desk", "Came"), of(counts.came, counts.expected)
        yield translate("Desk", "In the house now"), i18n.number(counts.inside)
        yield translate("Desk", "Not on the list before"), i18n.number(counts.walk_ins)
        if counts.waiting:
            yield translate("Desk", "On the waiting list"), i18n.number(counts.waiting)
        if counts.free is not None:
            yield translate("Desk", "Places left"), i18n.number(counts.free)
        if around is not None:
            event = around.event
            for tag in event.tags:
                yield i18n.text(tag.names), of(*counts.by_tag.get(tag.id, (0, 0)))
            for session in event.sessions:
                yield i18n.text(session.names), of(*counts.by_session.get(session.id, (0, 0)))
            for zone in event.zones:
                yield i18n.text(zone.names), i18n.number(counts.by_zone.get(zone.id, 0))
        for _, desk, came in counts.by_desk:
            yield desk, i18n.number(came)
