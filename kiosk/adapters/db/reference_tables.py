"""Tables of `ref.db`: one a bucket with the rows as HQ published them, and what they are found by.

What a row is found by follows from the row, so triggers keep it: whether a page, a snapshot or an emptied bucket
changed the rows, it cannot be forgotten.
"""

from __future__ import annotations

from sqlalchemy import Connection

LAYOUT = 2
"""Written into user_version. A file with another layout is thrown away and fetched anew."""

TABLES = {
    "stores": "store",
    "templates": "template",
    "campaigns": "campaign",
    "editions": "edition",
    "keys": "key",
    "revocations": "revocation",
    "members": "member",
    "coupons": "coupon",
    "spent": "spent",
    "events": "event",
}
"""Last part of a bucket's name → table."""

CAMPAIGN_TABLES = frozenset({"edition", "event", "key", "member", "store"})
"""What the rewards of campaigns depend on."""

_INDEXES = {
    "member_card": "member (json_extract(data, '$.card_no'))",
    "member_phone_tail": "member (substr(json_extract(data, '$.phone'), -4))",
    "coupon_member": "coupon (json_extract(data, '$.coupon.member'))",
    "spent_coupon": "spent (json_extract(data, '$.coupon'))",
    "spent_member": "spent (json_extract(data, '$.member'), json_extract(data, '$.template'))",
}

# whoever is in the history; a row that cannot be read is nobody's, and must not stop its page
_ADD = (
    "INSERT OR IGNORE INTO event_member (member, event) SELECT value, new.id"
    " FROM json_each(iif(json_valid(new.data), new.data, '{}'), '$.members') WHERE value IS NOT NULL"
)
_REMOVE = (
    "DELETE FROM event_member WHERE event = old.id AND member IN"
    " (SELECT value FROM json_each(iif(json_valid(old.data), old.data, '{}'), '$.members'))"
)
_TRIGGERS = {
    "event_came": f"AFTER INSERT ON event BEGIN {_ADD}; END",
    "event_went": f"AFTER DELETE ON event BEGIN {_REMOVE}; END",
    "event_changed": f"AFTER UPDATE OF data ON event BEGIN {_REMOVE}; {_ADD}; END",
}


def table_of(bucket: str) -> str:
    """The table of a bucket. Raises KeyError for a bucket that does not live here."""
    return TABLES[bucket.rpartition("/")[2]]


def lay_out(connection: Connection) -> None:
    """Make everything in an empty file."""
    run = connection.exec_driver_sql
    run("CREATE TABLE bucket (bucket TEXT PRIMARY KEY, cursor INTEGER NOT NULL) WITHOUT ROWID")
    for table in TABLES.values():
        run(f"CREATE TABLE {table} (id TEXT PRIMARY KEY, rev INTEGER NOT NULL, data TEXT NOT NULL)")
    run("CREATE TABLE event_member (member TEXT, event TEXT, PRIMARY KEY (member, event)) WITHOUT ROWID")
    for name, columns in _INDEXES.items():
        run(f"CREATE INDEX ix_{name} ON {columns}")
    for name, what in _TRIGGERS.items():
        run(f"CREATE TRIGGER {name} {what}")
    run(f"PRAGMA user_version = {LAYOUT}")
