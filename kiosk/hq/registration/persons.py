"""Who registered (`POST /v1/persons`): kept beside the journal, published to the home store, and told apart.

A fact commits to a person and says nothing of them; the person comes behind it, and is kept only when the commitment
holds. From then on they are a member: their row goes to the store, a welcome to them. Whoever has the same phone and
the same name is the same person, wherever and whenever they registered; who has the phone and another name shares a
household, until many do, or a reward is in it: then somebody looks.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from sqlalchemy import select

from kiosk.domain.journal.fit import fit_text
from kiosk.domain.members.member import Member, day_of
from kiosk.domain.registration.names import read_name
from kiosk.domain.registration.person import (
    SALT_BYTES,
    Person,
    canonical,
    card_of,
    commitment_of,
    member_row,
    person_of,
    phone_keys,
)
from kiosk.domain.registration.reviewing import Suspicion
from kiosk.domain.texts import LANGUAGES
from kiosk.domain.time import instant
from kiosk.hq.context import Caller, Context
from kiosk.hq.members.proofs import is_doubtful
from kiosk.hq.members.queries import homes
from kiosk.hq.members.reviews import consider, policy
from kiosk.hq.messages.settings import is_address
from kiosk.hq.projections.registrations import member_word, registered
from kiosk.hq.put_rows import put_rows
from kiosk.hq.registration import welcome
from kiosk.hq.registration.merging import merge
from kiosk.hq.registration.same_name import same_name
from kiosk.hq.reply import Reply, problem
from kiosk.hq.rows import found_by
from kiosk.hq.rows.buckets import Bucket
from kiosk.hq.rows.publish import RowChange, published_rows
from kiosk.hq.store.database import Tx
from kiosk.hq.store.people import person
from kiosk.hq.store.schema import CHAIN, due_member
from kiosk.protocol.wire.messages import PersonRecord, PersonsAnswer, PersonsRequest

AT_ONCE = 50
_MOST_BYTES = 8 * 1024
_LONGEST_ID = 64
_A_HOUSEHOLD = 4
"""So many of different names may share a phone without anybody looking, when no reward is in it."""
_LOOKED_AT = 50
_E164 = re.compile(r"\+[1-9][0-9]{6,14}", re.ASCII)


def told(context: Context, tx: Tx, caller: Caller, request: PersonsRequest) -> Reply:
    """`POST /v1/persons`."""
    now = context.clock.now_ms()
    if len(request.persons) > AT_ONCE:
        return problem(413, "too_many", f"at most {AT_ONCE} at a time", now)
    kept: list[str] = []
    refused: dict[str, str] = {}
    for record in request.persons:
        why = _told(context, tx, caller.store, record)
        if why is None:
            kept.append(record.member)
        else:
            refused[record.member] = why
    return Reply(200, PersonsAnswer(kept=tuple(dict.fromkeys(kept)), refused=refused, time=now))


def _told(context: Context, tx: Tx, store: str, record: PersonRecord) -> str | None:
    return take(context, tx, store, record.member, record.salt, record.data)


def having(context: Context, tx: Tx, phone: str) -> list[tuple[str, str]]:
    """Members with a phone (E.164), and their home stores; who are one with somebody else is not named."""
    del context
    ids = found_by.find(tx, "members", found_by.by_phone(phone), _LOOKED_AT)
    rows = published_rows(tx, "members", ids, Member)
    return [(one, store) for one, (store, row) in sorted(rows.items()) if not row.merged_into]


def take(context: Context, tx: Tx, store: str, member: str, salt: bytes, data: bytes) -> str | None:
    """Keep the person of a registration that HQ has of this store (HQ's own are its home store's): publish their row,
    tell them apart, welcome them. Gives why not, as `PersonsAnswer.refused`."""
    record = PersonRecord(member=member, salt=salt, data=data)
    if not 0 < len(member) <= _LONGEST_ID or "\0" in member or not fit_text(member):
        return "unreadable"
    tx.hold([f"member/{record.member}"])
    if is_erased(tx, record.member):
        return "erased"
    found = registered(tx, record.member, store)
    if found is None or not found.person:
        return "elsewhere" if set(homes(tx, [record.member]).values()) - {store} else "unknown"
    if len(record.salt) != SALT_BYTES or len(record.data) > _MOST_BYTES:
        return "unreadable"
    if commitment_of(record.salt, record.data) != found.person:
        return "wrong"
    if person_row(tx, record.member) is not None:
        return None  # told before; the answer got lost
    try:
        who = person_of(record.data)
    except ValueError:
        return "unreadable"
    if who.member != record.member or not is_sound(who):
        return "unreadable"
    if homes(tx, [record.member]):
        return "elsewhere"
    keep(context, tx, store, who, record.salt, found)
    return None


def keep(context: Context, tx: Tx, store: str, who: Person, salt: bytes, found: Any) -> Member:
    """Keep a person whose registration in `store` (`found`: its row) HQ has: publish them, tell them apart, welcome
    them. Gives the member's row."""
    now = context.clock.now_ms()
    tx.hold([f"phone/{who.phone}"])
    others = sharing(tx, who)
    row = _row(tx, who, store, found.at)
    tx.insert_new(
        person,
        [
            {
                "store": store,
                "member": who.member,
                "salt": salt,
                "data": canonical(who),
                "card_no": row.card_no,
                "at": now,
            }
        ],
    )
    put_rows(context, tx, [RowChange(Bucket(store, "members"), who.member, row)])
    _count_again(tx, [who.member, *([found.referrer] if found.referrer else []), *(one.id for one in others)], now)
    known = _same_person(context, tx, who, others)
    reasons = _reasons(context, tx, who, found, others, known=known)
    if reasons:
        consider(tx, who.member, store, reasons, now)
    if not known:
        welcome.send(context, tx, who, row, found.at)
    return row


