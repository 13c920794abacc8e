"""Words for every refusal: what is refused, why (since when, until when, who, where), and what to do next.

The codes and their arguments are in kiosk/domain/refusals.py. Every code has its words here, in every language, and
`tests/ui/test_refusal_words.py` holds it to that.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from kiosk.application.campaigns.outcomes import CheckView
from kiosk.domain.refusals import Refusal, RefusalCode
from kiosk.domain.sales.void_policy import BeyondPolicy
from kiosk.ui.i18n import spaced, translate
from kiosk.ui.words.checks import check_words
from kiosk.ui.words.surroundings import Surroundings


@dataclass(frozen=True, slots=True)
class RefusalWords:
    """`title` in a few words, `reason` in a sentence, `next_step` that the clerk can do now."""

    title: str
    reason: str
    next_step: str


class _Args:
    """A refusal's arguments as text; an absent one reads as a neutral word, never as a hole in the sentence."""

    def __init__(self, refusal: Refusal, around: Surroundings) -> None:
        self._args = refusal.args
        self._around = around

    def has(self, *names: str) -> bool:
        return all(name in self._args for name in names)

    def time(self, name: str) -> str:
        value = self._args.get(name)
        if not isinstance(value, datetime):
            return translate("Refusal", "earlier")
        return self._around.i18n.when(value, self._around.now)

    def money(self, name: str) -> str:
        value = self._args.get(name)
        return self._around.i18n.money(value) if isinstance(value, int) else translate("Refusal", "the amount")

    def missing(self) -> str:
        need, have = self._args.get("need"), self._args.get("have")
        if isinstance(need, int) and isinstance(have, int):
            return self._around.i18n.money(max(0, need - have))
        return translate("Refusal", "a little")

    def number(self, name: str) -> int:
        value = self._args.get(name)
        return value if isinstance(value, int) else 1

    def store(self) -> str:
        store = str(self._args.get("store", ""))
        return self._around.stores.get(store, store) or translate("Refusal", "another store")

    def coupon(self, name: str) -> str:
        coupon = str(self._args.get(name, ""))
        return self._around.coupons.get(coupon) or translate("Refusal", "a coupon that saves more")

    def word(self, name: str, otherwise: str) -> str:
        return str(self._args.get(name) or otherwise)

    def count(self, name: str) -> str:
        value = self._args.get(name)
        return self._around.i18n.number(value) if isinstance(value, int) else "?"

    def condition(self) -> str:
        """The condition that decided, in words; empty when none is named."""
        code = self.word("other", "")
        view = CheckView(code, False, self._args.get("have"), self._args.get("need"))
        return check_words(view, self._around) if code else ""


def refusal_words(refusal: Refusal, around: Surroundings) -> RefusalWords:
    """The words for a refusal, in the language in use."""
    words = _WORDS[refusal.code](_Args(refusal, around))
    return RefusalWords(spaced(words.title), spaced(words.reason), spaced(words.next_step))


def in_a_sentence(words: RefusalWords) -> str:
    """Title and reason in one line, where there is no room for a card."""
    return translate("Refusal", "{title}: {reason}").format(title=words.title, reason=words.reason)


def in_full(words: RefusalWords) -> str:
    """Title, reason and next step in one paragraph."""
    return translate("Refusal", "{title}: {reason} {next_step}").format(
        title=words.title, reason=words.reason, next_step=words.next_step
    )


def coupon_of(refusal: Refusal, around: Surroundings) -> str:
    """The name of the coupon that was refused, when the refusal is about one that is known here; else empty."""
    return around.coupons.get(str(refusal.args.get("coupon", "")), "")


def duration_words(seconds: int) -> str:
    """A wait, in seconds up to two minutes, then in minutes (rounded up)."""
    if seconds < 120:
        return translate("Refusal", "%n second(s)", None, max(1, seconds))
    return translate("Refusal", "%n minute(s)", None, -(-seconds // 60))


# --- the code itself -------------------------------------------------------------------------------------------------


def _not_ours(a: _Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "Not one of our codes"),
        translate("Refusal", "This code was not issued by our stores."),
        translate("Refusal", "Ask for the code in the member’s app, on the slip or on the card."),
    )


def _unreadable(a: _Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "The code is damaged"),
        translate("Refusal", "It is one of ours, but part of it is missing."),
        translate(
            "Refusal",
            "Make the phone’s screen brighter, smooth the paper, and scan again. Or find the member by phone (F3).",
        ),
    )


