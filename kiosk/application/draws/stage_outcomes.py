"""What the use cases of a draw before a room take and give back."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from kiosk.domain.draws.stage import Phase
from kiosk.domain.draws.stage_facts import Shown


@dataclass(frozen=True, slots=True)
class PlannedPrize:
    """A prize as the operator announces it."""

    name: str
    count: int


@dataclass(frozen=True, slots=True)
class Entrant:
    """Somebody on a list that the operator brought. `phone`: E.164 or ""; `tickets`: at least one."""

    name: str = field(repr=False)
    phone: str = field(default="", repr=False)
    tickets: int = 1
    member: str = ""


@dataclass(frozen=True, slots=True)
class DrawPlan:
    """A draw among a list of one's own. `prizes`: in the order of the draw. `beacon`: by the public beacon, for which a
    phone with a network is enough; else by dice and two envelopes, of which `commitments` (64 hex digits each: HQ's and
    the witness's) are known. `publish_s`: seconds within which the list is published; the beacon's round
    comes ten minutes after that."""

    title: str
    prizes: tuple[PlannedPrize, ...]
    event: str = ""
    alternates: int = 3
    shown: Shown = Shown.MASKED
    beacon: bool = True
    commitments: tuple[str, str] | None = None
    rehearsal: bool = False
    publish_s: int = 300


@dataclass(frozen=True, slots=True)
class DrawLine:
    """A draw in a list. `at`: when it was frozen. `seq` above 1: a correction. `here`: it is on this terminal's stage
    already; else it waits at HQ."""

    draw: str
    seq: int
    title: str
    at: datetime
    phase: Phase
    rehearsal: bool = False
    here: bool = True


@dataclass(frozen=True, slots=True)
class WinnerView:
    """Who has a prize, as the room may see it. `place`: from 0, in the order drawn; `entrant` -1: nobody is left;
    `ticket`: from 0."""

    place: int
    name: str
    ticket: int
    detail: str
    entrant: int
    instead: bool = False


@dataclass(frozen=True, slots=True)
class PrizeView:
    """A prize, and who has it as far as the room was shown. `drawn`: how many of `count` there are winners for."""

    code: str
    name: str
    count: int
    first: int
    """The place of its first winner."""
    drawn: int
    winners: tuple[WinnerView, ...] = ()


@dataclass(frozen=True, slots=True)
class EnvelopeView:
    """`name`: as in the manifest; `holder`: whose it is."""

    name: str
    holder: str
    opened: bool


@dataclass(frozen=True, slots=True)
class StageView:
    """A draw as it stands, for both screens. `names`: some of those who take part, as the room may see them. `round`:
    of the beacon, 0 for none, and `round_at` when it comes; `own_beacon`: it is not the public one. `signers`: roles.
    `alternates_left`: how many may still come in. `witness_key`: hex, by which the witness knows this publication
    again. `link`: where everybody finds it, for a phone's camera; `address`: all draws, as people read it. `local`: the
    list was brought here, and is not HQ's. `correctable`: it is void, and another list may take its place."""

    draw: str
    seq: int
    rehearsal: bool
    title: str
    event: str
    phase: Phase
    fingerprint: str
    entrants: int
    tickets: int
    prizes: tuple[PrizeView, ...]
    shown: Shown
    frozen_at: datetime
    publish_until: datetime
    published_at: datetime | None = None
    by_beacon: bool = True
    round: int = 0
    round_at: datetime | None = None
    own_beacon: bool = False
    throws: tuple[int, ...] = ()
    envelopes: tuple[EnvelopeView, ...] = ()
    signers: tuple[str, ...] = ()
    witness_key: str = ""
    seeded: bool = False
    revealed: int = 0
    to_reveal: int = 0
    alternates_left: int = 0
    voided: str = ""
    names: tuple[str, ...] = ()
    link: str = ""
    address: str = ""
    local: bool = True
    correctable: bool = False

    @property
    def fewer(self) -> bool:
        """More prizes than people: some are left over."""
        return self.to_reveal < sum(prize.count for prize in self.prizes)


@dataclass(frozen=True, slots=True)
class SealedEnvelope:
    """An envelope's content, made here, to be printed or photographed and forgotten. Hex."""

    value: str
    commitment: str
