"""Words that no card carries are found however they are written, and nothing else is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.documents.unwanted_words import LONGEST, MOST, unwanted, word_list

LIST = ("darn", "傻瓜", "混賬", "go away")
TO_SIMPLE = str.maketrans("賬點體國", "账点体国")


def simplified(text: str) -> str:
    return text.translate(TO_SIMPLE)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Darn!", "darn"),
        ("ＤＡＲＮ", "darn"),
        ("d.a.r.n it", "darn"),
        ("you d a r n", "darn"),
        ("dárn", "darn"),
        ("你是傻 瓜", "傻瓜"),
        ("傻*瓜", "傻瓜"),
        ("傻\u200b瓜", "傻瓜"),
        ("混账", "混賬"),
        ("Go   away", "go away"),
        ("darning needles from Darnley", None),
        ("祝你生日快樂，瓜熟蒂落", None),
        ("goaway", None),
        ("", None),
    ],
)
def test_it_is_found_however_it_is_written(text: str, found: str | None) -> None:
    assert unwanted(text, LIST, simplified) == found


SIGNS = st.sampled_from(["", " ", ".", "*", "\u200b", "－", "…", "  "])


@given(st.sampled_from(["傻瓜", "混賬"]), SIGNS, st.text(max_size=20), st.text(max_size=20))
def test_signs_between_characters_hide_nothing(word: str, sign: str, before: str, behind: str) -> None:
    assert unwanted(f"{before} {sign.join(word)} {behind}", LIST, simplified) is not None


@given(st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=20), SIGNS)
def test_a_latin_word_is_found_as_a_whole_word_only(more: str, sign: str) -> None:
    longer = f"darn{more}"
    assert unwanted(longer, ["darn"], simplified) is None
    assert unwanted(f"{more}darn", ["darn"], simplified) is None


@given(st.text(max_size=200))
def test_any_text_is_answered(text: str) -> None:
    assert unwanted(text, (), simplified) is None
    assert unwanted(text, LIST, simplified) in (None, *LIST)


def test_a_list_is_read_as_people_keep_it() -> None:
    assert word_list("# ours\ndarn\n\n傻瓜  # rude\ndarn\n") == ("darn", "傻瓜")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a\n" + "x" * (LONGEST + 1), "line 2"),
        ("***", "line 1"),
        ("\n".join(f"w{n}" for n in range(MOST + 1)), f"at most {MOST}"),
    ],
)
def test_a_list_that_cannot_be_used_says_where(text: str, told: str) -> None:
    with pytest.raises(ValueError, match=told):
        word_list(text)
