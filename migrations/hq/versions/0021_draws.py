"""Batch draws, beside the facts: lists of entrants, tickets drawn, published files, who may not win."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None

_ID = sa.String(length=64)
_DRAW = sa.String(length=200)


def _key(name: str, kind: Any) -> sa.Column[Any]:
    return sa.Column(name, kind, autoincrement=False, nullable=False)


def upgrade() -> None:
    op.create_table(
        "draw_roll",
        _key("store", _ID),
        _key("roll", _ID),
        sa.Column("draw", _DRAW, nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False, comment="gathering or frozen"),
        sa.Column("entrants", sa.BigInteger(), nullable=False),
        sa.Column("tickets", sa.BigInteger(), nullable=False),
        sa.Column("campaign", _ID, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False, comment="of the campaign, whose rules count"),
        sa.Column("begun_at", sa.BigInteger(), nullable=False),
        sa.Column("kept_until", sa.BigInteger(), nullable=True, comment="by law; null: not drawn yet"),
        sa.Column("forgotten_at", sa.BigInteger(), nullable=True, comment="who they were is gone, all of them"),
        sa.PrimaryKeyConstraint("store", "roll", name=op.f("pk_draw_roll")),
        comment="lists of entrants: one that is frozen for each draw and seq",
    )
    op.create_index("ix_draw_roll_draw_seq", "draw_roll", ["draw", "seq"], unique=False)
    op.create_table(
        "draw_person",
        _key("store", _ID),
        _key("roll", _ID),
        _key("list", sa.String(length=8)),
        _key("member", _ID),
        sa.Column("i", sa.Integer(), nullable=False),
        sa.Column("count", sa.BigInteger(), nullable=False),
        sa.Column("c", sa.LargeBinary(length=32), nullable=False),
        sa.Column(
            "salt",
            sa.LargeBinary(length=16),
            nullable=True,
            comment="null: erased, and in place of the member stands a - and the number",
        ),
        sa.PrimaryKeyConstraint("store", "roll", "list", "member", name=op.f("pk_draw_person")),
        comment="entrants and excluded of a list; salt and member can be erased, and the tree stays valid",
        sqlite_with_rowid=False,
    )
    op.create_table(
        "draw_ticket",
        _key("store", _ID),
        _key("draw", _DRAW),
        _key("seq", sa.Integer()),
        _key("n", sa.Integer()),
        sa.Column("ticket", sa.BigInteger(), nullable=False),
        sa.Column("i", sa.Integer(), nullable=False),
        sa.Column("member", _ID, nullable=True, comment="null: erased"),
        sa.PrimaryKeyConstraint("store", "draw", "seq", "n", name=op.f("pk_draw_ticket")),
        comment="the tickets in the order drawn: winners, then alternates",
        sqlite_with_rowid=False,
    )
    op.create_index("ix_draw_ticket_member", "draw_ticket", ["member"], unique=False)
    op.create_table(
        "draw_file",
        _key("store", _ID),
        _key("draw", _DRAW),
        _key("seq", sa.Integer()),
        sa.Column("sha256", _ID, nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("upto", sa.String(length=80), nullable=False, comment="what had happened when it was made"),
        sa.Column("made_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("store", "draw", "seq", name=op.f("pk_draw_file")),
        comment="published files; their bytes lie in the folder `draws`",
    )
    op.create_index("ix_draw_file_sha256", "draw_file", ["sha256"], unique=False)
    op.create_table(
        "draw_signed",
        _key("store", _ID),
        _key("draw", _DRAW),
        _key("seq", sa.Integer()),
        sa.Column("mh", _ID, nullable=False),
        sa.Column("key", _ID, nullable=False, comment="public, hex"),
        sa.Column("signature", sa.String(length=128), nullable=False),
        sa.Column("device", _ID, nullable=False, comment="who asked"),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("store", "draw", "seq", name=op.f("pk_draw_signed")),
        comment="manifests of terminals' own draws that HQ signed: one for each draw and seq, for ever",
    )
    op.create_table(
        "draw_excluded",
        _key("store", _ID),
        _key("member", _ID),
        sa.Column("why", sa.String(length=16), nullable=False, comment="employee, family, agency or other"),
        sa.Column("staff", _ID, nullable=False, comment="which staff id it is; empty: none"),
        sa.Column("by", _ID, nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("store", "member", name=op.f("pk_draw_excluded")),
        comment="who may not win: the exclusion list",
    )
    op.create_table(
        "draw_staff",
        _key("store", _ID),
        _key("staff", _ID),
        sa.Column("by", _ID, nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("store", "staff", name=op.f("pk_draw_staff")),
        comment="staff of whom somebody said that they are no members",
    )


def downgrade() -> None:
    for name in ("draw_staff", "draw_excluded", "draw_signed"):
        op.drop_table(name)
    op.drop_index("ix_draw_file_sha256", table_name="draw_file")
    op.drop_table("draw_file")
    op.drop_index("ix_draw_ticket_member", table_name="draw_ticket")
    op.drop_table("draw_ticket")
    op.drop_table("draw_person")
    op.drop_index("ix_draw_roll_draw_seq", table_name="draw_roll")
    op.drop_table("draw_roll")
