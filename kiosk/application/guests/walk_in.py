"""Somebody comes who is not on the list: added and signed in, a member from now on if they wish."""

from __future__ import annotations

import base64
from dataclasses import dataclass, replace

from msgspec import structs

from kiosk.application.context import Context, here
from kiosk.application.guests.changes import answer_guest, read_answers
from kiosk.application.guests.listen import Desk
from kiosk.application.guests.outcomes import SOMEBODY_ELSE, Verdict, WalkIn
from kiosk.application.guests.sign_in import Entry, at_event, come_in, say
from kiosk.application.guests.views import guest_view
from kiosk.application.ports.guests import KeptGuest
from kiosk.application.registration.known import member_of, phone_read
from kiosk.application.registration.outcomes import AlreadyMember, ReferralOutcome, Registered
from kiosk.application.registration.register import register
from kiosk.domain.documents.cleaning import clean
from kiosk.domain.guests.event import Guest, Standing
from kiosk.domain.guests.facts import GUEST_ADDED, Added, AddedBody, Despite, How
from kiosk.domain.guests.person import SALT_BYTES, GuestPerson, canonical, commitment, guest_of
from kiosk.domain.guests.verdict import VerdictKind
from kiosk.domain.refusals import Refusal, RefusalCode
from kiosk.domain.registration.names import read_name
from kiosk.domain.staff.actors import Actor
from kiosk.domain.staff.roles import Permission

_SECRET_BYTES = 10
_LONGEST_ID = 64
_LONGEST_NOTE = 200
_MOST_PLUS_ONES = 99


@dataclass(frozen=True, slots=True)
class Became:
    """Who became, or was, a member in the same step."""

    member: str = ""
    referral: ReferralOutcome | None = None


def become_member(context: Context, walk_in: WalkIn, actor: Actor) -> Became | Refusal:
    """Before the transaction: registration may have to ask HQ. Again: the same member."""
    if walk_in.register is None:
        return Became(walk_in.member)
    new = replace(walk_in.register, name=walk_in.name, phone=walk_in.phone, referrer=walk_in.referrer)
    done = register(context, new, at_event(actor))
    match done:
        case Registered():
            return Became(done.member, done.referral)
        case AlreadyMember():
            return Became(done.known.member, done.referral)
        case _:
            return done


def add_guest(desk: Desk, walk_in: WalkIn, became: Became, actor: Actor) -> tuple[Verdict | Refusal, Guest | None]:
    """Add them, and sign them in. What comes first of two with one id is the walk-in, the other finds it there. Gives
    the guest beside the verdict, to be put on the list once all of it is durable."""
    why = _why_not(desk, walk_in, actor)
    if why is not None:
        return why, None
    name = walk_in.id or desk.context.new_id()
    there = desk.guest(name)
    if there is not None and not desk.state(name).removed:
        return come_in(desk, there, Entry(how=How.WALK_IN, people=walk_in.people), actor), None
    person = person_read(desk, walk_in, became.member, name)
    if isinstance(person, Refusal):
        return person, None
    known = _known(desk, walk_in, became, person.phone)
    if known is not None and SOMEBODY_ELSE not in walk_in.despite:
        return known, None
    waiting = walk_in.waiting
    free, people = desk.free().get(""), 1 + walk_in.plus_ones
    full = free is not None and free < people and not waiting
    if full and Despite.FULL not in walk_in.despite:
        return Refusal(RefusalCode.EVENT_FULL, {"have": max(0, free or 0), "need": people}), None
    despite = (*((str(Despite.FULL),) if full else ()), *((SOMEBODY_ELSE,) if known is not None else ()))
    guest, body = _added(desk, walk_in, became, person, despite)
    say(desk, GUEST_ADDED, body, actor)
    answer_guest(desk, guest, walk_in.answers, actor)
    if waiting or not walk_in.sign_in:
        kind = VerdictKind.WAITING_LIST if waiting else VerdictKind.WELCOME
        shown = Verdict(kind, desk.context.now(), guest_view(desk, guest), how=How.WALK_IN, referral=became.referral)
        return shown, guest
    full_all_the_same = (Despite.FULL,) if full else ()
    entry = Entry(how=How.WALK_IN, people=max(1, min(walk_in.people, people)), despite=full_all_the_same)
    return replace(come_in(desk, guest, entry, actor), referral=became.referral), guest


