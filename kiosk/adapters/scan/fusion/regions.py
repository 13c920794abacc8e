"""Where a symbol may lie: three finder patterns that could be its corners, its version, and its warp."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from typing import Any, NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray

from kiosk.adapters.scan.fusion.finders import Finder
from kiosk.adapters.scan.fusion.rectify import AROUND, Plane, Warp
from kiosk.adapters.scan.fusion.settle import PER_MODULE, Place, softened
from kiosk.adapters.scan.fusion.symbol import Frame, frame_of

_MIDDLE = 3.5
"""A finder's middle from the symbol's corner, in modules."""
_ALIKE, _PAIR_ALIKE = 1.7, 1.35
"""How much larger one finder of a symbol may look than another, of three and of two."""
_SHAPELESS = 2.5
"""Pixels of a module."""
_LEAST_APART, _MOST_APART = 10.5, 130.0
"""Modules from one finder to another: 14 to 110, seen from the side or across the symbol."""
_MOST_UNEVEN, _MOST_ASKEW = 1.8, 0.5
"""How much longer one side may be than the other, and the cosine between them, where both are seen straight."""
_LEAST_LIKENESS = 1.2
"""Sum of three correlations: two good ones where the third finder is covered."""
_SAME_PLACE = 0.1
"""Of a side's length."""
_LOOKED_AT_WELL = 24
"""Guesses of which every module of the finders is looked at, the likeliest by half of them."""
_MOST_VERSIONS = 4
_MOST_PLACES, _MOST_WORK, _LARGE = 4, 8.0, 60
"""Guesses that are laid onto the picture in earnest: places; and places with a version, by what they take: one that is
small and two that have so many modules a side take about three times as long as a small one."""
_FIRST_ROUNDS, _ROUNDS = 3, 6
"""Steps of each guess, and more of the best one."""
_HOPEFUL = 0.35
"""Correlation after the first steps, below which the best guess is none."""
_PLAIN = 0.88
"""Correlation from which on no other guess is tried."""
_LARGEST = 25
"""Versions above are not looked for: their modules would be too small for a camera of this kind."""
_ASTRAY = 5
"""Modules by which the fourth corner may be off where a symbol is tilted."""
LEAST_ALIKE = 0.45
"""Correlation with the fixed patterns from which on a region is believed to be a symbol."""


@dataclass(frozen=True, slots=True)
class Region:
    """A suspected symbol. `alike`: the correlation with its fixed patterns. `dark`: 1, or −1 when it is inverted."""

    warp: Warp
    version: int
    alike: float
    dark: int = 1


@lru_cache(maxsize=40)
def fixed_of(version: int) -> Plane:
    """What is known of a version's look: −1 light … 1 dark, 0 not known."""
    frame = frame_of(version)
    return np.where(frame.known, np.where(frame.fixed > 0, 1.0, -1.0), 0.0).astype(np.float32)


def regions_in(picture: NDArray[Any], finders: Sequence[Finder]) -> list[Region]:
    """The best region that finders give, if it looks like a symbol."""
    best: Region | None = None
    work = _MOST_WORK
    guesses = [(guess, _versions(guess.apart)) for guess in _likeliest(picture, guesses_of(finders))]
    # each place by its likeliest version before any by its next one
    tried = ((own[turn], guess) for turn in range(_MOST_VERSIONS) for guess, own in guesses if turn < len(own))
    for version, guess in tried:
        work -= 1 + (frame_of(version).size / _LARGE) ** 2
        if work < 0 or (best is not None and best.alike > _PLAIN):
            break
        region = _region(picture, _affine(version, *guess.corners), version, 1 if guess.likeness > 0 else -1)
        if best is None or region.alike > best.alike:
            best = region
    if best is None or best.alike < _HOPEFUL:
        return []
    best = _settled(picture, best, _ROUNDS)
    return [] if best.alike < LEAST_ALIKE else [best]


def _likeliest(picture: NDArray[Any], guesses: Guesses) -> Iterator[_Guess]:
    """Those that look most like a symbol's corners first, of those that lie on each other one."""
    height, width = picture.shape
    inside = (guesses.corners >= 0).all((1, 2)) & (guesses.corners < [width, height]).all((1, 2))
    guesses = Guesses(guesses.corners[inside], guesses.apart[inside])
    few = np.argsort(-np.abs(_likenesses(picture, guesses, 2)), kind="stable")[:_LOOKED_AT_WELL]
    guesses = Guesses(guesses.corners[few], guesses.apart[few])
    likeness = _likenesses(picture, guesses, 1)
    taken: list[tuple[_Point, float]] = []
    for index in np.argsort(-np.abs(likeness), kind="stable"):
        corners, apart = guesses.corners[index], float(guesses.apart[index])
        if abs(likeness[index]) < _LEAST_LIKENESS or len(taken) == _MOST_PLACES:
            break
        near = _SAME_PLACE * float(np.linalg.norm(corners[1] - corners[0]))
        if any(np.abs(corners - other).max() < near and abs(apart / was - 1) < _SAME_PLACE for other, was in taken):
            continue
        taken.append((corners, apart))
        yield _Guess(float(likeness[index]), apart, (corners[0], corners[1], corners[2]))


