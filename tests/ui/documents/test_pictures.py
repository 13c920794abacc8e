"""Pictures inside documents: whatever bytes they are, a print goes on."""

from __future__ import annotations

import struct
import zlib

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QImage

from kiosk.domain.documents.blocks import Picture, Text
from kiosk.domain.documents.paper import ROLL_80
from kiosk.ui.documents import pictures
from kiosk.ui.documents.painting import DotsPainter
from tests.ui.documents.samples import document, encoded, logo, photo

pytestmark = pytest.mark.usefixtures("qapp")


def png(width: int, height: int, rows: bytes) -> bytes:
    """A grey PNG that says what it likes about its size."""
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data)) for name, data in chunks
    )


BAD = {
    "nothing": b"",
    "no picture": b"no picture",
    "the beginning of a photo": b"\xff\xd8\xff\xe0\x00\x10JFIF",
    "a larger one than any logo": png(30_000, 30_000, b"\0" * 1000),
    "empty": png(0, 0, b""),
    "svg": b"<svg xmlns='http://www.w3.org/2000/svg'/>",
    "gif": b"GIF89a\x01\x00\x01\x00\x00\x00\x00;",
    "too many bytes": b"\xff\xd8\xff" + bytes(pictures.MOST_BYTES),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_picture_is_its_words(name: str) -> None:
    bad = document(Picture(BAD[name], mm=30, words="our logo"), Text("x"))
    assert DotsPainter().paint(bad, ROLL_80, 203)[0].height > 60
    assert DotsPainter().paint(document(Picture(BAD[name], mm=30)), ROLL_80, 203)[0].height == 0


@given(st.data())
def test_a_damaged_picture_stops_nothing(data: st.DataObject) -> None:
    whole = bytearray(data.draw(st.sampled_from((logo(side=40), photo(40, 30)))))
    for _ in range(data.draw(st.integers(1, 8))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    damaged = bytes(whole[: data.draw(st.integers(0, len(whole)))])
    DotsPainter().paint(document(Picture(damaged, mm=20, words="x")), ROLL_80, 203)


def test_a_logo_of_20_megabytes_is_printed() -> None:
    noise = np.random.default_rng(1).integers(0, 256, (2600, 2700, 3), np.uint8)
    image = QImage(noise.tobytes(), 2700, 2600, 3 * 2700, QImage.Format.Format_RGB888)
    data = encoded(image, b"PNG")
    assert len(data) > 20_000_000
    made = DotsPainter().paint(document(Picture(data, mm=40)), ROLL_80, 203)[0]
    assert (made.width, made.height) == (576, round(320 * 2600 / 2700))
    assert any(made.rows)


def test_what_is_transparent_is_white_paper() -> None:
    image = pictures.scaled(logo(), 100, 100, dots=False)
    assert image is not None
    assert image.pixelColor(0, 0).name() == "#ffffff"
    assert image.pixelColor(50, 50).name() == "#e07b00"


def test_a_photo_that_a_camera_turned_is_shown_upright() -> None:
    plain = photo(40, 20)
    exif = b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0"
    turned = plain[:2] + b"\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif + plain[2:]
    assert pictures.shape(plain) == (40, 20)
    assert pictures.shape(turned) == (20, 40)
    image = pictures.scaled(turned, 20, 40, dots=False)
    assert image is not None
    # dark at the upper left before, at the upper right after a quarter turn
    assert image.pixelColor(18, 1).lightness() < 30
    assert image.pixelColor(1, 38).lightness() > 220


def test_pictures_are_kept_and_not_for_ever() -> None:
    first = pictures.scaled(logo(), 31, 31, dots=True)
    assert pictures.scaled(logo(), 31, 31, dots=True) is first
    for size in range(40, 80):
        pictures.scaled(logo(), size, size, dots=True)
    assert pictures.scaled(logo(), 31, 31, dots=True) is not first
