"""How a kind of scene comes onto the big screen: said once beside its scenes, and listed in `registry.py`."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from kiosk.ui.i18n import I18n
from kiosk.ui.stage.frame import Frame
from kiosk.ui.stage.parts import Brush, Part
from kiosk.ui.stage.scene import Scene

S = TypeVar("S", bound=Scene)


@dataclass(frozen=True, slots=True)
class Showing:
    """What a scene is painted for: language, time, and the page of a scene that has several, from 0."""

    i18n: I18n
    now: datetime
    page: int = 0


class Moving(Protocol):
    """What moves on a scene until it comes to rest, painted over what stands still, up to sixty times a second. It has
    its pictures made beforehand; a frame that is left out changes nothing of where it ends."""

    @property
    def area(self) -> QRectF:
        """What is painted anew in each frame."""
        ...

    @property
    def ends(self) -> int:
        """Ms after the start when all is at rest."""
        ...

    def landed(self, elapsed: int) -> int:
        """How many of its things have come to rest so many ms after the start."""
        ...

    def paint(self, painter: QPainter, elapsed: int) -> None:
        """As it is so many ms after the start."""
        ...


@dataclass(frozen=True, slots=True)
class Stand:
    """Where something moves: the areas, what paints in them, pixels of the screen in a logical one, and chance for what
    has no meaning (never for a result)."""

    frame: Frame
    brush: Brush
    ratio: float
    chance: random.Random


def one_page(_scene: Scene) -> int:
    """Of a scene that fits."""
    return 1


def still(_scene: Scene) -> bool:
    """Of a scene on which nothing moves."""
    return False


def nothing_more(_scene: Scene, _frame: Frame) -> Iterable[Part]:
    """Of a scene that looks the same when what moved is at rest."""
    return ()


@dataclass(frozen=True, slots=True)
class Kind(Generic[S]):
    """One kind of scene.

    `parts`: everything that stands still. `pages`: how many there are; they turn by themselves. `by_second`: it has a
    clock on it. `moves`: something moves on it at first, as `moving` has it; where people want it calm it is at rest at
    once. `at_rest`: what stands there besides when nothing moves (any more).
    """

    scene: type[S]
    parts: Callable[[S, Frame, Showing], Iterable[Part]]
    pages: Callable[[S], int] = one_page
    by_second: bool = False
    moves: Callable[[S], bool] = still
    moving: Callable[[S, Stand], Moving] | None = None
    at_rest: Callable[[S, Frame], Iterable[Part]] = nothing_more
