"""Read models of wheels (`projections/wheels.py`): tapes that were opened, slots that were won and shown, leases that
were closed.

Times are ms since 1970, UTC.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Index, MetaData, String, Table

from kiosk.hq.store.columns import ID, WHOLE, key

metadata = MetaData()

_HASH = String(64)

wheel_opened = Table(
    "wheel_opened",
    metadata,
    key("store"),
    key("lease"),
    key("device"),
    Column("root", _HASH, nullable=False),
    Column("root_signature", String(128), nullable=False, comment="by the terminal's own key, hex"),
    Column("size", WHOLE, nullable=False),
    Column("epoch", WHOLE, nullable=False),
    Column("seq", BigInteger, nullable=False),
    Column("hlc", BigInteger, nullable=False),
    Column("at", BigInteger, nullable=False),
    Index("ix_wheel_opened_lease", "lease"),
    comment="roots of tapes, published before the first spin; of each lease the first that its device told",
)

wheel_spin = Table(
    "wheel_spin",
    metadata,
    key("store"),
    key("lease"),
    key("j", WHOLE),
    key("device"),
    key("hlc", BigInteger),
    Column("epoch", WHOLE, nullable=False),
    Column("seq", BigInteger, nullable=False),
    Column("code", ID, nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("member", ID, nullable=False),
    Index("ix_wheel_spin_lease", "lease"),
    comment="slots that were won, each time one was: twice is a fault; carried into another epoch it is the same",
)

wheel_shown = Table(
    "wheel_shown",
    metadata,
    key("store"),
    key("lease"),
    key("j", WHOLE),
    key("device"),
    Column("epoch", WHOLE, nullable=False),
    Column("seq", BigInteger, nullable=False),
    Column("hlc", BigInteger, nullable=False),
    Column("at", BigInteger, nullable=False),
    Index("ix_wheel_shown_lease", "lease"),
    comment="slots at which a wheel has stopped before somebody's eyes",
)

wheel_closing = Table(
    "wheel_closing",
    metadata,
    key("store"),
    key("lease"),
    key("device"),
    Column("nt", _HASH, nullable=False, comment="hex; empty: it was lost"),
    Column("used", WHOLE, nullable=False),
    Column("why", String(16), nullable=False),
    Column("epoch", WHOLE, nullable=False),
    Column("seq", BigInteger, nullable=False),
    Column("hlc", BigInteger, nullable=False),
    Column("at", BigInteger, nullable=False),
    Index("ix_wheel_closing_lease", "lease"),
    comment="what terminals said when they closed a lease; of each the first word",
)
