"""What a desk makes of what was scanned or typed: a ticket, a secret of another system, a member, a phone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kiosk.application.context import here
from kiosk.application.guests.listen import Desk, find_event
from kiosk.application.guests.outcomes import Verdict
from kiosk.application.guests.sign_in import Entry, come_in, go_out
from kiosk.application.guests.views import guest_view
from kiosk.application.registration.known import phone_read
from kiosk.application.staff.outcomes import BadgeRead
from kiosk.domain.guests.event import Guest
from kiosk.domain.guests.facts import GUEST_REFUSED, How, RefusedBody
from kiosk.domain.guests.verdict import VerdictKind, is_today
from kiosk.domain.members.card import MemberCard
from kiosk.domain.members.masking import mask_name
from kiosk.domain.members.member import Member
from kiosk.domain.refusals import Refusal, RefusalCode
from kiosk.domain.refused_tokens import refusal_of
from kiosk.domain.scan.events import ScanEvent, ScanSource
from kiosk.domain.staff.actors import Actor
from kiosk.domain.tokens import (
    EventTicketClaims,
    MemberPassClaims,
    ReadToken,
    StaffBadgeClaims,
    TokenProblem,
    TokenRefusal,
)

MOST_CHOICES = 8
_LONGEST_SHOWN = 24
_LONGEST_SECRET = 300
_FORGED = (TokenProblem.FORGED, TokenProblem.UNKNOWN_KEY, TokenProblem.KEY_REVOKED)
_NOT_OURS = (TokenProblem.NOT_OURS, TokenProblem.GOODS)


def scan_guest(
    desk: Desk, scan: ScanEvent, actor: Actor, session: str, zone: str, *, leaving: bool
) -> Verdict | BadgeRead:
    """Judge it, and sign in (with `leaving`: out) who may."""
    text = scan.text.strip()
    secret = desk.list.by_code(desk.event.id, text) if 0 < len(text) <= _LONGEST_SECRET else ()
    if secret:
        return _meant(desk, secret, How.CODE, actor, session, zone, text, leaving=leaving)
    read = desk.context.codes.read(scan.text, scan.symbology, desk.context.now())
    match read:
        case ReadToken(claims=StaffBadgeClaims() as badge):
            return BadgeRead(badge.staff, badge.serial)
        case ReadToken(claims=EventTicketClaims() as ticket):
            return _ticket(desk, ticket, actor, session, zone, leaving=leaving)
        case ReadToken(claims=MemberPassClaims() as shown):
            return _member(desk, desk.context.member(shown.member), shown.member, actor, session, zone, leaving=leaving)
        case MemberCard(number=number) if scan.source is not ScanSource.TYPED or not _phones(desk, text):
            row = desk.context.reference.member_by_card(number)
            row = row or desk.context.reference.guest_by_card(number, desk.context.now_ms())
            if row is None and scan.source is ScanSource.TYPED:
                return _typed(desk, text, actor, session, zone, leaving=leaving)
            return _member(desk, row, number, actor, session, zone, leaving=leaving)
        case TokenRefusal() if read.problem not in _NOT_OURS and not (
            scan.source is ScanSource.TYPED and read.kind is None
        ):
            return _not_believed(desk, read, actor)
        case ReadToken():
            return _nobody(
                desk, VerdictKind.UNREADABLE, actor, text, Refusal(RefusalCode.WRONG_KIND, {"read": str(read.kind)})
            )
        case _ if scan.source is ScanSource.TYPED:
            return _typed(desk, text, actor, session, zone, leaving=leaving)
        case _:
            return _nobody(desk, VerdictKind.NOT_ON_LIST, actor, text, None)


def _ticket(desk: Desk, ticket: EventTicketClaims, actor: Actor, session: str, zone: str, *, leaving: bool) -> Verdict:
    if ticket.event != desk.event.id:
        return _of_another(desk, ticket, actor)
    guest = desk.guest(ticket.registration)
    if guest is None:
        # signed by HQ, and not on the list as it is here: a person decides, and what they add is this guest
        found = _nobody(desk, VerdictKind.NOT_ON_LIST, actor, "", None)
        return replace(found, walk_in=ticket.registration)
    return _meant(desk, (guest,), How.TICKET, actor, session, zone, "", leaving=leaving)


def _of_another(desk: Desk, ticket: EventTicketClaims, actor: Actor) -> Verdict:
    """A good ticket of another event: of another day, if that is what is wrong with it."""
    other = find_event(desk.context, desk.tx, ticket.event)
    today = other is None or is_today(other, desk.context.now())
    found = _nobody(desk, VerdictKind.WRONG_EVENT if today else VerdictKind.NOT_TODAY, actor, "", None)
    if other is None:
        return found
    return replace(found, other_event=other, since=other.starts, until=other.ends)


def _not_believed(desk: Desk, read: TokenRefusal, actor: Actor) -> Verdict:
    refusal = refusal_of(read)
    claims = read.claims
    if isinstance(claims, EventTicketClaims) and read.problem in (TokenProblem.EXPIRED, TokenProblem.NOT_YET_VALID):
        found = _nobody(desk, VerdictKind.NOT_TODAY, actor, "", refusal)
        other = find_event(desk.context, desk.tx, claims.event) if claims.event != desk.event.id else None
        return replace(found, until=claims.expires, other_event=other)
    kind = VerdictKind.FORGED if read.problem in _FORGED else VerdictKind.UNREADABLE
    return _nobody(desk, kind, actor, read.shown, refusal)


def _member(
    desk: Desk, row: Member | None, shown: str, actor: Actor, session: str, zone: str, *, leaving: bool
) -> Verdict:
    """By a member's pass or card: who is on the list as this member, or with their phone."""
    member = row.id if row is not None else shown
    found = desk.list.by_member(desk.event.id, member)
    if not found and row is not None and row.phone:
        same = [one for one in desk.list.by_phone(desk.event.id, row.phone) if one.member in ("", row.id)]
        found = same if len(same) == 1 else ()
    if not found:
        verdict = _nobody(desk, VerdictKind.NOT_ON_LIST, actor, mask_name(row.name) if row is not None else shown, None)
        return replace(verdict, member=row.id if row is not None else "")
    return _meant(desk, found, How.MEMBER, actor, session, zone, "", leaving=leaving)


