"""Which of the goods of a happening count for a condition, for points, for what somebody has spent.

Goods that never carry a benefit, as the chain says, count for nothing. Where a till tells amounts and no articles, an
amount is known by its category; what is said of articles cannot be seen of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kiosk.domain.campaigns.happenings import BARRED, WITHIN, Happening, HappeningKind, Item
from kiosk.domain.campaigns.pieces import Except

_NOTHING_ABOVE: Mapping[str, tuple[str, ...]] = {}


@dataclass(frozen=True, slots=True)
class Counted:
    """`categories`: goods of these, and of what lies below them; None: all goods. `items`: only these articles. Not
    those `without_categories`, nor `without_items`; `not_reduced`: nor what the till says is lowered already."""

    categories: frozenset[str] | None = None
    without_categories: frozenset[str] = frozenset()
    without_items: frozenset[str] = frozenset()
    not_reduced: bool = False
    items: frozenset[str] | None = None

    def amount(self, happening: Happening) -> int:
        """Minor units, as paid where something was taken off, less what came back; never below zero."""
        found = self._bought_for(happening)
        if happening.back:
            found -= sum(item.cost for item in self._back(happening))
        return max(0, found)

    def _bought_for(self, happening: Happening) -> int:
        if self.items is not None:
            return max(0, sum(item.cost for item in happening.items if self._reaches(item, happening)))
        detail = happening.detail
        if not (detail and (BARRED in detail or WITHIN in detail)) and not self._picks:
            if self.categories is None:
                return max(0, happening.amount)
            wanted = self.categories
            return max(0, sum(part for name, part in happening.categories if name in wanted))
        above: Mapping[str, tuple[str, ...]] = detail.get(WITHIN, _NOTHING_ABOVE)
        barred = detail.get(BARRED, ())
        counts = {name: self._counts(name, above.get(name, ()), barred) for name, _ in happening.categories}
        if self.categories is None:
            whole = happening.amount - sum(part for name, part in happening.categories if not counts[name])
        else:
            whole = sum(part for name, part in happening.categories if counts[name])
        for item in happening.items:
            if self._left_out(item) and counts.get(item.category, self.categories is None):
                whole -= item.cost
        return max(0, whole)

    def pieces(self, happening: Happening) -> int:
        """How many pieces, less those that come back."""
        found = sum(item.pieces for item in happening.items if self._reaches(item, happening))
        return found - sum(item.pieces for item in self._back(happening))

    def bought(self, happening: Happening) -> int:
        """How many pieces were bought, less those that come back. What was free in the end counts for none, an article
        or the third of three: the tenth coffee fills no card."""
        paid = (one for one in happening.items if one.cost and self._reaches(one, happening))
        found = sum(one.pieces - one.free for one in paid)
        return max(0, found - sum(one.pieces for one in self._back(happening)))

    def _back(self, happening: Happening) -> Iterator[Item]:
        """Goods that came back in the same sale, as far as they count: not while the price of others is made."""
        back = happening.back if happening.kind is not HappeningKind.BASKET else ()
        return (item for item in back if self._reaches(item, happening))

    def _reaches(self, item: Item, happening: Happening) -> bool:
        detail = happening.detail
        above: Mapping[str, tuple[str, ...]] = detail.get(WITHIN, _NOTHING_ABOVE)
        wanted = self.items is None or item.sku in self.items
        if not wanted or self._left_out(item):
            return False
        return self._counts(item.category, above.get(item.category, ()), detail.get(BARRED, ()))

    @property
    def _picks(self) -> bool:
        return bool(self.without_categories or self.without_items or self.not_reduced)

    def _counts(self, name: str, above: tuple[str, ...], barred: tuple[str, ...]) -> bool:
        line = (name, *above)
        if any(one in self.without_categories or one in barred for one in line):
            return False
        return self.categories is None or any(one in self.categories for one in line)

    def _left_out(self, item: Item) -> bool:
        return item.barred or item.sku in self.without_items or (self.not_reduced and item.reduced)


EVERYTHING = Counted()
"""All goods that carry benefits."""


def counted(
    categories: tuple[str, ...], except_: Except, not_reduced: bool = False, items: tuple[str, ...] = ()
) -> Counted:
    """As a campaign file says it; no categories, no items: all goods."""
    return Counted(
        frozenset(categories) if categories else None,
        frozenset(except_.categories),
        frozenset(except_.items),
        not_reduced,
        frozenset(items) if items else None,
    )
