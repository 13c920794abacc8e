"""What stands of happenings once voids, returns and registrations that do not count are taken out of them, and what
they mean to others."""

from __future__ import annotations

from collections.abc import Iterable

from kiosk.domain.campaigns.happenings import Happening, HappeningKind, derived
from kiosk.domain.campaigns.people import HELD, OF_REGISTRATIONS, SELF_REFERRAL, People, people_of
from kiosk.domain.campaigns.state import MemberState, apply, proves

_UNDOING = (HappeningKind.SALE_VOIDED, HappeningKind.RETURNED)


def outward_of(happening: Happening, state: MemberState) -> list[Happening]:
    """What a member's happening means to their referrer and to who shared with them. `state`: before the happening."""
    member, kind = happening.member, happening.kind
    outward: list[Happening] = []
    if kind is HappeningKind.REGISTERED and happening.other:
        if member in state.proved and not happening.part:
            outward.append(derived(happening, HappeningKind.REFEREE_PROVED, happening.other, 1, other=member))
        part = happening.part or (HELD if HELD in happening.detail else "")
        outward.append(
            derived(happening, HappeningKind.REFEREE_REGISTERED, happening.other, 2, other=member, part=part)
        )
    elif kind is HappeningKind.PURCHASED:
        if state.referrer:
            first, part = 0 if state.purchases else 1, HELD if state.referral_held else ""
            bought = derived(happening, HappeningKind.REFEREE_BOUGHT, state.referrer, 1, other=member, value=first)
            outward.append(bought._replace(part=part) if part else bought)
        if happening.other:
            refused = SELF_REFERRAL if happening.other == member else ""
            outward.append(
                derived(happening, HappeningKind.SHARE_BOUGHT, happening.other, 2, other=member, part=refused)
            )
    elif state.referrer and proves(happening):
        outward.append(derived(happening, HappeningKind.REFEREE_PROVED, state.referrer, 1, other=member, part=""))
    return [] if state.erased else outward


def standing_of(happenings: list[Happening], member: str) -> list[Happening]:
    """What stands of happenings in order, as `member` sees it: without sales that were voided, with what is left of
    those that came back in part, without prizes that went on to somebody else, without registrations that do not
    count; others' happenings as those that follow from
    them, and of whoever is the same person as their own."""
    people = people_of(happenings)
    me = people.root(member)
    sales = _sales_left(happenings)
    lost = {win_of(one) for one in happenings if one.kind is HappeningKind.LOST}
    found: list[Happening] = []
    others: dict[str, MemberState] = {}
    for happening in happenings:
        if happening.kind in _UNDOING or happening.kind is HappeningKind.LOST:
            continue
        if happening.kind is HappeningKind.WON and win_of(happening) in lost:
            continue
        if happening.kind is HappeningKind.PURCHASED:
            if happening.txn not in sales or sales[happening.txn].id != happening.id:
                continue  # gone, or a second copy
            happening = sales[happening.txn]
        happening = people.as_counted(people.renamed(happening))
        if happening.member == me:
            if happening.id not in people.void:
                found.append(happening)
            continue
        found += _of_another(happening, others, people, me)
    return found


def win_of(happening: Happening) -> tuple[str, ...]:
    """Which prize of which draw was won, or lost again; it is one member's at a time."""
    return tuple(str(happening.detail.get(name, 0)) for name in ("draw", "seq", "place", "turn"))


def _sales_left(happenings: Iterable[Happening]) -> dict[str, Happening]:
    """Sales that stand, by transaction, with what is left of each."""
    sales: dict[str, Happening] = {}
    gone: set[str] = set()
    for happening in happenings:
        if happening.kind is HappeningKind.PURCHASED and happening.txn not in gone:
            sales.setdefault(happening.txn, happening)
        elif happening.kind in _UNDOING and happening.txn in sales:
            left = what_is_left(sales[happening.txn], happening)
            if left is None:
                del sales[happening.txn]
                gone.add(happening.txn)
            else:
                sales[happening.txn] = left
    return sales


def _of_another(happening: Happening, others: dict[str, MemberState], people: People, member: str) -> list[Happening]:
    """What another's happening means to `member`. `others`: what is known of them by the happenings before."""
    friend = happening.member
    state = others.setdefault(friend, MemberState(friend))
    if happening.kind is HappeningKind.PURCHASED or happening.kind in OF_REGISTRATIONS:
        # who registered says it; a sale of whom nothing else is known says who it was by its till, or by HQ
        state.referrer = people.friends.get(friend, str(happening.detail.get("referrer", "")))
        state.referral_held = friend in people.held
    outward = outward_of(happening, state)
    if happening.kind is HappeningKind.PURCHASED:
        state.purchases.append((happening.wall, happening.txn, happening.amount))
    elif happening.kind in OF_REGISTRATIONS and happening.id not in people.void:
        apply(state, happening)
    return [one for one in outward if one.member == member]


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
