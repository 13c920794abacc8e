"""HQ put together: the database brought up to date, the wire, and what a person at HQ does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select

from kiosk.domain.facts import first_break, genesis
from kiosk.hq.buckets import Bucket
from kiosk.hq.ports import Clock, HqSettings, KeyVault, Randomness
from kiosk.hq.service import identity, keys, rights
from kiosk.hq.service.context import Context
from kiosk.hq.service.keys import instant
from kiosk.hq.service.publish import RowChange, bucket_state, forget_deletions, publish, recount
from kiosk.hq.store import migrate
from kiosk.hq.store.database import Database, Tx
from kiosk.hq.store.schema import CHAIN, bucket, chain, conflict, device, fact, redemption, right_grant
from kiosk.hq.wire_app import WireApp
from kiosk.protocol.rows import RevocationRow


@dataclass(frozen=True, slots=True)
class RedemptionSeen:
    """A use that stands at HQ. `state`: counts or conflict. `at`: ms since 1970; `value` in minor units."""

    coupon: str
    txn: str
    template: str
    member: str | None
    store: str
    device: str
    at: int
    value: int
    state: str


@dataclass(frozen=True, slots=True)
class ConflictSeen:
    """A use beyond what its coupon is good for, and the one that won."""

    coupon: str
    txn: str
    store: str
    device: str
    at: int
    value: int
    actor: str
    winner_txn: str
    winner_device: str
    found_at: int
    closed_at: int | None


@dataclass(frozen=True, slots=True)
class Terminal:
    """A terminal as HQ sees it. `acked`: the last seq of its current epoch."""

    device: str
    name: str
    store: str
    state: str
    epoch: int
    acked: int
    seen_at: int | None


@dataclass(frozen=True, slots=True)
class Flaw:
    """Something stored that does not agree with itself: `what` is a stable code, `where` says which."""

    what: str
    where: str


class Headquarters:
    """Everything HQ does. `wire.handle` serves terminals; the other methods are for people and tests."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        random: Randomness,
        vault: KeyVault,
        folder: Path,
        settings: HqSettings | None = None,
    ) -> None:
        self.context = Context(database, clock, random, vault, folder, settings or HqSettings())
        self.wire = WireApp(self.context)
        migrate.upgrade(database)
        with database.write() as tx:
            keys.signing(self.context, tx)

    @property
    def database(self) -> Database:
        """Where everything is kept."""
        return self.context.database

    def publish(self, changes: Sequence[RowChange]) -> int:
        """Put or delete rows of buckets; coupons of a store get their rights at once. Gives how many changed."""
        now = self.context.clock.now_ms()
        with self.database.write() as tx:
            count = publish(tx, changes, now)
            rights.assign(
                tx, [change.id for change in changes if change.bucket.subject == "coupons" and change.row], now
            )
            return count

    def enroll_code(self, store: str, *, name: str | None = None, for_device: str | None = None) -> str | None:
        """A single-use code for a new terminal (or for one that starts over). None if there is no such store."""
        with self.database.write() as tx:
            return identity.new_code(self.context, tx, store, name=name, for_device=for_device)

    def revoke_device(self, device_id: str) -> bool:
        """Take a terminal out of service, at once. False if there is no such terminal."""
        with self.database.write() as tx:
            return identity.revoke_device(self.context, tx, device_id)

    def revoke_coupon(self, coupon: str, reason: str = "") -> None:
        """Take a coupon back, in every store."""
        now = self.context.clock.now_ms()
        with self.database.write() as tx:
            row = RevocationRow(coupon, instant(now), reason)
            publish(tx, [RowChange(Bucket(CHAIN, "revocations"), coupon, row)], now)
            for grant in rights.open_grants(tx, [coupon]).values():
                rights.recall(tx, grant, now)

    def rotate_key(self) -> str:
        """Sign with a new key from now on; the old ones stay good for what they signed. Gives the new key's id."""
        with self.database.write() as tx:
            return keys.new_key(self.context, tx).key_id.hex()

    def revoke_key(self, key_id: str) -> bool:
        """Withdraw a key: nothing it signed is accepted any more. False if there is no such key."""
        with self.database.write() as tx:
            return keys.revoke_key(self.context, tx, key_id)

    def forget_deletions(self) -> int:
        """Drop deletions that every terminal had time to pull."""
        before = self.context.clock.now_ms() - self.context.settings.tombstones_kept
        with self.database.write() as tx:
            return forget_deletions(tx, before)

    def redemptions(self) -> list[RedemptionSeen]:
        """Every use that was not voided, by time."""
        columns = (
            redemption.c.coupon,
            redemption.c.txn,
            redemption.c.template,
            redemption.c.member,
            redemption.c.at_store,
            redemption.c.device,
            redemption.c.at,
            redemption.c.value,
            redemption.c.state,
        )
        query = select(*columns).where(redemption.c.state != "voided")
        with self.database.read() as tx:
            rows = tx.execute(query.order_by(redemption.c.at, redemption.c.coupon, redemption.c.txn))
            return [RedemptionSeen(*row) for row in rows]

    def conflicts(self, *, closed: bool = False) -> list[ConflictSeen]:
        """Double spends, by time; with `closed` also those that came to nothing."""
        same = (
            (conflict.c.store == redemption.c.store)
            & (conflict.c.coupon == redemption.c.coupon)
            & (conflict.c.txn == redemption.c.txn)
        )
        query = select(
            conflict.c.coupon,
            conflict.c.txn,
            redemption.c.at_store,
            redemption.c.device,
            redemption.c.at,
            redemption.c.value,
            redemption.c.actor,
            conflict.c.winner_txn,
            conflict.c.winner_device,
            conflict.c.found_at,
            conflict.c.closed_at,
        ).join(redemption, same)
        if not closed:
            query = query.where(conflict.c.closed_at.is_(None))
        with self.database.read() as tx:
            return [ConflictSeen(*row) for row in tx.execute(query.order_by(redemption.c.at, conflict.c.coupon))]

    def terminals(self) -> list[Terminal]:
        """All terminals ever enrolled."""
        same = (
            (chain.c.store == device.c.store) & (chain.c.device == device.c.device) & (chain.c.epoch == device.c.epoch)
        )
        query = select(
            device.c.device,
            device.c.name,
            device.c.store,
            device.c.state,
            device.c.epoch,
            chain.c.last_seq,
            device.c.seen_at,
        ).join(chain, same)
        with self.database.read() as tx:
            return [Terminal(*row) for row in tx.execute(query.order_by(device.c.store, device.c.number))]

    def facts(self, device_id: str, epoch: int) -> list[bytes]:
        """A chain's facts, as stored."""
        query = select(fact.c.raw).where(fact.c.device == device_id, fact.c.epoch == epoch).order_by(fact.c.seq)
        with self.database.read() as tx:
            return [bytes(raw) for raw in tx.execute(query).scalars()]

    def verify(self) -> list[Flaw]:
        """Check every stored chain link by link, the totals of every bucket, and that no right is held twice."""
        with self.database.read() as tx:
            return [*_chains(tx), *_buckets(tx), *_rights(tx)]


