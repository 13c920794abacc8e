"""Whose keys are these?"""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.keystroke_corpus import Key, bursts, led, typings
from benchmarks.keystroke_play import play
from kiosk.domain.scan.keyboard_layouts import MixupKind
from kiosk.domain.scan.keystrokes import (
    Decision,
    Held,
    KeystrokeAssembler,
    KeystrokeSettings,
    Scanned,
    Swallowed,
    Typed,
    Unsure,
)

TOKEN = "KC1:NCFOXN%TS3DH3ZSUZK+.V0ETD%65NL-AH-R6IOOK.IR9B"


def feed(assembler: KeystrokeAssembler, keys: list[tuple[str, float]]) -> list[Decision]:
    """Feed keys with the gap before each, and silence where the time of what is waited for is over before the next.
    Each is let go before the next."""
    decisions: list[Decision] = []
    now, due = 50.0, float("inf")

    def take(answer: list[Decision], at: float) -> None:
        nonlocal due
        decisions.extend(answer)
        for decision in answer:
            if isinstance(decision, Held):
                due = at + decision.for_s
            elif isinstance(decision, Typed) and decision.wait_s:
                due = at + decision.wait_s

    for index, (char, gap) in enumerate(keys):
        now += gap
        while assembler.waiting and due < now:
            take([assembler.silence()], due)
        take(assembler.key(char, now, index), now)
        take(assembler.release(index, now), now)
    while assembler.waiting:
        decisions.append(assembler.silence())
    return decisions


def steadily(text: str, gap: float) -> list[tuple[str, float]]:
    return [(char, gap) for char in text]


def outcome(decisions: list[Decision]) -> tuple[list[str | None], str]:
    """The scans, and what was given on as typed and not taken back."""
    scans: list[str | None] = []
    typed = ""
    for decision in decisions:
        if isinstance(decision, Scanned):
            scans.append(decision.text)
            typed = typed[: len(typed) - decision.back]
        elif isinstance(decision, Typed):
            typed += decision.keys
    return scans, typed


def asks(decisions: list[Decision]) -> list[str]:
    return [d.keys for d in decisions if isinstance(d, Unsure)]


@pytest.mark.parametrize("gap", [0.0, 0.001, 0.01, 0.03])
@pytest.mark.parametrize("end", ["\r", "\t", ""])
@pytest.mark.parametrize("text", [TOKEN, "4006381333931", "https://shop.example/q/1", "會員-000123"])
def test_fast_keys_are_a_scan(text: str, end: str, gap: float) -> None:
    assert outcome(feed(KeystrokeAssembler(), steadily(text + end, gap))) == ([text], "")


@pytest.mark.parametrize("text", ["4", "45", "4567", "K1"])
@pytest.mark.parametrize("end", ["\r", "\t", "\r\r"])
@pytest.mark.parametrize("gap", [0.0, 0.003, 0.03])
def test_however_short_a_burst_is_never_typing(text: str, end: str, gap: float) -> None:
    assert outcome(feed(KeystrokeAssembler(), steadily(text + end, gap))) == ([text], "")


def test_a_slow_scanner_is_known_by_its_length_or_by_our_prefix() -> None:
    assert outcome(feed(KeystrokeAssembler(), steadily(TOKEN + "\r", 0.09))) == ([TOKEN], "")
    digits = "4006381333931\r"
    assert outcome(feed(KeystrokeAssembler(), steadily(digits, 0.09))) == ([digits[:-1]], "")
    assert outcome(feed(KeystrokeAssembler(), steadily(digits[:-1], 0.09))) == ([digits[:-1]], "")
    prefixed = KeystrokeAssembler(KeystrokeSettings(prefix="~~"))
    assert outcome(feed(prefixed, steadily("~~4567\r", 0.09))) == (["4567"], "")


def test_the_enter_after_a_few_slow_keys_asks_and_the_next_one_is_a_persons() -> None:
    keys = [*steadily("1250\r", 0.08), ("\r", 1.0)]
    decisions = feed(KeystrokeAssembler(), keys)
    assert asks(decisions) == ["1250"]
    assert outcome(decisions) == ([], "1250\r")
    assert outcome(feed(KeystrokeAssembler(), steadily("1250\r\r", 0.08))) == ([], "1250")  # carriage return, line feed


def test_keys_that_overlap_are_a_hands() -> None:
    assembler = KeystrokeAssembler()
    answers: list[Decision] = []
    at = 1.0
    for index, char in enumerate("1250\r"):
        answers += assembler.key(char, at, index)
        if index:
            answers += assembler.release(index - 1, at + 0.02)
        at += 0.07
    answers += assembler.release(4, at)
    answers.append(assembler.silence())
    assert outcome(answers) == ([], "1250\r")
    assert asks(answers) == []


