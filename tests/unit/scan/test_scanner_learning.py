"""What three scans of one code say about a scanner."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.keystroke_corpus import Key
from benchmarks.keystroke_play import play
from kiosk.domain.scan.burst_shape import Stroke
from kiosk.domain.scan.scanner_learning import NotLearned, learn


def scan(text: str, gap: float, *, stumble: float = 0.0) -> list[Stroke]:
    at, strokes = 5.0, []
    for index, char in enumerate(text):
        at += stumble if stumble and index == 3 else gap
        strokes.append(Stroke(char, at, index, up=at + gap / 3, end=char in "\r\t"))
    return strokes


def test_a_fast_scanner_needs_no_slow_pace() -> None:
    learned = learn([scan("4006381333931\r", 0.004)] * 3)
    assert learned.settings.slow_s == learned.settings.hold_s
    assert (learned.text, learned.end) == ("4006381333931", "\r")
    # an even hand is never asked from now on
    keys = [Key(char, 1 + 0.08 * at, 1.02 + 0.08 * at) for at, char in enumerate("1250\r")]
    page = play(keys, learned.settings)
    assert (page.decided, page.asked) == (["1250"], 0)


def test_enter_waits_for_nothing_where_no_scanner_begins_with_it() -> None:
    assert learn([scan("4006381333931\r", 0.004)] * 3).settings.alone_s == 0
    begins = learn([scan("\r4006381333931\r", 0.020)] * 3).settings
    keys = [Key(char, 1 + 0.024 * at, 1.012 + 0.024 * at) for at, char in enumerate("\r4006381333931\r")]
    page = play(keys, begins, entry="2000")
    assert (page.decided, page.scans, page.entry) == ([], ["4006381333931"], "2000")
    with pytest.raises(NotLearned, match="begin with Enter"):
        learn([scan("\r4006381333931\r", 0.060)] * 3)


def test_a_slow_scanner_is_known_by_the_length_of_its_codes() -> None:
    learned = learn([scan("12345678\t", 0.080), scan("12345678\t", 0.085, stumble=0.240), scan("12345678\t", 0.080)])
    assert learned.settings.slow_s == pytest.approx(0.085 * 1.25)
    assert learned.settings.slow_length == 8
    keys = [Key(char, 1 + 0.08 * at, 1.02 + 0.08 * at) for at, char in enumerate("87654321\t")]
    assert play(keys, learned.settings).scans == ["87654321"]


def test_a_prefix_is_what_comes_before_the_code() -> None:
    learned = learn([scan("~~4567\r", 0.09)] * 3, code="4567")
    assert learned.settings.prefix == "~~"
    keys = [Key(char, 1 + 0.09 * at, 1.02 + 0.09 * at) for at, char in enumerate("~~88\r")]
    assert play(keys, learned.settings).scans == ["88"]


@pytest.mark.parametrize(
    ("scans", "why"),
    [
        ([scan("4567\r", 0.004)] * 2, "3 scans are needed"),
        ([scan("4567\r", 0.004), scan("4568\r", 0.004), scan("4567\r", 0.004)], "differ"),
        ([scan("45\r", 0.004)] * 3, "too short"),
        ([scan("4567\r", 0.4)] * 3, "delay between characters"),
    ],
)
def test_scans_that_say_nothing_are_refused(scans: list[list[Stroke]], why: str) -> None:
    with pytest.raises(NotLearned, match=why):
        learn(scans)


def test_a_code_in_other_letters_is_refused() -> None:
    with pytest.raises(NotLearned, match="keyboard"):
        learn([scan("KC&MABC\r", 0.004)] * 3, code="KC1:ABC")


@given(st.floats(0.001, 0.150), st.text("0123456789", min_size=8, max_size=20), st.integers(0, 2**32))
def test_what_was_learned_reads_the_scanner_it_was_learned_from(pace: float, text: str, seed: int) -> None:
    rng = random.Random(seed)
    learned = learn([scan(text + "\r", pace * rng.uniform(0.95, 1.0)) for _ in range(3)])
    at, keys = 10.0, []
    for char in text + "\r":
        keys.append(Key(char, at, at + pace / 3))
        at += pace * rng.uniform(0.85, 1.0)
    page = play(keys, learned.settings, entry="20")
    assert (page.scans, page.entry, page.decided) == ([text], "20", [])
