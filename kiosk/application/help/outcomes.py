"""What the use cases of calls for help give back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class HelpCall:
    """A call. `terminal`: the name of the station that calls; `here`: it is this one; `answered_by`: the name of who
    goes there, "" while nobody has said so; `ended`: it is over; `heard`: HQ has it, so that other screens of the store
    can show it. False: HQ is out of reach, and nobody has been called yet."""

    call: str
    terminal: str
    since: datetime
    here: bool
    heard: bool
    answered_by: str = ""
    answered_at: datetime | None = None
    ended: bool = False
