"""HQ's tables of people: who they are, what is written to them, their one-time codes, and the registrations that
somebody looks at. Everything here can be erased: no fact holds it.

Times are ms since 1970, UTC.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Index, LargeBinary, String, Table, Text

from kiosk.hq.store.columns import ID, WHOLE, key, metadata

message = Table(
    "message",
    metadata,
    key("store"),
    key("message"),
    Column("channel", String(8), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("member", ID),
    Column("recipient", String(254), nullable=False, comment="empty once it is over"),
    Column("shown", String(254), nullable=False, comment="the recipient, masked"),
    Column("language", String(8), nullable=False),
    Column("words", Text, nullable=False, comment="JSON of what is filled in; {} once it is over"),
    Column("zone", String(64), nullable=False, comment="of the hours in which nobody is woken; empty: at any hour"),
    Column("state", String(16), nullable=False, comment="waiting, sending, sent or failed"),
    Column("urgent", WHOLE, nullable=False),
    Column("tries", WHOLE, nullable=False),
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
    key("store"),
    key("op"),
    Column("who", String(64), nullable=False, comment="keyed hash of the phone"),
    Column("asked_by", String(80), nullable=False, comment="d/ and a device, or a/ and a keyed hash of an address"),
    Column("purpose", String(16), nullable=False),
    Column("phone", String(20), nullable=False, comment="E.164; empty once it is over"),
    Column("code", LargeBinary(32), nullable=False, comment="keyed hash of the digits"),
    Column("message", ID, nullable=False),
    Column("state", String(16), nullable=False, comment="open, proved or spent"),
    Column("tries", WHOLE, nullable=False),
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
    key("store"),
    key("member"),
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
    key("store"),
    key("member"),
    Column("home", ID, nullable=False, comment="the store"),
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

remark = Table(
    "remark",
    metadata,
    key("store"),
    key("commitment"),
    Column("member", ID, nullable=False),
    Column("survey", ID, nullable=False),
    Column("score", WHOLE, nullable=False),
    Column("at", BigInteger, nullable=False, comment="when they were said, by HQ's clock"),
    Column("text", Text, nullable=False),
    Index(None, "member"),
    Index(None, "survey", "at"),
    comment="what members said in words of their own; can be erased, since no fact holds it",
)
