"""One thread a printer: what waits is printed in order, a dead printer holds nobody else, nothing is doubled."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from msgspec.structs import replace

from kiosk.adapters.printing.spooler import Pauses, Spooler
from kiosk.application.documents.spool import LedgerQueue
from kiosk.application.ports.faults import LedgerFull
from kiosk.application.ports.printing import Work
from kiosk.domain.documents.jobs import JobState
from kiosk.domain.documents.printers import PrintSetup, Sent, Trouble
from tests.shared.printing_till import COUNTER, LABELS, OFFICE, SETUP, PrintingTill, paper
from tests.shared.scripted_devices import HANGS_S, ScriptedDevice, ScriptedDevices
from tests.shared.till import CLERK

QUICK = Pauses(first=0.001, longest=0.004, close=HANGS_S)
ALONE = PrintSetup((replace(COUNTER, fallback=""), OFFICE, LABELS))
HOUR = 3_600_000


@dataclass
class Shop:
    """A till, its spooler and its printers."""

    till: PrintingTill
    devices: ScriptedDevices = field(default_factory=ScriptedDevices)
    queue: LedgerQueue | None = None

    def __post_init__(self) -> None:
        self.changed = threading.Condition()
        self.spooler = Spooler(self.queue or self.till.queue, pauses=QUICK)
        self.spooler.on_change(self.on_change)

    def on_change(self) -> None:
        with self.changed:
            self.changed.notify_all()

    def opens(self, setup: PrintSetup = ALONE) -> Shop:
        self.till.service.set_up_printing(setup, "s-2")
        self.spooler.start(self.devices, self.till.service.print_setup)
        with self.changed:
            assert self.changed.wait_for(lambda: len(self.spooler.states()) == len(setup.printers), HANGS_S)
        return self

    def wants(self, text: str, printer: str = "") -> str:
        job = self.till.wants(text, printer=printer)
        self.spooler.wake()
        return job

    def device(self, printer: str = "p-1") -> ScriptedDevice:
        return self.devices.made[printer]

    def state(self, job: str) -> JobState:
        found = self.till.ledger.run(lambda tx: tx.print_job(job))
        assert found is not None
        return found.state

    def wait(self, job: str, state: JobState) -> None:
        with self.changed:
            assert self.changed.wait_for(lambda: self.state(job) is state, HANGS_S), self.state(job)

    def wait_trouble(self, trouble: Trouble | None, printer: str = "p-1") -> None:
        with self.changed:
            assert self.changed.wait_for(lambda: self.spooler.states()[printer].trouble is trouble, HANGS_S)


@pytest.fixture
def shop() -> Iterator[Shop]:
    till = PrintingTill(threads=True)
    shop = Shop(till)
    yield shop
    shop.spooler.close()
    till.close()


def test_what_waits_is_printed_in_order(shop: Shop) -> None:
    jobs = [shop.till.wants(f"r{n}") for n in range(5)]
    shop.opens()
    assert shop.device().wait(5) == [f"r{n}" for n in range(5)]
    more = shop.wants("r5")
    assert shop.device().wait(6)[-1] == "r5"
    for job in [*jobs, more]:
        shop.wait(job, JobState.PRINTED)


def test_a_dead_printer_holds_nobody_else(shop: Shop) -> None:
    shop.opens()
    shop.device("p-1").gets(Trouble.UNREACHABLE)
    dead = shop.wants("r1")
    shop.wants("r2", "p-2")
    shop.till.service.queue_document(paper("badge", kind=paper().kind), CLERK, printer="p-3")
    shop.spooler.wake()
    assert shop.device("p-2").wait(1) == ["r2"]
    assert shop.device("p-3").wait(1) == ["badge"]
    shop.wait_trouble(Trouble.UNREACHABLE)
    shop.device("p-1").wait_asked()
    shop.device("p-1").gets(None)
    assert shop.device("p-1").wait(1) == ["r1"]
    shop.wait(dead, JobState.PRINTED)
    shop.wait_trouble(None)
    # nothing was said of a job of which nothing left, however often it was tried
    assert len(shop.till.facts("document.sent")) == 3
    assert shop.till.facts("document.failed") == []


def test_one_that_hangs_in_the_middle_holds_nobody_else(shop: Shop) -> None:
    shop.opens()
    shop.device("p-1").hold.clear()
    stuck = shop.wants("r1")
    shop.wait(stuck, JobState.SENT)
    shop.wants("r2", "p-2")
    assert shop.device("p-2").wait(1) == ["r2"]
    shop.device("p-1").hold.set()
    shop.wait(stuck, JobState.PRINTED)


def test_another_stands_in_and_prints_each_job_once(shop: Shop) -> None:
    shop.opens(SETUP)
    shop.device("p-1").gets(Trouble.PAPER_OUT)
    jobs = [shop.wants(f"r{n}") for n in range(4)]
    assert sorted(shop.device("p-2").wait(4)) == [f"r{n}" for n in range(4)]
    for job in jobs:
        shop.wait(job, JobState.PRINTED)
    assert shop.spooler.states()["p-1"].stands_in == "p-2"
    assert {fact.body["printer"] for fact in shop.till.facts("document.sent")} == {"p-2"}
    shop.device("p-1").gets(None)
    shop.wait_trouble(None)
    last = shop.wants("r9")
    shop.wait(last, JobState.PRINTED)
    assert shop.device("p-1").wait(1) == ["r9"]
    assert len(shop.device("p-2").papers) == 4


def test_old_jobs_are_offered_when_the_printer_comes_back(shop: Shop) -> None:
    shop.opens()
    shop.device().gets(Trouble.UNREACHABLE)
    old = shop.wants("old")
    shop.wait_trouble(Trouble.UNREACHABLE)
    shop.till.clock.advance(HOUR)
    new = shop.wants("new")
    shop.device().gets(None)
    shop.wait(new, JobState.PRINTED)
    assert shop.device().papers == ["new"]
    assert shop.state(old) is JobState.QUEUED
    view = shop.till.service.print_desk()
    assert view.printers  # the till's own spool is worked by hand: what is old is asked of this one
    before = shop.spooler.states()["p-1"].oldest_ms
    shop.till.service.print_old("p-1", before, CLERK)
    shop.spooler.wake()
    shop.wait(old, JobState.PRINTED)


def test_a_long_list_at_a_printer_that_works_does_not_grow_old(shop: Shop) -> None:
    shop.opens()
    shop.device().hold.clear()
    jobs = [shop.wants(f"r{n}") for n in range(3)]
    shop.wait(jobs[0], JobState.SENT)
    shop.till.clock.advance(HOUR)
    shop.device().hold.set()
    assert shop.device().wait(3) == ["r0", "r1", "r2"]


def test_five_thousand_old_jobs_hold_nothing_up(shop: Shop) -> None:
    def old(tx: object) -> None:
        for n in range(5_000):
            body = {"job": f"{n:012x}", "document": "receipt", "printer": "p-1", "language": "en"}
            tx.append("document.queued", "s-1", body)  # type: ignore[attr-defined]

    shop.till.ledger.run(old)
    shop.till.clock.advance(HOUR)
    shop.opens()
    new = shop.wants("new")
    shop.wait(new, JobState.PRINTED)
    assert shop.device().papers == ["new"]
    oldest = shop.spooler.states()["p-1"].oldest_ms
    waiting = shop.till.ledger.run(lambda tx: tx.waiting_jobs({"p-1": oldest}))
    assert waiting["p-1"].count == 5_000


def test_what_was_on_its_way_when_the_program_ended_is_not_sent_again(shop: Shop) -> None:
    lost, waits = shop.till.wants("lost"), shop.till.wants("waits")
    work = shop.till.queue.next({"p-1": 0})
    assert work is not None
    shop.till.queue.starting(work, "p-1", 1)
    shop.opens()
    shop.wait(waits, JobState.PRINTED)
    assert shop.state(lost) is JobState.UNKNOWN
    assert shop.device().papers == ["waits"]


def test_dropped_in_the_middle_asks_and_goes_on(shop: Shop) -> None:
    shop.opens()
    shop.device().drops = 3
    jobs = [shop.wants(f"r{n}") for n in range(9)]
    assert shop.device().wait(9) == [f"r{n}" for n in range(9)]
    for n, job in enumerate(jobs, 1):
        shop.wait(job, JobState.UNKNOWN if n % 3 == 0 else JobState.PRINTED)


def test_what_cannot_be_rendered_is_passed_over(shop: Shop, allowed_warnings: list[str]) -> None:
    allowed_warnings.append("cannot be brought into its language")
    shop.opens()
    shop.device().unrenderable = {"bad"}
    bad, good = shop.wants("bad"), shop.wants("good")
    shop.wait(good, JobState.PRINTED)
    assert shop.state(bad) is JobState.FAILED


def test_a_withdrawn_job_is_not_sent(shop: Shop) -> None:
    shop.opens()
    shop.device().gets(Trouble.COVER_OPEN)
    job, other = shop.wants("no"), shop.wants("yes")
    shop.wait_trouble(Trouble.COVER_OPEN)
    assert shop.till.service.withdraw_job(job, CLERK)
    shop.device().gets(None)
    shop.wait(other, JobState.PRINTED)
    assert shop.device().papers == ["yes"]


def test_it_ends_promptly_in_the_middle_of_a_job(shop: Shop) -> None:
    shop.opens()
    shop.device().hold.clear()
    job = shop.wants("r1")
    shop.wait(job, JobState.SENT)
    shop.spooler.close()
    assert not any(thread.name.startswith("printer ") for thread in threading.enumerate())
    assert shop.state(job) is JobState.UNKNOWN
    shop.spooler.close()


def test_printers_come_go_and_change_while_it_runs(shop: Shop) -> None:
    shop.opens(PrintSetup((OFFICE,)))
    kept = shop.device("p-2")
    setup = PrintSetup((replace(OFFICE, name="Back office"), replace(COUNTER, address="?")))
    shop.till.service.set_up_printing(setup, "s-2")
    shop.spooler.use(setup)
    assert shop.device("p-2") is kept
    job = shop.wants("r1", "p-1")
    shop.wait_trouble(Trouble.UNREACHABLE)
    moved = PrintSetup((COUNTER,))
    shop.spooler.use(moved)
    shop.wait(job, JobState.PRINTED)
    assert set(shop.spooler.states()) == {"p-1"}


def test_a_roll_may_be_another_after_paper_out(shop: Shop) -> None:
    shop.opens()
    shop.device("p-3").gets(Trouble.PAPER_OUT)
    shop.wants("badge", "p-3")
    shop.wait_trouble(Trouble.PAPER_OUT, "p-3")
    shop.device("p-3").gets(None)
    shop.wait_trouble(None, "p-3")
    assert shop.spooler.states()["p-3"].new_roll
    shop.spooler.same_roll("p-3")
    assert not shop.spooler.states()["p-3"].new_roll


class FullDisk(LedgerQueue):
    """The disk is full from time to time."""

    def __init__(self, till: PrintingTill) -> None:
        super().__init__(till.context)
        self.full_at = {"starting", "settle"}

    def starting(self, work: Work, printer: str, pieces: int) -> None:
        self._maybe("starting")
        super().starting(work, printer, pieces)

    def settle(self, work: Work, printer: str, pieces: int, sent: Sent) -> None:
        self._maybe("settle")
        super().settle(work, printer, pieces, sent)

    def _maybe(self, step: str) -> None:
        if step in self.full_at:
            self.full_at.discard(step)
            raise LedgerFull("no space")


def test_a_full_disk_prints_nothing_twice(allowed_warnings: list[str]) -> None:
    allowed_warnings.append("cannot be written: no space")
    till = PrintingTill(threads=True)
    shop = Shop(till, queue=FullDisk(till)).opens()
    try:
        job, other = shop.wants("r1"), shop.wants("r2")
        shop.wait(job, JobState.PRINTED)
        shop.wait(other, JobState.PRINTED)
        assert shop.device().papers == ["r1", "r2"]
        assert len(till.facts("document.sent")) == 2
    finally:
        shop.spooler.close()
        till.close()
