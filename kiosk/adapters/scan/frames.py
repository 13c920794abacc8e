"""Where frames come from: a camera, a video file, pictures, or whoever hands them over.

A `FrameSource` belongs to the thread that opens it. OpenCV takes 0.6 s to import, so nothing here imports it
before a source is opened.
"""

from __future__ import annotations

import queue
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from kiosk.adapters.scan.liveness import Liveness
from kiosk.files import read_whole

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    GrayImage = NDArray[np.uint8]

PICTURE_SUFFIXES = frozenset({".png", ".jpg", ".jpeg", ".bmp", ".webp", ".tif", ".tiff", ".pgm"})
_MOST_BYTES = 256 * 2**20
"""Of a picture's file."""
VIDEO_SUFFIXES = frozenset({".mp4", ".avi", ".mkv", ".mov", ".webm", ".m4v"})


class CameraLostError(Exception):
    """The source gives no frames: not there, unplugged, or taken by another program. Trying again may
    help."""


@dataclass(frozen=True, slots=True)
class Frame:
    """One picture of a camera.

    `gray` is uint8 of shape (height, width), not written to by anyone. `index` counts frames of this source
    from 0, dropped ones included. `mono` is when it was taken, in seconds of the monotonic clock. `colour` is the same
    picture as uint8 BGR of shape (height, width, 3), where the source has it.
    """

    gray: GrayImage
    index: int
    mono: float
    colour: NDArray[Any] | None = None


class FrameSource(Protocol):
    """Gives frames one after the other, in one thread."""

    def open(self) -> None:
        """Make ready to read; may take a second. Raises `CameraLostError`."""

    def read(self) -> Frame | None:
        """Wait for the next frame; None at the end (a file is over, `interrupt`). Raises
        `CameraLostError`."""

    def interrupt(self) -> None:
        """From any thread: no more frames are wanted; a `read` that waits returns soon."""

    def close(self) -> None:
        """Let go of the device, in the thread that opened it. May be called more than once."""


class CameraSource:
    """A camera by index (0 is the first) or by the path of its device.

    Frames are asked for at `width`×`height`; the camera gives what it can.
    """

    def __init__(
        self,
        device: int | str = 0,
        *,
        width: int = 1280,
        height: int = 720,
        clock: Callable[[], float] = time.monotonic,
        liveness: Liveness | None = None,
    ) -> None:
        """`liveness`: judges whether there is anything in the pictures; by default as `Liveness` does. A device that
        gives still pictures on purpose (a test's) is given one of endless patience."""
        self._device = device
        self._liveness = liveness or Liveness()
        self._size = (width, height)
        self._clock = clock
        self._capture: Any = None
        self._index = 0

    def open(self) -> None:
        import cv2

        _quieten(cv2)
        # Media Foundation takes up to half a minute to open a USB camera; DirectShow opens it at once, by its number.
        by_number = isinstance(self._device, int)
        backend = cv2.CAP_DSHOW if sys.platform == "win32" and by_number else cv2.CAP_ANY
        capture = cv2.VideoCapture(self._device, backend)
        if not capture.isOpened():
            capture.release()
            raise CameraLostError(f"camera {self._device} does not open")
        # Uncompressed 720p does not fit through USB 2 at 30 frames a second; MJPG does.
        capture.set(cv2.CAP_PROP_FOURCC, cv2.VideoWriter.fourcc(*"MJPG"))
        capture.set(cv2.CAP_PROP_FRAME_WIDTH, self._size[0])
        capture.set(cv2.CAP_PROP_FRAME_HEIGHT, self._size[1])
        # A backlog of frames is old news by the time it is decoded.
        capture.set(cv2.CAP_PROP_BUFFERSIZE, 1)
        self._capture = capture

    def read(self) -> Frame | None:
        import cv2

        capture = self._capture
        if capture is None:
            return None
        try:
            got, image = capture.read()
        except cv2.error as error:  # some drivers throw when the plug is pulled in the middle of a frame
            raise CameraLostError(str(error)) from error
        if not got or image is None:
            raise CameraLostError(f"camera {self._device} gives no frames")
        frame = Frame(to_gray(image), self._index, self._clock(), image if image.ndim == 3 else None)
        if why := self._liveness.look(frame.gray, frame.mono):
            raise CameraLostError(f"camera {self._device}: {why}")
        self._index += 1
        return frame

    def interrupt(self) -> None:
        """Nothing to do: a read ends with the frame under way. OpenCV must not be released from outside."""

    def close(self) -> None:
        capture, self._capture = self._capture, None
        if capture is not None:
            capture.release()


