"""HQ's tables of batch draws. What follows from facts (`draw_step`, `draw_report`, `draw_won`, `ticket_word`) is kept
by projections; beside it lies what no fact may hold: who is behind an entrant's number, which can be erased.

Times are ms since 1970, UTC.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Index, LargeBinary, MetaData, String, Table, Text

from kiosk.hq.store.columns import ID, WHOLE, key, metadata

_DERIVED = MetaData(naming_convention=metadata.naming_convention)
_DRAW = String(200)
_HASH = String(64)


def _place_of_fact() -> tuple[Column[int], Column[int], Column[int]]:
    """Where the fact stands, by which of several words the first is known."""
    return (
        Column("hlc", BigInteger, nullable=False),
        Column("epoch", WHOLE, nullable=False),
        Column("fact", BigInteger, nullable=False, comment="its seq in the journal"),
    )


# -- read models ------------------------------------------------------------------------------------------------------

ticket_word = Table(
    "ticket_word",
    _DERIVED,
    key("store"),
    key("member"),
    key("reward", String(300)),
    key("hlc", BigInteger),
    key("device"),
    Column("draw", ID, nullable=False, comment="empty: the reward was taken back"),
    Column("quantity", BigInteger, nullable=False, comment="tickets given; below zero: spent on a wheel"),
    Column("anew", WHOLE, nullable=False, comment="1: in place of what stood under that name"),
    sqlite_with_rowid=False,
    comment="every word on members' draw tickets; what stands follows from them in the order of their stamps",
)

draw_step = Table(
    "draw_step",
    _DERIVED,
    key("store"),
    key("draw", _DRAW),
    key("seq", WHOLE),
    key("step", String(16)),
    key("part", String(140)),
    Column("device", ID, nullable=False),
    *_place_of_fact(),
    Column("at", BigInteger, nullable=False),
    Column("actor", ID, nullable=False),
    Column("said", Text, nullable=False, comment="JSON: the fact's body"),
    Index(None, "step", "at"),
    sqlite_with_rowid=False,
    comment="what happened to each draw, by the word of whom it belongs to; of several the first",
)

draw_report = Table(
    "draw_report",
    _DERIVED,
    key("store"),
    key("draw", _DRAW),
    key("seq", WHOLE),
    key("device"),
    key("step", String(16)),
    key("part", String(140)),
    Column("at_store", ID, nullable=False),
    *_place_of_fact(),
    Column("at", BigInteger, nullable=False),
    Column("said", Text, nullable=False, comment="JSON: the fact's body"),
    sqlite_with_rowid=False,
    comment="what terminals say of a draw of HQ's that they held on a stage",
)

draw_won = Table(
    "draw_won",
    _DERIVED,
    key("store"),
    key("draw", _DRAW),
    key("seq", WHOLE),
    key("place", WHOLE),
    key("turn", WHOLE),
    Column("device", ID, nullable=False),
    *_place_of_fact(),
    Column("at", BigInteger, nullable=False),
    Column("member", ID, nullable=False),
    Index(None, "member"),
    sqlite_with_rowid=False,
    comment="who was told that a prize is theirs",
)

# -- beside the facts -------------------------------------------------------------------------------------------------

draw_roll = Table(
    "draw_roll",
    metadata,
    key("store"),
    key("roll"),
    Column("draw", _DRAW, nullable=False),
    Column("seq", WHOLE, nullable=False),
    Column("state", String(16), nullable=False, comment="gathering or frozen"),
    Column("entrants", BigInteger, nullable=False),
    Column("tickets", BigInteger, nullable=False),
    Column("campaign", ID, nullable=False),
    Column("version", WHOLE, nullable=False, comment="of the campaign, whose rules count"),
    Column("begun_at", BigInteger, nullable=False),
    Column("kept_until", BigInteger, comment="by law; null: not drawn yet"),
    Column("forgotten_at", BigInteger, comment="who they were is gone, all of them"),
    Index(None, "draw", "seq"),
    comment="lists of entrants: one that is frozen for each draw and seq",
)

draw_person = Table(
    "draw_person",
    metadata,
    key("store"),
    key("roll"),
    key("list", String(8)),
    key("member"),
    Column("i", WHOLE, nullable=False),
    Column("count", BigInteger, nullable=False),
    Column("c", LargeBinary(32), nullable=False),
    Column("salt", LargeBinary(16), comment="null: erased, and in place of the member stands a - and the number"),
    sqlite_with_rowid=False,
    comment="entrants and excluded of a list; salt and member can be erased, and the tree stays valid",
)

draw_ticket = Table(
    "draw_ticket",
    metadata,
    key("store"),
    key("draw", _DRAW),
    key("seq", WHOLE),
    key("n", WHOLE),
    Column("ticket", BigInteger, nullable=False),
    Column("i", WHOLE, nullable=False),
    Column("member", ID, comment="null: erased"),
    Index(None, "member"),
    sqlite_with_rowid=False,
    comment="the tickets in the order drawn: winners, then alternates",
)

draw_file = Table(
    "draw_file",
    metadata,
    key("store"),
    key("draw", _DRAW),
    key("seq", WHOLE),
    Column("sha256", _HASH, nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("upto", String(80), nullable=False, comment="what had happened when it was made"),
    Column("made_at", BigInteger, nullable=False),
    Index(None, "sha256"),
    comment="published files; their bytes lie in the folder `draws`",
)

draw_signed = Table(
    "draw_signed",
    metadata,
    key("store"),
    key("draw", _DRAW),
    key("seq", WHOLE),
    Column("mh", _HASH, nullable=False),
    Column("key", _HASH, nullable=False, comment="public, hex"),
    Column("signature", String(128), nullable=False),
    Column("device", ID, nullable=False, comment="who asked"),
    Column("at", BigInteger, nullable=False),
    comment="manifests of terminals' own draws that HQ signed: one for each draw and seq, for ever",
)

draw_excluded = Table(
    "draw_excluded",
    metadata,
    key("store"),
    key("member"),
    Column("why", String(16), nullable=False, comment="employee, family, agency or other"),
    Column("staff", ID, nullable=False, comment="which staff id it is; empty: none"),
    Column("by", String(64), nullable=False),
    Column("at", BigInteger, nullable=False),
    comment="who may not win: the exclusion list",
)

draw_staff = Table(
    "draw_staff",
    metadata,
    key("store"),
    key("staff"),
    Column("by", String(64), nullable=False),
    Column("at", BigInteger, nullable=False),
    comment="staff of whom somebody said that they are no members",
)
