"""What a desk shows of events and guests. Frozen; the screen shows it and knows nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from kiosk.application.campaigns.outcomes import RewardView
from kiosk.application.registration.outcomes import NewMember, ReferralOutcome, Referrer
from kiosk.domain.guests.event import Event, Question
from kiosk.domain.guests.facts import How
from kiosk.domain.guests.verdict import VerdictKind
from kiosk.domain.refusals import Refusal

SOMEBODY_ELSE = "choose"
"""What a walk-in sets aside who has the phone of somebody on the list, and is somebody else."""


@dataclass(frozen=True, slots=True)
class EventView:
    """An event that this desk can open. `guests`: on its list; `today`: its doors open today or are open; `over`: they
    are closed for good."""

    event: Event
    guests: int
    today: bool
    over: bool


@dataclass(frozen=True, slots=True)
class CountsView:
    """How many people. `expected`: of the list; `came`: of them and walk-ins, ever; `inside`: now; `free`: places that
    are left, None where there is no end; `by_tag`, `by_session`, `by_zone`: by their ids, came and expected;
    `by_desk`: (device, name, came); `slots`: who came in each five minutes, in order."""

    expected: int = 0
    came: int = 0
    inside: int = 0
    guests: int = 0
    guests_expected: int = 0
    waiting: int = 0
    walk_ins: int = 0
    doubles: int = 0
    free: int | None = None
    by_tag: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    by_session: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    by_zone: Mapping[str, int] = field(default_factory=dict)
    by_desk: tuple[tuple[str, str, int], ...] = ()
    slots: tuple[tuple[datetime, int], ...] = ()


@dataclass(frozen=True, slots=True)
class DeskView:
    """An event as this desk has it open."""

    event: EventView
    session: str
    zone: str
    counts: CountsView


@dataclass(frozen=True, slots=True)
class DeskState:
    """What a desk asks every other second. `heard`: changes whenever anything of the counts does; `labels_left`: None
    where nobody counts them; `online`: HQ answers."""

    heard: int
    counts: CountsView
    labels_left: int | None
    online: bool


@dataclass(frozen=True, slots=True)
class GuestView:
    """Somebody on the list, as a row shows them. `people_in`: now, of `1 + plus_ones`; `came`: the most that were in;
    `standing`: of the list, or "blocked"; `unanswered`: questions that are open, by id, whenever they are asked;
    `hits`: what of a search was meant: (field, first character, how many).
    `how`: how they came onto the list, "" for the list itself; `withdrawn`: the word by which they do not come, "":
    there is none; `answers`: what they answered, by question: the id of a choice, "yes" or "no", a day, words; "": they
    did, and what they signed or wrote is not here. Looked up where a guest's file is opened. Names and phones stand as
    the desk has to read them, the phone masked."""

    event: str
    id: str
    name: str
    masked_phone: str = ""
    company: str = ""
    seat: str = ""
    tags: tuple[str, ...] = ()
    ticket: str = ""
    plus_ones: int = 0
    people_in: int = 0
    came: int = 0
    standing: str = "expected"
    reason: str = ""
    note: str = ""
    member: str = ""
    sessions: tuple[str, ...] = ()
    in_at: datetime | None = None
    in_desk: str = ""
    in_by: str = ""
    left_at: datetime | None = None
    unanswered: tuple[str, ...] = ()
    how: str = ""
    hits: tuple[tuple[str, int, int], ...] = ()
    withdrawn: str = ""
    answers: tuple[tuple[str, str], ...] = field(default=(), repr=False)

    @property
    def more(self) -> int:
        """Companions who have not come yet."""
        return max(0, 1 + self.plus_ones - self.came)


@dataclass(frozen=True, slots=True)
class FoundGuests:
    """`rows`: the first ones; `total`: how many there are."""

    rows: tuple[GuestView, ...] = ()
    total: int = 0


@dataclass(frozen=True, slots=True)
class InAlready:
    """The sign-in that stands. `desk`: its name; `by`: who signed them in."""

    at: datetime
    desk: str
    by: str
    people: int
    here: bool
    ref: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a desk says. `welcome` and `goodbye` are durable. `ref`: of the word that was said, for an undo; `people`:
    who came with it; `first`: the sign-in that stands, for already_in; `since`, `until`: when the ticket is good;
    `right_session`, `other_event`: where it belongs; `questions`: open ones; `free`: places that are left; `given`:
    what campaigns give the member for having come; `choices`: guests who may be meant; `member`: of a member who is
    not on the list; `named`: their name or what was scanned, as it may be shown; `phone`: as typed, for a walk-in;
    `walk_in`: the id under which such a walk-in is known elsewhere, "" for a fresh one; `badge`: one is printed;
    `sets_aside`: what "let in all the same" would set aside, `manager`: with a manager's word alone; `refusal`: of a
    code that is not believed."""

    kind: VerdictKind
    at: datetime
    guest: GuestView | None = None
    session: str = ""
    zone: str = ""
    people: int = 0
    how: How | None = None
    ref: str = ""
    first: InAlready | None = None
    entries: int = 0
    since: datetime | None = None
    until: datetime | None = None
    right_session: str = ""
    other_event: Event | None = None
    questions: tuple[Question, ...] = ()
    free: int | None = None
    reason: str = ""
    given: tuple[RewardView, ...] = ()
    badge: bool = False
    choices: tuple[GuestView, ...] = ()
    member: str = ""
    named: str = ""
    phone: str = ""
    walk_in: str = ""
    sets_aside: str = ""
    manager: bool = False
    offline: bool = False
    refusal: Refusal | None = None
    referral: ReferralOutcome | None = None

    @property
    def welcome(self) -> bool:
        """They are in."""
        return self.kind is VerdictKind.WELCOME


