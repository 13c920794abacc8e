"""What each module of a symbol is, by the frames that showed it: votes with a confidence, added up."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from kiosk.adapters.scan.fusion.rectify import AROUND, PER_MODULE, Plane, modules_of
from kiosk.adapters.scan.fusion.symbol import Frame, Soft

_REACH = 2.5
"""Modules over which light and dark are levelled."""
_SURE = 6.0
"""A frame's vote at most, in natural logarithms of odds."""
_FIRST = 2.6
"""The first guess at most, by a module's level among those around."""
_ROUNDS = 3
_BURNT = 246.0
"""A gray level from which on nothing is known of what lay under it."""
_BRIGHTER, _FLAT = 0.1, 0.15
"""Of the symbol's contrast: by how much a lamp is brighter than the paper, and how much its middle varies at most.
Burnt out is what is both, at whatever level: what comes from a camera or a file may end below white."""
_BESIDE = 0.3
"""What a light module beside a burnt one counts: light spreads. A dark one counts whole."""
_TAPS = 5
"""The equaliser looks at so many points each way, half a module apart."""
_RIDGE = 0.02
_LEAST_CONTRAST = 0.15


def votes_of(flat: Plane, frame: Frame, before: Soft | None = None) -> Soft:
    """A frame's vote for each module being dark, as the logarithm of its odds. `flat`: the rectified picture. Where
    light and dark are alike (glare, a thumb) a vote is near zero. `before`: votes of earlier frames."""
    gray = modules_of(flat)
    known = frame.known
    fixed = np.where(frame.fixed > 0, 1.0, -1.0).astype(np.float32)
    smooth = cv2.GaussianBlur(gray, (0, 0), _REACH)
    spread = float(np.sqrt(np.mean((gray - smooth) ** 2))) + 1.0
    past = np.zeros_like(gray) if before is None else before
    soft = np.clip((smooth - gray) / spread, -_FIRST, _FIRST)
    blind = _blind(gray, frame)
    beside = cv2.dilate(blind.astype(np.uint8), np.ones((3, 3), np.uint8)) > 0
    for _ in range(_ROUNDS):
        guess = np.where(known, fixed, np.tanh((soft + past) / 2)).astype(np.float32)
        middle, half = _levels(gray, guess)
        usual = float(np.median(half[known]))
        seen = (half > _LEAST_CONTRAST * usual) & ~blind
        even = (_as_flat(middle) - flat) / np.maximum(_as_flat(half), _LEAST_CONTRAST * max(usual, 1.0))
        points = _points(np.clip(even, -2.5, 2.5).astype(np.float32))
        sure = (known | (np.abs(past) > 4)) & seen
        clear = _equalised(points, guess, sure)
        off = np.where(known, clear - fixed, np.abs(clear) - 1)
        noise = np.sqrt(cv2.GaussianBlur((off * off).astype(np.float32), (0, 0), _REACH) + 0.02)
        weight = np.clip(half / max(usual, 1.0), 0.0, 1.0)
        soft = np.where(seen, np.clip(2 * clear * weight / (noise * noise), -_SURE, _SURE), 0.0).astype(np.float32)
    return np.asarray(np.where(beside & (soft < 0), np.float32(_BESIDE) * soft, soft), np.float32)


def _blind(gray: Plane, frame: Frame) -> NDArray[np.bool_]:
    """Where nothing can be seen: a module is burnt out with all those around it."""
    around = np.ones((3, 3), np.uint8)
    grown = cv2.dilate(cv2.erode(gray, around), around)
    burnt = (grown >= _BURNT) & (gray >= _BURNT)
    light = float(np.percentile(gray[frame.fixed == 0], 75))
    contrast = light - float(np.percentile(gray[frame.fixed == 1], 25))
    level = cv2.blur(gray, (3, 3))
    varies = cv2.blur(gray * gray, (3, 3)) - level * level
    lamp = (level > light + _BRIGHTER * contrast) & (varies < (_FLAT * contrast) ** 2)
    whole = cv2.morphologyEx(lamp.astype(np.uint8), cv2.MORPH_OPEN, around)
    return np.asarray(burnt | (cv2.dilate(whole, around) > 0))


