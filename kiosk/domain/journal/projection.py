"""From facts to state. The terminal, HQ and `ledger rebuild --check` all use this one projector.

`changes(fact)` is pure: it names what a fact changes; each side's store carries the changes out. Bodies of facts that
change state (times in ms since 1970, money in minor units):

    sale.completed  {txn, receipt, member?, name?, amount, total, currency, coupons: [{id, template, member?, value,
                     right: "held" | "claimed" | "accepted", op?, approved_by?}], lines: [{kind, ref, label, off}]}
    sale.voided     {txn, reason, approved_by?}
    sale.returned   {txn, amount, reason, approved_by?, member?, other?, referrer?}
    op.intended     {op, coupon, txn}
    op.settled      {op, verdict: "granted" | "refused" | "abandoned"}
    sale.completed  also: {referrer?, other?}   every fact of a campaign event: {member?, other?}
    rewards.decided {member, takes: [[key, delta]], coupons: [id], rights: [id], coupons_back: [id]}
    lease.changed   {op, quantities: {key: delta}}
    rights.changed  {grant: [{coupon, uses, fence}], revoke: [coupon]}
    staff.pin_failed {staff}      staff.signed_in {staff, how}
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kiosk.domain.campaigns.happenings import FACT_KINDS
from kiosk.domain.journal.facts import Fact, FactKind


@dataclass(frozen=True, slots=True)
class SaleRecorded:
    """A sale stands. `document` is the fact's body, for receipts and lists."""

    txn: str
    at: int
    actor: str
    member: str | None
    amount: int
    total: int
    document: dict[str, Any]


@dataclass(frozen=True, slots=True)
class CouponUsed:
    """One use of a coupon by a sale. `right` says by what right it was taken."""

    coupon: str
    txn: str
    template: str
    member: str | None
    at: int
    actor: str
    value: int
    right: str
    op: str | None


@dataclass(frozen=True, slots=True)
class SaleVoided:
    """A sale and all its coupon uses are undone."""

    txn: str
    at: int
    actor: str
    reason: str
    approved_by: str | None


@dataclass(frozen=True, slots=True)
class SaleReturned:
    """Goods for `amount` minor units, as paid, came back from a sale that stands otherwise."""

    txn: str
    amount: int


@dataclass(frozen=True, slots=True)
class OpOpened:
    """An online claim was intended."""

    op: str
    coupon: str
    txn: str
    at: int


@dataclass(frozen=True, slots=True)
class OpClosed:
    """An online claim came to an end: granted, refused or abandoned."""

    op: str
    verdict: str


@dataclass(frozen=True, slots=True)
class RightGranted:
    """This terminal may redeem the coupon `uses` times without asking. `fence` grows with every grant by HQ."""

    coupon: str
    uses: int
    fence: int


@dataclass(frozen=True, slots=True)
class RightRevoked:
    """The right went elsewhere."""

    coupon: str


@dataclass(frozen=True, slots=True)
class MemberTouched:
    """The fact is part of a member's history (their own, or as referrer or sharer)."""

    member: str


@dataclass(frozen=True, slots=True)
class SharedChanged:
    """A quantity that members share: `key` has a "|" for a leased pool (what is left), else it is a limit's count."""

    key: str
    delta: int


@dataclass(frozen=True, slots=True)
class PinFailed:
    """A wrong PIN for a staff member."""

    staff: str
    at: int


@dataclass(frozen=True, slots=True)
class PinCleared:
    """A right PIN: the count of failures starts anew."""

    staff: str


Change = (
    SaleRecorded
    | CouponUsed
    | SaleVoided
    | SaleReturned
    | OpOpened
    | OpClosed
    | RightGranted
    | RightRevoked
    | MemberTouched
    | SharedChanged
    | PinFailed
    | PinCleared
)


class ProjectionError(ValueError):
    """A known kind of fact whose body cannot be read."""


