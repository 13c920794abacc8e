"""What a world has beside tills, HQ and everything that goes wrong with them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields


@dataclass(frozen=True)
class Having:
    """`campaign`: HQ has published one, with few gifts. `clones`: disks are copied, and live on beside their originals.
    `points`: members pay with points. `hostile`: somebody who means harm has a terminal of another store.
    `registrations`: people walk in, are reviewed, merged and erased. `wheels`: members spin a wheel of few prizes.
    `draws`: their tickets are drawn at HQ, and what they won is fetched, or not."""

    campaign: bool = False
    clones: bool = False
    points: bool = False
    hostile: bool = False
    registrations: bool = False
    wheels: bool = False
    draws: bool = False

    @property
    def rewards(self) -> bool:
        """Whether anything is given."""
        return self.campaign or self.points or self.registrations or self.wheels or self.draws

    def names(self) -> Iterator[str]:
        """Of what it has."""
        return (field.name for field in fields(self) if getattr(self, field.name))

    def __str__(self) -> str:
        """As the command says it, with a blank before each."""
        return "".join(f" --{name}" for name in self.names())


PLAIN = Having()
CAMPAIGN = Having(campaign=True)
EVERYTHING = Having(campaign=True, clones=True, points=True, hostile=True, registrations=True, wheels=True, draws=True)