def _chains(tx: Tx) -> Iterator[Flaw]:
    for row in tx.execute(select(chain).order_by(chain.c.device, chain.c.epoch)).all():
        query = (
            select(fact.c.seq, fact.c.raw, fact.c.hash)
            .where(fact.c.store == row.store, fact.c.device == row.device, fact.c.epoch == row.epoch)
            .order_by(fact.c.seq)
        )
        facts = [(seq, bytes(raw), bytes(digest)) for seq, raw, digest in tx.execute(query)]
        where = f"{row.device}/{row.epoch}"
        broken = first_break(row.device, row.epoch, facts)
        last = (facts[-1][0], facts[-1][2]) if facts else (0, genesis(row.device, row.epoch))
        if broken is not None:
            yield Flaw("chain_broken", f"{where}/{broken}")
        elif last != (row.last_seq, bytes(row.last_hash)):
            yield Flaw("chain_end", where)


def _buckets(tx: Tx) -> Iterator[Flaw]:
    for store, subject in tx.execute(select(bucket.c.store, bucket.c.subject)).all():
        place = Bucket(store, subject)
        state = bucket_state(tx, place)
        if recount(tx, place) != (state.rows, state.checksum):
            yield Flaw("bucket_totals", place.name)


def _rights(tx: Tx) -> Iterator[Flaw]:
    seen: set[str] = set()
    query = select(right_grant.c.coupon).where(right_grant.c.ended_at.is_(None))
    for coupon in tx.execute(query.order_by(right_grant.c.coupon)).scalars():
        if coupon in seen:
            yield Flaw("right_held_twice", coupon)
        seen.add(coupon)
