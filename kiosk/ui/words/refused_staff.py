"""Words for staff. The next step is what a clerk at the checkout can do."""

from __future__ import annotations

from collections.abc import Callable

from kiosk.domain.refusals import RefusalCode
from kiosk.domain.sales.void_policy import BeyondPolicy
from kiosk.ui.i18n import translate
from kiosk.ui.words.durations import duration_words
from kiosk.ui.words.refusal_args import Args, RefusalWords


def _staff_unknown(a: Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "Not known in this store"),
        translate("Refusal", "This badge or number is not on this store’s staff list."),
        translate("Refusal", "Ask the manager to add you, or wait for the next update from HQ."),
    )


def _staff_inactive(a: Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "Not active"),
        translate("Refusal", "This person or badge may not sign in here at present."),
        translate("Refusal", "Ask the manager; a withdrawn badge is replaced at the office."),
    )


def _wrong_pin(a: Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "Wrong PIN"),
        translate("Refusal", "%n more try(s) before a wait.", None, a.number("uses"))
        if a.has("uses") and a.number("uses") > 0
        else translate("Refusal", "The PIN does not match."),
        translate("Refusal", "Type it again, slowly."),
    )


def _pin_locked(a: Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "Too many wrong PINs"),
        translate("Refusal", "The next try is possible in {wait}.").format(wait=duration_words(a.number("seconds")))
        if a.has("seconds")
        else translate("Refusal", "The next try is possible in a while."),
        translate("Refusal", "Wait, or scan your badge."),
    )


def _not_permitted(a: Args) -> RefusalWords:
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


WORDS: dict[RefusalCode, Callable[[Args], RefusalWords]] = {
    RefusalCode.STAFF_UNKNOWN: _staff_unknown,
    RefusalCode.STAFF_INACTIVE: _staff_inactive,
    RefusalCode.WRONG_PIN: _wrong_pin,
    RefusalCode.PIN_LOCKED: _pin_locked,
    RefusalCode.NOT_PERMITTED: _not_permitted,
}
