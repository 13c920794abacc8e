"""Papers of what was undone come out by themselves where receipts do."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt

from kiosk.application.documents import contents
from kiosk.demo.checkout.printing_states import has_printers
from kiosk.demo.checkout.stage import Stage
from kiosk.demo.checkout.states import STATES
from kiosk.domain.documents.blocks import Document, DocumentKind
from kiosk.domain.documents.printers import ReceiptPolicy
from tests.ui.hands import ENTER, sales
from tests.ui.test_returns import PLAIN, open_part
from tests.unit.domain.documents.papers import texts

F4 = Qt.Key.Key_F4


def printed(stage: Stage) -> list[Document]:
    """What was to be printed, oldest first."""
    run = stage.store.ledger.run
    kept = [run(partial(lambda tx, job: tx.kept_document(job), job=one.job)) for one in stage.api.print_desk().jobs]
    return [contents.read(one).document for one in reversed(kept) if one is not None]


def test_goods_that_come_back_have_a_paper_each_time_and_none_is_a_copy(stage: Stage) -> None:
    stage.sign_in()
    has_printers(stage, ReceiptPolicy.ALWAYS)
    for amount in ("20", "10"):
        open_part(stage)
        stage.type(amount)
        stage.key(ENTER)
    first, second = printed(stage)
    assert first.kind is second.kind is DocumentKind.RETURN_RECEIPT
    told = list(texts(second.blocks))
    for word in ("退款", "NT$10", "先前已退", "-NT$20", "退後實付", "NT$869", "顧客簽名"):
        assert word in told
    assert not [word for word in told if "補印" in word]


def test_a_void_has_a_paper_that_says_why_and_the_next_one_is_a_copy(stage: Stage) -> None:
    stage.sign_in()
    has_printers(stage, ReceiptPolicy.ALWAYS)
    open_part(stage)
    stage.key(F4)
    stage.type("1")
    stage.key(ENTER)
    (paper,) = printed(stage)
    assert paper.kind is DocumentKind.VOID_RECEIPT
    told = list(texts(paper.blocks))
    assert "顧客改變主意" in told or "原因" in told
    assert any("撤銷" in word for word in told)
    stage.checkout.receipts.print_sale(sales(stage)[PLAIN])
    stage.settle()
    assert [one.copy for one in stage.api.print_desk().jobs] == [1, 0]


def test_where_receipts_are_printed_when_asked_for_nothing_comes_by_itself(stage: Stage) -> None:
    stage.sign_in()
    has_printers(stage, ReceiptPolicy.ASKED)
    open_part(stage)
    stage.type("20")
    stage.key(ENTER)
    assert printed(stage) == []
    stage.checkout.receipts.print_sale(sales(stage)[PLAIN])
    stage.settle()
    (again,) = printed(stage)
    told = list(texts(again.blocks))
    assert told[told.index("退貨") + 1] == "-NT$20", "a receipt says what came back"


def test_what_goes_back_on_a_voucher_is_said_on_paper_and_is_no_money(stage: Stage) -> None:
    has_printers(stage, ReceiptPolicy.ALWAYS)
    STATES["voucher_back"](stage)
    paper = printed(stage)[-1]
    assert paper.kind is DocumentKind.VOID_RECEIPT
    told = list(texts(paper.blocks))
    paid = stage.checkout.flow.redemption
    assert paid is not None
    onto, due = (stage.i18n.money(minor) for minor in (180_00, paid.sale.due))
    assert told[told.index("退回禮券") + 1] == onto
    assert told[told.index("退還現款") + 1] == due
