"""The list of a draw before a room: frozen here from the operator's own, or taken as HQ froze it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice
from typing import Any

from kiosk.application.context import Context, here
from kiosk.application.draws.stage import Saying, publication
from kiosk.application.draws.stage_outcomes import DrawPlan, Entrant, PlannedPrize
from kiosk.application.ports.ledger import LedgerTx
from kiosk.application.ports.stage_draws import HqDraw, KeptEntrant
from kiosk.domain.draws import facts, stage_facts
from kiosk.domain.draws.batch import DICE, DRAND, ENVELOPE, Manifest, Prize, envelope_commitment, manifest_of
from kiosk.domain.draws.beacon import MARGIN_S, Round, first_round_from
from kiosk.domain.draws.encoding import H, jcs
from kiosk.domain.draws.entrants import SALT_BYTES, Leaf, commitment, exclusions_root
from kiosk.domain.draws.facts import LOCAL, local_draw
from kiosk.domain.draws.fields import FieldFault
from kiosk.domain.draws.merkle import Growing
from kiosk.domain.draws.stage import AT_HQ, REHEARSAL, WITNESS, Phase, all_folded, folded, rehearsal_value
from kiosk.domain.draws.stage_facts import Shown
from kiosk.domain.draws.typed import read_hex
from kiosk.domain.progress import Cancelled, Progress
from kiosk.domain.refusals import Refusal, RefusalCode
from kiosk.domain.staff.actors import Staff

MOST_PRIZES = 10_000
MOST_ENTRANTS = 1_048_576
"""As many as a sheet of a spreadsheet program holds; measured in docs/figures.md."""


PIECE = 10_000
"""Entrants of one transaction: while a long list is kept, whoever else wants the ledger waits a moment only."""


def freeze(
    context: Context,
    plan: DrawPlan,
    people: Sequence[Entrant],
    actor: Staff,
    progress: Progress | None = None,
    corrects: tuple[str, int] | None = None,
) -> tuple[str, int] | Refusal:
    """Fix the list of a draw of one's own; the people stand beside the facts, and are there before the fact that says
    so: a list that was cancelled, or whose program died, is none. `corrects`: the void list that it takes the place of.
    Raises Cancelled. In transactions of its own."""
    wrong = _wrong(people, plan)
    if wrong is not None:
        return wrong
    envelopes = _envelopes(context, plan)
    if isinstance(envelopes, Refusal):
        return envelopes
    drop_unfrozen(context)
    named = context.ledger.run(lambda tx: _named(context, tx, plan, corrects))
    if isinstance(named, Refusal):
        return named
    draw, seq = named
    kept = _keep(context, draw, seq, _kept_of(context, people), len(people), progress)

    def say(tx: LedgerTx) -> None:
        _say(context, tx, plan, (draw, seq), kept, envelopes, actor)

    context.ledger.run(say)
    return draw, seq


def _wrong(people: Sequence[Entrant], plan: DrawPlan) -> Refusal | None:
    if not people:
        return Refusal(RefusalCode.DRAW_LIST_EMPTY)
    prizes = _prizes(plan)
    if not prizes or sum(prize.count for prize in prizes) > MOST_PRIZES:
        return Refusal(RefusalCode.DRAW_PRIZES_MISSING)
    if len(people) > MOST_ENTRANTS:
        return Refusal(RefusalCode.DRAW_LIST_LONG, {"have": len(people), "need": MOST_ENTRANTS})
    return None


def _prizes(plan: DrawPlan) -> list[PlannedPrize]:
    return [prize for prize in plan.prizes if prize.count > 0 and prize.name.strip()]


def _named(
    context: Context, tx: LedgerTx, plan: DrawPlan, corrects: tuple[str, int] | None
) -> tuple[str, int] | Refusal:
    """What the draw is called: a number of its own, or that of the void list it takes the place of."""
    said = all_folded(tx.draws_said())
    known = {envelope_commitment(value).hex() for one in said if not one.rehearsal for value in one.opened.values()}
    if not plan.beacon and not plan.rehearsal and known & {text.strip().lower() for text in plan.commitments or ()}:
        return Refusal(RefusalCode.ENVELOPE_KNOWN)
    if corrects is not None:
        newest = max((one.seq for one in said if one.draw == corrects[0]), default=0)
        before = next((one for one in said if (one.draw, one.seq) == corrects), None)
        if before is None or before.draw.startswith(REHEARSAL) is not plan.rehearsal:
            return Refusal(RefusalCode.DRAW_UNKNOWN)
        if before.phase is not Phase.VOID or newest != before.seq or not before.draw.startswith((LOCAL, REHEARSAL)):
            return Refusal(RefusalCode.DRAW_NOT_NOW, {"other": before.phase.value})
        return before.draw, before.seq + 1
    identity, _store = here(context, tx)
    number = 1 + len({one.draw for one in said if one.draw.startswith((LOCAL, REHEARSAL))})
    return (f"{REHEARSAL}{identity.device}/{number}" if plan.rehearsal else local_draw(identity.device, number)), 1


@dataclass(frozen=True, slots=True)
class _Kept:
    """What the manifest says of a list."""

    entrants: int
    tickets: int
    root: bytes


def _kept_of(context: Context, people: Iterable[Entrant]) -> Iterator[KeptEntrant]:
    for i, person in enumerate(people):
        salt = context.randomness.bytes(SALT_BYTES)
        c = commitment(salt, person.member, person.name, person.phone).hex()
        yield KeptEntrant(i, max(1, person.tickets), c, salt, person.name, person.phone, person.member)


def _keep(
    context: Context, draw: str, seq: int, people: Iterator[KeptEntrant], total: int, progress: Progress | None
) -> _Kept:
    """Keep a list piece by piece. Raises Cancelled, and then nothing of it is there."""
    growing, first, done = Growing(), 0, 0

    def keep(some: list[KeptEntrant], tx: LedgerTx) -> None:
        tx.keep_entrants(draw, seq, some)

    while some := list(islice(people, PIECE)):
        for one in some:
            growing.add(Leaf(one.i, first, one.count, one.c).hash())
            first += one.count
        context.ledger.run(partial(keep, some))
        done += len(some)
        if progress is not None and not progress(done, total):
            drop_unfrozen(context)
            raise Cancelled
    return _Kept(done, first, growing.root())


def drop_unfrozen(context: Context) -> None:
    """Take away what there is of lists that were never frozen."""

    def unfrozen(tx: LedgerTx) -> list[tuple[str, int]]:
        return [(draw, seq) for draw, seq in tx.lists_kept() if not tx.draw_said(draw, seq)]

    def some(draw: str, seq: int, tx: LedgerTx) -> bool:
        return tx.drop_entrants(draw, seq, PIECE)

    for draw, seq in context.ledger.run(unfrozen):
        while context.ledger.run(partial(some, draw, seq)):
            pass


def _say(
    context: Context,
    tx: LedgerTx,
    plan: DrawPlan,
    which: tuple[str, int],
    kept: _Kept,
    envelopes: tuple[tuple[str, str], ...] | None,
    actor: Staff,
) -> None:
    """The manifest of a list that is here, as facts."""
    draw, seq = which
    _identity, store = here(context, tx)
    prizes, now = _prizes(plan), context.now_ms() // 1000
    rules = jcs(_rules(plan)).decode()
    sealed = envelopes is not None or plan.rehearsal
    deadline = now + max(60, plan.publish_s)
    manifest = Manifest(
        campaign=_campaign(tx, draw, seq) or plan.event or store.id,
        draw_id=draw,
        seq=seq,
        rules_hash=H("rules", rules.encode()).hex(),
        entrants=kept.entrants,
        tickets=kept.tickets,
        entrants_root=kept.root.hex(),
        prizes=tuple(Prize(f"p{at}", prize.count) for at, prize in enumerate(prizes, 1)),
        alternates=max(0, plan.alternates),
        exclusions_root=exclusions_root(()).hex(),
        sources=(f"{ENVELOPE}{AT_HQ}", f"{ENVELOPE}{WITNESS}", DICE) if sealed else (DRAND,),
        freeze_time=now,
        publish_deadline=deadline,
        beacon=None if sealed else _round(context, deadline),
        envelopes=envelopes or (),
    )
    said = Saying(tx, draw, seq, actor.id, plan.rehearsal)
    body, mh = manifest.body(), manifest.hash().hex()
    said.append(facts.DRAW_FROZEN, facts.FrozenBody(draw=draw, seq=seq, manifest=body, mh=mh, name=plan.title))
    said.append(
        stage_facts.DRAW_STAGED,
        stage_facts.StagedBody(
            draw=draw,
            seq=seq,
            title=plan.title,
            event=plan.event,
            names=tuple((f"p{at}", prize.name) for at, prize in enumerate(prizes, 1)),
            shown=plan.shown,
            rules=rules,
        ),
    )


def _campaign(tx: LedgerTx, draw: str, seq: int) -> str:
    """What the list before this one says it belongs to; "" for a first one."""
    before = folded(tx.draw_said(draw, seq - 1))
    return before.manifest.campaign if before is not None else ""


def _rules(plan: DrawPlan) -> dict[str, Any]:
    """What a draw of one's own promises, where no campaign's rules do."""
    return {
        "alternates": max(0, plan.alternates),
        "event": plan.event,
        "prizes": [{"count": prize.count, "name": prize.name} for prize in plan.prizes],
        "title": plan.title,
    }


def _round(context: Context, deadline: int) -> Round:
    chain = context.stage.chain()
    return Round(chain.hash, first_round_from(chain, deadline + MARGIN_S))


def _envelopes(context: Context, plan: DrawPlan) -> tuple[tuple[str, str], ...] | Refusal | None:
    """The commitments of a draw without a network; a rehearsal's are of values that everybody may know."""
    names = (f"{ENVELOPE}{AT_HQ}", f"{ENVELOPE}{WITNESS}")
    if plan.rehearsal:
        return tuple((name, envelope_commitment(rehearsal_value(name)).hex()) for name in names)
    if plan.beacon:
        return None
    given = plan.commitments or ("", "")
    if any(read_hex(text, 32) is None for text in given) or given[0] == given[1]:
        return Refusal(RefusalCode.ENVELOPE_UNREADABLE)
    return tuple((name, text.strip().lower()) for name, text in zip(names, given, strict=True))


