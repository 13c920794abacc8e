"""The four plans' campaigns, for benchmarks."""

from __future__ import annotations

from kiosk import paths
from kiosk.adapters.campaign_file import load_campaign
from kiosk.domain.campaign.model import Campaign


def plans() -> list[Campaign]:
    """Every campaign of resources/campaigns."""
    return [load_campaign(path).campaign for path in sorted((paths.resources() / "campaigns").glob("*.yaml"))]
