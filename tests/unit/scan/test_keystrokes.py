"""Whose keys are these?"""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.scan.keystrokes import (
    Decision,
    Held,
    KeystrokeAssembler,
    KeystrokeSettings,
    Scanned,
    Swallowed,
    Typed,
)

TOKEN = "KC1:NCFOXN%TS3DH3ZSUZK+.V0ETD%65NL-AH-R6IOOK.IR9B"


def feed(assembler: KeystrokeAssembler, keys: list[tuple[str, float]]) -> list[Decision]:
    """Feed keys with the gap before each, and silence where a held key's time is over before the next."""
    decisions: list[Decision] = []
    now, hold = 50.0, 0.0
    for char, gap in keys:
        now += gap
        if assembler.holding and gap > hold:
            decisions.append(assembler.silence())
        answer = assembler.key(char, now)
        decisions += answer
        if isinstance(answer[-1], Held):
            hold = answer[-1].for_s
    if assembler.holding:
        decisions.append(assembler.silence())
    return decisions


def steadily(text: str, gap: float) -> list[tuple[str, float]]:
    return [(char, gap) for char in text]


def outcome(decisions: list[Decision]) -> tuple[list[str | None], str]:
    """The scans, and what was given on as typed."""
    scans = [d.text for d in decisions if isinstance(d, Scanned)]
    return scans, "".join(d.keys for d in decisions if isinstance(d, Typed))


@pytest.mark.parametrize("gap", [0.0, 0.001, 0.01, 0.03])
@pytest.mark.parametrize("end", ["\r", "\t", ""])
@pytest.mark.parametrize("text", [TOKEN, "4006381333931", "https://shop.example/q/1", "會員-000123"])
def test_fast_keys_are_a_scan(text: str, end: str, gap: float) -> None:
    assert outcome(feed(KeystrokeAssembler(), steadily(text + end, gap))) == ([text], "")


def test_a_slow_scanner_is_known_by_our_prefix() -> None:
    assert outcome(feed(KeystrokeAssembler(), steadily(TOKEN + "\r", 0.09))) == ([TOKEN], "")
    digits = "4006381333931\r"
    assert outcome(feed(KeystrokeAssembler(), steadily(digits, 0.09))) == ([], digits)
    prefixed = KeystrokeAssembler(KeystrokeSettings(prefix="~~"))
    assert outcome(feed(prefixed, steadily("~~" + digits, 0.09))) == ([digits[:-1]], "")


def test_a_suffix_of_the_stores_own() -> None:
    assembler = KeystrokeAssembler(KeystrokeSettings(suffixes=frozenset("#")))
    assert outcome(feed(assembler, steadily("12345678#\r", 0.005))) == (["12345678"], "\r")


def test_two_scans_in_a_row_stay_two() -> None:
    keys = [*steadily("12345678\r", 0.005), ("8", 0.3), *steadily("7654321\r", 0.005)]
    assert outcome(feed(KeystrokeAssembler(), keys)) == (["12345678", "87654321"], "")


def test_enter_and_line_feed_end_one_scan_not_two() -> None:
    decisions = feed(KeystrokeAssembler(), steadily(TOKEN + "\r\r", 0.005))
    assert [type(d) for d in decisions[-2:]] == [Scanned, Swallowed]


def test_an_enter_of_its_own_is_a_persons() -> None:
    assert feed(KeystrokeAssembler(), [("\r", 1.0)]) == [Typed("\r")]


def test_a_typing_persons_keys_are_held_for_less_time() -> None:
    assembler = KeystrokeAssembler()
    assert assembler.key("1", 1.00) == [Held(0.100)]
    assert assembler.silence() == Typed("1")
    assert assembler.key("2", 1.20) == [Held(0.040)]
    assert assembler.key("3", 1.23) == [Held(0.100)]
    assert assembler.silence() == Typed("23")
    assert assembler.key("4", 3.00) == [Held(0.100)]


def test_a_key_no_scanner_presses_gives_everything_on() -> None:
    assembler = KeystrokeAssembler()
    assembler.key("1", 1.0)
    assembler.key("2", 1.01)
    assert assembler.interrupt() == Typed("12")
    assert not assembler.holding


def test_an_endless_stream_is_given_up() -> None:
    assembler = KeystrokeAssembler(KeystrokeSettings(max_length=50))
    scans, typed = outcome(feed(assembler, steadily("7" * 51, 0.001)))
    assert (scans, typed) == ([], "7" * 51)


def test_settings_that_make_no_sense_are_refused() -> None:
    for wrong in ({"pace_s": 0.2}, {"pace_s": 0.0}, {"min_length": 0}, {"max_length": 3}, {"person_hold_s": 1.0}):
        with pytest.raises(ValueError):
            KeystrokeSettings(**wrong)
    with pytest.raises(ValueError, match="one character"):
        KeystrokeSettings(suffixes=frozenset({"\r\n"}))


human_gaps = st.floats(0.055, 1.5)
number_pad = st.text("0123456789.+-*/\r", min_size=1, max_size=40)


@given(number_pad, st.data())
def test_no_hand_on_a_number_pad_is_ever_a_scan(text: str, data: st.DataObject) -> None:
    gaps = data.draw(st.lists(human_gaps, min_size=len(text), max_size=len(text)))
    decisions = feed(KeystrokeAssembler(), list(zip(text, gaps, strict=True)))
    assert outcome(decisions) == ([], text)


@given(st.lists(st.tuples(st.sampled_from("Ab1:\r\t "), st.floats(0.0, 0.4)), max_size=80))
def test_every_key_comes_out_once_and_in_order(keys: list[tuple[str, float]]) -> None:
    assembler = KeystrokeAssembler()
    out = ""
    for decision in feed(assembler, keys):
        match decision:
            case Typed(typed):
                out += typed
            case Scanned(text, mixup):
                out += mixup.received if mixup else text or ""
    scanned_ends = "\r\t"
    sent = "".join(char for char, _ in keys)
    # Suffixes of scans are swallowed; nothing else may get lost, doubled or turned round.
    assert out.translate({ord(c): None for c in scanned_ends}) == sent.translate({ord(c): None for c in scanned_ends})
    assert not assembler.holding


@given(st.integers(0, 2**32), st.text("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:", min_size=6, max_size=300))
def test_a_jittering_scanner_is_still_a_scanner(seed: int, text: str) -> None:
    rng = random.Random(seed)
    keys = [(char, rng.uniform(0.001, 0.025)) for char in text + "\r"]
    for spot in range(rng.randrange(1, 4), len(keys), 4):
        keys[spot] = (keys[spot][0], rng.uniform(0.03, 0.099))
    assert outcome(feed(KeystrokeAssembler(), keys)) == ([text], "")
