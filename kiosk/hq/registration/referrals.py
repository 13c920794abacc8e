"""Who brought whom: the tree, how far each friend came, and how well it spreads.

A referral counts here as it was registered: not refused by its terminal, not rejected, the friend not one with somebody
else; of two for one friend the first. Money and rewards are the campaigns' to give (`kiosk hq rewards`).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import exists, select

from kiosk.domain.members.member import Member
from kiosk.domain.time import instant
from kiosk.hq.projections.registrations import member_word, registration
from kiosk.hq.rows.buckets import Bucket
from kiosk.hq.rows.publish import all_rows, chunks, published_rows
from kiosk.hq.store.database import Tx
from kiosk.hq.store.schema import CHAIN, sale, voiding
from kiosk.protocol.rows import Store

LADDER = (1, 3, 5, 10)
"""Friends at which the chain's ladders have their steps."""
DAY_MS = 86_400_000
_DEEPEST = 50


@dataclass(frozen=True, slots=True)
class Joined:
    """Somebody who registered. `referrer` None: nobody counts as having brought them. `bought_at` (ms): their first
    purchase that stands."""

    member: str
    store: str
    at: int
    channel: str
    referrer: str | None
    how: str
    campaign: str
    refused: str
    held: bool
    bought_at: int | None


@dataclass(frozen=True, slots=True)
class Climb:
    """How far somebody is on a ladder; `next` None: at its top."""

    member: str
    registered: int
    bought: int
    next: int | None


@dataclass(frozen=True, slots=True)
class Branch:
    """A member of the tree and those they brought, the oldest first."""

    member: str
    at: int
    bought: bool
    friends: tuple[Branch, ...]


@dataclass(frozen=True, slots=True)
class Spread:
    """How well it spreads. `factor`: friends that a newcomer brings within `days` of registering, on average over
    `cohort` newcomers who have had that long; above 1 it grows by itself. None: nobody has had that long. Conversions
    are shares (0 to 1) of those who bought something."""

    newcomers: int
    referred: int
    refused: int
    held: int
    referrers: int
    days: int
    cohort: int
    factor: float | None
    bought_referred: float | None
    bought_others: float | None
    generations: tuple[int, ...]
    by_source: Mapping[str, int]
    by_hour: Mapping[int, int]


def joined(tx: Tx, *, campaign: str | None = None, since: int = 0) -> list[Joined]:
    """Everybody who registered since then (ms), by time; of a campaign: whom its invites brought."""
    query = select(registration).where(registration.c.at >= since)
    if campaign is not None:
        query = query.where(registration.c.campaign == campaign)
    rows = tx.execute(query.order_by(registration.c.hlc, registration.c.device)).all()
    first: dict[str, Any] = {}
    for row in rows:
        first.setdefault(row.member, row)  # told by two stores: the first one counts
    gone = _rejected(tx, first) | {member for member, row in _rows(tx, first).items() if row.merged_into}
    bought = _bought(tx, first)
    found = []
    for member, row in first.items():
        counts = row.referrer and not row.part and member not in gone
        refused = "" if counts or not row.referrer else row.part or "rejected"
        how, held = row.how, row.held != "[]"
        found.append(
            Joined(
                member, row.store, row.at, row.channel, row.referrer if counts else None, how, row.campaign, refused,
                held, bought.get(member),
            )
        )  # fmt: skip
    return found


def climbs(people: Sequence[Joined]) -> list[Climb]:
    """Everybody who brought somebody, who brought most first."""
    registered: Counter[str] = Counter(one.referrer for one in people if one.referrer)
    bought: Counter[str] = Counter(one.referrer for one in people if one.referrer and one.bought_at is not None)
    found = [
        Climb(member, count, bought[member], next((step for step in LADDER if step > bought[member]), None))
        for member, count in registered.items()
    ]
    return sorted(found, key=lambda one: (-one.bought, -one.registered, one.member))


