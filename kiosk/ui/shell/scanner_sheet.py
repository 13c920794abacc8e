"""Learn how the handheld scanner types: one code on the screen is scanned three times, what was learned is shown and
tried, then kept or not."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from kiosk.domain.scan.burst_shape import Stroke
from kiosk.domain.scan.events import ScanEvent, ScanSource
from kiosk.domain.scan.scanner_learning import LEAST_SCANS, Learned, NotLearned, learn
from kiosk.ui.context import Ui
from kiosk.ui.i18n import spaced, translate
from kiosk.ui.shell.overlay import OnScan, Sheet
from kiosk.ui.shell.scan_watch import ScanWatch
from kiosk.ui.shell.settings import ScannerDesk
from kiosk.ui.shell.sounds import Sound, Speaker
from kiosk.ui.widgets.basics import Button, Text, column, row
from kiosk.ui.widgets.qr_view import QrView
from kiosk.ui.words.mixups import unsure_words
from kiosk.ui.words.scanner import advice, learned_lines, why_words

CODE = "K:+/-482"
"""What the code says: as short as a member card's number, since a slow scanner is known by codes as long as the one it
was learned from; with signs that lie elsewhere on other keyboards."""
_SIDE = 210
_LINES = 4


class ScannerSheet(Sheet):
    """While it is up the scanner's keys are for it: first to be learned from, then read by what was learned. Put away
    without `keep`, everything is as it was."""

    wide = True
    on_scan = OnScan.TAKE

    def __init__(self, ui: Ui, desk: ScannerDesk, speaker: Speaker) -> None:
        super().__init__(ui)
        self._desk, self._speaker = desk, speaker
        self._before = desk.handheld.settings
        self._scans: list[list[Stroke]] = []
        self._learned: Learned | None = None
        self._fault: NotLearned | None = None
        self._tried: Callable[[], str] = _not_yet
        self._tone = "ink2"
        self.kept = False
        self.watch = ScanWatch(parent=self)
        self.watch.scanned.connect(self.on_watched)
        desk.handheld.unsure.connect(self._on_unsure)
        space = ui.theme.space
        self.what = Text("body", "ink2", wrap=True)
        self.body.addWidget(self.what)
        parts = row(gap=space["xl"])
        self.code = QrView(CODE, _SIDE)
        left = column(gap=0)
        left.addWidget(self.code)
        left.addStretch(1)
        parts.addLayout(left)
        right = column(gap=space["s"])
        self.count = Text("lead", wrap=True)
        right.addWidget(self.count)
        self.told = QWidget()
        lines = column(self.told, gap=space["s"])
        self.lines = [(Text("body", "ink2"), Text("strong", wrap=True)) for _ in range(_LINES)]
        for name, value in self.lines:
            line = row(gap=space["m"])
            line.addWidget(name)
            line.addWidget(value, 1)
            lines.addLayout(line)
        right.addWidget(self.told)
        self.advice = Text("strong", "warn", wrap=True)
        right.addWidget(self.advice)
        self.tried = Text("lead", wrap=True)
        right.addWidget(self.tried)
        right.addStretch(1)
        parts.addLayout(right, 1)
        self.body.addLayout(parts)
        buttons = row(gap=space["m"])
        self.keep = Button("primary", "strong")
        self.keep.setObjectName("scanner_keep")
        self.keep.clicked.connect(self._on_keep)
        self.again = Button("", "strong")
        self.again.setObjectName("scanner_again")
        self.again.clicked.connect(self.begin)
        buttons.addWidget(self.keep)
        buttons.addWidget(self.again)
        buttons.addStretch(1)
        self.body.addLayout(buttons)
        self.begin()

    # --- learning ----------------------------------------------------------------------------------------------------

    def begin(self) -> None:
        """Wait for the scans."""
        self._scans, self._learned, self._fault = [], None, None
        self._desk.handheld.use(self._before)
        self._desk.handheld.watch(self.watch)
        self.retranslate()

    def on_watched(self, scan: list[Stroke]) -> None:
        """A scan is over."""
        self._fault = None
        self._scans.append(scan)
        if len(self._scans) < LEAST_SCANS:
            self._speaker.play(Sound.OK)
            self.retranslate()
            self.ui.voice.say(self, self.count.text())
            return
        scans, self._scans = self._scans, []
        try:
            self._learned = learn(scans, self._before, code=CODE)
        except NotLearned as fault:
            self._fault = fault
            self._speaker.play(Sound.REFUSED)
            self.retranslate()
            self.ui.voice.say(self, self.advice.text())
            return
        self._desk.handheld.watch(None)
        self._desk.handheld.use(self._learned.settings)
        self._show_tried(_not_yet, "ink2")
        self._speaker.play(Sound.OK)
        self.retranslate()
        self.setFocus(Qt.FocusReason.OtherFocusReason)  # an Enter that gets through presses no button
        self.ui.voice.say(self, self.count.text())

    # --- trying ------------------------------------------------------------------------------------------------------

    def take(self, event: ScanEvent) -> None:
        """A code came while the sheet is up."""
        if self._learned is None or event.source is not ScanSource.HANDHELD:
            return

        def words() -> str:
            return spaced(translate("Scanner", "Read: {text}").format(text=event.text[:40]))

        self._speaker.play(Sound.OK)
        self._show_tried(words, "success")

    def _on_unsure(self) -> None:
        if self._learned is not None:
            self._show_tried(unsure_words, "warn")

    def _show_tried(self, words: Callable[[], str], tone: str) -> None:
        self._tried, self._tone = words, tone
        self.retranslate()
        self.ui.voice.say(self, self.tried.text())

    # --- the end -----------------------------------------------------------------------------------------------------

    def _on_keep(self) -> None:
        if self._learned is None:
            return
        if self._desk.keep(self._learned):
            self.kept = True
            self._speaker.play(Sound.OK)
            self.close_sheet()
        else:
            self._speaker.play(Sound.REFUSED)
            self._show_tried(_not_written, "warn")

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        # closed, given way to another sheet, or locked
        self._desk.handheld.watch(None)
        if not self.kept:
            self._desk.handheld.use(self._before)

    def retranslate(self) -> None:
        learned = self._learned
        self.title.setText(translate("Scanner", "Learn the handheld scanner"))
        self.close_button.say(translate("Sheet", "Close"))
        self.code.setAccessibleName(translate("Scanner", "A code to scan"))
        self.code.setVisible(learned is None)
        self.what.setText(
            translate("Scanner", "Scan this code three times with the handheld scanner, as at the till.")
            if learned is None
            else translate("Scanner", "Now scan any code, a member’s or a coupon’s, and look whether it is read.")
        )
        self.count.setText(
            translate("Scanner", "{done} of {all} scanned").format(done=len(self._scans), all=LEAST_SCANS)
            if learned is None
            else translate("Scanner", "This was learned:")
        )
        for (name, value), said in zip(self.lines, learned_lines(learned) if learned is not None else (), strict=False):
            name.setText(said[0])
            value.setText(said[1])
        self.told.setVisible(learned is not None)
        warning = why_words(self._fault) if self._fault is not None else advice(learned) if learned is not None else ""
        self.advice.setText(spaced(warning))
        self.advice.setVisible(bool(warning))
        self.tried.setText(self._tried())
        self.tried.set_tone(self._tone)
        self.tried.setVisible(learned is not None)
        self.keep.say(translate("Scanner", "Keep"))
        self.again.say(translate("Scanner", "Learn again"))
        self.keep.setVisible(learned is not None)
        self.again.setVisible(learned is not None)


def _not_yet() -> str:
    return translate("Scanner", "Nothing tried yet.")


def _not_written() -> str:
    return translate("Scanner", "The settings file cannot be written. Tell IT.")
