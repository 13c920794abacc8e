"""When a station counts as hung, and how long it rests."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kiosk.watchdog.patience import HUNG_S, OPENING_S, PAUSES_S, TICK_S, WELL_S, Patience, Phase, Recovery


def _silent(patience: Patience, seconds: float) -> None:
    for _ in range(round(seconds / TICK_S)):
        patience.turn()


def test_a_start_may_take_long_and_a_beat_may_not_stay_away() -> None:
    patience = Patience()
    _silent(patience, OPENING_S - 1)
    assert not patience.over
    patience.hear(Phase.BEATING)
    _silent(patience, HUNG_S - TICK_S)
    assert not patience.over
    patience.hear(Phase.BEATING)
    _silent(patience, HUNG_S)
    assert patience.over


@given(st.lists(st.floats(0, HUNG_S - 2 * TICK_S), max_size=20))
def test_who_beats_in_time_is_never_hung(silences: list[float]) -> None:
    patience = Patience()
    for silence in silences:
        patience.hear(Phase.BEATING)
        _silent(patience, silence)
        assert not patience.over


def test_who_dies_again_and_again_rests_longer_and_who_lived_well_does_not() -> None:
    recovery = Recovery()
    assert [recovery.died(2) for _ in range(8)] == [*PAUSES_S, PAUSES_S[-1], PAUSES_S[-1]]
    assert recovery.died(WELL_S) == 0
    assert recovery.died(2) == PAUSES_S[1]
