"""How many sets pieces make up, and of which pieces: those that are worth most."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar


class Pieces(Protocol):
    """So many alike pieces."""

    @property
    def price(self) -> int: ...

    @property
    def pieces(self) -> int: ...

    @property
    def kind(self) -> int: ...


P = TypeVar("P", bound=Pieces)
Parts = Sequence[tuple[frozenset[int], int]]
"""Of which kinds of pieces how many make up a set."""


def most_sets(
    runs: Sequence[P], parts: Parts, most: int | None, worth: Callable[[int, int], int]
) -> tuple[int, list[tuple[P, int]], int]:
    """The number of sets that is worth most, the runs they use with how many of each, and what they are worth. `runs`:
    the dearest first; `worth`: of so many minor units of pieces in so many sets. A further set is worth no more than
    the one before it, because the dearest pieces go first."""
    highest = min(sum(run.pieces for run in runs if run.kind in kinds) // number for kinds, number in parts)
    highest = highest if most is None else min(highest, most)
    filled = {0: (0, list[tuple[P, int]]())}

    def of(sets: int) -> int | None:
        if sets not in filled:
            used = _fill(runs, parts, sets)
            if used is None:
                return None
            filled[sets] = sum(run.price * count for run, count in used), [(run, count) for run, count in used if count]
        return worth(filled[sets][0], sets)

    low, high = 0, highest  # the last number of sets that is worth more than one less
    while low < high:
        middle = (low + high + 1) // 2
        here, before = of(middle), of(middle - 1)
        if here is not None and before is not None and here > before:
            low = middle
        else:
            high = middle - 1
    return low, filled[low][1] if low in filled else [], of(low) or 0


def _fill(runs: Sequence[P], parts: Parts, sets: int) -> list[tuple[P, int]] | None:
    """The dearest pieces that fill `sets` sets, and how many of each run; None when they don't.

    Pieces go where they fit, the dearest first; where a part is full, others of its pieces move to parts in which they
    fit as well. What can be filled at all is a matroid, so the first that fit are worth most (Edmonds, "Matroids and
    the greedy algorithm", Mathematical Programming 1, 1971).
    """
    room = [number * sets for _, number in parts]
    fits = [[at for at, (kinds, _) in enumerate(parts) if run.kind in kinds] for run in runs]
    movable = [run for run, there in enumerate(fits) if len(there) > 1]
    placed: list[dict[int, int]] = [{} for _ in runs]

    def push(run: int, amount: int, seen: set[int]) -> int:
        for part in fits[run]:
            if step := min(amount, room[part]):
                room[part] -= step
                placed[run][part] = placed[run].get(part, 0) + step
                return step
        for part in fits[run]:
            if part in seen:
                continue
            seen.add(part)
            for other in movable:
                theirs = placed[other].get(part, 0)
                if other != run and theirs and (step := push(other, min(amount, theirs), seen)):
                    placed[other][part] -= step
                    placed[run][part] = placed[run].get(part, 0) + step
                    return step
        return 0

    for run in range(len(runs)):
        if not any(room):
            break
        left = runs[run].pieces
        while left > 0 and (step := push(run, left, set())):
            left -= step
    return None if any(room) else [(run, sum(there.values())) for run, there in zip(runs, placed, strict=True)]
