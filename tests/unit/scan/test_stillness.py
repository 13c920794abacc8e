"""Whether anything moves before the camera."""

from __future__ import annotations

import numpy as np
import pytest

from kiosk.adapters.scan.decoder import Decoder
from kiosk.adapters.scan.stillness import Stillness
from kiosk.domain.scan.events import Symbology
from tests.unit.scan.pictures import Gray, on_table, qr, seen_badly

TOKEN = "KC1:NCFOXN%TS3DH3ZSUZK+.V0ETD%65NL-AH-R6IOOK.IR9B"


def counter(seed: int, noise: float) -> Gray:
    shelves = np.kron(np.random.default_rng(1).integers(60, 200, (18, 32)), np.ones((40, 40))).astype(np.uint8)
    return seen_badly(shelves, noise=noise, seed=seed)


@pytest.mark.parametrize("noise", [0.0, 3.0, 30.0])
def test_noise_is_no_change_and_a_small_code_is(noise: float) -> None:
    still = Stillness()
    for seed in range(6):
        still.see(counter(seed, noise))
    assert still.frames == 5
    frame = counter(9, noise)
    code = qr("KC1:AB", module=2)
    frame[300 : 300 + code.shape[0], 600 : 600 + code.shape[1]] = code
    still.see(frame)
    assert still.frames == 0


def test_what_creeps_has_moved_in_the_end() -> None:
    still = Stillness()
    code = qr(TOKEN)
    seen = []
    for step in range(30):
        still.see(on_table(code, at=(400 + step, 150)))
        seen.append(still.frames)
    assert 0 in seen[1:]


def test_pictures_of_another_size_are_a_change() -> None:
    still = Stillness()
    for size in ((40, 60), (40, 60), (90, 160), (1, 5), (1, 5)):
        still.see(np.zeros(size, np.uint8))
    assert still.frames == 1


def test_on_a_still_counter_fewer_looks_are_made_and_a_bad_code_that_comes_is_read_as_soon() -> None:
    decoder = Decoder({Symbology.QR}, use_zbar=False)
    empty = [counter(seed, 3.0) for seed in range(3)]
    looks = []
    for number in range(120):
        assert decoder.decode(empty[number % 3]) == []
        looks.append(len(decoder.steps) > 1)
    assert all(looks[:60])
    assert 15 <= sum(looks[60:]) <= 25
    code = seen_badly(on_table(qr(TOKEN)), blur=2.3, noise=4)
    found = [reading.text for _ in range(4) for reading in decoder.decode(code)]
    assert TOKEN in found
