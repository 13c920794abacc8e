"""Receipts on customers' phones: with every sale where HQ has pages, shown on the customer's screen and, when asked
for, on the clerk's; never instead of paper, and nothing of it without pages."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from kiosk.demo.checkout.pad_states import tap
from kiosk.demo.checkout.stage import Stage
from kiosk.demo.store.printers import COUNTER, PHONES, set_up
from kiosk.domain.documents.blocks import DocumentKind
from kiosk.domain.documents.brand import Brand
from kiosk.domain.documents.printers import PrintSetup, ReceiptPolicy
from kiosk.domain.documents.routing import route
from kiosk.domain.texts import LocalText
from kiosk.protocol.rows import BRAND_ID
from kiosk.ui.customer.screen import CustomerScreen
from kiosk.ui.customer.views import Finished
from kiosk.ui.stations.checkout.code_sheet import CodeSheet

PAGES = "https://hq.example.org/p/"
CTRL = Qt.KeyboardModifier.ControlModifier


def opened(
    stage: Stage, *, pages: str = PAGES, paper: bool = False, policy: ReceiptPolicy = ReceiptPolicy.ASKED
) -> None:
    stage.store.publish("chain/brand", BRAND_ID, Brand(LocalText("好", "好", "Good"), pages=pages))
    set_up(stage.store.context, policy, (*((COUNTER,) if paper else ()), PHONES))
    stage.window.printing.look()
    stage.window.on_reference_changed()
    stage.sign_in()
    stage.settle()


def sell(stage: Stage) -> None:
    stage.type("462")
    stage.key(Qt.Key.Key_Return)
    stage.settle()


def queued(stage: Stage) -> list[tuple[str, bool]]:
    """Printers of today's jobs, and whether each is a page with a name."""
    jobs = stage.api.print_desk().jobs
    kept = [stage.store.ledger.run(lambda tx, job=job.job: tx.kept_document(job)) for job in jobs]  # type: ignore[misc]
    return [(job.printer, b'"page":"' in (raw or b"")) for job, raw in zip(jobs, kept, strict=True)]


def test_the_customer_sees_where_the_phone_opens_it() -> None:
    with Stage(language="en") as stage:
        screen = CustomerScreen(stage.window.ui)
        stage.checkout.customer_sees.connect(screen.show_view)
        opened(stage)
        sell(stage)

        view = screen.view
        assert isinstance(view, Finished)
        assert view.on_phone
        assert view.code.startswith(PAGES)
        assert len(view.code) == len(PAGES) + 32
        assert queued(stage) == [("手機", True)]
        screen.deleteLater()


def test_when_asked_for_without_a_printer_its_code_is_shown() -> None:
    with Stage(language="en") as stage:
        opened(stage)
        sell(stage)
        stage.key(Qt.Key.Key_P, modifiers=CTRL)

        sheet = stage.window.overlay.sheet
        assert isinstance(sheet, CodeSheet)
        assert "phone" in sheet.what.text()


def test_paper_is_printed_beside_it_and_is_no_copy() -> None:
    with Stage(language="en") as stage:
        opened(stage, paper=True, policy=ReceiptPolicy.ALWAYS)
        sell(stage)

        assert sorted(queued(stage)) == [("手機", True), ("收銀台", False)]
        assert [job.copy for job in stage.api.print_desk().jobs] == [0, 0]


@pytest.mark.parametrize("printers", [(PHONES,), ()])
def test_where_phones_reach_no_page_the_receipts_own_code_is_shown(printers: tuple[object, ...]) -> None:
    with Stage(language="en") as stage:
        screen = CustomerScreen(stage.window.ui)
        stage.checkout.customer_sees.connect(screen.show_view)
        opened(stage, pages="" if printers else PAGES)
        if not printers:
            set_up(stage.store.context, ReceiptPolicy.ASKED, ())
            stage.window.printing.look()
            stage.settle()
        sell(stage)

        assert isinstance(screen.view, Finished)
        assert not screen.view.on_phone
        assert queued(stage) == []
        stage.key(Qt.Key.Key_P, modifiers=CTRL)
        sheet = stage.window.overlay.sheet
        assert isinstance(sheet, CodeSheet)
        assert "photograph" in sheet.what.text()
        screen.deleteLater()


def test_no_paper_goes_to_phones_by_itself() -> None:
    assert route(PrintSetup((PHONES,)), DocumentKind.RECEIPT) is None
    assert route(PrintSetup((PHONES, COUNTER)), DocumentKind.RECEIPT) is COUNTER
    chosen = PrintSetup((PHONES, COUNTER), routes={DocumentKind.COUPON: PHONES.id})
    assert route(chosen, DocumentKind.COUPON) is PHONES


def test_a_card_goes_to_the_phone_and_stays_out_of_the_printers() -> None:
    with Stage(language="en") as stage:
        opened(stage)
        stage.key(Qt.Key.Key_F5, modifiers=CTRL)
        stage.key(Qt.Key.Key_Tab)
        stage.key(Qt.Key.Key_Tab)
        stage.type("Many happy returns")
        tap(stage, "card_phone")

        assert isinstance(stage.window.overlay.sheet, CodeSheet)
        assert queued(stage) == [("手機", True)]