@dataclass(frozen=True, slots=True)
class WalkIn:
    """Who comes unannounced. `phone`: as typed; `referrer`: as `find_referrer` gave it; `member`: of somebody who is
    one already, whose name and phone are taken where none is typed; `register`: makes them a member in the same step
    (its name and phone are these); `despite`: what is set aside ("full"; "choose": those who have the same phone are
    others); `sign_in` False: they are on the list alone, and the verdict has no `ref`; `id`: of this walk-in, so that
    two presses are one ("": a fresh one)."""

    name: str = field(repr=False)
    phone: str = field(default="", repr=False)
    company: str = ""
    plus_ones: int = 0
    people: int = 1
    tags: tuple[str, ...] = ()
    seat: str = ""
    referrer: Referrer | None = None
    member: str = ""
    register: NewMember | None = None
    answers: Mapping[str, str] = field(default_factory=dict)
    sign_in: bool = True
    waiting: bool = False
    despite: tuple[str, ...] = ()
    note: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class PhotoView:
    """A guest's photograph. `name`: as the event shows names in a room; `shown`: None: nobody has looked at it."""

    photo: str
    name: str
    at: datetime
    votes: int = 0
    shown: bool | None = None


@dataclass(frozen=True, slots=True)
class Arrival:
    """A sign-in as this desk heard it. `number`: grows with every one that is heard; `ref`: for an undo; `stage_name`:
    as the event's mask shows it."""

    number: int
    ref: str
    guest: str
    name: str
    stage_name: str
    seat: str
    tags: tuple[str, ...]
    at: datetime
    desk: str
    device: str
    by: str
    people: int
    plus: bool = False
    session: str = ""
    zone: str = ""
    undone: bool = False
    double: bool = False
    left: bool = False
    here: bool = False


@dataclass(frozen=True, slots=True)
class DoubleSide:
    """One of the sign-ins of a double."""

    ref: str
    at: datetime
    desk: str
    by: str
    people: int
    here: bool


@dataclass(frozen=True, slots=True)
class DoubleView:
    """One ticket signed in at desks that had not heard of each other. `id`: the same at every desk. `walk_ins`: no
    ticket, but one phone: somebody was added at each of them, and all count until one is undone."""

    id: str
    guest: str
    name: str
    sides: tuple[DoubleSide, ...]
    walk_ins: bool = False


@dataclass(frozen=True, slots=True)
class Undone:
    """A word does not count any more. `gave`: rewards came with it, and they stay; `removed`: a walk-in is off the
    list again."""

    guest: GuestView
    gave: bool = False
    removed: bool = False


class EventProblem(StrEnum):
    """Why an event cannot be made. Stable codes."""

    ID = "id"
    NAME = "name"
    TIMES = "times"
    ZONE = "zone"
    SESSION = "session"
    QUESTION = "question"
    TWICE = "twice"  # two of one id
    QUOTA = "quota"
