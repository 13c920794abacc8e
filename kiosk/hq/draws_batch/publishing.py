"""Publishing a frozen list, in time: before anybody can know the round that the manifest names."""

from __future__ import annotations

import msgspec

from kiosk.domain.draws.facts import DRAW_PUBLISHED, DRAW_VOIDED, PublishedBody, VoidedBody, VoidReason
from kiosk.domain.draws.life import State
from kiosk.hq.context import Context
from kiosk.hq.draws.steps import DrawSeen, draw_of, lock_of
from kiosk.hq.draws_batch import files
from kiosk.hq.draws_batch.rows import tell
from kiosk.hq.journalling import append
from kiosk.hq.leases.commands import HQ
from kiosk.hq.store.database import Tx
from kiosk.hq.tokens import keys


def publish(context: Context, name: str, seq: int) -> bool | None:
    """Publish the manifest and the leaves of a frozen draw, signed. False when the time is over by which the manifest
    says it would be: the draw is void, and has to be frozen anew. None when there is nothing to publish."""
    with context.database.read() as tx:
        seen = draw_of(tx, name, seq)
        if seen is None or seen.state is not State.FROZEN or seen.manifest is None:
            return None
    late = context.clock.now_ms() > seen.manifest.publish_deadline * 1000
    if not late and files.make(context, name, seq) is None:
        return None
    with context.database.write() as tx:
        tx.hold([lock_of(name)])
        now = draw_of(tx, name, seq)
        if now is None or now.state is not State.FROZEN:
            return None
        done = _said(context, tx, now)
        tell(context, tx, name, seq)
    return done


def _said(context: Context, tx: Tx, seen: DrawSeen) -> bool:
    manifest, frozen = seen.manifest, seen.frozen
    assert manifest is not None
    assert frozen is not None
    now = context.clock.now_ms()
    if now > manifest.publish_deadline * 1000:
        void = VoidedBody(draw=seen.draw, seq=seen.seq, reason=VoidReason.LATE, by=HQ)
        append(context, tx, DRAW_VOIDED, DRAW_VOIDED.write(void))
        return False
    ours = files.hq_signature(context, tx, keys.signing(context, tx), manifest.body())
    body = PublishedBody(draw=seen.draw, seq=seen.seq, mh=frozen.mh, at=now, signatures=(ours,))
    append(context, tx, DRAW_PUBLISHED, msgspec.to_builtins(body))
    return True
