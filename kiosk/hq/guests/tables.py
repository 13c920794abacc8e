"""HQ's tables of events: how long their guests are kept, who walked in, and where an event's tickets are sold. Who
somebody is can be erased: no fact holds it.

Times are ms since 1970, UTC.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Index, LargeBinary, String, Table, Text

from kiosk.hq.store.columns import WHOLE, key, metadata

EVENT = String(64)
GUEST = String(64)

gathering_kept = Table(
    "gathering_kept",
    metadata,
    key("store"),
    key("event", EVENT),
    Column("data", Text, nullable=False, comment="JSON: the event, as terminals are told of it"),
    Column("until", BigInteger, nullable=False, comment="its guests are forgotten then"),
    Column("days", WHOLE, nullable=False, comment="after it ends"),
    Column("at", BigInteger, nullable=False, comment="when it was first published"),
    Column("by", String(64), nullable=False),
    Column("closed_at", BigInteger, comment="terminals are told of it no longer"),
    Column("forgotten_at", BigInteger, comment="who the guests were is gone"),
    Index(None, "event"),
    Index(None, "until"),
    comment="events that HQ knows, and for how long their guests are kept",
)

guest_listed = Table(
    "guest_listed",
    metadata,
    key("store"),
    key("event", EVENT),
    key("guest", GUEST),
    Column("member", String(64), nullable=False, comment="empty: nobody's"),
    Column("data", Text, nullable=False, comment="JSON: the guest, as terminals are told of them"),
    Column("before", Text, comment="null: HQ's; JSON: as HQ had it before a desk said otherwise; empty: a desk's"),
    Index(None, "member"),
    sqlite_with_rowid=False,
    comment="lists of events, those whom desks added among them; can be erased, since no fact holds it",
)

guest_kept = Table(
    "guest_kept",
    metadata,
    key("store"),
    key("event", EVENT),
    key("guest", GUEST),
    Column("salt", LargeBinary(32), nullable=False),
    Column("data", LargeBinary, nullable=False, comment="canonical JSON of the person, as the fact commits to it"),
    Column("at", BigInteger, nullable=False, comment="when HQ was told"),
    comment="guests whom desks added; what can be erased, since no fact holds it",
)

guest_text = Table(
    "guest_text",
    metadata,
    key("store"),
    key("commitment"),
    Column("event", EVENT, nullable=False),
    Column("guest", GUEST, nullable=False),
    Column("question", String(64), nullable=False),
    Column("text", Text, nullable=False),
    Column("at", BigInteger, nullable=False, comment="when HQ was told"),
    Index(None, "store", "event", "guest"),
    comment="what guests wrote or signed at desks; can be erased, since no fact holds it",
)

guest_score = Table(
    "guest_score",
    metadata,
    key("store"),
    key("event", EVENT),
    key("guest", GUEST),
    Column("score", WHOLE, nullable=False, comment="0 to 10: how likely they would recommend it"),
    Column("at", BigInteger, nullable=False),
    comment="how guests liked an event, as they said on HQ's page, the last answer of each",
)

guest_remark = Table(
    "guest_remark",
    metadata,
    key("store"),
    key("event", EVENT),
    key("guest", GUEST),
    Column("text", Text, nullable=False),
    Column("at", BigInteger, nullable=False),
    comment="what guests wrote beside their score; can be erased, since no fact holds it",
)

guest_photo = Table(
    "guest_photo",
    metadata,
    key("store"),
    key("event", EVENT),
    key("photo"),
    Column("guest", GUEST, nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("agreed", String(16), nullable=False, comment="version of the words that were agreed to"),
    Column("name", Text, nullable=False, comment="of the guest, as the event shows names in a room"),
    Column("picture", LargeBinary, nullable=False, comment="JPEG for the big screen, made by HQ"),
    Column("small", LargeBinary, nullable=False, comment="the same for phones"),
    Index(None, "store", "event", "guest"),
    comment="photographs that guests sent from their phones; can be erased, since no fact holds them",
)

photo_vote = Table(
    "photo_vote",
    metadata,
    key("store"),
    key("event", EVENT),
    key("guest", GUEST),
    Column("photo", String(64), nullable=False),
    Column("at", BigInteger, nullable=False),
    Index(None, "store", "event", "photo"),
    comment="for which photograph each guest votes",
)

pretix_link = Table(
    "pretix_link",
    metadata,
    key("store"),
    key("event", EVENT),
    Column(
        "said", Text, nullable=False, comment="JSON: address, organizer, event, list; the token is in the key store"
    ),
    Column("pulled_at", BigInteger, comment="when the list was last whole"),
    Column("failed_at", BigInteger),
    Column("why", String(64), nullable=False, comment="a stable code: why it failed; empty: it did not"),
    Column("next_at", BigInteger, nullable=False),
    Column("failures", WHOLE, nullable=False),
    comment="events whose tickets pretix sells",
)

pretix_push = Table(
    "pretix_push",
    metadata,
    key("store"),
    key("event", EVENT),
    key("device"),
    key("hlc", BigInteger),
    Column("guest", GUEST, nullable=False),
    Column("what", String(16), nullable=False, comment="entry, exit or annul"),
    Column("state", String(16), nullable=False, comment="waiting, done or refused"),
    Column("why", String(64), nullable=False, comment="pretix's own reason"),
    Column("tries", WHOLE, nullable=False),
    Column("at", BigInteger, nullable=False, comment="when it was said at the desk"),
    Column("done_at", BigInteger),
    Index(None, "store", "event", "state"),
    comment="words of desks on their way to pretix, each once",
)
