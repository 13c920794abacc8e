"""A draw before a room, step by step; each is a fact before anybody sees it, and what comes of all of them together is
found anew from the journal every time (`domain/draws/stage.py`). There is no way to choose, repeat or undo a result."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from kiosk.application.context import Context
from kiosk.application.draws.stage_outcomes import DrawLine, StageView
from kiosk.application.draws.stage_views import view
from kiosk.application.ports.faults import LedgerFault
from kiosk.application.ports.ledger import LedgerTx
from kiosk.application.staff.outcomes import Approval
from kiosk.domain.draws import facts, stage_facts
from kiosk.domain.draws.batch import (
    DICE,
    ENVELOPE,
    FEWEST_DICE,
    Drawn,
    envelope_commitment,
)
from kiosk.domain.draws.batch import (
    draw as draw_by_seed,
)
from kiosk.domain.draws.beacon import Round, time_of
from kiosk.domain.draws.facts import OfDraw, PassReason, SignatureRow, VoidReason
from kiosk.domain.draws.published import Signed
from kiosk.domain.draws.stage import (
    Phase,
    StageDraw,
    all_folded,
    folded,
    next_alternate,
    rehearsal_value,
)
from kiosk.domain.draws.typed import read_beacon, read_hex
from kiosk.domain.journal.registry import Kind
from kiosk.domain.refusals import Refusal, RefusalCode
from kiosk.domain.staff.actors import Staff
from kiosk.domain.time import instant


@dataclass(slots=True)
class Results:
    """Results that were worked out in this run of the program: of a million entrants it takes seconds. Each is found
    again from list and seed; nothing depends on it."""

    found: dict[tuple[str, int, bytes], Drawn] = field(default_factory=dict)

    def of(self, tx: LedgerTx, draw: StageDraw) -> Drawn | None:
        """The result of a draw that was drawn; None before that."""
        if not draw.result:
            return None
        key = (draw.draw, draw.seq, draw.seed())
        if key not in self.found:
            drawn = worked_out(tx, draw)
            if drawn.hash(draw.mh).hex() != draw.result:
                raise LedgerFault(f"draw {draw.draw}: list and seed do not make the result that was journalled")
            self.found[key] = drawn
        return self.found[key]


def worked_out(tx: LedgerTx, draw: StageDraw) -> Drawn:
    """Who won, from list and seed alone."""
    return draw_by_seed(draw.manifest, [count for count, _ in tx.draw_leaves(draw.draw, draw.seq)], draw.seed())


# --- reading --------------------------------------------------------------------------------------------------------


def find(tx: LedgerTx, draw: str, seq: int) -> StageDraw | Refusal:
    """A draw of this stage."""
    return folded(tx.draw_said(draw, seq)) or Refusal(RefusalCode.DRAW_UNKNOWN)


def see(context: Context, tx: LedgerTx, results: Results, draw: str, seq: int) -> StageView | Refusal:
    """A draw as it stands."""
    found = find(tx, draw, seq)
    return found if isinstance(found, Refusal) else view(context, tx, found, results.of(tx, found))


def lines(context: Context, tx: LedgerTx) -> tuple[DrawLine, ...]:
    """Draws of this stage, the newest first, then those that wait at HQ."""
    own = [
        DrawLine(one.draw, one.seq, one.title, instant(one.frozen_at), one.phase, one.rehearsal)
        for one in reversed(all_folded(tx.draws_said()))
    ]
    here_already = {(one.draw, one.seq) for one in own}
    waiting = [
        DrawLine(one.draw, one.seq, one.title, instant(one.at), Phase.FROZEN, here=False)
        for one in context.stage.hq_draws()
        if (one.draw, one.seq) not in here_already
    ]
    return (*own, *waiting)


# --- from the list to the winners -----------------------------------------------------------------------------------


def publish(
    context: Context, tx: LedgerTx, draw: str, seq: int, actor: Staff, signatures: Sequence[Signed]
) -> Refusal | None:
    """Publish: from now on the list is everybody's, and what decides has not been yet."""
    found = find(tx, draw, seq)
    if isinstance(found, Refusal):
        return found
    if found.published_at:
        return None
    if found.phase is not Phase.FROZEN:
        return _not_now(found)
    if context.now_ms() > found.manifest.publish_deadline * 1000:
        return Refusal(RefusalCode.DRAW_LATE, {"until": instant(found.manifest.publish_deadline * 1000)})
    said = Saying(tx, draw, seq, actor.id, found.rehearsal)
    said.append(facts.DRAW_PUBLISHED, publication(context, draw, seq, found.mh, signatures))
    return None


def publication(context: Context, draw: str, seq: int, mh: bytes, signatures: Sequence[Signed]) -> facts.PublishedBody:
    rows = tuple(SignatureRow(role=one.role, name=one.name, key=one.key, signature=one.signature) for one in signatures)
    return facts.PublishedBody(draw=draw, seq=seq, mh=mh.hex(), at=context.now_ms(), signatures=rows)


