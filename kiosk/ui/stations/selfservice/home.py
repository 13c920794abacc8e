"""The member's own page: points and coupons, today's check-in, the ways on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import Qt

from kiosk.application.campaigns.outcomes import ActionKind, MemberAction
from kiosk.application.members.outcomes import MemberView
from kiosk.application.selfservice.outcomes import DueState, Mine
from kiosk.ui.i18n import aloud, spaced, translate
from kiosk.ui.measure import respace
from kiosk.ui.stations.selfservice import ways
from kiosk.ui.stations.selfservice.acting import ActingScreen
from kiosk.ui.stations.selfservice.by_phone import prove_member
from kiosk.ui.stations.selfservice.calendar import CalendarScreen
from kiosk.ui.stations.selfservice.days import DayRow, streak_words
from kiosk.ui.stations.selfservice.draws.choose import WheelsScreen, open_wheel
from kiosk.ui.stations.selfservice.draws.parts import Banner, WheelsFound, playable, wheels_found
from kiosk.ui.stations.selfservice.flow import Flow
from kiosk.ui.stations.selfservice.parts import Box, Grid, Sides, Slab, Tile, button
from kiosk.ui.stations.selfservice.scroll import Scroll
from kiosk.ui.stations.selfservice.session import Proof
from kiosk.ui.stations.selfservice.words import SOON_DAYS, coupons_of, good
from kiosk.ui.widgets.basics import ElidedText, FitText, Text, column, row
from kiosk.ui.words.codes import tier_word

MOST_BANNERS = 2
_WAITING = frozenset({DueState.READY, DueState.TO_CHOOSE, DueState.PROVISIONAL, DueState.BY_HQ})


class Hero(Box):
    """Points on the left, coupons on the right."""

    def __init__(self, screen: HomeScreen) -> None:
        super().__init__("s_hero", edge=32, gap=0)
        ui = screen.ui
        sides = row(gap=24)
        left, right = column(gap=0), column(gap=0)
        self.points_name, self.coupons_name = ElidedText("s_body", "on_jade"), ElidedText("s_body", "on_jade")
        self.points = FitText(ui, ("s_figure", "s_head", "s_title"), "on_jade")
        self.coupons = FitText(ui, ("s_figure", "s_head", "s_title"), "on_jade")
        self.points_note, self.coupons_note = ElidedText("s_body", "on_jade"), ElidedText("s_body", "on_jade")
        for lines, parts in (
            (left, (self.points_name, self.points, self.points_note)),
            (right, (self.coupons_name, self.coupons, self.coupons_note)),
        ):
            for part in parts:
                lines.addWidget(part)
        for part in (self.coupons_name, self.coupons, self.coupons_note):
            part.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        sides.addLayout(left, 1)
        sides.addLayout(right, 1)
        self.lines.addLayout(sides)


class HomeScreen(ActingScreen):
    """What they have, and what can be done here."""

    name = "home"

    def __init__(self, flow: Flow) -> None:
        super().__init__(flow)
        self._portrait = True
        column(self).addWidget(sides := Sides(24, stretch=(8, 7)))
        self._sides = sides
        own = column(sides.first, gap=24)
        self.hero = Hero(self)
        self.prove_box = Box("s_note", gap=16)
        self.prove_text = Text("s_body", wrap=True)
        self.prove = button("s_second", "home_prove", self._on_prove)
        self.prove_box.lines.addWidget(self.prove_text)
        self.prove_box.lines.addWidget(self.prove)
        self.daily = Box(edge=22, gap=8)
        self.calendar = Slab("home_calendar", "s_bare")
        head = row(self.calendar, margins=(6, 16, 6, 16), gap=16)
        self.daily_title = Text("s_lead")
        self.streak = ElidedText("s_note", "ink2")
        self.streak.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.daily_title)
        head.addWidget(self.streak, 1)
        head.addWidget(Text("s_lead", "ink3", text="›"))
        self.calendar.seal()
        self.calendar.clicked.connect(self._open_calendar)
        self.daily.lines.addWidget(self.calendar)
        self.days = DayRow(self._check_in)
        self.daily.lines.addWidget(self.days)
        for part in (self.hero, self.prove_box, self.daily):
            own.addWidget(part)
        own.addStretch(1)
        self.grid = Grid(24)
        self.list = Scroll(self.ui, gap=0)
        self.wheels = column(gap=12)
        self.list.rows.insertLayout(0, self.wheels)
        self.list.rows.insertWidget(1, self.grid)
        self.banners: list[Banner] = []
        self._found: WheelsFound = ((), ())
        column(sides.second).addWidget(self.list)
        self.tiles: dict[str, Tile] = {}
        self.retranslate()

    def heading(self) -> str:
        return ""

    def shown(self) -> None:
        visit = self.flow.session.visit
        if visit is not None:
            self.ask(partial(self.flow.api.mine, visit, self.flow.actor), self.flow.session.knows)
            self.ask(partial(wheels_found, self.flow.api, visit), self._on_wheels)

    def session_changed(self) -> None:
        self.retranslate()

    def arrange(self, portrait: bool) -> None:
        self._portrait = portrait
        self._sides.arrange(portrait, grows=1)
        self.retranslate()

    # --- what is shown -----------------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        session = self.flow.session
        member = session.member
        if member is None:
            return
        proved = session.proof is Proof.PROVED
        self.hero.setVisible(proved)
        self.prove_box.setVisible(not proved)
        self.prove_text.setText(
            translate(
                "SelfService",
                "To see your points and coupons, hold up the code in our app, or have a code sent to your phone.",
            )
        )
        self.prove.say(translate("SelfService", "Send a code to my phone"))
        if proved:
            self._show_hero(member)
        self._show_days(session.mine)
        self._show_tiles(session.mine)
        self._show_wheels()

    def _show_hero(self, member: MemberView) -> None:
        i18n, hero, visit = self.ui.i18n, self.hero, self.flow.session.visit
        owes = member.points < 0
        hero.points_name.setText(translate("Member", "Points owed") if owes else translate("SelfService", "My points"))
        hero.points.setText(i18n.number(abs(member.points)))
        on_the_way = ""
        if member.points_held:
            words = translate("SelfService", "+{n} on the way")
            on_the_way = words.format(n=i18n.number(member.points_held))
        tier = tier_word(member.tier)
        if owes:  # which matters more than the tier, and there is room for one of them
            tier, on_the_way = "", translate("SelfService", "the next ones go there")
        hero.points_note.setText(spaced(" · ".join(part for part in (tier, on_the_way) if part)))
        hero.coupons_name.setText(translate("SelfService", "Coupons to use"))
        usable = [one for one in coupons_of(visit) if good(one)] if visit is not None else []
        hero.coupons.setText(i18n.number(len(usable)))
        days = i18n.days_left(usable[0].expires, self.flow.around().now) if usable else SOON_DAYS + 1
        soon = ""
        if days <= SOON_DAYS:
            soon = (
                translate("SelfService", "one runs out today")
                if days <= 0
                else translate("SelfService", "one runs out in %n day(s)", None, days)
            )
        hero.coupons_note.setText(spaced(soon))

    def _show_days(self, mine: Mine | None) -> None:
        days = mine.days if mine is not None else None
        self.daily.setVisible(days is not None)
        if days is None:
            return
        self.daily_title.setText(translate("SelfService", "Daily check-in"))
        self.streak.setText(streak_words(days, self.ui.i18n))
        self.calendar.setAccessibleName(aloud(self.daily_title.text(), self.streak.text()))
        self.days.show_days(days)

    def _show_tiles(self, mine: Mine | None) -> None:
        shown = []
        for name, icon, title, note, pressed in self._ways(mine):
            if name not in self.tiles:
                self.tiles[name] = Tile(f"tile_{name}", pressed)
            self.tiles[name].say(self.ui, icon, title, note)
            self.tiles[name].flatten(not self._portrait)
            shown.append(self.tiles[name])
        self.grid.fill(shown, 2, 12)

    def _ways(self, mine: Mine | None) -> Iterator[tuple[str, str, str, str, Callable[[], None]]]:
        """Name, icon, title, note, where it leads."""
        proved = self.flow.session.proof is Proof.PROVED
        if proved:
            yield from ways.of_member(self.flow, mine, self._due_note(mine))
        yield from ways.of_anybody(self.flow, mine)
        if proved:
            yield from ways.last_of_member(self.flow)

    def _due_note(self, mine: Mine | None) -> str:
        if mine is None:
            return ""
        waiting = sum(one.state in _WAITING for one in mine.due) + sum(not one.over for one in mine.prizes)
        return translate("SelfService", "%n waiting", None, waiting) if waiting else ""

    def _on_wheels(self, found: WheelsFound) -> None:
        self._found = found
        self._show_wheels()

    def _show_wheels(self) -> None:
        wheels, standing = self._found
        waiting = {(one.campaign, one.wheel) for one in standing}
        # those that wait for somebody, those that can be played, the rest
        order = sorted(wheels, key=lambda one: ((one.campaign, one.id) not in waiting, not playable(one)))
        for at, wheel in enumerate(order[:MOST_BANNERS]):
            if at == len(self.banners):
                self.banners.append(Banner(at, partial(self._on_wheel, at)))
                self.wheels.addWidget(self.banners[at])
            self.banners[at].say(self.ui, wheel, waiting=(wheel.campaign, wheel.id) in waiting)
        for at, banner in enumerate(self.banners):
            banner.setVisible(at < len(order))
        self._order = order
        respace(self.wheels, (0, 0, 0, 12 if order else 0), 12)

    def _on_wheel(self, at: int) -> None:
        if len(self._order) > MOST_BANNERS and at == MOST_BANNERS - 1:
            self.flow.go(lambda: WheelsScreen(self.flow))
        else:
            open_wheel(self.flow, self._order[at])

    # --- what can be done --------------------------------------------------------------------------------------------

    def _check_in(self) -> None:
        action = self._action(ActionKind.CHECK_IN)
        if action is not None and action.refusal is None:
            self.do(action)

    def _open_calendar(self) -> None:
        self.flow.go(lambda: CalendarScreen(self.flow))

    def _action(self, kind: ActionKind) -> MemberAction | None:
        mine = self.flow.session.mine
        return next((one for one in mine.actions if one.kind is kind), None) if mine is not None else None

    def _on_prove(self) -> None:
        member = self.flow.session.member
        if member is not None:
            prove_member(self, member.id)
