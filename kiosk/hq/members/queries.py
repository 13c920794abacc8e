"""What HQ knows of members: where they are at home, who recommended them."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import select

from kiosk.hq.rows.publish import chunks
from kiosk.hq.store.database import Tx
from kiosk.hq.store.schema import CHAIN, published, referral


def homes(tx: Tx, members: Iterable[str]) -> dict[str, str]:
    """Home stores of members that HQ has rows of."""
    found: dict[str, str] = {}
    for ids in chunks(sorted(set(members))):
        query = select(published.c.id, published.c.store).where(
            published.c.subject == "members", published.c.id.in_(ids), published.c.data.is_not(None)
        )
        found.update({row.id: row.store for row in tx.execute(query)})
    return found


def referrers(tx: Tx, members: Iterable[str]) -> dict[str, str]:
    """Who recommended these members, where anybody did."""
    found: dict[str, str] = {}
    for ids in chunks(sorted(set(members))):
        query = select(referral.c.member, referral.c.referrer)
        mine = (referral.c.store == CHAIN) & referral.c.member.in_(ids)
        found.update({row.member: row.referrer for row in tx.execute(query.where(mine))})
    return found
