"""Shares, totals and counts under the names that limits have now."""

from __future__ import annotations

import json
from typing import Any

import sqlalchemy as sa
from alembic import op

from kiosk.domain.campaigns.limit_keys import newest_key

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_TEXT, _NUMBER = sa.Text, sa.BigInteger


def _table(name: str, keys: tuple[str, ...], texts: tuple[str, ...], numbers: tuple[str, ...]) -> sa.TableClause:
    columns: list[sa.ColumnClause[Any]] = [
        *(sa.column(one, _TEXT) for one in (*keys, *texts)),
        *(sa.column(one, _NUMBER) for one in numbers),
    ]
    return sa.table(name, *columns)


_COUNTED = (
    (_table("quantity", ("store", "key"), ("campaign",), ("whole", "left")), ("store", "key"), ("whole", "left")),
    (
        _table("lease", ("store", "device", "key"), (), ("granted", "used", "owed")),
        ("store", "device", "key"),
        ("granted", "used", "owed"),
    ),
    (_table("shared_count", ("store", "key"), (), ("count",)), ("store", "key"), ("count",)),
)
_OPS = _table("lease_op", ("store", "device", "op"), ("granted",), ())


def upgrade() -> None:
    """What two rows said of one limit, under two places in its rule's list, one says now; the sums stay in balance."""
    connection = op.get_bind()
    for table, keys, numbers in _COUNTED:
        rows = connection.execute(sa.select(table)).mappings().all()
        renamed = [row for row in rows if newest_key(row["key"]) != row["key"]]
        made: dict[tuple[Any, ...], dict[str, Any]] = {}
        wholes: dict[tuple[Any, ...], list[int]] = {}
        for row in renamed:
            new = {**row, "key": newest_key(row["key"])}
            row_key = tuple(new[one] for one in keys)
            before = made.setdefault(row_key, {**new, **dict.fromkeys(numbers, 0)})
            for name in numbers:
                before[name] += row[name]
            wholes.setdefault(row_key, []).append(row.get("whole") or 0)
            same = sa.and_(*(table.c[one] == row[one] for one in keys))
            connection.execute(sa.delete(table).where(same))
        for row_key, found in wholes.items():
            # a rule with two totals gives no more than the smaller
            beyond = sum(found) - min(filter(None, found), default=0)
            if beyond and "whole" in numbers:
                made[row_key]["whole"] -= beyond
                made[row_key]["left"] -= beyond
        if made:
            connection.execute(sa.insert(table), list(made.values()))
    for row in connection.execute(sa.select(_OPS)).mappings().all():
        before_names = json.loads(row["granted"])
        said: dict[str, int] = {}
        for key, count in before_names.items():
            said[newest_key(key)] = said.get(newest_key(key), 0) + count
        if said != before_names:
            text = json.dumps(said, ensure_ascii=False, separators=(",", ":"))
            same = sa.and_(*(_OPS.c[one] == row[one] for one in ("store", "device", "op")))
            connection.execute(sa.update(_OPS).where(same).values(granted=text))


def downgrade() -> None:
    """The names stay: an older program deals out its totals anew under its own."""
