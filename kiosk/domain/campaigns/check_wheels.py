"""What is wrong with a campaign's wheels."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.domain.campaigns import gives as g
from kiosk.domain.campaigns.findings import Finding, error
from kiosk.domain.campaigns.model import Campaign, Trigger
from kiosk.domain.campaigns.things import Wheel, WheelPrize
from kiosk.domain.money import rounding_unit, scale

MOST_SLOTS = 1_000_000
"""So many prizes, with those that give nothing, a wheel has at most."""
_WHOLE = 100_00


def wheel_findings(campaign: Campaign) -> Iterator[Finding]:
    """Prizes of one code, packets that cannot come to their budget or that nothing pays out, tickets of no draw."""
    draws = {draw.id for draw in campaign.draws}
    for index, wheel in enumerate(campaign.wheels):
        path = f"wheels[{index}]"
        codes = [prize.code for prize in wheel.prizes]
        for code in sorted({code for code in codes if codes.count(code) > 1}):
            yield error("id_twice", path, f"wheel `{wheel.id}`: the prize `{code}` is there twice")
        slots = sum(prize.count for prize in wheel.prizes)
        if not 0 < slots <= MOST_SLOTS:
            yield error("wheel_slots", path, f"wheel `{wheel.id}`: {slots:,} prizes; 1 to {MOST_SLOTS:,} can be drawn")
        if wheel.tickets is not None and wheel.tickets.draw not in draws:
            yield error("unknown_draw", f"{path}.tickets", f"no draw `{wheel.tickets.draw}`")
        if wheel.tickets is not None and wheel.tickets.count < 1:
            yield error("ticket_price", f"{path}.tickets", "a spin costs one ticket at least")
        for place, prize in enumerate(wheel.prizes):
            if prize.packets is not None:
                yield from _packets(campaign, wheel, prize, f"{path}.prizes[{place}]")


def _packets(campaign: Campaign, wheel: Wheel, prize: WheelPrize, path: str) -> Iterator[Finding]:
    assert prize.packets is not None
    packets, unit = prize.packets.in_steps(rounding_unit(campaign.currency)), scale(campaign.currency)
    if prize.thanks or prize.value:
        yield error("packets", path, f"`{prize.code}`: packets say themselves what they are worth")
    if not packets.fit(prize.count):
        least, most = packets.least * prize.count / unit, packets.most * prize.count / unit
        words = (
            f"`{prize.code}`: {prize.count} packets of {packets.least / unit:g} to {packets.most / unit:g} cannot add "
            f"up to {packets.budget / unit:g}: they come to {least:g} at least and {most:g} at most, in whole steps"
        )
        yield error("packets", path, words)
    rules = [
        rule
        for rule in campaign.rules
        if rule.when.event is Trigger.SPUN and rule.when.ref == wheel.id and rule.when.part == prize.code
    ]
    if not any(isinstance(give, g.Rebate) and give.percent == _WHOLE for rule in rules for give in rule.give):
        words = f"no rule pays what is in `{prize.code}`: `give: [{{rebate: {{percent: 100}}}}]`"
        yield error("packets", path, words)