_Point = NDArray[np.float64]
_Corners = tuple[_Point, _Point, _Point]
"""Middles of finders: at the symbol's corner, to its right, below it."""


class _Guess(NamedTuple):
    likeness: float
    apart: float
    corners: _Corners


class Guesses(NamedTuple):
    """Where symbols may lie. `corners`: G×3×2, middles of finders at the symbol's corner, to its right, below it; of
    some only two were found. `apart`: how many modules the finders are apart."""

    corners: NDArray[np.float64]
    apart: NDArray[np.float64]


def guesses_of(finders: Sequence[Finder]) -> Guesses:
    """All that finders may be the corners of: three of them, or two and the place of the third. What is square is seen
    squeezed; by how much, the finders' own shapes tell."""
    if len(finders) < 2:
        return Guesses(np.zeros((0, 3, 2)), np.zeros(0))
    places = np.array([[one.x, one.y] for one in finders])
    modules = np.array([one.module for one in finders])
    shapes = np.array([one.shape for one in finders])
    found = [_by_three(places, modules, shapes), *_by_two(places, modules, shapes)]
    return Guesses(np.concatenate([one.corners for one in found]), np.concatenate([one.apart for one in found]))


def _by_three(places: _Point, modules: _Point, shapes: _Point) -> Guesses:
    three = np.array(list(combinations(range(len(places)), 3)), np.intp).reshape(-1, 3)
    sizes = modules[three]
    three = three[sizes.max(1) < _ALIKE * sizes.min(1)]
    three = np.concatenate([three, np.roll(three, 1, axis=1), np.roll(three, 2, axis=1)])
    corners = places[three]
    flat = np.linalg.inv(shapes[three].mean(1))
    u = np.einsum("gij,gj->gi", flat, corners[:, 1] - corners[:, 0])
    v = np.einsum("gij,gj->gi", flat, corners[:, 2] - corners[:, 0])
    across, down = np.linalg.norm(u, axis=1), np.linalg.norm(v, axis=1)
    turned = u[:, 0] * v[:, 1] - u[:, 1] * v[:, 0]
    least, most = np.minimum(across, down), np.maximum(across, down)
    good = (
        (least > _LEAST_APART) & (most < _MOST_UNEVEN * least) & (np.abs((u * v).sum(1)) < _MOST_ASKEW * least * most)
    )
    corners = np.where((turned < 0)[:, None, None], corners[:, [0, 2, 1]], corners)
    return Guesses(corners[good], np.sqrt(np.abs(turned[good])))


def _by_two(places: _Point, modules: _Point, shapes: _Point) -> Iterator[Guesses]:
    first, second = np.triu_indices(len(places), 1)
    sizes = np.stack([modules[first], modules[second]])
    good = sizes.max(0) < _PAIR_ALIKE * sizes.min(0)
    first, second, sizes = first[good], second[good], sizes[:, good]
    shape = (shapes[first] + shapes[second]) / 2
    # few pixels tell no shape: what is small may as well be seen straight
    small = sizes.mean(0) < _SHAPELESS
    straight = np.eye(2) * sizes.mean(0)[small, None, None]
    first, second = (np.concatenate([one, one[small]]) for one in (first, second))
    p, q, shape = places[first], places[second], np.concatenate([shape, straight])
    flat = np.einsum("gij,gj->gi", np.linalg.inv(shape), q - p)
    across = np.einsum("gij,gj->gi", shape, np.stack([-flat[:, 1], flat[:, 0]], axis=1))
    apart = np.linalg.norm(flat, axis=1)
    far = (apart > _LEAST_APART) & (apart < _MOST_APART)
    p, q, across, apart = p[far], q[far], across[far], apart[far]
    for one, other, beside in ((p, q, across), (q, p, -across)):
        yield Guesses(np.stack([one, other, one + beside], axis=1), apart)
        yield Guesses(np.stack([one, one - beside, other], axis=1), apart)
        yield Guesses(np.stack([(one + other - beside) / 2, other, one], axis=1), apart / 2**0.5)


def _affine(version: int, corner: NDArray[np.float64], right: NDArray[np.float64], below: NDArray[np.float64]) -> Warp:
    span = 10 + 4 * version
    u, v = (right - corner) / span, (below - corner) / span
    own = corner - _MIDDLE * (u + v)
    return np.array([[u[0], v[0], own[0]], [u[1], v[1], own[1]], [0, 0, 1.0]])


def _versions(apart: float) -> list[int]:
    """Versions whose finders may be so many modules apart, likeliest first."""
    low, high = (apart * 0.86 - 10) / 4, (apart * 1.12 - 10) / 4
    middle = (apart - 10) / 4
    found = range(max(1, math.ceil(low - 0.3)), min(_LARGEST, math.floor(high + 0.3)) + 1)
    return sorted(found, key=lambda version: abs(version - middle))


