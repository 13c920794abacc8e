"""Laws of jobs: whatever is said of one in whatever order, only one of which nothing left is ever sent again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.documents.blocks import DocumentKind
from kiosk.domain.documents.jobs import (
    ASKED,
    FROM,
    OPEN,
    JobState,
    may_become,
    next_copy,
    oldest_printed,
    outcome,
)
from kiosk.domain.documents.paper import BADGE, ROLL_58, ROLL_80
from kiosk.domain.documents.printers import Language, Printer, PrintSetup, Reached
from kiosk.domain.documents.routing import SUITS, route, sound, stands_in

STATES = st.sampled_from(JobState)


@given(st.lists(STATES, max_size=30))
def test_no_way_leads_from_paper_to_the_printer_again(wishes: list[JobState]) -> None:
    state, may_be_on_paper = JobState.QUEUED, False
    for wish in wishes:
        if not may_become(state, wish):
            continue
        if wish is JobState.SENT:
            # it was never sent before, or it is known that nothing left
            assert not may_be_on_paper
        state = wish
        may_be_on_paper = (
            state is not JobState.FAILED
            and state is not JobState.QUEUED
            and (may_be_on_paper or state is JobState.SENT)
        )


def test_every_state_can_be_reached_and_what_is_over_stays_over() -> None:
    assert set(FROM) == set(JobState)
    over = set(JobState) - set(OPEN)
    for state in over:
        assert not any(state in sources for sources in FROM.values())
    for state in OPEN:
        assert any(state in sources for sources in FROM.values())
    # a person can end whatever waits for one
    for state in ASKED:
        assert may_become(state, JobState.WITHDRAWN)


@pytest.mark.parametrize("reached", Reached)
def test_only_a_job_of_which_nothing_left_waits_again(reached: Reached) -> None:
    assert (outcome(reached) is JobState.QUEUED) is (reached is Reached.NOTHING)
    assert may_become(JobState.SENT, outcome(reached))


def test_copies_are_counted_from_the_first_paper_on() -> None:
    assert [next_copy(highest) for highest in (None, 0, 1, 7)] == [0, 1, 2, 8]


@given(st.integers(0, 2**45), st.integers(0, 100_000))
def test_what_is_too_old_is_older_than_the_set_time(now_ms: int, minutes: int) -> None:
    oldest = oldest_printed(now_ms, minutes)
    assert oldest == (now_ms - minutes * 60_000 if minutes else 0)


def printer(id_: str, paper: str = ROLL_80.name, fallback: str = "") -> Printer:
    return Printer(id_, id_, Language.ESCPOS, "tcp://localhost:9100", paper, fallback=fallback)


def test_every_document_has_papers() -> None:
    assert set(SUITS) == set(DocumentKind)


def test_a_document_goes_where_the_manager_says_else_to_the_best_paper() -> None:
    narrow, wide, badges = printer("narrow", ROLL_58.name), printer("wide"), printer("badges", BADGE.name)
    setup = PrintSetup((narrow, badges, wide))
    assert route(setup, DocumentKind.RECEIPT) is wide
    assert route(setup, DocumentKind.BADGE) is badges
    assert route(setup, DocumentKind.RULES_POSTER) is None
    chosen = PrintSetup(setup.printers, {DocumentKind.RECEIPT: "narrow", DocumentKind.BADGE: "gone"})
    assert route(chosen, DocumentKind.RECEIPT) is narrow
    assert route(chosen, DocumentKind.BADGE) is badges


IDS = ("a", "b", "c", "d")


@given(st.tuples(*(st.sampled_from(("", *IDS, "gone")) for _ in IDS)), st.sets(st.sampled_from(IDS)))
def test_somebody_who_can_stands_in_or_nobody_does(fallbacks: tuple[str, ...], cannot: set[str]) -> None:
    setup = sound(PrintSetup(tuple(printer(id_, fallback=to) for id_, to in zip(IDS, fallbacks, strict=True))))
    assert all(one.fallback in ("", *IDS) and one.fallback != one.id for one in setup.printers)
    for id_ in IDS:
        other = stands_in(setup, id_, cannot)
        assert other == id_ or other not in cannot
        if id_ not in cannot:
            assert other == id_
        elif (next_ := setup.printer(id_)) is not None and next_.fallback and next_.fallback not in cannot:
            assert other == next_.fallback
