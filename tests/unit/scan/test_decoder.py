"""The decoder: what it reads, and that nothing it is shown makes it raise."""

from __future__ import annotations

import logging
from pathlib import Path

import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.adapters.scan.decoder import Decoder, Reading
from kiosk.adapters.scan.frames import read_picture, to_gray
from kiosk.adapters.scan.passes import LIVE, MOST_PIXELS, STILL, Pass
from kiosk.domain.scan.events import Symbology
from tests.unit.scan.pictures import Gray, bar_code, on_table, qr, seen_badly

TOKEN = "KC1:NCFOXN%TS3DH3ZSUZK+.V0ETD%65NL-AH-R6IOOK.IR9B"


def texts(readings: list[Reading]) -> list[str]:
    return [reading.text for reading in readings]


def test_a_token_is_read_with_its_corners() -> None:
    code = qr(TOKEN)
    (reading,) = Decoder().decode(on_table(code, at=(400, 150)))
    assert (reading.text, reading.raw, reading.symbology) == (TOKEN, TOKEN.encode(), Symbology.QR)
    far = code.shape[0] - 16
    for got, want in zip(reading.outline, [(16, 16), (far, 16), (far, far), (16, far)], strict=True):
        assert got == pytest.approx((want[0] + 400, want[1] + 150), abs=2)


@pytest.mark.parametrize(
    "data",
    [b"\x00", b"KC1:AB\x00CD", b"a\x1db\x1ec\x04", b"\r\n\t\x1b[2J", b"\x7f\x01\x02\x03", b"\\~", bytes(range(128))],
)
def test_control_characters_and_nul_survive(data: bytes) -> None:
    (reading,) = Decoder().decode(on_table(qr(data)))
    assert (reading.text, reading.raw) == (data.decode("ascii"), data)


@pytest.mark.parametrize("text", ["會員 陳美麗 優惠券", "活动 满200减30", "ﾊﾝｶｸ é ✓ 😀", "Ω≈ç√∫˜µ≤≥÷"])
def test_utf_8_survives(text: str) -> None:
    (reading,) = Decoder().decode(on_table(qr(text.encode())))
    assert (reading.text, reading.raw) == (text, text.encode())


@settings(max_examples=60, deadline=None)
@given(st.binary(min_size=1, max_size=120))
def test_the_bytes_of_any_code_survive(data: bytes) -> None:
    (reading,) = Decoder(use_zbar=False).decode(qr(data))
    assert reading.raw == data


@pytest.mark.parametrize(
    ("text", "name", "symbology", "read"),
    [
        ("4006381333931", "EAN13", Symbology.EAN13, "4006381333931"),
        ("96385074", "EAN8", Symbology.EAN8, "96385074"),
        ("036000291452", "UPCA", Symbology.UPCA, "0036000291452"),
        ("MEMBER-000123", "Code128", Symbology.CODE128, "MEMBER-000123"),
    ],
)
def test_bar_codes_are_read(text: str, name: str, symbology: Symbology, read: str) -> None:
    picture = on_table(bar_code(text, name))
    decoder = Decoder()
    (live,) = decoder.decode(picture)
    (still,) = decoder.decode_still(picture)
    assert (live.text, live.symbology) == (still.text, still.symbology) == (read, symbology)


def test_bar_codes_are_looked_for_in_every_third_frame_until_one_is_there() -> None:
    empty, card = on_table(np.full((9, 9), 120, np.uint8)), on_table(bar_code("4006381333931", "EAN13"))
    decoder = Decoder()
    assert decoder.decode(empty) == []
    assert [bool(decoder.decode(card)) for _ in range(5)] == [False, False, True, True, True]


def test_a_bar_code_in_view_does_not_keep_a_blurred_qr_code_from_its_second_look() -> None:
    frame = seen_badly(on_table(qr(TOKEN)), blur=2.3, noise=4)
    card = bar_code("4006381333931", "EAN13")
    frame[20 : 20 + card.shape[0], 10 : 10 + card.shape[1]] = card
    decoder = Decoder()
    seen = {text for _ in range(6) for text in texts(decoder.decode(frame))}
    assert seen == {TOKEN, "4006381333931"}