class VideoFileSource:
    """A video file, played once or in a loop, at `fps` frames a second (None: as fast as they are asked
    for)."""

    def __init__(
        self,
        path: Path,
        *,
        fps: float | None = None,
        loop: bool = False,
        clock: Callable[[], float] = time.monotonic,
        wait: Callable[[float], None] = time.sleep,
    ) -> None:
        self._path = path
        self._loop = loop
        self._pace = _Pace(fps, clock, wait)
        self._clock = clock
        self._capture: Any = None
        self._index = 0

    def open(self) -> None:
        import cv2

        capture = cv2.VideoCapture(str(self._path))
        if not capture.isOpened():
            capture.release()
            raise CameraLostError(f"{self._path.name} does not open as a video")
        self._capture = capture

    def read(self) -> Frame | None:
        capture = self._capture
        if capture is None:
            return None
        got, image = capture.read()
        if not got and self._loop:
            self.close()
            self.open()
            got, image = self._capture.read()
        if not got:
            return None
        self._pace.wait_for_turn()
        frame = Frame(to_gray(image), self._index, self._clock())
        self._index += 1
        return frame

    def interrupt(self) -> None:
        """Nothing to do: a read ends with the frame under way. OpenCV must not be released from outside."""

    def close(self) -> None:
        capture, self._capture = self._capture, None
        if capture is not None:
            capture.release()


class PictureSource:
    """Pictures, in the order given, as if a camera had taken them.

    `fps`: frames a second; None gives them as fast as they are asked for. A picture that cannot be read is
    passed over.
    """

    def __init__(
        self,
        pictures: Sequence[Path],
        *,
        fps: float | None = None,
        loop: bool = False,
        clock: Callable[[], float] = time.monotonic,
        wait: Callable[[float], None] = time.sleep,
    ) -> None:
        self._pictures = tuple(pictures)
        self._loop = loop
        self._pace = _Pace(fps, clock, wait)
        self._clock = clock
        self._next = 0
        self._index = 0
        self._open = False

    def open(self) -> None:
        if not self._pictures:
            raise CameraLostError("no pictures to show")
        self._open = True

    def read(self) -> Frame | None:
        unreadable = 0
        while self._open and unreadable < len(self._pictures):
            if self._next == len(self._pictures):
                if not self._loop:
                    return None
                self._next = 0
            path = self._pictures[self._next]
            self._next += 1
            gray = read_picture(path)
            if gray is None:
                unreadable += 1
                continue
            self._pace.wait_for_turn()
            frame = Frame(gray, self._index, self._clock())
            self._index += 1
            return frame
        return None

    def interrupt(self) -> None:
        self._open = False

    def close(self) -> None:
        self._open = False


class HandedFrames:
    """Frames that somebody hands over one at a time: a test, the demo, another program's camera.

    All methods but `open`, `read` and `close` may be called from any thread. After `unplug`, opening and
    reading raise `CameraLostError` until `plug_in`.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._queue: queue.SimpleQueue[GrayImage | None] = queue.SimpleQueue()
        self._plugged = True
        self._ended = False
        self._index = 0

    def hand(self, gray: GrayImage) -> None:
        """Give the next frame."""
        self._queue.put(gray)

    def unplug(self) -> None:
        """As if the camera's plug were pulled; frames handed before are still read."""
        self._plugged = False
        self._queue.put(None)

    def plug_in(self) -> None:
        """As if the camera were plugged in again."""
        self._plugged = True

    def end(self) -> None:
        """No more frames will come."""
        self._ended = True
        self._queue.put(None)

    def open(self) -> None:
        if not self._plugged:
            raise CameraLostError("unplugged")

    def read(self) -> Frame | None:
        while True:
            gray = self._queue.get()
            if gray is not None:
                break
            if not self._plugged:
                raise CameraLostError("unplugged")
            if self._ended:
                return None
        frame = Frame(gray, self._index, self._clock())
        self._index += 1
        return frame

    def interrupt(self) -> None:
        self.end()

    def close(self) -> None:
        """Nothing is held."""


