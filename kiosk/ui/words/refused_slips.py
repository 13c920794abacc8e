"""Words for paper slips that cannot be keyed in as they are. The next step is what a clerk at the checkout can do."""

from __future__ import annotations

from collections.abc import Callable

from kiosk.domain.refusals import RefusalCode
from kiosk.ui.i18n import translate
from kiosk.ui.words.refusal_args import Args, RefusalWords


def _unknown(a: Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "No such slip"),
        translate("Refusal", "No book of this store has the number “{read}”.").format(read=a.word("read", ""))
        if a.has("read")
        else translate("Refusal", "No book of this store has this number."),
        translate("Refusal", "Scan its square code; else put it aside and show it to a manager."),
    )


def _misread(a: Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "A digit is wrong"),
        translate("Refusal", "“{read}” is the number of no slip: a digit was misread or mistyped.").format(
            read=a.word("read", "")
        )
        if a.has("read")
        else translate("Refusal", "A digit was misread or mistyped."),
        translate("Refusal", "Key in the number again, with its last digit; or scan the square code."),
    )


def _in_future(a: Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "This time is still to come"),
        translate("Refusal", "The slip says {at}.").format(at=a.time("at"))
        if a.has("at")
        else translate("Refusal", "Nothing can have been written then."),
        translate("Refusal", "Check day and time on the slip; if they do stand there, show it to a manager."),
    )


def _too_early(a: Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "Written before it was good"),
        translate("Refusal", "The slip says {at}; its book is good since {since}.").format(
            at=a.time("at"), since=a.time("since")
        )
        if a.has("at", "since")
        else translate("Refusal", "Its book was not good yet."),
        translate("Refusal", "Check day and time on the slip; if they do stand there, show it to a manager."),
    )


def _too_late(a: Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "Written after it had run out"),
        translate("Refusal", "The slip says {at}; its book was good until {until}.").format(
            at=a.time("at"), until=a.time("until")
        )
        if a.has("at", "until")
        else translate("Refusal", "Its book had run out."),
        translate("Refusal", "Check day and time on the slip; if they do stand there, show it to a manager."),
    )


def _keyed_in(a: Args) -> RefusalWords:
    if a.has("since", "clerk"):
        reason = translate("Refusal", "Keyed in {since} by {clerk}, as written {at}.").format(
            since=a.time("since"), clerk=a.word("clerk", ""), at=a.time("at")
        )
    elif a.has("terminal"):
        reason = translate("Refusal", "Keyed in at another terminal ({terminal}), as written {at}.").format(
            terminal=a.word("terminal", ""), at=a.time("at")
        )
    else:
        reason = translate("Refusal", "A number counts once.")
    return RefusalWords(
        translate("Refusal", "Keyed in already"),
        reason,
        translate("Refusal", "Compare both papers: two of one number go to a manager; else take the next slip."),
    )


def _declared(a: Args) -> RefusalWords:
    what = (
        translate("Refusal", "lost")
        if a.word("other", "") == "lost"
        else translate("Refusal", "unused")
        if a.word("other", "") == "unused"
        else translate("Refusal", "lost or unused")
    )
    reason = (
        translate("Refusal", "It was declared {what} {at} by {clerk}.").format(
            what=what, at=a.time("at"), clerk=a.word("clerk", translate("Refusal", "a colleague"))
        )
        if a.has("at", "clerk")
        else translate("Refusal", "It was declared {what}.").format(what=what)
    )
    return RefusalWords(
        translate("Refusal", "Not expected any more"),
        reason,
        translate("Refusal", "A manager may let it pass; HQ then looks at it."),
    )


def _book_used_up(a: Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "The book is used up"),
        translate("Refusal", "%n slip(s) of it may be used, and were.", None, a.number("uses"))
        if a.has("uses")
        else translate("Refusal", "As many of its slips were used as may be."),
        translate("Refusal", "A manager may let it pass; HQ then looks at it."),
    )


def _other_coupon(a: Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "Another kind of coupon"),
        translate("Refusal", "The slip is good for “{name}” only.").format(name=a.word("name", ""))
        if a.has("name")
        else translate("Refusal", "The slip is good for another offer."),
        translate("Refusal", "Check the coupon’s number on the slip; leave it empty if the slip stood for none."),
    )


def _not_set_aside(a: Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "Not so many slips"),
        translate("Refusal", "This terminal may make {have} now; {need} were wanted.").format(
            have=a.count("have"), need=a.count("need")
        )
        if a.has("have", "need")
        else translate("Refusal", "This terminal may make none of these now."),
        translate("Refusal", "Make fewer, or ask HQ for a book."),
    )


WORDS: dict[RefusalCode, Callable[[Args], RefusalWords]] = {
    RefusalCode.SLIP_UNKNOWN: _unknown,
    RefusalCode.SLIP_MISREAD: _misread,
    RefusalCode.SLIP_IN_FUTURE: _in_future,
    RefusalCode.SLIP_TOO_EARLY: _too_early,
    RefusalCode.SLIP_TOO_LATE: _too_late,
    RefusalCode.SLIP_KEYED_IN: _keyed_in,
    RefusalCode.SLIP_DECLARED: _declared,
    RefusalCode.SLIP_BOOK_USED_UP: _book_used_up,
    RefusalCode.SLIP_OTHER_COUPON: _other_coupon,
    RefusalCode.SLIPS_NOT_SET_ASIDE: _not_set_aside,
}
