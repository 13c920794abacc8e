"""Histories of members: which facts touch whom, told to the stores that know them (`store/<id>/events`).

Nothing of this is kept before the first campaign is published; then everything that is there already is gone through
once (rebuild/catch_up.py).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

import msgspec
from sqlalchemy import delete, select, true, tuple_, update

from kiosk.domain.campaigns.facts import LEASE_CHANGED
from kiosk.domain.campaigns.happenings import Happening, HappeningKind
from kiosk.domain.campaigns.known import known_happenings
from kiosk.domain.campaigns.localtime import wall_minutes
from kiosk.domain.facts import HAPPENINGS, NEVER_JOURNALLED
from kiosk.domain.journal.facts import Fact, encode
from kiosk.domain.members.member import Member
from kiosk.hq.context import Caller, Context
from kiosk.hq.journal.reading import ReadFact
from kiosk.hq.members.queries import homes, referrers
from kiosk.hq.projections import whose
from kiosk.hq.projections.projection import Projection, Run, store_lock
from kiosk.hq.projections.whose import Touch
from kiosk.hq.rows.buckets import Bucket
from kiosk.hq.rows.editions import any_published
from kiosk.hq.rows.publish import RowChange, chunks, publish, published_row, published_rows, rows_there
from kiosk.hq.store.database import Tx
from kiosk.hq.store.schema import CHAIN, due_member, fact, goods_back, member_fact, referral, retelling
from kiosk.protocol.rows import EventRow, Store

OF_HISTORIES = frozenset(HAPPENINGS) - {LEASE_CHANGED} - NEVER_JOURNALLED
_WORDS = (HappeningKind.REVIEWED, HappeningKind.MERGED, HappeningKind.ERASED)
_STORES = Bucket(CHAIN, "stores")
_UTC = "UTC"
_SETTLED_AT_ONCE = 200
_EVERYBODY = true()


def _locks(_tx: Tx, origin: Caller, _facts: Sequence[ReadFact]) -> Iterator[str]:
    """A sale and its void, from two tills of a store: the second sees the first one's."""
    yield store_lock(origin.store)


def _apply(run: Run, origin: Caller, facts: Sequence[ReadFact]) -> None:
    tx = run.tx
    touches = [
        Touch(origin.store, origin.device, read.fact, read.happening, whose.named(read))
        for read in facts
        if read.happening is not None
    ]
    if not touches:
        return
    whose.remember(tx, touches)
    kin = whose.belong(tx, touches)
    touches += whose.undone_before(tx, origin, touches)
    again = list(_facts_known(tx, whose.known_anew(kin, touches)))
    whose.belong(tx, again)
    rows = [{**one.place, "member": member, "hlc": one.fact.hlc} for one in touches + again for member in one.members]
    tx.insert_first(member_fact, rows, ("epoch", "seq"))
    for one in again:
        mine = (member_fact.c.hlc == one.fact.hlc) & (member_fact.c.device == one.device)
        mine &= (member_fact.c.epoch != one.fact.epoch) | (member_fact.c.seq == one.fact.seq)  # as `_same` has it
        tx.execute(delete(member_fact).where(mine, member_fact.c.member.not_in(one.members)))
    touches += again
    if run.live is None:
        return
    _tell(tx, touches, run.live.now)
    # their rewards are counted again soon; what HQ journals follows from counting, but for its words on registrations
    due = touches if origin.store != CHAIN else [one for one in touches if one.happening.kind in _WORDS]
    key = {"store": CHAIN, "device": origin.device, "since": run.live.now}
    members = {member for one in due for member in one.members}
    tx.insert_new(due_member, [{**key, "member": member} for member in sorted(members)])


def known_already(tx: Tx, caller: Caller, members: Iterable[str], stamps: Sequence[int]) -> set[int]:
    """Stamps of facts about these members (some about nobody, "") that arrived before, in another epoch: a restored
    terminal carries them along."""
    known: set[int] = set()
    if caller.epoch > 1:
        members = set(members)
        if "" in members:
            known |= _carried(tx, caller, stamps)
        for ids in chunks(sorted(members)):
            mine = (member_fact.c.member.in_(ids)) & (member_fact.c.device == caller.device)
            mine &= member_fact.c.hlc.in_(stamps)
            known.update(tx.execute(select(member_fact.c.hlc).where(mine)).scalars())
    return known


