"""Words for coupons that are not accepted. The next step is what a clerk at the checkout can do."""

from __future__ import annotations

from collections.abc import Callable

from kiosk.domain.refusals import RefusalCode
from kiosk.ui.i18n import translate
from kiosk.ui.words.refusal_args import Args, RefusalWords


def _already_used_here(a: Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "Coupon already used"),
        translate("Refusal", "Redeemed {at} in this store at {terminal} by {clerk}.").format(
            at=a.time("at"),
            terminal=a.word("terminal", translate("Refusal", "a till")),
            clerk=a.word("clerk", translate("Refusal", "a colleague")),
        ),
        translate("Refusal", "Use another coupon. If that sale was a mistake, void it first (F6)."),
    )


def _already_used_elsewhere(a: Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "Coupon used in another store"),
        translate("Refusal", "Redeemed {at} in {store}.").format(at=a.time("at"), store=a.store())
        if a.has("at")
        else translate("Refusal", "HQ has counted its use; when and where could not be read."),
        translate("Refusal", "Use another coupon. If the customer disagrees, HQ can look it up."),
    )


def _already_in_sale(a: Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "Already in this sale"),
        translate("Refusal", "This coupon was scanned for this customer a moment ago."),
        translate("Refusal", "Nothing to do: go on with the amount."),
    )


def _expired(a: Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "Coupon expired"),
        translate("Refusal", "It was valid until {since}.").format(since=a.time("since")),
        translate("Refusal", "Use another coupon; the list on the left has those that are valid."),
    )


def _not_yet_valid(a: Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "Coupon not valid yet"),
        translate("Refusal", "It can be used from {until}.").format(until=a.time("until")),
        translate("Refusal", "Keep it for then and use another coupon today."),
    )


def _other_member(a: Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "Another member’s coupon"),
        translate("Refusal", "This coupon belongs to somebody else than the member at the till."),
        translate("Refusal", "Scan the code of the member it belongs to, or use another coupon."),
    )


def _member_needed(a: Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "Member needed first"),
        translate("Refusal", "This coupon can only be used by the member it belongs to."),
        translate("Refusal", "Scan the member code, or find the member by phone (F3), then scan the coupon again."),
    )


def _other_store(a: Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "Not valid in this store"),
        translate("Refusal", "This coupon can be used in {store}.").format(store=a.store())
        if a.has("store")
        else translate("Refusal", "This coupon can be used in other stores only."),
        translate("Refusal", "Use another coupon here, and this one there."),
    )


def _outside_hours(a: Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "Not at this hour"),
        translate("Refusal", "It can be used again from {until}.").format(until=a.time("until"))
        if a.has("until")
        else translate("Refusal", "The hours in which it could be used are over."),
        translate("Refusal", "Use another coupon now."),
    )


def _minimum_not_reached(a: Args) -> RefusalWords:
    if not a.has("need"):
        return RefusalWords(
            translate("Refusal", "Minimum not reached"),
            translate("Refusal", "The purchase is too small for this coupon."),
            translate("Refusal", "Add goods, or leave the coupon for next time."),
        )
    return RefusalWords(
        translate("Refusal", "Minimum not reached"),
        translate("Refusal", "From {need}; {missing} to go.").format(need=a.money("need"), missing=a.missing()),
        translate("Refusal", "Add goods, or leave the coupon for next time."),
    )


def _category_missing(a: Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "Only for certain goods"),
        translate("Refusal", "Nothing in this purchase is known to be of its kind."),
        translate("Refusal", "Key in how much of the amount falls on those goods (F4)."),
    )


def _campaign_over(a: Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "The campaign is over"),
        translate("Refusal", "It ended {since}.").format(since=a.time("since"))
        if a.has("since")
        else translate("Refusal", "HQ has ended it."),
        translate("Refusal", "Use another coupon; the list on the left has those that are valid."),
    )


def _campaign_not_started(a: Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "The campaign has not begun"),
        translate("Refusal", "It begins {until}.").format(until=a.time("until")),
        translate("Refusal", "Keep the coupon for then and use another one today."),
    )


def _revoked(a: Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "Coupon withdrawn"),
        translate("Refusal", "HQ took it back {since}.").format(since=a.time("since"))
        if a.has("since")
        else translate("Refusal", "HQ took it back."),
        translate("Refusal", "Use another coupon. Customer service can say why."),
    )


def _template_unknown(a: Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "Coupon not known here yet"),
        translate("Refusal", "It is genuine, but this terminal has not received its rules."),
        translate("Refusal", "Wait until the terminal is online again, then scan once more."),
    )


def _needs_update(a: Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "Needs a newer program"),
        translate("Refusal", "HQ gives something with this coupon that this terminal has not learnt yet."),
        translate("Refusal", "Use another coupon, and ask IT to update this terminal. The coupon stays good."),
    )


