"""Documents in the queue: what goes where, which one is a copy, what a person may say about it."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.application.documents.outcomes import NotPrinted, Queued, WhyNot
from kiosk.application.documents.setup import SETUP as KEY
from kiosk.application.ports.printing import NotQueued, PrinterState, Work
from kiosk.domain.documents.blocks import DocumentKind, Text
from kiosk.domain.documents.copies import CopyWords
from kiosk.domain.documents.jobs import JobState
from kiosk.domain.documents.printers import PrintSetup, Reached, Sent, Trouble
from tests.shared.printing_till import LABELS, SETUP, PrintingTill, paper
from tests.shared.till import CLERK, MANAGER

HOUR = 3_600_000


def queued(till: PrintingTill, about: str = "", **more: Any) -> Queued:
    done = till.service.queue_document(paper(), CLERK, about=about, **more)
    assert isinstance(done, Queued)
    return done


def next_work(till: PrintingTill, printer: str = "p-1", since: int = 0) -> Work:
    work = till.queue.next({printer: since})
    assert work is not None
    return work


def prints(till: PrintingTill, reached: Reached = Reached.PRINTED, printer: str = "p-1") -> Work:
    """The spooler takes the next job as far as that."""
    work = next_work(till)
    till.queue.starting(work, printer, 1)
    till.queue.settle(work, printer, 1, Sent(reached, Trouble.PAPER_OUT if reached is Reached.PART else None))
    return work


def state(till: PrintingTill, job: str) -> JobState:
    found = till.ledger.run(lambda tx: tx.print_job(job))
    assert found is not None
    return found.state


def test_a_document_waits_for_its_printer_and_the_spooler_is_told(till: PrintingTill) -> None:
    one = queued(till, "x1")
    assert (one.printer, one.copy, one.trouble) == ("Counter", 0, None)
    assert till.spool.woken == 1
    work = next_work(till)
    assert (work.job, work.document) == (one.job, paper())
    fact = till.facts("document.queued")[0]
    assert fact.actor == CLERK.id
    # ids, and nothing of what stands on the paper
    assert dict(fact.body) == {
        "job": one.job, "document": "receipt", "printer": "p-1", "language": "en", "about": "x1"
    }  # fmt: skip


def test_where_no_printer_suits_it_is_said(till: PrintingTill) -> None:
    assert till.service.queue_document(paper(kind=DocumentKind.RULES_POSTER), CLERK) == NotPrinted(WhyNot.NO_PRINTER)
    assert till.facts("document.queued") == []


def test_another_printer_may_be_named(till: PrintingTill) -> None:
    assert queued(till, printer="p-2").printer == "Office"


def test_its_printer_is_in_trouble(till: PrintingTill) -> None:
    till.spool.state["p-1"] = PrinterState(Trouble.PAPER_OUT)
    assert queued(till).trouble is Trouble.PAPER_OUT


def test_a_second_one_about_the_same_is_a_copy_that_says_so(till: PrintingTill) -> None:
    queued(till, "x1")
    prints(till)
    again = queued(till, "x1", copy_words=CopyWords("zh_TW", "", "副本 {n}", "副本"))
    assert again.copy == 1
    first, *_ = next_work(till).document.blocks
    assert isinstance(first, Text)
    assert (first.text, first.inverse) == ("副本 1", True)
    assert queued(till, "x1").copy == 2
    assert queued(till, "x2").copy == 0
    assert queued(till, "").copy == queued(till, "").copy == 0
    assert dict(till.facts("document.queued")[1].body)["copy"] == 1


def test_what_was_withdrawn_before_it_left_makes_no_copy_of_the_next(till: PrintingTill) -> None:
    assert till.service.withdraw_job(queued(till, "x1").job, CLERK)
    assert queued(till, "x1").copy == 0


def test_what_was_withdrawn_after_a_part_left_does(till: PrintingTill) -> None:
    job = queued(till, "x1").job
    prints(till, Reached.PART)
    assert till.service.withdraw_job(job, CLERK)
    assert dict(till.facts("document.told")[0].body) == {"job": job, "came_out": False}
    assert queued(till, "x1").copy == 1


@pytest.mark.parametrize(
    ("reached", "to"),
    [
        (Reached.NOTHING, JobState.QUEUED),
        (Reached.PART, JobState.UNKNOWN),
        (Reached.ALL, JobState.TAKEN),
        (Reached.PRINTED, JobState.PRINTED),
    ],
)
def test_what_becomes_of_it(till: PrintingTill, reached: Reached, to: JobState) -> None:
    job = queued(till).job
    prints(till, reached)
    assert state(till, job) is to
    if to is not JobState.QUEUED:
        assert till.queue.next({"p-1": 0}) is None


def test_two_printers_do_not_take_the_same_job(till: PrintingTill) -> None:
    queued(till)
    mine, theirs = next_work(till), till.queue.next({"p-1": 0})
    assert mine == theirs
    till.queue.starting(mine, "p-1", 1)
    with pytest.raises(NotQueued):
        till.queue.starting(mine, "p-2", 1)
    assert len(till.facts("document.sent")) == 1


def test_what_was_on_its_way_at_the_end_is_asked_about_at_the_start(till: PrintingTill) -> None:
    job = queued(till, "x1").job
    till.queue.starting(next_work(till), "p-1", 1)
    till.queue.recover()
    assert state(till, job) is JobState.UNKNOWN
    assert till.queue.next({"p-1": 0}) is None
    desk = till.service.print_desk()
    assert [(one.job, one.asked) for one in desk.asked] == [(job, True)]
    assert desk.words_wanted == 1
    till.queue.recover()
    assert len(till.facts("document.unknown")) == 1


def test_it_came_out(till: PrintingTill) -> None:
    job = queued(till).job
    prints(till, Reached.PART)
    assert till.service.came_out(job, CLERK)
    assert state(till, job) is JobState.CAME_OUT
    assert not till.service.came_out(job, CLERK)
    assert isinstance(till.service.print_again(job, CLERK), NotPrinted)
    assert till.service.print_desk().asked == ()


def test_what_stands_on_a_paper_is_shown_while_it_is_kept(till: PrintingTill) -> None:
    first = queued(till, "x1").job
    shown = till.service.paper_of(first)
    assert shown is not None
    assert (shown.document, shown.paper.name) == (paper(), SETUP.printers[0].paper)
    # of a copy with its marks
    copy = till.service.paper_of(queued(till, "x1", copy_words=CopyWords("en", "", "Copy {n}", "Copy")).job)
    assert copy is not None
    assert copy.document != paper()
    # the printer is not there any more
    till.service.set_up_printing(PrintSetup(), MANAGER.id)
    shown = till.service.paper_of(first)
    assert shown is not None
    assert shown.paper.name == "80 mm"
    till.ledger.run(lambda tx: tx.forget_document(first))
    assert till.service.paper_of(first) is None
    assert till.service.paper_of("nobody's") is None


def test_print_again_is_a_copy_and_ends_the_one_before(till: PrintingTill) -> None:
    job = queued(till, "x1").job
    prints(till, Reached.PART)
    again = till.service.print_again(job, CLERK, copy_words=CopyWords("en", "", "Copy {n}", "Copy"))
    assert isinstance(again, Queued)
    assert again.copy == 1
    assert state(till, job) is JobState.REPLACED
    assert till.service.print_again(job, CLERK) == NotPrinted(WhyNot.OVER)
    # of a copy too, which is marked once
    prints(till, Reached.PART)
    third = till.service.print_again(again.job, CLERK)
    assert isinstance(third, Queued)
    assert third.copy == 2
    assert [one.text for one in next_work(till).document.blocks if isinstance(one, Text)] == [
        "Copy 2", "Receipt 7", "Copy 2",
    ]  # fmt: skip
    prints(till)
    # of a test page too, which is about nothing
    other = queued(till).job
    prints(till, Reached.PART)
    second = till.service.print_again(other, CLERK)
    assert isinstance(second, Queued)
    assert second.copy == 1


def test_what_cannot_be_read_is_passed_over_and_asked_about(till: PrintingTill) -> None:
    bad, good = queued(till).job, queued(till).job
    till.ledger.run(lambda tx: tx.forget_documents(0))
    till.ledger.run(lambda tx: _spoil(tx, bad))
    assert next_work(till).job == good
    assert state(till, bad) is JobState.FAILED
    assert till.service.try_again(bad, CLERK)
    assert state(till, bad) is JobState.QUEUED
    assert not till.service.try_again(bad, CLERK)


def _spoil(tx: Any, job: str) -> None:
    tx._connection.execute("UPDATE print_content SET document = ? WHERE job = ?", (b"{", job))


def test_old_ones_are_offered_not_printed(till: PrintingTill) -> None:
    old = [queued(till).job for _ in range(3)]
    till.clock.advance(2 * HOUR)
    new = queued(till).job
    since = till.context.now_ms() - HOUR
    till.spool.state["p-1"] = PrinterState(oldest_ms=since)
    assert next_work(till, since=since).job == new
    view = till.service.print_desk().printers[0]
    assert (view.waiting, view.old, view.old_before_ms) == (4, 3, since)
    assert [one.old for one in till.service.print_desk().jobs] == [False, True, True, True]
    assert till.service.print_desk().words_wanted == 1
    assert till.service.print_old("p-1", since, CLERK) == 3
    # in the order in which they were wanted
    assert next_work(till, since=since).job == old[0]
    assert till.service.print_old("p-1", since, CLERK) == 0
    assert len(till.facts("document.released")) == 1


def test_old_ones_may_all_be_withdrawn(till: PrintingTill) -> None:
    old = [queued(till).job for _ in range(3)]
    till.clock.advance(2 * HOUR)
    new = queued(till).job
    assert till.service.withdraw_old("p-1", till.context.now_ms() - HOUR, CLERK) == 3
    assert {state(till, job) for job in old} == {JobState.WITHDRAWN}
    assert next_work(till).job == new
    assert till.service.withdraw_old("p-2", till.context.now_ms(), CLERK) == 0


def test_while_a_printer_is_in_trouble_its_jobs_grow_old(till: PrintingTill) -> None:
    queued(till)
    till.spool.state["p-1"] = PrinterState(Trouble.UNREACHABLE, stands_in="p-2")
    assert till.service.print_desk().printers[0].old == 0
    till.clock.advance(31 * 60_000)
    view = till.service.print_desk().printers[0]
    assert (view.old, view.stands_in) == (1, "Office")


def test_what_stood_on_the_paper_goes_a_day_after(till: PrintingTill) -> None:
    done, waits = queued(till).job, queued(till).job
    prints(till)
    till.clock.advance(23 * HOUR)
    till.queue.forget()
    assert till.ledger.run(lambda tx: tx.kept_document(done)) is not None
    till.clock.advance(2 * HOUR)
    till.queue.forget()
    assert till.ledger.run(lambda tx: tx.kept_document(done)) is None
    assert till.ledger.run(lambda tx: tx.kept_document(waits)) is not None


def test_labels_are_counted_as_they_go(till: PrintingTill) -> None:
    till.service.queue_document(paper(kind=DocumentKind.BADGE), CLERK)
    work = next_work(till, "p-3")
    till.queue.starting(work, "p-3", 3)
    assert till.service.print_setup().printers[2].labels == 27
    till.queue.settle(work, "p-3", 3, Sent(Reached.NOTHING, Trouble.UNREACHABLE))
    assert till.service.print_setup().printers[2].labels == 30
    till.service.new_roll("p-3", 2, CLERK)
    assert till.spool.rolls == ["p-3"]
    till.queue.starting(work, "p-3", 3)
    view = till.service.print_desk().printers[2]
    assert (view.printer.labels, view.few_labels) == (0, True)
    till.service.new_roll("p-3", None, CLERK)
    assert not till.service.print_desk().printers[2].few_labels
    told = [dict(fact.body) for fact in till.facts("setting.changed") if fact.body["setting"] == "labels"]
    assert told == [
        {"setting": "labels", "printer": "p-3", "before": 30, "after": 2},
        {"setting": "labels", "printer": "p-3", "before": 0, "after": None},
    ]


def test_the_set_up_is_journalled_under_who_approved_it_with_what_is_other(till: PrintingTill) -> None:
    before = len(till.facts("setting.changed"))
    till.service.set_up_printing(SETUP, "s-2")
    assert len(till.facts("setting.changed")) == before
    changed = SETUP.__class__(SETUP.printers[:2], {DocumentKind.RECEIPT: "p-2", DocumentKind.BADGE: "p-3"}, 5)
    used = till.service.set_up_printing(changed, "s-2")
    assert used.routes == {DocumentKind.RECEIPT: "p-2"}
    assert till.service.print_setup() == used == till.spool.used[-1]
    fact = till.facts("setting.changed")[-1]
    assert fact.actor == "s-2"
    assert fact.body["printers"] == [{"before": {**_built(LABELS)}, "after": None}]
    assert fact.body["after"] == {"routes": {"receipt": "p-2"}, "stale_minutes": 5}


def _built(printer: Any) -> dict[str, Any]:
    built: dict[str, Any] = msgspec.to_builtins(printer)
    return built


def test_what_waits_at_a_printer_that_goes_is_withdrawn(till: PrintingTill) -> None:
    job = queued(till).job
    till.service.set_up_printing(SETUP.__class__(SETUP.printers[1:]), "s-2")
    assert state(till, job) is JobState.WITHDRAWN


def test_a_set_up_of_a_newer_program_is_left_aside(till: PrintingTill) -> None:
    till.ledger.run(lambda tx: tx.set_meta(KEY, '{"printers": [{"id": "p", "language": "telepathy"}]}'))
    assert till.service.print_setup().printers == ()


def test_a_receipt_names_its_sale(till: PrintingTill) -> None:
    sold = till.buys(None, 100_00)
    queued(till, sold.sale.txn)
    (job,) = till.service.print_desk().jobs
    assert (job.receipt, job.who, job.printer) == (sold.sale.receipt, CLERK.id, "Counter")


STEPS = st.lists(
    st.tuples(st.sampled_from(("queue", "next", "crash", "yes", "again", "withdraw")), st.sampled_from(Reached)),
    max_size=25,
)


@given(STEPS)
def test_whatever_happens_one_paper_alone_is_unmarked(steps: list[tuple[str, Reached]]) -> None:
    """A small world: papers come out as printers have them, programs end in the middle, people say what they like."""
    till, papers = PrintingTill(), []
    try:
        for step, reached in steps:
            asked = till.service.print_desk().asked
            if step == "queue":
                queued(till, "x1")
            elif step in ("next", "crash") and (work := till.queue.next({"p-1": 0})) is not None:
                till.queue.starting(work, "p-1", 1)
                if reached is not Reached.NOTHING:
                    papers.append(work.document)  # the paper may be out, whatever the program gets to know of it
                if step == "crash":
                    till.queue.recover()
                else:
                    till.queue.settle(work, "p-1", 1, Sent(reached))
            elif step == "yes" and asked:
                till.service.came_out(asked[0].job, MANAGER)
            elif step == "again" and asked:
                till.service.print_again(asked[0].job, MANAGER)
            elif step == "withdraw" and (jobs := till.service.print_desk().jobs):
                till.service.withdraw_job(jobs[0].job, MANAGER)
        marks = [block.text for document in papers for block in document.blocks[:1] if isinstance(block, Text)]
        assert len(marks) == len(set(marks)), marks
        assert marks.count("Receipt 7") <= 1
    finally:
        till.close()


@pytest.mark.parametrize("ending", ["printed", "taken", "came_out", "withdrawn"])
def test_of_a_customers_own_card_nothing_is_kept_when_it_is_over(till: PrintingTill, ending: str) -> None:
    card = paper("Dear Ann", DocumentKind.GREETING_CARD)
    job = till.service.queue_document(card, CLERK, printer="p-1")
    assert isinstance(job, Queued)
    assert till.ledger.run(lambda tx: tx.kept_document(job.job)) is not None
    if ending == "withdrawn":
        till.service.withdraw_job(job.job, CLERK)
    else:
        prints(till, {"printed": Reached.PRINTED, "taken": Reached.ALL, "came_out": Reached.PART}[ending])
    if ending == "came_out":
        assert till.ledger.run(lambda tx: tx.kept_document(job.job)) is not None, "it may be wanted again"
        till.service.came_out(job.job, CLERK)

    assert till.ledger.run(lambda tx: tx.kept_document(job.job)) is None
    assert till.service.print_again(job.job, CLERK) == NotPrinted(WhyNot.OVER)
