"""What the customer on the other side of the counter may see: amounts, savings, points, and a masked name; no id, no
phone number, no word of the clerk's."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.application.campaigns.outcomes import RewardView
from kiosk.application.draws.wheel_outcomes import Spun, WheelView
from kiosk.application.sales.outcomes import AppliedLine, VoucherLine
from kiosk.domain.documents.blocks import Frame
from kiosk.domain.texts import LocalText


@dataclass(frozen=True, slots=True)
class Serving:
    """A sale that is being made. Minor units of `currency`. `total` None: the price of this amount is being worked out.
    `vouchers`: what pays a part of it; `points`: the member's, None where they are not known. `brings`: what the sale
    would bring. `exchanged`: what comes back, which is paid less; `due` below zero is paid out."""

    currency: str
    amount: int
    total: int | None
    lines: tuple[AppliedLine, ...] = ()
    member: str = ""
    points: int | None = None
    brings: tuple[RewardView, ...] = ()
    vouchers: tuple[VoucherLine, ...] = ()
    exchanged: int = 0

    @property
    def due(self) -> int:
        """What is left to pay with money, of a total that is known."""
        return (self.total or 0) - self.exchanged - sum(line.off for line in self.vouchers)


@dataclass(frozen=True, slots=True)
class Finished:
    """A sale that is made. `code`: of its receipt, or with `on_phone` the address where a phone opens it; `won`: what
    it brought; `vouchers`: what paid a part of it, `exchanged`: what came back. `back`: it was undone, and so many
    minor units go back to the customer."""

    currency: str
    amount: int
    total: int
    number: str
    code: str
    lines: tuple[AppliedLine, ...] = ()
    won: tuple[RewardView, ...] = ()
    back: int | None = None
    on_phone: bool = False
    vouchers: tuple[VoucherLine, ...] = ()
    exchanged: int = 0

    @property
    def due(self) -> int:
        """What was paid with money."""
        return self.total - self.exchanged - sum(line.off for line in self.vouchers)


@dataclass(frozen=True, slots=True)
class MemberCode:
    """A member's own code, to be photographed: of who has just become one, with what they got; or with `invites` their
    invitation for a friend."""

    member: str
    code: str
    gifts: tuple[RewardView, ...] = ()
    invites: bool = False


@dataclass(frozen=True, slots=True)
class Drawing:
    """A draw that is played for whoever stands there. `spun`: what was won, durably; None: not yet. `seen`: it was
    shown to the end. `season`: whose ornaments lie behind it."""

    wheel: WheelView
    member: str = ""
    spun: Spun | None = None
    seen: bool = False
    season: Frame = Frame.PLAIN


@dataclass(frozen=True, slots=True)
class Signing:
    """A winner is to sign for a prize. `member`: masked; `turn`: another one wants an empty field."""

    member: str
    prize: LocalText
    turn: int = 0


@dataclass(frozen=True, slots=True)
class Charging:
    """A voucher of value that is paid for. `code`: the last signs of its code, "" for a new one; `amount` minor units
    are paid (0: not keyed in yet), `left` are on it then. `first`: sold, else topped up; `done`: durably, or with
    `back` taken off again and paid back."""

    currency: str
    name: LocalText
    code: str
    amount: int
    left: int
    first: bool
    done: bool = False
    back: bool = False


CustomerView = Serving | Finished | MemberCode | Drawing | Signing | Charging | None
"""None: nobody is served."""
