"""Bursts of kinds that lead to mixtures and misreadings, if anything does: codes that change, lie side by side, are
covered, mirrored over, seen from behind. Same seed, same frames."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import cv2
import numpy as np

from tests.unit.scan.pictures import Gray, bar_code, qr

WIDTH, HEIGHT = 560, 400
_SIGNS = list("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-./:$%*+")
Chance = np.random.Generator


@dataclass(frozen=True, slots=True)
class Burst:
    """`frames` (uint8, HEIGHT×WIDTH), and the texts that each shows, whole or in part."""

    kind: str
    frames: list[Gray]
    shown: list[set[str]]


def odd_burst(seed: int, kind: str, count: int = 6) -> Burst:
    """A burst of one of KINDS."""
    chance = np.random.default_rng(seed)
    frames, shown = [], []
    draw = KINDS[kind](chance, count)
    hand = _Hand(chance)
    for number in range(count):
        picture, texts = draw(number)
        frames.append(hand.seen(picture))
        shown.append(texts)
    return Burst(kind, frames, shown)


Draw = Callable[[int], tuple[Gray, set[str]]]


class _Hand:
    """Holds something before a poor camera: turned, tilted, blurred, noisy, a little otherwise each time."""

    def __init__(self, chance: Chance) -> None:
        self._chance = chance
        self._angle, self._zoom = chance.uniform(-180, 180), chance.uniform(0.75, 1.05)
        self._blur, self._noise = chance.uniform(0.3, 1.6), chance.choice([2.0, 5.0, 12.0, 25.0])
        self._gain = chance.choice([1.0, 1.0, 0.6, 0.25])
        self._squeezed = chance.uniform(0.7, 1.0)

    def seen(self, picture: Gray) -> Gray:
        chance = self._chance
        turn = cv2.getRotationMatrix2D((WIDTH / 2, HEIGHT / 2), self._angle + chance.normal(0, 0.5), self._zoom)
        turn[1] *= self._squeezed
        turn = turn + np.pad(chance.normal(0, 1.5, (2, 1)), ((0, 0), (2, 0)))
        turn[1, 2] += HEIGHT * (1 - self._squeezed) / 2
        frame = cv2.warpAffine(picture, turn, (WIDTH, HEIGHT), flags=cv2.INTER_AREA, borderValue=120)
        frame = cv2.GaussianBlur(frame, (0, 0), self._blur * chance.uniform(0.8, 1.2)).astype(np.float32)
        noisy = frame * self._gain + chance.normal(0, self._noise * self._gain, frame.shape)
        return np.asarray(np.clip(noisy, 0, 255), np.uint8)


def _text(chance: Chance, length: int) -> str:
    return "KQ:" + "".join(str(one) for one in chance.choice(_SIGNS, length))


def _two_texts(chance: Chance) -> tuple[str, str]:
    """Of the same length, so that their symbols are of one version."""
    length = int(chance.choice([10, 17, 33, 58]))
    return _text(chance, length), _text(chance, length)


def _table(chance: Chance) -> Gray:
    grain = chance.normal(0, 1, (HEIGHT // 9 + 2, WIDTH // 9 + 2)).astype(np.float32)
    cloth = 120 + 12 * cv2.resize(grain, (WIDTH, HEIGHT), interpolation=cv2.INTER_CUBIC)
    return np.asarray(np.clip(cloth, 0, 255), np.uint8)


def _code(text: str, module: int, margin: int = 4) -> Gray:
    whole = qr(text, module=module)
    cut = (4 - margin) * module
    return whole[cut : len(whole) - cut, cut : len(whole) - cut]


def _module(text: str) -> int:
    return 5 if len(text) < 30 else 4 if len(text) < 50 else 3


def _laid(ground: Gray, code: Gray, across: float = 0.5) -> Gray:
    picture = ground.copy()
    top, left = (HEIGHT - len(code)) // 2, int(across * WIDTH - code.shape[1] / 2)
    picture[top : top + len(code), left : left + code.shape[1]] = code
    return picture


def _lamp(picture: Gray, x: float, y: float, size: float) -> Gray:
    rows, columns = np.mgrid[0:HEIGHT, 0:WIDTH].astype(np.float32)
    light = 600 * np.exp(-((columns - x) ** 2 + (rows - y) ** 2) / (2 * size * size))
    return np.asarray(np.clip(picture + light, 0, 255), np.uint8)


def _moving_lamp(chance: Chance, side: float, middle: float = 0.5) -> Callable[[Gray, int], Gray]:
    x, y = chance.uniform(-0.35, 0.35, 2) * side
    dx, dy = chance.normal(0, 0.03, 2) * side
    size = side * chance.uniform(0.08, 0.2)
    return lambda picture, number: _lamp(picture, middle * WIDTH + x + dx * number, HEIGHT / 2 + y + dy * number, size)


def _mirrored(chance: Chance, _count: int) -> Draw:
    """Seen from behind, with a lamp on it."""
    text, _ = _two_texts(chance)
    code, table = _code(text, _module(text)), _table(chance)
    lamp = _moving_lamp(chance, len(code))
    return lambda number: (lamp(_laid(table, code[:, ::-1]), number), {text})


def _inverted(chance: Chance, _count: int) -> Draw:
    """Light on dark, without a margin, with or without a lamp."""
    text, _ = _two_texts(chance)
    code, table = 255 - _code(text, _module(text), 0), _table(chance)
    lamp = _moving_lamp(chance, len(code) * chance.choice([0.2, 1.0]))
    return lambda number: (lamp(_laid(table, code), number), {text})


def _under_a_thumb(chance: Chance, _count: int) -> Draw:
    """One finder pattern is covered, the thumb moves a little."""
    text, _ = _two_texts(chance)
    module = _module(text)
    code, table = _code(text, module), _table(chance)
    corner = chance.choice([-1, 1], 2) * (len(code) / 2 - 7.5 * module)
    size, skin = module * chance.uniform(3, 5.5), int(chance.integers(60, 200))

    def draw(number: int) -> tuple[Gray, set[str]]:
        picture = _laid(table, code)
        at = np.array([WIDTH / 2, HEIGHT / 2]) + corner + chance.normal(0, module / 2, 2)
        cv2.ellipse(picture, (int(at[0]), int(at[1])), (int(size), int(1.4 * size)), 30, 0, 360, skin, -1)
        return picture, {text}

    return draw


def _changing(chance: Chance, count: int) -> Draw:
    """The next coupon takes the place of this one: at once, or scrolling up; a lamp on both."""
    one, other = _two_texts(chance)
    codes, table = [_code(text, _module(one)) for text in (one, other)], _table(chance)
    lamp, when, scrolls = _moving_lamp(chance, len(codes[0])), int(chance.integers(1, count)), chance.random() < 0.5

    def draw(number: int) -> tuple[Gray, set[str]]:
        code, texts = codes[number >= when], {(one, other)[number >= when]}
        if scrolls and number == when:
            gone = int(chance.uniform(0.2, 0.8) * len(codes[0]))
            code, texts = np.vstack([codes[0][gone:], codes[1][:gone]]), {one, other}
        return lamp(_laid(table, code), number), texts

    return draw


def _side_by_side(chance: Chance, _count: int) -> Draw:
    """Two codes of one version, a lamp on one or on both."""
    one, other = _two_texts(chance)
    module = min(_module(one), 4)
    codes, table = [_code(text, module) for text in (one, other)], _table(chance)
    lamps = [_moving_lamp(chance, len(codes[0]), middle) for middle in (0.27, 0.73)]
    both = chance.random() < 0.5

    def draw(number: int) -> tuple[Gray, set[str]]:
        picture = _laid(_laid(table, codes[0], 0.27), codes[1], 0.73)
        picture = lamps[0](picture, number)
        return lamps[1](picture, number) if both else picture, {one, other}

    return draw


def _torn(chance: Chance, _count: int) -> Draw:
    """The halves of two codes put together: neither may be read into being another one."""
    one, other = _two_texts(chance)
    codes, table = [_code(text, _module(one)) for text in (one, other)], _table(chance)
    at = int(chance.uniform(0.25, 0.75) * len(codes[0]))
    code = np.vstack([codes[0][:at], codes[1][at:]])
    return lambda number: (_laid(table, code), {one, other})


def _micro(chance: Chance, _count: int) -> Draw:
    text = "".join(str(one) for one in chance.choice(_SIGNS, int(chance.integers(5, 14))))
    code, table = qr(text, module=5, micro=True), _table(chance)
    lamp = _moving_lamp(chance, len(code) * chance.choice([0.1, 0.7]))
    return lambda number: (lamp(_laid(table, code), number), {text})


def _ean(chance: Chance) -> str:
    digits = "".join(str(one) for one in chance.integers(0, 10, 12))
    total = sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(digits))
    return digits + str(-total % 10)


def _bars_in_turn(chance: Chance, _count: int) -> Draw:
    """Two bar codes that take each other's place in each frame, or after some; wrinkled light on them."""
    one = _ean(chance)
    other = _ean(chance) if chance.random() < 0.5 else _neighbour(one, chance)
    codes = [bar_code(text, "EAN13", 3) for text in (one, other)]
    table, every = _table(chance), int(chance.choice([1, 1, 2, 3]))
    lamp = _moving_lamp(chance, codes[0].shape[1] / 2)

    def draw(number: int) -> tuple[Gray, set[str]]:
        which = number // every % 2
        return lamp(_laid(table, codes[which]), number), {(one, other)[which]}

    return draw


def _neighbour(text: str, chance: Chance) -> str:
    """Another code that differs in two digits alone."""
    digits = [int(sign) for sign in text]
    place = int(chance.integers(1, 10))
    step = int(chance.integers(1, 10))
    digits[place] = (digits[place] + step) % 10
    digits[place + 2] = (digits[place + 2] - step) % 10
    return "".join(str(digit) for digit in digits)


KINDS: dict[str, Callable[[Chance, int], Draw]] = {
    "mirrored": _mirrored,
    "inverted": _inverted,
    "under a thumb": _under_a_thumb,
    "changing": _changing,
    "side by side": _side_by_side,
    "torn": _torn,
    "micro": _micro,
    "bars in turn": _bars_in_turn,
}
