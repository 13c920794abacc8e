"""A camera that shows nothing is lost, and says so."""

from __future__ import annotations

import numpy as np

from kiosk.adapters.scan.liveness import SECONDS, Liveness
from tests.unit.scan.pictures import Gray, on_table, qr, seen_badly


def seen(seed: int, gain: float = 1.0) -> Gray:
    """A still scene through a sensor."""
    return seen_badly(on_table(qr("KC1:AB")), noise=2, seed=seed, gain=gain)


def test_a_still_scene_with_a_sensors_noise_is_alive() -> None:
    liveness = Liveness()
    assert [liveness.look(seen(at), at * 1.0) for at in range(1, 20)] == [""] * 19


def test_the_same_picture_for_some_seconds_is_none_until_it_changes() -> None:
    liveness, still = Liveness(), seen(1)
    assert liveness.look(seen(2), 0.0) == ""
    said = [liveness.look(still.copy(), 1.0 + at / 10) for at in range(100)]
    lost = [at for at, why in enumerate(said) if why]
    assert lost == list(range(round(SECONDS * 10), 100))
    assert said[-1] == "its picture does not change"
    assert liveness.look(still.copy(), 11.1) != ""  # opened again, and still the old picture
    assert liveness.look(seen(3), 11.2) == ""
    assert liveness.look(seen(3), 11.3) == ""  # a single doubled picture is nothing


def test_black_is_nothing_however_it_rustles() -> None:
    liveness = Liveness()
    black = [np.asarray(seen(at, gain=0.0), np.uint8) for at in range(1, 12)]
    assert liveness.look(black[0], 0.0) == ""
    assert [bool(liveness.look(one, float(at))) for at, one in enumerate(black[1:], 1)] == [False] * 4 + [True] * 6
    assert liveness.look(seen(1), 12.0) == ""


def test_a_dark_shop_is_not_black() -> None:
    liveness = Liveness()
    assert {liveness.look(seen(at, gain=0.05), float(at)) for at in range(1, 20)} == {""}


def test_endless_patience_for_pictures_that_are_still_on_purpose() -> None:
    liveness, still = Liveness(float("inf")), seen(1)
    assert {liveness.look(still, float(at)) for at in range(100)} == {""}
