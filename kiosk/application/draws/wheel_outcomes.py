"""What the use cases of a wheel answer. Frozen; the screen shows them and knows nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from kiosk.application.campaigns.outcomes import RewardView
from kiosk.domain.campaigns.rewards import RewardKind
from kiosk.domain.campaigns.things import WheelLook
from kiosk.domain.refusals import Refusal
from kiosk.domain.texts import LocalText


class SpinWay(StrEnum):
    """What a spin is paid with."""

    FREE = "free"
    """A spin that the member has: the day's, or one that a purchase brought."""
    TICKET = "ticket"
    """Draw tickets, which leave the draw."""
    POINTS = "points"


@dataclass(frozen=True, slots=True)
class WayView:
    """A way to spin. `price`: tickets or points for one spin, 0 for a spin they have; `have`: spins, tickets or points
    of the member; `name`: of the draw whose tickets they are; `refusal`: why not now."""

    way: SpinWay
    price: int = 0
    have: int = 0
    name: LocalText | None = None
    refusal: Refusal | None = None


@dataclass(frozen=True, slots=True)
class PrizeView:
    """A field of the wheel. `left`: how many are still in the sealed tapes at this terminal, `total`: how many were;
    `everywhere`: how many the chain still has, with HQ's reserve, as far as HQ told (None: it told nothing). `value`:
    minor units, 0 where it says none, of red packets the largest; `packets`: of a random amount each."""

    code: str
    name: LocalText
    left: int
    total: int
    value: int = 0
    thanks: bool = False
    packets: bool = False
    everywhere: int | None = None
    gives: RewardKind | None = None
    """What kind of thing it is; None where no rule gives it."""


@dataclass(frozen=True, slots=True)
class WheelView:
    """A wheel that runs here. `fields`: in the order of the campaign's file, each once; `ways`: empty while nobody is
    known; `refusal`: why nobody can spin it now; `left`: slots at this terminal that are not taken; `root`: fingerprint
    (hex) of the tape that is spun, as it was published before its first spin, "" while there is none; `public_beacon`
    False: the beacon is not the public one, and every screen says so."""

    campaign: str
    id: str
    campaign_name: LocalText
    name: LocalText
    look: WheelLook
    fields: tuple[PrizeView, ...]
    currency: str
    ways: tuple[WayView, ...] = ()
    refusal: Refusal | None = None
    left: int = 0
    root: str = ""
    public_beacon: bool = True
    told_at: datetime | None = None
    """When HQ was heard last: as of then the fields' `everywhere` is right. None: nobody knows, and none is shown."""


@dataclass(frozen=True, slots=True)
class Spun:
    """A slot that is taken, durably. `lease`, `j`: which; `field`: the index of its prize among the wheel's fields,
    where the wheel stops; `amount`: minor units of a red packet; `receipt`: the KD1 code that proves it, `link`: the
    same as an address for any phone; `member`: masked; `shown`: the wheel has stopped at it before."""

    campaign: str
    wheel: str
    lease: str
    j: int
    field: int
    prize: PrizeView
    rewards: tuple[RewardView, ...]
    at: datetime
    receipt: str
    link: str
    amount: int = 0
    member: str = ""
    shown: bool = False


@dataclass(frozen=True, slots=True)
class Winner:
    """Who won at a wheel of the store, masked."""

    at: datetime
    member: str
    prize: LocalText
    amount: int = 0
    value: int = 0


class ReceiptVerdict(StrEnum):
    """What came of looking at a draw's receipt."""

    GOOD = "good"
    """Everything holds, and the root is the one that was published."""
    SOUND = "sound"
    """Signature and way to the root hold; whether that root was published, this terminal cannot tell yet."""
    FALSE = "false"
    """Something does not hold."""


class ReceiptCheckCode(StrEnum):
    """What is looked at, in this order."""

    SIGNATURE = "signature"
    """Signed by a terminal, or HQ, that HQ vouches for."""
    PATH = "path"
    """The leaf leads to the root."""
    PUBLISHED = "published"
    """The root is the published one."""
    SPUN = "spun"
    """The terminal has journalled that slot with that prize."""


@dataclass(frozen=True, slots=True)
class ReceiptCheck:
    """A draw's receipt, looked at. `checks`: what was looked at; None: cannot be told here (now). `draw`: the lease, or
    the draw's id; `index`: slot or leaf, of `size`; `code`: the prize's, "" for a ticket; `first`, `count`: numbers of
    the ticket."""

    verdict: ReceiptVerdict
    checks: tuple[tuple[ReceiptCheckCode, bool | None], ...]
    wheel: bool
    draw: str
    index: int
    size: int
    code: str = ""
    first: int = 0
    count: int = 0
    issued: datetime | None = None
    terminal: str = ""
    campaign: str = ""
    name: LocalText | None = None
    prize: LocalText | None = None
    amount: int = 0
    currency: str = ""
    root: str = ""
