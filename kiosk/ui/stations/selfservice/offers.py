"""What can be had or done: the points mall (M13), tasks and badges (M18), surveys (M20)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from kiosk.application.campaigns.outcomes import ActionKind, MemberAction
from kiosk.domain.refusals import RefusalCode
from kiosk.ui.i18n import spaced, translate
from kiosk.ui.stations.selfservice.acting import of_kind
from kiosk.ui.stations.selfservice.flow import Flow
from kiosk.ui.stations.selfservice.lists import ListScreen
from kiosk.ui.stations.selfservice.offer import OfferScreen, SurveyScreen, points_words
from kiosk.ui.stations.selfservice.parts import Line
from kiosk.ui.widgets.basics import Text
from kiosk.ui.words.campaigns import action_words
from kiosk.ui.words.points import have_words
from kiosk.ui.words.refusals import refusal_words
from kiosk.ui.words.rewards import reward_sentence, reward_word


class OffersScreen(ListScreen):
    """Actions of some kinds, each leading to a page of its own."""

    kinds: ClassVar[tuple[ActionKind, ...]] = ()

    def __init__(self, flow: Flow) -> None:
        super().__init__(flow)
        self.retranslate()

    def session_changed(self) -> None:
        self.retranslate()

    def none(self) -> str:
        """What is said where there is nothing."""
        return translate("SelfService", "There is nothing at the moment.")

    def retranslate(self) -> None:
        self.put(self.lines(), none=self.none())

    def lines(self) -> Iterator[QWidget]:
        """The list."""
        for at, action in enumerate(of_kind(self.flow.session.mine, *self.kinds)):
            line = Line(f"{self.name}_{at}", partial(self._open, action))
            line.say(action_words(action, self.ui.i18n).title, self.note(action), self.end(action))
            yield line

    def note(self, action: MemberAction) -> str:
        """Below its name."""
        if action.refusal is not None and action.refusal.code is not RefusalCode.MEMBER_NOT_PROVEN:
            return refusal_words(action.refusal, self.flow.around()).title
        return spaced(reward_sentence(action.rewards, self.ui.i18n))

    def end(self, action: MemberAction) -> str:
        """Beside it."""
        done = action.refusal is not None and action.refusal.code is RefusalCode.ALREADY_DONE
        return "✓" if done else ""

    def _open(self, action: MemberAction) -> None:
        page = SurveyScreen if action.asks_score else OfferScreen
        self.flow.go(lambda: page(self.flow, action))


class MallScreen(OffersScreen):
    """What points are good for, with what is left of it here."""

    name = "mall"
    kinds = (ActionKind.MALL,)

    def heading(self) -> str:
        return translate("SelfService", "Points mall")

    def retranslate(self) -> None:
        member = self.flow.session.member
        if member is not None:
            self.say_above(have_words(member.points, self.ui.i18n))
        super().retranslate()

    def note(self, action: MemberAction) -> str:
        mine = self.flow.session.mine
        left = mine.stock.get(action.ref) if mine is not None else None
        stock = spaced(translate("SelfService", "%n left here", None, left)) if left else ""
        return " · ".join(part for part in (super().note(action), stock) if part)

    def end(self, action: MemberAction) -> str:
        return super().end(action) or points_words(action.points, self.ui.i18n)


class TasksScreen(OffersScreen):
    """Tasks, which somebody of the store sees done, and the badges that were earned."""

    name = "tasks"
    kinds = (ActionKind.TASK,)

    def heading(self) -> str:
        return translate("SelfService", "Tasks, badges")

    def lines(self) -> Iterator[QWidget]:
        yield from super().lines()
        mine = self.flow.session.mine
        badges = mine.badges if mine is not None else ()
        if badges:
            yield Text("s_lead", text=translate("SelfService", "My badges"))
        for at, badge in enumerate(badges):
            line = Line(f"badge_{at}")
            line.say(spaced(reward_word(badge, self.ui.i18n)), self.ui.i18n.text(badge.rule), "★", tone="gold")
            yield line


class SurveysScreen(OffersScreen):
    """Questions that are asked."""

    name = "surveys"
    kinds = (ActionKind.SURVEY,)

    def heading(self) -> str:
        return translate("SelfService", "Tell us")
