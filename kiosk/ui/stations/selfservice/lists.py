"""A page with a list, which may be empty, and what is said above it."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from kiosk.ui.i18n import translate
from kiosk.ui.stations.selfservice.acting import ActingScreen
from kiosk.ui.stations.selfservice.flow import Flow
from kiosk.ui.stations.selfservice.scroll import Scroll
from kiosk.ui.widgets.basics import Text, column


class ListScreen(ActingScreen):
    """Subclasses give their lines to `put`."""

    def __init__(self, flow: Flow) -> None:
        super().__init__(flow)
        self.outer = column(self, gap=20)
        self.about = Text("s_body", "ink2", wrap=True)
        self.list = Scroll(self.ui)
        self.outer.addWidget(self.about)
        self.outer.addWidget(self.list, 1)
        self.about.hide()

    def say_above(self, words: str) -> None:
        """Above the list."""
        self.about.setText(words)
        self.about.setVisible(bool(words))

    def put(self, lines: Iterable[QWidget], *, none: str) -> None:
        """The list; `none`: what is said where it would be empty."""
        found = list(lines)
        self.list.fill(found or [Text("s_lead", "ink2", wrap=True, text=none)])

    def waiting(self) -> None:
        """The answer is on its way."""
        self.list.fill([Text("s_body", "ink2", text=translate("SelfService", "One moment…"))])