def test_only_what_was_asked_for_is_read() -> None:
    both = on_table(qr(TOKEN))
    card = bar_code("4006381333931", "EAN13")
    both[500 : 500 + card.shape[0], 20 : 20 + card.shape[1]] = card[: 720 - 500]
    assert texts(Decoder({Symbology.QR}).decode_still(both)) == [TOKEN]
    assert texts(Decoder({Symbology.EAN13}).decode_still(both)) == ["4006381333931"]
    assert set(texts(Decoder().decode_still(both))) == {TOKEN, "4006381333931"}
    with pytest.raises(ValueError, match="nothing to look for"):
        Decoder({Symbology.TYPED})


@pytest.mark.parametrize(
    "bad",
    [
        {"gain": 0.05, "noise": 3.0},
        {"noise": 100.0},
        {"blur": 2.3, "noise": 4.0},
        {"gain": 0.08, "blur": 1.5, "noise": 2.0},
    ],
    ids=["dark", "noisy", "out of focus", "dark and out of focus"],
)
def test_live_frames_that_the_plain_look_misses_are_read_within_a_few(bad: dict[str, float]) -> None:
    frames = [seen_badly(on_table(qr(TOKEN)), seed=seed, **bad) for seed in range(4)]
    decoder = Decoder()
    found = [reading for frame in frames for reading in decoder.decode(frame)]
    assert TOKEN in texts(found)
    assert {reading.found_by for reading in found} - {"plain"}


def test_outlines_of_enlarged_looks_are_in_pixels_of_the_frame() -> None:
    frame = seen_badly(on_table(qr(TOKEN)), gain=0.05, noise=3)
    plain = Decoder().decode(on_table(qr(TOKEN)))[0]
    helped = next(r for _ in range(4) for r in Decoder().decode_still(frame))
    assert helped.found_by != "plain"
    for got, want in zip(helped.outline, plain.outline, strict=True):
        assert got == pytest.approx(want, abs=3)


def test_1000_pictures_of_nothing_in_particular_never_raise_and_are_no_code(
    caplog: pytest.LogCaptureFixture,
) -> None:
    rng = np.random.default_rng(2)
    decoder = Decoder()
    with caplog.at_level(logging.WARNING):
        for number in range(1000):
            height, width = (int(n) for n in rng.integers(1, 120, 2))
            match number % 4:
                case 0:
                    gray = rng.integers(0, 256, (height, width)).astype(np.uint8)
                case 1:
                    gray = np.full((height, width), number % 256, np.uint8)
                case 2:
                    gray = np.kron(rng.integers(0, 2, (height, width)), np.ones((3, 3))).astype(np.uint8) * 255
                case _:
                    gray = np.tile(rng.integers(0, 2, width).astype(np.uint8) * 255, (height, 1))
            assert decoder.decode(gray, number) == []
            if number % 5 == 0:
                assert [r for r in decoder.decode_still(gray) if not r.symbology.linear] == []
    assert caplog.records == []


def test_damaged_codes_are_read_rightly_or_not_at_all() -> None:
    rng = np.random.default_rng(3)
    clean = qr(TOKEN)
    decoder = Decoder()
    read = 0
    for _ in range(200):
        picture = clean.copy()
        for _ in range(int(rng.integers(1, 6))):
            x, y = (int(n) for n in rng.integers(0, clean.shape[0] - 12, 2))
            side = int(rng.integers(4, 60))
            picture[y : y + side, x : x + side] = rng.integers(0, 256)
        got = texts(decoder.decode_still(picture))
        assert got in ([], [TOKEN])
        read += bool(got)
    assert 0 < read < 200


@pytest.mark.parametrize(
    "odd",
    [
        np.zeros((0, 0), np.uint8),
        np.zeros((1, 1), np.uint8),
        np.zeros((1, 5000), np.uint8),
        np.zeros((20, 20, 3), np.uint8),
        np.zeros((20, 20), np.float32),
        np.asfortranarray(np.zeros((40, 30), np.uint8)),
    ],
    ids=["empty", "a pixel", "a line", "colour", "floats", "columns first"],
)
def test_pictures_of_odd_shapes_are_no_code(odd: Gray) -> None:
    assert Decoder().decode(odd) == []
    assert Decoder().decode_still(odd) == []


