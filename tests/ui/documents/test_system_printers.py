"""Printers of the operating system. Qt's own PDF printer stands where a queue would: it is opened, told its paper and
drawn on as one."""

from __future__ import annotations

import re
import threading
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter

from kiosk.application.ports.printing import Device
from kiosk.domain.documents.blocks import Document, PageBreak, Text
from kiosk.domain.documents.paper import A4, BADGE, CARD, PAPERS, ROLL_80, Paper
from kiosk.domain.documents.printers import Language, Printer, Reached, Sent, Trouble
from kiosk.station_devices import LazyDevices
from kiosk.ui.documents.system_printers import SystemPrinter, send_to, system_printers
from tests.ui.documents.samples import document, everything

pytestmark = pytest.mark.usefixtures("qapp")
NOBODY = Printer("p1", "Office", Language.SYSTEM, "system:No such queue", "A4")


def to_file(path: Path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


def sizes(path: Path) -> list[tuple[float, float]]:
    """Millimetres of each page."""
    found = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", path.read_bytes())
    return [(float(width) / 72 * 25.4, float(height) / 72 * 25.4) for width, height in found]


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name)
def test_the_queue_is_told_which_paper_it_is(paper: Paper, tmp_path: Path) -> None:
    path = tmp_path / "job.pdf"
    assert send_to(to_file(path), everything(), paper) == Sent(Reached.ALL)
    for width, height in sizes(path):
        assert width == pytest.approx(paper.width, abs=1)
        assert paper.height is None or height == pytest.approx(paper.height, abs=1)
    assert b"/FontFile" in path.read_bytes()


def test_parts_of_a_roll_are_pages_of_their_own_length(tmp_path: Path) -> None:
    made = document(Text("1"), PageBreak(), *[Text("2")] * 30)
    assert send_to(to_file(tmp_path / "job.pdf"), made, ROLL_80) == Sent(Reached.ALL)
    first, second = sizes(tmp_path / "job.pdf")
    assert second[1] > 3 * first[1]


def test_a_job_goes_from_any_thread(tmp_path: Path) -> None:
    sent: list[Sent] = []
    thread = threading.Thread(target=lambda: sent.append(send_to(to_file(tmp_path / "job.pdf"), everything(), CARD)))
    thread.start()
    thread.join()
    assert sent == [Sent(Reached.ALL)]
    assert sizes(tmp_path / "job.pdf")


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_what_cannot_be_written_is_told(tmp_path: Path, allowed_warnings: list[str]) -> None:
    allowed_warnings.append("takes no job")
    sent = send_to(to_file(tmp_path / "no such folder" / "job.pdf"), everything(), A4)
    assert sent == Sent(Reached.NOTHING, Trouble.FAULT)


def test_a_job_that_is_stopped_is_not_whole(tmp_path: Path) -> None:
    asked: list[int] = []

    def stopped() -> bool:
        asked.append(1)
        return len(asked) > 2

    made = document(Text("1"), PageBreak(), Text("2"), PageBreak(), Text("3"))
    sent = send_to(to_file(tmp_path / "job.pdf"), made, A4, (0, 0), stopped)
    assert sent.trouble is Trouble.FAULT
    assert sent.reached is not Reached.ALL


def test_a_queue_that_is_not_there_takes_nothing() -> None:
    device: Device = SystemPrinter(NOBODY)
    started: list[int] = []
    assert device.status() is Trouble.UNREACHABLE
    sent = device.send(device.render(document(Text("x"))), lambda: started.append(1))
    assert sent == Sent(Reached.NOTHING, Trouble.UNREACHABLE)
    assert not started
    assert device.send(b"no document", lambda: None) == Sent(Reached.NOTHING, Trouble.FAULT)
    device.close()
    assert device.status() is Trouble.UNREACHABLE


def test_labels_of_a_job_are_counted() -> None:
    def pieces(made: Document, paper: Paper) -> int:
        device = SystemPrinter(Printer("p", "p", Language.SYSTEM, "system:q", paper.name))
        return device.pieces(device.render(made))

    two = document(Text("1"), PageBreak(), Text("2"))
    assert [pieces(two, paper) for paper in (BADGE, A4, ROLL_80)] == [2, 0, 0]


@pytest.mark.parametrize(
    ("address", "paper"), [("system:", "A4"), ("system:  ", "A4"), ("tcp://1", "A4"), ("system:q", "A9")]
)
def test_an_address_of_another_form_is_none(address: str, paper: str) -> None:
    with pytest.raises(ValueError):
        SystemPrinter(Printer("p", "p", Language.SYSTEM, address, paper))


def test_queues_are_found_by_what_people_call_them() -> None:
    for found in system_printers():
        assert found.address.startswith("system:")
        assert found.name
        assert found.language is Language.SYSTEM


def test_a_terminal_opens_printers_of_the_system() -> None:
    devices = LazyDevices()
    assert isinstance(devices.open(NOBODY), SystemPrinter)
    assert set(system_printers()) <= set(devices.found())
