"""Wheels at HQ: rounds of the beacon, what is left of prizes, leases as HQ signed them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None

_ID = sa.String(length=64)


def upgrade() -> None:
    op.create_table(
        "beacon_round",
        sa.Column("store", _ID, autoincrement=False, nullable=False),
        sa.Column("chain", _ID, autoincrement=False, nullable=False),
        sa.Column("round", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("due_at", sa.BigInteger(), nullable=False, comment="when it is out"),
        sa.Column("next_at", sa.BigInteger(), nullable=False, comment="not asked for before"),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("signature", sa.LargeBinary(length=48), nullable=True, comment="null: not here yet"),
        sa.Column("got_at", sa.BigInteger(), nullable=True),
        sa.Column(
            "source",
            sa.String(length=200),
            nullable=False,
            comment="the relay, or the terminal, that told it; hand: a person",
        ),
        sa.PrimaryKeyConstraint("store", "chain", "round", name=op.f("pk_beacon_round")),
        comment="rounds of the beacon that draws wait for",
    )
    op.create_index("ix_beacon_round_signature_next_at", "beacon_round", ["signature", "next_at"], unique=False)
    op.create_table(
        "wheel_lease",
        sa.Column("store", _ID, autoincrement=False, nullable=False),
        sa.Column("device", _ID, autoincrement=False, nullable=False),
        sa.Column("lease", _ID, autoincrement=False, nullable=False),
        sa.Column("op", _ID, nullable=False),
        sa.Column("campaign", _ID, nullable=False),
        sa.Column("wheel", _ID, nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False, comment="1, 2, 3 … of the device and the wheel"),
        sa.Column("commitment", _ID, nullable=False, comment="hex"),
        sa.Column("body", sa.Text(), nullable=False, comment="canonical JSON, as signed"),
        sa.Column("key_id", sa.String(length=32), nullable=False, comment="hex"),
        sa.Column("signature", sa.String(length=128), nullable=False, comment="hex"),
        sa.Column("chain", _ID, nullable=False),
        sa.Column("round", sa.BigInteger(), nullable=False),
        sa.Column("epoch", sa.Integer(), nullable=False, comment="the device's, when it was granted"),
        sa.Column("issued_at", sa.BigInteger(), nullable=False),
        sa.Column("valid_to", sa.BigInteger(), nullable=False),
        sa.Column(
            "out", sa.Text(), nullable=False, comment="JSON, by code: what is gone of the stock, won or still to be won"
        ),
        sa.Column("won", sa.Text(), nullable=False, comment="JSON, by code: spins that HQ was told of"),
        sa.Column(
            "given",
            sa.Text(),
            nullable=False,
            comment="JSON, by code: the slots that were taken, by a closing that holds",
        ),
        sa.Column(
            "state",
            sa.String(length=16),
            nullable=False,
            comment="granted, opened, closing, closed, faulty, lost or returned",
        ),
        sa.Column("faults", sa.Text(), nullable=False, comment="JSON: what does not hold of the closing"),
        sa.Column("closed_at", sa.BigInteger(), nullable=True),
        sa.Column("decided_by", _ID, nullable=False, comment="the person who had it returned"),
        sa.PrimaryKeyConstraint("store", "device", "lease", name=op.f("pk_wheel_lease")),
        comment="leases of wheels' sealed tapes, as HQ signed them",
    )
    op.create_index("ix_wheel_lease_campaign_wheel", "wheel_lease", ["campaign", "wheel"], unique=False)
    op.create_index("ix_wheel_lease_chain_round", "wheel_lease", ["chain", "round"], unique=False)
    op.create_index("ix_wheel_lease_commitment", "wheel_lease", ["commitment"], unique=True)
    op.create_index("ix_wheel_lease_lease", "wheel_lease", ["lease"], unique=True)
    op.create_index("ix_wheel_lease_store_device_op", "wheel_lease", ["store", "device", "op"], unique=True)
    op.create_table(
        "wheel_stock",
        sa.Column("store", _ID, autoincrement=False, nullable=False),
        sa.Column("campaign", _ID, autoincrement=False, nullable=False),
        sa.Column("wheel", _ID, autoincrement=False, nullable=False),
        sa.Column("code", _ID, autoincrement=False, nullable=False),
        sa.Column("place", sa.Integer(), nullable=False, comment="in the campaign's order"),
        sa.Column("whole", sa.BigInteger(), nullable=False),
        sa.Column(
            "left",
            sa.BigInteger(),
            nullable=False,
            comment="the reserve: in no lease; whole = left + what is out by leases",
        ),
        sa.Column("won", sa.BigInteger(), nullable=False, comment="of what is out, as far as HQ was told"),
        sa.PrimaryKeyConstraint("store", "campaign", "wheel", "code", name=op.f("pk_wheel_stock")),
        comment="prizes of wheels, thanks among them",
    )


def downgrade() -> None:

    op.drop_table("wheel_stock")
    op.drop_index("ix_wheel_lease_store_device_op", table_name="wheel_lease")
    op.drop_index("ix_wheel_lease_lease", table_name="wheel_lease")
    op.drop_index("ix_wheel_lease_commitment", table_name="wheel_lease")
    op.drop_index("ix_wheel_lease_chain_round", table_name="wheel_lease")
    op.drop_index("ix_wheel_lease_campaign_wheel", table_name="wheel_lease")
    op.drop_table("wheel_lease")
    op.drop_index("ix_beacon_round_signature_next_at", table_name="beacon_round")
    op.drop_table("beacon_round")
