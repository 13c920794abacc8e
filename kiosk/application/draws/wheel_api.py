"""What a station with a wheel may ask for."""

from __future__ import annotations

from typing import Protocol

from kiosk.application.draws.wheel_outcomes import ReceiptCheck, SpinWay, Spun, WheelView, Winner
from kiosk.application.sales.outcomes import Visit
from kiosk.domain.documents.result_slip import ResultSlip
from kiosk.domain.refusals import Refusal
from kiosk.domain.staff.actors import Actor


class WheelApi(Protocol):
    """Wheels (scratch cards, grids, capsules, packets' rain) of sealed tapes. There is no way to choose, repeat or void
    a result."""

    def wheels(self, visit: Visit | None = None) -> tuple[WheelView, ...]:
        """Wheels of the campaigns in force here, what is left in them now, and the ways in which the visit's member may
        spin."""

    def spin(self, visit: Visit, campaign: str, wheel: str, way: SpinWay, actor: Actor) -> Spun | Refusal:
        """Take the next slot, durably: spin, tickets or points, slot and rewards in one transaction. Then the wheel may
        turn. Asks HQ for points beyond this terminal's share (bounded wait)."""

    def spin_shown(self, lease: str, j: int, actor: Actor) -> bool:
        """The wheel has stopped at it. Durable; False: nothing of it is known here, or it was shown before."""

    def standing_spins(self, visit: Visit | None = None) -> tuple[Spun, ...]:
        """Slots that were taken and not shown to the end (a crash came between), oldest first: of the visit's member,
        or without a visit all of this terminal's. The same slot is shown again; it is never drawn anew."""

    def spins_of(self, visit: Visit, limit: int = 20) -> tuple[Spun, ...]:
        """What the visit's member won here, the newest first."""

    def recent_winners(self, campaign: str = "", wheel: str = "", limit: int = 20) -> tuple[Winner, ...]:
        """Prizes that were shown at this terminal, without thanks, and things that were won at the store's others, as
        HQ told; the newest first."""

    def result_slip(self, lease: str, j: int) -> ResultSlip | None:
        """What is printed of a spin (`ui/words/documents` has its words; about: "lease/j"). None: not known here."""

    def check_receipt(self, text: str, visit: Visit | None = None) -> ReceiptCheck | Refusal:
        """Whether a draw's receipt (KD1 code, or its address) holds: signature, way to the root, and whether that root
        was published. Any terminal can, and no network is needed. A ticket's way to the root begins at its owner: it is
        followed where that is the visit's member. Refusal: it is no such receipt."""
