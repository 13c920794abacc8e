"""The one place where threads meet the screen.

Everything that touches the database only runs on one thread, in the order in which it was asked for. What waits for HQ
as well has a second thread, so that a search or a PIN never waits for the network: the ledger does one transaction
after the other, whoever asks. Results come back on the GUI thread. They come to *bound methods of QObjects* only: a
lambda or partial connected to a worker's signal runs on the worker's thread even with QueuedConnection, and a method of
a dead object must not run at all.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass
from queue import SimpleQueue
from typing import Any, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, QThread, Signal, Slot

T = TypeVar("T")
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Task:
    work: Callable[[], Any]
    on_done: Callable[[Any], None] | None
    on_fault: Callable[[Exception], None] | None


@dataclass(frozen=True, slots=True)
class _Answer:
    task: _Task
    result: Any = None
    fault: Exception | None = None


class _Executor:
    """One thread and its queue. `answered` is called on that thread, with the one answer in a list, to be taken out."""

    def __init__(self, name: str, answered: Callable[[list[_Answer]], None]) -> None:
        self._queue: SimpleQueue[_Task | None] = SimpleQueue()
        self._answered = answered
        self._thread = threading.Thread(target=self._serve, name=name, daemon=True)
        self._thread.start()

    def put(self, task: _Task) -> None:
        """In its turn."""
        self._queue.put(task)

    def close(self) -> None:
        """Do what was put, then end the thread. Safe to call twice."""
        self._queue.put(None)
        self._thread.join()

    def _serve(self) -> None:
        while (task := self._queue.get()) is not None:
            try:
                answer = [_Answer(task, result=task.work())]
            except Exception as fault:  # noqa: BLE001  (any fault goes to the screen's one route for faults)
                answer = [_Answer(task, fault=fault)]
            # what it was for may be a page that is gone by now, of somebody who has left: nothing of it ends on this
            # thread, or is held by it once the answer is taken
            del task
            self._answered(answer)
            del answer


class TaskRunner(QObject):
    """Runs work on the database's thread, or on the one that may wait for HQ. Live in the GUI thread, one for the
    program; `close()` at the end.

    Signals:
        faulted(Exception): work failed and its caller gave no `on_fault`.
        idle(): nothing is waiting or running any more.
    """

    faulted = Signal(object)
    idle = Signal()
    _answered = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pending = 0
        self._closed = False
        self._answered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._database = _Executor("database", self._answered.emit)
        self._hq = _Executor("hq", self._answered.emit)

    @property
    def pending(self) -> int:
        """How many tasks were asked for and not answered yet."""
        return self._pending

    def run(
        self,
        work: Callable[[], T],
        on_done: Callable[[T], None] | None = None,
        on_fault: Callable[[Exception], None] | None = None,
    ) -> None:
        """Do `work` on the database's thread, then call `on_done(result)` or `on_fault(exception)` on the GUI thread.

        Both must be bound methods of a QObject (TypeError otherwise); they are left out when the object is gone.
        Call from the GUI thread only. After `close()` work is dropped.
        """
        self._begin(self._database, work, on_done, on_fault)

    def ask_hq(
        self,
        work: Callable[[], T],
        on_done: Callable[[T], None] | None = None,
        on_fault: Callable[[Exception], None] | None = None,
    ) -> None:
        """The same for work that may wait for HQ's answer."""
        self._begin(self._hq, work, on_done, on_fault)

    def _begin(
        self,
        executor: _Executor,
        work: Callable[[], Any],
        on_done: Callable[[Any], None] | None,
        on_fault: Callable[[Exception], None] | None,
    ) -> None:
        for callback in (on_done, on_fault):
            if callback is not None and not isinstance(getattr(callback, "__self__", None), QObject):
                raise TypeError(f"{callback!r} is not a bound method of a QObject")
        if QThread.currentThread() is not self.thread():
            raise RuntimeError("TaskRunner.run must be called on the GUI thread")
        if self._closed:
            return
        self._pending += 1
        executor.put(_Task(work, on_done, on_fault))

    def close(self) -> None:
        """Finish what was asked for, then end the threads. Answers still under way are not delivered any more."""
        self._closed = True
        for executor in (self._database, self._hq):
            executor.close()

    @Slot(object)
    def _deliver(self, taken: list[_Answer]) -> None:
        self._pending -= 1
        answer = taken.pop()
        task = answer.task
        if not self._closed:
            if answer.fault is not None:
                self._deliver_fault(task, answer.fault)
            elif task.on_done is not None and _alive(task.on_done):
                task.on_done(answer.result)
        if self._pending == 0:
            self.idle.emit()

    def _deliver_fault(self, task: _Task, fault: Exception) -> None:
        log.info("a task failed: %s", type(fault).__name__, exc_info=fault)
        if task.on_fault is None:
            self.faulted.emit(fault)
        elif _alive(task.on_fault):
            task.on_fault(fault)


def _alive(callback: Callable[..., None]) -> bool:
    return bool(shiboken6.isValid(callback.__self__))  # type: ignore[attr-defined]  # checked in run()
