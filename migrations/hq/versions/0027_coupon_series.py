"""Coupons on paper that HQ issues in numbered series."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None

_ID = sa.String(length=64)


def _key(name: str, kind: Any = _ID) -> sa.Column[Any]:
    return sa.Column(name, kind, autoincrement=False, nullable=False)


def _fact() -> tuple[sa.Column[Any], ...]:
    return (
        sa.Column("device", _ID, nullable=False),
        sa.Column("epoch", sa.Integer(), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("hlc", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
    )


def upgrade() -> None:
    op.create_table(
        "coupon_series",
        _key("store"),
        _key("series"),
        *_fact(),
        sa.Column("template", _ID, nullable=False),
        sa.Column("first", sa.Integer(), nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.Column("since", sa.BigInteger(), nullable=False),
        sa.Column("until", sa.BigInteger(), nullable=False),
        sa.Column("home", _ID, nullable=False, comment="the store where they are good; empty: no one store"),
        sa.Column("worth", sa.BigInteger(), nullable=True),
        sa.Column("by", _ID, nullable=False),
        sa.PrimaryKeyConstraint("store", "series", name=op.f("pk_coupon_series")),
        comment="coupons that were issued in a numbered series",
    )
    op.create_table(
        "coupon_series_back",
        _key("store"),
        _key("series"),
        _key("first", sa.Integer()),
        _key("last", sa.Integer()),
        *_fact(),
        sa.Column("reason", sa.String(length=200), nullable=False),
        sa.Column("by", _ID, nullable=False),
        sa.PrimaryKeyConstraint("store", "series", "first", "last", name=op.f("pk_coupon_series_back")),
        comment="numbers of a series that were taken back; 0 to 0: all of them",
    )


def downgrade() -> None:
    op.drop_table("coupon_series_back")
    op.drop_table("coupon_series")
