"""Reading a scanned token and judging it: no network, no clock of its own, never an exception.

Order of the questions: is it ours, is it whole, do we know the key, does the signature hold, may that key
sign this, is the key still good, does it make sense, has its time come and not gone. Nothing that was
scanned is looked at for its meaning before the signature holds.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from kiosk.domain.tokens import (
    Claims,
    CouponClaims,
    MemberPassClaims,
    ReadToken,
    TokenKind,
    TokenProblem,
    TokenRefusal,
    TrustedKey,
)
from kiosk.protocol.tokens import claims_map, cose, strict_cbor, text_form
from kiosk.protocol.tokens.key_ring import KeyRing


@dataclass(frozen=True, slots=True)
class OpenedToken:
    """A token taken apart, its signature not yet judged. `cwt` is what the payload holds, None when it is not
    CBOR of our kind. `size`: bytes of the COSE message."""

    kind: TokenKind
    message: cose.Sign1
    cwt: object
    shown: str
    size: int

    def unproven_claims(self) -> Claims | None:
        """What the token says, for support only: anybody may have written it. None when it makes no sense."""
        try:
            return claims_map.from_cwt(self.kind, self.cwt, self.message.key_id)
        except claims_map.ClaimsError:
            return None


def _nobody(_key_id: bytes) -> Sequence[TrustedKey]:
    return ()


class TokenReader:
    """Reads tokens by the keys of one ring. May be shared between threads."""

    def __init__(self, keys: KeyRing, terminals: Callable[[bytes], Sequence[TrustedKey]] = _nobody) -> None:
        """`terminals`: keys of terminals with an id; asked for what no key of the ring has signed. They are many, and
        an id is short: nobody who makes a key with somebody else's id keeps the other's tokens from being read."""
        self._keys = keys
        self._terminals = terminals

    def read(self, text: str, at: datetime) -> ReadToken | TokenRefusal:
        """Judge a scanned text at the instant `at` (HQ-corrected, aware)."""
        opened = open_token(text)
        return opened if isinstance(opened, TokenRefusal) else self.judge(opened, at)

    def judge(self, opened: OpenedToken, at: datetime) -> ReadToken | TokenRefusal:
        """Judge a token that was taken apart."""
        key = self._keys.get(opened.message.key_id)
        found = _refused(opened, TokenProblem.UNKNOWN_KEY) if key is None else _judged(opened, key, at)
        if isinstance(found, TokenRefusal) and found.problem in (TokenProblem.UNKNOWN_KEY, TokenProblem.FORGED):
            for theirs in self._terminals(opened.message.key_id):
                found = _judged(opened, theirs, at)
                if isinstance(found, ReadToken) or found.problem is not TokenProblem.FORGED:
                    break
        return found


def _refused(opened: OpenedToken, problem: TokenProblem) -> TokenRefusal:
    return TokenRefusal(problem, opened.shown, kind=opened.kind, key_id=opened.message.key_id)


def _judged(opened: OpenedToken, key: TrustedKey, at: datetime) -> ReadToken | TokenRefusal:
    """What one key says of a token."""
    forged = _refused(opened, TokenProblem.FORGED)
    if not cose.holds(opened.message, key.public) or not _may_sign(key, opened):
        return forged
    try:
        claims = claims_map.from_cwt(opened.kind, opened.cwt, opened.message.key_id)
    except claims_map.ClaimsError:
        return _key_refusal(key, forged, at) or replace(forged, problem=TokenProblem.MALFORMED)
    if key.issuer is not None and claims.issuer != key.issuer:
        return forged
    if isinstance(claims, MemberPassClaims) and key.pass_life is not None:
        if claims.expires - claims.issued > key.pass_life:
            return forged
        if at < claims.issued - key.pass_life:  # else one that is dated years ahead would be good until then
            return replace(forged, problem=TokenProblem.NOT_YET_VALID, until=claims.issued, claims=claims)
    if isinstance(claims, CouponClaims) and key.empty_coupons and (claims.worth != 0 or claims.member is not None):
        return forged
    refused = replace(forged, claims=claims)
    if key_refused := _key_refusal(key, refused, at):
        return key_refused
    if claims.not_before is not None and at < claims.not_before:
        return replace(refused, problem=TokenProblem.NOT_YET_VALID, until=claims.not_before)
    if at >= claims.expires:
        return replace(refused, problem=TokenProblem.EXPIRED, since=claims.expires)
    return ReadToken(opened.kind, claims)


def open_token(text: str) -> OpenedToken | TokenRefusal:
    """Take a scanned text apart. Refusals: too_large, not_ours, unreadable."""
    shown = text_form.shown(text)
    if len(text) > text_form.MAX_TEXT_CHARS:
        return TokenRefusal(TokenProblem.TOO_LARGE, shown)
    found = text_form.find_token(text)
    if found is None:
        return TokenRefusal(TokenProblem.NOT_OURS, shown)
    if found.kind is None:
        return TokenRefusal(TokenProblem.UNREADABLE, shown)
    try:
        data = text_form.to_bytes(found.body)
        message = cose.open_sign1(data)
    except (text_form.TextFormError, cose.CoseError):
        return TokenRefusal(TokenProblem.UNREADABLE, shown, kind=found.kind)
    try:
        cwt = strict_cbor.loads(message.payload)
    except strict_cbor.StrictCborError:
        cwt = None
    return OpenedToken(found.kind, message, cwt, shown, len(data))


def _may_sign(key: TrustedKey, opened: OpenedToken) -> bool:
    # A prefix that does not agree with the signed kind was put there by somebody else.
    inside = claims_map.kind_inside(opened.cwt)
    return opened.kind in key.purposes and inside in (None, opened.kind)


def _key_refusal(key: TrustedKey, refused: TokenRefusal, at: datetime) -> TokenRefusal | None:
    if key.revoked_at is not None and at >= key.revoked_at:
        return replace(refused, problem=TokenProblem.KEY_REVOKED, since=key.revoked_at)
    if at >= key.not_after:
        return replace(refused, problem=TokenProblem.KEY_EXPIRED, since=key.not_after)
    if at < key.not_before:
        return replace(refused, problem=TokenProblem.NOT_YET_VALID, until=key.not_before)
    return None
