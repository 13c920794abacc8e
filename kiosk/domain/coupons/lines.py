"""The lines of a basket."""

from __future__ import annotations

from typing import NamedTuple


class BasketLine(NamedTuple):
    """Pieces of one article; `price`: minor units a piece. `reduced`: the till says that the price is lowered already.
    `floor`: minor units that a piece costs at least, whatever is taken off. `barred`: never carries a benefit, nor
    counts for one. `within`: the categories in which its own lies, nearest first."""

    article: str
    category: str
    pieces: int
    price: int
    reduced: bool = False
    floor: int = 0
    barred: bool = False
    within: tuple[str, ...] = ()

    @property
    def counts(self) -> bool:
        """Whether discounts may look at it: not what comes back in exchange."""
        return self.pieces > 0 and self.price >= 0

    @property
    def cost(self) -> int:
        """Minor units of all its pieces."""
        return self.pieces * self.price
