"""Verdicts and guests in words: what the card and the rows of the table show."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from kiosk.application.guests.outcomes import Arrival, DoubleSide, GuestView, InAlready, Verdict
from kiosk.domain.guests.event import Event, Seats
from kiosk.domain.guests.facts import Added, How
from kiosk.domain.guests.verdict import VerdictKind
from kiosk.ui.i18n import I18n, spaced, translate
from kiosk.ui.stations.desk.guest_row import RowFace
from kiosk.ui.stations.desk.parts import Span
from kiosk.ui.stations.desk.verdict_card import Deed, DeedWords, Face
from kiosk.ui.words.guests import STANDING_PILL, TAG_PILL, VERDICTS, standing_word
from kiosk.ui.words.rewards import combined, joined, reward_short

_DOT = " · "
FEW_PLACES = 20
"""Places left from which on the desk says how many."""


@dataclass(frozen=True, slots=True)
class Around:
    """What words about guests need: how things are written, the event, what time it is, the newest sign-in here, labels
    left for badges, and whether the last badge could not be printed."""

    i18n: I18n
    event: Event
    now: datetime
    last: Verdict | None = None
    labels_left: int | None = None
    badge_failed: bool = False


def verdict_face(verdict: Verdict, around: Around) -> Face:
    """What the card shows of a verdict."""
    look, guest, i18n = VERDICTS[verdict.kind], verdict.guest, around.i18n
    first, second = _deeds(verdict, around)
    return Face(
        colour=look.colour,
        icon=look.icon,
        word=look.word(),
        at=f"{i18n.local(verdict.at):%H:%M:%S}",
        name=guest.name if guest is not None else verdict.named,
        facts=_facts(verdict, around),
        notes=tuple(_notes(verdict, around)),
        first=first,
        second=second,
    )


def idle_face(around: Around | None) -> Face:
    """Between two guests: listening; who came last can still be undone."""
    word = translate("Desk", "Ready")
    facts = translate("Desk", "Scan a ticket or a member’s code, or type a name.")
    last = around.last if around is not None else None
    if around is None or last is None or last.guest is None or not last.ref:
        return Face("", "scan", word, facts=facts)
    words = translate("Desk", "Last: {name}, {time}")
    name = spaced(words.format(name=last.guest.name, time=around.i18n.time(last.at)))
    return Face("", "scan", word, facts=facts, notes=(name,), second=_undo())


def leaving_face() -> Face:
    """Whoever is scanned now leaves."""
    return Face(
        "guest_out",
        "leave",
        translate("Desk", "Leaving"),
        facts=translate("Desk", "Whoever is scanned now is signed out. F7 ends it."),
    )


def _undo() -> DeedWords:
    return DeedWords(Deed.UNDO, translate("Desk", "Undo"), "F8")


def _deeds(verdict: Verdict, around: Around) -> tuple[DeedWords | None, DeedWords | None]:
    guest, kind = verdict.guest, verdict.kind
    file = DeedWords(Deed.FILE, translate("Desk", "Look"), "F3") if guest is not None else None
    if kind is VerdictKind.WELCOME:
        more = guest is not None and guest.more > 0
        words = translate("Desk", "Companion +1") if more else translate("Desk", "One more +1")
        return DeedWords(Deed.COMPANION, words, "F6"), _undo() if verdict.ref else None
    if kind is VerdictKind.GOODBYE:
        return None, _undo() if verdict.ref else None
    if kind is VerdictKind.ANSWER_FIRST:
        return DeedWords(Deed.ANSWER, translate("Desk", "Answer"), "Enter"), None
    if kind is VerdictKind.NOT_ON_LIST:
        return (DeedWords(Deed.ADD, translate("Desk", "Add"), "F2") if around.event.walk_ins else None), None
    if verdict.sets_aside:
        words = translate("Desk", "Let in (PIN)") if verdict.manager else translate("Desk", "Let in all the same")
        return DeedWords(Deed.LET_IN, words), file
    return file, None


def _facts(verdict: Verdict, around: Around) -> str:
    guest = verdict.guest
    if guest is None:
        return ""
    parts = []
    if guest.seat:
        tables = around.event.seats is Seats.TABLES
        label = translate("Desk", "Table {seat}") if tables else translate("Desk", "Seat {seat}")
        parts.append(label.format(seat=guest.seat))
    if verdict.people > 1:
        parts.append(translate("Desk", "%n people", None, verdict.people))
    elif guest.plus_ones and verdict.kind is VerdictKind.WELCOME:
        parts.append(translate("Desk", "with %n companion(s)", None, guest.plus_ones))
    parts += [word for _, word in tags_of(guest.tags, around.event, around.i18n)]
    if guest.company:
        parts.append(guest.company)
    return spaced(_DOT.join(parts))


_PLAIN: dict[VerdictKind, Callable[[], str]] = {
    VerdictKind.BLOCKED: lambda: translate("Desk", "Do not let in. Call whoever is in charge."),
    VerdictKind.WAITING_LIST: lambda: translate("Desk", "On the waiting list: only when there is room."),
    VerdictKind.CANCELLED: lambda: translate("Desk", "The registration was cancelled. Call whoever is in charge."),
    VerdictKind.FORGED: lambda: translate("Desk", "Nobody of ours made this ticket. Look for the name instead."),
    VerdictKind.FULL: lambda: translate("Desk", "All places are taken. Call whoever is in charge."),
    VerdictKind.GOODBYE: lambda: translate("Desk", "Signed out. The same ticket lets them in again."),
    VerdictKind.UNREADABLE: lambda: translate(
        "Desk", "This is no code of ours, or half of one. Scan again, or type a name."
    ),
    VerdictKind.CHOOSE: lambda: translate("Desk", "Several guests are meant: choose in the list."),
    VerdictKind.NOT_INSIDE: lambda: translate("Desk", "They have not come in, or have left already."),
}
"""What to do, where it is always the same."""


def _notes(verdict: Verdict, around: Around) -> Sequence[str]:
    kind, i18n, guest = verdict.kind, around.i18n, verdict.guest
    notes: list[str] = []
    if kind is VerdictKind.WELCOME:
        notes += _welcome_notes(verdict, around)
    elif kind is VerdictKind.ALREADY_IN:
        if verdict.first is not None:
            notes.append(entered_words(verdict.first, around))
        notes.append(translate("Desk", "If it is somebody else, ask for their own ticket."))
    elif kind in (VerdictKind.NOT_TODAY, VerdictKind.NOT_THIS_SESSION):
        notes.append(_when_words(verdict, around))
    elif kind is VerdictKind.NOT_ON_LIST:
        notes.append(
            translate("Desk", "Try the name or the phone. If there is nobody: add them, it takes 15 seconds.")
            if around.event.walk_ins
            else translate("Desk", "Try the name or the phone. This event takes nobody who is not on the list.")
        )
    elif kind is VerdictKind.ANSWER_FIRST:
        notes += [i18n.text(question.names) for question in verdict.questions]
    elif kind is VerdictKind.WRONG_EVENT:
        other = verdict.other_event
        words = translate("Desk", "This ticket is for “{event}”.") if other is not None else ""
        named = i18n.text(other.names) if other is not None else ""
        notes.append(words.format(event=named) or translate("Desk", "This ticket is for another event."))
    if verdict.reason:
        notes.append(verdict.reason)
    if kind in _PLAIN:
        notes.append(_PLAIN[kind]())
    if guest is not None and guest.note:
        notes.insert(0, guest.note)
    return [spaced(note) for note in notes]


def _welcome_notes(verdict: Verdict, around: Around) -> list[str]:
    notes = []
    if verdict.badge and around.badge_failed:
        notes.append(translate("Desk", "No badge: the printer needs somebody"))
    elif verdict.badge and around.labels_left is not None:
        notes.append(translate("Desk", "The badge is being printed (%n label(s) left)", None, around.labels_left))
    elif verdict.badge:
        notes.append(translate("Desk", "The badge is being printed"))
    if verdict.how is How.WALK_IN and verdict.guest is not None and verdict.guest.how == Added.MEMBER:
        notes.append(translate("Desk", "On the members’ list, too"))
    if verdict.given:
        words = joined([reward_short(one, around.i18n) for one in combined(verdict.given)])
        notes.append(translate("Desk", "Given: {rewards}").format(rewards=words))
    if verdict.entries > 1:
        notes.append(translate("Desk", "Here again: entry number {n}").format(n=verdict.entries))
    if verdict.free is not None and verdict.free <= FEW_PLACES:
        notes.append(translate("Desk", "%n place(s) left", None, verdict.free))
    return notes


def _when_words(verdict: Verdict, around: Around) -> str:
    i18n = around.i18n
    right = next((one for one in around.event.sessions if one.id == verdict.right_session), None)
    if right is not None:
        words = translate("Desk", "Their session is “{session}”: {day} {time}.")
        return words.format(
            session=i18n.text(right.names), day=i18n.short_day(right.starts), time=i18n.time(right.starts)
        )
    if verdict.since is not None and verdict.since > around.now:
        words = translate("Desk", "Good from {day} {time}.")
        return words.format(day=i18n.short_day(verdict.since), time=i18n.time(verdict.since))
    if verdict.until is not None:
        words = translate("Desk", "It was good until {day} {time}.")
        return words.format(day=i18n.short_day(verdict.until), time=i18n.time(verdict.until))
    return translate("Desk", "The ticket is for another day.")


def entered_words(entered: InAlready | DoubleSide, around: Around) -> str:
    """When somebody came in, where, and who signed them in."""
    words = translate("Desk", "{time} at {desk}, by {name}")
    when = around.i18n.when(entered.at, around.now)
    return spaced(words.format(time=when, desk=entered.desk or "—", name=entered.by or "—"))


def tags_of(tags: Sequence[str], event: Event, i18n: I18n) -> tuple[tuple[str, str], ...]:
    """(pill, word) of a guest's tags, in the event's order."""
    return tuple((TAG_PILL[tag.look], i18n.text(tag.names)) for tag in event.tags if tag.id in tags)


def row_face(guest: GuestView, around: Around) -> RowFace:
    """A guest who was found."""
    i18n = around.i18n
    tags = list(tags_of(guest.tags, around.event, i18n))
    if guest.plus_ones:
        tags.append(("line", f"+{guest.plus_ones}"))
    came, gone = "", False
    if guest.left_at is not None and not guest.people_in:
        came, gone = i18n.time(guest.left_at), True
    elif guest.in_at is not None and guest.people_in:
        came = i18n.time(guest.in_at)
    standing = None
    if guest.standing in STANDING_PILL:
        standing = (STANDING_PILL[guest.standing], standing_word(guest.standing))
    return RowFace(
        guest.name,
        _spans(guest, "name"),
        guest.masked_phone,
        _spans(guest, "phone"),
        guest.seat,
        _spans(guest, "seat"),
        guest.company,
        tuple(tags),
        came,
        gone,
        standing,
    )


def arrival_face(arrival: Arrival, around: Around) -> RowFace:
    """Somebody who came just now."""
    i18n = around.i18n
    tags = list(tags_of(arrival.tags, around.event, i18n))
    if arrival.people > 1 or arrival.plus:
        tags.append(("line", f"+{arrival.people - 1 + arrival.plus}"))
    standing = ("line", translate("Desk", "undone")) if arrival.undone else None
    came = "" if arrival.undone else i18n.time(arrival.at)
    return RowFace(
        arrival.name,
        seat=arrival.seat,
        phone=arrival.desk,
        tags=tuple(tags),
        came=came,
        gone=arrival.left,
        standing=standing,
    )


def _spans(guest: GuestView, field: str) -> tuple[Span, ...]:
    return tuple((first, count) for name, first, count in guest.hits if name == field)