def _forged(a: _Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "The code is not genuine"),
        translate("Refusal", "Its signature is wrong: it was altered or copied badly."),
        translate("Refusal", "Do not accept it. Find the member by phone (F3); tell the manager if it happens again."),
    )


def _unknown_key(a: _Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "This terminal cannot check the code yet"),
        translate("Refusal", "It was signed with a key that this terminal has not received."),
        translate("Refusal", "Wait until the terminal is online again, then scan once more."),
    )


def _key_revoked(a: _Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "The code is no longer accepted"),
        translate("Refusal", "HQ has withdrawn the key it was signed with."),
        translate(
            "Refusal", "Ask the customer to open the app again for a new code, or find the member by phone (F3)."
        ),
    )


def _wrong_kind(a: _Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "This code is for another place"),
        translate("Refusal", "It is one of ours, but it is not used at the checkout."),
        translate("Refusal", "Use it at the event desk or the kiosk. Here: member code or coupon."),
    )


# --- the coupon ------------------------------------------------------------------------------------------------------


def _already_used_here(a: _Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "Coupon already used"),
        translate("Refusal", "Redeemed {at} in this store at {terminal} by {clerk}.").format(
            at=a.time("at"),
            terminal=a.word("terminal", translate("Refusal", "a till")),
            clerk=a.word("clerk", translate("Refusal", "a colleague")),
        ),
        translate("Refusal", "Use another coupon. If that sale was a mistake, void it first (F6)."),
    )


def _already_used_elsewhere(a: _Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "Coupon used in another store"),
        translate("Refusal", "Redeemed {at} in {store}.").format(at=a.time("at"), store=a.store()),
        translate("Refusal", "Use another coupon. If the customer disagrees, HQ can look it up."),
    )


def _already_in_sale(a: _Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "Already in this sale"),
        translate("Refusal", "This coupon was scanned for this customer a moment ago."),
        translate("Refusal", "Nothing to do: go on with the amount."),
    )


def _expired(a: _Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "Coupon expired"),
        translate("Refusal", "It was valid until {since}.").format(since=a.time("since")),
        translate("Refusal", "Use another coupon; the list on the left has those that are valid."),
    )


def _not_yet_valid(a: _Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "Coupon not valid yet"),
        translate("Refusal", "It can be used from {until}.").format(until=a.time("until")),
        translate("Refusal", "Keep it for then and use another coupon today."),
    )


def _other_member(a: _Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "Another member’s coupon"),
        translate("Refusal", "This coupon belongs to somebody else than the member at the till."),
        translate("Refusal", "Scan the code of the member it belongs to, or use another coupon."),
    )


def _member_needed(a: _Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "Member needed first"),
        translate("Refusal", "This coupon can only be used by the member it belongs to."),
        translate("Refusal", "Scan the member code, or find the member by phone (F3), then scan the coupon again."),
    )


def _other_store(a: _Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "Not valid in this store"),
        translate("Refusal", "This coupon can be used in {store}.").format(store=a.store())
        if a.has("store")
        else translate("Refusal", "This coupon can be used in other stores only."),
        translate("Refusal", "Use another coupon here, and this one there."),
    )


def _outside_hours(a: _Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "Not at this hour"),
        translate("Refusal", "It can be used again from {until}.").format(until=a.time("until"))
        if a.has("until")
        else translate("Refusal", "The hours in which it could be used are over."),
        translate("Refusal", "Use another coupon now."),
    )


def _minimum_not_reached(a: _Args) -> RefusalWords:
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


def _category_missing(a: _Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "Only for certain goods"),
        translate("Refusal", "Nothing in this purchase is known to be of its kind."),
        translate("Refusal", "Key in how much of the amount falls on those goods (F4)."),
    )


