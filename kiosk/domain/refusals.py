"""Every reason for which the product says no. The codes are stable; the words live in ui/words/refusals.py.

`Refusal.args` carries what the words need, by name:

    at / since / until   datetime (UTC)
    store                store id           clerk    display name of the staff member
    terminal             terminal name      need / have / value   int, minor units
    name                 str                seconds  int          read   what was read, shortened
    uses                 int                other    str          template  str
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

ArgValue = str | int | datetime


class RefusalCode(StrEnum):
    """Stable codes; written into facts, never renamed."""

    # the code itself
    NOT_OURS = "not_ours"  # read; other "goods" for an article's code
    UNREADABLE = "unreadable"
    FORGED = "forged"
    UNKNOWN_KEY = "unknown_key"
    KEY_REVOKED = "key_revoked"
    WRONG_KIND = "wrong_kind"  # one of ours, but not used at this station
    # the coupon
    ALREADY_USED_HERE = "already_used_here"  # at, clerk, terminal
    ALREADY_USED_ELSEWHERE = "already_used_elsewhere"  # at, store
    ALREADY_IN_SALE = "already_in_sale"
    EXPIRED = "expired"  # since
    NOT_YET_VALID = "not_yet_valid"  # until
    OTHER_MEMBER = "other_member"
    MEMBER_NEEDED = "member_needed"
    OTHER_STORE = "other_store"  # store, only when it is good in one store or region alone
    OUTSIDE_HOURS = "outside_hours"  # until (next opening), absent when there is none
    MINIMUM_NOT_REACHED = "minimum_not_reached"  # need, have
    CATEGORY_MISSING = "category_missing"
    CAMPAIGN_OVER = "campaign_over"  # since; absent when it was withdrawn
    CAMPAIGN_NOT_STARTED = "campaign_not_started"  # until
    REVOKED = "revoked"  # since
    TEMPLATE_UNKNOWN = "template_unknown"
    NEEDS_UPDATE = "needs_update"  # HQ wrote something of it that this program cannot read
    MEMBER_LIMIT = "member_limit"  # uses
    MEMBER_DAY_LIMIT = "member_day_limit"  # uses
    NOT_STACKABLE = "not_stackable"  # other (coupon id), template (the other's)
    NO_BENEFIT = "no_benefit"  # usable, but it would not lower the price
    NO_RIGHT_OFFLINE = "no_right_offline"
    ABOVE_OFFLINE_LIMIT = "above_offline_limit"  # value, need
    RIGHT_ELSEWHERE = "right_elsewhere"  # terminal, store: it holds the right and does not answer HQ
    RIGHT_UNUSABLE = "right_unusable"  # clock or restored ledger: HQ must be reached first
    PROMO_UNKNOWN = "promo_unknown"  # read: no campaign of ours has such a code
    PROMO_TOO_OFTEN = "promo_too_often"  # seconds: too many that did not count were typed
    VOUCHER_SHORT = "voucher_short"  # need, have: a voucher of value has been used elsewhere meanwhile
    VOUCHER_EMPTY = "voucher_empty"  # nothing was put on this voucher of value yet
    VOUCHER_NOT_SOLD = "voucher_not_sold"  # such vouchers are not sold here (any more)
    VOUCHER_AMOUNT = "voucher_amount"  # need (at least), value (at most): what may be put on it
    VOUCHER_USED = "voucher_used"  # need (what was put on it), have (what is left): it cannot be taken back whole
    VOUCHER_UNSIGNED = "voucher_unsigned"  # this terminal cannot sign a new one: a printed card can be sold
    # campaigns
    REWARD_GONE = "reward_gone"  # stock, a slot or a budget is used up; name; coupon where it is what one is for
    POINTS_SHORT = "points_short"  # need, have: points, not money
    POINTS_OFFLINE = "points_offline"  # need, have: how many may be paid here while HQ is out of reach
    POINTS_ELSEWHERE = "points_elsewhere"  # need, have; terminal: holds the right to the others and does not answer HQ
    ACTION_CLOSED = "action_closed"  # not offered (any more); until when there is a next time
    AT_HOME_ONLY = "at_home_only"  # what another store's member holds is given and taken there
    ALREADY_DONE = "already_done"  # as often as the campaign allows
    CONDITION_NOT_MET = "condition_not_met"  # other: the check's code; need, have
    # wheels
    WHEEL_NOT_READY = "wheel_not_ready"  # its sealed prizes have not come, are not published, or cannot be trusted now
    WHEEL_EMPTY = "wheel_empty"  # everything that came is drawn
    MAY_NOT_WIN = "may_not_win"  # the member is on the exclusion list: employees and others
    NO_SPINS = "no_spins"  # the member has none
    TICKETS_SHORT = "tickets_short"  # need, have: draw tickets, not money
    # the member
    MEMBER_UNKNOWN = "member_unknown"  # read
    MEMBER_NOT_LOOKED_UP = "member_not_looked_up"  # read: nobody here has the card, and HQ cannot be asked
    MEMBER_NOT_PROVEN = "member_not_proven"  # points need a pass, or the phone's last digits
    # the sale
    AMOUNT_MISSING = "amount_missing"
    AMOUNT_TOO_LARGE = "amount_too_large"
    PRICE_CHANGED = "price_changed"  # have (the total now), need (the total that was shown)
    SALE_UNKNOWN = "sale_unknown"
    ALREADY_VOIDED = "already_voided"  # at, clerk
    RETURN_TOO_LARGE = "return_too_large"  # have (what is left of the sale), need (what shall come back)
    RETURN_UNKNOWN = "return_unknown"  # name (an article, or a category): not so much of it is left in the sale
    REASON_MISSING = "reason_missing"
    # paper slips
    SLIP_UNKNOWN = "slip_unknown"  # read; no book here has that number
    SLIP_MISREAD = "slip_misread"  # read; the check digit is another number's
    SLIP_IN_FUTURE = "slip_in_future"  # at (as written)
    SLIP_TOO_EARLY = "slip_too_early"  # at (as written), since (the book is good since)
    SLIP_TOO_LATE = "slip_too_late"  # at (as written), until (the book was good until)
    SLIP_KEYED_IN = "slip_keyed_in"  # at (as written); here since (keyed in), clerk; elsewhere terminal
    SLIP_DECLARED = "slip_declared"  # at, clerk; other: "lost" or "unused"
    SLIP_BOOK_USED_UP = "slip_book_used_up"  # uses
    SLIP_OTHER_COUPON = "slip_other_coupon"  # name: of what the slip is good for
    SLIPS_NOT_SET_ASIDE = "slips_not_set_aside"  # need, have: slips, not money
    # draws before a room
    DRAW_UNKNOWN = "draw_unknown"
    DRAW_NOT_NOW = "draw_not_now"  # other (where it stands)
    DRAW_LIST_EMPTY = "draw_list_empty"
    DRAW_LIST_LONG = "draw_list_long"  # need, have: people, not money
    DRAW_PRIZES_MISSING = "draw_prizes_missing"
    DRAW_UNSIGNED = "draw_unsigned"  # this terminal has no key to sign with
    DRAW_LATE = "draw_late"  # until: it had to be published by then
    DRAW_DECIDED = "draw_decided"  # the number that decides is out: whoever likes the result no more cannot void it
    DRAW_NOT_FROM_HQ = "draw_not_from_hq"  # HQ could not be asked for its list
    DRAW_LIST_OTHER = "draw_list_other"  # the list is not the one that the manifest commits to
    BEACON_UNREADABLE = "beacon_unreadable"
    BEACON_OTHER_ROUND = "beacon_other_round"  # need, have: rounds, not money
    BEACON_NOT_YET = "beacon_not_yet"  # until
    BEACON_FORGED = "beacon_forged"
    DICE_FEW = "dice_few"  # need, have: dice, not money
    DICE_UNREADABLE = "dice_unreadable"
    DICE_CLOSED = "dice_closed"  # an envelope is open: no die counts any more
    ENVELOPE_UNREADABLE = "envelope_unreadable"
    ENVELOPE_OTHER = "envelope_other"  # name: not what the manifest commits to
    ENVELOPE_KNOWN = "envelope_known"  # what is in it was opened in a draw before
    SAME_PERSON = "same_person"  # two different people have to sign
    # calls for help
    HELP_ANSWERED = "help_answered"  # at, clerk: who goes there
    HELP_OVER = "help_over"  # nobody is wanted any more
    # prizes
    PRIZE_UNKNOWN = "prize_unknown"  # no prize here by that slip
    PRIZE_OVER = "prize_over"  # other: handed, shipped or forfeited; at, clerk
    PRIZE_LATE = "prize_late"  # until
    PRIZE_ELSEWHERE = "prize_elsewhere"  # terminal: where it is handed over
    PRIZE_OFFLINE = "prize_offline"  # HQ says who hands it over, and is not reached
    PRIZE_SENT = "prize_sent"  # the winner wants it sent: HQ does
    PRIZE_ADDRESS = "prize_address"  # that is no address
    PRIZE_DOCUMENT = "prize_document"  # a document has to be looked at first
    # events and their guests
    EVENT_UNKNOWN = "event_unknown"
    EVENT_BAD = "event_bad"  # other (an EventProblem)
    EVENT_OTHERS = "event_others"  # HQ made it, so HQ changes it
    GUEST_UNKNOWN = "guest_unknown"
    GUEST_CAME = "guest_came"  # who is in does not stay away
    WALK_INS_CLOSED = "walk_ins_closed"  # only who is on the list comes in
    EVENT_FULL = "event_full"  # have, need: places, not money
    ANSWER_BAD = "answer_bad"  # other (the question's id)
    SEAT_BAD = "seat_bad"
    SEAT_TAKEN = "seat_taken"  # name: of who sits there
    WORD_GONE = "word_gone"  # nothing is there to be undone, or it was undone
    # registration
    PHONE_BAD = "phone_bad"  # other (a PhoneProblem)
    NAME_BAD = "name_bad"  # other (a NameProblem)
    EMAIL_BAD = "email_bad"
    BIRTHDAY_BAD = "birthday_bad"
    CONSENT_MISSING = "consent_missing"  # other (its purpose)
    CONSENT_CHANGED = "consent_changed"  # other (its purpose): its words changed while the page was open
    GUARDIAN_MISSING = "guardian_missing"  # need (the age below which one is needed)
    REFERRER_UNKNOWN = "referrer_unknown"  # read
    CODE_NEEDED = "code_needed"
    CODE_WRONG = "code_wrong"  # uses: tries left
    CODE_OVER = "code_over"  # it ran out, or was mistyped too often
    CODE_LATER = "code_later"  # too many were asked for; until
    CODE_NOT_SENT = "code_not_sent"  # no way leads to this phone
    FORM_MISREAD = "form_misread"  # read
    FORM_KEYED_IN = "form_keyed_in"  # at, clerk
    HQ_OFFLINE = "hq_offline"
    NO_INVITES = "no_invites"  # no campaign rewards recommendations now, or nobody here can sign one
    # staff
    STAFF_UNKNOWN = "staff_unknown"
    STAFF_INACTIVE = "staff_inactive"
    WRONG_PIN = "wrong_pin"  # uses: tries left before a wait
    PIN_LOCKED = "pin_locked"  # seconds, until
    NOT_PERMITTED = "not_permitted"  # policy (a BeyondPolicy), when a void needs a manager


@dataclass(frozen=True, slots=True)
class Refusal:
    """An expected "no": a stable code and the facts behind it."""

    code: RefusalCode
    args: Mapping[str, ArgValue] = field(default_factory=dict)


MAY_STILL_BE_GOOD = frozenset(
    {
        # the amount or the goods are still to come
        RefusalCode.AMOUNT_MISSING,
        RefusalCode.MINIMUM_NOT_REACHED,
        RefusalCode.CATEGORY_MISSING,
        RefusalCode.NOT_STACKABLE,
        RefusalCode.NO_BENEFIT,
        # HQ may be reached again before the customer pays
        RefusalCode.NO_RIGHT_OFFLINE,
        RefusalCode.ABOVE_OFFLINE_LIMIT,
        RefusalCode.RIGHT_UNUSABLE,
        RefusalCode.REWARD_GONE,
    }
)
"""Reasons against a coupon that only its sale decides: until then it is not refused for good."""
