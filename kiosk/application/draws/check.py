"""A draw's receipt, looked at: who signed it, whether its leaf leads to its root, and whether that root is the one that
was published before anybody spun."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from kiosk.application.context import Context
from kiosk.application.draws.wheel_outcomes import ReceiptCheck, ReceiptCheckCode, ReceiptVerdict
from kiosk.application.draws.wheel_views import wheel_of
from kiosk.application.ports.ledger import LedgerTx
from kiosk.domain.draws.entrants import Leaf, commitment
from kiosk.domain.draws.merkle import verify_path
from kiosk.domain.draws.wheel import slot_leaf
from kiosk.domain.draws.wheel_stock import read_code, slot_code
from kiosk.domain.refusals import Refusal, RefusalCode
from kiosk.domain.refused_tokens import refusal_of
from kiosk.domain.scan.events import Symbology
from kiosk.domain.tokens import DrawKind, DrawReceiptClaims, ReadToken, TokenProblem, TokenRefusal

_C = ReceiptCheckCode
_STILL_PROVES = frozenset({TokenProblem.EXPIRED, TokenProblem.KEY_EXPIRED, TokenProblem.KEY_REVOKED})
"""Reasons for which a code is not accepted any more, and which say nothing against what it proved when it was made."""


def check_receipt(context: Context, tx: LedgerTx, text: str, member: str = "") -> ReceiptCheck | Refusal:
    """Whether a receipt holds. `member`: who stands there."""
    found = context.codes.read(text, Symbology.QR, context.now())
    if isinstance(found, TokenRefusal):
        claims = found.claims if found.problem in _STILL_PROVES else None
        if not isinstance(claims, DrawReceiptClaims) or _backdated(found, claims):
            return refusal_of(found)
    elif isinstance(found, ReadToken) and isinstance(found.claims, DrawReceiptClaims):
        claims = found.claims
    else:
        return Refusal(RefusalCode.WRONG_KIND, {"read": text[:48]})
    return _of_wheel(context, tx, claims) if claims.draw_kind is DrawKind.WHEEL else _of_batch(context, claims, member)


def _backdated(found: TokenRefusal, claims: DrawReceiptClaims) -> bool:
    """Whether it was signed with a key that was withdrawn by then."""
    revoked: datetime | None = found.since if found.problem is TokenProblem.KEY_REVOKED else None
    return revoked is not None and claims.issued >= revoked


def _verdict(checks: Sequence[tuple[ReceiptCheckCode, bool | None]]) -> ReceiptVerdict:
    found = dict(checks)
    if False in found.values():
        return ReceiptVerdict.FALSE
    return ReceiptVerdict.GOOD if found[_C.PUBLISHED] else ReceiptVerdict.SOUND


def _of_batch(context: Context, claims: DrawReceiptClaims, member: str) -> ReceiptCheck:
    """A ticket of a batch draw. Its leaf is its owner's, who is not in the code: where they stand there, the way from
    them to the root is followed. (Somebody else may hold it, and names and phones change: that it does not begin there
    says nothing against it.)"""
    lists = context.reference.entrant_lists(claims.draw)
    roots = {one.root: one for one in lists}
    published = None if not lists else claims.root.hex() in roots and not roots[claims.root.hex()].void
    leads = _is_theirs(context, claims, member) or None
    checks = ((_C.SIGNATURE, True), (_C.PATH, leads), (_C.PUBLISHED, published))
    name = next((one.name for one in lists), None)
    return ReceiptCheck(
        verdict=_verdict(checks),
        checks=checks,
        wheel=False,
        draw=claims.draw,
        index=claims.index,
        size=claims.size,
        first=claims.first or 0,
        count=claims.count or 0,
        issued=claims.issued,
        terminal=claims.issuer,
        name=name,
        root=claims.root.hex(),
    )


def _is_theirs(context: Context, claims: DrawReceiptClaims, member: str) -> bool:
    """Whether a ticket's leaf is this member's, and leads to its root."""
    row = context.member(member) if member else None
    if row is None:
        return False
    c = commitment(claims.salt, row.id, row.name, row.phone).hex()
    leaf = Leaf(claims.index, claims.first or 0, claims.count or 0, c).hash()
    return verify_path(leaf, claims.index, claims.size, claims.path, claims.root)


def _of_wheel(context: Context, tx: LedgerTx, claims: DrawReceiptClaims) -> ReceiptCheck:
    campaigns = context.campaigns(tx)
    code, held = claims.code or "", tx.wheel_lease(claims.draw)
    leaf = slot_leaf(code, claims.index, claims.draw, claims.salt)
    leads = verify_path(leaf, claims.index, claims.size, claims.path, claims.root)
    told = context.reference.told_lease(claims.draw)
    roots = [one.root for one in (held, told) if one is not None and one.root]
    published = None if not roots else set(roots) == {claims.root.hex()}
    if held is None and told is not None and published:
        published = told.sealed  # what HQ's row says of another terminal's tape, that terminal has signed
    spun: bool | None = None
    if held is not None:
        slot = tx.taken_slot(claims.draw, claims.index)
        spun = slot is not None and slot_code(slot.part, slot.amount) == code
    checks = ((_C.SIGNATURE, True), (_C.PATH, leads), (_C.PUBLISHED, published), (_C.SPUN, spun))
    named = held or told
    campaign, wheel = wheel_of(campaigns, named.campaign, named.wheel) if named is not None else (None, None)
    try:
        part, amount = read_code(code)
    except ValueError:
        part, amount = code, 0
    prize = next((one for one in wheel.prizes if one.code == part), None) if wheel is not None else None
    return ReceiptCheck(
        verdict=_verdict(checks),
        checks=checks,
        wheel=True,
        draw=claims.draw,
        index=claims.index,
        size=claims.size,
        code=code,
        issued=claims.issued,
        terminal=claims.issuer,
        campaign=campaign.id if campaign is not None else "",
        name=wheel.name if wheel is not None else None,
        prize=prize.name if prize is not None else None,
        amount=amount,
        currency=campaign.currency if campaign is not None else "",
        root=claims.root.hex(),
    )
