"""Claims as a CWT claim set (RFC 8392) and back.

Registered claims carry what they are registered for. What is left goes into one private claim, a map of
small integers, whose label differs for each kind of token: the signature so covers the kind, and a member
pass cannot be relabelled as a coupon. Labels below -65536 are for private use (RFC 8392, section 9.1).
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any, TypeVar

from kiosk.domain.time import instant, millis
from kiosk.domain.tokens import (
    HASH_BYTES,
    KIND_OF,
    Assurance,
    Claims,
    CouponClaims,
    DrawKind,
    DrawReceiptClaims,
    EventTicketClaims,
    InviteClaims,
    MemberPassClaims,
    PaperSlipClaims,
    StaffBadgeClaims,
    TokenKind,
)

ISS, SUB, EXP, NBF, IAT, CTI = 1, 2, 4, 5, 6, 7

PRIVATE_LABEL: dict[TokenKind, int] = {
    TokenKind.COUPON: -65537,
    TokenKind.MEMBER_PASS: -65538,
    TokenKind.EVENT_TICKET: -65539,
    TokenKind.INVITE: -65540,
    TokenKind.DRAW_RECEIPT: -65541,
    TokenKind.PAPER_SLIP: -65542,
    TokenKind.STAFF_BADGE: -65543,
}

T = TypeVar("T")

_DRAW_KINDS = (DrawKind.WHEEL, DrawKind.BATCH)


class ClaimsError(ValueError):
    """The claim set does not say what a token of this kind must say."""


def kind_inside(cwt: object) -> TokenKind | None:
    """The kind the claim set itself says it is, or None when it names none or several."""
    if not isinstance(cwt, dict):
        return None
    kinds = [kind for kind, label in PRIVATE_LABEL.items() if label in cwt]
    return kinds[0] if len(kinds) == 1 else None


def to_cwt(claims: Claims) -> dict[int, object]:
    """The claim set of a token, ready for CBOR."""
    cwt: dict[int, object | None] = {
        ISS: claims.issuer,
        EXP: _seconds(claims.expires),
        NBF: None if claims.not_before is None else _seconds(claims.not_before),
        IAT: _seconds(claims.issued),
    }
    own: dict[int, object | None]
    match claims:
        case CouponClaims():
            cwt |= {SUB: claims.member, CTI: claims.id.encode()}
            own = {1: claims.template, 2: _list(claims.stores), 3: _list(claims.regions), 4: claims.worth}
        case MemberPassClaims():
            cwt[SUB] = claims.member
            own = {1: int(claims.assurance)}
        case EventTicketClaims():
            cwt[CTI] = claims.registration.encode()
            own = {1: claims.event, 2: claims.seat, 3: claims.plus_ones or None}
        case InviteClaims():
            cwt[SUB] = claims.referrer
            own = {1: claims.campaign}
        case DrawReceiptClaims():
            own = {
                1: _DRAW_KINDS.index(claims.draw_kind),
                2: claims.draw,
                3: claims.index,
                4: claims.size,
                5: claims.salt,
                6: b"".join(claims.path),
                7: claims.root,
                8: claims.code,
                9: claims.first,
                10: claims.count,
            }
        case PaperSlipClaims():
            cwt[CTI] = claims.book.encode()
            own = {
                1: claims.template,
                2: claims.number,
                3: claims.first,
                4: claims.last,
                5: claims.terminal,
                6: claims.store,
                7: claims.off,
            }
        case StaffBadgeClaims():
            cwt |= {SUB: claims.staff, CTI: claims.serial.encode()}
            own = {}
    cwt[PRIVATE_LABEL[KIND_OF[type(claims)]]] = _present(own)
    return _present(cwt)


def from_cwt(kind: TokenKind, cwt: object, key_id: bytes) -> Claims:
    """The claims of a token of this kind. Claims that are not known are passed over (RFC 8392, section 3).

    Raises ClaimsError when one is missing, of the wrong type or out of bounds.
    """
    if not isinstance(cwt, dict) or not isinstance(own := cwt.get(PRIVATE_LABEL[kind]), dict):
        raise ClaimsError("no claims of this kind")
    outer, inner = _Fields(cwt), _Fields(own)
    try:
        common: dict[str, Any] = {
            "issuer": outer.text(ISS),
            "key_id": key_id,
            "issued": outer.instant(IAT),
            "expires": outer.instant(EXP),
            "not_before": outer.maybe(NBF, outer.instant),
        }
        return _READERS[kind](outer, inner, common)
    except ClaimsError:
        raise
    except (ValueError, OverflowError) as fault:
        raise ClaimsError(str(fault)) from fault


class _Fields:
    """Typed access to a map that came from outside."""

    def __init__(self, fields: dict[Any, Any]) -> None:
        self._fields = fields

    def text(self, label: int) -> str:
        return self._typed(label, str)

    def number(self, label: int) -> int:
        return self._typed(label, int)

    def data(self, label: int) -> bytes:
        return self._typed(label, bytes)

    def id_text(self, label: int) -> str:
        return self.data(label).decode()

    def texts(self, label: int) -> tuple[str, ...]:
        found = self._typed(label, list)
        if not all(type(item) is str for item in found):
            raise ClaimsError(f"claim {label}: texts expected")
        return tuple(found)

    def hashes(self, label: int) -> tuple[bytes, ...]:
        joined = self.data(label)
        if len(joined) % HASH_BYTES:
            raise ClaimsError(f"claim {label}: not a row of hashes")
        return tuple(joined[at : at + HASH_BYTES] for at in range(0, len(joined), HASH_BYTES))

    def instant(self, label: int) -> datetime:
        return instant(self.number(label) * 1000)

    def maybe(self, label: int, read: Callable[[int], T]) -> T | None:
        return read(label) if label in self._fields else None

    def _typed(self, label: int, expected: type[T]) -> T:
        value = self._fields.get(label)
        # type(), not isinstance(): True is an int in Python, and no count in a token.
        if type(value) is not expected:
            raise ClaimsError(f"claim {label}: {expected.__name__} expected")
        return value


def _coupon(outer: _Fields, inner: _Fields, common: dict[str, Any]) -> CouponClaims:
    return CouponClaims(
        **common,
        id=outer.id_text(CTI),
        member=outer.maybe(SUB, outer.text),
        template=inner.text(1),
        stores=inner.maybe(2, inner.texts),
        regions=inner.maybe(3, inner.texts),
        worth=inner.maybe(4, inner.number),
    )


def _member_pass(outer: _Fields, inner: _Fields, common: dict[str, Any]) -> MemberPassClaims:
    return MemberPassClaims(**common, member=outer.text(SUB), assurance=Assurance(inner.number(1)))


def _event_ticket(outer: _Fields, inner: _Fields, common: dict[str, Any]) -> EventTicketClaims:
    return EventTicketClaims(
        **common,
        registration=outer.id_text(CTI),
        event=inner.text(1),
        seat=inner.maybe(2, inner.text),
        plus_ones=inner.maybe(3, inner.number) or 0,
    )


def _invite(outer: _Fields, inner: _Fields, common: dict[str, Any]) -> InviteClaims:
    return InviteClaims(**common, referrer=outer.text(SUB), campaign=inner.text(1))


def _draw_receipt(outer: _Fields, inner: _Fields, common: dict[str, Any]) -> DrawReceiptClaims:
    which = inner.number(1)
    if which not in range(len(_DRAW_KINDS)):
        raise ClaimsError("no such draw")
    return DrawReceiptClaims(
        **common,
        draw_kind=_DRAW_KINDS[which],
        draw=inner.text(2),
        index=inner.number(3),
        size=inner.number(4),
        salt=inner.data(5),
        path=inner.hashes(6),
        root=inner.data(7),
        code=inner.maybe(8, inner.text),
        first=inner.maybe(9, inner.number),
        count=inner.maybe(10, inner.number),
    )


def _paper_slip(outer: _Fields, inner: _Fields, common: dict[str, Any]) -> PaperSlipClaims:
    return PaperSlipClaims(
        **common,
        book=outer.id_text(CTI),
        template=inner.maybe(1, inner.text),
        off=inner.maybe(7, inner.number),
        number=inner.number(2),
        first=inner.number(3),
        last=inner.number(4),
        terminal=inner.maybe(5, inner.text),
        store=inner.maybe(6, inner.text),
    )


def _staff_badge(outer: _Fields, inner: _Fields, common: dict[str, Any]) -> StaffBadgeClaims:
    return StaffBadgeClaims(**common, staff=outer.text(SUB), serial=outer.id_text(CTI))


_READERS: dict[TokenKind, Callable[[_Fields, _Fields, dict[str, Any]], Claims]] = {
    TokenKind.COUPON: _coupon,
    TokenKind.MEMBER_PASS: _member_pass,
    TokenKind.EVENT_TICKET: _event_ticket,
    TokenKind.INVITE: _invite,
    TokenKind.DRAW_RECEIPT: _draw_receipt,
    TokenKind.PAPER_SLIP: _paper_slip,
    TokenKind.STAFF_BADGE: _staff_badge,
}


def _seconds(at: datetime) -> int:
    return millis(at) // 1000


def _list(places: tuple[str, ...] | None) -> list[str] | None:
    return None if places is None else list(places)


def _present(fields: dict[int, object | None]) -> dict[int, object]:
    return {label: value for label, value in fields.items() if value is not None}
