"""Where a symbol may lie: three finder patterns that could be its corners, its version, and its warp."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from kiosk.adapters.scan.fusion.finders import Finder
from kiosk.adapters.scan.fusion.rectify import AROUND, Plane, Warp
from kiosk.adapters.scan.fusion.settle import PER_MODULE, Place, softened
from kiosk.adapters.scan.fusion.symbol import Frame, frame_of

_MIDDLE = 3.5
"""A finder's middle from the symbol's corner, in modules."""
_ALIKE = 1.7
"""How much larger one finder of a symbol may look than another."""
_MOST_TRIPLES = 8
_MOST_PAIRS = 6
_MOST_SETTLED = 8
"""Guesses that are laid onto the picture in earnest."""
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
    guesses = [
        (_likeness(picture, _affine(versions[0], *corners), versions[0]), versions, corners)
        for versions, corners in _guesses(finders)
        if versions
    ]
    guesses.sort(key=lambda one: -abs(one[0]))
    best: Region | None = None
    tries = _MOST_SETTLED
    for likeness, versions, corners in guesses:
        for version in versions:
            if tries == 0 or (best is not None and best.alike > _PLAIN):
                break
            tries -= 1
            region = _region(picture, _affine(version, *corners), version, 1 if likeness > 0 else -1)
            if best is None or region.alike > best.alike:
                best = region
    if best is None or best.alike < _HOPEFUL:
        return []
    best = _settled(picture, best, _ROUNDS)
    return [] if best.alike < LEAST_ALIKE else [best]


_Point = NDArray[np.float64]
_Corners = tuple[_Point, _Point, _Point]
"""Middles of finders: at the symbol's corner, to its right, below it."""


def _guesses(finders: Sequence[Finder]) -> Iterator[tuple[list[int], _Corners]]:
    """Versions, likeliest first, and where three finders are, or two and a third where it would be."""
    for corner, right, below in _triples(finders):
        c, a, b = (np.array([one.x, one.y]) for one in (corner, right, below))
        u, v = a - c, b - c
        apart = abs(u[0] * v[1] - u[1] * v[0]) ** 0.5 / ((corner.module + right.module + below.module) / 3)
        yield _versions(apart), (c, a, b)
    for one, other in _pairs(finders):
        p, q = np.array([one.x, one.y]), np.array([other.x, other.y])
        apart = float(np.linalg.norm(q - p)) / ((one.module + other.module) / 2)
        for c, a in ((p, q), (q, p)):
            u = a - c
            across = np.array([-u[1], u[0]])
            yield _versions(apart), (c, a, c + across)
            yield _versions(apart), (c, c - across, a)
            middle, half = (c + a) / 2, (a - c) / 2
            yield _versions(apart / 2**0.5), (middle + np.array([half[1], -half[0]]), a, c)


def _affine(version: int, corner: NDArray[np.float64], right: NDArray[np.float64], below: NDArray[np.float64]) -> Warp:
    span = 10 + 4 * version
    u, v = (right - corner) / span, (below - corner) / span
    own = corner - _MIDDLE * (u + v)
    return np.array([[u[0], v[0], own[0]], [u[1], v[1], own[1]], [0, 0, 1.0]])


def _versions(apart: float) -> list[int]:
    """Versions whose finders may be so many modules apart, likeliest first."""
    low, high = (apart * 0.86 - 10) / 4, (apart * 1.14 - 10) / 4
    middle = (apart - 10) / 4
    found = range(max(1, math.ceil(low - 0.3)), min(_LARGEST, math.floor(high + 0.3)) + 1)
    return sorted(found, key=lambda version: abs(version - middle))


def _triples(finders: Sequence[Finder]) -> Iterator[tuple[Finder, Finder, Finder]]:
    """Three that may be a symbol's, likeliest first: the one at the corner, the one to its right, the one below."""
    found = []
    for three in combinations(finders, 3):
        sizes = [one.module for one in three]
        if max(sizes) > _ALIKE * min(sizes):
            continue
        for turn in range(3):
            c, a, b = three[turn], three[(turn + 1) % 3], three[(turn + 2) % 3]
            ux, uy, vx, vy = a.x - c.x, a.y - c.y, b.x - c.x, b.y - c.y
            across, down = math.hypot(ux, uy), math.hypot(vx, vy)
            if min(across, down) < 8 * min(sizes) or max(across, down) > 2.6 * min(across, down):
                continue
            cosine = (ux * vx + uy * vy) / (across * down)
            if abs(cosine) > 0.75:
                continue
            if ux * vy - uy * vx < 0:
                a, b = b, a
            # a square seen straight has a right angle, equal sides and equal finders
            odd = abs(cosine) + abs(math.log(across / down)) + 2 * math.log(max(sizes) / min(sizes))
            found.append((odd, (c, a, b)))
    found.sort(key=lambda one: one[0])
    return iter(three for _odd, three in found[:_MOST_TRIPLES])


def _pairs(finders: Sequence[Finder]) -> list[tuple[Finder, Finder]]:
    """Two that may be a symbol's, most alike first."""
    found = []
    for one, other in combinations(finders, 2):
        least, most = sorted((one.module, other.module))
        if most < 1.25 * least and math.hypot(one.x - other.x, one.y - other.y) > 12 * least:
            found.append((most / least, (one, other)))
    found.sort(key=lambda one: one[0])
    return [two for _odd, two in found[:_MOST_PAIRS]]


def _likeness(picture: NDArray[Any], warp: Warp, version: int) -> float:
    """How much three finders are where they should be, by the middles of their modules: the sum of three correlations,
    below zero when dark and light are exchanged."""
    total = 0.0
    for rows, columns, wanted in _finder_modules(version):
        x, y = columns + 0.5, rows + 0.5
        points = (warp[:2, 0:1] * x + warp[:2, 1:2] * y + warp[:2, 2:3]).astype(np.float32)
        gray = cv2.remap(picture, points[0][None], points[1][None], cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)[
            0
        ]
        off = gray - np.float32(gray.mean())
        size = float(np.sqrt((off @ off) * (wanted @ wanted)))
        total -= float(off @ wanted) / size if size > 1 else 0.0
    return total


@lru_cache(maxsize=40)
def _finder_modules(version: int) -> tuple[tuple[Plane, Plane, Plane], ...]:
    """(rows, columns, ±1 less their mean) of the three finders."""
    frame = frame_of(version)
    size = frame.size
    found = []
    for top, left in ((0, 0), (0, size - 8), (size - 8, 0)):
        rows, columns = (part.ravel() for part in np.mgrid[top : top + 8, left : left + 8])
        keep = frame.known[rows, columns]
        rows, columns = rows[keep], columns[keep]
        wanted = np.where(frame.fixed[rows, columns] > 0, 1.0, -1.0).astype(np.float32)
        found.append((rows.astype(np.float32), columns.astype(np.float32), wanted - wanted.mean()))
    return tuple(found)


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
