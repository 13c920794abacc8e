"""Events and their guests, beside the facts: how long they are kept, who walked in, what goes to pretix."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None

_ID = sa.String(length=64)


def _key(name: str, kind: Any = _ID) -> sa.Column[Any]:
    return sa.Column(name, kind, autoincrement=False, nullable=False)


def upgrade() -> None:
    op.create_table(
        "gathering_kept",
        _key("store"),
        _key("event"),
        sa.Column("data", sa.Text(), nullable=False, comment="JSON: the event, as terminals are told of it"),
        sa.Column("until", sa.BigInteger(), nullable=False, comment="its guests are forgotten then"),
        sa.Column("days", sa.Integer(), nullable=False, comment="after it ends"),
        sa.Column("at", sa.BigInteger(), nullable=False, comment="when it was first published"),
        sa.Column("by", _ID, nullable=False),
        sa.Column("closed_at", sa.BigInteger(), nullable=True, comment="terminals are told of it no longer"),
        sa.Column("forgotten_at", sa.BigInteger(), nullable=True, comment="who the guests were is gone"),
        sa.PrimaryKeyConstraint("store", "event", name=op.f("pk_gathering_kept")),
        comment="events that HQ knows, and for how long their guests are kept",
    )
    op.create_index("ix_gathering_kept_event", "gathering_kept", ["event"], unique=False)
    op.create_index("ix_gathering_kept_until", "gathering_kept", ["until"], unique=False)
    op.create_table(
        "guest_listed",
        _key("store"),
        _key("event"),
        _key("guest"),
        sa.Column("member", _ID, nullable=False, comment="empty: nobody's"),
        sa.Column("data", sa.Text(), nullable=False, comment="JSON: the guest, as terminals are told of them"),
        sa.Column(
            "before",
            sa.Text(),
            nullable=True,
            comment="null: HQ's; JSON: as HQ had it before a desk said otherwise; empty: a desk's",
        ),
        sa.PrimaryKeyConstraint("store", "event", "guest", name=op.f("pk_guest_listed")),
        comment="lists of events, those whom desks added among them; can be erased, since no fact holds it",
        sqlite_with_rowid=False,
    )
    op.create_index("ix_guest_listed_member", "guest_listed", ["member"], unique=False)
    op.create_table(
        "guest_kept",
        _key("store"),
        _key("event"),
        _key("guest"),
        sa.Column("salt", sa.LargeBinary(length=32), nullable=False),
        sa.Column(
            "data",
            sa.LargeBinary(),
            nullable=False,
            comment="canonical JSON of the person, as the fact commits to it",
        ),
        sa.Column("at", sa.BigInteger(), nullable=False, comment="when HQ was told"),
        sa.PrimaryKeyConstraint("store", "event", "guest", name=op.f("pk_guest_kept")),
        comment="guests whom desks added; what can be erased, since no fact holds it",
    )
    op.create_table(
        "guest_text",
        _key("store"),
        _key("commitment"),
        sa.Column("event", _ID, nullable=False),
        sa.Column("guest", _ID, nullable=False),
        sa.Column("question", _ID, nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False, comment="when HQ was told"),
        sa.PrimaryKeyConstraint("store", "commitment", name=op.f("pk_guest_text")),
        comment="what guests wrote or signed at desks; can be erased, since no fact holds it",
    )
    op.create_index("ix_guest_text_store_event_guest", "guest_text", ["store", "event", "guest"], unique=False)
    op.create_table(
        "pretix_link",
        _key("store"),
        _key("event"),
        sa.Column(
            "said",
            sa.Text(),
            nullable=False,
            comment="JSON: address, organizer, event, list; the token is in the key store",
        ),
        sa.Column("pulled_at", sa.BigInteger(), nullable=True, comment="when the list was last whole"),
        sa.Column("failed_at", sa.BigInteger(), nullable=True),
        sa.Column("why", _ID, nullable=False, comment="a stable code: why it failed; empty: it did not"),
        sa.Column("next_at", sa.BigInteger(), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("store", "event", name=op.f("pk_pretix_link")),
        comment="events whose tickets pretix sells",
    )
    op.create_table(
        "pretix_push",
        _key("store"),
        _key("event"),
        _key("device"),
        _key("hlc", sa.BigInteger()),
        sa.Column("guest", _ID, nullable=False),
        sa.Column("what", sa.String(length=16), nullable=False, comment="entry, exit or annul"),
        sa.Column("state", sa.String(length=16), nullable=False, comment="waiting, done or refused"),
        sa.Column("why", _ID, nullable=False, comment="pretix's own reason"),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False, comment="when it was said at the desk"),
        sa.Column("done_at", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("store", "event", "device", "hlc", name=op.f("pk_pretix_push")),
        comment="words of desks on their way to pretix, each once",
    )
    op.create_index("ix_pretix_push_store_event_state", "pretix_push", ["store", "event", "state"], unique=False)


def downgrade() -> None:
    op.drop_index("ix_pretix_push_store_event_state", table_name="pretix_push")
    op.drop_table("pretix_push")
    op.drop_table("pretix_link")
    op.drop_index("ix_guest_text_store_event_guest", table_name="guest_text")
    op.drop_table("guest_text")
    op.drop_table("guest_kept")
    op.drop_index("ix_guest_listed_member", table_name="guest_listed")
    op.drop_table("guest_listed")
    op.drop_index("ix_gathering_kept_until", table_name="gathering_kept")
    op.drop_index("ix_gathering_kept_event", table_name="gathering_kept")
    op.drop_table("gathering_kept")
