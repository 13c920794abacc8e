"""What the stage's console says."""

from __future__ import annotations

from kiosk.application.draws.stage_outcomes import StageView
from kiosk.domain.draws.batch import FEWEST_DICE
from kiosk.domain.draws.facts import PassReason, VoidReason
from kiosk.domain.draws.stage import Phase
from kiosk.domain.draws.stage_facts import Shown
from kiosk.ui.i18n import I18n, spaced, translate


def role_word(role: str) -> str:
    """Whose signature it is."""
    return {
        "hq": translate("StageDesk", "HQ"),
        "terminal": translate("StageDesk", "this terminal"),
        "witness": translate("StageDesk", "the witness"),
    }.get(role, role)


def shown_word(shown: Shown) -> str:
    """How names are shown."""
    return {
        Shown.MASKED: translate("StageDesk", "Name and phone, masked"),
        Shown.NAME: translate("StageDesk", "Name, masked"),
        Shown.TICKET: translate("StageDesk", "Ticket numbers only"),
        Shown.FULL: translate("StageDesk", "Whole names (everybody agreed)"),
    }[shown]


def void_word(reason: str) -> str:
    """Why a draw is void."""
    words = {
        VoidReason.WRONG_LIST: translate("StageDesk", "The list was wrong"),
        VoidReason.WRONG_PRIZES: translate("StageDesk", "The prizes were wrong"),
        VoidReason.WRONG_RULES: translate("StageDesk", "The rules were wrong"),
        VoidReason.LATE: translate("StageDesk", "The list was published too late"),
        VoidReason.ENVELOPE_MISSING: translate("StageDesk", "An envelope is missing"),
        VoidReason.ABANDONED: translate("StageDesk", "The draw was called off"),
        VoidReason.BY_LAW: translate("StageDesk", "The law asks for it"),
    }
    return words[VoidReason(reason)] if reason in VoidReason.__members__.values() else reason


def passed_word(reason: PassReason) -> str:
    """Why a prize goes on."""
    return {
        PassReason.NO_SHOW: translate("StageDesk", "Not here"),
        PassReason.INELIGIBLE: translate("StageDesk", "May not take part"),
        PassReason.DECLINED: translate("StageDesk", "Gives the prize up"),
    }[reason]


def step_title(view: StageView) -> str:
    """Where the draw stands, in a few words."""
    return {
        Phase.FROZEN: translate("StageDesk", "The list is frozen"),
        Phase.AWAITED: translate("StageDesk", "Published: wait for the beacon"),
        Phase.DICE: translate("StageDesk", "Published: the audience throws dice"),
        Phase.ENVELOPES: translate("StageDesk", "Open the envelopes"),
        Phase.READY: translate("StageDesk", "Everything is there: draw"),
        Phase.DRAWN: translate("StageDesk", "Drawn: show the winners"),
        Phase.SHOWN: translate("StageDesk", "All winners are shown"),
        Phase.CLOSED: translate("StageDesk", "The draw is over"),
        Phase.VOID: translate("StageDesk", "This draw is void"),
    }[view.phase]


def step_text(view: StageView, i18n: I18n) -> str:
    """What to do now."""
    if view.phase is Phase.FROZEN:
        until = i18n.time(view.publish_until)
        text = translate("StageDesk", "Publish it by {time}. A witness may sign, too: type their name.")
        return spaced(text.format(time=until))
    if view.phase is Phase.AWAITED:
        at = i18n.time(view.round_at) if view.round_at is not None else ""
        text = translate(
            "StageDesk",
            "Round {round} comes out at {time}. HQ’s number is taken by itself; without a network here, scan or type it"
            " from a phone.",
        )
        return spaced(text.format(round=view.round, time=at))
    if view.phase is Phase.DICE:
        text = translate("StageDesk", "Type what each die shows: {n} of at least {need}. Backspace undoes the last.")
        return spaced(text.format(n=len(view.throws), need=FEWEST_DICE))
    return {
        Phase.ENVELOPES: translate(
            "StageDesk", "More dice may be thrown until the first envelope is open. Scan or type what is in each."
        ),
        Phase.READY: translate("StageDesk", "The result follows from list and chance. Nobody can choose it."),
        Phase.DRAWN: translate("StageDesk", "Each press shows what comes next, in the announced order."),
        Phase.SHOWN: translate("StageDesk", "Who is not here gives way to the next alternate: choose them, then F6."),
        Phase.CLOSED: translate("StageDesk", "The file that everybody can check can be saved again."),
        Phase.VOID: translate("StageDesk", "It stays listed. A new list can be frozen."),
    }[view.phase]


def few_words(view: StageView) -> str:
    """What has to be known about a list that is shorter than its prizes; "" when it is not."""
    if not view.fewer:
        return ""
    text = translate("StageDesk", "{people} take part, and there are {prizes} prizes: {left} are left over.")
    prizes = sum(prize.count for prize in view.prizes)
    return spaced(text.format(people=view.entrants, prizes=prizes, left=prizes - view.to_reveal))
