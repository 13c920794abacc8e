"""What a new version of a campaign file changes in what members have used already."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.domain.campaigns.limit_keys import limit_id
from kiosk.domain.campaigns.model import Campaign
from kiosk.domain.findings import Finding, error, warning


def version_findings(before: Campaign, campaign: Campaign) -> Iterator[Finding]:
    """`before`: the version that runs now."""
    if before.id != campaign.id:
        words = "this is `{id}`, and the file before it `{before}`: not two versions of one campaign"
        yield error("other_campaign", "id", words, id=campaign.id, before=before.id)
        return
    if campaign.version <= before.version and campaign != before:
        words = "the file has changed and its version has not grown: it was {before}, and is {version}"
        yield error("version", "version", words, before=before.version, version=campaign.version)
    if campaign.currency != before.currency:
        words = "the currency was {before}: amounts that were counted would mean another money"
        yield error("currency", "currency", words, before=before.currency)
    old = {rule.id: rule for rule in before.rules}
    for index, rule in enumerate(campaign.rules):
        known = {limit_id(limit) for limit in old[rule.id].limits} if rule.id in old else set()
        mine = {limit_id(limit) for limit in rule.limits}
        gone = sorted(known - mine)
        for place, limit in enumerate(rule.limits):
            if limit_id(limit) not in known and gone:
                words = "the limit counted as `{old}`, now as `{new}`: what was used is forgotten. Give it an `id`"
                path = f"rules[{index}].limits[{place}]"
                yield warning("limit_moved", path, words, old=gone[0], new=limit_id(limit))
        if gone and not mine:
            words = "the limit `{old}` is gone: the reward is no longer limited"
            yield warning("limit_gone", f"rules[{index}]", words, old=gone[0])
    now = {rule.id for rule in campaign.rules}
    for name in (rule.id for rule in before.rules if rule.id not in now):
        yield warning("rule_gone", "rules", "the rule `{rule}` is gone; what it counted is forgotten", rule=name)