def test_two_fingers_at_once_are_no_scan() -> None:
    assembler = KeystrokeAssembler()
    assert isinstance(assembler.key("7", 1.000, 7)[0], Held)
    assert isinstance(assembler.key("8", 1.006, 8)[0], Held)
    assert [type(d) for d in assembler.release(7, 1.085)] == [Typed]
    assert assembler.key("\r", 1.2, 13) == [Held(0.035)]
    assert assembler.silence() == Typed("\r")


@pytest.mark.parametrize("spot", range(1, 14))
@pytest.mark.parametrize("pause", [0.09, 0.15, 0.25])
def test_a_stumble_splits_nothing(spot: int, pause: float) -> None:
    keys = steadily("4006381333931\r", 0.004)
    keys[spot] = (keys[spot][0], pause)
    assert outcome(feed(KeystrokeAssembler(), keys)) == (["4006381333931"], "")


def test_what_was_typed_just_before_a_scan_stays() -> None:
    assembler = KeystrokeAssembler()
    answers = assembler.key("2", 1.0, 2)
    answers.append(assembler.silence())
    answers += assembler.release(2, 1.09)
    at = 1.2
    for index, char in enumerate(TOKEN + "\r"):
        at += 0.004
        answers += assembler.key(char, at, index)
        answers += assembler.release(index, at + 0.002)
    assert outcome(answers) == ([TOKEN], "2")


@pytest.mark.parametrize("pace", [0.10, 0.15, 0.25])
@pytest.mark.parametrize("code", ["4567", "4006381333931"])
def test_a_burst_right_after_typing_takes_nothing_of_it(pace: float, code: str) -> None:
    keys = [*steadily("200", pace), (code[0], pace), *steadily(code[1:] + "\r", 0.003)]
    assert outcome(feed(KeystrokeAssembler(), keys)) == ([code], "200")


def test_a_key_that_decides_waits_and_is_swallowed_within_a_burst() -> None:
    assembler = KeystrokeAssembler()
    assert assembler.key("", 1.0, 119) == [Held(0.035)]  # F8
    assert assembler.silence() == Typed("")
    answers = [*assembler.key("4", 2.0, 4), *assembler.key("", 2.003, 119), *assembler.key("\r", 2.006, 13)]
    assert answers[-1] == Held(0.120)  # the keys are still down: a hand might be rolling over them
    assert assembler.silence() == Scanned(None, None, 0)


def test_nothing_of_a_burst_that_an_input_method_took_part_in_is_a_code() -> None:
    assembler = KeystrokeAssembler()
    at = 1.0
    for index, char in enumerate("ㄎ4ㄏ006381333931"):
        at += 0.004
        if index in (0, 2):
            assembler.composed(char, at)
        else:
            assembler.key(char, at)
    (answer,) = assembler.key("\r", at + 0.004)
    assert isinstance(answer, Scanned)
    assert answer.text is None
    assert answer.mixup is not None
    assert answer.mixup.kind is MixupKind.INPUT_METHOD


def test_a_person_who_composes_is_left_alone() -> None:
    assembler = KeystrokeAssembler()
    at = 1.0
    for char in "ㄔㄣˊ":
        assembler.composed("", at)
        assembler.composed(char, at + 0.001)  # one key, two events
        at += 0.12
    assert assembler.key("5", at) == [Held(0.035)]
    assert outcome([assembler.silence()]) == ([], "5")
    assert outcome([assembler.silence()]) == ([], "")


def test_characters_put_together_from_alt_and_digits_are_a_scan_at_any_pace() -> None:
    assembler = KeystrokeAssembler()
    at = 1.0
    answers: list[Decision] = []
    for char in "4567":
        at += 0.12
        answers += assembler.key(char, at, assembled=True)
    answers += assembler.key("\r", at + 0.2, 13)
    assert outcome(answers) == (["4567"], "")


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
    assert feed(KeystrokeAssembler(), [("\r", 1.0)]) == [Held(0.027), Typed("\r")]
    assert outcome(feed(KeystrokeAssembler(), [("\r", 1.0), ("\r", 0.2)])) == ([], "\r\r")


def test_no_key_waits_longer_than_a_hand_notices() -> None:
    assembler = KeystrokeAssembler()
    for at in (1.0, 1.2, 1.4, 3.0):
        assert assembler.key("1", at)[-1] == Held(0.035)
        assert outcome([assembler.silence()]) == ([], "1")


