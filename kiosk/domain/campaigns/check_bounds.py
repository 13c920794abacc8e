"""What can be wrong with a cap over all discounts of a sale, and with floors."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.domain.campaigns.model import Campaign
from kiosk.domain.findings import Finding, error, warning

_HALF, _ALL = 50_00, 100_00


def bound_findings(campaign: Campaign) -> Iterator[Finding]:
    """All of it."""
    cap = campaign.cap
    if cap is not None:
        if cap.most is None and cap.most_percent is None:
            yield error("no_meaning", "cap", "a cap has `most`, `most_percent` or both")
        for name in ("most", "most_percent"):
            if getattr(cap, name) == 0:
                yield error("gives_nothing", f"cap.{name}", "a cap of 0: nothing is taken off any sale")
        if (cap.most_percent or 0) >= _ALL:
            yield error("no_effect", "cap.most_percent", "all of a sale is no bound")
    for index, floor in enumerate(campaign.floors):
        at = f"floors[{index}]"
        if not (floor.items or floor.categories):
            yield error("no_meaning", at, "a floor names its goods: `items` or `categories`")
        if (floor.price is None) is (floor.percent is None):
            yield error("no_meaning", at, "a floor has one of price and percent")
        if floor.price == 0 or floor.percent == 0:
            name = "price" if floor.price == 0 else "percent"
            yield error("no_effect", f"{at}.{name}", "a floor of 0 is none")
        share = floor.percent or 0
        if share > _ALL:
            yield error("unbounded", f"{at}.percent", "a floor above the price itself")
        elif 0 < share < _HALF:
            off = f"{(_ALL - share) / 100:g}"
            words = "a piece may be sold at {percent} % of its price; if {percent} % off is the most, write {off}"
            yield warning("fold", f"{at}.percent", words, percent=f"{share / 100:g}", off=off)
