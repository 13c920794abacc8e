"""What a draw shows: its prizes, and the fields that stand for them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Prize:
    """A prize as it is shown. `sign`: a stem of resources/icons; `thanks`: nothing but thanks; `left`: how many there
    still are, None where nobody knows."""

    code: str
    name: str
    thanks: bool = False
    sign: str = "gift"
    left: int | None = None


def fields_of(prizes: Sequence[Prize], least: int, multiple: int = 1) -> list[Prize]:
    """The prizes in the campaign's order, the whole series again until there are `least` fields; with `multiple`, cut
    at the next multiple of it. Which prize is beside which follows from the campaign's file alone."""
    if not prizes:
        return []
    wanted = max(least, len(prizes))
    wanted += -wanted % (multiple if multiple > 1 else len(prizes))
    return [prizes[at % len(prizes)] for at in range(wanted)]


def tones_of(fields: int) -> list[int]:
    """A colour (0, 1, 2) for each of so many fields in a ring, so that no two beside each other have the same."""
    return [2 if at == fields - 1 and fields % 2 else at % 2 for at in range(fields)]
