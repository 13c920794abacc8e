"""Facts of events and their guests: an event made on the spot, and what desks said of a guest ("words"): added, signed
in, left, answered, seated, blocked, and what of it was undone. They hold ids and no names: who a walk-in is lies beside
them (docs/events.md).

Desks that do not see each other speak of the same guest, by clocks that may be an hour apart. So a word says its turn:
when it was said, and later than whatever its desk had heard of the guest. By it all desks put them in one order.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeVar

import msgspec

from kiosk.domain.guests.event import Event, Standing
from kiosk.domain.journal.facts import Fact
from kiosk.domain.journal.registry import Body, Change, Kind

OWNER = "guests"
_LONGEST_ID = 128
_LONGEST = 300
MOST_PEOPLE = 10_000
MOST_TURNS = 1 << 52
MOST_LISTED = 1_000
"""Guests of a list in one fact."""


class How(StrEnum):
    """How a guest was found."""

    TICKET = "ticket"
    CODE = "code"  # a secret of theirs, as pretix gives out
    MEMBER = "member"
    PHONE = "phone"
    NAME = "name"
    GROUP = "group"
    LIST = "list"  # HQ, another system, or paper
    WALK_IN = "walk_in"
    PLUS_ONE = "plus_one"


class Despite(StrEnum):
    """What stood against a sign-in that was made all the same. The codes are those of the verdicts."""

    ALREADY_IN = "already_in"
    NOT_TODAY = "not_today"
    NOT_THIS_SESSION = "not_this_session"
    WAITING_LIST = "waiting_list"
    CANCELLED = "cancelled"
    FULL = "full"
    ANSWER_FIRST = "answer_first"
    BLOCKED = "blocked"


class Added(StrEnum):
    """How somebody came onto the list at a desk."""

    WALK_IN = "walk_in"
    PLUS_ONE = "plus_one"
    IMPORT = "import"
    MEMBER = "member"
    SIGN_UP = "sign_up"  # by themselves, at the self-service station, before they come


ON_THE_LIST = frozenset({Added.IMPORT, Added.SIGN_UP})
"""Whoever came onto it so is expected, and no walk-in."""


class UndoReason(StrEnum):
    """Why a word is taken back."""

    WRONG_GUEST = "wrong_guest"
    TWICE = "twice"
    DID_NOT_ENTER = "did_not_enter"
    OTHER = "other"


def fits(name: str, value: str, *, empty: bool = False, most: int = _LONGEST_ID) -> None:
    """Raises ValueError for a text that is none, too long, or not printable."""
    if not (value or empty) or len(value) > most or not value.isprintable():
        raise ValueError(f"{name} {value!r}")


class OfEvent(Body, frozen=True, kw_only=True):
    """`event`: its id."""

    event: str

    def __post_init__(self) -> None:
        """Raises ValueError for no event."""
        fits("event", self.event)


class OfGuest(OfEvent, frozen=True, kw_only=True):
    """`guest`: their id within the event; `turn`: when it was said, ms since 1970, and in any case above the highest
    that the desk had heard of this guest."""

    guest: str
    turn: int = 0

    def __post_init__(self) -> None:
        """Raises ValueError for no guest."""
        OfEvent.__post_init__(self)
        fits("guest", self.guest)
        if not 0 <= self.turn < MOST_TURNS:
            raise ValueError(f"turn {self.turn}")


class MadeBody(OfEvent, frozen=True, kw_only=True):
    """`definition`: the whole event as it is from then on; the newest counts."""

    definition: Event

    def __post_init__(self) -> None:
        """Raises ValueError where the event is another one."""
        OfEvent.__post_init__(self)
        if self.definition.id != self.event:
            raise ValueError(f"{self.definition.id!r} is not {self.event!r}")


class AddedBody(OfGuest, frozen=True, kw_only=True):
    """Somebody comes onto the list; of several words about one guest the newest counts. `member`, `referrer`: ids of
    members; `of`: the guest with whom a plus-one came; `standing`: of the list; `person`: commitment to who they are,
    hex; `despite`: what stood against it ("choose": others with the same phone, who are somebody else); `language`:
    in which they are written to, "": nobody knows."""

    how: Added = Added.WALK_IN
    member: str = ""
    referrer: str = ""
    of: str = ""
    tags: tuple[str, ...] = ()
    seat: str = ""
    plus_ones: int = 0
    sessions: tuple[str, ...] = ()
    standing: Standing = Standing.EXPECTED
    person: str = ""
    despite: tuple[str, ...] = ()
    language: str = ""

    def __post_init__(self) -> None:
        """Raises ValueError for more companions than there can be."""
        OfGuest.__post_init__(self)
        if not 0 <= self.plus_ones < MOST_PEOPLE:
            raise ValueError(f"{self.plus_ones} more")


class ListedBody(OfEvent, frozen=True, kw_only=True):
    """Some of the guests of a list that was taken in at a desk, each as if they had been added by a fact of their own.
    `list`: its id."""

    list: str
    guests: tuple[AddedBody, ...] = ()

    def __post_init__(self) -> None:
        """Raises ValueError for too many at once, for no list, and for guests of another event."""
        OfEvent.__post_init__(self)
        fits("list", self.list)
        if len(self.guests) > MOST_LISTED or any(one.event != self.event for one in self.guests):
            raise ValueError(f"{len(self.guests)} guests of {self.event!r}")


class SignedInBody(OfGuest, frozen=True, kw_only=True):
    """`people` came in, the guest among them; with `plus`, companions of a guest who is in. `zone`: a place inside the
    event. `tags`: the guest's, for the counts; `desk`: name of the terminal; `despite`: what stood against it;
    `approved_by`: the manager who let it pass."""

    people: int = 1
    plus: bool = False
    how: How = How.TICKET
    session: str = ""
    zone: str = ""
    tags: tuple[str, ...] = ()
    desk: str = ""
    despite: tuple[str, ...] = ()
    approved_by: str = ""

    def __post_init__(self) -> None:
        """Raises ValueError where nobody, or a crowd, came in."""
        OfGuest.__post_init__(self)
        if not 1 <= self.people <= MOST_PEOPLE:
            raise ValueError(f"{self.people} people")


class LeftBody(OfGuest, frozen=True, kw_only=True):
    """`people` left; 0: all of them."""

    people: int = 0
    desk: str = ""

    def __post_init__(self) -> None:
        """Raises ValueError for fewer than nobody."""
        OfGuest.__post_init__(self)
        if not 0 <= self.people <= MOST_PEOPLE:
            raise ValueError(f"{self.people} people")


class UndoneBody(OfGuest, frozen=True, kw_only=True):
    """`of`: the word that does not count, as "device/stamp"; `reason`: a code."""

    of: str
    reason: str
    desk: str = ""

    def __post_init__(self) -> None:
        """Raises ValueError where nothing is undone."""
        OfGuest.__post_init__(self)
        fits("of", self.of, most=_LONGEST)
        fits("reason", self.reason)


class AnsweredBody(OfGuest, frozen=True, kw_only=True):
    """`answers`: by question, the id of the choice, "yes" or "no"; `texts`: by question, the commitment to what was
    written, a day or a signature, hex: they lie beside the facts."""

    answers: Mapping[str, str] = msgspec.field(default_factory=dict)
    texts: Mapping[str, str] = msgspec.field(default_factory=dict)


class SeatedBody(OfGuest, frozen=True, kw_only=True):
    """`seat`: a table or a seat; "": none any more."""

    seat: str

    def __post_init__(self) -> None:
        """Raises ValueError for what is no seat."""
        OfGuest.__post_init__(self)
        fits("seat", self.seat, empty=True)


class BlockedBody(OfGuest, frozen=True, kw_only=True):
    """`reason`: what whoever is called is told; a code or a short text without names."""

    reason: str = ""


class WithdrawnBody(OfGuest, frozen=True, kw_only=True):
    """They do not come, by their own word at a station, or as they told a desk. `desk`: name of the terminal."""

    desk: str = ""


class UnblockedBody(OfGuest, frozen=True, kw_only=True):
    """`approved_by`: the manager whose word it is."""

    approved_by: str = ""


class RefusedBody(OfEvent, frozen=True, kw_only=True):
    """Somebody was not let in. `guest`: who, if anybody knows; `code`: of the verdict."""

    code: str
    guest: str = ""


class DrillBody(OfEvent, frozen=True, kw_only=True):
    """A desk was tried before the doors opened. `failed`: lines of the sheet; `p95_ms`: from scan to verdict, of
    made-up tickets, which are in no fact; 0: not measured."""

    passed: bool
    failed: tuple[str, ...] = ()
    p95_ms: int = 0


@dataclass(frozen=True, slots=True)
class EventMade(Change):
    """An event as it is from then on. `stamp`: the fact's."""

    definition: Event
    stamp: int


