"""Words for members, sales and what is done for members. The next step is what a clerk at the checkout can do."""

from __future__ import annotations

from collections.abc import Callable

from kiosk.domain.refusals import RefusalCode
from kiosk.ui.i18n import translate
from kiosk.ui.words.refusal_args import Args, RefusalWords


def _member_not_looked_up(a: Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "Cannot be looked up now"),
        translate("Refusal", "Nobody of this store has card “{read}”, and HQ cannot be asked.").format(
            read=a.word("read", "")
        )
        if a.has("read")
        else translate("Refusal", "Nobody of this store has this card, and HQ cannot be asked."),
        translate(
            "Refusal",
            "Scan the member code on the customer’s phone: it counts without HQ. A card or a phone number of another "
            "store is found once HQ is back.",
        ),
    )


def _member_unknown(a: Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "Member not found"),
        translate("Refusal", "No member has “{read}”.").format(read=a.word("read", ""))
        if a.has("read")
        else translate("Refusal", "No member has this code."),
        translate("Refusal", "Try the phone number or the name (F3)."),
    )


def _amount_missing(a: Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "Amount missing"),
        translate("Refusal", "There is nothing to take the discount from yet."),
        translate("Refusal", "Key in the amount, then confirm."),
    )


def _amount_too_large(a: Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "Amount too large"),
        translate("Refusal", "One sale can be {need} at most.").format(need=a.money("need"))
        if a.has("need")
        else translate("Refusal", "So much cannot be one sale."),
        translate("Refusal", "Check the digits, or split the sale."),
    )


def _sale_unknown(a: Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "Sale not found"),
        translate("Refusal", "This terminal has no such sale."),
        translate("Refusal", "Void it at the till where it was made, or ask HQ."),
    )


def _already_voided(a: Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "Already voided"),
        translate("Refusal", "Voided {at} by {clerk}.").format(
            at=a.time("at"), clerk=a.word("clerk", translate("Refusal", "a colleague"))
        ),
        translate("Refusal", "Nothing to do: its coupons can be used again."),
    )


def _return_too_large(a: Args) -> RefusalWords:
    if a.number("have") == 0:
        reason = translate("Refusal", "All of this sale has come back already.")
    elif a.has("have", "need"):
        reason = translate("Refusal", "{have} is left of this sale; {need} cannot come back.").format(
            have=a.money("have"), need=a.money("need")
        )
    else:
        reason = translate("Refusal", "Less is left of this sale.")
    return RefusalWords(
        translate("Refusal", "More than is left"),
        reason,
        translate("Refusal", "Key in no more than the customer paid for the goods; check the receipt."),
    )


def _return_unknown(a: Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "Not so much of it in this sale"),
        translate("Refusal", "“{name}” was not bought in this sale, or has come back already.").format(
            name=a.word("name", "")
        )
        if a.has("name")
        else translate("Refusal", "It was not bought in this sale, or has come back already."),
        translate("Refusal", "Check the receipt, and the price on it; another sale may be meant."),
    )


def _reason_missing(a: Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "A reason is needed"),
        translate("Refusal", "A sale is voided only with a reason in the journal."),
        translate("Refusal", "Choose one; with “Other”, write a few words."),
    )


def _member_not_proven(a: Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "Member must show their code"),
        translate("Refusal", "A plain card or a phone number does not prove who somebody is."),
        translate(
            "Refusal", "Scan the member code in the app, or key in the last four digits of the phone number (F7)."
        ),
    )


def _price_changed(a: Args) -> RefusalWords:
    words = translate("Refusal", "An offer ended or ran out meanwhile.")
    if a.has("need", "have"):
        words = translate("Refusal", "It was {need}, now it is {have}: an offer ended or ran out meanwhile.")
        if a.number("have") < a.number("need"):
            words = translate("Refusal", "It was {need}, now it is {have}: another offer holds meanwhile.")
        words = words.format(need=a.money("need"), have=a.money("have"))
    return RefusalWords(
        translate("Refusal", "The price has changed"),
        words,
        translate("Refusal", "Tell the customer the new price, then confirm again."),
    )


