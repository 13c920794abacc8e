"""The names under which limits count.

A limit has an id: its own, or what it says it counts by ("member.day"; "total" without `per`; "member.day.points" and
"member.day.saved" where it counts points or money). Where it stands in the file, and how much it allows, is no part of
it. Rules that name the same `shared` count under that, whatever the rule. Programs before version 2 of
`rewards.decided` and `lease.changed` counted by the place in the rule's list; `newest_key` says under which name that
goes on.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from kiosk.domain.campaigns.scopes import Measure, Scope

if TYPE_CHECKING:
    from kiosk.domain.campaigns.model import Limit, Rule

_ORDER = {scope: place for place, scope in enumerate(Scope)}


def limit_id(limit: Limit) -> str:
    """The id of a limit within its rule; "~" and a name: that of all limits that share the name."""
    if limit.shared:
        return f"~{limit.shared}"
    by = scopes_id(limit.per)
    return limit.id or (by if limit.measure is Measure.REWARDS else f"{by}.{limit.measure}")


def limit_key(campaign: str, rule: str, limit: Limit) -> str:
    """The name under which it counts, without what it counts by."""
    return _key(campaign, rule, limit_id(limit))


def _key(campaign: str, rule: str, name: str) -> str:
    return f"limit:{campaign}/{name}" if name.startswith("~") else f"limit:{campaign}/{rule}/{name}"


def in_order(scopes: Iterable[Scope]) -> list[Scope]:
    """Scopes as they are in a key, however the file orders them."""
    return sorted(scopes, key=_ORDER.__getitem__)


def scopes_id(scopes: Iterable[Scope]) -> str:
    """What a limit without an id is called."""
    return ".".join(in_order(scopes)) or "total"


def namesakes(rule: Rule) -> Iterator[tuple[int, str]]:
    """Limits (by place in the list) whose id another limit of the rule has before them."""
    seen: set[str] = set()
    for index, limit in enumerate(rule.limits):
        name = limit_id(limit)
        if name in seen:
            yield index, name
        seen.add(name)


# -- how they were counted before -------------------------------------------------------------------------------------

_OLD = re.compile(r"total:([^/@]+)/(?:(~[^@]+)|([^@#]+)#[0-9]+)(@.*)?", re.DOTALL)
_PART = re.compile(r"@(?=h:|v:|c:|s:|w-?[0-9]|m[0-9]|y[0-9]|[0-9])")
_SCOPES = {
    "h": Scope.HOUSEHOLD,
    "v": Scope.DEVICE,
    "c": Scope.CLERK,
    "s": Scope.STORE,
    "w": Scope.WEEK,
    "m": Scope.MONTH,
    "y": Scope.YEAR,
}


def newest_key(key: str, *, of_member: bool = False) -> str:
    """The present name of what was counted under `key`; others stay what they are. `of_member`: it is one of a member's
    own counters.

    An old name ends in what was counted by ("@h:…" a household, "@739000" a day), so it says by itself which limit of
    its rule was meant: no edition has to be asked, and those that moved their limits about are told apart.
    """
    pool, bar, name = key.rpartition("|")
    found = _OLD.fullmatch(name)
    if found is None:
        return key
    campaign, shared, rule, tail = found.groups()
    parts = [(_SCOPES.get(part[0], Scope.DAY), part) for part in _PART.split(tail or "")[1:]]
    parts.sort(key=lambda row: _ORDER[row[0]])
    scopes = [*([Scope.MEMBER] if of_member else []), *(scope for scope, _ in parts)]
    base = _key(campaign, rule or "", shared or scopes_id(scopes))
    return pool + bar + base + "".join(f"@{part}" for _, part in parts)
