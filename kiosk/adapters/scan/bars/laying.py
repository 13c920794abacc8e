"""Where in a line across bars the modules of an EAN code lie: guessed by margins and digits, then laid on until it fits
(deformable templates, as Gallo and Manduchi have them: IEEE PAMI 33(9), 2011)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kiosk.adapters.scan.alike import correlation
from kiosk.adapters.scan.bars.digits import Fit, fit_of, likely_states
from kiosk.adapters.scan.bars.patterns import (
    CENTRE,
    DIGIT,
    EDGE,
    PER_MODULE,
    QUIET,
    Kind,
    Line,
    digit_looks,
    drawn,
    looks,
)

_WIDTHS = 0.007
"""Widths that are tried are so far apart (natural logarithm)."""
_BENDS = (-1.2, 0.0, 1.2)
"""Modules by which the middle may be off: a code seen from the side, or round a can."""
_NARROWEST = 0.4
"""A code is at least so much of the line."""
_MARKED = 400
"""Guesses that are kept by their guards, to look at their digits."""
_GUARDS = 3.0
"""Guards count as much as so many digits."""
_COARSE = 2
_COARSE_BLUR = 0.6
_CALM = 0.55
"""A margin's steps, by those of the same width inside."""
_BLURS = (0.25, 0.5, 0.75, 1.0, 1.3, 1.6)
_BLUR = 0.75
"""Modules, to begin with."""
_KNOTS = 7
_BETTER = 0.003


Way = NDArray[np.float64]
"""Where modules lie in a line, in samples: the middle, half the width, and by how much the middle and the quarters are
off (`_basis`); or rows of these."""


@dataclass(frozen=True, slots=True)
class Laid:
    """`seen`: the line by modules (as `digits.fit_of` takes it), levelled; `weight` of each sample; `blur` in modules;
    `alike`: the correlation with the likeliest look."""

    seen: Line
    weight: Line
    fit: Fit
    states: tuple[int, ...]
    blur: float
    alike: float
    way: Way


def guesses(kind: Kind, line: Line, most: int) -> list[tuple[float, Way]]:
    """Places of modules that look most like digits between margins: likeness (at most 1), and the way there."""
    width, modules = len(line), kind.modules
    widths = np.exp(np.arange(np.log(max(1.2, _NARROWEST * width / modules)), np.log(width / modules), _WIDTHS))
    starts = [np.arange(-size, width - (modules - 1.0) * size, size / 2) for size in widths]
    size = np.repeat(widths, [len(one) for one in starts])
    start = np.concatenate([*starts, np.empty(0)])
    calm = _calm(line, start, size, modules)
    start, size = start[calm], size[calm]
    half = size * modules / 2
    tried = np.concatenate([np.stack([start + half, half, bend * size, 0 * size], axis=1) for bend in _BENDS])
    tried = _most_like(tried, _guard_likeness(kind, line, tried), _MARKED)
    likeness = _digit_likeness(kind, line, tried)
    found: list[tuple[float, Way]] = []
    for index in np.argsort(-likeness):
        way = tried[index]
        if all(np.abs(way - other).max() > 3.0 * way[1] / modules for _like, other in found):
            found.append((float(likeness[index]), way))
            if len(found) == most:
                break
    return found


def _most_like(tried: Way, likeness: NDArray[np.float64], most: int) -> Way:
    if len(tried) <= most:
        return tried
    return tried[np.argpartition(-likeness, most)[:most]]


def _calm(line: Line, start: NDArray[np.float64], size: NDArray[np.float64], modules: int) -> NDArray[np.bool_]:
    steps = np.concatenate([[0.0], np.cumsum(np.abs(np.diff(line)))])
    last = len(steps) - 1

    def activity(low: NDArray[np.float64], high: NDArray[np.float64]) -> NDArray[np.float64]:
        a, b = (np.clip(np.rint(at), 0, last).astype(int) for at in (low, high))
        return np.asarray((steps[b] - steps[a]) / np.maximum(1, high - low))

    inside = activity(start, start + modules * size)
    before = activity(start - 5 * size, start - 1.0 * size)
    after = activity(start + (modules + 1.0) * size, start + (modules + 5) * size)
    return (before < _CALM * inside) & (after < _CALM * inside)


def _basis(at: NDArray[np.float64]) -> NDArray[np.float64]:
    """`at`: −1 the first module's beginning … 1 the last one's end; times a way: places in the line."""
    return np.stack([np.ones_like(at), at, 1 - at * at, at * (1 - at * at)], axis=1)


def _seen(line: Line, ways: Way, at: NDArray[np.float64], modules: int) -> Line:
    """What the line shows at modules, by way."""
    places = ways @ _basis(at * (2 / modules) - 1).T
    return line[np.clip(np.rint(places), 0, len(line) - 1).astype(np.int32)]


def _guard_likeness(kind: Kind, line: Line, ways: Way) -> NDArray[np.float64]:
    edge, centre = np.arange(len(EDGE)) + 0.5, len(EDGE) + DIGIT * kind.half + np.arange(len(CENTRE)) + 0.5
    right = kind.modules - edge[::-1]
    at = np.concatenate([[-2.0, -0.7], edge, centre, right, [kind.modules + 0.7, kind.modules + 2.0]])
    signs = 2.0 * np.array([0, 0, *EDGE, *CENTRE, *EDGE, 0, 0], np.float32) - 1
    marks = _seen(line, ways, at, kind.modules)
    marks = marks - marks.mean(axis=1, keepdims=True)
    wanted = (signs - signs.mean()) / np.linalg.norm(signs - signs.mean())
    return np.asarray(marks @ wanted / (np.sqrt((marks * marks).sum(axis=1)) + 0.3), np.float64)


