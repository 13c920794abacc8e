"""The printer that tests print on tells the truth about what came out, and does what it is told to do wrong."""

from __future__ import annotations

import socket
from contextlib import closing

import pytest

from kiosk.domain.documents.printers import Language
from tests.shared.printing.server import NONE, Condition, FakePrinter, Fault, Paper, every
from tests.shared.printing.streams import EscPosStream, NoCommand, TsplStream, ZplStream, names, whole

JOB = b"\x1b@" + b"A receipt of some length\n" * 3 + b"\x1dV\x42\x00"
ASK = b"\x10\x04\x01"
CAME_OUT = b"\x1dr\x01"


def sent(printer: FakePrinter, *parts: bytes) -> bytes:
    """Send, end properly, read all answers."""
    host, port = printer.address.removeprefix("tcp://").split(":")
    said = b""
    try:
        with closing(socket.create_connection((host, int(port)), 30)) as line:
            for part in parts:
                line.sendall(part)
            line.shutdown(socket.SHUT_WR)
            while data := line.recv(100):
                said += data
    except ConnectionRefusedError:
        raise
    except OSError:
        return b"dropped"
    return said


def test_a_job_comes_out_whole_and_is_answered() -> None:
    with FakePrinter() as printer:
        assert sent(printer, ASK, JOB, CAME_OUT) == b"\x12\x00"
        assert [(paper.data, paper.whole) for paper in printer.papers] == [(JOB, True)]


def test_without_questions_the_end_of_the_connection_ends_the_job() -> None:
    with FakePrinter() as printer:
        assert sent(printer, JOB) == b""
        assert [paper.whole for paper in printer.wait(1)] == [True]


RESET = pytest.mark.not_under_wine("a connection that was reset reads as one that was ended in good order")


@RESET
@pytest.mark.parametrize("at", [0, 1, 30, len(JOB) - 1])
def test_dropped_in_a_job(at: int) -> None:
    with FakePrinter(fault=Fault.drop_in(at)) as printer:
        assert sent(printer, ASK, JOB, CAME_OUT) == b"dropped"
        printer.refuse()
        assert printer.papers == ((Paper(JOB[:at], False, 1),) if at else ())


@RESET
def test_dropped_before_and_after() -> None:
    with FakePrinter(fault=Fault.drop_before()) as printer:
        assert sent(printer, ASK, JOB, CAME_OUT) == b"dropped"
        assert not printer.papers
        printer.fault = Fault.drop_at_end()
        assert sent(printer, ASK, JOB, CAME_OUT) == b"dropped"
        assert [paper.whole for paper in printer.papers] == [True]


@RESET
def test_every_third() -> None:
    with FakePrinter(fault=every(3, Fault.drop_in(10))) as printer:
        assert [sent(printer, JOB, CAME_OUT) for _ in range(4)] == [b"\x00", b"\x00", b"dropped", b"\x00"]
        assert [paper.whole for paper in printer.papers] == [True, True, False, True]


def test_paper_out_in_the_middle_until_somebody_fills_it() -> None:
    with FakePrinter(fault=Fault.paper_out(30)) as printer:
        assert sent(printer, ASK, JOB, CAME_OUT, ASK) == b"\x12\x1a"
        assert [paper.whole for paper in printer.wait(1)] == [False]
        printer.fault, printer.condition = NONE, Condition()
        assert sent(printer, ASK, JOB, CAME_OUT) == b"\x12\x00"
        assert [paper.whole for paper in printer.papers] == [False, True]


def test_mute_garbage_slow_and_off() -> None:
    with FakePrinter(fault=Fault.mute()) as printer:
        assert sent(printer, ASK, JOB, CAME_OUT) == b""
        printer.fault = Fault.mute(after=1)
        assert sent(printer, ASK, JOB, CAME_OUT) == b"\x12"
        printer.fault = Fault.says(b"hello")
        assert sent(printer, ASK) == b"hello"
        printer.fault = Fault.slow(piece=16)
        assert sent(printer, ASK, JOB, CAME_OUT) == b"\x12\x00"
        assert [paper.whole for paper in printer.papers] == [True] * 3
        printer.refuse()
        with pytest.raises(ConnectionRefusedError):
            sent(printer, JOB)
        printer.fault = NONE
        printer.accept()
        assert sent(printer, JOB, CAME_OUT) == b"\x00"


def test_what_it_does_not_understand_it_complains_of() -> None:
    with pytest.raises(AssertionError, match="1b 78"), FakePrinter() as printer:
        sent(printer, b"\x1bx")


@pytest.mark.parametrize(
    ("language", "job", "ask", "well", "open_"),
    [
        (Language.ZPL, b"^XA^PW400^FO0,0^GFA,2,2,1,FF00^FS^XZ\r\n", b"~HS", b"030,0,0", b"000,0,1"),
        (Language.TSPL, b"CLS\r\nBITMAP 0,0,1,2,0,\r\n\r\nPRINT 1,1\r\n", b"\x1b!?", b"\x00", b"\x01"),
    ],
)
def test_label_printers(language: Language, job: bytes, ask: bytes, well: bytes, open_: bytes) -> None:
    with FakePrinter(language) as printer:
        assert well in sent(printer, ask, job)
        assert [paper.whole for paper in printer.papers] == [True]
        printer.condition = Condition(cover_open=True)
        assert open_ in sent(printer, ask)


def test_a_stream_is_the_same_in_pieces() -> None:
    job = b"\x1b@\x1b!".replace(b"\x1b!", b"\x1dv0\x00\x02\x00\x03\x00\x10\x04\x01\x1b@\x0a") + JOB
    pieces = EscPosStream()
    found = [command for index in range(len(job)) for command in pieces.feed(job[index : index + 1])]
    assert b"".join(command.raw for command in found) == job
    assert [name for name in names(found) if name != "text"] == [
        name for name in names(whole(EscPosStream(), job)) if name != "text"
    ]


@pytest.mark.parametrize(
    ("stream", "data"),
    [
        (EscPosStream(), "é".encode()),
        (EscPosStream("big5"), b"\x1c&\x81\x40"),
        (EscPosStream(), b"\x1b"),
        (EscPosStream(), b"\x07"),
        (ZplStream(), b"^XA^QQ^XZ"),
        (ZplStream(), b"hello"),
        (TsplStream(), b"EOP\r\n"),
        (TsplStream(), b"PRINT 1"),
    ],
)
def test_nothing_is_guessed(stream: EscPosStream, data: bytes) -> None:
    with pytest.raises(NoCommand):
        whole(stream, data)
