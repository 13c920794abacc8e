"""What is wrong with a campaign's coupons: fields that contradict each other, or of which nothing would follow."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

from kiosk.domain.campaigns.check_discounts import bounded_in_vain, goods_faults, ways_of
from kiosk.domain.campaigns.coupons import as_discount
from kiosk.domain.campaigns.coupons_used import unpriced
from kiosk.domain.campaigns.gives import GiveCoupon
from kiosk.domain.campaigns.model import Campaign
from kiosk.domain.campaigns.things import CouponSpec
from kiosk.domain.findings import Finding, error, warning

_EVERYTHING = 10_000
MOST_VALUE = 10**9
"""Minor units that a voucher may be worth."""
_PLAIN = {field.name: field.default for field in fields(CouponSpec)}
_Fault = tuple[str, str, dict[str, object]]
"""A field, what is wrong with it, and the names in that sentence."""


def coupon_findings(campaign: Campaign) -> Iterator[Finding]:
    """Each coupon takes off one thing, in one way, and is good for a day at least."""
    for index, spec in enumerate(campaign.coupons):
        path = f"coupons[{index}]"
        for name, words, args in (
            *_benefit(spec),
            *_pieces(spec),
            *_voucher(spec),
            *_validity(campaign, spec),
            *_uses(spec),
        ):
            yield error("no_meaning", f"{path}.{name}" if name else path, words, coupon=spec.id, **args)
    yield from _costs(campaign)


def _costs(campaign: Campaign) -> Iterator[Finding]:
    """Coupons of which budgets know no cost: a set price, one for one, a percentage without a bound."""
    unknown = unpriced(campaign)
    paid_for = {
        give.template
        for rule in campaign.rules
        for give in (*rule.give, *rule.otherwise)
        if rule.budget is not None and isinstance(give, GiveCoupon)
    }
    for index, spec in enumerate(campaign.coupons):
        if spec.id in unknown and spec.id in paid_for:
            words = "coupon `{coupon}`: nothing says what one costs, and the budget counts it as nothing: write `cost`"
            yield warning("cost_unknown", f"coupons[{index}]", words, coupon=spec.id)


def _benefit(spec: CouponSpec) -> Iterator[_Fault]:
    ways = [*ways_of(as_discount(spec)), *(name for name in ("gift", "value") if getattr(spec, name))]
    if not ways:
        words = (
            "coupon `{coupon}`: it takes nothing off and gives nothing: it needs `off`, `percent`, `gift` or `value`"
        )
        yield "", words, {}
    for other in ways[1:]:
        words = "coupon `{coupon}`: `{one}` and `{other}`: one of them; make two coupons for both"
        yield other, words, {"one": ways[0], "other": other}
    if spec.percent > _EVERYTHING:
        yield "percent", "coupon `{coupon}`: {percent} %: more than everything", {"percent": f"{spec.percent / 100:g}"}
    if spec.percent and spec.spend:
        yield "spend", "coupon `{coupon}`: `spend` is for `off`; a percentage from an amount on has `min_spend`", {}
    if spec.gift is not None and spec.spend:
        yield "spend", "coupon `{coupon}`: `spend` is for `off`; a gift from an amount on has `min_spend`", {}
    for name in bounded_in_vain(as_discount(spec)) if not (spec.gift or spec.value) else _bounds_of(spec):
        words = "coupon `{coupon}`: `{field}` bounds a `percent`, an `off` with `each`, or an `off_piece`"
        yield name, words, {"field": name}
    for name in _bounds_of(spec):
        if getattr(spec, name) == 0:
            yield name, "coupon `{coupon}`: `{field}` of 0: it takes nothing off", {"field": name}
    if spec.each and not (spec.off and spec.spend):
        yield "each", "coupon `{coupon}`: `each` needs the `spend` for which `off` is given", {}


def _bounds_of(spec: CouponSpec) -> list[str]:
    return [name for name in ("most", "most_percent") if getattr(spec, name) is not None]


def _pieces(spec: CouponSpec) -> Iterator[_Fault]:
    for name in dict.fromkeys(field.partition(".")[0] for field in goods_faults(as_discount(spec))):
        words = "coupon `{coupon}`: `{field}` contradicts itself, or leaves nothing to take off"
        yield name, words, {"field": name}


def _voucher(spec: CouponSpec) -> Iterator[_Fault]:
    """A voucher of value is money: it pays for anything, until it is empty."""
    if not spec.value:
        if spec.sold is not None:
            yield "sold", "coupon `{coupon}`: tills sell vouchers of value alone: it needs `value`", {}
        return
    yield from _sold(spec)
    for name in ("categories", "uses", "per_member", "per_member_day", "reusable"):
        if getattr(spec, name) != _PLAIN[name]:
            words = "coupon `{coupon}`: a voucher of value pays for anything until it is empty: `{field}` means nothing"
            yield name, words, {"field": name}
    if spec.value > MOST_VALUE:
        yield "value", "coupon `{coupon}`: no voucher is worth more than {most}", {"most": f"{MOST_VALUE:,}"}


def _sold(spec: CouponSpec) -> Iterator[_Fault]:
    """What tills sell it for can be sold."""
    sold = spec.sold
    if sold is None:
        return
    if not sold.least <= sold.most <= MOST_VALUE or sold.most == 0:
        words = "coupon `{coupon}`: `sold` from {least} to {most}: nothing can be paid for it"
        yield "sold", words, {"least": sold.least, "most": sold.most}
    if any(not max(1, sold.least) <= amount <= sold.most for amount in sold.amounts):
        words = "coupon `{coupon}`: an amount that tills offer is not between `least` and `most`"
        yield "sold.amounts", words, {}


def _uses(spec: CouponSpec) -> Iterator[_Fault]:
    for name in ("uses", "per_member", "per_member_day"):
        if getattr(spec, name) is not None and getattr(spec, name) < 1:
            yield name, "coupon `{coupon}`: `{field}` of 0: it can never be used", {"field": name}
    both = spec.per_member is not None and spec.per_member_day is not None
    if both and (spec.per_member or 0) <= (spec.per_member_day or 0):
        words = "coupon `{coupon}`: no more a day than in all: `per_member_day` has no effect"
        yield "per_member_day", words, {}
    for day in spec.weekdays:
        if not 1 <= day <= 7:
            yield "weekdays", "coupon `{coupon}`: there is no day {day}: 1 is Monday, 7 is Sunday", {"day": day}


def _validity(campaign: Campaign, spec: CouponSpec) -> Iterator[_Fault]:
    if spec.valid_days is not None and spec.valid_days < 1:
        words = "coupon `{coupon}`: `valid_days` {days}: the day on which it is given is the first of them"
        yield "valid_days", words, {"days": spec.valid_days}
    if spec.from_ is not None and spec.until is not None and spec.until < spec.from_:
        yield "until", "coupon `{coupon}`: {until} is before {since}", {"until": spec.until, "since": spec.from_}
    open_end = spec.until is None and spec.valid_days is None and bool(campaign.phases)
    if spec.from_ is not None and open_end and spec.from_ > campaign.ends.date():
        words = "coupon `{coupon}`: it begins on {since}, after the campaign ends: it needs `until` or `valid_days`"
        yield "from", words, {"since": spec.from_}
    if spec.until is not None and campaign.phases and spec.until < campaign.starts.date():
        words = "coupon `{coupon}`: it ends on {until}, before the campaign begins on {starts}"
        yield "until", words, {"until": spec.until, "starts": campaign.starts.date()}