def throw(tx: LedgerTx, draw: str, seq: int, throws: str, actor: Staff) -> Refusal | None:
    """All dice so far."""
    found = find(tx, draw, seq)
    if isinstance(found, Refusal):
        return found
    if found.opened or found.seeded:
        return Refusal(RefusalCode.DICE_CLOSED)
    if found.by_beacon or found.phase not in (Phase.DICE, Phase.ENVELOPES):
        return _not_now(found)
    if not set(throws) <= set("123456") or len(throws) > stage_facts.MOST_THROWS:
        return Refusal(RefusalCode.DICE_UNREADABLE)
    if throws != found.throws:
        body = stage_facts.ThrownBody(draw=draw, seq=seq, throws=throws)
        Saying(tx, draw, seq, actor.id, found.rehearsal).append(stage_facts.DRAW_THROWN, body)
    return None


def open_envelope(tx: LedgerTx, draw: str, seq: int, name: str, text: str, actor: Staff) -> Refusal | None:
    """What was in an envelope; after the dice, and only what its commitment says."""
    found = find(tx, draw, seq)
    if isinstance(found, Refusal):
        return found
    if found.phase is Phase.DICE:
        return Refusal(RefusalCode.DICE_FEW, {"need": FEWEST_DICE, "have": len(found.throws)})
    if name in found.opened:
        return None
    if found.phase is not Phase.ENVELOPES or name not in found.envelopes:
        return _not_now(found)
    value = rehearsal_value(name) if found.rehearsal and not text.strip() else read_hex(text, 32)
    if value is None:
        return Refusal(RefusalCode.ENVELOPE_UNREADABLE)
    if dict(found.manifest.envelopes)[name] != envelope_commitment(value).hex():
        return Refusal(RefusalCode.ENVELOPE_OTHER, {"name": name.removeprefix(ENVELOPE)})
    body = stage_facts.OpenedBody(draw=draw, seq=seq, name=name, value=value.hex())
    Saying(tx, draw, seq, actor.id, found.rehearsal).append(stage_facts.DRAW_OPENED, body)
    return None


def take_beacon(context: Context, tx: LedgerTx, draw: str, seq: int, text: str, actor: Staff) -> Refusal | None:
    """The signature of the round that the manifest names."""
    found = find(tx, draw, seq)
    if isinstance(found, Refusal):
        return found
    beacon = found.manifest.beacon
    if found.seeded:
        return None
    if found.phase is not Phase.AWAITED or beacon is None:
        return _not_now(found)
    signature = _signature(context, beacon, text)
    if isinstance(signature, Refusal):
        return signature
    body = facts.SeededBody(draw=draw, seq=seq, round=beacon.round, signature=signature.hex())
    Saying(tx, draw, seq, actor.id, found.rehearsal).append(facts.DRAW_SEEDED, body)
    return None


def _signature(context: Context, beacon: Round, text: str) -> bytes | Refusal:
    chain = context.stage.chain()
    out = time_of(chain, beacon.round) * 1000
    told = context.stage.beacon(beacon.chain, beacon.round) if not text.strip() else None
    if not text.strip() and told is None:
        return Refusal(RefusalCode.BEACON_NOT_YET, {"until": instant(out)})
    read = read_beacon(text) if told is None else (beacon.round, told)
    if read is None:
        return Refusal(RefusalCode.BEACON_UNREADABLE)
    number, signature = read
    if number and number != beacon.round:
        return Refusal(RefusalCode.BEACON_OTHER_ROUND, {"need": beacon.round, "have": number})
    if not context.stage.beacon_is_good(beacon.round, signature):
        return Refusal(RefusalCode.BEACON_FORGED)
    return signature


def draw_now(context: Context, tx: LedgerTx, draw: str, seq: int, actor: Staff) -> Refusal | None:
    """Who won. Once; asked again it is there already."""
    found = find(tx, draw, seq)
    if isinstance(found, Refusal):
        return found
    if found.result:
        return None
    if found.phase is not Phase.READY:
        if found.phase is Phase.DICE:
            return Refusal(RefusalCode.DICE_FEW, {"need": FEWEST_DICE, "have": len(found.throws)})
        return _not_now(found)
    said = Saying(tx, draw, seq, actor.id, found.rehearsal)
    if not found.seeded:
        sources = tuple((name, value.decode() if name == DICE else value.hex()) for name, value in found.gathered())
        said.append(facts.DRAW_SEEDED, facts.SeededBody(draw=draw, seq=seq, sources=sources))
        found = find(tx, draw, seq)
        if isinstance(found, Refusal):
            return found
    drawn = worked_out(tx, found)
    short = len(drawn.winners) + len(drawn.alternates) <= facts.MOST_LISTED
    body = facts.DrawnBody(
        draw=draw,
        seq=seq,
        result=drawn.hash(found.mh).hex(),
        winners=tuple((one.prize, one.ticket, one.entrant) for one in drawn.winners) if short else (),
        alternates=tuple((one.ticket, one.entrant) for one in drawn.alternates) if short else (),
    )
    said.append(facts.DRAW_DRAWN, body)
    return None


