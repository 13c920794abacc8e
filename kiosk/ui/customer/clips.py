"""Short clips: JPEG pictures one behind the other in one file (Motion JPEG), which every film program writes, and which
are read by what reads photographs."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage, QImageWriter

from kiosk.ui.documents.pictures import scaled, shape

FRAME_MS = 125
"""Eight a second: what a machine without a graphics card paints beside everything else."""
MOST_FRAMES = 120
"""A quarter of a minute, which begins anew."""
_BETWEEN = b"\xff\xd9\xff\xd8"
_QUALITY = 80


class Clip(QImage):
    """A clip; as a picture, it is its first frame. `frames`: JPEG, each as it is shown."""

    def __init__(self, still: QImage, frames: tuple[bytes, ...]) -> None:
        super().__init__(still)
        self.frames = frames

    def frame(self, at: int) -> QImage:
        """The `at`th one, counted on from the first behind the last."""
        return QImage.fromData(self.frames[at % len(self.frames)])


def clip(data: bytes, still: QImage, pixels: int) -> QImage:
    """The clip in a file whose first picture is `still`; that alone, where the file has no more. `pixels`: of the
    longer side, at most. Frames that are none are passed over."""
    pieces = data.split(_BETWEEN, MOST_FRAMES)[:MOST_FRAMES]
    if len(pieces) < 2:
        return still
    whole = [
        (b"" if at == 0 else b"\xff\xd8") + piece + (b"\xff\xd9" if at < len(pieces) - 1 else b"")
        for at, piece in enumerate(pieces)
    ]
    frames = tuple(made for one in whole if (made := _fitted(one, pixels)))
    return Clip(still, frames) if len(frames) > 1 else still


def _fitted(frame: bytes, pixels: int) -> bytes:
    """A frame that is no larger than it is shown; b"" for none."""
    size = shape(frame)
    if size is None:
        return b""
    if max(size) <= pixels:
        return frame
    part = pixels / max(size)
    image = scaled(frame, max(1, round(size[0] * part)), max(1, round(size[1] * part)), dots=False)
    made = QBuffer()
    made.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(made, QByteArray(b"jpeg"))
    writer.setQuality(_QUALITY)
    if image is None or not writer.write(image):
        return b""
    return bytes(made.data().data())
