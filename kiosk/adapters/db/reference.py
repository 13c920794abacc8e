"""`ref.db`: what HQ published to this terminal. Replaceable at any time, so it is rebuilt rather than migrated.

One thread (the sync) writes it; use cases read it through a connection of their own. WAL keeps the two apart.
"""

from __future__ import annotations

import json
import threading
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import Connection, Engine

from kiosk.adapters.db.cipher import Disk, RealDisk, open_engine, translated_faults
from kiosk.adapters.db.member_search import found_members
from kiosk.adapters.db.reference_tables import (
    CAMPAIGN_TABLES,
    LAYOUT,
    STORED,
    lay_out,
    lend_functions,
    remember_stores,
    table_of,
)
from kiosk.adapters.db.told_draws import ToldDraws
from kiosk.adapters.db.told_guests import ToldGuests
from kiosk.adapters.db.told_prizes import told_claim
from kiosk.adapters.db.told_slips import ToldSlips
from kiosk.adapters.db.told_terminals import ToldTerminals
from kiosk.adapters.db.unreadable import RowReader
from kiosk.adapters.db.visitors import Visitors
from kiosk.application.ports.campaigns import ForeignFact
from kiosk.application.ports.faults import LedgerDamaged, WrongKey
from kiosk.application.ports.slips import ToldBook, UsedSlip
from kiosk.application.ports.wheels import EntrantList, ToldLease
from kiosk.domain.campaigns.chain_goods import NO_GOODS, Goods
from kiosk.domain.coupons.model import Coupon, CouponTemplate, PastUse
from kiosk.domain.coupons.series import stem_in
from kiosk.domain.digest import MODULUS, row_digest
from kiosk.domain.documents.brand import Brand
from kiosk.domain.draws.beacon import Chain
from kiosk.domain.draws.claims import Claim
from kiosk.domain.goods.catalogue import Article, Tree
from kiosk.domain.help.model import CallForHelp
from kiosk.domain.journal.facts import FactError, decode
from kiosk.domain.members.found import Found
from kiosk.domain.members.member import Member
from kiosk.domain.registration.policy import DEFAULT_POLICY, RegistrationPolicy
from kiosk.domain.slips.model import SlipRule
from kiosk.domain.stores import CampaignHeader, Store
from kiosk.domain.time import millis
from kiosk.protocol.row_reader import FIRST_INSTANT, LAST_INSTANT
from kiosk.protocol.rows import (
    BRAND_ID,
    GOODS_ID,
    REGISTRATION_ID,
    CouponRow,
    DrawRow,
    EventRow,
    HelpRow,
    KeyRow,
    PrizeRow,
    RevocationRow,
    SpentRow,
    TerminalRow,
    encode_row,
)

if TYPE_CHECKING:  # imported when the first campaign is read: the window is painted before that
    from kiosk.adapters.campaigns.editions import Editions, Judged
    from kiosk.domain.campaigns.compiled import Edition

T = TypeVar("T")


_STORE_BEFORE = "(SELECT b.data FROM store_before b WHERE b.id = store.id)"
_TOLD = "rev > 0"
"""Of rows: HQ sent it. Revision 0: a newcomer of this terminal, whom HQ has not told of yet."""
_NEWER = "ON CONFLICT (id) DO UPDATE SET rev = excluded.rev, data = excluded.data"
_PHONE = "substr(json_extract(data, '$.phone'), -4) = substr(?1, -4) AND json_extract(data, '$.phone') = ?1"
"""As the index has it."""
_LAST_MS = millis(LAST_INSTANT)
_OUTSTANDING = (  # instants are written alike, in UTC, some with a fraction of the second
    "SELECT json_extract(c.data, '$.coupon.template') AS of, c.id,"
    " (SELECT coalesce(sum(coalesce(json_extract(s.data, '$.units'), 1)), 0) FROM spent s"
    " WHERE s.id > c.id || '/' AND s.id < c.id || '0') FROM coupon c"
    " WHERE of IN (SELECT value FROM json_each(?))"
    " AND substr(json_extract(c.data, '$.coupon.expires'), 1, 19) >= ?"
    " AND NOT EXISTS (SELECT 1 FROM revocation r WHERE r.id = c.id)"
)
_WITH_POINTS = (
    "SELECT count(*) FROM member m WHERE json_extract(m.data, '$.points') > 0"
    " OR EXISTS (SELECT 1 FROM event_member e WHERE e.member = m.id)"
)


