"""What words about refusals and conditions need to know besides."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from kiosk.ui.i18n import I18n


@dataclass(frozen=True, slots=True)
class Surroundings:
    """How things are written, the time, and names behind ids."""

    i18n: I18n
    now: datetime
    stores: Mapping[str, str] = field(default_factory=dict)
    coupons: Mapping[str, str] = field(default_factory=dict)
