"""Messages to people, one-time codes, and what people at HQ set."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

_ID = sa.String(length=64)


def upgrade() -> None:
    op.create_table(
        "setting",
        sa.Column("store", _ID, autoincrement=False, nullable=False),
        sa.Column("name", _ID, autoincrement=False, nullable=False),
        sa.Column("value", sa.Text(), nullable=False, comment="JSON"),
        sa.Column("changed_at", sa.BigInteger(), nullable=False),
        sa.Column("changed_by", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("store", "name", name=op.f("pk_setting")),
        comment="what people at HQ have set; secrets are in the key store",
    )
    op.create_table(
        "message",
        sa.Column("store", _ID, autoincrement=False, nullable=False),
        sa.Column("message", _ID, autoincrement=False, nullable=False),
        sa.Column("channel", sa.String(length=8), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("member", _ID, nullable=True),
        sa.Column("recipient", sa.String(length=254), nullable=False, comment="empty once it is over"),
        sa.Column("shown", sa.String(length=254), nullable=False, comment="the recipient, masked"),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("words", sa.Text(), nullable=False, comment="JSON of what is filled in; {} once it is over"),
        sa.Column(
            "zone",
            sa.String(length=64),
            nullable=False,
            comment="of the hours in which nobody is woken; empty: at any hour",
        ),
        sa.Column("state", sa.String(length=16), nullable=False, comment="waiting, sending, sent or failed"),
        sa.Column("urgent", sa.Integer(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("next_at", sa.BigInteger(), nullable=False, comment="not tried before"),
        sa.Column("until", sa.BigInteger(), nullable=False, comment="later it is of no use"),
        sa.Column("done_at", sa.BigInteger(), nullable=True),
        sa.Column("why", sa.String(length=64), nullable=False, comment="a stable code: why it was not taken"),
        sa.Column("ref", sa.String(length=64), nullable=False, comment="what the gateway calls it"),
        sa.PrimaryKeyConstraint("store", "message", name=op.f("pk_message")),
        comment="the outbox: letters to people's phones and mail boxes",
    )
    op.create_index("ix_message_channel_state_next_at", "message", ["channel", "state", "next_at"], unique=False)
    op.create_index("ix_message_member", "message", ["member"], unique=False)
    op.create_index("ix_message_done_at", "message", ["done_at"], unique=False)
    op.create_table(
        "one_time_code",
        sa.Column("store", _ID, autoincrement=False, nullable=False),
        sa.Column("op", _ID, autoincrement=False, nullable=False),
        sa.Column("who", sa.String(length=64), nullable=False, comment="keyed hash of the phone"),
        sa.Column(
            "asked_by",
            sa.String(length=80),
            nullable=False,
            comment="d/ and a device, or a/ and a keyed hash of an address",
        ),
        sa.Column("purpose", sa.String(length=16), nullable=False),
        sa.Column("phone", sa.String(length=20), nullable=False, comment="E.164; empty once it is over"),
        sa.Column("code", sa.LargeBinary(length=32), nullable=False, comment="keyed hash of the digits"),
        sa.Column("message", _ID, nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False, comment="open, proved or spent"),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("until", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("store", "op", name=op.f("pk_one_time_code")),
        comment="codes by which somebody proves that a phone is theirs",
    )
    op.create_index("ix_one_time_code_who_at", "one_time_code", ["who", "at"], unique=False)
    op.create_index("ix_one_time_code_asked_by_at", "one_time_code", ["asked_by", "at"], unique=False)
    op.create_index("ix_one_time_code_at", "one_time_code", ["at"], unique=False)


def downgrade() -> None:
    for name in ("ix_one_time_code_at", "ix_one_time_code_asked_by_at", "ix_one_time_code_who_at"):
        op.drop_index(name, table_name="one_time_code")
    op.drop_table("one_time_code")
    for name in ("ix_message_done_at", "ix_message_member", "ix_message_channel_state_next_at"):
        op.drop_index(name, table_name="message")
    op.drop_table("message")
    op.drop_table("setting")
