"""HQ put together: the database brought up to date, the wire, and what a person at HQ does."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import select

from kiosk.domain.campaigns.rewards import Reward
from kiosk.domain.ids import Randomness
from kiosk.domain.journal.facts import first_break, genesis
from kiosk.domain.time import Clock, instant
from kiosk.hq.campaigns import commands as campaigns
from kiosk.hq.campaigns import happenings, leases, recount
from kiosk.hq.campaigns.commands import CampaignPublished, CampaignRefused
from kiosk.hq.campaigns.given import Given, given
from kiosk.hq.campaigns.recount import Overrun
from kiosk.hq.context import Context
from kiosk.hq.coupons import judging, rights
from kiosk.hq.ports import HqSettings, KeyVault
from kiosk.hq.projections import histories
from kiosk.hq.projections.projection import Projection
from kiosk.hq.projections.registry import PROJECTIONS
from kiosk.hq.rebuild import catch_up, check, state
from kiosk.hq.rows.buckets import Bucket
from kiosk.hq.rows.publish import RowChange, all_rows, bucket_state, forget_deletions, number, publish
from kiosk.hq.rows.publish import recount as recount_bucket
from kiosk.hq.store import migrate
from kiosk.hq.store.database import Database, Tx
from kiosk.hq.store.schema import CHAIN, bucket, chain, conflict, device, fact, redemption, right_grant
from kiosk.hq.terminals import identity
from kiosk.hq.tokens import keys
from kiosk.hq.wire.app import WireApp
from kiosk.protocol.rows import RevocationRow, Store

_SWEPT_AT_ONCE = 200


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
        projections: tuple[Projection, ...] = PROJECTIONS,
    ) -> None:
        self.context = Context(database, clock, random, vault, folder, settings or HqSettings(), projections)
        self.wire = WireApp(self.context)
        migrate.upgrade(database)
        with database.write() as tx:
            keys.signing(self.context, tx)
            state.prepare(self.context, tx)

    @property
    def database(self) -> Database:
        """Where everything is kept."""
        return self.context.database

    def publish(self, changes: Sequence[RowChange]) -> int:
        """Put or delete rows of buckets; coupons of a store get their rights at once, a member's new home gets
        their history. Gives how many changed."""
        now = self.context.clock.now_ms()
        with self.database.write() as tx:
            templates = [change for change in changes if change.bucket.subject == "templates"]
            limits = {one.id: getattr(one.row, "uses_per_coupon", 1) for one in templates}
            judging.limits_change(tx, limits, now)
            publish(tx, changes, now)
            members = [(c.bucket.store, c.id) for c in changes if c.bucket.subject == "members" and c.row]
            histories.rehome(tx, members, now)
            coupons = [change.id for change in changes if change.bucket.subject == "coupons" and change.row]
            judging.later(tx, coupons, now)
            rights.assign(tx, coupons, now)
            return number(tx, now)

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

    def publish_campaign(
        self, document: str, since: int | None = None, *, refuse_mistakes: bool = False
    ) -> CampaignPublished | CampaignRefused:
        """Sign a campaign file (YAML) and publish it, in force from `since` (ms since 1970; default: now), with its
        coupons, and what there is of stock and budgets. `refuse_mistakes`: as `campaign check` finds them."""
        with self.database.write() as tx:
            done = campaigns.publish_campaign(self.context, tx, document, since, refuse_mistakes=refuse_mistakes)
            if isinstance(done, CampaignPublished):
                leases.offer(tx, done.campaign)
        if isinstance(done, CampaignPublished) and done.first:
            self.catch_up()
        return done

    def catch_up(self, stop: Callable[[], bool] = lambda: False) -> bool:
        """Bring every read model up to date, in short transactions, until it is or somebody says stop. False when it
        was stopped."""
        return catch_up.CatchUp(self.context).run(stop)

    def rebuild(self) -> None:
        """Derive every read model anew and put it in place of what is there."""
        catch_up.begin_anew(self.context)
        self.catch_up()

    def check(self) -> list[check.Difference]:
        """Rows of read models that are not what all facts give."""
        return check.check(self.context)

    def progress(self) -> list[state.Progress]:
        """How far each read model has got."""
        with self.database.read() as tx:
            return state.progress(self.context, tx)

    def withdraw_campaign(self, campaign: str, *, keep_coupons: bool = False) -> bool:
        """End a campaign now, and refuse its coupons unless they are kept. False if there is none of that name that
        runs or is still to come."""
        with self.database.write() as tx:
            return campaigns.withdraw_campaign(self.context, tx, campaign, keep_coupons=keep_coupons) is not None

    def record(self, kind: str, body: Mapping[str, Any]) -> tuple[Reward, ...]:
        """Something happened to a member at HQ (registered by phone, won a draw): journal it, and what the rules give
        for it, to whomever. Bodies: docs/facts.md. Raises ProjectionError on one that does not fit."""
        with self.database.write() as tx:
            return happenings.happened(self.context, tx, kind, body)

    def sweep(self) -> int:
        """Look at every member of every store, once per day of its clock: birthdays, follow-ups, wake-ups. Gives to how
        many that brought something."""
        with self.database.read() as tx:
            stores = [store.id for store in all_rows(tx, campaigns.STORES, Store)]
        given = 0
        for store in stores:
            more: int | None = 0
            while more is not None:
                given += more
                with self.database.write() as tx:
                    more = happenings.sweep_store(self.context, tx, store, _SWEPT_AT_ONCE)
        return given

    def overruns(self, *, closed: bool = False) -> list[Overrun]:
        """Rewards that terminals gave though the rules, knowing everything, give less; with `closed` also those that
        later arrivals explained."""
        with self.database.read() as tx:
            return recount.overruns(tx, closed=closed)

    def rewards(self) -> list[Given]:
        """Every reward that stands, whoever journalled it."""
        with self.database.read() as tx:
            return given(tx)

    def rotate_key(self, *, campaign: bool = False) -> str:
        """Sign with a new key from now on (tokens, or campaigns); the old ones stay good for what they signed. Gives
        the new key's id."""
        with self.database.write() as tx:
            purposes = keys.CAMPAIGNS if campaign else keys.TOKENS
            return keys.new_key(self.context, tx, purposes).key_id.hex()

    def revoke_key(self, key_id: str) -> bool:
        """Withdraw a key: nothing it signed is accepted any more; campaigns are signed anew. False if there is no such
        key."""
        with self.database.write() as tx:
            found = keys.revoke_key(self.context, tx, key_id)
            if found:
                campaigns.sign_again(self.context, tx, key_id)
            return found

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
        """Check every stored chain link by link, the totals of every bucket, that no right is held twice, that shares
        of stock and budgets make up the whole, and that read models are what all facts give."""
        with self.database.read() as tx:
            shares = [Flaw("lease_totals", key) for key in leases.out_of_balance(tx)]
            broken = list(_chains(tx))
            flaws = [*broken, *_buckets(tx), *_rights(tx), *shares]
        if broken:  # what would be derived from other facts says nothing
            return flaws
        return flaws + [Flaw("derived", f"{one.table} {one.key}: {one.what}") for one in self.check()]


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
        if recount_bucket(tx, place) != (state.rows, state.checksum):
            yield Flaw("bucket_totals", place.name)


def _rights(tx: Tx) -> Iterator[Flaw]:
    seen: set[str] = set()
    query = select(right_grant.c.coupon).where(right_grant.c.ended_at.is_(None))
    for coupon in tx.execute(query.order_by(right_grant.c.coupon)).scalars():
        if coupon in seen:
            yield Flaw("right_held_twice", coupon)
        seen.add(coupon)
