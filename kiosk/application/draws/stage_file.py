"""The file of a draw that anybody can check (KD1/1): nothing in it says who somebody is."""

from __future__ import annotations

import json
from typing import Any

from kiosk.application.draws.stage import Results, find
from kiosk.application.draws.stage_views import shown_name
from kiosk.application.ports.ledger import LedgerTx
from kiosk.domain.draws.batch import DICE
from kiosk.domain.draws.stage import Phase, StageDraw
from kiosk.domain.draws.stage_facts import Shown
from kiosk.domain.refusals import Refusal, RefusalCode


def published(tx: LedgerTx, results: Results, draw: str, seq: int) -> bytes | Refusal:
    """The file as far as the draw has come; DRAW_NOT_NOW before it is published."""
    found = find(tx, draw, seq)
    if isinstance(found, Refusal):
        return found
    if not found.published_at:
        return Refusal(RefusalCode.DRAW_NOT_NOW, {"other": Phase.FROZEN.value})
    body: dict[str, Any] = {
        "format": "KD1/1",
        "kind": "batch",
        "rehearsal": found.rehearsal,
        "manifest": found.manifest.body(),
        "signatures": [
            {"role": one.role, "name": one.name, "key": one.key, "signature": one.signature} for one in found.signatures
        ],
        "leaves": [[count, c] for count, c in tx.draw_leaves(draw, seq)],
        "rules": {"hash": found.manifest.rules_hash, "text": found.rules},
    }
    if found.voided:
        body["void"] = {"reason": found.voided}
    drawn = results.of(tx, found)
    if drawn is not None:
        body["seed"] = _seed(found)
        body["drawn"] = {
            "winners": [list(one) for one in drawn.winners],
            "alternates": [list(one) for one in drawn.alternates],
        }
        body["passed"] = [
            {
                "place": one.place,
                "i": one.entrant,
                "reason": one.reason.value,
                "signed_by": [one.by, one.second],
                "alternate": one.alternate,
            }
            for one in found.passed
        ]
        # a whole name was for the room, not for everybody for ever
        people = tx.draw_people(draw, seq, [one.entrant for one in drawn.winners])
        hidden = Shown.NAME if found.shown is Shown.FULL else found.shown
        names = {str(i): name for i, person in sorted(people.items()) if (name := shown_name(person, hidden))}
        if names:
            body["names"] = names
    return json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode()


def _seed(found: StageDraw) -> dict[str, Any]:
    beacon = found.manifest.beacon
    if found.signature and beacon is not None:
        return {"beacon": {"round": beacon.round, "signature": found.signature.hex()}}
    return {
        "sources": [[name, value.decode() if name == DICE else value.hex()] for name, value in found.sources],
    }
