"""Scanners and typists that were never there: runs of keys with the times they are pressed and let go, from a seed.

The figures behind the shapes: USB keyboards report every 1 to 10 ms, Bluetooth every 8 to 60 ms and often several keys
at once; a hand on the number block presses a key every 60 to 160 ms, holds it for 60 to 130 ms and so overlaps keys now
and then, never twice the same one.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass

ENTER, TAB = "\r", "\t"
_CODES = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-./:+%$ "


@dataclass(frozen=True, slots=True)
class Key:
    """A key: what it writes, when it is pressed and let go (seconds). `alt`: put together from Alt and digits."""

    char: str
    at: float
    up: float
    alt: bool = False


@dataclass(frozen=True, slots=True)
class Burst:
    """What one pull of a trigger sends, by what kind of scanner. `text` without its end."""

    kind: str
    text: str
    keys: tuple[Key, ...]


@dataclass(frozen=True, slots=True)
class Typing:
    """What a person types, by what kind of hand. `text` without its Enter."""

    kind: str
    text: str
    keys: tuple[Key, ...]


def _text(rng: random.Random, shortest: int = 2) -> str:
    kind = rng.random()
    length = rng.choice((2, 3, 4, 5, 6, 7, 8, 8, 10, 12, 13, 13, 13, 14, 20, 32, 48, 70, 90))
    length = max(length, shortest)
    if kind < 0.6:
        return "".join(rng.choices("0123456789", k=length))
    if kind < 0.8:
        return "".join(rng.choices(_CODES, k=length))
    return ("KC1:" + "".join(rng.choices("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ", k=length)))[:90]


def _end(rng: random.Random) -> str:
    return rng.choices((ENTER, TAB, "", ENTER + ENTER), (60, 15, 15, 10))[0]


def _press(text: str, gaps: Callable[[int], float], dwell: Callable[[float], float]) -> tuple[Key, ...]:
    """One key after the other: let go before the next is pressed."""
    keys: list[Key] = []
    at = 10.0
    times = [at]
    for index in range(1, len(text)):
        at += gaps(index)
        times.append(at)
    for index, char in enumerate(text):
        following = times[index + 1] if index + 1 < len(text) else times[index] + 1.0
        keys.append(Key(char, times[index], min(times[index] + dwell(following - times[index]), following)))
    return tuple(keys)


def _usb(rng: random.Random) -> Burst:
    text, pace = _text(rng), rng.uniform(0.001, 0.020)
    whole = text + _end(rng)
    return Burst("usb", text, _press(whole, lambda _i: pace * rng.uniform(0.7, 1.3), lambda gap: gap * 0.5))


def _same_report(rng: random.Random) -> Burst:
    """Several keys in one report: pressed together, let go together."""
    text, pace = _text(rng), rng.uniform(0.004, 0.012)
    keys = []
    for index, char in enumerate(text + _end(rng)):
        at = 10.0 + (index // 2) * pace
        keys.append(Key(char, at, at + pace * 0.6))
    return Burst("several keys a report", text, tuple(keys))


def _bluetooth(rng: random.Random) -> Burst:
    """A key every 8 to 25 ms, kept back by the radio now and then and sent in packets."""
    text, pace = _text(rng), rng.uniform(0.008, 0.025)
    packet = rng.randint(1, 5)

    def gap(index: int) -> float:
        return rng.uniform(0.030, 0.060) if index % packet == 0 and rng.random() < 0.5 else pace * rng.uniform(0.5, 1.2)

    return Burst("bluetooth", text, _press(text + _end(rng), gap, lambda gap: gap * rng.uniform(0.3, 0.8)))


def _slow(rng: random.Random) -> Burst:
    text, pace = _text(rng), rng.uniform(0.045, 0.100)
    held = rng.choice((0.005, 0.012, 0.030, pace * 0.5))
    return Burst(
        "slow", text, _press(text + _end(rng), lambda _i: pace * rng.uniform(0.95, 1.05), lambda gap: min(held, gap))
    )


def _slow_uneven(rng: random.Random) -> Burst:
    text = _text(rng)
    held = rng.uniform(0.004, 0.030)
    return Burst(
        "slow, 45 to 90 ms", text, _press(text + _end(rng), lambda _i: rng.uniform(0.045, 0.090), lambda _g: held)
    )


def _stumbling(burst: Burst, rng: random.Random) -> Burst:
    """The same with one pause of 90 to 250 ms, anywhere."""
    spot, pause = rng.randrange(1, len(burst.keys)), rng.uniform(0.090, 0.250)
    gap = burst.keys[spot].at - burst.keys[spot - 1].at
    moved = tuple(
        Key(key.char, key.at + pause - gap, key.up + pause - gap, key.alt) if index >= spot else key
        for index, key in enumerate(burst.keys)
    )
    return Burst(burst.kind + ", stumbling", burst.text, moved)


def _alt(rng: random.Random) -> Burst:
    """Alt and two to four digits for every character; the time of a character is when Alt is let go."""
    text, pace = _text(rng), rng.uniform(0.002, 0.012)
    gap = pace * 8
    keys = _press(text + _end(rng), lambda _i: gap, lambda gap: gap * 0.1)
    return Burst("Alt and number block", text, tuple(Key(k.char, k.at, k.up, k.char not in (ENTER, TAB)) for k in keys))


_SCANNERS = (_usb, _usb, _same_report, _bluetooth, _slow, _slow_uneven, _alt)


def bursts(count: int, seed: int = 8) -> Iterator[Burst]:
    """Scanners of all kinds, one in five of them stumbling once."""
    rng = random.Random(seed)
    for _ in range(count):
        burst = rng.choice(_SCANNERS)(rng)
        yield _stumbling(burst, rng) if rng.random() < 0.2 else burst


def led(count: int, slowest: float, seed: int = 9) -> Iterator[Burst]:
    """Scanners that begin with Enter, a line feed or Tab, the first key no more than `slowest` seconds after it."""
    rng = random.Random(seed)
    for _ in range(count):
        text, pace = _text(rng), rng.uniform(0.001, slowest / 1.3)
        head = rng.choice((ENTER, ENTER + ENTER, TAB))
        keys = _press(head + text + _end(rng), lambda _i: pace * rng.uniform(0.7, 1.3), lambda gap: gap * 0.5)  # noqa: B023
        yield Burst("beginning with Enter or Tab", text, keys)


def _hand(text: str, rng: random.Random, pace: float, spread: float, held: float) -> tuple[Key, ...]:
    """Keys of a hand: gaps about `pace`, each held about `held`. One and the same key is let go first."""
    keys: list[Key] = []
    at = 10.0
    for index, char in enumerate(text):
        if index:
            again = char == text[index - 1]
            gap = max(rng.lognormvariate(0, spread) * pace, 0.055)
            at += max(gap, 0.085) if again else gap
        dwell = max(rng.gauss(held, held * 0.22), 0.035)
        if keys and keys[-1].char == char:
            last = keys.pop()
            keys.append(Key(last.char, last.at, min(last.up, at - 0.015)))
        keys.append(Key(char, at, at + dwell))
    return tuple(keys)


def _amount(rng: random.Random) -> str:
    length = rng.choices((1, 2, 3, 4, 5, 6, 7, 8), (2, 12, 26, 28, 16, 8, 5, 3))[0]
    digits = str(rng.randint(1, 9)) + "".join(rng.choices("0123456789", k=length - 1))
    return digits[: -min(2, length - 1)] + "0" * min(2, length - 1) if rng.random() < 0.4 else digits


def _number_block(rng: random.Random) -> Typing:
    text = _amount(rng)
    keys = _hand(text + ENTER, rng, rng.uniform(0.060, 0.120), rng.uniform(0.12, 0.30), rng.uniform(0.060, 0.120))
    return Typing("number block, 60 to 120 ms", text, keys)


def _usual(rng: random.Random) -> Typing:
    text = _amount(rng)
    keys = _hand(text + ENTER, rng, rng.uniform(0.130, 0.220), rng.uniform(0.18, 0.40), rng.uniform(0.070, 0.130))
    return Typing("usual, 130 to 220 ms", text, keys)


def _hunting(rng: random.Random) -> Typing:
    text = _amount(rng)
    keys = _hand(text + ENTER, rng, rng.uniform(0.250, 0.800), rng.uniform(0.25, 0.5), rng.uniform(0.080, 0.160))
    return Typing("hunt and peck", text, keys)


def _one_key(rng: random.Random) -> Typing:
    text = rng.choice("123456789") * rng.randint(2, 6)
    keys = _hand(text + ENTER, rng, rng.uniform(0.100, 0.180), 0.15, rng.uniform(0.050, 0.090))
    return Typing("one key again and again", text, keys)


def _double_enter(rng: random.Random) -> Typing:
    text = _amount(rng)
    keys = _hand(text + ENTER + ENTER, rng, rng.uniform(0.110, 0.250), 0.25, rng.uniform(0.060, 0.120))
    return Typing("Enter twice", text, keys)


_TYPISTS = (_number_block, _usual, _usual, _hunting, _one_key, _double_enter)


def typings(count: int, seed: int = 9) -> Iterator[Typing]:
    """Amounts and their Enter, by hands of all kinds."""
    rng = random.Random(seed)
    for _ in range(count):
        yield rng.choice(_TYPISTS)(rng)
