"""Words of registration and recommendation: why one does not count, is looked at first, and how far a friend is.

The clerk reads what happened and may explain it; the customer reads what it means for them, without a reproach.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from kiosk.domain.registration.names import NameProblem
from kiosk.domain.registration.phones import PhoneProblem
from kiosk.domain.registration.policy import MARKETING, SERVICE
from kiosk.domain.registration.referral import REJECTED, Held, How, Refused
from kiosk.domain.registration.reviewing import Asked, Rejected
from kiosk.ui.i18n import translate
from kiosk.ui.words.surroundings import Audience

if TYPE_CHECKING:  # the window is painted before any of it is needed
    from kiosk.application.registration.outcomes import ReferralStage, ReviewState

_CLERK: dict[str, Callable[[], str]] = {
    Refused.SELF: lambda: translate("Referral", "Both are the same person: nobody recommends themselves."),
    Refused.ALREADY_MEMBER: lambda: translate("Referral", "The friend was a member before the recommendation."),
    Refused.ALREADY_REFERRED: lambda: translate("Referral", "Somebody else recommended the friend first."),
    Refused.CIRCLE: lambda: translate("Referral", "The friend recommended the one who recommends, maybe over others."),
    Refused.HOUSEHOLD: lambda: translate("Referral", "Both share one phone: one household."),
    Refused.ERASED: lambda: translate("Referral", "Who recommends is not a member any more."),
    REJECTED: lambda: translate("Referral", "HQ did not accept the friend’s registration."),
    Held.PHONE_FAMILY: lambda: translate("Referral", "The phone numbers are almost the same; HQ looks at it first."),
    Held.HOUSEHOLD: lambda: translate("Referral", "They may be one household; HQ looks at it first."),
    Held.CLERK_FARMING: lambda: translate("Referral", "Very many recommendations by one clerk; HQ looks at it first."),
    Held.DEVICE_FARMING: lambda: translate(
        "Referral", "Very many recommendations at one device; HQ looks at it first."
    ),
    Held.TOO_MANY: lambda: translate("Referral", "Very many friends within an hour; HQ looks at it first."),
}
_CUSTOMER: dict[str, Callable[[], str]] = {
    Refused.SELF: lambda: translate("Referral", "You cannot recommend yourself."),
    Refused.ALREADY_MEMBER: lambda: translate("Referral", "Your friend was a member already; only new members count."),
    Refused.ALREADY_REFERRED: lambda: translate("Referral", "Another friend’s recommendation came first: it counts."),
    Refused.CIRCLE: lambda: translate("Referral", "Friends cannot recommend each other in a circle."),
    Refused.HOUSEHOLD: lambda: translate("Referral", "Recommendations within a household do not count."),
    Refused.ERASED: lambda: translate("Referral", "Who recommended you is not a member any more."),
    REJECTED: lambda: translate("Referral", "The registration was not accepted."),
    Held.PHONE_FAMILY: lambda: translate("Referral", "We look at this recommendation first; that takes a day or two."),
    Held.HOUSEHOLD: lambda: translate("Referral", "We look at this recommendation first; that takes a day or two."),
    Held.CLERK_FARMING: lambda: translate("Referral", "We look at this recommendation first; that takes a day or two."),
    Held.DEVICE_FARMING: lambda: translate(
        "Referral", "We look at this recommendation first; that takes a day or two."
    ),
    Held.TOO_MANY: lambda: translate("Referral", "So many friends in an hour! We look at it first."),
}
REASONS = frozenset(_CLERK)
"""Codes that have words; a test holds them against the domain's."""


def reason_words(code: str, audience: Audience = Audience.CLERK) -> str:
    """Why a recommendation does not count, or is looked at first."""
    found = (_CUSTOMER if audience is Audience.CUSTOMER else _CLERK).get(code)
    return found() if found is not None else translate("Referral", "HQ looks at it.")


def stage_words(stage: ReferralStage) -> str:
    """How far a friend is."""
    from kiosk.application.registration.outcomes import ReferralStage

    return {
        ReferralStage.REGISTERED: lambda: translate("Referral", "Is a member now"),
        ReferralStage.BOUGHT: lambda: translate("Referral", "Has bought; the reward is on its way"),
        ReferralStage.SETTLED: lambda: translate("Referral", "Has bought; the reward is yours"),
        ReferralStage.HELD: lambda: translate("Referral", "We look at it first"),
        ReferralStage.REFUSED: lambda: translate("Referral", "Does not count"),
    }[stage]()