def _quieten(cv2: Any) -> None:
    """OpenCV would write a line to the console at every try while there is no camera. One that knows no such setting
    writes it: that is no reason to be without a camera."""
    with suppress(AttributeError):
        cv2.utils.logging.setLogLevel(cv2.utils.logging.LOG_LEVEL_FATAL)


class _Pace:
    """Spreads frames evenly over time."""

    def __init__(self, fps: float | None, clock: Callable[[], float], wait: Callable[[float], None]) -> None:
        self._step = 1 / fps if fps else 0.0
        self._clock = clock
        self._wait = wait
        self._due: float | None = None

    def wait_for_turn(self) -> None:
        if not self._step:
            return
        now = self._clock()
        if self._due is not None and self._due > now:
            self._wait(self._due - now)
            now = self._due
        self._due = now + self._step


def to_gray(image: NDArray[Any]) -> GrayImage:
    """Return `image` (gray, BGR or BGRA; 8 or 16 bits) as contiguous uint8 gray of shape (height, width). What is
    transparent is white paper; a picture that is transparent everywhere is none, and its alpha is not believed."""
    import cv2
    import numpy as np

    if image.dtype == np.uint16:
        image = (image >> 8).astype(np.uint8)
    if image.ndim == 3:
        code = {3: cv2.COLOR_BGR2GRAY, 4: cv2.COLOR_BGRA2GRAY}.get(image.shape[2])
        alpha = image[:, :, 3].astype(np.uint16) if image.shape[2] == 4 else None
        image = image[:, :, 0] if code is None else cv2.cvtColor(image, code)
        if alpha is not None and alpha.any() and alpha.min() < 255:
            image = (image.astype(np.uint16) * alpha + 255 * (255 - alpha)) // 255
    return np.ascontiguousarray(image, dtype=np.uint8)


def read_picture(path: Path) -> GrayImage | None:
    """Read a picture file as gray; None if it is not a picture that can be read."""
    import cv2
    import numpy as np

    try:
        # imread cannot open paths with Chinese letters on Windows; reading the bytes ourselves can.
        data = np.frombuffer(read_whole(path, _MOST_BYTES), np.uint8)
        image = cv2.imdecode(data, cv2.IMREAD_UNCHANGED) if data.size else None
        if image is not None and not (image.ndim == 3 and image.shape[2] == 4):
            image = cv2.imdecode(data, cv2.IMREAD_GRAYSCALE)  # which turns a photograph as its camera was held
    except (OSError, cv2.error):
        return None
    return None if image is None else to_gray(image)


def pictures_in(folder: Path) -> list[Path]:
    """The picture files of a folder, by name."""
    return sorted(p for p in folder.iterdir() if p.suffix.lower() in PICTURE_SUFFIXES and p.is_file())


def source_from(place: str, *, fps: float | None = 30.0, loop: bool = True) -> FrameSource:
    """Make the source that a setting names: a camera's index (``"0"``), a device's path, a video file, a picture
    or a folder of pictures. `fps` and `loop` are for files."""
    if place.isdecimal():
        return CameraSource(int(place))
    path = Path(place)
    if path.is_dir():
        return PictureSource(pictures_in(path), fps=fps, loop=loop)
    if path.suffix.lower() in PICTURE_SUFFIXES:
        return PictureSource([path], fps=fps, loop=loop)
    if path.suffix.lower() in VIDEO_SUFFIXES:
        return VideoFileSource(path, fps=fps, loop=loop)
    return CameraSource(place)
