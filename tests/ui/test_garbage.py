"""Widgets in reference cycles die on the GUI thread, whatever other threads allocate meanwhile."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QThread
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kiosk.ui.shell.garbage import GarbageCollector
from tests.ui.conftest import MakeStage


class Knotted(QWidget):
    """A widget that only the collector can free; says on which thread it went."""

    def __init__(self, gone: list[bool]) -> None:
        super().__init__()
        self.knot = self
        gui = QThread.currentThread()
        weakref.finalize(self, lambda: gone.append(QThread.currentThread() is gui))


@pytest.fixture
def collector(qtbot: QtBot) -> Iterator[GarbageCollector]:
    made = GarbageCollector()
    made.start()
    yield made
    made.stop()
    assert not gc.isenabled()  # as it was before: every test here has a collector of its own


def test_no_widget_of_a_test_dies_on_a_workers_thread(make_stage: MakeStage) -> None:
    """Windows opened and closed while the ledger's thread allocates, with a collector that would often be due."""
    ran: set[str] = set()
    thresholds = gc.get_threshold()

    def note(phase: str, info: dict[str, int]) -> None:
        ran.add(threading.current_thread().name)

    gc.callbacks.append(note)
    gc.set_threshold(20)
    try:
        make_stage().basket()
    finally:
        gc.set_threshold(*thresholds)
        gc.callbacks.remove(note)
    assert ran <= {threading.main_thread().name}


def allocate_much(kept: list[list[int]]) -> None:
    kept.extend([] for _ in range(50_000))


def test_another_threads_allocations_free_no_widget(collector: GarbageCollector) -> None:
    gone: list[bool] = []
    Knotted(gone)
    kept: list[list[int]] = []
    worker = threading.Thread(target=allocate_much, args=(kept,))
    worker.start()
    worker.join()
    assert gone == []
    collector.look()
    assert gone == [True]


def test_stop_leaves_nothing_behind(collector: GarbageCollector) -> None:
    gone: list[bool] = []
    Knotted(gone)
    collector.stop()
    assert gone == [True]
