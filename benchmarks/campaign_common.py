"""The four plans' campaigns, for benchmarks."""

from __future__ import annotations

from kiosk import paths
from kiosk.domain.campaigns.model import Campaign
from kiosk.protocol.campaigns.file import load_campaign


def plans() -> list[Campaign]:
    """Every campaign of resources/campaigns."""
    return [load_campaign(path).campaign for path in sorted((paths.resources() / "campaigns").glob("*.yaml"))]
