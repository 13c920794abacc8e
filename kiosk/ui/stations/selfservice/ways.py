"""The ways on from home: what a member can look at and do here, and what anybody with a card can."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from kiosk.application.campaigns.outcomes import ActionKind
from kiosk.application.selfservice.outcomes import Mine
from kiosk.domain.refusals import RefusalCode
from kiosk.ui.i18n import spaced, translate
from kiosk.ui.stations.selfservice import offers
from kiosk.ui.stations.selfservice.acting import of_kind
from kiosk.ui.stations.selfservice.agreed import AgreedScreen
from kiosk.ui.stations.selfservice.coupons import CouponsScreen
from kiosk.ui.stations.selfservice.due import DueScreen
from kiosk.ui.stations.selfservice.events.listed import EventsScreen
from kiosk.ui.stations.selfservice.flow import Flow
from kiosk.ui.stations.selfservice.invite import InviteScreen
from kiosk.ui.stations.selfservice.on_offer import OnOfferScreen
from kiosk.ui.stations.selfservice.points import PointsScreen
from kiosk.ui.stations.selfservice.why import WhyScreen
from kiosk.ui.stations.selfservice.words import good
from kiosk.ui.words.points import points_ahead_words

Way = tuple[str, str, str, str, Callable[[], None]]
"""Name, icon, title, note, where it leads."""


def of_member(flow: Flow, mine: Mine | None, due: str) -> Iterator[Way]:
    """For who proved who they are. `due`: what is to be said of rewards that wait."""
    visit = flow.session.visit
    usable = sum(map(good, visit.coupons)) if visit is not None else 0
    words = translate("SelfService", "%n to use", None, usable)
    yield (
        "coupons",
        "coupon",
        translate("SelfService", "My coupons"),
        words,
        lambda: flow.go(lambda: CouponsScreen(flow)),
    )
    title = translate("SelfService", "Invite friends")
    yield "invite", "friends", title, _friends_note(mine), lambda: flow.go(lambda: InviteScreen(flow))
    if of_kind(mine, ActionKind.MALL):
        note = _most_points(flow, mine)
        title = translate("SelfService", "Points mall")
        yield "mall", "gift", title, note, lambda: flow.go(lambda: offers.MallScreen(flow))
    title = translate("SelfService", "My rewards")
    yield "due", "trophy", title, due, lambda: flow.go(lambda: DueScreen(flow))
    yield (
        "points",
        "points",
        translate("SelfService", "My points"),
        _ahead(flow) or translate("SelfService", "in and out"),
        lambda: flow.go(lambda: PointsScreen(flow)),
    )
    if of_kind(mine, ActionKind.TASK) or (mine is not None and mine.badges):
        title = translate("SelfService", "Tasks, badges")
        note = _open_note(mine, ActionKind.TASK)
        yield "tasks", "tasks", title, note, lambda: flow.go(lambda: offers.TasksScreen(flow))
    yield (
        "why",
        "question",
        translate("SelfService", "Why?"),
        translate("SelfService", "got it, or not"),
        lambda: flow.go(lambda: WhyScreen(flow)),
    )


def last_of_member(flow: Flow) -> Iterator[Way]:
    """What is wanted seldom."""
    title, note = translate("SelfService", "My consents"), translate("SelfService", "read, or take back")
    yield "agreed", "agreed", title, note, lambda: flow.go(lambda: AgreedScreen(flow))


def of_anybody(flow: Flow, mine: Mine | None) -> Iterator[Way]:
    """What needs no proof."""
    if mine is not None and mine.offers:
        title, note = translate("SelfService", "Offers now"), translate("SelfService", "%n on", None, len(mine.offers))
        yield "on_offer", "star", title, note, lambda: flow.go(lambda: OnOfferScreen(flow))
    if of_kind(mine, ActionKind.SURVEY):
        title = translate("SelfService", "Tell us")
        note = _open_note(mine, ActionKind.SURVEY)
        yield "surveys", "rating", title, note, lambda: flow.go(lambda: offers.SurveysScreen(flow))
    gatherings = mine.gatherings if mine is not None else ()
    if gatherings or of_kind(mine, ActionKind.SIGN_UP, ActionKind.VOTE):
        title = translate("SelfService", "Events")
        asked = any(one.came and one.asks and not one.said for one in gatherings)
        note = translate("SelfService", "How was it?") if asked else ""
        note = note or _open_note(mine, ActionKind.SIGN_UP, ActionKind.VOTE)
        yield "events", "event", title, note, lambda: flow.go(lambda: EventsScreen(flow))


def _ahead(flow: Flow) -> str:
    member = flow.session.member
    return points_ahead_words(member.points_ahead, flow.ui.i18n, flow.around().now) if member is not None else ""


def _friends_note(mine: Mine | None) -> str:
    if mine is None or not mine.friends:
        return translate("SelfService", "for both of you")
    return spaced(translate("SelfService", "%n friend(s) so far", None, mine.friends))


def _open_note(mine: Mine | None, *kinds: ActionKind) -> str:
    actions = of_kind(mine, *kinds)
    left = sum(one.refusal is None for one in actions)
    if left:
        return translate("SelfService", "%n open", None, left)
    done = any(one.refusal is not None and one.refusal.code is RefusalCode.ALREADY_DONE for one in actions)
    return translate("SelfService", "all done") if done else ""


def _most_points(flow: Flow, mine: Mine | None) -> str:
    """What can be had by now."""
    within = sum(one.refusal is None for one in of_kind(mine, ActionKind.MALL))
    return translate("SelfService", "%n within reach", None, within) if within else ""