def _likenesses(picture: NDArray[Any], guesses: Guesses, step: int) -> NDArray[np.float64]:
    """How much three finders are where they should be, by the middles of their modules (of one in `step`): the sum of
    three correlations, below zero when dark and light are exchanged."""
    count = len(guesses.corners)
    if count == 0:
        return np.zeros(0)
    (x, y), wanted = _finder_modules(step)
    u = ((guesses.corners[:, 1] - guesses.corners[:, 0]) / guesses.apart[:, None]).astype(np.float32)
    v = ((guesses.corners[:, 2] - guesses.corners[:, 0]) / guesses.apart[:, None]).astype(np.float32)
    points = guesses.corners.astype(np.float32)[:, :, None, :] + (
        x[None, :, :, None] * u[:, None, None, :] + y[None, :, :, None] * v[:, None, None, :]
    )
    across, down = (np.ascontiguousarray(points[..., axis]).reshape(-1, x.size) for axis in range(2))
    gray = np.concatenate(
        [
            cv2.remap(picture, across[low:high], down[low:high], cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
            for low, high in _parts(count)
        ]
    ).astype(np.float32)
    gray = gray.reshape(count, 3, -1)
    off = gray - gray.mean(2, keepdims=True)
    size = np.sqrt((off * off).sum(2) * (wanted * wanted).sum(1))
    return np.asarray(-((off * wanted).sum(2) / np.maximum(size, 1.0)).sum(1), np.float64)


def _parts(count: int) -> Iterator[tuple[int, int]]:
    """OpenCV takes pictures of up to 32,767 rows."""
    for low in range(0, count, 16_384):
        yield low, min(count, low + 16_384)


@lru_cache(maxsize=2)
def _finder_modules(step: int) -> tuple[tuple[Plane, Plane], Plane]:
    """Of three finders and the light about them: (x, y) of modules from a finder's middle, and ±1 less their mean."""
    frame = frame_of(1)
    size = frame.size
    xs, ys, wanted = [], [], []
    for top, left in ((0, 0), (0, size - 8), (size - 8, 0)):
        rows, columns = (part.ravel() for part in np.mgrid[top : top + 8, left : left + 8])
        few = (rows + columns) % step == 0
        rows, columns = rows[few], columns[few]
        dark = np.where(frame.fixed[rows, columns] > 0, 1.0, -1.0)
        xs.append(columns - (_MIDDLE - 0.5 if left == 0 else size - _MIDDLE - 0.5))
        ys.append(rows - (_MIDDLE - 0.5 if top == 0 else size - _MIDDLE - 0.5))
        wanted.append(dark - dark.mean())
    offsets = np.array(xs, np.float32), np.array(ys, np.float32)
    return offsets, np.array(wanted, np.float32)


def _region(picture: NDArray[Any], warp: Warp, version: int, dark: int) -> Region:
    frame = frame_of(version)
    place = Place(picture, warp, frame.size)
    if version > 1:
        warp = _with_alignment(place, warp, frame)
    warp, alike = place.settled(warp, dark * softened(fixed_of(version)), _FIRST_ROUNDS)
    return Region(warp, version, alike, dark)


def _settled(picture: NDArray[Any], region: Region, rounds: int) -> Region:
    size = frame_of(region.version).size
    place = Place(picture, region.warp, size)
    warp, alike = place.settled(region.warp, region.dark * softened(fixed_of(region.version)), rounds)
    return Region(warp, region.version, alike, region.dark)


def _with_alignment(place: Place, warp: Warp, frame: Frame) -> Warp:
    """The warp by the finders and the alignment pattern of the far corner, where one is found near its place."""
    size = frame.size
    shown = place.shown(warp)
    middle = size - 6.5
    pattern = np.full((7, 7), 0.0, np.float32)
    pattern[1:6, 1:6] = 1.0
    pattern[2:5, 2:5] = -1.0
    pattern[3, 3] = 1.0
    template = cv2.GaussianBlur(np.kron(pattern[1:6, 1:6], np.ones((PER_MODULE, PER_MODULE), np.float32)), (0, 0), 0.9)
    reach = _ASTRAY + 2.5
    low = round((middle - reach + AROUND) * PER_MODULE)
    high = round((middle + reach + AROUND) * PER_MODULE)
    window = shown[max(0, low) : high, max(0, low) : high]
    if min(window.shape) <= len(template):
        return warp
    _least, most, _at_least, (x, y) = cv2.minMaxLoc(np.abs(cv2.matchTemplate(window, template, cv2.TM_CCOEFF_NORMED)))
    if most < 0.5:
        return warp
    at = (np.array([x, y]) + len(template) / 2 + max(0, low)) / PER_MODULE - AROUND
    point = warp @ np.array([at[0], at[1], 1.0])
    square = np.array(
        [[_MIDDLE, _MIDDLE], [size - _MIDDLE, _MIDDLE], [_MIDDLE, size - _MIDDLE], [middle, middle]], np.float32
    )
    corners = cv2.perspectiveTransform(square[None], warp)[0].astype(np.float32)
    corners[3] = point[:2] / point[2]
    return np.asarray(cv2.getPerspectiveTransform(square, corners), np.float64)
