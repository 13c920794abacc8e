"""What a camera over a counter sees when nobody is there: drawn scenes without a code, and with what looks like one.

A scene is one drawn thing under light that moves, a camera that shakes now and then, and a sensor's noise. Same seed,
same frames.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from typing import Any

import cv2
import numpy as np
import zxingcpp
from numpy.typing import NDArray

Gray = NDArray[np.uint8]
Picture = NDArray[np.float32]
Draw = Callable[[np.random.Generator, int, int], Picture]


def _turned(rng: np.random.Generator, flat: Picture, width: int, height: int) -> Picture:
    """A large flat drawing seen at some angle, a little from the side."""
    rows, columns = flat.shape
    angle = rng.uniform(0, 2 * math.pi)
    zoom = rng.uniform(0.6, 1.6)
    turn = np.array([[math.cos(angle), -math.sin(angle)], [math.sin(angle), math.cos(angle)]]) / zoom
    half = np.array([[-width, -height], [width, -height], [width, height], [-width, height]]) / 2
    source = half @ turn.T * (1 + rng.uniform(-0.15, 0.15, (4, 1))) + np.array([columns, rows]) / 2
    target = half + np.array([width, height]) / 2
    warp = cv2.getPerspectiveTransform(source.astype(np.float32), target.astype(np.float32))
    return np.asarray(cv2.warpPerspective(flat, warp, (width, height), borderMode=cv2.BORDER_REFLECT), np.float32)


def _large(width: int, height: int) -> int:
    return 2 * (width + height)


def _stripes(rng: np.random.Generator, width: int, height: int) -> Picture:
    """Stripes of random widths: the worst there is for bar codes."""
    module = rng.uniform(1.5, 5)
    widths = np.rint(rng.integers(1, 5, 2000) * module).astype(int)
    row = np.repeat(np.arange(len(widths)) % 2, widths)[: _large(width, height)].astype(np.float32)
    return _turned(rng, np.tile(row * 200 + 30, (_large(width, height), 1)), width, height)


def _almost_a_bar_code(rng: np.random.Generator, width: int, height: int) -> Picture:
    """Random modules as many as an EAN code has, guards about them, light margins."""
    module = rng.uniform(1.3, 2.4)
    modules = rng.choice([67, 95])
    bits = rng.integers(0, 2, modules)
    bits[:3] = bits[-3:] = (1, 0, 1)
    bits[modules // 2 - 2 : modules // 2 + 3] = (0, 1, 0, 1, 0)
    row = np.repeat(1 - np.pad(bits, 9), 4).astype(np.float32)
    high = int(rng.uniform(15, 60) * 4)
    code = cv2.resize(np.tile(row, (high, 1)), None, fx=module / 4, fy=module / 4, interpolation=cv2.INTER_AREA)
    return _lying(rng, code * 190 + 35, width, height)


def _another_bar_code(rng: np.random.Generator, width: int, height: int) -> Picture:
    """A bar code of a kind that nobody asked for."""
    name = rng.choice(["Code39", "Code93", "ITF", "Codabar"])
    digits = "".join(str(d) for d in rng.integers(0, 10, 2 * rng.integers(3, 6)))
    text = f"A{digits}B" if name == "Codabar" else digits
    code = zxingcpp.create_barcode(text, getattr(zxingcpp.BarcodeFormat, str(name)))
    drawn = np.array(zxingcpp.write_barcode_to_image(code, scale=4)).astype(np.float32)
    scale = rng.uniform(0.35, 0.7)
    return _lying(rng, cv2.resize(drawn, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA), width, height)


def _lying(rng: np.random.Generator, thing: NDArray[Any], width: int, height: int) -> Picture:
    side = _large(width, height)
    table = np.full((side, side), rng.uniform(60, 200), np.float32)
    rows, columns = min(side, thing.shape[0]), min(side, thing.shape[1])
    y, x = (side - rows) // 2, (side - columns) // 2
    table[y : y + rows, x : x + columns] = thing[:rows, :columns]
    return _turned(rng, table, width, height)


def _checks(rng: np.random.Generator, width: int, height: int) -> Picture:
    side, cell = _large(width, height), int(rng.integers(3, 30))
    y, x = np.mgrid[0:side, 0:side] // cell
    return _turned(rng, ((x + y) % 2 * rng.uniform(60, 200) + 30).astype(np.float32), width, height)


def _grid_of_modules(rng: np.random.Generator, width: int, height: int) -> Picture:
    """Modules at random, finder patterns among them: what a QR code looks like and does not hold."""
    module, size = int(rng.integers(2, 6)), int(rng.choice([21, 25, 29, 33, 45]))
    modules = rng.integers(0, 2, (size, size))
    finder = np.ones((7, 7), int)
    finder[1:6, 1:6] = 0
    finder[2:5, 2:5] = 1
    for y, x in ((0, 0), (0, size - 7), (size - 7, 0)):
        if rng.random() < 0.85:
            modules[max(0, y - 1) : y + 8, max(0, x - 1) : x + 8] = 0
            modules[y : y + 7, x : x + 7] = finder
    if rng.random() < 0.7:
        modules[6, 8:-8] = modules[8:-8, 6] = (np.arange(size - 16) + 1) % 2
    drawn = np.kron(1 - np.pad(modules, 4), np.ones((module, module))).astype(np.float32)
    return _lying(rng, drawn * 190 + 35, width, height)


def _shelf(rng: np.random.Generator, width: int, height: int) -> Picture:
    """Boards with packs and spines on them."""
    picture = np.full((height, width), 40, np.float32)
    y = 0
    while y < height:
        board = int(rng.integers(20, 90))
        x = 0
        while x < width:
            pack = int(rng.integers(2, 40))
            picture[y : y + board, x : x + pack] = rng.uniform(20, 235)
            x += pack + int(rng.integers(0, 3))
        picture[y + board - 4 : y + board] = rng.uniform(10, 90)
        y += board
    return picture


def _text(rng: np.random.Generator, width: int, height: int) -> Picture:
    page = np.full((height, width), 225, np.uint8)
    scale = float(rng.uniform(0.25, 1.2))
    for y in range(0, height + 20, max(8, int(26 * scale))):
        letters = "".join(chr(c) for c in rng.integers(33, 126, 90))
        cv2.putText(page, letters, (int(rng.integers(-20, 5)), y), cv2.FONT_HERSHEY_SIMPLEX, scale, 30, 1, cv2.LINE_AA)
    return page.astype(np.float32)


def _blinds(rng: np.random.Generator, width: int, height: int) -> Picture:
    """Slats, evenly spaced, each shaded."""
    side, slat = _large(width, height), rng.uniform(4, 40)
    wave = ((np.arange(side) / slat) % 1).astype(np.float32) ** rng.uniform(0.3, 3) * 190 + 30
    return _turned(rng, np.tile(wave, (side, 1)), width, height)


def _halftone(rng: np.random.Generator, width: int, height: int) -> Picture:
    side, pitch = _large(width, height), rng.uniform(3, 14)
    y, x = np.mgrid[0:side, 0:side].astype(np.float32)
    dots = np.cos(2 * math.pi * x / pitch) + np.cos(2 * math.pi * y / pitch)
    shade = np.sin(x / rng.uniform(20, 90)) * 1.5
    return _turned(rng, np.where(dots > shade, 40, 220).astype(np.float32), width, height)


def _rings(rng: np.random.Generator, width: int, height: int) -> Picture:
    picture = np.full((height, width), rng.uniform(90, 230), np.float32)
    for _ in range(int(rng.integers(4, 30))):
        at = (int(rng.integers(0, width)), int(rng.integers(0, height)))
        unit = int(rng.integers(1, 8))
        for radius, light in ((4 * unit, 230), (3 * unit, 30), (2 * unit, 230), (unit, 30)):
            if rng.random() < 0.5:
                cv2.circle(picture, at, radius, light, -1)
            else:
                cv2.rectangle(picture, (at[0] - radius, at[1] - radius), (at[0] + radius, at[1] + radius), light, -1)
    return picture


def _clutter(rng: np.random.Generator, width: int, height: int) -> Picture:
    picture = np.full((height, width), 120, np.float32)
    for size in (3, 9, 31, 101):
        grain = rng.normal(0, 1, (height // size + 2, width // size + 2)).astype(np.float32)
        picture += cv2.resize(grain, (width, height), interpolation=cv2.INTER_CUBIC) * (12 + size / 3)
    return picture


def _plain(rng: np.random.Generator, width: int, height: int) -> Picture:
    return np.full((height, width), rng.uniform(5, 250), np.float32)


def _weave(rng: np.random.Generator, width: int, height: int) -> Picture:
    """Wood and cloth: fine lines, each a little different."""
    side = _large(width, height)
    grain = rng.normal(0, 1, (side // 24, side)).astype(np.float32)
    lines = cv2.GaussianBlur(cv2.resize(grain, (side, side)), (0, 0), rng.uniform(0.6, 3))
    return _turned(rng, lines * rng.uniform(40, 200) + 120, width, height)


KINDS: dict[str, Draw] = {
    "plain": _plain,
    "clutter": _clutter,
    "weave": _weave,
    "stripes": _stripes,
    "almost a bar code": _almost_a_bar_code,
    "another bar code": _another_bar_code,
    "checks": _checks,
    "modules": _grid_of_modules,
    "shelf": _shelf,
    "text": _text,
    "blinds": _blinds,
    "halftone": _halftone,
    "rings": _rings,
}
_NOISES = 8


def scenes(seed: int, width: int, height: int, frames: int) -> Iterator[tuple[str, Iterator[Gray]]]:
    """Scenes without end: what each shows, and its frames (uint8, height×width)."""
    rng = np.random.default_rng(seed)
    grain = [rng.normal(0, 1, (height + 16, width + 16)).astype(np.float32) for _ in range(_NOISES)]
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    names = list(KINDS)
    number = 0
    while True:
        name = names[number % len(names)]
        number += 1
        thing = KINDS[name](rng, width, height)
        yield name, _frames(rng, thing, frames, grain, x, y)


def _frames(
    rng: np.random.Generator, thing: Picture, frames: int, grain: list[NDArray[np.float32]], x: Picture, y: Picture
) -> Iterator[Gray]:
    height, width = thing.shape
    if rng.random() < 0.6:
        thing = np.asarray(cv2.GaussianBlur(thing, (0, 0), rng.uniform(0.4, 2.5)), np.float32)
    gain, noise = rng.choice([1.0, 0.8, 0.5, 0.2, 0.06]), rng.choice([1.0, 2.0, 4.0, 10.0, 25.0])
    lamp, wide = rng.choice([0.0, 0.0, 60.0, 250.0]), rng.uniform(0.1, 0.5) * width
    lx, ly, vx, vy = rng.uniform(0, width), rng.uniform(0, height), rng.uniform(-4, 4), rng.uniform(-3, 3)
    shakes = rng.random() < 0.4
    for number in range(frames):
        seen = thing * np.float32(gain)
        if lamp:
            spot = ((x - (lx + vx * number)) ** 2 + (y - (ly + vy * number)) ** 2) * np.float32(-0.5 / wide**2)
            seen = seen + np.float32(lamp) * cv2.exp(spot)
        if shakes:
            seen = np.roll(seen, tuple(int(n) for n in rng.integers(-2, 3, 2)), (0, 1))
        top, left = (int(n) for n in rng.integers(0, 16, 2))
        part = grain[int(rng.integers(0, len(grain)))][top : top + height, left : left + width]
        yield np.asarray(np.clip(seen + np.float32(noise) * part, 0, 255), np.uint8)
