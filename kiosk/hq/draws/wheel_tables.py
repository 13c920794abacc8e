"""HQ's tables of wheels and of the beacon: what is left of the prizes, the leases HQ has signed, the rounds that draws
wait for. What terminals told of leases is in `told_tables.py`.

Times are ms since 1970, UTC.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Index, LargeBinary, String, Table, Text

from kiosk.hq.store.columns import ID, WHOLE, key, metadata

_HASH = String(64)

beacon_round = Table(
    "beacon_round",
    metadata,
    key("store"),
    key("chain", _HASH),
    key("round", BigInteger),
    Column("due_at", BigInteger, nullable=False, comment="when it is out"),
    Column("next_at", BigInteger, nullable=False, comment="not asked for before"),
    Column("tries", WHOLE, nullable=False),
    Column("signature", LargeBinary(48), comment="null: not here yet"),
    Column("got_at", BigInteger),
    Column("source", String(200), nullable=False, comment="the relay, or the terminal, that told it; hand: a person"),
    Index("ix_beacon_round_signature_next_at", "signature", "next_at"),
    comment="rounds of the beacon that draws wait for",
)

wheel_stock = Table(
    "wheel_stock",
    metadata,
    key("store"),
    key("campaign"),
    key("wheel"),
    key("code"),
    Column("place", WHOLE, nullable=False, comment="in the campaign's order"),
    Column("whole", BigInteger, nullable=False),
    Column(
        "left", BigInteger, nullable=False, comment="the reserve: in no lease; whole = left + what is out by leases"
    ),
    Column("won", BigInteger, nullable=False, comment="of what is out, as far as HQ was told"),
    comment="prizes of wheels, thanks among them",
)

wheel_lease = Table(
    "wheel_lease",
    metadata,
    key("store"),
    key("device"),
    key("lease"),
    Column("op", ID, nullable=False),
    Column("campaign", ID, nullable=False),
    Column("wheel", ID, nullable=False),
    Column("seq", WHOLE, nullable=False, comment="1, 2, 3 … of the device and the wheel"),
    Column("commitment", _HASH, nullable=False, comment="hex"),
    Column("body", Text, nullable=False, comment="canonical JSON, as signed"),
    Column("key_id", String(32), nullable=False, comment="hex"),
    Column("signature", String(128), nullable=False, comment="hex"),
    Column("chain", _HASH, nullable=False),
    Column("round", BigInteger, nullable=False),
    Column("epoch", WHOLE, nullable=False, comment="the device's, when it was granted"),
    Column("issued_at", BigInteger, nullable=False),
    Column("valid_to", BigInteger, nullable=False),
    Column("out", Text, nullable=False, comment="JSON, by code: what is gone of the stock, won or still to be won"),
    Column("won", Text, nullable=False, comment="JSON, by code: spins that HQ was told of"),
    Column("given", Text, nullable=False, comment="JSON, by code: the slots that were taken, by a closing that holds"),
    Column("state", String(16), nullable=False, comment="granted, opened, closing, closed, faulty, lost or returned"),
    Column("faults", Text, nullable=False, comment="JSON: what does not hold of the closing"),
    Column("closed_at", BigInteger),
    Column("decided_by", String(64), nullable=False, comment="the person who had it returned"),
    Index("ix_wheel_lease_lease", "lease", unique=True),
    Index("ix_wheel_lease_store_device_op", "store", "device", "op", unique=True),
    Index("ix_wheel_lease_campaign_wheel", "campaign", "wheel"),
    Index("ix_wheel_lease_commitment", "commitment", unique=True),
    Index("ix_wheel_lease_chain_round", "chain", "round"),
    comment="leases of wheels' sealed tapes, as HQ signed them",
)
