"""How something turns and comes to rest.

What is won is known before anything moves, and the way to it is the same whatever it is: speeding up, an even part
that is as long as it has to be, and a slowing down that is always the same curve over the same distance. Nothing creeps
up to a better prize and stops short of it (a staged near miss): where in its field the pointer rests is drawn without
looking at the field or its neighbours (`resting`). `tests/ui/draws` holds both.
"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

EDGE = 0.14
"""The share of a field, at either side, in which nothing rests: nobody has to wonder on which side of a line it is."""


def resting(noise: Random) -> float:
    """Where within a field it rests, 0 to 1. It knows nothing of the field, of those beside it, nor of what is won."""
    return EDGE + (1 - 2 * EDGE) * noise.random()


@dataclass(frozen=True, slots=True)
class Turning:
    """A movement in one direction, in whatever unit (degrees, cells): `up_ms` to full `speed` (units a millisecond),
    `even_ms` at it, `down_ms` to rest."""

    start: float
    speed: float
    up_ms: float
    even_ms: float
    down_ms: float

    @property
    def whole_ms(self) -> float:
        """How long all of it takes."""
        return self.up_ms + self.even_ms + self.down_ms

    @property
    def end(self) -> float:
        """Where it rests."""
        return self.start + self.speed * (self.up_ms / 2 + self.even_ms + self.down_ms / 3)

    def at(self, ms: float) -> float:
        """Where it is so long after it began."""
        if ms <= 0:
            return self.start
        if ms < self.up_ms:
            return self.start + self.speed * ms * ms / (2 * self.up_ms)
        left = self.whole_ms - ms
        if left <= 0:
            return self.end
        if left < self.down_ms:
            return self.end - self.speed * self.down_ms / 3 * (left / self.down_ms) ** 3
        return self.start + self.speed * (ms - self.up_ms / 2)


def turning(
    start: float, target: float, lap: float, *, speed: float, up_ms: float = 260, least_ms: float = 500, down_ms: float
) -> Turning:
    """The way from `start` to the next place that is `target` up to whole laps of `lap`, after `least_ms` of even
    turning at the least."""
    short = Turning(start, speed, up_ms, least_ms, down_ms)
    more = (target - short.end) % lap
    return Turning(start, speed, up_ms, least_ms + more / speed, down_ms)
