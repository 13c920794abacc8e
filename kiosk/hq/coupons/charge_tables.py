"""Read model of vouchers of value that tills sold and topped up (`projections/charges.py`).

Times are ms since 1970, UTC; money in minor units.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Index, MetaData, Table

from kiosk.hq.store.columns import ID, WHOLE, key, of_fact

metadata = MetaData()

voucher_charge = Table(
    "voucher_charge",
    metadata,
    key("store"),
    key("txn"),
    *of_fact(),
    Column("at", BigInteger, nullable=False),
    Column("actor", ID, nullable=False),
    Column("coupon", ID, nullable=False),
    Column("template", ID, nullable=False),
    Column("value", BigInteger, nullable=False),
    Column("first", WHOLE, nullable=False, comment="1: it was sold; 0: topped up"),
    Column("since", BigInteger, nullable=False),
    Column("until", BigInteger, nullable=False),
    Index("ix_voucher_charge_coupon", "coupon"),
    comment="money that was put on vouchers of value at a till; `store`: where",
)

charge_voided = Table(
    "charge_voided",
    metadata,
    key("store"),
    key("txn"),
    *of_fact(),
    Column("coupon", ID, nullable=False),
    Column("value", BigInteger, nullable=False),
    Index("ix_charge_voided_coupon", "coupon"),
    comment="what was taken off again; among the uses it is a use of the voucher",
)
