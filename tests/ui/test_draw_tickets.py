"""Draw tickets on paper at the till: HQ is asked, one paper a draw goes to the printer."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt

from kiosk.application.ports.draw_tickets import HeldTickets
from kiosk.demo.checkout.draw_states import open_draw
from kiosk.demo.checkout.stage import Stage
from kiosk.demo.papers import code_of
from kiosk.demo.store.printers import COUNTER, set_up
from kiosk.domain.documents.facts import DOCUMENT_QUEUED
from kiosk.domain.draws.batch import grouped
from kiosk.domain.texts import LocalText
from tests.unit.domain.documents.papers import texts

CTRL = Qt.KeyboardModifier.ControlModifier
HELD = HeldTickets(
    "autumn/grand/2026-10-01",
    1,
    LocalText("中秋抽月餅", "中秋抽月饼", "Mid-Autumn draw"),
    datetime(2026, 12, 5, 10, tzinfo=UTC),
    "7f3a91c055de" + "00" * 26,
    123,
    3,
    code_of("KD1", 160),
)


@pytest.fixture
def till() -> Iterator[Stage]:
    with Stage(language="en") as stage:
        set_up(stage.store.context, printers=(COUNTER,))
        stage.window.printing.look()
        stage.settle()
        open_draw(stage)
        yield stage


def queued(stage: Stage) -> list[tuple[str, str]]:
    return [(fact.body["document"], fact.body["about"]) for fact in stage.store.facts(DOCUMENT_QUEUED)]


def test_one_paper_a_draw(till: Stage) -> None:
    till.store.held = (HELD,)
    till.key(Qt.Key.Key_T, modifiers=CTRL)
    till.settle()
    assert queued(till) == [("draw_ticket", "autumn/grand/2026-10-01/1")]
    (job,) = till.api.print_desk().jobs
    paper = till.api.paper_of(job.job)
    assert paper is not None
    assert grouped(HELD.mh) in list(texts(paper.document.blocks)), "as it stands on the stage and on HQ's page"


@pytest.mark.parametrize("held", [(), None])
def test_nothing_is_printed_without_a_published_list_or_without_hq(till: Stage, held: tuple[HeldTickets, ...]) -> None:
    till.store.held = held
    till.key(Qt.Key.Key_T, modifiers=CTRL)
    till.settle()
    assert queued(till) == []
