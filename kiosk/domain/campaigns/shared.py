"""Quantities that members share: stock, budgets, totals (held by leases) and counts by household, device and clerk.

A lease is a terminal's share of a quantity. What a terminal gives away depends on its own leases and its own earlier
happenings only, so HQ comes to the same verdict from the same facts, and the leases together never exceed the whole.
Counts by household and by clerk are made of the facts of all terminals; two terminals offline at the same time can
overrun them, which `reconcile` shows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from kiosk.domain.campaigns.happenings import Happening
from kiosk.domain.campaigns.limit_keys import limit_key
from kiosk.domain.campaigns.model import Campaign

Takes = tuple[tuple[str, int], ...]


def one_pool(_device: str) -> str:
    """All terminals draw on the same quantities: HQ's own rewards, rehearsals."""
    return ""


def pool_by_device(device: str) -> str:
    """Each terminal draws on its own leases."""
    return device


class Stored(dict[str, int]):
    """Quantities that lie in a store: each is read when it is first asked for; what is set stays here."""

    def __init__(self, read: Callable[[str], int]) -> None:
        super().__init__()
        self._read = read

    def get(self, key: str, default: int = 0) -> int:  # type: ignore[override]
        """What is left or used up of `key`; a store knows every key (0: never heard of)."""
        if key not in self:
            self[key] = self._read(key)
        return self[key]


@dataclass(slots=True)
class Shared:
    """`pools`: "pool|key" → what is left of a leased quantity. `counts`: how much of a limit is used up, by key."""

    pool_of: Callable[[str], str] = pool_by_device
    pools: dict[str, int] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)

    def pool_key(self, device: str, key: str) -> str:
        """Where a device finds its share of `key`."""
        return f"{self.pool_of(device)}|{key}"

    def lease(self, happening: Happening) -> None:
        """A share came, or left (negative): the body of `lease.changed` is {quantities: {key: quantity}}."""
        for key, quantity in happening.detail.get("quantities", {}).items():
            name = self.pool_key(happening.device, str(key))
            self.pools[name] = self.pools.get(name, 0) + int(quantity)

    def take(self, takes: Iterable[tuple[str, int]], sign: int = 1) -> None:
        """Use up (or give back, with sign −1) quantities. Keys of pools hold a "|"."""
        for key, quantity in takes:
            if "|" in key:
                self.pools[key] = self.pools.get(key, 0) - sign * quantity
            else:
                self.counts[key] = self.counts.get(key, 0) + sign * quantity


def stock_key(campaign: str, item: str) -> str:
    """What goods of a campaign's stock are called among shared quantities."""
    return f"stock:{campaign}/{item}"


def whole_quantities(campaign: Campaign) -> Mapping[str, int]:
    """Everything of a campaign that is shared out by leases: key → the whole quantity."""
    wholes = {stock_key(campaign.id, item.id): item.quantity for item in campaign.stock}
    wholes |= {f"slot:{campaign.id}/{slot.id}": slot.quantity for slot in campaign.slots}
    wholes |= {f"budget:{campaign.id}/{part.id}": part.amount for part in campaign.budget}
    for rule in campaign.rules:
        for limit in rule.limits:
            if not limit.per:
                key = limit_key(campaign.id, rule.id, limit)
                wholes[key] = min(limit.bound, wholes.get(key, limit.bound))
    return wholes
