"""What can be wrong with groups of conditions (`any_of`, `all_of`) and with ways to pay."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

from kiosk.domain.campaigns.check_names import unknown
from kiosk.domain.campaigns.codes import LONGEST, SHORTEST, may_be_one
from kiosk.domain.campaigns.model import Campaign, Categories, Conditions, Group, Items, Rule, Spent, Trigger
from kiosk.domain.findings import Finding, error, warning

_PAID = frozenset(
    {
        *(Trigger.BASKET, Trigger.PURCHASED, Trigger.FIRST_PURCHASE, Trigger.SPEND_REACHED, Trigger.PIECES_REACHED),
        Trigger.CAME_BACK,
    }
)


def condition_findings(campaign: Campaign, rule: Rule, path: str) -> Iterator[Finding]:
    """What is wrong with a rule's conditions, of a rule that stands at `path` of the file."""
    if_, paid = rule.if_, rule.when.event in _PAID
    for name in ("any_of", "all_of"):
        groups: tuple[Group, ...] = getattr(if_, name)
        if len(groups) == 1:
            words = "rule `{rule}`: `{name}` of one group is that group: write it without `{name}`"
            yield warning("no_choice", f"{path}.if.{name}", words, rule=rule.id, name=name)
        for index, group in enumerate(groups):
            at = f"{path}.if.{name}[{index}]"
            if group == Group():
                yield error("empty_group", at, "rule `{rule}`: a group without a condition always holds", rule=rule.id)
            yield from _group(rule, group, at)
    yield from _codes(rule, path, paid)
    parts: list[tuple[str, Conditions | Group]] = [("if", if_), *_groups(if_)]
    for at, one in parts:
        for index, pay in enumerate(one.pay):
            if not paid:
                words = "rule `{rule}`: nobody pays at `{event}`"
                yield error("no_meaning", f"{path}.{at}.pay[{index}]", words, rule=rule.id, event=rule.when.event)
            elif campaign.payments and pay not in {payment.id for payment in campaign.payments}:
                known = [payment.id for payment in campaign.payments]
                yield unknown("payment", pay, known, f"{path}.{at}.pay[{index}]")
        yield from _contradictions(rule, one, f"{path}.{at}")


def _codes(rule: Rule, path: str, paid: bool) -> Iterator[Finding]:
    for index, code in enumerate(rule.if_.code):
        at = f"{path}.if.code[{index}]"
        if not paid:
            yield error(
                "no_meaning", at, "rule `{rule}`: nobody gives a code at `{event}`", rule=rule.id, event=rule.when.event
            )
        if not may_be_one(code):
            words = (
                "rule `{rule}`: `{code}` is no code: {shortest} to {longest} letters and digits, a letter among them"
            )
            limits = {"shortest": SHORTEST, "longest": LONGEST}
            yield error("bad_code", at, words, rule=rule.id, code=code, **limits)
    if rule.if_.code and not rule.limits:
        words = "rule `{rule}`: whoever knows the code uses it as often as they like: without `limits` it has no end"
        yield warning("open_code", f"{path}.if.code", words, rule=rule.id)


def _groups(if_: Conditions) -> Iterator[tuple[str, Group]]:
    for name in ("any_of", "all_of"):
        for index, group in enumerate(getattr(if_, name)):
            yield f"if.{name}[{index}]", group


def _group(rule: Rule, group: Group, at: str) -> Iterator[Finding]:
    """What `check_rules` says of a rule's own conditions, for a group's."""
    spent = group.amount
    if spent is not None and spent.at_most is not None and spent.at_most < spent.at_least:
        words = "rule `{rule}`: at most less than at least"
        yield error("empty_range", f"{at}.amount", words, rule=rule.id)
    for span in group.dates:
        if span.until < span.since:
            words = "rule `{rule}`: {until} is before {since}"
            yield error("empty_range", f"{at}.dates", words, rule=rule.id, until=span.until, since=span.since)
    for name, last in (("weekdays", 7), ("month_days", 31)):
        for day in getattr(group, name):
            if not 1 <= day <= last:
                words = "rule `{rule}`: there is no day {day}"
                yield error("never", f"{at}.{name}", words, rule=rule.id, day=day)


def _contradictions(rule: Rule, one: Conditions | Group, at: str) -> Iterator[Finding]:
    """Goods that are wanted and left out at once, and what is left out of nothing."""
    for field in fields(one):
        asked = getattr(one, field.name)
        if isinstance(asked, Categories) and (both := sorted(set(asked.any) & set(asked.except_.categories))):
            words = "rule `{rule}`: `{name}` is wanted and left out at once"
            yield error("never", f"{at}.{field.name}.except", words, rule=rule.id, name=both[0])
        if isinstance(asked, Items) and not asked.any and asked.count < 2:
            words = "rule `{rule}`: any piece at all: name the articles, or how many pieces (`count`)"
            yield error("no_effect", f"{at}.{field.name}", words, rule=rule.id)
        if isinstance(asked, Spent) and asked.at_most == 0 and asked.at_least == 0:
            words = "rule `{rule}`: goods for nothing at all"
            yield error("never", f"{at}.{field.name}", words, rule=rule.id)
