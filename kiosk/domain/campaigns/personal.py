"""What in a rule asks who buys, and so has nothing for a customer without a member's card."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

from kiosk.domain.campaigns.gives import Discount
from kiosk.domain.campaigns.model import Conditions, Group, Rule, Trigger, Whom
from kiosk.domain.campaigns.scopes import Scope

_OF_THE_GOODS = frozenset(
    {
        *("amount", "categories", "items", "pay", "code", "phases", "stores", "channels"),
        *("dates", "weekdays", "month_days", "times", "score", "any_of", "all_of"),
    }
)
_PERSONS = (Scope.MEMBER, Scope.HOUSEHOLD)


def asks_who(rule: Rule) -> Iterator[str]:
    """Places in a rule that ask who buys: `if.tiers`, `limits[0].per`, `give`."""
    yield from (f"if.{name}" for name in of_member(rule.if_))
    if rule.if_.any_of and all(any(of_member(group)) for group in rule.if_.any_of):
        yield "if.any_of"
    for index, group in enumerate(rule.if_.all_of):
        yield from (f"if.all_of[{index}].{name}" for name in of_member(group))
    for index, limit in enumerate(rule.limits):
        if any(scope in limit.per for scope in _PERSONS):
            yield f"limits[{index}].per"
    if any(isinstance(give, Discount) and give.for_points for give in rule.give):
        yield "give"


def only_for_members(rule: Rule) -> bool:
    """Whether a rule has nothing for somebody without a card: because it asks who buys, or because goods are priced and
    it says so."""
    return any(asks_who(rule)) or (rule.when.event is Trigger.BASKET and rule.for_ is Whom.MEMBERS)


def of_member(if_: Conditions | Group) -> Iterator[str]:
    """Conditions among these that ask who buys."""
    for field in fields(if_):
        if field.name not in _OF_THE_GOODS and getattr(if_, field.name) != field.default:
            yield field.name
