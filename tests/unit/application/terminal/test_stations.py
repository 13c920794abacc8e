"""Which station a terminal shows: as set, or as a manager chose since."""

from __future__ import annotations

import pytest

from kiosk.application.terminal.stations import STATION, station_of
from kiosk.domain.journal.facts import decode
from kiosk.domain.journal.kinds import SETTING_CHANGED
from kiosk.domain.stations import StationRole
from tests.shared.till import Till

CHECKOUT, JOURNAL = StationRole.CHECKOUT, StationRole.JOURNAL


def shown(till: Till, configured: StationRole) -> StationRole:
    return till.ledger.run(lambda tx: station_of(tx, configured))


@pytest.mark.parametrize("configured", StationRole)
def test_the_settings_say_it_first(till: Till, configured: StationRole) -> None:
    assert shown(till, configured) is configured


def test_a_managers_choice_is_kept_and_journalled(till: Till) -> None:
    assert shown(till, CHECKOUT) is CHECKOUT
    till.service.switch_station(JOURNAL, "s-2")
    assert shown(till, CHECKOUT) is JOURNAL
    _seq, raw, _hash = till.ledger.run(lambda tx: tx.facts_after(1, 0, 100))[-1]
    fact = decode(raw)
    assert (fact.kind, fact.actor) == (SETTING_CHANGED, "s-2")
    assert fact.body == {"setting": "station", "before": "checkout", "after": "journal", "approved_by": "s-2"}
    before = till.ledger.head.seq
    till.service.switch_station(JOURNAL, "s-2")
    assert till.ledger.head.seq == before


def test_settings_that_were_changed_since_win(till: Till) -> None:
    shown(till, JOURNAL)
    till.service.switch_station(CHECKOUT, "s-2")
    assert shown(till, JOURNAL) is CHECKOUT
    assert shown(till, CHECKOUT) is CHECKOUT
    assert shown(till, JOURNAL) is JOURNAL


def test_a_station_that_this_program_does_not_know_is_left_aside(till: Till) -> None:
    shown(till, CHECKOUT)
    till.ledger.run(lambda tx: tx.set_meta(STATION, "spaceport"))
    assert shown(till, CHECKOUT) is CHECKOUT
