"""Baskets that a till put and has not paid: in memory only. Whoever finds one gone puts it again."""

from __future__ import annotations

import threading
from collections import OrderedDict
from dataclasses import dataclass

from kiosk.application.sales.outcomes import Visit
from kiosk.application.till.outcomes import NotTaken, TillBasket

MOST_OPEN = 200
"""Baskets remembered; the ones put longest ago are forgotten first."""


@dataclass(frozen=True, slots=True)
class OpenBasket:
    """A basket as the till put it, priced. `not_taken`: codes that did not count, and coupons that could not be
    redeemed."""

    basket: TillBasket
    visit: Visit
    not_taken: tuple[NotTaken, ...]


class OpenBaskets:
    """By the till's own id of the transaction. May be used from any thread."""

    def __init__(self) -> None:
        self._open: OrderedDict[str, OpenBasket] = OrderedDict()
        self._lock = threading.Lock()

    def find(self, till: str) -> OpenBasket | None:
        """The basket, if it is known."""
        with self._lock:
            return self._open.get(till)

    def remember(self, till: str, basket: OpenBasket) -> None:
        """Put, or put again."""
        with self._lock:
            self._open[till] = basket
            self._open.move_to_end(till)
            while len(self._open) > MOST_OPEN:
                self._open.popitem(last=False)

    def forget(self, till: str) -> bool:
        """Whether it was known."""
        with self._lock:
            return self._open.pop(till, None) is not None
