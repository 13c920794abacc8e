"""Free words: as they are kept, and what a fact says of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.remarks.remark import LONGEST, commitment, read_remark


@given(st.text(max_size=3 * LONGEST))
def test_words_are_one_line_and_read_again_the_same(text: str) -> None:
    kept = read_remark(text)
    assert len(kept) <= LONGEST
    assert read_remark(kept) == kept
    assert not any(character in kept for character in "\n\r\t\x00\u202e\u2028")
    kept.encode()


def test_rare_characters_and_emoji_stay() -> None:
    assert read_remark("  很好吃\n𠮷野家 👍🏽 ") == "很好吃 𠮷野家 👍🏽"
    assert read_remark("\u202e\u200b \n") == ""


def test_a_commitment_says_nothing_without_its_salt() -> None:
    assert commitment(b"a" * 32, "很好") != commitment(b"b" * 32, "很好")
    with pytest.raises(ValueError, match="salt of 31 bytes"):
        commitment(b"a" * 31, "很好")
