"""Words around campaigns: what became of a rule, kinds of events, what a clerk can do for a member."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.application.campaigns.outcomes import ActionKind, MemberAction, RuleExplained
from kiosk.application.members.outcomes import MemberView
from kiosk.domain.campaigns.happenings import HappeningKind
from kiosk.domain.campaigns.rewards import Outcome
from kiosk.domain.facts import HAPPENINGS
from kiosk.ui.i18n import I18n, translate
from kiosk.ui.words.checks import nearly
from kiosk.ui.words.codes import vouched_word
from kiosk.ui.words.points import points_short


def event_word(kind: HappeningKind) -> str:
    """What happened."""
    return {
        HappeningKind.REGISTERED: translate("Event", "Registration"),
        HappeningKind.MEMBER_KNOWN: translate("Event", "Member’s data from HQ"),
        HappeningKind.PURCHASED: translate("Event", "Purchase"),
        HappeningKind.SALE_VOIDED: translate("Event", "Sale voided"),
        HappeningKind.RETURNED: translate("Event", "Goods returned"),
        HappeningKind.CHECKED_IN: translate("Event", "Daily check-in"),
        HappeningKind.MADE_UP: translate("Event", "Make-up card"),
        HappeningKind.TASK_DONE: translate("Event", "Task done"),
        HappeningKind.SURVEY_ANSWERED: translate("Event", "Survey answered"),
        HappeningKind.DEPOSIT_PAID: translate("Event", "Deposit paid"),
        HappeningKind.SIGNED_UP: translate("Event", "Signed up for an event"),
        HappeningKind.ATTENDED: translate("Event", "Event attended"),
        HappeningKind.VOTED: translate("Event", "Vote"),
        HappeningKind.POINTS_SPENT: translate("Event", "Points spent"),
        HappeningKind.SPUN: translate("Event", "Wheel of fortune"),
        HappeningKind.WON: translate("Event", "Prize drawn"),
        HappeningKind.LOST: translate("Event", "Prize went on to somebody else"),
        HappeningKind.PARTNER_CODE: translate("Event", "Partner’s code"),
        HappeningKind.CHOSEN: translate("Event", "Gift chosen"),
        HappeningKind.SEEN: translate("Event", "Visit to the store"),
        HappeningKind.SWEPT: translate("Event", "HQ’s daily review"),
        HappeningKind.BASKET: translate("Event", "Goods being priced"),
        HappeningKind.LEASED: translate("Event", "Share from HQ"),
        HappeningKind.DECIDED: translate("Event", "Rewards recorded"),
        HappeningKind.PROVED: translate("Event", "Phone proved"),
        HappeningKind.REVIEWED: translate("Event", "Registration reviewed by HQ"),
        HappeningKind.MERGED: translate("Event", "Two registrations of one person put together"),
        HappeningKind.ERASED: translate("Event", "Personal data erased"),
        HappeningKind.REFEREE_PROVED: translate("Event", "A friend’s phone proved"),
        HappeningKind.REFEREE_REGISTERED: translate("Event", "A friend registered"),
        HappeningKind.REFEREE_BOUGHT: translate("Event", "A friend bought"),
        HappeningKind.SHARE_BOUGHT: translate("Event", "Bought after a share"),
        HappeningKind.TIER_REACHED: translate("Event", "Tier reached"),
    }[kind]


def kind_word(kind: str) -> str:
    """An event's or a fact's kind, which is shown as it is when it has no words."""
    if kind in HappeningKind.__members__.values():
        return event_word(HappeningKind(kind))
    known = HAPPENINGS.get(kind)
    return event_word(known) if known is not None else kind


def outcome_word(outcome: Outcome) -> str:
    """What became of a rule, in a word."""
    return {
        Outcome.GRANTED: translate("Outcome", "given"),
        Outcome.SUBSTITUTED: translate("Outcome", "substitute given"),
        Outcome.COUNTED: translate("Outcome", "counted"),
        Outcome.NOT_MET: translate("Outcome", "not met"),
        Outcome.LIMIT: translate("Outcome", "limit reached"),
        Outcome.GONE: translate("Outcome", "all gone"),
    }[outcome]


OUTCOME_PILL = {
    Outcome.GRANTED: "jade",
    Outcome.SUBSTITUTED: "jade",
    Outcome.COUNTED: "gold",
    Outcome.NOT_MET: "line",
    Outcome.LIMIT: "warn",
    Outcome.GONE: "red",
}
"""Each outcome's kind of `Pill`."""


def progress_of(rule: RuleExplained) -> int:
    """How near a rule is that gave nothing, in percent; 0 for far away."""
    if rule.outcome is Outcome.COUNTED:
        check = rule.checks[-1] if rule.checks else None
        if check is not None and type(check.have) is int and type(check.need) is int and check.need > 0:
            return max(1, min(99, 100 * check.have // check.need))
        return 1
    if rule.outcome is Outcome.NOT_MET and rule.checks:
        return nearly(rule.checks[-1])
    return 0


def ranked(rules: tuple[RuleExplained, ...]) -> list[RuleExplained]:
    """Given first, then what is nearest, then what was refused for a limit or want of stock, then the rest."""

    def rank(rule: RuleExplained) -> tuple[int, int]:
        if rule.outcome in (Outcome.GRANTED, Outcome.SUBSTITUTED):
            return 0, 0
        near = progress_of(rule)
        if near:
            return 1, -near
        return (2, 0) if rule.outcome in (Outcome.LIMIT, Outcome.GONE) else (3, 0)

    return sorted(rules, key=rank)


@dataclass(frozen=True, slots=True)
class ActionWords:
    """`kind`: what sort of action; `title`: what it is about; `button`: what pressing it does."""

    kind: str
    title: str
    button: str


def whose_words(member: MemberView, i18n: I18n) -> str:
    """Whose actions they are."""
    if not member.known:
        return vouched_word(member.vouched)
    return f"{member.masked_name} · {points_short(member.points, i18n)}"


def later_words(action: MemberAction) -> str:
    """That HQ gives what comes of it, where that is so."""
    return translate("Actions", "HQ credits what it brings.") if action.from_hq else ""


def action_words(action: MemberAction, i18n: I18n) -> ActionWords:
    """A member's action."""
    kind, button = {
        ActionKind.CHECK_IN: (translate("Action", "Check-in"), translate("Action", "Check in today")),
        ActionKind.MAKE_UP: (translate("Action", "Make-up card"), translate("Action", "Use a make-up card")),
        ActionKind.DEPOSIT: (translate("Action", "Deposit"), translate("Action", "Deposit received")),
        ActionKind.MALL: (translate("Action", "Points mall"), translate("Action", "Exchange points")),
        ActionKind.CHOOSE: (translate("Action", "Choose a gift"), translate("Action", "Hand this gift over")),
        ActionKind.TASK: (translate("Action", "Task"), translate("Action", "Task is done")),
        ActionKind.SURVEY: (translate("Action", "Survey"), translate("Action", "Record the answer")),
        ActionKind.SIGN_UP: (translate("Action", "Sign-up"), translate("Action", "Sign up")),
        ActionKind.ATTEND: (translate("Action", "Event"), translate("Action", "Record attendance")),
        ActionKind.VOTE: (translate("Action", "Vote"), translate("Action", "Record the vote")),
        ActionKind.PARTNER: (translate("Action", "Partner"), translate("Action", "Accept the partner’s code")),
        ActionKind.SPIN: (translate("Action", "Wheel"), translate("Action", "Spin the wheel")),
    }[action.kind]
    return ActionWords(kind, i18n.text(action.name) or button, button)