def tree(people: Sequence[Joined], root: str | None = None) -> list[Branch]:
    """The trees of who brought whom; of `root` only theirs. What would be a circle is left out."""
    below: dict[str, list[Joined]] = defaultdict(list)
    for one in people:
        if one.referrer:
            below[one.referrer].append(one)
    known = {one.member: one for one in people}

    def branch(member: str, above: frozenset[str]) -> Branch:
        me = known.get(member)
        friends: tuple[Branch, ...] = ()
        if len(above) < _DEEPEST:
            inside = above | {member}
            friends = tuple(branch(one.member, inside) for one in below[member] if one.member not in inside)
        return Branch(member, 0 if me is None else me.at, me is not None and me.bought_at is not None, friends)

    if root is not None:
        return [branch(root, frozenset())]
    roots = [one for one in list(below) if one not in known or not known[one].referrer]
    return [branch(one, frozenset()) for one in sorted(roots)]


def spread(tx: Tx, people: Sequence[Joined], now: int, days: int = 14) -> Spread:
    """How well it spreads, at `now` (ms)."""
    window = days * DAY_MS
    at = {one.member: one.at for one in people}
    cohort = {one.member for one in people if one.at <= now - window}
    theirs = [one for one in people if one.referrer in cohort and one.at <= at[one.referrer or ""] + window]
    referred = [one for one in people if one.referrer]
    others = [one for one in people if not one.referrer]
    return Spread(
        newcomers=len(people),
        referred=len(referred),
        refused=sum(bool(one.refused) for one in people),
        held=sum(one.held for one in people),
        referrers=len({one.referrer for one in referred}),
        days=days,
        cohort=len(cohort),
        factor=round(len(theirs) / len(cohort), 3) if cohort else None,
        bought_referred=_share(referred),
        bought_others=_share(others),
        generations=_generations(people),
        by_source=dict(sorted(Counter(one.how or one.channel for one in people).items())),
        by_hour=dict(sorted(_hours(tx, people).items())),
    )


def _share(people: Sequence[Joined]) -> float | None:
    return round(sum(one.bought_at is not None for one in people) / len(people), 3) if people else None


def _generations(people: Sequence[Joined]) -> tuple[int, ...]:
    """How many were brought by those who began it, by those, and so on."""
    referrer = {one.member: one.referrer for one in people if one.referrer}
    found: Counter[int] = Counter()
    for member in referrer:
        depth, at, seen = 0, member, {member}
        while (above := referrer.get(at)) is not None and depth < _DEEPEST:
            depth += 1
            if above in seen:
                break
            seen.add(above)
            at = above
        found[depth] += 1
    return tuple(found[depth] for depth in range(1, max(found, default=0) + 1))


def _hours(tx: Tx, people: Iterable[Joined]) -> Counter[int]:
    """By the hour of the day, on the store's clock."""
    zones = {store.id: ZoneInfo(store.zone) for store in all_rows(tx, Bucket(CHAIN, "stores"), Store)}
    utc = ZoneInfo("UTC")
    return Counter(instant(one.at).astimezone(zones.get(one.store, utc)).hour for one in people)


def _rows(tx: Tx, members: Iterable[str]) -> dict[str, Member]:
    return {member: row for member, (_store, row) in published_rows(tx, "members", members, Member).items()}


def _rejected(tx: Tx, members: Iterable[str]) -> set[str]:
    """Whose registration HQ rejected, by its last word."""
    last: dict[str, str] = {}
    for ids in chunks(sorted(members)):
        said = (member_word.c.store == CHAIN) & member_word.c.member.in_(ids)
        query = select(member_word.c.member, member_word.c.what).where(said).order_by(member_word.c.hlc)
        for member, what in tx.execute(query):
            if what in ("approved", "rejected"):
                last[member] = what
    return {member for member, what in last.items() if what == "rejected"}


def _bought(tx: Tx, members: Iterable[str]) -> dict[str, int]:
    """When each of them first bought something that was not voided."""
    found: dict[str, int] = {}
    void = exists().where(voiding.c.store == sale.c.store, voiding.c.txn == sale.c.txn)
    for ids in chunks(sorted(members)):
        query = select(sale.c.member, sale.c.at).where(sale.c.member.in_(ids), ~void).order_by(sale.c.at)
        for member, at in tx.execute(query):
            found.setdefault(member, at)
    return found
