"""What stays from one paper slip to the next, also while a sheet gives way to another."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from kiosk.application.slips.outcomes import SlipBooked, SlipText

MOST_SHOWN = 4


@dataclass(slots=True)
class SlipsMemory:
    """`book`, `day` and `by` (a staff id) of the slip before; `done`: what was booked, the newest first, and `count`
    how many; what was keyed in of a slip that is not booked yet."""

    book: str = ""
    day: date | None = None
    by: str = ""
    done: list[SlipBooked] = field(default_factory=list)
    count: int = 0
    slip: SlipText | None = None
    code: str = ""
    time: str = ""
    amount: str = ""
    member: str = ""
    coupon: str = ""

    def booked(self, slip: SlipBooked) -> None:
        """The next one: its own things are forgotten, what is likely to be the same stays."""
        self.book = slip.book
        self.done = [slip, *self.done][:MOST_SHOWN]
        self.count += 1
        self.slip = None
        self.code = self.time = self.amount = self.member = self.coupon = ""
