"""Who is in, as everything gives that desks said of the guests: in whatever order, by whatever way and however often it
was heard, every desk that has heard the same says the same.

A word is known by its device and stamp, so hearing it again changes nothing. Those of one guest are put in an order
that all desks find: by HQ's clock as far as each desk knew it, and what a desk had heard before it spoke comes first
whatever the clocks say. A sign-in that meets one it had not heard of is a double. It lets nobody else in as far as the
counts go, and is reported with all that is known of both.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from kiosk.domain.campaigns.localtime import DAY, wall_minutes
from kiosk.domain.guests.counts import Counts
from kiosk.domain.guests.event import Entry, Event
from kiosk.domain.guests.facts import (
    ON_THE_LIST,
    Added,
    AddedBody,
    AnsweredBody,
    BlockedBody,
    Despite,
    GuestSaid,
    LeftBody,
    OfGuest,
    SeatedBody,
    SignedInBody,
    UnblockedBody,
    UndoneBody,
    WithdrawnBody,
)

_NO_PLACE = frozenset({Despite.WAITING_LIST, Despite.CANCELLED})
SLOT_MS = 300_000
"""Arrivals are counted by five minutes."""


@dataclass(frozen=True, slots=True)
class Word:
    """What `device` said of a guest. `stamp`: of its fact; `at`: ms since 1970 by HQ's clock, as far as it was known;
    `desk`: the terminal's name, where it came with the word."""

    device: str
    stamp: int
    at: int
    actor: str
    said: OfGuest
    desk: str = ""

    @property
    def id(self) -> str:
        """By which others name it."""
        return f"{self.device}/{self.stamp:x}"


def word_of(device: str, change: GuestSaid) -> Word:
    """The word in a fact of a device."""
    return Word(device, change.stamp, change.at, change.actor, change.said)


@dataclass(frozen=True, slots=True)
class Rules:
    """By which an event's sign-ins are counted. `zone`: IANA, for once a day."""

    entry: Entry = Entry.ONCE
    zone: str = "UTC"


def rules_of(event: Event) -> Rules:
    """Those of an event."""
    return Rules(event.entry, event.zone)


@dataclass(frozen=True, slots=True)
class CameIn:
    """A sign-in that counts. `people`: who came; `fresh`: how many of them had not been in before (that day, where
    tickets are good once a day); `day`: ordinal by the event's clock; `double`: its desk had not heard of another one
    that stands; `again`: they had left, or the ticket is good more than once."""

    word: Word
    people: int
    fresh: int
    day: int
    session: str
    zone: str
    plus: bool = False
    double: bool = False
    again: bool = False

    @property
    def at(self) -> int:
        """When, ms since 1970."""
        return self.word.at


@dataclass(frozen=True, slots=True)
class Double:
    """One ticket signed in at desks that had not heard of each other: `first` counts, `others` do not."""

    guest: str
    first: CameIn
    others: tuple[CameIn, ...]

    @property
    def id(self) -> str:
        """The same on every desk that has heard of all of them."""
        return "+".join(sorted(one.word.id for one in (self.first, *self.others)))


@dataclass(frozen=True, slots=True)
class GuestState:
    """A guest as everything that was said of them gives. `turn`: the highest that was heard; `added`: how they came
    onto the list at a desk, `removed`: that was undone; `withdrawn`: by which they said that they do not come; `held`:
    sign-ins for which their ticket is used up; `inside`: people in the house, `day`: and since which day; `people`: the
    most that were in at a time; `blocked`, `seat`: None where no desk said anything."""

    guest: str
    turn: int = 0
    added: Word | None = None
    removed: bool = False
    withdrawn: Word | None = None
    came: tuple[CameIn, ...] = ()
    doubles: tuple[Double, ...] = ()
    held: tuple[CameIn, ...] = ()
    inside: int = 0
    day: int = 0
    people: int = 0
    left_at: int | None = None
    undone: frozenset[str] = frozenset()
    answers: Mapping[str, str] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)
    seat: str | None = None
    blocked: bool | None = None
    reason: str = ""

    @property
    def first(self) -> CameIn | None:
        """Their first sign-in at the door that counts, if they ever came."""
        return next((one for one in self.came if not one.double and not one.zone), None)

    def standing(self, rules: Rules, session: str, zone: str, at: int) -> CameIn | None:
        """The sign-in against which another one at `at` (ms since 1970) would be one too many."""
        if rules.entry is Entry.MANY:
            return None
        day = _day(rules, at)
        for one in reversed(self.held):
            if (one.session, one.zone) == (session, zone) and (rules.entry is Entry.ONCE or one.day == day):
                return one
        return None


