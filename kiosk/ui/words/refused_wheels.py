"""Words for wheels that cannot be spun."""

from __future__ import annotations

from collections.abc import Callable

from kiosk.domain.refusals import RefusalCode
from kiosk.ui.i18n import translate
from kiosk.ui.words.refusal_args import Args, RefusalWords


def _not_ready(_a: Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "Not open yet"),
        translate("Refusal", "The sealed prizes have not come from headquarters, or cannot be used now."),
        translate("Refusal", "Once this terminal is online again it opens by itself."),
    )


def _empty(_a: Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "Everything here is drawn"),
        translate("Refusal", "Every sealed prize of this terminal has been won."),
        translate(
            "Refusal", "New ones come from headquarters as long as there are any; another terminal may have some."
        ),
    )


def _no_spins(_a: Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "No chance left"),
        translate("Refusal", "The member has none to use at the moment."),
        translate("Refusal", "Tell them what brings one: F1 shows the rules."),
    )


def _may_not_win(_a: Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "Not for this member"),
        translate("Refusal", "Employees, and others whom headquarters named, may not win here."),
        translate("Refusal", "Whoever should not be on that list asks headquarters."),
    )


def _tickets(a: Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "Too few draw tickets"),
        translate("Refusal", "It takes {need}, and there are {have}.").format(
            need=a.count("need"), have=a.count("have")
        )
        if a.has("need", "have")
        else translate("Refusal", "It takes more than there are."),
        translate("Refusal", "Tickets come with purchases and tasks, as the campaign says."),
    )


WORDS: dict[RefusalCode, Callable[[Args], RefusalWords]] = {
    RefusalCode.WHEEL_NOT_READY: _not_ready,
    RefusalCode.WHEEL_EMPTY: _empty,
    RefusalCode.NO_SPINS: _no_spins,
    RefusalCode.MAY_NOT_WIN: _may_not_win,
    RefusalCode.TICKETS_SHORT: _tickets,
}