def test_a_view_into_a_larger_picture_is_read() -> None:
    frame = on_table(qr(TOKEN), at=(400, 150))
    assert texts(Decoder().decode(frame[100:700, 350:1000])) == [TOKEN]
    assert texts(Decoder().decode(frame[:, ::-1][:, ::-1])) == [TOKEN]


@pytest.mark.parametrize("extra", [*LIVE, *STILL], ids=lambda extra: extra.name)
def test_passes_keep_their_promises(extra: Pass) -> None:
    for size in ((64, 48), (1280, 720), (4000, 3000)):
        gray = np.random.default_rng(1).integers(0, 256, size[::-1]).astype(np.uint8)
        before = gray.copy()
        prepared = extra.prepare(gray)
        assert prepared.image.dtype == np.uint8
        assert prepared.image.flags.c_contiguous
        assert prepared.image.shape[1] == pytest.approx(size[0] * prepared.scale, abs=1)
        assert prepared.image.size <= max(MOST_PIXELS * 1.001, gray.size)
        assert np.array_equal(gray, before)


def test_zbar_helps_and_is_believed_only_in_ascii() -> None:
    pyzbar = pytest.importorskip("pyzbar.pyzbar", reason="zbar's library is not installed", exc_type=ImportError)
    from kiosk.adapters.scan.decoder import _read_with_zbar

    def read(data: bytes) -> list[str]:
        return texts(_read_with_zbar(pyzbar, on_table(qr(data))))

    assert read(TOKEN.encode()) == [TOKEN]
    assert read(b"KC1:AB\x00CD") == ["KC1:AB\x00CD"]
    assert read("優惠券".encode()) == []
    assert read("券".encode("big5")) == []


def test_what_is_transparent_is_paper(tmp_path: Path) -> None:
    """Codes saved as PNG are often black on nothing."""
    code = qr("KC1:TRANSPARENT")
    for name, colour in (("black", 0), ("white", 255)):
        picture = np.full((*code.shape, 4), colour, np.uint8)
        picture[:, :, :3] = np.where(code[:, :, None] < 128, 0, colour)
        picture[:, :, 3] = np.where(code < 128, 255, 0)
        file = tmp_path / f"{name}.png"
        assert cv2.imwrite(str(file), picture)
        gray = read_picture(file)
        assert gray is not None
        assert [one.text for one in Decoder().decode_still(gray)] == ["KC1:TRANSPARENT"]


def test_an_alpha_that_says_nothing_is_not_believed() -> None:
    seen = np.dstack([qr("KC1:X")] * 3 + [np.zeros_like(qr("KC1:X"))])
    assert [one.text for one in Decoder().decode(to_gray(seen))] == ["KC1:X"]


@pytest.mark.parametrize("kind", [Symbology.MICRO_QR, Symbology.RMQR])
def test_small_matrix_codes_are_read_too(kind: Symbology) -> None:
    code = bar_code("KC1:AB12", {Symbology.MICRO_QR: "MicroQRCode", Symbology.RMQR: "RMQRCode"}[kind])
    for decoder in (Decoder(), Decoder({kind})):
        assert decoder.decode(on_table(code)) == [], "next to no check: one frame is not believed"
        (reading,) = decoder.decode(on_table(code))
        assert (reading.text, reading.symbology) == ("KC1:AB12", kind)


def test_a_finder_pattern_of_a_large_code_is_no_small_code() -> None:
    """Of a large code far out of focus zxing-cpp reads a corner now and then as a Micro QR code of a single digit."""
    decoder = Decoder({Symbology.QR})
    for step in range(12):
        frame = seen_badly(on_table(qr(TOKEN + TOKEN)), blur=2.6 + step / 20, noise=4, seed=step)
        assert {one.text for one in decoder.decode(frame)} <= {TOKEN + TOKEN}