def _phones(desk: Desk, text: str) -> Sequence[Guest]:
    _identity, store = here(desk.context, desk.tx)
    phone = phone_read(desk.context, store, text).e164
    return desk.list.by_phone(desk.event.id, phone) if phone else ()


def _typed(desk: Desk, text: str, actor: Actor, session: str, zone: str, *, leaving: bool) -> Verdict:
    """A phone, or a name: one who is meant beyond doubt is signed in, of several a person says who it is."""
    found = _phones(desk, text)
    if found:
        return _meant(desk, found, How.PHONE, actor, session, zone, text, leaving=leaving)
    rows = desk.list.search(desk.event.id, text, MOST_CHOICES)
    if rows.guests:
        views = tuple(guest_view(desk, guest, hits) for guest, hits in rows.guests)
        return Verdict(VerdictKind.CHOOSE, desk.context.now(), choices=views, named=text[:_LONGEST_SHOWN])
    _identity, store = here(desk.context, desk.tx)
    phone = phone_read(desk.context, store, text).e164
    return replace(_nobody(desk, VerdictKind.NOT_ON_LIST, actor, text, None), phone=text if phone else "")


def _meant(
    desk: Desk,
    guests: Sequence[Guest],
    how: How,
    actor: Actor,
    session: str,
    zone: str,
    text: str,
    *,
    leaving: bool,
) -> Verdict:
    if len(guests) > 1:
        # one phone, or one code, of several: those who are not in yet are meant first
        views = sorted((guest_view(desk, one) for one in guests), key=lambda one: (one.people_in > 0, one.name))
        return Verdict(
            VerdictKind.CHOOSE, desk.context.now(), choices=tuple(views[:MOST_CHOICES]), named=text[:_LONGEST_SHOWN]
        )
    if leaving:
        return go_out(desk, guests[0], 0, actor)
    return come_in(desk, guests[0], Entry(session, zone, how), actor)


def _nobody(desk: Desk, kind: VerdictKind, actor: Actor, shown: str, refusal: Refusal | None) -> Verdict:
    """Nobody comes in, which is journalled without what was scanned."""
    body = RefusedBody(event=desk.event.id, code=kind)
    desk.tx.append(GUEST_REFUSED, actor.id, GUEST_REFUSED.write(body))
    return Verdict(kind, desk.context.now(), named=shown[:_LONGEST_SHOWN], offline=not desk.online, refusal=refusal)
