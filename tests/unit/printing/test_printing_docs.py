"""docs/printing.md says what is: every trouble, every outcome, every address, and how long is waited."""

from __future__ import annotations

import re

import pytest

from kiosk import paths
from kiosk.adapters.printing.connections import Patience
from kiosk.adapters.printing.devices import PrinterDevices
from kiosk.domain.documents.paper import ROLL_80
from kiosk.domain.documents.printers import Language, Printer, Reached, Trouble
from tests.shared.printing.painter import PatternPainter

TEXT = (paths.root() / "docs" / "printing.md").read_text(encoding="utf-8")
ADDRESSES = re.findall(r"`((?:tcp|serial|device|file):[^`]+)`", TEXT)


@pytest.mark.parametrize("value", [*Trouble, *Reached])
def test_every_fault_and_outcome_is_explained(value: Trouble | Reached) -> None:
    assert f"`{value.name}`" in TEXT


def test_the_addresses_it_shows_are_addresses() -> None:
    assert len(ADDRESSES) >= 7
    for address in ADDRESSES:
        PrinterDevices(PatternPainter()).open(Printer("p", "P", Language.ESCPOS, address, ROLL_80.name))


def test_times_are_those_of_the_program() -> None:
    usual = Patience()
    wanted = (
        f"{usual.connect_s:.0f} s to reach a printer, {usual.answer_s:.0f} s for an answer, "
        f"{usual.stall_s:.0f} s without a byte taken, {usual.come_out_s / 60:.0f} min for a job to come out"
    )
    assert wanted in " ".join(TEXT.split())
