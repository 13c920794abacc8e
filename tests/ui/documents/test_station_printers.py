"""Every kind of address that a manager may set up is opened at a station."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.adapters.sync.pages import HqPages
from kiosk.domain.documents.blocks import Text
from kiosk.domain.documents.paper import A4, BADGE, ROLL_80
from kiosk.domain.documents.printers import Language, Printer, Reached, Sent
from kiosk.station_devices import LazyDevices
from tests.ui.documents.samples import document

pytestmark = pytest.mark.usefixtures("qapp")


def _pages() -> HqPages:
    """Of a terminal that has not begun to sync."""
    return HqPages(lambda: None, lambda: None)


@pytest.mark.parametrize(
    ("language", "address", "paper"),
    [
        (Language.ESCPOS, "tcp://192.0.2.1", ROLL_80.name),
        (Language.ESCPOS, "serial:COM9@9600", ROLL_80.name),
        (Language.ESCPOS, "device:/dev/usb/lp9", ROLL_80.name),
        (Language.ZPL, "system:Labels", BADGE.name),
        (Language.TSPL, "file:/nowhere/label", BADGE.name),
        (Language.SYSTEM, "system:Office", A4.name),
        (Language.PAGE, "hq:", ROLL_80.name),
    ],
)
def test_a_document_can_be_brought_into_its_language(language: Language, address: str, paper: str) -> None:
    device = LazyDevices(_pages).open(Printer("p", "Printer", language, address, paper))
    assert device.render(document(Text("收據")))


def test_a_job_goes_where_it_is_sent(tmp_path: Path) -> None:
    device = LazyDevices(_pages).open(Printer("p", "P", Language.ESCPOS, f"file:{tmp_path / 'job'}", ROLL_80.name))
    data = device.render(document(Text("收據")))
    assert device.send(data, lambda: None) == Sent(Reached.ALL)
    assert [file.read_bytes() for file in tmp_path.iterdir()] == [data]
