"""Which events' tickets pretix sells: where, and how it goes. The token lies in the key store."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import msgspec
from sqlalchemy import delete, func, select, update

from kiosk.domain.journal.kinds import SETTING_CHANGED
from kiosk.hq import journalling
from kiosk.hq.context import Context
from kiosk.hq.guests.tables import pretix_link, pretix_push
from kiosk.hq.guests_desk.events import EventsFault, seen
from kiosk.hq.guests_pretix.api import Fault, Link, problem_of
from kiosk.hq.store.database import Tx

TOPIC = "pretix"
_FIRST_MS, _MOST_MS = 15_000, 10 * 60_000
_TO_MEND = (Fault.TOKEN, Fault.NOT_FOUND, Fault.CERTIFICATE)


@dataclass(frozen=True, slots=True)
class LinkSeen:
    """An event that pretix sells tickets to. Times in ms; `why`: a `Fault`, "" where all is well; `waiting`, `done`,
    `refused`: words of desks."""

    store: str
    event: str
    link: Link
    pulled_at: int | None
    failed_at: int | None
    why: str
    next_at: int
    failures: int
    waiting: int = 0
    done: int = 0
    refused: int = 0


def token_of(context: Context, event: str) -> str:
    """The token for an event, "" for none."""
    return (context.vault.get(_vault(event)) or b"").decode()


def _vault(event: str) -> str:
    return f"hq-pretix-{event}"


def put(context: Context, tx: Tx, event: str, link: Link | None, token: str | None, by: str) -> None:
    """An event's tickets are sold there (None: nowhere any more). `token` None: as it was. Raises EventsFault."""
    found = seen(tx, event)
    if link is None:
        for table in (pretix_link, pretix_push):
            tx.execute(delete(table).where(table.c.store == found.store, table.c.event == event))
        context.vault.put(_vault(event), b"")
    else:
        problem = problem_of(link)
        if problem:
            raise EventsFault(problem)
        if token is not None:
            context.vault.put(_vault(event), token.encode())
        if not token_of(context, event):
            raise EventsFault("pretix gives a token in its team's settings: --token-from-stdin")
        row = {"store": found.store, "event": event, "said": msgspec.json.encode(link).decode()}
        start: dict[str, Any] = {"pulled_at": None, "failed_at": None, "why": "", "next_at": 0, "failures": 0}
        tx.upsert(pretix_link, [{**row, **start}])
    tx.touch(TOPIC)
    where = "" if link is None else link.url[:128]
    about = {"what": "event_pretix", "event": event, "store": found.store, "url": where, "by": by[:64]}
    journalling.append(context, tx, SETTING_CHANGED, about)


def links(tx: Tx, event: str | None = None) -> list[LinkSeen]:
    """All of them, by the events' ids, or one event's."""
    query = select(pretix_link).order_by(pretix_link.c.event)
    if event is not None:
        query = query.where(pretix_link.c.event == event)
    return [_seen(tx, row) for row in tx.execute(query).all()]


def _seen(tx: Tx, row: Any) -> LinkSeen:
    mine = (pretix_push.c.store == row.store) & (pretix_push.c.event == row.event)
    query = select(pretix_push.c.state, func.count()).where(mine).group_by(pretix_push.c.state)
    counts = {state: int(count) for state, count in tx.execute(query)}
    return LinkSeen(
        row.store, row.event, msgspec.json.decode(row.said, type=Link), row.pulled_at, row.failed_at, row.why,
        row.next_at, row.failures, counts.get("waiting", 0), counts.get("done", 0), counts.get("refused", 0),
    )  # fmt: skip


def went_well(context: Context, tx: Tx, one: LinkSeen, *, pulled: bool, next_ms: int) -> None:
    """It answered; the list is whole (`pulled`)."""
    now = context.clock.now_ms()
    values: dict[str, Any] = {"why": "", "failures": 0, "next_at": now + next_ms}
    _update(tx, one, values | ({"pulled_at": now} if pulled else {}))


def went_wrong(context: Context, tx: Tx, one: LinkSeen, fault: Fault, after_ms: int = 0) -> None:
    """It did not; it is left alone for a while."""
    now = context.clock.now_ms()
    usual = _MOST_MS if fault in _TO_MEND else min(_MOST_MS, _FIRST_MS << min(one.failures, 6))
    values = {"why": fault.value, "failed_at": now, "failures": one.failures + 1, "next_at": now + max(usual, after_ms)}
    _update(tx, one, values)


def _update(tx: Tx, one: LinkSeen, values: dict[str, Any]) -> None:
    mine = (pretix_link.c.store == one.store) & (pretix_link.c.event == one.event)
    tx.execute(update(pretix_link).where(mine).values(**values))