class SqlReference:
    """`application.ports.reference.Reference`, and what the sync writes through."""

    def __init__(self, path: Path, key: bytes, *, disk: Disk | None = None, editions: Editions | None = None) -> None:
        """Opens or creates the file; a broken or foreign one is replaced. Raises LedgerFault (no room, no rights).
        `editions`: reads campaigns for several references one after the other."""
        disk = disk or RealDisk()
        self._damaged = path.with_name(path.name + "-damaged")
        if self._damaged.exists():
            _forget_file(path)
        try:
            self._writer = _prepared(path, key, disk)
        except (WrongKey, LedgerDamaged):
            _forget_file(path)
            self._writer = _prepared(path, key, disk)
        with translated_faults():
            self._damaged.unlink(missing_ok=True)
        self._reader = open_engine(path, key, disk=disk, read_only=True)
        self._read_connection = self._reader.connect()
        self._write_connection = self._writer.connect()
        lend_functions(self._write_connection)
        self._read_lock = threading.Lock()
        self._write_lock = threading.Lock()  # the sync, and whoever was told of a visitor
        self._generation = 0
        self._changes: Counter[str] = Counter()  # how often each table's rows changed
        self._campaign_generation = 0
        self._editions = editions
        self._goods: tuple[tuple[int, str], Goods] | None = None
        self._believed: Callable[[], Sequence[KeyRow] | None] = lambda: None
        self._withdrawn: Callable[[], Collection[str]] = tuple
        self._judged: tuple[tuple[int, int], Judged] | None = None
        self._judge_lock = threading.Lock()
        self._reader_of_rows = RowReader()
        self._visitors = Visitors(self._rows, self._reader_of_rows)
        # templates, campaigns and stores are few and asked for in every sale
        self._small = lru_cache(maxsize=512)(self._load_small)
        self._slips = ToldSlips(self._all)
        self.guests = ToldGuests(self._rows, self._reader_of_rows, lambda table: self._changes[table], self._write_rows)
        self._terminals = ToldTerminals(self._rows, self._reader_of_rows, self.token_keys, lambda: self._withdrawn())
        self.draws = ToldDraws(self._all, self.token_keys, self._terminals.of)

    def close(self) -> None:
        """Close both connections."""
        self.guests.close()
        for connection, engine in ((self._read_connection, self._reader), (self._write_connection, self._writer)):
            connection.close()
            engine.dispose()

    # --- written by the sync -----------------------------------------------------------------------

    def cursor(self, bucket: str) -> int:
        """The last revision of `bucket` that was applied, 0 at first."""
        rows = self._rows("SELECT cursor FROM bucket WHERE bucket = ?", (bucket,))
        return int(rows[0][0]) if rows else 0

    def cursors(self) -> dict[str, int]:
        """The last revisions that were applied, by bucket; of others it is 0."""
        return {bucket: int(cursor) for bucket, cursor in self._rows("SELECT bucket, cursor FROM bucket")}

    def apply(self, bucket: str, put: Iterable[tuple[str, int, str]], deleted: Sequence[str], cursor: int) -> None:
        """A page of rows (id, revision, JSON) and its cursor, in one transaction."""
        table = table_of(bucket)
        with self._write_lock, self._faults(), self._write_connection.begin():
            run = self._write_connection.exec_driver_sql
            rows = list(put)
            if rows:
                run(
                    f"INSERT INTO {table} (id, rev, data) VALUES (?1, ?2, {STORED.format('?3')}) {_NEWER}",
                    rows,
                )
            if deleted:
                run(f"DELETE FROM {table} WHERE id = ?", [(row_id,) for row_id in deleted])
            remember_stores(self._write_connection, table)
            self._set_cursor(bucket, cursor)
        self._changed(table if rows or deleted else None)
        if table == "member" and (deleted or any(_is_erased(data) for _id, _rev, data in rows)):
            self.scrub()

    def load_snapshot(self, bucket: str, file: Path, cursor: int) -> None:
        """Replace a bucket by the plain SQLite file of a snapshot."""
        table = table_of(bucket)
        raw = self._write_connection.connection.dbapi_connection
        assert raw is not None
        with self._write_lock, self._faults():
            raw.execute("ATTACH DATABASE ? AS snapshot KEY ''", (str(file),))
            try:
                with self._write_connection.begin():
                    run = self._write_connection.exec_driver_sql
                    run(f"DELETE FROM main.{table} WHERE {_TOLD} OR id IN (SELECT id FROM snapshot.row)")
                    whole = f"SELECT id, rev, {STORED.format('data')} FROM snapshot.row"
                    run(f"INSERT INTO main.{table} (id, rev, data) {whole}")
                    remember_stores(self._write_connection, table)
                    self._set_cursor(bucket, cursor)
            finally:
                raw.execute("DETACH DATABASE snapshot")
        self._changed(table)

    def replace(self, bucket: str, rows: Sequence[tuple[str, int, str]], cursor: int) -> None:
        """Put these rows (id, revision, JSON) in the place of all of a bucket, in one transaction."""
        table = table_of(bucket)
        with self._write_lock, self._faults(), self._write_connection.begin():
            run = self._write_connection.exec_driver_sql
            run(f"DELETE FROM {table} WHERE {_TOLD}")
            if rows:
                run(f"INSERT INTO {table} (id, rev, data) VALUES (?1, ?2, {STORED.format('?3')}) {_NEWER}", list(rows))
            remember_stores(self._write_connection, table)
            self._set_cursor(bucket, cursor)
        self._changed(table)

    def forget(self, bucket: str) -> None:
        """Empty a bucket, so that it is fetched anew."""
        table = table_of(bucket)
        with self._write_lock, self._faults(), self._write_connection.begin():
            self._write_connection.exec_driver_sql(f"DELETE FROM {table} WHERE {_TOLD}")
            self._set_cursor(bucket, 0)
        self._changed(table)

    def put_newcomers(self, rows: Sequence[Member]) -> None:
        """Members whom this terminal registered, until HQ's rows of them come."""
        put = [(row.id, encode_row(row).decode()) for row in rows]
        with self._write_lock, self._faults(), self._write_connection.begin():
            self._write_connection.exec_driver_sql(
                "INSERT INTO member (id, rev, data) VALUES (?, 0, ?) ON CONFLICT (id) DO NOTHING", put
            )
        # histories knew them when they registered: nothing that was recalled is wrong now
        self._changes["member"] += 1
        self._generation += 1

    def _write_rows(self, table: str, statement: str, rows: Sequence[tuple[Any, ...]]) -> None:
        """What a terminal itself puts beside HQ's rows, or takes away again; of no campaign."""
        with self._write_lock, self._faults(), self._write_connection.begin():
            self._write_connection.exec_driver_sql(statement, list(rows))
        self._changed(table)
        if statement.startswith("DELETE"):
            self.scrub()

    def erase_newcomers(self, members: Collection[str]) -> None:
        """Take them away again, where HQ's row has not come."""
        with self._write_lock, self._faults(), self._write_connection.begin():
            for member in members:
                self._write_connection.exec_driver_sql("DELETE FROM member WHERE id = ? AND rev = 0", (member,))
        self._changed("member")
        self.scrub()

    def newcomers(self) -> Sequence[str]:
        """Ids of those of whom HQ has not told."""
        return [str(row[0]) for row in self._rows("SELECT id FROM member WHERE rev = 0")]

    def told_of(self, member: str) -> bool | None:
        """Whether the row of a member is HQ's own; None: there is none."""
        rows = self._rows("SELECT rev FROM member WHERE id = ?", (member,))
        return rows[0][0] > 0 if rows else None

    def scrub(self) -> None:
        """Leave nothing of what was erased in the file that goes along with the database's."""
        raw = self._write_connection.connection.dbapi_connection
        assert raw is not None
        with self._write_lock, self._faults():
            raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def keep_guest(self, member: str, until_ms: int, data: str, rows: Mapping[str, Sequence[str]]) -> None:
        """HQ told of another store's member: their row, and their coupons, uses and history (`rows`: kind → JSON).
        Kept until `until_ms`."""
        with self._write_lock, self._faults(), self._write_connection.begin():
            self._visitors.keep(self._write_connection, member, until_ms, data, rows)
        self._changed("event")

    def erase_guests(self, *, member: str = "", card: str = "", before_ms: int = 0) -> None:
        """Forget other stores' members: one that HQ does not have any more, or those whose time is over."""
        if not self._visitors.any(member, card, before_ms):
            return
        with self._write_lock, self._faults(), self._write_connection.begin():
            self._visitors.erase(self._write_connection, member, card, before_ms)
        self._changed("event")

    def told(self, bucket: str) -> Sequence[tuple[str, str]]:
        """A bucket's rows as they were sent: (id, JSON)."""
        return [_parts(row) for row in self._rows(f"SELECT id, data FROM {table_of(bucket)} WHERE {_TOLD} ORDER BY id")]

    def digest(self, bucket: str) -> tuple[int, int]:
        """(rows, checksum) of a bucket as it lies here, as HQ computes them."""
        rows = self._rows(f"SELECT id, rev FROM {table_of(bucket)} WHERE {_TOLD}")
        return len(rows), sum(row_digest(row[0], row[1]) for row in rows) % MODULUS

    def _set_cursor(self, bucket: str, cursor: int) -> None:
        self._write_connection.exec_driver_sql(
            "INSERT INTO bucket (bucket, cursor) VALUES (?, ?)"
            " ON CONFLICT (bucket) DO UPDATE SET cursor = excluded.cursor",
            (bucket, cursor),
        )

    def _changed(self, table: str | None) -> None:
        """`table`: the one with other rows now, None when only a cursor moved."""
        if table is not None:
            self._changes[table] += 1
            self._campaign_generation += table in CAMPAIGN_TABLES
        self._generation += 1  # also outdates what _small remembers

    @property
    def generation(self) -> int:
        """Grows with every change, so that a reader knows when to look again."""
        return self._generation

    def changed_elsewhere(self) -> None:
        """HQ changed something that lies in the ledger, as staff do: who waits for HQ's changes looks again."""
        self._generation += 1

    @property
    def campaign_generation(self) -> int:
        """Grows when something changed on which rewards of campaigns depend."""
        return self._campaign_generation

    # --- read by use cases -------------------------------------------------------------------------

    @property
    def unread(self) -> int:
        """Rows that were met and hold something this program cannot read: a reason to update it."""
        return self._reader_of_rows.unread

    def store(self, store: str) -> Store | None:
        """A store. What cannot be read of it is as it was before."""
        return self._small(self._generation, "store", store, Store)

    def stores(self) -> Sequence[Store]:
        """All stores of the chain."""
        return self._all("store", f"SELECT id, data, {_STORE_BEFORE} FROM store ORDER BY id", (), Store)

    def brand(self) -> Brand | None:
        """The chain's name, logo and colour."""
        return self._small(self._generation, "brand", BRAND_ID, Brand)

    def goods(self, currency: str) -> Goods:
        """The chain's goods as promotions look at them."""
        state = (self._changes["goods"], currency)
        if self._goods is None or self._goods[0] != state:
            tree = self._small(self._generation, "goods", GOODS_ID, Tree)
            self._goods = (state, NO_GOODS if tree is None else Goods.of(tree, self._article, currency))
        return self._goods[1]

    def _article(self, article: str) -> Article | None:
        return self._small(self._generation, "article", article, Article)

    def registration_policy(self) -> RegistrationPolicy:
        """How the chain registers."""
        found = self._small(self._generation, "registration", REGISTRATION_ID, RegistrationPolicy)
        return found or DEFAULT_POLICY

    def template(self, template: str) -> CouponTemplate | None:
        """A coupon template; with a benefit of an unknown kind when it cannot be used here."""
        return self._small(self._generation, "template", template, CouponTemplate)

    def templates(self) -> Sequence[CouponTemplate]:
        """All coupon templates."""
        return self._all("template", "SELECT id, data FROM template ORDER BY id", (), CouponTemplate)

    def campaign(self, campaign: str) -> CampaignHeader | None:
        """A campaign's header."""
        return self._small(self._generation, "campaign", campaign, CampaignHeader)

    def campaigns(self) -> Sequence[CampaignHeader]:
        """All campaigns."""
        return self._all("campaign", "SELECT id, data FROM campaign ORDER BY id", (), CampaignHeader)

    def token_keys(self) -> Sequence[KeyRow]:
        """HQ's keys that are believed."""
        believed = self._believed()
        return self._told_keys() if believed is None else believed

    def believe(
        self, believed: Callable[[], Sequence[KeyRow] | None], withdrawn: Callable[[], Collection[str]]
    ) -> None:
        """Take HQ's keys from there, where it knows any: a row of one is not believed because it was sent. `withdrawn`:
        ids of rows of terminals' keys that do not come back, whatever is sent of them."""
        self._believed, self._withdrawn = believed, withdrawn

    def terminal_keys(self, key_id: str) -> Sequence[TerminalRow]:
        """Terminals' keys with this id (hex) that HQ vouches for, those that were withdrawn among them."""
        return self._terminals.having(key_id)

    def terminal(self, device: str) -> TerminalRow | None:
        """The key of a terminal that is in service."""
        return self._terminals.in_service(device)

    def _told_keys(self) -> Sequence[KeyRow]:
        return self._all("key", "SELECT id, data FROM key ORDER BY id", (), KeyRow)

    def member(self, member: str) -> Member | None:
        """By member id; of one who was merged into another, who stays, if they are at home here."""
        return self._who_stays(self._member(member))

    def _member(self, member: str) -> Member | None:
        return self._first("member", "SELECT id, data FROM member WHERE id = ?", (member,), Member)

    def _who_stays(self, row: Member | None) -> Member | None:
        seen: set[str] = set()
        while row is not None and row.merged_into and row.id not in seen:
            seen.add(row.id)
            row = self._member(row.merged_into)
        return row if row is None or not row.merged_into else None

    def member_by_card(self, card_no: str) -> Member | None:
        """By card number; the same of one who was merged."""
        condition = "json_extract(data, '$.card_no') = ?"
        return self._who_stays(
            self._first("member", f"SELECT id, data FROM member WHERE {condition}", (card_no,), Member)
        )

    def members_with_phone(self, phone: str) -> Sequence[Member]:
        """This store's members with a phone (E.164)."""
        return self._all("member", f"SELECT id, data FROM member WHERE {_PHONE} ORDER BY rev, id", (phone,), Member)

    def guests_with_phone(self, phone: str, now_ms: int) -> Sequence[Member]:
        """Members of other stores with it, as HQ told lately."""
        return self._visitors.by_phone(phone, now_ms)

    def guest(self, member: str, now_ms: int) -> Member | None:
        """A member of another store, as HQ told lately."""
        return self._visitors.member(member, now_ms)

    def guest_by_card(self, card_no: str, now_ms: int) -> Member | None:
        """The same by card number."""
        return self._visitors.by_card(card_no, now_ms)

    def find_members(self, text: str, limit: int, store: str = "") -> Found:
        """By phone digits however they are written, card number, or part of a name (`adapters.db.member_search`); those
        of `store` first among equals."""
        found = found_members(self._rows, text, limit, store)
        members = (self._reader_of_rows.read("member", row_id, data, Member) for row_id, data in found.rows)
        return Found(tuple(one for one in members if one is not None), found.total, too_short=found.too_short)

    def first_members(self, limit: int) -> Sequence[Member]:
        """Some members, in the order of their ids (for demonstrations)."""
        return self._all("member", "SELECT id, data FROM member ORDER BY id LIMIT ?", (limit,), Member)

    def coupon_rows(self, member: str) -> Sequence[CouponRow]:
        """All coupons HQ gave a member, with their signed codes."""
        condition = "json_extract(data, '$.coupon.member') = ?"
        return self._all("coupon", f"SELECT id, data FROM coupon WHERE {condition} ORDER BY id", (member,), CouponRow)

    def coupon(self, coupon: str) -> Coupon | None:
        """By coupon id."""
        row = self._first("coupon", "SELECT id, data FROM coupon WHERE id = ?", (coupon,), CouponRow)
        return row.coupon if row else None

    def coupons_of(self, member: str) -> Sequence[Coupon]:
        """All coupons HQ gave a member."""
        return [row.coupon for row in self.coupon_rows(member)] or self._visitors.coupons(member)

    def outstanding(self, templates: Collection[str], now: datetime) -> Sequence[tuple[str, str, int]]:
        """Coupons of some templates that can be used still, with their uses as far as HQ told."""
        rows = self._rows(_OUTSTANDING, (json.dumps(list(templates)), now.isoformat()[:19]))
        return [(template, coupon, int(uses)) for template, coupon, uses in rows]

    def members_with_points(self) -> int:
        """How many of the store's members may have points."""
        return int(self._rows(_WITH_POINTS)[0][0])

    def conflicts(self, device: str, since: datetime, until: datetime) -> int:
        """Uses at a device that HQ found to be too many."""
        condition = "json_extract(data, '$.conflict') = 1 AND json_extract(data, '$.device') = ?"
        found = self._all("spent", f"SELECT id, data FROM spent WHERE {condition}", (device,), SpentRow)
        return sum(row.conflict and since <= row.at < until for row in found)

    def spent(self, coupon: str) -> Sequence[PastUse]:
        """Uses anywhere, as far as HQ told. Found by the row's id: a use counts whatever else the row says."""
        return [*self._uses("id > ?1 || '/' AND id < ?1 || '0'", (coupon,)), *self._visitors.spent(coupon)]

    def spent_by_member(self, member: str, template: str) -> Sequence[PastUse]:
        """Uses of a template by a member anywhere, as far as HQ told."""
        found = self._uses(
            "json_extract(data, '$.member') = ? AND json_extract(data, '$.template') = ?", (member, template)
        )
        return [*found, *self._visitors.spent_by(member, template)]

    def revoked_at(self, coupon: str) -> datetime | None:
        """When HQ took a coupon back; 1970 when it does not say so legibly."""
        # a whole series is taken back under the name with which its ids begin
        asked = (coupon, stem_in(coupon) or coupon)
        rows = self._rows("SELECT id, data FROM revocation WHERE id IN (?, ?)", asked)
        if not rows:
            return None
        row = self._reader_of_rows.read("revocation", rows[0][0], rows[0][1], RevocationRow)
        return row.at if row else FIRST_INSTANT

    def editions(self) -> Sequence[Edition]:
        """Campaigns whose signature is good, every version that is known, in order of id and version."""
        return self._judge().editions

    def editions_refused(self) -> Sequence[tuple[str, str]]:
        """Campaigns that HQ published and this terminal leaves out: (campaign/version, why); the codes are
        in `adapters.campaigns.editions`."""
        return self._judge().refused

    def _judge(self) -> Judged:
        with self._judge_lock:
            # looked at before the rows are read: what changes meanwhile is found the next time
            state = (self._changes["edition"], self._changes["key"])
            if self._judged is None or self._judged[0] != state:
                rows = [(row[0], row[1], row[2]) for row in self._rows("SELECT id, rev, data FROM edition ORDER BY id")]
                self._judged = (state, self._reading().judge(rows, self.token_keys()))
            return self._judged[1]

    def _reading(self) -> Editions:
        if self._editions is None:
            from kiosk.adapters.campaigns.editions import Editions

            self._editions = Editions()
        return self._editions

    def events_of(self, member: str) -> Sequence[ForeignFact]:
        """Facts of any terminal and of HQ in a member's history, as far as HQ told, this terminal's own among them.
        Rows that cannot be read are left out."""
        rows = self._rows(
            "SELECT e.id, e.data FROM event_member m JOIN event e ON e.id = m.event WHERE m.member = ? ORDER BY e.id",
            (member,),
        )
        told = [(f"visitor/{row[0]}", row[1]) for row in self._visitors.events(member)]
        found = (self._foreign(row[0], row[1]) for row in (*rows, *told))
        return [fact for fact in found if fact is not None]

    def _foreign(self, row_id: str, data: str) -> ForeignFact | None:
        row = self._reader_of_rows.read("event", row_id, data, EventRow)
        if row is None:
            return None
        try:
            fact = decode(row.fact.encode())
            if not 0 <= fact.corrected_ms <= _LAST_MS:
                raise FactError("at no time of the calendar")
        except (FactError, ValueError, RecursionError):
            self._reader_of_rows.note("event", row_id, data, "its fact")
            return None
        return ForeignFact(row.device, row.store, row.zone, fact)

    def prizes_told(self) -> Sequence[Claim]:
        """Prizes that somebody of this store has to get, or got lately, as HQ told."""
        rows = self._all("prize", "SELECT id, data FROM prize ORDER BY id", (), PrizeRow)
        return [told_claim(row) for row in rows]

    def draws_told(self) -> Sequence[DrawRow]:
        """Batch draws to come, held and void, as HQ told, by time."""
        rows = self._all("draw", "SELECT id, data FROM draw ORDER BY id", (), DrawRow)
        return sorted(rows, key=lambda row: (row.at, row.draw, row.seq))

    def help_told(self) -> Sequence[CallForHelp]:
        """Calls for help of this store, as HQ told."""
        rows = self._all("help", "SELECT id, data FROM help ORDER BY id", (), HelpRow)
        return [
            CallForHelp(
                row.call,
                row.device,
                row.terminal,
                millis(row.since),
                row.answered_by,
                millis(row.answered) if row.answered is not None else 0,
                millis(row.ended) if row.ended is not None else 0,
            )
            for row in rows
        ]

    def beacon_chain(self) -> Chain:
        """The randomness beacon that draws go by."""
        return self.draws.chain()

    def beacon(self, chain: str, number: int) -> bytes | None:
        """A round's signature as HQ told, not verified; None while it has not."""
        return self.draws.beacon(chain, number)

    def slip_rules(self) -> Sequence[SlipRule]:
        """What books of slips may be made of."""
        return self._slips.rules()

    def told_lease(self, lease: str) -> ToldLease | None:
        """See WheelReference."""
        return self.draws.lease(lease)

    def may_not_win(self, member: str) -> bool:
        """See WheelReference."""
        return self.draws.excluded(member)

    def entrant_lists(self, draw: str) -> Sequence[EntrantList]:
        """See WheelReference."""
        return self.draws.lists(draw)

    def wheel_left(self, campaign: str, wheel: str) -> Mapping[str, tuple[int, int]]:
        """See WheelReference."""
        return self.draws.wheel_left(campaign, wheel)

    def told_book(self, book: str) -> ToldBook | None:
        """A book of this store."""
        return next((one for one in self.told_books() if one.book.id == book), None)

    def told_books(self) -> Sequence[ToldBook]:
        """All of them, by their ids."""
        return self._slips.books(self._generation)

    def slips_used(self, book: str) -> Sequence[UsedSlip]:
        """Slips of a book that were used anywhere, as far as HQ told; by number."""
        return self._slips.used(book)

    def _uses(self, condition: str, values: tuple[Any, ...]) -> Sequence[PastUse]:
        rows = self._all("spent", f"SELECT id, data FROM spent WHERE {condition}", values, SpentRow)
        return [PastUse(r.coupon, r.template, r.member, r.at, r.store, r.device, "", r.txn, r.units) for r in rows]

    def _load_small(self, _generation: int, table: str, row_id: str, row_type: type[T]) -> T | None:
        before = f", {_STORE_BEFORE}" if table == "store" else ""
        return self._first(table, f"SELECT id, data{before} FROM {table} WHERE id = ?", (row_id,), row_type)

    def _first(self, table: str, statement: str, values: tuple[Any, ...], row_type: type[T]) -> T | None:
        rows = self._rows(statement, values)
        return self._reader_of_rows.read(table, *_parts(rows[0]), row_type, *rows[0][2:]) if rows else None

    def _all(self, table: str, statement: str, values: tuple[Any, ...], row_type: type[T]) -> Sequence[T]:
        """All that can be read, of (id, data) and, where there is one, the state before."""
        read = self._reader_of_rows.read
        found = [read(table, *_parts(row), row_type, *row[2:]) for row in self._rows(statement, values)]
        return [row for row in found if row is not None]

    def _rows(self, statement: str, values: tuple[Any, ...] = ()) -> Sequence[Any]:
        with self._read_lock, self._faults(), self._read_connection.begin():
            return self._read_connection.exec_driver_sql(statement, values).all()

    @contextmanager
    def _faults(self) -> Iterator[None]:
        """Faults as LedgerFault. A damaged page shows only when it is read: then the next start takes a new file."""
        try:
            with translated_faults():
                yield
        except LedgerDamaged:
            self._damaged.touch()
            raise


def _is_erased(data: str) -> bool:
    """Whether a member's row says no more than that somebody was here."""
    return '"name":""' in data and '"phone":""' in data


def _parts(row: Any) -> tuple[str, str]:
    return row[0], row[1]


def _forget_file(path: Path) -> None:
    """Nothing in it is ours alone: HQ has it all."""
    with translated_faults():
        for suffix in ("", "-wal", "-shm"):
            path.with_name(path.name + suffix).unlink(missing_ok=True)


def _prepared(path: Path, key: bytes, disk: Disk) -> Engine:
    engine = open_engine(path, key, disk=disk, synchronous="NORMAL")
    try:
        with translated_faults(), engine.connect() as connection, connection.begin():
            _lay_out(connection, path)
    except BaseException:
        engine.dispose()
        raise
    return engine


def _lay_out(connection: Connection, path: Path) -> None:
    run = connection.exec_driver_sql
    found = run("PRAGMA user_version").scalar_one()
    if found not in (0, LAYOUT):
        raise LedgerDamaged(f"{path.name} has layout {found}")
    if found == 0:
        lay_out(connection)
    else:
        run("DELETE FROM guest_moved")  # searches of the run before followed them
