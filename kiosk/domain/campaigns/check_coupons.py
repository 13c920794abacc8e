"""What is wrong with a campaign's coupons: fields that contradict each other, or of which nothing would follow."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.domain.campaigns.findings import Finding, error
from kiosk.domain.campaigns.model import Campaign
from kiosk.domain.campaigns.things import CouponSpec

_EVERYTHING = 10_000


def coupon_findings(campaign: Campaign) -> Iterator[Finding]:
    """Each coupon takes off one thing, in one way, and is good for a day at least."""
    for index, spec in enumerate(campaign.coupons):
        path = f"coupons[{index}]"
        for name, words in (*_benefit(spec), *_validity(campaign, spec)):
            yield error("no_meaning", f"{path}.{name}" if name else path, f"coupon `{spec.id}`: {words}")


def _benefit(spec: CouponSpec) -> Iterator[tuple[str, str]]:
    """(field, what is wrong with it)."""
    ways = [name for name in ("off", "percent", "gift") if getattr(spec, name)]
    if not ways:
        yield "", "it takes nothing off and gives nothing: it needs `off`, `percent` or `gift`"
    for other in ways[1:]:
        yield other, f"`{ways[0]}` and `{other}`: one of them; make two coupons for both"
    if spec.percent > _EVERYTHING:
        yield "percent", f"{spec.percent / 100:g} %: more than everything"
    if spec.percent and spec.spend:
        yield "spend", "`spend` is for `off`; a percentage from an amount on has `min_spend`"
    if spec.gift is not None and spec.spend:
        yield "spend", "`spend` is for `off`; a gift from an amount on has `min_spend`"
    if spec.most is not None and not spec.percent:
        yield "most", "`most` bounds a `percent`"
    if spec.percent and spec.most == 0:
        yield "most", "`most` of 0: it takes nothing off"
    if spec.each and not (spec.off and spec.spend):
        yield "each", "`each` needs the `spend` for which `off` is given"


def _validity(campaign: Campaign, spec: CouponSpec) -> Iterator[tuple[str, str]]:
    if spec.valid_days is not None and spec.valid_days < 1:
        yield "valid_days", f"`valid_days` {spec.valid_days}: the day on which it is given is the first of them"
    if spec.until is not None and campaign.phases and spec.until < campaign.starts.date():
        yield "until", f"it ends on {spec.until}, before the campaign begins on {campaign.starts.date()}"
