"""Campaign happenings: what happened to a member, as rules see it. One fact gives one happening, or none.

Happenings are told apart by `id` (device/stamp) and ordered by `order` = (hlc, device, epoch, seq, part): the same
everywhere, whatever order the facts arrived in. `part` is 0 for a fact's own happening; happenings that follow from it
come after it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Any, NamedTuple

from kiosk.domain.campaigns.facts import RewardsDecided
from kiosk.domain.campaigns.localtime import wall_minutes
from kiosk.domain.campaigns.rewards import Reward
from kiosk.domain.journal.facts import Fact
from kiosk.domain.journal.registry import Body


class HappeningKind(StrEnum):
    """What can happen."""

    REGISTERED = "registered"
    MEMBER_KNOWN = "member_known"  # HQ's row of a member: household, birthday, tags, tier, opening points
    PURCHASED = "purchased"
    SALE_VOIDED = "sale_voided"
    RETURNED = "returned"  # part of a sale
    CHECKED_IN = "checked_in"
    MADE_UP = "made_up"  # a make-up card fills a missed day
    TASK_DONE = "task_done"
    SURVEY_ANSWERED = "survey_answered"
    DEPOSIT_PAID = "deposit_paid"
    SIGNED_UP = "signed_up"
    ATTENDED = "attended"
    VOTED = "voted"
    POINTS_SPENT = "points_spent"
    SPUN = "spun"
    WON = "won"
    LOST = "lost"  # HQ's word: what was won is somebody else's now, or nobody's
    PARTNER_CODE = "partner_code"
    CHOSEN = "chosen"  # the customer took one of a choice of gifts
    SEEN = "seen"
    SWEPT = "swept"
    BASKET = "basket"  # goods being priced: never a fact, changes nothing
    LEASED = "leased"  # a share of stock, budget or a total came to a terminal, or left it
    DECIDED = "decided"  # what the rules gave, as journalled
    PROVED = "proved"  # the member's phone: what waited for that is theirs
    REVIEWED = "reviewed"  # HQ's word on a registration (`part`: approved, rejected or asked)
    MERGED = "merged"  # `other` is the same person as the member, who stays
    ERASED = "erased"  # HQ forgot who the member is
    # the following come from other happenings, never from facts
    REFEREE_REGISTERED = "referee_registered"
    REFEREE_BOUGHT = "referee_bought"
    REFEREE_PROVED = "referee_proved"
    SHARE_BOUGHT = "share_bought"
    TIER_REACHED = "tier_reached"


class Item(NamedTuple):
    """Pieces of one article in a basket; `price`: minor units a piece. `reduced`: the till says that it is lowered
    already. `floor`: minor units that a piece costs at least; `barred`: it never carries a benefit, as the chain says
    of its goods. `paid`: minor units for all of them after discounts, where that is known; `free`: how many of the
    pieces a discount gave for nothing. Pieces below zero come back."""

    sku: str
    category: str
    pieces: int
    price: int
    reduced: bool = False
    floor: int = 0
    barred: bool = False
    paid: int | None = None
    free: int = 0

    @property
    def cost(self) -> int:
        """Minor units of all its pieces, as paid where that is known."""
        return self.price * self.pieces if self.paid is None else self.paid


class Given(NamedTuple):
    """What a terminal, or HQ, journalled that the rules gave."""

    granted: Sequence[Reward] = ()
    taken_back: Sequence[str] = ()
    counters: Sequence[tuple[str, int]] = ()
    refused: Sequence[str] = ()
    places: Sequence[tuple[str, str]] = ()


Order = tuple[int, str, int, int, int]


class Happening(NamedTuple):
    """One happening. `at`: ms since 1970 by HQ's clock as far as known; `wall`: the store's wall clock (`localtime`).

    `amount`: minor units paid. `other`: the referrer (registered), the sharer (purchased), the referee or buyer
    (happenings of referrers and sharers). `ref`, `part`: what a trigger of the same names asks for. `value`: points,
    score, or 1 for a referee's first purchase. `offers`: discounts of rules that the price of a sale holds, as
    (campaign/rule, minor units off, pieces). `detail`: what only one kind needs; `given`: what DECIDED says; `back`:
    goods that came back in the same sale, pieces above zero, which what it brings counts less (`amount` does not).
    """

    id: str
    kind: HappeningKind
    order: Order
    at: int
    wall: int
    store: str = ""
    device: str = ""
    clerk: str = ""
    channel: str = "checkout"
    member: str = ""
    amount: int = 0
    categories: tuple[tuple[str, int], ...] = ()
    items: tuple[Item, ...] = ()
    txn: str = ""
    other: str = ""
    ref: str = ""
    part: str = ""
    value: int = 0
    offers: tuple[tuple[str, int, int], ...] = ()
    detail: Mapping[str, Any] = {}
    given: Given = Given()
    back: tuple[Item, ...] = ()

    @property
    def day(self) -> int:
        """Ordinal of the store-local day."""
        return self.wall // 1440

    @property
    def exchanges_only(self) -> bool:
        """Whether what came back cost as much as what was bought: then nothing more was bought."""
        return bool(self.back) and self.amount <= sum(item.cost for item in self.back)


class HappeningError(ValueError):
    """A fact of a known kind whose body cannot be read."""


def happening_from(kind: HappeningKind, body: Body, fact: Fact, device: str, store: str, zone: str) -> Happening:
    """The happening of a fact with this body, as its kind's reader gave it. `zone`: IANA name of the store's, if the
    body names no other. Raises ValueError, LookupError or OverflowError on a time or a zone that is none."""
    slip = getattr(body, "slip", None)
    # what was written on a paper slip happened then, though it has its place in the history where it was keyed in
    at = slip.at if slip is not None else fact.at + (fact.off or 0)
    # the stamp, not the place: a fact carried into a new epoch is the same happening
    name, order = f"{device}/{fact.hlc:x}", (fact.hlc, device, fact.epoch, fact.seq, 0)
    if isinstance(body, RewardsDecided):  # every third fact, and nothing but what it gives
        wall = wall_minutes(at, zone)
        given = tuple.__new__(Given, (body.rewards(), body.taken_back, body.counters, body.refused, body.places))
        return Happening(
            name, kind, order, at, wall, store, device, fact.actor, "checkout", body.member, given=given
        )  # fmt: skip
    said: Any = body

    def of(field: str, default: Any) -> Any:  # kinds have some of the fields; what is not said is None
        return getattr(said, field, None) or default

    return Happening(
        name,
        kind,
        order,
        at,
        wall_minutes(at, of("zone", zone)),
        store,
        device,
        fact.actor,
        of("channel", "checkout"),
        of("member", ""),
        max(0, getattr(said, "total", of("amount", 0))),
        of("paid", ()) or of("by_category", ()),
        tuple(_item(one) for one in of("items", ())),
        of("txn", ""),
        of("other", ""),
        of("ref", ""),
        of("part", "") or of("verdict", ""),
        of("value", 0),
        tuple((one.rule, one.off, one.pieces) for one in of("offers", ())),
        _detail(kind, said),
        # what was a return of a named sale is taken out of that one
        back=tuple(item for one in of("back", ()) if not one.of and (item := _item(one)).pieces > 0),
    )


def _item(one: Any) -> Item:
    """An article of a fact. What it cost at least is settled by what was paid."""
    return Item(
        one.sku,
        one.category,
        one.pieces,
        one.price,
        bool(getattr(one, "reduced", False)),
        barred=bool(getattr(one, "barred", False)),
        paid=getattr(one, "paid", None),
        free=max(0, min(int(getattr(one, "free", 0)), one.pieces)),
    )


_DETAIL = (
    *("referrer", "household", "birthday", "tags", "tier", "points", "joined_day", "days_ago", "quantities"),
    *("held", "of_member", "of_other", "ticket", "tickets", "lease"),
    *("draw", "place", "turn", "seq", "pay", "codes"),
    "left",
)
"""Fields of bodies that are the happening's `detail`."""

