"""The likeliest digits of an EAN code whose modules are laid out: by all that its symbology allows, and how much
likelier they are than the next ones (dynamic programming over digits; blur reaches into a digit's neighbours alone)."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kiosk.adapters.scan.bars.patterns import CENTRE, DIGIT, EDGE, PER_MODULE, QUIET, Kind, Line, Table, looks

Costs = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Likeliest:
    """`text` with its check digit; `states` as in `Kind.symbol`; `cost`: the sum of squares that the look leaves, and
    `next_cost` what the next likeliest text leaves."""

    text: str
    states: tuple[int, ...]
    cost: float
    next_cost: float


@dataclass(frozen=True, slots=True)
class Fit:
    """Costs of what lies between the middles of digits, by their states."""

    first: Costs
    left: tuple[Costs, ...]
    centre: Costs
    right: tuple[Costs, ...]
    last: Costs


def fit_of(kind: Kind, seen: Line, weight: Line, blur: float) -> Fit:
    """`seen`: PER_MODULE samples a module, QUIET modules of margin to either side, −1 light … 1 dark."""
    look = looks(len(kind.parities) > 1, blur)
    step = DIGIT * PER_MODULE
    begin = int((QUIET + len(EDGE) + DIGIT / 2) * PER_MODULE)
    places = [begin + step * number for number in range(kind.half)]
    across = places[-1] + step + len(CENTRE) * PER_MODULE
    others = [across + step * number for number in range(kind.half)]

    def costs(table: Table, low: int, high: int) -> Costs:
        y, w = seen[low:high], weight[low:high]
        return (table.square @ w - table.look @ (2 * w * y)).astype(np.float64) + float((w * y) @ y)

    return Fit(
        costs(look.first, 0, places[0]),
        tuple(costs(look.left, a, b) for a, b in pairwise(places)),
        costs(look.centre, places[-1], across),
        tuple(costs(look.right, a, b) for a, b in pairwise(others)),
        costs(look.last, others[-1], len(seen)),
    )


def likely_states(fit: Fit) -> tuple[tuple[int, ...], float]:
    """The likeliest states, whether they make a text or not, and what they leave."""
    cost = fit.first
    came = []
    for step in (*fit.left, fit.centre, *fit.right):
        sums = cost[:, None] + step
        came.append(np.argmin(sums, axis=0))
        cost = sums.min(axis=0)
    cost = cost + fit.last
    state = int(np.argmin(cost))
    states = [state]
    for back in reversed(came):
        state = int(back[state])
        states.append(state)
    return tuple(reversed(states)), float(cost.min())


_BEST = 2


def likeliest(kind: Kind, fit: Fit) -> Likeliest:
    """The likeliest text with a check digit that holds. All texts compete, of all parities."""
    half = kind.half
    parities = kind.parities
    count = len(parities)
    weights = _weights(kind)
    # cost[parity, sum of digits by weight, digit, rank]: the two best ways there
    cost = np.full((count, 10, 10, _BEST), np.inf)
    digits = np.arange(10)
    for parity, row in enumerate(parities):
        cost[parity, (parity * kind.leading + digits * weights[0]) % 10, digits, 0] = fit.first[digits + 10 * row[0]]
    came: list[NDArray[np.intp]] = []
    for number in range(1, 2 * half):
        if number < half:
            step = np.array(
                [
                    fit.left[number - 1][np.ix_(digits + 10 * row[number - 1], digits + 10 * row[number])]
                    for row in parities
                ]
            )
        elif number == half:
            step = np.array([fit.centre[digits + 10 * row[-1]] for row in parities])
        else:
            step = np.broadcast_to(fit.right[number - half - 1], (count, 10, 10))
        sums = (cost[:, :, :, :, None] + step[:, None, :, None, :]).reshape(count, 10, 10 * _BEST, 10)
        first = sums.argmin(axis=2, keepdims=True)
        best = np.take_along_axis(sums, first, axis=2)
        np.put_along_axis(sums, first, np.inf, axis=2)
        second = sums.argmin(axis=2, keepdims=True)
        order = np.concatenate([first, second], axis=2)
        best = np.concatenate([best, np.take_along_axis(sums, second, axis=2)], axis=2)
        # the sum that was before: (after − digit · weight) mod 10
        before = (np.arange(10)[:, None] - digits[None, :] * weights[number]) % 10
        cost = _moved(best, before)
        came.append(_moved(order, before))
    final = cost[:, 0] + fit.last[None, :, None]
    ranked = np.argsort(final, axis=None)[:2]
    states = _traced(kind, came, weights, tuple(int(n) for n in np.unravel_index(ranked[0], final.shape)))
    flat = final.ravel()
    text = _text(kind, states)
    return Likeliest(text, states, float(flat[ranked[0]]), float(flat[ranked[1]]))


def _moved(values: NDArray[Any], before: NDArray[np.intp]) -> NDArray[Any]:
    """[parity, sum before, rank, digit] as [parity, sum after, digit, rank]."""
    turned = np.moveaxis(values, 2, 3)  # parity, sum, digit, rank
    return turned[:, before, np.arange(10)[None, :], :]


def _weights(kind: Kind) -> list[int]:
    """Of the digits that are drawn; the leading one, which parities tell, has weight 1."""
    return [3 if (2 * kind.half - 1 - number) % 2 else 1 for number in range(2 * kind.half)]


def _traced(kind: Kind, came: list[NDArray[np.intp]], weights: list[int], end: tuple[int, ...]) -> tuple[int, ...]:
    parity, digit, rank = end
    total = 0
    states = [digit]
    for number in range(2 * kind.half - 1, 0, -1):
        way = int(came[number - 1][parity, total, digit, rank])
        total = (total - digit * weights[number]) % 10
        digit, rank = divmod(way, _BEST)
        states.append(digit)
    states.reverse()
    row = kind.parities[parity]
    return tuple(state + 10 * row[place] if place < kind.half else state for place, state in enumerate(states))


def _text(kind: Kind, states: tuple[int, ...]) -> str:
    row = tuple(state // 10 for state in states[: kind.half])
    leading = str(kind.parities.index(row)) if kind.leading else ""
    return leading + "".join(str(state % 10) for state in states)
