"""A draw on the console: where it stands, what is asked for, and one large button that does what comes next."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kiosk.application.draws.stage_outcomes import PrizeView, StageView, WinnerView
from kiosk.domain.draws.batch import FEWEST_DICE
from kiosk.domain.draws.stage import Phase
from kiosk.ui.context import Ui
from kiosk.ui.i18n import spaced, translate
from kiosk.ui.stage.draws.words import winner_detail, winner_name
from kiosk.ui.stations.stage.parts import DrawRow, Field
from kiosk.ui.stations.stage.show import Cue, Pace, next_prize, winner_of
from kiosk.ui.stations.stage.words import few_words, step_text, step_title
from kiosk.ui.widgets.basics import Button, Panel, Pill, Text, column, row
from kiosk.ui.widgets.choice import Choice
from kiosk.ui.widgets.pick_list import PickList
from kiosk.ui.words.refused_stage import holder_word, phase_word


class StepPanel(Panel):
    """Signals:
    published(str): publish; a witness's name, or "".
    thrown(str): all dice so far.
    beacon_typed(str): the round's number as typed; "" asks whether HQ has it.
    envelope_typed(str, str): an envelope's name and what was in it.
    seed_shown(), drawn(), forward(), board(), saved(), finished(): the room sees the dice or the clock; draw; what
        comes next; everybody so far; save the file; it is over.
    passed(), voided(): the marked winner is not there; the draw is called off.
    corrected(): another list takes the place of the void one.
    back(): to the list of draws.
    """

    published = Signal(str)
    thrown = Signal(str)
    beacon_typed = Signal(str)
    envelope_typed = Signal(str, str)
    seed_shown = Signal()
    drawn = Signal()
    forward = Signal()
    board = Signal()
    saved = Signal()
    finished = Signal()
    passed = Signal()
    voided = Signal()
    corrected = Signal()
    back = Signal()

    def __init__(self, ui: Ui) -> None:
        super().__init__(ui, "card")
        space = ui.theme.space
        self._view: StageView | None = None
        self._cue = Cue()
        self._busy = False
        self._winners: list[tuple[PrizeView, WinnerView]] = []
        lines = column(self, margins=(space["xl"], space["l"], space["xl"], space["l"]), gap=space["m"])
        head = row(gap=space["s"])
        self.title = Text("lead", wrap=True)
        self.phase = Pill("line")
        self.leave = Button("plain", "caption", key="Esc")
        self.leave.setObjectName("draw_back")
        self.leave.clicked.connect(self.back)
        head.addWidget(self.title, 1)
        head.addWidget(self.phase)
        head.addWidget(self.leave)
        lines.addLayout(head)
        self.what = Text("title", wrap=True)
        self.how = Text("body", "ink2", wrap=True)
        self.few = Text("strong", "warn", wrap=True)
        for text in (self.what, self.how, self.few):
            lines.addWidget(text)
        self.entry = Field(ui, "draw_entry", 4_000)
        self.entry.edited.connect(self._say)
        lines.addWidget(self.entry)
        self._wanted: str | None = None
        self._sent: str | None = None
        self.dice = Panel(ui)
        dice = row(self.dice, gap=space["s"])
        self.keys = [Button("key", "figure") for _ in range(6)]
        for at, key in enumerate(self.keys, 1):
            key.setObjectName(f"die_{at}")
            key.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            key.say(str(at))
            key.clicked.connect(self._on_die)
            dice.addWidget(key, 1)
        self.undo = Button("", "strong", key="⌫")
        self.undo.setObjectName("die_undo")
        self.undo.clicked.connect(self._undo)
        dice.addWidget(self.undo, 1)
        lines.addWidget(self.dice)
        self.so_far = Text("figure", wrap=True)
        lines.addWidget(self.so_far)
        self.pace = Choice(ui, "draw_pace", _pace_label, tuple(Pace), _pace_word, Pace.PRIZE)
        lines.addWidget(self.pace)
        self.list = PickList(ui, self._row, self._write, gap=space["s"], right=space["s"])
        self.list.tells.pressed.connect(self._on_pressed)
        lines.addWidget(self.list, 1)
        self._gap = QWidget()
        lines.addWidget(self._gap, 1)
        more = row(gap=space["m"])
        self.absent, self.everybody = Button("", "strong", key="F6"), Button("", "strong", key="F5")
        self.over, self.call_off = Button("", "strong"), Button("", "strong", key="F8")
        for button, name, signal in (
            (self.everybody, "draw_board", self.board),
            (self.absent, "draw_pass", self.passed),
            (self.over, "draw_over", self.finished),
            (self.call_off, "draw_void", self.voided),
        ):
            button.setObjectName(name)
            button.clicked.connect(signal)
            more.addWidget(button, 1)
        lines.addLayout(more)
        self.main = Button("primary", "action", key="Enter", rank="action")
        self.main.setObjectName("draw_go")
        self.main.clicked.connect(self.go)
        lines.addWidget(self.main)

    # --- what is shown -----------------------------------------------------------------------------------------------

    def show_draw(self, view: StageView, cue: Cue, *, busy: bool) -> None:
        """A draw as it stands. A field keeps what is typed in it until its step is done."""
        before = self._view
        if before is None or (before.draw, before.phase, _opened(before)) != (view.draw, view.phase, _opened(view)):
            self.entry.field.clear()
        if before is None or (before.draw, before.seq) != (view.draw, view.seq):
            self._wanted = self._sent = None
        self._view, self._cue, self._busy = view, cue, busy
        winners = [(prize, winner) for prize in view.prizes for winner in prize.winners]
        grown = len(winners) != len(self._winners)
        self._winners = winners
        if not cue.rolling:  # the console must not say it before the room sees it
            self.list.show_items(len(winners), len(winners) - 1 if grown else self.list.at)
        self._say()
        self._send_dice()

    @property
    def winner(self) -> WinnerView | None:
        """The winner that is marked."""
        shown = self._view is not None and self._winners and not self._cue.rolling
        return self._winners[min(self.list.at, len(self._winners) - 1)][1] if shown else None

    def start(self) -> QWidget | None:
        """Where typing goes; None: the page's own keys."""
        return self.entry.field if self._asks() else None

    def _asks(self) -> bool:
        view = self._view
        if view is None:
            return False
        return view.phase in (Phase.FROZEN, Phase.AWAITED) or (view.phase is Phase.ENVELOPES and not view.rehearsal)

    def _next_envelope(self) -> str:
        view = self._view
        closed = [one for one in view.envelopes if not one.opened] if view is not None else []
        return closed[0].name if closed else ""

    def _say(self) -> None:
        view = self._view
        if view is None:
            return
        phase = view.phase
        self.title.setText(view.title or view.draw)
        self.phase.set("gold" if view.rehearsal else "info", _phase_pill(view))
        self.leave.say(translate("StageDesk", "Draws"))
        self.what.setText(step_title(view))
        self.how.setText(step_text(view, self.ui.i18n))
        self.few.setText(few_words(view))
        self.few.setVisible(view.fewer)
        self.entry.setVisible(self._asks())
        self._say_entry(view)
        throwing = phase in (Phase.DICE, Phase.ENVELOPES) and not any(one.opened for one in view.envelopes)
        self.dice.setVisible(throwing)
        self.undo.say(translate("StageDesk", "Undo"))
        self.undo.setEnabled(bool(view.throws))
        self.so_far.setText(" ".join(str(one) for one in view.throws))
        self.so_far.setVisible(bool(view.throws) and phase in (Phase.DICE, Phase.ENVELOPES, Phase.READY))
        self.pace.setVisible(phase is Phase.DRAWN)
        self.pace.retranslate()
        listed = phase in (Phase.DRAWN, Phase.SHOWN, Phase.CLOSED)
        self.list.setVisible(listed)
        self._gap.setVisible(not listed)
        self.everybody.say(translate("StageDesk", "Board"))
        self.everybody.setVisible(listed and view.revealed > 0)
        self.absent.say(translate("StageDesk", "Not here"))
        self.absent.setVisible(phase in (Phase.DRAWN, Phase.SHOWN) and view.revealed > 0)
        self.over.say(translate("StageDesk", "The draw is over"))
        self.over.setVisible(phase is Phase.SHOWN)
        self.call_off.say(translate("StageDesk", "Call off"))
        self.call_off.setVisible(phase in (Phase.FROZEN, Phase.AWAITED, Phase.DICE, Phase.ENVELOPES))
        self.main.say(self._main_words(view))
        self.main.setEnabled(not self._busy and self._ready(view))

    def _say_entry(self, view: StageView) -> None:
        if view.phase is Phase.FROZEN:
            self.entry.say(translate("StageDesk", "Witness, if there is one"))
        elif view.phase is Phase.AWAITED:
            self.entry.say(
                translate("StageDesk", "The beacon’s number from a phone"), translate("StageDesk", "96 digits, or scan")
            )
        elif view.phase is Phase.ENVELOPES:
            holder = next((one.holder for one in view.envelopes if not one.opened), "")
            words = translate("StageDesk", "In the envelope of {name}").format(name=holder_word(holder))
            self.entry.say(spaced(words), translate("StageDesk", "64 digits, or scan"))

    def _ready(self, view: StageView) -> bool:
        if view.phase is Phase.ENVELOPES and not view.rehearsal:
            return bool(self.entry.text())
        return view.phase is not Phase.VOID or view.correctable

    def _main_words(self, view: StageView) -> str:
        phase = view.phase
        if phase is Phase.AWAITED:
            if self.entry.text():
                return translate("StageDesk", "Take this number")
            return self._list_or(translate("StageDesk", "Show the clock"))
        if phase is Phase.DICE:
            if view.throws:
                left = FEWEST_DICE - len(view.throws)
                return translate("StageDesk", "%n more die(s)", None, left)
            return self._list_or(translate("StageDesk", "Show the dice"))
        if self._goes_on(view):
            return self._forward_words(view)
        if not view.local:
            return translate("StageDesk", "The draw is over")
        return {
            Phase.FROZEN: translate("StageDesk", "Publish"),
            Phase.ENVELOPES: translate("StageDesk", "Open it"),
            Phase.READY: translate("StageDesk", "Draw"),
            Phase.DRAWN: "",
            Phase.SHOWN: translate("StageDesk", "Save the file for everybody"),
            Phase.CLOSED: translate("StageDesk", "Save the file for everybody"),
            Phase.VOID: translate("StageDesk", "Correct the list"),
        }[phase]

    def _goes_on(self, view: StageView) -> bool:
        """Whether the room has not seen everything yet: winners, or the board with all of them."""
        return view.phase is Phase.DRAWN or (view.phase is Phase.SHOWN and not self._cue.board)

    def _list_or(self, other: str) -> str:
        return translate("StageDesk", "Show the list") if self._cue.board else other

    def _forward_words(self, view: StageView) -> str:
        if self._cue.rolling:
            return translate("StageDesk", "Let them come to rest")
        following = next_prize(view)
        if following is None:
            return translate("StageDesk", "Board")
        announced = not self._cue.board and self._cue.upto <= self._cue.first and self._cue.passed is None
        if not announced and not (self.pace.value is Pace.ONE and view.revealed > following.first):
            return spaced(translate("StageDesk", "Next: {prize}").format(prize=following.name))
        return {
            Pace.ONE: translate("StageDesk", "Show the next winner"),
            Pace.PRIZE: translate("StageDesk", "Show the winners"),
            Pace.ALL: translate("StageDesk", "Show all winners"),
        }[self.pace.value]

    # --- lists -------------------------------------------------------------------------------------------------------

    def _row(self) -> DrawRow:
        return DrawRow(self.ui)

    def _write(self, line: DrawRow, at: int) -> None:
        prize, winner = self._winners[at]
        if self._view is None:
            return
        seen = winner_of(winner, self._view.shown)
        if winner.entrant < 0:
            line.write("red", prize.name, translate("StageDesk", "Nobody is left"), "")
            return
        kind = "warn" if winner.instead else "gold"
        line.write(kind, prize.name, winner_name(seen), winner_detail(seen))

    @Slot(int)
    def _on_pressed(self, _at: int) -> None:
        pass

    # --- what is done ------------------------------------------------------------------------------------------------

    @Slot()
    def go(self) -> None:
        """What the large button says."""
        view = self._view
        if view is None or self._busy or not self._ready(view):
            return
        phase, text = view.phase, self.entry.text()
        if phase is Phase.FROZEN:
            self.published.emit(text)
        elif phase is Phase.AWAITED and text:
            self.beacon_typed.emit(text)
        elif phase in (Phase.AWAITED, Phase.DICE):
            if not view.throws:
                self.seed_shown.emit()
        elif phase is Phase.ENVELOPES:
            self.envelope_typed.emit(self._next_envelope(), text)
        elif phase is Phase.READY:
            self.drawn.emit()
        elif phase is Phase.VOID:
            self.corrected.emit()
        elif self._goes_on(view):
            self.forward.emit()
        elif view.local:
            self.saved.emit()
        elif phase is Phase.SHOWN:
            self.finished.emit()

    def key(self, event: QKeyEvent) -> bool:
        """A key that the page got. False when it means nothing here."""
        view = self._view
        if view is None:
            return False
        if self.dice.isVisible() and event.key() in range(Qt.Key.Key_1, Qt.Key.Key_6 + 1):
            self._throw(event.key() - Qt.Key.Key_0)
            return True
        if self.dice.isVisible() and event.key() == Qt.Key.Key_Backspace:
            self._undo()
            return True
        return self.list.isVisible() and self.list.step(event)

    @Slot()
    def _on_die(self) -> None:
        sender = self.sender()
        for at, key in enumerate(self.keys, 1):
            if key is sender:
                self._throw(at)

    def keys_memento(self) -> Callable[[], None]:
        """Makes the dice what they are now again: a slow scanner's digits are none."""
        view, dice = self._view, self._dice
        return lambda: self._want(dice) if self._view is not None and view is not None and self._is(view) else None

    def _is(self, view: StageView) -> bool:
        assert self._view is not None
        return self.dice.isVisible() and (self._view.draw, self._view.seq) == (view.draw, view.seq)

    @property
    def _dice(self) -> str:
        """All that were keyed in, whether or not the ledger has them already."""
        if self._wanted is not None:
            return self._wanted
        return "".join(map(str, self._view.throws)) if self._view is not None else ""

    def _throw(self, shows: int) -> None:
        self._want(f"{self._dice}{shows}")

    @Slot()
    def _undo(self) -> None:
        self._want(self._dice[:-1])

    def _want(self, dice: str) -> None:
        if self._view is not None and dice != self._dice:
            self._wanted = dice
            self._send_dice()

    def _send_dice(self) -> None:
        """One step after another: what is keyed in while the ledger is at work comes next."""
        if self._wanted is None or self._busy:
            return
        if self._wanted == self._sent or not self.dice.isVisibleTo(self):  # done, or refused
            self._wanted = self._sent = None
            return
        self._sent = self._wanted
        self.thrown.emit(self._wanted)

    def retranslate(self) -> None:
        self._say()


def _opened(view: StageView) -> int:
    return sum(1 for one in view.envelopes if one.opened)


def _phase_pill(view: StageView) -> str:
    word = phase_word(view.phase)
    return f"{translate('StageDesk', 'Rehearsal')} · {word}" if view.rehearsal else word


def _pace_label() -> str:
    return translate("StageDesk", "At once")


def _pace_word(pace: Pace) -> str:
    return {
        Pace.ONE: translate("StageDesk", "One winner"),
        Pace.PRIZE: translate("StageDesk", "A prize"),
        Pace.ALL: translate("StageDesk", "Everything"),
    }[pace]
