"""Who is the same person as somebody else, and who recommended whom, by what is said of registrations: what the read
model `kinship` keeps, and what can be asked of it.

A merge counts while one of the registrations it rests on counts, of each side that had any.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

import msgspec
from sqlalchemy import BigInteger, Column, Index, MetaData, Table, Text, or_, select

from kiosk.domain.members.member import Member
from kiosk.domain.tokens import CouponClaims
from kiosk.hq.rows import found_by
from kiosk.hq.rows.buckets import Bucket
from kiosk.hq.rows.publish import RowChange, chunks, publish, published_rows
from kiosk.hq.store.columns import ID, key
from kiosk.hq.store.database import Tx
from kiosk.hq.store.schema import CHAIN, metadata
from kiosk.protocol.rows import CouponRow
from kiosk.protocol.tokens.parser import OpenedToken, open_token

_METADATA = MetaData(naming_convention=metadata.naming_convention)
_MOST = 100_000

registered = Table(
    "registered",
    _METADATA,
    key("store"),
    key("member"),
    key("hlc", BigInteger),
    key("device"),
    Column("at_store", ID, nullable=False, comment="the device's"),
    Column("referrer", ID, nullable=False, comment="empty: nobody, or it does not count"),
    Index(None, "member"),
    sqlite_with_rowid=False,
    comment="every registration of every member; the first of a person counts",
)

merged = Table(
    "merged",
    _METADATA,
    key("store"),
    key("hlc", BigInteger),
    key("device"),
    Column("member", ID, nullable=False, comment="who stays"),
    Column("other", ID, nullable=False),
    Column("of_member", Text, nullable=False, comment="JSON: their registrations, as device/stamp"),
    Column("of_other", Text, nullable=False, comment="JSON"),
    Index(None, "member"),
    Index(None, "other"),
    sqlite_with_rowid=False,
    comment="who is the same person, by HQ's word",
)


class Kin:
    """Answers about members, kept for one transaction: ask `learn` for many at once first."""

    def __init__(self, tx: Tx, members: Iterable[str] = ()) -> None:
        self._tx = tx
        self._into: dict[str, str] = {}
        self._same: dict[str, set[str]] = {}
        self._once: dict[str, set[str]] = {}
        self._referrers: dict[str, list[str]] = {}
        self._stamps: dict[str, set[str]] = defaultdict(set)
        self.learn(members)

    def learn(self, members: Iterable[str]) -> None:
        """Who these are, and who recommended them."""
        new = {one for one in members if one} - self._same.keys()
        rows: dict[tuple[int, str], Any] = {}
        asked: set[str] = set()
        while ask := new - asked:
            asked |= ask
            for ids in chunks(sorted(ask)):
                mine = (merged.c.store == CHAIN) & or_(merged.c.member.in_(ids), merged.c.other.in_(ids))
                for row in self._tx.execute(select(merged).where(mine)):
                    rows[row.hlc, row.device] = row
                    new |= {row.member, row.other}
        self._register(new)
        for one in new:
            self._same.setdefault(one, {one})
            self._once.setdefault(one, {one})
        for _, row in sorted(rows.items()):
            self._merge(row)

    def _register(self, members: set[str]) -> None:
        found: dict[str, list[tuple[int, str, str]]] = {one: [] for one in members}
        for ids in chunks(sorted(members)):
            mine = (registered.c.store == CHAIN) & registered.c.member.in_(ids)
            for row in self._tx.execute(select(registered).where(mine)):
                self._stamps[row.member].add(f"{row.device}/{row.hlc:x}")
                found[row.member].append((row.hlc, row.device, row.referrer))
        self._referrers |= {one: [name for *_, name in sorted(rows) if name] for one, rows in found.items()}

    def _merge(self, row: Any) -> None:
        once = self._once[row.member] | self._once[row.other]
        self._once |= dict.fromkeys(once, once)
        for member, said in ((row.member, row.of_member), (row.other, row.of_other)):
            rests_on = set(msgspec.json.decode(said))
            if rests_on and not rests_on & self._stamps[member]:
                return
        stays, goes = self.root(row.member), self.root(row.other)
        if stays != goes:
            self._into[goes] = stays
            together = self._same[stays] | self._same[goes]
            for one in together:
                self._same[one] = together

    def root(self, member: str) -> str:
        """Who somebody is."""
        while member in self._into:
            member = self._into[member]
        return member

    def same(self, member: str) -> set[str]:
        """All ids of a person."""
        return self._same.get(member, {member})

    def all_of(self, members: Iterable[str]) -> set[str]:
        """All ids of these persons."""
        return {one for member in members for one in self.same(member)}

    def recommended_by(self, member: str) -> set[str]:
        """Everybody who recommended this person, whether it counts or came too late; also under ids that are another
        person's again."""
        return {name for one in self._once.get(member, {member}) for name in self._referrers.get(one, ())}


