"""What is wrong with a campaign's wheels."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.domain.campaigns import gives as g
from kiosk.domain.campaigns.check_names import unknown
from kiosk.domain.campaigns.model import Campaign, Trigger
from kiosk.domain.campaigns.things import Wheel, WheelPrize
from kiosk.domain.findings import Finding, error
from kiosk.domain.money import plain, rounding_unit

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
            words = "wheel `{wheel}`: the prize `{prize}` is there twice"
            yield error("id_twice", path, words, wheel=wheel.id, prize=code)
        slots = sum(prize.count for prize in wheel.prizes)
        if not 0 < slots <= MOST_SLOTS:
            words = "wheel `{wheel}`: {slots} prizes; 1 to {most} can be drawn"
            yield error("wheel_slots", path, words, wheel=wheel.id, slots=f"{slots:,}", most=f"{MOST_SLOTS:,}")
        if wheel.tickets is not None and wheel.tickets.draw not in draws:
            yield unknown("draw", wheel.tickets.draw, draws, f"{path}.tickets.draw")
        if wheel.tickets is not None and wheel.tickets.count < 1:
            yield error("ticket_price", f"{path}.tickets", "a spin costs one ticket at least")
        for place, prize in enumerate(wheel.prizes):
            if prize.packets is not None:
                yield from _packets(campaign, wheel, prize, f"{path}.prizes[{place}]")


def _packets(campaign: Campaign, wheel: Wheel, prize: WheelPrize, path: str) -> Iterator[Finding]:
    assert prize.packets is not None
    packets = prize.packets.in_steps(rounding_unit(campaign.currency))
    if prize.thanks or prize.value:
        words = "`{prize}`: packets say themselves what they are worth"
        yield error("packets", path, words, prize=prize.code)
    if not packets.fit(prize.count):
        amounts = {
            "low": packets.least,
            "high": packets.most,
            "budget": packets.budget,
            "least": packets.least * prize.count,
            "most": packets.most * prize.count,
        }
        said = {name: plain(amount, campaign.currency) for name, amount in amounts.items()}
        words = (
            "`{prize}`: {count} packets of {low} to {high} cannot add up to {budget}: "
            "they come to {least} at least and {most} at most, in whole steps"
        )
        yield error("packets", path, words, prize=prize.code, count=prize.count, **said)
    rules = [
        rule
        for rule in campaign.rules
        if rule.when.event is Trigger.SPUN and rule.when.ref == wheel.id and rule.when.part == prize.code
    ]
    if not any(isinstance(give, g.Rebate) and give.percent == _WHOLE for rule in rules for give in rule.give):
        words = "no rule pays what is in `{prize}`: `give: [{{rebate: {{percent: 100}}}}]`"
        yield error("packets", path, words, prize=prize.code)
