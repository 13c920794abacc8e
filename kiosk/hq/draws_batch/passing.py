"""What people decide of a draw: a prize goes to the next alternate, a draw does not count, a draw is over. Nothing is
ever drawn again."""

from __future__ import annotations

from kiosk.domain.draws.claim_facts import Forfeit
from kiosk.domain.draws.claims import Standing, draw_claim
from kiosk.domain.draws.facts import (
    DRAW_CLOSED,
    DRAW_PASSED,
    DRAW_VOIDED,
    ClosedBody,
    PassedBody,
    PassReason,
    VoidedBody,
    VoidReason,
)
from kiosk.domain.draws.life import NOBODY, State, misfit, next_alternate
from kiosk.hq.context import Context
from kiosk.hq.draws.steps import DrawSeen, draw_of, held_in, lock_of, result_of
from kiosk.hq.draws_batch import winners
from kiosk.hq.draws_batch.rows import tell
from kiosk.hq.draws_claims import claims
from kiosk.hq.journalling import append
from kiosk.hq.projections.prizes import claims_in
from kiosk.hq.store.database import Tx

_FORFEITS = {
    PassReason.NO_SHOW: Forfeit.DEADLINE,
    PassReason.INELIGIBLE: Forfeit.INELIGIBLE,
    PassReason.DECLINED: Forfeit.DECLINED,
}
"""Why the prize is not the one's any more who had it."""


class DrawFault(ValueError):
    """It cannot be done; `code` is stable, the text says why, to a person."""

    def __init__(self, code: str, words: str) -> None:
        super().__init__(words)
        self.code = code


def known(tx: Tx, name: str, seq: int | None = None) -> DrawSeen:
    """A draw, by default its newest. Raises DrawFault."""
    found = draw_of(tx, name, seq)
    if found is None:
        raise DrawFault("no_such_draw", f"no draw {name} was ever frozen (`kiosk hq draws list`)")
    return found


def pass_on(
    context: Context,
    tx: Tx,
    name: str,
    place: int,
    reason: PassReason,
    by: str,
    second: str,
    *,
    seq: int | None = None,
    entrant: int | None = None,
    alternate: int | None = None,
) -> PassedBody:
    """The prize at a place (from 0) goes on to the next alternate, in the order drawn. `entrant`, `alternate`: as
    somebody else saw it; then they must be right. Raises DrawFault."""
    tx.hold([lock_of(name)])
    seen = known(tx, name, seq)
    drawn = result_of(tx, seen)
    if seen.state is not State.DRAWN or drawn is None:
        raise DrawFault("not_drawn", f"{name} is {seen.state}: prizes are passed on after the draw, before it is over")
    if not by or not second or by == second:
        raise DrawFault("two_people", "two different people sign")
    held = held_in(tx, seen)
    if not 0 <= place < len(held):
        raise DrawFault("no_such_place", f"{name} has places 0 to {len(held) - 1}")
    said = PassedBody(
        draw=name,
        seq=seen.seq,
        place=place,
        entrant=max(0, held[place].entrant if entrant is None else entrant),
        reason=reason,
        by=by,
        second=second,
        alternate=next_alternate(drawn.alternates, seen.passed) if alternate is None else alternate,
    )
    wrong = misfit(held, drawn.alternates, sum(one.alternate != NOBODY for one in seen.passed), said)
    if wrong is not None:
        raise DrawFault(wrong, f"place {place}: {wrong.replace('_', ' ')}")
    claim = draw_claim(name, seen.seq, place, said.entrant)
    claimed = claims_in(tx, [claim]).get(claim)
    if claimed is not None and claimed.over and claimed.standing is not Standing.FORFEITED:
        raise DrawFault("handed_over", f"place {place}: whose it is has it already")
    if claimed is not None and not claimed.over and claimed.holder:
        words = f"place {place}: {claimed.holder} was let hand it over, and may have (`kiosk hq draws claims --free`)"
        raise DrawFault("held", words)
    winners.lose(context, tx, seen, held[place])
    append(context, tx, DRAW_PASSED, DRAW_PASSED.write(said))
    claims.forfeit(context, tx, claim, _FORFEITS[reason], None, second)
    tell(context, tx, name, seen.seq)
    return said


def void(
    context: Context, tx: Tx, name: str, reason: VoidReason, by: str, second: str, *, seq: int | None = None
) -> DrawSeen:
    """A draw does not count: it stays listed. Not one of which a prize was told to somebody, unless by law: then nobody
    gets, or keeps of what the rules booked, what they won. Raises DrawFault."""
    tx.hold([lock_of(name)])
    seen = known(tx, name, seq)
    if seen.state is State.VOID:
        raise DrawFault("void", f"{name}/{seen.seq} is void already")
    if seen.state in (State.DRAWN, State.CLOSED) and reason is not VoidReason.BY_LAW:
        words = f"{name}/{seen.seq} was drawn: its result stands, unless the law says otherwise (--reason by_law)"
        raise DrawFault("drawn", words)
    if not by or not second or by == second:
        raise DrawFault("two_people", "two different people sign")
    body = VoidedBody(draw=name, seq=seen.seq, reason=reason, by=by, second=second)
    for held in held_in(tx, seen):
        if held.entrant != NOBODY:
            winners.lose(context, tx, seen, held)
            claims.forfeit(
                context, tx, draw_claim(name, seen.seq, held.place, held.entrant), Forfeit.VOID, None, second
            )
    append(context, tx, DRAW_VOIDED, DRAW_VOIDED.write(body))
    tell(context, tx, name, seen.seq)
    return seen


def close(context: Context, tx: Tx, name: str, *, seq: int | None = None) -> None:
    """Every prize is claimed or forfeited: nothing is passed on any more. Raises DrawFault."""
    tx.hold([lock_of(name)])
    seen = known(tx, name, seq)
    if seen.state is not State.DRAWN:
        raise DrawFault("not_drawn", f"{name} is {seen.state}")
    append(context, tx, DRAW_CLOSED, DRAW_CLOSED.write(ClosedBody(draw=name, seq=seen.seq)))
    tell(context, tx, name, seen.seq)
