"""One wheel (or card, grid, machine, rain): play it, and see what came of it.

A turn is asked for, becomes durable, and only then does anything move. What was taken and not seen to the end, because
the power went or the customer did, is shown again: the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kiosk.application.draws.wheel_outcomes import Spun, WayView, WheelView
from kiosk.application.sales.outcomes import Visit
from kiosk.application.selfservice_api import SelfServiceApi
from kiosk.application.sync.outcomes import SyncStatus
from kiosk.domain.documents.blocks import Frame
from kiosk.domain.refusals import Refusal, RefusalCode
from kiosk.domain.staff.actors import Customer
from kiosk.ui.draws.look import Look
from kiosk.ui.draws.looks import LOOKS
from kiosk.ui.draws.shown import prize_won, prizes_shown
from kiosk.ui.i18n import spaced, translate
from kiosk.ui.shell.sounds import Sound
from kiosk.ui.stations.selfservice.acting import refused
from kiosk.ui.stations.selfservice.by_phone import prove_member
from kiosk.ui.stations.selfservice.draws.check import CheckScreen, ProofScreen
from kiosk.ui.stations.selfservice.draws.parts import Left, WheelsFound, wheels_found
from kiosk.ui.stations.selfservice.draws.winners import WinnersScreen
from kiosk.ui.stations.selfservice.flow import Flow, Screen
from kiosk.ui.stations.selfservice.papers import print_result
from kiosk.ui.stations.selfservice.parts import Box, Sides, button
from kiosk.ui.widgets.basics import FitText, Text, column, row
from kiosk.ui.words.documents.campaign_rules import frame_of
from kiosk.ui.words.refusals import refusal_words
from kiosk.ui.words.rewards import reward_lines, to_hand_over
from kiosk.ui.words.wheels import (
    along,
    have_words,
    not_public,
    result_title,
    way_short,
    way_words,
    won_name,
)

_MORE_WAYS = 3
_BROUGHT = 3


class Step(Enum):
    """Where playing stands."""

    LOADING = auto()
    READY = auto()
    ASKING = auto()
    PLAYING = auto()
    RESULT = auto()


@dataclass
class Play:
    """What the page knows, kept while pages above it are looked at. `last`: what was seen last."""

    campaign: str
    wheel: str
    last: Spun | None = None


class WheelScreen(Screen):
    """The stage on one side, what is to be done on the other."""

    name = "wheel"

    def __init__(self, flow: Flow, play: Play, known: WheelView | None = None) -> None:
        super().__init__(flow)
        self._play = play
        self._view = known
        self._standing: Spun | None = None
        self._step = Step.LOADING
        self._portrait = True
        self.look: Look | None = None
        column(self).addWidget(sides := Sides(20, stretch=(11, 10)))
        self._sides = sides
        self._stage = column(sides.first)
        side = column(sides.second, gap=10)
        self.practice = Text("s_note", "warn", wrap=True)
        self.told = Text("s_body", "ink2", wrap=True)
        self.told.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.result = Box("s_good", edge=26, gap=4)
        self.result_title = Text("s_body", "jade_ink")
        self.prize = FitText(self.ui, ("s_head", "s_title", "s_lead", "s_button", "s_strong"), "jade_ink")
        self.brought = [Text("s_body", wrap=True) for _ in range(_BROUGHT)]
        for part in (self.result_title, self.prize, *self.brought):
            self.result.lines.addWidget(part)
        self.main = button("s_primary", "wheel_main", self._on_main, "s_lead")
        self.others = [button("s_pill", f"wheel_way_{at}", partial(self._on_other, at)) for at in range(_MORE_WAYS)]
        self.left = Left()
        links = row(gap=12)
        self.print = button("s_pill", "wheel_print", self._on_print, "s_strong")
        self.proof = button("s_pill", "wheel_proof", self._on_proof, "s_strong")
        self.winners = button("s_pill", "wheel_winners", self._on_winners, "s_strong")
        self.check = button("s_pill", "wheel_check", self._on_check, "s_strong")
        for link in (self.print, self.proof, self.winners, self.check):
            links.addWidget(link, 1)
        self.printed = Text("s_note", "ink2", wrap=True)
        self._air = [QWidget(), QWidget()]
        side.addWidget(self.practice)
        side.addWidget(self._air[0], 1)
        side.addWidget(self.told)
        side.addWidget(self.result)
        side.addWidget(self.main)
        beside = row(gap=12)
        for other in self.others:
            beside.addWidget(other, 1)
        side.addLayout(beside)
        side.addWidget(self.left)
        side.addWidget(self.printed)
        side.addWidget(self._air[1], 1)
        side.addLayout(links)
        self.printed.hide()
        if known is not None:
            look = self._build(known)
            if play.last is not None:
                look.reveal(prize_won(play.last, self.ui.i18n, known.currency))
                self._step = Step.RESULT
        self.retranslate()

    def heading(self) -> str:
        return self.ui.i18n.text(self._view.name) if self._view is not None else translate("Wheels", "Draw")

    def start_focus(self) -> QWidget:
        return self.main if not self.main.isHidden() else self

    def arrange(self, portrait: bool) -> None:
        self._sides.arrange(portrait, grows=0)
        self._portrait = portrait
        if self.look is not None:
            self.look.free()
        self.retranslate()

    # --- what is known -----------------------------------------------------------------------------------------------

    def shown(self) -> None:
        self._load()

    def session_changed(self) -> None:
        self._load()

    def show_status(self, status: SyncStatus) -> None:
        if self._step in (Step.READY, Step.RESULT):
            self._load()

    def _load(self) -> None:
        self.ask(partial(wheels_found, self.flow.api, self.flow.session.visit), self._on_found)

    def _on_found(self, answer: WheelsFound) -> None:
        wheels, standing = answer
        mine = (self._play.campaign, self._play.wheel)
        self._view = next((one for one in wheels if (one.campaign, one.id) == mine), self._view)
        if self._view is None:
            self.flow.home()
            return
        self._build(self._view)
        if self._step in (Step.LOADING, Step.READY):
            self._standing = next((one for one in standing if (one.campaign, one.wheel) == mine), None)
            self._step = Step.READY
        self.retranslate()
        if self._step is Step.READY and self.focusWidget() in (None, self):
            self.start_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self, view: WheelView) -> Look:
        if self.look is None:
            self.look = LOOKS[view.look.value](self.ui)
            self.look.setObjectName("look")
            self.look.rested.connect(self._on_rested)
            self.look.sounded.connect(self.flow.shell.sounds.play)
            self.look.pressed.connect(self._on_touched)
            self._stage.addWidget(self.look)
        self.look.show_prizes(prizes_shown(view, self.ui.i18n), self._season(view))
        return self.look

    def _season(self, view: WheelView) -> Frame:
        """The ornaments of its campaign; else of a season that another one keeps."""
        themes = {poster.campaign: poster.theme for poster in self.flow.posters}
        frames = [frame_of(theme) for theme in (themes.get(view.campaign, ""), *themes.values())]
        return next((frame for frame in frames if frame is not Frame.PLAIN), Frame.PLAIN)

    @property
    def ways(self) -> list[WayView]:
        """In which they can play now."""
        view = self._view
        return [way for way in view.ways if way.refusal is None] if view is not None and view.refusal is None else []

    @property
    def first(self) -> WayView | None:
        """What the large button offers. After a result nobody is urged to pay for another turn."""
        ways = self.ways
        return ways[0] if ways and (self._step is not Step.RESULT or not ways[0].price) else None

    @property
    def more(self) -> list[WayView]:
        """What the small ones offer."""
        first = self.first
        return [way for way in self.ways if way is not first]

    @property
    def refusal(self) -> Refusal | None:
        """Why they cannot."""
        view = self._view
        if view is None or self.ways:
            return None
        return view.refusal or next((way.refusal for way in view.ways), None)

    # --- playing -----------------------------------------------------------------------------------------------------

    def _on_touched(self) -> None:
        """A touch on the wheel turns it, where that costs nothing."""
        ways = self.ways
        if self._step is Step.READY and (self._standing is not None or (ways and not ways[0].price)):
            self._on_main()

    def _on_main(self) -> None:
        refusal = self.refusal
        if self._step is Step.PLAYING and self.look is not None:
            self.look.help_along()
        elif self._step is Step.READY and self._standing is not None:
            self._show(self._standing)
        elif self._step in (Step.READY, Step.RESULT) and self.first is not None:
            self._spin(self.first)
        elif self._step is Step.READY and refusal is not None and refusal.code is RefusalCode.MEMBER_NOT_PROVEN:
            member = self.flow.session.member
            if member is not None:
                prove_member(self, member.id)
        elif self._step is Step.RESULT:
            self.flow.home()

    def _on_other(self, at: int) -> None:
        more = self.more
        if self._step in (Step.READY, Step.RESULT) and at < len(more):
            self._spin(more[at])

    def _spin(self, way: WayView) -> None:
        view, visit = self._view, self.flow.session.visit
        if view is None or visit is None or self.waits:
            return
        self._step, self.waits, self._play.last = Step.ASKING, True, None
        self.printed.hide()
        if self.look is not None:
            self.look.hold()
            self.look.invite()
        work = partial(self.flow.api.spin, visit, view.campaign, view.id, way.way, self.flow.actor)
        self.ask(work, self._on_spun, hq=bool(way.price))
        self.retranslate()

    def _on_spun(self, answer: Spun | Refusal) -> None:
        self.waits = False
        if isinstance(answer, Refusal):
            self._step = Step.READY
            self.flow.shell.sounds.play(Sound.REFUSED)
            self.flow.say(refused(self.flow, answer))
            self._load()
            self.retranslate()
            return
        self._show(answer)

    def _show(self, spun: Spun) -> None:
        """It is durable: now it may move."""
        view, look = self._view, self.look
        if view is None or look is None:
            return
        self._play.last, self._standing, self._step = spun, None, Step.PLAYING
        self.flow.session.touch()
        look.hold()
        look.play(prize_won(spun, self.ui.i18n, view.currency))
        self.retranslate()

    def _on_rested(self) -> None:
        spun = self._play.last
        if self._step is not Step.PLAYING or spun is None:
            return
        self._step = Step.RESULT
        self.flow.session.touch()
        work = partial(_seen, self.flow.api, spun, self.flow.session.visit, self.flow.actor)
        self.ask(work, self._on_seen)
        self.retranslate()
        self.ui.voice.say(self, self.result_title.text(), self.prize.text(), now=True)
        self.main.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_seen(self, answer: tuple[WheelsFound, Visit | None]) -> None:
        found, visit = answer
        self._on_found(found)
        if visit is not None:
            self.flow.renew(visit)

    # --- what is shown -----------------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        view, step, spun = self._view, self._step, self._play.last
        resulted = step is Step.RESULT and spun is not None
        if view is not None and self.look is not None:
            self.look.show_prizes(prizes_shown(view, self.ui.i18n), self._season(view))
            self.look.setAccessibleName(self.heading())
            if spun is not None:
                self.look.retell(prize_won(spun, self.ui.i18n, view.currency))
        self.practice.setText(not_public())
        self.practice.setVisible(view is not None and not view.public_beacon)
        self._say_main()
        told = self._told()
        if told != self.told.text():
            self.told.setText(told)
        self.told.setVisible(bool(told))
        self.result.setVisible(resulted)
        if spun is not None and resulted and view is not None:
            self._say_result(spun, view)
        self.left.setVisible(view is not None and bool(view.left) and not resulted)
        if view is not None:
            self.left.show_wheel(self.ui, view)
        busy = step in (Step.ASKING, Step.PLAYING)
        ways = self.more if step is not Step.LOADING and self._standing is None else []
        for at, other in enumerate(self.others):
            other.setVisible(at < len(ways))
            other.setEnabled(not busy)
            if at < len(ways) and view is not None:
                other.say(way_short(ways[at], self.ui.i18n))
                other.setAccessibleName(way_words(ways[at], view.look, self.ui.i18n))
        self.print.say(translate("Wheels", "Print it"))
        self.proof.say(translate("Wheels", "Check it"))
        self.winners.say(translate("Wheels", "Who won"))
        self.check.say(translate("Wheels", "How to check"))
        for link, seen in ((self.print, resulted), (self.proof, resulted), (self.winners, not resulted),
                           (self.check, not resulted)):  # fmt: skip
            link.setVisible(seen and view is not None)
            link.setEnabled(not busy)

    def _say_main(self) -> None:
        view, step, refusal = self._view, self._step, self.refusal
        # never off: the focus would go to another button, which the next press of somebody in a hurry would mean
        words = ""
        if step is Step.LOADING or view is None:
            words = translate("SelfService", "One moment…")
        elif step is Step.ASKING:
            words = translate("Wheels", "Good luck…")
        elif step is Step.PLAYING:
            words = along(view.look) or translate("Wheels", "Good luck…")
        elif step is Step.READY and self._standing is not None:
            words = translate("Wheels", "See what it is")
        elif (first := self.first) is not None:
            words = way_words(first, view.look, self.ui.i18n)
            if step is Step.RESULT and not first.price:
                words = spaced(translate("Wheels", "Once more (%n left)", None, first.have))
        elif step is Step.RESULT:
            words = translate("SelfService", "Good")
        elif refusal is not None and refusal.code is RefusalCode.MEMBER_NOT_PROVEN:
            words = translate("SelfService", "Send a code to my phone")
        self.main.say(words)
        self.main.setVisible(bool(words))

    def _told(self) -> str:
        view, refusal = self._view, self.refusal
        if view is None or self._step is Step.RESULT:
            return ""
        if self._step in (Step.PLAYING, Step.ASKING):
            return self.told.text()  # nothing moves but what is played
        if self._standing is not None:
            return translate(
                "Wheels", "Last time you did not see it to the end. Nothing was lost: here is the same result."
            )
        if refusal is not None:
            why = refusal_words(refusal, self.flow.around())
            return f"{why.title}\n{why.next_step}"
        # lying screens have no room for what the button says nearly as well
        return have_words(self.ways[0], self.ui.i18n) if self.ways and self._portrait else ""

    def _say_result(self, spun: Spun, view: WheelView) -> None:
        self.result_title.setText(result_title(spun))
        self.prize.setText(won_name(spun, self.ui.i18n, view.currency))
        lines = [f"✓  {line}" for line in reward_lines(spun.rewards, self.ui.i18n)]
        if to_hand_over(spun.rewards):
            words = translate("SelfService", "Our staff at the checkout hand them to you: show your member code there.")
            lines = [*lines[: _BROUGHT - 1], words]
        for at, label in enumerate(self.brought):
            label.setText(lines[at] if at < len(lines) else "")
            label.setVisible(at < len(lines))

    # --- beside it ---------------------------------------------------------------------------------------------------

    def _on_print(self) -> None:
        if self._play.last is not None:
            print_result(self, self._play.last, self.printed, self.print)

    def _on_proof(self) -> None:
        spun, view = self._play.last, self._view
        if spun is not None and view is not None:
            self.flow.go(lambda: ProofScreen(self.flow, spun, view))

    def _on_winners(self) -> None:
        view = self._view
        if view is not None:
            self.flow.go(lambda: WinnersScreen(self.flow, view))

    def _on_check(self) -> None:
        view = self._view
        if view is not None:
            self.flow.go(lambda: CheckScreen(self.flow, view))


def _seen(api: SelfServiceApi, spun: Spun, visit: Visit | None, actor: Customer) -> tuple[WheelsFound, Visit | None]:
    api.spin_shown(spun.lease, spun.j, actor)
    fresh = api.refresh(visit) if visit is not None else None
    return wheels_found(api, fresh), fresh