def _row(tx: Tx, who: Person, store: str, at: int) -> Member:
    """The row of a newcomer, with a card number that nobody else has, and HQ's own key of their household."""
    household, _family = phone_keys(policy(tx).key, who.phone)
    row = replace(member_row(who, store, instant(at)), household=household)
    again = 0
    while set(found_by.find(tx, "members", found_by.by_card(row.card_no), 2)) - {who.member}:
        again += 1
        row = replace(row, card_no=card_of(who.member, again))
    return row


def sharing(tx: Tx, who: Person) -> list[Member]:
    """Other members with this phone, those who are not one with somebody already; in the order of when they joined."""
    ids = found_by.find(tx, "members", found_by.by_phone(who.phone), _LOOKED_AT)
    rows = [row for _store, row in published_rows(tx, "members", ids, Member).values()]
    mine = [one for one in rows if one.id != who.member and one.phone == who.phone and not one.merged_into]
    return sorted(mine, key=lambda one: (one.joined, one.id))


def _same_person(context: Context, tx: Tx, who: Person, others: list[Member]) -> bool:
    """Whether somebody with this phone and name is there already; then they are one from now on."""
    same = [one for one in others if same_name(one.name, who.name)]
    for one in same:  # who registered first stays, whoever was told first
        merge(context, tx, one.id, who.member, "same_phone")
    return bool(same)


def _reasons(context: Context, tx: Tx, who: Person, found: Any, others: list[Member], *, known: bool) -> list[str]:
    """What HQ finds in a registration beside what its terminal found."""
    reasons = []
    strangers = [one for one in others if not same_name(one.name, who.name)]
    if strangers and not known and (found.referrer or len(strangers) >= _A_HOUSEHOLD):
        reasons.append(Suspicion.SAME_PHONE.value)
    proved_at = found.at if found.proved else _proved_at(tx, who.member)
    if proved_at is not None and is_doubtful(context, tx, who.phone, proved_at):
        reasons.append(Suspicion.UNPROVED_CLAIM.value)
    return reasons


def _proved_at(tx: Tx, member: str) -> int | None:
    """When a terminal said, after the registration, that a code came back."""
    mine = (member_word.c.member == member) & (member_word.c.what == "proved") & (member_word.c.reason == "code")
    found: int | None = tx.execute(select(member_word.c.at).where(mine).order_by(member_word.c.hlc).limit(1)).scalar()
    return found


def _count_again(tx: Tx, members: list[str], now: int) -> None:
    """What a phone and a household say changes what the rules give."""
    rows = [{"store": CHAIN, "device": "hq", "member": one, "since": now} for one in dict.fromkeys(members)]
    tx.insert_new(due_member, rows)


def person_row(tx: Tx, member: str) -> Any:
    """What HQ keeps of a person; None: nothing."""
    return tx.execute(select(person).where(person.c.member == member).limit(1)).one_or_none()


def is_erased(tx: Tx, member: str) -> bool:
    """Whether HQ has erased them."""
    mine = (member_word.c.store == CHAIN) & (member_word.c.member == member) & (member_word.c.what == "erased")
    return tx.execute(select(member_word.c.hlc).where(mine).limit(1)).first() is not None


def is_sound(who: Person) -> bool:
    """Whether a person is one that our program would have kept. What a terminal commits to may be anything."""
    if not _E164.fullmatch(who.phone) or not _is_name(who.name) or who.language not in LANGUAGES:
        return False
    if who.birthday is not None and day_of(who.birthday) is None:
        return False
    if who.email is not None and not is_address(who.email):
        return False
    if who.guardian is None:
        return True
    decides = who.guardian
    named = _is_name(decides.name) and len(decides.relation) <= 64
    return named and _E164.fullmatch(decides.phone) is not None and decides.relation.isprintable()


def _is_name(text: str) -> bool:
    read = read_name(text)
    return read.problem is None and read.name == text
