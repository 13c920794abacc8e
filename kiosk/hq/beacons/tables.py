"""HQ's table of the beacon: rounds that draws wait for.

Times are ms since 1970, UTC.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Index, Integer, LargeBinary, String, Table

from kiosk.hq.store.columns import key, metadata

_HASH = String(64)

beacon_round = Table(
    "beacon_round",
    metadata,
    key("store"),
    key("chain", _HASH),
    key("round", BigInteger),
    Column("due_at", BigInteger, nullable=False, comment="when it is out"),
    Column("next_at", BigInteger, nullable=False, comment="not asked for before"),
    Column("tries", Integer, nullable=False),
    Column("signature", LargeBinary(48), comment="null: not here yet"),
    Column("got_at", BigInteger),
    Column("source", String(200), nullable=False, comment="the relay, or the terminal, that told it; hand: a person"),
    Index("ix_beacon_round_signature_next_at", "signature", "next_at"),
    comment="rounds of the beacon that draws wait for",
)
