"""Tables of `ref.db`: one a bucket with the rows as HQ published them, and what they are found by.

What a row is found by follows from the row, so triggers keep it: whether a page, a snapshot or an emptied bucket
changed the rows, it cannot be forgotten.
"""

from __future__ import annotations

from sqlalchemy import Connection

from kiosk.adapters.db.name_search import plain, sounds
from kiosk.domain.stores import Store
from kiosk.protocol.row_reader import read_row

LAYOUT = 19
"""Written into user_version. A file with another layout is thrown away and fetched anew."""

TABLES = {
    "stores": "store",
    "brand": "brand",
    "goods": "goods",
    "articles": "article",
    "registration": "registration",
    "templates": "template",
    "campaigns": "campaign",
    "editions": "edition",
    "keys": "key",
    "terminals": "terminal",
    "revocations": "revocation",
    "members": "member",
    "coupons": "coupon",
    "spent": "spent",
    "events": "event",
    "slip_rules": "slip_rule",
    "slips": "slip_book",
    "slip_marks": "slip_marks",
    "help": "help",
    "prizes": "prize",
    "excluded": "excluded",
    "beacon_chains": "beacon_chain",
    "beacons": "beacon",
    "wheels": "wheel",
    "wheel_leases": "wheel_lease",
    "draws": "draw",
    "gatherings": "gathering",
    "guests": "guest",
    "attendance": "attendance",
    "photos": "photo",
    "photo_marks": "photo_mark",
}
"""Last part of a bucket's name → table."""

STORED = "CASE json_valid({0}) WHEN 0 THEN '{{}}' ELSE {0} END"
"""A row's data as it is kept: always JSON, or the indexes below would refuse the row and its whole page with it."""

LONGEST_NAME = 80
"""Characters of a name by which it is found."""

CAMPAIGN_TABLES = frozenset({"edition", "event", "key", "member", "store"})
"""What the rewards of campaigns depend on."""

_INDEXES = {
    "member_card": "member (json_extract(data, '$.card_no'))",
    "member_phone_tail": "member (substr(json_extract(data, '$.phone'), -4), json_extract(data, '$.phone'))",
    "coupon_member": "coupon (json_extract(data, '$.coupon.member'))",
    "visitor_card": "visitor (json_extract(data, '$.card_no'))",
    "visitor_coupon": "visitor_row (kind, json_extract(data, '$.coupon'))",
    "terminal_device": "terminal (json_extract(data, '$.device'))",
    "attendance_rev": "attendance (rev)",
    "guest_phone": "guest (json_extract(data, '$.phone')) WHERE json_extract(data, '$.phone') <> ''",
    "guest_member": "guest (json_extract(data, '$.member')) WHERE json_extract(data, '$.member') <> ''",
    "spent_member": "spent (json_extract(data, '$.member'), json_extract(data, '$.template'))",
}

# whoever is in the history; a row that cannot be read is nobody's, and must not stop its page. (No INSERT OR … in
# triggers: what the statement says that sets them off goes before it.)
_ADD = (
    "INSERT INTO event_member (member, event) SELECT DISTINCT value, new.id"
    " FROM json_each(new.data, '$.members') WHERE type = 'text'"
)
_REMOVE = (
    "DELETE FROM event_member WHERE event = old.id AND member IN"
    " (SELECT value FROM json_each(old.data, '$.members') WHERE type = 'text')"
)
# how a name is searched is the program's to say: the connection that writes lends SQLite two functions
_FORGET_KEYS = "DELETE FROM member_key WHERE id = old.id"
_KEYS = (
    "INSERT INTO member_key (id, name, sounds, store, last, visits)"
    " SELECT new.id, name, name_sounds(name), json_extract(new.data, '$.home_store'),"
    " json_extract(new.data, '$.bought[#-1][0]'), json_extract(new.data, '$.visits')"
    " FROM (SELECT name_plain(json_extract(new.data, '$.name')) AS name)"
    # whoever was merged into another is found as that one
    " WHERE coalesce(json_extract(new.data, '$.merged_into'), '') = ''"
)
_FORGET_CODES = "DELETE FROM guest_code WHERE guest = old.id"
_CODES = (
    "INSERT INTO guest_code (event, code, guest)"
    " SELECT DISTINCT substr(new.id, 1, instr(new.id, '/') - 1), value, new.id"
    " FROM json_each(new.data, '$.codes') WHERE type = 'text'"
)
_MOVED = "INSERT INTO guest_moved (id) VALUES ({0}.id)"
# how many are expected, by tag and by session: asked for again and again while guests come
_FORGET_TALLY = "DELETE FROM guest_tally WHERE guest = old.id"
_PEOPLE = "1 + coalesce(json_extract(new.data, '$.plus_ones'), 0)"
_OF_EVENT = "substr(new.id, 1, instr(new.id, '/') - 1)"
_STANDS = "coalesce(json_extract(new.data, '$.standing'), 'expected')"
_TALLIES = (
    "INSERT INTO guest_tally (event, key, guest, people)"
    f" SELECT {_OF_EVENT}, 'standing/' || {_STANDS}, new.id, {_PEOPLE}"
    f" UNION SELECT {_OF_EVENT}, 'tag/' || value, new.id, {_PEOPLE} FROM json_each(new.data, '$.tags')"
    f" WHERE type = 'text' AND {_STANDS} = 'expected'"
    f" UNION SELECT {_OF_EVENT}, 'session/' || value, new.id, {_PEOPLE} FROM json_each(new.data, '$.sessions')"
    f" WHERE type = 'text' AND {_STANDS} = 'expected'"
)
_TRIGGERS = {
    "guest_came": f"AFTER INSERT ON guest BEGIN {_MOVED.format('new')}; {_CODES}; {_TALLIES}; END",
    "guest_went": f"AFTER DELETE ON guest BEGIN {_MOVED.format('old')}; {_FORGET_CODES}; {_FORGET_TALLY}; END",
    "guest_changed": "AFTER UPDATE OF data ON guest BEGIN"
    f" {_MOVED.format('new')}; {_FORGET_CODES}; {_FORGET_TALLY}; {_CODES}; {_TALLIES}; END",
    "member_came": f"AFTER INSERT ON member BEGIN {_KEYS}; END",
    "member_went": f"AFTER DELETE ON member BEGIN {_FORGET_KEYS}; END",
    "member_changed": f"AFTER UPDATE OF data ON member BEGIN {_FORGET_KEYS}; {_KEYS}; END",
    "event_came": f"AFTER INSERT ON event BEGIN {_ADD}; END",
    "event_went": f"AFTER DELETE ON event BEGIN {_REMOVE}; END",
    "event_changed": f"AFTER UPDATE OF data ON event BEGIN {_REMOVE}; {_ADD}; END",
}


