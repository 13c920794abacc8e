"""The one place where threads meet the screen."""

from __future__ import annotations

import gc
import sys
import threading
from collections.abc import Iterator
from functools import partial

import pytest
import shiboken6
from PySide6.QtCore import QObject, QThread, Signal
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.ui.tasks import TaskRunner


class Receiver(QObject):
    """Remembers what arrived, and on which thread."""

    arrived = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.results: list[object] = []
        self.faults: list[Exception] = []
        self.count = 0

    def done(self, result: object) -> None:
        assert QThread.currentThread() is self.thread()
        self.results.append(result)
        self.arrived.emit()

    def counted(self, result: object) -> None:
        self.count += 1

    def failed(self, fault: Exception) -> None:
        assert QThread.currentThread() is self.thread()
        self.faults.append(fault)
        self.arrived.emit()


@pytest.fixture
def tasks(qapp: QApplication) -> Iterator[TaskRunner]:
    runner = TaskRunner()
    yield runner
    runner.close()


def settle(tasks: TaskRunner) -> None:
    while tasks.pending:
        QApplication.processEvents()


def boom() -> None:
    raise OSError(28, "No space left on device")


def test_results_come_in_order_on_the_gui_thread(tasks: TaskRunner) -> None:
    receiver, threads = Receiver(), set()

    def work(number: int) -> int:
        threads.add(threading.current_thread().name)
        return number

    for number in range(200):
        tasks.run(partial(work, number), receiver.done)
    settle(tasks)
    assert receiver.results == list(range(200))
    assert threads == {"database"}


def test_faults_go_to_their_caller_or_to_everybody(tasks: TaskRunner, qtbot: QtBot) -> None:
    receiver = Receiver()
    tasks.run(boom, receiver.done, receiver.failed)
    settle(tasks)
    assert [type(fault) for fault in receiver.faults] == [OSError]
    with qtbot.waitSignal(tasks.faulted) as caught:
        tasks.run(boom, receiver.done)
    assert isinstance(caught.args[0], OSError)
    assert receiver.results == []


def test_idle_is_said_once_everything_was_answered(tasks: TaskRunner, qtbot: QtBot) -> None:
    receiver = Receiver()
    with qtbot.waitSignal(tasks.idle):
        for number in range(3):
            tasks.run(partial(int, number), receiver.done)
    assert receiver.results == [0, 1, 2]


@pytest.mark.parametrize("callback", [print, lambda result: None, partial(print)])
def test_only_bound_methods_of_qobjects_are_called_back(tasks: TaskRunner, callback: object) -> None:
    with pytest.raises(TypeError, match="bound method"):
        tasks.run(int, callback)  # type: ignore[arg-type]  # that is the point
    assert tasks.pending == 0


def test_another_thread_may_not_ask(tasks: TaskRunner) -> None:
    caught: list[Exception] = []

    def intrude() -> None:
        try:
            tasks.run(int)
        except RuntimeError as error:
            caught.append(error)

    thread = threading.Thread(target=intrude)
    thread.start()
    thread.join()
    assert len(caught) == 1


def test_nothing_is_called_on_an_object_that_is_gone(tasks: TaskRunner) -> None:
    receiver, gate = Receiver(), threading.Event()

    def work() -> None:
        gate.wait(10)

    tasks.run(work, receiver.done)
    tasks.run(boom, receiver.done, receiver.failed)
    shiboken6.delete(receiver)
    gate.set()
    settle(tasks)
    assert receiver.results == []
    assert receiver.faults == []


def test_close_finishes_what_was_asked_for_and_takes_no_more(qapp: QApplication) -> None:
    runner, receiver = TaskRunner(), Receiver()
    done: list[int] = []
    for number in range(20):
        runner.run(partial(done.append, number), receiver.done)
    runner.close()
    runner.run(partial(done.append, 99), receiver.done)
    runner.close()
    QApplication.processEvents()
    assert done == list(range(20))
    assert receiver.results == []


def test_none_is_not_released_too_often(tasks: TaskRunner) -> None:
    # PySide6 6.12 on Python 3.11 gives None back once too often with each call and aborts after some thousands.
    receiver = Receiver()
    gc.collect()
    before = sys.getrefcount(None)
    for _ in range(100):
        for _ in range(1_000):
            tasks.run(bool, receiver.counted)
        settle(tasks)
    gc.collect()
    assert receiver.count == 100_000
    assert abs(sys.getrefcount(None) - before) < 2_000
