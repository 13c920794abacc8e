"""HQ's tables. Every primary key starts with the store, so that a distributed PostgreSQL can spread them by it
(sync.md, "HQ's machine room"); what belongs to the whole chain lives under the store CHAIN.

Times are ms since 1970, UTC; money in minor units.
"""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import BigInteger, Column, Index, Integer, LargeBinary, MetaData, String, Table, Text, literal_column
from sqlalchemy.types import TypeEngine

CHAIN: Final = "*"
"""The store of what belongs to the whole chain."""

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

_ID = String(64)
_KIND = String(64)


def _key(name: str, kind: TypeEngine[Any] | type[TypeEngine[Any]] = _ID) -> Column[Any]:
    return Column(name, kind, primary_key=True, autoincrement=False, nullable=False)


revision = Table(
    "revision",
    metadata,
    _key("store"),
    Column("value", BigInteger, nullable=False),
    comment="one row: the last revision given to a published row; locked by whoever publishes",
)

device = Table(
    "device",
    metadata,
    _key("store"),
    _key("device"),
    Column("name", String(64), nullable=False),
    Column("number", Integer, nullable=False, comment="1, 2, 3 … in its store"),
    Column("public_key", LargeBinary(32), nullable=False),
    Column("epoch", Integer, nullable=False),
    Column("state", String(16), nullable=False, comment="active, quarantined, copied, held or revoked"),
    Column("enrolled_at", BigInteger, nullable=False),
    Column("revoked_at", BigInteger),
    Column("app_version", String(64), nullable=False),
    Column("seen_at", BigInteger),
    Column("parked_at", BigInteger, comment="shut down: it uses no right before it has met HQ again"),
    Column("health", Text, comment="the last push's, JSON"),
    Column("instance", _ID, comment="the program that opened the last session"),
    Column("instance_at", BigInteger, comment="when it opened its first"),
    Column("waits_since", BigInteger, comment="copied or held: a person has to decide"),
    Column("let_go_at", BigInteger, comment="a person decided"),
    Column("ahead_at", BigInteger, comment="the latest time it stamped anything with that lay far before HQ's clock"),
    Index(None, "device"),
)

instance = Table(
    "instance",
    metadata,
    _key("store"),
    _key("device"),
    _key("instance"),
    Column("seen_at", BigInteger, nullable=False),
    comment="programs that opened sessions of a device; two in turn are two machines",
)

chain = Table(
    "chain",
    metadata,
    _key("store"),
    _key("device"),
    _key("epoch", Integer),
    Column("last_seq", BigInteger, nullable=False),
    Column("last_hash", LargeBinary(32), nullable=False),
    Column("began_at", BigInteger, nullable=False),
    Column("closed_at", BigInteger),
    Column("common_seq", BigInteger, comment="the last seq the terminal still had of this epoch when it left it"),
    Column("instance", _ID, comment="the program that told of it last"),
    comment="what HQ holds of each epoch of each device; never forgotten",
)

fact = Table(
    "fact",
    metadata,
    _key("store"),
    _key("device"),
    _key("epoch", Integer),
    _key("seq", BigInteger),
    Column("raw", LargeBinary, nullable=False, comment="as the terminal made them"),
    Column("hash", LargeBinary(32), nullable=False),
    Column("kind", _KIND, comment="null when unread"),
    Column("hlc", BigInteger),
    Column("at", BigInteger, comment="the terminal's time corrected by HQ's, as far as it knew"),
    Column("received_at", BigInteger, nullable=False),
    Column("unread", Text, comment="why HQ could not read it"),
    sqlite_with_rowid=False,
)
Index(
    "ix_fact_unread",
    fact.c.store,
    fact.c.device,
    sqlite_where=fact.c.unread.is_not(None),
    postgresql_where=fact.c.unread.is_not(None),
)
Index(
    "ix_fact_restarted",
    fact.c.store,
    fact.c.device,
    fact.c.at,
    sqlite_where=fact.c.kind == literal_column("'program.restarted'"),
    postgresql_where=fact.c.kind == literal_column("'program.restarted'"),
)

enroll_code = Table(
    "enroll_code",
    metadata,
    _key("store"),
    _key("code"),
    Column("for_device", _ID, comment="a re-enrolment's"),
    Column("by_hand", Integer, comment="1: a person asked for it, and the device may come with another key"),
    Column("name", String(64), comment="of the terminal to be"),
    Column("expires_at", BigInteger, nullable=False),
    Column("used_at", BigInteger),
    Column("used_by", _ID),
    Index(None, "code"),
    comment="codes are stored as SHA-256 in hex",
)