def _member_limit(a: Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "Member’s limit reached"),
        translate("Refusal", "Each member may use this offer %n time(s).", None, a.number("uses")),
        translate("Refusal", "Use another coupon."),
    )


def _member_day_limit(a: Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "Today’s limit reached"),
        translate("Refusal", "Each member may use this offer %n time(s) a day.", None, a.number("uses")),
        translate("Refusal", "It works again tomorrow; use another coupon today."),
    )


def _not_stackable(a: Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "Not together"),
        translate("Refusal", "Cannot be combined with {other}.").format(other=a.coupon("other")),
        translate("Refusal", "Choose this one instead in the list, if the customer prefers it."),
    )


def _no_benefit(a: Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "Would save nothing more"),
        translate("Refusal", "The coupons in use already save as much; it is kept for next time."),
        translate("Refusal", "Nothing to do."),
    )


def _no_right_offline(a: Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "Cannot be used offline here"),
        translate("Refusal", "Without HQ this terminal cannot be sure that it was not used elsewhere."),
        translate("Refusal", "Leave it out: press it in the list, then confirm. It works again when HQ is reached."),
    )


def _above_offline_limit(a: Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "Too valuable for offline"),
        translate("Refusal", "It is worth {value}; without HQ at most {need} can be accepted.").format(
            value=a.money("value"), need=a.money("need")
        )
        if a.has("value", "need")
        else translate("Refusal", "Without HQ a coupon of this value cannot be accepted."),
        translate("Refusal", "Leave it out: press it in the list, then confirm. It works again when HQ is reached."),
    )


def _right_elsewhere(a: Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "Kept by another till"),
        translate("Refusal", "{terminal} in {store} keeps this coupon and does not answer.").format(
            terminal=a.word("terminal", translate("Refusal", "Another terminal")), store=a.store()
        )
        if a.has("store")
        else translate("Refusal", "Another till keeps this coupon and does not answer."),
        translate("Refusal", "Confirm again in a minute, or leave it out: press it in the list, then confirm."),
    )


def _right_unusable(a: Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "HQ must be reached first"),
        translate("Refusal", "This terminal’s clock or journal has changed, so its coupons wait for HQ."),
        translate("Refusal", "Check the network cable. Until then leave it out: press it in the list, then confirm."),
    )


def _voucher_short(a: Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "Less is left on the voucher"),
        translate("Refusal", "HQ has {have} of it; this sale would take {need}.").format(
            have=a.money("have"), need=a.money("need")
        )
        if a.has("have", "need")
        else translate("Refusal", "It has been used elsewhere."),
        translate("Refusal", "Scan the voucher again: then what is left pays, and the customer pays the rest."),
    )


WORDS: dict[RefusalCode, Callable[[Args], RefusalWords]] = {
    RefusalCode.ALREADY_USED_HERE: _already_used_here,
    RefusalCode.ALREADY_USED_ELSEWHERE: _already_used_elsewhere,
    RefusalCode.ALREADY_IN_SALE: _already_in_sale,
    RefusalCode.EXPIRED: _expired,
    RefusalCode.NOT_YET_VALID: _not_yet_valid,
    RefusalCode.OTHER_MEMBER: _other_member,
    RefusalCode.MEMBER_NEEDED: _member_needed,
    RefusalCode.OTHER_STORE: _other_store,
    RefusalCode.OUTSIDE_HOURS: _outside_hours,
    RefusalCode.MINIMUM_NOT_REACHED: _minimum_not_reached,
    RefusalCode.CATEGORY_MISSING: _category_missing,
    RefusalCode.CAMPAIGN_OVER: _campaign_over,
    RefusalCode.CAMPAIGN_NOT_STARTED: _campaign_not_started,
    RefusalCode.REVOKED: _revoked,
    RefusalCode.TEMPLATE_UNKNOWN: _template_unknown,
    RefusalCode.NEEDS_UPDATE: _needs_update,
    RefusalCode.MEMBER_LIMIT: _member_limit,
    RefusalCode.MEMBER_DAY_LIMIT: _member_day_limit,
    RefusalCode.NOT_STACKABLE: _not_stackable,
    RefusalCode.NO_BENEFIT: _no_benefit,
    RefusalCode.NO_RIGHT_OFFLINE: _no_right_offline,
    RefusalCode.ABOVE_OFFLINE_LIMIT: _above_offline_limit,
    RefusalCode.RIGHT_ELSEWHERE: _right_elsewhere,
    RefusalCode.RIGHT_UNUSABLE: _right_unusable,
    RefusalCode.VOUCHER_SHORT: _voucher_short,
}
