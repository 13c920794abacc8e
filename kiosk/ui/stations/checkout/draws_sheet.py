"""A draw for the member at the till: the customer's screen turns with this one."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.application.checkout_api import CheckoutApi
from kiosk.application.draws.wheel_outcomes import Spun, WayView, WheelView
from kiosk.application.sales.outcomes import Acted, Visit
from kiosk.domain.documents.blocks import Frame
from kiosk.domain.refusals import Refusal, RefusalCode
from kiosk.domain.staff.actors import Staff
from kiosk.ui.context import Ui
from kiosk.ui.customer.draws import noise_of
from kiosk.ui.customer.views import Drawing
from kiosk.ui.draws.look import Look
from kiosk.ui.draws.looks import LOOKS
from kiosk.ui.draws.shown import prize_won, prizes_shown
from kiosk.ui.i18n import aloud, spaced, translate
from kiosk.ui.measure import held
from kiosk.ui.shell.overlay import Sheet
from kiosk.ui.stations.checkout.flow import CheckoutFlow
from kiosk.ui.tasks import TaskRunner
from kiosk.ui.widgets.basics import Button, ElidedText, FitText, ListArea, Pill, RowButton, Text, column, row
from kiosk.ui.words.campaigns import whose_words
from kiosk.ui.words.refusals import refusal_words
from kiosk.ui.words.rewards import reward_lines
from kiosk.ui.words.surroundings import Surroundings
from kiosk.ui.words.wheels import (
    have_words,
    left_title,
    left_words,
    not_public,
    result_title,
    way_short,
    way_words,
    won_name,
)

_MORE, _BROUGHT, _PRIZES = 3, 3, 8

Found = tuple[tuple[WheelView, ...], tuple[Spun, ...]]


class WheelRow(RowButton):
    """One of several wheels."""

    def __init__(self) -> None:
        super().__init__(52)
        self.setCheckable(True)
        line = row(self, margins=(16, 4, 12, 4), gap=12)
        self.title = ElidedText("strong")
        self.state = Pill("line")
        line.addWidget(self.title, 1)
        line.addWidget(self.state)
        self.seal()

    def show_wheel(self, ui: Ui, wheel: WheelView, *, waiting: bool) -> None:
        """Its name, and whether it can be played."""
        self.title.setText(ui.i18n.text(wheel.name))
        free = next((way for way in wheel.ways if way.refusal is None), None)
        if waiting:
            self.state.set("gold", translate("Wheels", "your result is waiting"))
        elif free is not None:
            self.state.set("jade", have_words(free, ui.i18n))
        self.state.setVisible(waiting or free is not None)
        self.setAccessibleName(aloud(self.title.text(), self.state.text()))


class DrawsSheet(Sheet):
    """The look on the left, what is to be done on the right.

    Signals:
        customer_sees(Drawing): what the customer's screen shows.
        heard(Sound): something is to be heard.
        refused(Refusal): no turn was taken.
        proof_wanted(): they have to prove who they are first.
        print_wanted(Spun): the slip of a result.
        tickets_wanted(): their tickets of draws, on paper.
    """

    customer_sees = Signal(object)
    heard = Signal(object)
    refused = Signal(object)
    proof_wanted = Signal()
    print_wanted = Signal(object)
    tickets_wanted = Signal()
    wide = True

    def __init__(
        self,
        ui: Ui,
        api: CheckoutApi,
        tasks: TaskRunner,
        flow: CheckoutFlow,
        around: Callable[[], Surroundings],
        season: Callable[[WheelView], Frame],
    ) -> None:
        super().__init__(ui)
        self._api, self._tasks, self._flow, self._around, self._season = api, tasks, flow, around, season
        self._wheels: tuple[WheelView, ...] | None = None
        self._standing: tuple[Spun, ...] = ()
        self._at = 0
        self._taken: list[Spun] = []
        self._asking = False
        self._spun: Spun | None = None
        self.look: Look | None = None
        self.about = ElidedText("body", "ink2")
        self.body.addWidget(self.about)
        sides = row(gap=ui.theme.space["l"])
        self._stage = column()
        self._holder = QWidget()
        held(self._holder, width=380, height=400)
        self._holder.setLayout(self._stage)
        sides.addWidget(self._holder)
        beside = QWidget()
        beside.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        side = column(beside, gap=ui.theme.space["s"])
        self._list = ListArea(4)
        self._list.prefer(112)
        self.rows: list[WheelRow] = []
        self.practice = Text("caption", "warn", wrap=True)
        self.told = Text("body", "ink2", wrap=True)
        self.result_title = Text("body", "jade")
        self.prize = FitText(ui, ("headline", "title", "lead", "strong"), "jade")
        self.brought = [Text("body", wrap=True) for _ in range(_BROUGHT)]
        self.left_title = Text("caption", "ink2", wrap=True)
        self.left = [Text("caption", "ink2") for _ in range(_PRIZES)]
        self.main = Button("primary", "action", key="Enter", rank="large")
        self.main.setObjectName("draws_main")
        self.main.clicked.connect(self.enter)
        self.others = [Button("", "strong", key=str(at + 2)) for at in range(_MORE)]
        for at, other in enumerate(self.others):
            other.setObjectName(f"draws_way_{at}")
            other.clicked.connect(partial(self._other, at))
        self.print = Button("", "strong", key="Ctrl P")
        self.print.setObjectName("draws_print")
        self.print.clicked.connect(self._on_print)
        self.tickets = Button("", "strong", key="Ctrl T")
        self.tickets.setObjectName("draws_tickets")
        self.tickets.clicked.connect(self._on_tickets)
        side.addWidget(self._list)
        for part in (
            self.practice,
            self.told,
            self.result_title,
            self.prize,
            *self.brought,
            self.left_title,
            *self.left,
        ):
            side.addWidget(part)
        side.addStretch(1)
        others = row(gap=ui.theme.space["s"])
        for button in self.others:
            others.addWidget(button, 1)
        side.addWidget(self.tickets)
        side.addWidget(self.print)
        side.addLayout(others)
        side.addWidget(self.main)
        sides.addWidget(beside, 1)
        self.body.addLayout(sides)
        self.retranslate()
        self._load()

    def start_focus(self) -> QWidget:
        return self.main if not self.main.isHidden() else self

    # --- what is known -----------------------------------------------------------------------------------------------

    @property
    def wheel(self) -> WheelView | None:
        """The chosen one."""
        wheels = self._wheels or ()
        return wheels[self._at] if self._at < len(wheels) else None

    @property
    def ways(self) -> list[WayView]:
        """In which it can be played now."""
        wheel = self.wheel
        return [way for way in wheel.ways if way.refusal is None] if wheel is not None and wheel.refusal is None else []

    @property
    def first(self) -> WayView | None:
        """What Enter does. After a result nobody is urged to pay for another turn."""
        ways = self.ways
        return ways[0] if ways and (self._spun is None or not ways[0].price) else None

    @property
    def more(self) -> list[WayView]:
        """What digits from 2 do."""
        first = self.first
        return [way for way in self.ways if way is not first]

    @property
    def standing(self) -> Spun | None:
        """What was taken of it and not seen to the end."""
        wheel = self.wheel
        if wheel is None:
            return None
        mine = (wheel.campaign, wheel.id)
        return next((one for one in self._standing if (one.campaign, one.wheel) == mine), None)

    @property
    def playing(self) -> bool:
        """Something is asked for, or moves."""
        return self._asking or (self.look is not None and self.look.playing)

    def _load(self) -> None:
        if self._flow.visit is not None:
            self._tasks.run(partial(_found, self._api, self._flow.visit), self._on_found)

    def _on_found(self, answer: Found) -> None:
        first = self._wheels is None
        self._wheels, self._standing = answer
        if first:
            ready = [at for at, one in enumerate(self._wheels) if any(way.refusal is None for way in one.ways)]
            waiting = [at for at, one in enumerate(self._wheels) if any(
                (spun.campaign, spun.wheel) == (one.campaign, one.id) for spun in self._standing)]  # fmt: skip
            self._at = next(iter([*waiting, *ready]), 0)
            self._build()
        self.retranslate()
        self._tell()
        self.start_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        wheel = self.wheel
        if wheel is None:
            return
        if self.look is not None:
            self._stage.removeWidget(self.look)
            self.look.hide()
            self.look.deleteLater()
        self.look = LOOKS[wheel.look.value](self.ui, alone=True)
        self.look.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.look.rested.connect(self._on_rested)
        self.look.sounded.connect(self.heard)
        self._stage.addWidget(self.look)

    def _tell(self) -> None:
        """What the customer's screen shows of it."""
        wheel, visit = self.wheel, self._flow.visit
        if wheel is None:
            return
        member = visit.member.masked_name if visit is not None and visit.member is not None else ""
        seen = self.look is not None and self.look.at_rest
        self.customer_sees.emit(Drawing(wheel, member, self._spun, seen, self._season(wheel)))

    # --- playing -----------------------------------------------------------------------------------------------------

    def enter(self) -> None:
        standing, wheel = self.standing, self.wheel
        if self.playing or wheel is None:
            return
        if standing is not None and self._spun is None:
            self._show(standing)
        elif self.first is not None:
            self._play(self.first)
        elif self._spun is not None:
            self.close_sheet()
        elif self._needs_proof:
            self.proof_wanted.emit()

    @property
    def _needs_proof(self) -> bool:
        wheel = self.wheel
        refusals = [way.refusal for way in wheel.ways if way.refusal is not None] if wheel is not None else []
        return any(one.code is RefusalCode.MEMBER_NOT_PROVEN for one in refusals)

    def _other(self, at: int) -> None:
        more = self.more
        if at < len(more):
            self._play(more[at])

    def _play(self, way: WayView) -> None:
        wheel = self.wheel
        if self.playing or wheel is None or (self.standing is not None and self._spun is None):
            return
        self._asking, self._spun, self._taken = True, None, []
        if self.look is not None:
            self.look.invite()
        self._flow.run_errand(partial(_spin, self._api, wheel, way, self._taken), self._on_spun)
        self.retranslate()

    def _on_spun(self, answer: Visit | Acted | Refusal) -> None:
        self._asking = False
        if self._taken:
            self._show(self._taken[0])
        elif isinstance(answer, Refusal):
            self.refused.emit(answer)
            self._load()
            self.retranslate()
            self.told.setText(_sentence(answer, self._around()))
            self.told.show()

    def _show(self, spun: Spun) -> None:
        """It is durable: now it may move."""
        wheel, look = self.wheel, self.look
        if wheel is None or look is None:
            return
        self._spun = spun
        look.noise = noise_of(spun.lease, spun.j)
        look.play(prize_won(spun, self.ui.i18n, wheel.currency))
        self._tell()
        self.retranslate()

    def _on_rested(self) -> None:
        spun, actor = self._spun, self._flow.actor
        if spun is None or actor is None:
            return
        self._tell()
        self.retranslate()
        self.ui.voice.say(self, self.result_title.text(), self.prize.text(), now=True)
        self._tasks.run(partial(_seen, self._api, spun, self._flow.visit, actor), self._on_found)

    def _on_print(self) -> None:
        if self._spun is not None and not self.playing:
            self.print_wanted.emit(self._spun)

    def _on_tickets(self) -> None:
        if not self.tickets.isHidden():
            self.tickets_wanted.emit()

    # --- keys --------------------------------------------------------------------------------------------------------

    def own_key(self, event: QKeyEvent) -> bool:
        digit = event.key() - Qt.Key.Key_0
        if event.key() == Qt.Key.Key_P and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._on_print()
        elif event.key() == Qt.Key.Key_T and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._on_tickets()
        elif digit == 1:
            self.enter()
        elif 2 <= digit < _MORE + 2:
            self._other(digit - 2)
        else:
            return False
        return True

    def step(self, event: QKeyEvent) -> bool:
        by = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if by is None or not self._wheels:
            return False
        self._choose(max(0, min(len(self._wheels) - 1, self._at + by)))
        return True

    def _on_row(self) -> None:
        for at, line in enumerate(self.rows):
            if line is self.sender():
                self._choose(at)

    def _choose(self, at: int) -> None:
        if at != self._at and not self.playing:
            self._at, self._spun = at, None
            self._build()
            self._tell()
        self.retranslate()

    # --- what is shown -----------------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        wheel, visit, spun = self.wheel, self._flow.visit, self._spun
        self.title.setText(self.ui.i18n.text(wheel.name) if wheel is not None else translate("Wheels", "Draw"))
        self.close_button.say(translate("Sheet", "Close"))
        member = visit.member if visit is not None else None
        self.about.setText(whose_words(member, self.ui.i18n) if member is not None else "")
        if wheel is not None and self.look is not None:
            self.look.show_prizes(prizes_shown(wheel, self.ui.i18n), self._season(wheel))
            if spun is not None:
                self.look.retell(prize_won(spun, self.ui.i18n, wheel.currency))
        self._show_rows()
        done = spun is not None and not self.playing
        self.practice.setText(not_public())
        self.practice.setVisible(wheel is not None and not wheel.public_beacon)
        told = self._told()
        self.told.setText(told)
        self.told.setVisible(bool(told))
        for part in (self.result_title, self.prize, *self.brought):
            part.setVisible(done)
        if spun is not None and done and wheel is not None:
            self.result_title.setText(result_title(spun))
            self.prize.setText(won_name(spun, self.ui.i18n, wheel.currency))
            lines = [f"✓  {line}" for line in reward_lines(spun.rewards, self.ui.i18n)]
            for at, label in enumerate(self.brought):
                label.setText(lines[at] if at < len(lines) else "")
                label.setVisible(at < len(lines))
        fields = wheel.fields if wheel is not None and wheel.left and not done else ()
        self.left_title.setVisible(bool(fields))
        if wheel is not None:
            self.left_title.setText(left_title(wheel, self.ui.i18n))
        for at, label in enumerate(self.left):
            label.setVisible(at < len(fields))
            if wheel is not None and at < len(fields):
                label.setText(f"{self.ui.i18n.text(fields[at].name)}  {left_words(wheel, fields[at], self.ui.i18n)}")
        self._show_buttons(done=done)

    def _show_rows(self) -> None:
        wheels = self._wheels or ()
        self._list.setVisible(len(wheels) > 1)
        while len(self.rows) < len(wheels):
            line = WheelRow()
            line.setObjectName(f"draws_{len(self.rows)}")
            line.clicked.connect(self._on_row)
            self._list.rows.insertWidget(len(self.rows), line)
            self.rows.append(line)
        waiting = {(one.campaign, one.wheel) for one in self._standing}
        for at, (line, wheel) in enumerate(zip(self.rows, wheels, strict=False)):
            line.show_wheel(self.ui, wheel, waiting=(wheel.campaign, wheel.id) in waiting)
            line.setChecked(at == self._at)

    def _told(self) -> str:
        wheel = self.wheel
        if self._wheels is None:
            return translate("Actions", "Looking it up…")
        if wheel is None:
            return translate("Wheels", "There is nothing to play at the moment.")
        if self.playing or self._spun is not None:
            return ""
        if self.standing is not None:
            return translate(
                "Wheels", "Last time you did not see it to the end. Nothing was lost: here is the same result."
            )
        refusal = wheel.refusal or next((way.refusal for way in wheel.ways), None)
        if not self.ways and refusal is not None:
            return _sentence(refusal, self._around())
        return have_words(self.ways[0], self.ui.i18n) if self.ways else ""

    @property
    def _holds_tickets(self) -> bool:
        visit = self._flow.visit
        return visit is not None and visit.member is not None and visit.member.tickets > 0

    def _show_buttons(self, *, done: bool) -> None:
        wheel, first = self.wheel, self.first
        words = ""
        if self.playing:
            words = translate("Wheels", "Good luck…")
        elif wheel is not None and self.standing is not None and not done:
            words = translate("Wheels", "See what it is")
        elif wheel is not None and first is not None:
            words = way_words(first, wheel.look, self.ui.i18n)
            if done:
                words = spaced(translate("Wheels", "Once more (%n left)", None, first.have))
        elif done:
            words = translate("Sheet", "Close")
        elif self._needs_proof:
            words = translate("Wheels", "Prove who they are")
        self.main.say(words)
        # never off: the focus would go to another button, which the next Enter of somebody in a hurry would press
        self.main.setVisible(bool(words))
        free = not self.playing and (self.standing is None or done)
        more = self.more if free else []
        for at, other in enumerate(self.others):
            other.setVisible(at < len(more))
            if at < len(more):
                other.say(way_short(more[at], self.ui.i18n))
        self.tickets.say(translate("Wheels", "Print draw tickets"))
        self.tickets.setVisible(not done and not self.playing and self._holds_tickets)
        self.print.say(translate("Wheels", "Print it"))
        self.print.setVisible(done)


def _sentence(refusal: Refusal, around: Surroundings) -> str:
    words = refusal_words(refusal, around)
    more = translate("Recent", "{said} {more}").format(said=words.reason, more=words.next_step)
    return f"{words.title}\n{more}".strip()


def _found(api: CheckoutApi, visit: Visit) -> Found:
    return api.wheels(visit), api.standing_spins(visit)


def _spin(
    api: CheckoutApi, wheel: WheelView, way: WayView, taken: list[Spun], visit: Visit, actor: Staff
) -> Visit | Refusal:
    answer = api.spin(visit, wheel.campaign, wheel.id, way.way, actor)
    if isinstance(answer, Refusal):
        return answer
    taken.append(answer)
    return api.refresh(visit)


def _seen(api: CheckoutApi, spun: Spun, visit: Visit | None, actor: Staff) -> Found:
    api.spin_shown(spun.lease, spun.j, actor)
    return _found(api, visit) if visit is not None else ((), ())
