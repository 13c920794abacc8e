"""Vouchers that are sold at the checkout: what is printed, and what it says of one that is taken back."""

from __future__ import annotations

from PySide6.QtCore import Qt

from kiosk.demo.checkout.printing_states import has_printers
from kiosk.demo.checkout.stage import Stage
from kiosk.demo.checkout.states import STATES
from kiosk.domain.documents.blocks import AnyBlock, DocumentKind, Keep, Qr
from kiosk.domain.documents.brand import Brand
from kiosk.domain.documents.printers import ReceiptPolicy
from kiosk.domain.texts import LocalText
from kiosk.protocol.rows import BRAND_ID
from kiosk.ui.customer.views import Charging, CustomerView
from kiosk.ui.stations.checkout.voucher_sheet import VoucherSheet
from tests.ui.hands import F8, press
from tests.ui.screen_law import problems
from tests.ui.test_undo_papers import printed
from tests.unit.domain.documents.papers import texts

ENTER, F7 = Qt.Key.Key_Return, Qt.Key.Key_F7


def codes(blocks: tuple[AnyBlock, ...]) -> list[str]:
    """What symbols carry."""
    inner = [part for block in blocks for part in (block.blocks if isinstance(block, Keep) else (block,))]
    return [block.code for block in inner if isinstance(block, Qr)]


def test_a_new_one_has_its_code_on_the_receipt_and_is_taken_back_with_a_paper(stage: Stage) -> None:
    has_printers(stage, ReceiptPolicy.ALWAYS)
    STATES["voucher_sold"](stage)
    (paper,) = printed(stage)
    assert paper.kind is DocumentKind.RECEIPT
    assert paper.drawer
    told = list(texts(paper.blocks))
    assert told[told.index("禮券餘額") + 1] == "NT$1,500"
    (code,) = codes(paper.blocks)
    assert code.startswith("KC1:")
    stage.key(F8)
    stage.clock.move(1_000)
    press(stage, "ask_yes")
    back = printed(stage)[-1]
    assert back.kind is DocumentKind.VOID_RECEIPT
    assert "-NT$1,500" in list(texts(back.blocks))
    assert codes(back.blocks) == []


def test_several_are_sold_in_one_go_each_with_its_own_receipt_and_code(stage: Stage) -> None:
    has_printers(stage, ReceiptPolicy.ALWAYS)
    stage.store.publish("chain/brand", BRAND_ID, Brand(LocalText("店", "店", "Shop"), pages="https://hq.example/p/"))
    seen: list[CustomerView] = []
    stage.checkout.customer_sees.connect(seen.append)
    STATES["voucher_sell"](stage)  # 1,500 each
    stage.key(F7)
    press(stage, "voucher_many")
    assert problems(stage.window) == []
    asked = seen[-1]
    assert isinstance(asked, Charging)
    assert (asked.amount, asked.name.en[:4]) == (4500_00, "3 × ")
    stage.key(ENTER)
    charges = stage.api.recent_charges(3)
    sheet = stage.window.overlay.sheet
    assert isinstance(sheet, VoucherSheet)
    assert "NT$4,500" in sheet.said.text()
    assert all(one.receipt in sheet.said.text() for one in (charges[0], charges[-1]))
    papers = printed(stage)
    made = [codes(paper.blocks)[0] for paper in papers]
    assert len(set(made)) == 3
    assert all(code.startswith("HTTPS://HQ.EXAMPLE/G/KC1:") for code in made)  # to the page of what is on it
    stage.scan(made[0])  # a till reads it as the code alone
    assert "NT$1,500" in stage.window.overlay.sheet.known.text()  # type: ignore[union-attr]
    press(stage, "voucher_other")
    assert [(one.value, one.left) for one in charges] == [(1500_00, 1500_00)] * 3
    assert problems(stage.window) == []
    stage.type("700")
    stage.key(ENTER)  # how many is asked anew each time
    assert [one.value for one in stage.api.recent_charges(2)] == [700_00, 1500_00]


def test_without_paper_they_are_sold_one_by_one(stage: Stage) -> None:
    STATES["voucher_sell"](stage)
    stage.key(F7)
    stage.key(ENTER)
    assert len(stage.api.recent_charges(5)) == 1
