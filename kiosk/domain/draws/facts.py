"""Facts of batch draws (docs/draws.md): each step of a draw's life, from the list that is frozen to the last prize.

They hold no personal data: who stands behind an entrant's number lies beside the facts and can be erased. The facts of
a draw count only from whom it belongs to (`owner_of`): HQ's from HQ, a terminal's own from that terminal.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeVar

from kiosk.domain.journal.facts import Fact
from kiosk.domain.journal.registry import Body, Change, Kind

_OWNER = "draws"
MOST_LISTED = 1_000
"""So many winners stand in the fact itself; of a longer list only its hash does, and the list in the published file."""
LOCAL = "local/"
"""How the ids of draws begin that a terminal holds from a list of its own: local/<device>/<n>."""


class Step(StrEnum):
    """What happened to a draw."""

    FROZEN = "frozen"
    PUBLISHED = "published"
    SEEDED = "seeded"
    DRAWN = "drawn"
    PASSED = "passed"
    VOIDED = "voided"
    CLOSED = "closed"
    REFUSED = "refused"


class PassReason(StrEnum):
    """Why a winner's prize goes to the next alternate."""

    NO_SHOW = "no_show"
    INELIGIBLE = "ineligible"
    DECLINED = "declined"


class VoidReason(StrEnum):
    """Why a draw does not count. It stays listed; a correction is frozen anew under the next `seq`."""

    WRONG_LIST = "wrong_list"
    WRONG_PRIZES = "wrong_prizes"
    WRONG_RULES = "wrong_rules"
    LATE = "late"
    """It was published after the time by which its manifest said it would be."""
    ENVELOPE_MISSING = "envelope_missing"
    ABANDONED = "abandoned"
    BY_LAW = "by_law"


class OfDraw(Body, frozen=True, kw_only=True):
    """`draw`: its id; `seq`: 1, and one more for each correction."""

    draw: str
    seq: int = 1

    def __post_init__(self) -> None:
        """Raises ValueError for no draw."""
        if not 0 < len(self.draw) <= 200 or not self.draw.isprintable() or self.seq < 1:
            raise ValueError(f"draw {self.draw!r}, {self.seq}")


class FrozenBody(OfDraw, frozen=True, kw_only=True):
    """`manifest`: as it is published and signed; `mh`: its hash, hex; `name`: of a draw that no campaign names."""

    manifest: Mapping[str, Any]
    mh: str
    name: str = ""


class SignatureRow(Body, frozen=True, kw_only=True):
    """`role`: hq, terminal, witness; `name`: who that is, for people; `key`, `signature`: hex."""

    role: str
    name: str
    key: str
    signature: str


class PublishedBody(OfDraw, frozen=True, kw_only=True):
    """`at`: ms since 1970; `signatures`: of the manifest, those that were there then."""

    mh: str
    at: int
    signatures: tuple[SignatureRow, ...] = ()


class SeededBody(OfDraw, frozen=True, kw_only=True):
    """`round`, `signature` (hex): of the beacon that the manifest names; or `sources`: pairs of a name and what it gave
    (envelopes as hex, dice as digits), in the manifest's order."""

    round: int = 0
    signature: str = ""
    sources: tuple[tuple[str, str], ...] = ()


class DrawnBody(OfDraw, frozen=True, kw_only=True):
    """`result`: hash of the whole result, hex; `winners`: (prize, ticket, entrant's number) in the order drawn, up to a
    thousand; `alternates`: (ticket, entrant's number)."""

    result: str
    winners: tuple[tuple[str, int, int], ...] = ()
    alternates: tuple[tuple[int, int], ...] = ()


class PassedBody(OfDraw, frozen=True, kw_only=True):
    """A prize goes on. `place`: which, from 0, in the order drawn; `entrant`: whose it was; `reason`: no_show,
    ineligible, declined; `by`, `second`: the two who signed; `alternate`: the number of the entrant whose it is now, -1
    where none is left."""

    place: int
    entrant: int
    reason: PassReason
    by: str
    second: str
    alternate: int = -1

    def __post_init__(self) -> None:
        """Raises ValueError where it is not two who signed."""
        OfDraw.__post_init__(self)
        if self.place < 0 or self.entrant < 0 or not self.by or not self.second or self.by == self.second:
            raise ValueError(f"place {self.place}: two different people sign")


