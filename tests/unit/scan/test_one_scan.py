"""What two sources read of one code is one scan."""

from __future__ import annotations

from kiosk.domain.scan.events import ScanEvent, ScanSource, Symbology
from kiosk.domain.scan.one_scan import OneScan


def scan(text: str, source: ScanSource) -> ScanEvent:
    return ScanEvent(text, Symbology.UNKNOWN, source, None, None, 0.0)


def test_camera_and_serial_scanner_are_one_scan_whichever_was_first() -> None:
    for first, second in ((ScanSource.CAMERA, ScanSource.SERIAL), (ScanSource.SERIAL, ScanSource.CAMERA)):
        one = OneScan()
        assert one.is_new(scan("KC1:AB", first), 1.0)
        assert not one.is_new(scan("]Q1KC1:AB\r", second), 1.4)
        assert one.is_new(scan("KC1:AB", second), 3.0)


def test_a_trigger_that_is_pulled_again_is_a_scan_again() -> None:
    one = OneScan()
    assert one.is_new(scan("A", ScanSource.SERIAL), 1.0)
    assert one.is_new(scan("A", ScanSource.SERIAL), 1.2)
    assert not one.is_new(scan("A", ScanSource.CAMERA), 1.3)
    assert one.is_new(scan("B", ScanSource.CAMERA), 1.3)


def test_whoever_has_gone_is_forgotten() -> None:
    one = OneScan()
    assert one.is_new(scan("A", ScanSource.SERIAL), 1.0)
    one.forget()
    assert one.is_new(scan("A", ScanSource.CAMERA), 1.1)