def _digit_likeness(kind: Kind, line: Line, ways: Way) -> NDArray[np.float64]:
    left_looks, right_looks = digit_looks(_COARSE_BLUR)
    if len(kind.parities) == 1:
        left_looks = left_looks[:10]
    samples = DIGIT * _COARSE
    inner = (np.arange(samples) + 0.5) / _COARSE
    total = _GUARDS * _guard_likeness(kind, line, ways)
    for start, table in (
        (len(EDGE), left_looks),
        (len(EDGE) + DIGIT * kind.half + len(CENTRE), right_looks),
    ):
        at = np.concatenate([start + DIGIT * number + inner for number in range(kind.half)])
        digits = _seen(line, ways, at, kind.modules).reshape(-1, samples)
        digits = digits - digits.mean(axis=1, keepdims=True)
        length = np.sqrt((digits * digits).sum(axis=1)) + 0.3
        small = table.reshape(len(table), samples, PER_MODULE // _COARSE).sum(axis=2)
        small = small / np.linalg.norm(small, axis=1, keepdims=True)
        total += (np.max(digits @ small.T, axis=1) / length).reshape(len(ways), kind.half).sum(axis=1)
    return np.asarray(total / (2 * kind.half + _GUARDS))


def laid(kind: Kind, line: Line, known: Line, way: Way, rounds: int, blur: float = _BLUR) -> Laid:
    """Lay a code onto a line from a guess. `known`: how much is known of each sample of the line."""
    modules = kind.modules
    at = ((np.arange((modules + 2 * QUIET) * PER_MODULE) + 0.5) / PER_MODULE - QUIET) * (2 / modules) - 1
    basis = _basis(at)
    spots = np.arange(len(line))
    slope = np.gradient(line)
    trust = known / (float(known.mean()) + 1e-6)
    hats = _hats(len(at))
    best: Laid | None = None
    shade: tuple[NDArray[np.float64], NDArray[np.float64]] = (np.zeros(len(at)), np.ones(len(at)))
    for turn in range(rounds):
        place = basis @ way
        here = np.interp(place, spots, line)
        weight = np.clip(np.interp(place, spots, trust), 0, 1)
        weight[(place < 0) | (place > len(line) - 1)] = 0.0
        margin = np.abs(at) > 1
        weight[margin] *= 0.5
        if turn == 0:
            shade = _rough(here, weight)
        seen = np.asarray((here - shade[0]) / shade[1], np.float32)
        heavy = np.asarray(weight * np.clip(shade[1] / np.median(shade[1]), 0.1, 1) ** 2, np.float32)
        fits = [(likely_states(fit), fit, one) for one in _near(blur) for fit in (fit_of(kind, seen, heavy, one),)]
        (states, _cost), fit, blur = min(fits, key=lambda one: one[0][1])
        look = drawn((0,) * QUIET + kind.symbol(states) + (0,) * QUIET, blur).astype(np.float64)
        alike = correlation(seen, look, heavy)
        settled = best is not None and states == best.states and alike < best.alike + _BETTER
        if best is None or alike > best.alike:
            best = Laid(seen, heavy, fit, states, blur, alike, way)
        if settled or turn == rounds - 1:
            break
        # light and dark about each place, and the place of each module, so that what is seen is what is expected
        shade = _shaded(here, look, weight, hats)
        off = here - shade[0] - shade[1] * look
        gradient = np.interp(place, spots, slope)
        columns = basis * gradient[:, None]
        pull = columns * weight[:, None]
        normal = pull.T @ columns + np.diag([0.1, 0.1, 1.0, 2.0])
        move = np.linalg.solve(normal, pull.T @ -off)
        module = way[1] * 2 / modules
        way = way + np.clip(move, -1.5 * module, 1.5 * module)
    assert best is not None
    return best


def prepare(kinds: Iterable[Kind]) -> None:
    """Make the tables that are made once (some 25 ms), so that no frame has to wait for them."""
    digit_looks(_COARSE_BLUR)
    for kind in kinds:
        for blur in _BLURS:
            looks(len(kind.parities) > 1, blur)


def _near(blur: float) -> tuple[float, ...]:
    place = int(np.argmin([abs(one - blur) for one in _BLURS]))
    return _BLURS[max(0, place - 1) : place + 2]


def _rough(here: NDArray[np.float64], weight: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    total = weight.sum() + 1e-6
    mean = float(here @ weight) / total
    spread = float(np.sqrt(((here - mean) ** 2) @ weight / total)) + 1e-3
    return np.full(len(here), mean), np.full(len(here), spread)


def _hats(count: int) -> NDArray[np.float64]:
    spots = np.linspace(0, _KNOTS - 1, count)
    return np.asarray(np.maximum(0, 1 - np.abs(spots[:, None] - np.arange(_KNOTS)[None, :])))


def _shaded(
    here: NDArray[np.float64], look: NDArray[np.float64], weight: NDArray[np.float64], hats: NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    columns = np.concatenate([hats, hats * look[:, None]], axis=1)
    heavy = columns * weight[:, None]
    plain = _rough(here, weight)
    wanted = np.concatenate([np.full(_KNOTS, plain[0][0]), np.full(_KNOTS, plain[1][0])])
    ridge = 3.0
    found = np.linalg.solve(heavy.T @ columns + ridge * np.eye(2 * _KNOTS), heavy.T @ here + ridge * wanted)
    gain = np.maximum(hats @ found[_KNOTS:], 0.25 * plain[1][0])
    return hats @ found[:_KNOTS], gain
