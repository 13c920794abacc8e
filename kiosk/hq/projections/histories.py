"""Histories of members: which facts touch whom, told to the stores that know them (`store/<id>/events`).

Nothing of this is kept before the first campaign is published; then everything that is there already is gone through
once (rebuild/catch_up.py).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import msgspec
from sqlalchemy import Row, delete, select, true, tuple_, update

from kiosk.domain.campaigns.facts import LEASE_CHANGED
from kiosk.domain.campaigns.happenings import Happening, HappeningError, HappeningKind
from kiosk.domain.campaigns.known import known_happenings
from kiosk.domain.campaigns.localtime import wall_minutes
from kiosk.domain.facts import HAPPENINGS, NEVER_JOURNALLED, body_of, happening_of
from kiosk.domain.journal.facts import Fact, FactError, decode, encode
from kiosk.domain.journal.registry import MemberTouched
from kiosk.domain.members.facts import MEMBER_REGISTERED
from kiosk.domain.members.member import Member
from kiosk.domain.sales.facts import SALE_RETURNED, SALE_VOIDED
from kiosk.hq.context import Caller, Context
from kiosk.hq.journal.reading import ReadFact
from kiosk.hq.members.queries import homes, referrers
from kiosk.hq.projections.projection import Projection, Run, store_lock
from kiosk.hq.rows.buckets import Bucket
from kiosk.hq.rows.editions import any_published
from kiosk.hq.rows.publish import RowChange, chunks, publish, published_row, published_rows, rows_there
from kiosk.hq.store.database import Tx
from kiosk.hq.store.schema import CHAIN, due_member, fact, goods_back, member_fact, referral, retelling, sale
from kiosk.protocol.rows import EventRow, Store

OF_HISTORIES = frozenset(HAPPENINGS) - {LEASE_CHANGED} - NEVER_JOURNALLED
_OF_SALES = (SALE_VOIDED, SALE_RETURNED)
_STORES = Bucket(CHAIN, "stores")
_LONGEST_ID = 64
_UTC = "UTC"
_SETTLED_AT_ONCE = 200
_EVERYBODY = true()


@dataclass(slots=True)
class _Touch:
    """A fact of a device of a store (CHAIN: HQ's own), how campaigns see it, and whose history it belongs to."""

    store: str
    device: str
    fact: Fact
    happening: Happening
    members: list[str]

    @property
    def zoned(self) -> bool:
        """Whether the fact says itself by which clock it happened."""
        body = body_of(self.fact) if self.fact.body.get("zone") else None
        return getattr(body, "zone", None) is not None

    @property
    def txn(self) -> str:
        return self.happening.txn

    @property
    def buyer(self) -> str:
        """Whose sale it is; "" for all other facts."""
        return self.happening.member if self.happening.kind is HappeningKind.PURCHASED else ""

    @property
    def referrer(self) -> str:
        """As the fact says."""
        return str(self.happening.detail.get("referrer", ""))

    @property
    def named(self) -> list[str]:
        """Everybody a sale names, its buyer first."""
        return [one for one in dict.fromkeys((self.happening.member, self.happening.other, self.referrer)) if one]

    @property
    def place(self) -> dict[str, Any]:
        return {"store": self.store, "device": self.device, "epoch": self.fact.epoch, "seq": self.fact.seq}


def _locks(_tx: Tx, origin: Caller, _facts: Sequence[ReadFact]) -> Iterator[str]:
    """A sale and its void, from two tills of a store: the second sees the first one's."""
    yield store_lock(origin.store)


def _apply(run: Run, origin: Caller, facts: Sequence[ReadFact]) -> None:
    tx = run.tx
    touches = [
        _Touch(origin.store, origin.device, read.fact, read.happening, _named(read))
        for read in facts
        if read.happening is not None
    ]
    if not touches:
        return
    adopted = _remember(tx, touches)
    _with_referrers(tx, touches)
    touches += _with_sales(tx, origin, touches)
    touches += _adopted(tx, adopted)
    rows = [{**one.place, "member": member, "hlc": one.fact.hlc} for one in touches for member in one.members]
    tx.insert_first(member_fact, rows, ("epoch", "seq"))
    if run.live is None:
        return
    _tell(tx, touches, run.live.now)
    if origin.store != CHAIN:  # their rewards are counted again soon; what HQ journals follows from counting
        members = {member for one in touches for member in one.members}
        key = {"store": CHAIN, "device": origin.device, "since": run.live.now}
        tx.insert_new(due_member, [{**key, "member": member} for member in sorted(members)])


def known_already(tx: Tx, caller: Caller, members: Iterable[str], stamps: Sequence[int]) -> set[int]:
    """Stamps of facts about these members that arrived before, in another epoch: a restored terminal carries them
    along."""
    known: set[int] = set()
    if caller.epoch > 1:
        for ids in chunks(sorted(set(members))):
            mine = (member_fact.c.member.in_(ids)) & (member_fact.c.device == caller.device)
            mine &= member_fact.c.hlc.in_(stamps)
            known.update(tx.execute(select(member_fact.c.hlc).where(mine)).scalars())
    return known


def _named(read: ReadFact) -> list[str]:
    return [change.member for change in read.changes if isinstance(change, MemberTouched) if change.member]


# -- whose ------------------------------------------------------------------------------------------------------------


def _remember(tx: Tx, touches: Iterable[_Touch]) -> dict[str, tuple[str | None, str]]:
    """What facts that arrive later have to be put together with. Gives members of whom a referrer became known only
    now, with the one known before and the new one: of two, who recommended first counts."""
    undone = [one for one in touches if one.fact.kind in _OF_SALES and one.txn]
    rows = [{**one.place, "txn": one.txn, "hlc": one.fact.hlc} for one in undone]
    tx.insert_first(goods_back, rows, ("epoch", "seq"))
    rows = [
        {
            "store": CHAIN,
            "member": one.members[0],
            "referrer": one.members[1],
            "hlc": one.fact.hlc,
            "device": one.device,
        }
        for one in touches
        if one.fact.kind == MEMBER_REGISTERED and len(one.members) > 1 and not one.happening.part
    ]
    if not rows:
        return {}
    members = [row["member"] for row in rows]
    before = referrers(tx, members)
    tx.insert_first(referral, rows, ("hlc", "device"))
    now = referrers(tx, members)
    return {member: (before.get(member), now[member]) for member in now if before.get(member) != now[member]}


def _adopted(tx: Tx, adopted: Mapping[str, tuple[str | None, str]]) -> list[_Touch]:
    """Sales that arrived before it was known who had recommended the buyer, and what undid them: they belong to the
    referrer too, and no more to whom they were thought to."""
    found: list[_Touch] = []
    sales: dict[tuple[str, str], tuple[str | None, str, list[str]]] = {}
    for member, one in list(_facts_of(tx, adopted)):
        if one.buyer == member and not one.referrer:
            before, referrer = adopted[member]
            sales[one.store, one.txn] = (None if before in one.named else before, referrer, one.named)
            found.append(one)
    for store in sorted({store for store, _ in sales}):
        for ids in chunks(sorted(txn for at, txn in sales if at == store)):
            found += [touch for touch in _undone(tx, store, ids) if touch.txn]
    for one in found:
        before, referrer, named = sales[one.store, one.txn]
        one.members = list(dict.fromkeys((*named, referrer)))
        if before is not None:
            mine = (member_fact.c.member == before) & (member_fact.c.hlc == one.fact.hlc)
            tx.execute(delete(member_fact).where(mine, member_fact.c.device == one.device))
    return found


def _undone(tx: Tx, store: str, txns: Sequence[str]) -> Iterator[_Touch]:
    """Voids and returns of sales."""
    same = (fact.c.store == goods_back.c.store) & (fact.c.device == goods_back.c.device)
    same &= (fact.c.epoch == goods_back.c.epoch) & (fact.c.seq == goods_back.c.seq)
    query = select(fact.c.device, fact.c.epoch, fact.c.seq, fact.c.raw).join(goods_back, same)
    for row in tx.execute(query.where(goods_back.c.store == store, goods_back.c.txn.in_(txns))).all():
        yield from _stored(store, row)


def _with_referrers(tx: Tx, touches: Iterable[_Touch]) -> None:
    """A sale belongs to the history of the buyer's referrer too, though its terminal may not know them."""
    lacking = [one for one in touches if one.buyer and not one.referrer]
    known = referrers(tx, (one.buyer for one in lacking))
    for one in lacking:
        referrer = known.get(one.buyer)
        if referrer is not None and referrer not in one.members:
            one.members.append(referrer)


def _with_sales(tx: Tx, caller: Caller, touches: Sequence[_Touch]) -> list[_Touch]:
    """Voids and returns belong to whom their sales belong to. Gives those that had arrived before the sales."""
    sales = {one.txn: one.members for one in touches if one.buyer}
    undone = [one for one in touches if one.fact.kind in _OF_SALES]
    before = _members_of_sales(tx, caller.store, {one.txn for one in undone} - sales.keys())
    for one in undone:
        one.members = list(sales.get(one.txn) or before.get(one.txn) or [])
    here = {(one.fact.epoch, one.fact.seq) for one in undone}
    early: list[_Touch] = []
    for ids in chunks(sorted(sales)):
        for one in _undone(tx, caller.store, ids):
            if one.device != caller.device or (one.fact.epoch, one.fact.seq) not in here:
                one.members = list(sales[one.txn])
                early.append(one)
    return early


def _members_of_sales(tx: Tx, store: str, txns: Iterable[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    buyers: dict[str, str] = {}
    for ids in chunks(sorted(txns)):
        same = (fact.c.store == sale.c.store) & (fact.c.device == sale.c.device)
        same &= (fact.c.epoch == sale.c.epoch) & (fact.c.seq == sale.c.seq)
        query = select(sale.c.txn, sale.c.device, fact.c.raw).join(fact, same)
        for row in tx.execute(query.where(sale.c.store == store, sale.c.txn.in_(ids), sale.c.member.is_not(None))):
            for one in _stored(store, row):
                buyers |= {} if one.referrer else {row.txn: one.buyer}
                found[row.txn] = one.named
    known = referrers(tx, buyers.values())
    for txn, buyer in buyers.items():
        if buyer in known and known[buyer] not in found[txn]:
            found[txn].append(known[buyer])
    return found


def _stored(store: str, row: Row[Any], place: tuple[str, str] = ("", _UTC)) -> Iterator[_Touch]:
    """A fact that is kept, at `place` (store and IANA zone). Whatever a projection let in has passed HQ's reader."""
    try:
        one = decode(bytes(row.raw))
        happening = happening_of(one, row.device, lambda _: place)
    except (FactError, HappeningError):
        return
    if happening is not None:
        yield _Touch(store, row.device, one, happening, [])


# -- told -------------------------------------------------------------------------------------------------------------


def zone_of(tx: Tx, store: str) -> str:
    """A store's IANA zone; UTC where there is no such store."""
    row = published_row(tx, _STORES, store, Store)
    return row.zone if row is not None else _UTC


def _tell(tx: Tx, touches: Iterable[_Touch], now: int) -> None:
    """Publish facts to the home stores of their members. Members of whom HQ has no row are at home where it
    happened."""
    touches = list(touches)
    home = homes(tx, (member for one in touches for member in one.members))
    zone = cache(lambda store: zone_of(tx, store))
    changes: list[RowChange] = []
    for one in touches:
        place = _where(one, home)
        stores: dict[str, list[str]] = defaultdict(list)
        for member in one.members:
            stores[home.get(member, place)].append(member)
        changes += [_happening(store, one, place, zone(place), members) for store, members in stores.items() if store]
    publish(tx, changes, now)


def _where(one: _Touch, home: Mapping[str, str]) -> str:
    """Where something happened; what HQ did itself happened, for rules, where its member is at home."""
    return one.store if one.store != CHAIN else home_at_hq(one.fact, home)


def home_at_hq(made: Fact, home: Mapping[str, str]) -> str:
    """The home store of the member of a fact of HQ's own; for one of whom there is no row yet the fact may say it."""
    return home.get(str(made.body.get("member"))) or str(made.body.get("store") or "")


def _happening(store: str, one: _Touch, place: str, zone: str, members: Iterable[str]) -> RowChange:
    row = EventRow(one.device, place, zone, tuple(members), encode(one.fact).decode())
    return RowChange(Bucket(store, "events"), f"{one.device}/{one.fact.hlc:x}", row)


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


def _retell(tx: Tx, home: Mapping[str, str | None], facts: Iterable[tuple[str, _Touch]], now: int) -> None:
    """Tell these facts of members, or what is to be told of them, to their home stores (None: to where each thing
    happened)."""
    facts = list(facts)
    at_hq = {one.happening.member for _, one in facts if one.store == CHAIN}
    known = homes(tx, at_hq) | {member: store for member, store in home.items() if store is not None}
    zone = cache(lambda store: zone_of(tx, store))
    touches: dict[str, dict[str, _Touch]] = defaultdict(dict)
    for member, one in facts:
        store = known.get(member) or _where(one, known)
        if store:
            touches[store].setdefault(f"{one.device}/{one.fact.hlc:x}", one).members.append(member)
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
    facts = [(row.member, one) for row in rows for one in _stored(row.store, row)]
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


def _facts_of(tx: Tx, members: Iterable[str], after: int = -1) -> Iterator[tuple[str, _Touch]]:
    for ids in chunks(sorted(members)):
        for row in tx.execute(_with_facts().where(member_fact.c.member.in_(ids), member_fact.c.hlc > after)).all():
            for one in _stored(row.store, row):
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
    version=3,  # only what the reader lets through
    kinds=OF_HISTORIES,
    tables=(member_fact, goods_back, referral),
    apply=_apply,
    wanted=any_published,
    locks=_locks,
    settle=_settle,
)
