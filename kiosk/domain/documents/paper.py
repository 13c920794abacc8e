"""Papers and labels: how wide, how long, what stays empty, how large the types are on them."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.domain.documents.blocks import Size

MM_PER_INCH = 25.4
POINTS_PER_INCH = 72


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper by name. Millimetres; `height` None: a roll, as long as it takes. `points`: the type sizes, small, body,
    large, huge."""

    name: str
    width: float
    height: float | None
    margin: float
    points: tuple[float, float, float, float]

    def size(self, size: Size) -> float:
        """Points of a type size."""
        return self.points[tuple(Size).index(size)]

    @property
    def room(self) -> float:
        """Millimetres between the margins."""
        return self.width - 2 * self.margin


ROLL_80 = Paper("80 mm", 80, None, 4, (8.25, 9.75, 12.75, 15))
"""Receipt rolls; thermal printers reach 72 and 48 mm of them (576 and 384 dots at 203 dpi)."""
ROLL_58 = Paper("58 mm", 58, None, 5, (7.5, 9, 11.25, 13.5))
A3 = Paper("A3", 297, 420, 18, (12, 15, 24, 48))
A4 = Paper("A4", 210, 297, 15, (8.5, 10.5, 16, 28))
A5 = Paper("A5", 148, 210, 11, (8, 9.5, 14, 22))
CARD = Paper("card", 148, 105, 8, (8, 10, 15, 24))
"""A6, lying: greeting cards and invitations."""
BADGE = Paper("badge", 90, 55, 4, (8, 10, 16, 26))
SHELF = Paper("shelf", 60, 40, 3, (7, 8, 12, 20))

PAPERS = (ROLL_80, ROLL_58, A4, A5, A3, CARD, BADGE, SHELF)


def dots_per_mm(dpi: int) -> float:
    """Dots a millimetre of a printer that is said to have `dpi`: printers called 203 dpi have 8."""
    return 8.0 if dpi == 203 else dpi / MM_PER_INCH


def paper_named(name: str) -> Paper | None:
    """The paper of that name, None when there is none."""
    return next((paper for paper in PAPERS if paper.name == name), None)
