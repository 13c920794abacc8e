"""Conditions as they were judged, with the names that their campaign has for what they mention."""

from __future__ import annotations

from typing import Any

from kiosk.application.campaigns.histories import Campaigns
from kiosk.application.campaigns.outcomes import CheckView
from kiosk.domain.campaigns.model import Campaign
from kiosk.domain.campaigns.rewards import Check
from kiosk.domain.campaigns.scopes import Measure
from kiosk.domain.texts import LocalText

_MONEY = frozenset({"amount", "spend_reached", "spend", "budget", "categories", "in_price"})

_THINGS = {
    "phases": ("phases",),
    "stock": ("stock",),
    "choice": ("stock",),
    "slot": ("slots",),
    "pay": ("payments",),
    "ref": ("tasks", "surveys", "events", "locks", "mall", "wheels", "draws", "partners"),
    "part": ("prizes",),
}
"""Code of a condition → lists of the campaign that its ids are looked up in."""

_HELD = {"badge": "badges", "price_lock": "locks", "coupon": "coupons", "gift": "stock"}
"""“badge:regular” is looked up in the list of badges."""

Names = dict[tuple[str, str], LocalText]


def check_view(campaigns: Campaigns, campaign: Campaign | None, check: Check) -> CheckView:
    """One condition. Ids that the campaign has names for are replaced by those."""
    money = check.code in _MONEY or check.code.endswith(f".{Measure.SAVED}")
    if campaign is None or not (check.code in _THINGS or check.code in ("holds", "lacks")):
        return CheckView(check.code, check.ok, check.have, check.need, money)
    names = campaigns.cached("check names", campaign, _names)
    have, need = (_named(names, check.code, value) for value in (check.have, check.need))
    return CheckView(check.code, check.ok, have, need, money)


def _named(names: Names, code: str, value: Any) -> Any:
    if isinstance(value, list | tuple):
        return tuple(_named(names, code, one) for one in value)
    if not isinstance(value, str) or not value:
        return value
    if code in ("holds", "lacks"):
        kind, _, thing = value.partition(":")
        return names.get((_HELD.get(kind, ""), thing), value)
    if code == "choice" and "|" in value:
        return tuple(_named(names, code, one) for one in value.split("|"))
    return next((names[found, value] for found in _THINGS[code] if (found, value) in names), value)


def _names(campaign: Campaign) -> Names:
    """(list, id) → name."""
    lists = {name: getattr(campaign, name) for found in _THINGS.values() for name in found if name != "prizes"}
    lists |= {name: getattr(campaign, name) for name in _HELD.values()}
    names = {(name, thing.id): thing.name for name, things in lists.items() for thing in things}
    names |= {("prizes", prize.code): prize.name for wheel in campaign.wheels for prize in wheel.prizes}
    names |= {("prizes", prize.code): prize.name for draw in campaign.draws for prize in draw.prizes}
    return names
