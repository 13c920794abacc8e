"""What CUPS says of a queue, in the product's words."""

from __future__ import annotations

import pytest

from kiosk.domain.documents.printers import Trouble
from kiosk.ui.documents.cups import Queue, queue


@pytest.mark.parametrize(
    ("said", "trouble"),
    [
        (Queue(True, "3", ()), None),
        (Queue(True, "4", ("com.example-busy",)), None),
        (Queue(True, "3", ("media-empty-error",)), None),
        (Queue(True, "4", ("toner-low-warning", "media-empty-error")), Trouble.PAPER_OUT),
        (Queue(True, "4", ("media-low-warning", "cover-open")), Trouble.COVER_OPEN),
        (Queue(True, "4", ("media-low-report",)), Trouble.PAPER_LOW),
        (Queue(True, "5", ("offline-report",)), Trouble.UNREACHABLE),
        (Queue(True, "5", ("paused",)), Trouble.FAULT),
        (Queue(False, "3", ()), Trouble.FAULT),
    ],
)
def test_a_queue_s_state_is_a_trouble_or_none(said: Queue, trouble: Trouble | None) -> None:
    assert said.trouble is trouble


def test_of_a_queue_that_is_not_there_nothing_is_known() -> None:
    assert queue("no such queue, ever") is None
    assert queue("\udcff\U0001f5a8") is None
