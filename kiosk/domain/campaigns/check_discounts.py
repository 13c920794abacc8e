"""What can be wrong with a rule's discount: fields that contradict each other, mean nothing, or give everything."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

from kiosk.domain.campaigns import gives as g
from kiosk.domain.campaigns.model import OnVoid, Rule
from kiosk.domain.campaigns.pieces import Bundle, Of, Pick, SetPart, SetPrice, StageName
from kiosk.domain.findings import Finding, error

_EVERYTHING = 10_000
_Fault = tuple[str, str, str]
"""(code, field, what is wrong)."""
_OWN_PIECES = ("buy", "bundle", "set")
"""Ways that say themselves which pieces they mean."""


def discount_findings(rule: Rule, give: g.Discount, at: str) -> Iterator[Finding]:
    """What is wrong with it; it stands at `at` of the file."""
    for code, field, words in (*_ways(give), *_parts(give), *_goods(give), *_bounds(give), *_points(rule, give)):
        yield error(code, f"{at}.{field}" if field else at, words, rule=rule.id)


def ways_of(give: g.Discount) -> list[str]:
    """The keys by which it takes something off; a discount has one."""
    found = {
        "off": give.off,
        "percent": give.percent,
        "off_piece": give.off_piece,
        "price": give.price is not None,
        "buy": give.free or give.buy,
        "bundle": give.bundle is not None,
        "set": give.set_ is not None,
    }
    return [name for name, there in found.items() if there]


def goods_faults(give: g.Discount) -> Iterator[str]:
    """Fields of which goods and pieces that contradict each other, whoever says it: a rule or a coupon."""
    if bool(give.free) is not bool(give.buy):
        yield "free" if give.free else "buy"
    yield from (field for _code, field, _words in (*_parts(give), *_goods(give)))


def _ways(give: g.Discount) -> Iterator[_Fault]:
    ways = ways_of(give)
    if not ways:
        words = "rule `{rule}`: it takes nothing off: one of off, percent, off_piece, price, buy and free, bundle, set"
        yield "no_meaning", "", words
    for other in ways[1:]:
        words = "rule `{rule}`: one of off, percent, off_piece, price, buy and free, bundle, set; make a rule for each"
        yield "no_meaning", other, words
    if give.percent > _EVERYTHING:
        yield "unbounded", "percent", "rule `{rule}`: more than everything is free"
    if bool(give.free) is not bool(give.buy):
        code = "unbounded" if give.free else "gives_nothing"
        yield code, "free" if give.free else "buy", "rule `{rule}`: `buy` and `free` need each other"
    if give.each and give.spend < 1:
        yield "unbounded", "each", "rule `{rule}`: `each` needs the `spend` for which `off` is given"
    if give.each and not give.off:
        yield "no_meaning", "each", "rule `{rule}`: `each` repeats an `off`"


def _parts(give: g.Discount) -> Iterator[_Fault]:
    """Bundles, sets, goods for other goods, and single pieces."""
    if give.bundle is not None:
        if give.bundle.pieces < 1:
            yield "gives_nothing", "bundle.pieces", "rule `{rule}`: a bundle of 0 pieces"
        if _ways_of_group(give.bundle) != 1:
            yield "no_meaning", "bundle", "rule `{rule}`: a bundle has one of price, percent and off"
        if give.bundle.percent > _EVERYTHING:
            yield "unbounded", "bundle.percent", "rule `{rule}`: more than everything is free"
    if give.set_ is not None:
        if _ways_of_group(give.set_) != 1:
            yield "no_meaning", "set", "rule `{rule}`: a set has one of price, percent and off"
        if give.set_.percent > _EVERYTHING:
            yield "unbounded", "set.percent", "rule `{rule}`: more than everything is free"
        for index, part in enumerate(give.set_.parts):
            if not (part.items or part.categories):
                yield "no_meaning", f"set.parts[{index}]", "rule `{rule}`: a part of a set names its goods"
            if _excepted(part, give):
                words = "rule `{rule}`: all goods of this part are excepted: there is no such set"
                yield "never", f"set.parts[{index}]", words
        if sum(part.pieces for part in give.set_.parts) < 2 or any(part.pieces < 1 for part in give.set_.parts):
            yield "no_meaning", "set.parts", "rule `{rule}`: a set has two pieces or more"
        if give.categories or give.items:
            field = "categories" if give.categories else "items"
            yield "no_meaning", field, "rule `{rule}`: the goods of a set stand in its `parts`"
    if give.for_each is not None:
        if not (give.for_each.items or give.for_each.categories):
            yield "no_meaning", "for_each", "rule `{rule}`: `for_each` names the goods that are to be bought"
        if give.for_each.pieces < 1 or give.for_each.gets < 1:
            yield "gives_nothing", "for_each", "rule `{rule}`: `for_each` of 0 pieces"
        if set(ways_of(give)) & set(_OWN_PIECES):
            words = "rule `{rule}`: `buy`, `bundle` and `set` say themselves which pieces they mean"
            yield "no_meaning", "for_each", words
    if give.pick is not None:
        picked = [field.name for field in fields(Pick) if getattr(give.pick, field.name) is not None]
        if len(picked) != 1:
            yield "no_meaning", "pick", "rule `{rule}`: `pick` has one of cheapest, dearest, nth and every"
        if any(getattr(give.pick, name) < 1 for name in picked):
            yield "gives_nothing", "pick", "rule `{rule}`: `pick` of 0 pieces"
        if set(ways_of(give)) & set(_OWN_PIECES):
            words = "rule `{rule}`: `buy`, `bundle` and `set` say themselves which pieces they mean"
            yield "no_meaning", "pick", words


def bounded_in_vain(give: g.Discount) -> Iterator[str]:
    """`most` and `most_percent` where what is taken off follows from the goods alone."""
    if give.most is not None and (_fixed(give) or (give.off and not (give.each or give.for_points))):
        yield "most"
    if give.most_percent is not None and _fixed(give):
        yield "most_percent"


def _fixed(give: g.Discount) -> bool:
    """Whether pieces get a price, are free, or make groups with a price or so much off."""
    group = _group(give)
    return give.price is not None or bool(give.buy or give.free) or (group is not None and not group.percent)


def _group(give: g.Discount) -> Bundle | SetPrice | None:
    return give.bundle or give.set_


def _ways_of_group(group: Bundle | SetPrice) -> int:
    """How many keys say what pieces that belong together cost."""
    return sum((group.price is not None, bool(group.percent), bool(group.off)))


def _excepted(part: SetPart, give: g.Discount) -> bool:
    left = give.except_
    return bool(
        (part.items and set(part.items) <= set(left.items))
        or (part.categories and set(part.categories) <= set(left.categories))
    )


def _goods(give: g.Discount) -> Iterator[_Fault]:
    """Which goods it may touch."""
    for name in ("categories", "items"):
        wanted, without = getattr(give, name), getattr(give.except_, name)
        if wanted and set(wanted) <= set(without):
            yield "never", f"except.{name}", "rule `{rule}`: all its goods are excepted"
    prices = give.piece_price
    if prices is not None and prices.at_most is not None and prices.at_most < prices.at_least:
        yield "empty_range", "piece_price", "rule `{rule}`: no piece has such a price: at most is below at least"
    if give.to_pieces is not None and give.to_pieces < max(give.from_pieces, 1):
        yield "empty_range", "to_pieces", "rule `{rule}`: `to_pieces` is below `from_pieces`: it can never give"


def _bounds(give: g.Discount) -> Iterator[_Fault]:
    if give.most is not None and give.off and not (give.each or give.for_points):
        yield "no_meaning", "most", "rule `{rule}`: `most` bounds a `percent`, `each` or `for_points`"
    for name in ("most", "most_percent", "pieces"):
        if getattr(give, name) == 0:
            yield "gives_nothing", name, "rule `{rule}`: `most`, `most_percent` or `pieces` of 0 is nothing"
    for name in ("most", "most_percent", "spend"):
        if getattr(give, name) and (_fixed(give) if name != "spend" else _fixed(give) or _group(give) is not None):
            yield "no_meaning", name, "rule `{rule}`: `most`, `most_percent` and `spend` are not for pieces"
    if (give.most_percent or 0) > _EVERYTHING:
        yield "unbounded", "most_percent", "rule `{rule}`: more than everything is free"
    if give.of is Of.REST and give.stage is StageName.ARTICLES:
        yield "no_meaning", "of", "rule `{rule}`: nothing comes before the stage `articles`: `of: rest` is the price"


def _points(rule: Rule, give: g.Discount) -> Iterator[_Fault]:
    pieces = give.pick is not None or give.for_each is not None or give.pieces is not None
    if give.for_points and (ways_of(give) != ["off"] or give.spend or pieces):
        yield "no_meaning", "for_points", "rule `{rule}`: `for_points` pay so much `off` each, and nothing else"
    if give.offline_limit and not give.for_points:
        yield "no_meaning", "offline_limit", "rule `{rule}`: `offline_limit` is for `for_points`"
    if give.for_points and rule.on_void is OnVoid.KEEP:
        words = "rule `{rule}`: a voided sale would keep the points that paid for it"
        yield "points_lost", "for_points", words
    if give.stage is StageName.POINTS and not give.for_points:
        yield "no_meaning", "stage", "rule `{rule}`: only `for_points` is reckoned at the stage `points`"