def how_words(how: How) -> str:
    """How somebody was named as who recommends."""
    return {
        How.INVITE: lambda: translate("Referral", "by an invitation"),
        How.INVITE_UNPROVED: lambda: translate("Referral", "by an invitation that HQ has to check"),
        How.PASS: lambda: translate("Referral", "by a member code"),
        How.PAGE: lambda: translate("Referral", "on the invitation’s page"),
        How.CARD: lambda: translate("Referral", "by a card"),
        How.PHONE: lambda: translate("Referral", "by a phone number"),
    }[how]()


def review_words(review: ReviewState) -> str:
    """What HQ thinks of a registration; "" where there is nothing to look at."""
    from kiosk.application.registration.outcomes import ReviewState

    found: dict[ReviewState, Callable[[], str]] = {
        ReviewState.NONE: str,
        ReviewState.WAITING: lambda: translate("Registration", "HQ looks at the registration"),
        ReviewState.ASKED: lambda: translate("Registration", "HQ has a question about the registration"),
        ReviewState.APPROVED: lambda: translate("Registration", "HQ has approved the registration"),
        ReviewState.REJECTED: lambda: translate("Registration", "HQ has rejected the registration"),
    }
    return found[review]()


def review_reason_words(code: str) -> str:
    """Why HQ rejects a registration, or what it asks; "" for what has no words."""
    found: dict[str, Callable[[], str]] = {
        Rejected.INVENTED: lambda: translate("Registration", "Name or phone could not be confirmed."),
        Rejected.WRONG_PHONE: lambda: translate("Registration", "The phone belongs to somebody else."),
        Rejected.SAME_PERSON: lambda: translate("Registration", "The person is a member already."),
        Rejected.FOR_REWARDS: lambda: translate("Registration", "It was made for its rewards alone."),
        Rejected.NO_GUARDIAN: lambda: translate("Registration", "For a child nobody has signed who may."),
        Rejected.NOT_WANTED: lambda: translate("Registration", "The person did not want to register."),
        Asked.PHONE: lambda: translate("Registration", "Please prove the phone in a store."),
        Asked.NAME: lambda: translate("Registration", "Please tell the name once more in a store."),
        Asked.REFERRER: lambda: translate("Registration", "Please say in a store who recommended us."),
        Asked.GUARDIAN: lambda: translate("Registration", "Please come with whoever decides for the child."),
    }
    said = found.get(code)
    return said() if said is not None else ""


def purpose_words(purpose: str) -> str:
    """What a consent is for."""
    found = {
        SERVICE: lambda: translate("Registration", "Membership"),
        MARKETING: lambda: translate("Registration", "Offers and events"),
    }.get(purpose)
    return found() if found is not None else purpose or translate("Registration", "Membership")


def phone_problem_words(problem: str) -> str:
    """Why a text is no phone number."""
    found: dict[str, Callable[[], str]] = {
        PhoneProblem.EMPTY: lambda: translate("Registration", "A phone number is needed."),
        PhoneProblem.NOT_A_NUMBER: lambda: translate("Registration", "A phone number has digits only."),
        PhoneProblem.TOO_SHORT: lambda: translate("Registration", "A digit is missing."),
        PhoneProblem.TOO_LONG: lambda: translate("Registration", "There is a digit too many."),
        PhoneProblem.NO_SUCH_NUMBER: lambda: translate("Registration", "There is no such number in any country near."),
    }
    return found.get(problem, found[PhoneProblem.NO_SUCH_NUMBER])()


def name_problem_words(problem: str) -> str:
    """Why a text is no name."""
    found: dict[str, Callable[[], str]] = {
        NameProblem.EMPTY: lambda: translate("Registration", "A name is needed."),
        NameProblem.TOO_LONG: lambda: translate("Registration", "It is longer than 500 characters."),
        NameProblem.A_NUMBER: lambda: translate("Registration", "It is a number: the phone goes into its own field."),
    }
    return found.get(problem, found[NameProblem.EMPTY])()
