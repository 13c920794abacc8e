"""The camera's threads: one takes frames, one decodes the newest of them. Plain threads, no Qt.

Callbacks run on the decoding thread (scans, previews) or on either (status); whoever owns the screen turns them into
signals. Nothing here imports OpenCV before the threads run.
"""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypeVar

from kiosk.adapters.scan.frames import CameraLostError, Frame, FrameSource
from kiosk.domain.scan.events import CameraStatus, Debouncer, Outline, ScanEvent, ScanSource
from kiosk.domain.scan.hints import ScanHint

if TYPE_CHECKING:
    from kiosk.adapters.scan.decoder import Reading
    from kiosk.adapters.scan.frames import GrayImage

log = logging.getLogger(__name__)

_T = TypeVar("_T")


class FrameDecoder(Protocol):
    """What the thread needs of `kiosk.adapters.scan.decoder.Decoder`."""

    def decode(self, gray: GrayImage, frame_index: int = 0) -> list[Reading]:
        """Read what a frame shows; never raises."""

    @property
    def hint(self) -> ScanHint | None:
        """What would help a code that is seen and not read yet."""


@dataclass(frozen=True, slots=True)
class Preview:
    """A small picture of what the camera sees.

    `gray` has `width`×`height` bytes, row after row, no padding. `outlines` are the codes found in it, in
    its pixels.
    """

    gray: bytes
    width: int
    height: int
    outlines: tuple[Outline, ...]
    frame_index: int


def _default_decoder() -> FrameDecoder:
    import cv2

    from kiosk.adapters.scan.decoder import Decoder

    # The other cores belong to the screen and the ledger.
    cv2.setNumThreads(1)
    return Decoder()


