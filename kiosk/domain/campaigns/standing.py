"""What stands of happenings once voids and returns are taken out of them, and what they mean to others."""

from __future__ import annotations

from kiosk.domain.campaigns.happenings import Happening, HappeningKind, derived
from kiosk.domain.campaigns.state import MemberState


def outward_of(happening: Happening, state: MemberState) -> list[Happening]:
    """What a member's happening means to their referrer and to who shared with them. `state`: before the happening."""
    member = happening.member
    outward: list[Happening] = []
    if happening.kind is HappeningKind.REGISTERED and happening.other:
        outward.append(derived(happening, HappeningKind.REFEREE_REGISTERED, happening.other, 1, other=member))
    elif happening.kind is HappeningKind.PURCHASED:
        if state.referrer:
            first = 0 if state.purchases else 1
            outward.append(
                derived(happening, HappeningKind.REFEREE_BOUGHT, state.referrer, 1, other=member, value=first)
            )
        if happening.other:
            refused = "self_referral" if happening.other == member else ""
            outward.append(
                derived(happening, HappeningKind.SHARE_BOUGHT, happening.other, 2, other=member, part=refused)
            )
    return outward


def standing_of(happenings: list[Happening], member: str) -> list[Happening]:
    """What stands of happenings in order, as `member` sees it: without sales that were voided, with what is left of
    those that came back in part; others' happenings as those that follow from them."""
    sales: dict[str, Happening] = {}
    gone: set[str] = set()
    for happening in happenings:
        if happening.kind is HappeningKind.PURCHASED and happening.txn not in gone:
            sales.setdefault(happening.txn, happening)
        elif happening.kind in (HappeningKind.SALE_VOIDED, HappeningKind.RETURNED) and happening.txn in sales:
            left = what_is_left(sales[happening.txn], happening)
            if left is None:
                del sales[happening.txn]
                gone.add(happening.txn)
            else:
                sales[happening.txn] = left
    found: list[Happening] = []
    bought: set[str] = set()
    for happening in happenings:
        if happening.kind in (HappeningKind.SALE_VOIDED, HappeningKind.RETURNED):
            continue
        if happening.kind is HappeningKind.PURCHASED:
            if happening.txn not in sales or sales[happening.txn].id != happening.id:
                continue  # gone, or a second copy
            happening = sales[happening.txn]
        if happening.member == member:
            found.append(happening)
            continue
        buyer = MemberState(happening.member, referrer=str(happening.detail.get("referrer", "")))
        found += [
            one._replace(value=0) if one.kind is HappeningKind.REFEREE_BOUGHT and happening.member in bought else one
            for one in outward_of(happening, buyer)
            if one.member == member
        ]
        if happening.kind is HappeningKind.PURCHASED:
            bought.add(happening.member)
    return found


def what_is_left(sale: Happening, happening: Happening) -> Happening | None:
    """The sale without what `happening` takes out of it; None when nothing is left."""
    if happening.kind is HappeningKind.SALE_VOIDED:
        return None
    amount = sale.amount - max(0, happening.amount)
    if amount <= 0:
        return None
    back = dict(happening.categories)
    returned = {item.sku: item.pieces for item in happening.items}
    return sale._replace(
        amount=amount,
        categories=tuple((name, max(0, part - back.get(name, 0))) for name, part in sale.categories),
        items=tuple(item._replace(pieces=max(0, item.pieces - returned.get(item.sku, 0))) for item in sale.items),
    )
