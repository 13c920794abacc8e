"""Why: for a sale, or for what is about to be one, every rule with the conditions that were looked at and what decided.

A sale of the past is judged again as the rules and the member stood then; what was given is what the journal says.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from kiosk.application.campaigns.check_views import check_view
from kiosk.application.campaigns.histories import Campaigns
from kiosk.application.campaigns.outcomes import RewardView, RuleExplained
from kiosk.application.campaigns.reward_views import plain, reward_views, rule_name
from kiosk.application.context import Context
from kiosk.application.members.outcomes import MemberView
from kiosk.application.members.views import member_view
from kiosk.application.ports.ledger import LedgerTx
from kiosk.application.ports.sales import StoredSale
from kiosk.application.sales.find import sale_of_receipt
from kiosk.application.sales.outcomes import Explained, Visit
from kiosk.application.sales.views import sale_lines
from kiosk.domain.campaigns.facts import decision_in
from kiosk.domain.campaigns.happenings import Happening, HappeningKind
from kiosk.domain.campaigns.offers import USE_POINTS
from kiosk.domain.campaigns.rewards import Check, Decision, Outcome, Reward, RewardKind, RuleTrace
from kiosk.domain.refusals import Refusal, RefusalCode
from kiosk.domain.sales.facts import SALE_COMPLETED, offers_in
from kiosk.domain.time import instant

_ORDER = {
    Outcome.GRANTED: 0,
    Outcome.SUBSTITUTED: 1,
    Outcome.COUNTED: 2,
    Outcome.LIMIT: 3,
    Outcome.GONE: 4,
    Outcome.NOT_MET: 5,
}
MOST_HAPPENINGS = 10
"""Happenings of a member that are explained, the newest first."""


def explain_visit(context: Context, tx: LedgerTx, visit: Visit) -> Explained:
    """Why the visit costs, and would bring, what its quote says."""
    campaigns = context.campaigns(tx)
    decisions: list[Decision] = []
    in_price = {rule: off for rule, off, _pieces in visit.quote.offers}
    if campaigns.running:
        basket = visit.basket()
        decisions.append(_priced(campaigns.ask(campaigns.priced(basket)), in_price))
        if basket.member:
            decisions.append(campaigns.ask(campaigns.bought(basket, visit.quote.total, visit.quote.paid_for)))
    return Explained(
        title="",
        kind=str(HappeningKind.PURCHASED),
        at=instant(campaigns.now_ms),
        rules=_rules(campaigns, decisions),
        price=visit.quote.lines,
        left_out=visit.quote.left_out,
    )


def _priced(decision: Decision, in_price: Mapping[str, int]) -> Decision:
    """What the rules would take off, with what the price made of it: a discount may be left out for a better one.
    `in_price`: campaign/rule → minor units."""
    traces = []
    for trace in decision.trace:
        key = f"{trace.campaign}/{trace.rule}"
        if key in in_price:
            check = Check("in_price", True, in_price[key])
            trace = trace._replace(outcome=Outcome.GRANTED, checks=(*trace.checks, check))
        elif trace.outcome is Outcome.GRANTED:
            check = Check("in_price", False, 0)
            trace = trace._replace(outcome=Outcome.NOT_MET, checks=(*trace.checks, check), rewards=())
        traces.append(trace)
    rewards = tuple(
        one._replace(quantity=in_price.get(f"{one.campaign}/{one.rule}", one.quantity)) for one in decision.rewards
    )
    return decision._replace(trace=tuple(traces), rewards=rewards)


def explain_sale(context: Context, tx: LedgerTx, txn: str) -> Explained | Refusal:
    """Why a sale cost and brought what it did. One that was voided is in nobody's history any more: of that, what the
    journal says it had brought."""
    sale = tx.sale(txn)
    if sale is None:
        return Refusal(RefusalCode.SALE_UNKNOWN)
    campaigns = context.campaigns(tx)
    member = str(sale.document.get("member") or "")
    happening = f"{campaigns.identity.device}/{sale.hlc:x}"
    voided = sale.voided_at_ms is not None
    rules: tuple[RuleExplained, ...] = ()
    if campaigns.running:
        judged = [] if voided else _judged(campaigns, sale, member, happening)
        rules = _had_brought(tx, campaigns, sale, member, happening) if voided else _rules(campaigns, judged)
    return Explained(
        title=str(sale.document["receipt"]),
        kind=str(HappeningKind.PURCHASED),
        at=instant(sale.at_ms),
        rules=rules,
        facts=tuple(_facts(tx, campaigns, sale, member, happening)),
        price=sale_lines(sale.document),
        voided=voided,
    )


def _had_brought(
    tx: LedgerTx, campaigns: Campaigns, sale: StoredSale, member: str, happening: str
) -> tuple[RuleExplained, ...]:
    """The rules in a sale's price, and those that gave something for it before it was undone."""
    priced = [(line.rule, line.off) for line in offers_in(sale.document)]
    given: dict[tuple[str, str], list[Reward]] = {}
    for fact in tx.member_facts(member) if member else ():
        decided = decision_in(fact)
        if decided is not None and (decided.happening == happening or decided.happening.startswith(f"{happening}+")):
            for reward in decided.rewards():
                given.setdefault((reward.campaign, reward.rule), []).append(reward)
    checks: dict[tuple[str, str], tuple[Check, ...]] = dict.fromkeys(given, ())
    for name, off in priced:
        campaign, _, rule = name.partition("/")
        checks[campaign, rule] = (Check("in_price", True, off),)
    traces = [RuleTrace(*rule, Outcome.GRANTED, found) for rule, found in checks.items()]
    return tuple(
        _rule(campaigns, trace, reward_views(campaigns, given.get((trace.campaign, trace.rule), ()), None))
        for trace in traces
    )


