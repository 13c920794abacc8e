"""The queue of registrations that somebody at HQ looks at: what is in it, and what they say. Each word is a fact in
HQ's journal with the name of who said it; their free words stay beside it, where they can be erased."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import msgspec
from sqlalchemy import select, update

from kiosk.domain.journal.fit import fit_text
from kiosk.domain.members.masking import mask_name, mask_phone
from kiosk.domain.members.member import Member
from kiosk.domain.registration.facts import REGISTRATION_REVIEWED
from kiosk.domain.registration.person import Person, person_of
from kiosk.domain.registration.policy import SERVICE
from kiosk.domain.registration.reviewing import Asked, Rejected, Verdict
from kiosk.hq.campaigns.verdicts import say
from kiosk.hq.context import Context
from kiosk.hq.messages import outbox
from kiosk.hq.projections.registrations import member_word, registered
from kiosk.hq.registration import welcome
from kiosk.hq.registration.consents import SERVICE_LETTERS, agreed
from kiosk.hq.registration.persons import is_erased, person_row
from kiosk.hq.registration.questions import question
from kiosk.hq.rows.publish import published_rows
from kiosk.hq.store.database import Tx
from kiosk.hq.store.people import review
from kiosk.hq.store.schema import CHAIN

OPEN = ("waiting", "asked")
_MOST_NOTE = 500
_ASKED_MS = 7 * 86_400_000


class ReviewFault(ValueError):
    """It cannot be said; the text says why, to a person."""


@dataclass(frozen=True, slots=True)
class ReviewSeen:
    """A registration in the queue. Names and phones are masked, unless somebody looks at this one (`details`). Times
    are ms since 1970. `reasons`, `reason`: codes of `domain.registration`."""

    member: str
    name: str
    phone: str
    store: str
    device: str
    at: int
    actor: str
    channel: str
    referrer: str | None
    how: str
    campaign: str
    part: str
    proved: bool
    reasons: tuple[str, ...]
    state: str
    found_at: int
    decided_at: int | None
    decided_by: str
    reason: str
    note: str


def queue(tx: Tx, states: Sequence[str] | None = OPEN) -> list[ReviewSeen]:
    """Registrations in the queue, the oldest first; None: whatever became of them."""
    query = select(review).where(review.c.store == CHAIN)
    if states is not None:
        query = query.where(review.c.state.in_(states))
    rows = tx.execute(query.order_by(review.c.at, review.c.member)).all()
    people = published_rows(tx, "members", [row.member for row in rows], Member)
    found = []
    for row in rows:
        made = registered(tx, row.member)
        if made is not None:  # else it is undone
            member = people.get(row.member)
            name, phone = ("", "") if member is None else (mask_name(member[1].name), mask_phone(member[1].phone))
            found.append(_seen(row, made, name, phone, proved=_proved(tx, row.member, made)))
    return found


def one(tx: Tx, member: str) -> tuple[ReviewSeen, Person | None]:
    """One registration with all that is known of the person; somebody has to know whom they decide about. Raises
    ReviewFault."""
    made = _made(tx, member)
    row = tx.execute(select(review).where(review.c.store == CHAIN, review.c.member == member)).one_or_none()
    kept = person_row(tx, member)
    who = None if kept is None else person_of(bytes(kept.data))
    name, phone = ("", "") if who is None else (who.name, who.phone)
    return _seen(row, made, name, phone, proved=_proved(tx, member, made)), who


def approve(context: Context, tx: Tx, member: str, by: str, note: str = "") -> None:
    """It is as good as a registration that nobody had to look at: what was held is given. Raises ReviewFault."""
    _decide(context, tx, member, Verdict.APPROVED, "", by, note)


def reject(context: Context, tx: Tx, member: str, reason: Rejected, by: str, note: str = "") -> None:
    """It is as if it had not been; what was used stays used. Raises ReviewFault."""
    _decide(context, tx, member, Verdict.REJECTED, reason.value, by, note)
    outbox.withdraw(tx, member, SERVICE_LETTERS)


def ask(context: Context, tx: Tx, member: str, what: Asked, by: str, note: str = "") -> int:
    """Ask the customer something; they see it at every terminal, and get a letter if they agreed to letters. `note`:
    the question in one's own words, which is what the letter says then. Gives how many letters go out. Raises
    ReviewFault."""
    if what is Asked.OTHER and not note.strip():
        raise ReviewFault("say what is asked: --note")
    _decide(context, tx, member, Verdict.ASKED, what.value, by, note)
    kept = person_row(tx, member)
    if kept is None or not agreed(tx, member, SERVICE):
        return 0
    who = person_of(bytes(kept.data))
    _store, row = published_rows(tx, "members", [member], Member)[member]
    now = context.clock.now_ms()
    words = {"question": note.strip() or question(what).get(who.language)}
    letters = welcome.letters(tx, "asked", who, row, words, now + _ASKED_MS, once=False)
    return sum(outbox.put(context, tx, letter) is not None for letter in letters)


def _decide(context: Context, tx: Tx, member: str, verdict: Verdict, reason: str, by: str, note: str) -> None:
    if not by.strip() or not fit_text(by, 64) or not by.isprintable():
        raise ReviewFault("say who decides: --by")
    note = " ".join(note.split())
    if not fit_text(note, _MOST_NOTE) or not note.isprintable():
        raise ReviewFault(f"a note has at most {_MOST_NOTE} printable characters")
    tx.hold([f"member/{member}"])
    made = _made(tx, member)
    if is_erased(tx, member):
        raise ReviewFault(f"{member} is erased")
    now = context.clock.now_ms()
    row = tx.execute(select(review).where(review.c.store == CHAIN, review.c.member == member)).one_or_none()
    if row is not None and row.state == verdict.value and verdict is not Verdict.ASKED:
        raise ReviewFault(f"{member} was {row.state} already, by {row.decided_by}")
    said = {"state": verdict.value, "decided_at": now, "decided_by": by, "reason": reason, "note": note}
    if row is None:
        tx.insert_new(
            review, [{"store": CHAIN, "member": member, "home": made.store, "reasons": "[]", "at": now, **said}]
        )
    else:
        tx.execute(update(review).where(review.c.store == CHAIN, review.c.member == member).values(said))
    say(context, tx, REGISTRATION_REVIEWED, {"member": member, "verdict": verdict.value, "reason": reason, "by": by})


def _made(tx: Tx, member: str) -> Any:
    made = registered(tx, member)
    if made is None:
        raise ReviewFault(f"no such registration: {member} (`kiosk hq review list --all`)")
    return made


def _proved(tx: Tx, member: str, made: Any) -> bool:
    said = select(member_word.c.hlc).where(member_word.c.member == member, member_word.c.what == "proved")
    return bool(made.proved) or tx.execute(said.limit(1)).first() is not None


def _seen(row: Any, made: Any, name: str, phone: str, *, proved: bool) -> ReviewSeen:
    reasons = () if row is None else msgspec.json.decode(row.reasons, type=tuple[str, ...])
    decided: tuple[Any, ...] = ("none", made.at, None, "", "", "")
    if row is not None:
        decided = (row.state, row.at, row.decided_at, row.decided_by, row.reason, row.note)
    return ReviewSeen(
        made.member, name, phone, made.store, made.device, made.at, made.actor, made.channel, made.referrer, made.how,
        made.campaign, made.part, proved, reasons, *decided,
    )  # fmt: skip
