"""The product's decoder on real photographs."""

from __future__ import annotations

import pytest

from benchmarks.decode_common import MISLABELLED
from kiosk.adapters.scan.decoder import Decoder
from kiosk.adapters.scan.frames import read_picture
from tests.integration.scan.shared_data import PHOTOS, manifest, needs_photos, normalised

pytestmark = [pytest.mark.scan_photos, needs_photos]

# A code inside a code: both are read, the manifest has the inner one.
DOUBLE = {"jsQR__170.png"}


def read(name: str) -> list[str]:
    gray = read_picture(PHOTOS / name)
    assert gray is not None
    return [normalised(reading.text) for reading in Decoder().decode_still(gray)]


def test_at_least_130_of_136_qr_photographs_are_read_exactly_and_none_wrongly() -> None:
    photos = [photo for photo in manifest() if photo["symbology"] == "QRCode"]
    assert len(photos) == 136
    exact, unread = [], []
    for photo in photos:
        wanted, texts = normalised(photo["expected"]), read(photo["file"])
        if not texts:
            unread.append(photo["file"])
            continue
        assert wanted in texts
        assert len(texts) == 1 or photo["file"] in DOUBLE
        exact.append(photo["file"])
    assert len(exact) >= 130, unread


def test_nothing_is_read_where_there_is_no_code() -> None:
    names = [photo["file"] for photo in manifest() if photo["symbology"] == "none"]
    assert len(names) == 25
    assert {name: texts for name in names if (texts := read(name))} == {}


def test_bar_codes_are_read_more_often_than_by_zxing_alone_and_none_wrongly() -> None:
    photos = [photo for photo in manifest() if photo["symbology"] in ("EAN13", "EAN8", "UPCA", "Code128")]
    assert len(photos) == 171
    exact = 0
    for photo in photos:
        texts = read(photo["file"])
        wanted = MISLABELLED.get(photo["file"], photo["expected"])
        assert not texts or wanted in texts, photo["file"]
        exact += wanted in texts
    assert exact >= 158  # zxing-cpp alone: 133