def _campaign_over(a: _Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "The campaign is over"),
        translate("Refusal", "It ended {since}.").format(since=a.time("since"))
        if a.has("since")
        else translate("Refusal", "HQ has ended it."),
        translate("Refusal", "Use another coupon; the list on the left has those that are valid."),
    )


def _campaign_not_started(a: _Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "The campaign has not begun"),
        translate("Refusal", "It begins {until}.").format(until=a.time("until")),
        translate("Refusal", "Keep the coupon for then and use another one today."),
    )


def _revoked(a: _Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "Coupon withdrawn"),
        translate("Refusal", "HQ took it back {since}.").format(since=a.time("since"))
        if a.has("since")
        else translate("Refusal", "HQ took it back."),
        translate("Refusal", "Use another coupon. Customer service can say why."),
    )


def _template_unknown(a: _Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "Coupon not known here yet"),
        translate("Refusal", "It is genuine, but this terminal has not received its rules."),
        translate("Refusal", "Wait until the terminal is online again, then scan once more."),
    )


def _member_limit(a: _Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "Member’s limit reached"),
        translate("Refusal", "Each member may use this offer %n time(s).", None, a.number("uses")),
        translate("Refusal", "Use another coupon."),
    )


def _member_day_limit(a: _Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "Today’s limit reached"),
        translate("Refusal", "Each member may use this offer %n time(s) a day.", None, a.number("uses")),
        translate("Refusal", "It works again tomorrow; use another coupon today."),
    )


def _not_stackable(a: _Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "Not together"),
        translate("Refusal", "Cannot be combined with {other}.").format(other=a.coupon("other")),
        translate("Refusal", "Choose this one instead in the list, if the customer prefers it."),
    )


def _no_benefit(a: _Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "Would save nothing more"),
        translate("Refusal", "The coupons in use already save as much; it is kept for next time."),
        translate("Refusal", "Nothing to do."),
    )


def _no_right_offline(a: _Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "Cannot be used offline here"),
        translate("Refusal", "Without HQ this terminal cannot be sure that it was not used elsewhere."),
        translate("Refusal", "Leave it out: press it in the list, then confirm. It works again when HQ is reached."),
    )


def _above_offline_limit(a: _Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "Too valuable for offline"),
        translate("Refusal", "It is worth {value}; without HQ at most {need} can be accepted.").format(
            value=a.money("value"), need=a.money("need")
        )
        if a.has("value", "need")
        else translate("Refusal", "Without HQ a coupon of this value cannot be accepted."),
        translate("Refusal", "Leave it out: press it in the list, then confirm. It works again when HQ is reached."),
    )


def _right_elsewhere(a: _Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "Held by another terminal"),
        translate("Refusal", "{terminal} in {store} holds this coupon’s right and does not answer.").format(
            terminal=a.word("terminal", translate("Refusal", "Another terminal")), store=a.store()
        )
        if a.has("store")
        else translate("Refusal", "Another terminal holds this coupon’s right and does not answer."),
        translate("Refusal", "Confirm again in a minute, or leave it out: press it in the list, then confirm."),
    )


def _right_unusable(a: _Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "HQ must be reached first"),
        translate("Refusal", "The terminal’s clock or journal has changed, so its coupon quotas wait for HQ."),
        translate("Refusal", "Check the network cable. Until then leave it out: press it in the list, then confirm."),
    )


# --- the member and the sale -----------------------------------------------------------------------------------------


def _member_unknown(a: _Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "Member not found"),
        translate("Refusal", "No member has “{read}”.").format(read=a.word("read", ""))
        if a.has("read")
        else translate("Refusal", "No member has this code."),
        translate("Refusal", "Try the phone number or the name (F3)."),
    )


def _amount_missing(a: _Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "Amount missing"),
        translate("Refusal", "There is nothing to take the discount from yet."),
        translate("Refusal", "Key in the amount, then confirm."),
    )


def _amount_too_large(a: _Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "Amount too large"),
        translate("Refusal", "One sale can be {need} at most.").format(need=a.money("need"))
        if a.has("need")
        else translate("Refusal", "So much cannot be one sale."),
        translate("Refusal", "Check the digits, or split the sale."),
    )


def _nothing_to_do(a: _Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "Nothing to redeem"),
        translate("Refusal", "There is neither a member nor a coupon in this sale."),
        translate("Refusal", "Scan a member code or a coupon; without one the till does the sale alone."),
    )


