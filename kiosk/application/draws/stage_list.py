"""The list of a draw before a room: frozen here from the operator's own, or taken as HQ froze it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kiosk.application.context import Context, here
from kiosk.application.draws.stage import Saying, publication
from kiosk.application.draws.stage_outcomes import DrawPlan, Entrant
from kiosk.application.ports.ledger import LedgerTx
from kiosk.application.ports.stage_draws import HqDraw, KeptEntrant
from kiosk.domain.draws import facts, stage_facts
from kiosk.domain.draws.batch import DICE, DRAND, ENVELOPE, Manifest, Prize, envelope_commitment, manifest_of
from kiosk.domain.draws.beacon import MARGIN_S, Round, first_round_from
from kiosk.domain.draws.encoding import H, jcs
from kiosk.domain.draws.entrants import SALT_BYTES, commitment, entrants_root, exclusions_root
from kiosk.domain.draws.facts import local_draw
from kiosk.domain.draws.fields import FieldFault
from kiosk.domain.draws.stage import AT_HQ, REHEARSAL, WITNESS, all_folded, folded, rehearsal_value
from kiosk.domain.draws.stage_facts import Shown
from kiosk.domain.draws.typed import read_hex
from kiosk.domain.refusals import Refusal, RefusalCode
from kiosk.domain.staff.actors import Staff

MOST_PRIZES = 10_000


def freeze(
    context: Context, tx: LedgerTx, plan: DrawPlan, people: Sequence[Entrant], actor: Staff
) -> tuple[str, int] | Refusal:
    """Fix the list of a draw of one's own; the people stand beside the facts."""
    if not people:
        return Refusal(RefusalCode.DRAW_LIST_EMPTY)
    prizes = [prize for prize in plan.prizes if prize.count > 0 and prize.name.strip()]
    if not prizes or sum(prize.count for prize in prizes) > MOST_PRIZES:
        return Refusal(RefusalCode.DRAW_PRIZES_MISSING)
    envelopes = _envelopes(context, plan)
    if isinstance(envelopes, Refusal):
        return envelopes
    identity, store = here(context, tx)
    number = 1 + sum(1 for one in all_folded(tx.draws_said()) if one.draw.startswith((facts.LOCAL, REHEARSAL)))
    draw = f"{REHEARSAL}{identity.device}/{number}" if plan.rehearsal else local_draw(identity.device, number)
    kept = [_kept(context, i, person) for i, person in enumerate(people)]
    now = context.now_ms() // 1000
    rules = jcs(_rules(plan)).decode()
    sealed = envelopes is not None or plan.rehearsal
    deadline = now + max(60, plan.publish_s)
    manifest = Manifest(
        campaign=plan.event or store.id,
        draw_id=draw,
        seq=1,
        rules_hash=H("rules", rules.encode()).hex(),
        entrants=len(kept),
        tickets=sum(one.count for one in kept),
        entrants_root=entrants_root([one.count for one in kept], [one.c for one in kept]).hex(),
        prizes=tuple(Prize(f"p{at}", prize.count) for at, prize in enumerate(prizes, 1)),
        alternates=max(0, plan.alternates),
        exclusions_root=exclusions_root(()).hex(),
        sources=(f"{ENVELOPE}{AT_HQ}", f"{ENVELOPE}{WITNESS}", DICE) if sealed else (DRAND,),
        freeze_time=now,
        publish_deadline=deadline,
        beacon=None if sealed else _round(context, deadline),
        envelopes=envelopes or (),
    )
    said = Saying(tx, draw, 1, actor.id, plan.rehearsal)
    body = manifest.body()
    said.append(
        facts.DRAW_FROZEN, facts.FrozenBody(draw=draw, manifest=body, mh=manifest.hash().hex(), name=plan.title)
    )
    names = tuple((f"p{at}", prize.name) for at, prize in enumerate(prizes, 1))
    said.append(
        stage_facts.DRAW_STAGED,
        stage_facts.StagedBody(
            draw=draw, title=plan.title, event=plan.event, names=names, shown=plan.shown, rules=rules
        ),
    )
    tx.keep_entrants(draw, 1, kept)
    return draw, 1


def _rules(plan: DrawPlan) -> dict[str, Any]:
    """What a draw of one's own promises, where no campaign's rules do."""
    return {
        "alternates": plan.alternates,
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


def _kept(context: Context, i: int, person: Entrant) -> KeptEntrant:
    salt = context.randomness.bytes(SALT_BYTES)
    c = commitment(salt, person.member, person.name, person.phone).hex()
    return KeptEntrant(i, max(1, person.tickets), c, salt, person.name, person.phone, person.member)


def take_from_hq(context: Context, tx: LedgerTx, found: HqDraw, actor: Staff) -> Refusal | None:
    """A draw of HQ's with its list, onto this stage. Its facts stay HQ's; here they say that this stage has it."""
    if folded(tx.draw_said(found.draw, found.seq)) is not None:
        return None
    try:
        manifest = manifest_of(found.manifest)
    except FieldFault:
        return Refusal(RefusalCode.DRAW_LIST_OTHER)
    counts = [one.count for one in found.people]
    root = entrants_root(counts, [one.c for one in found.people]).hex()
    if (len(counts), sum(counts), root) != (manifest.entrants, manifest.tickets, manifest.entrants_root):
        return Refusal(RefusalCode.DRAW_LIST_OTHER)
    said = Saying(tx, found.draw, found.seq, actor.id, rehearsal=False)
    draw, seq = found.draw, found.seq
    said.append(
        facts.DRAW_FROZEN,
        facts.FrozenBody(draw=draw, seq=seq, manifest=manifest.body(), mh=manifest.hash().hex(), name=found.title),
    )
    names = tuple(found.names.items())
    staged = stage_facts.StagedBody(draw=draw, seq=seq, title=found.title, names=names, shown=Shown.MASKED)
    said.append(stage_facts.DRAW_STAGED, staged)
    if found.signatures:
        said.append(facts.DRAW_PUBLISHED, publication(context, draw, seq, manifest.hash(), found.signatures))
    tx.keep_entrants(draw, seq, found.people)
    return None
