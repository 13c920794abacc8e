"""Are the read models what all facts give? Derives them anew beside, compares, and leaves everything as it was."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from kiosk.hq.context import Context
from kiosk.hq.coupons.judging import misjudged
from kiosk.hq.rebuild import state
from kiosk.hq.rebuild.derive import Derived, Differing, forget

_PLACE = "check"


@dataclass(frozen=True, slots=True)
class Difference:
    """A row of a read model that is not what facts give. `what`: missing, too_much, or the columns that differ."""

    table: str
    key: str
    what: str


def check(context: Context) -> list[Difference]:
    """Compare what is in use with what facts give. Read models that are just being derived are left out. Pushes go on
    meanwhile."""
    forget(context, _PLACE)  # what an earlier check left when it was stopped
    derived = Derived(context, _PLACE)
    try:
        while derived.advance():
            pass
        found = list(_rows(context, derived))
    finally:
        derived.discard()
    with context.database.read() as tx:
        late = {one.name for one in state.behind(context, tx)}
        if "redemptions" not in late:
            found += [Difference("redemption", place, "state") for place in misjudged(tx)]
    return found


def _rows(context: Context, derived: Derived) -> Iterator[Difference]:
    with derived.whole() as tx:
        late = {one.name for one in state.behind(context, tx)}
        filled = derived.filled(tx)
        for model in context.projections:
            for table in model.tables if model.name not in late and model.wanted(tx) else ():
                if table.name not in filled:
                    continue
                after: list[Any] | None = []
                while after is not None:
                    rows, after = derived.differing(model, table.name, after, tx)
                    for row in rows:
                        key = "/".join(str(part) for part in row.key.values())
                        yield Difference(table.name, key, _what(row, model.apart.get(table.name, frozenset())))


def _what(row: Differing, apart: frozenset[str]) -> str:
    if row.derived is None or row.stored is None:
        return "missing" if row.stored is None else "too_much"
    one, other = row.derived._mapping, row.stored._mapping
    return ",".join(name for name in one if name not in apart and one[name] != other[name])
