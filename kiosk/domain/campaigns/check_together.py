"""Which of a campaign's coupons and discounts go together: groups that nothing has, tolerance that is not returned, and
combinations that take more than half, or everything."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations
from typing import NamedTuple

from kiosk.domain.campaigns import gives as g
from kiosk.domain.campaigns.check_names import nearest
from kiosk.domain.campaigns.coupons import as_discount
from kiosk.domain.campaigns.model import Campaign
from kiosk.domain.campaigns.pieces import Of
from kiosk.domain.campaigns.things import CouponSpec
from kiosk.domain.findings import Finding, error, warning

ANY = "*"
MOST_GROUPS = 16
"""Combinations are looked at among so many groups at most."""
_HALF = Fraction(1, 2)


class _Part(NamedTuple):
    """A coupon or a discount. `share`: the most it may take of the smallest purchase for which it is given (`of_rest`:
    of what others leave of it); None when that depends on the goods."""

    name: str
    path: str
    group: str
    tolerates: tuple[str, ...]
    share: Fraction | None
    of_rest: bool


def together_findings(campaign: Campaign) -> Iterator[Finding]:
    """All of them."""
    parts = [_of_coupon(spec, index) for index, spec in enumerate(campaign.coupons)]
    parts += [
        _of_discount(give, rule.id, f"rules[{index}].give[{place}].{give.KEY}")
        for index, rule in enumerate(campaign.rules)
        for place, give in enumerate(rule.give)
        if isinstance(give, g.Discount)
    ]
    yield from _groups(campaign, parts)
    yield from _steps(campaign)
    capped = campaign.cap.most_percent if campaign.cap is not None else None
    if capped is None or Fraction(capped, 10_000) > _HALF:
        yield from _shares(parts)


def _of_coupon(spec: CouponSpec, index: int) -> _Part:
    part = _of_discount(as_discount(spec), spec.id, f"coupons[{index}]")
    by_minimum = part.share is None and spec.off and spec.min_spend > 0 and not spec.for_each and not spec.pick
    return part._replace(share=Fraction(spec.off, spec.min_spend)) if by_minimum else part


def _of_discount(give: g.Discount, rule: str, path: str) -> _Part:
    share: Fraction | None = None
    if give.percent and give.pick is None and give.for_each is None:
        share = Fraction(give.percent, 10_000)
    elif give.free:
        share = Fraction(give.free, give.buy + give.free)
    elif give.off and give.spend:
        share = Fraction(give.off, give.spend)
    if give.most_percent is not None:
        most = Fraction(give.most_percent, 10_000)
        share = most if share is None else min(share, most)
    return _Part(rule, path, give.group, give.with_, share, give.of is Of.REST)


def _groups(campaign: Campaign, parts: list[_Part]) -> Iterator[Finding]:
    groups = {part.group for part in parts}
    told: set[tuple[str, str]] = set()  # once for each pair of groups
    for part in parts:
        for index, name in enumerate(part.tolerates):
            pair = (part.group if name in groups else "", name)
            if name in (ANY, *campaign.other_groups) or pair in told:
                continue
            told.add(pair)
            path = f"{part.path}.with[{index}]"
            if name not in groups:
                near = nearest(name, groups)
                words = "nothing here is of group `{name}`; did you mean `{near}`?"
                if near is None:
                    words = "nothing here is of group `{name}`; a group of other campaigns is named in `other_groups`"
                yield warning("unknown_group", path, words, name=name, near=near or "")
                continue
            against = [
                one.name
                for one in parts
                if one.group == name and part.group not in one.tolerates and ANY not in one.tolerates
            ]
            if against:
                words = "`{name}` tolerates group `{group}`, but {others} does not tolerate `{own}`: not together"
                others = ", ".join(f"`{one}`" for one in against[:3]) + (", …" if len(against) > 3 else "")
                yield warning("one_sided", path, words, name=part.name, group=name, others=others, own=part.group)


def _steps(campaign: Campaign) -> Iterator[Finding]:
    """Rules for the second piece, the third and so on of the same goods. They count the same pieces, so that of those
    that do not go together one alone is given."""
    steps: dict[object, list[tuple[_Part, int]]] = {}
    for index, rule in enumerate(campaign.rules):
        for place, give in enumerate(rule.give):
            if isinstance(give, g.Discount) and give.pick is not None and give.pick.nth is not None:
                part = _of_discount(give, rule.id, f"rules[{index}].give[{place}].{give.KEY}")
                goods = (give.categories, give.items, give.except_, give.piece_price, rule.if_)
                steps.setdefault(goods, []).append((part, give.pick.nth))
    for same in steps.values():
        first, nth = same[0]
        for other, number in same[1:]:
            if number != nth and not _tolerates(first, other):
                words = (
                    "`{one}` and `{other}` count the same pieces: one alone is given, "
                    "unless each names the other's group in `with`"
                )
                yield warning("steps", f"{other.path}.pick", words, one=first.name, other=other.name)


def _tolerates(one: _Part, other: _Part) -> bool:
    return all(ANY in left.tolerates or right.group in left.tolerates for left, right in ((one, other), (other, one)))


def _taken(parts: tuple[_Part, ...]) -> Fraction:
    """What they take together of a purchase."""
    left = 1 - sum((part.share or Fraction(0) for part in parts if not part.of_rest), Fraction(0))
    for part in parts:
        left *= 1 - (part.share or 0) if part.of_rest and left > 0 else 1
    return 1 - left


def _shares(parts: list[_Part]) -> Iterator[Finding]:
    """Combinations of groups of which none alone takes half, and that together do. Of each group the largest counts."""
    largest: dict[str, _Part] = {}
    for part in parts:
        if part.share is not None and 0 < part.share <= _HALF:
            known = largest.get(part.group)
            if known is None or known.share is None or part.share > known.share:
                largest[part.group] = part
    chosen = sorted(largest.values(), key=lambda part: (-(part.share or 0), part.name))[:MOST_GROUPS]
    worst: tuple[Fraction, tuple[_Part, ...]] = (Fraction(0), ())
    for size in range(2, len(chosen) + 1):
        found = [
            (_taken(some), some)
            for some in combinations(chosen, size)
            if all(_tolerates(one, other) for one, other in combinations(some, 2))
        ]
        if not found:
            break  # nothing larger goes together either
        worst = max([worst, *found], key=lambda row: row[0])
    share, together = worst
    if share <= _HALF:
        return
    names = " + ".join(f"`{part.name}`" for part in together)
    path = together[0].path
    if share >= 1:
        yield error("nothing_left", path, "{names} go together and leave nothing to pay", names=names)
    else:
        words = "{names} go together and may take {percent} % of a purchase"
        yield warning("over_half", path, words, names=names, percent=f"{float(share * 100):.3g}")