def changes(fact: Fact) -> tuple[Change, ...]:
    """What `fact` changes, in order. Unknown kinds change nothing. Raises ProjectionError on an unreadable body."""
    try:
        return _changes(fact)
    except (KeyError, TypeError, AttributeError, ValueError, OverflowError) as error:
        raise ProjectionError(f"{fact.kind} {fact.epoch}/{fact.seq}: {error!r}") from error


def _changes(fact: Fact) -> tuple[Change, ...]:
    body = fact.body
    at = fact.corrected_ms
    match fact.kind:
        case FactKind.SALE_COMPLETED:
            sale = SaleRecorded(
                str(body["txn"]),
                at,
                fact.actor,
                body.get("member"),
                int(body["amount"]),
                int(body["total"]),
                dict(body),
            )
            uses = tuple(
                CouponUsed(
                    coupon=str(row["id"]),
                    txn=sale.txn,
                    template=str(row["template"]),
                    member=row.get("member"),
                    at=at,
                    actor=fact.actor,
                    value=int(row["value"]),
                    right=str(row["right"]),
                    op=row.get("op"),
                )
                for row in body["coupons"]
            )
            return (sale, *uses, *_touched(body))
        case FactKind.SALE_VOIDED:
            return (SaleVoided(str(body["txn"]), at, fact.actor, str(body["reason"]), body.get("approved_by")),)
        case FactKind.SALE_RETURNED:
            return (SaleReturned(str(body["txn"]), int(body["amount"])), *_touched(body))
        case FactKind.OP_INTENDED:
            return (OpOpened(str(body["op"]), str(body["coupon"]), str(body["txn"]), at),)
        case FactKind.OP_SETTLED:
            return (OpClosed(str(body["op"]), str(body["verdict"])),)
        case FactKind.RIGHTS_CHANGED:
            granted = tuple(
                RightGranted(str(row["coupon"]), int(row["uses"]), int(row["fence"])) for row in body["grant"]
            )
            return (*granted, *(RightRevoked(str(coupon)) for coupon in body["revoke"]))
        case FactKind.REWARDS_DECIDED:
            return _decided(body)
        case FactKind.LEASE_CHANGED:
            # the pools of other terminals are theirs: here they have no name
            return tuple(SharedChanged(f"|{key}", int(delta)) for key, delta in body["quantities"].items())
        case kind if kind in _OF_MEMBERS:
            return (MemberTouched(str(body["member"])), *_touched(body)[1:])
        case FactKind.STAFF_PIN_FAILED:
            return (PinFailed(str(body["staff"]), at),)
        case FactKind.STAFF_SIGNED_IN if body["how"] == "pin":
            # a badge proves nothing about who has been guessing the PIN
            return (PinCleared(str(body["staff"])),)
        case _:
            return ()


_OF_MEMBERS = frozenset(FACT_KINDS) - {
    FactKind.SALE_COMPLETED,
    FactKind.SALE_VOIDED,
    FactKind.SALE_RETURNED,
    FactKind.REWARDS_DECIDED,
    FactKind.LEASE_CHANGED,
}


def _touched(body: Mapping[str, Any]) -> tuple[MemberTouched, ...]:
    """Whose history a fact belongs to."""
    named = [body.get(key) for key in ("member", "other", "referrer")]
    return tuple(MemberTouched(str(member)) for member in dict.fromkeys(named) if member)


def _decided(body: Mapping[str, Any]) -> tuple[Change, ...]:
    """A terminal may redeem coupons that it alone can have made (`rights`) until HQ says otherwise: nobody else knows
    them before."""
    return (
        MemberTouched(str(body["member"])),
        # what is taken leaves a pool, and adds to a limit's count
        *(SharedChanged(str(key), -int(taken) if "|" in key else int(taken)) for key, taken in body.get("takes", ())),
        *(RightGranted(str(coupon), 1, 0) for coupon in body.get("rights", ())),
        *(RightRevoked(str(coupon)) for coupon in body.get("coupons_back", ())),
    )