@dataclass(frozen=True, slots=True)
class GuestSaid(Change):
    """A word about a guest. `kind`: the fact's; `stamp`: the fact's; `at`: ms since 1970 by HQ's clock, as far as it
    was known; `actor`: who said it; `said`: the body."""

    event: str
    guest: str
    kind: str
    stamp: int
    at: int
    actor: str
    said: OfGuest


B = TypeVar("B", bound=OfGuest)


def _word(name: str, body: type[B], says: str) -> Kind[B]:
    def changes(fact: Fact, said: B) -> tuple[Change, ...]:
        return (GuestSaid(said.event, said.guest, name, fact.hlc, fact.corrected_ms, fact.actor, said),)

    return Kind(name, owner=OWNER, body=body, says=says, changes=changes)


def _made(name: str, says: str) -> Kind[MadeBody]:
    return Kind(
        name,
        owner=OWNER,
        body=MadeBody,
        says=says,
        changes=lambda fact, body: (EventMade(body.definition, fact.hlc),),
    )


EVENT_MADE = _made("event.made", "an event that a desk made; every desk that hears of it opens it")
EVENT_CHANGED = _made("event.changed", "the same event as it is from then on; the newest counts")
GUESTS_LISTED = Kind(
    "guests.listed",
    owner=OWNER,
    body=ListedBody,
    says="guests of a list that was taken in at a desk are on the event's",
    changes=lambda fact, body: tuple(
        GuestSaid(body.event, one.guest, "guest.added", fact.hlc, fact.corrected_ms, fact.actor, one)
        for one in body.guests
    ),
)
GUEST_ADDED = _word("guest.added", AddedBody, "somebody is on the list who was not")
GUEST_SIGNED_IN = _word(
    "guest.signed_in", SignedInBody, "who is in; of two desks that had not heard of each other, the second is a double"
)
GUEST_LEFT = _word("guest.left", LeftBody, "who is in; they may come again")
GUEST_UNDONE = _word("guest.undone", UndoneBody, "a word of any desk does not count")
GUEST_ANSWERED = _word("guest.answered", AnsweredBody, "the guest's answers; of each question the newest")
GUEST_SEATED = _word("guest.seated", SeatedBody, "the guest's seat; the newest")
GUEST_WITHDRAWN = _word(
    "guest.withdrawn", WithdrawnBody, "their place is free for others; nobody lets them in before somebody was called"
)
GUEST_BLOCKED = _word("guest.blocked", BlockedBody, "nobody lets them in before somebody was called")
GUEST_UNBLOCKED = _word("guest.unblocked", UnblockedBody, "they are let in, whatever the list says")
GUEST_REFUSED = Kind(
    "guest.refused",
    owner=OWNER,
    body=RefusedBody,
    says="none; somebody was not let in",
    changes=lambda _fact, _body: (),
)
DRILL_RUN = Kind(
    "drill.run",
    owner=OWNER,
    body=DrillBody,
    says="none; a desk was found ready for an event, or not",
    changes=lambda _fact, _body: (),
)

KINDS: tuple[Kind[Any], ...] = (
    EVENT_MADE,
    EVENT_CHANGED,
    GUESTS_LISTED,
    GUEST_ADDED,
    GUEST_SIGNED_IN,
    GUEST_LEFT,
    GUEST_UNDONE,
    GUEST_ANSWERED,
    GUEST_SEATED,
    GUEST_WITHDRAWN,
    GUEST_BLOCKED,
    GUEST_UNBLOCKED,
    GUEST_REFUSED,
    DRILL_RUN,
)
BODIES: Mapping[str, type[OfGuest]] = {str(kind): kind.body for kind in KINDS if issubclass(kind.body, OfGuest)}
"""What words say, by the kind of their fact."""


def write_said(said: OfGuest) -> str:
    """A body as it is kept and sent: JSON."""
    return msgspec.json.encode(said).decode()


def read_said(kind: str, said: str | bytes) -> OfGuest | None:
    """A word's body as it was kept or sent; None for a kind that this program does not know. Raises ValueError."""
    body = BODIES.get(kind)
    return None if body is None else msgspec.json.decode(said, type=body)
