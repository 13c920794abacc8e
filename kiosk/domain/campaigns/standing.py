"""What stands of happenings once voids, returns and registrations that do not count are taken out of them, and what
they mean to others."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from kiosk.domain.campaigns.counted import EVERYTHING
from kiosk.domain.campaigns.coupons import coupon_ids
from kiosk.domain.campaigns.happenings import COUPONS, Happening, HappeningKind, Item, derived
from kiosk.domain.campaigns.people import HELD, OF_REGISTRATIONS, SELF_REFERRAL, People, people_of
from kiosk.domain.campaigns.rewards import Reward, RewardKind
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
    elif kind is HappeningKind.PURCHASED and not happening.exchanges_only:
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


def is_handed_over(
    reward: Reward, due: Reward | None, sale: Happening | None, wall: int, used: Collection[str]
) -> bool:
    """Whether a reward of which less is due now (`due`, None: nothing) is out of the house, and stays with whom it was
    given to: a gift that was not provisional (`wall`: when it is judged again), and a coupon that was used (`used`: ids
    of those in sales that stand). `sale`: what is undone; a gift of the buyer's for that very sale comes back with its
    goods."""
    if due is not None and due.quantity >= reward.quantity:
        return False
    if reward.kind is RewardKind.COUPON:
        return bool(used) and not _too_many(reward, due).isdisjoint(used)
    if reward.kind is not RewardKind.GIFT or reward.settles > wall:
        return False
    return sale is None or reward.happening.partition("+")[0] != sale.id or reward.member != sale.member


def _too_many(reward: Reward, due: Reward | None) -> set[str]:
    """Ids of the coupons of a reward that are not due."""
    return set(coupon_ids(reward)).difference(coupon_ids(due) if due is not None else ())


def coupons_used(happenings: Iterable[Happening]) -> frozenset[str]:
    """Ids of the coupons that sales among these have used."""
    return frozenset(coupon for one in happenings for coupon in one.detail.get(COUPONS, ()))


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
    if happening.kind is HappeningKind.PURCHASED and not happening.exchanges_only:
        state.purchases.append((happening.wall, happening.txn, EVERYTHING.amount(happening)))
    elif happening.kind in OF_REGISTRATIONS and happening.id not in people.void:
        apply(state, happening)
    return [one for one in outward if one.member == member]


def what_is_left(sale: Happening, happening: Happening) -> Happening | None:
    """The sale without what `happening` takes out of it; None when nothing is left. A return says what is left of each
    category, and of the discounts in the price; one of an older program, what came back of a category as paid."""
    if happening.kind is HappeningKind.SALE_VOIDED:
        return None
    amount = sale.amount - max(0, happening.amount)
    said = happening.detail.get("left")
    if amount <= 0 and (said is None or said.goods <= 0):  # what was paid with points may be left of it
        return None
    amount = max(0, amount)
    items = items_left(sale.items, happening.items)
    if said is None:
        back = dict(happening.categories)
        kept = tuple((name, max(0, part - back.get(name, 0))) for name, part in sale.categories)
        return sale._replace(amount=amount, categories=kept, items=items)
    paid, offers = dict(said.paid), {one.rule: one for one in said.offers}
    # nobody's word makes more of a sale than there was
    kept = tuple((name, min(part, amount, max(0, paid.get(name, 0)))) for name, part in sale.categories)
    stay = tuple(
        (rule, min(off, max(0, offers[rule].off)), min(pieces, max(0, offers[rule].pieces)))
        for rule, off, pieces in sale.offers
        if rule in offers
    )
    cost = {(one.sku, one.category, one.pieces, one.price): one for one in said.items}
    items = tuple(_costing(item, cost.get((item.sku, item.category, item.pieces, item.price))) for item in items)
    return sale._replace(amount=amount, categories=kept, items=items, offers=stay)


def _costing(item: Item, said: Any) -> Item:
    """An article with what a row of a fact says (None: there is none) that is paid for it: nobody's word makes more of
    it than its price."""
    if said is None or said.paid is None:
        return item
    paid = max(0, min(said.paid, item.price * item.pieces))
    return item._replace(paid=paid, free=max(0, min(said.free, item.pieces)))


def _fewer(item: Item, pieces: int) -> Item:
    """An article without so many of its pieces, each of which was paid for alike."""
    kept = item.pieces - pieces
    paid = item.paid if item.paid is None or not pieces else item.paid * kept // item.pieces
    return item._replace(pieces=kept, paid=paid, free=item.free * kept // item.pieces if pieces else item.free)


def items_left(items: Iterable[Item], back: Iterable[Item]) -> tuple[Item, ...]:
    """Articles without those that came `back`: of equal price first, then whichever there are of the article."""
    left = list(items)
    for exactly in (True, False):
        missing: list[Item] = []
        for one in back:
            need = one.pieces
            for at, item in enumerate(left):
                if item.sku == one.sku and (item.price == one.price or not exactly):
                    step = max(0, min(need, item.pieces))
                    left[at], need = _fewer(item, step), need - step
            missing += [one._replace(pieces=need)] if need > 0 else []
        back = missing
    return tuple(left)