def _judged(campaigns: Campaigns, sale: StoredSale, member: str, happening: str) -> list[Decision]:
    """The goods as they were priced, the purchase, and what followed from it. Stock and totals are those of now."""
    document = sale.document
    amount, by_points = int(document["amount"]), any(line.points for line in sale_lines(document))

    def basket(bought: Happening) -> Happening:
        detail = {**bought.detail, USE_POINTS: by_points}
        return bought._replace(id="asked", kind=HappeningKind.BASKET, amount=amount, offers=(), detail=detail)

    in_price = {offer.rule: offer.off for offer in offers_in(document)}
    found = []
    for one, decision in campaigns.fold.reasons(member, happening, basket) if member else ():
        if one.kind is HappeningKind.BASKET:
            decision = _priced(decision, in_price)
        elif one.kind is HappeningKind.PURCHASED:  # its discounts have been explained
            traces = (trace for trace in decision.trace if f"{trace.campaign}/{trace.rule}" not in in_price)
            decision = decision._replace(trace=tuple(traces))
        found.append(decision)
    return found


def find_explained(context: Context, tx: LedgerTx, text: str) -> tuple[MemberView | None, tuple[Explained, ...]] | None:
    """Why, for whatever somebody names: a sale by its transaction id or receipt, or a member by id or card number,
    who comes first then, as they stand now. None when nothing is known by that name."""
    text = text.strip()
    sale = tx.sale(text) or sale_of_receipt(tx, text)
    if sale is not None:
        found = explain_sale(context, tx, sale.txn)
        return None if isinstance(found, Refusal) else (None, (found,))
    row = context.reference.member(text) or context.reference.member_by_card(text)
    if row is None:
        return None
    campaigns = context.campaigns(tx)
    zone, state = campaigns.store.zone, campaigns.view(row.id)
    return member_view(row, (), context.now(), zone, proven=False, state=state), explain_member(context, tx, row.id)


def explain_member(context: Context, tx: LedgerTx, member: str) -> tuple[Explained, ...]:
    """What happened to a member last, and why it brought what it brought; the newest first."""
    campaigns = context.campaigns(tx)
    if not campaigns.running:
        return ()
    found = []
    happened = [
        happening for happening in campaigns.fold.happenings(member) if happening.order[0]
    ]  # not what HQ's row says
    for happening in reversed(happened[-MOST_HAPPENINGS:]):
        judged = campaigns.fold.reasons(member, happening.id)
        decisions = [decision for _happening, decision in judged]
        found.append(
            Explained(
                _receipt(tx, happening.txn), str(happening.kind), instant(happening.at), _rules(campaigns, decisions)
            )
        )
    return tuple(found)


def _receipt(tx: LedgerTx, txn: str) -> str:
    """The receipt of a sale of this terminal; nothing for what has none: a transaction's id says nothing to people."""
    sale = tx.sale(txn) if txn else None
    return str(sale.document.get("receipt", "")) if sale is not None else ""


def _facts(
    tx: LedgerTx, campaigns: Campaigns, sale: StoredSale, member: str, happening: str
) -> Iterator[tuple[str, str]]:
    device = campaigns.identity.device
    yield SALE_COMPLETED, f"{device}/{sale.epoch}/{sale.seq}"
    for fact in tx.member_facts(member) if member else ():
        decided = decision_in(fact)
        if decided is not None and decided.happening == happening:
            yield fact.kind, f"{device}/{fact.epoch}/{fact.seq}"


def _rules(campaigns: Campaigns, decisions: Iterable[Decision]) -> tuple[RuleExplained, ...]:
    """Rules of all decisions: those that reward first, then progress, then what stood in the way."""
    found = []
    for decision in decisions:
        by_id = {reward.id: reward for reward in decision.rewards}
        for trace in decision.trace:
            rewards = [by_id[name] for name in trace.rewards if name in by_id]
            discount = [reward for reward in rewards if reward.kind is RewardKind.DISCOUNT]
            views = reward_views(campaigns, rewards, None) or reward_views(campaigns, discount, None, discounts=True)
            found.append(_rule(campaigns, trace, views))
    return tuple(sorted(found, key=lambda rule: _ORDER[rule.outcome]))


def _rule(campaigns: Campaigns, trace: RuleTrace, rewards: tuple[RewardView, ...]) -> RuleExplained:
    campaign = campaigns.campaign(trace.campaign)
    whole = trace.rule == "*"
    return RuleExplained(
        campaign=campaign.name if campaign else plain(trace.campaign),
        rule=None if whole else rule_name(campaigns, campaign, trace.rule) if campaign else plain(trace.rule),
        rule_id=trace.campaign if whole else f"{trace.campaign}/{trace.rule}",
        outcome=trace.outcome,
        checks=tuple(check_view(campaigns, campaign, check) for check in trace.checks),
        rewards=rewards,
    )
