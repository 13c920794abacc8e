"""HQ is asked to stop by a file."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

import kiosk.stop_request as module
from kiosk.stop_request import StopRequest


def test_what_is_asked_is_taken_and_answered(tmp_path: Path) -> None:
    request = StopRequest(tmp_path)
    assert not request.take()

    def serve() -> None:
        while not request.take():
            pass
        request.answer()

    hq = threading.Thread(target=serve)
    hq.start()
    assert StopRequest(tmp_path).ask(60)
    hq.join()
    assert list(tmp_path.iterdir()) == []


def test_nobody_takes_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_NOTICED_WITHIN_S", 0.0)
    assert not StopRequest(tmp_path).ask(60)
    assert not StopRequest(tmp_path).take()  # by an HQ that is started later


def test_it_was_taken_and_never_answered(tmp_path: Path) -> None:
    assert not StopRequest(tmp_path).ask(0)


def test_the_process_ended_by_itself(tmp_path: Path) -> None:
    assert StopRequest(tmp_path).ask(60, over=lambda: True)
    assert list(tmp_path.iterdir()) == []


def test_an_answer_that_nobody_asked_for_leaves_nothing(tmp_path: Path) -> None:
    StopRequest(tmp_path).answer()
    assert list(tmp_path.iterdir()) == []
