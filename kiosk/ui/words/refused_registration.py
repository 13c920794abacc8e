"""Words for registrations that cannot go on as they are. The next step is what a clerk at the checkout can do."""

from __future__ import annotations

from collections.abc import Callable

from kiosk.domain.refusals import RefusalCode
from kiosk.ui.i18n import translate
from kiosk.ui.words.refusal_args import Args, RefusalWords
from kiosk.ui.words.registration import name_problem_words, phone_problem_words, purpose_words


def _phone(a: Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "This is no phone number"),
        phone_problem_words(a.word("other", "")),
        translate("Refusal", "Read the number back to the customer and key it in again."),
    )


def _name(a: Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "This is no name"),
        name_problem_words(a.word("other", "")),
        translate("Refusal", "Key in the name as the customer writes it."),
    )


def _email(_a: Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "This is no e-mail address"),
        translate("Refusal", "It looks like name@place.com: one @, no spaces."),
        translate("Refusal", "Correct it, or leave it empty: nobody has to have one."),
    )


def _birthday(_a: Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "There is no such day"),
        translate("Refusal", "A birthday is a month and a day."),
        translate("Refusal", "Correct it, or leave it empty: nobody has to tell it."),
    )


def _consent_missing(a: Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "Consent is missing"),
        translate("Refusal", "Without the consent “{purpose}” nobody can become a member.").format(
            purpose=purpose_words(a.word("other", ""))
        ),
        translate("Refusal", "Ask the customer. If they do not agree, go on without a membership."),
    )


def _consent_changed(a: Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "The consent’s words have changed"),
        translate("Refusal", "HQ has sent a new text for “{purpose}” in the meantime.").format(
            purpose=purpose_words(a.word("other", ""))
        ),
        translate("Refusal", "Show the new text and ask again."),
    )


def _guardian(a: Args) -> RefusalWords:
    need = a.number("need") if a.has("need") else 14
    return RefusalWords(
        translate("Refusal", "A parent or guardian is needed"),
        translate("Refusal", "For a child below {age} a parent or guardian decides.").format(age=need),
        translate("Refusal", "Take the parent’s name and phone; without them, go on without a membership."),
    )


def _referrer(a: Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "Nobody found who recommends"),
        translate("Refusal", "“{read}” is no member’s card, phone or invitation.").format(read=a.word("read", ""))
        if a.has("read")
        else translate("Refusal", "It is no member’s card, phone or invitation."),
        translate("Refusal", "Try the friend’s phone number; or register without a recommendation."),
    )


def _code_needed(_a: Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "The phone has to be proved"),
        translate("Refusal", "A code is sent to the phone, and the customer reads it out."),
        translate("Refusal", "Send the code and key it in."),
    )


def _code_wrong(a: Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "The code is wrong"),
        translate("Refusal", "%n attempt(s) left.", None, a.number("uses"))
        if a.has("uses")
        else translate("Refusal", "It is another one."),
        translate("Refusal", "Ask for the newest message and key in its six digits."),
    )


def _code_over(_a: Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "The code is not good any more"),
        translate("Refusal", "It has run out, was mistyped too often, or belongs to another phone."),
        translate("Refusal", "Send a new code; or register without, and prove the phone later."),
    )


def _code_later(a: Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "Too many codes"),
        translate("Refusal", "The next one can be sent {until}.").format(until=a.time("until"))
        if a.has("until")
        else translate("Refusal", "So many were sent that the next one has to wait."),
        translate("Refusal", "Wait for the one that is on its way; or register without, and prove the phone later."),
    )


def _code_not_sent(_a: Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "No code could be sent"),
        translate("Refusal", "No message gets to this phone."),
        translate("Refusal", "Check the number; or register without a code, and prove the phone later."),
    )


def _form_misread(a: Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "No such form number"),
        translate("Refusal", "“{read}” is the number of no form: a digit was misread or mistyped.").format(
            read=a.word("read", "")
        )
        if a.has("read")
        else translate("Refusal", "A digit was misread or mistyped."),
        translate("Refusal", "Scan the square code on the form, or key in the number with its last digit."),
    )


def _form_keyed_in(a: Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "This form was keyed in before"),
        translate("Refusal", "{clerk} keyed it in {at}, with another phone number.").format(
            clerk=a.word("clerk", translate("Refusal", "a colleague")), at=a.time("at")
        ),
        translate("Refusal", "Check the form’s number. If it is right, show the form to a manager."),
    )


def _offline(_a: Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "HQ cannot be reached"),
        translate("Refusal", "Codes can only be sent and checked while HQ can be reached."),
        translate("Refusal", "Register without a code: points are held until the phone is proved."),
    )


def _no_invites(_a: Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "No invitations now"),
        translate("Refusal", "No campaign that runs now rewards recommendations."),
        translate("Refusal", "Nothing to do; the next campaign may."),
    )


C = RefusalCode
WORDS: dict[RefusalCode, Callable[[Args], RefusalWords]] = {
    C.PHONE_BAD: _phone,
    C.NAME_BAD: _name,
    C.EMAIL_BAD: _email,
    C.BIRTHDAY_BAD: _birthday,
    C.CONSENT_MISSING: _consent_missing,
    C.CONSENT_CHANGED: _consent_changed,
    C.GUARDIAN_MISSING: _guardian,
    C.REFERRER_UNKNOWN: _referrer,
    C.CODE_NEEDED: _code_needed,
    C.CODE_WRONG: _code_wrong,
    C.CODE_OVER: _code_over,
    C.CODE_LATER: _code_later,
    C.CODE_NOT_SENT: _code_not_sent,
    C.FORM_MISREAD: _form_misread,
    C.FORM_KEYED_IN: _form_keyed_in,
    C.HQ_OFFLINE: _offline,
    C.NO_INVITES: _no_invites,
}
