"""Who recommends: by their invite, their pass, their card, or their phone."""

from __future__ import annotations

from kiosk.application.context import Context, here
from kiosk.application.ports.ledger import LedgerTx
from kiosk.application.ports.lookups import Ask
from kiosk.application.registration.known import having, member_of, online, phone_read
from kiosk.application.registration.outcomes import Referrer
from kiosk.domain.members.card import MemberCard
from kiosk.domain.members.masking import mask_name
from kiosk.domain.members.member import Member
from kiosk.domain.refusals import Refusal, RefusalCode
from kiosk.domain.refused_tokens import refusal_of
from kiosk.domain.registration.referral import How
from kiosk.domain.scan.events import ScanEvent, ScanSource, Symbology
from kiosk.domain.stores import Store
from kiosk.domain.tokens import InviteClaims, MemberPassClaims, ReadToken, TokenProblem, TokenRefusal

_READ_MOST = 24

_NOTHING_OF_OURS = (TokenProblem.NOT_OURS, TokenProblem.GOODS, TokenProblem.TOO_LARGE)


def find_referrer(context: Context, said: str | ScanEvent) -> Referrer | Refusal:
    """Who is meant. HQ is asked for whom nobody here knows, while it can be."""
    typed = isinstance(said, str)
    event = ScanEvent(said, Symbology.UNKNOWN, ScanSource.TYPED, None, None, 0.0) if isinstance(said, str) else said
    _identity, store = context.ledger.run(lambda tx: here(context, tx))
    if typed and (found := _by_phone(context, store, event.text)) is not None:
        return found
    read = context.codes.read(event.text, event.symbology, context.now())
    match read:
        case MemberCard(number=number):
            return _by_card(context, store, number)
        case ReadToken(claims=InviteClaims() as claims):
            return _by_id(context, store, claims.referrer, How.INVITE, claims.campaign)
        case ReadToken(claims=MemberPassClaims() as claims):
            return _by_id(context, store, claims.member, How.PASS)
        case ReadToken():
            return Refusal(RefusalCode.WRONG_KIND, {"read": str(read.kind)})
        case TokenRefusal():
            return _refusal(read, event.text, typed=typed)


def _refusal(found: TokenRefusal, text: str, *, typed: bool) -> Refusal:
    # digits that were typed are no damaged code
    if found.problem in _NOTHING_OF_OURS or (typed and found.kind is None):
        return Refusal(RefusalCode.REFERRER_UNKNOWN, {"read": found.shown or text.strip()[:_READ_MOST]})
    return refusal_of(found)


def _by_phone(context: Context, store: Store, text: str) -> Referrer | None:
    phone = phone_read(context, store, text).e164
    if not phone:
        return None

    def here_now() -> Member | None:
        return context.ledger.run(lambda tx: next(iter(having(context, tx, phone)), None))

    member = here_now()
    if member is None and online(context):
        context.lookups.look_up(Ask(phone=phone))
        member = here_now()
    return _named(member, store, How.PHONE) if member is not None else None


def _by_card(context: Context, store: Store, number: str) -> Referrer | Refusal:
    def here_now(tx: LedgerTx) -> Member | None:
        reference = context.reference
        return reference.member_by_card(number) or reference.guest_by_card(number, context.now_ms())

    member = context.ledger.run(here_now)
    if member is None and online(context):
        context.lookups.look_up(Ask(card=number))
        member = context.ledger.run(here_now)
    if member is None:
        return Refusal(RefusalCode.REFERRER_UNKNOWN, {"read": number})
    return _named(member, store, How.CARD)


def _by_id(context: Context, store: Store, who: str, how: How, campaign: str = "") -> Referrer:
    """A signed code says who it is, whether anybody here knows them or not."""
    member = context.ledger.run(lambda tx: member_of(context, tx, who))
    if member is None and online(context):
        context.lookups.look_up(Ask(member=who))
        member = context.ledger.run(lambda tx: member_of(context, tx, who))
    if member is None:
        return Referrer(who, "", how, campaign, here=False)
    return _named(member, store, how, campaign)


def _named(member: Member, store: Store, how: How, campaign: str = "") -> Referrer:
    return Referrer(member.id, mask_name(member.name), how, campaign, member.home_store == store.id)
