"""The file of a draw that anybody can check (KD1/1): nothing in it says who somebody is."""

from __future__ import annotations

import json

from kiosk.application.context import Context
from kiosk.application.draws.stage import Results, find
from kiosk.application.draws.stage_views import shown_name
from kiosk.application.ports.ledger import LedgerTx
from kiosk.domain.draws.batch import DICE, Drawn
from kiosk.domain.draws.beacon import QUICKNET
from kiosk.domain.draws.facts import LOCAL
from kiosk.domain.draws.published import BatchFile, BeaconSeed, Passed, SourcesSeed, Void
from kiosk.domain.draws.seal import seal
from kiosk.domain.draws.stage import REHEARSAL, StageDraw, folded
from kiosk.domain.draws.stage_facts import Shown
from kiosk.domain.refusals import Refusal, RefusalCode


def published(context: Context, tx: LedgerTx, results: Results, which: tuple[str, int]) -> bytes | Refusal:
    """The file as far as the draw has come; DRAW_NOT_NOW before it is published, DRAW_UNSIGNED where nobody can seal
    it."""
    found = find(tx, *which)
    if isinstance(found, Refusal):
        return found
    ours = found.draw.startswith((LOCAL, REHEARSAL))
    if not found.published_at or not ours:  # of a draw of HQ's, HQ has the rules and the names
        return Refusal(RefusalCode.DRAW_NOT_NOW, {"other": found.phase.value})
    leaves = tx.draw_leaves(*which)
    drawn = results.of(tx, found)
    beacon = found.manifest.beacon
    file = BatchFile(
        manifest=found.manifest,
        signatures=found.signatures,
        counts=[count for count, _ in leaves],
        commitments=[c for _, c in leaves],
        rules=found.rules,
        seed=_seed(found) if drawn is not None else None,
        drawn=drawn,
        passed=tuple(
            Passed(one.place, one.entrant, one.reason.value, (one.by, one.second), one.alternate)
            for one in found.passed
        ),
        names=_names(tx, found, drawn),
        chain=context.stage.chain() if beacon is not None and beacon.chain != QUICKNET.hash else None,
        earlier=_earlier(tx, found),
        void=found.voided,
        rehearsal=found.rehearsal,
    )
    try:
        sealed = seal(file.body(), context.stage.key(), context.stage.sign_bytes)
    except LookupError:
        return Refusal(RefusalCode.DRAW_UNSIGNED)
    return json.dumps(sealed, ensure_ascii=False, separators=(",", ":")).encode()


def _earlier(tx: LedgerTx, found: StageDraw) -> tuple[Void, ...]:
    """The void lists whose place it took."""
    before = (folded(tx.draw_said(found.draw, seq)) for seq in range(1, found.seq))
    return tuple(Void(one.manifest, one.voided) for one in before if one is not None)


def _seed(found: StageDraw) -> BeaconSeed | SourcesSeed:
    beacon = found.manifest.beacon
    if found.signature and beacon is not None:
        return BeaconSeed(beacon.round, found.signature.hex())
    return SourcesSeed(tuple((name, value.decode() if name == DICE else value.hex()) for name, value in found.sources))


def _names(tx: LedgerTx, found: StageDraw, drawn: Drawn | None) -> tuple[tuple[int, str], ...]:
    """Masked names of winners: a whole one was for the room, not for everybody for ever."""
    if drawn is None:
        return ()
    shown = Shown.NAME if found.shown is Shown.FULL else found.shown
    people = tx.draw_people(found.draw, found.seq, [one.entrant for one in drawn.winners])
    return tuple((i, name) for i, person in sorted(people.items()) if (name := shown_name(person, shown)))
