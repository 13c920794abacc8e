"""The readiness drill before the doors open: its lines come one by one, and Esc ends it at any of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from functools import partial

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from kiosk.application.desk_api import DeskStationApi
from kiosk.application.guests.drill import Cut
from kiosk.domain.guests.drill import Line, Result, scanner_line, verdict
from kiosk.domain.refusals import Refusal
from kiosk.domain.scan.events import CameraStatus, ScanEvent
from kiosk.domain.staff.actors import Staff
from kiosk.ui.context import Ui
from kiosk.ui.i18n import aloud, translate
from kiosk.ui.measure import held
from kiosk.ui.shell.overlay import OnScan, Sheet
from kiosk.ui.tasks import TaskRunner
from kiosk.ui.widgets.basics import Button, ElidedText, ListArea, Pill, Text, clear, row
from kiosk.ui.words.drill import MARK_PILL, line_word, mark_word, result_words, verdict_word

TALL = 420
CUT_MS = 4_000
"""How long HQ is away at least."""
ASK_MS, MOST_ASKED = 500, 20
"""How often, and how many times, it is looked whether HQ is back."""


class DrillSheet(Sheet):
    """Signals:
    refused(Refusal): the event is gone.
    """

    refused = Signal(object)
    wide = True
    on_scan = OnScan.TAKE

    def __init__(
        self, ui: Ui, api: DeskStationApi, tasks: TaskRunner, event: str, actor: Staff, camera: CameraStatus | None
    ) -> None:
        super().__init__(ui)
        self._api, self._tasks, self._event, self._actor, self._camera = api, tasks, event, actor, camera
        self.results: list[Result] = []
        self._cut: Cut | None = None
        self._parked = False
        self._asked = 0
        self._reading = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_time)
        self.head = Text("lead", wrap=True)
        self.area = ListArea(ui.theme.space["s"], right=ui.theme.space["s"])
        self.area.prefer(TALL)
        self.go = Button("primary", "action", key="Enter", rank="action")
        self.go.setObjectName("drill_go")
        self.go.clicked.connect(self.enter)
        self.body.addWidget(self.head)
        self.body.addWidget(self.area, 1)
        self.body.addWidget(self.go)
        self.retranslate()

    def start_focus(self) -> QWidget:
        return self

    # --- the lines ---------------------------------------------------------------------------------------------------

    def begin(self) -> None:
        """The first line."""
        self._go_on()

    @property
    def line(self) -> Line | None:
        """What is tried now; None: all has been."""
        lines = tuple(Line)
        return lines[len(self.results)] if len(self.results) < len(lines) else None

    def _go_on(self) -> None:
        line = self.line
        self.retranslate()
        if line is None:
            self._tasks.run(partial(self._api.drill_done, self._event, tuple(self.results), self._actor))
            self.ui.voice.say(self, self.head.text(), now=True)
        elif line is Line.TICKETS:
            self._parked = True
            self._tasks.run(self._api.drill_cut, self._on_cut)
        elif line is Line.CUT:
            if self._cut is not None and self._cut.cut:
                self._timer.start(CUT_MS)
            else:
                self._mend()
        elif line is Line.SCANNER:
            self.ui.voice.say(self, self.head.text(), now=True)
        else:
            self._tasks.run(partial(self._api.drill_line, self._event, line, self._camera), self._on_result)

    @Slot(object)
    def _on_result(self, answer: Result | Refusal) -> None:
        self._reading = False
        if isinstance(answer, Refusal):
            self.close_sheet()
            self.refused.emit(answer)
        elif answer.line is self.line:
            self.results.append(answer)
            self._go_on()

    @Slot(object)
    def _on_cut(self, cut: Cut) -> None:
        self._cut = cut
        self._tasks.run(partial(self._api.drill_tickets, self._event, self._actor), self._on_result)

    @Slot()
    def _on_time(self) -> None:
        if self._parked:
            self._mend()
        else:
            self._ask_back()

    def _mend(self) -> None:
        self._parked = False
        self._tasks.run(self._api.drill_mend, self._on_mended)

    @Slot(object)
    def _on_mended(self, last: datetime | None) -> None:
        assert self._cut is not None
        self._cut = replace(self._cut, last=last)
        self._ask_back()

    def _ask_back(self) -> None:
        assert self._cut is not None
        self._asked += 1
        wait = self._asked < MOST_ASKED
        self._tasks.run(partial(self._api.drill_back, self._cut, wait=wait), self._on_back)

    @Slot(object)
    def _on_back(self, answer: Result | None) -> None:
        if answer is None:
            self._timer.start(ASK_MS)
        else:
            self._on_result(answer)

    def take(self, event: ScanEvent) -> None:
        """Any code, for the scanner's line; before it is its turn: nothing."""
        if self.line is Line.SCANNER and not self._reading:
            self._reading = True
            self._tasks.run(partial(self._api.drill_scan, self._event, event), self._on_result)

    @Slot()
    def enter(self) -> None:
        """On without a scanner; at the end, close."""
        if self.line is None:
            self.close_sheet()
        elif self.line is Line.SCANNER and not self._reading:
            self._on_result(scanner_line(read=False, scanned=False))

    def close_sheet(self) -> None:
        self._timer.stop()
        if self._parked:  # HQ would be back by itself, some seconds later
            self._parked = False
            self._tasks.run(self._api.drill_mend)
        super().close_sheet()

    # --- words -------------------------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        line = self.line
        self.title.setText(translate("Drill", "Ready to open?"))
        self.close_button.say(translate("Sheet", "Close") if line is None else translate("Drill", "End"))
        if line is None:
            self.head.setText(verdict_word(verdict(self.results)))
        elif line is Line.SCANNER:
            self.head.setText(translate("Drill", "Scan any ticket now. Nobody is signed in by it."))
        else:
            words = translate("Drill", "Trying {line}… Nothing of it counts.")
            self.head.setText(words.format(line=line_word(line)))
        self.go.setVisible(line in (None, Line.SCANNER))
        self.go.say(translate("Sheet", "Close") if line is None else translate("Drill", "On without a scanner"))
        clear(self.area.rows)
        for result in self.results:
            self.area.rows.addWidget(self._shown(result))
        self.area.rows.addStretch(1)

    def _shown(self, result: Result) -> QWidget:
        shown = QWidget()
        name, why, mark = line_word(result.line), result_words(result), mark_word(result.mark)
        shown.setAccessibleName(aloud(name, mark, why))
        across = row(shown, gap=self.ui.theme.space["l"])
        title = ElidedText("strong", text=name)
        held(title, width=150)
        across.addWidget(title)
        across.addWidget(Text("body", "ink2", wrap=True, text=why), 1)
        across.addWidget(Pill(MARK_PILL[result.mark], mark))
        return shown
