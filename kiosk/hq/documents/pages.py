"""Papers that a customer's phone opens by a QR code instead of taking paper: kept for a while, under a name that nobody
guesses.

The terminal makes the name (32 random hex digits), so that its code can be shown before HQ has the paper. Whoever knows
the name may read it, as whoever holds a paper may.
"""

from __future__ import annotations

import re

from sqlalchemy import delete, func, select

from kiosk.domain.documents import blocks
from kiosk.domain.documents.blocks import Document
from kiosk.hq.context import Caller, Context
from kiosk.hq.reply import Reply, problem
from kiosk.hq.store.database import Tx
from kiosk.hq.store.schema import page
from kiosk.protocol.wire.messages import PageKept, PageRequest

KEPT_MS = 30 * 86_400_000
"""How long a page can be opened."""
MOST_BYTES = 400_000
"""Of a document as JSON: a card with a photo."""
MOST_A_DAY = 2_000
"""Pages of one terminal."""
_DAY_MS = 86_400_000
_FORGET_AT_ONCE = 200
_NAME = re.compile(r"[0-9a-f]{32}", re.ASCII)


def keep(context: Context, tx: Tx, caller: Caller, request: PageRequest) -> Reply:
    """Keep a paper. The same paper again changes nothing; another one under its name is refused."""
    now = context.clock.now_ms()
    if not _NAME.fullmatch(request.page) or len(request.document) > MOST_BYTES:
        return problem(400, "malformed", f"a page has 32 hex digits and at most {MOST_BYTES} bytes", now)
    try:
        blocks.read(request.document)
    except blocks.UnreadableDocument:
        return problem(400, "malformed", "that is no document", now)
    found = tx.execute(select(page).where(page.c.page == request.page)).one_or_none()
    if found is not None:
        same = (found.store, found.device, bytes(found.document)) == (caller.store, caller.device, request.document)
        if not same:
            return problem(409, "page_taken", "another paper has that name", now)
        return Reply(200, PageKept(until=found.until, time=now))
    mine = (page.c.store == caller.store) & (page.c.device == caller.device)
    today = tx.execute(select(func.count()).select_from(page).where(mine, page.c.at > now - _DAY_MS)).scalar_one()
    if today >= MOST_A_DAY:
        return problem(429, "too_many", "so many pages a day are kept of a terminal", now)
    _forget(tx, now)
    row = {"store": caller.store, "page": request.page, "device": caller.device, "at": now, "until": now + KEPT_MS}
    tx.insert_new(page, [{**row, "document": request.document}])
    return Reply(200, PageKept(until=now + KEPT_MS, time=now))


def _forget(tx: Tx, now: int) -> None:
    """What nobody may open any more, a few at a time."""
    over = select(page.c.store, page.c.page).where(page.c.until <= now).limit(_FORGET_AT_ONCE)
    for store, name in tx.execute(over).all():
        tx.execute(delete(page).where(page.c.store == store, page.c.page == name))


def document_of(context: Context, tx: Tx, name: str) -> Document | None:
    """The paper of a page; None: there is none, or none any more."""
    if not _NAME.fullmatch(name):
        return None
    query = select(page.c.document).where(page.c.page == name, page.c.until > context.clock.now_ms())
    kept = tx.execute(query).scalar_one_or_none()
    try:
        return blocks.read(bytes(kept)) if kept is not None else None
    except blocks.UnreadableDocument:  # of a newer program
        return None
