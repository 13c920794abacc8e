"""What a desk does for a guest beside signing them in: undo, answers, a seat, a block."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from kiosk.application.guests.listen import Desk
from kiosk.application.guests.outcomes import Undone
from kiosk.application.guests.sign_in import say
from kiosk.application.guests.views import guest_view
from kiosk.application.ports.guests import KeptText
from kiosk.application.staff.outcomes import Approval
from kiosk.domain.documents.cleaning import clean
from kiosk.domain.guests.event import Guest, Question, QuestionKind, Seats, Standing
from kiosk.domain.guests.facts import (
    GUEST_ANSWERED,
    GUEST_BLOCKED,
    GUEST_SEATED,
    GUEST_UNBLOCKED,
    GUEST_UNDONE,
    GUEST_WITHDRAWN,
    AnsweredBody,
    BlockedBody,
    OfGuest,
    SeatedBody,
    SignedInBody,
    UnblockedBody,
    UndoneBody,
    WithdrawnBody,
)
from kiosk.domain.guests.verdict import standing_of
from kiosk.domain.refusals import Refusal, RefusalCode
from kiosk.domain.remarks.remark import SALT_BYTES, commitment, read_remark
from kiosk.domain.staff.actors import Actor
from kiosk.domain.staff.roles import Permission

LONGEST_SEAT = 40
LONGEST_REASON = 80
LONGEST_SIGNATURE = 20_000
"""Characters of what was drawn."""
_YES_NO = ("yes", "no")


_TAKEN_BACK_BY: Mapping[type[OfGuest], Permission] = {
    WithdrawnBody: Permission.SERVE,
    BlockedBody: Permission.LET_IN,
    UnblockedBody: Permission.LET_IN,
}
"""Who may take a word back, where not everybody who works at a desk may: nobody undoes what they could not say."""


def undo_guest(desk: Desk, ref: str, reason: str, actor: Actor) -> Undone | Refusal:
    """Take a word of any desk back. What campaigns gave with it stays: it may be spent."""
    if not actor.may(Permission.GREET):
        return Refusal(RefusalCode.NOT_PERMITTED)
    reason = clean(reason)[:LONGEST_REASON].strip()
    if not reason:
        return Refusal(RefusalCode.REASON_MISSING)
    word = desk.attendance.word(ref)
    if word is None or isinstance(word.said, UndoneBody):
        return Refusal(RefusalCode.WORD_GONE)
    if not actor.may(_TAKEN_BACK_BY.get(type(word.said), Permission.GREET)):
        return Refusal(RefusalCode.NOT_PERMITTED)
    state, guest = desk.state(word.said.guest), desk.guest(word.said.guest)
    if ref in state.undone or guest is None:
        return Refusal(RefusalCode.WORD_GONE)
    body = UndoneBody(
        event=desk.event.id, guest=guest.id, turn=desk.turn(guest.id), of=ref, reason=reason, desk=desk.name
    )
    say(desk, GUEST_UNDONE, body, actor)
    gave = bool(guest.member) and isinstance(word.said, SignedInBody)
    return Undone(guest_view(desk, guest), gave, desk.state(guest.id).removed)


def seat_guest(desk: Desk, guest: Guest, seat: str, actor: Actor) -> Refusal | None:
    """Where they sit."""
    if not actor.may(Permission.GREET):
        return Refusal(RefusalCode.NOT_PERMITTED)
    seat = clean(seat).strip()
    if len(seat) > LONGEST_SEAT:
        return Refusal(RefusalCode.SEAT_BAD)
    state = desk.state(guest.id)
    if seat and desk.event.seats is Seats.SEATS:
        there = _sits_there(desk, guest, seat)
        if there is not None:
            return Refusal(RefusalCode.SEAT_TAKEN, {"name": there.name})
    if seat != (guest.seat if state.seat is None else state.seat):
        body = SeatedBody(event=desk.event.id, guest=guest.id, turn=desk.turn(guest.id), seat=seat)
        say(desk, GUEST_SEATED, body, actor)
    return None


def _sits_there(desk: Desk, guest: Guest, seat: str) -> Guest | None:
    """Another guest whose seat it is: by the list, if no desk moved them, or by a desk."""
    by_list = (one.id for one in desk.list.by_seat(desk.event.id, seat) if desk.state(one.id).seat is None)
    moved = (one.guest for one in desk.attendance.spoken_of() if one.seat == seat)
    for other in {*by_list, *moved} - {guest.id}:
        found = desk.guest(other)
        state = desk.state(other)
        if found is not None and standing_of(found, state) is not Standing.CANCELLED and not state.removed:
            return found
    return None


def withdraw_guest(desk: Desk, guest: Guest, actor: Actor) -> Refusal | None:
    """They told the desk that they do not come: their place is free for others. Again: nothing changes. GUEST_CAME."""
    return withdraw(desk, guest, actor) if actor.may(Permission.SERVE) else Refusal(RefusalCode.NOT_PERMITTED)


def withdraw(desk: Desk, guest: Guest, actor: Actor) -> Refusal | None:
    """The same, whoever may say so."""
    state = desk.state(guest.id)
    if state.first is not None:
        return Refusal(RefusalCode.GUEST_CAME)
    if standing_of(guest, state) is not Standing.CANCELLED:
        turn = desk.turn(guest.id)
        say(desk, GUEST_WITHDRAWN, WithdrawnBody(event=desk.event.id, guest=guest.id, turn=turn, desk=desk.name), actor)
    return None


def block_guest(desk: Desk, guest: Guest, reason: str, actor: Actor) -> Refusal | None:
    """Nobody lets them in before somebody was called."""
    if not actor.may(Permission.SERVE):
        return Refusal(RefusalCode.NOT_PERMITTED)
    turn = desk.turn(guest.id)
    body = BlockedBody(event=desk.event.id, guest=guest.id, turn=turn, reason=clean(reason)[:LONGEST_REASON].strip())
    say(desk, GUEST_BLOCKED, body, actor)
    return None


def unblock_guest(desk: Desk, guest: Guest, approval: Approval, actor: Actor) -> Refusal | None:
    """A manager's word: they are let in."""
    if not actor.may(Permission.SERVE):
        return Refusal(RefusalCode.NOT_PERMITTED)
    turn = desk.turn(guest.id)
    body = UnblockedBody(event=desk.event.id, guest=guest.id, turn=turn, approved_by=approval.staff)
    say(desk, GUEST_UNBLOCKED, body, actor)
    return None


