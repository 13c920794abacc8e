"""What published members and coupons are found by, wherever they are at home: card, phone, owner.

Follows the rows in the transaction that publishes them. A member who moves has a row in one store and a deletion in
another, in either order: what is deleted there is found by nothing any more only where no other store has it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import msgspec
from sqlalchemy import delete, select

from kiosk.hq.store.database import Tx
from kiosk.hq.store.schema import CHAIN, found_by, published

_LONGEST = 140
_AT_ONCE = 500
SUBJECTS = ("members", "coupons")


def by_card(number: str) -> str:
    """The word of a card number."""
    return f"card/{number}"


def by_phone(phone: str) -> str:
    """The word of a phone, E.164."""
    return f"phone/{phone}"


def by_owner(member: str) -> str:
    """The word of a member's coupons."""
    return f"owner/{member}"


def find(tx: Tx, subject: str, word: str, limit: int) -> list[str]:
    """Ids of rows of a subject, in their order."""
    mine = (found_by.c.store == CHAIN) & (found_by.c.subject == subject) & (found_by.c.word == word)
    return list(tx.execute(select(found_by.c.id).where(mine).order_by(found_by.c.id).limit(limit)).scalars())


def follow(tx: Tx, subject: str, rows: Mapping[str, str | None]) -> None:
    """Rows of a subject were published (id → JSON; None: deleted)."""
    if subject not in SUBJECTS:
        return
    ids = sorted(rows)
    for at in range(0, len(ids), _AT_ONCE):
        piece = ids[at : at + _AT_ONCE]
        standing = {row_id: rows[row_id] for row_id in piece}
        gone = [row_id for row_id in piece if rows[row_id] is None]
        if gone:
            elsewhere = select(published.c.id, published.c.data).where(
                published.c.subject == subject, published.c.id.in_(gone), published.c.data.is_not(None)
            )
            standing.update({row.id: row.data for row in tx.execute(elsewhere)})
        mine = (found_by.c.store == CHAIN) & (found_by.c.subject == subject) & found_by.c.id.in_(piece)
        tx.execute(delete(found_by).where(mine))
        tx.insert_new(found_by, list(_rows(subject, standing)))


def _rows(subject: str, standing: Mapping[str, str | None]) -> Iterable[dict[str, str]]:
    for row_id, data in standing.items():
        for word in words_of(subject, data):
            yield {"store": CHAIN, "subject": subject, "word": word, "id": row_id}


def words_of(subject: str, data: str | None) -> list[str]:
    """What a row is found by; nothing for one that is deleted or cannot be read."""
    try:
        row: Any = msgspec.json.decode(data or "null")
        if subject == "members":
            pairs = [(by_card, row.get("card_no")), (by_phone, row.get("phone"))]
        else:
            pairs = [(by_owner, row["coupon"].get("member"))]
    except (msgspec.MsgspecError, AttributeError, KeyError, TypeError):
        return []
    words = [make(value) for make, value in pairs if isinstance(value, str) and value]
    return [word for word in words if len(word) <= _LONGEST]
