"""The print queue: jobs, and what stands on their paper."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "print_job",
        sa.Column("job", sa.Text, nullable=False),
        sa.Column("document", sa.Text, nullable=False),
        sa.Column("printer", sa.Text, nullable=False),
        sa.Column("language", sa.Text, nullable=False),
        sa.Column("about", sa.Text, nullable=False),
        sa.Column("copy", sa.Integer, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("at", sa.Integer, nullable=False),
        sa.Column("since", sa.Integer, nullable=False),
        sa.Column("changed", sa.Integer, nullable=False),
        sa.Column("stamp", sa.Integer, nullable=False),
        sa.Column("left", sa.Integer, nullable=False),
        sa.Column("sent_to", sa.Text, nullable=False),
        sa.Column("trouble", sa.Text, nullable=False),
        sa.Column("actor", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("job", name="pk_print_job"),
        sqlite_with_rowid=False,
    )
    op.create_index(
        "ix_print_job_open",
        "print_job",
        ["state", "printer", "stamp"],
        sqlite_where=sa.text("state IN ('queued', 'sent', 'unknown', 'failed')"),
    )
    op.create_index("ix_print_job_about", "print_job", ["about", "document"])
    op.create_table(
        "print_content",
        sa.Column("job", sa.Text, nullable=False),
        sa.Column("document", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("job", name="pk_print_content"),
    )


def downgrade() -> None:
    op.drop_table("print_content")
    op.drop_table("print_job")
