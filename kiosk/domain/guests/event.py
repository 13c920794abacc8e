"""An event and its guests, as HQ publishes them or as a desk made them: what a sign-in is judged by.

Instants are aware; what a clock on the wall shows is the event's `zone`. Ids are short printable texts.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from kiosk.domain.texts import LocalText


class TagLook(StrEnum):
    """The colour a tag is shown in."""

    PLAIN = "plain"
    VIP = "vip"
    STAFF = "staff"
    PRESS = "press"


class QuestionKind(StrEnum):
    """How a question is answered."""

    TEXT = "text"
    CHOICE = "choice"
    DATE = "date"
    CONSENT = "consent"
    SIGNATURE = "signature"
    YES_NO = "yes_no"


class Asked(StrEnum):
    """When a question is asked."""

    BEFORE_ENTRY = "before_entry"
    AFTER = "after"


class Entry(StrEnum):
    """How often one ticket lets somebody in."""

    ONCE = "once"
    ONCE_A_DAY = "once_a_day"
    MANY = "many"


class Seats(StrEnum):
    """Whether guests have places."""

    NONE = "none"
    TABLES = "tables"
    SEATS = "seats"


class Mask(StrEnum):
    """How a guest's name stands on the stage."""

    FULL = "full"
    MASKED = "masked"
    """王○明"""
    FAMILY = "family"
    """The family name and a title."""
    NONE = "none"


class Source(StrEnum):
    """Where an event was made."""

    HQ = "hq"
    LOCAL = "local"
    PRETIX = "pretix"


class Standing(StrEnum):
    """What the list says of a guest before they come."""

    EXPECTED = "expected"
    WAITING = "waiting"
    """On the waiting list."""
    CANCELLED = "cancelled"
    BLOCKED = "blocked"


@dataclass(frozen=True, slots=True)
class Session:
    """A part of an event with hours and a number of places of its own; `quota` 0: as many as come."""

    id: str
    names: LocalText
    starts: datetime
    ends: datetime
    quota: int = 0


@dataclass(frozen=True, slots=True)
class Zone:
    """A place inside an event where guests sign in once more: a room, an experience."""

    id: str
    names: LocalText


@dataclass(frozen=True, slots=True)
class Tag:
    """A kind of guest."""

    id: str
    names: LocalText
    look: TagLook = TagLook.PLAIN


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a question's answers."""

    id: str
    names: LocalText


@dataclass(frozen=True, slots=True)
class Question:
    """What a guest is asked. `choices`: of a CHOICE. `required`: without an answer there is no entry, if it is asked
    before."""

    id: str
    kind: QuestionKind
    names: LocalText
    choices: tuple[Choice, ...] = ()
    required: bool = False
    when: Asked = Asked.BEFORE_ENTRY


@dataclass(frozen=True, slots=True)
class PhotoWall:
    """Guests send photographs from their phones, and the room sees those that somebody let through. `each`: of one
    guest; `votes`: each guest may vote for one of them."""

    each: int = 3
    votes: bool = True


@dataclass(frozen=True, slots=True)
class SignUp:
    """Whoever wishes may put themselves on the list. `companions`: whom one guest may bring."""

    companions: int = 0


@dataclass(frozen=True, slots=True)
class Event:
    """One event. `zone`: an IANA name. `early_minutes` before `starts` doors open, `late_minutes` after `ends` they
    close. `exits`: who leaves is signed out, and may come again. `quota`: places in all, 0: as many as come; with a
    `waiting_list` who comes beyond waits. `walk_ins`: who is not on the list may be added at a desk. `campaign` and
    `campaign_event`: whose rules give something for coming and voting. `survey`: id of what is asked afterwards.
    `photos`: None: there is no wall of them. `sign_up`: None: who comes is invited."""

    id: str
    names: LocalText
    starts: datetime
    ends: datetime
    zone: str
    place: str = ""
    sessions: tuple[Session, ...] = ()
    zones: tuple[Zone, ...] = ()
    tags: tuple[Tag, ...] = ()
    questions: tuple[Question, ...] = ()
    entry: Entry = Entry.ONCE
    exits: bool = False
    quota: int = 0
    waiting_list: bool = False
    walk_ins: bool = True
    seats: Seats = Seats.NONE
    badge: bool = False
    campaign: str = ""
    campaign_event: str = ""
    survey: str = ""
    mask: Mask = Mask.MASKED
    source: Source = Source.HQ
    early_minutes: int = 60
    late_minutes: int = 60
    photos: PhotoWall | None = None
    sign_up: SignUp | None = None


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody on an event's list. `id` is unique within the event. `name_sounds`: how the name is read, where the list
    says so. `phone`: E.164. `tags`: ids of the event's. `ticket`: its kind. `codes`: secrets that are scanned as they
    stand (a pretix ticket's). `sessions`: those they may enter, none: all. `reason`: why they are blocked. `member`:
    id of the member they are, "": nobody's. `answers`: (question, answer) given when they registered."""

    event: str
    id: str
    name: str
    name_sounds: str = ""
    phone: str = ""
    email: str = ""
    company: str = ""
    seat: str = ""
    tags: tuple[str, ...] = ()
    ticket: str = ""
    codes: tuple[str, ...] = ()
    plus_ones: int = 0
    sessions: tuple[str, ...] = ()
    standing: Standing = Standing.EXPECTED
    reason: str = ""
    note: str = ""
    member: str = ""
    answers: tuple[tuple[str, str], ...] = ()
