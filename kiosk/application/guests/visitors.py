"""Somebody alone at a station: events that they can sign up for, and how they liked those that they came to.

A station looks at one guest at a time and never at all that desks said of an event.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Sequence
from datetime import timedelta

from kiosk.application.context import Context, here
from kiosk.application.guests.changes import answer_guest, read_answers, withdraw
from kiosk.application.guests.listen import Desk, events, find_event
from kiosk.application.guests.outcomes import WalkIn
from kiosk.application.guests.sign_in import say
from kiosk.application.guests.visitor_outcomes import Gathering, Place, SignUpAsked
from kiosk.application.guests.walk_in import kept_beside, person_read
from kiosk.application.ports.guests import KeptText
from kiosk.application.ports.ledger import LedgerTx
from kiosk.application.sales.outcomes import Visit
from kiosk.domain.guests.attendance import Attendance, GuestState, rules_of, state_of
from kiosk.domain.guests.event import Asked, Event, Guest, QuestionKind, Standing
from kiosk.domain.guests.facts import GUEST_ADDED, GUEST_ANSWERED, Added, AddedBody, AnsweredBody
from kiosk.domain.guests.opinion import IN_WORDS, MOST, RECOMMEND, opinion_of
from kiosk.domain.guests.person import GuestPerson
from kiosk.domain.guests.places import places_left
from kiosk.domain.guests.verdict import ends_at, standing_of
from kiosk.domain.refusals import Refusal, RefusalCode
from kiosk.domain.remarks.remark import SALT_BYTES, commitment, read_remark
from kiosk.domain.scan.events import ScanEvent
from kiosk.domain.staff.actors import Actor
from kiosk.domain.staff.roles import Permission
from kiosk.domain.texts import LANGUAGES
from kiosk.domain.tokens import EventTicketClaims, ReadToken, TokenProblem, TokenRefusal

_LONGEST_SECRET = 300
_LONGEST_ID = 64
_ASKED_FOR = timedelta(days=30)
"""After an event whoever has a ticket is invited so long to say how it was."""
_UNKNOWN = Refusal(RefusalCode.EVENT_UNKNOWN)


def gatherings(context: Context, tx: LedgerTx, visit: Visit | None) -> tuple[Gathering, ...]:
    """What the visit's member came to and has not judged yet, then what one can sign up for or is on the list of.
    Whoever is nobody yet finds events that have begun, too: by their ticket they can say how it was."""
    found = []
    for event in events(context, tx).values():
        guest = _as_member(context, tx, event, visit)
        proven = visit is not None and visit.member is not None and visit.member.proven
        desk = _desk(context, tx, event, guest.id if guest is not None else "")
        one = gathering(desk, guest, code=proven, proven=proven)
        judged = one.asks and (one.came or visit is None)
        if judged or (not one.over and (one.open or one.place is not Place.NONE)):
            found.append(one)
    return tuple(sorted(found, key=lambda one: (not (one.came and one.asks), one.said, one.event.starts, one.event.id)))


def gathering(desk: Desk, guest: Guest | None, *, code: bool = False, proven: bool = False) -> Gathering:
    """An event as a guest, or nobody yet, stands to it: who gave their place up is nobody again. `code`: they may see
    what lets them in; `proven`: it is they who stand here."""
    event, context = desk.event, desk.context
    if guest is not None and desk.state(guest.id).withdrawn is not None:
        guest = None
    now = context.now()
    begun, over = now >= event.starts, now >= ends_at(event)
    left = _left(desk, ())
    if guest is None:
        room = event.waiting_list or left is None or left > 0
        is_open = event.sign_up is not None and not over and room
        asked = tuple(one for one in event.questions if _is_asked(one.kind, one.when))
        asks = begun and now < ends_at(event) + _ASKED_FOR
        return Gathering(event, left=left, open=is_open, questions=asked, begun=begun, over=over, asks=asks)
    state = desk.state(guest.id)
    return Gathering(
        event,
        _place(desk, guest),
        guest.id,
        1 + guest.plus_ones,
        left,
        begun=begun,
        over=over,
        came=state.first is not None,
        asks=begun and guest.standing is not Standing.CANCELLED,
        said=opinion_of(desk.attendance.words_of(guest.id)) is not None,
        code=next(iter(guest.codes), "") if code else "",
        key=next(iter(guest.codes), "") if proven and not over and _may_withdraw(desk, guest) else "",
    )


def standing(context: Context, tx: LedgerTx, event: str, guest: str, *, proven: bool = False) -> Gathering | Refusal:
    """How a guest stands to an event now. `proven`: it is they who ask."""
    found = find_event(context, tx, event)
    if found is None:
        return _UNKNOWN
    desk = _desk(context, tx, found, guest)
    who = desk.guest(guest)
    return Refusal(RefusalCode.GUEST_UNKNOWN) if who is None else gathering(desk, who, proven=proven)


def ticket_shown(context: Context, tx: LedgerTx, scan: ScanEvent) -> Gathering | None:
    """Whose ticket or badge was held up, and how they stand to its event; None: it is no ticket of an event here."""
    text = scan.text.strip()
    if 0 < len(text) <= _LONGEST_SECRET:
        for event in context.reference.guests.events():
            of_code = context.reference.guests.by_code(event.id, text)
            if len(of_code) == 1:
                return gathering(_desk(context, tx, event, of_code[0].id), of_code[0], proven=True)
    read = context.codes.read(scan.text, scan.symbology, context.now())
    good = isinstance(read, ReadToken) or (isinstance(read, TokenRefusal) and read.problem is TokenProblem.EXPIRED)
    claims = read.claims if good and isinstance(read, ReadToken | TokenRefusal) else None
    if not isinstance(claims, EventTicketClaims):
        return None
    found = standing(context, tx, claims.event, claims.registration, proven=True)
    return None if isinstance(found, Refusal) else found


def sign_up(
    context: Context, tx: LedgerTx, event: str, asked: SignUpAsked, actor: Actor
) -> tuple[Gathering, Guest] | Refusal:
    """Put somebody on an event's list: where no place is left on its waiting list, if it has one. Whether two stations
    promised one place HQ decides when it hears of both. Somebody who is on the list stays as they are, and is
    shown no code by who knows their name and phone."""
    found = find_event(context, tx, event)
    if found is None:
        return _UNKNOWN
    why = _why_not(context, found, asked, actor)
    if why is not None:
        return why
    desk = _desk(context, tx, found, asked.id)
    there = desk.guest(asked.id)
    if there is not None:
        return gathering(desk, there, code=True, proven=True), there
    walk_in = WalkIn(asked.name, asked.phone, plus_ones=asked.companions)
    person = person_read(desk, walk_in, asked.member, asked.id)
    if isinstance(person, Refusal):
        return person
    known = _on_it(desk, person, asked.member)
    if known is not None:
        return gathering(_desk(context, tx, found, known.id), known), known
    standing = _answered(desk, asked) or _standing(desk, asked)
    return standing if isinstance(standing, Refusal) else _put(desk, asked, person, standing, actor)


def _answered(desk: Desk, asked: SignUpAsked) -> Refusal | None:
    read = read_answers(desk, asked.answers)
    if isinstance(read, Refusal):
        return read
    needed = (one.id for one in desk.event.questions if one.required and _is_asked(one.kind, one.when))
    missing = next((one for one in needed if not asked.answers.get(one)), None)
    return None if missing is None else Refusal(RefusalCode.ANSWER_BAD, {"other": missing})


def _standing(desk: Desk, asked: SignUpAsked) -> Standing | Refusal:
    left, need = _left(desk, asked.sessions), 1 + asked.companions
    if left is None or left >= need:
        return Standing.EXPECTED
    if desk.event.waiting_list:
        return Standing.WAITING
    return Refusal(RefusalCode.EVENT_FULL, {"have": max(0, left), "need": need})


def _put(
    desk: Desk, asked: SignUpAsked, person: GuestPerson, standing: Standing, actor: Actor
) -> tuple[Gathering, Guest]:
    body = AddedBody(
        event=desk.event.id,
        guest=asked.id,
        turn=desk.turn(asked.id),
        how=Added.SIGN_UP,
        member=asked.member,
        plus_ones=asked.companions,
        sessions=asked.sessions,
        standing=standing,
        language=asked.language if asked.language in LANGUAGES else "",
    )
    guest, body = kept_beside(desk, person, body)
    say(desk, GUEST_ADDED, body, actor)
    answer_guest(desk, guest, asked.answers, actor)
    return gathering(desk, guest, code=True, proven=True), guest


def give_up(context: Context, tx: LedgerTx, event: str, guest: str, key: str, actor: Actor) -> Gathering | Refusal:
    """Somebody who signed up does not come: their place is free for others, first for those who wait. `key`: as the
    gathering has it for whom it is. Again: nothing changes."""
    if not actor.may(Permission.ACT_FOR_ONESELF):
        return Refusal(RefusalCode.NOT_PERMITTED)
    desk = visitor_desk(context, tx, event, guest)
    if isinstance(desk, Refusal):
        return desk
    found = desk.guest(guest)
    if found is None or not key or key not in found.codes:
        return Refusal(RefusalCode.GUEST_UNKNOWN)
    if desk.state(guest).withdrawn is None:
        if context.now() >= ends_at(desk.event) or not _may_withdraw(desk, found):
            return Refusal(RefusalCode.GUEST_CAME if desk.state(guest).first is not None else RefusalCode.GUEST_UNKNOWN)
        why = withdraw(desk, found, actor)
        if why is not None:
            return why
    return gathering(_desk(context, tx, desk.event, guest), found)


def say_opinion(desk: Desk, guest: Guest, score: int, words: str, actor: Actor) -> Refusal | None:
    """How likely they would recommend it, 0 to 10, and words, or none; in place of what they said before."""
    if not actor.may(Permission.ACT_FOR_ONESELF):
        return Refusal(RefusalCode.NOT_PERMITTED)
    if guest.standing is Standing.CANCELLED or desk.context.now() < desk.event.starts:
        return Refusal(RefusalCode.GUEST_UNKNOWN)
    if not 0 <= score <= MOST:
        return Refusal(RefusalCode.ANSWER_BAD, {"other": RECOMMEND})
    texts, text = {}, read_remark(words)
    if text:
        salt = desk.context.randomness.bytes(SALT_BYTES)
        texts[IN_WORDS] = commitment(salt, text)
        desk.tx.keep_text(KeptText(desk.event.id, guest.id, IN_WORDS, texts[IN_WORDS], salt, text))
    else:
        texts[IN_WORDS] = ""  # words of before are of another answer
    turn = desk.turn(guest.id)
    body = AnsweredBody(event=desk.event.id, guest=guest.id, turn=turn, answers={RECOMMEND: str(score)}, texts=texts)
    say(desk, GUEST_ANSWERED, body, actor)
    return None


def visitor_desk(context: Context, tx: LedgerTx, event: str, guest: str) -> Desk | Refusal:
    """An event as far as one guest goes."""
    found = find_event(context, tx, event)
    return _UNKNOWN if found is None else _desk(context, tx, found, guest)


def _desk(context: Context, tx: LedgerTx, event: Event, guest: str) -> Desk:
    identity, _store = here(context, tx)
    gone = [one for one in tx.withdrawn(event.id) if _state(context, tx, event, one).withdrawn is not None]
    words = [*tx.words_of(event.id, guest), *context.reference.guests.told_of(event.id, guest)] if guest else []
    heard = Attendance(rules_of(event), sorted(words, key=lambda one: one.at))
    return Desk(context, tx, event, heard, identity.device, identity.terminal_name, gone)


def _state(context: Context, tx: LedgerTx, event: Event, guest: str) -> GuestState:
    words = (*tx.words_of(event.id, guest), *context.reference.guests.told_of(event.id, guest))
    return state_of(guest, words, rules_of(event))


def _as_member(context: Context, tx: LedgerTx, event: Event, visit: Visit | None) -> Guest | None:
    """The member on the list; who gave a place up and signed up anew is the newer one."""
    if visit is None or visit.member is None:
        return None
    found = context.reference.guests.by_member(event.id, visit.member.id)
    return next(iter(sorted(found, key=lambda one: _gone(context, tx, event, one))), None)


def _gone(context: Context, tx: LedgerTx, event: Event, guest: Guest) -> bool:
    return _state(context, tx, event, guest.id).withdrawn is not None


def _left(desk: Desk, sessions: Collection[str]) -> int | None:
    """Places for somebody new. Those that were given up and of which HQ has not heard are kept for who waits."""
    told = desk.list.totals(desk.event.id)
    totals = told if told.waiting else desk.totals()
    return places_left(desk.event, totals.people, totals.by_session, sessions)


def _may_withdraw(desk: Desk, guest: Guest) -> bool:
    """Whoever put themselves on the list, and has not come."""
    state = desk.state(guest.id)
    alone = (
        state.added is not None and isinstance(state.added.said, AddedBody) and state.added.said.how is Added.SIGN_UP
    )
    return alone and state.first is None and standing_of(guest, state) in (Standing.EXPECTED, Standing.WAITING)


def _place(desk: Desk, guest: Guest) -> Place:
    match guest.standing:
        case Standing.WAITING:
            return Place.WAITING
        case Standing.EXPECTED:
            return Place.SURE if desk.list.is_told(desk.event.id, guest.id) else Place.PROVISIONAL
        case _:
            return Place.CLOSED


def _is_asked(kind: QuestionKind, when: Asked) -> bool:
    """A signature is given at the door."""
    return when is Asked.BEFORE_ENTRY and kind is not QuestionKind.SIGNATURE


def _why_not(context: Context, event: Event, asked: SignUpAsked, actor: Actor) -> Refusal | None:
    if not actor.may(Permission.ACT_FOR_ONESELF):
        return Refusal(RefusalCode.NOT_PERMITTED)
    if event.sign_up is None or context.now() >= ends_at(event):
        return Refusal(RefusalCode.WALK_INS_CLOSED)
    known = {one.id for one in event.sessions}
    named = 0 < len(asked.id) <= _LONGEST_ID and asked.id.isprintable()
    if not named or not known.issuperset(asked.sessions):
        return Refusal(RefusalCode.GUEST_UNKNOWN)
    if not 0 <= asked.companions <= event.sign_up.companions:
        return Refusal(RefusalCode.EVENT_FULL, {"have": 1 + event.sign_up.companions, "need": 1 + asked.companions})
    return None


def _on_it(desk: Desk, person: GuestPerson, member: str) -> Guest | None:
    """Somebody who is on the list already. Without proof it takes the name and the phone: who types somebody's number
    alone learns nothing."""
    event = desk.event.id
    same: Sequence[Guest] = desk.list.by_member(event, member) if member else ()
    if not same and person.phone:
        named = _plain(person.name)
        same = [one for one in desk.list.by_phone(event, person.phone) if _plain(one.name) == named]
    return next((one for one in same if not _gone(desk.context, desk.tx, desk.event, one)), None)


def _plain(name: str) -> str:
    return "".join(unicodedata.normalize("NFKC", name).casefold().split())