def _sale_unknown(a: _Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "Sale not found"),
        translate("Refusal", "This terminal has no such sale."),
        translate("Refusal", "Void it at the till where it was made, or ask HQ."),
    )


def _already_voided(a: _Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "Already voided"),
        translate("Refusal", "Voided {at} by {clerk}.").format(
            at=a.time("at"), clerk=a.word("clerk", translate("Refusal", "a colleague"))
        ),
        translate("Refusal", "Nothing to do: its coupons can be used again."),
    )


def _return_too_large(a: _Args) -> RefusalWords:
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


def _reason_missing(a: _Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "A reason is needed"),
        translate("Refusal", "A sale is voided only with a reason in the journal."),
        translate("Refusal", "Choose one; with “Other”, write a few words."),
    )


def _member_not_proven(a: _Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "Member must show their code"),
        translate("Refusal", "A plain card or a phone number does not prove who somebody is."),
        translate(
            "Refusal", "Scan the member code in the app, or key in the last four digits of the phone number (F7)."
        ),
    )


def _price_changed(a: _Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "The price has changed"),
        translate("Refusal", "It was {need}, now it is {have}: an offer ended or ran out meanwhile.").format(
            need=a.money("need"), have=a.money("have")
        )
        if a.has("need", "have")
        else translate("Refusal", "An offer ended or ran out meanwhile."),
        translate("Refusal", "Tell the customer the new price, then confirm again."),
    )


def _reward_gone(a: _Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "Nothing left"),
        translate("Refusal", "This till’s share of “{name}” is used up.").format(name=a.word("name", ""))
        if a.has("name")
        else translate("Refusal", "This till’s share of it is used up."),
        translate("Refusal", "Offer something else; when HQ is reached the till may get more."),
    )


def _points_short(a: _Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "Not enough points"),
        translate("Refusal", "It takes {need} points; the member has {have}.").format(
            need=a.count("need"), have=a.count("have")
        )
        if a.has("need", "have")
        else translate("Refusal", "The member has fewer points than it takes."),
        translate("Refusal", "Points that are not settled yet cannot be spent. Choose something for fewer points."),
    )


def _action_closed(a: _Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "Not offered now"),
        translate("Refusal", "It is possible again from {until}.").format(until=a.time("until"))
        if a.has("until")
        else translate("Refusal", "The campaign does not offer it at present."),
        translate("Refusal", "Choose something else from the list."),
    )


def _already_done(a: _Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "Done already"),
        translate("Refusal", "It is possible again from {until}.").format(until=a.time("until"))
        if a.has("until")
        else translate("Refusal", "The member has had it as often as the campaign allows."),
        translate("Refusal", "Nothing to do."),
    )


def _condition_not_met(a: _Args) -> RefusalWords:
    condition = a.condition()
    return RefusalWords(
        translate("Refusal", "Condition not met"),
        translate("Refusal", "It does not apply here: {condition}.").format(condition=condition)
        if condition
        else translate("Refusal", "One of the campaign’s conditions is not met."),
        translate("Refusal", "F1 shows every condition of the campaigns."),
    )


# --- staff and machine -----------------------------------------------------------------------------------------------


def _staff_unknown(a: _Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "Not known in this store"),
        translate("Refusal", "This badge or number is not on this store’s staff list."),
        translate("Refusal", "Ask the manager to add you, or wait for the next update from HQ."),
    )


def _staff_inactive(a: _Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "Not active"),
        translate("Refusal", "This person or badge may not sign in here at present."),
        translate("Refusal", "Ask the manager; a withdrawn badge is replaced at the office."),
    )


def _wrong_pin(a: _Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "Wrong PIN"),
        translate("Refusal", "%n more try(s) before a wait.", None, a.number("uses"))
        if a.has("uses") and a.number("uses") > 0
        else translate("Refusal", "The PIN does not match."),
        translate("Refusal", "Type it again, slowly."),
    )


