"""python-escpos knows ESC/POS from elsewhere: our strict printer reads what it writes, and we send the same bytes."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
from msgspec.structs import replace

from kiosk.adapters.printing.escpos import EscPosRenderer
from kiosk.domain.documents.blocks import AnyBlock, Barcode, Document, DocumentKind, Picture, Qr, Size, Text
from kiosk.domain.documents.paper import ROLL_80
from kiosk.domain.documents.printers import Language, Printer
from tests.shared.printing.escpos import printed
from tests.shared.printing.painter import HIGH, PatternPainter, pattern

PRINTER = Printer("p", "Receipts", Language.ESCPOS, "tcp://printer", ROLL_80.name)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[type[Any]]:
    """Its printer that keeps the bytes. It makes a folder for itself among the temporary ones as it is loaded."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tempfile, "tempdir", str(tmp_path_factory.mktemp("escpos")))
        from escpos.printer import Dummy

        yield Dummy


def ours(*blocks: AnyBlock, printer: Printer = PRINTER, drawer: bool = False) -> bytes:
    document = Document(DocumentKind.RECEIPT, "en", "Receipt", blocks, drawer=drawer)
    return EscPosRenderer(printer, ROLL_80, PatternPainter()).render(document)


@pytest.mark.parametrize(
    ("size", "times"), [(Size.BODY, (1, 1)), (Size.LARGE, (1, 2)), (Size.HUGE, (2, 2))], ids=lambda value: str(value)
)
def test_sizes_bold_and_inverse(made: type[Any], size: Size, times: tuple[int, int]) -> None:
    theirs = made()
    if times != (1, 1):
        theirs.set(custom_size=True, width=times[0], height=times[1])
    theirs.set(bold=True)
    theirs.text("Flagship Store\n")
    assert theirs.output.replace(b"\x1bt\x00", b"") in ours(Text("Flagship Store", size, bold=True))
    inverse = made()
    inverse.set(invert=True)
    assert inverse.output in ours(Text("COPY 2", inverse=True))


def test_qr_symbols(made: type[Any]) -> None:
    theirs = made()
    theirs.qr("KC1:ABCDEFGH", ec=1, size=9, native=True)
    assert theirs.output in ours(Qr("KC1:ABCDEFGH", mm=26))
    assert printed(theirs.output).codes == ["KC1:ABCDEFGH"]


def test_barcodes(made: type[Any], capsys: pytest.CaptureFixture[str]) -> None:
    theirs = made()
    theirs.barcode("{BKS-1000482", "CODE128", height=96, width=3, function_type="B")
    assert printed(theirs.output).codes == ["KS-1000482"]
    commands = {theirs.output[at : at + 2] for at in range(len(theirs.output))} & {
        b"\x1dh",
        b"\x1dw",
        b"\x1dH",
        b"\x1df",
    }
    assert len(commands) == 4
    symbol = theirs.output[theirs.output.index(b"\x1dk") :]
    assert symbol in ours(Barcode("KS-1000482"))
    assert "hardware" in capsys.readouterr().out


def test_pictures(made: type[Any]) -> None:
    from PIL import Image

    ink = pattern(Picture(b"logo", 72), 576)
    theirs = made()
    theirs.image(Image.fromarray(~ink))
    assert np.array_equal(printed(theirs.output).image(), ink)
    assert len(theirs.output) == 8 + 72 * HIGH
    job = ours(Picture(b"logo", 72))
    at = job.index(theirs.output[:8])
    same = sum(one == other for one, other in zip(job[at:], theirs.output, strict=False))
    assert same >= len(theirs.output) - 5  # a dot more where a printer would obey what the dots spell


def test_cuts_feeds_and_the_drawer(made: type[Any]) -> None:
    theirs = made()
    theirs.cut(feed=False)
    assert ours().endswith(b"\x1dV\x41\x00")
    assert theirs.output == b"\x1dV\x42\x00"
    torn = made()
    torn.print_and_feed(6)
    assert ours(printer=replace(PRINTER, cuts=False)).endswith(torn.output)
    drawer = made()
    drawer.cashdraw([27, 112, 0, 25, 250])
    assert drawer.output in ours(printer=replace(PRINTER, drawer=True), drawer=True)
    started = made()
    started.hw("INIT")
    assert ours().startswith(started.output)
