"""Which look a campaign chose."""

from __future__ import annotations

from kiosk.ui.draws.capsule import Capsule
from kiosk.ui.draws.grid import Grid
from kiosk.ui.draws.look import Look
from kiosk.ui.draws.rain import Rain
from kiosk.ui.draws.scratch import Scratch
from kiosk.ui.draws.wheel import Wheel

LOOKS: dict[str, type[Look]] = {look.name: look for look in (Wheel, Scratch, Grid, Capsule, Rain)}
"""By their names in a campaign's file."""
