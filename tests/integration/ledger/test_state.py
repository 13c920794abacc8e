"""Each change a fact can make is carried out by some capability, and the ledger's tables are all accounted for."""

from __future__ import annotations

import sys

from kiosk.adapters.db.tables import DERIVED, KEPT, STATES, metadata
from kiosk.domain.journal.registry import Change


def test_every_change_is_carried_out() -> None:
    # dataclass makes a class with slots anew: the first one may still be about
    declared = {
        change
        for change in Change.__subclasses__()
        if change.__module__.startswith("kiosk.") and vars(sys.modules[change.__module__])[change.__name__] is change
    }
    assert {change for state in STATES for change in state.carry} == declared


def test_every_table_is_derived_or_kept() -> None:
    assert {table.name for table in (*DERIVED, *KEPT)} == set(metadata.tables)
    assert len({*DERIVED}) == len(DERIVED)
