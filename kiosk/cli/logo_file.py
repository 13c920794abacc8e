"""A logo as somebody has it, made into the PNG that HQ publishes: whatever its size, as large as papers need it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.cli.screenless import application
from kiosk.domain.documents.brand import MOST_LOGO
from kiosk.files import read_whole

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

MOST_FILE = 64 * 1024 * 1024
LARGEST = (600, 300)
"""Dots: 40 mm of a poster at 300 dots an inch, and no more."""
LEAST = 24
"""Dots a side; of fewer nothing is made out on paper."""
_MOST_DOTS = 30_000
"""A side that a picture may claim to have."""
_SMALLER = 0.8
_UNSEEN = 24
"""So much darker than white (of 255) is not seen on paper."""


class LogoFault(ValueError):
    """It cannot be a logo; the text says why and what to do, to a person."""


def read_logo(path: Path) -> bytes:
    """The PNG: without transparency, its empty edges cut off, never larger than LARGEST and MOST_LOGO. Raises
    LogoFault, OSError."""
    size = path.stat().st_size
    if size > MOST_FILE:
        raise LogoFault(f"the file has {size // 1_000_000} MB: more than {MOST_FILE // 1_000_000} MB are no logo")
    data = read_whole(path, MOST_FILE)
    if not data:
        raise LogoFault("the file is empty")
    image = _svg(data) if _is_svg(data) else _dots(data)
    return _png(_fitted(_cropped(_on_white(image))))


def _is_svg(data: bytes) -> bool:
    start = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return start.startswith((b"<?xml", b"<svg", b"<!--", b"<!doctype svg")) and b"<svg" in data[:65536].lower()


def _svg(data: bytes) -> QImage:
    from PySide6.QtCore import QByteArray, QRectF, Qt
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    held = application()  # letters in it need fonts
    renderer = QSvgRenderer(QByteArray(data))
    size = renderer.defaultSize()
    if not renderer.isValid() or size.isEmpty():
        raise LogoFault("the SVG file is broken or has no size: save the logo as PNG")
    if renderer.animated():
        raise LogoFault("the logo moves: save one picture of it as PNG")
    share = min(LARGEST[0] / size.width(), LARGEST[1] / size.height())
    width, height = max(1, round(size.width() * share)), max(1, round(size.height() * share))
    image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter, QRectF(0, 0, width, height))
    painter.end()
    del held
    return image


def _dots(data: bytes) -> QImage:
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
    from PySide6.QtGui import QImageReader

    if data.startswith(b"GIF8"):  # whether it moves or not: the packaged program has no reader for it
        raise LogoFault("the logo is a GIF: save one picture of it as PNG")
    kept = QByteArray(data)
    buffer = QBuffer(kept)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    if not reader.canRead():
        raise LogoFault("it is no picture that can be read: save the logo as PNG, JPEG or SVG")
    if reader.imageCount() > 1 or (data.startswith(b"\x89PNG") and b"acTL" in data[:4096]):
        raise LogoFault("the logo moves: save one picture of it as PNG")
    size = reader.size()
    if size.isValid():
        if max(size.width(), size.height()) > _MOST_DOTS:
            raise LogoFault(f"the picture is {size.width()} by {size.height()} dots: make it smaller")
        twice = QSize(LARGEST[0] * 2, LARGEST[1] * 2)
        if size.width() > twice.width() or size.height() > twice.height():
            reader.setScaledSize(size.scaled(twice, Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1)))
    image = reader.read()
    if image.isNull():
        raise LogoFault("the picture is broken: save the logo anew, as PNG")
    return image


def _on_white(image: QImage) -> QImage:
    """As it looks on paper; CMYK and grey come as RGB."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QImage, QPainter

    seen = image.convertToFormat(QImage.Format.Format_ARGB32)
    paper = QImage(seen.size(), QImage.Format.Format_RGB32)
    paper.fill(Qt.GlobalColor.white)
    painter = QPainter(paper)
    painter.drawImage(0, 0, seen)
    painter.end()
    return paper


def _cropped(image: QImage) -> QImage:
    import numpy as np
    from PySide6.QtGui import QImage

    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    rows = np.frombuffer(grey.constBits(), np.uint8).reshape(grey.height(), grey.bytesPerLine())[:, : grey.width()]
    dark = rows < 255 - _UNSEEN
    if not dark.any():
        raise LogoFault("nothing of the logo would be seen on white paper: take its dark version")
    across, down = np.flatnonzero(dark.any(axis=0)), np.flatnonzero(dark.any(axis=1))
    left, top = int(across[0]), int(down[0])
    found = image.copy(left, top, int(across[-1]) - left + 1, int(down[-1]) - top + 1)
    if min(found.width(), found.height()) < LEAST and max(found.width(), found.height()) < 2 * LEAST:
        raise LogoFault(f"the logo is {found.width()} by {found.height()} dots: too small to be printed")
    return found


def _fitted(image: QImage) -> QImage:
    from PySide6.QtCore import Qt

    if image.width() <= LARGEST[0] and image.height() <= LARGEST[1]:
        return image
    share = min(LARGEST[0] / image.width(), LARGEST[1] / image.height())
    width, height = max(1, round(image.width() * share)), max(1, round(image.height() * share))
    smooth = Qt.TransformationMode.SmoothTransformation
    return image.scaled(width, height, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)


def _png(image: QImage) -> bytes:
    """As PNG, smaller and smaller until it is short enough for a row."""
    from PySide6.QtCore import QBuffer, QIODevice, Qt

    while True:
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        image.save(buffer, "PNG", 0)  # type: ignore[call-overload]  # 0: packed as well as it can be
        data = bytes(buffer.data().data())
        if len(data) <= MOST_LOGO:
            return data
        width, height = max(1, round(image.width() * _SMALLER)), max(1, round(image.height() * _SMALLER))
        smooth = Qt.TransformationMode.SmoothTransformation
        image = image.scaled(width, height, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
