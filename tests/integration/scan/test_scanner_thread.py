"""The camera's threads with frames that the test hands over."""

from __future__ import annotations

import logging
import queue
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import cv2
import numpy as np
import pytest

from kiosk.adapters.scan.decoder import Reading
from kiosk.adapters.scan.frames import (
    CameraLostError,
    CameraSource,
    Frame,
    HandedFrames,
    PictureSource,
    VideoFileSource,
    source_from,
)
from kiosk.adapters.scan.scanner_thread import Preview, ScannerThread, make_photo, make_preview, write_over
from kiosk.domain.scan.events import CameraStatus, ScanEvent, ScanSource, Symbology
from tests.integration.scan.shared_data import ROOT
from tests.unit.scan.pictures import Gray, bar_code, on_table, qr

A, B = "KC1:AAAAAA", "KC1:BBBBBB"
WAIT_S = 30.0


class Heard:
    """What a scanner thread reported; waiting for it ends in a failure and never in a hang."""

    def __init__(self) -> None:
        self.scans: queue.Queue[ScanEvent] = queue.Queue()
        self.statuses: queue.Queue[CameraStatus] = queue.Queue()
        self.previews: queue.Queue[Preview] = queue.Queue()

    def scan(self) -> ScanEvent:
        return self.scans.get(timeout=WAIT_S)

    def status(self) -> CameraStatus:
        return self.statuses.get(timeout=WAIT_S)


