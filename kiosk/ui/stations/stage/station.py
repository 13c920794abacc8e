"""The stage as a station: the operator's console in the window, the big screen on the second screen."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Slot

from kiosk.application.draws.stage_api import StageApi
from kiosk.application.draws.stage_outcomes import DrawLine, DrawPlan, Entrant, SealedEnvelope, StageView
from kiosk.application.sync.outcomes import TerminalInfo
from kiosk.domain.documents.blocks import Frame
from kiosk.domain.draws.stage import Phase
from kiosk.domain.progress import Cancelled
from kiosk.domain.refusals import Refusal
from kiosk.domain.scan.events import ScanEvent
from kiosk.domain.staff.actors import Staff
from kiosk.domain.staff.roles import Permission
from kiosk.domain.stations import StationRole
from kiosk.domain.time import instant
from kiosk.ui.customer.second_screen import SecondScreen
from kiosk.ui.i18n import translate
from kiosk.ui.shell.actions import CTRL, ENTER, Action
from kiosk.ui.shell.messages import Level
from kiosk.ui.shell.sounds import Sound
from kiosk.ui.shell.station import Shell, Station
from kiosk.ui.stage.backdrop import Backdrop
from kiosk.ui.stage.scene import Poster
from kiosk.ui.stage.screen import StageScreen
from kiosk.ui.stations.stage.desk import StageDesk
from kiosk.ui.stations.stage.long_work import LongWork
from kiosk.ui.stations.stage.page import StagePage
from kiosk.ui.stations.stage.papers import StagePapers
from kiosk.ui.stations.stage.settings import ListRead, StageSettings
from kiosk.ui.stations.stage.sheets import EnvelopeSheet
from kiosk.ui.stations.stage.show import scene_of
from kiosk.ui.stations.stage.signed_steps import SignedSteps
from kiosk.ui.words.documents.campaign_rules import frame_of
from kiosk.ui.words.refusals import in_full, refusal_words
from kiosk.ui.words.surroundings import Surroundings

LIKENESS_MS = 80
"""Names roll on the console so much later than before the room, which they must not keep waiting."""


class StageStation(Station):
    """Holds draws before a room."""

    role = StationRole.STAGE
    needs = Permission.HOLD_DRAWS
    shows_help = False
    page: StagePage

    def __init__(
        self, shell: Shell, api: StageApi, settings: StageSettings, backdrops: tuple[Backdrop, ...] = ()
    ) -> None:
        """`backdrops`: what the room may see between draws, besides the poster."""
        super().__init__()
        self._backdrops, self._backdrop = backdrops, -1
        self._shell, self._api, self._settings = shell, api, settings
        self._long = LongWork(shell)
        self.desk = StageDesk(api, shell.tasks, settings.clock, shell.messages.fault, self._long.begin)
        self._signed = SignedSteps(shell, self.desk)
        self.big = StageScreen(shell.ui, settings.clock, seed=settings.seed)
        self.page = StagePage(shell.ui, settings.clock, settings.seed)
        self._second: SecondScreen | None = None
        self._terminal: TerminalInfo | None = None
        self._sealing = 0
        self._reading = Path()
        self._planning = False
        self._corrects: tuple[str, int] | None = None
        self._papers = StagePapers(shell, api, settings, self.show_refusal)
        self._likeness = QTimer(self)
        self._likeness.setSingleShot(True)
        self._likeness.setInterval(LIKENESS_MS)
        self._likeness.timeout.connect(self._on_likeness)
        self._wire()

    def _wire(self) -> None:
        desk, page, step = self.desk, self.page, self.page.step
        for backdrop in self._backdrops:
            backdrop.changed.connect(self._paint)
        desk.changed.connect(self._on_changed)
        desk.refused.connect(self.show_refusal)
        desk.frozen.connect(self._on_frozen)
        self.big.settled.connect(self._on_settled)
        self.big.landed.connect(self._on_landed)
        page.lines.chosen.connect(self._on_line)
        page.lines.new_wanted.connect(self.new_draw)
        page.plan.frozen.connect(self._on_plan)
        page.plan.file_chosen.connect(self.read_list)
        page.plan.envelope_wanted.connect(self._on_envelope_wanted)
        step.published.connect(desk.publish)
        step.thrown.connect(desk.throw)
        step.beacon_typed.connect(desk.take_beacon)
        step.envelope_typed.connect(desk.open_envelope)
        step.seed_shown.connect(desk.show_seed)
        step.drawn.connect(desk.draw)
        step.forward.connect(self.forward)
        step.board.connect(desk.board)
        step.saved.connect(self.save)
        step.finished.connect(desk.finish)
        step.passed.connect(self.not_here)
        step.voided.connect(self.call_off)
        step.corrected.connect(self.correct)
        step.back.connect(self.leave_draw)
        step.pace.tells.changed.connect(self._on_pace)

    def on_second(self, second: SecondScreen) -> None:
        """The window on the second screen is this one's."""
        self._second = second
        second.placed.connect(self._on_placed)
        self.page.show_second(seen=second.seen)

    # --- what the shell wants to know --------------------------------------------------------------------------------

    def actions(self) -> tuple[Action, ...]:
        key, shell = Qt.Key, self._shell.actions
        return (
            Action(self.go, ENTER, repeats=False),
            Action(self.new_draw, (key.Key_F4,), label=lambda: translate("Footer", "New draw"), enabled=self._listing),
            Action(
                self.page.plan.choose_file,
                (key.Key_F3,),
                label=lambda: translate("Footer", "File"),
                enabled=lambda: self.page.planning,
            ),
            Action(self.desk.board, (key.Key_F5,), label=lambda: translate("Footer", "Board"), enabled=self._shown),
            Action(self.not_here, (key.Key_F6,), label=lambda: translate("Footer", "Not here"), enabled=self._shown),
            Action(self._next_pace, (key.Key_F7,), label=lambda: translate("Footer", "At once"), enabled=self._drawn),
            Action(self.call_off, (key.Key_F8,), label=lambda: translate("Footer", "Call off"), enabled=self._open),
            Action(self.next_backdrop, (key.Key_B,), CTRL, label=self._backdrop_word, enabled=self._between),
            Action(
                self.cover, (key.Key_F11,), label=lambda: translate("Footer", "Stage here"), enabled=self._one_screen
            ),
            Action(self.save, (key.Key_F12,), label=lambda: translate("Footer", "Save file"), enabled=self._public),
            Action(
                self.print_notice,
                (key.Key_P,),
                CTRL,
                label=lambda: translate("Footer", "Notice"),
                enabled=self._printed,
            ),
            Action(partial(self.big.turn, 1), (key.Key_Right,)),
            Action(partial(self.big.turn, -1), (key.Key_Left,)),
            shell.clerk,
            shell.lock,
            shell.language,
            Action(self.leave_draw, (key.Key_Escape,), label=lambda: translate("Footer", "Back")),
            replace(shell.station, label=lambda: translate("Footer", "Station")),
        )

    def _listing(self) -> bool:
        return self.page.listing

    def _between(self) -> bool:
        return bool(self._backdrops) and (self._planning or self.desk.view is None)

    def _backdrop_word(self) -> str:
        following = self._backdrop + 1
        return self._backdrops[following].word() if following < len(self._backdrops) else translate("Footer", "Poster")

    def _phase(self) -> Phase | None:
        return self.desk.view.phase if self.desk.view is not None and not self._planning else None

    def _shown(self) -> bool:
        return self._drawn(Phase.SHOWN) and self.desk.view is not None and self.desk.view.revealed > 0

    def _drawn(self, *also: Phase) -> bool:
        return self._phase() in (Phase.DRAWN, *also)

    def _open(self) -> bool:
        return self._phase() in (Phase.FROZEN, Phase.AWAITED, Phase.DICE, Phase.ENVELOPES)

    def _public(self) -> bool:
        view = self.desk.view
        return view is not None and view.local and self._phase() not in (None, Phase.FROZEN)

    def _printed(self) -> bool:
        return self._phase() not in (None, Phase.FROZEN)

    def _one_screen(self) -> bool:
        return self._second is not None and (not self._second.seen or self._second.covers)

    def on_scan(self, event: ScanEvent) -> bool:
        phase = self._phase()
        if phase is Phase.AWAITED:
            self.desk.take_beacon(event.text)
        elif phase is Phase.ENVELOPES:
            closed = [one.name for one in self.desk.view.envelopes if not one.opened] if self.desk.view else []
            if closed:
                self.desk.open_envelope(closed[0], event.text)
        else:
            return False
        return True

    def settling(self) -> bool:
        return self.desk.busy

    def clear(self) -> None:
        self.desk.close()
        self.page.plan.clear()
        self._planning = False

    def leave_to(self, staff: Staff) -> None:
        """What the room sees stays: a draw belongs to the room, and not to who works the console."""

    # --- what the shell tells ----------------------------------------------------------------------------------------

    def begin(self, staff: Staff) -> None:
        self.desk.begin(staff)

    def leave(self) -> None:
        self.desk.rest()

    def retry(self) -> None:
        if self.desk.actor is not None:
            self.desk.begin(self.desk.actor)

    def show_terminal(self, terminal: TerminalInfo) -> None:
        self._terminal = terminal
        self._paint()

    def show_refusal(self, refusal: Refusal) -> None:
        self._shell.sounds.play(Sound.REFUSED)
        around = Surroundings(self._shell.ui.i18n, instant(self._settings.clock.now_ms()))
        self._shell.messages.notice(lambda: in_full(refusal_words(refusal, around)), Level.ATTENTION)

    # --- what is done ------------------------------------------------------------------------------------------------

    @Slot()
    def go(self) -> None:
        """Enter: what the large button says, or the draw that is marked."""
        if self.page.listing:
            self.page.lines.choose()
        elif not self.page.planning:
            self.page.step.go()

    @Slot()
    def forward(self) -> None:
        """What comes next for the room; while names roll, they come to rest."""
        if self.desk.cue.rolling:
            self.big.hasten()
            self.page.likeness.hasten()
        else:
            self.desk.forward()

    @Slot()
    def new_draw(self) -> None:
        """F4: the form."""
        self._plan_for(None)

    @Slot()
    def correct(self) -> None:
        """The form again, for a list that takes the void one's place."""
        self._plan_for(self.desk.view)

    def _plan_for(self, void: StageView | None) -> None:
        self._corrects = (void.draw, void.seq) if void is not None else None
        self._planning = True
        self.page.plan.correct(void)
        self._on_changed()

    @Slot()
    def next_backdrop(self) -> None:
        """Ctrl B: what the room sees while nothing is drawn; the poster comes after the last one."""
        if self._backdrop >= 0:
            self._backdrops[self._backdrop].rest()
        self._backdrop = self._backdrop + 1 if self._backdrop + 1 < len(self._backdrops) else -1
        if self._backdrop >= 0:
            self._backdrops[self._backdrop].begin()
        self._paint()

    @Slot()
    def leave_draw(self) -> None:
        """Esc: one step back; what is held stays as it is."""
        if self._second is not None and self._second.covers:
            self._second.cover(False)
        elif self._planning:
            self._planning = False
            self._on_changed()
        else:
            self.desk.close()

    @Slot()
    def cover(self) -> None:
        """F11: the big screen over this window, where there is no second one."""
        if self._second is not None:
            self._second.cover(not self._second.covers)

    @Slot(object)
    def read_list(self, file: Path) -> None:
        """Read a file of people."""
        self._reading = file
        progress = self._long.begin(lambda: translate("StageDesk", "The list is being read"))
        work = partial(self._settings.read_list, file, self._shell.ui.i18n.currency, progress)
        self._shell.tasks.ask_hq(work, self._on_read, self._on_not_read)

    @Slot()
    def not_here(self) -> None:
        """F6: the marked winner gives way."""
        winner = self.page.winner
        if winner is not None and winner.entrant >= 0:
            self._signed.not_here(winner)

    @Slot()
    def call_off(self) -> None:
        """F8: the draw is void."""
        if self._open():
            self._signed.call_off()

    @Slot()
    def save(self) -> None:
        """F12: the file that everybody can check."""
        view = self.desk.view
        if view is not None and self._public():
            self._papers.save(view)

    @Slot()
    def print_notice(self) -> None:
        """Ctrl P: the list's fingerprint on paper, or the winners' board."""
        view, terminal, actor = self.desk.view, self._terminal, self.desk.actor
        if view is not None and terminal is not None and actor is not None and self._printed():
            self._papers.print(view, terminal, actor)

    # --- answers -----------------------------------------------------------------------------------------------------

    @Slot()
    def _on_changed(self) -> None:
        desk, page = self.desk, self.page
        if not desk.busy:
            self._long.end()
        if self._planning:
            page.show_plan()
        elif desk.view is None:
            page.show_lines(desk.lines)
        else:
            page.show_draw(desk.view, desk.cue, busy=desk.busy)
        self._paint()

    def _poster(self) -> Poster:
        terminal, i18n = self._terminal, self._shell.ui.i18n
        if terminal is None:
            return Poster("")
        store = i18n.text(terminal.store_name)
        if terminal.campaign:
            return Poster(i18n.text(terminal.campaign), store, self._season())
        return Poster(store, translate("Stage", "Prize draw"))

    def _season(self) -> Frame:
        return frame_of(self._terminal.theme) if self._terminal is not None and self._terminal.theme else Frame.NONE

    @Slot()
    def _paint(self) -> None:
        if self.desk.busy and self.desk.cue.rolling:
            return  # nothing rolls before it is durable
        view = None if self._planning else self.desk.view
        if view is not None:
            scene = scene_of(view, self.desk.cue, self._season())
        else:
            scene = self._backdrops[self._backdrop].scene() if self._backdrop >= 0 else self._poster()
        self.big.show_scene(scene)
        if self.big.rolling:
            self._likeness.start()  # the room comes first
        else:
            self._on_likeness()

    @Slot()
    def _on_likeness(self) -> None:
        self._likeness.stop()
        self.page.likeness.show_scene(self.big.scene)

    @Slot(object)
    def _on_line(self, line: DrawLine) -> None:
        self.desk.open(line.draw, line.seq, here=line.here)

    @Slot(object, object)
    def _on_plan(self, plan: DrawPlan, people: tuple[Entrant, ...]) -> None:
        self.desk.freeze(plan, people, self._corrects)

    @Slot()
    def _on_frozen(self) -> None:
        self._planning, self._corrects = False, None

    @Slot()
    def _on_pace(self) -> None:
        self.desk.pace = self.page.step.pace.value
        self._on_changed()

    def _next_pace(self) -> None:
        self.page.step.pace.choose(1)

    @Slot(bool)
    def _on_placed(self, _seen: bool) -> None:
        second = self._second
        seen = second is not None and second.seen
        self.page.show_second(seen=seen and second is not None and not second.covers)
        if not seen:
            self._shell.messages.notice(
                lambda: translate("StageDesk", "The second screen is gone. Nothing is lost: plug it in, or press F11."),
                Level.ATTENTION,
            )

    @Slot(int)
    def _on_landed(self, _count: int) -> None:
        self._shell.sounds.play(Sound.WON)

    @Slot()
    def _on_settled(self) -> None:
        self.desk.settled()

    @Slot(int)
    def _on_envelope_wanted(self, at: int) -> None:
        self._sealing = at
        self._shell.tasks.run(self._api.seal_envelope, self._on_sealed)

    @Slot(object)
    def _on_sealed(self, sealed: SealedEnvelope) -> None:
        self.page.plan.show_commitment(self._sealing, sealed.commitment)
        self._shell.overlay.open(EnvelopeSheet(self._shell.ui, sealed))

    @Slot(object)
    def _on_read(self, read: ListRead) -> None:
        self._long.end()
        self.page.plan.show_list(self._reading, read)

    @Slot(object)
    def _on_not_read(self, fault: Exception) -> None:
        self._long.end()
        if not isinstance(fault, Cancelled):
            self._shell.messages.fault(fault)
