"""What to do next after a refusal, for those who are no clerks: without keys, and their own tasks only.

Many refusals leave the same few ways; each is said once for each kind of reader.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, auto

from kiosk.domain.refusals import RefusalCode
from kiosk.ui.i18n import translate
from kiosk.ui.words.surroundings import Audience


class Way(Enum):
    """What is left to do."""

    SHOW_AGAIN = auto()
    OTHER_CODE = auto()
    OTHER_COUPON = auto()
    LATER = auto()
    LATER_HERE = auto()
    MORE_GOODS = auto()
    GO_ON = auto()
    IDENTIFY = auto()
    ONLINE_FIRST = auto()
    CHOOSE = auto()
    CHANGED = auto()
    AGAIN = auto()
    TYPE_AGAIN = auto()
    AGREE = auto()
    PARENT = auto()
    NEW_CODE = auto()
    WITHOUT_CODE = auto()
    HELP = auto()


C = RefusalCode
_WAYS: dict[Way, tuple[RefusalCode, ...]] = {
    Way.SHOW_AGAIN: (C.UNREADABLE, C.KEY_REVOKED),
    Way.OTHER_CODE: (C.NOT_OURS, C.WRONG_KIND, C.PROMO_TOO_OFTEN),
    Way.OTHER_COUPON: (
        C.ALREADY_USED_HERE, C.ALREADY_USED_ELSEWHERE, C.EXPIRED, C.OTHER_MEMBER, C.OTHER_STORE, C.CAMPAIGN_OVER,
        C.REVOKED, C.MEMBER_LIMIT, C.NOT_STACKABLE, C.NEEDS_UPDATE, C.VOUCHER_SHORT, C.VOUCHER_EMPTY,
    ),
    Way.LATER_HERE: (C.WHEEL_NOT_READY, C.WHEEL_EMPTY),
    Way.LATER: (C.NOT_YET_VALID, C.OUTSIDE_HOURS, C.CAMPAIGN_NOT_STARTED, C.MEMBER_DAY_LIMIT),
    Way.MORE_GOODS: (C.MINIMUM_NOT_REACHED, C.CATEGORY_MISSING),
    Way.GO_ON: (
        C.ALREADY_IN_SALE, C.NO_BENEFIT, C.ALREADY_VOIDED, C.ALREADY_DONE, C.NO_INVITES, C.HELP_ANSWERED, C.HELP_OVER,
        C.PRIZE_OVER, C.PRIZE_SENT, C.WORD_GONE,
    ),
    Way.IDENTIFY: (C.MEMBER_NEEDED, C.MEMBER_UNKNOWN, C.MEMBER_NOT_LOOKED_UP, C.MEMBER_NOT_PROVEN),
    Way.ONLINE_FIRST: (
        C.UNKNOWN_KEY, C.TEMPLATE_UNKNOWN, C.NO_RIGHT_OFFLINE, C.ABOVE_OFFLINE_LIMIT, C.RIGHT_ELSEWHERE,
        C.RIGHT_UNUSABLE, C.POINTS_OFFLINE, C.POINTS_ELSEWHERE,
    ),
    Way.CHOOSE: (
        C.REWARD_GONE, C.POINTS_SHORT, C.ACTION_CLOSED, C.CONDITION_NOT_MET, C.AT_HOME_ONLY, C.NO_SPINS, C.MAY_NOT_WIN,
        C.TICKETS_SHORT, C.VOUCHER_NOT_SOLD, C.VOUCHER_AMOUNT,
    ),
    Way.CHANGED: (C.PRICE_CHANGED,),
    Way.AGAIN: (
        C.BEACON_UNREADABLE, C.BEACON_OTHER_ROUND, C.BEACON_NOT_YET, C.DICE_FEW, C.DICE_UNREADABLE, C.DICE_CLOSED,
        C.ENVELOPE_UNREADABLE, C.ENVELOPE_OTHER, C.ENVELOPE_KNOWN, C.SAME_PERSON, C.DRAW_NOT_NOW, C.DRAW_LIST_EMPTY,
        C.DRAW_LIST_LONG, C.DRAW_PRIZES_MISSING, C.WRONG_PIN, C.PIN_LOCKED, C.AMOUNT_MISSING, C.REASON_MISSING,
        C.SLIP_MISREAD, C.FORM_MISREAD,
    ),
    Way.TYPE_AGAIN: (C.PHONE_BAD, C.NAME_BAD, C.EMAIL_BAD, C.BIRTHDAY_BAD, C.CODE_WRONG, C.REFERRER_UNKNOWN,
        C.PRIZE_UNKNOWN, C.PRIZE_DOCUMENT, C.PRIZE_ADDRESS, C.ANSWER_BAD, C.SEAT_BAD, C.SEAT_TAKEN,
        C.EVENT_BAD, C.GUEST_UNKNOWN, C.PROMO_UNKNOWN),
    Way.AGREE: (C.CONSENT_MISSING, C.CONSENT_CHANGED),
    Way.PARENT: (C.GUARDIAN_MISSING,),
    Way.NEW_CODE: (C.CODE_NEEDED, C.CODE_OVER),
    Way.WITHOUT_CODE: (C.CODE_LATER, C.CODE_NOT_SENT, C.HQ_OFFLINE),
    Way.HELP: (
        C.DRAW_UNKNOWN, C.DRAW_UNSIGNED, C.DRAW_LATE, C.DRAW_DECIDED, C.DRAW_NOT_FROM_HQ, C.DRAW_LIST_OTHER,
        C.BEACON_FORGED, C.FORGED, C.AMOUNT_TOO_LARGE, C.SALE_UNKNOWN, C.RETURN_TOO_LARGE, C.RETURN_UNKNOWN,
        C.STAFF_UNKNOWN, C.STAFF_INACTIVE, C.NOT_PERMITTED, C.SLIP_UNKNOWN, C.SLIP_IN_FUTURE, C.SLIP_TOO_EARLY,
        C.SLIP_TOO_LATE, C.SLIP_KEYED_IN,
        C.SLIP_DECLARED, C.SLIP_BOOK_USED_UP, C.SLIP_OTHER_COUPON, C.SLIPS_NOT_SET_ASIDE, C.FORM_KEYED_IN,
        C.PRIZE_LATE, C.PRIZE_ELSEWHERE, C.PRIZE_OFFLINE, C.EVENT_UNKNOWN, C.EVENT_OTHERS, C.EVENT_FULL,
        C.GUEST_CAME, C.WALK_INS_CLOSED, C.VOUCHER_USED, C.VOUCHER_UNSIGNED,
    ),
}  # fmt: skip
WAY_OF = {code: way for way, codes in _WAYS.items() for code in codes}


def next_step(code: RefusalCode, audience: Audience) -> str:
    """What this reader can do now. KeyError for a clerk, whose steps stand beside the reasons."""
    return _SAID[audience](WAY_OF[code])


def _customer(way: Way) -> str:
    return {
        Way.SHOW_AGAIN: lambda: translate("NextStep", "Open the code again, brighten the screen, hold it up."),
        Way.OTHER_CODE: lambda: translate("NextStep", "Please show your member code or a coupon of ours."),
        Way.OTHER_COUPON: lambda: translate("NextStep", "Please choose another coupon; our staff will gladly help."),
        Way.LATER: lambda: translate("NextStep", "Please keep it until then."),
        Way.LATER_HERE: lambda: translate("NextStep", "Please try again later; what you have stays yours."),
        Way.MORE_GOODS: lambda: translate("NextStep", "It works with more of these goods; or keep it for next time."),
        Way.GO_ON: lambda: translate("NextStep", "Just go on: nothing is lost."),
        Way.IDENTIFY: lambda: translate("NextStep", "Please show the member code in your app."),
        Way.ONLINE_FIRST: lambda: translate("NextStep", "Please try again in a few minutes; your coupon stays good."),
        Way.CHOOSE: lambda: translate("NextStep", "Please choose something else."),
        Way.CHANGED: lambda: translate("NextStep", "Please look at the new price and decide."),
        Way.AGAIN: lambda: translate("NextStep", "Please try again in a moment."),
        Way.TYPE_AGAIN: lambda: translate("NextStep", "Please look at it once more and correct it."),
        Way.AGREE: lambda: translate("NextStep", "Please read it and decide; without it there is no membership."),
        Way.PARENT: lambda: translate("NextStep", "Please come back with your mother, father or guardian."),
        Way.NEW_CODE: lambda: translate("NextStep", "Please ask for a new code."),
        Way.WITHOUT_CODE: lambda: translate("NextStep", "Please go on without a code; you can prove your phone later."),
        Way.HELP: lambda: translate("NextStep", "Please ask our staff for help."),
    }[way]()


def _volunteer(way: Way) -> str:
    return {
        Way.SHOW_AGAIN: lambda: translate("NextStep", "Ask the guest to open the code again with a brighter screen."),
        Way.OTHER_CODE: lambda: translate("NextStep", "Ask the guest for their invitation, member code or coupon."),
        Way.OTHER_COUPON: lambda: translate("NextStep", "Ask for another coupon. Who disagrees asks the store."),
        Way.LATER: lambda: translate("NextStep", "Tell the guest from when it can be used."),
        Way.LATER_HERE: lambda: translate("NextStep", "Tell the guest to come again later; nothing is lost."),
        Way.MORE_GOODS: lambda: translate("NextStep", "It is used at the till, with the goods it is for."),
        Way.GO_ON: lambda: translate("NextStep", "Nothing to do: go on."),
        Way.IDENTIFY: lambda: translate("NextStep", "Ask the guest to show the member code in the app."),
        Way.ONLINE_FIRST: lambda: translate("NextStep", "Try again when the badge above says online."),
        Way.CHOOSE: lambda: translate("NextStep", "Offer something else."),
        Way.CHANGED: lambda: translate("NextStep", "Tell the guest the new price before you go on."),
        Way.AGAIN: lambda: translate("NextStep", "Try again, slowly."),
        Way.TYPE_AGAIN: lambda: translate("NextStep", "Ask the guest again and correct it."),
        Way.AGREE: lambda: translate("NextStep", "Let the guest read it and decide."),
        Way.PARENT: lambda: translate("NextStep", "Ask the parent or guardian to come along."),
        Way.NEW_CODE: lambda: translate("NextStep", "Send a new code."),
        Way.WITHOUT_CODE: lambda: translate("NextStep", "Go on without a code: it can be made good later."),
        Way.HELP: lambda: translate("NextStep", "Call who is in charge of the desk."),
    }[way]()


def _auditor(way: Way) -> str:
    if way is Way.AGAIN:
        return translate("NextStep", "Try again, slowly.")
    if way in (Way.HELP, Way.ONLINE_FIRST):
        return translate("NextStep", "Ask a manager.")
    return translate("NextStep", "Nothing to do here: this station only shows what was recorded.")


_SAID: dict[Audience, Callable[[Way], str]] = {
    Audience.CUSTOMER: _customer,
    Audience.VOLUNTEER: _volunteer,
    Audience.AUDITOR: _auditor,
}
