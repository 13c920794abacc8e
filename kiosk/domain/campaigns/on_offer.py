"""What rules take off goods now, for somebody who has no basket yet: everything that a rule asks of the time, the place
and the member holds, and what it asks of goods and payment is for the customer to see to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import NamedTuple

from kiosk.domain.campaigns.compiled import CompiledCampaign, CompiledRule
from kiosk.domain.campaigns.conditions import Case, compile_conditions
from kiosk.domain.campaigns.coupons import windows
from kiosk.domain.campaigns.discounts import deal_of
from kiosk.domain.campaigns.gives import Discount
from kiosk.domain.campaigns.happenings import Happening
from kiosk.domain.campaigns.model import Conditions, Rule
from kiosk.domain.campaigns.shared import Shared, stock_key
from kiosk.domain.campaigns.state import MemberState
from kiosk.domain.coupons.model import Benefit, BenefitKind, CouponTemplate
from kiosk.domain.texts import LocalText

_ALWAYS = datetime(1971, 1, 1, tzinfo=UTC), datetime(9999, 1, 1, tzinfo=UTC)


class OnOffer(NamedTuple):
    """`rule`: campaign/rule; `kind`: what it takes off, as a coupon's kind says it; `pay`: ways to pay of which it asks
    for one; `called`: articles by their names, as far as the goods file has any."""

    rule: str
    campaign: LocalText
    name: LocalText
    kind: CouponTemplate
    pay: tuple[LocalText, ...] = ()
    called: Mapping[str, str] = {}


def on_offer(
    rules: Iterable[tuple[CompiledCampaign, CompiledRule]],
    happening: Happening,
    state: MemberState,
    shared: Shared,
    name: Callable[[str], str],
) -> Iterator[OnOffer]:
    """Those of `rules` that are on for the member of `happening` (a BASKET of nothing). Public codes are not told, and
    what points pay is no offer. `name`: of an article, "" where nobody knows."""
    for campaign, rule in rules:
        give, said = rule.discount, campaign.edition.campaign
        if give is None or give.for_points or any(getattr(part, "code", ()) for part in rule.rule.if_.parts):
            continue
        case = Case(happening, state, campaign.start, said.segments)
        bare = replace(
            rule.rule.if_, amount=None, categories=None, items=None, pay=(), any_of=(), all_of=(), score=None
        )
        judges = (*campaign.judges, *compile_conditions(bare, said))
        if all(judge(case).ok for judge in judges) and _left(rule, give, said.id, case, shared):
            kind = _kind(rule.key, rule.rule, give)
            ways = {one.id: one.name for one in said.payments}
            pay = tuple(ways.get(one, LocalText(one, one, one)) for one in rule.rule.if_.pay)
            assert kind.deal is not None
            named = {one for reach in kind.deal.reaches for one in (*(reach.items or ()), *reach.except_items)}
            called = {one: found for one in sorted(named) if (found := name(one))}
            yield OnOffer(rule.key, said.name, rule.rule.name, kind, pay, called)


def _left(rule: CompiledRule, give: Discount, campaign: str, case: Case, shared: Shared) -> bool:
    """Whether limits and stock leave anything of it."""
    if give.stock is not None:
        key = shared.pool_key(case.happening.device, stock_key(campaign, give.stock))
        if shared.pools.get(key, 0) <= 0:
            return False
    mine = all(case.state.counters.get(one.key(case), 0) < one.most for one in rule.member_limits)
    return mine and all(one.left(one.key(case, shared), shared) > 0 for one in rule.shared_limits)


def _kind(key: str, rule: Rule, give: Discount) -> CouponTemplate:
    if_: Conditions = rule.if_
    goods = if_.categories.any if if_.categories is not None else ()
    deal = deal_of(give)
    if goods and deal.everywhere:
        deal = replace(deal, reach=replace(deal.reach, categories=goods))
    return CouponTemplate(
        id=key,
        name=rule.name,
        campaign="",
        benefit=Benefit(BenefitKind.DEAL, off=give.off, rate_bp=give.percent),
        valid_from=_ALWAYS[0],
        valid_until=_ALWAYS[1],
        min_spend=if_.amount.at_least if if_.amount is not None else 0,
        hours=windows(if_.weekdays, if_.times),
        stacks_with=("*",),
        deal=deal,
    )
