"""Every line of the readiness drill passes and fails, each for its reason."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kiosk.adapters.machine import free_bytes, power_below, power_told
from kiosk.domain.documents.printers import Trouble
from kiosk.domain.guests import drill
from kiosk.domain.guests.drill import Line, Mark, Power, Result
from kiosk.domain.scan.events import CameraStatus

NOW = datetime(2026, 3, 10, 9, tzinfo=UTC)
LIST = {"local": False, "walk_ins": True}
PASS, LOOK, FAIL = Mark.PASS, Mark.LOOK, Mark.FAIL


@pytest.mark.parametrize(
    ("result", "mark", "code"),
    [
        (drill.power_line(None), LOOK, "unknown"),
        (drill.power_line(Power(battery=False)), PASS, "mains"),
        (drill.power_line(Power(battery=True, percent=3, plugged=True)), PASS, "plugged"),
        (drill.power_line(Power(battery=True, percent=50, plugged=False)), LOOK, "battery"),
        (drill.power_line(Power(battery=True, percent=49, plugged=False)), FAIL, "battery"),
        (drill.power_line(Power(battery=True)), LOOK, "unknown"),
        (drill.disk_line(1_000_000_000), PASS, "free"),
        (drill.disk_line(999_999_999), FAIL, "free"),
        (drill.disk_line(None), LOOK, "unknown"),
        (drill.camera_line(CameraStatus.READY), PASS, "ready"),
        (drill.camera_line(CameraStatus.NONE), PASS, "none"),
        (drill.camera_line(CameraStatus.STARTING), LOOK, "starting"),
        (drill.camera_line(CameraStatus.LOST), FAIL, "lost"),
        (drill.printer_line(wanted=False), PASS, "no_badges"),
        (drill.printer_line(wanted=True), FAIL, "none"),
        (drill.printer_line(wanted=True, name="B"), PASS, "ready"),
        (drill.printer_line(wanted=True, name="B", trouble=Trouble.COVER_OPEN, holds_up=True), FAIL, "cover_open"),
        (drill.printer_line(wanted=True, name="B", trouble=Trouble.PAPER_LOW), LOOK, "paper_low"),
        (drill.printer_line(wanted=True, name="B", labels=0, guests=3), FAIL, "labels"),
        (drill.printer_line(wanted=True, name="B", labels=2, guests=3), LOOK, "labels"),
        (drill.printer_line(wanted=True, name="B", labels=3, guests=3), PASS, "labels"),
        (drill.clock_line(-120_000, backwards=False, others=[("2", None), ("3", 120_000)]), PASS, "off"),
        (drill.clock_line(120_001, backwards=False), LOOK, "off"),
        (drill.clock_line(None, backwards=False), LOOK, "unknown"),
        (drill.clock_line(0, backwards=True), FAIL, "backwards"),
        (drill.clock_line(0, backwards=False, others=[("2", -3_600_000)]), LOOK, "desk_off"),
        (drill.data_line(NOW, NOW, 5, **LIST), PASS, "age"),
        (drill.data_line(NOW - timedelta(minutes=16), NOW, 5, **LIST), LOOK, "age"),
        (drill.data_line(NOW - timedelta(hours=13), NOW, 5, **LIST), FAIL, "age"),
        (drill.data_line(NOW, NOW, 0, **LIST), LOOK, "age"),
        (drill.data_line(None, NOW, 5, **LIST), LOOK, "never"),
        (drill.data_line(None, NOW, 0, **LIST), FAIL, "never"),
        (drill.data_line(NOW, NOW, 0, local=False, walk_ins=False), FAIL, "nobody"),
        (drill.data_line(None, NOW, 5, local=True, walk_ins=True), PASS, "local"),
        (drill.tickets_line([80] * 40, 0), PASS, "judged"),
        (drill.tickets_line([81] * 40, 0), LOOK, "judged"),
        (drill.tickets_line([1], 1), FAIL, "wrong"),
        (drill.tickets_line([], 0), FAIL, "wrong"),
        (drill.cut_line(cut=True, was_online=True, back=True), PASS, "back"),
        (drill.cut_line(cut=True, was_online=True, back=False), FAIL, "not_back"),
        (drill.cut_line(cut=False, was_online=True, back=True), LOOK, "not_cut"),
        (drill.cut_line(cut=False, was_online=False, back=False), LOOK, "away"),
        (drill.queue_line(0, online=True), PASS, "empty"),
        (drill.queue_line(2, online=False), LOOK, "waiting"),
        (drill.queue_line(2, online=True), FAIL, "waiting"),
        (drill.scanner_line(read=True), PASS, "read"),
        (drill.scanner_line(read=False), LOOK, "other"),
        (drill.scanner_line(read=False, scanned=False), LOOK, "not_tried"),
    ],
)
def test_each_line_says_how_it_is_and_why(result: Result, mark: Mark, code: str) -> None:
    assert (result.mark, result.code) == (mark, code)


def test_the_sheet_is_as_good_as_its_worst_line() -> None:
    good, look, bad = (Result(Line.DISK, mark, "free") for mark in (PASS, LOOK, FAIL))
    assert [drill.verdict(some) for some in ([good], [good, look], [look, bad, good])] == [PASS, LOOK, FAIL]
    assert drill.failed([good, bad, look]) == ("disk",)
    assert drill.p95([*range(1, 101)]) == 95
    assert drill.p95([7]) == 7


def test_linux_says_how_the_battery_is(tmp_path: Path) -> None:
    assert power_below(tmp_path) == Power(battery=False)
    supplies = {
        "AC": {"type": "Mains", "online": "0"},
        "BAT0": {"type": "Battery", "capacity": "61", "status": "Discharging"},
        "mouse": {"type": "Battery", "scope": "Device", "capacity": "5", "status": "Discharging"},
    }
    for name, says in supplies.items():
        (tmp_path / name).mkdir()
        for key, text in says.items():
            (tmp_path / name / key).write_text(f"{text}\n", "ascii")
    assert power_below(tmp_path) == Power(battery=True, percent=61, plugged=False)
    (tmp_path / "BAT0" / "status").write_text("Charging\n", "ascii")
    assert power_below(tmp_path) == Power(battery=True, percent=61, plugged=True)
    (tmp_path / "BAT0" / "capacity").unlink()
    (tmp_path / "BAT0" / "status").write_text("Unknown\n", "ascii")
    assert power_below(tmp_path) == Power(battery=True, percent=None, plugged=False)


def test_windows_says_it_in_three_bytes() -> None:
    assert power_told(1, 128, 255) == Power(battery=False)
    assert power_told(0, 0, 40) == Power(battery=True, percent=40, plugged=False)
    assert power_told(255, 8, 255) == Power(battery=True)
    assert power_told(1, 255, 40) is None


def test_room_on_a_disk_that_is_gone_is_unknown(tmp_path: Path) -> None:
    assert free_bytes(tmp_path / "gone") is None
    assert (free_bytes(tmp_path) or 0) > 0
