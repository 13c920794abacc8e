"""A receipt that a phone opens: queued at a till like any paper, kept by HQ, at once or when HQ is back."""

from __future__ import annotations

from dataclasses import replace

import pytest
import requests

from kiosk.adapters.printing.devices import PAGES, PrinterDevices
from kiosk.adapters.sync.client import HqClient
from kiosk.adapters.sync.pages import HqPages
from kiosk.application.documents.outcomes import Queued
from kiosk.application.documents.spool import LedgerQueue
from kiosk.application.service import CheckoutService
from kiosk.demo.documents import example
from kiosk.domain.documents.blocks import Document, DocumentKind
from kiosk.domain.documents.jobs import JobState
from kiosk.domain.documents.paper import ROLL_80
from kiosk.domain.documents.printers import Language, Printer, PrintSetup, Reached, Sent, Trouble
from tests.integration.terminal.local_hq import LocalHq
from tests.shared.printing.painter import PatternPainter
from tests.shared.printing_till import HandSpool
from tests.shared.till import CLERK
from tests.simulation.world import SimTerminal

PHONES = Printer("p-9", "Phones", Language.PAGE, PAGES, ROLL_80.name)
COUNTER = Printer("p-1", "Counter", Language.ESCPOS, "tcp://127.0.0.1:9", ROLL_80.name)


class Desk:
    """A till with a page for phones among its printers."""

    def __init__(self, till: SimTerminal, hq: LocalHq) -> None:
        context = replace(till.context, spool=HandSpool())
        self.service, self.queue = CheckoutService(context), LedgerQueue(context)
        self.ledger = till.ledger
        self.service.set_up_printing(PrintSetup((COUNTER, PHONES)), "s-1")
        pages = HqPages(lambda: HqClient(hq.transport()), lambda: till.client.token)
        self.device = PrinterDevices(PatternPainter(), pages=pages).open(PHONES)

    def hand_over(self, document: Document) -> Queued:
        done = self.service.queue_document(document, CLERK, printer=PHONES.id, about="txn-1")
        assert isinstance(done, Queued)
        return done

    def send(self) -> Sent:
        """One job, as the spooler does."""
        work = self.queue.next({PHONES.id: 0})
        assert work is not None
        assert work.document is not None
        data = self.device.render(work.document)
        sent = self.device.send(data, lambda: self.queue.starting(work, PHONES.id, 0))
        self.queue.settle(work, PHONES.id, 0, sent)
        return sent

    def state(self, job: str) -> JobState:
        found = self.ledger.run(lambda tx: tx.print_job(job))
        assert found is not None
        return found.state


@pytest.fixture
def desk(till: SimTerminal, hq: LocalHq) -> Desk:
    return Desk(till, hq)


def test_the_phone_opens_what_the_till_handed_over(desk: Desk, hq: LocalHq) -> None:
    one = desk.hand_over(example(DocumentKind.RECEIPT, "en"))
    assert len(one.page) == 32
    assert desk.device.status() is None
    assert desk.send() == Sent(Reached.PRINTED)
    assert desk.state(one.job) is JobState.PRINTED

    answer = requests.get(f"{hq.url}/p/{one.page}", timeout=10)
    assert answer.status_code == 200
    assert 'lang="en"' in answer.text
    assert requests.get(f"{hq.url}/p/{'0' * 32}", timeout=10).status_code == 404


def test_while_hq_is_away_the_page_waits_and_comes_later(desk: Desk, hq: LocalHq, till: SimTerminal) -> None:
    one = desk.hand_over(example(DocumentKind.RECEIPT, "zh_TW"))
    token, till.client.token = till.client.token, None
    assert desk.device.status() is Trouble.UNREACHABLE
    assert desk.send() == Sent(Reached.NOTHING, Trouble.UNREACHABLE)
    assert desk.state(one.job) is JobState.QUEUED
    till.client.token = token
    assert desk.send() == Sent(Reached.PRINTED)
    assert requests.get(f"{hq.url}/p/{one.page}", timeout=10).status_code == 200


def test_a_page_makes_no_copy_of_the_paper_nor_is_one(desk: Desk) -> None:
    receipt = example(DocumentKind.RECEIPT, "en")
    pages = [desk.hand_over(receipt) for _ in range(2)]
    paper = desk.service.queue_document(receipt, CLERK, about="txn-1", printer=COUNTER.id)
    assert isinstance(paper, Queued)
    assert [one.copy for one in (*pages, paper)] == [0, 0, 0]
    assert paper.page == ""
    assert len({one.page for one in pages}) == 2


def test_facts_do_not_tell_the_pages_name(desk: Desk, till: SimTerminal) -> None:
    one = desk.hand_over(example(DocumentKind.RECEIPT, "en"))
    raw = b"".join(raw for _, raw, _ in till.ledger.run(lambda tx: tx.facts_after(tx.identity().epoch, 0, 10_000)))  # type: ignore[union-attr]
    assert one.page.encode() not in raw
