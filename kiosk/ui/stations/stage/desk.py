"""The console's memory: which draw, as it was last journalled, and what of it the room looks at. It asks for each step,
and shows nothing before the answer says that it is durable."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from kiosk.application.draws.stage_api import StageApi
from kiosk.application.draws.stage_outcomes import DrawLine, DrawPlan, Entrant, StageView, WinnerView
from kiosk.application.staff.outcomes import Approval
from kiosk.domain.draws.facts import PassReason, VoidReason
from kiosk.domain.draws.stage import Phase
from kiosk.domain.progress import Cancelled, Progress
from kiosk.domain.refusals import Refusal
from kiosk.domain.staff.actors import Staff
from kiosk.domain.time import Clock, millis
from kiosk.ui.i18n import translate
from kiosk.ui.stations.stage.show import Cue, Pace, cue_of, next_prize, upto_of
from kiosk.ui.tasks import TaskRunner

ASK_MS = 3_000
"""Between two looks whether the beacon's round has come."""
_Answer = StageView | Refusal


class StageDesk(QObject):
    """Signals:
    changed(): the draw, the cue, the list of draws or how busy the desk is are others.
    refused(Refusal): a step was not done.
    frozen(): a list that was just brought is fixed.
    faulted(Exception): it could not be recorded.
    """

    changed = Signal()
    refused = Signal(object)
    frozen = Signal()

    def __init__(
        self,
        api: StageApi,
        tasks: TaskRunner,
        clock: Clock,
        faulted: Callable[[Exception], None],
        begin_long: Callable[[Callable[[], str]], Progress],
    ) -> None:
        """`begin_long`: shows how far something is."""
        super().__init__()
        self._api, self._tasks, self._clock, self._faulted = api, tasks, clock, faulted
        self._begin_long = begin_long
        self.actor: Staff | None = None
        self.lines: tuple[DrawLine, ...] = ()
        self.view: StageView | None = None
        self.cue = Cue()
        self.pace = Pace.PRIZE
        self.busy = False
        self._passing: tuple[int, WinnerView, PassReason] | None = None
        self._ask = QTimer(self)
        self._ask.setInterval(ASK_MS)
        self._ask.timeout.connect(self._look_for_beacon)

    # --- which draw --------------------------------------------------------------------------------------------------

    def begin(self, actor: Staff) -> None:
        """Somebody works: what is not over goes on where it was."""
        self.actor = actor
        self._tasks.run(self._api.stage_draws, self._on_lines, self._on_fault)
        if self.view is not None:
            self.open(self.view.draw, self.view.seq)

    def rest(self) -> None:
        """Nobody works."""
        self.actor = None
        self._ask.stop()

    def open(self, draw: str, seq: int, *, here: bool = True) -> None:
        """Another draw; one that waits at HQ is brought here first."""
        if here:
            self._do(partial(self._api.stage_draw, draw, seq), self._on_opened)
        elif (actor := self.actor) is not None and not self.busy:
            progress = self._begin_long(lambda: translate("StageDesk", "HQ’s list is fetched"))
            self._do(partial(self._api.take_hq_draw, draw, seq, actor, progress), self._on_opened, hq=True)

    def close(self) -> None:
        """Back to the list of draws."""
        self.view, self.cue = None, Cue()
        self._ask.stop()
        self._tasks.run(self._api.stage_draws, self._on_lines, self._on_fault)
        self.changed.emit()

    @Slot(object)
    def _on_lines(self, lines: tuple[DrawLine, ...]) -> None:
        first = not self.lines
        self.lines = lines
        going_on = [line for line in lines if line.here and line.phase not in (Phase.CLOSED, Phase.VOID)]
        if first and self.view is None and len(going_on) == 1:
            self.open(going_on[0].draw, going_on[0].seq)  # after a restart: the one that was being held
        self.changed.emit()

    # --- steps -------------------------------------------------------------------------------------------------------

    def freeze(self, plan: DrawPlan, people: Sequence[Entrant], corrects: tuple[str, int] | None = None) -> None:
        """Fix a list, if a void one in its place."""
        if (actor := self.actor) is not None and not self.busy:
            progress = self._begin_long(lambda: translate("StageDesk", "The list is being frozen"))
            self._do(partial(self._api.freeze_draw, plan, people, actor, progress, corrects), self._on_frozen, hq=True)

    def publish(self, witness: str) -> None:
        """Sign and publish."""
        self._step(lambda view, actor: partial(self._api.publish_draw, view.draw, view.seq, actor, witness), hq=True)

    def show_seed(self) -> None:
        """The room looks at the dice or the clock instead of the list's fingerprint, or back."""
        self.cue = replace(self.cue, board=not self.cue.board)
        self.changed.emit()

    def throw(self, throws: str) -> None:
        """All dice so far."""
        self._step(lambda view, actor: partial(self._api.throw_dice, view.draw, view.seq, throws, actor))

    def open_envelope(self, name: str, text: str) -> None:
        """What was in it."""
        self._step(lambda view, actor: partial(self._api.open_envelope, view.draw, view.seq, name, text, actor))

    def take_beacon(self, text: str) -> None:
        """The round's number; the draw follows at once."""
        self._step(lambda view, actor: partial(self._api.take_beacon, view.draw, view.seq, text, actor))

    def draw(self) -> None:
        """Draw."""
        self._step(lambda view, actor: partial(self._api.draw_winners, view.draw, view.seq, actor))

    def forward(self) -> None:
        """What comes next for the room: a prize announced, its winners, the board."""
        view = self.view
        if view is None or self.busy or view.phase not in (Phase.DRAWN, Phase.SHOWN):
            return
        announced = not self.cue.board and self.cue.upto <= self.cue.first and self.cue.passed is None
        following = next_prize(view)
        if following is None:
            self._cue(Cue(board=True))
        elif announced or (self.pace is Pace.ONE and self._within(following.first) and not self.cue.board):
            self._reveal(upto_of(view, self.pace))
        else:
            self._cue(Cue())

    def _within(self, first: int) -> bool:
        """Some winners of the prize have been shown already."""
        return self.view is not None and self.view.revealed > first

    def _reveal(self, upto: int) -> None:
        if (view := self.view) is not None:
            self.cue = Cue(view.revealed, upto, rolling=True)
            self._step(lambda view, actor: partial(self._api.reveal_winners, view.draw, view.seq, upto, actor))

    def board(self) -> None:
        """The room sees everybody who has won so far."""
        if self.view is not None and self.view.revealed:
            self._cue(Cue(board=True))

    def settled(self) -> None:
        """Names have come to rest."""
        if self.cue.rolling:
            self._cue(replace(self.cue, rolling=False))

    def pass_on(self, winner: WinnerView, reason: PassReason, first: Approval, second: Approval) -> None:
        """The next alternate."""
        view = self.view
        if view is not None:
            self._passing = (winner.place, winner, reason)
            work = partial(self._api.pass_prize_on, view.draw, view.seq, winner.place, reason, first, second)
            self._do(work, self._on_passed)

    def void(self, reason: VoidReason, first: Approval, second: Approval) -> None:
        """Abandon it."""
        if (view := self.view) is not None:
            self._do(partial(self._api.void_draw, view.draw, view.seq, reason, first, second), self._on_stepped)

    def finish(self) -> None:
        """It is over."""
        self._step(lambda view, actor: partial(self._api.close_draw, view.draw, view.seq, actor))

    # --- answers -----------------------------------------------------------------------------------------------------

    def _step(self, work: Callable[[StageView, Staff], Callable[[], _Answer]], *, hq: bool = False) -> None:
        if self.view is not None and self.actor is not None:
            self._do(work(self.view, self.actor), self._on_stepped, hq=hq)

    def _do(self, work: Callable[[], _Answer], then: Callable[[_Answer], None], *, hq: bool = False) -> None:
        if self.busy:
            return
        self.busy = True
        run = self._tasks.ask_hq if hq else self._tasks.run
        run(work, then, self._on_fault)
        self.changed.emit()

    @Slot(object)
    def _on_frozen(self, answer: _Answer) -> None:
        if isinstance(answer, StageView):
            self.frozen.emit()
        self._on_opened(answer)

    @Slot(object)
    def _on_opened(self, answer: _Answer) -> None:
        if isinstance(answer, StageView):
            same = self.view is not None and (self.view.draw, self.view.seq) == (answer.draw, answer.seq)
            if not same:
                self.cue = cue_of(answer)
        self._on_stepped(answer)

    @Slot(object)
    def _on_stepped(self, answer: _Answer) -> None:
        self.busy = False
        if isinstance(answer, Refusal):
            if self.cue.rolling:
                self.cue = Cue()
            self.changed.emit()
            self.refused.emit(answer)
            return
        before, self.view = self.view, answer
        if before is not None and before.phase is not answer.phase and answer.phase is Phase.DRAWN:
            self.cue = Cue()
        self._watch_beacon()
        self.changed.emit()

    @Slot(object)
    def _on_passed(self, answer: _Answer) -> None:
        if isinstance(answer, StageView) and self._passing is not None:
            self.cue = Cue(passed=self._passing)
        self._passing = None
        self._on_stepped(answer)

    @Slot(object)
    def _on_fault(self, fault: Exception) -> None:
        self.busy = False
        if self.cue.rolling:
            self.cue = Cue()
        self.changed.emit()
        if not isinstance(fault, Cancelled):
            self._faulted(fault)

    def _cue(self, cue: Cue) -> None:
        self.cue = cue
        self.changed.emit()

    # --- the beacon --------------------------------------------------------------------------------------------------

    def _watch_beacon(self) -> None:
        waiting = self.view is not None and self.view.phase is Phase.AWAITED
        if waiting and not self._ask.isActive():
            self._ask.start()
        elif not waiting:
            self._ask.stop()

    @Slot()
    def _look_for_beacon(self) -> None:
        """HQ may have told the round by now; a "not yet" of a look that nobody asked for is nobody's news."""
        view, actor = self.view, self.actor
        if view is None or actor is None or self.busy or view.round_at is None:
            return
        if self._clock.now_ms() >= millis(view.round_at):
            self._tasks.run(partial(self._api.take_beacon, view.draw, view.seq, "", actor), self._on_looked)

    @Slot(object)
    def _on_looked(self, answer: _Answer) -> None:
        same = self.view is not None and isinstance(answer, StageView) and self.view.draw == answer.draw
        if same and not self.busy:
            self._on_stepped(answer)
