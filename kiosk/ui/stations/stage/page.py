"""The console's page: on the left what to do now, on the right what the room sees."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from kiosk.application.draws.stage_outcomes import DrawLine, StageView, WinnerView
from kiosk.domain.draws.batch import grouped
from kiosk.domain.draws.stage import Phase
from kiosk.domain.time import Clock
from kiosk.ui.context import Ui
from kiosk.ui.i18n import spaced, translate
from kiosk.ui.measure import held, px
from kiosk.ui.stage.draws.words import prize_words
from kiosk.ui.stage.screen import StageScreen
from kiosk.ui.stations.stage.parts import DrawRow
from kiosk.ui.stations.stage.plan_panel import PlanPanel
from kiosk.ui.stations.stage.show import Cue, prize_of
from kiosk.ui.stations.stage.step_panel import StepPanel
from kiosk.ui.widgets.basics import Button, Panel, Pill, Text, column, row
from kiosk.ui.widgets.pick_list import PickList
from kiosk.ui.words.refused_stage import phase_word

PILLS = {
    Phase.FROZEN: "warn",
    Phase.AWAITED: "info",
    Phase.DICE: "info",
    Phase.ENVELOPES: "info",
    Phase.READY: "gold",
    Phase.DRAWN: "gold",
    Phase.SHOWN: "jade",
    Phase.CLOSED: "line",
    Phase.VOID: "red",
}


class ListPanel(Panel):
    """Draws to choose from.

    Signals:
        chosen(DrawLine): this one.
        new_wanted(): another one.
    """

    chosen = Signal(object)
    new_wanted = Signal()

    def __init__(self, ui: Ui) -> None:
        super().__init__(ui, "card")
        space = ui.theme.space
        self._lines: tuple[DrawLine, ...] = ()
        lines = column(self, margins=(space["xl"], space["l"], space["xl"], space["l"]), gap=space["m"])
        self.title = Text("title")
        self.none = Text("lead", "ink2", wrap=True)
        self.list = PickList(ui, self._row, self._write, gap=space["s"], right=space["s"])
        self.list.tells.pressed.connect(self._on_pressed)
        self.new = Button("primary", "action", key="F4", rank="action")
        self.new.setObjectName("draw_new")
        self.new.clicked.connect(self.new_wanted)
        lines.addWidget(self.title)
        lines.addWidget(self.none)
        lines.addWidget(self.list, 1)
        lines.addWidget(self.new)
        self.retranslate()

    def show_lines(self, lines: tuple[DrawLine, ...]) -> None:
        """Those there are."""
        self._lines = lines
        self.list.show_items(len(lines), min(self.list.at, max(0, len(lines) - 1)))
        self.none.setVisible(not lines)

    def choose(self) -> None:
        """The one that is marked."""
        if self._lines:
            self.chosen.emit(self._lines[self.list.at])

    def _row(self) -> DrawRow:
        return DrawRow(self.ui)

    def _write(self, line: DrawRow, at: int) -> None:
        one = self._lines[at]
        kind, word = PILLS[one.phase], phase_word(one.phase)
        if not one.here:
            kind, word = "line", translate("StageDesk", "at HQ")
        name = one.title or one.draw
        if one.rehearsal:
            name = f"{translate('StageDesk', 'Rehearsal')} · {name}"
        line.write(kind, word, name, f"{self.ui.i18n.day(one.at)} {self.ui.i18n.time(one.at)}")

    @Slot(int)
    def _on_pressed(self, _at: int) -> None:
        self.choose()

    def retranslate(self) -> None:
        self.title.setText(translate("StageDesk", "Draws"))
        self.none.setText(translate("StageDesk", "No draw has been held here yet. Begin with a rehearsal."))
        self.new.say(translate("StageDesk", "New draw"))
        self.show_lines(self._lines)


class StagePage(QWidget):
    """The whole page."""

    def __init__(self, ui: Ui, clock: Clock, seed: int | None = None) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._ui, self._clock = ui, clock
        self._view: StageView | None = None
        self._seen = False
        space = ui.theme.space
        outer = column(self, gap=0)
        self.strip = Panel(ui, "caution")
        strip = row(self.strip, margins=(space["xl"], space["s"], space["xl"], space["s"]))
        self.strip_words = Text("lead", "warn")
        self.strip_words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        strip.addWidget(self.strip_words, 1)
        outer.addWidget(self.strip)
        sides = row(margins=(space["l"], space["l"], space["l"], space["l"]), gap=space["l"])
        outer.addLayout(sides, 1)
        holder = QWidget()
        self._parts = QStackedLayout(holder)
        self.lines, self.plan, self.step = ListPanel(ui), PlanPanel(ui), StepPanel(ui)
        for part in (self.lines, self.plan, self.step):
            self._parts.addWidget(part)
        sides.addWidget(holder, 1)
        self.aside = Panel(ui, "card")
        held(self.aside, width=404)
        aside = column(self.aside, margins=(space["l"], space["l"], space["l"], space["l"]), gap=space["m"])
        head = row(gap=space["s"])
        self.sees = Text("strong")
        self.where = Pill("line")
        head.addWidget(self.sees, 1)
        head.addWidget(self.where)
        self.likeness = StageScreen(ui, clock, fades=False, seed=seed)
        self.likeness.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.facts = Text("body", "ink2", wrap=True)
        self.print_caption = Text("caption", "ink2")
        self.print = Text("strong", wrap=True)
        self.prizes = Text("body", "ink", wrap=True)
        aside.addLayout(head)
        aside.addWidget(self.likeness)
        for text in (self.facts, self.print_caption, self.print, self.prizes):
            aside.addWidget(text)
        aside.addStretch(1)
        sides.addWidget(self.aside)
        self.show_second(seen=False)
        self.show_lines(())

    # --- which part --------------------------------------------------------------------------------------------------

    def show_lines(self, lines: tuple[DrawLine, ...]) -> None:
        """The list of draws."""
        self._view = None
        self.lines.show_lines(lines)
        self._parts.setCurrentWidget(self.lines)
        self._say()

    def show_plan(self) -> None:
        """The form of a new draw."""
        self._view = None
        self._parts.setCurrentWidget(self.plan)
        self.plan.name.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._say()

    def show_draw(self, view: StageView, cue: Cue, *, busy: bool) -> None:
        """A draw as it stands."""
        fresh = self._parts.currentWidget() is not self.step or self._view is None or self._view.phase != view.phase
        self._view = view
        self.step.show_draw(view, cue, busy=busy)
        self._parts.setCurrentWidget(self.step)
        if fresh:
            (self.step.start() or self).setFocus(Qt.FocusReason.OtherFocusReason)
        self._say()

    @property
    def planning(self) -> bool:
        """Whether the form is on the page."""
        return self._parts.currentWidget() is self.plan

    @property
    def listing(self) -> bool:
        """Whether the list of draws is."""
        return self._parts.currentWidget() is self.lines

    @property
    def winner(self) -> WinnerView | None:
        """The winner that is marked."""
        return self.step.winner if self._view is not None else None

    def show_second(self, *, seen: bool) -> None:
        """Whether the room sees anything."""
        self._seen = seen
        self._say()

    # --- words -------------------------------------------------------------------------------------------------------

    def _say(self) -> None:
        view, i18n = self._view, self._ui.i18n
        rehearsal = (view is not None and view.rehearsal) or (self.planning and self.plan.rehearsal.value)
        self.strip.setVisible(bool(rehearsal))
        self.strip_words.setText(translate("StageDesk", "REHEARSAL: nothing here counts"))
        self.sees.setText(translate("StageDesk", "What the room sees"))
        if self._seen:
            self.where.set("jade", translate("StageDesk", "on the second screen"))
        else:
            self.where.set("red", translate("StageDesk", "no second screen"))
        for part in (self.facts, self.print_caption, self.print, self.prizes):
            part.setVisible(view is not None)
        if view is None:
            return
        said = [
            spaced(
                translate("StageDesk", "{people} people with {tickets} tickets").format(
                    people=i18n.number(view.entrants), tickets=i18n.number(view.tickets)
                )
            )
        ]
        if view.published_at is not None:
            said.append(spaced(translate("StageDesk", "published {time}").format(time=i18n.time(view.published_at))))
        self.facts.setText(" · ".join(said))
        self.print_caption.setText(translate("Stage", "Fingerprint of the list"))
        self.print.setText(grouped(view.fingerprint))
        lines = [f"{at}. {prize_words(prize_of(one, view))}" for at, one in enumerate(view.prizes[:8], 1)]
        self.prizes.setText("\n".join(lines))

    def retranslate(self) -> None:
        """Every word again."""
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = px(404) - 2 * px(self._ui.theme.space["l"]) - 2
        held(self.likeness, height=round(wide * 9 / 16 * 404 / px(404)))

    # --- keys --------------------------------------------------------------------------------------------------------

    keys_decide = True

    def keys_memento(self) -> Callable[[], None]:
        """What keys did on the page is undone: the dice."""
        return self.step.keys_memento()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.listing and self.lines.list.step(event):
            return
        if self._view is not None and self.step.key(event):
            return
        event.ignore()
