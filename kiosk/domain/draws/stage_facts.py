"""Facts of a draw that is held before a room, beside those that every batch draw has (`facts.py`): what the room is
told it is about, dice as they are thrown, envelopes as they are opened, how far the winners have been shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeVar

from kiosk.domain.draws.facts import OfDraw
from kiosk.domain.journal.facts import Fact
from kiosk.domain.journal.registry import Change, Kind

_OWNER = "draws"
MOST_THROWS = 200


@dataclass(frozen=True, slots=True)
class Said:
    """Something that was journalled of a draw. `at`: ms since 1970; `said`: the body as plain values."""

    draw: str
    seq: int
    step: str
    at: int
    actor: str
    said: Mapping[str, Any]
    rehearsal: bool = False


class StageStep(StrEnum):
    """What happened to a draw on the stage alone."""

    STAGED = "staged"
    THROWN = "thrown"
    OPENED = "opened"
    REVEALED = "revealed"


class Shown(StrEnum):
    """What the room sees of somebody."""

    MASKED = "masked"
    """The name and the phone number, both masked."""
    NAME = "name"
    """The masked name alone."""
    TICKET = "ticket"
    """The ticket's number alone."""
    FULL = "full"
    """The whole name: of people who agreed to it, such as colleagues at a party."""


class StagedBody(OfDraw, frozen=True, kw_only=True):
    """`title`, `event`: as the room reads them; `names`: pairs of a prize's code and its name; `shown`: what is seen of
    people: masked, name, ticket, full; `rules`: the text whose hash the manifest has, of a draw of one's own."""

    title: str
    event: str = ""
    names: tuple[tuple[str, str], ...] = ()
    shown: Shown = Shown.MASKED
    rules: str = ""


class ThrownBody(OfDraw, frozen=True, kw_only=True):
    """`throws`: all dice so far, each as a digit from 1 to 6, in the order thrown; the last fact before the first
    envelope counts."""

    throws: str

    def __post_init__(self) -> None:
        """Raises ValueError for what no die shows."""
        OfDraw.__post_init__(self)
        if len(self.throws) > MOST_THROWS or not set(self.throws) <= set("123456"):
            raise ValueError("dice show 1 to 6")


class OpenedBody(OfDraw, frozen=True, kw_only=True):
    """An envelope is open. `name`: as in the manifest's sources; `value`: what was in it, 64 hex digits, and its
    commitment is the manifest's."""

    name: str
    value: str


class RevealedBody(OfDraw, frozen=True, kw_only=True):
    """The room has been shown the first `upto` winners, in the order drawn."""

    upto: int


@dataclass(frozen=True, slots=True)
class StageSaid(Change):
    """A step of a draw on the stage. `at`: ms since 1970; `said`: the fact's body."""

    draw: str
    seq: int
    step: StageStep
    at: int
    actor: str
    said: OfDraw


B = TypeVar("B", bound=OfDraw)


def _changes(step: StageStep) -> Callable[[Fact, OfDraw], tuple[Change, ...]]:
    return lambda fact, said: (StageSaid(said.draw, said.seq, step, fact.corrected_ms, fact.actor, said),)


def _kind(step: StageStep, body: type[B], says: str) -> Kind[B]:
    return Kind(f"draw.{step}", owner=_OWNER, body=body, says=says, changes=_changes(step))


DRAW_STAGED = _kind(StageStep.STAGED, StagedBody, "what the room is told of a draw")
DRAW_THROWN = _kind(StageStep.THROWN, ThrownBody, "dice of a draw, until the first envelope is opened")
DRAW_OPENED = _kind(StageStep.OPENED, OpenedBody, "an envelope of a draw is open; its first value counts")
DRAW_REVEALED = _kind(StageStep.REVEALED, RevealedBody, "so many winners have been shown")

KINDS: tuple[Kind[Any], ...] = (DRAW_STAGED, DRAW_THROWN, DRAW_OPENED, DRAW_REVEALED)
