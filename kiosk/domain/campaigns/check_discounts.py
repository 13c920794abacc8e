"""What can be wrong with a rule's discount: fields that contradict each other, mean nothing, or give everything."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.domain.campaigns import gives as g
from kiosk.domain.campaigns.findings import Finding, error
from kiosk.domain.campaigns.model import OnVoid, Rule

_EVERYTHING = 10_000


def discount_findings(rule: Rule, give: g.Discount, at: str) -> Iterator[Finding]:
    """What is wrong with it; it stands at `at` of the file."""
    for code, field, words in (*_ways(give), *_bounds(give), *_points(rule, give)):
        yield error(code, f"{at}.{field}" if field else at, words, rule=rule.id)


def _ways(give: g.Discount) -> Iterator[tuple[str, str, str]]:
    """(code, field, what is wrong): how it takes something off."""
    if sum((bool(give.off or give.percent), give.price is not None, bool(give.free))) != 1:
        yield "no_meaning", "", "rule `{rule}`: one of off/percent, price, buy and free"
    if give.off and give.percent:
        yield "no_meaning", "percent", "rule `{rule}`: `off` and `percent`: one of them; make two rules for both"
    if give.percent > _EVERYTHING or (give.free and give.buy < 1):
        yield "unbounded", "percent" if give.percent else "free", "rule `{rule}`: more than everything is free"
    if give.each and give.spend < 1:
        yield "unbounded", "each", "rule `{rule}`: so much off for every 0 spent"


def _bounds(give: g.Discount) -> Iterator[tuple[str, str, str]]:
    by_piece = give.price is not None or bool(give.free)
    if give.most is not None and give.off and not (give.each or give.for_points):
        yield "no_meaning", "most", "rule `{rule}`: `most` bounds a `percent`, `each` or `for_points`"
    for name in ("most", "most_percent", "pieces"):
        if getattr(give, name) == 0:
            yield "gives_nothing", name, "rule `{rule}`: `most`, `most_percent` or `pieces` of 0 is nothing"
    for name in ("most", "most_percent", "spend"):
        if by_piece and getattr(give, name):
            yield "no_meaning", name, "rule `{rule}`: `most`, `most_percent` and `spend` are not for pieces"
    if (give.most_percent or 0) > _EVERYTHING:
        yield "unbounded", "most_percent", "rule `{rule}`: more than everything is free"


def _points(rule: Rule, give: g.Discount) -> Iterator[tuple[str, str, str]]:
    by_piece = give.price is not None or bool(give.free)
    if give.for_points and (by_piece or give.percent or give.spend or not give.off):
        yield "no_meaning", "for_points", "rule `{rule}`: `for_points` pay so much `off` each, and nothing else"
    if give.offline_limit and not give.for_points:
        yield "no_meaning", "offline_limit", "rule `{rule}`: `offline_limit` is for `for_points`"
    if give.for_points and rule.on_void is OnVoid.KEEP:
        words = "rule `{rule}`: a voided sale would keep the points that paid for it"
        yield "points_lost", "for_points", words
