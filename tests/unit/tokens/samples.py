"""Keys, instants and claims for the token tests."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import base45
from hypothesis import strategies as st

from kiosk.domain.time import instant
from kiosk.domain.tokens import (
    MAX_DRAW_PATH,
    MAX_ID_CHARS,
    Assurance,
    Claims,
    CouponClaims,
    DrawKind,
    DrawReceiptClaims,
    EventTicketClaims,
    InviteClaims,
    MemberPassClaims,
    PaperSlipClaims,
    SigningKey,
    StaffBadgeClaims,
    TokenKind,
    TrustedKey,
)
from kiosk.protocol.tokens.cose import public_of, signing_key
from kiosk.protocol.tokens.key_ring import KeyRing
from kiosk.protocol.tokens.parser import TokenReader

NOON = datetime(2025, 3, 21, 4, 0, tzinfo=UTC)
MONTH = timedelta(days=30)


@dataclass(frozen=True)
class Issuer:
    """A signing key, the key as terminals trust it, and a reader that knows only it."""

    key: SigningKey
    trusted: TrustedKey
    reader: TokenReader

    def common(self) -> dict[str, Any]:
        """What every token says: issued at noon, good for thirty days."""
        return {"issuer": "hq", "key_id": self.key.key_id, "issued": NOON, "expires": NOON + MONTH}

    def coupon(self, **changes: Any) -> CouponClaims:
        """An ordinary coupon of a member."""
        said = self.common() | {"id": "C7F3K9Q2", "template": "NEW50", "member": "M0000123"}
        return CouponClaims(**(said | changes))


def issuer(seed: int) -> Issuer:
    """An issuer whose private key is one byte repeated."""
    key = signing_key(bytes([seed]) * 32)
    trusted = TrustedKey(
        key.key_id,
        public_of(key.private),
        NOON - timedelta(days=100),
        NOON + timedelta(days=400),
        purposes=frozenset(TokenKind),
    )
    return Issuer(key, trusted, TokenReader(KeyRing([trusted])))


HQ = issuer(1)
STRANGER = issuer(2)


def hash_of(number: int) -> bytes:
    """32 bytes that look random and never change."""
    return hashlib.sha256(number.to_bytes(8, "big")).digest()


def base45_of(data: bytes) -> str:
    """Base45 of any bytes, for texts the product would never write."""
    text: str = base45.b45encode(data).decode()
    return text


def one_of_each() -> list[Claims]:
    """A believable token of every kind."""
    common = HQ.common()
    return [
        HQ.coupon(not_before=NOON),
        MemberPassClaims(**common, member="M0000123", assurance=Assurance.POSSESSION),
        EventTicketClaims(**common, event="EV2025", registration="R0001234", seat="A-12", plus_ones=2),
        InviteClaims(**common, referrer="M0000123", campaign="SPRING25"),
        DrawReceiptClaims(
            **common,
            draw_kind=DrawKind.WHEEL,
            draw="L-2025-0007",
            index=3,
            size=1000,
            salt=hash_of(0)[:16],
            path=tuple(hash_of(n) for n in range(10)),
            root=hash_of(99),
            code="P1",
        ),
        PaperSlipClaims(**common, book="K7MP3QRT", template="NEW50", number=17, first=1, last=200, store="xinyi"),
        StaffBadgeClaims(**common, staff="E0012", serial="B7Q2"),
    ]


ids = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=MAX_ID_CHARS).filter(
    str.isprintable
)
instants = st.integers(0, 253_402_300_799).map(lambda s: instant(s * 1000))
counts = st.integers(0, 2**53 - 1)
places = st.none() | st.lists(ids, min_size=1, max_size=5).map(tuple)
hashes = st.binary(min_size=32, max_size=32)
_common: dict[str, Any] = {
    "issuer": ids,
    "key_id": st.just(HQ.key.key_id),
    "issued": instants,
    "expires": instants,
    "not_before": st.none() | instants,
}


def _drawn_common(draw: st.DrawFn) -> dict[str, Any]:
    return {name: draw(values) for name, values in _common.items()}


@st.composite
def _draw_receipts(draw: st.DrawFn) -> DrawReceiptClaims:
    kind = draw(st.sampled_from(DrawKind))
    wheel = kind is DrawKind.WHEEL
    size = draw(st.integers(1, 2**53 - 1))
    return DrawReceiptClaims(
        **_drawn_common(draw),
        draw_kind=kind,
        draw=draw(ids),
        index=draw(st.integers(0, size - 1)),
        size=size,
        salt=draw(st.binary(min_size=16, max_size=16)),
        path=tuple(draw(st.lists(hashes, max_size=MAX_DRAW_PATH))),
        root=draw(hashes),
        code=draw(ids) if wheel else None,
        first=None if wheel else draw(counts),
        count=None if wheel else draw(st.integers(1, 2**53 - 1)),
    )


@st.composite
def _slips(draw: st.DrawFn) -> PaperSlipClaims:
    first, number, last = sorted(draw(st.tuples(counts, counts, counts)))
    of_terminal, name, plain = draw(st.booleans()), draw(ids), draw(st.booleans())
    return PaperSlipClaims(
        **_drawn_common(draw),
        book=draw(ids),
        template=None if plain else draw(ids),
        off=draw(st.integers(1, 2**53 - 1)) if plain else None,
        number=number,
        first=first,
        last=last,
        terminal=name if of_terminal else None,
        store=None if of_terminal else name,
    )


any_claims: st.SearchStrategy[Claims] = st.one_of(
    st.builds(
        CouponClaims,
        **_common,
        id=ids,
        template=ids,
        member=st.none() | ids,
        stores=places,
        regions=places,
    ),
    st.builds(MemberPassClaims, **_common, member=ids, assurance=st.sampled_from(Assurance)),
    st.builds(
        EventTicketClaims,
        **_common,
        event=ids,
        registration=ids,
        seat=st.none() | ids,
        plus_ones=counts,
    ),
    st.builds(InviteClaims, **_common, referrer=ids, campaign=ids),
    _draw_receipts(),
    _slips(),
    st.builds(StaffBadgeClaims, **_common, staff=ids, serial=ids),
)