def order(word: Word) -> tuple[int, int, str, int]:
    """By which a guest's words are put in order on every desk."""
    return (word.said.turn, word.at, word.device, word.stamp)


def next_turn(state: GuestState, now: int) -> int:
    """The turn of a word that a desk says at `now` (ms since 1970, by HQ's clock as far as it knows it)."""
    return max(now, state.turn + 1)


def state_of(guest: str, words: Iterable[Word], rules: Rules) -> GuestState:
    """A guest by all words about them, each once or more, in any order."""
    known = sorted({(one.device, one.stamp): one for one in words}.values(), key=order)
    undone = frozenset(one.said.of for one in known if isinstance(one.said, UndoneBody))
    added: Word | None = None
    removed = False
    withdrawn: Word | None = None
    answers: dict[str, str] = {}
    texts: dict[str, str] = {}
    seat: str | None = None
    blocked: bool | None = None
    reason = ""
    presence = _Presence(guest, rules)
    for one in known:
        gone = one.id in undone
        match one.said:
            case AddedBody():
                removed = removed or gone
                added = added if gone else one
            case WithdrawnBody() if not gone:
                withdrawn = one
            case SignedInBody() | LeftBody() if not gone:
                presence.hear(one)
            case AnsweredBody(answers=said, texts=written) if not gone:
                answers |= said
                texts |= written
            case SeatedBody(seat=place) if not gone:
                seat = place
            case BlockedBody(reason=why) if not gone:
                blocked, reason = True, why
            case UnblockedBody() if not gone:
                blocked, reason = False, ""
    turn = max((one.said.turn for one in known), default=0)
    return GuestState(
        guest, turn, added, removed and added is None, withdrawn, tuple(presence.came), presence.doubles(),
        tuple(presence.standing.values()), presence.inside, presence.day, presence.people, presence.left_at, undone,
        answers, texts, seat, blocked, reason,
    )  # fmt: skip


def _day(rules: Rules, at: int) -> int:
    return wall_minutes(at, rules.zone) // DAY


_Period = tuple[str, str, int]


