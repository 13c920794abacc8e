"""What the use cases of prizes answer."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from kiosk.domain.draws.claims import Standing
from kiosk.domain.texts import LocalText


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A prize that somebody has to get. `member_name`: masked; `source`: the wheel or the draw; money in minor units;
    `tax`: withheld; `identity`: a document has to be looked at, `checked`: one was; `elsewhere`: the terminal that
    hands it over, "" where it may be done here; `late`: its time is over; `by`: who of the staff; `how`: what proves
    it."""

    id: str
    member: str
    member_name: str = field(repr=False)
    name: LocalText
    source: LocalText
    campaign: LocalText | None
    standing: Standing
    since: datetime
    until: datetime
    value: int
    currency: str
    tax: int
    identity: bool
    checked: bool
    resident: bool
    jurisdiction: str
    elsewhere: str
    late: bool
    ended: datetime | None
    by: str
    how: str
    zone: str
    sent: bool = False
    """The winner wants it sent; HQ does."""

    @property
    def over(self) -> bool:
        """Nothing more is to be done."""
        return self.standing.over
