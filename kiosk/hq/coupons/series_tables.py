"""Read models of coupons on paper (`projections/series.py`): what was issued, and what was taken back.

Times are ms since 1970, UTC; money in minor units.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, MetaData, String, Table

from kiosk.hq.store.columns import ID, WHOLE, key, of_fact

metadata = MetaData()

coupon_series = Table(
    "coupon_series",
    metadata,
    key("store"),
    key("series"),
    *of_fact(),
    Column("at", BigInteger, nullable=False),
    Column("template", ID, nullable=False),
    Column("first", WHOLE, nullable=False),
    Column("last", WHOLE, nullable=False),
    Column("since", BigInteger, nullable=False),
    Column("until", BigInteger, nullable=False),
    Column("home", ID, nullable=False, comment="the store where they are good; empty: no one store"),
    Column("worth", BigInteger),
    Column("by", ID, nullable=False),
    comment="coupons that were issued in a numbered series",
)

coupon_series_back = Table(
    "coupon_series_back",
    metadata,
    key("store"),
    key("series"),
    key("first", WHOLE),
    key("last", WHOLE),
    *of_fact(),
    Column("at", BigInteger, nullable=False),
    Column("reason", String(200), nullable=False),
    Column("by", ID, nullable=False),
    comment="numbers of a series that were taken back; 0 to 0: all of them",
)
