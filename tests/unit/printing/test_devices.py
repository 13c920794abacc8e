"""Sending: how far a job came is said as it was, whatever printer, cable and disk do."""

from __future__ import annotations

import errno
import os
import socket
import sys
import threading
from collections.abc import Iterator
from dataclasses import replace as replaced
from pathlib import Path
from types import SimpleNamespace

import pytest
import serial.tools
from msgspec.structs import replace

from kiosk.adapters.printing.connections import Doubtful, Ended, Patience, TcpConnection, WindowsPort, trouble_of
from kiosk.adapters.printing.devices import PrinterDevices, connection_to
from kiosk.adapters.printing.ports import on_usb
from kiosk.application.ports.printing import Device, FoundPrinter
from kiosk.domain.documents.blocks import Document, DocumentKind, Text
from kiosk.domain.documents.paper import BADGE, ROLL_80
from kiosk.domain.documents.printers import Language, Printer, Reached, Sent, Trouble
from tests.shared.printing.painter import PatternPainter
from tests.shared.printing.server import NONE, Condition, FakePrinter, Fault, every

PATIENCE = Patience(connect_s=30, answer_s=30, stall_s=30, come_out_s=60, poll_s=0.02, end_s=30)
IN_VAIN = Patience(connect_s=30, answer_s=0.3, stall_s=0.3, come_out_s=60, poll_s=0.02, end_s=0.3)
"""For what never comes."""
DOCUMENT = Document(DocumentKind.RECEIPT, "en", "Receipt", (Text("A receipt that is not long, " * 20),))
LANGUAGES = [Language.ESCPOS, Language.ZPL, Language.TSPL]


def settings(address: str, language: Language = Language.ESCPOS, *, tells: bool = True) -> Printer:
    paper = ROLL_80 if language is Language.ESCPOS else BADGE
    return Printer("p", "Printer", language, address, paper.name, tells=tells)


def device_of(printer: FakePrinter, patience: Patience = PATIENCE) -> Device:
    return PrinterDevices(PatternPainter(), patience=patience).open(
        settings(printer.address, printer.language, tells=printer.tells)
    )