class _Presence:
    """A guest's coming and going, word by word."""

    def __init__(self, guest: str, rules: Rules) -> None:
        self._guest, self._rules = guest, rules
        self.came: list[CameIn] = []
        self.inside = self.people = self.day = 0
        self.left_at: int | None = None
        self._most_today = 0
        self.standing: dict[_Period, CameIn] = {}
        self._doubles: dict[str, tuple[CameIn, list[CameIn]]] = {}
        self._seen: set[_Period] = set()

    def hear(self, word: Word) -> None:
        """The next word."""
        if isinstance(word.said, SignedInBody):
            self._in(word, word.said)
        elif isinstance(word.said, LeftBody):
            self._out(word, word.said)

    def doubles(self) -> tuple[Double, ...]:
        """Sign-ins of one ticket that had not heard of each other."""
        return tuple(Double(self._guest, first, tuple(others)) for first, others in self._doubles.values())

    def _in(self, word: Word, said: SignedInBody) -> None:
        rules, day = self._rules, _day(self._rules, word.at)
        period = (said.session, said.zone, day if rules.entry is Entry.ONCE_A_DAY else 0)
        held = self.standing.get(period)
        over = held is not None and rules.entry is not Entry.MANY and Despite.ALREADY_IN not in said.despite
        if held is not None and over and not said.plus:
            double = CameIn(word, said.people, 0, day, said.session, said.zone, double=True)
            self._doubles.setdefault(held.word.id, (held, []))[1].append(double)
            self.came.append(double)
            return
        again = period in self._seen
        fresh = self._at_the_zone(said, again=again) if said.zone else self._at_the_door(said, day)
        came = CameIn(
            word, said.people, fresh, day, said.session, said.zone, plus=said.plus, again=again and not said.plus
        )
        self.came.append(came)
        if not said.plus:
            self._seen.add(period)
            self.standing[period] = came

    def _at_the_zone(self, said: SignedInBody, *, again: bool) -> int:
        """A zone lies inside: who comes there is in already."""
        return said.people if said.plus or not again else 0

    def _at_the_door(self, said: SignedInBody, day: int) -> int:
        if self._rules.entry is Entry.ONCE_A_DAY and day != self.day:
            self.inside = self._most_today = 0
        self.day = day
        stands = any(not zone for _session, zone, _day in self.standing)
        # the guest of a ticket whose companions are in already is one more
        more = said.plus or Despite.ALREADY_IN in said.despite or not stands
        self.inside = self.inside + said.people if more else max(self.inside, said.people)
        fresh = max(0, self.inside - self._most_today)
        self._most_today += fresh
        self.people = max(self.people, self.inside)
        return fresh

    def _out(self, word: Word, said: LeftBody) -> None:
        self.inside -= min(said.people or self.inside, self.inside)
        self.left_at = word.at
        if self.inside == 0:
            # a ticket whose people are all out is good again
            self.standing = {period: one for period, one in self.standing.items() if one.zone}


