"""What campaigns know of a sale that is being made."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.domain.campaigns.happenings import Item
from kiosk.domain.channels import Channel


@dataclass(frozen=True, slots=True)
class Basket:
    """Goods at a till, made once a step by whoever sells them. `amount`: minor units before discounts; `member`: "" for
    nobody, and for a member of another store, of whom nothing is known here: HQ gives what is due; `sharer`: the member
    whose link led here; `use_points`: the customer wants to pay with points; `pay`: how they pay the rest ("":
    unknown); `codes`: public codes they gave, as `domain.campaigns.codes.same` writes them; `back`: what comes back in
    exchange, pieces above zero: the price is as without it, what the purchase brings counts less."""

    txn: str
    amount: int
    member: str = ""
    by_category: tuple[tuple[str, int], ...] = ()
    items: tuple[Item, ...] = ()
    sharer: str = ""
    channel: Channel = Channel.CHECKOUT
    use_points: bool = False
    pay: str = ""
    codes: tuple[str, ...] = ()
    back: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True)
class Paid:
    """What is paid by category and for each of the basket's items, minor units, and how many pieces of each are given
    for nothing; empty where nothing is taken off."""

    categories: tuple[tuple[str, int], ...] = ()
    items: tuple[int, ...] = ()
    free: tuple[int, ...] = ()


NOTHING_OFF = Paid()
