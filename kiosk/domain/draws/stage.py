"""A draw before a room, as it follows from what was journalled of it: never from anything that a screen remembers.

Whatever order facts come in, what was said first counts and cannot be taken back: a list is frozen once, an envelope
has the value that its commitment allows, a seed makes one result.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from kiosk.domain.draws.batch import (
    DICE,
    DRAND,
    ENVELOPE,
    FEWEST_DICE,
    Drawn,
    Manifest,
    dice_text,
    envelope_commitment,
    manifest_of,
    seed_from_beacon,
    seed_from_sources,
)
from kiosk.domain.draws.encoding import H
from kiosk.domain.draws.facts import PassReason, Step
from kiosk.domain.draws.fields import FieldFault
from kiosk.domain.draws.published import Signed
from kiosk.domain.draws.stage_facts import Said, Shown, StageStep

REHEARSAL = "rehearsal/"
"""How the ids of rehearsals begin."""
WITNESS, AT_HQ = "witness", "HQ"
"""Who holds the envelopes of a draw without a network."""


class Phase(StrEnum):
    """Where a draw stands."""

    FROZEN = "frozen"
    AWAITED = "awaited"
    """Published; the round of its beacon decides."""
    DICE = "dice"
    ENVELOPES = "envelopes"
    """Enough dice are thrown, and at least one envelope is closed."""
    READY = "ready"
    """Everything that makes the seed is there."""
    DRAWN = "drawn"
    """Drawn; not all winners have been shown."""
    SHOWN = "shown"
    CLOSED = "closed"
    VOID = "void"


@dataclass(frozen=True, slots=True)
class Passed:
    """A prize that went on. `alternate`: the entrant's number, -1 where nobody was left."""

    place: int
    entrant: int
    reason: PassReason
    by: str
    second: str
    alternate: int
    at: int


@dataclass(frozen=True, slots=True)
class StageDraw:
    """A draw as it stands. Times: ms since 1970, 0 for what has not been."""

    draw: str
    seq: int
    manifest: Manifest
    mh: bytes
    rehearsal: bool = False
    title: str = ""
    event: str = ""
    names: Mapping[str, str] = field(default_factory=dict)
    shown: Shown = Shown.MASKED
    rules: str = ""
    frozen_at: int = 0
    published_at: int = 0
    signatures: tuple[Signed, ...] = ()
    throws: str = ""
    opened: Mapping[str, bytes] = field(default_factory=dict)
    signature: bytes = b""
    sources: tuple[tuple[str, bytes], ...] = ()
    result: str = ""
    drawn_at: int = 0
    revealed: int = 0
    passed: tuple[Passed, ...] = ()
    voided: str = ""
    voided_at: int = 0
    closed_at: int = 0

    @property
    def by_beacon(self) -> bool:
        """Whether a beacon's round decides; else envelopes and dice."""
        return self.manifest.sources == (DRAND,)

    @property
    def envelopes(self) -> tuple[str, ...]:
        """The names of its envelopes in the order of its sources."""
        return tuple(name for name in self.manifest.sources if name.startswith(ENVELOPE))

    @property
    def seeded(self) -> bool:
        """Whether its seed is durable."""
        return bool(self.signature or self.sources)

    @property
    def phase(self) -> Phase:
        """Where it stands."""
        if self.voided:
            return Phase.VOID
        if self.closed_at:
            return Phase.CLOSED
        if self.result:
            return Phase.SHOWN if self.revealed >= self.prizes else Phase.DRAWN
        if not self.published_at:
            return Phase.FROZEN
        if self.seeded:
            return Phase.READY
        if self.by_beacon:
            return Phase.AWAITED
        if len(self.throws) < FEWEST_DICE:
            return Phase.DICE
        return Phase.READY if len(self.opened) == len(self.envelopes) else Phase.ENVELOPES

    @property
    def prizes(self) -> int:
        """How many are drawn: fewer than promised where there are fewer entrants."""
        wanted = sum(prize.n for prize in self.manifest.prizes)
        most = self.manifest.entrants if self.manifest.one_prize_per_entrant else self.manifest.tickets
        return min(wanted, most)

    def seed(self) -> bytes:
        """The seed, once it is there. ValueError before that."""
        if self.signature:
            return seed_from_beacon(self.mh, self.signature)
        if self.sources:
            return seed_from_sources(self.mh, self.sources)
        raise ValueError("no seed yet")

    def gathered(self) -> tuple[tuple[str, bytes], ...]:
        """Dice and envelopes in the manifest's order, once all are there. ValueError before that."""
        if len(self.throws) < FEWEST_DICE or set(self.opened) != set(self.envelopes):
            raise ValueError("something of the seed is missing")
        values = {**self.opened, DICE: (dice_text(self.throws) or "").encode()}
        return tuple((name, values[name]) for name in self.manifest.sources)


