"""Who registered where, how they came, what they agreed to, and what HQ said of it.

Nothing of it is anybody's name or phone: those lie in the table `person`, which does not follow from facts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

import msgspec
from sqlalchemy import BigInteger, Column, Index, MetaData, Table, Text, select

from kiosk.domain.members.facts import MEMBER_REGISTERED, Registered
from kiosk.domain.members.member import Member
from kiosk.domain.registration.facts import (
    MEMBER_CONSENTED,
    MEMBER_ERASED,
    PHONE_PROVED,
    REGISTRATION_REVIEWED,
    ConsentedBody,
    ErasedBody,
    ProvedBody,
    ReviewedBody,
)
from kiosk.domain.registration.person import member_row, person_of, phone_keys
from kiosk.domain.registration.reviewing import Suspicion
from kiosk.domain.time import instant
from kiosk.hq.context import Caller, Context
from kiosk.hq.journal.reading import ReadFact
from kiosk.hq.members.proofs import is_doubtful
from kiosk.hq.members.reviews import consider, policy
from kiosk.hq.projections import histories
from kiosk.hq.projections.projection import Projection, Run
from kiosk.hq.rows.buckets import Bucket
from kiosk.hq.rows.publish import RowChange, publish, published_rows
from kiosk.hq.store.columns import ID, WHOLE, key
from kiosk.hq.store.database import Tx
from kiosk.hq.store.people import person
from kiosk.hq.store.schema import CHAIN

metadata = MetaData()
_SETTLED_AT_ONCE = 200


def _from() -> list[Column[Any]]:
    return [
        Column("device", ID, nullable=False),
        Column("epoch", WHOLE, nullable=False),
        Column("seq", BigInteger, nullable=False),
        Column("at", BigInteger, nullable=False),
    ]


registration = Table(
    "registration",
    metadata,
    key("store"),
    key("member"),
    *_from(),
    Column("hlc", BigInteger, nullable=False),
    Column("actor", ID, nullable=False),
    Column("channel", ID, nullable=False),
    Column("person", ID, nullable=False, comment="what the fact commits to; empty: it says nothing of anybody"),
    Column("referrer", ID),
    Column("how", ID, nullable=False, comment="how the referrer was named"),
    Column("campaign", ID, nullable=False),
    Column("part", ID, nullable=False, comment="why the referral does not count"),
    Column("held", Text, nullable=False, comment="JSON: why somebody looks at the referral first"),
    Column("proved", WHOLE, nullable=False),
    Index("ix_registration_member", "member"),
    Index("ix_registration_referrer", "referrer"),
    Index("ix_registration_at", "at"),
    comment="who registered in which store",
)

consent = Table(
    "consent",
    metadata,
    key("store"),
    key("member"),
    key("purpose"),
    key("hlc", BigInteger),
    *_from(),
    Column("version", ID, nullable=False, comment="of the words"),
    Column("given", WHOLE, nullable=False, comment="0: withdrawn"),
    Index("ix_consent_member", "member"),
    comment="every consent that was given or withdrawn; the last one stands",
)

member_word = Table(
    "member_word",
    metadata,
    key("store"),
    key("member"),
    key("hlc", BigInteger),
    *_from(),
    Column("what", ID, nullable=False, comment="proved, approved, rejected, asked or erased"),
    Column("reason", ID, nullable=False),
    Column("by", ID, nullable=False),
    Index("ix_member_word_member", "member"),
    comment="what was said of a registration after it was made",
)

_FIRST = ("device", "epoch", "seq")


def _apply(run: Run, origin: Caller, facts: Sequence[ReadFact]) -> None:
    made = [(one, one.body) for one in facts if isinstance(one.body, Registered)]
    run.tx.insert_first(registration, [_registered(origin, one, body) for one, body in made], ("hlc", *_FIRST))
    run.tx.insert_first(consent, [row for one in facts for row in _consents(origin, one)], _FIRST)
    run.tx.insert_first(member_word, [row for one in facts for row in _words(origin, one)], _FIRST)
    if run.live is not None:
        for one, body in made:
            if body.person:
                consider(run.tx, body.member, _registered(origin, one, body)["store"], body.held, run.live.now)
        _doubt(run.live.context, run.tx, origin, facts)
        # told before, undone, and put back
        _stand(run.tx, _kept(run.tx, person.c.member.in_([body.member for _one, body in made])), run.live.now)


def _doubt(context: Context, tx: Tx, origin: Caller, facts: Sequence[ReadFact]) -> None:
    """A terminal says that codes came back which HQ never sent: somebody looks."""
    proofs = [(one, one.body) for one in facts if isinstance(one.body, ProvedBody) and one.body.how == "code"]
    if origin.store == CHAIN or not proofs:
        return
    known = published_rows(tx, "members", {body.member for _one, body in proofs}, Member)
    for one, body in proofs:
        home, row = known.get(body.member, ("", None))
        if row is not None and row.phone and is_doubtful(context, tx, row.phone, one.fact.corrected_ms):
            consider(tx, body.member, home, [Suspicion.UNPROVED_CLAIM.value], context.clock.now_ms())


def _place(origin: Caller, one: ReadFact) -> dict[str, Any]:
    return {
        "store": origin.store, "device": origin.device, "epoch": one.fact.epoch, "seq": one.fact.seq,
        "at": one.fact.corrected_ms, "hlc": one.fact.hlc,
    }  # fmt: skip


def _registered(origin: Caller, one: ReadFact, body: Registered) -> dict[str, Any]:
    # HQ itself registers for the store that somebody chose on their phone
    store = origin.store if origin.store != CHAIN else _short(body.store or CHAIN)
    return {
        **_place(origin, one),
        "store": store,
        "member": body.member,
        "actor": one.fact.actor,
        "channel": _short(body.channel),
        "person": _short(body.person or ""),
        "referrer": body.other,
        "how": _short(body.how or ""),
        "campaign": _short(body.campaign or ""),
        "part": _short(body.part or ""),
        "held": msgspec.json.encode(sorted(set(body.held))).decode(),
        "proved": int(body.proved),
    }


def _consents(origin: Caller, one: ReadFact) -> Iterator[dict[str, Any]]:
    body = one.body
    if isinstance(body, Registered):
        given = {_short(purpose): _short(version) for purpose, version in body.consents}
        for purpose, version in sorted(given.items()):
            said = {"member": body.member, "purpose": purpose, "version": version, "given": 1}
            yield {**_place(origin, one), **said}
    elif isinstance(body, ConsentedBody):
        said = {"member": body.member, "purpose": _short(body.purpose), "version": _short(body.version)}
        yield {**_place(origin, one), **said, "given": int(body.given)}


def _words(origin: Caller, one: ReadFact) -> Iterator[dict[str, Any]]:
    body, what, reason, by = one.body, "", "", ""
    if isinstance(body, ProvedBody):
        what, reason = "proved", body.how
    elif origin.store != CHAIN:  # everything else is HQ's own word
        return
    elif isinstance(body, ReviewedBody):
        what, reason, by = body.verdict, body.reason, body.by
    elif isinstance(body, ErasedBody):
        what, reason, by = "erased", body.why, body.by
    if what and isinstance(body, (ProvedBody, ReviewedBody, ErasedBody)):
        said = {"member": body.member, "what": _short(what), "reason": _short(reason), "by": _short(by)}
        yield {**_place(origin, one), **said}


def _short(text: str) -> str:
    return text[:64]


def registered(tx: Tx, member: str, store: str | None = None) -> Any:
    """The first registration of a member (in a store); None: of that nothing was told."""
    mine = registration.c.member == member
    if store is not None:
        mine &= registration.c.store == store
    query = select(registration).where(mine).order_by(registration.c.hlc, registration.c.device).limit(1)
    return tx.execute(query).one_or_none()


def _settle(context: Context, tx: Tx, after: str) -> str | None:
    """Members whose registration is undone are no members, until it counts again."""
    rows = _kept(tx, person.c.member > after)
    _stand(tx, rows, context.clock.now_ms())
    return rows[-1].member if rows else None


def _kept(tx: Tx, which: Any) -> Sequence[Any]:
    found: Sequence[Any] = tx.execute(
        select(person).where(which).order_by(person.c.member).limit(_SETTLED_AT_ONCE)
    ).all()
    return found


def _stand(tx: Tx, rows: Sequence[Any], now: int) -> None:
    """Whose registration counts is published, whose does not is not."""
    if not rows:
        return
    there = published_rows(tx, "members", [row.member for row in rows], Member)
    back: list[tuple[str, str]] = []
    changes: list[RowChange] = []
    for row in rows:
        found = registered(tx, row.member, row.store)
        bucket = Bucket(row.store, "members")
        if found is None and row.member in there:
            changes.append(RowChange(bucket, row.member, None))
        elif found is not None and row.member not in there:
            who = person_of(bytes(row.data))
            made = member_row(who, row.store, instant(found.at))
            household, _family = phone_keys(policy(tx).key, who.phone)
            changes.append(RowChange(bucket, row.member, replace(made, card_no=row.card_no, household=household)))
            back.append((row.store, row.member))
    publish(tx, changes, now)
    histories.rehome(tx, back, now)


REGISTRATIONS = Projection(
    name="registrations",
    version=1,
    kinds=frozenset(
        str(kind) for kind in (MEMBER_REGISTERED, MEMBER_CONSENTED, PHONE_PROVED, REGISTRATION_REVIEWED, MEMBER_ERASED)
    ),
    tables=(registration, consent, member_word),
    apply=_apply,
    settle=_settle,
)
