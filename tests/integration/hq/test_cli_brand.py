"""`kiosk hq brand` with logos as people have them."""

from __future__ import annotations

import json
import random
import struct
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage

from kiosk.cli.logo_file import LARGEST, LogoFault, read_logo
from kiosk.domain.documents.brand import MOST_LOGO
from tests.shared.calls import called


def _painted(width: int, height: int, colour: str = "#0e6b5b", *, form: QImage.Format) -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    return image.convertToFormat(form)


def _saved(
    path: Path, width: int = 300, height: int = 200, *, form: QImage.Format = QImage.Format.Format_RGB32
) -> Path:
    assert _painted(width, height, form=form).save(str(path))
    return path


def _size(png: bytes) -> tuple[int, int]:
    image = QImage.fromData(png)
    assert not image.isNull()
    return image.width(), image.height()


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def _moving_png(path: Path) -> None:
    _saved(path)
    data = path.read_bytes()
    path.write_bytes(data[:33] + _chunk(b"acTL", struct.pack(">II", 2, 0)) + data[33:])


def _moving_gif(path: Path) -> None:
    frame = b"\x2c\0\0\0\0\x01\0\x01\0\0\x02\x02\x44\x01\0"
    path.write_bytes(b"GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff" + frame + frame + b";")


def _noise(path: Path) -> None:
    """A bitmap of 20 MB in which nothing repeats."""
    side = 2582
    dots = random.Random(5).randbytes(side * side * 3)
    head = struct.pack("<2sIHHIIiiHHIIiiII", b"BM", 0, 0, 0, 54, 40, side, side, 1, 24, 0, 0, 0, 0, 0, 0)
    row = side * 3
    padding = bytes(-row % 4)
    path.write_bytes(head + b"".join(dots[at : at + row] + padding for at in range(0, len(dots), row)))


def _svg(path: Path, body: str = '<rect width="9" height="6" fill="#0e6b5b"/>') -> None:
    path.write_text(f'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="6">{body}</svg>', encoding="utf-8")


def _pale(path: Path) -> None:
    assert _painted(300, 200, "#ffffff", form=QImage.Format.Format_RGB32).save(str(path))


def _white_letters(path: Path) -> None:
    """White on nothing: for a dark page of the web."""
    image = QImage(300, 200, QImage.Format.Format_ARGB32)
    image.fill(QColor(255, 255, 255, 0))
    for x in range(50, 250):
        image.setPixelColor(x, 100, QColor(255, 255, 255, 255))
    assert image.save(str(path))


def _broken(path: Path) -> None:
    _saved(path)
    path.write_bytes(path.read_bytes()[:90])


def _claims_too_much(path: Path) -> None:
    head = _chunk(b"IHDR", struct.pack(">IIBBBBB", 40_000, 40_000, 8, 2, 0, 0, 0))
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + head + _chunk(b"IDAT", b"x") + _chunk(b"IEND", b""))


@pytest.mark.parametrize(
    ("name", "make", "says"),
    [
        ("dot.png", lambda path: _saved(path, 1, 1), "1 by 1 dots: too small"),
        ("moves.png", _moving_png, "the logo moves"),
        ("moves.gif", _moving_gif, "a GIF"),
        ("broken.png", _broken, "broken"),
        ("broken.svg", lambda path: path.write_text("<svg", encoding="utf-8"), "broken"),
        ("nothing.png", lambda path: path.write_bytes(b""), "empty"),
        ("letter.pdf", lambda path: path.write_bytes(b"%PDF-1.7\n"), "no picture"),
        ("pale.png", _pale, "on white paper"),
        ("white.png", _white_letters, "on white paper"),
        ("vast.png", _claims_too_much, "make it smaller"),
    ],
)
def test_a_picture_that_is_no_logo_is_refused_in_words(
    tmp_path: Path, name: str, make: Callable[[Path], object], says: str
) -> None:
    path = tmp_path / name
    make(path)
    with pytest.raises(LogoFault, match=says):
        read_logo(path)


@pytest.mark.parametrize(
    ("name", "make", "size"),
    [
        ("small.png", lambda path: _saved(path, 60, 40), (60, 40)),
        ("large.jpg", lambda path: _saved(path, 3000, 1000), (600, 200)),
        ("tall.bmp", lambda path: _saved(path, 100, 2000), (15, 300)),
        ("print.jpg", lambda path: _saved(path, form=QImage.Format.Format_CMYK8888), (300, 200)),
        ("grey.png", lambda path: _saved(path, form=QImage.Format.Format_Grayscale8), (300, 200)),
        ("drawn.svg", _svg, (450, 300)),
        ("letters.svg", lambda path: _svg(path, '<text y="5" font-size="5">Q</text>'), None),
    ],
)
def test_a_logo_becomes_a_png_of_the_size_that_papers_need(
    tmp_path: Path, name: str, make: Callable[[Path], object], size: tuple[int, int] | None
) -> None:
    path = tmp_path / name
    make(path)
    found = _size(read_logo(path))
    assert found == size or (size is None and found[0] <= LARGEST[0])


def test_a_logo_of_20_mb_is_scaled_until_it_fits_into_a_row(tmp_path: Path) -> None:
    path = tmp_path / "vast.bmp"
    _noise(path)
    assert path.stat().st_size > 20_000_000
    png = read_logo(path)
    assert len(png) <= MOST_LOGO
    assert min(_size(png)) >= 100


def test_empty_edges_are_cut_off(tmp_path: Path) -> None:
    image = QImage(400, 400, QImage.Format.Format_ARGB32)
    image.fill(QColor(0, 0, 0, 0))
    for x in range(100, 300):
        for y in range(180, 240):
            image.setPixelColor(x, y, QColor("#0e6b5b"))
    path = tmp_path / "wide.png"
    assert image.save(str(path))
    png = read_logo(path)
    assert _size(png) == (200, 60)
    assert QImage.fromData(png).pixelColor(5, 5).name() == "#0e6b5b"


def test_the_command(tmp_path: Path) -> None:
    data = str(tmp_path / "hq")

    def brand(*words: str) -> tuple[int, str, str]:
        return called(["hq", "brand", *words, "--data", data])

    assert called(["hq", "demo-data", "--members", "3", "--data", data])[0] == 0
    assert "青禾生活" in brand()[1], "the demo chain has a brand"
    assert brand("--remove")[0] == 0
    code, said, heard = brand("--colour", "#0e6b5b")
    assert (code, said) == (1, "")
    assert "needs a name" in heard
    code, said, _ = brand("--name", "Qinghe", "--name-zh-tw", "青禾生活", "--colour", "FFD700")
    assert code == 0
    assert "#ffd700 is too pale" in said
    assert "Qinghe" in said
    logo = _saved(tmp_path / "logo.png")
    assert brand("--logo", str(logo))[0] == 0
    code, said, heard = brand("--logo", str(_saved(tmp_path / "dot.png", 1, 1)))
    assert (code, said) == (1, "")
    assert "too small" in heard
    code, said, _ = brand("--json")
    shown = json.loads(said)
    assert shown["name"] == {"zh_TW": "青禾生活", "zh_CN": "Qinghe", "en": "Qinghe"}
    assert shown["colour"] != "#ffd700"
    assert shown["logo"]
    assert brand("--no-logo")[0] == 0
    assert "no logo" in brand()[1]
    assert brand("--remove")[0] == 0
    assert json.loads(brand("--json")[1]) is None
