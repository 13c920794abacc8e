"""Pictures inside documents: read within limits, scaled to what is painted, and in black dots where there is no grey.

A picture that is broken, too large or of another kind than PNG and JPEG is None: it never stops a print.
"""

from __future__ import annotations

import hashlib
import threading
from collections import OrderedDict

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageIOHandler, QImageReader, QPainter

from kiosk.ui.documents.quiet import quiet

MOST_BYTES = 32 * 2**20
MOST_PIXELS = 64_000_000
"""Of a picture as it is stored: decoded, that is 256 MB, the most that Qt gives one."""
_KEPT = 16
_KINDS = ((b"\x89PNG\r\n\x1a\n", b"png"), (b"\xff\xd8\xff", b"jpeg"))
_TWO_TONES = 0.88
"""Share of a picture's variance that lies between its dark and its light part: drawings are above, photographs
below."""

_kept: OrderedDict[tuple[bytes, int, int, bool], QImage | None] = OrderedDict()
_lock = threading.Lock()


def shape(data: bytes) -> tuple[int, int] | None:
    """Width and height in pixels, as it is looked at; None for what will not be shown."""
    found = _reader(data)
    if found is None:
        return None
    size = found[0].size()
    if found[0].transformation() & QImageIOHandler.Transformation.TransformationRotate90:
        size.transpose()
    return size.width(), size.height()


def scaled(data: bytes, width: int, height: int, *, dots: bool) -> QImage | None:
    """The picture in so many pixels, on white. `dots`: black and white only, drawings with hard edges, photographs as
    a pattern of dots. May be called on any thread; the last ones are kept."""
    key = (hashlib.blake2b(data, digest_size=16).digest(), width, height, dots)
    with _lock:
        if key in _kept:
            _kept.move_to_end(key)
            return _kept[key]
    image = _read(data, QSize(width, height))
    if image is not None and dots:
        image = _in_dots(image)
    with _lock:
        _kept[key] = image
        while len(_kept) > _KEPT:
            _kept.popitem(last=False)
    return image


def _reader(data: bytes) -> tuple[QImageReader, QBuffer] | None:
    """With what it reads from, which must live as long."""
    kind = next((name for begin, name in _KINDS if data.startswith(begin)), None)
    if kind is None or len(data) > MOST_BYTES:
        return None
    quiet()
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(kind))
    reader.setAutoTransform(True)
    size = reader.size()
    if not size.isValid() or size.isEmpty() or size.width() * size.height() > MOST_PIXELS:
        return None
    return reader, buffer


def _read(data: bytes, wanted: QSize) -> QImage | None:
    found = _reader(data)
    if found is None:
        return None
    reader = found[0]
    turned = bool(reader.transformation() & QImageIOHandler.Transformation.TransformationRotate90)
    stored = reader.size()
    # no coarser than wanted; the rest of the way is done smoothly below
    rough = wanted.transposed() if turned else wanted
    if stored.width() > 2 * rough.width() and stored.height() > 2 * rough.height():
        reader.setScaledSize(rough * 2)
    image = reader.read()
    if image.isNull():
        return None
    smooth = Qt.TransformationMode.SmoothTransformation
    image = image.scaled(wanted, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
    ground = QImage(image.size(), QImage.Format.Format_RGB32)
    ground.fill(Qt.GlobalColor.white)
    painter = QPainter(ground)
    painter.drawImage(0, 0, image)
    painter.end()
    return ground


def _in_dots(image: QImage) -> QImage:
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    values = grey_values(grey)
    edge = _edge(values)
    if edge is None:
        flags = Qt.ImageConversionFlag.MonoOnly | Qt.ImageConversionFlag.DiffuseDither
        mono = grey.convertToFormat(QImage.Format.Format_Mono, flags)
        return mono.convertToFormat(QImage.Format.Format_Grayscale8)
    hard = np.where(values <= edge, 0, 255).astype(np.uint8)
    height, width = hard.shape
    return QImage(hard.tobytes(), width, height, width, QImage.Format.Format_Grayscale8).copy()


def grey_values(image: QImage) -> NDArray[np.uint8]:
    """A grey image's values, row by row: a copy, as an image takes its memory along."""
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : image.width()].copy()


def _edge(values: NDArray[np.uint8]) -> int | None:
    """The grey value up to which a picture of two tones is dark (N. Otsu, 1979); None for more tones than two."""
    counts = np.bincount(values.ravel(), minlength=256).astype(float)
    share = counts / counts.sum()
    levels = np.arange(256)
    dark = np.cumsum(share)
    moment = np.cumsum(share * levels)
    mean = moment[-1]
    whole = float((share * (levels - mean) ** 2).sum())
    if whole < 1:
        return None
    with np.errstate(divide="ignore", invalid="ignore"):
        between = np.nan_to_num((mean * dark - moment) ** 2 / (dark * (1 - dark)), posinf=0.0)
    best = int(between.argmax())
    return best if between[best] / whole >= _TWO_TONES else None
