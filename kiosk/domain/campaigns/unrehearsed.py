"""What a rehearsal cannot tell, because nothing of the kind happened in it: said, rather than counted as nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from kiosk.domain.campaigns.conditions import KINDS
from kiosk.domain.campaigns.coupons_used import unpriced
from kiosk.domain.campaigns.gives import Discount, PointsPer
from kiosk.domain.campaigns.happenings import PAY, Happening, HappeningKind
from kiosk.domain.campaigns.model import Campaign, Rule, Trigger
from kiosk.domain.findings import filled

_FOLLOW = frozenset({HappeningKind.BASKET, HappeningKind.WON, HappeningKind.TIER_REACHED})
"""What follows from other happenings, or from the campaign itself."""


class NotRehearsed(NamedTuple):
    """`id`: of a rule, or (`code` coupon) of a coupon. `text`: why, an English sentence with {names} of its `args`, as
    a finding's is."""

    id: str
    code: str
    text: str
    args: tuple[tuple[str, str], ...] = ()

    @property
    def words(self) -> str:
        """In English."""
        return filled(self.text, self.args)


@dataclass(slots=True)
class Seen:
    """What happened in a rehearsal. `ways`: kind, store and channel of everything."""

    ways: set[tuple[HappeningKind, str, str]] = field(default_factory=set)
    tags: set[str] = field(default_factory=set)
    pays: set[str] = field(default_factory=set)
    articles: bool = False
    reduced: bool = False

    def add(self, happening: Happening) -> None:
        """One more."""
        self.ways.add((happening.kind, happening.store, happening.channel))
        detail, items = happening.detail, happening.items
        if detail:
            self.tags.update(detail.get("tags", ()))
            self.pays.add(detail.get(PAY, ""))
        if items:
            self.articles = True
            self.reduced = self.reduced or any(item.reduced for item in items)

    @property
    def kinds(self) -> set[HappeningKind]:
        """What happened at all."""
        return {kind for kind, _, _ in self.ways}

    @property
    def stores(self) -> set[str]:
        """Where."""
        return {store for _, store, _ in self.ways}

    @property
    def channels(self) -> set[str]:
        """By which channels."""
        return {channel for _, _, channel in self.ways}


def not_rehearsed(campaign: Campaign, seen: Seen, used: Counter[str]) -> list[NotRehearsed]:
    """Rules for which what happened says nothing, each with the first reason; coupons that cost nothing in it. `used`:
    how often each was."""
    found: list[NotRehearsed] = []
    for rule in campaign.rules:
        why = next(_reasons(rule, campaign, seen), None)
        if why is not None:
            code, text, names = why
            args = (("names", ", ".join(f"`{name}`" for name in sorted(names))),) if names else ()
            found.append(NotRehearsed(rule.id, code, text, args))
    costs_by_use = unpriced(campaign)
    for spec in campaign.coupons:
        if spec.id in costs_by_use and not used[spec.id]:
            words = "nobody could use one in it, and it says neither `off`, `most` nor `cost`: it costs nothing"
            found.append(NotRehearsed(spec.id, "coupon", words))
    return found


def _reasons(rule: Rule, campaign: Campaign, seen: Seen) -> Iterator[tuple[str, str, Collection[str]]]:
    """A code, a sentence, and the names in it."""
    if_, event = rule.if_, rule.when.event
    happen = set(KINDS[event])
    friends = {HappeningKind.REFEREE_REGISTERED, HappeningKind.REFEREE_BOUGHT, HappeningKind.SHARE_BOUGHT}
    if not happen & (seen.kinds | _FOLLOW | friends):
        yield "event", "{names} does not happen in it", [str(event)]
    stores = set(if_.stores) or set(campaign.stores)
    if stores and stores.isdisjoint(seen.stores):
        yield "stores", "nothing happens in any of {names}", stores
    for part in if_.parts:
        channels = set(map(str, part.channels))
        if channels and channels.isdisjoint(seen.channels):
            yield "channels", "nothing happens by any of {names}", channels
        if part.tags and seen.tags.isdisjoint(part.tags):
            yield "tags", "nobody has any tag of {names}", part.tags
        if part.pay and seen.pays.isdisjoint(part.pay):
            yield "pay", "nobody pays with any of {names}", part.pay
        if getattr(part, "code", ()):
            yield "code", "nobody types a code", ()
    if _needs_articles(rule) and not seen.articles:
        yield "articles", "no sale says which articles were bought", ()
    if any(getattr(give, "not_reduced", False) for give in rule.give) and not seen.reduced:
        yield "reduced", "nothing is reduced: it is counted for all goods", ()


def _needs_articles(rule: Rule) -> bool:
    if rule.when.event is Trigger.PIECES_REACHED or any(getattr(part, "items", None) for part in rule.if_.parts):
        return True
    for give in (*rule.give, *rule.otherwise):
        if isinstance(give, PointsPer) and (give.pieces or give.items):
            return True
        if isinstance(give, Discount) and by_pieces(give):
            return True
    return False


def by_pieces(give: Discount) -> bool:
    """Whether a discount looks at articles or pieces, and not at amounts alone."""
    return bool(
        give.price is not None
        or give.free
        or give.off_piece
        or give.bundle
        or give.set_
        or give.for_each
        or give.pick
        or give.pieces is not None
        or give.from_pieces
        or give.to_pieces is not None
        or give.piece_price
        or give.items
        or give.except_.items
        or give.not_reduced
    )
