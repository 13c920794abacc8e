"""Words of events: verdicts, standings, how names are tagged, how often one comes in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from kiosk.domain.guests.event import Entry, Question, QuestionKind, Seats, Standing, TagLook
from kiosk.domain.guests.facts import UndoReason
from kiosk.domain.guests.verdict import VerdictKind
from kiosk.ui.i18n import I18n, translate

TAG_PILL = {TagLook.PLAIN: "line", TagLook.VIP: "gold", TagLook.STAFF: "info", TagLook.PRESS: "jade"}


@dataclass(frozen=True, slots=True)
class VerdictLook:
    """How a verdict looks and sounds: a colour token, an icon, a sound, and its word in the language in use."""

    colour: str
    icon: str
    sound: str
    word: Callable[[], str]


VERDICTS: dict[VerdictKind, VerdictLook] = {
    VerdictKind.WELCOME: VerdictLook("guest_in", "check", "ok", lambda: translate("Verdict", "Welcome")),
    VerdictKind.ALREADY_IN: VerdictLook("guest_again", "again", "again", lambda: translate("Verdict", "Already in")),
    VerdictKind.NOT_TODAY: VerdictLook("guest_day", "calendar", "later", lambda: translate("Verdict", "Not today")),
    VerdictKind.NOT_THIS_SESSION: VerdictLook(
        "guest_session", "clock", "later", lambda: translate("Verdict", "Not this session")
    ),
    VerdictKind.NOT_ON_LIST: VerdictLook(
        "guest_unknown", "question", "unknown", lambda: translate("Verdict", "Not on the list")
    ),
    VerdictKind.BLOCKED: VerdictLook("guest_blocked", "stop", "blocked", lambda: translate("Verdict", "Blocked")),
    VerdictKind.ANSWER_FIRST: VerdictLook("guest_ask", "pen", "ask", lambda: translate("Verdict", "Answer first")),
    VerdictKind.WAITING_LIST: VerdictLook(
        "guest_unknown", "hourglass", "unknown", lambda: translate("Verdict", "Waiting list")
    ),
    VerdictKind.CANCELLED: VerdictLook("guest_blocked", "cross", "refused", lambda: translate("Verdict", "Cancelled")),
    VerdictKind.WRONG_EVENT: VerdictLook(
        "guest_session", "coupon", "later", lambda: translate("Verdict", "Another event")
    ),
    VerdictKind.FORGED: VerdictLook("guest_blocked", "alert", "refused", lambda: translate("Verdict", "Not genuine")),
    VerdictKind.FULL: VerdictLook("guest_again", "friends", "again", lambda: translate("Verdict", "Full")),
    VerdictKind.UNREADABLE: VerdictLook("guest_unknown", "scan", "unknown", lambda: translate("Verdict", "No ticket")),
    VerdictKind.CHOOSE: VerdictLook("guest_ask", "friends", "ask", lambda: translate("Verdict", "Which of them?")),
    VerdictKind.GOODBYE: VerdictLook("guest_out", "leave", "out", lambda: translate("Verdict", "Goodbye")),
    VerdictKind.NOT_INSIDE: VerdictLook("guest_again", "leave", "again", lambda: translate("Verdict", "Not inside")),
}


def standing_word(standing: str) -> str:
    """How a guest stands on the list before they come."""
    return {
        Standing.EXPECTED.value: translate("Guest", "expected"),
        Standing.WAITING.value: translate("Guest", "waiting list"),
        Standing.CANCELLED.value: translate("Guest", "cancelled"),
        Standing.BLOCKED.value: translate("Guest", "blocked"),
    }.get(standing, standing)


def answer_word(asked: Question, answer: str, i18n: I18n) -> str:
    """What somebody answered; "": they did, and it is not here."""
    if not answer:
        signed = asked.kind is QuestionKind.SIGNATURE
        return translate("Guest", "signed") if signed else translate("Guest", "answered elsewhere")
    match asked.kind:
        case QuestionKind.CHOICE:
            return next((i18n.text(one.names) for one in asked.choices if one.id == answer), answer)
        case QuestionKind.CONSENT:
            return translate("Guest", "agrees") if answer == "yes" else translate("Guest", "does not agree")
        case QuestionKind.YES_NO:
            return translate("Guest", "yes") if answer == "yes" else translate("Guest", "no")
        case _:
            return answer


STANDING_PILL = {Standing.WAITING.value: "info", Standing.CANCELLED.value: "line", Standing.BLOCKED.value: "red"}
"""Those who are not simply expected."""


def undo_word(reason: UndoReason) -> str:
    """Why a sign-in is taken back."""
    return {
        UndoReason.WRONG_GUEST: translate("Guest", "The wrong guest"),
        UndoReason.TWICE: translate("Guest", "Signed in twice"),
        UndoReason.DID_NOT_ENTER: translate("Guest", "They did not go in"),
        UndoReason.OTHER: translate("Guest", "Something else"),
    }[reason]


def entry_word(entry: Entry) -> str:
    """How often a ticket lets somebody in."""
    return {
        Entry.ONCE: translate("Guest", "Once"),
        Entry.ONCE_A_DAY: translate("Guest", "Once a day"),
        Entry.MANY: translate("Guest", "As often as they come"),
    }[entry]


def seats_word(seats: Seats) -> str:
    """Whether guests have places."""
    return {
        Seats.NONE: translate("Guest", "Nobody is placed"),
        Seats.TABLES: translate("Guest", "Tables"),
        Seats.SEATS: translate("Guest", "Seats"),
    }[seats]
