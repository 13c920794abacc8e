"""A serial scanner at the other end of a pseudo terminal."""

from __future__ import annotations

import os
import queue
import sys
from collections.abc import Iterator

import pytest

from kiosk.adapters.scan.serial_scanner import Port, SerialScanner, SerialSettings, open_port
from kiosk.domain.scan.events import CameraStatus, ScanEvent, ScanSource, Symbology

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo terminals to pose as a scanner")

WAIT_S = 30.0


class Pty:
    """Both ends of a pseudo terminal."""

    def __init__(self) -> None:
        import tty

        self.scanner, self.till = os.openpty()
        tty.setraw(self.till)
        self.name = os.ttyname(self.till)

    def send(self, data: bytes) -> None:
        os.write(self.scanner, data)

    def close(self) -> None:
        for end in (self.scanner, self.till):
            os.close(end)


@pytest.fixture
def pty() -> Iterator[Pty]:
    pair = Pty()
    yield pair
    pair.close()


def test_scans_arrive_whole_however_they_are_sent(pty: Pty) -> None:
    scans: queue.Queue[ScanEvent] = queue.Queue()
    statuses: queue.Queue[CameraStatus] = queue.Queue()
    scanner = SerialScanner(SerialSettings(pty.name), on_scan=scans.put, on_status=statuses.put, clock=lambda: 7.0)
    scanner.start()
    # Opening a port throws away what was sent before.
    assert [statuses.get(timeout=WAIT_S) for _ in range(2)] == [CameraStatus.STARTING, CameraStatus.READY]
    for part in (b"KC1:", b"AB\r\n400", b"6381333931\r"):
        pty.send(part)
    first, second = scans.get(timeout=WAIT_S), scans.get(timeout=WAIT_S)
    assert scanner.stop(WAIT_S)
    assert first == ScanEvent("KC1:AB", Symbology.UNKNOWN, ScanSource.SERIAL, None, None, 7.0)
    assert second.text == "4006381333931"


def test_a_scanner_that_is_pulled_out_comes_back_by_itself(allowed_warnings: list[str]) -> None:
    allowed_warnings.append("serial scanner")
    first, second = Pty(), Pty()
    ports = [first.name, second.name]
    scans: queue.Queue[ScanEvent] = queue.Queue()
    statuses: queue.Queue[CameraStatus] = queue.Queue()

    def open_next(settings: SerialSettings) -> Port:
        # A replugged scanner gets another pseudo terminal here; a real one keeps its name.
        if not ports:
            raise OSError("no such port")
        return open_port(SerialSettings(ports.pop(0)))

    scanner = SerialScanner(
        SerialSettings("scanner"),
        on_scan=scans.put,
        on_status=statuses.put,
        open_port=open_next,
        retry_s=(0.001,),
    )
    scanner.start()
    assert [statuses.get(timeout=WAIT_S) for _ in range(2)] == [CameraStatus.STARTING, CameraStatus.READY]
    first.send(b"one\r")
    assert scans.get(timeout=WAIT_S).text == "one"
    first.close()
    assert [statuses.get(timeout=WAIT_S) for _ in range(2)] == [CameraStatus.LOST, CameraStatus.READY]
    second.send(b"two\r")
    assert scans.get(timeout=WAIT_S).text == "two"
    assert scanner.stop(WAIT_S)
    second.close()


def test_a_port_that_is_not_there_is_lost_and_not_a_fault(allowed_warnings: list[str]) -> None:
    allowed_warnings.append("serial scanner")
    statuses: queue.Queue[CameraStatus] = queue.Queue()
    scanner = SerialScanner(
        SerialSettings("/dev/no-such-scanner"),
        on_scan=lambda _scan: None,
        on_status=statuses.put,
        retry_s=(0.001,),
    )
    scanner.start()
    assert [statuses.get(timeout=WAIT_S) for _ in range(2)] == [CameraStatus.STARTING, CameraStatus.LOST]
    assert scanner.stop(WAIT_S)
