"""Jobs in a printer's own language, handed to a queue of the system."""

from __future__ import annotations

import os
import sys
import threading
from pathlib import Path

import pytest

from kiosk.adapters.printing.connections import Patience
from kiosk.adapters.printing.devices import PrinterDevices
from kiosk.application.ports.printing import Device
from kiosk.domain.documents.paper import ROLL_80
from kiosk.domain.documents.printers import Language, Printer, Reached, Sent, Trouble
from tests.shared.printing.painter import PatternPainter

PRINTER = Printer("p", "Receipts", Language.ESCPOS, "system:Receipts 1", ROLL_80.name)
JOB = b"\x1b@\x10\x04\x01 not a byte of it changes \x00\xff\r\n"


def device(stall_s: float = 30) -> Device:
    return PrinterDevices(PatternPainter(), patience=Patience(stall_s=stall_s)).open(PRINTER)


class Starts:
    """Counts how often a job began."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self) -> None:
        self.count += 1


@pytest.mark.skipif(sys.platform == "win32", reason="CUPS")
class TestCups:
    @pytest.fixture
    def programs(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        """A folder for `lp` and `lpstat`, before all others."""
        monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
        script(tmp_path / "lpstat", "exit 0")
        return tmp_path

    def test_all_of_it_as_it_is(self, programs: Path) -> None:
        script(programs / "lp", f'echo "$@" > {programs}/said; cat > {programs}/job')
        starts = Starts()
        assert device().send(JOB, starts) == Sent(Reached.ALL)
        assert starts.count == 1
        assert (programs / "job").read_bytes() == JOB
        assert "-d Receipts 1 -o raw" in (programs / "said").read_text("utf-8")

    def test_no_such_queue(self, programs: Path) -> None:
        script(programs / "lpstat", "exit 1")
        starts = Starts()
        assert device().send(JOB, starts) == Sent(Reached.NOTHING, Trouble.UNREACHABLE)
        assert starts.count == 0

    def test_one_that_takes_nothing(self, programs: Path) -> None:
        script(programs / "lp", "exit 1")
        assert device().send(JOB, Starts()) == Sent(Reached.NOTHING, Trouble.UNREACHABLE)
        assert device().send(b"x" * 1_000_000, Starts()) == Sent(Reached.NOTHING, Trouble.UNREACHABLE)

    def test_one_that_hangs(self, programs: Path) -> None:
        script(programs / "lp", "exec cat /dev/zero > /dev/null")
        assert device(0.3).send(JOB, Starts()) == Sent(Reached.PART, Trouble.SILENT)

    def test_letting_go(self, programs: Path) -> None:
        os.mkfifo(programs / "begun")
        script(programs / "lp", f"echo > {programs}/begun; exec cat /dev/zero > /dev/null")
        ours, told = device(), []
        thread = threading.Thread(target=lambda: told.append(ours.send(JOB, Starts())))
        thread.start()
        (programs / "begun").read_bytes()
        ours.close()
        thread.join()
        assert told == [Sent(Reached.PART, Trouble.SILENT)]
        assert ours.send(JOB, Starts()) == Sent(Reached.NOTHING, Trouble.UNREACHABLE)

    def test_a_system_without_queues(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
        monkeypatch.setenv("PATH", str(tmp_path))
        assert device().status() is Trouble.UNREACHABLE


@pytest.mark.skipif(sys.platform != "win32", reason="Windows")
def test_windows_has_no_such_queue() -> None:
    starts = Starts()
    assert device().send(JOB, starts) == Sent(Reached.NOTHING, Trouble.UNREACHABLE)
    assert starts.count == 0


def script(path: Path, text: str) -> None:
    path.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
    path.chmod(0o755)
