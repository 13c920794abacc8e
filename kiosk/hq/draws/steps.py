"""What has happened to each draw, read from the steps that facts told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

import msgspec
from sqlalchemy import select

from kiosk.domain.draws.batch import Alternate, Drawn, Manifest, Win, dealt, manifest_of
from kiosk.domain.draws.facts import (
    KINDS,
    DrawnBody,
    FrozenBody,
    OfDraw,
    PassedBody,
    PublishedBody,
    SeededBody,
    Step,
    VoidedBody,
)
from kiosk.domain.draws.fields import FieldFault
from kiosk.domain.draws.life import Held, State, holders
from kiosk.hq.draws.tables import draw_step, draw_ticket
from kiosk.hq.store.database import Tx
from kiosk.hq.store.schema import CHAIN

B = TypeVar("B", bound=OfDraw)
TOPIC = "draws"
"""Something happened to a draw (`Tx.touch`)."""
_BODIES: dict[str, type[Any]] = {str(kind).removeprefix("draw."): kind.body for kind in KINDS}


@dataclass(frozen=True, slots=True)
class DrawSeen:
    """A draw as it stands. `at`: when each step was, ms. `passed`: in the order in which it was said."""

    draw: str
    seq: int
    state: State
    device: str
    frozen: FrozenBody | None = None
    published: PublishedBody | None = None
    seeded: SeededBody | None = None
    drawn: DrawnBody | None = None
    voided: VoidedBody | None = None
    passed: tuple[PassedBody, ...] = ()
    at: dict[Step, int] = field(default_factory=dict)

    @property
    def manifest(self) -> Manifest | None:
        """What was frozen; None where it is none that this program can read."""
        try:
            return None if self.frozen is None else manifest_of(self.frozen.manifest)
        except (FieldFault, ValueError):
            return None

    @property
    def upto(self) -> str:
        """What its published file has to say, so that it is known when one is old."""
        said = [step.value for step in (Step.SEEDED, Step.DRAWN, Step.VOIDED) if step in self.at]
        return f"{'+'.join(said)}/{len(self.passed)}"


def lock_of(draw: str) -> str:
    """What is held while it is decided about a draw (`Tx.hold`)."""
    return f"draw/{draw}"


def draws(tx: Tx, only: str | None = None) -> list[DrawSeen]:
    """All draws that were ever frozen, by id and `seq`; or those of one id."""
    mine = draw_step.c.store == CHAIN
    if only is not None:
        mine &= draw_step.c.draw == only
    order = (draw_step.c.draw, draw_step.c.seq, draw_step.c.hlc, draw_step.c.device, draw_step.c.fact)
    return list(_grouped(tx.execute(select(draw_step).where(mine).order_by(*order))))


def draw_of(tx: Tx, name: str, seq: int | None = None) -> DrawSeen | None:
    """A draw; without `seq` its newest. None: it was never frozen."""
    found = [one for one in draws(tx, name) if seq is None or one.seq == seq]
    return found[-1] if found else None


def _grouped(rows: Iterable[Any]) -> Iterator[DrawSeen]:
    together: list[Any] = []
    for row in rows:
        if together and (row.draw, row.seq) != (together[0].draw, together[0].seq):
            yield _seen(together)
            together = []
        together.append(row)
    if together:
        yield _seen(together)


def _seen(rows: Sequence[Any]) -> DrawSeen:
    said: dict[Step, OfDraw] = {}
    at: dict[Step, int] = {}
    passed: list[PassedBody] = []
    for row in rows:
        step = Step(row.step)
        body = msgspec.json.decode(row.said, type=_BODIES[row.step])
        if isinstance(body, PassedBody):
            passed.append(body)
        said.setdefault(step, body)
        at.setdefault(step, row.at)

    def of(step: Step, kind: type[B]) -> B | None:
        found = said.get(step)
        return found if isinstance(found, kind) else None

    return DrawSeen(
        rows[0].draw,
        rows[0].seq,
        _state(at),
        rows[0].device,
        of(Step.FROZEN, FrozenBody),
        of(Step.PUBLISHED, PublishedBody),
        of(Step.SEEDED, SeededBody),
        of(Step.DRAWN, DrawnBody),
        of(Step.VOIDED, VoidedBody),
        tuple(passed),
        at,
    )


def _state(at: dict[Step, int]) -> State:
    if Step.VOIDED in at:
        return State.VOID
    for step, state in (
        (Step.CLOSED, State.CLOSED),
        (Step.DRAWN, State.DRAWN),
        (Step.SEEDED, State.SEEDED),
        (Step.PUBLISHED, State.PUBLISHED),
    ):
        if step in at:
            return state
    return State.FROZEN


def result_of(tx: Tx, seen: DrawSeen) -> Drawn | None:
    """Who won, as drawn; None before, or where it is not kept here (a long list of a terminal's own)."""
    manifest = seen.manifest
    if seen.drawn is None or manifest is None:
        return None
    if seen.drawn.winners or seen.drawn.alternates:
        wins = tuple(Win(*one) for one in seen.drawn.winners)
        return Drawn(wins, tuple(Alternate(*one) for one in seen.drawn.alternates))
    mine = (draw_ticket.c.store == CHAIN) & (draw_ticket.c.draw == seen.draw) & (draw_ticket.c.seq == seen.seq)
    rows = tx.execute(select(draw_ticket.c.ticket, draw_ticket.c.i).where(mine).order_by(draw_ticket.c.n))
    return dealt(manifest, [Alternate(row.ticket, row.i) for row in rows])


def held_in(tx: Tx, seen: DrawSeen) -> list[Held]:
    """Whose each prize is now; empty before the draw."""
    drawn = result_of(tx, seen)
    return [] if drawn is None else holders(drawn.winners, drawn.alternates, seen.passed)
