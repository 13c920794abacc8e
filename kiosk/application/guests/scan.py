"""What a desk makes of what was scanned or typed: a ticket, a secret of another system, a member, a phone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kiosk.application.context import here
from kiosk.application.guests.listen import Desk, find_event
from kiosk.application.guests.outcomes import GuestView, Verdict
from kiosk.application.guests.sign_in import Entry, come_in, go_out
from kiosk.application.guests.views import guest_view
from kiosk.application.registration.known import phone_read
from kiosk.application.staff.outcomes import BadgeRead
from kiosk.domain.guests.event import Guest, Standing
from kiosk.domain.guests.facts import GUEST_REFUSED, How, RefusedBody
from kiosk.domain.guests.verdict import VerdictKind, is_today, standing_of
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
_OUT_OF_TIME = (TokenProblem.EXPIRED, TokenProblem.NOT_YET_VALID)
_TOGETHER_S, _TOGETHER_FRAMES = 0.4, 3
"""A code that the camera read so shortly after another one was in its picture too."""
_NOT_OURS = (TokenProblem.NOT_OURS, TokenProblem.GOODS)


def scan_guest(
    desk: Desk, scan: ScanEvent, actor: Actor, session: str, zone: str, *, leaving: bool
) -> Verdict | BadgeRead:
    """Judge it, and sign in (with `leaving`: out) who may."""
    return _Scan(desk, scan, actor, session, zone, leaving).verdict()


@dataclass(frozen=True, slots=True)
class _Scan:
    """One scan at a desk. `leaving`: out, not in."""

    desk: Desk
    scan: ScanEvent
    actor: Actor
    session: str
    zone: str
    leaving: bool

    @property
    def _typed(self) -> bool:
        return self.scan.source is ScanSource.TYPED

    @property
    def _text(self) -> str:
        return self.scan.text.strip()

    def verdict(self) -> Verdict | BadgeRead:
        desk, text = self.desk, self._text
        secret = desk.list.by_code(desk.event.id, text) if 0 < len(text) <= _LONGEST_SECRET else ()
        if secret:
            return self._meant(secret, How.CODE)
        read = desk.context.codes.read(self.scan.text, self.scan.symbology, desk.context.now())
        match read:
            case ReadToken(claims=StaffBadgeClaims() as badge):
                return BadgeRead(badge.staff, badge.serial)
            case ReadToken(claims=EventTicketClaims() as ticket):
                return self._ticket(ticket)
            case ReadToken(claims=MemberPassClaims() as shown):
                return self._member(desk.context.member(shown.member), shown.member)
            case MemberCard(number=number) if not self._typed or not self._with_phone():
                row = desk.context.reference.member_by_card(number)
                row = row or desk.context.reference.guest_by_card(number, desk.context.now_ms())
                return self._said() if row is None and self._typed else self._member(row, number)
            case TokenRefusal() if read.problem not in _NOT_OURS and not (self._typed and read.kind is None):
                return self._not_believed(read)
            case ReadToken():
                refusal = Refusal(RefusalCode.WRONG_KIND, {"read": str(read.kind)})
                return self._nobody(VerdictKind.UNREADABLE, text, refusal)
            case _:
                return self._said() if self._typed else self._nobody(VerdictKind.NOT_ON_LIST, text)

    def _ticket(self, ticket: EventTicketClaims) -> Verdict:
        if ticket.event != self.desk.event.id:
            return self._of_another(ticket)
        guest = self.desk.guest(ticket.registration)
        if guest is None:
            # signed by HQ, and not on the list as it is here: a person decides, and what they add is this guest
            return replace(self._nobody(VerdictKind.NOT_ON_LIST), walk_in=ticket.registration)
        return self._meant((guest,), How.TICKET)

    def _of_another(self, ticket: EventTicketClaims) -> Verdict:
        """A good ticket of another event: of another day, if that is what is wrong with it."""
        other = find_event(self.desk.context, self.desk.tx, ticket.event)
        if other is None:
            return self._nobody(VerdictKind.WRONG_EVENT)
        today = is_today(other, self.desk.context.now())
        found = self._nobody(VerdictKind.WRONG_EVENT if today else VerdictKind.NOT_TODAY)
        return replace(found, other_event=other, since=other.starts, until=other.ends)

    def _not_believed(self, read: TokenRefusal) -> Verdict:
        refusal, claims, desk = refusal_of(read), read.claims, self.desk
        if isinstance(claims, EventTicketClaims) and read.problem in _OUT_OF_TIME:
            found = self._nobody(VerdictKind.NOT_TODAY, "", refusal)
            other = find_event(desk.context, desk.tx, claims.event) if claims.event != desk.event.id else None
            return replace(found, until=claims.expires, other_event=other)
        kind = VerdictKind.FORGED if read.problem in _FORGED else VerdictKind.UNREADABLE
        return self._nobody(kind, read.shown, refusal)

    def _member(self, row: Member | None, shown: str) -> Verdict:
        """By a member's pass or card: who is on the list as this member, or with their phone."""
        desk = self.desk
        found = desk.list.by_member(desk.event.id, row.id if row is not None else shown)
        if not found and row is not None and row.phone:
            same = [one for one in desk.list.by_phone(desk.event.id, row.phone) if one.member in ("", row.id)]
            # the list does not say that they are a member: what comes of being here is the member's all the same
            found = [replace(same[0], member=row.id)] if len(same) == 1 else ()
        if found:
            return self._meant(found, How.MEMBER)
        verdict = self._nobody(VerdictKind.NOT_ON_LIST, mask_name(row.name) if row is not None else shown)
        return replace(verdict, member=row.id if row is not None else "")

    def _phone(self) -> str:
        _identity, store = here(self.desk.context, self.desk.tx)
        return phone_read(self.desk.context, store, self._text).e164

    def _with_phone(self) -> Sequence[Guest]:
        phone = self._phone()
        return self.desk.list.by_phone(self.desk.event.id, phone) if phone else ()

    def _said(self) -> Verdict:
        """A phone, or a name: one who is meant beyond doubt is signed in, of several a person says who it is."""
        desk, found = self.desk, self._with_phone()
        if found:
            return self._meant(found, How.PHONE)
        rows = desk.list.search(desk.event.id, self._text, MOST_CHOICES)
        if rows.guests:
            return self._which(tuple(guest_view(desk, guest, hits) for guest, hits in rows.guests))
        return replace(self._nobody(VerdictKind.NOT_ON_LIST, self._text), phone=self._text if self._phone() else "")

    def _meant(self, guests: Sequence[Guest], how: How) -> Verdict:
        desk = self.desk
        guests = self._anew(guests)
        if len(guests) > 1:
            # one phone, or one code, of several: those who are not in yet are meant first
            views = sorted((guest_view(desk, one) for one in guests), key=lambda one: (one.people_in > 0, one.name))
            return self._which(tuple(views[:MOST_CHOICES]))
        guest, before = guests[0], self._in_this_picture()
        if before is not None and before.guest is not None:
            # one picture, two codes: of one guest they are one scan, and another guest is not let in by somebody's eye
            return before if before.guest.id == guest.id else self._which((guest_view(desk, guest),))
        if self.leaving:
            said = go_out(desk, guest, 0, self.actor)
        else:
            said = come_in(desk, guest, Entry(self.session, self.zone, how), self.actor)
        if self.scan.frame_index is not None and said.ref:
            desk.context.rolls.pictured = self.scan, desk.tx.undone, said
        return said

    def _anew(self, guests: Sequence[Guest]) -> Sequence[Guest]:
        """Without those who are cancelled and stand there once more: they signed up anew, or bought another ticket."""
        gone = {
            one.id for one in guests if standing_of(one, self.desk.state(one.id)) is Standing.CANCELLED
        }  # fmt: skip
        there = {(one.name, one.member) for one in guests if one.id not in gone}
        return [one for one in guests if one.id not in gone or (one.name, one.member) not in there]

    def _in_this_picture(self) -> Verdict | None:
        """Who came in, or went out, by another code that the camera saw together with this one."""
        pictured = self.desk.context.rolls.pictured
        if pictured is None or self.scan.frame_index is None:
            return None
        before, undone, said = pictured
        assert before.frame_index is not None
        together = (
            0 <= self.scan.frame_index - before.frame_index <= _TOGETHER_FRAMES
            and 0 <= self.scan.seen_mono - before.seen_mono < _TOGETHER_S
            and self.scan.text != before.text
            and undone == self.desk.tx.undone  # what was said in a transaction that was undone did not happen
        )
        return said if together and isinstance(said, Verdict) else None

    def _which(self, choices: tuple[GuestView, ...]) -> Verdict:
        return Verdict(
            VerdictKind.CHOOSE,
            self.desk.context.now(),
            choices=choices,
            named=self._text[:_LONGEST_SHOWN] if self._typed else "",
        )

    def _nobody(self, kind: VerdictKind, shown: str = "", refusal: Refusal | None = None) -> Verdict:
        """Nobody comes in, which is journalled without what was scanned."""
        desk = self.desk
        body = RefusedBody(event=desk.event.id, code=kind)
        desk.tx.append(GUEST_REFUSED, self.actor.id, GUEST_REFUSED.write(body))
        return Verdict(kind, desk.context.now(), named=shown[:_LONGEST_SHOWN], offline=not desk.online, refusal=refusal)
