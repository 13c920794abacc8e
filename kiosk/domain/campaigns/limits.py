"""Limits: how often a rule may give, counted by member, household, device, clerk, store and stretch of time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kiosk.domain.campaigns.birthdays import birthday_distance
from kiosk.domain.campaigns.conditions import Case
from kiosk.domain.campaigns.limit_keys import in_order, limit_id, limit_key
from kiosk.domain.campaigns.localtime import calendar
from kiosk.domain.campaigns.model import Limit, Rule, Trigger
from kiosk.domain.campaigns.scopes import Measure, Scope
from kiosk.domain.campaigns.shared import Shared

_Part = Callable[[Case], str]


@dataclass(frozen=True, slots=True)
class MemberLimit:
    """Counts in the member's own state."""

    base: str
    parts: tuple[_Part, ...]
    most: int
    code: str
    measure: Measure = Measure.REWARDS

    def key(self, case: Case) -> str:
        """The counter for this happening."""
        return self.base + "".join(part(case) for part in self.parts)


@dataclass(frozen=True, slots=True)
class SharedLimit:
    """Counts across members; `leased`: by leases."""

    base: str
    parts: tuple[_Part, ...]
    most: int
    code: str
    leased: bool
    measure: Measure = Measure.REWARDS

    def key(self, case: Case, shared: Shared) -> str:
        """The count or pool for this happening."""
        name = self.base + "".join(part(case) for part in self.parts)
        return shared.pool_key(case.happening.device, name) if self.leased else name

    def left(self, key: str, shared: Shared) -> int:
        """How many more."""
        return shared.pools.get(key, 0) if self.leased else self.most - shared.counts.get(key, 0)


def compile_limits(rule: Rule, campaign: str) -> tuple[tuple[MemberLimit, ...], tuple[SharedLimit, ...]]:
    """The rule's limits, and those that its trigger brings along."""
    members: list[MemberLimit] = []
    shared: list[SharedLimit] = []
    for limit in _distinct(rule.limits):
        base = limit_key(campaign, rule.id, limit)
        parts = tuple(_PARTS[scope] for scope in in_order(limit.per) if scope is not Scope.MEMBER)
        if Scope.MEMBER in limit.per:
            members.append(MemberLimit(base, parts, limit.bound, _code(limit), limit.measure))
        else:
            # only totals are shared out; what counts by day or store is counted, like what counts by household
            shared.append(SharedLimit(base, parts, limit.bound, _code(limit), not limit.per, limit.measure))
    once = _ONCE.get(rule.when.event)
    if once is not None:
        members.append(MemberLimit(f"once:{campaign}/{rule.id}", (once,), 1, "limit.once"))
    return tuple(members), tuple(shared)


def _distinct(limits: Sequence[Limit]) -> list[Limit]:
    """Of two limits that count under one name (which `check` does not let pass) the smaller."""
    found: dict[tuple[str, tuple[Scope, ...]], Limit] = {}
    for limit in limits:
        name = limit_id(limit), tuple(in_order(limit.per))
        found[name] = min(limit, found.get(name, limit), key=lambda one: one.bound)
    return list(found.values())


def _code(limit: Limit) -> str:
    measure = () if limit.measure is Measure.REWARDS else (limit.measure.value,)
    by = tuple(scope.value for scope in limit.per) or ("total",)
    return ".".join(("limit", *by, *measure))


def _birthday_year(case: Case) -> str:
    """The year of the birthday that is near: one in the first days of January may be kept in December."""
    distance = birthday_distance(case.state.birthday, case.happening.day) or 0
    return f"@{calendar(case.happening.day - distance)[0]}"


def _last_purchase(case: Case) -> str:
    return f"@{case.state.purchases[-1][0] if case.state.purchases else case.state.registered}"


_ONCE: dict[Trigger, _Part] = {
    Trigger.BIRTHDAY: _birthday_year,
    Trigger.DORMANT: _last_purchase,
}

_PARTS: dict[Scope, _Part] = {
    # who lives together shares a phone; a member without one stands alone
    Scope.HOUSEHOLD: lambda case: f"@h:{case.state.household or case.state.id}",
    Scope.DEVICE: lambda case: f"@v:{case.happening.device}",
    Scope.CLERK: lambda case: f"@c:{case.happening.clerk}",
    Scope.STORE: lambda case: f"@s:{case.happening.store}",
    Scope.DAY: lambda case: f"@{case.happening.day}",
    Scope.WEEK: lambda case: f"@w{(case.happening.day - 1) // 7}",
    Scope.MONTH: lambda case: "@m{}-{}".format(*calendar(case.happening.day)[:2]),
    Scope.YEAR: lambda case: f"@y{calendar(case.happening.day)[0]}",
}
