"""Words for codes that are not accepted. The next step is what a clerk at the checkout can do."""

from __future__ import annotations

from collections.abc import Callable

from kiosk.domain.refusals import RefusalCode
from kiosk.ui.i18n import translate
from kiosk.ui.words.refusal_args import Args, RefusalWords


def _not_ours(a: Args) -> RefusalWords:
    if a.has("other"):
        return RefusalWords(
            translate("Refusal", "An article’s bar code"),
            translate("Refusal", "This is the code of an article: neither a member nor a coupon."),
            translate("Refusal", "Scan it at the till. Here, scan the member code or a coupon."),
        )
    return RefusalWords(
        translate("Refusal", "Not one of our codes"),
        translate("Refusal", "This code was not issued by our stores."),
        translate("Refusal", "Ask for the code in the member’s app, on the slip or on the card."),
    )


def _unreadable(a: Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "The code is damaged"),
        translate("Refusal", "It is one of ours, but part of it is missing."),
        translate(
            "Refusal",
            "Make the phone’s screen brighter, smooth the paper, and scan again. Or find the member by phone (F3).",
        ),
    )


def _forged(a: Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "The code is not genuine"),
        translate("Refusal", "Its signature is wrong: it was altered or copied badly."),
        translate("Refusal", "Do not accept it. Find the member by phone (F3); tell the manager if it happens again."),
    )


def _unknown_key(a: Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "This terminal cannot check the code yet"),
        translate("Refusal", "It was signed with a key that this terminal has not received."),
        translate("Refusal", "Wait until the terminal is online again, then scan once more."),
    )


def _key_revoked(a: Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "The code is no longer accepted"),
        translate("Refusal", "HQ has withdrawn the key it was signed with."),
        translate(
            "Refusal", "Ask the customer to open the app again for a new code, or find the member by phone (F3)."
        ),
    )


def _wrong_kind(a: Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "This code is for another place"),
        translate("Refusal", "It is one of ours, but it is not used at the checkout."),
        translate("Refusal", "Use it at the event desk or the kiosk. Here: member code or coupon."),
    )


def _promo_unknown(a: Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "No such code"),
        translate("Refusal", "“{read}” is no code of ours.").format(read=a.word("read", "…")),
        translate("Refusal", "Look at the spelling and type it again."),
    )


def _promo_too_often(a: Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "Too many tries"),
        translate("Refusal", "Many codes that do not count were typed in a row."),
        translate("Refusal", "Try again in %n second(s).", None, a.number("seconds")),
    )


WORDS: dict[RefusalCode, Callable[[Args], RefusalWords]] = {
    RefusalCode.NOT_OURS: _not_ours,
    RefusalCode.UNREADABLE: _unreadable,
    RefusalCode.FORGED: _forged,
    RefusalCode.UNKNOWN_KEY: _unknown_key,
    RefusalCode.KEY_REVOKED: _key_revoked,
    RefusalCode.WRONG_KIND: _wrong_kind,
    RefusalCode.PROMO_UNKNOWN: _promo_unknown,
    RefusalCode.PROMO_TOO_OFTEN: _promo_too_often,
}
