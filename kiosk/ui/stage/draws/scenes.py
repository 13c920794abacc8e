"""What the room sees of a draw."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from kiosk.domain.documents.blocks import Frame
from kiosk.domain.texts import LocalText
from kiosk.ui.stage.scene import Scene


class Source(StrEnum):
    """Where the seed of a draw comes from."""

    BEACON = "beacon"
    ENVELOPES = "envelopes"
    NONE = "none"
    """Nothing: a rehearsal takes other chance."""


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around every scene of a draw: whose it is, what was published, how to check it.

    `event`, `title`: as the room reads them. `fingerprint`: 64 hex digits of the manifest, "" before there is one.
    `link`: what the QR code holds, "" for none. `round`: of the beacon, 0 for none; `foreign`: it is not the public
    beacon. `thrown`: how many dice. `seeded`: the seed is there. `version`: above 1, lists before it are void.
    `season`: whose ornaments lie on the ground.
    """

    event: str
    title: str
    tickets: int = 0
    entrants: int = 0
    fingerprint: str = ""
    published: datetime | None = None
    source: Source = Source.BEACON
    round: int = 0
    foreign: bool = False
    thrown: int = 0
    seeded: bool = False
    link: str = ""
    rehearsal: bool = False
    version: int = 1
    season: Frame = Frame.NONE


@dataclass(frozen=True, slots=True)
class Winner:
    """Somebody who won, as shown. `name` may be empty: then the ticket's number stands in its place. `detail`: what is
    shown of a phone number, "" for nothing. `instead`: came in for a no-show."""

    name: str
    ticket: int
    detail: str = ""
    instead: bool = False


@dataclass(frozen=True, slots=True)
class PrizeShown:
    """A prize. `place`: 1, 2, … in the order of the draw, of `places`; `count`: how many of it."""

    name: str
    count: int
    place: int = 1
    places: int = 1


@dataclass(frozen=True, slots=True)
class DrawScene(Scene):
    """A scene of a draw."""

    around: Around

    def season(self) -> Frame:
        return Frame.NONE if self.around.rehearsal else self.around.season

    def rehearsed(self) -> bool:
        return self.around.rehearsal


@dataclass(frozen=True, slots=True)
class ListFixed(DrawScene):
    """The list is frozen; `published`: and everybody may have it. `signers`: whose signatures it has."""

    published: bool = True
    signers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BeaconAwaited(DrawScene):
    """The round of the beacon is not there yet; `at`: when it comes."""

    at: datetime


@dataclass(frozen=True, slots=True)
class Envelope:
    """A sealed envelope, or what was in it."""

    name: str
    opened: bool = False


@dataclass(frozen=True, slots=True)
class DiceThrown(DrawScene):
    """Dice that the audience throws, and the envelopes, which are opened last."""

    throws: tuple[int, ...]
    need: int
    envelopes: tuple[Envelope, ...] = ()
    closed: bool = False


@dataclass(frozen=True, slots=True)
class PrizeAnnounced(DrawScene):
    """What is drawn next. `names`: those who take part, or some of them, for the names that will roll."""

    prize: PrizeShown
    names: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class WinnersRoll(DrawScene):
    """Names roll and come to rest on the winners. `rolling` False: they have."""

    prize: PrizeShown
    winners: tuple[Winner, ...]
    names: Sequence[str] = ()
    rolling: bool = True


@dataclass(frozen=True, slots=True)
class PrizeWon:
    """A prize on the board, with its winners so far."""

    prize: PrizeShown
    winners: tuple[Winner, ...]


@dataclass(frozen=True, slots=True)
class WinnersBoard(DrawScene):
    """Everybody who has won so far."""

    prizes: tuple[PrizeWon, ...]
    final: bool = False


class WhyPassed(StrEnum):
    """Why a winner does not get the prize."""

    NO_SHOW = "no_show"
    INELIGIBLE = "ineligible"
    DECLINED = "declined"


@dataclass(frozen=True, slots=True)
class AlternateCalled(DrawScene):
    """A winner is not there, and the next on the list of alternates comes in; `to` None: nobody is left on it."""

    prize: PrizeShown
    of: Winner
    why: WhyPassed
    to: Winner | None


@dataclass(frozen=True, slots=True)
class DrawVoid(DrawScene):
    """The draw is abandoned, and stays listed as that."""

    reason: str


@dataclass(frozen=True, slots=True)
class WheelWin:
    """`name`: masked, "" for a guest; `prize`: in the languages it has; `amount`: of a red packet, in minor units
    of the store's currency, 0 for none."""

    name: str
    prize: LocalText
    amount: int = 0


@dataclass(frozen=True, slots=True)
class WheelWins(Scene):
    """What was won at wheels lately, the newest first. `event`: whose wheels they are."""

    wins: tuple[WheelWin, ...]
    event: str = ""
    kept: Frame = Frame.NONE

    def season(self) -> Frame:
        return self.kept
