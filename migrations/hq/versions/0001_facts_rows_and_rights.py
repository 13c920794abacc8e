"""HQ: facts, what they came to, published rows, rights and claims."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:

    op.create_table(
        "bucket",
        sa.Column("store", sa.String(length=64), autoincrement=False, nullable=False),
        sa.Column("subject", sa.String(length=80), autoincrement=False, nullable=False),
        sa.Column("rows", sa.BigInteger(), nullable=False),
        sa.Column("checksum", sa.BigInteger(), nullable=False, comment="domain/digest.py"),
        sa.Column("head", sa.BigInteger(), nullable=False, comment="its highest revision"),
        sa.Column("pruned", sa.BigInteger(), nullable=False, comment="the highest revision of a forgotten deletion"),
        sa.PrimaryKeyConstraint("store", "subject", name=op.f("pk_bucket")),
    )
    op.create_table(
        "chain",
        sa.Column("store", sa.String(length=64), autoincrement=False, nullable=False),
        sa.Column("device", sa.String(length=64), autoincrement=False, nullable=False),
        sa.Column("epoch", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("last_seq", sa.BigInteger(), nullable=False),
        sa.Column("last_hash", sa.LargeBinary(length=32), nullable=False),
        sa.Column("began_at", sa.BigInteger(), nullable=False),
        sa.Column("closed_at", sa.BigInteger(), nullable=True),
        sa.Column(
            "common_seq",
            sa.BigInteger(),
            nullable=True,
            comment="the last seq the terminal still had of this epoch when it left it",
        ),
        sa.PrimaryKeyConstraint("store", "device", "epoch", name=op.f("pk_chain")),
        comment="what HQ holds of each epoch of each device; never forgotten",
    )
    op.create_table(
        "challenge",
        sa.Column("store", sa.String(length=64), autoincrement=False, nullable=False),
        sa.Column("device", sa.String(length=64), autoincrement=False, nullable=False),
        sa.Column("nonce", sa.LargeBinary(length=32), autoincrement=False, nullable=False),
        sa.Column("expires_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("store", "device", "nonce", name=op.f("pk_challenge")),
    )
    op.create_table(
        "conflict",
        sa.Column("store", sa.String(length=64), autoincrement=False, nullable=False),
        sa.Column("coupon", sa.String(length=64), autoincrement=False, nullable=False),
        sa.Column("txn", sa.String(length=64), autoincrement=False, nullable=False),
        sa.Column("winner_txn", sa.String(length=64), nullable=False),
        sa.Column("winner_device", sa.String(length=64), nullable=False),
        sa.Column("found_at", sa.BigInteger(), nullable=False),
        sa.Column(
            "closed_at",
            sa.BigInteger(),
            nullable=True,
            comment="one of the uses was voided, or another order of arrival showed it won",
        ),
        sa.PrimaryKeyConstraint("store", "coupon", "txn", name=op.f("pk_conflict")),
        comment="uses beyond what a coupon is good for; never undone",
    )
    op.create_table(
        "device",
        sa.Column("store", sa.String(length=64), autoincrement=False, nullable=False),
        sa.Column("device", sa.String(length=64), autoincrement=False, nullable=False),
        sa.Column("name", sa.String(length=64), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False, comment="1, 2, 3 … in its store"),
        sa.Column("public_key", sa.LargeBinary(length=32), nullable=False),
        sa.Column("epoch", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False, comment="active, quarantined or revoked"),
        sa.Column("enrolled_at", sa.BigInteger(), nullable=False),
        sa.Column("revoked_at", sa.BigInteger(), nullable=True),
        sa.Column("app_version", sa.String(length=64), nullable=False),
        sa.Column("seen_at", sa.BigInteger(), nullable=True),
        sa.Column("health", sa.Text(), nullable=True, comment="the last push's, JSON"),
        sa.PrimaryKeyConstraint("store", "device", name=op.f("pk_device")),
    )
    with op.batch_alter_table("device", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_device_device"), ["device"], unique=False)

    op.create_table(
        "enroll_code",
        sa.Column("store", sa.String(length=64), autoincrement=False, nullable=False),
        sa.Column("code", sa.String(length=64), autoincrement=False, nullable=False),
        sa.Column("for_device", sa.String(length=64), nullable=True, comment="a re-enrolment's"),
        sa.Column("name", sa.String(length=64), nullable=True, comment="of the terminal to be"),
        sa.Column("expires_at", sa.BigInteger(), nullable=False),
        sa.Column("used_at", sa.BigInteger(), nullable=True),
        sa.Column("used_by", sa.String(length=64), nullable=True),
        sa.PrimaryKeyConstraint("store", "code", name=op.f("pk_enroll_code")),
        comment="codes are stored as SHA-256 in hex",
    )
    with op.batch_alter_table("enroll_code", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_enroll_code_code"), ["code"], unique=False)

    op.create_table(
        "fact",
        sa.Column("store", sa.String(length=64), autoincrement=False, nullable=False),
        sa.Column("device", sa.String(length=64), autoincrement=False, nullable=False),
        sa.Column("epoch", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("seq", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("raw", sa.LargeBinary(), nullable=False, comment="as the terminal made them"),
        sa.Column("hash", sa.LargeBinary(length=32), nullable=False),
        sa.Column("kind", sa.String(length=64), nullable=True, comment="null when unread"),
        sa.Column("hlc", sa.BigInteger(), nullable=True),
        sa.Column(
            "at", sa.BigInteger(), nullable=True, comment="the terminal's time corrected by HQ's, as far as it knew"
        ),
        sa.Column("received_at", sa.BigInteger(), nullable=False),
        sa.Column("unread", sa.Text(), nullable=True, comment="why HQ could not read it"),
        sa.PrimaryKeyConstraint("store", "device", "epoch", "seq", name=op.f("pk_fact")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("fact", schema=None) as batch_op:
        batch_op.create_index(
            "ix_fact_unread",
            ["store", "device"],
            unique=False,
            sqlite_where=sa.text("unread IS NOT NULL"),
            postgresql_where=sa.text("unread IS NOT NULL"),
        )

    op.create_table(
        "op",
        sa.Column("store", sa.String(length=64), autoincrement=False, nullable=False),
        sa.Column("device", sa.String(length=64), autoincrement=False, nullable=False),
        sa.Column("op", sa.String(length=64), autoincrement=False, nullable=False),
        sa.Column("coupon", sa.String(length=64), nullable=True),
        sa.Column("template", sa.String(length=64), nullable=True),
        sa.Column("txn", sa.String(length=64), nullable=True),
        sa.Column("value", sa.BigInteger(), nullable=True),
        sa.Column("verdict", sa.String(length=16), nullable=False, comment="pending, granted or refused"),
        sa.Column("code", sa.String(length=64), nullable=True),
        sa.Column("args", sa.Text(), nullable=True, comment="JSON"),
        sa.Column("asked_at", sa.BigInteger(), nullable=False),
        sa.Column("expires_at", sa.BigInteger(), nullable=True),
        sa.Column("closed", sa.String(length=16), nullable=True, comment="consumed, abandoned, expired or superseded"),
        sa.Column("closed_at", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("store", "device", "op", name=op.f("pk_op")),
    )
    with op.batch_alter_table("op", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_op_coupon"), ["coupon"], unique=False)

    op.create_table(
        "published",
        sa.Column("store", sa.String(length=64), autoincrement=False, nullable=False),
        sa.Column("subject", sa.String(length=80), autoincrement=False, nullable=False),
        sa.Column("id", sa.String(length=140), autoincrement=False, nullable=False),
        sa.Column("rev", sa.BigInteger(), nullable=False),
        sa.Column("data", sa.Text(), nullable=True, comment="the row's JSON; null: deleted"),
        sa.Column("changed_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("store", "subject", "id", name=op.f("pk_published")),
        comment="rows of the buckets; a bucket is (store, subject), see kiosk/hq/rows/buckets.py",
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("published", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_published_store_subject_rev"), ["store", "subject", "rev"], unique=False)
        batch_op.create_index(batch_op.f("ix_published_subject_id"), ["subject", "id"], unique=False)

    op.create_table(
        "redemption",
        sa.Column("store", sa.String(length=64), autoincrement=False, nullable=False),
        sa.Column("coupon", sa.String(length=64), autoincrement=False, nullable=False),
        sa.Column("txn", sa.String(length=64), autoincrement=False, nullable=False),
        sa.Column(
            "at_store", sa.String(length=64), nullable=False, comment="where it was used; `store` is the coupon's home"
        ),
        sa.Column("device", sa.String(length=64), nullable=False),
        sa.Column("epoch", sa.Integer(), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("hlc", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("actor", sa.String(length=64), nullable=False),
        sa.Column("template", sa.String(length=64), nullable=False),
        sa.Column("member", sa.String(length=64), nullable=True),
        sa.Column("value", sa.BigInteger(), nullable=False),
        sa.Column("right", sa.String(length=16), nullable=False),
        sa.Column("op", sa.String(length=64), nullable=True),
        sa.Column("state", sa.String(length=16), nullable=False, comment="counts, conflict or voided"),
        sa.PrimaryKeyConstraint("store", "coupon", "txn", name=op.f("pk_redemption")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("redemption", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_redemption_at_store_txn"), ["at_store", "txn"], unique=False)
        batch_op.create_index(batch_op.f("ix_redemption_coupon"), ["coupon"], unique=False)

    op.create_table(
        "revision",
        sa.Column("store", sa.String(length=64), autoincrement=False, nullable=False),
        sa.Column("value", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("store", name=op.f("pk_revision")),
        comment="one row: the last revision given to a published row; locked by whoever publishes",
    )
    op.create_table(
        "right_grant",
        sa.Column("store", sa.String(length=64), autoincrement=False, nullable=False),
        sa.Column("coupon", sa.String(length=64), autoincrement=False, nullable=False),
        sa.Column("fence", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("device", sa.String(length=64), nullable=False),
        sa.Column("uses", sa.Integer(), nullable=False),
        sa.Column("granted_at", sa.BigInteger(), nullable=False),
        sa.Column("recalled_at", sa.BigInteger(), nullable=True),
        sa.Column("ended_at", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("store", "coupon", "fence", name=op.f("pk_right_grant")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("right_grant", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_right_grant_coupon"), ["coupon"], unique=False)
        batch_op.create_index(batch_op.f("ix_right_grant_device"), ["device"], unique=False)

    op.create_table(
        "sale",
        sa.Column("store", sa.String(length=64), autoincrement=False, nullable=False),
        sa.Column("txn", sa.String(length=64), autoincrement=False, nullable=False),
        sa.Column("device", sa.String(length=64), nullable=False),
        sa.Column("epoch", sa.Integer(), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("actor", sa.String(length=64), nullable=False),
        sa.Column("member", sa.String(length=64), nullable=True),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("total", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("store", "txn", name=op.f("pk_sale")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "session",
        sa.Column("store", sa.String(length=64), autoincrement=False, nullable=False),
        sa.Column("token", sa.String(length=64), autoincrement=False, nullable=False),
        sa.Column("device", sa.String(length=64), nullable=False),
        sa.Column("expires_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("store", "token", name=op.f("pk_session")),
        comment="tokens are stored as SHA-256 in hex",
    )
    with op.batch_alter_table("session", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_session_device"), ["device"], unique=False)
        batch_op.create_index(batch_op.f("ix_session_token"), ["token"], unique=False)

    op.create_table(
        "snapshot",
        sa.Column("store", sa.String(length=64), autoincrement=False, nullable=False),
        sa.Column("subject", sa.String(length=80), autoincrement=False, nullable=False),
        sa.Column("cursor", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("rows", sa.BigInteger(), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("made_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("store", "subject", "cursor", name=op.f("pk_snapshot")),
    )
    with op.batch_alter_table("snapshot", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_snapshot_sha256"), ["sha256"], unique=False)

    op.create_table(
        "voiding",
        sa.Column("store", sa.String(length=64), autoincrement=False, nullable=False),
        sa.Column("txn", sa.String(length=64), autoincrement=False, nullable=False),
        sa.Column("device", sa.String(length=64), nullable=False),
        sa.Column("epoch", sa.Integer(), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("actor", sa.String(length=64), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("approved_by", sa.String(length=64), nullable=True),
        sa.PrimaryKeyConstraint("store", "txn", name=op.f("pk_voiding")),
        comment="kept apart from sale: a void may arrive before what it undoes",
    )


def downgrade() -> None:

    op.drop_table("voiding")
    with op.batch_alter_table("snapshot", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_snapshot_sha256"))

    op.drop_table("snapshot")
    with op.batch_alter_table("session", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_session_token"))
        batch_op.drop_index(batch_op.f("ix_session_device"))

    op.drop_table("session")
    op.drop_table("sale")
    with op.batch_alter_table("right_grant", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_right_grant_device"))
        batch_op.drop_index(batch_op.f("ix_right_grant_coupon"))

    op.drop_table("right_grant")
    op.drop_table("revision")
    with op.batch_alter_table("redemption", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_redemption_coupon"))
        batch_op.drop_index(batch_op.f("ix_redemption_at_store_txn"))

    op.drop_table("redemption")
    with op.batch_alter_table("published", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_published_subject_id"))
        batch_op.drop_index(batch_op.f("ix_published_store_subject_rev"))

    op.drop_table("published")
    with op.batch_alter_table("op", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_op_coupon"))

    op.drop_table("op")
    with op.batch_alter_table("fact", schema=None) as batch_op:
        batch_op.drop_index(
            "ix_fact_unread", sqlite_where=sa.text("unread IS NOT NULL"), postgresql_where=sa.text("unread IS NOT NULL")
        )

    op.drop_table("fact")
    with op.batch_alter_table("enroll_code", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_enroll_code_code"))

    op.drop_table("enroll_code")
    with op.batch_alter_table("device", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_device_device"))

    op.drop_table("device")
    op.drop_table("conflict")
    op.drop_table("challenge")
    op.drop_table("chain")
    op.drop_table("bucket")
