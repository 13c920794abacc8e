"""What stands in a campaign file and changes nothing: fields that their event does not ask, and rules that nothing
follows from."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.domain.campaigns import gives as g
from kiosk.domain.campaigns.coupons import as_discount
from kiosk.domain.campaigns.model import Campaign, OnVoid, Period, Rule, Trigger
from kiosk.domain.findings import Finding, warning

_PARTS = {Trigger.SPUN, Trigger.WON, Trigger.ATTENDED}
_REFS = {
    Trigger.TASK_DONE,
    Trigger.SURVEY_ANSWERED,
    Trigger.DEPOSIT_PAID,
    Trigger.SIGNED_UP,
    Trigger.ATTENDED,
    Trigger.VOTED,
    Trigger.POINTS_SPENT,
    Trigger.SPUN,
    Trigger.WON,
    Trigger.PARTNER_CODE,
}
_SUMS = {Trigger.SPEND_REACHED, Trigger.PIECES_REACHED}
_REPEATS = {*_SUMS, Trigger.STREAK_REACHED}
_GOODS = (g.Gift, g.Choice, g.Experience, g.Partner, g.SlotRight)


def effect_findings(campaign: Campaign) -> Iterator[Finding]:
    """All of them."""
    earns = any(isinstance(give, g.PointsPer) for rule in campaign.rules for give in (*rule.give, *rule.otherwise))
    for index, rule in enumerate(campaign.rules):
        path = f"rules[{index}]"
        yield from _when(rule, f"{path}.when")
        if any(isinstance(give, g.MultiplyPoints) for give in rule.give) and not earns:
            words = "no rule gives points for an amount (`points_per`): there is nothing to multiply"
            yield warning("no_effect", f"{path}.give", words)
        limited = any(not limit.per for limit in rule.limits) or rule.budget is not None
        if rule.otherwise and not limited and not any(isinstance(give, _GOODS) for give in rule.give):
            words = "nothing of `give` can be gone, so `otherwise` is never given"
            yield warning("no_effect", f"{path}.otherwise", words)
        if rule.on_void is OnVoid.KEEP and rule.when.event is Trigger.BASKET:
            yield warning("no_effect", f"{path}.on_void", "a discount goes with its sale: there is nothing to keep")
    for index, spec in enumerate(campaign.coupons):
        outside = set(spec.stores) - set(campaign.stores) if campaign.stores else set()
        if outside:
            words = "the campaign does not run in {stores}; the coupon is given elsewhere"
            yield warning("no_effect", f"coupons[{index}].stores", words, stores=", ".join(sorted(outside)))
    for at, discount in _discounts(campaign):
        size = _size(discount)
        if 0 < discount.from_pieces <= size:
            words = "`from_pieces` {pieces} changes nothing: it takes {size} pieces anyway"
            yield warning("no_effect", f"{at}.from_pieces", words, pieces=discount.from_pieces, size=size)
    used = {rule.budget for rule in campaign.rules}
    for index, budget in enumerate(campaign.budget):
        if budget.id not in used and "reserve" not in budget.id and any(used):
            words = "no rule names the budget `{budget}`: nothing is counted against it"
            yield warning("no_effect", f"budget[{index}]", words, budget=budget.id)


def _discounts(campaign: Campaign) -> Iterator[tuple[str, g.Discount]]:
    """All that is taken off by pieces, by rules and coupons, with its place."""
    for index, rule in enumerate(campaign.rules):
        for place, give in enumerate(rule.give):
            if isinstance(give, g.Discount):
                yield f"rules[{index}].give[{place}].{give.KEY}", give
    for index, spec in enumerate(campaign.coupons):
        yield f"coupons[{index}]", as_discount(spec)


def _size(give: g.Discount) -> int:
    """Pieces without which there is nothing: of a group."""
    if give.bundle is not None:
        return give.bundle.pieces
    return sum(part.pieces for part in give.set_.parts) if give.set_ is not None else give.buy + give.free


def _when(rule: Rule, path: str) -> Iterator[Finding]:
    when = rule.when
    words = "`{field}` changes nothing at `{event}`"
    if when.every and when.n < 2 and when.event not in _REPEATS:
        said = "`every` repeats the nth event: with `n` 1 it changes nothing"
        yield warning("no_effect", f"{path}.every", said)
    if when.period is not Period.CAMPAIGN and when.event not in _SUMS:
        yield warning("no_effect", f"{path}.period", words, field="period", event=when.event)
    if when.ref is not None and when.event not in _REFS:
        yield warning("no_effect", f"{path}.ref", words, field="ref", event=when.event)
    if when.part is not None and when.event not in _PARTS:
        yield warning("no_effect", f"{path}.part", words, field="part", event=when.event)