class ScannerThread:
    """Watches one frame source and reports scans.

    The newest frame is decoded; frames that come meanwhile replace each other. When the source is lost it
    is opened again and again with growing pauses until it is back. `stop` ends both threads.

    on_scan: a new scan, once however long the code is held (see `Debouncer`).
    on_status: the camera's state changed. A source that has come to its end (a file) reports `NONE`.
    on_preview: at most `preview_fps` times a second.
    on_hint: what would help a code that is seen and not read yet is another than before; None: nothing.
    """

    def __init__(
        self,
        source: FrameSource,
        *,
        on_scan: Callable[[ScanEvent], None],
        on_status: Callable[[CameraStatus], None] = lambda _status: None,
        on_preview: Callable[[Preview], None] | None = None,
        on_hint: Callable[[ScanHint | None], None] = lambda _hint: None,
        make_decoder: Callable[[], FrameDecoder] = _default_decoder,
        debouncer: Debouncer | None = None,
        preview_fps: float = 15.0,
        preview_width: int = 640,
        retry_s: Sequence[float] = (0.25, 0.5, 1.0, 2.0, 5.0),
        stalled_s: float = 5.0,
    ) -> None:
        self._source = source
        self._on_scan = on_scan
        self._on_status = on_status
        self._on_preview = on_preview
        self._on_hint = on_hint
        self._hint: ScanHint | None = None
        self._make_decoder = make_decoder
        self._debouncer = debouncer or Debouncer()
        self._preview_step = 1 / preview_fps
        self._preview_width = preview_width
        self._retry_s = tuple(retry_s)
        self._stalled_s = stalled_s
        self._stopping = threading.Event()
        self._changed = threading.Condition()
        self._newest: Frame | None = None
        self._over = False
        self._status: CameraStatus | None = None
        self._elsewhere: queue.SimpleQueue[ScanEvent | None] = queue.SimpleQueue()
        self._photos: queue.SimpleQueue[Callable[[bytes], None]] = queue.SimpleQueue()
        self._preview_due = float("-inf")
        # Daemons: a driver that hangs in a read must not keep the program from ending.
        self._grabber = threading.Thread(target=self._grab, name="camera", daemon=True)
        self._decoder = threading.Thread(target=self._decode, name="decoder", daemon=True)

    def start(self) -> None:
        """Start watching; returns at once."""
        self._set_status(CameraStatus.STARTING)
        self._grabber.start()
        self._decoder.start()

    def stop(self, timeout_s: float = 2.0) -> bool:
        """Stop and wait for both threads; False if one of them hangs (in a driver) for longer than
        `timeout_s`."""
        self._stopping.set()
        self._source.interrupt()
        with self._changed:
            self._changed.notify_all()
        for thread in (self._decoder, self._grabber):
            if thread.is_alive():
                thread.join(timeout_s)
        return not (self._decoder.is_alive() or self._grabber.is_alive())

    def join(self) -> None:
        """Wait until the source has come to its end and its last frame is decoded."""
        self._grabber.join()
        self._decoder.join()

    def photograph(self, on_photo: Callable[[bytes], None]) -> None:
        """Take a photo: the next frame as a JPEG, handed over on a thread of this one. Nothing of it is kept."""
        self._photos.put(on_photo)

    def also_scanned(self, scan: ScanEvent) -> None:
        """A text was scanned elsewhere (by the handheld scanner): the camera need not report it as well."""
        self._elsewhere.put(scan)

    def forget(self) -> None:
        """The station starts anew: report what is in view again."""
        self._elsewhere.put(None)

    def wipe(self) -> None:
        """Whoever stood there has gone: a frame that waits is written over. Codes are forgotten once they are out of
        view; whatever was decoded before has been let go of."""
        with self._changed:
            frame, self._newest = self._newest, None
        if frame is not None:
            write_over(frame)

    # -- the thread that takes frames

    def _grab(self) -> None:
        tries = 0
        while not self._stopping.is_set():
            try:
                self._source.open()
                while not self._stopping.is_set():
                    frame = self._source.read()
                    if frame is None:
                        self._end()
                        return
                    tries = 0
                    self._hand_over(frame)
            except CameraLostError as error:
                if tries == 0:
                    log.warning("camera lost: %s", error)
            except Exception:
                # Whatever a driver throws: a till without its camera still has its scanner.
                log.exception("camera failed")
            finally:
                self._source.close()
            if not self._stopping.is_set():
                self._set_status(CameraStatus.LOST)
                self._stopping.wait(self._retry_s[min(tries, len(self._retry_s) - 1)])
                tries += 1
        self._end()

    def _hand_over(self, frame: Frame) -> None:
        with self._changed:
            self._newest = frame
            self._changed.notify_all()
        self._set_status(CameraStatus.READY)

    def _end(self) -> None:
        with self._changed:
            self._over = True
            self._changed.notify_all()

    def _set_status(self, status: CameraStatus) -> None:
        with self._changed:
            if status is self._status:
                return
            self._status = status
        self._call(self._on_status, status)

    # -- the thread that decodes

    def _decode(self) -> None:
        decoder = self._make_decoder()
        while self._decode_one(decoder):
            pass
        if not self._stopping.is_set():
            self._set_status(CameraStatus.NONE)

    def _decode_one(self, decoder: FrameDecoder) -> bool:
        """Deal with the newest frame, and hold on to nothing of it. False: there will be none."""
        frame = self._take_newest()
        if frame is None:
            return False
        readings = decoder.decode(frame.gray, frame.index)
        self._hear_of_elsewhere()
        self._debouncer.forget_gone(frame.mono)
        sightings = [
            ScanEvent(r.text, r.symbology, ScanSource.CAMERA, r.outline, frame.index, frame.mono) for r in readings
        ]
        for scan in self._debouncer.see_all(sightings):
            self._call(self._on_scan, scan)
        self._show(frame, readings)
        if decoder.hint is not self._hint:
            self._hint = decoder.hint
            self._call(self._on_hint, self._hint)
        while not self._photos.empty():
            on_photo = self._photos.get()
            self._call(lambda frame, on_photo=on_photo: on_photo(make_photo(frame)), frame)  # type: ignore[misc]
        return True

    def _take_newest(self) -> Frame | None:
        """Wait for a frame; None when there will be none."""
        while True:
            with self._changed:
                arrived = self._changed.wait_for(
                    lambda: self._newest is not None or self._over or self._stopping.is_set(), self._stalled_s
                )
                frame, self._newest = self._newest, None
                stalled = not arrived and self._status is CameraStatus.READY
            if self._stopping.is_set():
                return None
            if frame is not None or arrived:
                return frame
            if stalled:  # some cameras do not fail when unplugged, they fall silent
                self._set_status(CameraStatus.LOST)

    def _hear_of_elsewhere(self) -> None:
        while not self._elsewhere.empty():
            scan = self._elsewhere.get()
            if scan is None:
                self._debouncer.forget()
            else:
                self._debouncer.see(scan)

    def _show(self, frame: Frame, readings: list[Reading]) -> None:
        if self._on_preview is None or frame.mono < self._preview_due:
            return
        self._preview_due = frame.mono + self._preview_step
        self._call(self._on_preview, make_preview(frame, [r.outline for r in readings], self._preview_width))

    @staticmethod
    def _call(callback: Callable[[_T], None], value: _T) -> None:
        try:
            callback(value)
        except Exception:
            # A fault of whoever listens; the next customer's code must still be read.
            log.exception("a listener of the scanner failed")


def write_over(frame: Frame) -> None:
    """Nothing can be seen on it any more. A picture that its source still shows (a file's) is not ours to change."""
    for picture in (frame.gray, frame.colour):
        if picture is not None and picture.flags.writeable:
            picture.fill(0)


def make_photo(frame: Frame, longest: int = 1_280) -> bytes:
    """A frame as a JPEG, in colour where it has any, its longer side at most `longest` pixels."""
    import cv2

    image = frame.colour if frame.colour is not None else frame.gray
    scale = min(1.0, longest / max(image.shape[:2]))
    if scale < 1.0:
        image = cv2.resize(image, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    written, data = cv2.imencode(".jpg", image, [cv2.IMWRITE_JPEG_QUALITY, 88])
    if not written:
        raise RuntimeError("the JPEG encoder refused the picture")
    return bytes(data)


def make_preview(frame: Frame, outlines: Sequence[Outline], width: int) -> Preview:
    """Shrink a frame to `width` pixels (never enlarged) with the outlines of the codes in it."""
    import cv2

    rows, columns = frame.gray.shape
    scale = min(1.0, width / columns)
    size = (max(1, round(columns * scale)), max(1, round(rows * scale)))
    small = frame.gray if scale == 1.0 else cv2.resize(frame.gray, size, interpolation=cv2.INTER_AREA)
    scaled = tuple(_scaled(outline, scale) for outline in outlines)
    return Preview(small.tobytes(), size[0], size[1], scaled, frame.index)


def _scaled(outline: Outline, scale: float) -> Outline:
    a, b, c, d = ((x * scale, y * scale) for x, y in outline)
    return a, b, c, d
