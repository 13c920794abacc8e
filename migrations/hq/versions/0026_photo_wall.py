"""Photographs that guests sent from their phones, and their votes."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None

_ID = sa.String(length=64)


def _key(name: str) -> sa.Column[Any]:
    return sa.Column(name, _ID, autoincrement=False, nullable=False)


def upgrade() -> None:
    op.create_table(
        "guest_photo",
        _key("store"),
        _key("event"),
        _key("photo"),
        sa.Column("guest", _ID, nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("agreed", sa.String(length=16), nullable=False, comment="version of the words that were agreed to"),
        sa.Column("name", sa.Text(), nullable=False, comment="of the guest, as the event shows names in a room"),
        sa.Column("picture", sa.LargeBinary(), nullable=False, comment="JPEG for the big screen, made by HQ"),
        sa.Column("small", sa.LargeBinary(), nullable=False, comment="the same for phones"),
        sa.PrimaryKeyConstraint("store", "event", "photo", name=op.f("pk_guest_photo")),
        comment="photographs that guests sent from their phones; can be erased, since no fact holds them",
    )
    op.create_index(op.f("ix_guest_photo_store_event_guest"), "guest_photo", ["store", "event", "guest"])
    op.create_table(
        "photo_vote",
        _key("store"),
        _key("event"),
        _key("guest"),
        sa.Column("photo", _ID, nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("store", "event", "guest", name=op.f("pk_photo_vote")),
        comment="for which photograph each guest votes",
    )
    op.create_index(op.f("ix_photo_vote_store_event_photo"), "photo_vote", ["store", "event", "photo"])


def downgrade() -> None:
    op.drop_table("photo_vote")
    op.drop_table("guest_photo")