def _as_flat(modules: Plane) -> Plane:
    """Levels of modules over the rectified picture."""
    padded = np.pad(modules, AROUND, mode="edge")
    side = len(padded) * PER_MODULE
    return np.asarray(cv2.resize(padded, (side, side), interpolation=cv2.INTER_LINEAR), np.float32)


def _points(even: Plane) -> NDArray[np.float32]:
    """What lies around the middle of each module, half a module apart: N × N × taps."""
    blurred = cv2.boxFilter(even, -1, (2, 2), anchor=(0, 0))
    half, size = PER_MODULE // 2, even.shape[0] // PER_MODULE - 2 * AROUND
    start = AROUND * PER_MODULE + PER_MODULE // 2 - 1
    reach = _TAPS // 2
    rows = []
    for down in range(-reach, reach + 1):
        for across in range(-reach, reach + 1):
            y, x = start + down * half, start + across * half
            rows.append(blurred[y : y + size * PER_MODULE : PER_MODULE, x : x + size * PER_MODULE : PER_MODULE])
    return np.stack(rows, axis=-1)


def _equalised(points: NDArray[np.float32], guess: Plane, sure: NDArray[np.bool_]) -> Plane:
    """Modules without the blur, which the modules that are known tell: the linear filter that makes of what lies around
    each of them most nearly what it is. Without them it is the middle point."""
    taps = points.shape[-1]
    x = points[sure].astype(np.float64)
    y = guess[sure].astype(np.float64)
    plain = np.zeros(taps)
    plain[taps // 2] = 1.0
    normal = x.T @ x + _RIDGE * len(x) * np.eye(taps) + 1e-6 * np.eye(taps)
    taps_found = np.linalg.solve(normal, x.T @ y + (_RIDGE * len(x) + 1e-6) * plain)
    return np.asarray(points @ taps_found.astype(np.float32), np.float32)


def _levels(gray: Plane, guess: Plane) -> tuple[Plane, Plane]:
    """The gray between dark and light about each module, and half their distance: a plane and a step fitted around each
    module (light has slopes, most of all beside a reflection)."""
    side = len(gray)
    place = np.arange(side, dtype=np.float32)
    x, y = np.meshgrid(place, place)
    trust = np.where(gray >= _BURNT, 0.05, 1.0).astype(np.float32)

    def around(values: Plane) -> Plane:
        return np.asarray(cv2.GaussianBlur(values * trust, (0, 0), _REACH), np.float32)

    one = around(np.ones_like(gray)) + 1e-4
    sx, sy, sxx, syy, sxy = around(x), around(y), around(x * x), around(y * y), around(x * y)
    sg, sgg, sxg, syg = around(guess), around(guess * guess), around(x * guess), around(y * guess)
    si, sxi, syi, sgi = around(gray), around(x * gray), around(y * gray), around(guess * gray)
    # moments about each module's own place
    mx, my = sx - x * one, sy - y * one
    mxx, myy = sxx - 2 * x * sx + x * x * one, syy - 2 * y * sy + y * y * one
    mxy = sxy - x * sy - y * sx + x * y * one
    mxg, myg = sxg - x * sg, syg - y * sg
    mxi, myi = sxi - x * si, syi - y * si
    ridge = 0.05
    normal = np.empty((side, side, 4, 4), np.float64)
    for i, row in enumerate(
        ((one, mx, my, sg), (mx, mxx + ridge, mxy, mxg), (my, mxy, myy + ridge, myg), (sg, mxg, myg, sgg + 1e-3))
    ):
        for j, value in enumerate(row):
            normal[:, :, i, j] = value
    right = np.stack([si, mxi, myi, sgi], axis=-1).astype(np.float64)
    fit = np.linalg.solve(normal, right[..., None])[..., 0]
    return fit[..., 0].astype(np.float32), -fit[..., 3].astype(np.float32)
