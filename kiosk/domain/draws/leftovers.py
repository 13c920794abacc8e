"""Which prizes are things that somebody hands over, and what is left of them when their campaign is over."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from kiosk.domain.campaigns.gives import Choice, Gift
from kiosk.domain.campaigns.model import Campaign, Trigger
from kiosk.domain.campaigns.things import DrawPrize, WheelPrize
from kiosk.domain.draws.claims import Claim, Standing


class LeftHow(StrEnum):
    """What became of prizes that nobody got."""

    RETURNED = "returned"  # to the warehouse
    NEXT = "next"  # into the next campaign
    GIVEN = "given"  # to a good cause
    DESTROYED = "destroyed"


@dataclass(frozen=True, slots=True)
class PrizeAccount:
    """A prize of a wheel or a draw: `whole` = `given` (handed over or shipped) + `open` (due and not over) + `left`.
    `forfeited`: claims that came to nothing, whose prizes are among the left ones unless an alternate got them."""

    source: str
    prize: str
    value: int
    whole: int
    given: int
    open: int
    forfeited: int

    @property
    def left(self) -> int:
        """Pieces that nobody has or waits for. Below zero, more was given than there is."""
        return self.whole - self.given - self.open


def is_handed_over(campaign: Campaign, source: str, prize: WheelPrize | DrawPrize) -> bool:
    """Whether a prize of a wheel or a draw is a thing that somebody gives to the winner: not a thank-you, not money,
    and not what a rule books on the member (points, coupons, tickets)."""
    if isinstance(prize, WheelPrize) and (prize.thanks or prize.packets is not None):
        return False
    won = Trigger.SPUN if isinstance(prize, WheelPrize) else Trigger.WON
    gives = [
        give
        for rule in campaign.rules
        if rule.when.event is won and rule.when.ref in (None, source) and rule.when.part in (None, prize.code)
        for give in rule.give
    ]
    return not gives or any(isinstance(give, Gift | Choice) for give in gives)


def accounts(campaign: Campaign, claims: Iterable[Claim]) -> list[PrizeAccount]:
    """What there was of each thing, and where it went, in the order of the campaign's file."""
    mine = [one for one in claims if one.due.campaign == campaign.id]
    found = []
    for wheel in campaign.wheels:
        for prize in wheel.prizes:
            if is_handed_over(campaign, wheel.id, prize):
                found.append(_account(mine, wheel.id, prize.code, prize.value, prize.count))
    for draw in campaign.draws:
        for won in draw.prizes:
            if is_handed_over(campaign, draw.id, won):
                found.append(_account(mine, draw.id, won.code, won.value, won.count * max(1, len(draw.days))))
    return found


def _account(claims: Iterable[Claim], source: str, prize: str, value: int, whole: int) -> PrizeAccount:
    of_it = [one for one in claims if (one.due.source, one.due.prize) == (source, prize)]
    given = sum(one.standing in (Standing.HANDED, Standing.SHIPPED) for one in of_it)
    forfeited = sum(one.standing is Standing.FORFEITED for one in of_it)
    return PrizeAccount(source, prize, value, whole, given, len(of_it) - given - forfeited, forfeited)