def roots(tx: Tx, members: Iterable[str]) -> dict[str, str]:
    """Who these are, by id; who they are themselves is not in it."""
    members = set(members)
    kin = Kin(tx, members)
    return {one: kin.root(one) for one in members if kin.root(one) != one}


def registered_at(tx: Tx, members: Iterable[str]) -> dict[str, str]:
    """In which store each of these was registered first, by all facts."""
    first: dict[str, tuple[int, str, str]] = {}
    for ids in chunks(sorted(set(members))):
        mine = (registered.c.store == CHAIN) & registered.c.member.in_(ids)
        for row in tx.execute(select(registered).where(mine)):
            stamp = (int(row.hlc), str(row.device), str(row.at_store))
            first[row.member] = min(stamp, first.get(row.member, stamp))
    return {name: store for name, (_, _, store) in first.items()}


def registrations_of(tx: Tx, member: str) -> list[tuple[int, str]]:
    """Stamps of a member's registrations, (hlc, device), the first one first."""
    mine = (registered.c.store == CHAIN) & (registered.c.member == member)
    rows = tx.execute(select(registered.c.hlc, registered.c.device).where(mine)).all()
    return sorted((int(row.hlc), str(row.device)) for row in rows)


def follow_rows(tx: Tx, members: Iterable[str], now: int, *, anyhow: bool = False) -> None:
    """Rows of members say who they are now: whoever has one's card finds who stays, and has their coupons, at home
    where they are. `anyhow`: coupons are looked through though no row says anything else."""
    members = set(members)
    kin = Kin(tx, members)
    ids = kin.all_of(members)
    changes: list[RowChange] = []
    rows = published_rows(tx, "members", ids, Member)
    for name, (store, row) in rows.items():
        stays = kin.root(name) if kin.root(name) != name else ""
        if row.merged_into != stays:
            changes.append(RowChange(Bucket(store, "members"), name, replace(row, merged_into=stays)))
    if changes or anyhow:  # else nobody is another than before
        changes += _coupons_of(tx, kin, ids, {name: store for name, (store, _) in rows.items()})
    publish(tx, changes, now)


def _coupons_of(tx: Tx, kin: Kin, members: Iterable[str], home: Mapping[str, str]) -> Iterable[RowChange]:
    """Coupons go where the person is at home, and come back when it is another person after all: their codes say whose
    they were made for."""
    owned = [coupon for one in members for coupon in found_by.find(tx, "coupons", found_by.by_owner(one), _MOST)]
    for name, (store, row) in published_rows(tx, "coupons", owned, CouponRow).items():
        opened = open_token(row.token)
        claims = opened.unproven_claims() if isinstance(opened, OpenedToken) else None
        made_for = claims.member if isinstance(claims, CouponClaims) else row.coupon.member
        wanted = kin.root(made_for or "")
        if made_for is None or row.coupon.member == wanted:
            continue
        place = home.get(wanted, store)
        if place != store:
            yield RowChange(Bucket(store, "coupons"), name, None)
        yield RowChange(Bucket(place, "coupons"), name, replace(row, coupon=replace(row.coupon, member=wanted)))
