"""What an event brought: who came, when, by which way and who did not, what they answered, and how they liked it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from kiosk.domain.guests.attendance import Attendance, GuestState
from kiosk.domain.guests.counts import Counts
from kiosk.domain.guests.event import Event, Guest, Standing
from kiosk.domain.guests.facts import Added, AddedBody, SignedInBody
from kiosk.domain.guests.list_answers import ListAnswers

LISTED = "listed"
"""Source of a guest whom the list named; others came onto it at a desk, and have its word (`facts.Added`)."""
_PROMOTER, _PASSIVE, _MOST = 9, 7, 10


@dataclass(frozen=True, slots=True)
class Nps:
    """Answers to "how likely would you recommend it", 0 to 10, as Reichheld counts them: promoters say 9 or 10,
    detractors 6 or less."""

    promoters: int = 0
    passives: int = 0
    detractors: int = 0

    @property
    def answers(self) -> int:
        """How many there are."""
        return self.promoters + self.passives + self.detractors

    @property
    def score(self) -> int | None:
        """-100 to 100, a half away from zero; None without an answer."""
        if not self.answers:
            return None
        twice = 200 * (self.promoters - self.detractors)
        whole = (abs(twice) + self.answers) // (2 * self.answers)
        return whole if twice >= 0 else -whole


def nps_of(scores: Iterable[int]) -> Nps:
    """Scores of 0 to 10; others are of another scale, and raise ValueError."""
    found = Counter(_side(score) for score in scores)
    return Nps(found[1], found[0], found[-1])


def _side(score: int) -> int:
    if not 0 <= score <= _MOST:
        raise ValueError(f"a score of {score}")
    return 1 if score >= _PROMOTER else 0 if score >= _PASSIVE else -1


@dataclass(frozen=True, slots=True)
class Share:
    """Of something (a tag, a session): people who were `expected`, and who `came`."""

    id: str
    expected: int
    came: int


@dataclass(frozen=True, slots=True)
class Answers:
    """To one question. `by`: how often each answer was given, in the order of the choices; `texts`: how many wrote, or
    signed, something of their own; `none`: of those who came, how many did not answer."""

    question: str
    by: tuple[tuple[str, int], ...]
    texts: int
    none: int


@dataclass(frozen=True, slots=True)
class Report:
    """`listed`: guests who were expected; `came`: how many of them did, and `no_shows` did not; `walk_ins`: guests who
    were put on the list at a desk, and came. People are guests with whom they brought. `peak`: the five minutes in
    which most people came (start in ms since 1970, people). `by_source`, `by_how`: guests who came, by how they got
    onto the list and by how they were found; `recommended`: walk-ins whom a member brought."""

    event: str
    listed: int
    came: int
    no_shows: int
    walk_ins: int
    recommended: int
    waiting: int
    cancelled: int
    people_expected: int
    counts: Counts
    peak: tuple[int, int] | None = None
    tags: tuple[Share, ...] = ()
    sessions: tuple[Share, ...] = ()
    by_source: Mapping[str, int] = field(default_factory=dict)
    by_how: Mapping[str, int] = field(default_factory=dict)
    answers: tuple[Answers, ...] = ()
    nps: Nps = field(default_factory=Nps)


def report_of(event: Event, guests: Iterable[Guest], attendance: Attendance, now: int, scores: Iterable[int]) -> Report:
    """`guests`: the whole list, walk-ins among it or not (they are known by what desks said); `now`: ms since 1970;
    `scores`: 0 to 10, of the survey afterwards."""
    listed, expected_by_tag, expected_by_session = _Listed(), Counter[str](), Counter[str]()
    brought: dict[str, dict[str, str]] = {}
    for guest in guests:
        brought[guest.id] = dict(guest.answers)
        state = attendance.state(guest.id)
        if (state.added is not None and not _signed_up(state)) or not listed.take(guest, came=state.first is not None):
            continue
        people = 1 + guest.plus_ones
        listed.people += people
        expected_by_tag.update(dict.fromkeys(guest.tags, people))
        expected_by_session.update(dict.fromkeys(guest.sessions or [one.id for one in event.sessions], people))
    arrived = [state for state in attendance.spoken_of() if state.first is not None]
    counts = attendance.counts(now)
    added = [state.added.said for state in arrived if state.added is not None]
    walked = [one for one in added if isinstance(one, AddedBody) and one.how is not Added.SIGN_UP]
    sources = Counter(one.how.value for one in added if isinstance(one, AddedBody))
    sources[LISTED] = len(arrived) - len(added)
    return Report(
        event=event.id,
        listed=listed.expected,
        came=listed.came,
        no_shows=listed.expected - listed.came,
        walk_ins=len(walked),
        recommended=sum(bool(one.referrer) for one in walked),
        waiting=listed.waiting,
        cancelled=listed.cancelled,
        people_expected=listed.people,
        counts=counts,
        peak=max(counts.by_slot, key=lambda slot: (slot[1], -slot[0]), default=None),
        tags=tuple(Share(tag.id, expected_by_tag[tag.id], counts.by_tag.get(tag.id, 0)) for tag in event.tags),
        sessions=tuple(
            Share(one.id, expected_by_session[one.id], counts.by_session.get(one.id, 0)) for one in event.sessions
        ),
        by_source={source: count for source, count in sorted(sources.items()) if count},
        by_how=dict(sorted(Counter(_how(state) for state in arrived).items())),
        answers=tuple(_answers(event, arrived, brought)),
        nps=nps_of(scores),
    )


@dataclass(slots=True)
class _Listed:
    expected: int = 0
    came: int = 0
    waiting: int = 0
    cancelled: int = 0
    people: int = 0

    def take(self, guest: Guest, *, came: bool) -> bool:
        """Whether the guest was expected: whoever came although they were not counts as expected."""
        if guest.standing is Standing.WAITING and not came:
            self.waiting += 1
        elif guest.standing in (Standing.CANCELLED, Standing.BLOCKED) and not came:
            self.cancelled += 1
        else:
            self.expected += 1
            self.came += came
            return True
        return False


def _signed_up(state: GuestState) -> bool:
    """By themselves: they are expected as those of the list are."""
    return state.added is not None and isinstance(state.added.said, AddedBody) and state.added.said.how is Added.SIGN_UP


def _how(state: GuestState) -> str:
    first = state.first
    assert first is not None
    assert isinstance(first.word.said, SignedInBody)
    return first.word.said.how.value


def _answers(event: Event, arrived: list[GuestState], brought: Mapping[str, Mapping[str, str]]) -> Iterable[Answers]:
    """Of who came: what they said at a desk, else what the list said of them (`brought`, by guest)."""
    reader = ListAnswers(event)
    for question in event.questions:
        said: Counter[str] = Counter()
        texts = silent = 0
        for state in arrived:
            listed = brought.get(state.guest, {}).get(question.id, "")
            chosen = state.answers.get(question.id, "")
            if not chosen and question.id not in state.texts and listed:
                chosen = reader.chosen(question, listed)
            if chosen:
                said[chosen] += 1
            elif question.id in state.texts or listed:
                texts += 1
            else:
                silent += 1
        known = [(choice.id, said.pop(choice.id, 0)) for choice in question.choices]
        # an answer that the event does not offer any more is not lost
        yield Answers(question.id, (*known, *sorted(said.items())), texts, silent)
