"""A member's right to their data: all that HQ has of them, and that it goes.

What goes: the person; the name, phone, card, birthday and household of their row (in every terminal that has it, with
its next contact); letters, codes, free words of reviews, snapshots of the row. What stays, by id: facts, points, money,
coupons; nothing of it says who they were.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from typing import Any

import msgspec
from sqlalchemy import delete, select, update

from kiosk.domain.journal.facts import FactError, decode
from kiosk.domain.members.member import Member
from kiosk.domain.registration.facts import MEMBER_ERASED
from kiosk.domain.registration.person import person_of
from kiosk.hq.campaigns.points import standing_points
from kiosk.hq.campaigns.queries import standing_rewards
from kiosk.hq.campaigns.verdicts import say
from kiosk.hq.context import Context
from kiosk.hq.draws import people as draw_people
from kiosk.hq.guests import feedback
from kiosk.hq.guests import kept as guests
from kiosk.hq.members.kinship import Kin
from kiosk.hq.messages import outbox
from kiosk.hq.projections.registrations import member_word, registration
from kiosk.hq.put_rows import put_rows
from kiosk.hq.registration import codes
from kiosk.hq.registration.consents import consents_of
from kiosk.hq.registration.persons import is_erased, person_row
from kiosk.hq.registration.policy import texts_ever
from kiosk.hq.rows import found_by, snapshot_files
from kiosk.hq.rows.buckets import Bucket
from kiosk.hq.rows.publish import RowChange, published_rows
from kiosk.hq.store.database import Tx
from kiosk.hq.store.people import message, person, remark, review
from kiosk.hq.store.schema import CHAIN, fact, member_fact, published

WHY = ("asked", "unused", "by_law")
_LOOKED_AT = 50


class MemberFault(ValueError):
    """It cannot be done; the text says why, to a person."""


@dataclass(frozen=True, slots=True)
class MemberSeen:
    """A member as HQ knows them: their row, where they are at home, and who is one with them."""

    row: Member
    store: str
    same: tuple[str, ...]
    erased: bool


def find(tx: Tx, said: str) -> list[MemberSeen]:
    """Members by id, card number or phone (E.164)."""
    ids = {said, *found_by.find(tx, "members", found_by.by_card(said), _LOOKED_AT)}
    ids |= set(found_by.find(tx, "members", found_by.by_phone(said), _LOOKED_AT))
    return [_member(tx, row, store) for _id, (store, row) in sorted(published_rows(tx, "members", ids, Member).items())]


def _member(tx: Tx, row: Member, store: str) -> MemberSeen:
    return MemberSeen(row, store, tuple(sorted(_group(tx, row) - {row.id})), is_erased(tx, row.id))


def _group(tx: Tx, row: Member) -> set[str]:
    """Everybody who is one with a member."""
    return Kin(tx, [row.id]).all_of([row.id]) | {row.id}


def known(tx: Tx, member: str) -> MemberSeen:
    """A member by id. Raises MemberFault."""
    found = published_rows(tx, "members", [member], Member).get(member)
    if found is None:
        raise MemberFault(f"no such member: {member} (`kiosk hq members find` takes a phone, a card, an id)")
    return _member(tx, found[1], found[0])


def erase(context: Context, tx: Tx, member: str, why: str, by: str) -> list[str]:
    """Forget who a member is, with everybody who is one with them. Gives their ids. Raises MemberFault."""
    if why not in WHY or not by.strip():
        raise MemberFault("say why, and who decides: --why, --by")
    seen = known(tx, member)
    if seen.erased:
        raise MemberFault(f"{member} is erased already")
    ids = sorted({member, *seen.same})
    tx.hold(f"member/{one}" for one in ids)
    guests.forget_members(context, tx, ids)
    for one, (store, row) in sorted(published_rows(tx, "members", ids, Member).items()):
        if row.phone:
            codes.forget_phone(context, tx, row.phone)
        outbox.forget(tx, one)
        draw_people.forget(tx, [one])
        tx.execute(delete(person).where(person.c.member == one))
        tx.execute(delete(remark).where(remark.c.member == one))
        tx.execute(update(review).where(review.c.store == CHAIN, review.c.member == one).values(note=""))
        put_rows(context, tx, [RowChange(Bucket(store, "members"), one, nobody(row))])
        snapshot_files.forget(context.folder, tx, Bucket(store, "members"))
        say(context, tx, MEMBER_ERASED, {"member": one, "why": why, "by": by})
    return ids


def nobody(row: Member) -> Member:
    """A row that says of nobody who it was."""
    return replace(row, name="", phone="", birthday=None, household="", card_no="", tags=())


def export(context: Context, tx: Tx, member: str) -> dict[str, Any]:
    """All that HQ has of a member, as plain values. Raises MemberFault."""
    seen = known(tx, member)
    ids = sorted({member, *seen.same})
    texts = texts_ever(tx)
    kept = {one: person_row(tx, one) for one in ids}
    rows = published_rows(tx, "members", ids, Member)
    lists = guests.lists_with(tx, ids)
    return {
        "member": member,
        "same_person": list(seen.same),
        "person": {one: msgspec.to_builtins(person_of(bytes(row.data))) for one, row in kept.items() if row},
        "rows": [msgspec.to_builtins(row) | {"store": store} for _id, (store, row) in sorted(rows.items())],
        "registrations": _plain(tx, registration, ids, ("person",)),
        "consents": [
            asdict(one) | {"text": msgspec.to_builtins(texts.get(f"{one.purpose}/{one.version}"))}
            for one in consents_of(tx, ids)
        ],
        "reviews": _plain(tx, review, ids, ("home",)),
        "said": _plain(tx, member_word, ids, ()),
        "remarks": _plain(tx, remark, ids, ("commitment",)),
        "rewards": [asdict(one) for one in standing_rewards(tx) if one.member in ids],
        "points": asdict(standing_points(context, tx, Kin(tx, [member]).root(member))),
        "coupons": _coupons(tx, ids),
        "letters": _plain(tx, message, ids, ("words", "recipient", "urgent", "next_at", "until")),
        "events": [msgspec.to_builtins(one) for one in lists],
        "feedback": [asdict(one) for one in feedback.of_guests(tx, lists)],
        "history": _history(tx, ids),
        "time": context.clock.now_ms(),
    }


def _plain(tx: Tx, table: Any, ids: list[str], without: tuple[str, ...]) -> list[dict[str, Any]]:
    rows = tx.execute(select(table).where(table.c.member.in_(ids))).mappings().all()
    return [{name: value for name, value in row.items() if name not in without} for row in rows]


def _coupons(tx: Tx, ids: list[str]) -> list[Any]:
    found: list[Any] = []
    for one in ids:
        names = found_by.find(tx, "coupons", found_by.by_owner(one), 10_000)
        query = select(published.c.data).where(published.c.subject == "coupons", published.c.id.in_(names))
        found += [msgspec.json.decode(data)["coupon"] for data in tx.execute(query).scalars() if data]
    return found


def _history(tx: Tx, ids: list[str]) -> list[dict[str, Any]]:
    """Every fact that touches them, as it was journalled, by time."""
    same = (fact.c.store == member_fact.c.store) & (fact.c.device == member_fact.c.device)
    same &= (fact.c.epoch == member_fact.c.epoch) & (fact.c.seq == member_fact.c.seq)
    columns = (fact.c.store, fact.c.device, fact.c.raw, fact.c.at, fact.c.hlc)  # sorted by what is told apart
    query = select(*columns).join(member_fact, same)
    query = query.where(member_fact.c.member.in_(ids)).distinct().order_by(fact.c.at, fact.c.device, fact.c.hlc)
    found = []
    for row in tx.execute(query):
        try:
            one = decode(bytes(row.raw))
        except FactError:
            continue
        found.append(
            {"store": row.store, "device": row.device, "at": one.corrected_ms, "kind": one.kind, "body": dict(one.body)}
        )
    return found
