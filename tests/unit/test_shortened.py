"""What is too wide is cut between characters, and never wider than it may be."""

from __future__ import annotations

import pytest

from kiosk.ui.words.shortened import shortened


@pytest.mark.parametrize(
    ("text", "wide", "shown"),
    [
        ("", 4, ""),
        ("abcd", 4, "abcd"),
        ("abcde", 4, "abc…"),
        ("花生", 4, "花生"),
        ("花生米", 4, "花…"),
        ("葛\U000e0100城市", 4, "葛\U000e0100…"),
        ("e\u0301" * 9, 3, "e\u0301" * 2 + "…"),
        ("a" + "\u0301" * 500, 2, "a" + "\u0301" * 500),
        ("x" * 500, 5, "xxxx…"),
    ],
)
def test_a_text_that_is_too_wide(text: str, wide: int, shown: str) -> None:
    assert shortened(text, wide) == shown
