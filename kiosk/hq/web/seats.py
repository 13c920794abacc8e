"""Who is being served: so many requests and bytes of each device at a time, whatever else it sends.

Everything happens on the event loop's thread.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from kiosk.hq.ports import HqSettings

_FREE = 64 * 1024
"""Bytes of a body that are not counted: what an honest terminal sends is let in whatever others do."""


class Crowded(Exception):
    """There is no room for this request now. `whole`: not even for another device's."""

    def __init__(self, *, whole: bool) -> None:
        super().__init__("no room")
        self.whole = whole


class Seat:
    """One request's place. `leave`: how it is told to wait no longer, None while it waits for nothing; `left`: it was
    told so."""

    def __init__(self, seats: Seats, device: str) -> None:
        self.device = device
        self.leave: Callable[[], None] | None = None
        self.left = False
        self.bytes = 0
        self._seats = seats

    def hold(self, size: int) -> None:
        """The body has come to `size` bytes. Raises Crowded."""
        self._seats.hold(self, max(0, size - _FREE))


class Seats:
    """All that are being served."""

    def __init__(self, settings: HqSettings) -> None:
        self._settings = settings
        self._of: dict[str, list[Seat]] = defaultdict(list)
        self._bytes = 0

    @contextmanager
    def seat(self, device: str) -> Iterator[Seat]:
        """A place for a request of `device` ("": a stranger's, whose places are not counted). Where it has all it may
        have, its request that has waited longest is let go. Raises Crowded when none of them waits."""
        if device and self._staying(device) >= self._settings.requests_of_device:
            self._let_one_go(device)
        mine = Seat(self, device)
        self._of[device].append(mine)
        try:
            yield mine
        finally:
            self._bytes -= mine.bytes
            self._of[device].remove(mine)
            if not self._of[device]:
                del self._of[device]

    def hold(self, seat: Seat, counted: int) -> None:
        """A request has so many counted bytes now. Raises Crowded."""
        of_device = sum(other.bytes for other in self._of[seat.device]) - seat.bytes + counted
        of_all = self._bytes - seat.bytes + counted
        if counted and of_device > self._settings.bodies_of_device:
            raise Crowded(whole=False)
        if counted and of_all > self._settings.bodies:
            raise Crowded(whole=True)
        self._bytes = of_all
        seat.bytes = counted

    def _staying(self, device: str) -> int:
        return sum(not seat.left for seat in self._of.get(device, ()))

    def _let_one_go(self, device: str) -> None:
        for seat in self._of[device]:
            if seat.leave is not None and not seat.left:
                seat.left = True
                seat.leave()
                return
        raise Crowded(whole=False)
