"""Words for prizes that are not handed over (any more)."""

from __future__ import annotations

from collections.abc import Callable

from kiosk.domain.refusals import RefusalCode
from kiosk.ui.i18n import translate
from kiosk.ui.words.refusal_args import Args, RefusalWords


def _unknown(_a: Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "No prize under that code"),
        translate("Refusal", "Nobody at this store has a prize to get for it."),
        translate("Refusal", "Scan the result slip again, or look for the member."),
    )


def _over(a: Args) -> RefusalWords:
    ended = a.word("other", "")
    when = translate("Refusal", "{clerk}, {at}.").format(clerk=a.word("clerk", ""), at=a.time("at"))
    title = {
        "shipped": translate("Refusal", "This prize is on its way already"),
        "forfeited": translate("Refusal", "This prize went on to somebody else"),
    }.get(ended, translate("Refusal", "This prize was handed over already"))
    return RefusalWords(
        title,
        when if a.has("clerk", "at") else translate("Refusal", "Each prize is given once."),
        translate("Refusal", "Do not hand anything out."),
    )


def _late(a: Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "The time for this prize is over"),
        translate("Refusal", "It could be had until {until}; then it goes on by the published rule.").format(
            until=a.time("until")
        ),
        translate("Refusal", "Do not hand anything out."),
    )


def _elsewhere(a: Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "Another terminal hands this prize over"),
        translate("Refusal", "It is kept at {terminal}.").format(terminal=a.word("terminal", "")),
        translate("Refusal", "Go there with the customer."),
    )


def _offline(_a: Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "Headquarters has to say yes"),
        translate("Refusal", "So that nobody gets this prize twice, headquarters is asked, and cannot be reached now."),
        translate("Refusal", "Try again when the terminal is online. Hand nothing out before."),
    )


def _document(_a: Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "A document first"),
        translate("Refusal", "For this prize the law wants the winner’s name on record."),
        translate("Refusal", "Look at an identity card or a passport, then confirm it here."),
    )


def _sent(_a: Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "Headquarters sends this prize"),
        translate("Refusal", "The winner asked for it to be sent to them."),
        translate("Refusal", "Do not hand anything out."),
    )


def _address(_a: Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "No address"),
        translate("Refusal", "Something is missing: where is the prize to be sent?"),
        translate("Refusal", "Write the name, street and number, postcode and town."),
    )


WORDS: dict[RefusalCode, Callable[[Args], RefusalWords]] = {
    RefusalCode.PRIZE_UNKNOWN: _unknown,
    RefusalCode.PRIZE_OVER: _over,
    RefusalCode.PRIZE_LATE: _late,
    RefusalCode.PRIZE_ELSEWHERE: _elsewhere,
    RefusalCode.PRIZE_OFFLINE: _offline,
    RefusalCode.PRIZE_DOCUMENT: _document,
    RefusalCode.PRIZE_SENT: _sent,
    RefusalCode.PRIZE_ADDRESS: _address,
}