def test_a_key_no_scanner_presses_gives_everything_on() -> None:
    assembler = KeystrokeAssembler()
    assembler.key("1", 1.0)
    assert assembler.interrupt() == Typed("1")
    assert not assembler.waiting


def test_a_stream_without_an_end_is_nobodys() -> None:
    assembler = KeystrokeAssembler(KeystrokeSettings(max_length=50))
    decisions = feed(assembler, steadily("7" * 500, 0.001))
    assert outcome(decisions) == ([None], "")


def test_settings_that_make_no_sense_are_refused() -> None:
    for wrong in ({"hold_s": 0.2}, {"hold_s": 0.0}, {"slow_length": 1}, {"max_length": 3}, {"slow_s": 1.0}):
        with pytest.raises(ValueError):
            KeystrokeSettings(**wrong)
    with pytest.raises(ValueError, match="one character"):
        KeystrokeSettings(suffixes=frozenset({"\r\n"}))


human_gaps = st.floats(0.125, 1.5)
number_pad = st.text("0123456789.+-*/\r", min_size=1, max_size=40)


@given(number_pad, st.data())
def test_no_hand_on_a_number_pad_is_ever_a_scan(text: str, data: st.DataObject) -> None:
    gaps = data.draw(st.lists(human_gaps, min_size=len(text), max_size=len(text)))
    decisions = feed(KeystrokeAssembler(), list(zip(text, gaps, strict=True)))
    assert outcome(decisions) == ([], text)


@given(st.lists(st.tuples(st.sampled_from("Ab1:\r\t "), st.floats(0.0, 0.4)), max_size=80))
def test_every_key_comes_out_once_and_in_order(keys: list[tuple[str, float]]) -> None:
    assembler = KeystrokeAssembler()
    decisions = feed(assembler, keys)
    out = ""
    for decision in decisions:
        match decision:
            case Typed(typed):
                out += typed
            case Scanned(text, mixup, back):
                out = out[: len(out) - back] + (mixup.received if mixup else text or "")
    scanned_ends = "\r\t"
    sent = "".join(char for char, _ in keys)
    # Suffixes of scans are swallowed; nothing else may get lost, doubled or turned round.
    assert out.translate({ord(c): None for c in scanned_ends}) == sent.translate({ord(c): None for c in scanned_ends})
    assert not assembler.waiting


@given(st.integers(0, 2**32))
def test_no_scanner_of_any_kind_decides_anything(seed: int) -> None:
    for burst in bursts(20, seed):
        page = play(burst.keys, entry="2000")
        assert page.decided == []
        assert page.scans in ([burst.text], []), burst
        if page.scans:
            assert page.entry == "2000"


@given(st.integers(0, 2**32))
def test_no_scanner_that_begins_with_enter_decides_anything(seed: int) -> None:
    for burst in led(20, 0.026, seed):
        page = play(burst.keys, entry="2000")
        assert (page.decided, page.scans, page.entry) == ([], [burst.text], "2000")


@given(st.integers(0, 2**32))
def test_no_typed_amount_is_lost(seed: int) -> None:
    for typing in typings(10, seed):
        page = play(typing.keys)
        assert page.scans == []
        assert page.entry == typing.text
        assert page.decided[:1] == [typing.text] or page.asked == 1


@given(st.integers(0, 2**32), st.text("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:", min_size=6, max_size=300))
def test_a_jittering_scanner_is_still_a_scanner(seed: int, text: str) -> None:
    rng = random.Random(seed)
    keys = [(char, rng.uniform(0.001, 0.025)) for char in text + "\r"]
    for spot in range(rng.randrange(1, 4), len(keys), 4):
        keys[spot] = (keys[spot][0], rng.uniform(0.03, 0.099))
    assert outcome(feed(KeystrokeAssembler(), keys)) == ([text], "")


@given(st.integers(0, 2**32), st.text("0123456789", min_size=8, max_size=30))
def test_two_stumbles_and_late_reports_of_a_slow_scanner_decide_nothing(seed: int, text: str) -> None:
    rng = random.Random(seed)
    pace, keys, at = rng.uniform(0.045, 0.100), [], 10.0
    stumbles, held = rng.sample(range(1, len(text)), 2), pace * rng.choice((0.3, 0.95))
    for index, char in enumerate(text + "\r"):
        at += rng.uniform(0.130, 0.250) if index in stumbles else pace * rng.uniform(0.9, 1.1)
        keys.append(Key(char, at, at + held))
    page = play(keys, entry="20")
    assert page.decided == []
