"""A receipt of a draw that somebody holds up: whether it is genuine. Nobody need say who they are for that."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtWidgets import QWidget

from kiosk.application.draws.wheel_outcomes import ReceiptCheck
from kiosk.domain.refusals import Refusal
from kiosk.ui.i18n import spaced, translate
from kiosk.ui.stations.selfservice.flow import Flow
from kiosk.ui.stations.selfservice.lists import ListScreen
from kiosk.ui.stations.selfservice.parts import Box
from kiosk.ui.widgets.basics import Text
from kiosk.ui.words.draws import verdict_words
from kiosk.ui.words.refusals import refusal_words


class ReceiptCheckScreen(ListScreen):
    """The verdict in large letters, then what was looked at."""

    name = "receipt_check"

    def __init__(self, flow: Flow, code: str) -> None:
        super().__init__(flow)
        self._code = code
        self._found: ReceiptCheck | Refusal | None = None
        self.waiting()

    def heading(self) -> str:
        return translate("Draws", "Receipt of a draw")

    def shown(self) -> None:
        if self._found is None:
            self.ask(partial(self.flow.api.check_receipt, self._code, self.flow.session.visit), self._on_checked)

    def _on_checked(self, found: ReceiptCheck | Refusal) -> None:
        self._found = found
        self.retranslate()

    def retranslate(self) -> None:
        if self._found is not None:
            self.put(self._lines(self._found), none="")

    def _lines(self, found: ReceiptCheck | Refusal) -> Iterator[QWidget]:
        box = Box(gap=14)
        if isinstance(found, Refusal):
            words = refusal_words(found, self.flow.around())
            box.lines.addWidget(Text("s_title", "red", wrap=True, text=words.title))
            box.lines.addWidget(Text("s_lead", "ink2", wrap=True, text=spaced(words.reason)))
            yield box
            yield Text("s_body", "ink2", wrap=True, text=words.next_step)
            return
        told = verdict_words(found, self.ui.i18n, customer=True)
        box.lines.addWidget(Text("s_title", told.tone, wrap=True, text=told.title))
        box.lines.addWidget(Text("s_lead", "ink2", wrap=True, text=told.what))
        yield box
        looked = Box(gap=14)
        for line in told.lines:
            tone, mark = _TONES[line.ok], _MARKS[line.ok]
            looked.lines.addWidget(Text("s_body", tone, wrap=True, text=f"{mark} {line.text}"))
        yield looked
        yield Text("s_body", "ink2", wrap=True, text=told.next_step)


_MARKS = {True: "✓", False: "✗", None: "–"}
_TONES = {True: "jade", False: "red", None: "ink2"}
