"""Symbols that no single frame holds, and pictures that hold none."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.adapters.scan.decoder import Decoder, Reading
from kiosk.adapters.scan.fusion.finders import MOST_FINDERS, finders_in
from kiosk.adapters.scan.fusion.fuser import Fuser
from kiosk.adapters.scan.passes import restored
from kiosk.domain.scan.events import Symbology
from kiosk.domain.scan.hints import ScanHint
from tests.unit.scan.pictures import Gray, on_table, qr, seen_badly

TOKEN = "KC1:NCFOXN%TS3DH3ZSUZK+.V0ETD%65NL-AH-R6IOOK.IR9B"


def burst(frames: list[Gray]) -> list[Reading]:
    """What the frames give, zxing-cpp and its prepared looks included."""
    decoder = Decoder({Symbology.QR}, use_zbar=False)
    return [reading for frame in frames for reading in decoder.decode(frame)]


def tilted(frame: Gray, angle: float, shift: tuple[float, float] = (0.0, 0.0)) -> Gray:
    turn = cv2.getRotationMatrix2D((640, 360), angle, 1.0)
    turn[0, 2] += shift[0]
    turn[1, 2] += shift[1]
    return np.asarray(cv2.warpAffine(frame, turn, (1280, 720), borderValue=120), np.uint8)


def on_dark(code: Gray, at: tuple[int, int] = (500, 200)) -> Gray:
    """A code without its margin on something as dark as its modules."""
    bare = code[16:-16, 16:-16]
    frame = np.full((720, 1280), 30, np.uint8)
    frame[at[1] : at[1] + bare.shape[0], at[0] : at[0] + bare.shape[1]] = np.maximum(bare, 30)
    return frame


def glared(frame: Gray, at: tuple[float, float], size: float) -> Gray:
    """A lamp mirrored in the screen: burnt out in the middle, fading around."""
    y, x = np.mgrid[0:720, 0:1280].astype(np.float32)
    lamp = 600 * np.exp(-((x - at[0]) ** 2 + (y - at[1]) ** 2) / (2 * size * size))
    return np.asarray(np.clip(frame + lamp, 0, 255), np.uint8)


def test_a_code_without_a_margin_is_read_on_a_dark_ground_in_one_frame() -> None:
    (reading,) = burst([seen_badly(tilted(on_dark(qr(TOKEN)), 20), blur=0.6, noise=3)])
    assert (reading.text, reading.found_by, reading.symbology) == (TOKEN, "fused", Symbology.QR)


def test_the_outline_is_where_the_code_lies() -> None:
    (reading,) = burst([seen_badly(on_dark(qr(TOKEN), at=(500, 200)), blur=0.6, noise=3)])
    far = qr(TOKEN).shape[0] - 32
    for got, want in zip(reading.outline, [(0, 0), (far, 0), (far, far), (0, far)], strict=True):
        assert got == pytest.approx((want[0] + 500, want[1] + 200), abs=2)


def test_a_lamp_that_moves_is_read_around_and_no_single_frame_would_do() -> None:
    code = qr(TOKEN)
    size = code.shape[0]
    whole = on_table(code)
    lamps = [(400 + size * x, 150 + size * y) for x, y in ((0.35, 0.6), (0.7, 0.62), (0.62, 0.35))]
    frames = [
        seen_badly(tilted(glared(whole, lamp, size * 0.2), 7, (2 * step, step)), blur=0.7, noise=4, seed=step)
        for step, lamp in enumerate(lamps)
    ]
    for frame in frames:
        assert burst([frame]) == []
    readings = burst(frames)
    assert [(one.text, one.found_by) for one in readings] == [(TOKEN, "fused")]
    assert readings[0].frames > 1


@pytest.mark.parametrize("corner", [(0, 0), (1, 0), (0, 1)], ids=["top left", "top right", "bottom left"])
def test_a_finder_pattern_that_is_covered_is_completed(corner: tuple[int, int]) -> None:
    code = qr(TOKEN, module=5)
    inner = code.shape[0] - 40
    x, y = 20 + corner[0] * (inner - 35), 20 + corner[1] * (inner - 35)
    code[y : y + 35, x : x + 35] = 255
    (reading,) = burst([seen_badly(tilted(on_table(code), 13), blur=0.8, noise=3)])
    assert (reading.text, reading.found_by) == (TOKEN, "fused")


@pytest.mark.parametrize("change", ["inverted", "mirrored"])
def test_inverted_and_mirrored_codes_without_margin(change: str) -> None:
    frame = on_dark(qr(TOKEN))
    frame = np.asarray(255 - frame if change == "inverted" else frame[:, ::-1], np.uint8)
    (reading,) = burst([seen_badly(np.ascontiguousarray(frame), blur=0.6, noise=3)])
    assert reading.text == TOKEN


def test_out_of_focus_beyond_what_a_decoder_reads() -> None:
    frames = [seen_badly(tilted(on_table(qr(TOKEN)), 4 + step), blur=2.7, noise=4, seed=step) for step in range(3)]
    assert [one.text for one in burst(frames)][:1] == [TOKEN]


def test_a_region_that_is_gone_is_given_up_and_another_code_is_not_mixed_with_it() -> None:
    fuser = Fuser()
    first = seen_badly(on_dark(qr(TOKEN)), blur=0.6, noise=3)
    half = glared(first, (580, 290), 34)
    assert fuser.look(half, restored(half)) is None
    empty = seen_badly(np.full((720, 1280), 120, np.uint8), noise=4)
    states = [fuser.following, *(bool(fuser.follow(empty)) or fuser.following for _ in range(8))]
    assert (states[0], states[-1]) == (True, False)
    other = "KC1:" + TOKEN[:3:-1]
    frames = [
        half,
        seen_badly(on_dark(qr(other)), blur=0.6, noise=3),
        seen_badly(on_dark(qr(other)), blur=0.6, noise=3),
    ]
    assert {one.text for one in burst(frames)} == {other}


def texture(seed: int) -> Gray:
    """A counter: clutter of many sizes, and squares within squares."""
    rng = np.random.default_rng(seed)
    frame = np.full((720, 1280), 120, np.float32)
    for step in (4, 9, 31):
        grain = rng.normal(0, 1, (720 // step + 2, 1280 // step + 2)).astype(np.float32)
        frame += 25 * cv2.resize(grain, (1280, 720), interpolation=cv2.INTER_NEAREST if seed % 2 else cv2.INTER_CUBIC)
    for _ in range(60):
        x, y, side = int(rng.integers(0, 1200)), int(rng.integers(0, 640)), int(rng.integers(10, 60))
        for part, level in ((1.0, 20), (0.7, 235), (0.4, 20)):
            inset = int(side * (1 - part) / 2)
            cv2.rectangle(frame, (x + inset, y + inset), (x + side - inset, y + side - inset), level, -1)
    return np.asarray(np.clip(frame, 0, 255), np.uint8)


@settings(max_examples=12, deadline=None)
@given(st.integers(0, 2**31))
def test_textures_are_never_read_and_finders_are_few(seed: int) -> None:
    picture = texture(seed)
    assert len(finders_in(restored(picture), 25)) <= MOST_FINDERS
    assert burst([picture, np.roll(picture, 3, axis=1), picture]) == []


def test_what_would_help_is_said_while_a_code_is_seen_and_not_read() -> None:
    code = qr(TOKEN)
    mirrored = glared(on_table(code), (400 + code.shape[0] * 0.35, 150 + code.shape[0] * 0.6), code.shape[0] * 0.2)
    decoder = Decoder({Symbology.QR}, use_zbar=False)
    hints = []
    for step in range(4):
        assert decoder.decode(seen_badly(mirrored, blur=0.7, noise=4, seed=step)) == []
        hints.append(decoder.hint)
    assert hints[0] is None
    assert hints[-1] is ScanHint.TILT
    assert decoder.decode(seen_badly(on_table(code), noise=4)) != []
    assert decoder.hint is None


def test_the_steps_of_a_frame_say_what_was_done() -> None:
    decoder = Decoder({Symbology.QR}, use_zbar=False)
    (reading,) = decoder.decode(seen_badly(on_dark(qr(TOKEN)), blur=0.6, noise=3))
    assert reading.frames == 1
    assert decoder.steps[0] == "plain"
    assert decoder.steps[1].startswith("look for a symbol: version ")
