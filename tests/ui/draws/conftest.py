"""A look, with time in the hands of the test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from random import Random
from typing import Any

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from kiosk.ui.context import Ui
from kiosk.ui.draws.look import Look
from kiosk.ui.draws.looks import LOOKS
from kiosk.ui.draws.prizes import Prize
from kiosk.ui.i18n import I18n
from kiosk.ui.theme import load_theme


class Played:
    """A look, and what it said."""

    def __init__(self, ui: Ui, name: str, size: tuple[int, int], seed: int, **kwargs: Any) -> None:
        self.now = 1000.0
        self.look: Look = LOOKS[name](ui, ticks=lambda: self.now, noise=Random(seed), **kwargs)
        self.look.resize(*size)
        self.heard: list[str] = []
        self.rested = 0
        self.look.sounded.connect(self.heard.append)
        self.look.rested.connect(self._on_rested)

    def _on_rested(self) -> None:
        self.rested += 1

    def play(self, won: Prize) -> None:
        """Begin, with time standing still."""
        self.look.play(won)
        self.look._timer.stop()

    def run(self, until: Callable[[], bool], step: float = 16, most_ms: float = 30_000) -> float:
        """Let time pass; milliseconds that passed."""
        begin = self.now
        while not until():
            self.now += step
            self.look.tick()
            assert self.now - begin < most_ms, "it never ends"
        return self.now - begin

    def until(self, ms: float) -> None:
        """Until the clock says so many milliseconds."""
        self.run(lambda: self.now >= ms)

    def to_the_end(self) -> float:
        """Play on until it rests."""
        return self.run(lambda: self.look.at_rest)


MakeLook = Callable[..., Played]


@pytest.fixture(scope="module")
def ui(qapp: QApplication) -> Iterator[Ui]:
    """The light skin, in traditional Chinese."""
    skin = load_theme("light")
    i18n = I18n(skin, "zh_TW")
    yield Ui(skin, i18n)
    i18n.remove()


@pytest.fixture
def make_look(ui: Ui) -> Iterator[MakeLook]:
    """Looks that go at the end of the test."""
    made: list[Played] = []

    def make(name: str, size: tuple[int, int] = (320, 360), seed: int = 1, **kwargs: Any) -> Played:
        made.append(Played(ui, name, size, seed, **kwargs))
        return made[-1]

    yield make
    for one in made:
        one.look.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def prizes(count: int = 7) -> list[Prize]:
    """So many prizes, the last of them thanks."""
    signs = ("packet", "coupon", "gift", "trophy")
    made = [Prize(f"p{at}", f"獎品 {at}", sign=signs[at % 4], left=at * 3) for at in range(count - 1)]
    return [*made, Prize("thanks", "謝謝參與", thanks=True, sign="flower")]