class VoidedBody(OfDraw, frozen=True, kw_only=True):
    """`reason`: a code; `by`, `second`: the two who signed; `hq` alone where HQ saw for itself that it cannot
    count."""

    reason: VoidReason
    by: str
    second: str = ""


class ClosedBody(OfDraw, frozen=True, kw_only=True):
    """Every prize is claimed, or forfeited by the published rule."""


class RefusedBody(OfDraw, frozen=True, kw_only=True):
    """A result that `device` reported and HQ does not take: `result`, and `code` says why."""

    device: str
    result: str
    code: str


class RehearsedBody(OfDraw, frozen=True, kw_only=True):
    """`step`: of the rehearsal; `said`: what the body of that step's fact would say. None of it is real."""

    step: str
    said: Mapping[str, Any] = {}


@dataclass(frozen=True, slots=True)
class DrawSaid(Change):
    """A step of a draw. `at`: ms since 1970; `said`: the fact's body."""

    draw: str
    seq: int
    step: Step
    at: int
    actor: str
    said: OfDraw


@dataclass(frozen=True, slots=True)
class DrawRehearsed(Change):
    """A step of a rehearsal."""

    draw: str
    seq: int
    step: str
    at: int
    actor: str
    said: Mapping[str, Any]


def owner_of(draw: str) -> str:
    """The id of the terminal whose facts count for a draw; "" for HQ's."""
    return draw.split("/")[1] if draw.startswith(LOCAL) and draw.count("/") >= 2 else ""


def local_draw(device: str, number: int) -> str:
    """The id of a terminal's own draw."""
    return f"{LOCAL}{device}/{number}"


B = TypeVar("B", bound=OfDraw)


def _kind(step: Step, body: type[B], says: str) -> Kind[B]:
    def changes(fact: Fact, said: B) -> tuple[Change, ...]:
        return (DrawSaid(said.draw, said.seq, step, fact.corrected_ms, fact.actor, said),)

    return Kind(f"draw.{step}", owner=_OWNER, body=body, says=says, changes=changes)


def _rehearsed(fact: Fact, body: RehearsedBody) -> tuple[Change, ...]:
    return (DrawRehearsed(body.draw, body.seq, body.step, fact.corrected_ms, fact.actor, body.said),)


DRAW_FROZEN = _kind(Step.FROZEN, FrozenBody, "a draw's list is frozen; what is under a lower `seq` is void")
DRAW_PUBLISHED = _kind(Step.PUBLISHED, PublishedBody, "manifest and leaves are published")
DRAW_SEEDED = _kind(Step.SEEDED, SeededBody, "the draw's seed is known")
DRAW_DRAWN = _kind(Step.DRAWN, DrawnBody, "who won what; once")
DRAW_PASSED = _kind(Step.PASSED, PassedBody, "a prize is the next alternate's")
DRAW_VOIDED = _kind(Step.VOIDED, VoidedBody, "the draw does not count and stays listed")
DRAW_CLOSED = _kind(Step.CLOSED, ClosedBody, "the draw is over")
DRAW_REFUSED = _kind(Step.REFUSED, RefusedBody, "what came of a result that a terminal reported; only HQ journals it")
DRAW_REHEARSED = Kind(
    "draw.rehearsed",
    owner=_OWNER,
    body=RehearsedBody,
    says="a rehearsal's state; HQ keeps nothing of it",
    changes=_rehearsed,
)

KINDS: tuple[Kind[Any], ...] = (
    DRAW_FROZEN,
    DRAW_PUBLISHED,
    DRAW_SEEDED,
    DRAW_DRAWN,
    DRAW_PASSED,
    DRAW_VOIDED,
    DRAW_CLOSED,
    DRAW_REFUSED,
    DRAW_REHEARSED,
)
