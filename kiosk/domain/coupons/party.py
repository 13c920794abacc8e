"""Discounts that contend for pieces, and a dealing of pieces among them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from kiosk.domain.coupons.bounds import Bounds
from kiosk.domain.coupons.deal import Deal
from kiosk.domain.coupons.gains import Gain, Taker

NEVER = -1
"""What no dealing takes: this one is none."""
Ways = tuple[int, ...]
"""Sets of discounts, as bits, that a piece may bear."""


@dataclass(slots=True)
class Party:
    """A discount that takes part. `gain`: what it takes when every piece it reaches bears it; `order`: its place among
    those that are reckoned one after the other; `reckon`: makes its bounds."""

    deal: Deal
    taker: Taker
    gain: Gain
    reckon: Callable[[], Bounds]
    order: tuple[int, int]
    made: Bounds | None = None

    @property
    def bounds(self) -> Bounds:
        """What it takes at most. They are made when they are asked for: most discounts have no rival."""
        if self.made is None:
            self.made = self.reckon()
        return self.made


class Dealt(NamedTuple):
    """`off`: minor units that the discounts take together; `most`: no dealing takes more. `gains`: what each takes,
    from `parts`: (kind, pieces) each."""

    off: int
    most: int
    gains: tuple[Gain, ...]
    parts: tuple[tuple[int, int], ...]


Deals = dict[int, list[tuple[int, int]]]
"""Kind → (way, pieces): how contested pieces are dealt out."""
