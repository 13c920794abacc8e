"""Does what is due of draws: one thread of HQ's process. Each thing is one short transaction that looks again whether
it is still to be done, so that a stop at any moment, or a second process, does nothing twice."""

from __future__ import annotations

from contextlib import suppress

from kiosk.domain.draws.claim_facts import Forfeit
from kiosk.domain.draws.facts import PassReason, VoidReason, owner_of
from kiosk.domain.draws.life import State
from kiosk.hq.context import Context
from kiosk.hq.draws import beacons
from kiosk.hq.draws.steps import TOPIC, DrawSeen, draws
from kiosk.hq.draws_batch import drawing, files, freezing, planning, publishing, reports, winners
from kiosk.hq.draws_batch.passing import DrawFault, pass_on
from kiosk.hq.draws_batch.retention import forget_some
from kiosk.hq.draws_batch.rows import tell, tell_plans
from kiosk.hq.draws_claims import claims
from kiosk.hq.leases.commands import HQ
from kiosk.hq.rows.editions import EDITIONS
from kiosk.hq.store.database import Tx
from kiosk.hq.worker import Worker

_BY_RULE = "rule"
"""Who signs beside HQ where the published rule decides."""
_TOPICS = frozenset({TOPIC, beacons.TOPIC, EDITIONS.name})


def _goes_on(context: Context, tx: Tx, draw: str, seq: int, place: int, entrant: int, why: Forfeit) -> None:
    """A prize that was not fetched in time goes to the next alternate, by the published rule. Of a draw that is over or
    void it goes nowhere."""
    reason = PassReason.NO_SHOW if why is Forfeit.DEADLINE else PassReason(str(why))
    with suppress(DrawFault):
        pass_on(context, tx, draw, place, reason, HQ, _BY_RULE, seq=seq, entrant=entrant)


class DrawClock(Worker):
    """`run` on a thread of its own until `end`; `once` in tests and by hand."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, thread="draws")

    def heeds(self, topics: frozenset[str]) -> bool:
        """A draw, a round, a campaign."""
        return bool(topics & _TOPICS)

    def settle(self) -> None:
        """Do all that is due."""
        while self.once():
            pass

    def once(self) -> bool:
        """Do one thing that is due. False when nothing is."""
        context = self._context
        freezing.forget_unfinished(context)
        with context.database.read() as tx:
            plan = self._due(tx)
            seen = draws(tx)
        if plan is not None and freezing.freeze(context, *plan) is not None:
            return True
        if any(self._step(one) for one in seen):
            return True
        if reports.judge_one(context) or winners.tell_some(context) or forget_some(context):
            return True
        if claims.tell_some(context) or claims.forfeit_some(context, _goes_on):
            return True
        if claims.declined_some(context, _goes_on):
            return True
        with context.database.read() as tx:
            old = next((one for one in seen if files.is_old(tx, one)), None)
        if old is not None:
            return self._file(old)
        with context.database.write() as tx:
            tell_plans(context, tx)
        return False

    def _due(self, tx: Tx) -> tuple[planning.Plan, int] | None:
        """The next draw to be frozen, and as which `seq`: one that is due, or whose list is void because it was
        published too late."""
        now = self._context.clock.now_ms()
        since = now - self._context.settings.draw_late_h * 3_600_000
        newest = {one.draw: one for one in draws(tx)}
        for plan in planning.plans(self._context, tx, since, now + 1):
            seen = newest.get(plan.id)
            if seen is None:
                return plan, 1
            if seen.voided is not None and seen.voided.reason is VoidReason.LATE:
                return plan, seen.seq + 1
        return None

    def _step(self, seen: DrawSeen) -> bool:
        """The next step of a draw of HQ's, where it is its time."""
        if owner_of(seen.draw):
            return False
        if seen.state is State.FROZEN:
            return publishing.publish(self._context, seen.draw, seen.seq) is not None
        manifest = seen.manifest
        if seen.state is State.PUBLISHED and manifest is not None and manifest.beacon is not None:
            return drawing.draw_now(self._context, seen.draw, seen.seq) is None
        return False

    def _file(self, seen: DrawSeen) -> bool:
        made = files.make(self._context, seen.draw, seen.seq)
        if made is None:
            return False
        with self._context.database.write() as tx:
            tell(self._context, tx, seen.draw, seen.seq)
        return True
