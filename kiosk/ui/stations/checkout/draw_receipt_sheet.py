"""A scanned receipt of a draw: whether it is genuine, and what was looked at."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from kiosk.application.checkout_api import CheckoutApi
from kiosk.application.draws.wheel_outcomes import ReceiptCheck
from kiosk.application.sales.outcomes import Visit
from kiosk.domain.refusals import Refusal
from kiosk.ui.context import Ui
from kiosk.ui.i18n import spaced, translate
from kiosk.ui.shell.overlay import OnScan, Sheet
from kiosk.ui.tasks import TaskRunner
from kiosk.ui.widgets.basics import Panel, Text, column
from kiosk.ui.words.draws import verdict_words
from kiosk.ui.words.refusals import refusal_words
from kiosk.ui.words.surroundings import Surroundings

MOST_LINES = 5


class DrawReceiptSheet(Sheet):
    """Looks at one receipt. The next scan is the answer: it puts the sheet away and counts."""

    on_scan = OnScan.CLOSE

    def __init__(
        self,
        ui: Ui,
        api: CheckoutApi,
        tasks: TaskRunner,
        code: str,
        visit: Visit | None,
        around: Callable[[], Surroundings],
    ) -> None:
        super().__init__(ui)
        self._around = around
        self._found: ReceiptCheck | Refusal | None = None
        space = ui.theme.space
        self.verdict = Text("title", wrap=True)
        self.what = Text("lead", "ink2", wrap=True)
        self.body.addWidget(self.verdict)
        self.body.addWidget(self.what)
        self.panel = Panel(ui, "say")
        inside = column(self.panel, margins=(space["l"], space["m"], space["l"], space["m"]), gap=space["s"])
        self.lines = [Text("body", wrap=True) for _ in range(MOST_LINES)]
        for line in self.lines:
            inside.addWidget(line)
        self.body.addWidget(self.panel)
        self.next_step = Text("body", "ink2", wrap=True)
        self.body.addWidget(self.next_step)
        self.retranslate()
        tasks.run(partial(api.check_receipt, code, visit), self._on_checked)

    def _on_checked(self, found: ReceiptCheck | Refusal) -> None:
        self._found = found
        self.retranslate()

    def retranslate(self) -> None:
        self.title.setText(translate("Draws", "Receipt of a draw"))
        self.close_button.say(translate("Sheet", "Close"))
        found, around = self._found, self._around()
        if found is None:
            self.verdict.setText(translate("Draws", "One moment…"))
            self._say("", (), "")
        elif isinstance(found, Refusal):
            words = refusal_words(found, around)
            self.verdict.setText(words.title)
            self.verdict.set_tone("red")
            self._say(words.reason, (), words.next_step)
        else:
            told = verdict_words(found, around.i18n)
            self.verdict.setText(told.title)
            self.verdict.set_tone(told.tone)
            self._say(told.what, tuple((line.ok, line.text) for line in told.lines), told.next_step)

    def _say(self, what: str, lines: tuple[tuple[bool | None, str], ...], next_step: str) -> None:
        for label, words in ((self.what, what), (self.next_step, next_step)):
            label.setText(spaced(words))
            label.setVisible(bool(words))
        self.panel.setVisible(bool(lines))
        for at, label in enumerate(self.lines):
            label.setVisible(at < len(lines))
            if at < len(lines):
                ok, words = lines[at]
                label.setText(f"{_MARKS[ok]} {words}")
                label.set_tone(_TONES[ok])


_MARKS = {True: "✓", False: "✗", None: "–"}
_TONES = {True: "jade", False: "red", None: "ink2"}
