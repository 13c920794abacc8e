"""The use cases of a draw before a room behind one interface."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from kiosk.application.context import Context, here
from kiosk.application.ports.ledger import LedgerTx
from kiosk.domain.refusals import Refusal, RefusalCode

# use cases are imported when the first is asked for: the window is painted before that
if TYPE_CHECKING:
    from kiosk.application.draws.stage import Results
    from kiosk.application.draws.stage_outcomes import DrawLine, DrawPlan, Entrant, SealedEnvelope, StageView
    from kiosk.application.staff.outcomes import Approval
    from kiosk.domain.draws.facts import PassReason, VoidReason
    from kiosk.domain.draws.published import Signed
    from kiosk.domain.draws.stage import StageDraw
    from kiosk.domain.progress import Progress
    from kiosk.domain.staff.actors import Staff

T = TypeVar("T")


class StageService:
    """Implements `StageApi`."""

    _results_found: Results | None = None

    def __init__(self, context: Context) -> None:
        self._context = context

    @property
    def _results(self) -> Results:
        from kiosk.application.draws.stage import Results

        if self._results_found is None:
            self._results_found = Results()
        return self._results_found

    def _run(self, draw: str, seq: int, work: Callable[[LedgerTx], Refusal | None]) -> StageView | Refusal:
        """A step, and how the draw stands after it, in one transaction."""
        from kiosk.application.draws import stage

        def step(tx: LedgerTx) -> StageView | Refusal:
            return work(tx) or stage.see(self._context, tx, self._results, draw, seq)

        return self._context.ledger.run(step)

    def stage_draws(self) -> tuple[DrawLine, ...]:
        """Draws of this stage, then HQ's."""
        from kiosk.application.draws import stage

        return self._context.ledger.run(lambda tx: stage.lines(self._context, tx))

    def stage_draw(self, draw: str, seq: int) -> StageView | Refusal:
        """One as it stands."""
        return self._run(draw, seq, lambda tx: None)

    def freeze_draw(
        self,
        plan: DrawPlan,
        people: Sequence[Entrant],
        actor: Staff,
        progress: Progress | None = None,
        corrects: tuple[str, int] | None = None,
    ) -> StageView | Refusal:
        """Fix a list."""
        from kiosk.application.draws import stage_list

        frozen = stage_list.freeze(self._context, plan, people, actor, progress, corrects)
        return frozen if isinstance(frozen, Refusal) else self.stage_draw(*frozen)

    def take_hq_draw(self, draw: str, seq: int, actor: Staff, progress: Progress | None = None) -> StageView | Refusal:
        """HQ's list onto this stage."""
        from kiosk.application.draws import stage_list
        from kiosk.domain.draws.published import Signed

        found = self._context.stage.hq_draw(draw, seq)
        if found is None:
            return Refusal(RefusalCode.DRAW_NOT_FROM_HQ)
        identity, _store = self._context.ledger.run(lambda tx: here(self._context, tx))
        try:
            own = Signed("terminal", identity.terminal_name, *self._context.stage.sign(found.manifest))
        except LookupError:
            return Refusal(RefusalCode.DRAW_UNSIGNED)
        signed = replace(found, signatures=(*found.signatures, own))
        return stage_list.take_from_hq(self._context, signed, actor, progress) or self.stage_draw(draw, seq)

    def publish_draw(self, draw: str, seq: int, actor: Staff, witness: str = "") -> StageView | Refusal:
        """Sign and publish. The network is asked between two transactions, never in one."""
        from kiosk.application.draws import stage

        found = self._context.ledger.run(lambda tx: stage.find(tx, draw, seq))
        if isinstance(found, Refusal):
            return found
        try:
            signatures = self._signatures(found, witness) if not found.published_at else []
        except LookupError:
            return Refusal(RefusalCode.DRAW_UNSIGNED)
        return self._run(draw, seq, lambda tx: stage.publish(self._context, tx, draw, seq, actor, signatures))

    def _signatures(self, found: StageDraw, witness: str) -> list[Signed]:
        from kiosk.domain.draws.published import Signed

        tools, body = self._context.stage, found.manifest.body()
        identity, _store = self._context.ledger.run(lambda tx: here(self._context, tx))
        signatures = [Signed("terminal", identity.terminal_name, *tools.sign(body))]
        if not found.rehearsal and (hq := tools.hq_signature(body)) is not None:
            signatures.insert(0, hq)
        if witness.strip():
            signatures.append(Signed("witness", witness.strip(), *tools.sign_once(body)))
        return signatures

    def throw_dice(self, draw: str, seq: int, throws: str, actor: Staff) -> StageView | Refusal:
        """Dice so far."""
        from kiosk.application.draws import stage

        return self._run(draw, seq, lambda tx: stage.throw(tx, draw, seq, throws, actor))

    def seal_envelope(self) -> SealedEnvelope:
        """A new envelope's content."""
        from kiosk.application.draws.stage_outcomes import SealedEnvelope
        from kiosk.domain.draws.batch import envelope_commitment

        value = self._context.randomness.bytes(32)
        return SealedEnvelope(value.hex(), envelope_commitment(value).hex())

    def open_envelope(self, draw: str, seq: int, name: str, value: str, actor: Staff) -> StageView | Refusal:
        """What was in it."""
        from kiosk.application.draws import stage

        return self._run(draw, seq, lambda tx: stage.open_envelope(tx, draw, seq, name, value, actor))

    def take_beacon(self, draw: str, seq: int, text: str, actor: Staff) -> StageView | Refusal:
        """The beacon's round, and the draw by it."""
        from kiosk.application.draws import stage

        def work(tx: LedgerTx) -> Refusal | None:
            refusal = stage.take_beacon(self._context, tx, draw, seq, text, actor)
            return refusal or stage.draw_now(self._context, tx, draw, seq, actor)

        return self._run(draw, seq, work)

    def draw_winners(self, draw: str, seq: int, actor: Staff) -> StageView | Refusal:
        """Draw."""
        from kiosk.application.draws import stage

        return self._run(draw, seq, lambda tx: stage.draw_now(self._context, tx, draw, seq, actor))

    def reveal_winners(self, draw: str, seq: int, upto: int, actor: Staff) -> StageView | Refusal:
        """Show winners."""
        from kiosk.application.draws import stage

        return self._run(draw, seq, lambda tx: stage.reveal(tx, draw, seq, upto, actor))

    def pass_prize_on(
        self, draw: str, seq: int, place: int, reason: PassReason, first: Approval, second: Approval
    ) -> StageView | Refusal:
        """To the next alternate."""
        from kiosk.application.draws import stage

        results = self._results
        return self._run(draw, seq, lambda tx: stage.pass_on(tx, results, (draw, seq), place, reason, (first, second)))

    def void_draw(
        self, draw: str, seq: int, reason: VoidReason, first: Approval, second: Approval
    ) -> StageView | Refusal:
        """Abandon it."""
        from kiosk.application.draws import stage

        return self._run(draw, seq, lambda tx: stage.void(self._context, tx, (draw, seq), reason, (first, second)))

    def close_draw(self, draw: str, seq: int, actor: Staff) -> StageView | Refusal:
        """It is over."""
        from kiosk.application.draws import stage

        return self._run(draw, seq, lambda tx: stage.close(tx, draw, seq, actor))

    def published_draw(self, draw: str, seq: int) -> bytes | Refusal:
        """The file to be published."""
        from kiosk.application.draws import stage_file

        def work(tx: LedgerTx) -> bytes | Refusal:
            return stage_file.published(self._context, tx, self._results, (draw, seq))

        return self._context.ledger.run(work)

    def send_published(self, draw: str, seq: int) -> bool:
        """The file to HQ, if it is one of this stage's own, and real."""
        from kiosk.domain.draws.facts import LOCAL

        file = self.published_draw(draw, seq) if draw.startswith(LOCAL) else None
        return isinstance(file, bytes) and self._context.stage.hq_keeps(file)
