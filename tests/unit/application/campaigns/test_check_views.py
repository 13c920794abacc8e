"""Conditions carry the names that their campaign has."""

from __future__ import annotations

from typing import Any, cast

import pytest

from kiosk.application.campaigns.check_views import check_view
from kiosk.application.campaigns.histories import Campaigns
from kiosk.domain.campaigns.model import Campaign
from kiosk.domain.campaigns.rewards import Check
from kiosk.protocol.campaigns.file import read_campaign
from tests.shared.till import CAMPAIGNS


class Desk:
    """As much of `Campaigns` as names need."""

    def cached(self, what: str, campaign: Campaign, make: Any) -> Any:
        return make(campaign)


HOLIDAY = read_campaign((CAMPAIGNS / "holiday.yaml").read_bytes()).campaign


def english(value: Any) -> Any:
    return tuple(english(one) for one in value) if isinstance(value, tuple) else getattr(value, "en", value)


@pytest.mark.parametrize(
    ("code", "have", "need", "shown"),
    [
        ("holds", "", "price_lock:dinner-lock", ("", "Dinner deposit - 15% locked")),
        ("lacks", "badge:storyteller", "badge:storyteller", ("Storyteller", "Storyteller")),
        ("holds", "", "gift:mascot", ("", "New Year mascot")),
        ("phases", "tail", ["warm-up", "main"], ("Long tail", ("Warm-up", "Main phase"))),
        ("stock", 0, ("mascot", "couplets"), (0, ("New Year mascot", "Spring couplets"))),
        ("choice", "mascot", "mascot|couplets", ("New Year mascot", ("New Year mascot", "Spring couplets"))),
        ("slot", 0, "eve-delivery", (0, "New Year's Eve delivery")),
        ("ref", "photo", "story", ("Family photo", "A festive story")),
        ("part", "x", "dinner", ("x", "New Year's dinner box")),
        ("tiers", "gold", ("silver",), ("gold", ("silver",))),
        ("amount", 26200, 30000, (26200, 30000)),
    ],
)
def test_ids_are_replaced_by_names(code: str, have: Any, need: Any, shown: tuple[Any, Any]) -> None:
    view = check_view(cast(Campaigns, Desk()), HOLIDAY, Check(code, False, have, need))
    assert (english(view.have), english(view.need)) == shown
    assert view.money is (code == "amount")


def test_without_the_campaign_ids_stay() -> None:
    view = check_view(cast(Campaigns, Desk()), None, Check("stock", False, 0, "mug"))
    assert (view.code, view.ok, view.have, view.need) == ("stock", False, 0, "mug")
