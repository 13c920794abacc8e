"""HQ's tables. Every primary key starts with the store, so that a distributed PostgreSQL can spread them by it
(sync.md, "HQ's machine room"); what belongs to the whole chain lives under the store CHAIN.

Times are ms since 1970, UTC; money in minor units.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Index, LargeBinary, String, Table, Text, literal_column

from kiosk.hq.store.columns import CHAIN as CHAIN
from kiosk.hq.store.columns import ID, WHOLE, key
from kiosk.hq.store.columns import metadata as metadata

_KIND = String(64)

revision = Table(
    "revision",
    metadata,
    key("store"),
    Column("value", BigInteger, nullable=False),
    comment="one row: the last revision given to a published row; locked by whoever publishes",
)

device = Table(
    "device",
    metadata,
    key("store"),
    key("device"),
    Column("name", String(64), nullable=False),
    Column("number", WHOLE, nullable=False, comment="1, 2, 3 … in its store"),
    Column("public_key", LargeBinary(32), nullable=False),
    Column("epoch", WHOLE, nullable=False),
    Column("state", String(16), nullable=False, comment="active, quarantined, copied, held or revoked"),
    Column("enrolled_at", BigInteger, nullable=False),
    Column("revoked_at", BigInteger),
    Column("app_version", String(64), nullable=False),
    Column("seen_at", BigInteger),
    Column("parked_at", BigInteger, comment="shut down: it uses no right before it has met HQ again"),
    Column("health", Text, comment="the last push's, JSON"),
    Column("instance", ID, comment="the program that opened the last session"),
    Column("instance_at", BigInteger, comment="when it opened its first"),
    Column("waits_since", BigInteger, comment="copied or held: a person has to decide"),
    Column("let_go_at", BigInteger, comment="a person decided"),
    Column("ahead_at", BigInteger, comment="the latest time it stamped anything with that lay far before HQ's clock"),
    Index(None, "device"),
)

instance = Table(
    "instance",
    metadata,
    key("store"),
    key("device"),
    key("instance"),
    Column("seen_at", BigInteger, nullable=False),
    comment="programs that opened sessions of a device; two in turn are two machines",
)

chain = Table(
    "chain",
    metadata,
    key("store"),
    key("device"),
    key("epoch", WHOLE),
    Column("last_seq", BigInteger, nullable=False),
    Column("last_hash", LargeBinary(32), nullable=False),
    Column("began_at", BigInteger, nullable=False),
    Column("closed_at", BigInteger),
    Column("common_seq", BigInteger, comment="the last seq the terminal still had of this epoch when it left it"),
    Column("instance", ID, comment="the program that told of it last"),
    comment="what HQ holds of each epoch of each device; never forgotten",
)

fact = Table(
    "fact",
    metadata,
    key("store"),
    key("device"),
    key("epoch", WHOLE),
    key("seq", BigInteger),
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
Index("ix_fact_stamped", fact.c.store, fact.c.device, fact.c.hlc)
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
    key("store"),
    key("code"),
    Column("for_device", ID, comment="a re-enrolment's"),
    Column("by_hand", WHOLE, comment="1: a person asked for it, and the device may come with another key"),
    Column("name", String(64), comment="of the terminal to be"),
    Column("expires_at", BigInteger, nullable=False),
    Column("used_at", BigInteger),
    Column("used_by", ID),
    Index(None, "code"),
    comment="codes are stored as SHA-256 in hex",
)

challenge = Table(
    "challenge",
    metadata,
    key("store"),
    key("device"),
    key("nonce", LargeBinary(32)),
    Column("expires_at", BigInteger, nullable=False),
)

session = Table(
    "session",
    metadata,
    key("store"),
    key("token"),
    Column("device", ID, nullable=False),
    Column("instance", ID, comment="the program that opened it"),
    Column("expires_at", BigInteger, nullable=False),
    Index(None, "token"),
    Index(None, "device"),
    comment="tokens are stored as SHA-256 in hex",
)

published = Table(
    "published",
    metadata,
    key("store"),
    key("subject", String(80)),
    key("id", String(140)),
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
    key("store"),
    key("subject", String(80)),
    key("word", String(140)),
    key("id", String(140)),
    Index(None, "store", "subject", "id"),
    sqlite_with_rowid=False,
    comment="what published members and coupons are found by (kiosk/hq/rows/found_by.py)",
)

bucket = Table(
    "bucket",
    metadata,
    key("store"),
    key("subject", String(80)),
    Column("rows", BigInteger, nullable=False),
    Column("checksum", BigInteger, nullable=False, comment="domain/digest.py"),
    Column("head", BigInteger, nullable=False, comment="its highest revision"),
    Column("pruned", BigInteger, nullable=False, comment="the highest revision of a forgotten deletion"),
)

sale = Table(
    "sale",
    metadata,
    key("store"),
    key("txn"),
    Column("device", ID, nullable=False),
    Column("epoch", WHOLE, nullable=False),
    Column("seq", BigInteger, nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("actor", ID, nullable=False),
    Column("member", ID),
    Column("amount", BigInteger, nullable=False),
    Column("total", BigInteger, nullable=False),
    Index(None, "txn"),
    sqlite_with_rowid=False,
)

voiding = Table(
    "voiding",
    metadata,
    key("store"),
    key("txn"),
    Column("device", ID, nullable=False),
    Column("epoch", WHOLE, nullable=False),
    Column("seq", BigInteger, nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("actor", ID, nullable=False),
    Column("reason", Text, nullable=False),
    Column("approved_by", ID),
    comment="kept apart from sale: a void may arrive before what it undoes",
)

redemption = Table(
    "redemption",
    metadata,
    key("store"),
    key("coupon"),
    key("txn"),
    Column("at_store", ID, nullable=False, comment="where it was used; `store` is the coupon's home"),
    Column("device", ID, nullable=False),
    Column("epoch", WHOLE, nullable=False),
    Column("seq", BigInteger, nullable=False),
    Column("hlc", BigInteger, nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("actor", ID, nullable=False),
    Column("template", ID, nullable=False),
    Column("member", ID),
    Column("value", BigInteger, nullable=False),
    Column("right", String(16), nullable=False),
    Column("op", ID),
    Column("state", String(16), nullable=False, comment="counts, conflict or voided"),
    Column("units", BigInteger, nullable=False, server_default="1", comment="of a voucher of value: minor units"),
    Column("kept", WHOLE, nullable=False, server_default="0", comment="1: a void does not give it back"),
    Index(None, "coupon"),
    Index(None, "member"),
    Index(None, "at_store", "txn"),
    sqlite_with_rowid=False,
)

voucher_refund = Table(
    "voucher_refund",
    metadata,
    key("store"),
    key("coupon"),
    key("txn"),
    key("hlc", BigInteger),
    Column("device", ID, nullable=False),
    Column("epoch", WHOLE, nullable=False),
    Column("seq", BigInteger, nullable=False),
    Column("units", BigInteger, nullable=False),
    Index(None, "coupon"),
    comment="what came back onto a voucher of value of what it had paid; `store`: where",
)

conflict = Table(
    "conflict",
    metadata,
    key("store"),
    key("coupon"),
    key("txn"),
    Column("winner_txn", ID, nullable=False),
    Column("winner_device", ID, nullable=False),
    Column("found_at", BigInteger, nullable=False),
    Column("closed_at", BigInteger, comment="one of the uses was voided, or another order of arrival showed it won"),
    comment="uses beyond what a coupon is good for; never undone",
)

right_grant = Table(
    "right_grant",
    metadata,
    key("store"),
    key("coupon"),
    key("fence", BigInteger),
    Column("device", ID, nullable=False),
    Column("uses", WHOLE, nullable=False),
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
    key("store"),
    key("device"),
    key("op"),
    Column("coupon", ID),
    Column("template", ID),
    Column("txn", ID),
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
    key("store"),
    key("subject", String(80)),
    key("cursor", BigInteger),
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
    key("store"),
    key("member"),
    key("hlc", BigInteger),
    key("device"),
    Column("epoch", WHOLE, nullable=False),
    Column("seq", BigInteger, nullable=False),
    Index(None, "member"),
    sqlite_with_rowid=False,
    comment="which facts belong to a member's history; a fact carried into another epoch is the same",
)

goods_back = Table(
    "goods_back",
    metadata,
    key("store"),
    key("txn"),
    key("hlc", BigInteger),
    key("device"),
    Column("epoch", WHOLE, nullable=False),
    Column("seq", BigInteger, nullable=False),
    sqlite_with_rowid=False,
    comment="parts of sales that came back; like a void one may arrive before its sale",
)

referral = Table(
    "referral",
    metadata,
    key("store"),
    key("member"),
    Column("referrer", ID, nullable=False),
    Column("hlc", BigInteger, nullable=False),
    Column("device", ID, nullable=False),
    comment="who recommended a member, for sales at terminals that do not know it",
)

due_member = Table(
    "due_member",
    metadata,
    key("store"),
    key("member"),
    key("device"),
    Column("since", BigInteger, nullable=False),
    comment="members about whom something arrived from a device since their rewards were counted",
)

reward_coupon = Table(
    "reward_coupon",
    metadata,
    key("store"),
    key("coupon"),
    Column("hlc", BigInteger, nullable=False),
    Column("device", ID, nullable=False),
    Column("back", WHOLE, nullable=False, comment="1: taken back"),
    comment="the latest word of any journal on a coupon that a campaign gave, whatever the order of arrival",
)

quantity = Table(
    "quantity",
    metadata,
    key("store"),
    key("key", _LONG_KEY),
    Column("campaign", ID, nullable=False),
    Column("whole", BigInteger, nullable=False),
    Column("left", BigInteger, nullable=False, comment="not leased out; below zero after an edition with less"),
    comment="stock, budgets and totals of campaigns; whole = left + the sum of all leases",
)

lease = Table(
    "lease",
    metadata,
    key("store"),
    key("device"),
    key("key", _LONG_KEY),
    Column("granted", BigInteger, nullable=False, comment="what is out of the whole, used or not"),
    Column("used", BigInteger, nullable=False, comment="by the device's facts"),
    Column("owed", BigInteger, nullable=False, comment="taken back, and the device has not been told"),
    Column("recalled_at", BigInteger, comment="the device was asked to give it back, and has not answered"),
    Index(None, "key"),
)

lease_holder = Table(
    "lease_holder",
    metadata,
    key("store"),
    key("device"),
    Column("fence", BigInteger, nullable=False),
    Column("expires_at", BigInteger, nullable=False),
)

lease_op = Table(
    "lease_op",
    metadata,
    key("store"),
    key("device"),
    key("op"),
    Column("granted", Text, nullable=False, comment="JSON"),
    Column("fence", BigInteger, nullable=False),
    Column("expires_at", BigInteger, nullable=False),
    Column("at", BigInteger, nullable=False),
)

shared_count = Table(
    "shared_count",
    metadata,
    key("store"),
    key("key", _LONG_KEY),
    Column("count", BigInteger, nullable=False),
    comment="how much of a limit by household, clerk, device or day is used up, by everybody's facts",
)

overrun = Table(
    "overrun",
    metadata,
    key("store"),
    key("reward", String(300)),
    Column("member", ID, nullable=False),
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
    key("store"),
    key("coupon"),
    key("device"),
    Column("at_store", ID, nullable=False, comment="the device's"),
    Column("home", ID, nullable=False),
    Column("member", ID, nullable=False),
    Column("reward", String(300), nullable=False),
    Column("granted", Text, nullable=False, comment="JSON of the reward"),
    Column("data", Text, nullable=False, comment="JSON of the coupon, without a signature"),
    Column("hlc", BigInteger, nullable=False),
    Column("held", WHOLE, nullable=False, comment="1: the device may use it already"),
    Column("since", BigInteger, nullable=False),
    Column("refused_at", BigInteger, comment="a person decided"),
    Index("ix_unsigned_coupon_store_member", "store", "member"),
    comment="coupons that terminals made beyond what is signed at once; signed when HQ's own count confirms them",
)

signed_at_once = Table(
    "signed_at_once",
    metadata,
    key("store"),
    key("device"),
    key("rule", _LONG_KEY),
    Column("day", WHOLE, nullable=False, comment="days since 1970, UTC, by HQ's clock"),
    Column("count", BigInteger, nullable=False),
    comment="coupons of a terminal that HQ signed on its last day without counting for itself",
)

retelling = Table(
    "retelling",
    metadata,
    key("store"),
    key("member"),
    Column("after", Text, nullable=False, comment="JSON of where the history has been told up to; empty: not begun"),
    comment="members who have moved, and whose history is too long to be told in one transaction",
)

undo = Table(
    "undo",
    metadata,
    key("store"),
    key("device"),
    Column("since", BigInteger, nullable=False, comment="what HQ was told from then on"),
    Column("state", String(16), nullable=False, comment="marking, deriving, mending, done or redoing"),
    Column("epoch", WHOLE, nullable=False, comment="up to this fact it has been gone through"),
    Column("seq", BigInteger, nullable=False),
    Column("facts", BigInteger, nullable=False, comment="so many are undone"),
    Column("asked_at", BigInteger, nullable=False),
    Column("done_at", BigInteger),
    comment="terminals of which what they did is undone",
)

undo_todo = Table(
    "undo_todo",
    metadata,
    key("store"),
    key("device"),
    key("what", String(16)),
    key("key", _LONG_KEY),
    comment="what rested on facts that are undone, and has to be mended once read models are derived without them",
)

sweep = Table(
    "sweep",
    metadata,
    key("store"),
    Column("day", WHOLE, nullable=False, comment="ordinal, by the store's clock"),
    Column("after", ID, nullable=False, comment="members up to this id have been looked at"),
    Column("done", WHOLE, nullable=False),
)

# -- paper slips ------------------------------------------------------------------------------------------------------

slip_out = Table(
    "slip_out",
    metadata,
    key("store"),
    key("book"),
    Column("rule", ID, nullable=False),
    Column("holder_store", ID, nullable=False),
    Column("holder", ID, nullable=False, comment="out of whose share it was taken"),
    Column("out", BigInteger, nullable=False),
    comment="what each book takes of what was set aside for its rule: uses that happened, and those that may",
)

# -- papers for phones ------------------------------------------------------------------------------------------------

page = Table(
    "page",
    metadata,
    key("store"),
    key("page"),
    Column("device", ID, nullable=False),
    Column("document", LargeBinary, nullable=False, comment="JSON of blocks"),
    Column("at", BigInteger, nullable=False),
    Column("until", BigInteger, nullable=False, comment="nobody opens it any more"),
    Index(None, "page", unique=True),
    Index(None, "until"),
    Index(None, "store", "device", "at"),
    comment="papers that a phone opens by a code instead of paper, for a while",
)

# -- what people set ---------------------------------------------------------------------------------------------------

setting = Table(
    "setting",
    metadata,
    key("store"),
    key("name"),
    Column("value", Text, nullable=False, comment="JSON"),
    Column("changed_at", BigInteger, nullable=False),
    Column("changed_by", String(64), nullable=False),
    comment="what people at HQ have set; secrets are in the key store",
)

# -- read models ------------------------------------------------------------------------------------------------------

projection = Table(
    "projection",
    metadata,
    key("store"),
    key("name"),
    Column("version", WHOLE, nullable=False, comment="of the rows that are there; 0: not whole yet"),
    Column("done", BigInteger, nullable=False, comment="facts applied by the derivation that goes on, or went"),
    Column("total", BigInteger, nullable=False, comment="facts it has to apply"),
    comment="how far each read model has got (kiosk/hq/projections)",
)
