"""HQ's read models, in the order in which facts go through them."""

from __future__ import annotations

from typing import Final

from kiosk.hq.projections import (
    charges,
    draws,
    guests,
    histories,
    kinship,
    photos,
    prizes,
    redemptions,
    registrations,
    rewards,
    sales,
    series,
    slips,
    tickets,
    wheels,
)
from kiosk.hq.projections import help as calls_for_help
from kiosk.hq.projections.projection import Projection

PROJECTIONS: Final[tuple[Projection, ...]] = (
    # who is who, before anything is said of anybody
    kinship.KINSHIP,
    # before the uses of coupons that a decision of the same batch made are counted, and before the facts are indexed
    rewards.REWARDS,
    tickets.TICKETS,
    sales.SALES,
    # what is on vouchers, and whose right to it is, before what was paid with them is judged
    charges.CHARGES,
    redemptions.REDEMPTIONS,
    series.SERIES,
    slips.SLIPS,
    wheels.WHEELS,
    histories.HISTORIES,
    calls_for_help.HELP,
    prizes.PRIZES,
    guests.GUESTS,
    photos.PHOTOS,
    # behind the histories: who is a member again gets theirs
    registrations.REGISTRATIONS,
    draws.DRAWS,
)
