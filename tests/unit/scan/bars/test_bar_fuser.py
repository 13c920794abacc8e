"""Bar codes that no line holds, and things that look like one."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

import cv2
import numpy as np
import pytest

from benchmarks.empty_scenes import KINDS, scenes
from kiosk.adapters.scan.bars.fuser import BarFuser
from kiosk.adapters.scan.bars.patterns import EAN13
from kiosk.adapters.scan.decoder import Decoder
from kiosk.domain.scan.events import Symbology
from tests.unit.scan.pictures import Gray, bar_code, on_table, seen_badly

CODES = {"EAN13": "4006381333931", "UPCA": "0036000291452", "EAN8": "96385074"}


def turned(frame: Gray, angle: float) -> Gray:
    """About the middle."""
    turn = cv2.getRotationMatrix2D((640, 360), angle, 1.0)
    return np.asarray(cv2.warpAffine(frame, turn, (1280, 720), borderValue=120), np.uint8)


def frames_of(name: str, count: int = 12, *, blur: float, noise: float, angle: float = 20.0) -> Iterator[Gray]:
    text = CODES[name][1:] if name == "UPCA" else CODES[name]
    table = on_table(bar_code(text, name), at=(480, 260))
    return (seen_badly(turned(table, angle + n), blur=blur, noise=noise, seed=n) for n in range(count))


@pytest.mark.parametrize("name", CODES)
@pytest.mark.parametrize(
    ("blur", "noise"), [(0.5, 60.0), (2.6, 4.0), (2.0, 25.0)], ids=["noisy", "out of focus", "both"]
)
def test_codes_are_read_that_no_line_holds(name: str, blur: float, noise: float) -> None:
    decoder = Decoder({Symbology.EAN13, Symbology.EAN8, Symbology.UPCA})
    frames = frames_of(name, blur=blur, noise=noise)
    first = next(found for frame in frames if (found := decoder.decode(frame)))
    assert [(reading.text, reading.found_by) for reading in first] == [(CODES[name], "fused")]


def test_the_outline_is_where_the_code_lies_its_own_top_left_first() -> None:
    for angle in (40, 250):
        fuser = BarFuser((EAN13,))
        *_, (last,) = (
            found for f in frames_of("EAN13", 4, blur=1.5, noise=20, angle=angle) if (found := fuser.look(f)[1])
        )
        corners = np.array(last.outline)
        code = bar_code(CODES["EAN13"], "EAN13")
        left, right = 480 + 30, 480 + code.shape[1] - 30
        across = corners[1] - corners[0]
        assert np.degrees(np.arctan2(across[1], across[0])) == pytest.approx(((-angle - 3 + 180) % 360) - 180, abs=4)
        # zxing-cpp draws margins of its own beside the bars
        assert np.linalg.norm(across) == pytest.approx(95 * 3, rel=0.06)
        assert np.linalg.norm(across) < right - left + 4


def test_two_codes_that_follow_each_other_are_not_mixed() -> None:
    decoder = Decoder({Symbology.EAN13})
    second = "9780306406157"
    first_frames = list(frames_of("EAN13", 6, blur=2.0, noise=25))
    table = on_table(bar_code(second, "EAN13"), at=(480, 260))
    second_frames = [seen_badly(turned(table, 20 + n), blur=2.0, noise=25, seed=90 + n) for n in range(8)]
    read = [[one.text for one in decoder.decode(frame)] for frame in first_frames + second_frames]
    assert {text for texts in read[:6] for text in texts} <= {CODES["EAN13"]}
    assert {text for texts in read[6:] for text in texts} == {second}


def test_an_empty_counter_holds_no_code(torture: bool) -> None:
    """`make empty-counter` is the long form."""
    decoder = Decoder()
    frames = 60 if torture else 6
    for name, seen in islice(scenes(2_026, 320, 180, frames), 4 * len(KINDS)):
        for frame in seen:
            assert decoder.decode(frame) == [], name