class StepClock:
    """A clock that goes a thirtieth of a second a look."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        self.now += 1 / 30
        return self.now


@contextmanager
def running(source: HandedFrames, **options: object) -> Iterator[tuple[Heard, ScannerThread]]:
    heard = Heard()
    thread = ScannerThread(
        source,
        on_scan=heard.scans.put,
        on_status=heard.statuses.put,
        on_preview=heard.previews.put,
        retry_s=(0.001,),
        **options,  # type: ignore[arg-type]
    )
    thread.start()
    try:
        yield heard, thread
    finally:
        assert thread.stop(WAIT_S)


def test_a_code_handed_over_is_reported_once_with_where_and_when() -> None:
    clock = StepClock()
    source = HandedFrames(clock)
    with running(source) as (heard, _):
        frame = on_table(qr(A))
        source.hand(frame)
        scan = heard.scan()
        assert (scan.text, scan.symbology, scan.source) == (A, Symbology.QR, ScanSource.CAMERA)
        assert scan.frame_index == 0
        assert scan.seen_mono == pytest.approx(100 + 1 / 30)
        assert scan.outline is not None
        source.hand(frame)
        source.hand(on_table(qr(B)))
        assert heard.scan().text == B
        assert [heard.status(), heard.status()] == [CameraStatus.STARTING, CameraStatus.READY]


def test_a_bar_code_takes_two_frames() -> None:
    source = HandedFrames(StepClock())
    card = on_table(bar_code("4006381333931", "EAN13"))
    with running(source, preview_fps=1000.0) as (heard, _):
        # The thread may skip frames, never the last: hand the next one when the one before was shown.
        for _ in range(8):
            source.hand(card)
            heard.previews.get(timeout=WAIT_S)
            if not heard.scans.empty():
                break
        assert heard.scan().text == "4006381333931"


def test_a_lost_camera_is_said_and_comes_back_by_itself(allowed_warnings: list[str]) -> None:
    allowed_warnings.append("camera lost")
    source = HandedFrames(StepClock())
    with running(source) as (heard, _):
        source.hand(on_table(qr(A)))
        assert heard.scan().text == A
        source.unplug()
        statuses = [heard.status() for _ in range(3)]
        assert statuses == [CameraStatus.STARTING, CameraStatus.READY, CameraStatus.LOST]
        source.plug_in()
        source.hand(on_table(qr(B)))
        assert heard.scan().text == B
        assert heard.status() is CameraStatus.READY


def test_a_camera_that_is_not_there_at_first_is_used_when_it_comes(allowed_warnings: list[str]) -> None:
    allowed_warnings.append("camera lost")
    source = HandedFrames(StepClock())
    source.unplug()
    with running(source) as (heard, _):
        assert [heard.status(), heard.status()] == [CameraStatus.STARTING, CameraStatus.LOST]
        source.plug_in()
        source.hand(on_table(qr(A)))
        assert heard.scan().text == A


class Gate:
    """A decoder that takes as long as the test wants and notes which frames it got."""

    hint = None

    def __init__(self) -> None:
        self.seen: list[int] = []
        self.busy = threading.Semaphore(0)
        self.go_on = threading.Semaphore(0)

    def decode(self, gray: Gray, frame_index: int = 0) -> list[Reading]:
        self.seen.append(frame_index)
        self.busy.release()
        assert self.go_on.acquire(timeout=WAIT_S)
        corners = ((0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0))
        return [Reading(str(frame_index), b"", Symbology.QR, corners, "plain")]


class NotedFrames(HandedFrames):
    """Tells when the thread asks for the next frame, having handed over the one before."""

    def __init__(self) -> None:
        super().__init__()
        self.asked = threading.Semaphore(0)

    def read(self) -> Frame | None:
        self.asked.release()
        return super().read()


def test_the_newest_frame_is_decoded_and_older_ones_are_dropped() -> None:
    gate, source = Gate(), NotedFrames()
    gray = np.zeros((48, 64), np.uint8)
    with running(source, make_decoder=lambda: gate) as (heard, _):
        source.hand(gray)
        assert gate.busy.acquire(timeout=WAIT_S)
        for _ in range(6):
            source.hand(gray)
        for _ in range(8):  # frames 0 to 6 were taken when the eighth is asked for
            assert source.asked.acquire(timeout=WAIT_S)
        gate.go_on.release()
        assert gate.busy.acquire(timeout=WAIT_S)
        gate.go_on.release()
        assert [heard.scan().text, heard.scan().text] == ["0", "6"]
        assert gate.seen == [0, 6]


def test_a_frame_that_waits_is_written_over_when_a_customer_has_gone() -> None:
    gate, source = Gate(), NotedFrames()
    first, second = (np.full((48, 64), 200, np.uint8) for _ in range(2))
    with running(source, make_decoder=lambda: gate) as (heard, thread):
        source.hand(first)
        assert gate.busy.acquire(timeout=WAIT_S)
        source.hand(second)
        for _ in range(3):  # both were taken when the third is asked for
            assert source.asked.acquire(timeout=WAIT_S)
        thread.wipe()
        assert not second.any()
        gate.go_on.release()
        assert heard.scan().text == "0"
        source.hand(first)
        assert gate.busy.acquire(timeout=WAIT_S)
        gate.go_on.release()
        assert heard.scan().text == "2", "the one that was wiped is never decoded"


def test_a_picture_that_is_shown_again_is_not_written_over() -> None:
    picture = np.full((4, 4), 7, np.uint8)
    picture.setflags(write=False)
    write_over(Frame(picture, 0, 0.0, None))
    assert picture.all()


def test_what_the_handheld_read_is_not_reported_again_by_the_camera() -> None:
    source = HandedFrames(lambda: 50.0)
    with running(source) as (heard, thread):
        thread.also_scanned(ScanEvent(A, Symbology.UNKNOWN, ScanSource.HANDHELD, None, None, 49.9))
        source.hand(on_table(qr(A)))
        source.hand(on_table(qr(A)))
        source.hand(on_table(qr(B)))
        assert heard.scan().text == B
        thread.forget()
        source.hand(on_table(qr(A)))
        assert heard.scan().text == A


def test_the_preview_is_small_shows_the_outline_and_comes_at_most_so_often() -> None:
    clock = StepClock()
    source = HandedFrames(clock)
    with running(source, preview_fps=10.0) as (heard, thread):
        for _ in range(10):
            source.hand(on_table(qr(A)))
        source.end()
        thread.join()
    previews = [heard.previews.get_nowait() for _ in range(heard.previews.qsize())]
    assert 1 <= len(previews) <= 4
    first = previews[0]
    assert (first.width, first.height, len(first.gray)) == (640, 360, 640 * 360)
    frame = Frame(on_table(qr(A)), 0, 0.0)
    plain = make_preview(frame, [((400, 150), (500, 150), (500, 250), (400, 250))], 640)
    assert list(plain.outlines[0]) == [(200.0, 75.0), (250.0, 75.0), (250.0, 125.0), (200.0, 125.0)]
    assert len(first.outlines) == 1
    assert first.outlines[0][0] == pytest.approx((208, 83), abs=2)
    assert make_preview(frame, [], 5000).width == 1280


def test_a_listener_that_fails_does_not_stop_the_scanner(caplog: pytest.LogCaptureFixture) -> None:
    source, heard = HandedFrames(StepClock()), Heard()

    def fails_once(scan: ScanEvent) -> None:
        heard.scans.put(scan)
        if scan.text == A:
            raise RuntimeError("the screen is gone")

    thread = ScannerThread(source, on_scan=fails_once)
    thread.start()
    with caplog.at_level(logging.CRITICAL + 1, logger="kiosk.adapters.scan.scanner_thread"):
        source.hand(on_table(qr(A)))
        assert heard.scan().text == A
        source.hand(on_table(qr(B)))
        assert heard.scan().text == B
        assert thread.stop(WAIT_S)


def test_a_source_that_falls_silent_counts_as_lost_until_it_speaks_again() -> None:
    source = HandedFrames(StepClock())
    with running(source, stalled_s=0.05) as (heard, _):
        source.hand(on_table(qr(A)))
        assert heard.scan().text == A
        assert [heard.status() for _ in range(3)][2] is CameraStatus.LOST
        source.hand(on_table(qr(B)))
        assert heard.scan().text == B
        assert heard.status() is CameraStatus.READY


def test_pictures_and_videos_play_to_their_end(tmp_path: Path) -> None:
    for number, text in enumerate((A, B)):
        cv2.imwrite(str(tmp_path / f"{number}.png"), on_table(qr(text)))
    (tmp_path / "2.png").write_bytes(b"no picture")
    heard = Heard()
    source = source_from(str(tmp_path), fps=None, loop=False)
    assert isinstance(source, PictureSource)
    source.open()
    frames = [source.read(), source.read(), source.read()]
    assert [frame.index if frame else None for frame in frames] == [0, 1, None]
    source.close()
    single = source_from(str(tmp_path / "0.png"), fps=None, loop=False)
    thread = ScannerThread(single, on_scan=heard.scans.put, on_status=heard.statuses.put)
    thread.start()
    thread.join()
    assert heard.scan().text == A
    assert [heard.status() for _ in range(3)] == [CameraStatus.STARTING, CameraStatus.READY, CameraStatus.NONE]


def video(path: Path) -> Path:
    """A video of two frames, one code each."""
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*"MJPG"), 30.0, (1280, 720), isColor=False)
    assert writer.isOpened()
    for text in (A, B):
        writer.write(on_table(qr(text)))
    writer.release()
    return path


def test_a_device_that_stops_giving_frames_is_lost_and_can_be_opened_again(tmp_path: Path) -> None:
    # OpenCV opens a file by its path as it opens a device by its path; the file's end is the pulled plug.
    camera = CameraSource(str(video(tmp_path / "device.avi")), clock=lambda: 3.0)
    for first in (0, 2):
        camera.open()
        frames = [camera.read(), camera.read()]
        assert [(f.index, f.mono, f.gray.shape) for f in frames if f] == [
            (first, 3.0, (720, 1280)),
            (first + 1, 3.0, (720, 1280)),
        ]
        with pytest.raises(CameraLostError, match="gives no frames"):
            camera.read()
        camera.close()
    assert camera.read() is None


def test_a_video_file_loops(tmp_path: Path) -> None:
    source = source_from(str(video(tmp_path / "till.avi")), fps=None, loop=True)
    assert isinstance(source, VideoFileSource)
    source.open()
    frames = [source.read() for _ in range(5)]
    source.close()
    assert [frame.index for frame in frames if frame] == [0, 1, 2, 3, 4]
    assert all(frame is not None and frame.gray.shape == (720, 1280) for frame in frames)


def test_frames_are_paced_without_falling_behind() -> None:
    waited: list[float] = []
    now = [10.0]

    def wait(seconds: float) -> None:
        waited.append(seconds)
        now[0] += seconds

    source = PictureSource([Path(__file__)], fps=20, clock=lambda: now[0], wait=wait)
    assert source._pace is not None
    for spent in (0.0, 0.01, 0.2, 0.0):
        source._pace.wait_for_turn()
        now[0] += spent
    assert waited == pytest.approx([0.05, 0.04])


def test_what_is_no_camera_is_lost_and_not_a_fault(tmp_path: Path) -> None:
    for source in (PictureSource([]), VideoFileSource(tmp_path / "none.avi")):
        with pytest.raises(CameraLostError):
            source.open()
    assert isinstance(source_from("0"), CameraSource)
    assert CameraSource(0).read() is None


def test_importing_the_thread_does_not_import_opencv() -> None:
    program = (
        "import sys, kiosk.adapters.scan.scanner_thread, kiosk.adapters.scan.serial_scanner, kiosk.cli.decode;"
        "sys.exit(any(name in sys.modules for name in ('cv2', 'numpy', 'zxingcpp', 'pyzbar', 'serial')))"
    )
    assert subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=False).returncode == 0


def test_a_photo_is_the_next_frame_in_colour() -> None:
    red = np.zeros((720, 2560, 3), np.uint8)
    red[:, :, 2] = 255
    read = cv2.imdecode(np.frombuffer(make_photo(Frame(red[:, :, 2], 0, 0.0, red)), np.uint8), cv2.IMREAD_COLOR)

    assert read is not None
    assert read.shape == (360, 1280, 3)
    assert abs(read.reshape(-1, 3).mean(axis=0) - (0, 0, 255)).max() < 3


def test_a_photo_is_taken_once_each_time_it_is_asked_for() -> None:
    photos: queue.Queue[bytes] = queue.Queue()
    source = HandedFrames()
    with running(source) as (_heard, thread):
        thread.photograph(photos.put)
        source.hand(on_table(qr(A)))
        first = photos.get(timeout=WAIT_S)
        source.hand(on_table(qr(A)))
        thread.photograph(photos.put)
        source.hand(on_table(qr(B)))
        second = photos.get(timeout=WAIT_S)

    assert cv2.imdecode(np.frombuffer(first, np.uint8), cv2.IMREAD_COLOR) is not None
    assert second[:2] == b"\xff\xd8"
    assert photos.empty()
