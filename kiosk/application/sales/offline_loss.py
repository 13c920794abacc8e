"""What this terminal may lose while HQ is out of reach: said before it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kiosk.application.context import Context, here
from kiosk.application.ports.ledger import LedgerTx
from kiosk.application.sales.rights import rights_usable
from kiosk.domain.campaigns.gives import Discount
from kiosk.domain.campaigns.localtime import minutes
from kiosk.domain.coupons.model import BenefitKind, CouponTemplate, OfflinePolicy
from kiosk.domain.sales.offline_loss import OfflineRule, rule_of_coupons, rule_of_points


@dataclass(frozen=True, slots=True)
class OfflineLoss:
    """What a manager may accept without HQ, the largest loss first. `refused`: how many kinds of coupons are not
    accepted without a right, whoever asks."""

    rules: tuple[OfflineRule, ...] = ()
    refused: int = 0

    @property
    def total(self) -> int:
        """Minor units at most."""
        return sum(rule.loss for rule in self.rules)


def offline_loss(context: Context, tx: LedgerTx) -> OfflineLoss:
    """By what the journal and HQ's rows say now."""
    templates = list(_in_use(context, tx))
    rules = [*_of_coupons(context, tx, templates), *_of_points(context, tx)]
    refused = sum(template.offline is OfflinePolicy.REFUSE for template in templates)
    return OfflineLoss(tuple(sorted(rules, key=lambda rule: -rule.loss)), refused)


def _in_use(context: Context, tx: LedgerTx) -> Iterator[CouponTemplate]:
    """Kinds of coupons that can be redeemed here now, or later."""
    _identity, store = here(context, tx)
    now = context.now()
    over = {one.id for one in context.reference.campaigns() if one.withdrawn or one.ends <= now}
    for one in context.reference.templates():
        here_too = one.stores is None or store.id in one.stores
        known = one.benefit.kind is not BenefitKind.UNKNOWN
        if here_too and known and not one.withdrawn and now < one.valid_until and one.campaign not in over:
            yield one


def _of_coupons(context: Context, tx: LedgerTx, templates: list[CouponTemplate]) -> Iterator[OfflineRule]:
    accepted = {one.id: one for one in templates if one.offline is OfflinePolicy.ACCEPT_WITH_MANAGER}
    rights = tx.rights() if rights_usable(context, tx) else {}
    used_here = {template: tx.uses_by_coupon(template) for template in accepted}
    coupons: dict[str, list[tuple[int, int]]] = {template: [] for template in accepted}
    for template, coupon, told in context.reference.outstanding(accepted, context.now()):
        used, right = used_here[template].get(coupon, 0), rights.get(coupon)
        # HQ may have told of the uses here already: the larger number is sure
        coupons[template].append((max(told, used), max(0, right.uses - used) if right is not None else 0))
    for template, found in coupons.items():
        rule = rule_of_coupons(accepted[template], found)
        if rule is not None:
            yield rule


def _of_points(context: Context, tx: LedgerTx) -> Iterator[OfflineRule]:
    campaigns = context.campaigns(tx)
    members: int | None = None
    for campaign in campaigns.in_force():
        if minutes(campaign.ends) <= campaigns.wall:
            continue
        for rule in campaign.rules:
            for give in rule.give:
                if not isinstance(give, Discount) or not give.offline_limit:
                    continue
                members = context.reference.members_with_points() if members is None else members
                found = rule_of_points(rule.name, give, members)
                if found is not None:
                    yield found