def take_from_hq(context: Context, found: HqDraw, actor: Staff, progress: Progress | None = None) -> Refusal | None:
    """A draw of HQ's with its list, onto this stage. Its facts stay HQ's; here they say that this stage has it. Raises
    Cancelled. In transactions of its own."""
    draw, seq = found.draw, found.seq
    drop_unfrozen(context)
    if context.ledger.run(lambda tx: bool(tx.lists_kept().count((draw, seq)))):
        return None
    try:
        manifest = manifest_of(found.manifest)
    except FieldFault:
        return Refusal(RefusalCode.DRAW_LIST_OTHER)
    kept = _keep(context, draw, seq, iter(found.people), len(found.people), progress)
    if (kept.entrants, kept.tickets, kept.root.hex()) != (manifest.entrants, manifest.tickets, manifest.entrants_root):
        drop_unfrozen(context)
        return Refusal(RefusalCode.DRAW_LIST_OTHER)

    def say(tx: LedgerTx) -> None:
        said = Saying(tx, draw, seq, actor.id, rehearsal=False)
        body, mh = manifest.body(), manifest.hash()
        said.append(
            facts.DRAW_FROZEN, facts.FrozenBody(draw=draw, seq=seq, manifest=body, mh=mh.hex(), name=found.title)
        )
        names = tuple(found.names.items())
        staged = stage_facts.StagedBody(draw=draw, seq=seq, title=found.title, names=names, shown=Shown.MASKED)
        said.append(stage_facts.DRAW_STAGED, staged)
        if found.signatures:
            said.append(facts.DRAW_PUBLISHED, publication(context, draw, seq, mh, found.signatures))

    context.ledger.run(say)
    return None