challenge = Table(
    "challenge",
    metadata,
    _key("store"),
    _key("device"),
    _key("nonce", LargeBinary(32)),
    Column("expires_at", BigInteger, nullable=False),
)

session = Table(
    "session",
    metadata,
    _key("store"),
    _key("token"),
    Column("device", _ID, nullable=False),
    Column("instance", _ID, comment="the program that opened it"),
    Column("expires_at", BigInteger, nullable=False),
    Index(None, "token"),
    Index(None, "device"),
    comment="tokens are stored as SHA-256 in hex",
)

published = Table(
    "published",
    metadata,
    _key("store"),
    _key("subject", String(80)),
    _key("id", String(140)),
    Column("rev", BigInteger, nullable=False),
    Column("data", Text, comment="the row's JSON; null: deleted"),
    Column("changed_at", BigInteger, nullable=False),
    Index(None, "store", "subject", "rev"),
    Index(None, "subject", "id"),
    sqlite_with_rowid=False,
    comment="rows of the buckets; a bucket is (store, subject), see kiosk/hq/rows/buckets.py",
)

found_by = Table(
    "found_by",
    metadata,
    _key("store"),
    _key("subject", String(80)),
    _key("word", String(140)),
    _key("id", String(140)),
    Index(None, "store", "subject", "id"),
    sqlite_with_rowid=False,
    comment="what published members and coupons are found by (kiosk/hq/rows/found_by.py)",
)

bucket = Table(
    "bucket",
    metadata,
    _key("store"),
    _key("subject", String(80)),
    Column("rows", BigInteger, nullable=False),
    Column("checksum", BigInteger, nullable=False, comment="domain/digest.py"),
    Column("head", BigInteger, nullable=False, comment="its highest revision"),
    Column("pruned", BigInteger, nullable=False, comment="the highest revision of a forgotten deletion"),
)