def answer_guest(desk: Desk, guest: Guest, answers: Mapping[str, str], actor: Actor) -> Refusal | None:
    """Their answers, each as its question wants it. ANSWER_BAD names the first that is not."""
    if not actor.may(Permission.ACT_FOR_ONESELF):
        return Refusal(RefusalCode.NOT_PERMITTED)
    kept = read_answers(desk, answers)
    if isinstance(kept, Refusal) or not answers:
        return kept if isinstance(kept, Refusal) else None
    chosen, written = kept
    texts: dict[str, str] = {}
    for name, text in written.items():
        salt = desk.context.randomness.bytes(SALT_BYTES)
        texts[name] = commitment(salt, text)
        desk.tx.keep_text(KeptText(desk.event.id, guest.id, name, texts[name], salt, text))
    turn = desk.turn(guest.id)
    body = AnsweredBody(event=desk.event.id, guest=guest.id, turn=turn, answers=chosen, texts=texts)
    say(desk, GUEST_ANSWERED, body, actor)
    return None


def read_answers(desk: Desk, answers: Mapping[str, str]) -> tuple[dict[str, str], dict[str, str]] | Refusal:
    """Answers as they are kept: those that stand in the fact, and those that lie beside it. ANSWER_BAD."""
    questions = {one.id: one for one in desk.event.questions}
    chosen: dict[str, str] = {}
    written: dict[str, str] = {}
    for name, answer in answers.items():
        question = questions.get(name)
        text = _answer(question, answer) if question is not None else None
        if question is None or text is None:
            return Refusal(RefusalCode.ANSWER_BAD, {"other": name})
        (chosen if question.kind in _IN_THE_FACT else written)[name] = text
    return chosen, written


_IN_THE_FACT = frozenset({QuestionKind.CHOICE, QuestionKind.YES_NO, QuestionKind.CONSENT})
"""Answers that say nothing of who somebody is; what is written lies beside the facts."""


def _answer(question: Question, answer: str) -> str | None:
    """The answer as it is kept; None: it is none. A consent that is needed is given with "yes" alone."""
    match question.kind:
        case QuestionKind.CHOICE:
            return answer if any(one.id == answer for one in question.choices) else None
        case QuestionKind.YES_NO:
            return answer if answer in _YES_NO else None
        case QuestionKind.CONSENT:
            return answer if answer in (_YES_NO[:1] if question.required else _YES_NO) else None
        case QuestionKind.DATE:
            try:
                return date.fromisoformat(answer).isoformat()
            except ValueError:
                return None
        case QuestionKind.SIGNATURE:
            return answer if 0 < len(answer) <= LONGEST_SIGNATURE and answer.isprintable() else None
        case _:
            return read_remark(answer) or None