def rehearsal_value(name: str) -> bytes:
    """What is in an envelope of a rehearsal: no secret, so that nobody can take it for a draw."""
    return H("rehearsal", name.encode())


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has a prize now. `place`: which, from 0 in the order drawn; `instead`: they came in as an alternate;
    `entrant` -1: nobody was left."""

    place: int
    prize: str
    ticket: int
    entrant: int
    instead: bool = False


def holders(draw: StageDraw, drawn: Drawn) -> list[Holder]:
    """Who has each prize after everything that was passed on."""
    found = [Holder(place, win.prize, win.ticket, win.entrant) for place, win in enumerate(drawn.winners)]
    tickets = {one.entrant: one.ticket for one in drawn.alternates}
    for passed in draw.passed:
        if passed.place < len(found):
            ticket = tickets.get(passed.alternate, -1)
            found[passed.place] = replace(found[passed.place], ticket=ticket, entrant=passed.alternate, instead=True)
    return found


def next_alternate(draw: StageDraw, drawn: Drawn) -> tuple[int, int] | None:
    """(ticket, entrant) of who comes in next; None where nobody is left. Each comes in once, in the order drawn."""
    used = sum(1 for one in draw.passed if one.alternate >= 0)
    if used >= len(drawn.alternates):
        return None
    return drawn.alternates[used].ticket, drawn.alternates[used].entrant


def folded(said: Iterable[Said]) -> StageDraw | None:
    """One draw from everything that was said of it, in the journal's order; None where its list was never frozen."""
    draw: StageDraw | None = None
    for one in said:
        if draw is None:
            draw = _frozen(one) if one.step == Step.FROZEN else None
        elif (take := _TAKE.get(one.step)) is not None:
            try:
                draw = take(draw, one)
            except (KeyError, ValueError, TypeError):
                continue  # what a newer program says of a step, or nobody could have written
    return draw


def all_folded(said: Sequence[Said]) -> list[StageDraw]:
    """Every draw, in the order in which their lists were frozen."""
    by_draw: dict[tuple[str, int], list[Said]] = {}
    for one in said:
        by_draw.setdefault((one.draw, one.seq), []).append(one)
    found = [draw for steps in by_draw.values() if (draw := folded(steps)) is not None]
    return sorted(found, key=lambda draw: draw.frozen_at)


def _frozen(one: Said) -> StageDraw | None:
    try:
        manifest = manifest_of(one.said["manifest"])
    except (FieldFault, KeyError):
        return None  # of a newer program
    return StageDraw(
        one.draw,
        one.seq,
        manifest,
        manifest.hash(),
        rehearsal=one.rehearsal,
        title=str(one.said.get("name", "")),
        frozen_at=one.at,
    )


def _staged(draw: StageDraw, one: Said) -> StageDraw:
    said = one.said
    return replace(
        draw,
        title=said.get("title") or draw.title,
        event=said.get("event", ""),
        names=dict(tuple(pair) for pair in said.get("names", ())),
        shown=Shown(said.get("shown", Shown.MASKED)),
        rules=str(said.get("rules", "")),
    )


def _published(draw: StageDraw, one: Said) -> StageDraw:
    if draw.published_at or draw.voided:
        return draw
    signatures = tuple(
        Signed(row["role"], row["name"], row["key"], row["signature"]) for row in one.said.get("signatures", ())
    )
    return replace(draw, published_at=one.at, signatures=signatures)


def _thrown(draw: StageDraw, one: Said) -> StageDraw:
    open_still = draw.published_at and not draw.opened and not draw.seeded and not draw.voided
    return replace(draw, throws=str(one.said["throws"])) if open_still else draw


def _opened(draw: StageDraw, one: Said) -> StageDraw:
    name, value = str(one.said["name"]), bytes.fromhex(one.said["value"])
    due = len(draw.throws) >= FEWEST_DICE and not draw.seeded and not draw.voided and name not in draw.opened
    if not due or dict(draw.manifest.envelopes).get(name) != envelope_commitment(value).hex():
        return draw
    return replace(draw, opened={**draw.opened, name: value})


def _seeded(draw: StageDraw, one: Said) -> StageDraw:
    if draw.seeded or draw.voided or not draw.published_at:
        return draw
    if draw.by_beacon:
        return replace(draw, signature=bytes.fromhex(one.said.get("signature", "")))
    sources = []
    for name, value in one.said.get("sources", ()):
        sources.append((name, value.encode() if name == DICE else bytes.fromhex(value)))
    return replace(draw, sources=tuple(sources))


def _drawn(draw: StageDraw, one: Said) -> StageDraw:
    if draw.result or not draw.seeded or draw.voided:
        return draw
    return replace(draw, result=str(one.said["result"]), drawn_at=one.at)


def _revealed(draw: StageDraw, one: Said) -> StageDraw:
    return replace(draw, revealed=max(draw.revealed, int(one.said["upto"]))) if draw.result else draw


def _passed(draw: StageDraw, one: Said) -> StageDraw:
    said = one.said
    reason, alternate = PassReason(said["reason"]), said.get("alternate", -1)
    passed = Passed(said["place"], said["entrant"], reason, said["by"], said["second"], alternate, one.at)
    if not draw.result or passed.place >= draw.prizes:
        return draw
    if passed.alternate >= 0 and any(other.alternate == passed.alternate for other in draw.passed):
        return draw
    return replace(draw, passed=(*draw.passed, passed))


def _voided(draw: StageDraw, one: Said) -> StageDraw:
    return replace(draw, voided=str(one.said["reason"]), voided_at=one.at) if not draw.voided else draw


def _closed(draw: StageDraw, one: Said) -> StageDraw:
    return replace(draw, closed_at=draw.closed_at or one.at) if draw.result else draw


_TAKE = {
    StageStep.STAGED.value: _staged,
    Step.PUBLISHED.value: _published,
    StageStep.THROWN.value: _thrown,
    StageStep.OPENED.value: _opened,
    Step.SEEDED.value: _seeded,
    Step.DRAWN.value: _drawn,
    StageStep.REVEALED.value: _revealed,
    Step.PASSED.value: _passed,
    Step.VOIDED.value: _voided,
    Step.CLOSED.value: _closed,
}