class Attendance:
    """All that was heard of one event's guests. Grows word by word; the counts follow."""

    def __init__(self, rules: Rules, words: Iterable[Word] = ()) -> None:
        self.rules = rules
        self._words: dict[str, dict[tuple[str, int], Word]] = {}
        self._states: dict[str, GuestState] = {}
        self._tally: Counter[tuple[str, str | int]] = Counter()
        self._desks: dict[str, tuple[int, str]] = {}
        self._heard: list[Word] = []
        self._size = 0
        self._by_id: dict[str, Word] = {}
        self._doubles: dict[str, tuple[Double, ...]] = {}
        self._walked: dict[str, None] = {}
        self._withdrawn: dict[str, None] = {}
        for one in words:
            self.hear(one)

    def hear(self, word: Word) -> bool:
        """Take a word in; False: it was known."""
        guest = word.said.guest
        words = self._words.setdefault(guest, {})
        key = (word.device, word.stamp)
        if key in words:
            return False
        words[key] = word
        self._size += 1
        before = self._states.get(guest)
        after = self._states[guest] = state_of(guest, words.values(), self.rules)
        if before is not None:
            self._count(before, -1)
        self._count(after, 1)
        if after.doubles:
            self._doubles[guest] = after.doubles
        else:
            self._doubles.pop(guest, None)
        if after.withdrawn is not None:
            self._withdrawn[guest] = None
        else:
            self._withdrawn.pop(guest, None)
        if not isinstance(word.said, AddedBody) or word.said.how is not Added.IMPORT:
            self._by_id[word.id] = word
        if isinstance(word.said, AddedBody) and word.said.how in (Added.WALK_IN, Added.MEMBER):
            self._walked[guest] = None
        if isinstance(word.said, SignedInBody):
            self._heard.append(word)
            named, name = self._desks.get(word.device), word.said.desk or word.desk
            if name and (named is None or named[0] < word.stamp):
                self._desks[word.device] = (word.stamp, name)
        return True

    def _count(self, state: GuestState, sign: int) -> None:
        for key, number in _tallies(state):
            self._tally[key] += sign * number

    def state(self, guest: str) -> GuestState:
        """A guest, of whom perhaps nothing was said."""
        return self._states.get(guest) or GuestState(guest)

    def words_of(self, guest: str) -> tuple[Word, ...]:
        """All that was said of a guest, each once."""
        return tuple(self._words.get(guest, {}).values())

    def word(self, ref: str) -> Word | None:
        """A word by its id; none of those by which a whole list was taken in."""
        return self._by_id.get(ref)

    @property
    def size(self) -> int:
        """Words so far."""
        return self._size

    @property
    def beyond(self) -> int:
        """People who came although the list gave them no place, or they had given it up."""
        return self._tally["beyond", 0]

    @property
    def withdrawn(self) -> tuple[str, ...]:
        """Guests who said that they do not come."""
        return tuple(self._withdrawn)

    def spoken_of(self) -> Iterator[GuestState]:
        """All guests of whom anything was said."""
        return iter(self._states.values())

    def walked_in(self) -> Iterator[GuestState]:
        """Those who came without being on the list, and are not taken back."""
        states = (self._states[guest] for guest in self._walked)
        return (one for one in states if not one.removed and one.added is not None and one.first is not None)

    def doubles(self) -> tuple[Double, ...]:
        """Each once, the earliest first."""
        found = [one for of_guest in self._doubles.values() for one in of_guest]
        return tuple(sorted(found, key=lambda one: (one.first.at, one.id)))

    def heard(self, after: int = 0, most: int | None = None) -> tuple[tuple[int, Word], ...]:
        """Sign-ins in the order in which they were heard here, with their numbers, from 1 on: those after number
        `after`; with `most`, the last of them."""
        first = after if most is None else max(after, len(self._heard) - most)
        return tuple(enumerate(self._heard[first:], start=first + 1))

    def desk(self, device: str) -> str:
        """The name of a desk, as it calls itself; its id where it never said."""
        return self._desks.get(device, (0, ""))[1] or device

    def counts(self, now: int) -> Counts:
        """The counts at `now` (ms since 1970): where tickets are good once a day, who is in came that day."""
        tally, day = self._tally, _day(self.rules, now)
        daily = self.rules.entry is Entry.ONCE_A_DAY

        def of(what: str) -> dict[str, int]:
            return {str(key): count for (kind, key), count in sorted(tally.items(), key=str) if kind == what and count}

        slots = sorted((int(key), count) for (kind, key), count in tally.items() if kind == "slot" and count)
        return Counts(
            tally["guests", 0],
            tally["arrived", 0],
            tally["inside", day] if daily else sum(n for (kind, _day), n in tally.items() if kind == "inside"),
            tally["walk_ins", 0],
            tally["doubles", 0],
            of("tag"),
            of("session"),
            of("zone"),
            of("desk"),
            tuple((slot * SLOT_MS, count) for slot, count in slots),
        )

    def taken(self, session: str) -> int:
        """People who were in, in a session; "": in the event."""
        return self._tally["session", session] if session else self._tally["arrived", 0]


def _tallies(state: GuestState) -> Iterator[tuple[tuple[str, str | int], int]]:
    """What a guest adds to the counts."""
    first = state.first
    tags: tuple[str, ...] = ()
    for one in state.came:
        assert isinstance(one.word.said, SignedInBody)
        tags = one.word.said.tags or tags
        if one.zone:
            yield ("zone", one.zone), one.fresh
            continue
        if one.fresh:
            yield ("slot", one.at // SLOT_MS), one.fresh
            yield ("desk", one.word.device), one.fresh
        if one.session and not one.double and (one.plus or not one.again):
            yield ("session", one.session), one.people
    if first is not None:
        yield ("guests", 0), 1
        yield ("arrived", 0), state.people
        yield ("inside", state.day), state.inside
        for tag in tags:
            yield ("tag", tag), state.people
        assert isinstance(first.word.said, SignedInBody)
        if state.withdrawn is not None or not _NO_PLACE.isdisjoint(first.word.said.despite):
            yield ("beyond", 0), state.people
    if state.added is not None and isinstance(state.added.said, AddedBody):
        yield ("walk_ins", 0), int(state.added.said.how not in ON_THE_LIST)
    if state.doubles:
        yield ("doubles", 0), len(state.doubles)
