"""Vouchers that are sold at the checkout: what is printed, and what it says of one that is taken back."""

from __future__ import annotations

from kiosk.demo.checkout.printing_states import has_printers
from kiosk.demo.checkout.stage import Stage
from kiosk.demo.checkout.states import STATES
from kiosk.domain.documents.blocks import AnyBlock, DocumentKind, Keep, Qr
from kiosk.domain.documents.printers import ReceiptPolicy
from tests.ui.hands import F8, press
from tests.ui.test_undo_papers import printed
from tests.unit.domain.documents.papers import texts


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