def reveal(tx: LedgerTx, draw: str, seq: int, upto: int, actor: Staff) -> Refusal | None:
    """The room is shown the first winners."""
    found = find(tx, draw, seq)
    if isinstance(found, Refusal):
        return found
    if found.phase not in (Phase.DRAWN, Phase.SHOWN):
        return _not_now(found)
    upto = min(upto, found.prizes)
    if upto > found.revealed:
        body = stage_facts.RevealedBody(draw=draw, seq=seq, upto=upto)
        Saying(tx, draw, seq, actor.id, found.rehearsal).append(stage_facts.DRAW_REVEALED, body)
    return None


# --- after the draw -------------------------------------------------------------------------------------------------


def pass_on(
    tx: LedgerTx,
    results: Results,
    at: tuple[str, int],
    place: int,
    reason: PassReason,
    signed: tuple[Approval, Approval],
) -> Refusal | None:
    """The next alternate comes in, by two signatures."""
    draw, seq = at
    found = find(tx, draw, seq)
    if isinstance(found, Refusal):
        return found
    if signed[0].staff == signed[1].staff:
        return Refusal(RefusalCode.SAME_PERSON)
    drawn = results.of(tx, found)
    if drawn is None or found.phase not in (Phase.DRAWN, Phase.SHOWN) or not 0 <= place < found.revealed:
        return _not_now(found)
    standing = [one.alternate for one in found.passed if one.place == place]
    entrant = standing[-1] if standing else drawn.winners[place].entrant
    if entrant < 0:
        return _not_now(found)
    following = next_alternate(found, drawn)
    body = facts.PassedBody(
        draw=draw,
        seq=seq,
        place=place,
        entrant=entrant,
        reason=reason,
        by=signed[0].staff,
        second=signed[1].staff,
        alternate=following[1] if following is not None else -1,
    )
    Saying(tx, draw, seq, signed[0].staff, found.rehearsal).append(facts.DRAW_PASSED, body)
    return None


def void(
    context: Context, tx: LedgerTx, at: tuple[str, int], reason: VoidReason, signed: tuple[Approval, Approval]
) -> Refusal | None:
    """Abandon a draw while nobody can know who would win. It stays listed, as void; a corrected list may take its
    place."""
    (draw, seq), (first, second) = at, signed
    found = find(tx, draw, seq)
    if isinstance(found, Refusal):
        return found
    if first.staff == second.staff:
        return Refusal(RefusalCode.SAME_PERSON)
    if found.phase is Phase.VOID:
        return None
    if found.seeded or found.result or found.phase is Phase.READY:
        return _not_now(found)
    beacon = found.manifest.beacon if found.phase is Phase.AWAITED else None
    if beacon is not None and context.now_ms() >= time_of(context.stage.chain(), beacon.round) * 1000:
        return Refusal(RefusalCode.DRAW_DECIDED)
    body = facts.VoidedBody(draw=draw, seq=seq, reason=reason, by=first.staff, second=second.staff)
    Saying(tx, draw, seq, first.staff, found.rehearsal).append(facts.DRAW_VOIDED, body)
    return None


def close(tx: LedgerTx, draw: str, seq: int, actor: Staff) -> Refusal | None:
    """Everybody has seen who won."""
    found = find(tx, draw, seq)
    if isinstance(found, Refusal):
        return found
    if found.phase is Phase.CLOSED:
        return None
    if found.phase is not Phase.SHOWN:
        return _not_now(found)
    Saying(tx, draw, seq, actor.id, found.rehearsal).append(facts.DRAW_CLOSED, facts.ClosedBody(draw=draw, seq=seq))
    return None


def _not_now(draw: StageDraw) -> Refusal:
    return Refusal(RefusalCode.DRAW_NOT_NOW, {"other": draw.phase.value})


@dataclass(frozen=True, slots=True)
class Saying:
    """Journals the steps of one draw; a rehearsal's as what they are."""

    tx: LedgerTx
    draw: str
    seq: int
    actor: str
    rehearsal: bool

    def append(self, kind: Kind[Any], body: OfDraw) -> None:
        written: Mapping[str, Any] = kind.write(body)
        if not self.rehearsal:
            self.tx.append(kind, self.actor, written)
            return
        step = str(kind).removeprefix("draw.")
        rehearsed = facts.RehearsedBody(draw=self.draw, seq=self.seq, step=step, said=written)
        self.tx.append(facts.DRAW_REHEARSED, self.actor, facts.DRAW_REHEARSED.write(rehearsed))