def _carried(tx: Tx, caller: Caller, stamps: Iterable[int]) -> set[int]:
    """Those of these stamps that facts of earlier epochs have; where they are in nobody's history."""
    before = (fact.c.store == caller.store) & (fact.c.device == caller.device) & (fact.c.epoch < caller.epoch)
    newest = select(fact.c.hlc).where(before).order_by(fact.c.epoch.desc(), fact.c.seq.desc()).limit(1)
    last = tx.execute(newest).scalar() or 0
    old = [stamp for stamp in stamps if stamp <= last]
    queries = (select(fact.c.hlc).where(before, fact.c.hlc.in_(some)) for some in chunks(old))
    return {stamp for query in queries for stamp in tx.execute(query).scalars()}


# -- told -------------------------------------------------------------------------------------------------------------


def zone_of(tx: Tx, store: str) -> str:
    """A store's IANA zone; UTC where there is no such store."""
    row = published_row(tx, _STORES, store, Store)
    return row.zone if row is not None else _UTC


def _tell(tx: Tx, touches: Iterable[Touch], now: int) -> None:
    """Publish facts to the home stores of their members. Members of whom HQ has no row are at home where it
    happened."""
    touches = list(touches)
    home = homes(tx, (member for one in touches for member in (*one.members, *one.gone)))
    zone = cache(lambda store: zone_of(tx, store))
    changes: list[RowChange] = []
    for one in touches:
        place = _where(one, home)
        stores: dict[str, list[str]] = defaultdict(list)
        for member in one.members:
            stores[home.get(member, place)].append(member)
        changes += [_happening(store, one, place, zone(place), members) for store, members in stores.items() if store]
        left = {home.get(member, place) for member in one.gone} - stores.keys() - {""}
        changes += [RowChange(Bucket(store, "events"), one.row_id, None) for store in left]
    publish(tx, changes, now)


def _where(one: Touch, home: Mapping[str, str]) -> str:
    """Where something happened; what HQ did itself happened, for rules, where its member is at home."""
    return one.store if one.store != CHAIN else home_at_hq(one.fact, home)


def home_at_hq(made: Fact, home: Mapping[str, str]) -> str:
    """The home store of the member of a fact of HQ's own; for one of whom there is no row yet the fact may say it."""
    return home.get(str(made.body.get("member"))) or str(made.body.get("store") or "")


def _happening(store: str, one: Touch, place: str, zone: str, members: Iterable[str]) -> RowChange:
    row = EventRow(one.device, place, zone, tuple(members), encode(one.fact).decode())
    return RowChange(Bucket(store, "events"), one.row_id, row)


def rehome(tx: Tx, rows: Iterable[tuple[str, str]], now: int) -> None:
    """Rows of members, (store, member), were published, perhaps in another store than before: it gets their
    histories. Long ones are told bit by bit, afterwards (`retell_some`)."""
    home = {member: store for store, member in rows}
    long = {member for member in home if _is_long(tx, member)}
    tx.upsert(retelling, [{"store": CHAIN, "member": member, "after": ""} for member in sorted(long)])
    short = {member: store for member, store in home.items() if member not in long}
    _retell(tx, short, _facts_of(tx, short), now)


def _is_long(tx: Tx, member: str) -> bool:
    query = select(member_fact.c.hlc).where(member_fact.c.member == member)
    return tx.execute(query.limit(1).offset(_SETTLED_AT_ONCE)).first() is not None


def retell_some(tx: Tx, now: int) -> bool:
    """Tell the next facts of one member who has moved. False when nobody is left."""
    row = tx.execute(select(retelling).order_by(retelling.c.member).limit(1).with_for_update()).first()
    if row is None:
        return False
    after = _retold(tx, row.after, now, member_fact.c.member == row.member)
    mine = (retelling.c.store == CHAIN) & (retelling.c.member == row.member)
    tx.execute(delete(retelling).where(mine) if after is None else update(retelling).where(mine).values(after=after))
    return True


def _retell(tx: Tx, home: Mapping[str, str | None], facts: Iterable[tuple[str, Touch]], now: int) -> None:
    """Tell these facts of members, or what is to be told of them, to their home stores (None: to where each thing
    happened)."""
    facts = list(facts)
    at_hq = {one.happening.member for _, one in facts if one.store == CHAIN}
    known = homes(tx, at_hq) | {member: store for member, store in home.items() if store is not None}
    zone = cache(lambda store: zone_of(tx, store))
    touches: dict[str, dict[str, Touch]] = defaultdict(dict)
    for member, one in facts:
        store = known.get(member) or _where(one, known)
        if store:
            touches[store].setdefault(one.row_id, replace(one, members=[])).members.append(member)
    changes: list[RowChange] = []
    for store, told in touches.items():
        there = rows_there(tx, Bucket(store, "events"), told, EventRow)
        for happening, one in told.items():
            place = _where(one, known)
            before = there[happening].members if happening in there else ()
            changes.append(_happening(store, one, place, zone(place), dict.fromkeys((*before, *one.members))))
    publish(tx, changes, now)


