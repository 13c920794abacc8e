"""Guests, counts and sign-ins as a desk shows them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kiosk.application.guests.listen import Desk
from kiosk.application.guests.outcomes import (
    Arrival,
    CountsView,
    DoubleSide,
    DoubleView,
    EventView,
    GuestView,
    InAlready,
)
from kiosk.domain.guests.attendance import CameIn, Word
from kiosk.domain.guests.event import Guest, QuestionKind
from kiosk.domain.guests.facts import AddedBody, SignedInBody
from kiosk.domain.guests.list_answers import ListAnswers
from kiosk.domain.guests.stage_names import stage_name
from kiosk.domain.guests.verdict import is_blocked, is_over, is_today, standing_of, unanswered
from kiosk.domain.members.masking import mask_phone
from kiosk.domain.time import instant


def event_view(desk: Desk) -> EventView:
    """The event itself."""
    event, now = desk.event, desk.context.now()
    return EventView(event, desk.totals().guests, is_today(event, now), is_over(event, now))


def guest_view(desk: Desk, guest: Guest, hits: tuple[tuple[str, int, int], ...] = ()) -> GuestView:
    """Somebody on the list."""
    state, event = desk.state(guest.id), desk.event
    first, added = state.first, state.added
    blocked = is_blocked(guest, state)
    open_questions = (
        *unanswered(event, guest, state, before_entry=True),
        *unanswered(event, guest, state, before_entry=False),
    )
    return GuestView(
        event.id,
        guest.id,
        guest.name,
        mask_phone(guest.phone) if guest.phone else "",
        guest.company,
        guest.seat if state.seat is None else state.seat,
        guest.tags,
        guest.ticket,
        guest.plus_ones,
        state.inside,
        state.people,
        str(standing_of(guest, state)),
        (state.reason or guest.reason) if blocked else "",
        guest.note,
        guest.member,
        guest.sessions,
        instant(first.at) if first is not None else None,
        desk.attendance.desk(first.word.device) if first is not None else "",
        who(desk, first.word.actor) if first is not None else "",
        instant(state.left_at) if state.left_at is not None and not state.inside else None,
        tuple(one.id for one in open_questions),
        str(added.said.how) if added is not None and isinstance(added.said, AddedBody) else "",
        hits,
        state.withdrawn.id if state.withdrawn is not None else "",
    )


def guest_file(desk: Desk, guest: Guest) -> GuestView:
    """Somebody on the list, with what they answered at whichever desk, or as the list has it."""
    return replace(guest_view(desk, guest), answers=tuple(_answers(desk, guest)))


def _answers(desk: Desk, guest: Guest) -> Iterator[tuple[str, str]]:
    state, listed, reader = desk.state(guest.id), dict(guest.answers), ListAnswers(desk.event)
    kept = {one.commitment: one.text for one in desk.tx.kept_texts(desk.event.id, guest.id)} if state.texts else {}
    for asked in desk.event.questions:
        if asked.id in state.answers:
            yield asked.id, state.answers[asked.id]
        elif asked.id in state.texts:
            signed = asked.kind is QuestionKind.SIGNATURE
            yield asked.id, "" if signed else kept.get(state.texts[asked.id], "")
        elif listed.get(asked.id):
            yield asked.id, reader.chosen(asked, listed[asked.id]) or listed[asked.id]


def who(desk: Desk, actor: str) -> str:
    """Somebody of the staff by name, as far as they are known here."""
    found = desk.tx.staff_member(actor)
    return found.name if found is not None else actor


def in_already(desk: Desk, came: CameIn) -> InAlready:
    """The sign-in that stands."""
    word = came.word
    return InAlready(
        instant(word.at),
        desk.attendance.desk(word.device),
        who(desk, word.actor),
        came.people,
        word.device == desk.device,
        word.id,
    )


def counts_view(desk: Desk) -> CountsView:
    """How many there are."""
    event, attendance = desk.event, desk.attendance
    counts, totals = attendance.counts(desk.context.now_ms()), desk.totals()
    tags = {one.id: (counts.by_tag.get(one.id, 0), totals.by_tag.get(one.id, 0)) for one in event.tags}
    sessions = {one.id: (counts.by_session.get(one.id, 0), totals.by_session.get(one.id, 0)) for one in event.sessions}
    return CountsView(
        totals.people,
        counts.arrived,
        counts.inside,
        counts.guests,
        totals.guests,
        totals.waiting,
        counts.walk_ins,
        counts.doubles,
        desk.free().get(""),
        tags,
        sessions,
        {one.id: counts.by_zone.get(one.id, 0) for one in event.zones},
        tuple((device, attendance.desk(device), came) for device, came in counts.by_desk.items()),
        tuple((instant(start), came) for start, came in counts.by_slot),
    )


def arrival_view(desk: Desk, number: int, word: Word) -> Arrival:
    """A sign-in, as it stands now."""
    said = word.said
    assert isinstance(said, SignedInBody)
    state, guest = desk.state(said.guest), desk.guest(said.guest)
    came = next((one for one in state.came if one.word.id == word.id), None)
    name = guest.name if guest is not None else ""
    return Arrival(
        number,
        word.id,
        said.guest,
        name,
        stage_name(name, desk.event.mask),
        (guest.seat if state.seat is None else state.seat) if guest is not None else "",
        said.tags,
        instant(word.at),
        desk.attendance.desk(word.device),
        word.device,
        who(desk, word.actor),
        said.people,
        said.plus,
        said.session,
        said.zone,
        came is None,
        came is not None and came.double,
        state.left_at is not None and not state.inside,
        word.device == desk.device,
    )


def double_views(desk: Desk) -> tuple[DoubleView, ...]:
    """Tickets that came in twice, the newest first."""
    found = []
    for double in reversed(desk.attendance.doubles()):
        guest = desk.guest(double.guest)
        sides = tuple(side_of(desk, one) for one in (double.first, *double.others))
        found.append(DoubleView(double.id, double.guest, guest.name if guest is not None else "", sides))
    return tuple(found)


def side_of(desk: Desk, came: CameIn) -> DoubleSide:
    """One of the sign-ins of a double."""
    word = came.word
    here = word.device == desk.device
    name = desk.attendance.desk(word.device)
    return DoubleSide(word.id, instant(came.at), name, who(desk, word.actor), came.people, here)
