"""What a world has beside tills, HQ and everything that goes wrong with them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields


def _option(words: str) -> bool:
    """An option of the command, in its words."""
    return field(default=False, metadata={"words": words})


@dataclass(frozen=True)
class Having:
    """What a world has, each an option of the command."""

    campaign: bool = _option("HQ has published one, with few gifts")
    clones: bool = _option("disks are copied, and live on beside their originals")
    points: bool = _option("members pay with points")
    hostile: bool = _option("somebody who means harm has a terminal of another store")
    registrations: bool = _option("people walk in, are reviewed, merged and erased")
    wheels: bool = _option("members spin a wheel of few prizes")
    goods: bool = _option("goods are bought with a code that is good so often, and come back line by line")
    vouchers: bool = _option("vouchers of value are sold, topped up, paid with and taken back")
    slips: bool = _option("slips out of books of paper are keyed in, also twice, and declared lost")
    draws: bool = _option("tickets are drawn at HQ, and prizes are fetched")

    @property
    def rewards(self) -> bool:
        """Whether anything is given."""
        return self.campaign or self.points or self.registrations or self.wheels or self.draws or self.goods

    def names(self) -> Iterator[str]:
        """Of what it has."""
        return (name for name in OPTIONS if getattr(self, name))

    def __str__(self) -> str:
        """As the command says it, with a blank before each."""
        return "".join(f" --{name}" for name in self.names())


OPTIONS: Mapping[str, str] = {one.name: one.metadata["words"] for one in fields(Having)}
"""Names and words of all there is."""
PLAIN = Having()
CAMPAIGN = Having(campaign=True)
EVERYTHING = Having(**dict.fromkeys(OPTIONS, True))
