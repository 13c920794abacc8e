"""Who won lately in this store, masked."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtWidgets import QWidget

from kiosk.application.draws.wheel_outcomes import WheelView, Winner
from kiosk.ui.i18n import spaced, translate
from kiosk.ui.stations.selfservice.flow import Flow
from kiosk.ui.stations.selfservice.lists import ListScreen
from kiosk.ui.stations.selfservice.parts import Line
from kiosk.ui.words.codes import customer_word
from kiosk.ui.words.wheels import winner_name


class WinnersScreen(ListScreen):
    """The newest first."""

    name = "wheel_winners"

    def __init__(self, flow: Flow, wheel: WheelView) -> None:
        super().__init__(flow)
        self._wheel = wheel
        self._winners: tuple[Winner, ...] | None = None
        self.retranslate()

    def heading(self) -> str:
        return translate("Wheels", "Who won")

    def shown(self) -> None:
        work = partial(self.flow.api.recent_winners, self._wheel.campaign, self._wheel.id)
        self.ask(work, self._on_found)

    def _on_found(self, winners: tuple[Winner, ...]) -> None:
        self._winners = winners
        self.retranslate()

    def retranslate(self) -> None:
        self.say_above(translate("Wheels", "Lately in this store. Names are shown in part."))
        if self._winners is None:
            self.waiting()
        else:
            self.put(self._lines(self._winners), none=translate("Wheels", "Nobody yet: be the first!"))

    def _lines(self, winners: tuple[Winner, ...]) -> Iterator[QWidget]:
        i18n, now = self.ui.i18n, self.flow.around().now
        for at, winner in enumerate(winners):
            line = Line(f"winner_{at}")
            line.say(customer_word(winner.member), spaced(i18n.when(winner.at, now)), winner_name(winner, i18n))
            yield line