def _pin_locked(a: _Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "Too many wrong PINs"),
        translate("Refusal", "The next try is possible in {wait}.").format(wait=duration_words(a.number("seconds")))
        if a.has("seconds")
        else translate("Refusal", "The next try is possible in a while."),
        translate("Refusal", "Wait, or scan your badge."),
    )


def _not_permitted(a: _Args) -> RefusalWords:
    beyond = {
        BeyondPolicy.OTHER_CLERK: translate("Refusal", "A colleague made this sale."),
        BeyondPolicy.OTHER_DAY: translate("Refusal", "This sale is of another day."),
        BeyondPolicy.TOO_LATE: translate("Refusal", "This sale was made too long ago."),
        BeyondPolicy.TOO_LARGE: translate("Refusal", "The amount is above what a clerk may void alone."),
        BeyondPolicy.CLOCK_BACKWARDS: translate("Refusal", "The clock was set back, so the sale’s age is not known."),
    }
    policy = a.word("policy", "")
    return RefusalWords(
        translate("Refusal", "Not allowed"),
        next(
            (words for code, words in beyond.items() if code.value == policy),
            translate("Refusal", "Your role does not include this."),
        ),
        translate("Refusal", "Ask a manager to do it with their PIN."),
    )


def _disk_full(a: _Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "The disk is full"),
        translate("Refusal", "The redemption could not be recorded, so it was not made."),
        translate("Refusal", "Free some space or use another till; the coupon is still good."),
    )


def _ledger_fault(a: _Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "The journal does not answer"),
        translate("Refusal", "The redemption could not be recorded, so it was not made."),
        translate("Refusal", "Try again; if it stays so, use another till and call IT."),
    )


_WORDS: dict[RefusalCode, Callable[[_Args], RefusalWords]] = {
    RefusalCode.NOT_OURS: _not_ours,
    RefusalCode.UNREADABLE: _unreadable,
    RefusalCode.FORGED: _forged,
    RefusalCode.UNKNOWN_KEY: _unknown_key,
    RefusalCode.KEY_REVOKED: _key_revoked,
    RefusalCode.WRONG_KIND: _wrong_kind,
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
    RefusalCode.MEMBER_LIMIT: _member_limit,
    RefusalCode.MEMBER_DAY_LIMIT: _member_day_limit,
    RefusalCode.NOT_STACKABLE: _not_stackable,
    RefusalCode.NO_BENEFIT: _no_benefit,
    RefusalCode.NO_RIGHT_OFFLINE: _no_right_offline,
    RefusalCode.ABOVE_OFFLINE_LIMIT: _above_offline_limit,
    RefusalCode.RIGHT_ELSEWHERE: _right_elsewhere,
    RefusalCode.RIGHT_UNUSABLE: _right_unusable,
    RefusalCode.MEMBER_UNKNOWN: _member_unknown,
    RefusalCode.AMOUNT_MISSING: _amount_missing,
    RefusalCode.AMOUNT_TOO_LARGE: _amount_too_large,
    RefusalCode.NOTHING_TO_DO: _nothing_to_do,
    RefusalCode.MEMBER_NOT_PROVEN: _member_not_proven,
    RefusalCode.PRICE_CHANGED: _price_changed,
    RefusalCode.REWARD_GONE: _reward_gone,
    RefusalCode.POINTS_SHORT: _points_short,
    RefusalCode.ACTION_CLOSED: _action_closed,
    RefusalCode.ALREADY_DONE: _already_done,
    RefusalCode.CONDITION_NOT_MET: _condition_not_met,
    RefusalCode.SALE_UNKNOWN: _sale_unknown,
    RefusalCode.ALREADY_VOIDED: _already_voided,
    RefusalCode.RETURN_TOO_LARGE: _return_too_large,
    RefusalCode.REASON_MISSING: _reason_missing,
    RefusalCode.STAFF_UNKNOWN: _staff_unknown,
    RefusalCode.STAFF_INACTIVE: _staff_inactive,
    RefusalCode.WRONG_PIN: _wrong_pin,
    RefusalCode.PIN_LOCKED: _pin_locked,
    RefusalCode.NOT_PERMITTED: _not_permitted,
    RefusalCode.DISK_FULL: _disk_full,
    RefusalCode.LEDGER_FAULT: _ledger_fault,
}
