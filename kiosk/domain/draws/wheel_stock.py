"""What a wheel gives away, slot by slot: its prizes' counts, and for red packets how much is in each.

The amounts of packets are fixed before anything is drawn, follow from the campaign's file alone, and add up to their
budget to the last unit; chance decides only who gets which.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from kiosk.domain.draws.encoding import H, jcs
from kiosk.domain.draws.stream import Stream
from kiosk.domain.money import rounding_unit

if TYPE_CHECKING:
    from kiosk.domain.campaigns.model import Campaign
    from kiosk.domain.campaigns.things import Packets, Wheel, WheelPrize

_MARK = ":"
"""No id of a campaign file has it."""


def slot_code(prize: str, amount: int = 0) -> str:
    """What a slot of a tape says: the prize's code, for a red packet with its minor units."""
    return f"{prize}{_MARK}{amount}" if amount else prize


def read_code(code: str) -> tuple[str, int]:
    """(prize, minor units of a packet or 0) of a slot. Raises ValueError."""
    prize, mark, amount = code.partition(_MARK)
    if not mark:
        return prize, 0
    if not amount.isascii() or not amount.isdecimal() or int(amount) < 1 or amount[0] == "0":
        raise ValueError(f"no amount: {code[:80]!r}")
    return prize, int(amount)


def stock_of(campaign: Campaign, wheel: Wheel) -> dict[str, int]:
    """How many slots of each code there are in all leases together, in the file's order; packets of a prize from the
    smallest amount to the largest. Raises ValueError for packets whose budget cannot be met."""
    found: dict[str, int] = {}
    for prize in wheel.prizes:
        if prize.packets is None:
            found[slot_code(prize.code)] = prize.count
            continue
        amounts = Counter(packet_amounts(campaign, wheel, prize))
        found.update({slot_code(prize.code, amount): amounts[amount] for amount in sorted(amounts)})
    return found


def packet_amounts(campaign: Campaign, wheel: Wheel, prize: WheelPrize) -> list[int]:
    """Minor units of each packet of a prize. They depend on nothing that a new version of the file may change beside
    them. Raises ValueError where they do not `fit`."""
    packets = prize.packets.in_steps(rounding_unit(campaign.currency)) if prize.packets is not None else None
    if packets is None or not packets.fit(prize.count):
        raise ValueError(f"the packets of {prize.code} cannot meet their budget")
    said = {
        "budget": packets.budget,
        "count": prize.count,
        "least": packets.least,
        "most": packets.most,
        "step": packets.step or 0,
    }
    names = (text.encode() for text in (campaign.id, wheel.id, prize.code))
    return split(Stream(H("packets", *names, jcs(said))), packets, prize.count)


def split(stream: Stream, packets: Packets, count: int) -> list[int]:
    """`count` amounts of at least `least`, at most `most`, in whole steps, that add up to the budget; they must `fit`.
    Each but the last is, like the packets people send each other, anything up to twice what would be left for everybody
    on average; what bounds it is that the rest must still come out."""
    step = packets.step or 1
    most = (packets.most - packets.least) // step
    rest = (packets.budget - packets.least * count) // step
    steps: list[int] = []
    for others in range(count - 1, -1, -1):
        lowest = max(0, rest - most * others)
        highest = min(most, rest, max(lowest, 2 * rest // (others + 1)))
        taken = lowest + stream.below(highest - lowest + 1) if others else rest
        steps.append(taken)
        rest -= taken
    return [packets.least + one * step for one in steps]