def _settle(context: Context, tx: Tx, after: str) -> str | None:
    """After the index was derived anew: tell stores what they have not been told, some facts at a time, whomever they
    are of: others want to write in between."""
    return _retold(tx, after, context.clock.now_ms())


def _retold(tx: Tx, after: str, now: int, which: Any = _EVERYBODY) -> str | None:
    """Tell the next facts after a place; gives the last of them, None at the end."""
    columns = (member_fact.c.member, member_fact.c.store, member_fact.c.hlc, member_fact.c.device)
    query = _with_facts().where(which).order_by(*columns).limit(_SETTLED_AT_ONCE)
    if after:
        query = query.where(tuple_(*columns) > tuple_(*msgspec.json.decode(after)))
    rows = tx.execute(query).all()
    home = homes(tx, {row.member for row in rows})
    facts = [(row.member, one) for row in rows for one in whose.stored(row.store, row)]
    _retell(tx, {row.member: home.get(row.member) for row in rows}, facts, now)
    if len(rows) < _SETTLED_AT_ONCE:
        return None
    last = rows[-1]
    return msgspec.json.encode([last.member, last.store, last.hlc, last.device]).decode()


# -- recalled ---------------------------------------------------------------------------------------------------------


def _with_facts() -> Any:
    """Which facts belong to whom, with the facts."""
    same = (fact.c.store == member_fact.c.store) & (fact.c.device == member_fact.c.device)
    same &= (fact.c.epoch == member_fact.c.epoch) & (fact.c.seq == member_fact.c.seq)
    place = (member_fact.c.member, member_fact.c.store, member_fact.c.hlc, member_fact.c.device)
    return select(*place, fact.c.raw).join(fact, same)


def _facts_known(tx: Tx, members: Iterable[str]) -> Iterator[Touch]:
    """Facts of any of these members, each once, with who has them in their history so far."""
    found: dict[str, list[Touch]] = {}
    for member, one in _facts_of(tx, members):
        alike = found.setdefault(one.row_id, [])
        known = next((other for other in alike if _same(other.fact, one.fact)), None)
        if known is None:
            alike.append(known := one)
        known.gone.add(member)
    yield from (one for alike in found.values() for one in alike)


def _same(one: Fact, other: Fact) -> bool:
    """Of two of a device with one stamp: whether they are one fact, carried into another epoch. No honest terminal
    gives two of one epoch the same stamp."""
    return one.epoch != other.epoch or one.seq == other.seq


def _facts_of(tx: Tx, members: Iterable[str], after: int = -1) -> Iterator[tuple[str, Touch]]:
    for ids in chunks(sorted(members)):
        for row in tx.execute(_with_facts().where(member_fact.c.member.in_(ids), member_fact.c.hlc > after)).all():
            for one in whose.stored(row.store, row):
                yield row.member, one


def events_of(tx: Tx, member: str, after: int = -1) -> list[Happening]:
    """Everything that is known of a member's past: HQ's row, and facts of every device. `after` a stamp: facts that
    are younger, and no row."""
    happenings: list[Happening] = []
    zone = cache(lambda store: zone_of(tx, store))
    found = None if after >= 0 else published_rows(tx, "members", [member], Member).get(member)
    if found is not None:
        happenings += known_happenings(found[1], zone(found[0]))
    touches = [one for _, one in _facts_of(tx, [member], after)]
    home = homes(tx, {one.happening.member for one in touches if one.store == CHAIN})
    strangers = {one.buyer for one in touches if not one.referrer} - {"", member}
    recommended = referrers(tx, strangers)
    for one in touches:
        store = _where(one, home)
        happening = one.happening._replace(store=store)
        if not one.zoned:
            happening = happening._replace(wall=wall_minutes(happening.at, zone(store)))
        known = recommended.get(one.buyer)
        happenings.append(happening._replace(detail={"referrer": known}) if known else happening)
    return happenings


HISTORIES = Projection(
    name="histories",
    version=4,  # histories of persons, whichever ids they have
    kinds=OF_HISTORIES,
    tables=(member_fact, goods_back, referral),
    apply=_apply,
    wanted=any_published,
    locks=_locks,
    settle=_settle,
)
