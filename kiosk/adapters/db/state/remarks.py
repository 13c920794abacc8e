"""Words of customers, until HQ has them. They do not follow from facts: facts commit to them."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Column, LargeBinary, Table, Text

from kiosk.adapters.db.layout import metadata
from kiosk.adapters.db.state.rows import Rows
from kiosk.application.ports.remarks import KeptRemark, RemarkState

remark = Table(
    "remark",
    metadata,
    Column("commitment", Text, primary_key=True),
    Column("member", Text, nullable=False),
    Column("salt", LargeBinary, nullable=False),
    Column("text", Text, nullable=False),
    sqlite_with_rowid=False,
)


class RemarkRows(Rows, RemarkState):
    """Reads and keeps them."""

    def keep_remark(self, kept: KeptRemark) -> None:
        self._connection.execute(
            "INSERT INTO remark (commitment, member, salt, text) VALUES (?, ?, ?, ?)",
            (kept.commitment, kept.member, kept.salt, kept.text),
        )

    def remarks_untold(self, limit: int) -> Sequence[KeptRemark]:
        rows = self._connection.execute(
            "SELECT commitment, member, salt, text FROM remark ORDER BY commitment LIMIT ?", (limit,)
        )
        return [KeptRemark(row[0], row[1], bytes(row[2]), row[3]) for row in rows]

    def erase_remark(self, commitment: str) -> None:
        self._connection.execute("DELETE FROM remark WHERE commitment = ?", (commitment,))
