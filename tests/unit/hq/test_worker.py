"""A thread of HQ's own: woken by what it heeds, never ended by a fault, ended when it is told to."""

from __future__ import annotations

import threading

import pytest

from kiosk.hq.headquarters import Headquarters
from kiosk.hq.worker import Worker


class Counting(Worker):
    """Says when it had its turn, and does then as it is told."""

    def __init__(self, hq: Headquarters, *does: int | bool | Exception | None) -> None:
        self._does = list(does)
        self.turns = 0
        self.idle = threading.Event()
        super().__init__(hq.context, thread="counting")

    def heeds(self, topics: frozenset[str]) -> bool:
        return "mine" in topics

    def once(self) -> int | bool | None:
        self.turns += 1
        found = self._does.pop(0) if self._does else None
        if isinstance(found, Exception):
            raise found
        if not self._does:
            self.idle.set()
        return found


def touched(hq: Headquarters, topic: str) -> None:
    with hq.database.write() as tx:
        tx.touch(topic)


def test_it_goes_on_after_a_fault_is_woken_and_ends(hq: Headquarters, allowed_warnings: list[str]) -> None:
    allowed_warnings.append("counting")
    worker = Counting(hq, True, 0, ValueError("a fault"), None)
    thread = threading.Thread(target=worker.run)
    thread.start()
    while not worker.idle.is_set():
        touched(hq, "mine")  # without this a fault would be waited out
    worker.idle.clear()
    before = worker.turns
    assert before >= 4
    touched(hq, "mine")
    assert worker.idle.wait(60)
    assert worker.turns > before
    worker.end()
    thread.join(60)
    assert not thread.is_alive()


@pytest.mark.parametrize(("topic", "wakes"), [("mine", True), ("others", False)])
def test_only_what_it_heeds_wakes_it(hq: Headquarters, topic: str, wakes: bool) -> None:
    worker = Counting(hq)
    touched(hq, topic)
    assert worker._news.is_set() is wakes
