"""A whole station over the real HQ process, with a printer in the network: a sale's receipt comes out and is on the
customer's phone; a printer that is dead holds no sale up, and what waited comes out when it is back."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator

import pytest
import requests
from PySide6.QtCore import Qt

from kiosk.adapters.printing.devices import PAGES
from kiosk.domain.documents.jobs import JobState
from kiosk.domain.documents.paper import ROLL_80
from kiosk.domain.documents.printers import Language, Printer, PrintSetup, ReceiptPolicy
from kiosk.processes import program
from kiosk.ui.customer.screen import CustomerScreen
from kiosk.ui.customer.views import Finished
from tests.e2e.hands import Hands, Wait
from tests.e2e.shop import Shop
from tests.shared.printing.server import FakePrinter

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")  # offscreen's own


@pytest.fixture
def hands(wait: Wait, shop: Shop) -> Iterator[Hands]:
    made = Hands(wait, shop.open())
    yield made
    made.close()


def sell(hands: Hands) -> None:
    hands.verdicts = 0
    hands.type("500")
    hands.until(lambda: hands.priced(50_000))
    hands.press(Qt.Key.Key_Return)
    hands.until(hands.done)


def states(hands: Hands) -> list[JobState]:
    return [job.state for job in hands.station.terminal.service.print_desk().jobs]


def test_receipts_come_out_and_are_on_the_phone(hands: Hands, shop: Shop) -> None:
    service = hands.station.terminal.service
    brand = [
        *program(),
        "hq",
        "brand",
        "--name",
        "Good",
        "--pages",
        f"{shop.url}/p/",
        "--data",
        str(shop.folder / "hq"),
    ]
    subprocess.run(brand, check=True, capture_output=True)
    phones = Printer("p-9", "Phones", Language.PAGE, PAGES, ROLL_80.name)
    with FakePrinter() as printer:
        counter = Printer("p-1", "Counter", Language.ESCPOS, printer.address, ROLL_80.name)
        service.set_up_printing(PrintSetup((counter, phones), receipts=ReceiptPolicy.ALWAYS), "s-201")
        hands.window.printing.look()
        screen = CustomerScreen(hands.window.ui)
        hands.station.checkout.customer_sees.connect(screen.show_view)
        hands.sign_in()
        hands.until(lambda: service.terminal().brand is not None)
        hands.window.on_reference_changed()
        hands.until(lambda: not hands.station.tasks.pending)
        sell(hands)
        hands.until(lambda: states(hands) == [JobState.PRINTED, JobState.PRINTED])

        view = screen.view
        assert isinstance(view, Finished)
        page = requests.get(view.code, timeout=30)
        assert page.status_code == 200
        assert view.number in page.text
        assert [paper.whole for paper in printer.papers] == [True]
        screen.deleteLater()


def test_a_dead_printer_holds_no_sale_up_and_gets_what_waited(hands: Hands) -> None:
    service = hands.station.terminal.service
    with FakePrinter() as printer:
        counter = Printer("p-1", "Counter", Language.ESCPOS, printer.address, ROLL_80.name)
        service.set_up_printing(PrintSetup((counter,), receipts=ReceiptPolicy.ALWAYS), "s-201")
        hands.window.printing.look()
        hands.sign_in()
        printer.refuse()
        for sold in (1, 2):
            sell(hands)
            hands.next_customer()
            hands.until(lambda sold=sold: states(hands) == [JobState.QUEUED] * sold)  # type: ignore[misc]
        assert not printer.papers
        printer.accept()

        hands.until(lambda: states(hands) == [JobState.PRINTED] * 2)
        assert [paper.whole for paper in printer.papers] == [True, True]
