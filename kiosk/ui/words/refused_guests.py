"""Words for what cannot be done at the desk of an event."""

from __future__ import annotations

from collections.abc import Callable

from kiosk.domain.refusals import RefusalCode
from kiosk.ui.i18n import translate
from kiosk.ui.words.refusal_args import Args, RefusalWords


def _event_unknown(_a: Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "This event is not known here"),
        translate("Refusal", "Headquarters has not told of it, or it is over for long."),
        translate("Refusal", "Choose another event, or make it here."),
    )


def _event_bad(a: Args) -> RefusalWords:
    reason = {
        "id": translate("Refusal", "Its short name is missing, too long, or holds a slash."),
        "name": translate("Refusal", "It needs a name of at most 120 characters in every language."),
        "times": translate("Refusal", "It has to end after it begins."),
        "zone": translate("Refusal", "There is no such time zone."),
        "session": translate("Refusal", "A session has to end after it begins."),
        "question": translate("Refusal", "A question with choices needs some, and no other has any."),
        "quota": translate("Refusal", "Places cannot be fewer than none."),
    }.get(a.word("other", ""), translate("Refusal", "Two things in it have one name."))
    return RefusalWords(
        translate("Refusal", "The event cannot be made like this"),
        reason,
        translate("Refusal", "Correct it and save it again."),
    )


def _event_others(_a: Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "This event is changed at headquarters"),
        translate("Refusal", "Headquarters made it; every desk takes it from there."),
        translate("Refusal", "Ask headquarters to change it."),
    )


def _guest_unknown(_a: Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "Nobody by that name is on the list"),
        translate("Refusal", "They were taken off, or the list is another one now."),
        translate("Refusal", "Look for them once more, or add them."),
    )


def _closed(_a: Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "Only guests of the list"),
        translate("Refusal", "Nobody is added at the door of this event."),
        translate("Refusal", "Call who is in charge of the event."),
    )


def _full(a: Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "No places left"),
        translate("Refusal", "{need} are needed, {have} are free.").format(
            need=a.word("need", ""), have=a.word("have", "")
        ),
        translate("Refusal", "Put them on the waiting list, or let them in all the same."),
    )


def _answer(_a: Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "This is no answer to the question"),
        translate("Refusal", "It is missing, or cannot be read."),
        translate("Refusal", "Ask the guest once more."),
    )


def _came(_a: Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "They are here already"),
        translate("Refusal", "Somebody signed them in, here or at another desk."),
        translate("Refusal", "If that was a mistake, undo the sign-in first."),
    )


def _seat(_a: Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "This is no seat"),
        translate("Refusal", "A seat or table has at most 40 characters."),
        translate("Refusal", "Type it shorter."),
    )


def _taken(a: Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "Somebody sits there"),
        translate("Refusal", "It is the seat of {name}.").format(name=a.word("name", "")),
        translate("Refusal", "Choose another seat, or move them first."),
    )


def _gone(_a: Args) -> RefusalWords:
    return RefusalWords(
        translate("Refusal", "There is nothing to undo"),
        translate("Refusal", "It was undone already, here or at another desk."),
        translate("Refusal", "Just go on."),
    )


WORDS: dict[RefusalCode, Callable[[Args], RefusalWords]] = {
    RefusalCode.EVENT_UNKNOWN: _event_unknown,
    RefusalCode.EVENT_BAD: _event_bad,
    RefusalCode.EVENT_OTHERS: _event_others,
    RefusalCode.GUEST_UNKNOWN: _guest_unknown,
    RefusalCode.GUEST_CAME: _came,
    RefusalCode.WALK_INS_CLOSED: _closed,
    RefusalCode.EVENT_FULL: _full,
    RefusalCode.ANSWER_BAD: _answer,
    RefusalCode.SEAT_BAD: _seat,
    RefusalCode.SEAT_TAKEN: _taken,
    RefusalCode.WORD_GONE: _gone,
}
