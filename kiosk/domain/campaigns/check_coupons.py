"""What is wrong with a campaign's coupons: fields that contradict each other, or of which nothing would follow."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.domain.campaigns.findings import Finding, error
from kiosk.domain.campaigns.model import Campaign
from kiosk.domain.campaigns.things import CouponSpec

_EVERYTHING = 10_000
_Fault = tuple[str, str, dict[str, object]]
"""A field, what is wrong with it, and the names in that sentence."""


def coupon_findings(campaign: Campaign) -> Iterator[Finding]:
    """Each coupon takes off one thing, in one way, and is good for a day at least."""
    for index, spec in enumerate(campaign.coupons):
        path = f"coupons[{index}]"
        for name, words, args in (*_benefit(spec), *_validity(campaign, spec)):
            yield error("no_meaning", f"{path}.{name}" if name else path, words, coupon=spec.id, **args)


def _benefit(spec: CouponSpec) -> Iterator[_Fault]:
    ways = [name for name in ("off", "percent", "gift") if getattr(spec, name)]
    if not ways:
        words = "coupon `{coupon}`: it takes nothing off and gives nothing: it needs `off`, `percent` or `gift`"
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
    if spec.most is not None and not spec.percent:
        yield "most", "coupon `{coupon}`: `most` bounds a `percent`", {}
    if spec.percent and spec.most == 0:
        yield "most", "coupon `{coupon}`: `most` of 0: it takes nothing off", {}
    if spec.each and not (spec.off and spec.spend):
        yield "each", "coupon `{coupon}`: `each` needs the `spend` for which `off` is given", {}


def _validity(campaign: Campaign, spec: CouponSpec) -> Iterator[_Fault]:
    if spec.valid_days is not None and spec.valid_days < 1:
        words = "coupon `{coupon}`: `valid_days` {days}: the day on which it is given is the first of them"
        yield "valid_days", words, {"days": spec.valid_days}
    if spec.until is not None and campaign.phases and spec.until < campaign.starts.date():
        words = "coupon `{coupon}`: it ends on {until}, before the campaign begins on {starts}"
        yield "until", words, {"until": spec.until, "starts": campaign.starts.date()}