class Starts:
    """Counts how often a job began."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self) -> None:
        self.count += 1


def sent(printer: FakePrinter, patience: Patience = PATIENCE) -> Sent:
    """One job; it is said to begin exactly where bytes may have left."""
    device, starts = device_of(printer, patience), Starts()
    told = device.send(device.render(DOCUMENT), starts)
    assert starts.count == (told.reached is not Reached.NOTHING)
    return told


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_printer_that_tells_says_that_it_came_out(language: Language) -> None:
    with FakePrinter(language) as printer:
        assert sent(printer) == Sent(Reached.PRINTED)
        assert [paper.whole for paper in printer.papers] == [True]
        assert printer.papers[0].data == device_of(printer).render(DOCUMENT)
        assert device_of(printer).status() is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_printer_that_cannot_tell_is_asked_nothing(language: Language) -> None:
    with FakePrinter(language, tells=False) as printer:
        assert sent(printer) == Sent(Reached.ALL)
        assert printer.wait(1)[0].data == device_of(printer).render(DOCUMENT)
        assert device_of(printer).status() is None
        assert printer.asked == 0


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("condition", "trouble"),
    [
        (Condition(paper_out=True), Trouble.PAPER_OUT),
        (Condition(cover_open=True), Trouble.COVER_OPEN),
        (Condition(cutter=True), Trouble.CUTTER),
        (Condition(too_hot=True), Trouble.TOO_HOT),
        (Condition(fault=True), Trouble.FAULT),
    ],
)
def test_a_printer_that_cannot_print_gets_no_job(language: Language, condition: Condition, trouble: Trouble) -> None:
    if language is Language.ZPL and trouble is Trouble.CUTTER:
        trouble = Trouble.FAULT
    if language is Language.TSPL and trouble in (Trouble.CUTTER, Trouble.TOO_HOT):
        trouble = Trouble.FAULT
    with FakePrinter(language, condition=condition) as printer:
        assert sent(printer) == Sent(Reached.NOTHING, trouble)
        assert device_of(printer).status() is trouble
    assert printer.papers == ()


def test_a_printer_that_is_low_on_paper_prints_and_says_so() -> None:
    with FakePrinter(condition=Condition(paper_low=True)) as printer:
        assert sent(printer) == Sent(Reached.PRINTED, Trouble.PAPER_LOW)
        assert device_of(printer).status() is Trouble.PAPER_LOW


@pytest.mark.parametrize("language", LANGUAGES)
def test_dropped_before_the_first_byte_nothing_has_left(language: Language) -> None:
    with FakePrinter(language, fault=Fault.drop_before()) as printer:
        assert sent(printer) == Sent(Reached.NOTHING, Trouble.UNREACHABLE)
        assert device_of(printer).status() is Trouble.UNREACHABLE
    assert printer.papers == ()


_RESET = pytest.mark.not_under_wine("a connection that was reset reads as one that was ended in good order")


@pytest.mark.parametrize("tells", [True, pytest.param(False, marks=_RESET)])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("fault", [Fault.drop_in(0), Fault.drop_in(10), Fault.drop_in(60)])
def test_dropped_in_a_job_nobody_knows(fault: Fault, language: Language, tells: bool) -> None:
    with FakePrinter(language, fault=fault, tells=tells) as printer:
        told = sent(printer)
        printer.refuse()
    assert told == Sent(Reached.PART, Trouble.UNREACHABLE)
    assert not any(paper.whole for paper in printer.papers)


@pytest.mark.parametrize("language", LANGUAGES)
def test_dropped_after_a_job_nobody_knows_though_it_came_out(language: Language) -> None:
    with FakePrinter(language, fault=Fault.drop_at_end()) as printer:
        assert sent(printer) == Sent(Reached.PART, Trouble.UNREACHABLE)
        assert [paper.whole for paper in printer.papers] == [True]


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_that_never_answers_is_silent(language: Language) -> None:
    with FakePrinter(language, fault=Fault.mute()) as printer:
        at_once = replaced(IN_VAIN, answer_s=0.05)
        assert sent(printer, at_once) == Sent(Reached.NOTHING, Trouble.SILENT)
        assert device_of(printer, at_once).status() is Trouble.SILENT


def test_one_that_stops_answering_is_silent() -> None:
    with FakePrinter(fault=Fault.mute(after=1)) as printer:
        assert sent(printer, replaced(IN_VAIN, answer_s=2)) == Sent(Reached.PART, Trouble.SILENT)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("garbage", [b"HTTP/1.1 400 Bad Request\r\n\r\n", b"2", b"\xff", b"\x02\x03\r\n", b"220 ready"])
def test_what_answers_something_else_is_no_printer(language: Language, garbage: bytes) -> None:
    if (language, garbage) == (Language.ESCPOS, b"2"):
        garbage = b"22"  # one such byte is an answer
    with FakePrinter(language, fault=Fault.says(garbage)) as printer:
        assert sent(printer) == Sent(Reached.NOTHING, Trouble.GARBAGE)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_roll_ends_in_the_middle(language: Language) -> None:
    with FakePrinter(language, fault=Fault.paper_out(40)) as printer:
        assert sent(printer) == Sent(Reached.PART, Trouble.PAPER_OUT)
        assert sent(printer) == Sent(Reached.NOTHING, Trouble.PAPER_OUT)
        printer.condition, printer.fault = Condition(), NONE
        assert sent(printer) == Sent(Reached.PRINTED)
    assert [paper.whole for paper in printer.papers] == [False] * (len(printer.papers) - 1) + [True]


def test_one_that_is_slow_is_waited_for() -> None:
    with FakePrinter(fault=Fault.slow(piece=100)) as printer:
        assert sent(printer) == Sent(Reached.PRINTED)


@pytest.mark.parametrize("tells", [True, False])
def test_one_that_is_off(tells: bool) -> None:
    with FakePrinter(tells=tells) as printer:
        printer.refuse()
        assert sent(printer) == Sent(Reached.NOTHING, Trouble.UNREACHABLE)
        assert device_of(printer).status() is Trouble.UNREACHABLE
        printer.accept()
        assert sent(printer).reached is (Reached.PRINTED if tells else Reached.ALL)


def test_each_third_connection_dropped_each_job_is_printed_once_or_unknown() -> None:
    with FakePrinter(fault=every(3, Fault.drop_in(10))) as printer:
        told = [sent(printer) for _ in range(30)]
        printer.refuse()
    assert [one.reached for one in told] == [Reached.PRINTED, Reached.PRINTED, Reached.PART] * 10
    assert sum(paper.whole for paper in printer.papers) == 20


def test_one_that_takes_nothing_more_is_silent() -> None:
    with socket.create_server(("127.0.0.1", 0)) as full:
        full.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        address = f"tcp://127.0.0.1:{full.getsockname()[1]}"
        device = PrinterDevices(PatternPainter(), patience=IN_VAIN).open(settings(address, tells=False))
        assert device.send(b"x" * 20_000_000, lambda: None) == Sent(Reached.PART, Trouble.SILENT)


def test_what_the_beginning_raises_comes_through_before_a_byte_has_left() -> None:
    def full() -> None:
        raise OSError(errno.ENOSPC, "disk full")

    with FakePrinter() as printer:
        device = device_of(printer)
        with pytest.raises(OSError, match="disk full"):
            device.send(device.render(DOCUMENT), full)
        assert sent(printer) == Sent(Reached.PRINTED)
    assert len(printer.papers) == 1


@pytest.mark.parametrize("tells", [True, False])
def test_letting_go_ends_what_is_under_way(tells: bool) -> None:
    patient = Patience(connect_s=60, answer_s=60, stall_s=60, come_out_s=60, poll_s=60, end_s=60)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        device = PrinterDevices(PatternPainter(), patience=patient).open(
            settings(f"tcp://127.0.0.1:{listener.getsockname()[1]}", tells=tells)
        )
        told: list[Sent] = []
        thread = threading.Thread(target=lambda: told.append(device.send(b"x" * 20_000_000, lambda: None)))
        thread.start()
        conn, _ = listener.accept()
        with conn:
            assert conn.recv(1)
            device.close()
            thread.join()
    assert told[0].reached is (Reached.NOTHING if tells else Reached.PART)
    assert device.send(b"x", lambda: None).reached is Reached.NOTHING
    assert device.status() is not None


def test_letting_go_ends_reaching() -> None:
    connection = TcpConnection("192.0.2.1", 9100, 60)  # for documentation only: nobody answers there
    ended: list[OSError] = []

    def reach() -> None:
        try:
            connection.open()
        except OSError as error:
            ended.append(error)

    thread = threading.Thread(target=reach)
    thread.start()
    connection.interrupt()
    thread.join()
    assert len(ended) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")
class TestDeviceFiles:
    def test_all_is_taken(self, tmp_path: Path) -> None:
        path = tmp_path / "lp0"
        os.mkfifo(path)
        reader = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
        device = PrinterDevices(PatternPainter(), patience=IN_VAIN).open(settings(f"device:{path}", tells=False))
        data = device.render(DOCUMENT)
        assert device.send(data, lambda: None) == Sent(Reached.ALL)
        assert os.read(reader, 10_000) == data
        assert device.send(b"x" * 1_000_000, lambda: None) == Sent(Reached.PART, Trouble.SILENT)
        os.close(reader)

    def test_one_that_tells(self) -> None:
        ours, theirs = os.openpty()
        import tty

        tty.setraw(theirs)
        device = PrinterDevices(PatternPainter(), patience=IN_VAIN).open(settings(f"device:{os.ttyname(theirs)}"))
        assert device.status() is Trouble.SILENT
        os.write(ours, b"")
        os.close(theirs)
        os.close(ours)

    def test_there_is_none(self, tmp_path: Path) -> None:
        device = PrinterDevices(PatternPainter(), patience=PATIENCE).open(settings(f"device:{tmp_path / 'lp9'}"))
        assert device.status() is Trouble.UNREACHABLE
        assert device.send(b"x", lambda: None) == Sent(Reached.NOTHING, Trouble.UNREACHABLE)

    def test_on_a_serial_line(self) -> None:
        import tty

        ours, theirs = os.openpty()
        tty.setraw(theirs)
        address = f"serial:{os.ttyname(theirs)}@115200"
        device = PrinterDevices(PatternPainter(), patience=PATIENCE).open(settings(address, tells=False))
        data = device.render(DOCUMENT)
        assert device.send(data, lambda: None) == Sent(Reached.ALL)
        read = b""
        while len(read) < len(data):
            read += os.read(ours, 10_000)
        assert read == data
        os.close(theirs)
        os.close(ours)
        assert device.status() is Trouble.UNREACHABLE

    def test_a_line_that_another_program_has(self) -> None:
        import serial

        ours, theirs = os.openpty()
        name = os.ttyname(theirs)
        with serial.Serial(name, exclusive=True):
            device = PrinterDevices(PatternPainter(), patience=PATIENCE).open(settings(f"serial:{name}"))
            assert device.send(b"x", lambda: None) == Sent(Reached.NOTHING, Trouble.FORBIDDEN)
        os.close(theirs)
        os.close(ours)


@pytest.mark.skipif(sys.platform == "win32", reason="pseudo terminals stand in for its ports")
class TestPortsOfWindows:
    """Their way of waiting, tried on ports of this system."""

    @pytest.fixture
    def line(self) -> Iterator[tuple[int, WindowsPort]]:
        import tty

        ours, theirs = os.openpty()
        tty.setraw(theirs)
        port = WindowsPort(os.ttyname(theirs), 9600)
        port.open()
        yield ours, port
        port.close()
        os.close(theirs)
        os.close(ours)

    def test_there_and_back(self, line: tuple[int, WindowsPort]) -> None:
        ours, port = line
        assert port.write(b"\x10\x04\x01", 5) == 3
        assert os.read(ours, 10) == b"\x10\x04\x01"
        os.write(ours, b"\x12\x00")
        assert port.read(5) == b"\x12\x00"
        assert port.read(0) == b""
        port.finish(1)

    def test_nobody_knows_how_much_of_a_stalled_job_was_taken(self, line: tuple[int, WindowsPort]) -> None:
        def fill() -> None:
            while True:
                line[1].write(b"x" * 256, 0.1)

        with pytest.raises(Doubtful):
            fill()

    def test_interrupted(self, line: tuple[int, WindowsPort]) -> None:
        ended: list[OSError] = []

        def wait() -> None:
            try:
                while True:
                    line[1].read(60)
            except OSError as error:
                ended.append(error)

        thread = threading.Thread(target=wait)
        thread.start()
        line[1].interrupt()
        thread.join()
        assert isinstance(ended[0], Doubtful | Ended)

    def test_one_that_is_a_file(self, tmp_path: Path) -> None:
        path = tmp_path / "LPT1"
        path.touch()
        port = WindowsPort(str(path), None)
        port.open()
        assert port.write(b"abc", 1) == 3
        assert port.read(1) == b""
        port.close()
        assert path.read_bytes() == b"abc"
        with pytest.raises(Ended):
            port.write(b"abc", 1)


def test_a_broken_job_s_rest_is_thrown_away_before_the_next() -> None:
    with FakePrinter(fault=Fault.drop_in(60)) as printer:
        device = device_of(printer)
        data = device.render(DOCUMENT)
        assert device.send(data, lambda: None).reached is Reached.PART
        assert printer.cleared == 0
        printer.fault = NONE
        assert [device.send(data, lambda: None).reached for _ in range(2)] == [Reached.PRINTED] * 2
        assert printer.cleared == 1
        assert [paper.data for paper in printer.papers] == [data[:60], data, data]


def test_jobs_as_files_are_numbered(tmp_path: Path) -> None:
    device = PrinterDevices(PatternPainter()).open(settings(f"file:{tmp_path / 'receipt'}"))
    assert device.status() is None
    for job in (b"one", b"two"):
        assert device.send(job, lambda: None) == Sent(Reached.ALL)
    assert [file.name for file in sorted(tmp_path.iterdir())] == ["receipt-000001.escpos", "receipt-000002.escpos"]
    assert (tmp_path / "receipt-000002.escpos").read_bytes() == b"two"
    gone = PrinterDevices(PatternPainter()).open(settings(f"file:{tmp_path / 'stick' / 'receipt'}"))
    assert gone.status() is Trouble.UNREACHABLE
    assert gone.send(b"x", lambda: None) == Sent(Reached.NOTHING, Trouble.UNREACHABLE)
    device.close()
    assert device.send(b"x", lambda: None).reached is Reached.NOTHING


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a system without a file that is always full")
def test_a_full_disk_is_called_so(tmp_path: Path) -> None:
    device = PrinterDevices(PatternPainter(), patience=PATIENCE).open(settings("device:/dev/full", tells=False))
    assert device.send(b"x", lambda: None) == Sent(Reached.NOTHING, Trouble.FULL)


@pytest.mark.parametrize(
    ("number", "trouble"),
    [
        (errno.ENOSPC, Trouble.FULL),
        (errno.EACCES, Trouble.FORBIDDEN),
        (errno.EBUSY, Trouble.FORBIDDEN),
        (errno.ENODEV, Trouble.UNREACHABLE),
        (errno.ECONNREFUSED, Trouble.UNREACHABLE),
    ],
)
def test_faults_of_the_way(number: int, trouble: Trouble) -> None:
    assert trouble_of(OSError(number, os.strerror(number))) is trouble


@pytest.mark.parametrize(
    "address",
    [
        "",
        "tcp://",
        "tcp://host:0",
        "tcp://host:99999",
        "tcp://ho st:9100",
        "tcp://a/b",
        "tcp://a..b:9100",
        "tcp://" + "a" * 80,
        "http://printer",
        "serial:",
        "serial:COM3@0",
        "serial:COM3@fast",
        "device:",
        "device: ",
        "printer",
        "tcp://host:9100\r\n",
        "system:",
    ],
)
def test_addresses_of_no_known_form_are_refused(address: str) -> None:
    with pytest.raises(ValueError, match="print"):
        PrinterDevices(PatternPainter()).open(settings(address))


@pytest.mark.parametrize(
    "address",
    ["tcp://192.168.1.9", "tcp://printer.local:9100/", "tcp://[fe80::1]:9100", "serial:COM3", "serial:/dev/ttyS0@9600"],
)
def test_addresses_reach_nothing_before_they_are_used(address: str) -> None:
    assert connection_to(address, PATIENCE) is not None
    PrinterDevices(PatternPainter()).open(settings(address))


def test_papers_and_printers_of_the_system() -> None:
    with pytest.raises(ValueError, match="foolscap"):
        PrinterDevices(PatternPainter()).open(replace(settings("tcp://a"), paper="foolscap"))
    queue = settings("system:Office", Language.SYSTEM)
    with pytest.raises(ValueError, match="system:Office"):
        PrinterDevices(PatternPainter()).open(queue)
    opened: list[Printer] = []
    stand_in = PrinterDevices(PatternPainter()).open(settings("tcp://a"))

    def system(printer: Printer) -> Device:
        opened.append(printer)
        return stand_in

    devices = PrinterDevices(PatternPainter(), system, lambda: [FoundPrinter("system:Office", "Office")])
    assert devices.open(queue) is stand_in
    assert opened == [queue]
    assert devices.found()[-1] == FoundPrinter("system:Office", "Office")


def test_serial_lines_that_the_system_does_not_tell_hide_no_other_printer(monkeypatch: pytest.MonkeyPatch) -> None:
    def untold() -> list[object]:
        raise PermissionError("no rights to the device tree")

    monkeypatch.setattr(serial.tools, "list_ports", SimpleNamespace(comports=untold), raising=False)
    office = FoundPrinter("system:Office", "Office")
    assert office in PrinterDevices(PatternPainter(), system_found=lambda: [office]).found()


def test_usb_printers_say_what_they_are(tmp_path: Path) -> None:
    devices, descriptions = tmp_path / "dev", tmp_path / "sys"
    assert on_usb(devices, descriptions) == ()
    devices.mkdir()
    ids = {
        "lp0": "MFG:EPSON;CMD:ESC/POS;MDL:TM-T20III;CLS:PRINTER;",
        "lp1": "MANUFACTURER:Zebra Technologies ;COMMAND SET:ZPL;MODEL:ZTC ZD421;",
        "lp2": "MFG:TSC;MDL:TSC TE200;CMD:TSPL2;",
        "lp3": None,
    }
    for name, said in ids.items():
        (devices / name).touch()
        if said is not None:
            (descriptions / name / "device").mkdir(parents=True)
            (descriptions / name / "device" / "ieee1284_id").write_text(said, encoding="utf-8")
    assert on_usb(devices, descriptions) == (
        FoundPrinter(f"device:{devices / 'lp0'}", "EPSON TM-T20III", Language.ESCPOS),
        FoundPrinter(f"device:{devices / 'lp1'}", "Zebra Technologies ZTC ZD421", Language.ZPL),
        FoundPrinter(f"device:{devices / 'lp2'}", "TSC TE200", Language.TSPL),
        FoundPrinter(f"device:{devices / 'lp3'}", "lp3"),
    )
