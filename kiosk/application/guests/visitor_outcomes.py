"""What a customer alone at a station sees of the store's events. Frozen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from kiosk.domain.guests.event import Event, Question


class Place(StrEnum):
    """Whether somebody is on an event's list."""

    NONE = "none"
    """They are not."""
    PROVISIONAL = "provisional"
    """They are, as far as this station knows; HQ has not said so yet."""
    SURE = "sure"
    WAITING = "waiting"
    """On the waiting list."""
    CLOSED = "closed"
    """Cancelled or blocked: staff are asked."""


@dataclass(frozen=True, slots=True)
class Gathering:
    """An event as somebody stands to it. `guest`: who they are on its list, "": nobody; `people`: with companions;
    `left`: places that nobody needs, None: there is no end; `open`: one can sign up now; `questions`: that are asked
    then; `begun`, `over`: its hours, and its doors; `asks`: they may say how they liked it; `said`: they did, at a
    station; `code`: which the door reads, "": it is not shown to them; `key`: by which they may give their place up,
    "": they may not."""

    event: Event
    place: Place = Place.NONE
    guest: str = ""
    people: int = 1
    left: int | None = None
    open: bool = False
    questions: tuple[Question, ...] = ()
    begun: bool = False
    over: bool = False
    came: bool = False
    asks: bool = False
    said: bool = False
    code: str = field(default="", repr=False)
    key: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class SignUpAsked:
    """Who puts themselves on a list: a `member`, or a name and a phone as typed. `id`: of this sign-up, so that two
    presses are one. `sessions`: those they come to; `answers`: by question; `language`: in which
    they are written to."""

    id: str
    member: str = ""
    name: str = field(default="", repr=False)
    phone: str = field(default="", repr=False)
    companions: int = 0
    sessions: tuple[str, ...] = ()
    answers: Mapping[str, str] = field(default_factory=dict, repr=False)
    language: str = ""
