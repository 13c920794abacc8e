"""`POST /v1/members/lookup`: a member of another store, for a till where they stand.

Reads only, and takes nothing: a coupon is claimed when the sale is confirmed.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import select

from kiosk.domain.members.member import Member
from kiosk.domain.time import instant
from kiosk.hq.context import Caller, Context
from kiosk.hq.coupons.queries import coupon_facts, refunded
from kiosk.hq.reply import Reply, problem
from kiosk.hq.rows import found_by
from kiosk.hq.rows.publish import chunks, published_rows
from kiosk.hq.store.database import Tx
from kiosk.hq.store.schema import member_fact, published, redemption
from kiosk.hq.wire import claims
from kiosk.protocol.rows import SpentRow, encode_row
from kiosk.protocol.wire.messages import LookedUp, LookupAnswer, LookupRequest

MEMBERS_AT_MOST = 20
"""Who share a phone."""
COUPONS_AT_MOST = 500
_LONGEST = 64


def look_up(context: Context, tx: Tx, caller: Caller, request: LookupRequest) -> Reply:
    """Who was asked for, with their coupons and their history; what stands against a coupon."""
    now = context.clock.now_ms()
    asked = [one for one in (request.member, request.card, request.phone, request.coupon) if one is not None]
    texts = (*asked, *filter(None, (request.template, request.txn)))
    if len(asked) != 1 or not all(0 < len(text) <= _LONGEST and text.isprintable() for text in texts):
        return problem(400, "malformed", "one of member, card, phone and coupon, 1 to 64 printable characters", now)
    if not context.lookups.take(caller.device, context.settings.lookups_a_minute, context.clock.mono_ms()):
        return problem(429, "too_many", "look-ups are limited", now)
    code, args, owner, left = None, {}, request.member, None
    if request.coupon is not None:
        no = claims.would_refuse(tx, caller, request.coupon, request.template, request.txn, now)
        code, args = (no[0].value, no[1]) if no is not None else (None, {})
        left = claims.left_on(tx, caller, request.coupon, request.txn, now)
        facts = coupon_facts(tx, [request.coupon]).get(request.coupon)
        owner = facts.row.coupon.member if facts is not None else None
    found = tuple(_told(tx, member, home) for member, home in _homes(tx, _wanted(tx, request, owner)))
    answer = LookupAnswer(found=found, keep=context.settings.lookup_keep_s, time=now, code=code, args=args, left=left)
    return Reply(200, answer)


def _wanted(tx: Tx, request: LookupRequest, owner: str | None) -> list[str]:
    if owner is not None:
        return [owner]
    for word, value in ((found_by.by_card, request.card), (found_by.by_phone, request.phone)):
        if value is not None:
            return found_by.find(tx, "members", word(value), MEMBERS_AT_MOST)
    return []


def _homes(tx: Tx, members: Iterable[str]) -> list[tuple[Member, str]]:
    """Members that there are, with their home stores; for one who was merged into another, who stays."""
    rows = published_rows(tx, "members", members, Member)
    stays = {row.merged_into for _, row in rows.values()} - {""}
    rows = {name: one for name, one in rows.items() if not one[1].merged_into}
    rows |= published_rows(tx, "members", stays, Member)
    return [(row, store) for _id, (store, row) in sorted(rows.items())]


def _told(tx: Tx, member: Member, home: str) -> LookedUp:
    coupons = _rows(tx, home, "coupons", found_by.find(tx, "coupons", found_by.by_owner(member.id), COUPONS_AT_MOST))
    mine = select(member_fact.c.device, member_fact.c.hlc).where(member_fact.c.member == member.id)
    events = [f"{row.device}/{row.hlc:x}" for row in tx.execute(mine)]
    return LookedUp(
        member=encode_row(member).decode(),
        coupons=tuple(coupons),
        spent=tuple(encode_row(row).decode() for row in _spent(tx, member.id)),
        events=tuple(_rows(tx, home, "events", events)),
    )


def _rows(tx: Tx, store: str, subject: str, ids: Iterable[str]) -> list[str]:
    """Rows of a store as they are published."""
    found: list[Any] = []
    for piece in chunks(sorted(ids)):
        query = select(published.c.data).where(
            published.c.store == store, published.c.subject == subject, published.c.id.in_(piece)
        )
        found += tx.execute(query.where(published.c.data.is_not(None)).order_by(published.c.id)).scalars()
    return found


def _spent(tx: Tx, member: str) -> Iterable[SpentRow]:
    """Uses that stand, by this member, of any coupon."""
    query = select(redemption).where(redemption.c.member == member, redemption.c.state != "voided")
    rows = tx.execute(query.order_by(redemption.c.hlc, redemption.c.coupon)).all()
    back = refunded(tx, {row.coupon for row in rows})
    for row in rows:
        conflict = row.state == "conflict"
        units = max(0, row.units - back.get((row.at_store, row.coupon, row.txn), 0))
        place = (row.coupon, row.template, row.txn, row.device, row.at_store)
        yield SpentRow(*place, instant(row.at), row.member, conflict, units)
