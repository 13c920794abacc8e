"""Telling pretix who came: each word of a desk once, by a nonce that follows from it, so that asking again counts
nothing twice; not even after HQ came back from a backup."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import and_, select, update

from kiosk.domain.guests.facts import (
    GUEST_LEFT,
    GUEST_SIGNED_IN,
    GUEST_UNDONE,
    LeftBody,
    SignedInBody,
    UndoneBody,
    read_said,
)
from kiosk.domain.time import instant
from kiosk.hq.context import Context
from kiosk.hq.guests import kept
from kiosk.hq.guests.tables import guest_kept, pretix_push
from kiosk.hq.guests_pretix.api import Pretix, Told
from kiosk.hq.guests_pretix.links import LinkSeen
from kiosk.hq.projections.guests import guest_said
from kiosk.hq.store.database import Tx

AT_ONCE = 50
"""Words sent between two looks at what else there is."""
_GATHERED = 1_000
_KINDS = (str(GUEST_SIGNED_IN), str(GUEST_LEFT), str(GUEST_UNDONE))
ENTRY, EXIT, ANNUL = "entry", "exit", "annul"
WAITING, DONE, REFUSED = "waiting", "done", "refused"
UNSAID, NO_TICKET = "undone_before", "no_ticket"
"""Why a word was not told: it was undone before pretix heard of it; pretix sold the guest nothing."""
_SETTLED = frozenset({UNSAID, NO_TICKET, "not_in", "not_there"})
"""There is nothing that pretix counts otherwise than the desks."""


@dataclass(frozen=True, slots=True)
class Word:
    """What is to be told. `of`: the word that is undone, as (device, stamp)."""

    device: str
    hlc: int
    what: str
    secret: str
    at: int
    tries: int = 0
    force: bool = False
    of: tuple[str, int] | None = None


def nonce(device: str, hlc: int) -> str:
    """By which pretix knows a word."""
    return f"{device}-{hlc:x}"


def gather(context: Context, tx: Tx, one: LinkSeen) -> int:
    """Words of desks that are to be told from now on; gives how many."""
    same = and_(
        pretix_push.c.store == guest_said.c.store,
        pretix_push.c.event == guest_said.c.event,
        pretix_push.c.device == guest_said.c.device,
        pretix_push.c.hlc == guest_said.c.hlc,
    )
    mine = (guest_said.c.store == one.store) & (guest_said.c.event == one.event) & guest_said.c.kind.in_(_KINDS)
    query = select(guest_said).join(pretix_push, same, isouter=True).where(mine, pretix_push.c.device.is_(None))
    rows = tx.execute(query.order_by(guest_said.c.hlc).limit(_GATHERED)).all()
    tx.insert_new(pretix_push, [_row(row, what) for row in rows if (what := _what(row))])
    return len(rows)


def _what(row: Any) -> str:
    said = read_said(row.kind, row.said)
    if isinstance(said, SignedInBody):
        return "" if said.zone or said.plus else ENTRY
    return EXIT if isinstance(said, LeftBody) else ANNUL


def _row(row: Any, what: str) -> dict[str, Any]:
    place = {"store": row.store, "event": row.event, "device": row.device, "hlc": row.hlc}
    return {**place, "guest": row.guest, "what": what, "state": WAITING, "why": "", "tries": 0, "at": row.at}


def send(context: Context, api: Pretix, one: LinkSeen) -> int:
    """Tell pretix of some words that wait, in their order; gives how many there were. Raises PretixFault."""
    with context.database.read() as tx:
        words = list(_waiting(tx, one))
    for word, settled in words:
        if settled is None:
            with context.database.write() as tx:  # it may have heard of it from now on, whatever becomes of the answer
                tx.execute(update(pretix_push).where(_row_of(one, word.device, word.hlc)).values(tries=word.tries + 1))
        told = settled or _tell(api, word)
        with context.database.write() as tx:
            _note(context, tx, one, word.device, word.hlc, told)
            if word.of is not None:
                _note(context, tx, one, *word.of, Told(taken=False, reason=UNSAID))
    return len(words)


def _row_of(one: LinkSeen, device: str, hlc: int) -> Any:
    mine = (pretix_push.c.store == one.store) & (pretix_push.c.event == one.event)
    return mine & (pretix_push.c.device == device) & (pretix_push.c.hlc == hlc)


def _tell(api: Pretix, word: Word) -> Told:
    at = instant(word.at).isoformat()
    if word.of is not None:
        return api.annul(nonce(*word.of), at)
    return api.came(word.secret, nonce(word.device, word.hlc), at, leaves=word.what == EXIT, force=word.force)


def _waiting(tx: Tx, one: LinkSeen) -> Iterator[tuple[Word, Told | None]]:
    """Words to be told, and what became of those that need not be."""
    mine = (pretix_push.c.store == one.store) & (pretix_push.c.event == one.event)
    query = select(pretix_push).where(mine, pretix_push.c.state == WAITING)
    rows = tx.execute(query.order_by(pretix_push.c.hlc, pretix_push.c.device).limit(AT_ONCE)).all()
    undone = {of for row in rows if (of := _of(tx, row)) is not None}
    for row in rows:
        of = _of(tx, row)
        if (row.device, row.hlc) in undone:
            continue  # its undoing settles both
        if of is not None:
            yield _undoing(tx, one, row, of)
            continue
        secret = _secret(tx, row)
        word = Word(row.device, row.hlc, row.what, secret, row.at, row.tries, _despite(tx, row))
        yield word, None if secret else Told(taken=False, reason=NO_TICKET)


def _undoing(tx: Tx, one: LinkSeen, row: Any, of: tuple[str, int]) -> tuple[Word, Told | None]:
    word = Word(row.device, row.hlc, ANNUL, "", row.at, row.tries, of=of)
    query = select(pretix_push.c.state, pretix_push.c.tries).where(_row_of(one, *of))
    state = tx.execute(query).one_or_none()
    if state is None or state.state == REFUSED:
        return word, Told(taken=False, reason=UNSAID)
    return word, Told(taken=False, reason=UNSAID) if state.state == WAITING and not state.tries else None


def _said(tx: Tx, row: Any) -> Any:
    mine = (guest_said.c.store == row.store) & (guest_said.c.event == row.event) & (guest_said.c.guest == row.guest)
    mine &= (guest_said.c.device == row.device) & (guest_said.c.hlc == row.hlc)
    found = tx.execute(select(guest_said.c.kind, guest_said.c.said).where(mine)).one_or_none()
    return None if found is None else read_said(found.kind, found.said)


def _of(tx: Tx, row: Any) -> tuple[str, int] | None:
    if row.what != ANNUL:
        return None
    said = _said(tx, row)
    device, _, stamp = said.of.rpartition("/") if isinstance(said, UndoneBody) else ("", "", "")
    try:
        return device, int(stamp, 16)
    except ValueError:
        return "", 0


def _despite(tx: Tx, row: Any) -> bool:
    """Whether somebody at the desk let them in all the same: then pretix does, too."""
    said = _said(tx, row)
    return isinstance(said, SignedInBody) and bool(said.despite)


def _secret(tx: Tx, row: Any) -> str:
    """The ticket's secret; "" for whom pretix sold none."""
    mine = (guest_kept.c.store == row.store) & (guest_kept.c.event == row.event) & (guest_kept.c.guest == row.guest)
    if tx.execute(select(guest_kept.c.at).where(mine)).first() is not None:
        return ""
    guest = kept.guest_of(tx, row.store, row.event, row.guest)
    return guest.codes[0] if guest is not None and guest.codes else ""


def _note(context: Context, tx: Tx, one: LinkSeen, device: str, hlc: int, told: Told) -> None:
    mine = _row_of(one, device, hlc) & (pretix_push.c.state == WAITING)
    state = DONE if told.taken or told.reason in _SETTLED else REFUSED
    values = {"state": state, "why": told.reason, "done_at": context.clock.now_ms()}
    tx.execute(update(pretix_push).where(mine).values(**values))


def refused(tx: Tx, event: str) -> list[tuple[str, str, str, int]]:
    """Words that pretix does not count: (guest, what, its reason, when said)."""
    mine = (pretix_push.c.event == event) & (pretix_push.c.state == REFUSED)
    rows = tx.execute(select(pretix_push).where(mine).order_by(pretix_push.c.at))
    return [(row.guest, row.what, row.why, row.at) for row in rows]