def _reward_gone(a: Args) -> RefusalWords:
    if a.has("coupon"):
        return RefusalWords(
            translate("Refusal", "The gift is gone here"),
            translate("Refusal", "This till’s share of what the coupon is for is used up. The coupon stays unused."),
            translate("Refusal", "Offer something else; when HQ is reached the till may get more."),
        )
    return RefusalWords(
        translate("Refusal", "Nothing left"),
        translate("Refusal", "This till’s share of “{name}” is used up.").format(name=a.word("name", ""))
        if a.has("name")
        else translate("Refusal", "This till’s share of it is used up."),
        translate("Refusal", "Offer something else; when HQ is reached the till may get more."),
    )


def _points_short(a: Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "Not enough points"),
        translate("Refusal", "It takes {need} points; the member has {have}.").format(
            need=a.count("need"), have=a.count("have")
        )
        if a.has("need", "have")
        else translate("Refusal", "The member has fewer points than it takes."),
        translate("Refusal", "Points still on hold cannot be spent. Choose something for fewer points."),
    )


def _points_offline(a: Args) -> RefusalWords:
    reason = (
        translate("Refusal", "{have} of the {need} points can be used while offline.").format(
            have=a.count("have"), need=a.count("need")
        )
        if a.has("need", "have")
        else translate("Refusal", "While offline only this till’s share of the points can be used.")
    )
    if a.has("value"):
        worst = translate("Refusal", "If the others are used elsewhere too, {value} is lost.")
        reason = f"{reason} {worst.format(value=a.money('value'))}"
    return RefusalWords(
        translate("Refusal", "Not so many points while offline"),
        reason,
        translate("Refusal", "Take fewer points, or try again when the badge above says online."),
    )


def _points_elsewhere(a: Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "Points held elsewhere"),
        translate("Refusal", "{terminal} holds the right to the other points and does not answer HQ.").format(
            terminal=a.word("terminal", "")
        )
        if a.has("terminal")
        else translate("Refusal", "HQ has no more of the member’s points to give at the moment."),
        translate("Refusal", "Confirm again: the price is then made with the points that can be used here."),
    )


def _action_closed(a: Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "Not offered now"),
        translate("Refusal", "It is possible again from {until}.").format(until=a.time("until"))
        if a.has("until")
        else translate("Refusal", "The campaign does not offer it at present."),
        translate("Refusal", "Choose something else from the list."),
    )


def _already_done(a: Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "Done already"),
        translate("Refusal", "It is possible again from {until}.").format(until=a.time("until"))
        if a.has("until")
        else translate("Refusal", "The member has had it as often as the campaign allows."),
        translate("Refusal", "Nothing to do."),
    )


def _at_home_only(a: Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "At the member’s own store"),
        translate("Refusal", "Points, deposits and gifts of another store’s member are given and taken there."),
        translate("Refusal", "Send them to their own store; prices and coupons work here too."),
    )


def _condition_not_met(a: Args) -> RefusalWords:
    condition = a.condition()
    return RefusalWords(
        translate("Refusal", "Condition not met"),
        translate("Refusal", "It does not apply here: {condition}.").format(condition=condition)
        if condition
        else translate("Refusal", "One of the campaign’s conditions is not met."),
        translate("Refusal", "F1 shows every condition of the campaigns."),
    )


WORDS: dict[RefusalCode, Callable[[Args], RefusalWords]] = {
    RefusalCode.MEMBER_UNKNOWN: _member_unknown,
    RefusalCode.MEMBER_NOT_LOOKED_UP: _member_not_looked_up,
    RefusalCode.AMOUNT_MISSING: _amount_missing,
    RefusalCode.AMOUNT_TOO_LARGE: _amount_too_large,
    RefusalCode.MEMBER_NOT_PROVEN: _member_not_proven,
    RefusalCode.PRICE_CHANGED: _price_changed,
    RefusalCode.REWARD_GONE: _reward_gone,
    RefusalCode.POINTS_SHORT: _points_short,
    RefusalCode.POINTS_OFFLINE: _points_offline,
    RefusalCode.POINTS_ELSEWHERE: _points_elsewhere,
    RefusalCode.ACTION_CLOSED: _action_closed,
    RefusalCode.AT_HOME_ONLY: _at_home_only,
    RefusalCode.ALREADY_DONE: _already_done,
    RefusalCode.CONDITION_NOT_MET: _condition_not_met,
    RefusalCode.SALE_UNKNOWN: _sale_unknown,
    RefusalCode.ALREADY_VOIDED: _already_voided,
    RefusalCode.RETURN_TOO_LARGE: _return_too_large,
    RefusalCode.RETURN_UNKNOWN: _return_unknown,
    RefusalCode.REASON_MISSING: _reason_missing,
}
