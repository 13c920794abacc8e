"""When the station counts as hung, and how long to wait before it is started again. No clock: whoever watches counts
its own turns, so that a machine that slept, or stood still for both of them, makes nobody look hung."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

TICK_S = 0.1
"""A turn of whoever watches."""

HUNG_S = 2.5
"""The GUI thread beats twice a second; silent for so long it is hung. With the start, which takes a second or two, it
is back within five."""

OPENING_S = 300.0
"""A start may migrate a large ledger and back it up first."""

CLOSING_S = 30.0
"""An end says goodbye to HQ and finishes what is being printed."""

WELL_S = 60.0
"""Who lived so long died of something else than the start: the counting of deaths begins anew."""

PAUSES_S = (0.0, 1.0, 3.0, 10.0, 30.0, 60.0)
"""Before the next start, after so many deaths in a row."""

CALM_FROM_S = 3.0
"""From such a pause on a page says that it goes on by itself."""


class Phase(StrEnum):
    """What the station last said it is doing."""

    OPENING = "opening"
    BEATING = "beating"
    CLOSING = "closing"


_PATIENCE_S = {Phase.OPENING: OPENING_S, Phase.BEATING: HUNG_S, Phase.CLOSING: CLOSING_S}


class Patience:
    """Counts turns without a word of the station."""

    def __init__(self) -> None:
        self.phase = Phase.OPENING
        self._silent = 0
        self.turns = 0
        """Since the station was started."""

    def hear(self, phase: Phase) -> None:
        """It said something."""
        self.phase = phase
        self._silent = 0

    def turn(self) -> None:
        """A turn went by."""
        self._silent += 1
        self.turns += 1

    @property
    def over(self) -> bool:
        """It has been silent for too long."""
        return self._silent * TICK_S >= _PATIENCE_S[self.phase]

    @property
    def lived_s(self) -> float:
        """Seconds since it was started, as far as anybody was awake."""
        return self.turns * TICK_S


@dataclass(slots=True)
class Recovery:
    """Deaths in a row. `well_s`: after a life of so many seconds the counting begins anew."""

    well_s: float = WELL_S
    deaths: int = 0

    def died(self, lived_s: float) -> float:
        """It died after so many seconds; how many to wait before it is started again."""
        self.deaths = 1 if lived_s >= self.well_s else self.deaths + 1
        return PAUSES_S[min(self.deaths, len(PAUSES_S)) - 1]