COUPONS = "coupons"
"""The key of `Happening.detail` that holds the ids of the coupons a sale used."""
PAY = "pay"
"""The key of `Happening.detail` that says how the customer pays, in the till's word for it."""
WITHIN = "within"
"""The key of `Happening.detail` that says in which categories a category of the goods lies: {category: those above it,
nearest first}; only where one does."""
BARRED = "barred"
"""The key of `Happening.detail` that names categories of the goods that never carry a benefit; it is there, if empty,
wherever an article is `barred`."""
CAPS = "caps"
"""The key of `Happening.detail` that says, at BASKET, what all discounts may take together: (minor units, basis points
of the goods), None where there is no such bound, a pair for each campaign that has one."""
AWAITS = "awaits"
"""The key of `Happening.detail` that names the member whose phone has to be proved before points for it are settled."""


def _detail(kind: HappeningKind, said: Any) -> dict[str, Any]:
    found = {field: value for field in _DETAIL if (value := getattr(said, field, None)) not in (None, (), "")}
    if kind is HappeningKind.PURCHASED:
        found |= _of_sale(said)
    # facts that say nothing of the person are older than proofs
    if kind is HappeningKind.REGISTERED and getattr(said, "person", None) and not getattr(said, "proved", True):
        found[AWAITS] = said.member
    return found


def _of_sale(said: Any) -> dict[str, Any]:
    """What a sale's fact says beside its amounts."""
    found: dict[str, Any] = {COUPONS: tuple(one.id for one in said.coupons)} if said.coupons else {}
    if within := getattr(said, "within", None):
        found[WITHIN] = dict(within)
    barred = getattr(said, "barred", ())
    if barred or any(getattr(item, "barred", False) for item in said.items):
        found[BARRED] = tuple(barred)
    return found


def derived(source: Happening, kind: HappeningKind, member: str, step: int, /, **fields: Any) -> Happening:
    """A happening of `member` that follows from `source`, at the same instant and place; `step` 1 to 7 orders them."""
    order = (*source.order[:4], source.order[4] * 8 + step)
    detail = {name: source.detail[name] for name in (AWAITS, PAY, WITHIN, BARRED) if name in source.detail}
    return source._replace(
        id=f"{source.id}+{kind}", kind=kind, order=order, member=member, detail=detail, offers=(), **fields
    )
