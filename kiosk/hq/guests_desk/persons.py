"""Who guests are whom desks put on lists (`POST /v1/guests`), and what guests wrote: kept beside the journal when the
fact that commits to them is here, and told to the store's other terminals."""

from __future__ import annotations

from sqlalchemy import select

from kiosk.domain.guests.attendance import order
from kiosk.domain.guests.facts import AddedBody, AnsweredBody
from kiosk.domain.guests.person import MOST_BYTES, SALT_BYTES, GuestPerson, commitment_of, person_of
from kiosk.domain.journal.fit import fit_text
from kiosk.hq.context import Caller, Context
from kiosk.hq.guests import kept
from kiosk.hq.guests.kept import Kept
from kiosk.hq.guests.tables import guest_kept, guest_text
from kiosk.hq.projections.guests import follow_list, words_in
from kiosk.hq.reply import Reply, problem
from kiosk.hq.store.database import Tx
from kiosk.protocol.wire.messages import GuestRecord, GuestsAnswer, GuestsRequest, GuestTextRecord

AT_ONCE = 500
_MOST_TEXT = 4_000
_LONGEST_ID = 64


def told(context: Context, tx: Tx, caller: Caller, request: GuestsRequest) -> Reply:
    """`POST /v1/guests`."""
    now = context.clock.now_ms()
    if len(request.guests) + len(request.texts) > AT_ONCE:
        return problem(413, "too_many", f"at most {AT_ONCE} at a time", now)
    taken: list[str] = []
    changed: list[tuple[str, str]] = []
    refused: dict[str, str] = {}
    events: dict[str, Kept | None] = {}
    for record in request.guests:
        why = "unreadable"
        if _is_id(record.event) and _is_id(record.guest):
            if record.event not in events:
                events[record.event] = kept.kept(tx, record.event)
            why = _take(context, tx, caller.store, record, events[record.event], changed)
        name = f"{record.event}/{record.guest}"
        if why:
            refused[name] = why
        else:
            taken.append(name)
    follow_list(context, tx, caller.store, changed)
    texts, texts_refused = [], {}
    for text in request.texts:
        if len(text.salt) != SALT_BYTES or not fit_text(text.text, _MOST_TEXT):
            continue  # nobody could say which was meant
        name = commitment_of(text.salt, text.text.encode())
        why = _take_text(context, tx, caller.store, text, name)
        if why:
            texts_refused[name] = why
        else:
            texts.append(name)
    answer = GuestsAnswer(
        kept=tuple(taken), refused=refused, texts_kept=tuple(texts), texts_refused=texts_refused, time=now
    )
    return Reply(200, answer)


def _take(
    context: Context,
    tx: Tx,
    store: str,
    record: GuestRecord,
    event: Kept | None,
    changed: list[tuple[str, str]],
) -> str:
    """Keep a guest, and note that they changed; "", or why not."""
    if event is not None and (event.store != store or event.forgotten_at is not None):
        return "over"
    if len(record.salt) != SALT_BYTES or len(record.data) > MOST_BYTES:
        return "unreadable"
    said = [one for one in words_in(tx, store, record.event, record.guest) if isinstance(one.said, AddedBody)]
    if not said:
        return "unknown"
    proofs = {one.said.person: order(one) for one in said if isinstance(one.said, AddedBody)}
    proof = commitment_of(record.salt, record.data)
    if proof not in proofs:
        return "wrong"
    mine = (guest_kept.c.store == store) & (guest_kept.c.event == record.event) & (guest_kept.c.guest == record.guest)
    there = tx.execute(select(guest_kept.c.salt, guest_kept.c.data).where(mine)).one_or_none()
    if there is not None:
        known = proofs.get(commitment_of(bytes(there.salt), bytes(there.data)))
        if known is not None and known >= proofs[proof]:
            return ""  # told before, or as they were before
    try:
        person = person_of(record.data)
    except ValueError:
        return "unreadable"
    if (person.event, person.guest) != (record.event, record.guest) or not _is_sound(person):
        return "unreadable"
    row = {"store": store, "event": record.event, "guest": record.guest}
    tx.upsert(guest_kept, [{**row, "salt": record.salt, "data": record.data, "at": context.clock.now_ms()}])
    changed.append((record.event, record.guest))
    return ""


def _take_text(context: Context, tx: Tx, store: str, record: GuestTextRecord, name: str) -> str:
    if not all(map(_is_id, (record.event, record.guest, record.question))) or len(record.text) > _MOST_TEXT:
        return "unreadable"
    if "\0" in record.text or not fit_text(record.text, _MOST_TEXT):
        return "unreadable"
    event = kept.kept(tx, record.event)
    if event is not None and (event.store != store or event.forgotten_at is not None):
        return "over"
    said = [one.said for one in words_in(tx, store, record.event, record.guest) if isinstance(one.said, AnsweredBody)]
    if not any(one.texts.get(record.question) == name for one in said):
        return "unknown"
    row = {"store": store, "commitment": name, "event": record.event, "guest": record.guest}
    more = {"question": record.question, "text": record.text, "at": context.clock.now_ms()}
    tx.insert_new(guest_text, [{**row, **more}])
    return ""


def _is_id(text: str) -> bool:
    return 0 < len(text) <= _LONGEST_ID and "/" not in text and text.isprintable() and fit_text(text)


def _is_sound(person: GuestPerson) -> bool:
    """Whether a database can keep it. What a terminal commits to may be anything."""
    texts = [person.name, person.name_sounds, person.phone, person.email, person.company, person.note, person.ticket]
    texts += person.codes
    texts += [part for answer in person.answers for part in answer]
    return all("\0" not in one and fit_text(one, MOST_BYTES) for one in texts)
