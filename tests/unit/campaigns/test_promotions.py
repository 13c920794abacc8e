"""docs/promotions.md: every kind's file passes the check, and every call answers what the document says."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.domain.campaigns.check import check
from kiosk.domain.findings import Severity
from kiosk.protocol.campaigns.file import read_campaign
from tests.shared.promotions import DOCUMENT, Example, answer, examples

EXAMPLES = examples(DOCUMENT.read_text(encoding="utf-8"))
OF_A_PIECE = {"no_budget", "unused", "unbounded", "point_cost", "card_needed", "over_half"}
"""Warnings of what a piece of a file lacks beside what it is about, or shows on purpose."""


@pytest.mark.parametrize("example", EXAMPLES, ids=[example.title for example in EXAMPLES])
def test_an_example_answers_as_written(example: Example, tmp_path: Path) -> None:
    findings = check(read_campaign(example.file.encode()).campaign)
    assert [one for one in findings if one.severity is Severity.ERROR or one.code not in OF_A_PIECE] == []
    assert example.calls
    example.put(tmp_path)
    for words, wanted in example.calls:
        assert answer(words, tmp_path) == (0, wanted), words


def test_titles_are_told_apart() -> None:
    assert len({example.title for example in EXAMPLES}) == len(EXAMPLES) > 5
