"""What words about refusals and conditions need to know besides."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from kiosk.ui.i18n import I18n


class Audience(StrEnum):
    """Who reads it."""

    CLERK = "clerk"
    CUSTOMER = "customer"
    """Alone at a station: has no keys, and nobody beside them."""
    VOLUNTEER = "volunteer"
    """Helps at a desk; somebody is in charge."""
    AUDITOR = "auditor"
    """Looks and changes nothing."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """How things are written, the time, names behind ids, and who reads it."""

    i18n: I18n
    now: datetime
    stores: Mapping[str, str] = field(default_factory=dict)
    coupons: Mapping[str, str] = field(default_factory=dict)
    audience: Audience = Audience.CLERK
