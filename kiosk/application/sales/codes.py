"""Public codes of campaigns at the till: typed or scanned, by anybody, as often as they like."""

from __future__ import annotations

from dataclasses import replace

from kiosk.application.campaigns.check_views import check_view
from kiosk.application.campaigns.histories import Campaigns
from kiosk.application.campaigns.outcomes import CheckView
from kiosk.application.context import Context
from kiosk.application.ports.ledger import LedgerTx
from kiosk.application.sales.outcomes import CodeRead, Visit
from kiosk.application.sales.price import price_visit
from kiosk.domain.campaigns.codes import LONGEST, MOST, may_be_one, rules_of, same
from kiosk.domain.campaigns.localtime import minutes, shown
from kiosk.domain.campaigns.model import Campaign, Rule, Trigger
from kiosk.domain.campaigns.rewards import Outcome
from kiosk.domain.refusals import ArgValue, Refusal, RefusalCode

_GOODS = frozenset({"amount", "categories", "items", "nothing_to_give", "pay"})
"""What may still come."""
_Found = tuple[Campaign, Rule]


def typed_code(context: Context, tx: LedgerTx, visit: Visit, text: str) -> CodeRead | Refusal | None:
    """What a text means as a public code; None where it can be none, or no campaign here has codes. Ones that
    nobody made may be tried so often a minute; then nothing is looked up, and nothing journalled."""
    if len(text) > 4 * LONGEST or not may_be_one(text):
        return None
    campaigns = context.campaigns(tx)
    known = [row for edition in campaigns.engine.editions for row in _of(campaigns, edition.campaign)]
    if not known:
        return None
    mono = context.clock.mono_ms()
    wait = context.promo_tries.wait_ms(mono)
    if wait:
        return Refusal(RefusalCode.PROMO_TOO_OFTEN, {"seconds": -(-wait // 1000)})
    answer = _judged(context, campaigns, visit, same(text), known, text)
    if isinstance(answer, Refusal) and answer.code is RefusalCode.PROMO_UNKNOWN:  # others are no guesses
        context.promo_tries.failed(mono)
    return answer


def _of(campaigns: Campaigns, campaign: Campaign) -> tuple[tuple[str, Rule, Campaign], ...]:
    return campaigns.cached("codes", campaign, lambda one: tuple((code, rule, one) for code, rule in rules_of(one)))


def _judged(
    context: Context,
    campaigns: Campaigns,
    visit: Visit,
    code: str,
    known: list[tuple[str, Rule, Campaign]],
    text: str,
) -> CodeRead | Refusal:
    found = [(campaign, rule) for name, rule, campaign in known if name == code]
    if not found:
        return Refusal(RefusalCode.PROMO_UNKNOWN, {"read": text.strip()[:LONGEST]})
    if code in visit.codes:
        return Refusal(RefusalCode.ALREADY_IN_SALE)
    running = [one for one in found if one[0] in campaigns.in_force() and _outside(campaigns, one[0]) is None]
    if not running:
        outside = _outside(campaigns, found[-1][0])
        return outside if outside is not None else Refusal(RefusalCode.CAMPAIGN_OVER)
    visit = price_visit(context, campaigns.tx, replace(visit, codes=(*visit.codes, code)[-MOST:]))
    taken = {line.coupon for line in visit.quote.lines}
    first = next((one for one in running if f"{one[0].id}/{one[1].id}" in taken), running[0])
    why = None if f"{first[0].id}/{first[1].id}" in taken else _why_not(campaigns, visit, first)
    return CodeRead(visit, first[1].name, why)


def _outside(campaigns: Campaigns, campaign: Campaign) -> Refusal | None:
    """The campaign has not begun, or is over."""
    if campaigns.wall < minutes(campaign.starts):
        return Refusal(RefusalCode.CAMPAIGN_NOT_STARTED, _at(campaigns, "until", minutes(campaign.starts)))
    if campaigns.wall >= minutes(campaign.ends):
        return Refusal(RefusalCode.CAMPAIGN_OVER, _at(campaigns, "since", minutes(campaign.ends)))
    return None


def _at(campaigns: Campaigns, name: str, wall: int) -> dict[str, ArgValue]:
    return {name: shown(wall).replace(tzinfo=campaigns.zone)}


def _why_not(campaigns: Campaigns, visit: Visit, found: _Found) -> CheckView | None:
    """What of a rule is not met, where more goods would not change it. A rule for purchases is asked when it is one."""
    campaign, rule = found
    if rule.when.event is not Trigger.BASKET:
        return None
    for trace in campaigns.ask(campaigns.priced(visit.basket())).trace:
        if (trace.campaign, trace.rule) != (campaign.id, rule.id) or trace.outcome is Outcome.GRANTED:
            continue
        check = trace.checks[-1] if trace.checks else None
        if check is not None and check.code not in _GOODS:
            return check_view(campaigns, campaign, check)
    return None
