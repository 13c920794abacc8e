"""Several wheels run at once: which one?"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtWidgets import QWidget

from kiosk.application.draws.wheel_outcomes import WheelView
from kiosk.ui.i18n import translate
from kiosk.ui.stations.selfservice.draws.play import Play, WheelScreen
from kiosk.ui.stations.selfservice.flow import Flow
from kiosk.ui.stations.selfservice.lists import ListScreen
from kiosk.ui.stations.selfservice.parts import Line
from kiosk.ui.words.wheels import chance_words


class WheelsScreen(ListScreen):
    """All of them."""

    name = "wheels"

    def __init__(self, flow: Flow) -> None:
        super().__init__(flow)
        self._wheels: tuple[WheelView, ...] | None = None
        self.retranslate()

    def heading(self) -> str:
        return translate("Wheels", "Draws")

    def shown(self) -> None:
        self.ask(partial(self.flow.api.wheels, self.flow.session.visit), self._on_found)

    def _on_found(self, wheels: tuple[WheelView, ...]) -> None:
        self._wheels = wheels
        self.retranslate()

    def retranslate(self) -> None:
        if self._wheels is None:
            self.waiting()
        else:
            self.put(self._lines(self._wheels), none=translate("Wheels", "There is nothing to play at the moment."))

    def _lines(self, wheels: tuple[WheelView, ...]) -> Iterator[QWidget]:
        for at, wheel in enumerate(wheels):
            line = Line(f"wheels_{at}", partial(open_wheel, self.flow, wheel))
            line.say(self.ui.i18n.text(wheel.name), chance_words(wheel, self.ui.i18n))
            yield line


def open_wheel(flow: Flow, wheel: WheelView) -> None:
    """On to one of them."""
    play = Play(wheel.campaign, wheel.id)
    flow.go(lambda: WheelScreen(flow, play, wheel))
