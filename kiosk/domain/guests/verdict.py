"""What a desk says to a guest: welcome, or why not. Pure: the event, the guest, what was heard of them, and the time by
HQ's clock."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from kiosk.domain.guests.attendance import CameIn, GuestState, rules_of
from kiosk.domain.guests.event import Asked, Event, Guest, Question, Session, Standing
from kiosk.domain.guests.facts import Despite
from kiosk.domain.time import millis


class VerdictKind(StrEnum):
    """Stable codes; the words live in ui/words/guests.py."""

    WELCOME = "welcome"  # signed in, durably
    ALREADY_IN = "already_in"
    NOT_TODAY = "not_today"
    NOT_THIS_SESSION = "not_this_session"
    NOT_ON_LIST = "not_on_list"
    BLOCKED = "blocked"
    ANSWER_FIRST = "answer_first"
    WAITING_LIST = "waiting_list"
    CANCELLED = "cancelled"
    FULL = "full"
    WRONG_EVENT = "wrong_event"  # a good ticket of another event
    FORGED = "forged"
    UNREADABLE = "unreadable"  # no code of ours, or half of one
    CHOOSE = "choose"  # several guests are meant
    GOODBYE = "goodbye"  # signed out, durably
    NOT_INSIDE = "not_inside"  # wants to leave and never came


LETS_IN: Mapping[VerdictKind, Despite] = {
    VerdictKind.ALREADY_IN: Despite.ALREADY_IN,
    VerdictKind.NOT_TODAY: Despite.NOT_TODAY,
    VerdictKind.NOT_THIS_SESSION: Despite.NOT_THIS_SESSION,
    VerdictKind.WAITING_LIST: Despite.WAITING_LIST,
    VerdictKind.CANCELLED: Despite.CANCELLED,
    VerdictKind.FULL: Despite.FULL,
    VerdictKind.ANSWER_FIRST: Despite.ANSWER_FIRST,
    VerdictKind.BLOCKED: Despite.BLOCKED,
}
"""Verdicts that a person at the desk may set aside, and what the sign-in then says of it."""
NEEDS_MANAGER = frozenset({Despite.BLOCKED, Despite.CANCELLED})
"""What only a manager sets aside."""


@dataclass(frozen=True, slots=True)
class Judged:
    """`session`: the one they are signed in to; `first`: the sign-in that stands; `since`, `until`: when the ticket is
    good; `right_session`: where they belong; `questions`: to be answered first; `free`: places that are left, None
    where there is no end; `reason`: of a block."""

    kind: VerdictKind
    session: str = ""
    first: CameIn | None = None
    since: datetime | None = None
    until: datetime | None = None
    right_session: str = ""
    questions: tuple[Question, ...] = ()
    free: int | None = None
    reason: str = ""


def judge(
    event: Event,
    guest: Guest | None,
    state: GuestState,
    now: datetime,
    *,
    session: str = "",
    zone: str = "",
    despite: Collection[str] = (),
    free: Mapping[str, int] | None = None,
) -> Judged:
    """Whether a guest comes in now. `session`: the one the desk signs in to, "": the guest's own that is next; `free`:
    places that are left, by session ("": the event's), where there is an end to them; `despite`: what is set aside."""
    if guest is None or state.removed:
        return Judged(VerdictKind.NOT_ON_LIST)
    if is_blocked(guest, state) and Despite.BLOCKED not in despite:
        return Judged(VerdictKind.BLOCKED, reason=state.reason or guest.reason)
    if (guest.standing is Standing.CANCELLED or state.withdrawn is not None) and Despite.CANCELLED not in despite:
        return Judged(VerdictKind.CANCELLED)
    hours = _hours(event, guest, now, session, despite)
    if hours.kind is not VerdictKind.WELCOME:
        return hours
    session = hours.session
    held = state.standing(rules_of(event), session, zone, millis(now))
    if held is not None and Despite.ALREADY_IN not in despite:
        return Judged(VerdictKind.ALREADY_IN, session, first=held)
    left = _left(free, session)
    waiting = guest.standing is Standing.WAITING and not state.came
    if waiting and Despite.WAITING_LIST not in despite:
        return Judged(VerdictKind.WAITING_LIST, session, free=left)
    beyond = left is not None and left < 1 and not state.came and (waiting or _beyond(event, guest, free, session))
    if beyond and Despite.FULL not in despite:
        return Judged(VerdictKind.FULL, session, free=left)
    open_questions = unanswered(event, guest, state, before_entry=True)
    if any(one.required for one in open_questions) and Despite.ANSWER_FIRST not in despite:
        return Judged(VerdictKind.ANSWER_FIRST, session, questions=open_questions)
    return Judged(VerdictKind.WELCOME, session, questions=open_questions, free=left)


def is_blocked(guest: Guest, state: GuestState) -> bool:
    """By the list, unless a desk said otherwise."""
    return state.blocked if state.blocked is not None else guest.standing is Standing.BLOCKED


def standing_of(guest: Guest, state: GuestState) -> Standing:
    """As the list and what desks said have it together."""
    if is_blocked(guest, state):
        return Standing.BLOCKED
    if state.withdrawn is not None:
        return Standing.CANCELLED
    return Standing.EXPECTED if guest.standing is Standing.BLOCKED else guest.standing


def judge_leaving(state: GuestState) -> Judged:
    """Whether a guest can be signed out."""
    return Judged(VerdictKind.GOODBYE if state.inside else VerdictKind.NOT_INSIDE, first=state.first)


def unanswered(event: Event, guest: Guest, state: GuestState, *, before_entry: bool) -> tuple[Question, ...]:
    """Questions that the guest has not answered: those before entry, or those after."""
    known = {question for question, answer in guest.answers if answer} | state.answers.keys() | state.texts.keys()
    when = Asked.BEFORE_ENTRY if before_entry else Asked.AFTER
    return tuple(one for one in event.questions if one.when is when and one.id not in known)


def is_over(event: Event, now: datetime) -> bool:
    """Whether the last doors are closed."""
    return now >= ends_at(event) + timedelta(minutes=event.late_minutes)


def is_today(event: Event, now: datetime) -> bool:
    """Whether its doors are open, or open today by its own clock."""
    since = opens_at(event)
    return not is_over(event, now) and (since <= now or _day(event, since) == _day(event, now))


def ends_at(event: Event) -> datetime:
    """When its last part ends."""
    return max((event.ends, *(one.ends for one in event.sessions)))


def opens_at(event: Event) -> datetime:
    """When its first doors open."""
    return _starts(event) - timedelta(minutes=event.early_minutes)


def _starts(event: Event) -> datetime:
    return min((event.starts, *(one.starts for one in event.sessions)))


def _hours(event: Event, guest: Guest, now: datetime, session: str, despite: Collection[str]) -> Judged:
    """Whether it is the time, and which session it is."""
    early, late = timedelta(minutes=event.early_minutes), timedelta(minutes=event.late_minutes)
    since, until = _starts(event) - early, ends_at(event) + late
    any_day = Despite.NOT_TODAY in despite
    if not since <= now < until and not any_day:
        return Judged(VerdictKind.NOT_TODAY, since=since, until=until)
    if not event.sessions:
        return Judged(VerdictKind.WELCOME)
    own = [one for one in event.sessions if not guest.sessions or one.id in guest.sessions]
    chosen = next((one for one in event.sessions if one.id == session), None) or _nearest(own, now, early, late)
    if chosen is None:
        return Judged(VerdictKind.WELCOME)
    today = [one for one in own if _day(event, one.starts) <= _day(event, now) <= _day(event, one.ends)]
    if chosen not in own and Despite.NOT_THIS_SESSION not in despite:
        right = _nearest(today or own, now, early, late)
        where = right.id if right is not None else ""
        kind = VerdictKind.NOT_THIS_SESSION if today or right is None else VerdictKind.NOT_TODAY
        return Judged(
            kind, right_session=where, since=right.starts if right else None, until=right.ends if right else None
        )
    if not chosen.starts - early <= now < chosen.ends + late and not any_day:
        kind = VerdictKind.NOT_THIS_SESSION if chosen in today else VerdictKind.NOT_TODAY
        if kind is VerdictKind.NOT_TODAY or Despite.NOT_THIS_SESSION not in despite:
            return Judged(kind, right_session=chosen.id, since=chosen.starts, until=chosen.ends)
    return Judged(VerdictKind.WELCOME, chosen.id)


def _nearest(sessions: list[Session], now: datetime, early: timedelta, late: timedelta) -> Session | None:
    """The one whose doors are open, that began last; else the next; else the last."""
    in_order = sorted(sessions, key=lambda one: (one.starts, one.id))
    still_open = [one for one in in_order if one.starts - early <= now < one.ends + late]
    going_on = [one for one in still_open if now < one.ends]
    coming = [one for one in in_order if one.starts > now]
    for found in (going_on[:1], still_open[-1:], coming[:1], in_order[-1:]):
        if found:
            return found[0]
    return None


def _day(event: Event, at: datetime) -> date:
    return at.astimezone(ZoneInfo(event.zone)).date()


def _left(free: Mapping[str, int] | None, session: str) -> int | None:
    """Places that are left in the session and in the event."""
    found = [(free or {})[one] for one in {session, ""} if one in (free or {})]
    return min(found) if found else None


def _beyond(event: Event, guest: Guest, free: Mapping[str, int] | None, session: str) -> bool:
    """A guest of the list has a place in the event, and in the sessions that are named to them."""
    named = not event.sessions or session in guest.sessions
    return not named and session in (free or {}) and (free or {})[session] < 1