def _why_not(desk: Desk, walk_in: WalkIn, actor: Actor) -> Refusal | None:
    if not actor.may(Permission.GREET):
        return Refusal(RefusalCode.NOT_PERMITTED)
    if not desk.event.walk_ins:
        return Refusal(RefusalCode.WALK_INS_CLOSED)
    if len(walk_in.id) > _LONGEST_ID or not walk_in.id.isprintable() or not 0 <= walk_in.plus_ones <= _MOST_PLUS_ONES:
        return Refusal(RefusalCode.GUEST_UNKNOWN)
    answers = read_answers(desk, walk_in.answers)
    return answers if isinstance(answers, Refusal) else None


def person_read(desk: Desk, walk_in: WalkIn, member: str, guest: str) -> GuestPerson | Refusal:
    """Who it is, as typed; of a member what is known, where nothing is."""
    row = member_of(desk.context, desk.tx, member) if member else None
    if row is not None and not walk_in.name.strip():
        walk_in = replace(walk_in, name=row.name, phone=walk_in.phone or row.phone)
    name = read_name(walk_in.name)
    if name.problem is not None:
        return Refusal(RefusalCode.NAME_BAD, {"other": str(name.problem)})
    phone = ""
    if walk_in.phone.strip():
        _identity, store = here(desk.context, desk.tx)
        read = phone_read(desk.context, store, walk_in.phone)
        if not read.e164:
            return Refusal(RefusalCode.PHONE_BAD, {"other": str(read.problem)})
        phone = read.e164
    company, note = clean(walk_in.company).strip(), clean(walk_in.note).strip()
    return GuestPerson(
        desk.event.id,
        guest,
        name.name,
        phone=phone,
        company=company[:_LONGEST_NOTE],
        note=note[:_LONGEST_NOTE],
        codes=(badge_secret(desk.context),),
    )


def badge_secret(context: Context) -> str:
    """What stands on their badge, for the doors inside: nobody can guess another one."""
    return "W" + base64.b32encode(context.randomness.bytes(_SECRET_BYTES)).decode()


def _known(desk: Desk, walk_in: WalkIn, became: Became, phone: str) -> Verdict | None:
    """Who is on the list already, as this member or with this phone."""
    event, found = desk.event.id, []
    if became.member:
        found = list(desk.list.by_member(event, became.member))
    if not found and phone:
        found = list(desk.list.by_phone(event, phone))
    views = [guest_view(desk, one) for one in found if not desk.state(one.id).removed]
    if not views:
        return None
    return Verdict(VerdictKind.CHOOSE, desk.context.now(), choices=tuple(views), member=became.member)


def _added(
    desk: Desk, walk_in: WalkIn, became: Became, person: GuestPerson, despite: tuple[str, ...]
) -> tuple[Guest, AddedBody]:
    tags = {one.id for one in desk.event.tags}
    body = AddedBody(
        event=desk.event.id,
        guest=person.guest,
        turn=desk.turn(person.guest),
        how=Added.MEMBER if became.member else Added.WALK_IN,
        member=became.member,
        referrer=walk_in.referrer.member if walk_in.referrer is not None else "",
        tags=tuple(one for one in walk_in.tags if one in tags),
        seat=clean(walk_in.seat).strip()[:40],
        plus_ones=walk_in.plus_ones,
        standing=Standing.WAITING if walk_in.waiting else Standing.EXPECTED,
        despite=despite,
    )
    return kept_beside(desk, person, body)


def kept_beside(desk: Desk, person: GuestPerson, body: AddedBody) -> tuple[Guest, AddedBody]:
    """The person is kept beside the fact, which commits to them from then on."""
    salt = desk.context.randomness.bytes(SALT_BYTES)
    body = structs.replace(body, person=commitment(salt, person))
    desk.tx.keep_guests([KeptGuest(desk.event.id, person.guest, salt, canonical(person), desk.context.now_ms())])
    return guest_of(person, body), body