sale = Table(
    "sale",
    metadata,
    _key("store"),
    _key("txn"),
    Column("device", _ID, nullable=False),
    Column("epoch", Integer, nullable=False),
    Column("seq", BigInteger, nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("actor", _ID, nullable=False),
    Column("member", _ID),
    Column("amount", BigInteger, nullable=False),
    Column("total", BigInteger, nullable=False),
    Index(None, "txn"),
    sqlite_with_rowid=False,
)

voiding = Table(
    "voiding",
    metadata,
    _key("store"),
    _key("txn"),
    Column("device", _ID, nullable=False),
    Column("epoch", Integer, nullable=False),
    Column("seq", BigInteger, nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("actor", _ID, nullable=False),
    Column("reason", Text, nullable=False),
    Column("approved_by", _ID),
    comment="kept apart from sale: a void may arrive before what it undoes",
)

redemption = Table(
    "redemption",
    metadata,
    _key("store"),
    _key("coupon"),
    _key("txn"),
    Column("at_store", _ID, nullable=False, comment="where it was used; `store` is the coupon's home"),
    Column("device", _ID, nullable=False),
    Column("epoch", Integer, nullable=False),
    Column("seq", BigInteger, nullable=False),
    Column("hlc", BigInteger, nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("actor", _ID, nullable=False),
    Column("template", _ID, nullable=False),
    Column("member", _ID),
    Column("value", BigInteger, nullable=False),
    Column("right", String(16), nullable=False),
    Column("op", _ID),
    Column("state", String(16), nullable=False, comment="counts, conflict or voided"),
    Index(None, "coupon"),
    Index(None, "member"),
    Index(None, "at_store", "txn"),
    sqlite_with_rowid=False,
)

conflict = Table(
    "conflict",
    metadata,
    _key("store"),
    _key("coupon"),
    _key("txn"),
    Column("winner_txn", _ID, nullable=False),
    Column("winner_device", _ID, nullable=False),
    Column("found_at", BigInteger, nullable=False),
    Column("closed_at", BigInteger, comment="one of the uses was voided, or another order of arrival showed it won"),
    comment="uses beyond what a coupon is good for; never undone",
)

right_grant = Table(
    "right_grant",
    metadata,
    _key("store"),
    _key("coupon"),
    _key("fence", BigInteger),
    Column("device", _ID, nullable=False),
    Column("uses", Integer, nullable=False),
    Column("granted_at", BigInteger, nullable=False),
    Column("recalled_at", BigInteger),
    Column("ended_at", BigInteger),
    Index(None, "coupon"),
    Index(None, "device"),
    sqlite_with_rowid=False,
)

op = Table(
    "op",
    metadata,
    _key("store"),
    _key("device"),
    _key("op"),
    Column("coupon", _ID),
    Column("template", _ID),
    Column("txn", _ID),
    Column("value", BigInteger),
    Column("verdict", String(16), nullable=False, comment="pending, granted or refused"),
    Column("code", String(64)),
    Column("args", Text, comment="JSON"),
    Column("asked_at", BigInteger, nullable=False),
    Column("expires_at", BigInteger),
    Column("closed", String(16), comment="consumed, abandoned, expired or superseded"),
    Column("closed_at", BigInteger),
    Index(None, "coupon"),
)

snapshot = Table(
    "snapshot",
    metadata,
    _key("store"),
    _key("subject", String(80)),
    _key("cursor", BigInteger),
    Column("sha256", String(64), nullable=False),
    Column("rows", BigInteger, nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("made_at", BigInteger, nullable=False),
    Index(None, "sha256"),
)

# -- campaigns --------------------------------------------------------------------------------------------------------

_LONG_KEY = String(200)

member_fact = Table(
    "member_fact",
    metadata,
    _key("store"),
    _key("member"),
    _key("hlc", BigInteger),
    _key("device"),
    Column("epoch", Integer, nullable=False),
    Column("seq", BigInteger, nullable=False),
    Index(None, "member"),
    sqlite_with_rowid=False,
    comment="which facts belong to a member's history; a fact carried into another epoch is the same",
)

goods_back = Table(
    "goods_back",
    metadata,
    _key("store"),
    _key("txn"),
    _key("hlc", BigInteger),
    _key("device"),
    Column("epoch", Integer, nullable=False),
    Column("seq", BigInteger, nullable=False),
    sqlite_with_rowid=False,
    comment="parts of sales that came back; like a void one may arrive before its sale",
)

referral = Table(
    "referral",
    metadata,
    _key("store"),
    _key("member"),
    Column("referrer", _ID, nullable=False),
    Column("hlc", BigInteger, nullable=False),
    Column("device", _ID, nullable=False),
    comment="who recommended a member, for sales at terminals that do not know it",
)

due_member = Table(
    "due_member",
    metadata,
    _key("store"),
    _key("member"),
    _key("device"),
    Column("since", BigInteger, nullable=False),
    comment="members about whom something arrived from a device since their rewards were counted",
)

reward_coupon = Table(
    "reward_coupon",
    metadata,
    _key("store"),
    _key("coupon"),
    Column("hlc", BigInteger, nullable=False),
    Column("device", _ID, nullable=False),
    Column("back", Integer, nullable=False, comment="1: taken back"),
    comment="the latest word of any journal on a coupon that a campaign gave, whatever the order of arrival",
)

quantity = Table(
    "quantity",
    metadata,
    _key("store"),
    _key("key", _LONG_KEY),
    Column("campaign", _ID, nullable=False),
    Column("whole", BigInteger, nullable=False),
    Column("left", BigInteger, nullable=False, comment="not leased out; below zero after an edition with less"),
    comment="stock, budgets and totals of campaigns; whole = left + the sum of all leases",
)

lease = Table(
    "lease",
    metadata,
    _key("store"),
    _key("device"),
    _key("key", _LONG_KEY),
    Column("granted", BigInteger, nullable=False, comment="what is out of the whole, used or not"),
    Column("used", BigInteger, nullable=False, comment="by the device's facts"),
    Column("owed", BigInteger, nullable=False, comment="taken back, and the device has not been told"),
    Column("recalled_at", BigInteger, comment="the device was asked to give it back, and has not answered"),
    Index(None, "key"),
)

lease_holder = Table(
    "lease_holder",
    metadata,
    _key("store"),
    _key("device"),
    Column("fence", BigInteger, nullable=False),
    Column("expires_at", BigInteger, nullable=False),
)

lease_op = Table(
    "lease_op",
    metadata,
    _key("store"),
    _key("device"),
    _key("op"),
    Column("granted", Text, nullable=False, comment="JSON"),
    Column("fence", BigInteger, nullable=False),
    Column("expires_at", BigInteger, nullable=False),
    Column("at", BigInteger, nullable=False),
)

shared_count = Table(
    "shared_count",
    metadata,
    _key("store"),
    _key("key", _LONG_KEY),
    Column("count", BigInteger, nullable=False),
    comment="how much of a limit by household, clerk, device or day is used up, by everybody's facts",
)

overrun = Table(
    "overrun",
    metadata,
    _key("store"),
    _key("reward", String(300)),
    Column("member", _ID, nullable=False),
    Column("kind", _KIND, nullable=False),
    Column("ref", String(200), nullable=False),
    Column("given", BigInteger, nullable=False),
    Column("due", BigInteger, nullable=False),
    Column("cost", BigInteger, nullable=False),
    Column("found_at", BigInteger, nullable=False),
    Column("closed_at", BigInteger, comment="what arrived later explains it"),
    comment="what terminals gave though the rules, knowing everything, would not have",
)

unsigned_coupon = Table(
    "unsigned_coupon",
    metadata,
    _key("store"),
    _key("coupon"),
    _key("device"),
    Column("at_store", _ID, nullable=False, comment="the device's"),
    Column("home", _ID, nullable=False),
    Column("member", _ID, nullable=False),
    Column("reward", String(300), nullable=False),
    Column("granted", Text, nullable=False, comment="JSON of the reward"),
    Column("data", Text, nullable=False, comment="JSON of the coupon, without a signature"),
    Column("hlc", BigInteger, nullable=False),
    Column("held", Integer, nullable=False, comment="1: the device may use it already"),
    Column("since", BigInteger, nullable=False),
    Column("refused_at", BigInteger, comment="a person decided"),
    Index("ix_unsigned_coupon_store_member", "store", "member"),
    comment="coupons that terminals made beyond what is signed at once; signed when HQ's own count confirms them",
)

signed_at_once = Table(
    "signed_at_once",
    metadata,
    _key("store"),
    _key("device"),
    _key("rule", _LONG_KEY),
    Column("day", Integer, nullable=False, comment="days since 1970, UTC, by HQ's clock"),
    Column("count", BigInteger, nullable=False),
    comment="coupons of a terminal that HQ signed on its last day without counting for itself",
)

retelling = Table(
    "retelling",
    metadata,
    _key("store"),
    _key("member"),
    Column("after", Text, nullable=False, comment="JSON of where the history has been told up to; empty: not begun"),
    comment="members who have moved, and whose history is too long to be told in one transaction",
)

undo = Table(
    "undo",
    metadata,
    _key("store"),
    _key("device"),
    Column("since", BigInteger, nullable=False, comment="what HQ was told from then on"),
    Column("state", String(16), nullable=False, comment="marking, deriving, mending, done or redoing"),
    Column("epoch", Integer, nullable=False, comment="up to this fact it has been gone through"),
    Column("seq", BigInteger, nullable=False),
    Column("facts", BigInteger, nullable=False, comment="so many are undone"),
    Column("asked_at", BigInteger, nullable=False),
    Column("done_at", BigInteger),
    comment="terminals of which what they did is undone",
)

undo_todo = Table(
    "undo_todo",
    metadata,
    _key("store"),
    _key("device"),
    _key("what", String(16)),
    _key("key", _LONG_KEY),
    comment="what rested on facts that are undone, and has to be mended once read models are derived without them",
)

sweep = Table(
    "sweep",
    metadata,
    _key("store"),
    Column("day", Integer, nullable=False, comment="ordinal, by the store's clock"),
    Column("after", _ID, nullable=False, comment="members up to this id have been looked at"),
    Column("done", Integer, nullable=False),
)

# -- paper slips ------------------------------------------------------------------------------------------------------

slip_out = Table(
    "slip_out",
    metadata,
    _key("store"),
    _key("book"),
    Column("rule", _ID, nullable=False),
    Column("holder_store", _ID, nullable=False),
    Column("holder", _ID, nullable=False, comment="out of whose share it was taken"),
    Column("out", BigInteger, nullable=False),
    comment="what each book takes of what was set aside for its rule: uses that happened, and those that may",
)

# -- papers for phones ------------------------------------------------------------------------------------------------

page = Table(
    "page",
    metadata,
    _key("store"),
    _key("page"),
    Column("device", _ID, nullable=False),
    Column("document", LargeBinary, nullable=False, comment="JSON of blocks"),
    Column("at", BigInteger, nullable=False),
    Column("until", BigInteger, nullable=False, comment="nobody opens it any more"),
    Index(None, "page", unique=True),
    Index(None, "until"),
    Index(None, "store", "device", "at"),
    comment="papers that a phone opens by a code instead of paper, for a while",
)

# -- messages to people, and one-time codes ----------------------------------------------------------------------------

setting = Table(
    "setting",
    metadata,
    _key("store"),
    _key("name"),
    Column("value", Text, nullable=False, comment="JSON"),
    Column("changed_at", BigInteger, nullable=False),
    Column("changed_by", String(64), nullable=False),
    comment="what people at HQ have set; secrets are in the key store",
)

message = Table(
    "message",
    metadata,
    _key("store"),
    _key("message"),
    Column("channel", String(8), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("member", _ID),
    Column("recipient", String(254), nullable=False, comment="empty once it is over"),
    Column("shown", String(254), nullable=False, comment="the recipient, masked"),
    Column("language", String(8), nullable=False),
    Column("words", Text, nullable=False, comment="JSON of what is filled in; {} once it is over"),
    Column("zone", String(64), nullable=False, comment="of the hours in which nobody is woken; empty: at any hour"),
    Column("state", String(16), nullable=False, comment="waiting, sending, sent or failed"),
    Column("urgent", Integer, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("next_at", BigInteger, nullable=False, comment="not tried before"),
    Column("until", BigInteger, nullable=False, comment="later it is of no use"),
    Column("done_at", BigInteger),
    Column("why", String(64), nullable=False, comment="a stable code: why it was not taken"),
    Column("ref", String(64), nullable=False, comment="what the gateway calls it"),
    Index(None, "channel", "state", "next_at"),
    Index(None, "member"),
    Index(None, "done_at"),
    comment="the outbox: letters to people's phones and mail boxes",
)

one_time_code = Table(
    "one_time_code",
    metadata,
    _key("store"),
    _key("op"),
    Column("who", String(64), nullable=False, comment="keyed hash of the phone"),
    Column("asked_by", String(80), nullable=False, comment="d/ and a device, or a/ and a keyed hash of an address"),
    Column("purpose", String(16), nullable=False),
    Column("phone", String(20), nullable=False, comment="E.164; empty once it is over"),
    Column("code", LargeBinary(32), nullable=False, comment="keyed hash of the digits"),
    Column("message", _ID, nullable=False),
    Column("state", String(16), nullable=False, comment="open, proved or spent"),
    Column("tries", Integer, nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("until", BigInteger, nullable=False),
    Index(None, "who", "at"),
    Index(None, "asked_by", "at"),
    Index(None, "at"),
    comment="codes by which somebody proves that a phone is theirs",
)

person = Table(
    "person",
    metadata,
    _key("store"),
    _key("member"),
    Column("salt", LargeBinary(32), nullable=False),
    Column("data", LargeBinary, nullable=False, comment="canonical JSON of the person, as the fact commits to it"),
    Column("card_no", String(32), nullable=False),
    Column("at", BigInteger, nullable=False, comment="when HQ was told"),
    Index(None, "member"),
    comment="who registered; what can be erased, since no fact holds it",
)

review = Table(
    "review",
    metadata,
    _key("store"),
    _key("member"),
    Column("home", _ID, nullable=False, comment="the store"),
    Column("state", String(16), nullable=False, comment="waiting, asked, approved or rejected"),
    Column("reasons", Text, nullable=False, comment="JSON: why somebody looks"),
    Column("at", BigInteger, nullable=False),
    Column("decided_at", BigInteger),
    Column("decided_by", String(64), nullable=False),
    Column("reason", String(64), nullable=False),
    Column("note", Text, nullable=False, comment="in a person's words; goes with the person"),
    Index(None, "state", "at"),
    comment="registrations that somebody at HQ looks at, and what they said",
)

# -- read models ------------------------------------------------------------------------------------------------------

projection = Table(
    "projection",
    metadata,
    _key("store"),
    _key("name"),
    Column("version", Integer, nullable=False, comment="of the rows that are there; 0: not whole yet"),
    Column("done", BigInteger, nullable=False, comment="facts applied by the derivation that goes on, or went"),
    Column("total", BigInteger, nullable=False, comment="facts it has to apply"),
    comment="how far each read model has got (kiosk/hq/projections)",
)