def table_of(bucket: str) -> str:
    """The table of a bucket. Raises KeyError for a bucket that does not live here."""
    return TABLES[bucket.rpartition("/")[2]]


def lend_functions(connection: Connection) -> None:
    """What the triggers call. For every connection that writes."""
    raw = connection.connection.dbapi_connection
    assert raw is not None
    raw.create_function("name_plain", 1, lambda name: plain(str(name or "")[:LONGEST_NAME]), deterministic=True)
    raw.create_function("name_sounds", 1, sounds, deterministic=True)


def remember_stores(connection: Connection, table: str) -> None:
    """Keep the stores that can be read in full, when `table` is theirs. A row that is gone may come again."""
    if table != "store":
        return
    run = connection.exec_driver_sql
    rows = [(row[0], row[1]) for row in run("SELECT id, data FROM store")]
    whole = [(row_id, data) for row_id, data in rows if not read_row(data, Store, row_id).missed]
    if whole:
        run(
            "INSERT INTO store_before (id, data) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET data = excluded.data",
            whole,
        )


def lay_out(connection: Connection) -> None:
    """Make everything in an empty file."""
    run = connection.exec_driver_sql
    run("CREATE TABLE bucket (bucket TEXT PRIMARY KEY, cursor INTEGER NOT NULL) WITHOUT ROWID")
    for table in TABLES.values():
        run(f"CREATE TABLE {table} (id TEXT PRIMARY KEY, rev INTEGER NOT NULL, data TEXT NOT NULL)")
    run("CREATE TABLE event_member (member TEXT, event TEXT, PRIMARY KEY (member, event)) WITHOUT ROWID")
    # codes of guests of events that are scanned as they stand
    run("CREATE TABLE guest_code (event TEXT, code TEXT, guest TEXT, PRIMARY KEY (event, code, guest)) WITHOUT ROWID")
    run("CREATE INDEX ix_guest_code_guest ON guest_code (guest)")
    run(
        "CREATE TABLE guest_tally (event TEXT, key TEXT, guest TEXT, people INTEGER,"
        " PRIMARY KEY (event, key, guest)) WITHOUT ROWID"
    )
    # which of them changed since, for the searches of this run of the program
    run("CREATE TABLE guest_moved (n INTEGER PRIMARY KEY, id TEXT NOT NULL)")
    run("CREATE INDEX ix_guest_tally_guest ON guest_tally (guest)")
    # stores as they were when all of them could be read: nothing else can stand for a store's currency and zone
    run("CREATE TABLE store_before (id TEXT PRIMARY KEY, data TEXT NOT NULL) WITHOUT ROWID")
    # as `adapters.db.name_search` makes them
    run(
        "CREATE TABLE member_key (id TEXT PRIMARY KEY, name TEXT NOT NULL, sounds TEXT NOT NULL,"
        " store, last, visits) WITHOUT ROWID"  # by which those of one name are put in order
    )
    # members of other stores, as HQ told when it was asked: no bucket
    run("CREATE TABLE visitor (id TEXT PRIMARY KEY, until INTEGER NOT NULL, data TEXT NOT NULL)")
    run(
        "CREATE TABLE visitor_row (visitor TEXT NOT NULL, kind TEXT NOT NULL, number INTEGER NOT NULL,"
        " data TEXT NOT NULL, PRIMARY KEY (visitor, kind, number)) WITHOUT ROWID"
    )
    for name, columns in _INDEXES.items():
        run(f"CREATE INDEX ix_{name} ON {columns}")
    for name, what in _TRIGGERS.items():
        run(f"CREATE TRIGGER {name} {what}")
    run(f"PRAGMA user_version = {LAYOUT}")
